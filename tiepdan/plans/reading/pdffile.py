"""Text of a PDF by where its letters stand: lines from left to right, columns as cells, ruled tables as rows.

The order in which a PDF draws its letters is not the order in which they are read: a program that takes a letter from
another font draws it apart, and the two columns of a letterhead come one after the other or mixed.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as raw

_RULE: Final = 2.5  # points: thicker than this is no ruled line
_LEAST_RULE: Final = 15.0
_SAME_LINE: Final = 0.35  # of the size of a letter
_BLANK: Final = 0.16
_COLUMN: Final = 2.2  # a gap this wide stands between two columns


@dataclass(slots=True)
class Letter:
    """A letter (or a word of a scan): its place from the left and the bottom, and its size."""

    char: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Ruled lines of a page: (y, left, right) across and (x, bottom, top) down."""

    across: tuple[tuple[float, float, float], ...]
    down: tuple[tuple[float, float, float], ...]


NO_GRID: Final = Grid((), ())


def pdf_pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Text of each page."""
    for page in document:
        words = page.get_textpage()
        try:
            yield page_of(_letters(words), Tables(_grid(page)))
        finally:
            words.close()
            page.close()


def _letters(words: Any) -> list[Letter]:
    """Letters and blanks that the page draws, with their places; what the library only guesses is left out."""
    out: list[Letter] = []
    handle = words.raw
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if not code or code in {10, 13} or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        char = chr(code)
        if char in "\ufffe\uffff\x02" or not raw.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        size = max(abs(box.top - box.bottom) * 0.8, 1.0)
        out.append(Letter(char, min(box.left, x.value), box.right, y.value, size))
    return out


def _grid(page: Any) -> Grid:
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos()
        if top - bottom <= _RULE and right - left >= _LEAST_RULE:
            across.append(((top + bottom) / 2, left, right))
        elif right - left <= _RULE and top - bottom >= 6:
            down.append(((left + right) / 2, bottom, top))
        elif right - left >= _LEAST_RULE and top - bottom >= 6 and len(across) < 4000:
            across += [(top, left, right), (bottom, left, right)]
            down += [(left, bottom, top), (right, bottom, top)]
    return Grid(tuple(across), tuple(down))


def _distinct(values: Sequence[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _RULE + 1:
            out.append(value)
    return out


class Tables:
    """Rows and columns of the ruled tables of a page."""

    def __init__(self, grid: Grid) -> None:
        self._rows: list[tuple[float, float, list[float]]] = []  # bottom, top, edges of the columns
        if len(grid.down) < 3 or len(grid.across) < 2 or len(grid.across) > 2000:
            return
        left, right = min(x for x, _, _ in grid.down), max(x for x, _, _ in grid.down)
        levels = _distinct([y for y, _, _ in grid.across])
        whole = [y for y in levels if _covered(grid.across, y) >= (right - left) * 0.6]
        for bottom, top in pairwise(whole):
            middle = (bottom + top) / 2
            edges = _distinct([x for x, low, high in grid.down if low - 2 <= middle <= high + 2])
            if len(edges) >= 3:
                self._rows.append((bottom, top, edges))

    def place(self, letter: Letter) -> tuple[int, int] | None:
        """(row, column) of a letter inside a table."""
        return self.cell((letter.left + letter.right) / 2, letter.base + letter.size * 0.25)

    def cell(self, middle: float, height: float) -> tuple[int, int] | None:
        """(row, column) of a point inside a table."""
        for index, (bottom, top, edges) in enumerate(self._rows):
            if bottom <= height <= top and edges[0] <= middle <= edges[-1]:
                return index, bisect_right(edges, middle) - 1
        return None

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """(left, bottom, right, top) of every cell, row by row."""
        for bottom, top, edges in reversed(self._rows):
            for left, right in pairwise(edges):
                yield left, bottom, right, top

    def top(self, row: int) -> float:
        return self._rows[row][1]

    def columns(self, row: int) -> int:
        return len(self._rows[row][2]) - 1


def _covered(across: Sequence[tuple[float, float, float]], level: float) -> float:
    """Length of the ruled lines at one height."""
    parts = sorted((left, right) for y, left, right in across if abs(y - level) <= _RULE + 1)
    total, end = 0.0, float("-inf")
    for left, right in parts:
        if right > end:
            total += right - max(left, end)
            end = right
    return total


def page_of(letters: list[Letter], tables: Tables) -> str:
    """Text of a page: free lines, and the rows of its tables."""
    cells: dict[tuple[int, int], list[Letter]] = {}
    free: list[Letter] = []
    for letter in letters:
        place = tables.place(letter)
        (free if place is None else cells.setdefault(place, [])).append(letter)
    out: list[tuple[float, str]] = []
    for line in lines_of(free):
        parts = list(_columns(line))
        out.append((line[0].base, parts[0] if len(parts) == 1 else "| " + " | ".join(parts) + " |"))
    for row in {r for r, _ in cells}:
        texts = [
            " ".join(" ".join(_columns(x)) for x in lines_of(cells.get((row, c), [])))
            for c in range(tables.columns(row))
        ]
        out.append((tables.top(row) - 1, "| " + " | ".join(" ".join(t.split()) for t in texts) + " |"))
    return "\n".join(text for _, text in sorted(out, key=lambda p: -p[0]) if text.strip(" |"))


def lines_of(letters: list[Letter]) -> list[list[Letter]]:
    """Letters of one height together, each line from left to right."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.base):
        if lines and lines[-1][0].base - letter.base <= _SAME_LINE * max(letter.size, lines[-1][0].size):
            lines[-1].append(letter)
        elif not letter.char.isspace():
            lines.append([letter])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _columns(line: list[Letter]) -> Iterator[str]:
    """Texts of a line, cut where a gap is as wide as between columns."""
    text = ""
    end = line[0].left if line else 0.0
    blank = False
    for letter in line:
        if letter.char.isspace():
            blank = True
            continue
        gap = letter.left - end
        if text and gap > _COLUMN * letter.size:
            yield text
            text = ""
        elif text and (gap > _BLANK * letter.size or (blank and gap > 0.05 * letter.size)):
            text += " "
        blank = False
        text += letter.char
        end = max(end, letter.right) if text[:-1] else letter.right
    if text:
        yield text
