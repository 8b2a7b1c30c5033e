"""Receiving: the act by which something submitted gets its code and can no longer be lost."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import entry
from tiepdan.documents.models import Book
from tiepdan.infra.codes import PIN_DIGITS, new_code, new_pin
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.rows import as_json, columns_of, is_now_stored
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import exclude
from tiepdan.matters.clocks import counted_clocks
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.actions.parties import party_rows, pieces_of, ring, sealed_envelope, tidied
from tiepdan.submissions.actions.repeating import is_same_request, request_digest
from tiepdan.submissions.actions.words import words_of
from tiepdan.submissions.intake import Intake, PartyData
from tiepdan.submissions.models import Submission
from tiepdan.submissions.redaction import redacted
from tiepdan.submissions.rules import (
    NEUTRAL_TITLES,
    PartyRole,
    SubmissionStatus,
    clocks_at_receipt,
    may_receive,
)

_TRIES: Final = 5
_SUMMARY: Final = 160
_TAKE_IN: Final = (
    "SELECT matter_id, submission_id, number, clock_ids FROM"
    " tiepdan.take_in(%s::jsonb, %s::jsonb, %s::jsonb, %s::jsonb, %s::jsonb, %s::jsonb, %s, %s::jsonb)"
)
_LATER: Final = frozenset({"id", "matter_id"})  # keys that the database gives
_LATER_OF_PARTY: Final = frozenset({"matter_id", "submission_id"})
CITIZEN: Final = "citizen"


@dataclass(frozen=True, slots=True)
class Received:
    """What the receipt needs."""

    submission: Submission
    pin: str
    repeated: bool = False  # the same request had been stored before
    is_same: bool = True  # and it said the same
    number: int | None = None  # số đến; of a repeated request it is read where it is wanted
    clocks: tuple[Clock, ...] = ()  # limits just started


@transaction.atomic
def receive(
    *, intake: Intake, by: Actor, at: datetime, request_key: str | None = None, number: int | None = None
) -> Received:
    """Store what was submitted at the actor's agency: code, PIN, số đến, parties, limits, search words.

    request_key: made by the form or the client; sent again it returns what was stored, and the same PIN
    number: số đến that an old book gave; default: the next one
    A citizen at the portal gets no số đến: an officer registers it.
    Raises ActionRefused: content_missing, received_in_future, forwarder_missing, sender_missing, people_missing,
        representatives_missing, representatives_too_many, conflict_of_interest. IntegrityError: a kept number stands in
        the book already.
    Cost: 3 queries; locks the agency's register of the year.
    Rule: SO-1, KD-9, KN-3, TC-1, LI-6
    """
    received_on = intake.received_on or at.date()
    parties = tuple(tidied(party) for party in intake.parties if party.name.strip() or not party.identity.is_empty)
    if by.user_id in intake.denounced_user_ids:
        raise ActionRefused(Refused("conflict_of_interest", rule="complaints 4.2/15"))
    verdict = may_receive(
        source=intake.source,
        content=intake.content,
        people=intake.people,
        representatives=sum(party.role is PartyRole.REPRESENTATIVE for party in parties),
        named_parties=sum(bool(party.name) for party in parties),
        anonymous=intake.anonymous,
        forwarder_named=intake.forwarded_by_id is not None,
        received_on=received_on,
        today=at.date(),
    )
    if not verdict:
        raise ActionRefused(verdict)
    key = _key(request_key, by) if request_key else None
    ready = _prepare(key, parties=len(parties))
    if ready.known is not None:
        same = is_same_request(stored=ready.known.request_digest, now=request_digest(intake))
        return Received(submission=ready.known, pin=_pin_of(key, ready.known.code), repeated=True, is_same=same)
    pin = _pin_of(key, ready.code) if key else new_pin()
    submission = _row(intake, parties, received_on, by, at, key, ready.code, pin)
    clocks = counted_clocks(
        agency_id=by.agency_id,
        agency_path=by.agency_path,
        rules=clocks_at_receipt(kind=intake.kind, source=intake.source),
        start=received_on,
    )
    given = _store(submission, intake, parties, clocks, ids=ready.party_ids, kept=number, by=by, at=at)
    for user_id in intake.denounced_user_ids:
        exclude(matter_id=submission.matter_id, user_id=user_id, reason="denounced", by=by, at=at)
    return Received(submission=submission, pin=pin, number=given, clocks=tuple(clocks))


def is_sealed(intake: Intake) -> bool:
    """Tell whether what is brought must be sealed. Rule: BV-1"""
    return intake.sealed or intake.kind is MatterKind.DENUNCIATION


def pin_hash(*, code: str, pin: str) -> bytes:
    """Return the keyed hash under which a PIN is stored and looked up."""
    return ring().keyed_hash(text=code + pin, purpose="pin")


def _row(
    intake: Intake, parties: tuple[PartyData, ...], received_on: date, by: Actor, at: datetime, key: str | None,
    code: str, pin: str,
) -> Submission:  # fmt: skip
    shown = _without_senders(intake, parties) if is_sealed(intake) else intake
    return Submission(
        code=code,
        pin_hash=pin_hash(code=code, pin=pin),
        agency_id=by.agency_id,
        status=SubmissionStatus.RECEIVED,
        kind=intake.kind,
        petition_mark=intake.petition_mark,
        source=intake.source,
        forwarded_by_id=intake.forwarded_by_id,
        forwarding_number=intake.forwarding_number,
        forwarding_dated_on=intake.forwarding_dated_on,
        received_on=received_on,
        first_received_on=intake.first_received_on or received_on,
        written_on=intake.written_on,
        summary=summary_of(shown),
        content=tidy(shown.content),
        demands=tidy(shown.demands),
        earlier_handling=tidy(shown.earlier_handling),
        respondent_name=intake.respondent_name,
        respondent_post=intake.respondent_post,
        respondent_agency_id=intake.respondent_agency_id,
        attacked_number=intake.attacked_number,
        attacked_on=intake.attacked_on,
        attacked_act=shown.attacked_act,
        attacked_known_on=intake.attacked_known_on,
        against_code=intake.against_code,
        field_code=intake.field_code,
        people=intake.people,
        all_signed=intake.all_signed,
        signing=intake.signing,
        anonymous=intake.anonymous,
        concerns_event=intake.concerns_event,
        notice_version=intake.notice_version,
        request_key=key,
        request_digest=request_digest(intake) if key else "",
        created_by=by.user_id,
        created_at=at,
    )


def _store(
    submission: Submission, intake: Intake, parties: tuple[PartyData, ...], clocks: list[Clock], *, ids: list[int],
    kept: int | None, by: Actor, at: datetime,
) -> int | None:  # fmt: skip
    """Store all rows, give them their keys, and return the số đến. Cost: 1 query."""
    sealed = is_sealed(intake)
    line = {
        "agency_id": by.agency_id, "agency_path": by.agency_path, "kind": intake.kind, "sealed": sealed,
        "code": submission.code, "title": (NEUTRAL_TITLES[intake.kind] if sealed else submission.summary)[:200],
        "received_on": submission.received_on, "people": intake.people, "field_code": intake.field_code,
        "due_on": min((clock.rolled_due_on for clock in clocks), default=None),
    }  # fmt: skip
    # The text as it was brought may name its author: of a denunciation it lies with the identity.
    seals = [] if not sealed else [
        {"party_id": number, "envelope": sealed_envelope(
            party_id=number, name=party.name, identity=party.identity,
            original=tidy(intake.content) if place == 0 else "",
        )}
        for place, (number, party) in enumerate(zip(ids, parties, strict=True))
    ]  # fmt: skip
    series = {"book": Book.INCOMING, "year": submission.received_on.year, "number": kept}
    said = entry(
        act="submission.received", by=by, at=at,
        after={"code": submission.code, "kind": submission.kind, "source": submission.source,
               "received_on": submission.received_on, "people": submission.people},
    )  # fmt: skip
    values = [
        as_json(line), as_json(columns_of(submission, without=_LATER)),
        as_json([columns_of(row, without=_LATER_OF_PARTY) for row in party_rows(
            submission=submission, parties=parties, sealed=sealed, ids=ids)]),
        as_json(seals), None if by.role == CITIZEN else as_json(series),
        as_json([columns_of(clock, without=_LATER) for clock in clocks]),
        words_of(submission=submission, sealed=sealed, names=[party.name for party in parties]), as_json(said),
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_IN, values)
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("nothing was stored")
    matter_id, submission_id, number, clock_ids = row
    submission.matter_id = int(matter_id)
    is_now_stored(submission, key=int(submission_id))
    for clock, key in zip(clocks, clock_ids, strict=True):
        clock.matter_id = submission.matter_id
        is_now_stored(clock, key=int(key))
    return None if number is None else int(number)


def summary_of(intake: Intake) -> str:
    """Return the line for lists: what the officer wrote, or the beginning of the content cut at a word."""
    given = " ".join(tidy(intake.summary).split())
    if given:
        return given[:300]
    text = " ".join(tidy(intake.content).split())
    return text if len(text) <= _SUMMARY else text[:_SUMMARY].rsplit(" ", 1)[0] + "…"


def _without_senders(intake: Intake, parties: tuple[PartyData, ...]) -> Intake:
    pieces = pieces_of(parties)
    return replace(
        intake,
        summary=redacted(text=intake.summary, pieces=pieces),
        content=redacted(text=intake.content, pieces=pieces),
        demands=redacted(text=intake.demands, pieces=pieces),
        earlier_handling=redacted(text=intake.earlier_handling, pieces=pieces),
        attacked_act=redacted(text=intake.attacked_act, pieces=pieces),
    )


def _key(request_key: str, by: Actor) -> str:
    """Bind a request key to its sender, so that nobody meets another's request by chance or on purpose."""
    return hashlib.sha256(f"{by.agency_id}\x00{by.user_id}\x00{request_key}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Ready:
    known: Submission | None  # what the same request stored before
    code: str  # nobody has it
    party_ids: list[int]  # an envelope is bound to its row's key, so keys are taken beforehand


def _prepare(key: str | None, *, parties: int) -> _Ready:
    """Wait for a twin request still running and find what it stored; else find a free code and take keys. Cost: 1 query."""
    for _ in range(_TRIES):
        code = new_code()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT known, code_is_free, party_ids FROM tiepdan.ready_to_receive(%s, %s, %s)", [key, code, parties]
            )
            row = cursor.fetchone()
        if row is None:
            break
        if row[0]:
            return _Ready(Submission.objects.get(pk=row[0]), code, [])
        if row[1]:
            return _Ready(None, code, list(row[2]))
    raise RuntimeError("no free code was found")


def _pin_of(key: str | None, code: str) -> str:
    digest = ring().keyed_hash(text=f"{key}\x00{code}", purpose="pin-of-request")
    return f"{int.from_bytes(digest) % 10**PIN_DIGITS:0{PIN_DIGITS}d}"
