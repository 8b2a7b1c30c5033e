"""The other body takes what was forwarded to it: its own number, its own limits."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.actions.registers import take_number
from tiepdan.documents.models import Book
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import set_line
from tiepdan.matters.clocks import run_clocks
from tiepdan.matters.rules import Capacity, MatterKind
from tiepdan.routing.models import Transfer, TransferAct
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Source, SubmissionStatus, clocks_at_receipt

TAKERS = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)


@transaction.atomic
def take_forwarded(*, transfer_id: int, by: Actor, at: datetime) -> Submission:
    """Register what another agency forwarded here: số đến, date of receipt, the limits of this agency.

    Raises ActionRefused: wrong_role, not_forwarded_here, already_taken.
    Rule: reports §2.3/19, TC-1, TC-4, KN-3
    """
    if not by.is_one_of(*TAKERS):
        raise ActionRefused(Refused("wrong_role"))
    transfer = (
        Transfer.objects.select_for_update(of=("self",))
        .select_related("paper")
        .filter(pk=transfer_id, act=TransferAct.FORWARD, to_agency_id=by.agency_id)
        .first()
    )
    if transfer is None:
        raise ActionRefused(Refused("not_forwarded_here"))
    submission = locked(transfer.submission_id)
    if transfer.taken_on is not None or submission.status != SubmissionStatus.FORWARDED:
        raise ActionRefused(Refused("already_taken"))
    transfer.taken_on = at.date()
    transfer.save(update_fields=["taken_on"])
    _receive(submission, transfer, by, at)
    record(
        act="submission.taken", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        after={"transfer": transfer.pk},
    )  # fmt: skip
    return submission


def _receive(submission: Submission, transfer: Transfer, by: Actor, at: datetime) -> None:
    paper = transfer.paper
    submission.status = SubmissionStatus.RECEIVED
    submission.source = Source.FORWARDED
    submission.received_on = at.date()
    submission.forwarded_by_id = transfer.from_agency_id
    submission.forwarding_number = f"{paper.number}/{paper.symbol}" if paper is not None and paper.number else ""
    submission.forwarding_dated_on = paper.dated_on if paper is not None else None
    submission.unprocessed_reason = ""
    submission.closed_on = None
    submission.save()
    number = take_number(
        agency_id=by.agency_id, agency_path=by.agency_path, book=Book.INCOMING, year=at.year,
        subject=f"submission:{submission.pk}", on=at.date(), matter_id=submission.matter_id,
    )  # fmt: skip
    set_line(
        matter_id=submission.matter_id, agency_id=by.agency_id, capacity=Capacity.RECEIVED, state=submission.status,
        received_on=at.date(), register_number=number, closed_on=None,
    )  # fmt: skip
    run_clocks(
        matter_id=submission.matter_id, agency_id=by.agency_id, agency_path=by.agency_path,
        rules=clocks_at_receipt(kind=MatterKind(submission.kind), source=Source.FORWARDED), start=at.date(),
    )  # fmt: skip
