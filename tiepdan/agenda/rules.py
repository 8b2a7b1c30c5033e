"""Sessions of heads: when they must be posted, how often they are owed, what may be done with one. Plain values."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import AgencyKind
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.norms import norm
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

KEEPERS: Final = frozenset({Role.RECEPTION_OFFICER, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK})
POSTING: Final = "LI-7"
WEEKDAYS: Final = 7
MOST_WEEKS: Final = 5


class Chair(StrEnum):
    """Whose session it is."""

    HEAD = "head"  # thủ trưởng cơ quan
    PARTY_SECRETARY = "party_secretary"  # bí thư cấp ủy
    COUNCIL = "council"  # Thường trực Hội đồng nhân dân
    DEPUTIES = "deputies"  # đại biểu Quốc hội, đại biểu Hội đồng nhân dân


class SessionKind(StrEnum):
    """Periodic by the calendar, or extraordinary on one of two grounds."""

    PERIODIC = "periodic"
    EXTRAORDINARY = "extraordinary"


class Trigger(StrEnum):
    """Why an extraordinary session is held (DT-3)."""

    HEATED = "heated"  # gay gắt, phức tạp, nhiều người, nhiều cơ quan hoặc ý kiến còn khác nhau
    URGENT = "urgent"  # không chỉ đạo kịp thời thì hậu quả nghiêm trọng


class SessionStatus(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"


class FollowUpKind(StrEnum):
    """What follows a reception (DT-9, DT-12)."""

    REPLY = "reply"  # trả lời công dân
    FORWARDING = "forwarding"  # chuyển đơn
    CONCLUSION = "conclusion"  # việc giao trong thông báo kết luận


OPEN: Final = frozenset({SessionStatus.PLANNED, SessionStatus.ANNOUNCED})

# Who owes how many days, by kind of agency. Party bodies, councils, courts are bound by the law or their own rules and
# not by these rows: for them, and for sessions of others than the head, no minimum is shown.
_OWED: Final[dict[AgencyKind, str]] = {
    AgencyKind.COMMUNE_COMMITTEE: "DT-2",
    AgencyKind.DISTRICT_COMMITTEE: "reports §1.2/2",
    AgencyKind.PUBLIC_SERVICE_UNIT: "LI-8",
    AgencyKind.PROVINCIAL_COMMITTEE: "DT-2a",
    AgencyKind.DEPARTMENT: "DT-2a",
    AgencyKind.DEPARTMENT_BODY: "DT-2a",
    AgencyKind.INSPECTORATE: "DT-2a",
    AgencyKind.POLICE: "DT-2a",
    AgencyKind.MINISTRY: "DT-2a",
    AgencyKind.MINISTRY_BODY: "DT-2a",
    AgencyKind.GOVERNMENT: "DT-2a",
}


@dataclass(frozen=True, slots=True)
class Minimum:
    """How often a head receives in person, as the law of a day says."""

    rule: str
    at_least: int
    per: str  # week, month
    text: str
    source: str


class Standing(StrEnum):
    """How a period stands against the minimum."""

    MET = "met"
    PLANNED = "planned"  # not yet, and the calendar holds enough days
    SHORT = "short"  # not yet, and the calendar holds too few
    NOT_MET = "not_met"  # the period is over


@dataclass(frozen=True, slots=True)
class SessionDay:
    """What of a session bears on the minimum."""

    on: date
    status: SessionStatus
    delegated: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A week or month of one head: distinct days in person, days received by a delegate, days still ahead."""

    starts_on: date
    ends_on: date
    minimum: Minimum
    held: int
    delegated: int
    ahead: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which days of the months: days of the month, or a weekday in some weeks."""

    days: tuple[int, ...] = ()  # 1 … 31; the last day where a month is shorter
    weekday: int | None = None  # 0 Monday … 6 Sunday
    weeks: tuple[int, ...] = ()  # 1 … 5: first, second … such weekday of the month


def minimum_of(*, kind: str, chair: str, on: date) -> Minimum | None:
    """Return what the law of a day asks of a head, None where these rules ask nothing.

    Rule: DT-1, DT-2, DT-2a
    """
    row = _OWED.get(AgencyKind(kind)) if chair == Chair.HEAD else None
    value = norm(row).value_on(on) if row else None
    if row is None or value is None or value.at_least is None:
        return None
    return Minimum(rule=row, at_least=value.at_least, per=value.per, text=value.text_vi, source=value.source)


def periods_of(
    *, kind: str, chair: str, year: int, month: int, days: Sequence[SessionDay], today: date
) -> tuple[Period, ...]:
    """Say for a month (or each week that begins in it) whether the head received often enough.

    A day counts once however many sessions it has; a delegated day is counted apart (DT-4).
    """
    first = date(year, month, 1)
    last = date(year, month, months.monthrange(year, month)[1])
    minimum = minimum_of(kind=kind, chair=chair, on=first)
    if minimum is None:
        return ()
    if minimum.per != "week":
        return (_period(first, last, minimum, days, today),)
    mondays = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(
        _period(monday, monday + timedelta(days=WEEKDAYS - 1), minimum, days, today)
        for monday in mondays
        if monday.weekday() == 0
    )


def _period(starts_on: date, ends_on: date, minimum: Minimum, days: Iterable[SessionDay], today: date) -> Period:
    inside = [day for day in days if starts_on <= day.on <= ends_on]
    held = {day.on for day in inside if day.status is SessionStatus.HELD and not day.delegated}
    delegated = {day.on for day in inside if day.status is SessionStatus.HELD and day.delegated} - held
    ahead = {day.on for day in inside if day.status in OPEN and not day.delegated and day.on >= today} - held
    if len(held) >= minimum.at_least:
        standing = Standing.MET
    elif ends_on < today:
        standing = Standing.NOT_MET
    else:
        standing = Standing.PLANNED if len(held) + len(ahead) >= minimum.at_least else Standing.SHORT
    return Period(starts_on, ends_on, minimum, len(held), len(delegated), len(ahead), standing)


def days_of_pattern(*, year: int, from_month: int, to_month: int, pattern: Pattern, calendar: Calendar) -> list[date]:
    """List the days of a pattern in months of a year; a day off moves to the next working day."""
    found: set[date] = set()
    for month in range(from_month, to_month + 1):
        length = months.monthrange(year, month)[1]
        found |= {date(year, month, min(day, length)) for day in pattern.days}
        if pattern.weekday is not None:
            first = (pattern.weekday - date(year, month, 1).weekday()) % WEEKDAYS + 1
            wanted = (first + (week - 1) * WEEKDAYS for week in pattern.weeks)
            found |= {date(year, month, day) for day in wanted if day <= length}
    return sorted({calendar.working_day_on_or_after(day) for day in found})


def last_posting_day(*, on: date, calendar: Calendar) -> Deadline:
    """Return the last day on which a session may be posted, explained. Rule: LI-7"""
    return count(rule_id=POSTING, start=on, calendar=calendar)


def may_keep(*, role: str) -> Verdict:
    """Whether a role keeps the calendar of the own agency."""
    return ALLOWED if role in KEEPERS else Refused("agenda_role_not_allowed")


def may_plan(*, on: date, today: date, starts_at: time, ends_at: time, kind: str, trigger: str) -> Verdict:
    """Whether a session may be put into the calendar. Rule: DT-3"""
    if on < today:
        return Refused("agenda_day_past")
    if ends_at <= starts_at:
        return Refused("agenda_hours_wrong")
    if kind == SessionKind.EXTRAORDINARY and trigger not in set(Trigger):
        return Refused("agenda_trigger_missing", rule="DT-3")
    return ALLOWED


def may_use_pattern(*, pattern: Pattern, from_month: int, to_month: int) -> Verdict:
    """Whether a pattern says which days."""
    named = bool(pattern.days) or (pattern.weekday is not None and bool(pattern.weeks))
    right = all(1 <= day <= 31 for day in pattern.days) and all(1 <= week <= MOST_WEEKS for week in pattern.weeks)
    return ALLOWED if named and right and 1 <= from_month <= to_month <= 12 else Refused("agenda_pattern_wrong")


def may_announce(*, status: str, kind: str, today: date, last_day: date, on: date) -> Verdict:
    """Whether a session may be posted now: a periodic one five working days ahead. Rule: LI-7"""
    if status != SessionStatus.PLANNED:
        return Refused("agenda_not_planned")
    if on < today:
        return Refused("agenda_day_past")
    if kind == SessionKind.PERIODIC and today > last_day:
        return Refused("agenda_announced_late", rule=POSTING, facts={"day": f"{last_day:%d/%m/%Y}"})
    return ALLOWED


def may_move(*, status: str, reason: str, to_on: date, today: date, starts_at: time, ends_at: time) -> Verdict:
    """Whether a session may be moved: for a good reason, to a day to come. Rule: CB-3"""
    if status not in OPEN:
        return Refused("agenda_closed")
    if not reason.strip():
        return Refused("reason_missing")
    if to_on < today:
        return Refused("agenda_day_past")
    return ALLOWED if ends_at > starts_at else Refused("agenda_hours_wrong")


def may_cancel(*, status: str, reason: str) -> Verdict:
    """Whether a session may be cancelled."""
    if status not in OPEN:
        return Refused("agenda_closed")
    return ALLOWED if reason.strip() else Refused("reason_missing")


def may_delegate(*, status: str, name: str, title: str, reason: str) -> Verdict:
    """Whether somebody else may be recorded as receiving. The law does not regulate it: recorded apart (DT-4)."""
    if status not in OPEN:
        return Refused("agenda_closed")
    if not (name.strip() and title.strip()):
        return Refused("agenda_delegate_missing", rule="DT-4")
    return ALLOWED if reason.strip() else Refused("reason_missing")


def may_hold(*, status: str, on: date, today: date) -> Verdict:
    """Whether a session may be recorded as held, which is a fact and needs no posting."""
    if status not in OPEN:
        return Refused("agenda_closed")
    return ALLOWED if on <= today else Refused("agenda_not_yet")


def may_link(*, status: str, session_on: date, received_on: date, voided: bool) -> Verdict:
    """Whether a visit belongs to a session: the same day, not voided. Rule: DT-7"""
    if status == SessionStatus.CANCELLED:
        return Refused("agenda_closed")
    return ALLOWED if received_on == session_on and not voided else Refused("agenda_visit_other_day", rule="DT-7")


def may_follow_up(*, status: str, content: str, body: str, contact: str, due_on: date, today: date) -> Verdict:
    """Whether a follow-up says what, who, whom to contact and until when. Rule: DT-8, DT-9"""
    if status != SessionStatus.HELD:
        return Refused("agenda_not_held")
    if not (content.strip() and body.strip() and contact.strip()):
        return Refused("agenda_follow_up_unclear", rule="DT-9")
    return ALLOWED if due_on >= today else Refused("agenda_follow_up_past")


def may_complete(*, done: bool, note: str, done_on: date, today: date, result_sent_on: date | None) -> Verdict:
    """Whether a follow-up may be closed. Rule: DT-8"""
    if done:
        return Refused("agenda_follow_up_done")
    if not note.strip():
        return Refused("agenda_result_missing")
    days = [done_on, *([result_sent_on] if result_sent_on else [])]
    return ALLOWED if all(day <= today for day in days) else Refused("agenda_day_future")


def may_conclude(*, role: str, status: str, issued: bool, visits: int) -> Verdict:
    """Whether the conclusion notice may be issued. Rule: DT-8"""
    if role not in {Role.HEAD, Role.DEPUTY}:
        return Refused("agenda_head_concludes", rule="DT-8")
    if status != SessionStatus.HELD:
        return Refused("agenda_not_held")
    if issued:
        return Refused("agenda_concluded")
    return ALLOWED if visits else Refused("agenda_no_visits")
