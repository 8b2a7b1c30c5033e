"""The books of an office over any period, as they are printed: what was received, what came in, what went out.

A sealed line keeps its number and its day; name and content are not in it, whoever prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import F, QuerySet

from tiepdan.accounts.rules import Actor
from tiepdan.documents.models import Book, Paper, RegisterNumber
from tiepdan.matters.models import Participation
from tiepdan.routing.models import Transfer
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.rules import PartyRole

MOST_LINES: Final = 20_000  # of one file; a longer period is printed in parts
_SENDERS: Final = (PartyRole.COMPLAINANT, PartyRole.DENOUNCER, PartyRole.PETITIONER)


class PrintedBook(StrEnum):
    """The books that can be printed."""

    RECEPTION = "reception"  # mẫu 03/TCD
    SUBMISSIONS = "submissions"  # sổ đơn
    INCOMING = "incoming"  # số đến
    OUTGOING = "outgoing"  # số đi


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """One line of the book of submissions."""

    number: int
    received_on: date
    cancelled: str  # reason of a cancelled number
    submission: Submission | None  # None: sealed, or not for the eyes of who prints
    sender: str
    transfer: Transfer | None  # the last step: guided, forwarded, returned
    line: Participation | None  # how it stands at this office


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """One line of the book of outgoing papers."""

    number: int
    given_on: date
    document_type: str
    cancelled: str
    paper: Paper | None  # None: sealed, or not for the eyes of who prints


def submission_lines(*, by: Actor, from_on: date, until_on: date) -> list[SubmissionLine]:
    """Return the incoming numbers of a period with what they were given to, oldest first. Cost: 5 queries."""
    numbers = list(_numbers(by, Book.INCOMING, from_on, until_on))
    matters = [one.matter_id for one in numbers if one.matter_id is not None]
    submissions = {
        f"submission:{one.pk}": one
        for one in Submission.objects.filter(matter_id__in=matters).select_related("forwarded_by", "respondent_agency")
    }
    senders = _senders([one.pk for one in submissions.values()])
    transfers = {
        one.submission_id: one
        for one in Transfer.objects.filter(matter_id__in=matters, from_agency_id=by.agency_id)
        .select_related("to_agency", "paper")
        .order_by("pk")
    }
    lines = {
        one.matter_id: one
        for one in Participation.objects.filter(matter_id__in=matters, agency_id=by.agency_id).select_related("agency")
    }
    found = []
    for one in numbers:
        submission = submissions.get(one.subject)
        found.append(
            SubmissionLine(
                number=one.number, received_on=one.given_on, cancelled=one.cancel_reason, submission=submission,
                sender=senders.get(submission.pk, "") if submission else "",
                transfer=transfers.get(submission.pk) if submission else None,
                line=lines.get(one.matter_id) if one.matter_id else None,
            )
        )  # fmt: skip
    return found


def outgoing_lines(*, by: Actor, from_on: date, until_on: date) -> list[OutgoingLine]:
    """Return the outgoing numbers of a period with their papers, by day, type and number. Cost: 2 queries."""
    numbers = list(_numbers(by, Book.OUTGOING, from_on, until_on))
    wanted = [int(one.subject.partition(":")[2]) for one in numbers if one.subject.startswith("paper:")]
    papers = {f"paper:{one.pk}": one for one in Paper.objects.filter(pk__in=wanted)}
    return [
        OutgoingLine(one.number, one.given_on, one.register.document_type, one.cancel_reason, papers.get(one.subject))
        for one in numbers
    ]


def _numbers(by: Actor, book: Book, from_on: date, until_on: date) -> QuerySet[RegisterNumber]:
    return (
        RegisterNumber.objects.filter(
            register__agency_id=by.agency_id, register__book=book, given_on__gte=from_on, given_on__lte=until_on
        )
        .select_related("register")
        .order_by("given_on", F("register__document_type"), "number")[:MOST_LINES]
    )


def _senders(submission_ids: Sequence[int]) -> dict[int, str]:
    """The name of the first sender of each, and how many more; sealed senders have no name here."""
    names: dict[int, list[str]] = {}
    rows = Party.objects.filter(submission_id__in=submission_ids, role__in=_SENDERS).order_by("pk")
    for party in rows.only("submission_id", "name", "sealed"):
        names.setdefault(party.submission_id, []).append("" if party.sealed else party.name)
    return {
        key: found[0] + (f" và {len(found) - 1} người" if len(found) > 1 and found[0] else "")
        for key, found in names.items()
    }
