"""Reads of the anchor of rights, and the lines that lists show, in any of their orders."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from django.db import connection
from django.db.models import F, OrderBy, Value
from django.db.models.functions import Coalesce

from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.collation import given_name_key, order_key
from tiepdan.infra.statement import Objects, along_an_index
from tiepdan.matters.models import NO_LIMIT, Matter, Participation, ParticipationQuerySet, SavedFilter

_HIGHEST: Final = 2**63  # what an id may reach
_NOBODY: Final = 0  # stands for the handler of a line that has none; they come last
# The handlers of an office one after the other, without reading its lines: one probe of the index for each.
_HANDLERS: Final = """
WITH RECURSIVE known AS (
  (SELECT handler_id FROM matters_participation WHERE agency_path = %(path)s AND handler_id IS NOT NULL
    ORDER BY handler_id LIMIT 1)
  UNION ALL
  SELECT (SELECT p.handler_id FROM matters_participation p WHERE p.agency_path = %(path)s
    AND p.handler_id > known.handler_id ORDER BY p.handler_id LIMIT 1) FROM known WHERE known.handler_id IS NOT NULL)
SELECT handler_id FROM known WHERE handler_id IS NOT NULL
"""


class ListOrder(StrEnum):
    """By what a list is sorted; a minus in front turns it round."""

    DATE = "ngay"
    TITLE = "don"
    LIMIT = "han"
    HANDLER = "nguoi"


# Columns as the database writes them in a comparison of rows, which an index reads as one range.
_COLUMNS: Final = {
    ListOrder.DATE: "matters_participation.received_on",
    ListOrder.TITLE: "matters_participation.title_key",
    ListOrder.LIMIT: "COALESCE(matters_participation.due_on, DATE '9999-12-31')",
}
_EXPRESSIONS: Final[dict[ListOrder, F | Coalesce]] = {
    ListOrder.DATE: F("received_on"), ListOrder.TITLE: F("title_key"), ListOrder.LIMIT: Coalesce("due_on", Value(NO_LIMIT)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sorting:
    """An order and its direction. The list opens with the newest first."""

    by: ListOrder = ListOrder.DATE
    down: bool = True

    @classmethod
    def read(cls, text: str) -> Sorting:
        """Read what stands in an address; what is not known is the newest first."""
        bare = text.removeprefix("-")
        known = next((one for one in ListOrder if one.value == bare), None)
        return cls() if known is None else cls(known, text.startswith("-"))

    @property
    def written(self) -> str:
        """As it stands in an address."""
        return f"{'-' if self.down else ''}{self.by.value}"


NEWEST: Final = Sorting()


@dataclass(frozen=True, slots=True)
class LinePage:
    """One page of lines; `next_key` continues after its last row, empty at the end."""

    lines: list[Participation]
    next_key: str


def readable_matters(*, matter_ids: Collection[int]) -> frozenset[int]:
    """Return those of the matters whose content the acting post reads, not only their line. Cost: 1 query, or none."""
    if not matter_ids:
        return frozenset()
    return frozenset(Matter.objects.filter(pk__in=set(matter_ids)).values_list("pk", flat=True))


def matters_that_open(lines: Iterable[Participation]) -> frozenset[int]:
    """Return the matters of lines that open to the acting post; a sealed one opens to who is assigned. Cost: 1 query, or none."""
    listed = list(lines)
    sealed = [line.matter_id for line in listed if line.sealed]
    return frozenset(line.matter_id for line in listed if not line.sealed) | readable_matters(matter_ids=sealed)


def lines_in_scope(*, by: Actor, low: str, high: str) -> ParticipationQuerySet:
    """Return the lines an actor works on: of one office by its path, so that an index gives them sorted; else the range."""
    if by.role != Role.OVERSIGHT:
        return Participation.objects.filter(agency_path=by.agency_path)
    return Participation.objects.filter(agency_path__gte=low, agency_path__lt=high)


def page_of_lines(
    *, found: ParticipationQuerySet, sorting: Sorting, by: Actor, after: str = "", limit: int
) -> LinePage:
    """Return one page of lines in an order, continued after the key of the page before (one that is not a key: the first page).

    By handler: given names in Vietnamese order, within one handler the newest first; for one office only, whoever looks
    over many gets the newest first.
    Cost: 1 query, one index range (by handler: 4 queries), and 2 statements that touch no table.
    """
    if sorting.by is ListOrder.HANDLER:
        if by.role != Role.OVERSIGHT:
            return _by_handler(found, sorting, by, after, limit)
        sorting = Sorting()
    column = _COLUMNS[sorting.by]
    key = _read_key(after, sorting.by)
    if key is not None:
        sign = "<" if sorting.down else ">"
        found = _beyond(found, f"({column}, matters_participation.id) {sign} (%s, %s)", key)
    order = OrderBy(_EXPRESSIONS[sorting.by], descending=sorting.down)
    ordered = found.order_by(order, "-pk" if sorting.down else "pk")
    with along_an_index():
        rows = list(ordered.select_related("agency", "handler")[: limit + 1])
    return LinePage(
        rows[:limit],
        page_key(_value_of(rows[limit - 1], sorting.by), rows[limit - 1].pk) if len(rows) > limit else "",
    )


_FILTERS: Final = Objects(lambda *, page: SavedFilter.objects.filter(page=page))


def list_saved_filters(*, page: str) -> list[SavedFilter]:
    """List the filters that the acting person keeps for a list; the database shows no others. Cost: 1 query."""
    return sorted(_FILTERS.all(page=page), key=lambda row: order_key(row.name))


def _by_handler(found: ParticipationQuerySet, sorting: Sorting, by: Actor, after: str, limit: int) -> LinePage:
    people = _handlers(path=by.agency_path, down=sorting.down)
    key = _read_key(after, ListOrder.HANDLER)
    start = people.index(key[0]) if key is not None and key[0] in people else 0
    parts = []
    for place, person in enumerate(people[start:]):
        lines = found.filter(handler_id=person or None)
        if place == 0 and key is not None and key[0] == person:
            lines = _beyond(lines, f"({_COLUMNS[ListOrder.DATE]}, matters_participation.id) < (%s, %s)", key[1:])
        ordered = lines.annotate(place=Value(place)).order_by("-received_on", "-pk")
        parts.append(ordered.values_list("place", "received_on", "pk")[: limit + 1])
    first, *others = parts
    with along_an_index():
        ids = sorted(
            first.union(*others, all=True) if others else first, key=lambda row: (row[0], -row[1].toordinal(), -row[2])
        )
    known = Participation.objects.select_related("agency", "handler").in_bulk([row[2] for row in ids[:limit]])
    rows = [known[row[2]] for row in ids[:limit] if row[2] in known]
    if len(ids) <= limit:
        return LinePage(rows, "")
    place, day, number = ids[limit - 1]
    return LinePage(rows, page_key(people[start + place], day, number))


def _beyond(found: ParticipationQuerySet, condition: str, key: tuple[Any, ...]) -> ParticipationQuerySet:
    """Narrow to rows beyond a key. Not with Q: only a comparison of rows is one range of an index."""
    return cast("ParticipationQuerySet", found.extra(where=[condition], params=list(key)))  # noqa: S610 # columns named here


def _handlers(*, path: str, down: bool) -> list[int]:
    """Return who handles lines of an office, by given name, and at the end nobody. Cost: 2 queries."""
    with connection.cursor() as cursor:
        cursor.execute(_HANDLERS, {"path": path})
        ids = [int(row[0]) for row in cursor.fetchall()]
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [*sorted(names, key=lambda key: (given_name_key(names[key]), key), reverse=down), _NOBODY]


def _value_of(line: Participation, order: ListOrder) -> object:
    if order is ListOrder.TITLE:
        return line.title_key
    return line.received_on if order is ListOrder.DATE else line.due_on or NO_LIMIT


def page_key(*values: object) -> str:
    """Return the key that continues after a row: by what it is sorted, and its number."""
    written = json.dumps([value.isoformat() if isinstance(value, date) else value for value in values])
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _read_key(text: str, order: ListOrder) -> tuple[Any, ...] | None:  # Any: what stands in it differs by order
    """Read the key of a page; None for what is not one of this order."""
    if not text:
        return None
    try:
        *values, number = json.loads(base64.urlsafe_b64decode(f"{text[:600]}{'=' * (-len(text) % 4)}"))
        if type(number) is not int or not 0 < number < _HIGHEST:
            return None
        match order:
            case ListOrder.TITLE:
                (title,) = values
                return (title, number) if isinstance(title, str) and "\x00" not in title else None
            case ListOrder.HANDLER:
                person, day = values
                return int(person), date.fromisoformat(day), number
            case _:
                (day,) = values
                return date.fromisoformat(day), number
    except (ValueError, TypeError):
        return None
