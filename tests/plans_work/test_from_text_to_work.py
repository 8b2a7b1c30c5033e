"""From a read plan to tasks at agencies: matched, shaped, issued, amended; every refusal; what outsiders see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from tests import factories
from tests.factories import moment
from tests.plans_desk.build import example
from tests.plans_work.registry import realm
from tests.plans_work.simulated import confirmed, simulated
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency, Succession
from tiepdan.agencies.rules import AgencyKind, SuccessionKind
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Notice
from tiepdan.plans.access import followed_plan_for, task_for
from tiepdan.plans.actions import issued, tasks
from tiepdan.plans.models import Plan, PlanBody, ReportDuty, Task, TaskAgency
from tiepdan.plans.rules.due import Due, DueKind
from tiepdan.plans.rules.tasks import AgencyState, TaskKind, VersionKind

pytestmark = pytest.mark.django_db


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def test_a_plan_goes_from_its_text_to_its_agencies() -> None:
    run = simulated(accept=False)
    communes = [agency for agency in run.agencies() if agency.kind == AgencyKind.COMMUNE_COMMITTEE]
    assert [agency.name for agency in communes] == ["UBND xã An Hòa", "UBND xã Bình Minh", "UBND phường Hoa Sen"]
    finance = run.lines(run.realm.agencies["Sở Tài chính"])
    assert [(line.capacity, line.due_on) for line in finance] == [
        ("lead", date(2026, 3, 15)),
        ("lead", date(2026, 3, 12)),
    ]
    assert all(line.status == AgencyState.GIVEN for line in finance)
    environment = run.lines(run.realm.agencies["Sở Nông nghiệp và Môi trường"])[0]
    assert environment.capacity == "coordinate"
    assert environment.task.kind == TaskKind.REVIEW
    assert "Luật Tiếp công dân" in environment.task.basis
    start, end = environment.task.passages[0]
    assert run.document.text[start:end].split()[:3] == environment.task.text.split()[:3]
    daily = next(line for line in run.lines(run.agency) if line.due_time)
    assert (daily.due_on, daily.due_time) == (date(2026, 4, 5), time(16, 0))  # a Sunday: events have no weekends
    with acting(run.coordinator):
        duties = {duty.period: duty for duty in ReportDuty.objects.filter(plan=run.plan)}
        assert set(duties) == {"daily", "weekly", "yearly"}
        assert duties["daily"].to.name == "UBND tỉnh Hồng Sơn"
        assert (duties["daily"].starts_on, duties["daily"].ends_on) == (date(2026, 4, 5), date(2026, 4, 25))
    with acting(run.realm.coordinator(run.realm.agencies["Sở Tài chính"])):
        assert Notice.objects.filter(kind="plan_task", code=run.plan.code).count() == 1
    with acting(run.realm.head(run.agency)):
        acts = list(
            Entry.objects.filter(subject=f"followed_plan:{run.plan.pk}").order_by("pk").values_list("act", flat=True)
        )
    assert acts[0] == "plan.taken_up"
    assert acts[-1] == "plan.issued"


def test_who_is_not_named_sees_nothing_and_who_is_sees_only_what_is_theirs() -> None:
    run = simulated()
    known = run.lines(run.agency)[0].task_id
    away = factories.agency("UBND tỉnh Biển Xanh", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    outsider = factories.post(Role.HEAD, away)
    with acting(outsider):
        assert not Plan.objects.exists()
        assert not Task.objects.exists()
        assert not TaskAgency.objects.exists()
        for fetch in (lambda: followed_plan_for(code=run.plan.code), lambda: task_for(task_id=known)):
            with pytest.raises(NotFound):
                fetch()
    finance = run.realm.agencies["Sở Tài chính"]
    with acting(run.realm.coordinator(finance)):
        assert followed_plan_for(code=run.plan.code).title == run.plan.title
        assert set(TaskAgency.objects.values_list("agency_id", flat=True)) == {finance.pk}
        assert Task.objects.count() == TaskAgency.objects.count() == 2
        assert not PlanBody.objects.exists()
    with acting(run.realm.head(run.realm.province)):  # above them all
        assert TaskAgency.objects.filter(agency=finance).count() == 2
    with acting(factories.post(Role.ADMINISTRATOR, finance)):
        assert not Task.objects.exists()
    with acting(factories.post(Role.OVERSIGHT, run.agency)):
        assert TaskAgency.objects.filter(agency=finance).count() == 2


def test_a_plan_is_not_issued_while_a_name_or_a_task_is_open() -> None:
    run = simulated(accept=False)
    by, at = run.coordinator, moment("2026-03-06")
    other = confirmed(text=example("province").replace("87/KH-UBND", "88/KH-UBND"), by=by, at=at)
    with acting(by):
        plan = issued.follow_plan(document_code=other.code, by=by, at=at)
        first = plan.tasks.order_by("ordinal").first()
    assert first is not None
    assert refused(by, lambda: issued.issue_plan(code=plan.code, by=by, at=at)) == "bodies_undecided"
    assert refused(by, lambda: issued.follow_plan(document_code=other.code, by=by, at=at)) == "plan_followed"
    with acting(by):
        body = plan.bodies.filter(decided_at=None).first()
        assert body is not None
    assert refused(by, lambda: issued.decide_body(body_id=body.pk, agencies=[], by=by, at=at)) == "body_needs_agencies"
    with acting(by):
        for name in plan.bodies.all():
            issued.decide_body(body_id=name.pk, agencies=name.agencies, outside=not name.agencies, by=by, at=at)
        issued.change_task(
            task_id=first.pk, text=first.text, leads=[], coordinate=[], kind=TaskKind.REVIEW, by=by, at=at
        )
    assert refused(by, lambda: issued.issue_plan(code=plan.code, by=by, at=at)) == "tasks_unassigned"
    clerk = factories.post(Role.RECORDS_CLERK, run.agency)
    assert refused(clerk, lambda: issued.issue_plan(code=plan.code, by=clerk, at=at)) == "plan_role_not_allowed"
    assert refused(by, lambda: issued.issue_plan(code=run.plan.code, by=by, at=at)) == "plan_issued"


def test_tasks_are_split_joined_and_measured_before_they_are_issued() -> None:
    run = simulated(accept=False)
    by, at = run.coordinator, moment("2026-03-06")
    other = confirmed(text=example("province"), by=by, at=at)
    with acting(by):
        plan = issued.follow_plan(document_code=other.code, by=by, at=at)
        first, second, third = plan.tasks.order_by("ordinal")[:3]
        parts = issued.split_task(
            task_id=first.pk, texts=["Lập danh mục vụ việc.", "Rà soát từng vụ việc."], by=by, at=at
        )
        assert [part.ordinal for part in parts] == [1, 2]
        assert parts[1].lead_text == first.lead_text
        assert [due.day for due in parts[1].deadlines.all()] == [date(2026, 3, 20)]
        joined = issued.join_tasks(code=plan.code, task_ids=[second.pk, third.pk], by=by, at=at)
        assert joined.text == f"{second.text} {third.text}"
        assert joined.deadlines.count() == 1
        changed = issued.change_task(
            task_id=parts[0].pk, text="Lập danh mục vụ việc.", leads=["Sở Tư pháp"], coordinate=[], kind=TaskKind.REVIEW,
            indicator="Số vụ việc được lập danh mục", unit="vụ", by=by, at=at,
        )  # fmt: skip
        assert plan.bodies.get(name="Sở Tư pháp").agencies == [run.realm.agencies["Sở Tư pháp"].pk]
        assert changed.indicator == "Số vụ việc được lập danh mục"
        issued.set_deadlines(task_id=changed.pk, deadlines=[Due(kind=DueKind.MONTHLY, month_day=31)], by=by, at=at)
        assert changed.deadlines.get().kind == "monthly"
        issued.drop_task(task_id=joined.pk, reason="Trùng", by=by, at=at)
        assert not Task.objects.filter(pk=joined.pk).exists()
    for act in (
        lambda: issued.split_task(task_id=changed.pk, texts=["một"], by=by, at=at),
        lambda: issued.join_tasks(code=plan.code, task_ids=[changed.pk], by=by, at=at),
        lambda: issued.drop_task(task_id=changed.pk, reason=" ", by=by, at=at),
    ):
        assert refused(by, act) in {"task_parts_missing", "tasks_to_join_missing", "reason_missing"}


def test_an_amended_text_keeps_progress_and_shows_its_difference() -> None:
    run = simulated()
    at = moment("2026-03-10")
    finance = run.realm.agencies["Sở Tài chính"]
    who, line = run.realm.coordinator(finance), run.lines(finance)[0]
    with acting(who):
        tasks.tell_progress(line_id=line.pk, percent=40, text="Đã trình dự toán.", by=who, at=at)
    amended = (
        example("province")
        .replace("chậm nhất ngày 15/3/2026", "chậm nhất ngày 22/3/2026")
        .replace("-Kiểm tra, hướng dẫn Công an các xã, phường thực hiện nhiệm vụ.\n", "")
        .replace(
            "4. Ủy ban nhân dân các xã",
            "- Mở chuyên mục giải đáp pháp luật trên cổng thông tin.\n4. Ủy ban nhân dân các xã",
        )
    )
    document = confirmed(text=amended, by=run.coordinator, at=at)
    with acting(run.coordinator):
        version = issued.compare_version(
            code=run.plan.code, document_code=document.code, kind=VersionKind.AMENDED, by=run.coordinator, at=at
        )
        differs = [pair["differs"] for pair in version.changes["pairs"] if pair["differs"]]
        assert differs == [("deadline",)]
        assert (len(version.changes["added"]), len(version.changes["gone"])) == (1, 1)
        issued.take_version(code=run.plan.code, by=run.coordinator, at=at)
        assert run.plan.tasks.filter(status="withdrawn").count() == 1
    line = run.lines(finance)[0]
    assert (line.percent, line.due_on) == (40, date(2026, 3, 22))
    assert any(one.task.text.startswith("Mở chuyên mục") for one in run.lines(finance))
    police = run.lines(run.realm.agencies["Công an tỉnh"])
    assert [one.status for one in police if one.task.status == "withdrawn"] == ["released"]
    again = confirmed(text=amended, by=run.coordinator, at=at)
    with acting(run.coordinator):
        same = issued.compare_version(
            code=run.plan.code, document_code=again.code, kind=VersionKind.AMENDED, by=run.coordinator, at=at
        )
        assert same.kind == VersionKind.SAME


def test_a_subordinate_plan_implements_a_superior_one() -> None:
    run = simulated()
    commune = run.realm.agencies["UBND phường Hoa Sen"]
    by, at = run.realm.coordinator(commune), moment("2026-03-10")
    document = confirmed(text=example("ward"), by=by, at=at)
    with acting(by):
        plan = issued.follow_plan(document_code=document.code, implements_code=run.plan.code, by=by, at=at)
        mine = plan.tasks.order_by("ordinal").first()
        above = Task.objects.filter(plan=run.plan).order_by("ordinal").first()
        assert mine is not None
        assert above is not None
        issued.take_up_above(task_id=mine.pk, superior_id=above.pk, by=by, at=at)
    with acting(run.coordinator):
        assert Plan.objects.get(pk=plan.pk).implements_id == run.plan.pk
    assert (
        refused(by, lambda: issued.place_plan(code=plan.code, window_id=None, implements_code="XXXX", by=by, at=at))
        == "plan_to_implement_absent"
    )


def test_a_plan_of_2024_reaches_the_bodies_that_carry_on_today() -> None:
    made = realm(on=date(2024, 3, 5))
    district = made.agencies["UBND huyện Bình Minh"]
    heir = factories.agency("UBND xã Bình Minh Mới", parent=made.province, starts_on=date(2025, 7, 1))
    Agency.objects.filter(pk=district.pk).update(ends_before=date(2025, 7, 1))
    Succession.objects.create(
        predecessor=district, successor=heir, kind=SuccessionKind.MERGE, on=date(2025, 7, 1), decision="số 1"
    )
    by = made.coordinator(made.agencies["Thanh tra tỉnh"])
    text = (
        example("province")
        .replace("ngày 05 tháng 3 năm 2026", "ngày 05 tháng 3 năm 2024")
        .replace("Ủy ban nhân dân các xã, phường, đặc khu\n", "Ủy ban nhân dân các huyện, thành phố\n")
    )
    at = moment("2026-03-06")
    document = confirmed(text=text, by=by, at=at)
    with acting(by):
        plan = issued.follow_plan(document_code=document.code, by=by, at=at)
        districts = plan.bodies.get(name="Ủy ban nhân dân các huyện, thành phố")
        assert district.pk in districts.agencies
        for body in plan.bodies.filter(decided_at=None):
            issued.decide_body(body_id=body.pk, agencies=body.agencies, outside=not body.agencies, by=by, at=at)
        issued.issue_plan(code=plan.code, by=by, at=at)
        reached = set(TaskAgency.objects.filter(plan=plan).values_list("agency_id", flat=True))
    assert heir.pk in reached
    assert district.pk not in reached
