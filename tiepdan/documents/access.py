"""Papers and files named by a user. What the database does not show is absent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.utils import timezone

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind
from tiepdan.documents.models import (
    OLD_BOOK,
    UNFINISHED,
    Paper,
    PersonalLetter,
    SignedCopy,
    StoredFile,
    TrustedCertificate,
)
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions
from tiepdan.documents.rendering.forms import FieldValue, Form, Values
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html
from tiepdan.documents.rendering.word import render_docx
from tiepdan.documents.rendering.wording import document_symbol
from tiepdan.documents.values import cleaned_values, form_book, joined_values, masked_values
from tiepdan.infra.seal import load_ring
from tiepdan.infra.storage import FileStore
from tiepdan.matters.access import NotFound

if TYPE_CHECKING:
    from tiepdan.documents.signatures import SignatureFound

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
    office: bytes = b""  # the office's own DOCX, when it replaces the house form

    def pdf(self) -> bytes:
        """Draw as PDF. Raises MissingValue, UnknownValue, WrongValue."""
        return render_pdf(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)

    def docx(self) -> bytes:
        """Draw as DOCX, by the office's own template where there is one. Raises MissingValue, UnknownValue, WrongValue."""
        if self.office:
            from tiepdan.documents.rendering.office import render_office  # loads a template engine of its own

            return render_office(
                data=self.office, form=self.form, values=self.values, letterhead=self.letterhead, options=self.options
            )
        return render_docx(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)

    def html(self) -> str:
        """Draw as HTML paragraphs, every word escaped. Raises MissingValue, UnknownValue, WrongValue."""
        return render_html(form=self.form, values=self.values, letterhead=self.letterhead, options=self.options)


def files() -> FileStore:
    """Return the file store of this installation."""
    return FileStore(root=settings.HOME.files, ring=load_ring(settings.HOME))


def paper_for(*, paper_id: int, by: Actor) -> Paper:
    """Return a paper that the acting post may see; what another agency has not issued yet is absent. Raises NotFound."""
    paper = Paper.objects.select_related("file", "agency", "agency__parent").filter(pk=paper_id).first()
    if paper is None or (paper.status in UNFINISHED and paper.agency_id != by.agency_id):
        raise NotFound(str(paper_id))
    return paper


def draft_waiting(*, matter_id: int, act: str, of: str, by: Actor) -> Paper | None:
    """Return the latest draft of the actor's agency for an act that is not done yet. Cost: 1 query.

    of: what the act is done to: "case:12", "submission:7"
    """
    found = Paper.objects.filter(matter_id=matter_id, act=act, act_of=of, status__in=UNFINISHED)
    # The agency is asked of the few of the matter: a kept plan would walk all papers of the agency to combine two indexes.
    own = (one for one in found.select_related("drafted_by").order_by("-pk") if one.agency_id == by.agency_id)
    return next(own, None)


def shows_identity(*, paper: Paper) -> bool:
    """Tell whether a paper holds a sealed identity, so that it opens only to the holder of an opening."""
    return paper.sealed and paper.sealed_values is not None


def drawn(*, paper: Paper, with_identity: bool, qr_url: str = "", clean: Callable[[str], str] | None = None) -> Drawn:
    """Put a paper together from what is stored.

    with_identity: for an unsealed matter, or for who holds an opening; otherwise identities are shown as hidden
    clean: without identity, hides in the open texts what shows who somebody is
    Raises SealBroken; NotFound for a paper of an old book, whose text was never here, and for one whose record was destroyed.
    """
    if paper.form_key == OLD_BOOK or paper.is_emptied:
        raise NotFound(str(paper.pk))
    return put_together(paper=paper, with_identity=with_identity, qr_url=qr_url, clean=clean)


