"""Life of a plan and of its tasks, and who may do what."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.folding import fold
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

COORDINATORS: Final = (Role.COORDINATOR, Role.HEAD, Role.DEPUTY)
WORKERS: Final = (
    Role.COORDINATOR, Role.HEAD, Role.DEPUTY, Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER, Role.HANDLER,
    Role.RECORDS_CLERK, Role.OVERSIGHT,
)  # fmt: skip
ANSWERERS: Final = (Role.COORDINATOR, Role.HEAD, Role.DEPUTY, Role.OVERSIGHT)  # accept, object, send reports


class PlanState(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"  # bodies and tasks are being confirmed
    ISSUED = "issued"
    CLOSED = "closed"


class VersionKind(StrEnum):
    """What a text is to the plan."""

    FIRST = "first"
    SAME = "same"  # read again
    AMENDED = "amended"
    REPLACING = "replacing"


class TaskState(StrEnum):
    """Where a task stands as a whole."""

    DRAFT = "draft"
    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class AgencyCapacity(StrEnum):
    """What an agency is at a task."""

    LEAD = "lead"  # chủ trì
    COORDINATE = "coordinate"  # phối hợp


class AgencyState(StrEnum):
    """What an agency said to its task."""

    GIVEN = "given"
    ACCEPTED = "accepted"
    OBJECTED = "objected"
    RELEASED = "released"  # the objection was right, or the plan no longer has it
    DONE = "done"


class ObstacleState(StrEnum):
    """Where a difficulty is."""

    TOLD = "told"  # at the body it goes through
    PASSED = "passed"  # before who answers
    ANSWERED = "answered"


class EvidenceKind(StrEnum):
    """What proves progress."""

    FILE = "file"
    NUMBER = "number"
    RECEPTION = "reception"
    CASE = "case"
    INCIDENT = "incident"
    SESSION = "session"
    PAPER = "paper"


class TaskKind(StrEnum):
    """Kinds of task that have a register of their own."""

    GENERAL = "general"
    RECEPTION = "reception"
    REPORTING = "reporting"
    DOCUMENTS = "documents"
    TRAINING = "training"
    INSPECTION = "inspection"
    SUPERVISION = "supervision"
    REVIEW = "review"
    LOGISTICS = "logistics"
    ENFORCEMENT = "enforcement"
    TASK_FORCE = "task_force"


_KINDS: Final = (
    (TaskKind.TASK_FORCE, ("to cong tac", "thanh lap to")),
    (TaskKind.INSPECTION, ("thanh tra trach nhiem", "kiem tra trach nhiem")),
    (TaskKind.SUPERVISION, ("giam sat", "kien nghi sau giam sat")),
    (TaskKind.ENFORCEMENT, ("cuong che",)),
    (TaskKind.REVIEW, ("ra soat", "ton dong", "keo dai")),
    (TaskKind.TRAINING, ("tuyen truyen", "tap huan", "pho bien", "boi duong")),
    (TaskKind.DOCUMENTS, ("sua doi bo sung", "ban hanh", "hoan thien the che", "van ban quy pham")),
    (TaskKind.LOGISTICS, ("phuong tien", "xe ", "kinh phi", "phong tiep", "co so vat chat", "trang thiet bi")),
    (TaskKind.REPORTING, ("bao cao",)),
    (TaskKind.RECEPTION, ("tiep cong dan",)),
)


def kind_of(*, text: str) -> TaskKind:
    """Guess the kind of a task by its words; the coordinator may choose another.

    Example:
        >>> kind_of(text="Tiến hành thanh tra trách nhiệm của Chủ tịch UBND các xã").value
        'inspection'
    """
    words = f"{fold(text)} "
    return next((kind for kind, said in _KINDS if any(one in words for one in said)), TaskKind.GENERAL)


def may_coordinate(*, by: Actor, coordinator_path: str) -> Verdict:
    """Whether somebody keeps this plan. Refused: plan_role_not_allowed, plan_not_coordinated_here."""
    if not by.is_one_of(*COORDINATORS):
        return Refused("plan_role_not_allowed")
    return ALLOWED if by.agency_path == coordinator_path else Refused("plan_not_coordinated_here")


def may_issue(*, state: PlanState, undecided: int, unassigned: int, by: Actor, coordinator_path: str) -> Verdict:
    """Whether a plan may be issued to the agencies. Refused also: plan_issued, bodies_undecided, tasks_unassigned."""
    allowed = may_coordinate(by=by, coordinator_path=coordinator_path)
    if not allowed:
        return allowed
    if state is not PlanState.DRAFT:
        return Refused("plan_issued")
    if undecided:
        return Refused("bodies_undecided", facts={"count": str(undecided)})
    return Refused("tasks_unassigned", facts={"count": str(unassigned)}) if unassigned else ALLOWED


def may_answer(*, state: AgencyState, plan: PlanState, own: bool, by: Actor) -> Verdict:
    """Whether a task may be accepted or objected to.

    Refused: task_not_yours, plan_role_not_allowed, plan_not_running, task_answered.
    """
    if not own:
        return Refused("task_not_yours")
    if not by.is_one_of(*ANSWERERS):
        return Refused("plan_role_not_allowed")
    if plan is not PlanState.ISSUED:
        return Refused("plan_not_running")
    return ALLOWED if state is AgencyState.GIVEN else Refused("task_answered")


def may_tell(*, state: AgencyState, plan: PlanState, own: bool, by: Actor) -> Verdict:
    """Whether progress may be told. Refused: task_not_yours, plan_role_not_allowed, plan_not_running, task_not_accepted."""
    if not own:
        return Refused("task_not_yours")
    if not by.is_one_of(*WORKERS):
        return Refused("plan_role_not_allowed")
    if plan is not PlanState.ISSUED:
        return Refused("plan_not_running")
    return ALLOWED if state in {AgencyState.ACCEPTED, AgencyState.DONE} else Refused("task_not_accepted")


def may_urge(*, by: Actor, line_path: str, coordinator_path: str, done: bool) -> Verdict:
    """Whether an agency may be urged: by the coordinator, or by a superior. Refused: plan_role_not_allowed, task_done."""
    above = by.is_one_of(Role.HEAD, Role.DEPUTY, Role.COORDINATOR) and line_path.startswith(by.agency_path)
    coordinates = by.is_one_of(*COORDINATORS) and by.agency_path == coordinator_path
    if line_path == by.agency_path or not (above or coordinates or by.is_one_of(Role.OVERSIGHT)):
        return Refused("plan_role_not_allowed")
    return Refused("task_done") if done else ALLOWED


def is_late(*, due_on: date | None, state: AgencyState, today: date) -> bool:
    """Tell whether an agency is late with its task."""
    return due_on is not None and due_on < today and state not in {AgencyState.DONE, AgencyState.RELEASED}


def taken_up(*, states: Collection[AgencyState]) -> bool:
    """Tell whether anybody took a task up."""
    return any(state in {AgencyState.ACCEPTED, AgencyState.DONE} for state in states)
