"""What hangs on a plan: its task force, number and signature of its final report, late reports, incidents, the page of its event."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta

import docx
import pytest
from django.urls import reverse

from tests.factories import moment, post
from tests.people import client_of
from tests.plans_work.simulated import Simulated, simulated
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Role
from tiepdan.audit.models import Entry
from tiepdan.incidents.actions import report_incident
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Notice
from tiepdan.plans.actions import closing, issued, reports
from tiepdan.plans.models import Plan, Report
from tiepdan.plans.rules.report_periods import ReportPeriod, Rhythm
from tiepdan.rosters import actions as rosters
from tiepdan.rosters.models import TaskForce

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def acts_of(run: Simulated) -> list[str]:
    with acting(run.realm.head(run.agency)):
        return list(
            Entry.objects.filter(subject=f"followed_plan:{run.plan.pk}").order_by("pk").values_list("act", flat=True)
        )


def force_of(run: Simulated) -> TaskForce:
    with acting(run.coordinator):
        return rosters.set_up_force(
            name="Tổ công tác tiếp công dân", starts_on=run.window.starts_on, ends_on=run.window.ends_on, bases=["Kế hoạch"],
            duties=["Tiếp công dân"], signer_authority="", signer_title="", signer_name="", by=run.coordinator, at=run.at,
        )  # fmt: skip


def test_a_plan_has_its_task_force() -> None:
    run = simulated(accept=False)
    force, by = force_of(run), run.coordinator
    with acting(by):
        assert (
            refused(lambda: closing.assign_force(code=run.plan.code, force_id=force.pk + 99, by=by, at=run.at))
            == "force_absent"
        )
        assert closing.assign_force(code=run.plan.code, force_id=force.pk, by=by, at=run.at).force == force
    page = client_of(by).get(reverse("desk:followed_detail", args=[run.plan.code])).content.decode()
    assert "Tổ công tác tiếp công dân" in page
    form = client_of(by).post(
        reverse("desk:followed_place", args=[run.plan.code]), {"window": run.window.pk, "force": ""}
    )
    assert form.status_code == 302
    with acting(by):
        assert Plan.objects.get(pk=run.plan.pk).force is None
    stranger = run.realm.coordinator(run.realm.agencies["Sở Nội vụ"])
    with acting(stranger):
        told = refused(lambda: closing.assign_force(code=run.plan.code, force_id=None, by=stranger, at=run.at))
    assert told in {"plan_absent", "plan_not_coordinated_here"}
    assert acts_of(run).count("plan.force_assigned") == 2


def test_the_final_report_gets_its_number_and_its_signer() -> None:
    run = simulated(accept=False)
    by = run.coordinator
    ended = moment(run.window.follows_until.isoformat())
    address = reverse("desk:followed_final", args=[run.plan.code])

    def number(*, number: int = 9, name: str = "Người Ký Thử", on: date | None = None) -> Plan:
        return closing.number_final_report(
            code=run.plan.code, number=number, symbol="BC-TTr", on=on or ended.date(), authority="KT. CHÁNH THANH TRA",
            title="PHÓ CHÁNH THANH TRA", name=name, by=by, at=ended,
        )  # fmt: skip

    with acting(by):
        assert refused(number) == "plan_not_ended"
        issued.close_plan(code=run.plan.code, evaluation="Xong.", lessons="", by=by, at=ended)
        assert refused(lambda: number(number=0)) == "final_number_missing"
        assert refused(lambda: number(name=" ")) == "final_number_missing"
        assert refused(lambda: number(on=ended.date() - timedelta(days=1))) == "final_number_missing"
        number()
        assert refused(number) == "final_numbered"
    body = client_of(by).get(reverse("desk:plan_final", args=[run.plan.code, "docx"])).content
    document = docx.Document(io.BytesIO(body))
    words = "\n".join(
        [*(p.text for p in document.paragraphs), *(c.text for t in document.tables for r in t.rows for c in r.cells)]
    )
    assert "Số: 9/BC-TTr" in words or "9/BC-TTr" in words
    assert "Người Ký Thử" in words
    assert client_of(run.realm.coordinator(run.realm.agencies["Sở Nội vụ"])).get(address).status_code == 404
    assert "Cấp số" in client_of(by).get(address).content.decode()
    assert acts_of(run)[-1] == "plan.final_numbered"


def test_who_is_late_with_a_report_is_told_once() -> None:
    run = simulated()
    by, first = run.coordinator, run.window.starts_on
    others = [agency for agency in run.agencies() if agency.pk != run.agency.pk]
    at = moment(first.isoformat())
    with acting(by):
        reports.add_report_duty(
            code=run.plan.code, title="Báo cáo nhanh", agencies=[others[0].pk], to=run.agency, via=None,
            rhythm=Rhythm(period=ReportPeriod.DAILY, starts_on=first, ends_on=first), by=by, at=at,
        )  # fmt: skip
        reports.open_reports(plan=run.plan, until=first, by=by, at=at)
        reports.tell_late(plan=run.plan, by=by, at=at)  # what was late before
        late = at + timedelta(days=2)
        known = Report.objects.filter(plan=run.plan, due_at__lt=late, told_late_at=None).count()
        assert known
        assert reports.tell_late(plan=run.plan, by=by, at=late) == known
        assert reports.tell_late(plan=run.plan, by=by, at=late) == 0
        code = Report.objects.get(duty__title="Báo cáo nhanh").code
        assert Notice.objects.filter(kind="plan_report_late", code=code).exists()
    with acting(run.realm.head(others[0])):
        assert Notice.objects.filter(kind="plan_report_late", code=code).exists()
    stranger = run.realm.coordinator(others[0])
    with acting(stranger):
        assert reports.tell_late(plan=run.plan, by=stranger, at=late) == 0


def test_incidents_are_counted_and_the_page_of_the_event_shows_them() -> None:
    run = simulated()
    officer = post(Role.RECEPTION_OFFICER, run.agency)
    at = moment(run.window.starts_on.isoformat())
    with acting(officer):
        report_incident(
            office_id=None, place="Cổng trụ sở", situation="", began_at=at, people=12, about="", demands="", received_by="", urgent=False,
            leader_id=None, request_key=None, by=officer, at=at,
        )  # fmt: skip
    with acting(run.coordinator):
        reports.add_report_duty(
            code=run.plan.code, title="Báo cáo ngày", agencies=[run.agency.pk], to=run.agency, via=None,
            rhythm=Rhythm(period=ReportPeriod.DAILY, starts_on=at.date(), ends_on=at.date()), by=run.coordinator, at=at,
        )  # fmt: skip
        reports.open_reports(plan=run.plan, until=at.date(), by=run.coordinator, at=at)
        mine = Report.objects.get(duty__title="Báo cáo ngày")
    with acting(run.realm.head(run.agency)):
        assert reports.counted_for(report=mine, today=at.date())["incidents"] == 1
    address = reverse("desk:window_detail", args=[run.window.code])
    page = client_of(run.coordinator).get(address)
    assert page.status_code == 200
    assert run.plan.title[:40] in page.content.decode()
    assert client_of(officer).get(address).content.decode().count("Cổng trụ sở") == 1
    absent = reverse("desk:window_detail", args=["0000-0000-00"])
    outsider = client_of(post(Role.HANDLER, run.realm.agencies["Tòa án nhân dân tỉnh"]))
    assert outsider.get(address).status_code == outsider.get(absent).status_code == 404
    chosen = client_of(run.coordinator).get(reverse("desk:report_list") + f"?su-kien={run.window.code}")
    assert "Báo cáo ngày" in chosen.content.decode()
