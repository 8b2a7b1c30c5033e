"""Any text of an office as a paper by Decree 30/2020, for what no form of the law prescribes: decisions, rosters, reports."""

from __future__ import annotations

from collections.abc import Sequence

from tiepdan.documents.rendering.compose import Letterhead, Paper, Paragraph, RenderOptions, SignatureBlock, Span, Table
from tiepdan.documents.rendering.forms import Head, PaperSize
from tiepdan.documents.rendering.template import ParagraphStyle
from tiepdan.documents.rendering.wording import number_line, place_and_date

Block = Paragraph | Table


def office_paper(
    *,
    heading: str,
    subject: str,
    blocks: Sequence[Block],
    letterhead: Letterhead,
    landscape: bool = False,
    draft: bool = False,
    demo: bool = False,
) -> Paper:
    """Lay a text out as a paper of an agency, ready for PDF and DOCX."""
    above = [*letterhead.signer_authority.splitlines(), *letterhead.signer_post.splitlines()]
    return Paper(
        name=f"{heading} {subject}".strip()[:200],
        head=Head.AGENCY,
        size=PaperSize.A4_LANDSCAPE if landscape else PaperSize.A4,
        parent_agency=letterhead.parent_agency,
        agency=letterhead.agency,
        number=number_line(number=letterhead.number, symbol=letterhead.symbol) if letterhead.symbol else "",
        about="",
        place_and_date=place_and_date(place=letterhead.place, on=letterhead.dated_on),
        heading=heading,
        subject=subject,
        blocks=tuple(blocks),
        signatures=(SignatureBlock(tuple(above), "", letterhead.signer_name),)
        if above or letterhead.signer_name
        else (),
        signed_by_head=True,
        recipients=letterhead.recipients,
        lookup=(),
        options=RenderOptions(draft=draft, demo=demo),
    )


def bold(text: str) -> Paragraph:
    """A heading of a section."""
    return Paragraph(ParagraphStyle.BODY, (Span(text, True),))


def words(text: str) -> Paragraph:
    """A paragraph of text."""
    return Paragraph(ParagraphStyle.BODY, (Span(text),))


def item(text: str) -> Paragraph:
    """One item of a list."""
    return Paragraph(ParagraphStyle.ITEM, (Span(f"- {text}"),))


def basis(text: str) -> Paragraph:
    """One basis of a decision."""
    return Paragraph(ParagraphStyle.BASIS, (Span(text),))


def centred(text: str) -> Paragraph:
    """Words in the middle, bold."""
    return Paragraph(ParagraphStyle.CENTRE, (Span(text, True),))
