"""Counting a legal limit: one public function, `count`, from a rule and a start day to a Deadline."""

from __future__ import annotations

import calendar as months
from collections.abc import Sequence
from datetime import date

from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.limits import check_extensions, length_of, split_suspensions
from tiepdan.deadlines.model import Bound, Direction, Extension, Rule, RuleVersion, Suspension, Unit
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import Rulebook, load_rulebook
from tiepdan.deadlines.variants import COMPLEX, DISMISSAL, REMOTE, SEVERAL_PLACES, SPECIALLY_COMPLEX
from tiepdan.infra.sentence import Sentence


def count(
    *,
    rule_id: str,
    start: date,
    on: date | None = None,
    calendar: Calendar | None = None,
    rulebook: Rulebook | None = None,
    complex: bool = False,  # noqa: A002 # the word of the rule files and of the law
    specially_complex: bool = False,
    remote: bool = False,
    several_places: bool = False,
    dismissal: bool = False,
    rolls: bool | None = None,
    suspensions: Sequence[Suspension] = (),
    extensions: Sequence[Extension] = (),
) -> Deadline:
    """Count a limit from the day of its event, which itself is not counted.

    rule_id: row id, alias or name, such as KN-5
    start: day of the event; for a backward rule the day that must be preceded
    on: day whose law applies, by the rule's `which_day`; default: the start
    calendar: default: the national calendar without local days off
    complex, specially_complex: variant of the length; for denunciations they only allow `extensions`
    rolls: whether a last day that is a day off moves; default: as the rule says
    suspensions: time left out, each [starts_on, ends_before)
    extensions: decided extensions, in order; they run on from the unrolled last day
    Returns: the limit with `due` (last day as counted) and `rolled_due` (last day an office can act, DC-5)
    Raises RuleRefused: rule_unknown, rule_not_in_force, variant_not_in_law, not_counted_in_days, suspension_invalid,
        suspension_not_excluded, extension_not_allowed, extensions_used_up, extension_too_long, extension_invalid,
        day_out_of_range
    Cost: about five microseconds
    Rule: DC-2 to DC-6, SU-1 to SU-6
    """
    book = rulebook if rulebook is not None else load_rulebook()
    days = calendar if calendar is not None else national_calendar()
    rule, version = book.in_force(rule_id, on=on or start)
    mask = 0
    if complex or specially_complex or remote or several_places or dismissal:
        mask = (
            (COMPLEX if complex and not specially_complex else 0)
            | (SPECIALLY_COMPLEX if specially_complex else 0)
            | (REMOTE if remote else 0)
            | (SEVERAL_PLACES if several_places else 0)
            | (DISMISSAL if dismissal else 0)
        )
    length = version.lengths[0] if not mask else length_of(rule=rule, version=version, mask=mask)
    counted: tuple[Suspension, ...] = ()
    passed_over: tuple[Suspension, ...] = ()
    if suspensions:
        counted, passed_over = split_suspensions(rule=rule, suspensions=suspensions)
    if extensions:
        check_extensions(rule=rule, version=version, mask=mask, extensions=extensions, start=start)
    due = _last_ordinal(rule, version.unit, length, start.toordinal(), counted, extensions, days)
    rolled = due if rolls is False else _roll(rule, due, days)
    plain = version.warn is None and version.other_reading is None and not version.alarms
    return Deadline(
        rule_id=rule.id,
        aliases=rule.aliases,
        title_vi=rule.title_vi,
        title=rule.title,
        version=version.starts_on,
        source=version.source,
        confidence=rule.confidence,
        unit=version.unit,
        length=length,
        direction=rule.direction,
        bound=rule.bound,
        variants=mask,
        start=start,
        due=date.fromordinal(due),
        rolled_due=date.fromordinal(rolled),
        suspensions=counted,
        passed_over=passed_over,
        extensions=tuple(extensions),
        warn_on=None if plain else _warn_on(rule, version, start, counted, days),
        other_due=None if plain else _other_due(rule, version, start, counted, days),
        alarms=() if plain else _alarms(version, start, days),
        takes_effect_on=date.fromordinal(rolled + 1) if rule.bound is Bound.WAITING else None,
        note=rule.note,
        calendar=days,
    )


