"""Finding that what came unsigned is now signed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import UNANSWERED, Signing, SubmissionStatus, may_change

_JUDGES = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY)


@transaction.atomic
def record_signature(*, submission_id: int, signing: Signing, all_signed: bool, by: Actor, at: datetime) -> Submission:
    """Record that the signed page of a submission sent unsigned has been seen, and whether all of a group signed.

    Raises ActionRefused: role_not_allowed, submission_processed, signature_missing.
    Rule: PA-4, PA-8
    """
    if not by.is_one_of(*_JUDGES):
        raise ActionRefused(Refused("role_not_allowed"))
    submission = locked(submission_id)
    verdict = may_change(status=SubmissionStatus(submission.status), states=UNANSWERED)
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    if signing is Signing.MISSING:
        raise ActionRefused(Refused("signature_missing", rule="PA-4"))
    before = {"signing": submission.signing, "all_signed": submission.all_signed}
    submission.signing = signing
    submission.all_signed = all_signed
    submission.save(update_fields=["signing", "all_signed"])
    record(
        act="submission.signature_recorded", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, before=before, after={"signing": signing.value, "all_signed": all_signed},
        rule="PA-8" if submission.people > 1 else "PA-4",
    )  # fmt: skip
    return submission
