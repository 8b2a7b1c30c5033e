"""The one place where a limit is counted by `deadlines` and stored on a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults
from tiepdan.agencies.rules import LocalCode
from tiepdan.audit.record import ActorLike, record
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Extension, Suspension
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.storage import from_json, to_json
from tiepdan.deadlines.variants import COMPLEX, DISMISSAL, REMOTE, SEVERAL_PLACES, SPECIALLY_COMPLEX
from tiepdan.matters.actions import refresh_due, start_clock
from tiepdan.matters.models import Clock, ClockMove
from tiepdan.matters.rules import ClockStatus

REFORM_ON: Final = date(2026, 7, 1)  # Law 136/2025
REFORMED_LIMIT: Final = "KN-3"  # acceptance of a complaint: ten days before, seven working days since


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
    path = agency_path or _path_of(agency_id)
    days = calendar or local_defaults(path=path).calendar
    deadline = _count(rule_id=rule_id, start=start, on=on, marks=marks, calendar=days)
    return start_clock(
        matter_id=matter_id,
        agency_id=agency_id,
        agency_path=path,
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
    """Start several limits on one day, those of `counted_clocks`, and put the nearest into the agency's line.

    Cost: 4 queries.
    """
    made = counted_clocks(agency_id=agency_id, agency_path=agency_path, rules=rules, start=start)
    if made:
        for one in made:
            one.matter_id = matter_id
        Clock.objects.bulk_create(made)  # writes: part of an act, like matters.actions.start_clock
        refresh_due(matter_id=matter_id, agency_id=agency_id)
    return made


def counted_clocks(*, agency_id: int, agency_path: str, rules: Sequence[Sequence[str]], start: date) -> list[Clock]:
    """Count several limits that begin on one day, for an act that stores them; of each group the first in force that day.

    A group none of which is in force on the day starts nothing: the law of that day knew no such limit.
    Cost: 1 query.
    """
    days = local_defaults(path=agency_path).calendar
    counted = [deadline for group in rules if (deadline := _first_in_force(group, start, days)) is not None]
    return [
        Clock(
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
    ]


def recount_clock(*, clock: Clock, marks: Marks, calendar: Calendar | None = None) -> Clock:
    """Count a stored limit again with new marks (extension, suspension, complexity), by the law it was started under."""
    days = calendar or local_defaults(path=clock.agency_path).calendar
    deadline = _count(rule_id=clock.rule_id, start=clock.starts_on, on=clock.rule_version, marks=marks, calendar=days)
    clock.due_on, clock.rolled_due_on = deadline.due, deadline.rolled_due
    clock.explanation = to_json(deadline=deadline)
    clock.save(update_fields=["due_on", "rolled_due_on", "explanation"])  # writes: part of an act
    refresh_due(matter_id=clock.matter_id, agency_id=clock.agency_id)
    return clock


def recount_for_calendar(
    *, clock: Clock, calendar: Calendar, at: datetime, by_acceptance: bool = False
) -> ClockMove | None:
    """Count an open limit again by another calendar, as it was: same law, marks, suspensions and extensions.

    by_acceptance: limits of acceptance that straddle the reform follow the law of the day of acceptance (TR-4)
    Returns: what moved, or None when the last day stays. A closed limit never moves.
    Rule: DC-5, DC-8, TR-4
    """
    if clock.status != ClockStatus.OPEN:
        return None
    stored = from_json(data=clock.explanation)
    rule_id, on = straddling(stored=stored, by_acceptance=by_acceptance, today=at.date())
    fresh = count(
        rule_id=rule_id, start=stored.start, on=on, calendar=calendar,
        complex=bool(stored.variants & COMPLEX), specially_complex=bool(stored.variants & SPECIALLY_COMPLEX),
        remote=bool(stored.variants & REMOTE), several_places=bool(stored.variants & SEVERAL_PLACES),
        dismissal=bool(stored.variants & DISMISSAL), suspensions=(*stored.suspensions, *stored.passed_over),
        extensions=stored.extensions,
    )  # fmt: skip
    if (fresh.due, fresh.rolled_due, fresh.rule_id) == (clock.due_on, clock.rolled_due_on, clock.rule_id):
        return None
    made = ClockMove.objects.create(  # writes: part of an act
        matter_id=clock.matter_id, clock=clock, agency_path=clock.agency_path, due_before=clock.rolled_due_on,
        due_after=fresh.rolled_due, reason=difference(before=stored, after=fresh), moved_at=at,
    )  # fmt: skip
    clock.due_on, clock.rolled_due_on = fresh.due, fresh.rolled_due
    clock.rule_id, clock.rule_version = fresh.rule_id, fresh.version
    clock.explanation = to_json(deadline=fresh)
    clock.save(  # writes: part of an act
        update_fields=["due_on", "rolled_due_on", "explanation", "rule_id", "rule_version"]
    )
    refresh_due(matter_id=clock.matter_id, agency_id=clock.agency_id)
    return made


def straddling(*, stored: Deadline, by_acceptance: bool, today: date) -> tuple[str, date]:
    """Say by which rule and whose day's law a stored limit is counted again.

    Limits keep the law they were started under. Of a complaint received before the reform and not yet accepted no
    text says which limit of acceptance holds: the one of the day of receipt, or, where the locality chose so, the one of
    the day of acceptance.
    Rule: TR-4
    """
    received_before = stored.start < REFORM_ON
    if not (received_before and REFORMED_LIMIT in (stored.rule_id, *stored.aliases)):
        return stored.rule_id, stored.version
    return REFORMED_LIMIT, REFORM_ON if by_acceptance and today >= REFORM_ON else stored.start


def recount_open(*, agency_id: int, by: ActorLike, at: datetime) -> list[ClockMove]:
    """Count every open limit of an agency again by its calendar of now; each one that moved is put on record.

    Cost: locks the open limits of the agency; one entry for each that moved
    Rule: DC-5, DC-8
    """
    local = local_defaults(path=by.agency_path)
    calendar = local.calendar
    by_acceptance = local.value(LocalCode.STRADDLING_LIMITS, on=at.date()) == "acceptance"
    moved = []
    # By path too, because only the path has an index.
    running = Clock.objects.filter(agency_path=by.agency_path, agency_id=agency_id, status=ClockStatus.OPEN)
    for clock in running.select_for_update().order_by("pk"):
        move = recount_for_calendar(clock=clock, calendar=calendar, at=at, by_acceptance=by_acceptance)
        if move is not None:
            record(
                act="matter.limit_moved", by=by, at=at, subject=f"clock:{clock.pk}", matter_id=clock.matter_id,
                before={"due": move.due_before}, after={"due": move.due_after}, reason=move.reason, rule=clock.rule_id,
            )  # fmt: skip
            moved.append(move)
    return moved


def difference(*, before: Deadline, after: Deadline) -> str:
    """Say which days off came or went between the two countings."""
    old, new = {one.day: one.name for one in before.days_off}, {one.day: one.name for one in after.days_off}
    through = min(before.rolled_due, after.rolled_due)  # beyond it one counting does not look
    added = [f"thêm ngày nghỉ {day:%d/%m/%Y} ({new[day]})" for day in sorted(set(new) - set(old)) if day <= through]
    gone = [f"{day:%d/%m/%Y} nay là ngày làm việc" for day in sorted(set(old) - set(new)) if day <= through]
    said = "; ".join((*added, *gone))[:300]
    if before.rule_id != after.rule_id:
        return f"Mặc định của địa phương: {after.rule_id} thay {before.rule_id} (TR-4)"
    return said or (
        "Mặc định của địa phương về ngày cuối là ngày nghỉ" if before.due == after.due else "Lịch nghỉ thay đổi"
    )


def _first_in_force(group: Sequence[str], start: date, days: Calendar) -> Deadline | None:
    for rule_id in group:
        try:
            return _count(rule_id=rule_id, start=start, on=None, marks=NO_MARKS, calendar=days)
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
