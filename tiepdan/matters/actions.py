"""Acts around a matter that every domain composes: opening, joining, assigning, running clocks, telling people.

These are parts of acts: the caller holds the transaction and writes the audit entry of its own act, except where said.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import Enum
from typing import Final

from django.conf import settings
from django.db import connection, transaction

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.queue import later
from tiepdan.infra.statement import ask, tell
from tiepdan.infra.verdict import Refused
from tiepdan.matters.models import Assignment, Clock, Exclusion, Matter, Notice, Participation, SavedFilter
from tiepdan.matters.rules import Capacity, ClockStatus, Duty, SavedPage, may_keep_filter

_SHOW_NEAREST: Final = """
UPDATE matters_participation SET due_on = (SELECT min(rolled_due_on) FROM matters_clock
         WHERE matter_id = %(matter)s AND agency_id = %(agency)s AND status = %(open)s)
 WHERE matter_id = %(matter)s AND agency_id = %(agency)s
"""


def join_matter(*, matter_id: int, agency_id: int, capacity: Capacity, received_on: date) -> int:
    """Let another agency take part; returns the id of its line. Only who reads the matter can."""
    return int(ask("tiepdan.join_matter", [matter_id, agency_id, capacity.value, received_on]))


def tell_lines(*, matter_id: int, state: str) -> None:
    """Show a new state in the lines of agencies that only follow the matter."""
    tell("tiepdan.tell_lines", [matter_id, state])


def notify(
    *,
    agency_id: int,
    kind: str,
    at: datetime,
    code: str = "",
    matter_id: int | None = None,
    user_id: int | None = None,
    role: Role | None = None,
) -> None:
    """Put a line into the inbox of a person, or of whoever holds a role at an agency. Never any content.

    Where mail is set up, a person also gets the code and a link.
    """
    tell(
        "tiepdan.notify",
        [agency_id, user_id, role.value if role else "", kind, code, matter_id, at],
    )
    if settings.EMAIL_HOST and user_id and code:
        later("tiepdan.matters.jobs.mail_notice", user_id=user_id, code=code)


def acknowledge_notice(*, notice_id: int, by: Actor, at: datetime) -> Notice:
    """Mark a line of the own inbox as seen to. Raises Notice.DoesNotExist for the absent and the foreign alike."""
    notice = Notice.objects.select_for_update().get(pk=notice_id)
    notice.read_at = notice.read_at or at
    notice.acknowledged_at = at
    notice.acknowledged_by_id = by.user_id
    notice.save(update_fields=["read_at", "acknowledged_at", "acknowledged_by"])
    return notice


def set_line(*, matter_id: int, agency_id: int, **columns: str | int | date | None) -> None:
    """Change columns of an agency's own line (state, capacity, title, kind, field_code, closed_on, handler_id …)."""
    changes = ", ".join(f"{column} = %s" for column in columns)  # names are written in the program
    values = [value.value if isinstance(value, Enum) else value for value in columns.values()]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE matters_participation SET {changes} WHERE matter_id = %s AND agency_id = %s",  # noqa: S608
            [*values, matter_id, agency_id],
        )


def assign(*, matter_id: int, user_id: int, agency_id: int, duty: Duty, by: Actor, at: datetime) -> Assignment:
    """Assign a person; they are told. Writes its own audit entry.

    Raises ActionRefused: not_at_agency (no post in force there), conflict_of_interest (excluded from the matter).
    Rule: complaints 4.2/15
    """
    posts = Post.objects.in_force(on=at.date()).filter(user_id=user_id, agency_id=agency_id, user__is_active=True)
    at_agency = list(posts.values_list("agency__path", "user__name"))
    if not at_agency:
        raise ActionRefused(Refused("not_at_agency"))
    if is_kept_out(matter_id=matter_id, user_id=user_id, paths=[path for path, _ in at_agency]):
        raise ActionRefused(Refused("conflict_of_interest", rule="complaints 4.2/15"))
    known = Assignment.objects.filter(matter_id=matter_id, user_id=user_id, duty=duty, ends_at__isnull=True).first()
    if known is not None:
        return known
    assignment = Assignment.objects.create(
        matter_id=matter_id, user_id=user_id, agency_id=agency_id, duty=duty, starts_at=at
    )
    if duty in {Duty.HANDLER, Duty.PROCESSING}:
        set_line(matter_id=matter_id, agency_id=agency_id, handler_id=user_id)
    record(
        act="matter.assigned", by=by, at=at, subject=f"matter:{matter_id}", matter_id=matter_id,
        after={"user": at_agency[0][1], "duty": duty.value},
    )  # fmt: skip
    if user_id != by.user_id:
        code = Participation.objects.values_list("code", flat=True).get(matter_id=matter_id, agency_id=agency_id)
        notify(agency_id=agency_id, kind="assigned", at=at, code=code, matter_id=matter_id, user_id=user_id)
    return assignment


