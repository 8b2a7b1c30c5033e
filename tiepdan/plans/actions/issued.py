"""Acts of the coordinator: take a read plan up, settle whom it names, shape its tasks, issue it, take a new text over, close it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.db.models import Max

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.plans.actions.reports import open_reports, store_duty
from tiepdan.plans.corrections import exported, from_json
from tiepdan.plans.models import (
    EventWindow,
    Plan,
    PlanBody,
    PlanDocument,
    PlanVersion,
    Task,
    TaskAgency,
    TaskDeadline,
)
from tiepdan.plans.queries.registry import agencies_by_id, carried_on, registry_for
from tiepdan.plans.rules import PlanStatus, changes, content
from tiepdan.plans.rules.due import Due, DueKind, next_due, relative_day
from tiepdan.plans.rules.matching import Match, MatchKind
from tiepdan.plans.rules.report_periods import ReportPeriod, Rhythm, rhythm_of
from tiepdan.plans.rules.tasks import (
    AgencyCapacity,
    AgencyState,
    PlanState,
    TaskKind,
    TaskState,
    VersionKind,
    may_coordinate,
    may_issue,
)

_SHARED: Final = (
    "plan_id", "agency_path", "coordinator_path", "section", "heading", "basis", "passages", "kind", "lead_text",
    "coordinate_text", "report_to", "via", "result", "recurring", "requested", "phase", "status", "since_version",
)  # fmt: skip


@transaction.atomic
def follow_plan(
    *, document_code: str, window_id: int | None = None, implements_code: str = "", by: Actor, at: datetime
) -> Plan:
    """Take a confirmed document up as a plan: its tasks and the bodies it names, matched as far as they can be.

    Raises ActionRefused: plan_role_not_allowed, plan_absent, plan_not_confirmed, plan_followed, plan_to_implement_absent.
    """
    document = _document(document_code, by=by)
    if PlanVersion.objects.filter(document=document).exists():
        raise ActionRefused(Refused("plan_followed"))
    reading = _reading(document)
    above = _implemented(implements_code) if implements_code else None
    head = reading["document"]
    plan = Plan.objects.create(
        code=new_code(),
        agency_id=by.agency_id,
        agency_path=by.agency_path,
        above_path=above.agency_path if above else "",
        title=(head.get("title") or document.name)[:500],
        number=(head.get("number") or "")[:60],
        issuer=(head.get("issuer") or "")[:200],
        signed_on=_day(head.get("date")),
        status=PlanState.DRAFT,
        window_id=window_id,
        implements=above,
        made_by_id=by.user_id,
        made_at=at,
    )
    PlanVersion.objects.create(
        plan=plan, ordinal=1, kind=VersionKind.FIRST, document=document, number=plan.number, signed_on=plan.signed_on,
        taken_at=at, made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    tasks = content.read_tasks(reading)
    basis = content.bases_of(reading)
    for read in tasks:
        _add(plan, read, basis=basis, version=1, state=TaskState.DRAFT)
    _name(plan, content.names_of(tasks), at=at)
    record(
        act="plan.taken_up", by=by, at=at, subject=_subject(plan),
        after={"document": document.code, "title": plan.title, "tasks": len(tasks)},
    )  # fmt: skip
    return plan


@transaction.atomic
def decide_body(*, body_id: int, agencies: Sequence[int], outside: bool = False, by: Actor, at: datetime) -> PlanBody:
    """Say which agencies a printed name means, or that it means none of the registry.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, body_needs_agencies.
    """
    body = PlanBody.objects.select_for_update().select_related("plan").get(pk=body_id)
    allow(may_coordinate(by=by, coordinator_path=body.plan.agency_path))
    known = agencies_by_id(agencies)
    if not outside and not known:
        raise ActionRefused(Refused("body_needs_agencies"))
    before = {"agencies": body.agencies, "kind": body.kind}
    ids = [] if outside else [pk for pk in dict.fromkeys(agencies) if pk in known]
    body.agencies = ids
    body.kind = MatchKind.OUTSIDE if outside else MatchKind.ONE if len(ids) == 1 else MatchKind.SET
    body.confidence, body.decided_by_id, body.decided_at = 1.0, by.user_id, at
    body.save()
    record(
        act="plan.body_decided", by=by, at=at, subject=_subject(body.plan), before=before,
        after={"name": body.name, "agencies": ids, "outside": outside},
    )  # fmt: skip
    if body.plan.status == PlanState.ISSUED:
        _assign(body.plan, Task.objects.filter(plan=body.plan, status=TaskState.OPEN, parent=None), by=by, at=at)
    return body


@transaction.atomic
def accept_sure_bodies(*, code: str, by: Actor, at: datetime) -> int:
    """Confirm at once every name whose match is sure. Returns how many. Raises ActionRefused: plan_role_not_allowed …"""
    plan = _locked(code, by=by)
    sure = [body for body in plan.bodies.filter(decided_at=None) if _is_sure(body)]
    for body in sure:
        body.decided_by_id, body.decided_at = by.user_id, at
        body.save(update_fields=["decided_by", "decided_at"])
    record(act="plan.bodies_confirmed", by=by, at=at, subject=_subject(plan), after={"count": len(sure)})
    return len(sure)


@transaction.atomic
def change_task(  # what the form of a task holds
    *, task_id: int, text: str, leads: Sequence[str], coordinate: Sequence[str], kind: TaskKind, indicator: str = "",
    target: Decimal | None = None, unit: str = "", result: str = "", phase: str = "", by: Actor, at: datetime,
) -> Task:  # fmt: skip
    """Change a task of a plan: words, who leads and coordinates, kind, indicator. New names are matched at once.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, task_text_missing.
    """
    task = _task(task_id, by=by)
    if not text.strip():
        raise ActionRefused(Refused("task_text_missing"))
    before = {
        "text": task.text,
        "leads": task.lead_text,
        "coordinate": task.coordinate_text,
        "indicator": task.indicator,
    }
    task.text, task.kind, task.result, task.phase = text.strip(), kind, result.strip(), phase
    task.lead_text, task.coordinate_text = _lines(leads), _lines(coordinate)
    task.indicator, task.target, task.unit = indicator.strip()[:200], target, unit.strip()[:40]
    task.save()
    _name(task.plan, (*leads, *coordinate), at=at)
    record(
        act="plan.task_changed", by=by, at=at, subject=_subject(task.plan), before=before,
        after={"task": task.pk, "text": task.text, "leads": task.lead_text, "coordinate": task.coordinate_text,
               "indicator": task.indicator},
    )  # fmt: skip
    if task.status == TaskState.OPEN:
        _assign(task.plan, [task], by=by, at=at)
    return task


@transaction.atomic
def split_task(*, task_id: int, texts: Sequence[str], by: Actor, at: datetime) -> list[Task]:
    """Split a task that was not issued yet: each part keeps bodies, deadlines, passage.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_issued, task_parts_missing.
    """
    task = _task(task_id, by=by)
    _draft_only(task.plan)
    parts = [text.strip() for text in texts if text.strip()]
    if len(parts) < 2:
        raise ActionRefused(Refused("task_parts_missing"))
    deadlines = list(task.deadlines.all())
    _make_room(task.plan, after=task.ordinal, count=len(parts) - 1)
    before, made = task.text, [task]
    task.text = parts[0]
    task.save(update_fields=["text"])
    for number, text in enumerate(parts[1:], 1):
        copy = Task.objects.create(**{**_columns(task), "text": text, "ordinal": task.ordinal + number})
        for due in deadlines:
            _add_deadline(copy, due.due())
        made.append(copy)
    record(
        act="plan.task_split",
        by=by,
        at=at,
        subject=_subject(task.plan),
        before={"text": before},
        after={"texts": parts},
    )
    return made


@transaction.atomic
def join_tasks(*, code: str, task_ids: Sequence[int], by: Actor, at: datetime) -> Task:
    """Join tasks that were not issued yet into the first: words, bodies, deadlines, passages are put together.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_issued, tasks_to_join_missing.
    """
    plan = _locked(code, by=by)
    _draft_only(plan)
    tasks = list(Task.objects.filter(plan=plan, pk__in=task_ids, parent=None).order_by("ordinal"))
    if len(tasks) < 2:
        raise ActionRefused(Refused("tasks_to_join_missing"))
    first, *others = tasks
    first.text = " ".join(task.text for task in tasks)
    first.lead_text = _lines(name for task in tasks for name in task.lead_text.splitlines())
    first.coordinate_text = _lines(name for task in tasks for name in task.coordinate_text.splitlines())
    first.report_to = _lines(name for task in tasks for name in task.report_to.splitlines())
    first.via = next((task.via for task in tasks if task.via), "")
    first.passages = [span for task in tasks for span in task.passages]
    first.save()
    for task in others:
        task.deadlines.update(task=first)
        task.delete()
    record(
        act="plan.tasks_joined", by=by, at=at, subject=_subject(plan),
        before={"texts": [task.text for task in others]}, after={"task": first.pk, "text": first.text},
    )  # fmt: skip
    return first


@transaction.atomic
def set_deadlines(*, task_id: int, deadlines: Sequence[Due], by: Actor, at: datetime) -> Task:
    """Give a task its deadlines; the next one is shown at once where the task was issued.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here.
    """
    task = _task(task_id, by=by)
    before = [due.printed or due.kind for due in task.deadlines.all()]
    task.deadlines.all().delete()  # type: ignore[no-untyped-call,unused-ignore]
    for due in deadlines:
        _add_deadline(task, due)
    record(
        act="plan.deadlines_set", by=by, at=at, subject=_subject(task.plan), before={"deadlines": before},
        after={"task": task.pk, "deadlines": [due.printed or due.kind.value for due in deadlines]},
    )  # fmt: skip
    if task.status == TaskState.OPEN:
        _refresh_due([task], on=at.date())
    return task


@transaction.atomic
def drop_task(*, task_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Take a task out: a draft one goes, an issued one is withdrawn and keeps what was done.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, reason_missing.
    """
    task = _task(task_id, by=by)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    record(
        act="plan.task_dropped", by=by, at=at, subject=_subject(task.plan), before={"text": task.text}, reason=reason
    )
    if task.plan.status == PlanState.DRAFT:
        task.deadlines.all().delete()  # type: ignore[no-untyped-call,unused-ignore]
        task.delete()
        return
    _withdraw([task], version=task.plan.version, at=at)


