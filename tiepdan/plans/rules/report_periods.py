"""Periods of reports under a plan: which days one tells of, and until when it is due."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.plans.rules.due import Due, DueKind

END_OF_DAY: Final = time(17, 0)  # where the plan names no hour: the end of the office day
SECTIONS: Final = {
    "results": "Kết quả thực hiện",
    "difficulties": "Khó khăn, vướng mắc",
    "assessment": "Đánh giá",
    "lessons": "Bài học kinh nghiệm",
    "proposals": "Kiến nghị, đề xuất",
}


class ReportPeriod(StrEnum):
    """How often."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    ONCE = "once"
    FINAL = "final"  # at the end


class ReportState(StrEnum):
    """Where a report is."""

    DUE = "due"
    SENT = "sent"  # at the body it goes through, or at its goal when there is none between
    PASSED = "passed"  # through, before who receives
    RECEIVED = "received"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Span:
    """One report: the days it tells of, and when it is due."""

    starts_on: date
    ends_on: date
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When reports are due."""

    period: ReportPeriod
    starts_on: date
    ends_on: date | None
    at_time: time | None = None
    weekday: int | None = None
    month_day: int | None = None
    month: int | None = None
    day: date | None = None


def spans(*, rhythm: Rhythm, until: date) -> tuple[Span, ...]:
    """List the reports whose days have begun by a day.

    A yearly report by 10/12 tells of the days from the last 10/12 on. Nothing after the duty's last day.
    """
    last = min(until, rhythm.ends_on) if rhythm.ends_on else until
    if rhythm.period in {ReportPeriod.ONCE, ReportPeriod.FINAL}:
        day = rhythm.day or rhythm.ends_on
        return (_span(rhythm, rhythm.starts_on, day, day),) if day and rhythm.starts_on <= until else ()
    found: list[Span] = []
    first = rhythm.starts_on
    while first <= last and len(found) < 4000:
        due = _next(rhythm, first)
        ends = min(due, rhythm.ends_on) if rhythm.ends_on else due
        found.append(_span(rhythm, first, ends, ends if rhythm.ends_on and due > rhythm.ends_on else due))
        first = due + timedelta(days=1)
    return tuple(found)


def _span(rhythm: Rhythm, first: date, last: date, due: date) -> Span:
    return Span(min(first, last), last, datetime.combine(due, rhythm.at_time or END_OF_DAY, VIETNAM))


def _next(rhythm: Rhythm, first: date) -> date:
    """Return the due day of the period that a day begins."""
    match rhythm.period:
        case ReportPeriod.DAILY:
            return first
        case ReportPeriod.WEEKLY:
            return first + timedelta(days=((4 if rhythm.weekday is None else rhythm.weekday) - first.weekday()) % 7)
        case ReportPeriod.QUARTERLY:
            return _in_months(first, (3, 6, 9, 12), rhythm.month_day)
        case ReportPeriod.HALF_YEARLY:
            return _in_months(first, (6, 12), rhythm.month_day)
        case ReportPeriod.YEARLY:
            return _in_months(first, (rhythm.month or 12,), rhythm.month_day)
        case _:
            return _in_months(first, tuple(range(1, 13)), rhythm.month_day)


def _in_months(first: date, wanted: tuple[int, ...], day: int | None) -> date:
    for year in (first.year, first.year + 1):
        for month in wanted:
            length = months.monthrange(year, month)[1]
            found = date(year, month, min(day or length, length))
            if found >= first:
                return found
    raise AssertionError("a year has the month")


def rhythm_of(*, due: Due, starts_on: date, ends_on: date | None) -> Rhythm:
    """Return the rhythm of reports that a deadline means."""
    period = {
        DueKind.DAILY: ReportPeriod.DAILY, DueKind.WEEKLY: ReportPeriod.WEEKLY, DueKind.MONTHLY: ReportPeriod.MONTHLY,
        DueKind.QUARTERLY: ReportPeriod.QUARTERLY, DueKind.HALF_YEARLY: ReportPeriod.HALF_YEARLY,
        DueKind.YEARLY: ReportPeriod.YEARLY,
    }.get(due.kind, ReportPeriod.ONCE)  # fmt: skip
    return Rhythm(
        period=period, starts_on=starts_on, ends_on=ends_on, at_time=due.at_time, weekday=due.weekday,
        month_day=due.month_day, month=due.month, day=due.day,
    )  # fmt: skip


def may_save(*, state: ReportState, own: bool) -> Verdict:
    """Whether a report may be written. Refused: report_not_yours, report_sent."""
    if not own:
        return Refused("report_not_yours")
    return ALLOWED if state in {ReportState.DUE, ReportState.RETURNED} else Refused("report_sent")


def may_take(*, state: ReportState, path: str, via_path: str, to_path: str) -> Verdict:
    """Whether a report may be passed on or received here: first by who stands between, then by its goal.

    Refused: report_not_sent, report_not_here.
    """
    if state not in {ReportState.SENT, ReportState.PASSED}:
        return Refused("report_not_sent")
    here = via_path if state is ReportState.SENT and via_path else to_path
    return ALLOWED if path == here else Refused("report_not_here")
