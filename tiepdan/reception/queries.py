"""The reception book as a list and as the printed form 03/TCD."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Prefetch, prefetch_related_objects

from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.statement import along_an_index
from tiepdan.reception.models import Reception, Visitor
from tiepdan.submissions.access import scope_of

PAGE: Final = 50
SEALED_NAME: Final = "Niêm phong"


@dataclass(frozen=True, slots=True)
class BookPage:
    """Lines of the book, newest first; `next_key` continues after the last."""

    lines: list[Reception]
    next_key: str


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of the form 03/TCD, columns 1 to 13."""

    reception: Reception
    name_address: str
    id_number: str


def list_receptions(
    *, by: Actor, outcome: str = "", waiting: bool = False, after: str = "", limit: int = PAGE
) -> BookPage:
    """List visits of the actor's scope. Cost: 2 queries, and 2 statements that touch no table."""
    found = Reception.objects.filter(agency_path=by.agency_path)
    if by.role == Role.OVERSIGHT:
        low, high = scope_of(by=by)
        found = Reception.objects.filter(agency_path__gte=low, agency_path__lt=high)
    if outcome:
        found = found.filter(outcome=outcome)
    if waiting:
        found = found.filter(replied_on__isnull=True, reply_due_on__isnull=False, void_reason="")
    if after.isdecimal() and len(after) < 19:
        last = Reception.objects.filter(pk=int(after)).values_list("received_on", "pk").first()
        if last is not None:
            found = found.extra(
                where=["(reception_reception.received_on, reception_reception.id) < (%s, %s)"], params=list(last)
            )
    ordered = found.select_related("officer", "submission", "agency").order_by("-received_on", "-pk")
    with along_an_index():
        rows = list(ordered[: limit + 1])
    prefetch_related_objects(rows, "visitors")
    more = len(rows) > limit
    rows = rows[:limit]
    return BookPage(lines=rows, next_key=str(rows[-1].pk) if more else "")


def book_lines(*, by: Actor, from_on: date, until_on: date, limit: int = 20_000) -> list[BookLine]:
    """Return the book of a period, oldest first; a sealed line shows neither name nor content. Cost: 2 queries.

    Numbers and addresses are in envelopes: `read_book` shows them and records it.
    Rule: form 03/TCD, SO-1, ND-3
    """
    rows = (
        Reception.objects.filter(agency_path=by.agency_path, received_on__gte=from_on, received_on__lte=until_on)
        .select_related("submission", "outcome_agency", "agency")
        .prefetch_related(Prefetch("visitors", queryset=Visitor.objects.order_by("pk")))
        .order_by("received_on", "number")[:limit]
    )
    return [_book_line(reception) for reception in rows]


def _book_line(reception: Reception) -> BookLine:
    visitors = list(reception.visitors.all())
    if reception.sealed or not visitors:
        return BookLine(reception, SEALED_NAME if reception.sealed else "", "")
    return BookLine(reception, visitors[0].name, "")
