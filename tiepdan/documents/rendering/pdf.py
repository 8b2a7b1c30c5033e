"""Draws a composed paper as PDF with typst, in the layout of Decree 30/2020.

Words reach typst as JSON data and are shown as strings, never as markup: nothing a user types can become code.
"""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock

import segno
import typst

from tiepdan.documents.rendering.compose import (
    MOTTO,
    NATIONAL_TITLE,
    Letterhead,
    Paper,
    Paragraph,
    RenderOptions,
    Span,
    Table,
    compose,
)
from tiepdan.documents.rendering.forms import Form, Values
from tiepdan.documents.rendering.wording import (
    ABOUT_LETTERS,
    SUBJECT_LETTERS,
    even_lines,
    is_practice,
    letterhead_lines,
    mark_of_invented_data,
)

_LAYOUT = Path(__file__).with_name("layout.typ")
_SERIFS = ("Times New Roman", "Liberation Serif", "Libertinus Serif")  # the last is inside typst
_LONG_WORD = re.compile(r"\S{40,}")
# One compiler keeps fonts and layout warm; it is not safe for two threads at once.
_lock = Lock()


def render_pdf(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> bytes:
    """Draw a form as PDF; the same input gives the same bytes.

    Raises MissingValue, UnknownValue, WrongValue.
    Cost: tens of milliseconds a page, once the fonts are loaded.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    return draw_pdf(paper=paper, dated_on=letterhead.dated_on)


def draw_pdf(*, paper: Paper, dated_on: date | None) -> bytes:
    """Draw a composed paper; the same paper gives the same bytes."""
    data = json.dumps(_as_data(paper), ensure_ascii=False)
    # The stamp inside the file must not tell when the paper was drawn, or equal papers would differ.
    stamp = datetime.combine(dated_on, datetime.min.time(), UTC) if dated_on else 0
    source = _LAYOUT.read_bytes()
    with _lock:
        made = _compiler().compile(source, format="pdf", sys_inputs={"data": data}, timestamp=stamp)
    if not isinstance(made, bytes):
        raise TypeError("typst returned no single PDF")
    return made


def serif_family() -> str:
    """Return the first family of the layout that is there; operators see it in the check of the installation."""
    found = set(_fonts().families())
    return next((family for family in _SERIFS if family in found), _SERIFS[-1])


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts()


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(_LAYOUT.read_bytes(), font_paths=_fonts())


def _as_data(paper: Paper) -> dict[str, object]:
    return {
        "name": paper.name,
        "fonts": [serif_family(), _SERIFS[-1]],
        "head": str(paper.head),
        "size": str(paper.size),
        "national_title": NATIONAL_TITLE,
        "motto": MOTTO,
        "parent_agency": _lines(letterhead_lines(name=paper.parent_agency.upper())),
        "agency": _lines(letterhead_lines(name=paper.agency.upper())),
        "number": breakable(paper.number),
        "about": _lines(even_lines(text=paper.about, most=ABOUT_LETTERS)),
        "place_and_date": breakable(paper.place_and_date),
        "heading": breakable(paper.heading),
        "subject": _lines(even_lines(text=paper.subject, most=SUBJECT_LETTERS)),
        "blocks": [_block(block) for block in paper.blocks],
        "signatures": [
            {"lines": [breakable(line) for line in block.lines], "note": block.note, "name": breakable(block.name)}
            for block in paper.signatures
        ],
        "signed_by_head": paper.signed_by_head,
        "recipients": [breakable(line) for line in paper.recipients],
        "lookup": [_block(block) for block in paper.lookup],
        "qr": _qr(paper.options.qr_url) if paper.lookup and paper.options.qr_url else "",
        "draft": paper.options.draft,
        "demo": paper.options.demo,
        "mark": mark_of_invented_data(),
        "practice": paper.options.demo and is_practice(),
    }


def _lines(lines: tuple[str, ...]) -> str:
    return "\n".join(breakable(line) for line in lines)


def _block(block: Paragraph | Table) -> dict[str, object]:
    if isinstance(block, Table):
        return {
            "style": "table",
            "headers": [breakable(header, every=12) for header in block.headers],
            "widths": list(block.widths),
            "rows": [[breakable(cell, every=12) for cell in row] for row in block.rows],
        }
    return {"style": str(block.style), "spans": [_span(span) for span in block.spans]}


def _span(span: Span) -> dict[str, object]:
    return {"text": breakable(span.text), "bold": span.bold}


def breakable(text: str, *, every: int = 20) -> str:
    """Let words of forty letters and more break: typst would run them over the margin."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(re.findall(f".{{1,{every}}}", word[0])), text)


def _qr(url: str) -> str:
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(drawn, kind="svg", border=1, svgns=True, xmldecl=False)
    return drawn.getvalue().decode()
