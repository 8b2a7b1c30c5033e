"""A plan taken from its text to its agencies through the real acts: read, confirmed, matched, issued. For tests of every area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.factories import moment
from tests.plans_desk.build import example
from tests.plans_work.registry import Realm, realm
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.plans import actions, jobs
from tiepdan.plans.actions import issued, tasks, windows
from tiepdan.plans.models import EventWindow, Plan, PlanDocument, TaskAgency
from tiepdan.plans.rules.matching import MatchKind
from tiepdan.plans.rules.tasks import TaskKind
from tiepdan.plans.rules.windows import EventKind


@dataclass
class Simulated:
    """A plan that runs."""

    realm: Realm
    agency: Agency  # coordinates
    coordinator: Actor
    window: EventWindow
    document: PlanDocument
    plan: Plan
    at: datetime

    def lines(self, agency: Agency) -> list[TaskAgency]:
        """Return an agency's lines, as it sees them itself."""
        with acting(self.realm.coordinator(agency)):
            return list(
                TaskAgency.objects.filter(agency=agency).select_related("task", "plan").order_by("task__ordinal")
            )

    def agencies(self) -> list[Agency]:
        """List the agencies that got tasks."""
        with acting(self.coordinator):
            ids = TaskAgency.objects.filter(plan=self.plan).values_list("agency_id", flat=True)
            return list(Agency.objects.filter(pk__in=set(ids)).order_by("path"))


def confirmed(*, text: str, by: Actor, at: datetime, name: str = "ke-hoach.txt") -> PlanDocument:
    """Upload a text, let the job read it, confirm what was read."""
    with acting(by):
        document = actions.upload_plan(data=text.encode(), name=name, by=by, at=at)
    jobs.read_plan.func(plan_id=document.pk, agency_id=by.agency_id)  # type: ignore[attr-defined,unused-ignore]
    with acting(by):
        return actions.confirm_reading(code=document.code, by=by, at=at)


def event_window(
    *,
    by: Actor,
    starts_on: date,
    ends_on: date,
    at: datetime,
    name: str = "Kỳ họp",
    kind: EventKind = EventKind.SESSION,
) -> EventWindow:
    """Make a window that prepares a month ahead and follows two weeks after."""
    with acting(by):
        return windows.set_window(
            name=name, kind=kind, prepares_on=starts_on - timedelta(days=30), starts_on=starts_on, ends_on=ends_on,
            follows_until=ends_on + timedelta(days=14), by=by, at=at,
        )  # fmt: skip


def simulated(
    *, text: str = "", on: str = "2026-03-05", starts_on: str = "2026-04-05", ends_on: str = "2026-04-25",
    made: Realm | None = None, agency: Agency | None = None, kind: EventKind = EventKind.SESSION, accept: bool = True,
) -> Simulated:  # fmt: skip
    """Run a plan's text up to the day its tasks are at the agencies, and accepted there if wished.

    text: the project's own plan of a province when none is given; agency: who coordinates (default: the provincial inspectorate)
    Names that are unsure are settled as the registry proposes, or as bodies outside it.
    """
    at, day = moment(on), date.fromisoformat(on)
    made = made or realm(on=day)
    office = agency or made.agencies["Thanh tra tỉnh"]
    by = made.coordinator(office)
    document = confirmed(text=text or example("province"), by=by, at=at)
    window = event_window(
        by=by, starts_on=date.fromisoformat(starts_on), ends_on=date.fromisoformat(ends_on), at=at, kind=kind
    )
    with acting(by):
        plan = issued.follow_plan(document_code=document.code, window_id=window.pk, by=by, at=at)
        issued.accept_sure_bodies(code=plan.code, by=by, at=at)
        for body in plan.bodies.filter(decided_at=None):
            known = body.kind in {MatchKind.ONE, MatchKind.SET} and bool(body.agencies)
            issued.decide_body(
                body_id=body.pk, agencies=body.agencies if known else [], outside=not known, by=by, at=at
            )
        for task in plan.tasks.filter(lead_text=""):
            issued.change_task(
                task_id=task.pk, text=task.text, leads=[office.name], coordinate=task.coordinate_text.splitlines(),
                kind=TaskKind(task.kind), by=by, at=at,
            )  # fmt: skip
            issued.accept_sure_bodies(code=plan.code, by=by, at=at)
        plan = issued.issue_plan(code=plan.code, by=by, at=at)
    made_window = Simulated(made, office, by, window, document, plan, at)
    if accept:
        for named in made_window.agencies():
            who = made.coordinator(named)
            with acting(who):
                tasks.accept_all(code=plan.code, by=who, at=at)
    return made_window
