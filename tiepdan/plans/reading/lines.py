"""Physical lines of the source: glued headings cut apart, cells of a table row kept, page numbers left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tiepdan.plans.reading.normal import UPPER, Text, join, normal_line, pattern
from tiepdan.plans.reading.tables import flattened_rows

_BREAK: Final = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029\u0085]")
_NUMBER: Final = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}\.|[a-zđ]\))"
# A bold run that begins with a number begins a heading even without a line break before it.
_BOLD_HEAD: Final = re.compile(rf"\S(\s*)\*\*(?=\s*{_NUMBER}\s*[{UPPER}])")
# A bold run that was a heading ends where text with a capital goes on.
_BOLD_END: Final = re.compile(rf"^\s*\*\*\s*{_NUMBER}[^*]{{3,160}}\*\*(?=\s*[{UPPER}])")
_GLUED: Final = re.compile(
    rf"(?:(?<=[{UPPER}][{UPPER}])\s*(?=\d{{1,2}}\. ?[{UPPER}][^{UPPER}\s])"  # "YÊU CẦU1. Mục đích"
    rf"|(?<=[^\d\s][.;:])(?=\d{{1,2}}\.\s?[{UPPER}])"  # "theo quy định.2. Sở …"
    rf"|(?<=[.;:])\s+(?=\d{{1,2}}\.(?:\d{{1,2}}\.)?\s[{UPPER}])"
    rf"|(?<=[.;:])\s*(?=[IVX]{{1,4}}\.\s[{UPPER}][{UPPER}])"
    rf"|(?<=[.;])\s+(?=[a-zđ]\)\s[{UPPER}])"
    rf"|(?<=[.;:])\s+(?=[-–•+]\s*[{UPPER}]))"
)
# What every alternative above needs, cheap to look for: a stop before a number or a bullet, or a number before a letter.
_MAYBE_GLUED: Final = (re.compile(r"[.;:]\s*(?:[\dIVX•+–-]|[a-zđ]\))"), re.compile(r"\d\. ?[^\W\d_]"))
_PAGE: Final = re.compile(r"^\W*(?:(?:trang|page)\s*)?(\d{1,3})(?:\s*/\s*(\d{1,3}))?[^\w%]*$", re.IGNORECASE)
_COUNTER: Final = re.compile(r"\W*(\d{1,3})$")
_PAGE_LINES: Final = 8  # two headers of pages stand further apart than this
_HASHES: Final = re.compile(r"\s*#{1,6}\s+(?=\S)")  # a heading of Markdown
_RULE: Final = re.compile(r"^[\W_]+$")


@dataclass(slots=True)
class Line:
    """One line as printed. `cells` holds the row of a table when the line is one (two cells or more)."""

    text: Text
    blank_before: bool
    width: int  # characters as printed from the margin, marks of emphasis included
    cells: tuple[Text, ...] = ()

    @property
    def value(self) -> str:
        return self.text.value

    @property
    def folded(self) -> str:
        return self.text.folded


def _cuts(raw: str) -> list[int]:
    """Places inside one raw line where a heading or an item begins without a line break."""
    cuts: set[int] = set()
    if "**" in raw:
        cuts = {m.end() for m in _BOLD_HEAD.finditer(raw)} | {m.end() for m in _BOLD_END.finditer(raw)}
    if _MAYBE_GLUED[0].search(raw) or _MAYBE_GLUED[1].search(raw):
        cuts |= {m.end() for m in _GLUED.finditer(raw) if m.start() > 0 and _is_cut(raw, m.end())}
    if not cuts:
        return []
    return sorted(c for c in cuts if raw[:c].strip("* \t") and raw[c:].strip("* \t"))


def _is_cut(raw: str, at: int) -> bool:
    """False inside a reference such as "điểm 2. 3." or a list of numbers."""
    return not pattern(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Ss]ố|v\.v)[.;:]?\s*$").search(raw[:at])


def read_lines(source: str) -> list[Line]:
    """All lines of the source that hold text. Lines with a page number or a ruled line alone are left out."""
    lines: list[Line] = []
    blank = False
    at = 0
    pieces: list[tuple[str, int]] = []
    for found in _BREAK.finditer(source):
        pieces.append((source[at : found.start()], at))
        at = found.end()
    pieces.append((source[at:], at))
    rows = flattened_rows(pieces)
    for index, (raw, begin) in enumerate(pieces):
        if index in rows:
            if flat := rows[index]:
                whole = join(flat)
                lines.append(Line(whole, blank, len(whole), flat))
                blank = False
            continue
        if not raw.strip():
            blank = True
            continue
        if "|" in raw:
            row = _row(raw, begin)
            if row is None:
                blank = True
                continue
            cells, text = row
            lines.append(Line(text, blank, len(text), cells if len(cells) > 1 else ()))
            blank = False
            continue
        hashes = _HASHES.match(raw)
        bounds = [hashes.end() if hashes else 0, *_cuts(raw), len(raw)]
        used = 0
        for start, end in pairwise(bounds):
            text = normal_line(raw[start:end], begin + start)
            value = text.value
            if not value or (not value[0].isalnum() and _RULE.match(value)) or _page(value):
                # A ruled line separates like a blank one; a page number stands between two pages of one paragraph.
                blank = True
                continue
            used += len(text) + raw[start:end].count("*") + (used > 0)
            lines.append(Line(text, blank, used))
            blank = False
    return _without_furniture(lines)


def _page(value: str) -> bool:
    """A page number: "3", "- 3 -", "Trang 3/12". A day cut off by a wrap ("02/9", "100%") is none."""
    found = _PAGE.match(value) if len(value) < 40 else None
    if found is None:
        return False
    page, whole = found.groups()
    return whole is None or (not page.startswith("0") and int(page) <= int(whole))


def _without_furniture(lines: list[Line]) -> list[Line]:
    """Leaves out headers and footers of pages: one short line that comes again and again with nothing but its number changed."""
    counted: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.value[-1:].isdigit() and 4 <= len(line.value) <= 90 and not line.cells:
            counted.setdefault(_COUNTER.sub("", line.folded), []).append(index)
    gone: set[int] = set()
    for stem, places in counted.items():
        numbers = [int(_digits(lines[i].value)) for i in places]
        if (
            len(places) > 1
            and len(stem) > 3
            and all(b == a + 1 for a, b in pairwise(numbers))
            and min(b - a for a, b in pairwise(places)) > _PAGE_LINES
        ):
            gone.update(places)
    if not gone:
        return lines
    return [
        replace(line, blank_before=True) if i - 1 in gone else line for i, line in enumerate(lines) if i not in gone
    ]


def _digits(value: str) -> str:
    found = _COUNTER.search(value)
    return found.group(1) if found else "0"


def _row(raw: str, begin: int) -> tuple[tuple[Text, ...], Text] | None:
    """Cells of a row written with "|"; None for a ruled row."""
    cells: list[Text] = []
    at = 0
    for part in raw.split("|"):
        cells.append(normal_line(part, begin + at))
        at += len(part) + 1
    if cells and not cells[0].value:
        cells = cells[1:]
    if cells and not cells[-1].value:
        cells = cells[:-1]
    if all(not c.value or _RULE.match(c.value) for c in cells):
        return None
    return tuple(cells), normal_line(raw.replace("|", " "), begin)
