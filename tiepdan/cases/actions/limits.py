"""What an act does to the limits of a case: clocks of the agency, and windows in which others may act. Parts of acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from tiepdan.cases.models import SETTLEMENT_RULES, Case, Extension, Suspension
from tiepdan.cases.rules.complexity import is_complex, is_specially_complex
from tiepdan.cases.rules.engine import ClockChanges
from tiepdan.cases.rules.law_day import COMPLAINTS
from tiepdan.deadlines import model as law
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Bound
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.storage import to_json
from tiepdan.matters.actions import close_clocks, refresh_due
from tiepdan.matters.clocks import NO_MARKS, Marks, recount_clock, run_clock
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import ClockStatus

# Times of the citizen, not of the agency: second complaint, lawsuit.
CITIZENS_WINDOWS: Final = frozenset({"KN-2", "KN-18"})
_REMOTE: Final = frozenset({"KN-2", "KN-13", "KN-14"})
# An extension lengthens the settlement limit itself; its own row only says by how much.
_INSIDE_SETTLEMENT: Final = frozenset({"TC-7", "TC-8"})


def apply_changes(*, case: Case, changes: ClockChanges, on: date, starts: Mapping[str, date]) -> None:
    """Close, pause, resume, recount and start limits; windows are kept in the case, which the caller saves.

    starts: day of the event of a limit, when it is not the day of the act
    """
    where = {"matter_id": case.matter_id, "agency_id": case.agency_id}
    if changes.meets:
        close_clocks(**where, on=on, rule_ids=stored_ids(changes.meets), status=ClockStatus.MET)
    if changes.ends:
        close_clocks(**where, on=on, rule_ids=stored_ids(changes.ends), status=ClockStatus.CANCELLED)
    for rule_id in stored_ids((*changes.meets, *changes.ends)):
        if rule_id in case.windows:
            case.windows = {key: value for key, value in case.windows.items() if key != rule_id}
    if changes.pauses:
        pause(case=case, rules=changes.pauses)
    if changes.resumes or changes.extends:
        recount(case=case, rules=(*changes.resumes, *changes.extends))
    for rule_id in changes.starts:
        if rule_id not in _INSIDE_SETTLEMENT:
            start(case=case, rule_id=rule_id, day=starts.get(rule_id, on))


def start(*, case: Case, rule_id: str, day: date) -> None:
    """Start one limit: a clock for a duty, a window for a waiting time. Nothing starts where the law had no such limit."""
    try:
        rule, _ = load_rulebook().in_force(rule_id, on=day)
        if rule.bound is Bound.AT_MOST and rule.id not in CITIZENS_WINDOWS:
            run_clock(
                matter_id=case.matter_id, agency_id=case.agency_id, rule_id=rule.id, start=day,
                marks=marks_of(case=case, rule_id=rule.id),
            )  # fmt: skip
            return
        deadline = count(rule_id=rule.id, start=day, remote=case.remote and rule.id in _REMOTE)
    except RuleRefused as refusal:
        if refusal.code != "rule_not_in_force":
            raise
        return
    keep_window(case=case, deadline=deadline)


def keep_window(*, case: Case, deadline: Deadline) -> None:
    """Keep a window with what explains it; the caller saves the case."""
    case.windows = {**case.windows, deadline.rule_id: to_json(deadline=deadline)}


def pause(*, case: Case, rules: Iterable[str]) -> None:
    """Stop limits until they are resumed."""
    Clock.objects.filter(
        matter_id=case.matter_id, agency_id=case.agency_id, rule_id__in=stored_ids(rules), status=ClockStatus.OPEN
    ).update(status=ClockStatus.PAUSED)
    refresh_due(matter_id=case.matter_id, agency_id=case.agency_id)


def recount(*, case: Case, rules: Iterable[str]) -> None:
    """Count limits again with what is in the file now; they run again unless something still holds them."""
    held = Suspension.objects.filter(case=case, ends_before__isnull=True).exists()
    clocks = Clock.objects.filter(
        matter_id=case.matter_id, agency_id=case.agency_id, rule_id__in=stored_ids(rules),
        status__in=(ClockStatus.OPEN, ClockStatus.PAUSED),
    )  # fmt: skip
    for clock in clocks:
        if not held and clock.status == ClockStatus.PAUSED:
            clock.status = ClockStatus.OPEN
            clock.save(update_fields=["status"])
        recount_clock(clock=clock, marks=marks_of(case=case, rule_id=clock.rule_id))


def marks_of(*, case: Case, rule_id: str) -> Marks:
    """Return what makes a limit of this case longer. Rule: KN-5, TC-7, TC-8, SU-2, SU-4, SU-5"""
    if rule_id not in SETTLEMENT_RULES:
        return NO_MARKS
    complaint = case.procedure in COMPLAINTS
    extensions = tuple(
        law.Extension(days=one.days, decided_on=one.decided_on)
        for one in Extension.objects.filter(case=case).order_by("pk")
    )
    lengthened = complaint or bool(extensions)
    return Marks(
        complex=lengthened and is_complex(found=case.complexity),
        specially_complex=not complaint and lengthened and is_specially_complex(found=case.complexity),
        remote=complaint and case.remote,
        suspensions=suspensions_of(case=case),
        extensions=extensions,
    )


def suspensions_of(*, case: Case) -> tuple[law.Suspension, ...]:
    """Return the ended suspensions in order, a day that lies in two of them counted once."""
    found: list[law.Suspension] = []
    last: date | None = None
    ended = Suspension.objects.filter(case=case, ends_before__isnull=False).order_by("starts_on", "pk")
    for row in ended:
        starts_on = row.starts_on if last is None else max(row.starts_on, last)
        if row.ends_before is None or row.ends_before - starts_on < timedelta(days=1):
            continue
        last = row.ends_before
        found.append(law.Suspension(starts_on, row.ends_before, law.SuspensionKind(row.kind)))
    return tuple(found)


def stored_ids(rules: Iterable[str]) -> list[str]:
    """Return the ids under which limits are stored: a procedure may name one by an alias shared by two versions."""
    return sorted({rule.id for name in rules for rule in load_rulebook().named(name)})
