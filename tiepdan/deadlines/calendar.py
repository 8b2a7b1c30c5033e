"""Working days and days off: an immutable table with constant-time counting. Local days off are passed in as values."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.infra.sentence import Sentence

SATURDAY: Final = 5
_EPOCH_WEEKDAY: Final = 6  # date.fromordinal(0) would be a Sunday: weekday = (ordinal + 6) % 7


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that does not count in working days, with the reason shown to the user."""

    day: date
    name: str  # Vietnamese: a holiday's name, or Thứ Bảy / Chủ nhật


class Calendar:
    """Working days between two days; immutable.

    Every day outside the covered span is refused, never guessed.
    """

    __slots__ = ("_first", "_holidays", "_last", "_off", "_prefix", "_working", "_working_weekends")

    def __init__(
        self,
        *,
        starts_on: date,
        ends_before: date,
        holidays: Mapping[date, str],
        working_weekends: Mapping[date, str] | None = None,
    ) -> None:
        """Build the table.

        holidays: day -> Vietnamese name; a weekend day may be named too
        working_weekends: weekend day worked in exchange for another day -> why; a holiday on it wins
        """
        self._first = starts_on.toordinal()
        self._last = ends_before.toordinal() - 1
        self._holidays = dict(holidays)
        self._working_weekends = dict(working_weekends or {})
        off_days = {day.toordinal() for day in self._holidays}
        swapped = {day.toordinal() for day in self._working_weekends}
        size = self._last - self._first + 1
        off = bytearray(size)
        prefix = array("l", bytes(array("l").itemsize * size))  # working days up to and including this day
        working = array("l")  # ordinals of working days
        for index in range(size):
            ordinal = self._first + index
            weekend = (ordinal + _EPOCH_WEEKDAY) % 7 >= SATURDAY
            if ordinal in off_days or (weekend and ordinal not in swapped):
                off[index] = 1
            else:
                working.append(ordinal)
            prefix[index] = len(working)
        self._off = bytes(off)
        self._prefix = prefix
        self._working = working

    def with_local_days(
        self, *, days_off: Mapping[date, str] | None = None, working_days: Iterable[date] = ()
    ) -> Calendar:
        """Return a calendar with an agency's own days off (day -> Vietnamese reason) and own working weekend days."""
        local = dict.fromkeys(working_days, "Ngày làm việc theo quyết định của cơ quan")
        return Calendar(
            starts_on=date.fromordinal(self._first),
            ends_before=date.fromordinal(self._last + 1),
            holidays={**self._holidays, **(days_off or {})},
            working_weekends={**self._working_weekends, **local},
        )

    @property
    def starts_on(self) -> date:
        """First day covered."""
        return date.fromordinal(self._first)

    @property
    def ends_before(self) -> date:
        """First day no longer covered."""
        return date.fromordinal(self._last + 1)

    def is_working_day(self, day: date) -> bool:
        """Say whether offices work on a day."""
        return not self._off[self._index(day.toordinal())]

    def day_off_name(self, day: date) -> str:
        """Return why a day is off in Vietnamese, or an empty text for a working day."""
        if self.is_working_day(day):
            return ""
        name = self._holidays.get(day)
        return name or ("Thứ Bảy" if day.weekday() == SATURDAY else "Chủ nhật")

    def days_off(self, *, after: date, through: date) -> tuple[DayOff, ...]:
        """List the days off in (after, through]."""
        first, last = self._index(after.toordinal()) + 1, self._index(through.toordinal())
        days = (date.fromordinal(self._first + index) for index in range(first, last + 1) if self._off[index])
        return tuple(DayOff(day=day, name=self.day_off_name(day)) for day in days)

    def next_working_day(self, day: date) -> date:
        """Return the first working day strictly after a day."""
        return date.fromordinal(self.add_working_ordinals(day.toordinal(), 1))

    def working_day_on_or_after(self, day: date) -> date:
        """Return the day itself if worked, else the next working day. Rule: DC-5"""
        return date.fromordinal(self.roll_ordinal(day.toordinal()))

    def working_day_on_or_before(self, day: date) -> date:
        """Return the day itself if worked, else the working day before."""
        return date.fromordinal(self.roll_back_ordinal(day.toordinal()))

    def add_working_days(self, day: date, count: int) -> date:
        """Return the count-th working day after a day (before it when negative); the day itself is not counted. Rule: DC-3"""
        return date.fromordinal(self.add_working_ordinals(day.toordinal(), count))

    def add_calendar_days(self, day: date, count: int) -> date:
        """Return the count-th calendar day after a day, not rolled. Rule: DC-3, DC-6"""
        ordinal = day.toordinal() + count
        self._index(ordinal)
        return date.fromordinal(ordinal)

    def working_days_between(self, *, after: date, through: date) -> int:
        """Count the working days in (after, through]; negative when `through` is earlier."""
        return self._prefix[self._index(through.toordinal())] - self._prefix[self._index(after.toordinal())]

    # The same on ordinals: `counting` stays on integers, four times faster than on dates.

    def add_working_ordinals(self, ordinal: int, count: int) -> int:
        """Like add_working_days on ordinals."""
        before = self._prefix[self._index(ordinal)]
        if count > 0:
            place = before + count - 1
        elif count < 0:
            # A working day is itself the last one in `before` and must not be counted.
            place = before + count - (0 if self._off[ordinal - self._first] else 1)
        else:
            return ordinal
        if not 0 <= place < len(self._working):
            raise self._outside(ordinal)
        return self._working[place]

    def roll_ordinal(self, ordinal: int) -> int:
        """Like working_day_on_or_after on ordinals."""
        index = self._index(ordinal)
        if not self._off[index]:
            return ordinal
        place = self._prefix[index]
        if place >= len(self._working):
            raise self._outside(ordinal)
        return self._working[place]

    def roll_back_ordinal(self, ordinal: int) -> int:
        """Like working_day_on_or_before on ordinals."""
        place = self._prefix[self._index(ordinal)] - 1
        if place < 0:
            raise self._outside(ordinal)
        return self._working[place]

    def working_ordinals_between(self, after: int, through: int) -> int:
        """Like working_days_between on ordinals."""
        return self._prefix[self._index(through)] - self._prefix[self._index(after)]

    def _index(self, ordinal: int) -> int:
        index = ordinal - self._first
        if index < 0 or ordinal > self._last:
            raise self._outside(ordinal)
        return index

    def _outside(self, ordinal: int) -> RuleRefused:
        return RuleRefused(
            Sentence(
                "Lịch làm việc chỉ có từ ngày {first} đến ngày {last}. "
                "Hãy kiểm tra lại ngày đã nhập, hoặc bổ sung lịch của năm còn thiếu trong rules/calendars.",
                {"first": f"{self.starts_on:%d/%m/%Y}", "last": f"{date.fromordinal(self._last):%d/%m/%Y}"},
            ),
            code="day_out_of_range",
            facts={"ordinal": str(ordinal)},
        )
