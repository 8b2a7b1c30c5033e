"""Lists and boards of plans at work: what an agency has to do, how a plan stands, who has not reported, what nobody took up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Q, QuerySet

from tiepdan.accounts.rules import Actor
from tiepdan.plans.models import EventWindow, Obstacle, Plan, PlanDocument, PlanVersion, Report, Task, TaskAgency
from tiepdan.plans.rules import PlanStatus
from tiepdan.plans.rules.tasks import AgencyState, ObstacleState, PlanState, TaskState
from tiepdan.plans.rules.windows import Phase

LIMIT: Final = 300
_OPEN: Final = (AgencyState.GIVEN, AgencyState.ACCEPTED, AgencyState.OBJECTED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stands, in lines of agencies."""

    lines: int
    given: int
    accepted: int
    objected: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """How one agency stands at a plan."""

    agency_id: int
    name: str
    lines: int
    done: int
    late: int
    objected: int
    given: int


def followed_plans(*, window: EventWindow | None = None) -> QuerySet[Plan]:
    """Plans in sight, of one event window if named, newest first. Cost: 1 query."""
    rows = Plan.objects.all() if window is None else Plan.objects.filter(window=window)
    return rows.select_related("agency", "window").order_by("-pk")[:LIMIT]


def documents_to_follow(*, by: Actor) -> list[tuple[str, str]]:
    """Confirmed documents of the agency that no plan follows yet: code and title. Cost: 1 query."""
    used = PlanVersion.objects.filter(taken_at__isnull=False).values("document_id")
    rows = PlanDocument.objects.filter(agency_path=by.agency_path, status=PlanStatus.CONFIRMED).exclude(pk__in=used)
    return [
        (row.code, row.summary.get("title") or row.name)
        for row in rows.only("code", "summary", "name").order_by("-pk")[:50]
    ]


def windows() -> list[EventWindow]:
    """Event windows in sight, the latest first. Cost: 1 query."""
    return list(EventWindow.objects.select_related("agency").order_by("-starts_on")[:LIMIT])


def own_lines(
    *, by: Actor, window: EventWindow | None = None, phase: Phase | None = None, state: str = "", today: date
) -> list[TaskAgency]:
    """Lines of the own agency, what presses first; by window and phase: what is due then, or belongs to that phase.

    Cost: 1 query
    """
    rows = TaskAgency.objects.filter(agency_path=by.agency_path, plan__status=PlanState.ISSUED)
    rows = _narrowed(rows, window=window, phase=phase, state=state, today=today)
    return list(rows.select_related("task", "plan", "agency").order_by("due_on", "pk")[:LIMIT])


def plan_lines(
    *, plan: Plan, phase: Phase | None = None, state: str = "", agency_id: int | None = None, today: date
) -> list[TaskAgency]:
    """Lines of a plan in sight, task by task. Cost: 1 query"""
    rows = TaskAgency.objects.filter(plan=plan)
    if agency_id is not None:
        rows = rows.filter(agency_id=agency_id)
    rows = _narrowed(rows, window=plan.window, phase=phase, state=state, today=today)
    return list(rows.select_related("task", "agency").order_by("task__ordinal", "capacity", "agency__path")[:2000])


def _narrowed(
    rows: QuerySet[TaskAgency], *, window: EventWindow | None, phase: Phase | None, state: str, today: date
) -> QuerySet[TaskAgency]:
    if window is not None:
        rows = rows.filter(plan__window=window)
    if window is not None and phase is not None:
        first, last = window.days().span(phase)
        rows = rows.filter(Q(task__phase=phase) | Q(task__phase="", due_on__range=(first, last)))
    if state == "late":
        return rows.filter(due_on__lt=today, status__in=_OPEN)
    if state:
        return rows.filter(status=state)
    return rows.exclude(status=AgencyState.RELEASED)


def standing(*, plan: Plan, today: date) -> Standing:
    """Count a plan's lines in sight by what agencies said. Cost: 1 query"""
    rows = TaskAgency.objects.filter(plan=plan).exclude(status=AgencyState.RELEASED)
    found = rows.aggregate(
        lines=Count("id"),
        given=Count("id", filter=Q(status=AgencyState.GIVEN)),
        accepted=Count("id", filter=Q(status=AgencyState.ACCEPTED)),
        objected=Count("id", filter=Q(status=AgencyState.OBJECTED)),
        done=Count("id", filter=Q(status=AgencyState.DONE)),
        late=Count("id", filter=Q(due_on__lt=today, status__in=_OPEN)),
    )
    return Standing(**found)


def by_agency(*, plan: Plan, today: date) -> list[AgencyStanding]:
    """Count a plan's lines agency by agency, in the order of the registry. Cost: 1 query"""
    rows = (
        TaskAgency.objects.filter(plan=plan)
        .exclude(status=AgencyState.RELEASED)
        .values("agency_id", "agency__name", "agency_path")
        .annotate(
            lines=Count("id"),
            done=Count("id", filter=Q(status=AgencyState.DONE)),
            late=Count("id", filter=Q(due_on__lt=today, status__in=_OPEN)),
            objected=Count("id", filter=Q(status=AgencyState.OBJECTED)),
            given=Count("id", filter=Q(status=AgencyState.GIVEN)),
        )
        .order_by("agency_path")
    )
    return [
        AgencyStanding(
            row["agency_id"], row["agency__name"], row["lines"], row["done"], row["late"], row["objected"], row["given"]
        )
        for row in rows
    ]


