"""What a citizen does to the own matter at the portal, composed of the acts of the domains."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.confirming import confirm_by_addressee
from tiepdan.documents.models import Delivery
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.channels import SentFile
from tiepdan.routing.actions import hold_open_proposal, withdraw_submission
from tiepdan.submissions.actions import add_attachment, add_paper_by_citizen, correct_contact, locked
from tiepdan.submissions.models import AttachmentRole, Submission
from tiepdan.submissions.rules import OPEN_STATUSES, SENDERS, PartyRole, SubmissionStatus, may_change

ADDRESSED_TO_CITIZEN: Final = frozenset({"complainant", "denouncer", "petitioner", "sender", "representative"})
PORTAL_PROOF: Final = "Người nhận xác nhận tại cổng tra cứu"


@transaction.atomic
def add_papers(*, submission_id: int, files: Sequence[SentFile], role: AttachmentRole, by: Actor, at: datetime) -> None:
    """Take papers that the citizen adds; a signed page counts as brought, an officer still judges it.

    Raises ActionRefused: submission_processed, and those of `add_attachment`.
    """
    status = SubmissionStatus(locked(submission_id).status)
    verdict = may_change(status=status, states=OPEN_STATUSES | {SubmissionStatus.ACCEPTED})
    if not verdict:
        raise ActionRefused(verdict)
    for file in files:
        if role is AttachmentRole.SIGNED_PAGE:
            add_attachment(submission_id=submission_id, data=file.data, name=file.name, role=role, by=by, at=at)
        else:
            add_paper_by_citizen(submission_id=submission_id, data=file.data, name=file.name, by=by, at=at)
    if role is AttachmentRole.SIGNED_PAGE:
        submission = locked(submission_id)
        _tell(submission, kind="citizen_added", role=Role.RECEPTION_OFFICER, at=at)


@transaction.atomic
def correct_sender(*, submission_id: int, address: str, phone: str, email: str, by: Actor, at: datetime) -> None:
    """Correct how the first sender is reached. Raises ActionRefused: party_unknown, nothing_given."""
    submission = locked(submission_id)
    senders = submission.parties.filter(role__in=[*SENDERS, PartyRole.DENOUNCER]).order_by("pk")
    first = senders.values_list("pk", flat=True).first()
    if first is None:
        raise ActionRefused(Refused("party_unknown"))
    correct_contact(party_id=first, address=address, phone=phone, email=email, by=by, at=at)


@transaction.atomic
def withdraw_or_ask(*, submission_id: int, reason: str, by: Actor, at: datetime) -> bool:
    """Withdraw the whole submission; returns False when the law wants more, and the wish was passed to the agency.

    A denunciation, and a case already accepted, are withdrawn by a signed paper or minutes, and withdrawal does not
    always end them: an officer takes it from here.
    Raises ActionRefused: submission_processed.
    Rule: PA-13, PA-15, PA-16
    """
    hold_open_proposal(submission_id=submission_id)
    submission = locked(submission_id)
    asks = submission.kind == MatterKind.DENUNCIATION or submission.status == SubmissionStatus.ACCEPTED
    if asks:
        record(
            act="submission.withdrawal_asked", by=by, at=at, subject=f"submission:{submission.pk}",
            matter_id=submission.matter_id, rule="PA-13",
        )  # fmt: skip
    else:
        withdraw_submission(submission_id=submission_id, reason=reason, by=by, at=at)
    _tell(submission, kind="citizen_withdrew", role=Role.RECEPTION_OFFICER, at=at)
    _tell(submission, kind="citizen_withdrew", role=Role.HEAD, at=at)
    return not asks


@transaction.atomic
def confirm_receipt(*, matter_id: int, delivery_id: int, received_on: date, by: Actor, at: datetime) -> None:
    """Record that the citizen has a paper in hand; legal windows run from that day.

    Raises ActionRefused: delivery_unknown (also of papers to others), delivery_confirmed, received_before_sent,
        received_in_future.
    Rule: KN-2
    """
    own = Delivery.objects.filter(pk=delivery_id, matter_id=matter_id, addressee__in=ADDRESSED_TO_CITIZEN)
    if not own.exists():
        raise ActionRefused(Refused("delivery_unknown"))
    confirm_by_addressee(delivery_id=delivery_id, received_on=received_on, proof=PORTAL_PROOF, by=by, at=at)
    submission = Submission.objects.filter(matter_id=matter_id).order_by("pk").first()
    if submission is not None:
        _tell(submission, kind="citizen_confirmed", role=Role.RECEPTION_OFFICER, at=at)


@transaction.atomic
def say_dissatisfied(*, submission_id: int, text: str, by: Actor, at: datetime) -> None:
    """Record that the citizen is not satisfied with the answer, and tell the head. Nothing is scored or counted.

    text: kept with the act; of a denunciation nothing is kept, because it could name its author
    """
    submission = locked(submission_id)
    sealed = submission.matter.sealed
    record(
        act="submission.citizen_dissatisfied", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, reason="" if sealed else tidy(text)[:4000],
    )  # fmt: skip
    _tell(submission, kind="citizen_dissatisfied", role=Role.HEAD, at=at)


def _tell(submission: Submission, *, kind: str, role: Role, at: datetime) -> None:
    notify(
        agency_id=submission.agency_id,
        kind=kind,
        at=at,
        code=submission.code,
        matter_id=submission.matter_id,
        role=role,
    )
