"""Whole windows: each plan imported, matched to a registry of its kind and day, issued, done, reported up, closed.

The project's own plans run everywhere; the five plans of the shared folder where it is present.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from django.urls import reverse

from tests import factories
from tests.factories import moment
from tests.people import client_of
from tests.plans.paths import SHARED
from tests.plans_desk.build import EXAMPLES
from tests.plans_work.registry import Realm, realm
from tests.plans_work.simulated import Simulated, simulated
from tiepdan.accounts.acting import acting
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.plans.actions import issued, reports, tasks
from tiepdan.plans.models import Obstacle, Report, TaskAgency
from tiepdan.plans.rules.report_periods import ReportPeriod, Rhythm
from tiepdan.plans.rules.windows import EventKind

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Kind:
    """Whose plan it is, and when it runs."""

    path: Path
    office: str  # who coordinates, by name in the registry
    on: str  # day of signing, or a day of its year
    starts_on: str
    ends_on: str
    event: EventKind = EventKind.SESSION
    units: tuple[str, ...] = ()


OWN = (
    Kind(EXAMPLES / "province.txt", "Thanh tra tỉnh", "2026-03-05", "2026-04-05", "2026-04-25"),
    Kind(
        EXAMPLES / "department.txt",
        "Sở Văn hóa, Thể thao và Du lịch",
        "2026-01-12",
        "2026-02-01",
        "2026-12-20",
        EventKind.YEAR,
    ),
    Kind(EXAMPLES / "ward.txt", "UBND phường Hoa Sen", "2026-03-05", "2026-04-05", "2026-04-25"),
    Kind(EXAMPLES / "task-force.txt", "UBND xã An Hòa", "2026-03-05", "2026-04-05", "2026-04-25"),
    Kind(EXAMPLES / "front-committee.txt", "Ủy ban MTTQ Việt Nam tỉnh", "2026-03-05", "2026-04-05", "2026-04-25"),
)
SEEDS = (
    Kind(SHARED / "seed-000.txt", "UBND tỉnh Hồng Sơn", "2021-03-10", "2021-05-10", "2021-06-05", EventKind.ELECTION),
    Kind(SHARED / "seed-001.txt", "UBND tỉnh Hồng Sơn", "2020-03-10", "2020-05-01", "2020-12-20", EventKind.CONGRESS),
    Kind(SHARED / "seed-002.txt", "UBND phường Hoa Sen", "2026-01-20", "2026-02-01", "2026-12-20", EventKind.YEAR),
    Kind(SHARED / "seed-003.txt", "UBND huyện Bình Minh", "2019-10-10", "2019-10-21", "2019-11-27", EventKind.SESSION),
    Kind(
        SHARED / "seed-004.txt",
        "Sở Văn hóa, Thể thao và Du lịch",
        "2021-01-20",
        "2021-02-01",
        "2021-12-20",
        EventKind.YEAR,
    ),
)


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.path.stem)
def test_a_window_of_our_own_runs_from_its_text_to_its_final_report(kind: Kind) -> None:
    runs(kind)


@pytest.mark.parametrize("kind", SEEDS, ids=lambda kind: kind.path.stem)
def test_a_window_of_the_shared_plans_runs_too(kind: Kind) -> None:
    if not kind.path.is_file():
        pytest.skip("the shared plans are absent")
    runs(kind)


def runs(kind: Kind) -> None:
    made = realm(on=moment(kind.on).date(), units=kind.units)
    office = made.agencies[kind.office]
    beside(made, office)
    run = simulated(
        text=kind.path.read_text(encoding="utf-8"), on=kind.on, starts_on=kind.starts_on, ends_on=kind.ends_on, made=made,
        agency=office, kind=kind.event, accept=False,
    )  # fmt: skip
    named = run.agencies()
    assert named
    page = client_of(run.coordinator).get(reverse("desk:followed_detail", args=[run.plan.code]))
    assert page.status_code == 200
    everybody_works(run, named)
    everybody_reports(run, named)
    the_plan_ends(run)


def beside(made: Realm, office: Agency) -> None:
    """Give a department units of its own, so that "các đơn vị thuộc Sở" means somebody."""
    if office.kind == AgencyKind.DEPARTMENT:
        for name in ("Thanh tra Sở", "Phòng Kế hoạch – Tổng hợp", "Văn phòng Sở"):
            made.agencies[name] = factories.agency(
                name,
                kind=AgencyKind.DEPARTMENT_BODY,
                level=AgencyLevel.PROVINCE,
                parent=office,
                starts_on=made.province.starts_on,
            )


def everybody_works(run: Simulated, named: list[Agency]) -> None:
    """Each agency accepts, tells progress with proof, one meets a difficulty that is answered."""
    at = run.at + timedelta(days=2)
    for agency in named:
        who = run.realm.coordinator(agency)
        lines = run.lines(agency)
        with acting(who):
            tasks.accept_all(code=run.plan.code, by=who, at=at)
            for line in lines:
                tasks.tell_progress(line_id=line.pk, percent=100, text="Đã thực hiện.", by=who, at=at)
    with acting(run.coordinator):
        rows = TaskAgency.objects.filter(plan=run.plan)
        assert {row.status for row in rows} == {"done"}
    others = [agency for agency in named if agency.pk != run.agency.pk] or named
    line = run.lines(others[0])[0]
    who = run.realm.coordinator(others[0])
    with acting(who):
        obstacle = tasks.tell_obstacle(
            line_id=line.pk, text="Thiếu phương tiện", proposal="", via=None, to=run.agency, by=who, at=at
        )
    with acting(run.coordinator):
        tasks.answer_obstacle(obstacle_id=obstacle.pk, answer="Đã bố trí.", by=run.coordinator, at=at)
    with acting(who):
        assert Obstacle.objects.get(pk=obstacle.pk).answer == "Đã bố trí."


def everybody_reports(run: Simulated, named: list[Agency]) -> None:
    """A report of the first day is ordered, comes due, is sent by all but one, and put together."""
    first = run.window.starts_on
    at = moment(first.isoformat())
    others = [agency for agency in named if agency.pk != run.agency.pk]
    if not others:
        return
    with acting(run.coordinator):
        reports.add_report_duty(
            code=run.plan.code, title="Báo cáo nhanh trong ngày", agencies=[agency.pk for agency in others], to=run.agency,
            via=None, rhythm=Rhythm(period=ReportPeriod.DAILY, starts_on=first, ends_on=first), by=run.coordinator, at=at,
        )  # fmt: skip
        reports.open_reports(plan=run.plan, until=first, by=run.coordinator, at=at)
    for agency in others[1:]:
        who = run.realm.head(agency)
        with acting(who):
            report = Report.objects.get(agency=agency, duty__title="Báo cáo nhanh trong ngày")
            reports.save_report(
                code=report.code, texts={"results": "Ổn định."}, figures_given={"receptions": 2}, by=who, at=at
            )
            reports.send_report(code=report.code, by=who, at=at)
    late = at + timedelta(days=1)
    with acting(run.coordinator):
        due = Report.objects.filter(
            plan=run.plan, duty__title="Báo cáo nhanh trong ngày", status="due", due_at__lt=late
        )
        assert [row.agency_id for row in due] == [others[0].pk]
        told = list(Report.objects.filter(plan=run.plan, status="sent", to_path=run.agency.path))
        assert len(told) == len(others) - 1
        for row in told:
            reports.take_report(code=row.code, by=run.coordinator, at=late)


def the_plan_ends(run: Simulated) -> None:
    """It is evaluated and closed; its final report opens in a word processor and names what was done."""
    at = moment(run.window.follows_until.isoformat())
    with acting(run.coordinator):
        plan = issued.close_plan(
            code=run.plan.code,
            evaluation="Hoàn thành các nhiệm vụ.",
            lessons="Giao việc sớm.",
            by=run.coordinator,
            at=at,
        )
    client = client_of(run.coordinator)
    answer = client.get(reverse("desk:plan_final", args=[plan.code, "docx"]))
    document = docx.Document(io.BytesIO(answer.content))
    words = "\n".join(line.text for line in document.paragraphs)
    assert "BÁO CÁO" in words
    assert "Giao việc sớm." in words
    assert client.get(reverse("desk:followed_coverage", args=[plan.code])).status_code == 200