def uncovered(*, plan: Plan) -> list[Task]:
    """Tasks of a plan that nobody took up: no agency accepted or did them, and no plan below carries them out.

    Cost: 3 queries
    """
    tasks = list(plan.tasks.filter(parent=None).exclude(status=TaskState.WITHDRAWN).order_by("ordinal"))
    taken = set(
        TaskAgency.objects.filter(plan=plan, status__in=[AgencyState.ACCEPTED, AgencyState.DONE]).values_list(
            "task_id", flat=True
        )
    )
    carried = set(Task.objects.filter(implements__plan=plan).values_list("implements_id", flat=True))
    return [task for task in tasks if task.pk not in taken | carried]


def implementations(*, plan: Plan) -> list[tuple[Plan, int]]:
    """Plans that implement a plan, with how many of its tasks they carry out. Cost: 1 query"""
    rows = Plan.objects.filter(implements=plan).select_related("agency").annotate(
        carried=Count("tasks__implements", distinct=True)
    )  # fmt: skip
    return [(row, row.carried) for row in rows.order_by("agency_path")]


def _of_window(rows: QuerySet[Report], window: EventWindow | None) -> QuerySet[Report]:
    return rows if window is None else rows.filter(plan__window_id=window.pk)


def own_reports(*, by: Actor, window: EventWindow | None = None) -> list[Report]:
    """Reports of the own agency that are not sent, or were given back. Cost: 1 query"""
    rows = _of_window(Report.objects.filter(agency_path=by.agency_path, status__in=["due", "returned"]), window)
    return list(rows.select_related("duty__to", "duty__via", "plan").order_by("due_at")[:LIMIT])


def sent_reports(*, by: Actor, window: EventWindow | None = None) -> list[Report]:
    """Reports of the own agency that went up, the latest first. Cost: 1 query"""
    rows = Report.objects.filter(agency_path=by.agency_path).exclude(status__in=["due", "returned"])
    rows = _of_window(rows, window)
    return list(rows.select_related("duty__to", "duty__via", "plan").order_by("-sent_at")[:50])


def incoming_reports(*, by: Actor, window: EventWindow | None = None) -> list[Report]:
    """Reports that wait here to be passed on or received. Cost: 1 query"""
    through = Q(status="sent", via_path=by.agency_path)
    here = Q(status="passed", to_path=by.agency_path) | Q(status="sent", via_path="", to_path=by.agency_path)
    rows = _of_window(Report.objects.filter(through | here).exclude(agency_path=by.agency_path), window)
    return list(rows.select_related("agency", "duty", "plan").order_by("sent_at")[:LIMIT])


def taken_reports(*, by: Actor, window: EventWindow | None = None) -> list[Report]:
    """Reports of others that were received here or passed on from here, the latest first. Cost: 1 query"""
    here = Q(status="received", to_path=by.agency_path) | Q(status__in=["passed", "received"], via_path=by.agency_path)
    rows = _of_window(Report.objects.filter(here).exclude(agency_path=by.agency_path), window)
    return list(rows.select_related("agency", "duty", "plan").order_by("-sent_at")[:50])


def missing_reports(*, plan: Plan, at: datetime) -> list[Report]:
    """Reports of a plan whose time has passed and that were not sent: who has not reported. Cost: 1 query"""
    rows = Report.objects.filter(plan=plan, status__in=["due", "returned"], due_at__lt=at)
    return list(rows.select_related("agency", "duty").order_by("due_at", "agency_path")[:LIMIT])


def waiting_obstacles(*, by: Actor) -> list[Obstacle]:
    """Difficulties that wait here to be passed on or answered. Cost: 1 query"""
    here = Q(status=ObstacleState.TOLD, via_path=by.agency_path) | Q(
        status=ObstacleState.PASSED, to_path=by.agency_path
    )
    rows = Obstacle.objects.filter(here).select_related("line__task", "line__plan", "line__agency")
    return list(rows.order_by("told_at")[:LIMIT])


def plan_obstacles(*, plan: Plan) -> list[Obstacle]:
    """Difficulties told about a plan, in sight. Cost: 1 query"""
    rows = Obstacle.objects.filter(line__plan=plan).select_related(
        "line__task", "line__agency", "via", "to", "answered_by"
    )
    return list(rows.order_by("-told_at")[:LIMIT])


def lines_of_task(task: Task) -> Sequence[TaskAgency]:
    """Lines of a task in sight, with everything told at them. Cost: 6 queries"""
    return list(
        task.agencies.select_related("agency", "answered_by")
        .prefetch_related(
            "progress__evidence", "progress__made_by", "obstacles__via", "obstacles__to", "obstacles__answered_by",
            "urgings__from_agency",
        )
        .order_by("capacity", "agency__path")
    )  # fmt: skip
