"""Binding the papers and files of a matter into one dossier: for court, superior or archive; whole or redacted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.access import drawn, files, shows_identity
from tiepdan.documents.models import UNFINISHED, Paper, PaperStatus
from tiepdan.documents.rendering.binding import Cover, Part, bind_pdf, bind_zip
from tiepdan.documents.rendering.wording import short_date
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.actions.openings import note_sealed_reading
from tiepdan.submissions.models import Attachment, AttachmentRole, Submission

PURPOSES: Final = {
    "court": "Cung cấp cho Tòa án", "superior": "Báo cáo cơ quan cấp trên", "archive": "Nộp lưu trữ cơ quan",
}  # fmt: skip
WITHHELD: Final = "không kèm: niêm phong danh tính người tố cáo"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A bound file, ready to be handed over."""

    data: bytes
    name: str
    media_type: str


@transaction.atomic
def make_dossier(
    *,
    code: str,
    purpose: str,
    packed: bool,
    redacted: bool,
    by: Actor,
    at: datetime,
    more: Callable[[Submission, bool], list[tuple[datetime, Part]]] | None = None,
) -> Dossier:
    """Bind everything of a submission's matter, oldest first; the making is recorded.

    more: what lies above this package (evidence of the case): called with the submission and whether names may show

    packed: a ZIP with an index instead of one paged PDF
    redacted: identities hidden and sealed originals left out; of a sealed matter the whole needs an opening
    Raises ActionRefused: dossier_unknown, dossier_purpose, opening_needed.
    Cost: seconds for hundreds of pages; nothing is kept.
    """
    submission = Submission.objects.select_related("matter", "agency").filter(code=code).first()
    if submission is None or by.is_one_of(Role.OVERSIGHT):
        raise ActionRefused(Refused("dossier_unknown"))
    if purpose not in PURPOSES:
        raise ActionRefused(Refused("dossier_purpose"))
    sealed = submission.matter.sealed
    if sealed and not redacted:
        note_sealed_reading(matter_id=submission.matter_id, subject=f"dossier:{submission.pk}", by=by, at=at)
    named = not redacted
    dated = [*_attachments(submission, named=named, sealed=sealed), *_papers(submission, named=named, sealed=sealed)]
    if more is not None:
        dated += more(submission, named)
    parts = [part for _, part in sorted(dated, key=lambda one: one[0])]
    title = f"{'Tố cáo' if sealed else 'Đơn'} mã {code}"
    lines = (
        PURPOSES[purpose], "Bản đã che danh tính" if redacted else "Bản đầy đủ",
        f"Lập ngày {short_date(on=timezone.localtime(at).date())}, người lập: {by.name}",
    )  # fmt: skip
    cover = Cover(by.agency_name, title, lines, code)
    made = bind_zip(cover=cover, parts=parts) if packed else bind_pdf(cover=cover, parts=parts)
    record(
        act="dossier.made", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        after={"purpose": purpose, "packed": packed, "redacted": redacted, "parts": len(parts)},
    )  # fmt: skip
    ending, kind = ("zip", "application/zip") if packed else ("pdf", "application/pdf")
    return Dossier(made, f"ho-so-{code}.{ending}", kind)


def _attachments(submission: Submission, *, named: bool, sealed: bool) -> list[tuple[datetime, Part]]:
    found = []
    held = Attachment.objects.select_related("file").filter(matter_id=submission.matter_id)
    for one in held.order_by("pk"):
        secret = (one.sealed or (sealed and one.role != AttachmentRole.REDACTED)) and not named
        day = timezone.localtime(one.added_at).date()
        title = one.get_role_display() if sealed else f"{one.get_role_display()}: {one.name}"
        data = b"" if secret else files().get(one.file.key)
        found.append((one.added_at, Part(title, day, data, one.file.media_type, WITHHELD if secret else "")))
    return found


def _papers(submission: Submission, *, named: bool, sealed: bool) -> list[tuple[datetime, Part]]:
    found = []
    held = Paper.objects.select_related("file", "agency", "agency__parent", "template__file").filter(
        matter_id=submission.matter_id
    )
    for one in held.exclude(status__in=[*UNFINISHED, PaperStatus.CANCELLED]).order_by("pk"):
        number = f" số {one.number}/{one.symbol}" if one.number is not None else ""
        state = f" ({one.get_status_display().lower()})" if one.status != PaperStatus.ISSUED else ""
        hidden = shows_identity(paper=one) and not named
        if hidden or one.file is None:
            data, media_type = drawn(paper=one, with_identity=named).pdf(), "application/pdf"
        else:
            data, media_type = files().get(one.file.key), one.file.media_type
        found.append((one.drafted_at, Part(f"{one.title}{number}{state}", one.dated_on, data, media_type)))
        for copy in one.signed_copies.select_related("file").order_by("pk"):
            shut = sealed and not named
            scan = b"" if shut else files().get(copy.file.key)
            found.append(
                (
                    copy.added_at,
                    Part(f"Bản ký của {one.title}{number}", None, scan, copy.file.media_type, WITHHELD if shut else ""),
                )
            )
    return found
