"""Which back-ups stay: the last of each of the last days, weeks and months. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days, ISO weeks and months keep their last back-up. The newest back-up always stays."""

    days: int = 7
    weeks: int = 5
    months: int = 12

    def kept(self, taken: Iterable[datetime]) -> set[datetime]:
        """Return the instants whose back-ups stay.

        Example: of three on one day only the last counts for that day.
        """
        newest_first = sorted(taken, reverse=True)
        stays: set[datetime] = set(newest_first[:1])
        for count, period in ((self.days, _day), (self.weeks, _week), (self.months, _month)):
            stays |= _last_of_each(newest_first, count, period)
        return stays


def _last_of_each(
    newest_first: list[datetime], count: int, period: Callable[[datetime], tuple[int, ...]]
) -> set[datetime]:
    found: dict[tuple[int, ...], datetime] = {}
    for at in newest_first:
        if len(found) == count and period(at) not in found:
            break
        found.setdefault(period(at), at)
    return set(found.values()) if count else set()


def _day(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month, at.day)


def _week(at: datetime) -> tuple[int, ...]:
    return tuple(at.isocalendar()[:2])


def _month(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month)
