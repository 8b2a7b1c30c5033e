"""Papers and files named by a user. What the database does not show is absent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.conf import settings
from django.utils import timezone

from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind
from tiepdan.documents.models import Paper, PaperStatus
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions
from tiepdan.documents.rendering.forms import Form, Values
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html
from tiepdan.documents.rendering.word import render_docx
from tiepdan.documents.values import form_book, joined_values, masked_values
from tiepdan.infra.seal import load_ring
from tiepdan.infra.storage import FileStore
from tiepdan.matters.access import NotFound

COMMITTEES: Final = frozenset(
    {AgencyKind.COMMUNE_COMMITTEE, AgencyKind.DISTRICT_COMMITTEE, AgencyKind.PROVINCIAL_COMMITTEE}
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper ready to be drawn in any way."""

    form: Form
    values: Values
    letterhead: Letterhead
    options: RenderOptions

    def pdf(self) -> bytes:
        """Draw as PDF. Raises MissingValue, UnknownValue, WrongValue."""
        return render_pdf(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)

    def docx(self) -> bytes:
        """Draw as DOCX. Raises MissingValue, UnknownValue, WrongValue."""
        return render_docx(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)

    def html(self) -> str:
        """Draw as HTML paragraphs, every word escaped. Raises MissingValue, UnknownValue, WrongValue."""
        return render_html(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)


def files() -> FileStore:
    """Return the file store of this installation."""
    return FileStore(root=settings.HOME.files, ring=load_ring(settings.HOME))


def paper_for(*, paper_id: int) -> Paper:
    """Return a paper that the acting post may see. Raises NotFound."""
    paper = Paper.objects.select_related("file", "agency", "agency__parent").filter(pk=paper_id).first()
    if paper is None:
        raise NotFound(str(paper_id))
    return paper


def shows_identity(*, paper: Paper) -> bool:
    """Tell whether a paper holds a sealed identity, so that it opens only to the holder of an opening."""
    return paper.sealed and paper.sealed_values is not None


def drawn(*, paper: Paper, with_identity: bool, qr_url: str = "") -> Drawn:
    """Put a paper together from what is stored.

    with_identity: for an unsealed matter, or for who holds an opening; otherwise identities are shown as hidden
    Raises SealBroken.
    """
    form = form_book().form(paper.form_key, on=law_day(paper))
    plain = paper.values
    if with_identity:
        sealed = None
        if paper.sealed_values is not None:
            ring = load_ring(settings.HOME)
            sealed = ring.open(envelope=bytes(paper.sealed_values), bound_to=f"paper:{paper.pk}")
        values = joined_values(form=form, plain=plain, sealed=sealed)
    else:
        values = masked_values(form=form, plain=plain)
    options = RenderOptions(draft=paper.status != PaperStatus.ISSUED, demo=settings.DEMO, qr_url=qr_url)
    return Drawn(form=form, values=values, letterhead=letterhead_of(paper=paper), options=options)


def law_day(paper: Paper) -> date:
    """Return the day whose form applies: the date of the paper, or of its draft."""
    return paper.dated_on or timezone.localtime(paper.drafted_at).date()


def letterhead_of(*, paper: Paper) -> Letterhead:
    """Return what Decree 30/2020 puts around the text. Rule: reports §4.6"""
    agency = paper.agency
    return Letterhead(
        agency=agency.name,
        parent_agency=agency.parent.name if agency.parent is not None else "",
        place=place_of(agency=agency),
        number=paper.number,
        symbol=paper.symbol,
        dated_on=paper.dated_on,
        signer_authority=authority_of(agency=agency),
        signer_title=paper.signer_title,
        signer_name=paper.signer_name,
        recipients=tuple(str(line) for line in paper.recipients),
    )


def place_of(*, agency: Agency) -> str:
    """Return the place of the date line: the locality that a committee is named after, otherwise the parent's."""
    for prefix in ("UBND ", "Ủy ban nhân dân "):
        if agency.name.startswith(prefix):
            name = agency.name.removeprefix(prefix)
            for kind in ("phường ", "xã ", "tỉnh ", "thành phố ", "đặc khu "):
                name = name.removeprefix(kind)
            return name
    return place_of(agency=agency.parent) if agency.parent is not None else ""


def authority_of(*, agency: Agency) -> str:
    """Return the line above the signer of a body that decides as a committee."""
    return "TM. ỦY BAN NHÂN DÂN" if agency.kind in COMMITTEES else ""
