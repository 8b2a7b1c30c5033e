"""The one place where a limit is counted by `deadlines` and stored on a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tiepdan.agencies.models import Agency
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Extension, Suspension
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.storage import to_json
from tiepdan.matters.actions import refresh_due, start_clock
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import ClockStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What makes a limit longer than its ordinary length."""

    complex: bool = False
    specially_complex: bool = False
    remote: bool = False
    several_places: bool = False
    dismissal: bool = False
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Extension, ...] = ()


NO_MARKS = Marks()


def run_clock(
    *,
    matter_id: int,
    agency_id: int,
    rule_id: str,
    start: date,
    agency_path: str = "",
    on: date | None = None,
    marks: Marks = NO_MARKS,
    calendar: Calendar | None = None,
) -> Clock:
    """Count one limit and store it as running; the nearest one goes into the agency's line.

    rule_id: id, alias or name; the clock keeps the id of the rule file (KN-19 for LI-6, LI-5 for KD-9)
    agency_path: looked up when not given
    on: day whose law applies; default: as the rule says
    Raises RuleRefused: rule_unknown, rule_not_in_force, variant_not_in_law and the others of `deadlines.count`
    """
    deadline = _count(rule_id=rule_id, start=start, on=on, marks=marks, calendar=calendar)
    return start_clock(
        matter_id=matter_id,
        agency_id=agency_id,
        agency_path=agency_path or _path_of(agency_id),
        rule_id=deadline.rule_id,
        rule_version=deadline.version,
        starts_on=deadline.start,
        due_on=deadline.due,
        rolled_due_on=deadline.rolled_due,
        explanation=to_json(deadline=deadline),
    )


def run_clocks(
    *, matter_id: int, agency_id: int, agency_path: str, rules: Sequence[Sequence[str]], start: date
) -> list[Clock]:
    """Start several limits on one day; of each group of rules the first in force that day.

    A group none of which is in force on the day starts nothing: the law of that day knew no such limit.
    Cost: 3 queries.
    """
    counted = [deadline for group in rules if (deadline := _first_in_force(group, start)) is not None]
    if not counted:
        return []
    made = Clock.objects.bulk_create(  # writes: part of an act, like matters.actions.start_clock
        Clock(
            matter_id=matter_id,
            agency_id=agency_id,
            agency_path=agency_path,
            rule_id=deadline.rule_id,
            rule_version=deadline.version,
            starts_on=deadline.start,
            due_on=deadline.due,
            rolled_due_on=deadline.rolled_due,
            explanation=to_json(deadline=deadline),
            status=ClockStatus.OPEN,
        )
        for deadline in counted
    )
    refresh_due(matter_id=matter_id, agency_id=agency_id)
    return made


def recount_clock(*, clock: Clock, marks: Marks, calendar: Calendar | None = None) -> Clock:
    """Count a stored limit again with new marks (extension, suspension, complexity), by the law it was started under."""
    deadline = _count(
        rule_id=clock.rule_id, start=clock.starts_on, on=clock.rule_version, marks=marks, calendar=calendar
    )
    clock.due_on, clock.rolled_due_on = deadline.due, deadline.rolled_due
    clock.explanation = to_json(deadline=deadline)
    clock.save(update_fields=["due_on", "rolled_due_on", "explanation"])  # writes: part of an act
    refresh_due(matter_id=clock.matter_id, agency_id=clock.agency_id)
    return clock


def _first_in_force(group: Sequence[str], start: date) -> Deadline | None:
    for rule_id in group:
        try:
            return _count(rule_id=rule_id, start=start, on=None, marks=NO_MARKS, calendar=None)
        except RuleRefused as refusal:
            if refusal.code != "rule_not_in_force":
                raise
    return None


def _count(*, rule_id: str, start: date, on: date | None, marks: Marks, calendar: Calendar | None) -> Deadline:
    return count(
        rule_id=rule_id,
        start=start,
        on=on,
        calendar=calendar,
        complex=marks.complex,
        specially_complex=marks.specially_complex,
        remote=marks.remote,
        several_places=marks.several_places,
        dismissal=marks.dismissal,
        suspensions=marks.suspensions,
        extensions=marks.extensions,
    )


def _path_of(agency_id: int) -> str:
    return Agency.objects.values_list("path", flat=True).get(pk=agency_id)
