"""Drawing a book: it takes many names out of the program at once, so the record says who took which."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record


@transaction.atomic
def note_book_drawn(
    *, book: str, from_on: date, until_on: date, lines: int, ending: str, by: Actor, at: datetime
) -> None:
    """Record that a book of a period was taken out as a file.

    book: "reception", "submissions", "incoming", "outgoing"; ending: "pdf" or "xlsx"
    Cost: 1 query.
    """
    record(
        act="book.drawn", by=by, at=at, subject=f"book:{book}",
        after={"from": from_on, "until": until_on, "lines": lines, "as": ending},
    )  # fmt: skip
