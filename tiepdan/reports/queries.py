"""Reads that fill the work pages: the inbox, one's own work, the boards. They write nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, prefetch_related_objects

from tiepdan.accounts.models import User
from tiepdan.accounts.rules import SIGHT_OF, Actor, Role, Sight
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import subtree_end
from tiepdan.audit.models import Entry
from tiepdan.cases.models import Case, Urging
from tiepdan.deadlines.groups import group_from
from tiepdan.infra.statement import along_an_index
from tiepdan.matters.models import NO_LIMIT, Assignment, Clock, ClockMove, Notice, Participation
from tiepdan.matters.queries import readable_matters
from tiepdan.matters.rules import Capacity, ClockStatus

BUCKET_LIMIT: Final = 100  # lines counted per group; the page says "100+" beyond
BUCKET_SHOWN: Final = 15  # lines explained per group; the rest is behind the list's own page
SOON_DAYS: Final = 7  # calendar days that count as soon on the boards
_NEW_STATES: Final = ("received",)
# A condition that joins both with OR would be read by collecting all lines of the office.
_UNREAD: Final = """
SELECT (SELECT count(*) FROM (SELECT FROM matters_notice
         WHERE user_id = %(user)s AND agency_id = %(agency)s AND read_at IS NULL LIMIT %(limit)s) AS own)
     + (SELECT count(*) FROM (SELECT FROM matters_notice
         WHERE user_id IS NULL AND agency_path = %(path)s AND role = %(role)s AND read_at IS NULL LIMIT %(limit)s) AS of_role)
"""
# States in which the next act is this very role's.
_WAITING: Final[dict[Role, tuple[str, ...]]] = {
    Role.HEAD: ("proposed", "reported"),
    Role.DEPUTY: ("proposed", "reported"),
    Role.PROCESSING_OFFICER: ("screened",),
    Role.HANDLER: ("checking", "accepted"),
}


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One line of "my work" with what explains it."""

    line: Participation
    case_code: str  # empty when no case has been opened
    rule_id: str
    limit_title: str  # the nearest limit in words
    limit_source: str
    readable: bool  # False: a sealed matter that waits for somebody to be assigned


@dataclass(frozen=True, slots=True)
class Bucket:
    """One group of "my work": its first lines explained, and how many there are, up to BUCKET_LIMIT."""

    lines: Sequence[WorkLine]
    count: int


_EMPTY: Final = Bucket((), 0)


@dataclass(frozen=True, slots=True)
class MyWork:
    """What must be done now, in the order it presses."""

    late: Bucket
    today: Bucket
    waiting: Bucket
    soon: Bucket
    new: Bucket
    urgings: Sequence[Urging]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """Counts of open lines of one handler or one agency."""

    id: int | None
    name: str
    open: int
    soon: int
    late: int
    large: int
    oldest_due: date | None


def unread_count(*, by: Actor, limit: int) -> int:
    """Count unread lines of the inbox of this post, up to `limit`. Cost: 1 query, two index ranges bounded by the limit."""
    with connection.cursor() as cursor:
        cursor.execute(
            _UNREAD,
            {"user": by.user_id, "agency": by.agency_id, "path": by.agency_path, "role": by.role, "limit": limit},
        )
        row = cursor.fetchone()
    return min(limit, int(row[0])) if row else 0


def inbox(*, by: Actor, waiting: bool, before: int | None = None, limit: int) -> list[Notice]:
    """List the inbox of this post: one's own lines and those of the role at the agency, newest first.

    waiting: only what nobody has seen to; before: below this number
    Cost: 2 queries, one index range each, and 2 statements that touch no table.
    """
    own = Notice.objects.filter(user_id=by.user_id, agency_id=by.agency_id)
    of_role = Notice.objects.filter(user__isnull=True, agency_path=by.agency_path, role=by.role)
    found: list[Notice] = []
    with along_an_index():
        for lines in (own, of_role):
            wanted = lines.filter(acknowledged_at__isnull=True) if waiting else lines
            wanted = wanted if before is None else wanted.filter(pk__lt=before)
            found += wanted.select_related("acknowledged_by").order_by("-id")[:limit]
    return sorted(found, key=lambda one: -one.pk)[:limit]