def put_together(
    *, paper: Paper, with_identity: bool, qr_url: str = "", clean: Callable[[str], str] | None = None
) -> Drawn:
    """Put a paper together that is just being issued, and may hold nothing yet. Otherwise as `drawn`."""
    form = form_book().form(paper.form_key, on=law_day(paper))
    plain = paper.values
    if with_identity:
        sealed = None
        if paper.sealed_values is not None:
            ring = load_ring(settings.HOME)
            sealed = ring.open(envelope=bytes(paper.sealed_values), bound_to=f"paper:{paper.pk}")
        values = joined_values(form=form, plain=plain, sealed=sealed)
    else:
        shown = plain if clean is None else cleaned_values(plain=plain, clean=clean)
        values = masked_values(form=form, plain=shown)
    options = RenderOptions(draft=paper.status in UNFINISHED, demo=settings.DEMO, qr_url=qr_url)
    office = files().get(paper.template.file.key) if paper.template is not None else b""
    return Drawn(form=form, values=values, letterhead=letterhead_of(paper=paper), options=options, office=office)


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
        symbol=paper.symbol or _coming_symbol(paper),
        dated_on=paper.dated_on,
        signer_authority=authority_of(agency=agency),
        signer_title=paper.signer_title,
        signer_name=paper.signer_name,
        recipients=tuple(str(line) for line in paper.recipients),
    )


def _coming_symbol(paper: Paper) -> str:
    """Return what will stand behind the number of a paper that has none yet."""
    if paper.status not in UNFINISHED or paper.form_key == OLD_BOOK:
        return ""
    form = form_book().form(paper.form_key, on=law_day(paper))
    return document_symbol(kind=form.symbol, body=paper.agency.symbol)


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


def signatures_on(*, file: StoredFile, by: Actor, at: datetime) -> list[SignatureFound]:
    """Check the digital signatures of a stored PDF against what is trusted for the actor's agency.

    Cost: 1 query and tens of milliseconds for each signature.
    """
    if file.media_type != "application/pdf":
        return []
    from tiepdan.documents.signatures import signatures_of  # a second to load, for the few files that are signed

    kept = TrustedCertificate.objects.filter(ended_at__isnull=True).values_list("agency_path", "der")
    trusted = [bytes(der) for path, der in kept if by.agency_path.startswith(path)]
    return signatures_of(data=files().get(file.key), trusted=trusted, at=at)


def held_values(*, paper: Paper, with_identity: bool) -> dict[str, FieldValue]:
    """Return what a draft holds, to be written anew. Raises SealBroken."""
    form = form_book().form(paper.form_key, on=law_day(paper))
    sealed = None
    if with_identity and paper.sealed_values is not None:
        sealed = load_ring(settings.HOME).open(envelope=bytes(paper.sealed_values), bound_to=f"paper:{paper.pk}")
    return joined_values(form=form, plain=paper.values, sealed=sealed)


def signed_copy_for(*, copy_id: int, paper_id: int) -> SignedCopy:
    """Return a signed copy of a paper that the acting post may see. Raises NotFound."""
    copy = SignedCopy.objects.select_related("file").filter(pk=copy_id, paper_id=paper_id).first()
    if copy is None:
        raise NotFound(str(copy_id))
    return copy


def letter_for(*, letter_id: int) -> PersonalLetter:
    """Return a letter that the acting post may see. Raises NotFound."""
    letter = PersonalLetter.objects.filter(pk=letter_id).first()
    if letter is None:
        raise NotFound(str(letter_id))
    return letter


def letterhead_for_sample(*, agency: Agency, form: Form, on: date) -> Letterhead:
    """Return the letterhead of an agency as on a paper on this form that nobody signed."""
    return Letterhead(
        agency=agency.name, parent_agency=agency.parent.name if agency.parent is not None else "",
        place=place_of(agency=agency), symbol=document_symbol(kind=form.symbol, body=agency.symbol), dated_on=on,
        signer_authority=authority_of(agency=agency),
        signer_title=agency.head_title,
    )  # fmt: skip
