"""Text of a scanned page from the words that Tesseract saw and where, put together as a PDF's letters are.

Ruled lines are found in the picture itself: long dark runs across and down. They give the cells of a table, and are wiped
out before the page is read, because Tesseract takes them for letters.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from PIL import Image, ImageDraw

from tiepdan.plans.reading.gaps import Placed, table_at
from tiepdan.plans.reading.normal import UPPER
from tiepdan.plans.reading.pdffile import NO_GRID, Grid, Letter, Tables, lines_of, page_of

_LEAST_SURE: Final = 15.0  # percent: a word below is a speck, a line or a seal
_DOUBTED: Final = 70.0  # percent: a word below is to be looked at again
_DARK: Final = 150
_ACROSS, _DOWN = 14, 26  # parts of the width that a ruled line has at least
_THICK: Final = 7  # reduced pixels: what is thicker is a picture or a bar
_EDGE: Final = 5  # pixels beside a ruled line
_APART: Final = 40  # pixels between two cells
_TALLEST: Final = 60_000
_PLACE: Final = re.compile("\ue000(\\d+)\ue001")
# What Tesseract makes of dust and of worn lines: no sign of a text is written so.
_SPECK: Final = re.compile(r"(?=.*[~_=|\\^°<>`‘])[~_=|\\^°<>«»`‘’'.,\-–—]{1,4}")
_FIRST_PART: Final = re.compile(rf"(?m)^(\| )?IL(?= [{UPPER}]{{2}})")  # "I." seen as one sign
Segment = tuple[float, float, float]  # where, from, to
Doubt = tuple[int, int, float]  # characters of the text, how sure Tesseract was (0 to 1)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    sure: float
    line: tuple[str, ...]
    left: int
    right: int
    middle: float
    height: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """Text of a page and the words that were seen badly."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def _runs(rows: Sequence[bytes], least: int) -> Iterator[tuple[int, int, int]]:
    dark = re.compile(b"\x00{%d,}" % least)
    for y, row in enumerate(rows):
        for found in dark.finditer(row):
            yield y, found.start(), found.end()