def is_kept_out(*, matter_id: int, user_id: int, paths: Collection[str]) -> bool:
    """Tell whether a person, or an agency at or above one of the paths, is excluded from a matter. Cost: 1 query."""
    return any(
        row.user_id == user_id or (row.agency_path and any(path.startswith(row.agency_path) for path in paths))
        for row in Exclusion.objects.filter(matter_id=matter_id)
    )


def release(*, matter_id: int, user_id: int, duty: Duty, by: Actor, at: datetime, reason: str) -> None:
    """End an assignment. Writes its own audit entry. Raises ActionRefused: not_assigned."""
    ended = Assignment.objects.filter(matter_id=matter_id, user_id=user_id, duty=duty, ends_at__isnull=True)
    if not ended.update(ends_at=at):
        raise ActionRefused(Refused("not_assigned"))
    record(
        act="matter.released", by=by, at=at, subject=f"matter:{matter_id}", matter_id=matter_id,
        before={"user_id": user_id, "duty": duty.value}, reason=reason,
    )  # fmt: skip


def exclude(
    *, matter_id: int, reason: str, by: Actor, at: datetime, user_id: int | None = None, agency_path: str = ""
) -> None:
    """Keep a person, or everybody at an agency and below, out of a sealed matter. Writes its own audit entry."""
    Exclusion.objects.create(matter_id=matter_id, user_id=user_id, agency_path=agency_path, reason=reason)
    record(
        act="matter.excluded", by=by, at=at, subject=f"matter:{matter_id}", matter_id=matter_id,
        after={"user_id": user_id, "agency_path": agency_path}, reason=reason,
    )  # fmt: skip


def start_clock(
    *,
    matter_id: int,
    agency_id: int,
    agency_path: str,
    rule_id: str,
    rule_version: date,
    starts_on: date,
    due_on: date,
    rolled_due_on: date,
    explanation: object,
) -> Clock:
    """Store a running limit that `deadlines` counted, and show the nearest one in the line."""
    clock = Clock.objects.create(
        matter_id=matter_id,
        agency_id=agency_id,
        agency_path=agency_path,
        rule_id=rule_id,
        rule_version=rule_version,
        starts_on=starts_on,
        due_on=due_on,
        rolled_due_on=rolled_due_on,
        explanation=explanation,
        status=ClockStatus.OPEN,
    )
    refresh_due(matter_id=matter_id, agency_id=agency_id)
    return clock


def close_clocks(
    *,
    matter_id: int,
    agency_id: int,
    on: date,
    rule_ids: Collection[str] | None = None,
    status: ClockStatus = ClockStatus.MET,
) -> int:
    """Close open or paused limits of one agency on a matter (all, or those of some rules); returns how many."""
    clocks = Clock.objects.filter(
        matter_id=matter_id, agency_id=agency_id, status__in=[ClockStatus.OPEN, ClockStatus.PAUSED]
    )
    if rule_ids is not None:
        clocks = clocks.filter(rule_id__in=rule_ids)
    closed = clocks.update(status=status, closed_on=on)
    refresh_due(matter_id=matter_id, agency_id=agency_id)
    return closed


def refresh_due(*, matter_id: int, agency_id: int) -> None:
    """Put the nearest open limit into the agency's line. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute(_SHOW_NEAREST, {"matter": matter_id, "agency": agency_id, "open": ClockStatus.OPEN.value})


def mark_same(*, matter_id: int, earlier_id: int) -> None:
    """Note that a matter has the same content as an earlier one; chains end at the first."""
    first = Matter.objects.filter(pk=earlier_id).values_list("same_as_id", flat=True).first()
    Matter.objects.filter(pk=matter_id).update(same_as_id=first or earlier_id)


@transaction.atomic
def keep_filter(*, page: SavedPage, name: str, query: str, by: Actor, at: datetime) -> SavedFilter:
    """Keep the conditions of a list under a name, for the acting person alone.

    Raises ActionRefused: filter_name_missing, filter_empty (no condition, or one that is not kept), filter_name_taken,
        filters_too_many
    """
    name = tidy(name)[:60]
    names = frozenset(SavedFilter.objects.filter(page=page).values_list("name", flat=True))
    verdict = may_keep_filter(page=page, query=query, name=name, names=names)
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    row = SavedFilter.objects.create(user_id=by.user_id, page=page, name=name, query=query[:400], created_at=at)
    record(act="filter.kept", by=by, at=at, subject=f"filter:{row.pk}", after={"page": page.value, "name": name})
    return row


@transaction.atomic
def drop_filter(*, filter_id: int, by: Actor, at: datetime) -> SavedFilter:
    """Drop a filter of one's own. Raises SavedFilter.DoesNotExist for the absent and the foreign alike."""
    row = SavedFilter.objects.select_for_update().get(pk=filter_id)
    record(act="filter.dropped", by=by, at=at, subject=f"filter:{row.pk}", before={"page": row.page, "name": row.name})
    row.delete()
    return row
