"""A counted limit, explainable and storable: rule, version of the law, start, last day, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tiepdan.deadlines.calendar import Calendar, DayOff
from tiepdan.deadlines.explanation import Step, steps_of
from tiepdan.deadlines.model import Bound, Confidence, Direction, Extension, Suspension, Unit


# Not frozen: a frozen one takes three times as long to make, and a million are made at once. Nothing changes one.
@dataclass(slots=True, unsafe_hash=True)
class Deadline:
    """The result of counting; keep it with the matter (to_json) so that an old date stays explained."""

    rule_id: str
    aliases: tuple[str, ...]
    title_vi: str
    title: str
    version: date  # the value of the rule that applied: in force from this day
    source: str  # article
    confidence: Confidence
    unit: Unit
    length: int  # in `unit`, without extensions
    direction: Direction
    bound: Bound
    variants: int  # mask of variants.py
    start: date  # day of the event, not counted
    due: date  # last day as counted
    rolled_due: date  # last day an office can act: moved off days off (backward rules: to the working day before)
    suspensions: tuple[Suspension, ...]  # left out of the limit
    passed_over: tuple[Suspension, ...]  # reported, but the law lets the time run on
    extensions: tuple[Extension, ...]
    warn_on: date | None  # warn from this day: the shorter reading of two texts, or the first alarm
    other_due: date | None  # last day by another text, for information
    alarms: tuple[date, ...]  # house default, never rolled
    takes_effect_on: date | None  # for waiting periods: first day of effect
    note: str
    calendar: Calendar | None = field(default=None, repr=False, compare=False)  # counted with; None when read back
    stored_days_off: tuple[DayOff, ...] = field(default=(), repr=False, compare=False)

    @property
    def article(self) -> str:
        """The article, for readers of the command line."""
        return self.source

    @property
    def days_off(self) -> tuple[DayOff, ...]:
        """Days off between the start and the last day: from the calendar, or as stored."""
        if self.calendar is None:
            return self.stored_days_off
        if self.direction is Direction.BACKWARD:
            before = date.fromordinal(self.rolled_due.toordinal() - 1)
            return self.calendar.days_off(after=before, through=self.start)
        return self.calendar.days_off(after=self.start, through=self.rolled_due)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The counting day by day; see explanation.steps_of."""
        return steps_of(deadline=self)
