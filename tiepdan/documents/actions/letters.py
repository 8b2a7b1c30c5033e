"""Letters addressed to a named person: entered in the book, handed over unopened. Rule: NĐ 30/2020 Đ.21(1)(b)"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.documents.actions.registers import take_number
from tiepdan.documents.models import Book, LetterState, PersonalLetter
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused


@transaction.atomic
def receive_unopened(
    *, addressee: str, received_on: date, by: Actor, at: datetime, postal_mark: str = ""
) -> PersonalLetter:
    """Enter a letter addressed to a named person; it is not opened and its sender is not noted.

    Raises ActionRefused: letter_addressee_missing, received_in_future.
    """
    if not addressee.strip():
        raise ActionRefused(Refused("letter_addressee_missing"))
    if received_on > at.date():
        raise ActionRefused(Refused("received_in_future"))
    letter = PersonalLetter.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, number=0, addressee=addressee.strip()[:160],
        postal_mark=postal_mark.strip()[:120], received_on=received_on, added_by=by.name,
    )  # fmt: skip
    letter.number = take_number(
        agency_id=by.agency_id, agency_path=by.agency_path, book=Book.INCOMING, year=received_on.year,
        subject=f"letter:{letter.pk}", on=received_on,
    )  # fmt: skip
    letter.save(update_fields=["number"])
    _record("letter.received_unopened", letter, by=by, at=at)
    return letter


@transaction.atomic
def hand_over_letter(*, letter_id: int, to: str, on: date, by: Actor, at: datetime) -> PersonalLetter:
    """Record that a letter was handed over with its seal whole.

    Raises ActionRefused: letter_unknown, letter_not_waiting, letter_addressee_missing, received_in_future, received_before_sent.
    """
    letter = _locked(letter_id, by)
    if letter.state != LetterState.WAITING:
        raise ActionRefused(Refused("letter_not_waiting"))
    if not to.strip():
        raise ActionRefused(Refused("letter_addressee_missing"))
    if on > at.date():
        raise ActionRefused(Refused("received_in_future"))
    if on < letter.received_on:
        raise ActionRefused(Refused("received_before_sent"))
    letter.state, letter.handed_on, letter.handed_to = LetterState.HANDED, on, to.strip()[:160]
    letter.save(update_fields=["state", "handed_on", "handed_to"])
    _record("letter.handed_over", letter, by=by, at=at)
    return letter


@transaction.atomic
def register_contents(*, letter_id: int, registered_as: str, by: Actor, at: datetime) -> PersonalLetter:
    """Record that the addressee found official business inside and gave it back, and under which code it was entered.

    Raises ActionRefused: letter_unknown, letter_not_handed, letter_code_missing.
    """
    letter = _locked(letter_id, by)
    if letter.state != LetterState.HANDED:
        raise ActionRefused(Refused("letter_not_handed"))
    if not registered_as.strip():
        raise ActionRefused(Refused("letter_code_missing"))
    letter.state, letter.registered_as = LetterState.OFFICIAL, registered_as.strip()[:40]
    letter.save(update_fields=["state", "registered_as"])
    _record("letter.contents_registered", letter, by=by, at=at)
    return letter


def _locked(letter_id: int, by: Actor) -> PersonalLetter:
    letter = PersonalLetter.objects.select_for_update().filter(pk=letter_id, agency_id=by.agency_id).first()
    if letter is None:
        raise ActionRefused(Refused("letter_unknown"))
    return letter


def _record(act: str, letter: PersonalLetter, *, by: Actor, at: datetime) -> None:
    record(act=act, by=by, at=at, subject=f"letter:{letter.pk}", after={"number": letter.number, "state": letter.state})