def my_work(*, by: Actor, today: date, soon_until: date) -> MyWork:
    """List the open lines that wait for this post, in five groups without overlap.

    soon_until: last day that counts as soon (the caller knows the calendar).
    Cost: 5 queries, each bounded by BUCKET_LIMIT rows of an index, and 2 statements that touch no table.
    """
    if SIGHT_OF[Role(by.role)] is Sight.NONE:
        return MyWork(_EMPTY, _EMPTY, _EMPTY, _EMPTY, _EMPTY, urgings=())
    lines = _lines_of(by=by)
    asked = _WAITING.get(Role(by.role), ())
    # A handler's lines are found by assignments, which no index gives in the order of limits.
    reading = nullcontext() if by.is_one_of(Role.HANDLER) else along_an_index()
    with reading:
        later = lines.filter(state__in=(*asked, *_NEW_STATES))
        parts = (  # each one range of the index
            lines.filter(due_on__lt=today)[:BUCKET_LIMIT],
            lines.filter(due_on__gte=today, due_on__lte=soon_until)[: 2 * BUCKET_LIMIT],
            later.filter(due_on__gt=soon_until)[: 2 * BUCKET_LIMIT],
            later.filter(due_on__isnull=True)[: 2 * BUCKET_LIMIT],
        )
        found = sorted(parts[0].union(*parts[1:], all=True), key=lambda line: (line.due_on or NO_LIMIT, line.pk))
    late = [line for line in found if line.due_on is not None and line.due_on < today]
    pressing = [line for line in found if line.due_on is not None and today <= line.due_on <= soon_until]
    rest = [line for line in found if line.due_on is None or line.due_on > soon_until][: 2 * BUCKET_LIMIT]
    due_today = [line for line in pressing if line.due_on == today]
    soon = [line for line in pressing if line.due_on != today and line.state not in asked]
    waiting = [line for line in pressing if line.due_on != today and line.state in asked]
    waiting += [line for line in rest if line.state in asked]
    new = [line for line in rest if line.state not in asked]
    groups = (late, due_today, waiting, soon, new)
    explained = _explain(lines=[line for group in groups for line in group[:BUCKET_SHOWN]])
    drawn = [
        Bucket([explained[line.pk] for line in group[:BUCKET_SHOWN]], min(len(group), BUCKET_LIMIT)) for group in groups
    ]
    return MyWork(drawn[0], drawn[1], drawn[2], drawn[3], drawn[4], urgings=_urgings(by=by))


def board_below(*, by: Actor, today: date) -> list[BoardRow]:
    """Count the open lines of each agency in the scope of a head or an inspectorate: numbers only, no matter.

    Cost: 2 queries; the database's function refuses a range outside the scope.
    """
    low = _scope_path(by=by)
    statement = "SELECT agency_id, open, soon, late, large, oldest_due FROM tiepdan.board(%s, %s, %s, %s, %s)"
    with connection.cursor() as cursor:
        soon = today + timedelta(days=SOON_DAYS)
        cursor.execute(statement, [low, subtree_end(low), today, soon, group_from(on=today)])
        rows: list[tuple[Any, ...]] = cursor.fetchall()  # Any: rows of a driver
    below = [row[0] for row in rows if row[0] != by.agency_id]  # the own name stands over the page
    names = dict(Agency.objects.filter(pk__in=below).values_list("pk", "name"))
    built = [BoardRow(row[0], names.get(row[0], ""), row[1], row[2], row[3], row[4], row[5]) for row in rows]
    return sorted(built, key=lambda row: (-row.late, -row.soon, -row.open, row.name))


def open_lines(*, agency_id: int) -> int:
    """Count the matters an agency of the administrator still has open. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.open_lines(%s)", [agency_id])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def office_board(*, by: Actor, today: date, limit: int) -> tuple[list[BoardRow], list[WorkLine]]:
    """Count the open lines of the own agency by handler, the latest first, and list those that are latest.

    Cost: 5 queries, each one index range, and 2 statements that touch no table. The database's function refuses whoever
    does not lead the office.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT handler_id, open, soon, late, large FROM tiepdan.board_of_handlers(%s, %s, %s)",
            [today, today + timedelta(days=SOON_DAYS), group_from(on=today)],
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()  # Any: rows of a driver
    with along_an_index():
        late = list(_late(today).filter(agency_path=by.agency_path)[:limit])
    people = User.objects.in_bulk([row[0] for row in rows if row[0]])
    for line in late:
        line.handler = people.get(line.handler_id or 0)  # read after the counts: somebody else may have it by now
    built = [
        BoardRow(row[0], people[row[0]].name if row[0] else "", row[1], row[2], row[3], row[4], None) for row in rows
    ]
    explained = _explain(lines=late)
    return sorted(built, key=lambda row: (-row.late, -row.open, row.name)), [explained[line.pk] for line in late]


def late_lines(*, by: Actor, today: date, limit: int = BUCKET_LIMIT) -> list[WorkLine]:
    """List the latest open lines in the scope: an inspectorate's province, else the own agency. Cost: 4 queries."""
    low = _scope_path(by=by)
    found = list(_late(today).filter(agency_path__gte=low, agency_path__lt=subtree_end(low))[:limit])
    explained = _explain(lines=found)
    return [explained[line.pk] for line in found]


def _late(today: date) -> QuerySet[Participation]:
    lines = Participation.objects.late(on=today).exclude(capacity__in=[Capacity.PASSED_ON, Capacity.URGING])
    return lines.select_related("agency").order_by("due_on", "pk")


