"""Shows a composed paper on screen: plain text, and HTML paragraphs with every word escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from tiepdan.documents.rendering.compose import (
    MOTTO,
    NATIONAL_TITLE,
    Letterhead,
    Paper,
    Paragraph,
    RenderOptions,
    SignatureBlock,
    Table,
    compose,
)
from tiepdan.documents.rendering.forms import Form, Head, Values
from tiepdan.documents.rendering.wording import mark_of_invented_data

DRAFT_MARK = "DỰ THẢO"
Styled = tuple[str, str]  # class, words
_NAMES: Final = frozenset({"parent-agency", "agency"})
_PAIRS: Final = re.compile(r"\b(?:ỦY BAN|NHÂN DÂN|HỘI ĐỒNG|THANH TRA|CÔNG DÂN)\b")
_MOST_COLUMNS: Final = 6  # beyond them a table is pushed sideways


def render_text(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> str:
    """Write a form as plain text, one paragraph a line.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    return "\n".join(text for _, text in _lines(paper)) + "\n"


def render_html(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> str:
    """Write a form as HTML: `<p class="paper-…">` and tables in plain boxes, no other markup, all words escaped.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    body = (
        _html_table(block) if isinstance(block, Table) else _paragraph(str(block.style), _html_spans(block))
        for block in paper.blocks
    )
    lookup = (_paragraph("lookup", _html_spans(paragraph)) for paragraph in paper.lookup)
    parts = (
        *_html_lines(_marks(paper)),
        _boxes("head" if paper.head is Head.AGENCY else "head-citizen", [_left_head(paper), _right_head(paper)]),
        *_html_lines(_titles(paper)),
        *body,
        _html_foot(paper),
        *lookup,
    )
    return "\n".join(part for part in parts if part)


def _lines(paper: Paper) -> Iterator[tuple[str, str]]:
    yield from _above(paper)
    for block in paper.blocks:
        if isinstance(block, Table):
            yield "table", " | ".join(block.headers)
            yield from (("table", " | ".join(row)) for row in block.rows)
        else:
            yield str(block.style), block.text
    yield from _below(paper)
    yield from (("lookup", paragraph.text) for paragraph in paper.lookup)


def _above(paper: Paper) -> list[Styled]:
    return [*_marks(paper), *_left_head(paper), *_right_head(paper), *_titles(paper)]


def _marks(paper: Paper) -> list[Styled]:
    marks = [("demo", mark_of_invented_data() if paper.options.demo else "")]
    marks += [("draft", DRAFT_MARK if paper.options.draft else "")]
    return [(style, text) for style, text in marks if text]


def _left_head(paper: Paper) -> list[Styled]:
    if paper.head is not Head.AGENCY:
        return []
    head = [("parent-agency", paper.parent_agency.upper()), ("agency", paper.agency.upper())]
    head += [("number", paper.number), ("about", paper.about)]
    return [(style, text) for style, text in head if text]


def _right_head(paper: Paper) -> list[Styled]:
    if paper.head is Head.NONE:
        return []
    return [("national-title", NATIONAL_TITLE), ("motto", MOTTO), ("place-date", paper.place_and_date)]


def _titles(paper: Paper) -> list[Styled]:
    titles = [("type", paper.heading.upper()), ("subject", paper.subject)]
    return [(style, text) for style, text in titles if text]


def _below(paper: Paper) -> list[Styled]:
    signed = [line for block in paper.signatures for line in _signature(block)]
    # The head signs beside the recipients, which are read first; others sign above them.
    return [*_recipients(paper), *signed] if paper.signed_by_head else [*signed, *_recipients(paper)]


def _signature(block: SignatureBlock) -> list[Styled]:
    lines = [("signature", line.upper()) for line in block.lines]
    lines += [("signature-note", block.note), ("signature-name", block.name)]
    return [(style, text) for style, text in lines if text]


def _recipients(paper: Paper) -> list[Styled]:
    if not paper.recipients:
        return []
    return [("recipients-title", "Nơi nhận:"), *(("recipient", f"- {line}") for line in paper.recipients)]


def _html_foot(paper: Paper) -> str:
    signed = [_signature(block) for block in paper.signatures]
    if paper.signed_by_head:
        return _boxes("foot", [_recipients(paper), *signed]) if signed else ""
    across = f"signatures paper-of-{min(len(signed), 3)}"
    return "\n".join(part for part in (_boxes(across, signed), *_html_lines(_recipients(paper))) if part)


def _boxes(style: str, boxes: Sequence[Sequence[Styled]]) -> str:
    """Boxes beside each other on a wide screen, below each other on a narrow one."""
    inner = "".join(f"<div>{''.join(_html_lines(box))}</div>" for box in boxes)
    return f'<div class="paper-{style}">{inner}</div>' if any(boxes) else ""


def _html_lines(lines: Sequence[Styled]) -> list[str]:
    return [_paragraph(style, escape(_kept_together(text) if style in _NAMES else text)) for style, text in lines]


def _kept_together(text: str) -> str:
    """Join the syllables of one word of a body's name: a letterhead breaks before NHÂN DÂN, not inside it."""
    return _PAIRS.sub(lambda found: found.group().replace(" ", "\N{NO-BREAK SPACE}"), text)


def _paragraph(style: str, shown: str) -> str:
    return f'<p class="paper-{style}">{shown}</p>'


def _html_spans(paragraph: Paragraph) -> str:
    return "".join(
        f"<strong>{escape(span.text)}</strong>" if span.bold else escape(span.text) for span in paragraph.spans
    )


def _html_table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.headers)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    drawn = f'<table class="paper-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    if len(table.headers) <= _MOST_COLUMNS:
        return drawn
    return f'<div class="paper-scroll" role="region" aria-label="Bảng" tabindex="0">{drawn}</div>'