@transaction.atomic
def place_plan(*, code: str, window_id: int | None, implements_code: str, by: Actor, at: datetime) -> Plan:
    """Say which event the plan serves and which plan of a superior it implements.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_to_implement_absent.
    """
    plan = _locked(code, by=by)
    above = _implemented(implements_code) if implements_code else None
    if above is not None and above.pk == plan.pk:
        raise ActionRefused(Refused("plan_to_implement_absent"))
    plan.window_id, plan.implements = window_id, above
    plan.above_path = above.agency_path if above else ""
    plan.save(update_fields=["window", "implements", "above_path"])
    _refresh_due(plan.tasks.filter(status=TaskState.OPEN), on=at.date())
    record(
        act="plan.placed", by=by, at=at, subject=_subject(plan),
        after={"window": window_id, "implements": above.code if above else ""},
    )  # fmt: skip
    return plan


@transaction.atomic
def take_up_above(*, task_id: int, superior_id: int | None, by: Actor, at: datetime) -> Task:
    """Say which task of the superior's plan a task of one's own carries out.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_to_implement_absent.
    """
    task = _task(task_id, by=by)
    if (
        superior_id is not None
        and not Task.objects.filter(pk=superior_id, plan_id=task.plan.implements_id or 0).exists()
    ):
        raise ActionRefused(Refused("plan_to_implement_absent"))
    task.implements_id = superior_id
    task.save(update_fields=["implements"])
    record(
        act="plan.task_implements",
        by=by,
        at=at,
        subject=_subject(task.plan),
        after={"task": task.pk, "implements": superior_id},
    )
    return task


