"""Shows a composed paper on screen: plain text, and HTML paragraphs with every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tiepdan.documents.rendering.compose import (
    MOTTO,
    NATIONAL_TITLE,
    Letterhead,
    Paper,
    Paragraph,
    RenderOptions,
    Table,
    compose,
)
from tiepdan.documents.rendering.forms import Form, Head, Values
from tiepdan.documents.rendering.wording import mark_of_invented_data

DRAFT_MARK = "DỰ THẢO"


def render_text(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> str:
    """Write a form as plain text, one paragraph a line.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    return "\n".join(text for _, text in _lines(paper)) + "\n"


def render_html(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> str:
    """Write a form as HTML: `<p class="paper-…">` and tables, no other markup, all words escaped.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    parts: list[str] = []
    for part in _parts(paper):
        if isinstance(part, Table):
            parts.append(_html_table(part))
        else:
            style, shown = part
            parts.append(f'<p class="paper-{style}">{shown}</p>')
    return "\n".join(parts)


def _parts(paper: Paper) -> Iterator[tuple[str, str] | Table]:
    for style, text in _above(paper):
        yield style, escape(text)
    for block in paper.blocks:
        if isinstance(block, Table):
            yield block
        else:
            yield str(block.style), _html_spans(block)
    for style, text in _below(paper):
        yield style, escape(text)
    for paragraph in paper.lookup:
        yield "lookup", _html_spans(paragraph)


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


def _above(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.options.demo:
        yield "demo", mark_of_invented_data()
    if paper.options.draft:
        yield "draft", DRAFT_MARK
    head: list[tuple[str, str]] = []
    if paper.head is Head.AGENCY:
        head = [("parent-agency", paper.parent_agency.upper()), ("agency", paper.agency.upper())]
    if paper.head is not Head.NONE:
        head += [("national-title", NATIONAL_TITLE), ("motto", MOTTO)]
        head += [("number", paper.number), ("about", paper.about), ("place-date", paper.place_and_date)]
    head += [("type", paper.heading.upper()), ("subject", paper.subject)]
    yield from ((style, text) for style, text in head if text)


def _below(paper: Paper) -> Iterator[tuple[str, str]]:
    for block in paper.signatures:
        yield from (("signature", line.upper()) for line in block.lines)
        yield from (("signature", text) for text in (block.note, block.name) if text)
    if paper.recipients:
        yield "recipients-title", "Nơi nhận:"
        yield from (("recipient", f"- {line}") for line in paper.recipients)


def _html_spans(paragraph: Paragraph) -> str:
    return "".join(
        f"<strong>{escape(span.text)}</strong>" if span.bold else escape(span.text) for span in paragraph.spans
    )


def _html_table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.headers)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f'<table class="paper-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
