"""The calendar of sessions: planned, announced in time, moved with a reason, delegated, held, with who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.queries import local_defaults
from tiepdan.agenda.models import ReceptionSession, SessionMove, SessionVisit
from tiepdan.agenda.rules import (
    POSTING,
    Pattern,
    SessionStatus,
    days_of_pattern,
    last_posting_day,
    may_announce,
    may_cancel,
    may_delegate,
    may_hold,
    may_keep,
    may_link,
    may_move,
    may_plan,
    may_use_pattern,
)
from tiepdan.audit.record import record
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.reception.actions import VisitReceived, receive_visit
from tiepdan.reception.models import Reception
from tiepdan.reception.visit import Visit
from tiepdan.submissions.intake import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """A session as planned."""

    chair: str
    chair_name: str
    chair_title: str
    kind: str
    on: date
    starts_at: time
    ends_at: time
    place: str
    trigger: str = ""
    mode: str = "in_person"
    focus: str = ""
    participants: str = ""


@transaction.atomic
def plan_session(*, plan: SessionPlan, by: Actor, at: datetime) -> ReceptionSession:
    """Put a session into the calendar.

    Raises ActionRefused: agenda_role_not_allowed, agenda_day_past, agenda_hours_wrong, agenda_trigger_missing, agenda_taken.
    """
    allow(may_keep(role=by.role))
    return _plan(plan, by=by, at=at)


@transaction.atomic
def plan_year(
    *, plan: SessionPlan, year: int, from_month: int, to_month: int, pattern: Pattern, by: Actor, at: datetime
) -> Sequence[ReceptionSession]:
    """Put the sessions of a pattern into the calendar; days past and days that have one already are left out.

    plan: its day is not used
    Raises ActionRefused: agenda_role_not_allowed, agenda_pattern_wrong, agenda_hours_wrong, agenda_nothing_new.
    """
    allow(may_keep(role=by.role))
    allow(may_use_pattern(pattern=pattern, from_month=from_month, to_month=to_month))
    calendar = local_defaults(path=by.agency_path).calendar
    days = days_of_pattern(year=year, from_month=from_month, to_month=to_month, pattern=pattern, calendar=calendar)
    there = set(
        ReceptionSession.objects.filter(agency_id=by.agency_id, chair=plan.chair, on__in=days)
        .exclude(status=SessionStatus.CANCELLED)
        .values_list("on", flat=True)
    )
    wanted = [day for day in days if day not in there and day >= today_of(at)]
    if not wanted:
        raise ActionRefused(Refused("agenda_nothing_new"))
    return [_plan(replace(plan, on=day), by=by, at=at) for day in wanted]


def _plan(plan: SessionPlan, *, by: Actor, at: datetime) -> ReceptionSession:
    allow(
        may_plan(
            on=plan.on, today=today_of(at), starts_at=plan.starts_at, ends_at=plan.ends_at, kind=plan.kind,
            trigger=plan.trigger,
        )
    )  # fmt: skip
    _free(agency_id=by.agency_id, chair=plan.chair, on=plan.on, starts_at=plan.starts_at)
    session = ReceptionSession.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, chair=plan.chair,
        chair_name=tidy(plan.chair_name), chair_title=tidy(plan.chair_title), kind=plan.kind, trigger=plan.trigger,
        on=plan.on, starts_at=plan.starts_at, ends_at=plan.ends_at, place=tidy(plan.place), mode=plan.mode,
        focus=plan.focus.strip(), participants=plan.participants.strip(),
        posting_due_on=_posting_due(path=by.agency_path, on=plan.on), created_by_id=by.user_id, created_at=at,
    )  # fmt: skip
    _record("session.planned", session, by=by, at=at, after={"on": plan.on, "chair": plan.chair})
    return session


@transaction.atomic
def announce_session(*, session_id: int, by: Actor, at: datetime) -> ReceptionSession:
    """Post a session: at the place and on the portal. A periodic one at the latest five working days before.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_not_planned, agenda_day_past, agenda_announced_late.
    Rule: LI-7
    """
    session = locked(session_id, by=by)
    today = today_of(at)
    last = _posting_due(path=session.agency_path, on=session.on)
    allow(may_announce(status=session.status, kind=session.kind, today=today, last_day=last, on=session.on))
    session.status, session.announced_on, session.posting_due_on = SessionStatus.ANNOUNCED, today, last
    session.save(update_fields=["status", "announced_on", "posting_due_on"])
    _record("session.announced", session, by=by, at=at, after={"on": session.on, "last_day": last}, rule=POSTING)
    return session


@transaction.atomic
def move_session(
    *, session_id: int, to_on: date, starts_at: time, ends_at: time, reason: str, by: Actor, at: datetime
) -> ReceptionSession:
    """Move a session for a good reason. One that was announced stays announced: the portal shows old and new time at once.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_closed, reason_missing, agenda_day_past,
        agenda_hours_wrong, agenda_taken.
    Rule: CB-3
    """
    session = locked(session_id, by=by)
    allow(
        may_move(
            status=session.status, reason=reason, to_on=to_on, today=today_of(at), starts_at=starts_at, ends_at=ends_at
        )
    )
    if (to_on, starts_at) != (session.on, session.starts_at):
        _free(agency_id=session.agency_id, chair=session.chair, on=to_on, starts_at=starts_at)
    SessionMove.objects.create(
        session=session, from_on=session.on, from_at=session.starts_at, to_on=to_on, to_at=starts_at,
        reason=tidy(reason)[:300], was_announced=session.status == SessionStatus.ANNOUNCED, moved_at=at,
    )  # fmt: skip
    before = {"on": session.on, "starts_at": session.starts_at}
    session.on, session.starts_at, session.ends_at = to_on, starts_at, ends_at
    if session.status == SessionStatus.PLANNED:
        session.posting_due_on = _posting_due(path=session.agency_path, on=to_on)
    session.save(update_fields=["on", "starts_at", "ends_at", "posting_due_on"])
    _record(
        "session.moved", session, by=by, at=at, before=before, after={"on": to_on, "starts_at": starts_at},
        reason=reason, rule="CB-3",
    )  # fmt: skip
    return session


@transaction.atomic
def cancel_session(*, session_id: int, reason: str, by: Actor, at: datetime) -> ReceptionSession:
    """Cancel a session. Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_closed, reason_missing."""
    session = locked(session_id, by=by)
    allow(may_cancel(status=session.status, reason=reason))
    session.status, session.cancel_reason = SessionStatus.CANCELLED, tidy(reason)[:300]
    session.save(update_fields=["status", "cancel_reason"])
    _record("session.cancelled", session, by=by, at=at, reason=reason)
    return session


@transaction.atomic
def delegate_session(
    *, session_id: int, name: str, title: str, reason: str, by: Actor, at: datetime
) -> ReceptionSession:
    """Record that somebody else receives; such a day is counted apart from the minimum.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_closed, agenda_delegate_missing, reason_missing.
    Rule: DT-4
    """
    session = locked(session_id, by=by)
    allow(may_delegate(status=session.status, name=name, title=title, reason=reason))
    session.delegate_name, session.delegate_title = tidy(name), tidy(title)
    session.delegate_reason = tidy(reason)[:300]
    session.save(update_fields=["delegate_name", "delegate_title", "delegate_reason"])
    _record("session.delegated", session, by=by, at=at, after={"title": title}, reason=reason, rule="DT-4")
    return session


@transaction.atomic
def hold_session(*, session_id: int, note_taker: str, opinion: str, by: Actor, at: datetime) -> ReceptionSession:
    """Record that a session was held.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_closed, agenda_not_yet.
    Rule: DT-7, DT-10
    """
    session = locked(session_id, by=by)
    allow(may_hold(status=session.status, on=session.on, today=today_of(at)))
    session.status, session.note_taker, session.opinion = SessionStatus.HELD, tidy(note_taker), opinion.strip()
    session.save(update_fields=["status", "note_taker", "opinion"])
    _record("session.held", session, by=by, at=at, after={"on": session.on}, rule="DT-7")
    return session


@transaction.atomic
def link_visit(*, session_id: int, reception_id: int, by: Actor, at: datetime) -> SessionVisit:
    """Put a line of the reception book into a session of its day.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_visit_unknown, agenda_closed,
        agenda_visit_other_day, agenda_visit_linked.
    Rule: DT-7
    """
    session = locked(session_id, by=by)
    visit = Reception.objects.filter(pk=reception_id, agency_id=session.agency_id).first()
    if visit is None:
        raise ActionRefused(Refused("agenda_visit_unknown"))
    allow(
        may_link(
            status=session.status, session_on=session.on, received_on=visit.received_on, voided=bool(visit.void_reason)
        )
    )
    if SessionVisit.objects.filter(visit=visit).exists():
        raise ActionRefused(Refused("agenda_visit_linked"))
    line = SessionVisit.objects.create(session=session, visit=visit)
    _record("session.visit_linked", session, by=by, at=at, after={"reception": visit.code}, rule="DT-7")
    return line


@transaction.atomic
def receive_in_session(
    *, session_id: int, visit: Visit, intake: Intake | None, by: Actor, at: datetime, request_key: str | None = None
) -> VisitReceived:
    """Receive a visit within a session: the line of the book and its place in the session, or neither.

    Raises ActionRefused: those of `receive_visit` and of `link_visit`.
    Rule: DT-7
    """
    got = receive_visit(visit=visit, intake=intake, by=by, at=at, request_key=request_key)
    if not got.repeated:
        link_visit(session_id=session_id, reception_id=got.reception.pk, by=by, at=at)
    return got


def locked(session_id: int, *, by: Actor) -> ReceptionSession:
    """Lock a session of the own agency. Raises ActionRefused: agenda_role_not_allowed, agenda_unknown."""
    allow(may_keep(role=by.role))
    session = (
        ReceptionSession.objects.select_for_update(of=("self",))
        .select_related("agency")
        .filter(pk=session_id, agency_id=by.agency_id)
        .first()
    )
    if session is None:
        raise ActionRefused(Refused("agenda_unknown"))
    return session


def today_of(at: datetime) -> date:
    """Return the day in Vietnam."""
    return at.astimezone(VIETNAM).date()


def _posting_due(*, path: str, on: date) -> date:
    return last_posting_day(on=on, calendar=local_defaults(path=path).calendar).due


def _free(*, agency_id: int, chair: str, on: date, starts_at: time) -> None:
    taken = ReceptionSession.objects.filter(agency_id=agency_id, chair=chair, on=on, starts_at=starts_at)
    if taken.exclude(status=SessionStatus.CANCELLED).exists():
        raise ActionRefused(Refused("agenda_taken", facts={"day": f"{on:%d/%m/%Y}"}))


def _record(
    act: str, session: ReceptionSession, *, by: Actor, at: datetime, before: dict[str, object] | None = None,
    after: dict[str, object] | None = None, reason: str = "", rule: str = "",
) -> None:  # fmt: skip
    record(act=act, by=by, at=at, subject=f"session:{session.pk}", before=before, after=after, reason=reason, rule=rule)
