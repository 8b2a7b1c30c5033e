"""When a task is due: days as printed, days counted from an event, days that come again. Calendars are passed in."""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from tiepdan.deadlines.calendar import Calendar
from tiepdan.infra.folding import fold
from tiepdan.plans.rules.windows import Window

MOST: Final = 4000  # occurrences asked for at once: ten years of days


class DueKind(StrEnum):
    """How a deadline is said."""

    FIXED = "fixed"
    YEARLY = "yearly"  # month and day, every year
    RELATIVE = "relative"  # so many days before or after an event
    DAILY = "daily"  # every day, days off included
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    AS_NEEDED = "as-needed"  # has no day


class Anchor(StrEnum):
    """The event a relative deadline counts from."""

    PREPARES = "prepares"  # the plan's window begins
    STARTS = "starts"  # the event begins
    ENDS = "ends"  # the event ends
    FOLLOWS = "follows"  # the window is over
    NAMED = "named"  # an event told apart by words; its day is filled in when known


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One deadline. Months and days that no month has mean its last day."""

    kind: DueKind
    day: date | None = None
    month: int | None = None
    month_day: int | None = None
    weekday: int | None = None  # 0 Monday
    anchor: Anchor | None = None
    event: str = ""
    event_on: date | None = None
    offset_days: int | None = None  # negative: before
    working_days: bool = False
    at_time: time | None = None
    printed: str = ""


def occurrences(*, due: Due, since: date, until: date, window: Window | None, calendar: Calendar) -> tuple[date, ...]:
    """List the days on which a deadline falls in [since, until]. A printed day stays where it was printed, also on a day off.

    Daily deadlines fall on the days of the event when there is one, weekends and holidays included.
    """
    found = (day for day in _days(due, since, until, window, calendar) if since <= day <= until)
    return tuple(day for day, _ in zip(found, range(MOST), strict=False))


def next_due(*, due: Due, after: date, window: Window | None, calendar: Calendar) -> date | None:
    """Return the first day on or after a day, None when there is none within two years."""
    last = min(after + timedelta(days=730), calendar.ends_before - timedelta(days=1))
    found = occurrences(due=due, since=after, until=last, window=window, calendar=calendar)
    return found[0] if found else None


def _days(due: Due, since: date, until: date, window: Window | None, calendar: Calendar) -> Iterator[date]:
    match due.kind:
        case DueKind.FIXED:
            if due.day is not None:
                yield due.day
        case DueKind.RELATIVE:
            day = relative_day(due, window, calendar)
            if day is not None:
                yield day
        case DueKind.DAILY:
            first, last = (window.starts_on, window.ends_on) if window else (since, until)
            yield from _every(max(first, since), min(last, until), 1)
        case DueKind.WEEKLY:
            first = since + timedelta(days=((due.weekday if due.weekday is not None else 4) - since.weekday()) % 7)
            yield from _every(first, until, 7)
        case DueKind.MONTHLY | DueKind.QUARTERLY | DueKind.HALF_YEARLY | DueKind.YEARLY:
            yield from _monthly(due, since, until)
        case DueKind.AS_NEEDED:
            return


def _every(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(max(0, (last - first).days // step + 1)):
        yield first + timedelta(days=number * step)


_MONTHS: Final = {
    DueKind.MONTHLY: tuple(range(1, 13)),
    DueKind.QUARTERLY: (3, 6, 9, 12),
    DueKind.HALF_YEARLY: (6, 12),
}


def _monthly(due: Due, since: date, until: date) -> Iterator[date]:
    wanted = _MONTHS.get(due.kind) or (due.month or 12,)
    for year in range(since.year, until.year + 1):
        for month in wanted:
            last = months.monthrange(year, month)[1]
            yield date(year, month, min(due.month_day or last, last))


def relative_day(due: Due, window: Window | None, calendar: Calendar) -> date | None:
    event = due.event_on
    if event is None and window is not None and due.anchor not in {None, Anchor.NAMED}:
        event = {
            Anchor.PREPARES: window.prepares_on, Anchor.STARTS: window.starts_on, Anchor.ENDS: window.ends_on,
            Anchor.FOLLOWS: window.follows_until,
        }[Anchor(due.anchor or "starts")]  # fmt: skip
    if event is None or due.offset_days is None:
        return event
    if due.working_days:
        return calendar.add_working_days(event, due.offset_days)
    return event + timedelta(days=due.offset_days)


_NUMBER: Final = re.compile(r"\b(\d{1,3})\s+(ngay|tuan|thang)(\s+lam viec)?")
_HOUR: Final = re.compile(r"\b(\d{1,2})\s*(?:gio|h)\s*(\d{2})?\b")
_WEEKDAYS: Final = {
    "hai": 0,
    "ba": 1,
    "tu": 2,
    "nam": 3,
    "sau": 4,
    "bay": 5,
    "2": 0,
    "3": 1,
    "4": 2,
    "5": 3,
    "6": 4,
    "7": 5,
}
_WEEKDAY: Final = re.compile(r"\bthu (hai|ba|tu|nam|sau|bay|[2-7])\b")
_MONTH_DAY: Final = re.compile(r"\bngay (\d{1,2})(?: hang thang| cua thang| moi thang)")


def understood(*, text: str) -> Due:
    """Read a relative deadline as printed; what is not understood stays words, counted from a named event.

    Example:
        >>> understood(text="trước 16 giờ 00 hằng ngày").kind, understood(text="trước 16 giờ 00 hằng ngày").at_time
        (<DueKind.DAILY: 'daily'>, datetime.time(16, 0))
        >>> due = understood(text="chậm nhất 05 ngày làm việc sau khi kết thúc kỳ họp")
        >>> due.anchor, due.offset_days, due.working_days
        (<Anchor.ENDS: 'ends'>, 5, True)
    """
    words = fold(text)
    clock = _HOUR.search(words)
    at_time = (
        time(int(clock[1]), int(clock[2] or 0)) if clock and int(clock[1]) < 24 and int(clock[2] or 0) < 60 else None
    )
    kind = _again(words)
    if kind is not None:
        weekday = _WEEKDAY.search(words) if kind is DueKind.WEEKLY else None
        month_day = _MONTH_DAY.search(words)
        return Due(
            kind=kind, at_time=at_time, weekday=_WEEKDAYS[weekday[1]] if weekday else None,
            month_day=int(month_day[1]) if month_day and 1 <= int(month_day[1]) <= 31 else None, printed=text[:300],
        )  # fmt: skip
    number = _NUMBER.search(words)
    days = int(number[1]) * {"ngay": 1, "tuan": 7, "thang": 30}[number[2]] if number else None
    before = bool(re.search(r"\btruoc (khi|ngay|thoi diem)\b", words)) and "sau" not in words.split()
    offset = -days if days is not None and before else days
    return Due(
        kind=DueKind.RELATIVE, anchor=_anchor(words), event=text[:200], at_time=at_time,
        offset_days=offset if offset is not None else 0, working_days=bool(number and number[3]), printed=text[:300],
    )  # fmt: skip


def _again(words: str) -> DueKind | None:
    for kind, said in (
        (DueKind.DAILY, ("hang ngay", "moi ngay", "trong ngay")),
        (DueKind.WEEKLY, ("hang tuan", "moi tuan")),
        (DueKind.MONTHLY, ("hang thang", "moi thang")),
        (DueKind.QUARTERLY, ("hang quy", "moi quy")),
        (DueKind.HALF_YEARLY, ("6 thang", "sau thang")),
    ):
        if any(one in words for one in said):
            return kind
    return None


def _anchor(words: str) -> Anchor:
    if re.search(r"\b(ket thuc|be mac|sau (bau cu|ky hop|dai hoi))\b", words):
        return Anchor.ENDS
    if re.search(r"\b(bau cu|khai mac|dien ra|bat dau|ky hop|dai hoi)\b", words):
        return Anchor.STARTS
    return Anchor.NAMED