def _lines_of(*, by: Actor) -> QuerySet[Participation]:
    """Open lines that this post has to do with: assigned to the person, or everything of the office for its leaders."""
    mine = Assignment.objects.filter(user_id=by.user_id, agency_id=by.agency_id, ends_at__isnull=True)
    lines = Participation.objects.filter(agency_path=by.agency_path).open().exclude(capacity=Capacity.PASSED_ON)
    match by.role:
        case Role.HANDLER:
            lines = lines.filter(matter_id__in=mine.values("matter_id"))
        case Role.PROCESSING_OFFICER | Role.RECEPTION_OFFICER | Role.RECORDS_CLERK:
            # Asked line by line: the assignments of an officer are many, those of the lines of a page are few.
            lines = lines.filter(Q(handler__isnull=True) | Exists(mine.filter(matter_id=OuterRef("matter_id"))))
        case Role.OVERSIGHT:
            lines = lines.filter(capacity=Capacity.URGING)
    return lines.order_by(F("due_on").asc(nulls_last=True), "pk")


def _explain(*, lines: Sequence[Participation]) -> dict[int, WorkLine]:
    """Join the nearest limit, the case and who handles it to each line. Cost: 3 queries."""
    matter_ids = [line.matter_id for line in lines]
    clocks = _nearest_clocks(matter_ids) if matter_ids else {}
    prefetch_related_objects(lines, "handler")
    open_cases = Case.objects.filter(matter_id__in=matter_ids).order_by("pk")
    cases = dict(open_cases.values_list("matter_id", "code")) if matter_ids else {}
    sealed = [line.matter_id for line in lines if line.sealed]
    open_to = readable_matters(matter_ids=sealed)
    built = {}
    for line in lines:
        clock = clocks.get((line.matter_id, line.agency_id))
        told: dict[str, Any] = clock.explanation if clock and isinstance(clock.explanation, dict) else {}  # Any: JSON
        built[line.pk] = WorkLine(
            line=line,
            case_code=cases.get(line.matter_id, ""),
            rule_id=clock.rule_id if clock else "",
            limit_title=str(told.get("title_vi", "")),
            limit_source=str(told.get("source", "")),
            readable=not line.sealed or line.matter_id in open_to,
        )
    return built


def _nearest_clocks(matter_ids: Iterable[int]) -> dict[tuple[int, int], Clock]:
    # Which are open is asked here: the database would read every open clock of the country for the few of these matters.
    running = [one for one in Clock.objects.filter(matter_id__in=list(matter_ids)) if one.status == ClockStatus.OPEN]
    running.sort(key=lambda one: (one.rolled_due_on, one.pk), reverse=True)
    return {(clock.matter_id, clock.agency_id): clock for clock in running}  # the nearest is written last


def _urgings(*, by: Actor) -> list[Urging]:
    """Urgings that the own agency has not answered; only leaders and those handling answer them."""
    if by.is_one_of(Role.RECEPTION_OFFICER, Role.RECORDS_CLERK):
        return []
    side = Q(from_agency_id=by.agency_id) if by.is_one_of(Role.OVERSIGHT) else Q(to_agency_id=by.agency_id)
    unanswered = Urging.objects.filter(side, answered_on__isnull=True)
    return list(unanswered.select_related("from_agency", "to_agency").order_by("answer_by", "pk")[:BUCKET_LIMIT])


def _scope_path(*, by: Actor) -> str:
    """The top of the range: an inspectorate looks after the body it belongs to, a head after the own agency."""
    if by.is_one_of(Role.OVERSIGHT):
        above = Agency.objects.filter(pk=by.agency_id).values_list("parent__path", flat=True).first()
        return above or by.agency_path
    return by.agency_path


def total(rows: Sequence[BoardRow]) -> BoardRow:
    """Add up the rows of a board."""
    return BoardRow(
        id=None,
        name="",
        open=sum(row.open for row in rows),
        soon=sum(row.soon for row in rows),
        late=sum(row.late for row in rows),
        large=sum(row.large for row in rows),
        oldest_due=min((row.oldest_due for row in rows if row.oldest_due), default=None),
    )


@dataclass(frozen=True, slots=True)
class MovedLimit:
    """A limit or a window that a changed calendar or default moved, as lists show it."""

    code: str  # public code of the submission
    rule_id: str
    due_before: date
    due_after: date
    reason: str
    moved_at: datetime


def moved_limits(*, by: Actor, limit: int = BUCKET_LIMIT) -> list[MovedLimit]:
    """List what moved at the agency, of matters one may read, the latest first. Cost: 3 queries."""
    moves = ClockMove.objects.filter(agency_path=by.agency_path).select_related("clock").order_by("-moved_at", "-pk")
    entries = Entry.objects.filter(agency_path=by.agency_path, act="case.window_moved").order_by("-pk")
    found = [
        (one.matter_id, one.clock.rule_id, one.due_before, one.due_after, one.reason, one.moved_at)
        for one in moves[:limit]
    ]
    found += [
        (one.matter_id, one.rule, _due(one.before), _due(one.after), one.reason, one.at)
        for one in entries[:limit]
        if one.matter_id is not None
    ]
    found = sorted(found, key=lambda one: one[-1], reverse=True)[:limit]
    codes = dict(
        Participation.objects.filter(agency_id=by.agency_id, matter_id__in={one[0] for one in found}).values_list(
            "matter_id", "code"
        )
    )
    return [MovedLimit(codes.get(one[0], ""), *one[1:]) for one in found]


def _due(text: str) -> date:
    """Read the day of an entry about a limit that moved."""
    return date.fromisoformat(json.loads(text)["due"])
