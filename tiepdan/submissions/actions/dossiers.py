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
from tiepdan.documents.access import drawn, files
from tiepdan.documents.models import OLD_BOOK, UNFINISHED, Paper, PaperStatus
from tiepdan.documents.rendering.binding import Cover, Part, bind_pdf, bind_zip
from tiepdan.documents.rendering.wording import short_date
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.actions.openings import note_sealed_reading, read_parties
from tiepdan.submissions.actions.parties import traces_of
from tiepdan.submissions.models import Attachment, AttachmentRole, Submission
from tiepdan.submissions.redaction import redacted as redacted_text

PURPOSES: Final = {
    "court": "Cung cấp cho Tòa án", "superior": "Báo cáo cơ quan cấp trên", "archive": "Nộp lưu trữ cơ quan",
}  # fmt: skip
WITHHELD: Final = "không kèm: niêm phong danh tính người tố cáo"
LEFT_OUT: Final = "không kèm: bản che danh tính"
NO_FILE: Final = "không có tệp"
DESTROYED: Final = "hồ sơ đã tiêu hủy"
_PDF: Final = "application/pdf"


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
    redacted: of every matter, sealed or not: who submitted is hidden in papers, originals and signed copies are left out;
        of a sealed matter the whole needs an opening
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
    dated = [*_attachments(submission, named=named), *_papers(submission, named=named)]
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


def left_out(submission: Submission) -> str:
    """Say in the index why something has its line but not its pages."""
    return WITHHELD if submission.matter.sealed else LEFT_OUT


def _attachments(submission: Submission, *, named: bool) -> list[tuple[datetime, Part]]:
    """Of a redacted dossier every file but the copies released for it has its line alone; what a file is called may name."""
    found = []
    held = Attachment.objects.select_related("file").filter(matter_id=submission.matter_id)
    for one in held.order_by("pk"):
        shut = not named and (one.sealed or one.role != AttachmentRole.REDACTED)
        day = timezone.localtime(one.added_at).date()
        bare = submission.matter.sealed or not named
        title = one.get_role_display() if bare else f"{one.get_role_display()}: {one.name}"
        data = b"" if shut else files().get(one.file.key)
        found.append((one.added_at, Part(title, day, data, one.file.media_type, left_out(submission) if shut else "")))
    return found


def _papers(submission: Submission, *, named: bool) -> list[tuple[datetime, Part]]:
    found = []
    hide = None if named else _hiding(submission)
    held = Paper.objects.select_related("file", "agency", "agency__parent", "template__file").filter(
        matter_id=submission.matter_id
    )
    for one in held.exclude(status__in=[*UNFINISHED, PaperStatus.CANCELLED]).order_by("pk"):
        title = one.title if hide is None else hide(one.title)
        number = f" số {one.number}/{one.symbol}" if one.number is not None else ""
        state = f" ({one.get_status_display().lower()})" if one.status != PaperStatus.ISSUED else ""
        data, media_type, note = _pages(one, hide, left_out(submission))
        found.append((one.drafted_at, Part(f"{title}{number}{state}", one.dated_on, data, media_type, note)))
        for copy in one.signed_copies.select_related("file").order_by("pk"):
            scan = b"" if hide is not None else files().get(copy.file.key)
            shut = left_out(submission) if hide is not None else ""
            found.append(
                (copy.added_at, Part(f"Bản ký của {title}{number}", None, scan, copy.file.media_type, shut))
            )  # fmt: skip
    return found


def _pages(paper: Paper, hide: Callable[[str], str] | None, shut: str) -> tuple[bytes, str, str]:
    """Return the pages of a paper with their type, and why there are none: drawn anew where names must not show."""
    if paper.is_emptied:
        return b"", _PDF, DESTROYED
    if paper.form_key == OLD_BOOK:  # only its line was ever here; a scan kept with it is as it was signed
        if paper.file is None or hide is not None:
            return b"", _PDF, shut if paper.file is not None else NO_FILE
    elif hide is not None or paper.file is None:
        return drawn(paper=paper, with_identity=hide is None, clean=hide).pdf(), _PDF, ""
    return (files().get(paper.file.key), paper.file.media_type, "") if paper.file is not None else (b"", _PDF, NO_FILE)


def _hiding(submission: Submission) -> Callable[[str], str]:
    """Return what hides in a text everybody who stands in the matter, as far as the actor may know them."""
    pieces = [piece for party in read_parties(submission=submission) for piece in traces_of(party)]
    return lambda text: redacted_text(text=text, pieces=pieces)
