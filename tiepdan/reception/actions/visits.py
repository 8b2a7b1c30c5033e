"""Receiving a visit: the one act behind the reception form, from the book line to the printed receipt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, connection, transaction

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.queries import local_defaults
from tiepdan.audit.record import record
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.documents.actions import take_number
from tiepdan.documents.actions.registers import enter_number
from tiepdan.documents.models import Book
from tiepdan.duplicates.actions import sketch
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions.receipts import give_receipt
from tiepdan.reception.actions.visitors import store_visitors
from tiepdan.reception.models import Receipt, Reception
from tiepdan.reception.rules import (
    ANSWERED_AT_ONCE,
    Outcome,
    Standing,
    may_receive_visit,
    may_refuse,
    refusal_book,
)
from tiepdan.reception.visit import Visit
from tiepdan.submissions.actions import Received, is_same_request, receive, request_digest
from tiepdan.submissions.intake import Intake

_TRIES: Final = 5
_ANSWER: Final = "KN-19"  # the same rule as LI-6
_NOTICE: Final = "LI-1"


@dataclass(frozen=True, slots=True)
class VisitReceived:
    """What the page after a visit needs."""

    reception: Reception
    received: Received | None
    receipt: Receipt | None
    repeated: bool = False
    is_same: bool = True  # a repeated request says what the first one said


@transaction.atomic
def receive_visit(
    *, visit: Visit, intake: Intake | None, by: Actor, at: datetime, request_key: str | None = None,
    number: int | None = None, officer: Actor | None = None,
) -> VisitReceived:  # fmt: skip
    """Enter a visit in the reception book; store what was submitted, sketch it, and prepare the receipt.

    intake: what was submitted, None when nothing was
    request_key: made by the form; sent again it returns what was stored
    number: line that an old book gave; default: the next one
    officer: who received the citizen, when a connected system enters the visit; default: who acts
    Raises ActionRefused: visitor_missing, people_missing, representatives_missing, representatives_too_many,
        standing_not_shown, not_read_back, nothing_to_accept, outcome_body_missing, refusal_ground_missing,
        refusal_ground_other_kind, refusal_not_evidenced, refusal_names_own_body, refusal_day_missing,
        purpose_differs, and those of `submissions.receive`.
    Rule: SO-1, SO-2, LI-1, LI-6, LI-13, TN-1 to TN-9
    """
    key = (
        hashlib.sha256(f"{by.agency_id}\x00{by.user_id}\x00{request_key}".encode()).hexdigest() if request_key else None
    )
    if key:
        known = _resume(key)
        if known is not None:
            return _repeated(known, visit, intake, by=by, at=at, request_key=request_key)
    _check(visit, intake, by=by, at=at)
    received = receive(intake=intake, by=by, at=at, request_key=request_key) if intake is not None else None
    receiver = officer or by
    reception = _enter(
        visit,
        received,
        by=by,
        officer_id=receiver.user_id,
        at=at,
        key=key,
        kept=number,
        digest=request_digest(intake, beside=visit) if key else "",
    )
    store_visitors(reception=reception, visitors=visit.visitors)
    receipt = None
    if received is not None:
        sketch(received.submission.pk, just_stored=received.submission)
        receipt = give_receipt(reception=reception, received=received, visit=visit, officer=receiver, by=by, at=at)
    record(
        act="reception.entered", by=by, at=at, subject=f"reception:{reception.pk}", matter_id=reception.matter_id,
        after={"number": reception.number, "outcome": reception.outcome, "people": reception.people,
               "purpose": reception.purpose, "refusal": reception.refusal_code,
               **({"officer": officer.name} if officer is not None else {})},
        rule=_refusal_rule(reception.refusal_code) or "SO-1",
    )  # fmt: skip
    return VisitReceived(reception=reception, received=received, receipt=receipt)


def _check(visit: Visit, intake: Intake | None, *, by: Actor, at: datetime) -> None:
    if intake is not None and MatterKind.DENUNCIATION in {intake.kind, visit.purpose} and intake.kind != visit.purpose:
        # A denunciation must be sealed in the book and as a submission alike.
        raise ActionRefused(Refused("purpose_differs"))
    verdict = may_receive_visit(
        people=visit.people,
        group_representatives=sum(one.standing is Standing.GROUP_REP for one in visit.visitors),
        named=sum(bool(one.name.strip()) for one in visit.visitors),
        standings={one.standing.value: bool(one.standing_papers) for one in visit.visitors},
        purpose=visit.purpose,
        outcome=visit.outcome,
        taken_down=visit.taken_down,
        read_back=visit.read_back,
        signed=visit.signing in {"signed", "fingerprinted"},
        has_submission=intake is not None,
        outcome_body_named=visit.outcome_agency_id is not None or bool(visit.outcome_note.strip()),
    )
    if verdict and visit.outcome is Outcome.REFUSE:
        verdict = may_refuse(
            code=visit.refusal_code,
            purpose=visit.purpose,
            facts=visit.refusal_facts,
            on=at.date(),
            complete_on=visit.refusal_complete_on,
            own_agency=by.agency_name,
        )
    if not verdict:
        raise ActionRefused(verdict)


def _enter(
    visit: Visit,
    received: Received | None,
    *,
    by: Actor,
    officer_id: int,
    at: datetime,
    key: str | None,
    kept: int | None,
    digest: str,
) -> Reception:
    """Write the line of the book. Of a denunciation it tells neither name nor content."""
    sealed = visit.purpose is MatterKind.DENUNCIATION
    key_of_row = _next_id()
    line = {
        "agency_id": by.agency_id, "agency_path": by.agency_path, "book": Book.RECEPTION, "year": at.year,
        "subject": f"reception:{key_of_row}", "on": at.date(), "matter_id": received.submission.matter_id if received else None,
    }  # fmt: skip
    number = take_number(**line) if kept is None else enter_number(**line, number=kept)  # type: ignore[arg-type]
    due = _reply_due(visit, received, by=by, at=at)
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                return Reception.objects.create(
                    pk=key_of_row,
                    agency_id=by.agency_id,
                    agency_path=by.agency_path,
                    number=number,
                    code=new_code(),
                    received_on=at.date(),
                    received_at=at,
                    kind=visit.kind,
                    mode=visit.mode,
                    place=visit.place or by.agency_name,
                    officer_id=officer_id,
                    received_by_role=visit.received_by_role,
                    purpose=visit.purpose,
                    sealed=sealed,
                    people=visit.people,
                    representatives=sum(one.standing is Standing.GROUP_REP for one in visit.visitors),
                    summary="" if sealed else _summary(visit, received),
                    content="" if sealed else tidy(visit.content),
                    demands="" if sealed else tidy(visit.demands),
                    earlier_handling="" if sealed else tidy(visit.earlier_handling),
                    settled_by="" if sealed else visit.settled_by[:200],
                    interpreter=visit.interpreter,
                    taken_down=visit.taken_down,
                    read_back_at=at if visit.read_back else None,
                    signing=visit.signing,
                    first_time=visit.first_time,
                    competent=visit.competent,
                    outcome=visit.outcome,
                    outcome_agency_id=visit.outcome_agency_id,
                    outcome_note="" if sealed else tidy(visit.outcome_note),
                    refusal_code=visit.refusal_code,
                    refusal_facts={} if sealed else dict(visit.refusal_facts),
                    refusal_complete_on=visit.refusal_complete_on,
                    reply_due_on=due,
                    notice_version=visit.notice_version,
                    replied_on=at.date() if visit.outcome in ANSWERED_AT_ONCE else None,
                    matter_id=received.submission.matter_id if received else None,
                    submission=received.submission if received else None,
                    request_key=key,
                    request_digest=digest,
                    created_at=at,
                )
        except IntegrityError as error:
            if "_code_" not in str(error) or attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable: the last try raises")


def _next_id() -> int:
    """Take the key beforehand: the number of the book names its row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('reception_reception', 'id'))")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _reply_due(visit: Visit, received: Received | None, *, by: Actor, at: datetime) -> date | None:
    """Return the last day of the answer: the notice of a refusal (LI-1), otherwise ten working days (LI-6)."""
    if visit.outcome is Outcome.REFUSE:
        ground = refusal_book().grounds[visit.refusal_code]
        if not ground.notice or visit.refusal_complete_on is None:
            return None
        days = local_defaults(path=by.agency_path).calendar
        try:
            return count(rule_id=_NOTICE, start=visit.refusal_complete_on, on=at.date(), calendar=days).rolled_due
        except RuleRefused as refusal:
            if refusal.code != "rule_not_in_force":
                raise
            return None  # a notice was owed before the law of 01/07/2026 too, but within no number of days
    if received is not None:
        running = next((clock for clock in received.clocks if clock.rule_id == _ANSWER), None)
        if running is not None:
            return running.rolled_due_on
    days = local_defaults(path=by.agency_path).calendar
    return count(rule_id=_ANSWER, start=at.date(), calendar=days).rolled_due


def _summary(visit: Visit, received: Received | None) -> str:
    given = " ".join(tidy(visit.summary or (received.submission.summary if received else visit.content)).split())
    return given[:300]


def _refusal_rule(code: str) -> str:
    return refusal_book().grounds[code].rule if code else ""


def _resume(key: str) -> Reception | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    return Reception.objects.select_related("submission").filter(request_key=key).first()


def _repeated(
    known: Reception, visit: Visit, intake: Intake | None, *, by: Actor, at: datetime, request_key: str | None
) -> VisitReceived:
    received = None
    same = is_same_request(stored=known.request_digest, now=request_digest(intake, beside=visit))
    if known.submission is not None and intake is not None:
        received = receive(intake=intake, by=by, at=at, request_key=request_key)
    return VisitReceived(
        reception=known, received=received, receipt=known.receipts.first(), repeated=True, is_same=same
    )
