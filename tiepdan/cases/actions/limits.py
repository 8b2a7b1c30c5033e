"""What an act does to the limits of a case: clocks of the agency, and windows in which others may act. Parts of acts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from django.db import connection

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults
from tiepdan.agencies.rules import LocalCode
from tiepdan.audit.record import ActorLike, record
from tiepdan.cases.models import SETTLEMENT_RULES, Case, Extension, Suspension
from tiepdan.cases.rules.complexity import is_complex, is_specially_complex
from tiepdan.cases.rules.engine import ClockChanges
from tiepdan.cases.rules.law_day import COMPLAINTS
from tiepdan.cases.situations import EFFECT_RULES
from tiepdan.deadlines import model as law
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Bound
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.storage import from_json, to_json
from tiepdan.matters.actions import close_clocks, refresh_due
from tiepdan.matters.clocks import NO_MARKS, Marks, difference, recount_clock, run_clock
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import ClockStatus

# Times of the citizen, not of the agency: second complaint, lawsuit.
CITIZENS_WINDOWS: Final = frozenset({"KN-2", "KL-2", "KN-18"})
# Limits of the direct superior; all others are the settler's, whoever starts them.
SUPERIORS_LIMITS: Final = frozenset({"TC-17", "TC-18"})
_REMOTE: Final = frozenset({"KN-2", "KN-13", "KN-14"})
# An extension lengthens the settlement limit itself; its own row only says by how much.
_INSIDE_SETTLEMENT: Final = frozenset({"TC-7", "TC-8"})


def apply_changes(*, case: Case, changes: ClockChanges, on: date, starts: Mapping[str, date], agency_id: int) -> None:
    """Close, pause, resume, recount and start limits; windows are kept in the case, which the caller saves.

    starts: day of the event of a limit, when it is not the day of the act
    agency_id: who acts: the settler, or its superior, whose own limits it meets
    """
    where = {"matter_id": case.matter_id, "agency_id": agency_id}
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
            start(case=case, rule_id=rule_id, day=starts.get(rule_id, on), agency_id=agency_id)


def start(*, case: Case, rule_id: str, day: date, agency_id: int) -> None:
    """Start one limit: a clock for a duty, a window for a waiting time. Nothing starts where the law had no such limit."""
    try:
        rule, _ = load_rulebook().in_force(rule_id, on=day)
        owner = case.superior_id if rule.id in SUPERIORS_LIMITS else case.agency_id
        if owner is not None and owner != agency_id:
            path = Agency.objects.values_list("path", flat=True).get(pk=owner)
            days = local_defaults(path=path).calendar
            _start_across(case=case, agency_id=owner, deadline=count(rule_id=rule.id, start=day, calendar=days))
            return
        if rule.bound is Bound.AT_MOST and rule.id not in CITIZENS_WINDOWS:
            run_clock(
                matter_id=case.matter_id, agency_id=case.agency_id, rule_id=rule.id, start=day,
                marks=marks_of(case=case, rule_id=rule.id),
            )  # fmt: skip
            return
        deadline = count_window(case=case, rule_id=rule.id, day=day)
    except RuleRefused as refusal:
        if refusal.code != "rule_not_in_force":
            raise
        return
    keep_window(case=case, deadline=deadline)


def count_window(*, case: Case, rule_id: str, day: date) -> Deadline:
    """Count a window of a case by the calendar and the defaults of its locality. Rule: KN-2, KL-2, KN-13, KN-14, KL-7"""
    local = local_defaults(path=case.agency.path)
    effect = rule_id in EFFECT_RULES
    return count(
        rule_id=rule_id, start=day, remote=case.remote and rule_id in _REMOTE,
        dismissal=rule_id == "KL-2" and bool(case.facts.get("may_sue")), calendar=local.calendar,
        rolls=local.value(LocalCode.EFFECT_ROLLS, on=day) == "yes" if effect else None,
    )  # fmt: skip


def recount_windows(*, agency: Agency, by: ActorLike, at: datetime) -> list[Case]:
    """Count the windows of the open cases of an agency again that have not passed; each one that moved is put on record.

    Cost: 1 query for the cases, 1 for the locality, 2 for each case that moved
    Rule: DC-5, DC-8, KN-13
    """
    moved = []
    for case in Case.objects.select_for_update(of=("self",)).select_related("agency").filter(
        agency=agency, closed_on__isnull=True
    ).exclude(windows={}).order_by("pk"):  # fmt: skip
        before = {rule_id: from_json(data=stored) for rule_id, stored in case.windows.items()}
        changed = {}
        for rule_id, stored in before.items():
            fresh = count_window(case=case, rule_id=rule_id, day=stored.start)
            if at.date() <= max(stored.rolled_due, fresh.rolled_due) and stored.rolled_due != fresh.rolled_due:
                changed[rule_id] = fresh
        if not changed:
            continue
        for fresh in changed.values():
            keep_window(case=case, deadline=fresh)
        case.save(update_fields=["windows"])
        for rule_id, fresh in changed.items():
            record(
                act="case.window_moved", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id, rule=rule_id,
                before={"due": before[rule_id].rolled_due}, after={"due": fresh.rolled_due},
                reason=difference(before=before[rule_id], after=fresh),
            )  # fmt: skip
        moved.append(case)
    return moved


def _start_across(*, case: Case, agency_id: int, deadline: Deadline) -> None:
    """Start a limit of the other agency of the case, whose line the actor does not see."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tiepdan.clock_across(%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                case.pk, agency_id, deadline.rule_id, deadline.version, deadline.start, deadline.due,
                deadline.rolled_due, json.dumps(to_json(deadline=deadline)),
            ],
        )  # fmt: skip


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