def _segments(rows: Sequence[bytes], least: int) -> list[Segment]:
    """Ruled lines across: runs of neighbouring rows joined, so that a sheet laid in slightly askew keeps its lines."""
    open_ones: list[list[int]] = []  # first row, last row, left, right
    done: list[list[int]] = []
    for y, left, right in _runs(rows, least):
        going = [one for one in open_ones if y - one[1] <= 2]
        done += [one for one in open_ones if y - one[1] > 2]
        open_ones = going
        near = next((one for one in going if left <= one[3] + least // 2 and right >= one[2] - least // 2), None)
        if near is None:
            open_ones.append([y, y, left, right])
        else:
            near[1], near[2], near[3] = y, min(near[2], left), max(near[3], right)
    return [
        ((first + last) / 2, left, right)
        for first, last, left, right in done + open_ones
        if last - first <= max(_THICK, (right - left) // 40)
    ]


def _rows(image: Image.Image) -> list[bytes]:
    data, width = image.tobytes(), image.width
    return [data[at : at + width] for at in range(0, len(data), width)]


def ruled_lines(picture: Image.Image) -> tuple[list[Segment], list[Segment]]:
    """Ruled lines across (y, left, right) and down (x, top, bottom), in pixels of the picture."""
    small = picture.convert("L").reduce(2).point(lambda value: 255 if value > _DARK else 0)
    across = _segments(_rows(small), max(30, small.width // _ACROSS))
    down = _segments(_rows(small.transpose(Image.Transpose.TRANSPOSE)), max(24, small.width // _DOWN))
    return [(2 * a, 2 * b, 2 * c) for a, b, c in across], [(2 * a, 2 * b, 2 * c) for a, b, c in down]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as Tesseract is to see it: tables taken out, their cells one below the other in a picture of their own."""

    picture: bytes
    cells: bytes | None = None
    moved: tuple[
        tuple[float, float, float, float], ...
    ] = ()  # from and to in the second picture, how far right and down
    grid: Grid = NO_GRID


def prepared(data: bytes) -> Page:
    """A scanned page made ready. One without a table, or that cannot be opened, stays as it is."""
    try:
        with Image.open(io.BytesIO(data)) as held:
            picture = held.convert("L")
    except (OSError, SyntaxError, ValueError):
        return Page(data)
    across, down = ruled_lines(picture)
    grid = Grid(tuple((-y, left, right) for y, left, right in across), tuple((x, -b, -t) for x, t, b in down))
    boxes = [(int(left), int(-top), int(right), int(-bottom)) for left, bottom, right, top in Tables(grid).boxes()]
    if not boxes or sum(b - t for _, t, _, b in boxes) > _TALLEST:
        return Page(data)
    inner = [(left + _EDGE, top + _EDGE, right - _EDGE, bottom - _EDGE) for left, top, right, bottom in boxes]
    inner = [box for box in inner if box[2] - box[0] > _EDGE and box[3] - box[1] > _EDGE]
    tall = sum(bottom - top + _APART for _, top, _, bottom in inner) + _APART
    cells = Image.new("L", (max(right - left for left, _, right, _ in inner) + 2 * _APART, tall), 255)
    pen = ImageDraw.Draw(picture)
    moved: list[tuple[float, float, float, float]] = []
    at = _APART
    for left, top, right, bottom in inner:
        cells.paste(picture.crop((left, top, right, bottom)), (_APART, at))
        moved.append((at, at + bottom - top, left - _APART, top - at))
        at += bottom - top + _APART
        pen.rectangle((left - 2 * _EDGE, top - 2 * _EDGE, right + 2 * _EDGE, bottom + 2 * _EDGE), fill=255)
    return Page(_png(picture), _png(cells), tuple(moved), grid)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def _words(table: str) -> list[_Word]:
    """Words of a table as Tesseract prints it (`tsv`)."""
    out: list[_Word] = []
    for row in (line.split("\t") for line in table.splitlines()[1:]):
        if len(row) < 12 or row[0] != "5" or not row[11].strip("| ") or float(row[10]) < _LEAST_SURE:
            continue
        if _SPECK.fullmatch(row[11].strip()):
            continue
        left, top, width, height = (int(row[i]) for i in (6, 7, 8, 9))
        out.append(
            _Word(row[11].strip(), float(row[10]), tuple(row[1:5]), left, left + width, top + height / 2, height)
        )
    return out


def _put_back(words: Sequence[_Word], page: Page) -> Iterator[_Word]:
    """Words of the picture of the cells, where they stood on the page."""
    for word in words:
        for top, bottom, right, below in page.moved:
            if top - _EDGE <= word.middle <= bottom + _EDGE:
                yield replace(
                    word, line=("cell", *word.line), left=int(word.left + right), right=int(word.right + right),
                    middle=word.middle + below,
                )  # fmt: skip
                break


def _with_clear_tables(letters: list[Letter], words: Sequence[_Word]) -> str:
    """Text of a page without ruled lines: its tables are told by the room between their columns."""
    none = Tables(NO_GRID)
    lines = lines_of(letters)
    seen = [[_placed(letter, words) for letter in line] for line in lines]
    out: list[str] = []
    free: list[Letter] = []
    at = 0
    while at < len(lines):
        found = table_at(seen, at)
        if found is None:
            free += lines[at]
            at += 1
            continue
        rows, at = found
        out += [page_of(free, none)] if free else []
        out += [
            "| " + " | ".join(" ".join(f"\ue000{key}\ue001" for key in cell) for cell in row) + " |" for row in rows
        ]
        free = []
    return "\n".join([*out, *([page_of(free, none)] if free else [])])


def _placed(letter: Letter, words: Sequence[_Word]) -> Placed:
    key = int(letter.char[1:-1])
    return Placed(key, words[key].text, letter.left, letter.right, letter.size)


def page_text(table: str, page: Page | None = None, cells: str = "") -> Scanned:
    """Text of one page: lines from left to right, columns and ruled cells as the row of a table.

    table, cells: what Tesseract printed (`tsv`) for the page and for the picture of its cells
    """
    words = _words(table)
    if page is not None:
        words += _put_back(_words(cells), page)
    tables = Tables(page.grid if page is not None else NO_GRID)
    together: dict[tuple[object, ...], list[_Word]] = {}
    for word in words:
        cell = tables.cell((word.left + word.right) / 2, -word.middle)
        together.setdefault((word.line, cell), []).append(word)
    numbers = {id(word): number for number, word in enumerate(words)}
    letters: list[Letter] = []
    for line in together.values():
        tall = float(median(word.height for word in line)) * 1.1 or 1.0
        middle = float(median(word.middle for word in line))
        letters += [Letter(f"\ue000{numbers[id(w)]}\ue001", w.left, w.right, -middle - tall * 0.25, tall) for w in line]
    text = ""
    doubts: list[Doubt] = []
    at = 0
    placed = page_of(letters, tables) if any(tables.boxes()) else _with_clear_tables(letters, words)
    for found in _PLACE.finditer(placed):
        word = words[int(found.group(1))]
        text += placed[at : found.start()]
        if word.sure < _DOUBTED:
            doubts.append((len(text), len(text) + len(word.text), word.sure / 100))
        text += word.text
        at = found.end()
    return Scanned(_FIRST_PART.sub(r"\1I.", text + placed[at:]), tuple(doubts))