@transaction.atomic
def issue_plan(*, code: str, by: Actor, at: datetime) -> Plan:
    """Issue a plan: each task appears at its agencies, who are told; duties to report begin.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_issued, bodies_undecided, tasks_unassigned.
    """
    plan = _locked(code, by=by)
    needed = {
        name for task in plan.tasks.all() for name in (*task.lead_text.splitlines(), *task.coordinate_text.splitlines())
    }
    undecided = sum(1 for body in plan.bodies.filter(decided_at=None) if body.name in needed)
    nobody = plan.tasks.filter(parent=None, lead_text="").count()
    allow(
        may_issue(
            state=PlanState(plan.status),
            undecided=undecided,
            unassigned=nobody,
            by=by,
            coordinator_path=plan.agency_path,
        )
    )
    plan.status, plan.issued_at = PlanState.ISSUED, at
    plan.save(update_fields=["status", "issued_at"])
    tasks = list(plan.tasks.filter(parent=None))
    plan.tasks.filter(parent=None).update(status=TaskState.OPEN)
    for task in tasks:
        task.status = TaskState.OPEN
    told = _assign(plan, tasks, by=by, at=at)
    duties = _begin_duties(plan, tasks, on=at.date())
    open_reports(plan=plan, until=at.date(), by=by, at=at)
    record(
        act="plan.issued", by=by, at=at, subject=_subject(plan),
        after={"tasks": len(tasks), "agencies": told, "reports": duties},
    )  # fmt: skip
    return plan


