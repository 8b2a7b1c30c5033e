"""Prints of plans and reports by the layout of Decree 30/2020: one composed paper for DOCX, PDF and screen. No Django.

Rule: reports §4.6
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tiepdan.documents.rendering.compose import Letterhead, Paper, Paragraph, RenderOptions, SignatureBlock, Span, Table
from tiepdan.documents.rendering.forms import Head, PaperSize
from tiepdan.documents.rendering.pdf import draw_pdf
from tiepdan.documents.rendering.template import ParagraphStyle
from tiepdan.documents.rendering.word import draw_docx
from tiepdan.documents.rendering.wording import number_line, place_and_date
from tiepdan.plans.rules.writing import Group, WrittenPlan

Block = Paragraph | Table
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def official(
    *, heading: str, subject: str, blocks: Sequence[Block], letterhead: Letterhead, draft: bool, demo: bool
) -> Paper:
    """Lay a text out as a paper of an agency."""
    above = [*letterhead.signer_authority.splitlines(), *letterhead.signer_post.splitlines()]
    return Paper(
        name=f"{heading} {subject}"[:200],
        head=Head.AGENCY,
        size=PaperSize.A4,
        parent_agency=letterhead.parent_agency,
        agency=letterhead.agency,
        number=number_line(number=letterhead.number, symbol=letterhead.symbol),
        about="",
        place_and_date=place_and_date(place=letterhead.place, on=letterhead.dated_on),
        heading=heading,
        subject=subject,
        blocks=tuple(blocks),
        signatures=(SignatureBlock(tuple(above), "", letterhead.signer_name),),
        signed_by_head=True,
        recipients=letterhead.recipients,
        lookup=(),
        options=RenderOptions(draft=draft, demo=demo),
    )


def plan_paper(*, plan: WrittenPlan, letterhead: Letterhead, issuer: str, draft: bool, demo: bool) -> Paper:
    """Lay a written plan out as KẾ HOẠCH. `issuer` is the body as a sentence names it ("Ủy ban nhân dân tỉnh")."""
    return official(
        heading="Kế hoạch",
        subject=plan.title,
        blocks=tuple(_plan(plan, issuer)),
        letterhead=letterhead,
        draft=draft,
        demo=demo,
    )


def _plan(plan: WrittenPlan, issuer: str) -> Iterator[Block]:
    for basis in plan.bases:
        yield Paragraph(ParagraphStyle.BASIS, (Span(f"Căn cứ {basis.rstrip(';. ')};"),))
    yield words(f"{issuer} ban hành Kế hoạch với các nội dung sau:")
    yield bold("I. MỤC ĐÍCH, YÊU CẦU")
    yield bold("1. Mục đích")
    yield from (item(line) for line in plan.purposes)
    yield bold("2. Yêu cầu")
    yield from (item(line) for line in plan.demands)
    number = 2
    yield bold("II. NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ")
    for place, group in enumerate(plan.groups, 1):
        yield bold(f"{place}. {_addressed(group)}")
        yield from (item(task) for task in group.tasks)
    for title, lines in (("KINH PHÍ", plan.funding), ("TỔ CHỨC THỰC HIỆN", plan.organisation)):
        if not lines:
            continue
        yield bold(f"{_ROMAN[number]}. {title}")
        number += 1
        for place, line in enumerate(lines, 1):
            yield words(f"{place}. {_sentence(line)}" if title.startswith("TỔ") else _sentence(line))


def _addressed(group: Group) -> str:
    named = ", ".join(group.agencies)
    return f"Đề nghị {named}" if group.request else named


def bold(text: str) -> Paragraph:
    """A heading of a section."""
    return Paragraph(ParagraphStyle.BODY, (Span(text, True),))


def words(text: str) -> Paragraph:
    """A paragraph of text."""
    return Paragraph(ParagraphStyle.BODY, (Span(text),))


def item(text: str) -> Paragraph:
    """One item of a list."""
    return Paragraph(ParagraphStyle.ITEM, (Span(f"- {_sentence(text)}"),))


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", ";", ":")) else f"{text}."


def report_paper(
    *, subject: str, rows: Sequence[tuple[str, Sequence[str]]], figures: Sequence[tuple[str, str]],
    tables: Sequence[tuple[str, Table]], letterhead: Letterhead, draft: bool, demo: bool,
) -> Paper:  # fmt: skip
    """Lay a report out as BÁO CÁO: figures, then its texts by section.

    rows: title and paragraphs of each section; figures: label and number; tables: title and table
    """
    blocks: list[Block] = []
    number = 0
    if figures:
        blocks += [
            bold(f"{_ROMAN[number]}. SỐ LIỆU"),
            Table(("Nội dung", "Số liệu"), (4, 1), tuple((label, value) for label, value in figures)),
        ]
        number += 1
    for title, table in tables:
        blocks += [bold(f"{_ROMAN[number]}. {title.upper()}"), table]
        number += 1
    for title, lines in rows:
        if not any(line.strip() for line in lines):
            continue
        blocks.append(bold(f"{_ROMAN[number]}. {title.upper()}"))
        blocks += [words(line) for line in lines if line.strip()]
        number += 1
    return official(heading="Báo cáo", subject=subject, blocks=blocks, letterhead=letterhead, draft=draft, demo=demo)


def as_docx(paper: Paper, *, on: date | None) -> bytes:
    """Draw as DOCX."""
    return draw_docx(paper=paper, dated_on=on)


def as_pdf(paper: Paper, *, on: date | None) -> bytes:
    """Draw as PDF."""
    return draw_pdf(paper=paper, dated_on=on)
