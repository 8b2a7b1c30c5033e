"""Receiving what comes without a visit: from the portal and from other systems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.duplicates.actions import sketch
from tiepdan.infra.statement import together
from tiepdan.matters.actions import notify
from tiepdan.submissions.actions import Received, add_attachment, receive
from tiepdan.submissions.intake import Intake
from tiepdan.submissions.models import AttachmentRole
from tiepdan.submissions.rules import Source

_NOTICES: Final = {Source.ONLINE: "submitted_online"}


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file sent along."""

    name: str
    data: bytes


@transaction.atomic(savepoint=False)
def receive_sent(*, intake: Intake, files: Sequence[SentFile], by: Actor, at: datetime, request_key: str) -> Received:
    """Store a submission with its files, let the repeat check know it, and tell the desk.

    Sent again with the same key it returns what was stored, with the same PIN, and adds nothing.
    Raises ActionRefused: those of `receive` and of `add_attachment`; then the transaction of
        the caller must be undone, as those of doors are.
    """
    got = receive(intake=intake, by=by, at=at, request_key=request_key)
    if got.repeated:
        return got
    submission = got.submission
    for file in files:
        add_attachment(
            submission_id=submission.pk, data=file.data, name=file.name, role=AttachmentRole.EVIDENCE, by=by, at=at
        )
    with together():
        sketch(submission.pk, just_stored=None if files else submission)
        notify(
            agency_id=submission.agency_id, kind=_NOTICES.get(intake.source, "submission_received"), at=at,
            code=submission.code, matter_id=submission.matter_id, role=Role.RECEPTION_OFFICER,
        )  # fmt: skip
    return got
