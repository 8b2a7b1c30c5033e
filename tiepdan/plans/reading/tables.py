"""Tables that lost their ruled lines: rows kept apart by tabs or wide gaps, or every cell on a line of its own.

Only what is plainly a table is taken: several rows with as many cells each, or the head of a table of duties with its numbered rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiepdan.plans.reading.cards import columns_of
from tiepdan.plans.reading.markers import Mark, marker_at
from tiepdan.plans.reading.normal import EMPTY, Text, normal_line, pattern

Piece = tuple[str, int]  # a line of the source and its offset
Cells = tuple[Text, ...]

_TAB: Final = re.compile(r"[ \u00a0]*\t[ \u00a0]*")
_WIDE: Final = re.compile(r"[ \u00a0]{3,}")
_ORDER: Final = re.compile(r"\s*\**(?:stt|tt|số tt|số thứ tự)\**\s*$", re.IGNORECASE)
_FEWEST: Final = 3  # cells: two are the columns of a letterhead or of a signature
_MOST: Final = 9
_OFF: Final = 2  # characters a cell may stand beside its title
_LONGEST_HEAD: Final = 60
_LONGEST_ROW: Final = 14  # lines: a table without blank cells has no row longer than its head


def flattened_rows(pieces: Sequence[Piece]) -> dict[int, Cells | None]:
    """Cells of the row that begins on a line, by the line's index; None for a line that belongs to the row above."""
    rows: dict[int, Cells | None] = {}
    index = 0
    while index < len(pieces):
        raw = pieces[index][0]
        if "\t" in raw or "   " in raw:
            run = _run(pieces, index)
            if run:
                rows.update(run)
                index = max(run) + 1
                continue
        if len(raw) < 20 and _ORDER.match(raw):
            taken = _stacked(pieces, index)
            if taken:
                rows.update(taken)
                index = max(taken) + 1
                continue
        index += 1
    return rows


def _cut(raw: str, begin: int, separator: re.Pattern[str]) -> Cells:
    cells: list[Text] = []
    at = len(raw) - len(raw.lstrip(" \u00a0"))
    end = len(raw.rstrip())
    for found in separator.finditer(raw, at, max(at, end)):
        cells.append(normal_line(raw[at : found.start()], begin + at))
        at = found.end()
    cells.append(normal_line(raw[at:end], begin + at))
    return tuple(cells)


def _run(pieces: Sequence[Piece], index: int) -> dict[int, Cells | None]:
    """Lines from `index` on that are rows of one table: two at least, with as many cells each."""
    raw, begin = pieces[index]
    separator = _TAB if raw.count("\t") >= _FEWEST - 1 else _WIDE
    head = _cut(raw, begin, separator)
    if not _is_row(head) or sum(bool(cell.value) for cell in head) < _FEWEST:
        return {}
    rows: dict[int, Cells | None] = {index: head}
    for following in range(index + 1, len(pieces)):
        raw, begin = pieces[following]
        if not raw.strip():
            continue
        cells = _cut(raw, begin, separator)
        if separator is _TAB and len(cells) == len(head) - 1:
            cells = (*cells, EMPTY)  # the last cell is blank
        elif separator is _WIDE and _FEWEST <= len(cells) < len(head):
            cells = _aligned(cells, begin, head, pieces[index][1])
        if len(cells) != len(head) or not _is_row(cells):
            break
        rows[following] = cells
    return rows if len(rows) > 1 else {}


def _aligned(cells: Cells, begin: int, head: Cells, head_begin: int) -> Cells:
    """Cells of a row with blank ones, each below the title it begins under; as they are when they do not stand so."""
    titles = [cell.starts[0] - head_begin for cell in head if cell.value]
    placed: list[Text] = [EMPTY] * len(titles)
    for cell in cells:
        if not cell.value:
            return cells
        at = cell.starts[0] - begin
        column = min(range(len(titles)), key=lambda i: abs(titles[i] - at))
        if abs(titles[column] - at) > _OFF or placed[column].value:
            return cells
        placed[column] = cell
    return tuple(placed)


def _is_row(cells: Cells) -> bool:
    """True for cells that hold words kept together by single blanks: a file with tabs for blanks is no table."""
    return _FEWEST <= len(cells) <= _MOST and any(" " in cell.value for cell in cells)


def _stacked(pieces: Sequence[Piece], index: int) -> dict[int, Cells | None]:
    """A table of duties with every cell on a line of its own: its head, then rows that begin with 1, 2, 3 …"""
    head: list[int] = []
    at = index
    while at < len(pieces) and len(head) <= _MOST:
        raw = pieces[at][0]
        if raw.strip():
            if _is_number(raw, 1):
                break
            if len(raw) > _LONGEST_HEAD or pattern(r"[.;:]\s*$").search(raw):
                return {}
            head.append(at)
        at += 1
    titles = tuple(normal_line(*pieces[i]) for i in head)
    if not _FEWEST <= len(titles) <= _MOST or at >= len(pieces) or not columns_of(titles):
        return {}
    rows: dict[int, Cells | None] = {head[0]: titles} | dict.fromkeys(head[1:])
    number = 1
    while at < len(pieces) and _is_number(pieces[at][0], number):
        cells, after = _stacked_row(pieces, at, number + 1, len(titles))
        if cells is None:
            break
        rows[at] = cells
        rows.update(dict.fromkeys(range(at + 1, after)))
        at, number = after, number + 1
        while at < len(pieces) and not pieces[at][0].strip():
            at += 1
    return rows if number > 1 else {}


def _stacked_row(pieces: Sequence[Piece], at: int, following: int, count: int) -> tuple[Cells | None, int]:
    """Cells of the row on lines `at` and below, and the first line after it; no cells when they do not fit the head."""
    end = at + 1
    while end < len(pieces) and end - at <= _LONGEST_ROW and not _is_number(pieces[end][0], following):
        end += 1
    if end >= len(pieces) or not _is_number(pieces[end][0], following):
        end = _last_row_end(pieces, at, count)
    lines = pieces[at:end]
    if len(lines) != count:  # blank lines are blank cells only where they make the row whole
        lines = [piece for piece in lines if piece[0].strip()]
    if len(lines) != count:
        return None, at
    return tuple(normal_line(raw, begin) for raw, begin in lines), end


def _last_row_end(pieces: Sequence[Piece], at: int, count: int) -> int:
    """The last row ends with its last cell, or where a heading begins."""
    filled = 0
    for index in range(at, min(len(pieces), at + _LONGEST_ROW)):
        value = pieces[index][0].strip()
        if index > at and marker_at(value).mark in {Mark.ROMAN, Mark.PART, Mark.CAPITAL}:
            return index
        filled += bool(value)
        if filled == count:
            return index + 1
    return min(len(pieces), at + count)


def _is_number(raw: str, number: int) -> bool:
    value = raw.strip().strip("*").rstrip(".)")
    return len(value) <= 3 and value.isdecimal() and int(value) == number
