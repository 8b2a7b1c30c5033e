"""Acts on tasks: accepted, objected to, divided, told about, urged, held up, done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.documents.actions import store_file
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.plans.models import Evidence, Obstacle, Progress, Task, TaskAgency, TaskUrging
from tiepdan.plans.rules.due import DueKind, next_due
from tiepdan.plans.rules.tasks import (
    COORDINATORS,
    AgencyState,
    EvidenceKind,
    ObstacleState,
    PlanState,
    TaskState,
    may_answer,
    may_coordinate,
    may_tell,
    may_urge,
)
from tiepdan.submissions.sniffing import sniff


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A piece of evidence as it comes in."""

    kind: EvidenceKind
    name: str
    data: bytes | None = None
    amount: Decimal | None = None
    link: str = ""


@transaction.atomic
def accept_task(*, line_id: int, by: Actor, at: datetime) -> TaskAgency:
    """Accept a task for the own agency.

    Raises ActionRefused: task_not_yours, plan_role_not_allowed, plan_not_running, task_answered.
    """
    line = _locked(line_id)
    allow(may_answer(state=AgencyState(line.status), plan=PlanState(line.plan.status), own=_own(line, by), by=by))
    line.status, line.answered_at, line.answered_by_id = AgencyState.ACCEPTED, at, by.user_id
    line.save(update_fields=["status", "answered_at", "answered_by"])
    record(act="task.accepted", by=by, at=at, subject=_subject(line))
    _tell_coordinator(line, "plan_task_accepted", at=at)
    return line


@transaction.atomic
def accept_all(*, code: str, by: Actor, at: datetime) -> int:
    """Accept every task of a plan that waits for the own agency. Returns how many. Raises ActionRefused: as accept_task."""
    lines = list(
        TaskAgency.objects.select_for_update(of=("self",)).select_related("plan", "task")
        .filter(plan__code=code, agency_path=by.agency_path, status=AgencyState.GIVEN)
    )  # fmt: skip
    for line in lines:
        allow(may_answer(state=AgencyState.GIVEN, plan=PlanState(line.plan.status), own=True, by=by))
        line.status, line.answered_at, line.answered_by_id = AgencyState.ACCEPTED, at, by.user_id
        line.save(update_fields=["status", "answered_at", "answered_by"])
        record(act="task.accepted", by=by, at=at, subject=_subject(line))
    return len(lines)


@transaction.atomic
def object_to_task(*, line_id: int, reason: str, by: Actor, at: datetime) -> TaskAgency:
    """Object to a task with a reason; the coordinator answers. Raises ActionRefused: reason_missing, as accept_task."""
    line = _locked(line_id)
    allow(may_answer(state=AgencyState(line.status), plan=PlanState(line.plan.status), own=_own(line, by), by=by))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    line.status, line.reason = AgencyState.OBJECTED, reason.strip()
    line.answered_at, line.answered_by_id = at, by.user_id
    line.save(update_fields=["status", "reason", "answered_at", "answered_by"])
    record(act="task.objected", by=by, at=at, subject=_subject(line), reason=reason)
    _tell_coordinator(line, "plan_task_objected", at=at)
    return line


@transaction.atomic
def answer_objection(*, line_id: int, release: bool, answer: str, by: Actor, at: datetime) -> TaskAgency:
    """Release the agency from the task, or uphold it: then it counts as given again.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, objection_absent, reason_missing.
    """
    line = _locked(line_id)
    allow(may_coordinate(by=by, coordinator_path=line.coordinator_path))
    if line.status != AgencyState.OBJECTED:
        raise ActionRefused(Refused("objection_absent"))
    if not answer.strip():
        raise ActionRefused(Refused("reason_missing"))
    line.status = AgencyState.RELEASED if release else AgencyState.GIVEN
    line.reason = f"{line.reason}\n→ {answer.strip()}"
    line.save(update_fields=["status", "reason"])
    record(
        act="task.objection_answered", by=by, at=at, subject=_subject(line), after={"release": release}, reason=answer
    )
    for role in (Role.COORDINATOR, Role.HEAD):
        notify(agency_id=line.agency_id, kind="plan_objection_answered", at=at, code=line.plan.code, role=role)
    return line


