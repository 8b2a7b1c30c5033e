"""Papers and files of a case on screen: identities only to the holder of an opening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from tiepdan.accounts.rules import Actor
from tiepdan.cases.models import Evidence
from tiepdan.documents.access import drawn, files, paper_for, shows_identity
from tiepdan.documents.models import Paper, StoredFile
from tiepdan.matters.access import NotFound
from tiepdan.submissions.actions import has_opening, note_sealed_reading


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it would be issued."""

    title: str
    html: SafeString


def paper_html(*, matter_id: int, paper_id: int, by: Actor, at: datetime) -> tuple[Paper, SafeString]:
    """Return a paper of a matter and its text as HTML; empty when its record was destroyed. Raises NotFound."""
    paper = _paper(matter_id, paper_id, by)
    if paper.is_emptied:
        return paper, SafeString("")
    return paper, _html(paper, with_identity=_may_name(paper, by, at))


def paper_pdf(*, matter_id: int, paper_id: int, by: Actor, at: datetime) -> HttpResponse:
    """Return a paper as PDF: the file as issued, or one with the identity hidden. Raises NotFound."""
    paper = _paper(matter_id, paper_id, by)
    named = _may_name(paper, by, at)
    data = (
        files().get(paper.file.key)
        if named and paper.file is not None
        else drawn(paper=paper, with_identity=named).pdf()
    )
    word = named and paper.file is not None and paper.file.media_type != "application/pdf"
    response = HttpResponse(data, content_type=paper.file.media_type if word and paper.file else "application/pdf")
    way, ending = ("attachment", "docx") if word else ("inline", "pdf")
    response["Content-Disposition"] = f'{way}; filename="van-ban-{paper.pk}.{ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def evidence_response(*, evidence: Evidence) -> HttpResponse:
    """Return the file of a piece of evidence, always as a download."""
    stored = evidence.file
    if stored is None:
        raise NotFound(str(evidence.pk))
    response = HttpResponse(files().get(stored.key), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="tai-lieu-{evidence.pk}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def preview_html(*, matter_id: int, run: Callable[[], object]) -> list[Preview]:
    """Do an act, keep what its papers look like, and undo it: number, rows and files.

    Raises ActionRefused: as the act would
    """
    found: list[Preview] = []
    keys: set[str] = set()
    with transaction.atomic():
        known = set(Paper.objects.filter(matter_id=matter_id).values_list("pk", flat=True))
        run()
        made = Paper.objects.select_related("agency", "agency__parent", "file").filter(matter_id=matter_id)
        for paper in made.exclude(pk__in=known).order_by("pk"):
            if paper.file is not None:
                keys.add(paper.file.key)
            found.append(Preview(paper.title, _html(paper, with_identity=not paper.sealed)))
        transaction.set_rollback(True)
    for key in keys - set(StoredFile.objects.filter(key__in=keys).values_list("key", flat=True)):
        files().remove(key)
    return found


def _paper(matter_id: int, paper_id: int, by: Actor) -> Paper:
    paper = paper_for(paper_id=paper_id, by=by)
    if paper.matter_id != matter_id:
        raise NotFound(str(paper_id))
    return paper


def _may_name(paper: Paper, by: Actor, at: datetime) -> bool:
    """Tell whether names may be shown; under an opening each showing is recorded. Rule: BV-3"""
    if not shows_identity(paper=paper):
        return True
    if paper.matter_id is None or not has_opening(matter_id=paper.matter_id, by=by, at=at):
        return False
    note_sealed_reading(matter_id=paper.matter_id, subject=f"paper:{paper.pk}", by=by, at=at)
    return True


def _html(paper: Paper, *, with_identity: bool) -> SafeString:
    # render_html escapes every word of the paper and writes only paragraphs, tables and boxes around them.
    return mark_safe(drawn(paper=paper, with_identity=with_identity).html())  # noqa: S308
