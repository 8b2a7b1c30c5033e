"""Giving out numbers without gaps, and cancelling one without losing it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.documents.models import Book, RegisterNumber
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused

_GIVE: Final = """
INSERT INTO documents_registernumber (register_id, agency_path, number, given_on, matter_id, subject, cancel_reason)
SELECT next.register_id, %(path)s, next.number, %(on)s, %(matter)s, %(subject)s, ''
  FROM tiepdan.next_number(%(agency)s, %(path)s, %(book)s, %(type)s, %(year)s, %(kept)s) AS next RETURNING number
"""


def take_number(
    *,
    agency_id: int,
    agency_path: str,
    book: Book,
    year: int,
    subject: str,
    on: date,
    document_type: str = "",
    matter_id: int | None = None,
) -> int:
    """Give out the next number of a series; a part of an act, which holds the transaction and writes the audit.

    document_type: symbol of the type for outgoing papers (TB, QĐ …)
    subject: what gets the number: "submission:12", "paper:7", "reception:3"
    Cost: 1 query, locks the series until the transaction ends.
    """
    return _give(
        agency_id=agency_id, agency_path=agency_path, book=book, year=year, document_type=document_type, subject=subject, on=on,
        matter_id=matter_id, kept=None,
    )  # fmt: skip


def enter_number(
    *,
    agency_id: int,
    agency_path: str,
    book: Book,
    year: int,
    number: int,
    subject: str,
    on: date,
    document_type: str = "",
    matter_id: int | None = None,
) -> int:
    """Enter a number that an old book gave out; the series goes on after the highest. Part of an act.

    Raises IntegrityError: the number stands in the book already.
    Cost: 1 query, locks the series until the transaction ends.
    """
    return _give(
        agency_id=agency_id, agency_path=agency_path, book=book, year=year, document_type=document_type, subject=subject, on=on,
        matter_id=matter_id, kept=number,
    )  # fmt: skip


def _give(
    *, agency_id: int, agency_path: str, book: Book, year: int, document_type: str, subject: str, on: date,
    matter_id: int | None, kept: int | None,
) -> int:  # fmt: skip
    values: dict[str, int | str | date | None] = {
        "agency": agency_id, "path": agency_path, "book": book.value, "type": document_type, "year": year, "on": on,
        "matter": matter_id, "subject": subject, "kept": kept,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_GIVE, values)
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("the register gave no number")
    return int(row[0])


@transaction.atomic
def cancel_number(
    *, book: Book, year: int, number: int, reason: str, by: Actor, at: datetime, document_type: str = ""
) -> RegisterNumber:
    """Mark a number of the actor's agency as not used; it stays in the book with the reason.

    Raises ActionRefused: reason_missing, number_unknown, number_cancelled.
    """
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    given = (
        RegisterNumber.objects.select_for_update(of=("self",))
        .select_related("register")
        .filter(
            register__agency_id=by.agency_id,
            register__book=book,
            register__document_type=document_type,
            register__year=year,
            number=number,
        )
        .first()
    )
    if given is None:
        raise ActionRefused(Refused("number_unknown"))
    if given.cancelled_on is not None:
        raise ActionRefused(Refused("number_cancelled"))
    given.cancelled_on = at.date()
    given.cancel_reason = reason.strip()[:300]
    given.save(update_fields=["cancelled_on", "cancel_reason"])
    record(
        act="number.cancelled", by=by, at=at, subject=f"number:{given.pk}", matter_id=given.matter_id,
        after={"book": book.value, "year": year, "number": number}, reason=reason,
    )  # fmt: skip
    return given