@transaction.atomic
def compare_version(*, code: str, document_code: str, kind: VersionKind, by: Actor, at: datetime) -> PlanVersion:
    """Lay a new text beside the plan: what stays, is reworded, comes new, is gone. Nothing changes yet.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_absent, plan_not_confirmed, plan_closed.
    """
    plan = _locked(code, by=by)
    if plan.status == PlanState.CLOSED:
        raise ActionRefused(Refused("plan_closed"))
    document = _document(document_code, by=by)
    plan.versions.filter(taken_at=None).delete()
    reading = _reading(document)
    old = [
        changes.Told(task.pk, task.text, task.section, task.lead_text, _due_words(task))
        for task in plan.tasks.filter(parent=None)
        .exclude(status=TaskState.WITHDRAWN)
        .order_by("ordinal")
        .prefetch_related("deadlines")
    ]
    new = [
        changes.Told(
            read.place, read.text, read.section, _lines(read.leads), "; ".join(_said(due) for due in read.deadlines)
        )
        for read in content.read_tasks(reading)
    ]
    found = changes.compared(old=old, new=new)
    last = plan.versions.aggregate(last=Max("ordinal"))["last"] or 0
    version = PlanVersion.objects.create(
        plan=plan, ordinal=last + 1, kind=VersionKind.SAME if found.is_empty else kind, document=document,
        number=(reading["document"].get("number") or "")[:60], signed_on=_day(reading["document"].get("date")),
        changes=found.to_json(), made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    record(
        act="plan.compared", by=by, at=at, subject=_subject(plan),
        after={"document": document.code, "added": len(found.added), "gone": len(found.gone)},
    )  # fmt: skip
    return version


@transaction.atomic
def take_version(*, code: str, by: Actor, at: datetime) -> Plan:
    """Take the compared text over: reworded tasks keep their progress, new ones go to their agencies, gone ones are withdrawn.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, version_absent.
    """
    plan = _locked(code, by=by)
    version = plan.versions.filter(taken_at=None).select_related("document").first()
    if version is None:
        raise ActionRefused(Refused("version_absent"))
    found = changes.from_json(version.changes)
    reading = _reading(version.document)
    reads = content.read_tasks(reading)
    _name(plan, content.names_of(reads), at=at)
    basis, issued = content.bases_of(reading), plan.status == PlanState.ISSUED
    version.taken_at = at
    version.save(update_fields=["taken_at"])
    plan.version = version.ordinal
    plan.title = (reading["document"].get("title") or plan.title)[:500]
    plan.number, plan.signed_on = version.number or plan.number, version.signed_on or plan.signed_on
    plan.save(update_fields=["version", "title", "number", "signed_on"])
    touched = [_rewrite(pair, reads[pair.new], basis) for pair in found.pairs]
    state = TaskState.OPEN if issued else TaskState.DRAFT
    touched += [_add(plan, reads[place], basis=basis, version=version.ordinal, state=state) for place in found.added]
    gone = list(Task.objects.filter(plan=plan, pk__in=found.gone))
    _withdraw(gone, version=version.ordinal, at=at)
    if issued:
        _assign(plan, touched, by=by, at=at)
        _refresh_due(touched, on=at.date())
    record(
        act="plan.version_taken", by=by, at=at, subject=_subject(plan),
        after={"version": version.ordinal, "kind": version.kind, "added": len(found.added), "gone": len(gone)},
    )  # fmt: skip
    return plan


@transaction.atomic
def close_plan(*, code: str, evaluation: str, lessons: str, by: Actor, at: datetime) -> Plan:
    """End a plan with its evaluation and lessons. Raises ActionRefused: plan_not_running, evaluation_missing …"""
    plan = _locked(code, by=by)
    if plan.status != PlanState.ISSUED:
        raise ActionRefused(Refused("plan_not_running"))
    if not evaluation.strip():
        raise ActionRefused(Refused("evaluation_missing"))
    plan.status, plan.closed_at = PlanState.CLOSED, at
    plan.evaluation, plan.lessons = evaluation.strip(), lessons.strip()
    plan.save(update_fields=["status", "closed_at", "evaluation", "lessons"])
    plan.report_duties.filter(ended_at=None).update(ended_at=at)
    record(act="plan.closed", by=by, at=at, subject=_subject(plan), after={"evaluation": plan.evaluation})
    return plan


def _document(code: str, *, by: Actor) -> PlanDocument:
    document = PlanDocument.objects.filter(code=code).first()
    if document is None:
        raise ActionRefused(Refused("plan_absent"))
    allow(may_coordinate(by=by, coordinator_path=document.agency_path))
    if document.status != PlanStatus.CONFIRMED:
        raise ActionRefused(Refused("plan_not_confirmed"))
    return document


def _reading(document: PlanDocument) -> dict[str, Any]:
    return exported(document.as_corrected(), from_json(document.corrections))


def _implemented(code: str) -> Plan:
    above = Plan.objects.filter(code=code).exclude(status=PlanState.DRAFT).first()
    if above is None:
        raise ActionRefused(Refused("plan_to_implement_absent"))
    return above


def _locked(code: str, *, by: Actor) -> Plan:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("agency", "window").filter(code=code).first()
    if plan is None:
        raise ActionRefused(Refused("plan_absent"))
    allow(may_coordinate(by=by, coordinator_path=plan.agency_path))
    return plan


def _task(task_id: int, *, by: Actor) -> Task:
    task = Task.objects.select_for_update(of=("self",)).select_related("plan__window", "plan__agency").get(pk=task_id)
    allow(may_coordinate(by=by, coordinator_path=task.plan.agency_path))
    return task


def _draft_only(plan: Plan) -> None:
    if plan.status != PlanState.DRAFT:
        raise ActionRefused(Refused("plan_issued"))


def _add(plan: Plan, read: content.ReadTask, *, basis: str, version: int, state: TaskState) -> Task:
    last = plan.tasks.aggregate(last=Max("ordinal"))["last"] or 0
    task = Task.objects.create(
        plan=plan, agency_path=plan.agency_path, coordinator_path=plan.agency_path, ordinal=last + 1, text=read.text,
        section=read.section[:40], heading=read.heading[:300], basis=basis, passages=[list(one) for one in read.passages],
        kind=read.kind, lead_text=_lines(read.leads), coordinate_text=_lines(read.coordinate),
        report_to=_lines(read.report_to), via=read.via[:200], result=read.result, recurring=read.recurring,
        requested=read.requested, status=state, since_version=version,
    )  # fmt: skip
    for due in read.deadlines:
        _add_deadline(task, due)
    return task


def _rewrite(pair: changes.Pair, read: content.ReadTask, basis: str) -> Task:
    task = Task.objects.select_related("plan__window", "plan__agency").get(pk=pair.old)
    task.text, task.section, task.heading, task.basis = read.text, read.section[:40], read.heading[:300], basis
    task.passages = [list(one) for one in read.passages]
    task.lead_text, task.coordinate_text = _lines(read.leads), _lines(read.coordinate)
    task.report_to, task.via = _lines(read.report_to), read.via[:200]
    task.save()
    if "deadline" in pair.differs:
        task.deadlines.all().delete()  # type: ignore[no-untyped-call,unused-ignore]
        for due in read.deadlines:
            _add_deadline(task, due)
    return task


def _add_deadline(task: Task, due: Due) -> None:
    TaskDeadline.objects.create(
        task=task, kind=due.kind, printed=due.printed[:300], day=due.day, month=due.month, month_day=due.month_day,
        weekday=due.weekday, anchor=due.anchor or "", event=due.event[:200], event_on=due.event_on,
        offset_days=due.offset_days, working_days=due.working_days, at_time=due.at_time,
    )  # fmt: skip


def _name(plan: Plan, names: Iterable[str], *, at: datetime) -> None:
    """Match the names that the plan did not name before, on the plan's day."""
    known = set(plan.bodies.values_list("name", flat=True))
    fresh = [name for name in dict.fromkeys(names) if name and name[:400] not in known]
    if not fresh:
        return
    # The day of signing says which bodies there were; a plan without a day is matched today.
    registry = registry_for(agency=plan.agency, issuer=plan.issuer, on=plan.signed_on or at.date())
    for name in fresh:
        found = registry.match(name)
        PlanBody.objects.create(
            plan=plan, name=name[:400], agencies=list(found.ids), kind=found.kind, confidence=found.confidence,
            why=found.why[:300],
        )  # fmt: skip


def _is_sure(body: PlanBody) -> bool:
    return Match(MatchKind(body.kind), tuple(body.agencies), body.confidence).is_sure


def _assign(plan: Plan, tasks: Iterable[Task], *, by: Actor, at: datetime) -> int:
    """Let each task appear at its agencies; tell those to whom something is new. Returns how many agencies were told."""
    # The plan names the bodies of its day; who works today may be their successor.
    bodies = {body.name: carried_on(ids=body.agencies, on=at.date()) for body in plan.bodies.all()}
    known = agencies_by_id(pk for ids in bodies.values() for pk in ids)
    told: set[int] = set()
    for task in tasks:
        wanted: dict[int, AgencyCapacity] = {}
        for capacity, text in (
            (AgencyCapacity.LEAD, task.lead_text),
            (AgencyCapacity.COORDINATE, task.coordinate_text),
        ):
            for name in text.splitlines():
                for pk in bodies.get(name[:400], ()):
                    if pk in known:
                        wanted.setdefault(pk, capacity)
        lines = {line.agency_id: line for line in task.agencies.all()}
        for pk, capacity in wanted.items():
            line = lines.get(pk)
            if line is None:
                agency = known[pk]
                TaskAgency.objects.create(
                    task=task, plan=plan, agency=agency, agency_path=agency.path, coordinator_path=plan.agency_path,
                    capacity=capacity, status=AgencyState.GIVEN,
                )  # fmt: skip
                told.add(pk)
            elif line.status == AgencyState.RELEASED or line.capacity != capacity:
                line.status = AgencyState.GIVEN if line.status == AgencyState.RELEASED else line.status
                line.capacity = capacity
                line.save(update_fields=["status", "capacity"])
                told.add(pk)
        for pk, line in lines.items():
            if pk not in wanted and line.status != AgencyState.RELEASED:
                line.status = AgencyState.RELEASED
                line.save(update_fields=["status"])
    _refresh_due(tasks, on=at.date())
    for pk in sorted(told - {by.agency_id}):
        for role in (Role.COORDINATOR, Role.HEAD):
            notify(agency_id=pk, kind="plan_task", at=at, code=plan.code, role=role)
    return len(told)


def _refresh_due(tasks: Iterable[Task], *, on: date) -> None:
    calendar = national_calendar()
    for task in tasks:
        day, row = _next(task, on=on, calendar=calendar)
        task.agencies.exclude(status__in=[AgencyState.DONE, AgencyState.RELEASED]).update(
            due_on=day, due_time=row.at_time if row else None
        )


def _next(task: Task, *, on: date, calendar: Calendar) -> tuple[date | None, TaskDeadline | None]:
    window = task.plan.window.days() if task.plan.window else None
    found = []
    for row in task.deadlines.all():
        due = row.due()
        # What was due on a single day stays due, also when that day has passed.
        after = on if due.kind not in {DueKind.FIXED, DueKind.RELATIVE} else date(2000, 1, 1)
        day = due.day if due.kind is DueKind.FIXED else next_due(due=due, after=after, window=window, calendar=calendar)
        if due.kind is DueKind.RELATIVE:
            day = relative_day(due, window, calendar)
        if day is not None:
            found.append((day, row))
    return min(found, key=lambda one: one[0], default=(None, None))


def _withdraw(tasks: Iterable[Task], *, version: int, at: datetime) -> None:
    for task in tasks:
        task.status, task.until_version = TaskState.WITHDRAWN, version
        task.save(update_fields=["status", "until_version"])
        for line in task.agencies.exclude(status__in=[AgencyState.DONE, AgencyState.RELEASED]):
            line.status = AgencyState.RELEASED
            line.save(update_fields=["status"])
            notify(
                agency_id=line.agency_id, kind="plan_task_withdrawn", at=at, code=task.plan.code, role=Role.COORDINATOR
            )


def _columns(task: Task) -> dict[str, Any]:
    """Everything of a task but its id, for its other parts."""
    return {name: getattr(task, name) for name in _SHARED}


def _make_room(plan: Plan, *, after: int, count: int) -> None:
    for task in plan.tasks.filter(ordinal__gt=after).order_by("-ordinal"):
        task.ordinal += count
        task.save(update_fields=["ordinal"])


def _begin_duties(plan: Plan, tasks: Sequence[Task], *, on: date) -> int:
    """Turn tasks that are reports into duties to report: who, to whom, through whom, how often."""
    bodies = {body.name: carried_on(ids=body.agencies, on=on) for body in plan.bodies.all()}
    known = agencies_by_id(pk for ids in bodies.values() for pk in ids)
    made = 0
    for task in tasks:
        read = content.ReadTask(
            0, task.text, "", "", (), (), tuple(task.report_to.splitlines()), "", "", "", False, TaskKind(task.kind),
            deadlines=tuple(row.due() for row in task.deadlines.all()),
        )  # fmt: skip
        if not read.reports:
            continue
        to = _first(task.report_to.splitlines(), bodies, known) or plan.agency
        via = _first([task.via], bodies, known) if task.via else None
        who = [
            pk
            for name in task.lead_text.splitlines()
            for pk in bodies.get(name[:400], ())
            if pk in known and pk != to.pk
        ]
        for due in read.deadlines:
            if due.kind is DueKind.AS_NEEDED or not who:
                continue
            starts, ends = _duty_days(plan, due, on=on)
            day = _single_day(plan, due)
            rhythm = rhythm_of(due=due, starts_on=starts, ends_on=ends)
            if rhythm.period is ReportPeriod.ONCE and day is None:
                continue
            store_duty(
                plan=plan, title=task.text[:300], rhythm=Rhythm(
                    period=rhythm.period, starts_on=min(starts, day) if day else starts, ends_on=ends, at_time=due.at_time,
                    weekday=due.weekday, month_day=due.month_day, month=due.month, day=day,
                ), agencies=who, to=to, via=via if via and via.pk != to.pk else None, printed=due.printed,
            )  # fmt: skip
            made += 1
    return made


def _single_day(plan: Plan, due: Due) -> date | None:
    """The day of a deadline that comes once."""
    if due.kind is DueKind.FIXED:
        return due.day
    window = plan.window.days() if plan.window else None
    return relative_day(due, window, national_calendar()) if due.kind is DueKind.RELATIVE else None


def _duty_days(plan: Plan, due: Due, *, on: date) -> tuple[date, date | None]:
    window: EventWindow | None = plan.window
    if window is None:
        return on, None
    if due.kind is DueKind.DAILY:
        return window.starts_on, window.ends_on
    return on, window.follows_until  # nobody reports of days before the task came


def _first(names: Iterable[str], bodies: dict[str, list[int]], known: dict[int, Agency]) -> Agency | None:
    return next((known[pk] for name in names for pk in bodies.get(name[:400], ()) if pk in known), None)


def _due_words(task: Task) -> str:
    return "; ".join(_said(row.due()) for row in task.deadlines.all())


def _said(due: Due) -> str:
    day = f"{due.day:%d/%m/%Y}" if due.day else f"{due.month_day}/{due.month}" if due.month else ""
    return f"{due.kind.value} {day or due.event or due.printed}".strip()


def _lines(names: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and not text.startswith("--") else None


def _subject(plan: Plan) -> str:
    return f"followed_plan:{plan.pk}"


__all__ = ["accept_sure_bodies", "change_task", "close_plan", "compare_version", "decide_body", "drop_task",
           "follow_plan", "issue_plan", "join_tasks", "place_plan", "set_deadlines", "split_task", "take_up_above",
           "take_version"]  # fmt: skip
