"""Event windows: the days before, during and after an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict


class EventKind(StrEnum):
    """What sort of event."""

    ELECTION = "election"  # bầu cử
    CONGRESS = "congress"  # Đại hội
    SESSION = "session"  # kỳ họp
    HOLIDAY = "holiday"  # lễ, Tết
    YEAR = "year"  # a plan of the whole year
    OTHER = "other"


class Phase(StrEnum):
    """Where a day lies."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Window:
    """Days of an event, all inclusive but `starts_on`, which ends "before"."""

    prepares_on: date
    starts_on: date
    ends_on: date
    follows_until: date

    def phase(self, day: date) -> Phase | None:
        """Return the phase of a day, None outside.

        Example:
            >>> w = Window(date(2026, 3, 1), date(2026, 4, 5), date(2026, 4, 25), date(2026, 5, 5))
            >>> [w.phase(date(2026, m, d)) for m, d in ((2, 28), (4, 4), (4, 5), (4, 25), (4, 26), (5, 6))]
            [None, <Phase.BEFORE: 'before'>, <Phase.DURING: 'during'>, <Phase.DURING: 'during'>, <Phase.AFTER: 'after'>, None]
        """
        if not self.prepares_on <= day <= self.follows_until:
            return None
        if day < self.starts_on:
            return Phase.BEFORE
        return Phase.DURING if day <= self.ends_on else Phase.AFTER

    def span(self, phase: Phase | None) -> tuple[date, date]:
        """Return first and last day of a phase, of the whole window for None; an empty phase ends before it begins."""
        one = date.resolution
        return {
            None: (self.prepares_on, self.follows_until),
            Phase.BEFORE: (self.prepares_on, self.starts_on - one),
            Phase.DURING: (self.starts_on, self.ends_on),
            Phase.AFTER: (self.ends_on + one, self.follows_until),
        }[phase]


def may_stand(window: Window) -> Verdict:
    """Whether the days are in order. Refused: window_days_wrong."""
    days = (window.prepares_on, window.starts_on, window.ends_on, window.follows_until)
    return ALLOWED if list(days) == sorted(days) else Refused("window_days_wrong")