def _last_ordinal(
    rule: Rule,
    unit: Unit,
    length: int,
    start: int,
    suspensions: tuple[Suspension, ...],
    extensions: Sequence[Extension],
    days: Calendar,
) -> int:
    """Return the ordinal of the last day as counted, not rolled."""
    if unit is Unit.HOUR:
        raise RuleRefused(
            Sentence(
                "{rule} tính theo giờ, không đếm theo ngày. Hãy lấy số giờ của quy tắc và trừ vào giờ bắt đầu.",
                {"rule": rule.id},
            ),
            code="not_counted_in_days",
            rule=rule.id,
        )
    if rule.direction is Direction.BACKWARD:
        return _add(unit, start, -length, days)
    due = _add(unit, start, length, days)
    if suspensions:
        due = _with_suspensions(unit, start, length, suspensions, days)
    if extensions:
        added = sum(extension.days for extension in extensions)
        # All extendable limits run in calendar days; suspensions are walked again over the whole length.
        due = (
            _with_suspensions(unit, start, length + added, suspensions, days)
            if suspensions
            else _add(unit, start, length + added, days)
        )
    return due


def _roll(rule: Rule, ordinal: int, days: Calendar) -> int:
    """Move a last day that is a day off; a "before" limit moves back, or it would shorten the notice."""
    if not rule.rolls:
        return ordinal
    if rule.direction is Direction.BACKWARD:
        return days.roll_back_ordinal(ordinal)
    return days.roll_ordinal(ordinal)


def _add(unit: Unit, ordinal: int, length: int, days: Calendar) -> int:
    if unit is Unit.CALENDAR_DAY:
        return ordinal + length
    if unit is Unit.WORKING_DAY:
        return days.add_working_ordinals(ordinal, length)
    return _add_months(ordinal, length * (12 if unit is Unit.YEAR else 1))


def _add_months(ordinal: int, count: int) -> int:
    """Return the same day `count` months later, or that month's last day when it has no such day."""
    day = date.fromordinal(ordinal)
    month_index = day.year * 12 + day.month - 1 + count
    year, month = divmod(month_index, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)).toordinal()


def _with_suspensions(unit: Unit, start: int, length: int, suspensions: tuple[Suspension, ...], days: Calendar) -> int:
    """Walk the suspensions in order of time; each one begun before the end moves the end by its counted days."""
    due = _add(unit, start, length, days)
    for suspension in suspensions:
        first = max(suspension.starts_on.toordinal(), start + 1)
        if first > due:
            break
        last = suspension.ends_before.toordinal() - 1
        if last < first:
            continue
        if unit is Unit.WORKING_DAY:
            stopped = days.working_ordinals_between(first - 1, last)
            due = days.add_working_ordinals(due, stopped)
        else:
            due += last - first + 1
    return due


def _reading_due(
    rule: Rule, unit: Unit, length: int, start: date, suspensions: tuple[Suspension, ...], days: Calendar
) -> date:
    ordinal = _last_ordinal(rule, unit, length, start.toordinal(), suspensions, (), days)
    return date.fromordinal(_roll(rule, ordinal, days))


def _warn_on(
    rule: Rule, version: RuleVersion, start: date, suspensions: tuple[Suspension, ...], days: Calendar
) -> date | None:
    if version.warn is not None:
        return _reading_due(rule, version.warn.unit, version.warn.length, start, suspensions, days)
    if version.alarms:
        return days.add_calendar_days(start, version.alarms[0])
    return None


def _other_due(
    rule: Rule, version: RuleVersion, start: date, suspensions: tuple[Suspension, ...], days: Calendar
) -> date | None:
    other = version.other_reading
    return None if other is None else _reading_due(rule, other.unit, other.length, start, suspensions, days)


def _alarms(version: RuleVersion, start: date, days: Calendar) -> tuple[date, ...]:
    return tuple(days.add_calendar_days(start, day) for day in version.alarms)
