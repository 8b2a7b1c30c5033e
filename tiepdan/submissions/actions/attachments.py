"""Files of a submission: added, read, removed, released in a redacted copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import Final

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.access import files
from tiepdan.documents.actions import drop_file, store_file
from tiepdan.infra import queue
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.submissions.actions.openings import has_opening, sealed_identities
from tiepdan.submissions.actions.parties import pieces_of
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.actions.sealing import neutral_name
from tiepdan.submissions.actions.words import index_submission
from tiepdan.submissions.models import Attachment, AttachmentRole, Submission
from tiepdan.submissions.redaction import shows
from tiepdan.submissions.rules import (
    BEFORE_PROCESSING,
    OPEN_STATUSES,
    SubmissionStatus,
    may_change,
)
from tiepdan.submissions.sniffing import DOCX, PDF, may_attach, sniff, text_of, thumbnail

MOST_FILES: Final = 50
_READ_JOB: Final = "tiepdan.submissions.jobs.read_text"


@transaction.atomic
def add_attachment(
    *, submission_id: int, data: bytes, name: str, role: AttachmentRole, by: Actor, at: datetime
) -> Attachment:
    """Store a file of a submission: by its hash, or sealed under a random name with a neutral one on screen.

    Raises ActionRefused: file_empty, file_too_large, file_type_not_allowed, file_damaged, file_has_macros,
        too_many_files.
    Rule: TN-7
    """
    submission = locked(submission_id)
    sealed = submission.matter.sealed
    count = submission.attachments.count()
    verdict = may_attach(count=count, most=MOST_FILES)
    if not verdict:
        raise ActionRefused(verdict)
    found = sniff(data=data, limit_bytes=settings.ATTACHMENT_MAX_BYTES)
    if isinstance(found, Refused):
        raise ActionRefused(found)
    stored = store_file(
        data=data,
        media_type=found.media_type,
        sealed=sealed,
        pages=found.pages,
        thumbnail=thumbnail(data=data, media_type=found.media_type),
    )
    readable = found.media_type in {PDF, DOCX}
    attachment = Attachment.objects.create(
        matter_id=submission.matter_id,
        submission=submission,
        file=stored,
        role=role,
        name=neutral_name(count + 1) if sealed else _clean_name(name),
        sealed=sealed,
        text_status="sealed" if sealed else ("pending" if readable else "none"),
        added_by=by.user_id,
        added_at=at,
    )
    record(
        act="attachment.added", by=by, at=at, subject=f"attachment:{attachment.pk}", matter_id=submission.matter_id,
        after={"role": role.value, "media_type": found.media_type, "size_bytes": len(data)},
    )  # fmt: skip
    if readable and not sealed:
        queue.later(_READ_JOB, attachment_id=attachment.pk, agency_id=submission.agency_id)
    return attachment


@transaction.atomic
def read_text(*, attachment_id: int, by: Actor, at: datetime) -> Attachment | None:
    """Read the text layer of an open file and make its words searchable.

    Returns: None when the file is gone or was sealed meanwhile.
    """
    attachment = (
        Attachment.objects.select_for_update(of=("self",))
        .select_related("file", "submission__matter")
        .filter(pk=attachment_id, sealed=False)
        .first()
    )
    if attachment is None or attachment.submission.matter.sealed:
        return None
    text = tidy(text_of(data=files().get(attachment.file.key), media_type=attachment.file.media_type))
    attachment.text = text
    attachment.text_status = "read" if text else "none"
    attachment.save(update_fields=["text", "text_status"])
    index_submission(submission=attachment.submission, sealed=False)
    record(
        act="attachment.read", by=by, at=at, subject=f"attachment:{attachment.pk}", matter_id=attachment.matter_id,
        after={"characters": len(text)},
    )  # fmt: skip
    return attachment


@transaction.atomic
def remove_attachment(*, attachment_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Take out a file added in error, before the submission is processed.

    Raises ActionRefused: attachment_unknown, reason_missing, submission_processed.
    """
    attachment = Attachment.objects.select_for_update().filter(pk=attachment_id).first()
    if attachment is None:
        raise ActionRefused(Refused("attachment_unknown"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    submission = locked(attachment.submission_id)
    verdict = may_change(status=SubmissionStatus(submission.status), states=BEFORE_PROCESSING)
    if not verdict:
        raise ActionRefused(verdict)
    file_id = attachment.file_id
    record(
        act="attachment.removed", by=by, at=at, subject=f"attachment:{attachment.pk}",
        matter_id=attachment.matter_id, reason=reason,
    )  # fmt: skip
    attachment.delete()
    drop_file(file_id=file_id)
    index_submission(submission=submission, sealed=submission.matter.sealed)


@transaction.atomic
def release_redacted_text(*, submission_id: int, text: str, by: Actor, at: datetime) -> Attachment:
    """Release a copy of a sealed submission without identity or handwriting, for verifiers and for search.

    Only who holds an opening releases: the text is compared with the identities, and nobody learns by trying names.
    Raises ActionRefused: content_missing, not_sealed, role_not_allowed, opening_needed, identity_in_text.
    Rule: BV-3
    """
    submission = locked(submission_id)
    clean = tidy(text)
    if not clean:
        raise ActionRefused(Refused("content_missing"))
    if not submission.matter.sealed:
        raise ActionRefused(Refused("not_sealed"))
    if not by.is_one_of(Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY, Role.RECEPTION_OFFICER):
        raise ActionRefused(Refused("role_not_allowed"))
    if not has_opening(matter_id=submission.matter_id, by=by, at=at):
        raise ActionRefused(Refused("opening_needed", rule="BV-3"))
    known = tuple(one.data for one in sealed_identities(matter_id=submission.matter_id))
    if shows(text=clean, pieces=pieces_of(known)):
        raise ActionRefused(Refused("identity_in_text", rule="BV-3"))
    stored = store_file(data=clean.encode(), media_type="text/plain; charset=utf-8", sealed=True)
    attachment = Attachment.objects.create(
        matter_id=submission.matter_id,
        submission=submission,
        file=stored,
        role=AttachmentRole.REDACTED,
        name=f"Bản đã che {submission.code}.txt",
        sealed=False,
        text=clean,
        text_status="read",
        added_by=by.user_id,
        added_at=at,
    )
    index_submission(submission=submission, sealed=True)
    record(
        act="attachment.redacted_released", by=by, at=at, subject=f"attachment:{attachment.pk}",
        matter_id=submission.matter_id, rule="BV-3",
    )  # fmt: skip
    return attachment


@transaction.atomic
def add_paper_by_citizen(*, submission_id: int, data: bytes, name: str, by: Actor, at: datetime) -> Attachment:
    """Take a paper that the citizen adds at the portal; the desk is told.

    Raises ActionRefused: submission_processed, and those of `add_attachment`.
    """
    submission = locked(submission_id)
    verdict = may_change(status=SubmissionStatus(submission.status), states=OPEN_STATUSES | {SubmissionStatus.ACCEPTED})
    if not verdict:
        raise ActionRefused(verdict)
    attachment = add_attachment(
        submission_id=submission_id, data=data, name=name, role=AttachmentRole.EVIDENCE, by=by, at=at
    )
    _tell_desk(submission, at=at)
    return attachment


def _tell_desk(submission: Submission, *, at: datetime) -> None:
    notify(
        agency_id=submission.agency_id, kind="citizen_added", at=at, code=submission.code,
        matter_id=submission.matter_id, role=Role.RECEPTION_OFFICER,
    )  # fmt: skip


def _clean_name(name: str) -> str:
    """Keep the last part of a path, without letters a file name cannot hold."""
    last = PurePath(tidy(name).replace("\\", "/")).name
    kept = "".join(char for char in last if char not in '<>:"|?*').strip(". ")
    return kept[:200] or "tệp"
