"""Wide tables on paper and as spreadsheets: one source, the same words in both."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

import typst
import xlsxwriter

from tiepdan.documents.rendering.pdf import breakable, serif_family
from tiepdan.documents.rendering.wording import is_practice, mark_of_invented_data

_LAYOUT: Final = Path(__file__).with_name("sheet.typ")
_FALLBACK: Final = "Libertinus Serif"
_CHARACTERS: Final = 9  # of a spreadsheet for one share of width
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Column:
    """One column; width is its share of the page."""

    header: str
    width: float = 1.0
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A book or list as printed."""

    title: str
    agency: str
    subtitle: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    drawn_on: date
    closing: str = ""  # under the table: how many lines
    demo: bool = False  # says so on every page


def sheet_pdf(sheet: Sheet) -> bytes:
    """Draw it on A4 across, head repeated on every page; the same input gives the same bytes.

    Cost: about a second for a thousand rows.
    """
    data = {
        "title": sheet.title, "agency": sheet.agency, "subtitle": sheet.subtitle, "demo": sheet.demo, "mark": mark_of_invented_data(),
        "practice": sheet.demo and is_practice(),
        "closing": sheet.closing, "fonts": [serif_family(), _FALLBACK],
        "headers": [column.header for column in sheet.columns], "widths": [column.width for column in sheet.columns],
        "numeric": [place for place, column in enumerate(sheet.columns) if column.numeric],
        "rows": [[breakable(cell, every=12) for cell in row] for row in sheet.rows],
    }  # fmt: skip
    stamp = datetime.combine(sheet.drawn_on, datetime.min.time(), UTC)
    with _lock:
        made = _compiler().compile(
            _LAYOUT.read_bytes(),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=stamp,
        )
    if not isinstance(made, bytes):
        raise TypeError("typst returned no single PDF")
    return made


def sheet_xlsx(sheet: Sheet) -> bytes:
    """Write it as XLSX: texts stay texts (no formula is ever made of what somebody typed), the head stays in view."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": sheet.title, "created": datetime.combine(sheet.drawn_on, datetime.min.time())})
    page = book.add_worksheet("So")
    bold = book.add_format({"bold": True, "font_size": 14, "font_name": "Times New Roman"})
    plain = book.add_format({"font_name": "Times New Roman"})
    head = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "border": 1,
            "align": "center",
            "valign": "vcenter",
            "font_name": "Times New Roman",
        }
    )
    cell = book.add_format({"text_wrap": True, "border": 1, "valign": "top", "font_name": "Times New Roman"})
    figure = book.add_format({"border": 1, "valign": "top", "font_name": "Times New Roman"})
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width * _CHARACTERS)
    page.write_string(0, 0, sheet.agency, plain)
    page.write_string(1, 0, sheet.title.upper(), bold)
    page.write_string(2, 0, sheet.subtitle + (f" ({mark_of_invented_data()})" if sheet.demo else ""), plain)
    for place, column in enumerate(sheet.columns):
        page.write_string(4, place, column.header, head)
    page.freeze_panes(5, 0)
    page.repeat_rows(4)
    for number, row in enumerate(sheet.rows, start=5):
        for place, text in enumerate(row):
            if sheet.columns[place].numeric and text.isdecimal():
                page.write_number(number, place, int(text), figure)
            else:
                page.write_string(number, place, text, cell)
    if sheet.closing:
        page.write_string(len(sheet.rows) + 6, 0, sheet.closing, plain)
    book.close()
    return out.getvalue()


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(_LAYOUT.read_bytes(), font_paths=typst.Fonts())