@transaction.atomic
def add_part(*, line_id: int, text: str, assignee_id: int | None, due_on: date | None, by: Actor, at: datetime) -> Task:
    """Divide a task within the own agency: a part with words, a person, a day.

    Raises ActionRefused: task_not_yours, plan_role_not_allowed, plan_not_running, task_not_accepted, task_text_missing,
    not_at_agency.
    """
    line = _locked(line_id)
    allow(may_tell(state=AgencyState(line.status), plan=PlanState(line.plan.status), own=_own(line, by), by=by))
    if not text.strip():
        raise ActionRefused(Refused("task_text_missing"))
    here = Post.objects.in_force(on=at.date()).filter(agency_id=by.agency_id, user__is_active=True)
    if assignee_id is not None and not here.filter(user_id=assignee_id).exists():
        raise ActionRefused(Refused("not_at_agency"))
    parent = line.task
    last = Task.objects.filter(plan_id=line.plan_id).aggregate(last=Max("ordinal"))["last"] or 0
    part = Task.objects.create(
        plan_id=line.plan_id, parent=parent, agency_path=by.agency_path, coordinator_path=line.coordinator_path,
        ordinal=last + 1, text=text.strip(), kind=parent.kind, section=parent.section, assignee_id=assignee_id,
        due_on=due_on, status=TaskState.OPEN, since_version=parent.since_version,
    )  # fmt: skip
    record(act="task.divided", by=by, at=at, subject=_subject(line), after={"part": part.pk, "text": part.text})
    if assignee_id is not None and assignee_id != by.user_id:
        notify(agency_id=by.agency_id, kind="plan_part", at=at, code=line.plan.code, user_id=assignee_id)
    return part


@transaction.atomic
def finish_part(*, task_id: int, by: Actor, at: datetime) -> Task:
    """Mark a part of the own agency as done. Raises ActionRefused: task_not_yours, task_done."""
    part = Task.objects.select_for_update(of=("self",)).get(pk=task_id)
    if part.parent_id is None or part.agency_path != by.agency_path:
        raise ActionRefused(Refused("task_not_yours"))
    if part.status == TaskState.DONE:
        raise ActionRefused(Refused("task_done"))
    part.status, part.done_on = TaskState.DONE, at.date()
    part.save(update_fields=["status", "done_on"])
    record(act="task.part_done", by=by, at=at, subject=f"task:{part.pk}")
    return part


