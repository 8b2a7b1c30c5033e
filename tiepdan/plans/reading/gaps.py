"""A table without ruled lines on a scan: the head of a table of duties, and columns that stay clear in all lines below it.

A column ends where no word of any line stands; a row begins with its number. What has no such head is no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tiepdan.plans.reading.cards import Field, columns_of
from tiepdan.plans.reading.normal import normal_line, pattern

_FEWEST: Final = 3  # columns
_CLEAR: Final = 0.4  # of the height of a word: the least room between two columns
_HEAD_GAP: Final = 0.9  # of the height of a word: titles stand further apart than words
_HEAD_LINES: Final = 2
_ORDER: Final = pattern(r"(?:stt|tt)$")


class Placed(NamedTuple):
    """A word of a scan and where it stands; `line` counts from the top."""

    key: int
    text: str
    left: float
    right: float
    size: float


Line = Sequence[Placed]  # from left to right
Row = list[list[int]]  # keys of the words of each cell


def table_at(lines: Sequence[Line], index: int) -> tuple[list[Row], int] | None:
    """Rows of the table whose head is line `index` (its own first), and the first line behind it; None when there is none."""
    for height in range(1, _HEAD_LINES + 1):
        if any(_begins(word.text) for line in lines[index + 1 : index + height] for word in line):
            break  # a title goes on in small letters, or all of it is in capitals
        head = _head(lines[index : index + height])
        if head is None:
            continue
        after, borders = _extent(lines, index, index + height, head)
        rows = _rows(lines[index + height : after], borders)
        if rows:
            first = [_cell(lines[index : index + height], borders, column) for column in range(len(borders) + 1)]
            return [first, *rows], after
    return None


def _begins(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _head(lines: Sequence[Line]) -> list[tuple[float, float]] | None:
    """Where the titles of the columns stand, when the lines are the head of a table of duties with numbered rows."""
    parts: list[list[Placed]] = []
    for word in sorted((word for line in lines for word in line), key=lambda one: one.left):
        end = max((one.right for one in parts[-1]), default=0.0) if parts else 0.0
        order = bool(parts) and len(parts[-1]) == 1 and _ORDER.match(parts[-1][0].text.lower()) is not None
        if parts and word.left - end <= _HEAD_GAP * word.size and not order:
            parts[-1].append(word)
        else:
            parts.append([word])
    keys = {word.key: number for number, word in enumerate(word for line in lines for word in line)}
    titles = tuple(
        normal_line(" ".join(w.text for w in sorted(part, key=lambda one: keys[one.key])), 0) for part in parts
    )
    columns = columns_of(titles) if len(parts) >= _FEWEST else None
    if not columns or columns[0] is not Field.ORDER or Field.TASK not in columns:
        return None
    return [(min(w.left for w in part), max(w.right for w in part)) for part in parts]


def _extent(lines: Sequence[Line], top: int, body: int, head: Sequence[tuple[float, float]]) -> tuple[int, list[float]]:
    """First line behind the table, and where its columns part: the widest room that no word of it crosses."""
    free = [[((a + b) / 2, (c + d) / 2)] for (a, b), (c, d) in pairwise(head)]
    for line in lines[top:body]:
        free = [_without(spaces, line) for spaces in free]
    at = body
    while at < len(lines):
        less = [_without(spaces, lines[at]) for spaces in free]
        if not all(less):
            break
        borders = [_widest(spaces) for spaces in less]
        first = " ".join(w.text for w in lines[at] if (w.left + w.right) / 2 < borders[0])
        if first and not pattern(r"\d{1,3}[.)]?").fullmatch(first):
            break
        free, at = less, at + 1
    return at, [_widest(spaces) for spaces in free if spaces]


def _without(spaces: Sequence[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """The parts of some rooms that no word of a line covers, as far as two columns may part there."""
    for word in line:
        spaces = [
            part
            for begin, end in spaces
            for part in (
                ((begin, end),)
                if word.right <= begin or word.left >= end
                else ((begin, min(end, word.left)), (max(begin, word.right), end))
            )
        ]
    least = _CLEAR * max((word.size for word in line), default=1.0)
    return [(begin, end) for begin, end in spaces if end - begin >= least]


def _widest(spaces: Sequence[tuple[float, float]]) -> float:
    begin, end = max(spaces, key=lambda space: space[1] - space[0])
    return (begin + end) / 2


def _cell(lines: Sequence[Line], borders: Sequence[float], column: int) -> list[int]:
    low = borders[column - 1] if column else float("-inf")
    high = borders[column] if column < len(borders) else float("inf")
    return [word.key for line in lines for word in line if low <= (word.left + word.right) / 2 < high]


def _rows(lines: Sequence[Line], borders: Sequence[float]) -> list[Row]:
    """Rows that begin with a number; none when the first line has none."""
    starts = [at for at, line in enumerate(lines) if _cell([line], borders, 0)]
    if not starts or starts[0]:
        return []
    return [
        [_cell(lines[begin:end], borders, column) for column in range(len(borders) + 1)]
        for begin, end in pairwise([*starts, len(lines)])
    ]