@transaction.atomic
def tell_progress(
    *, line_id: int, percent: int, text: str, value: Decimal | None = None, proofs: Sequence[Proof] = (), by: Actor,
    at: datetime,
) -> Progress:  # fmt: skip
    """Tell how far the own agency is, with what proves it. 100 % ends a task that does not come again.

    Raises ActionRefused: task_not_yours, plan_role_not_allowed, plan_not_running, task_not_accepted, progress_wrong,
    progress_text_missing, evidence_wrong.
    """
    line = _locked(line_id)
    allow(may_tell(state=AgencyState(line.status), plan=PlanState(line.plan.status), own=_own(line, by), by=by))
    if not 0 <= percent <= 100:
        raise ActionRefused(Refused("progress_wrong"))
    if not text.strip():
        raise ActionRefused(Refused("progress_text_missing"))
    told = Progress.objects.create(
        line=line, agency_path=line.agency_path, coordinator_path=line.coordinator_path, percent=percent, value=value,
        text=text.strip(), told_on=at.date(), made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    for proof in proofs:
        _keep(told, proof)
    line.percent, line.told_on = percent, at.date()
    line.value = value if value is not None else line.value
    line.status = AgencyState.DONE if percent == 100 else AgencyState.ACCEPTED
    line.done_on = at.date() if percent == 100 else None
    if percent < 100:
        _move_due(line, on=at.date())
    line.save()
    record(
        act="task.progress_told", by=by, at=at, subject=_subject(line),
        after={"percent": percent, "value": value, "evidence": len(proofs)},
    )  # fmt: skip
    return told


@transaction.atomic
def urge_agency(*, line_id: int, text: str, answer_by: date | None, by: Actor, at: datetime) -> TaskUrging:
    """Urge an agency about its task. Raises ActionRefused: plan_role_not_allowed, task_done, reason_missing."""
    line = _locked(line_id, lock=False)
    done = line.status in {AgencyState.DONE, AgencyState.RELEASED}
    allow(may_urge(by=by, line_path=line.agency_path, coordinator_path=line.coordinator_path, done=done))
    if not text.strip():
        raise ActionRefused(Refused("reason_missing"))
    urging = TaskUrging.objects.create(
        line=line, agency_path=line.agency_path, coordinator_path=line.coordinator_path, from_agency_id=by.agency_id,
        from_path=by.agency_path, text=text.strip(), answer_by=answer_by, made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    record(act="task.urged", by=by, at=at, subject=_subject(line), after={"answer_by": answer_by}, reason=text)
    for role in (Role.COORDINATOR, Role.HEAD):
        notify(agency_id=line.agency_id, kind="plan_urged", at=at, code=line.plan.code, role=role)
    return urging


@transaction.atomic
def answer_urging(*, urging_id: int, answer: str, by: Actor, at: datetime) -> TaskUrging:
    """Answer an urging of the own agency. Raises ActionRefused: task_not_yours, urging_answered, reason_missing."""
    urging = TaskUrging.objects.select_for_update(of=("self",)).select_related("line__plan").get(pk=urging_id)
    if urging.agency_path != by.agency_path:
        raise ActionRefused(Refused("task_not_yours"))
    if urging.answered_at is not None:
        raise ActionRefused(Refused("urging_answered"))
    if not answer.strip():
        raise ActionRefused(Refused("reason_missing"))
    urging.answer, urging.answered_at = answer.strip(), at
    urging.save(update_fields=["answer", "answered_at"])
    record(act="task.urging_answered", by=by, at=at, subject=f"task_line:{urging.line_id}", after={"urging": urging.pk})
    notify(
        agency_id=urging.from_agency_id, kind="plan_urging_answered", at=at, code=urging.line.plan.code,
        user_id=urging.made_by_id,
    )  # fmt: skip
    return urging


@transaction.atomic
def tell_obstacle(
    *, line_id: int, text: str, proposal: str, via: Agency | None, to: Agency, by: Actor, at: datetime
) -> Obstacle:
    """Tell a difficulty to who can answer it, through the body that gathers them.

    Raises ActionRefused: task_not_yours, plan_role_not_allowed, plan_not_running, task_not_accepted, obstacle_text_missing.
    """
    line = _locked(line_id)
    state = AgencyState(line.status)
    told = AgencyState.ACCEPTED if state is AgencyState.GIVEN else state  # one may say so before accepting
    allow(may_tell(state=told, plan=PlanState(line.plan.status), own=_own(line, by), by=by))
    if not text.strip():
        raise ActionRefused(Refused("obstacle_text_missing"))
    between = via if via is not None and via.pk not in {to.pk, by.agency_id} else None
    obstacle = Obstacle.objects.create(
        line=line, agency_path=line.agency_path, coordinator_path=line.coordinator_path, via=between,
        via_path=between.path if between else "", to=to, to_path=to.path, text=text.strip(), proposal=proposal.strip(),
        status=ObstacleState.TOLD if between else ObstacleState.PASSED, told_by_id=by.user_id, told_at=at,
        passed_at=None if between else at,
    )  # fmt: skip
    record(
        act="task.obstacle_told", by=by, at=at, subject=_subject(line), after={"obstacle": obstacle.pk, "to": to.name}
    )
    _tell_office(between or to, "plan_obstacle", line.plan.code, at=at)
    return obstacle


@transaction.atomic
def pass_obstacle(*, obstacle_id: int, note: str, by: Actor, at: datetime) -> Obstacle:
    """Pass a difficulty on to who answers, with one's own opinion. Raises ActionRefused: obstacle_not_here, plan_role_not_allowed."""
    obstacle = _obstacle(obstacle_id)
    _answers(by)
    if obstacle.status != ObstacleState.TOLD or obstacle.via_path != by.agency_path:
        raise ActionRefused(Refused("obstacle_not_here"))
    obstacle.status, obstacle.passed_at, obstacle.passed_note = ObstacleState.PASSED, at, note.strip()
    obstacle.save(update_fields=["status", "passed_at", "passed_note"])
    record(act="task.obstacle_passed", by=by, at=at, subject=_subject(obstacle.line), after={"obstacle": obstacle.pk})
    _tell_office(obstacle.to, "plan_obstacle", obstacle.line.plan.code, at=at)
    return obstacle


@transaction.atomic
def answer_obstacle(*, obstacle_id: int, answer: str, by: Actor, at: datetime) -> Obstacle:
    """Answer a difficulty; the body it came through may answer what it can itself.

    Raises ActionRefused: obstacle_not_here, obstacle_answered, plan_role_not_allowed, reason_missing.
    """
    obstacle = _obstacle(obstacle_id)
    _answers(by)
    if obstacle.status == ObstacleState.ANSWERED:
        raise ActionRefused(Refused("obstacle_answered"))
    here = by.agency_path == (obstacle.via_path if obstacle.status == ObstacleState.TOLD else obstacle.to_path)
    if not here:
        raise ActionRefused(Refused("obstacle_not_here"))
    if not answer.strip():
        raise ActionRefused(Refused("reason_missing"))
    obstacle.status, obstacle.answer = ObstacleState.ANSWERED, answer.strip()
    obstacle.answered_by_id, obstacle.answered_at = by.user_id, at
    obstacle.save(update_fields=["status", "answer", "answered_by", "answered_at"])
    record(act="task.obstacle_answered", by=by, at=at, subject=_subject(obstacle.line), after={"obstacle": obstacle.pk})
    _tell_office(obstacle.line.agency, "plan_obstacle_answered", obstacle.line.plan.code, at=at)
    return obstacle


def _keep(told: Progress, proof: Proof) -> None:
    file = None
    if proof.kind is EvidenceKind.FILE:
        if not proof.data:
            raise ActionRefused(Refused("evidence_wrong"))
        found = sniff(data=proof.data, limit_bytes=settings.ATTACHMENT_MAX_BYTES)
        if isinstance(found, Refused):
            raise ActionRefused(found)
        file = store_file(data=proof.data, media_type=found.media_type, sealed=False, pages=found.pages)
    elif proof.kind is EvidenceKind.NUMBER:
        if proof.amount is None:
            raise ActionRefused(Refused("evidence_wrong"))
    elif not proof.link.strip():
        raise ActionRefused(Refused("evidence_wrong"))
    Evidence.objects.create(
        progress=told, agency_path=told.agency_path, coordinator_path=told.coordinator_path, kind=proof.kind,
        name=proof.name.strip()[:300], file=file, amount=proof.amount, link=proof.link.strip()[:40],
    )  # fmt: skip


def _move_due(line: TaskAgency, *, on: date) -> None:
    """What comes again is due again after it was told about; a printed day stays."""
    window = line.plan.window.days() if line.plan.window else None
    days = []
    for row in line.task.deadlines.all():
        due = row.due()
        again = due.kind not in {DueKind.FIXED, DueKind.RELATIVE, DueKind.AS_NEEDED}
        after = date.fromordinal(on.toordinal() + 1) if again else date(2000, 1, 1)
        day = next_due(due=due, after=after, window=window, calendar=national_calendar()) if again else due.day
        if day is not None:
            days.append(day)
    if days:
        line.due_on = min(days)


def _locked(line_id: int, *, lock: bool = True) -> TaskAgency:
    rows = TaskAgency.objects.select_related("task", "plan", "plan__window", "agency")
    return (rows.select_for_update(of=("self",)) if lock else rows).get(pk=line_id)


def _obstacle(obstacle_id: int) -> Obstacle:
    return (
        Obstacle.objects.select_for_update(of=("self",)).select_related("line__plan", "line__agency", "via", "to")
        .get(pk=obstacle_id)
    )  # fmt: skip


def _own(line: TaskAgency, by: Actor) -> bool:
    return line.agency_path == by.agency_path


def _answers(by: Actor) -> None:
    if not by.is_one_of(*COORDINATORS, Role.OVERSIGHT):
        raise ActionRefused(Refused("plan_role_not_allowed"))


def _tell_coordinator(line: TaskAgency, kind: str, *, at: datetime) -> None:
    notify(agency_id=line.plan.agency_id, kind=kind, at=at, code=line.plan.code, role=Role.COORDINATOR)


def _tell_office(agency: Agency, kind: str, code: str, *, at: datetime) -> None:
    for role in (Role.COORDINATOR, Role.HEAD):
        notify(agency_id=agency.pk, kind=kind, at=at, code=code, role=role)


def _subject(line: TaskAgency) -> str:
    return f"task_line:{line.pk}"
