"""Lines joined to paragraphs: hard wraps and page breaks are closed, items and headings kept apart.

Blank lines decide nothing by themselves: a page break leaves one inside a paragraph, and many files have none at all.
In a file whose lines are wrapped, a line that had room for the next word ends its paragraph; in others, each line is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tiepdan.plans.reading.cards import is_card_line
from tiepdan.plans.reading.lexicon import CLOSING, CONNECTIVES
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.markers import NO_MARK, Mark, Marker, marker_at
from tiepdan.plans.reading.name_lists import begins_with_agency
from tiepdan.plans.reading.normal import EMPTY, Text, join, pattern

_UNLIMITED: Final = 10**9
_PAPER: Final = 130  # characters of the widest line that a page or a screen wraps
_REFERENCE: Final = frozenset(
    ("điều", "khoản", "điểm", "mục", "phần", "chương", "tháng", "ngày", "quý", "lần", "khóa", "phụ")
)
_TERMINAL: Final = re.compile(r"[.!?:][\"”')\]]*$|/\.?$|[.…]\s*/\s*\.?$")
_POST_LAST: Final = re.compile(
    r"(?:chủ tịch|giám đốc|thủ trưởng|lãnh đạo|thường trực|trưởng|bí thư|chánh văn phòng|đứng đầu|thành viên)$"
)
_LAST_WORDS: Final = re.compile(r"trên đây là|nơi nhận|tm\.|kt\.|tl\.|tuq\.")
_ORDER: Final = re.compile(r"(?:đề nghị|giao|yêu cầu) ")
_OPEN_END: Final = re.compile(r"[,(\-–&]$")


@dataclass(slots=True)
class Block:
    """One paragraph or one heading. `text` is what follows the mark; `whole` has the mark too."""

    whole: Text
    marker: Marker
    text: Text
    cells: tuple[Text, ...] = ()
    joined: bool = False  # true when a page break or a doubtful wrap was closed

    @property
    def folded(self) -> str:
        return self.text.folded

    @property
    def value(self) -> str:
        return self.text.value


def is_caps(text: str) -> bool:
    """True when all letters are capitals and there are at least two."""
    return text.isupper() and sum(c.isalpha() for c in text) >= 2


def wrap_width(lines: Sequence[Line]) -> int:
    """Least room (characters) that a wrapped line of this file filled; `_UNLIMITED` when the file is not wrapped."""
    filled: list[int] = []
    for before, line in pairwise(lines):
        if line.blank_before or before.cells or line.cells or marker_at(line.value).end:
            continue
        first = line.value[:1]
        if not (first.islower() or (first.isdigit() and not before.value.endswith((".", ":", ";")))):
            continue
        filled.append(before.width + 1 + len(line.value.split(" ", 1)[0]))
    filled.sort()
    widest = max((line.width for line in lines if not line.cells), default=0)
    even = len(filled) >= 2 and widest <= _PAPER and filled[len(filled) // 20] >= widest * 0.85
    if not even and (len(filled) < 5 or len(filled) * 5 < len(lines)):
        return _UNLIMITED
    return min(filled[len(filled) // 20], widest + 1)


def _last_word(folded: str) -> str:
    end = len(folded)
    while end and not (folded[end - 1].isalnum() or folded[end - 1] == "_"):
        end -= 1
    return folded[folded.rfind(" ", 0, end) + 1 : end]


def _false_mark(before: Text, line: Line, mark: Marker, *, full: bool) -> bool:
    """True when what looks like a mark is the middle of a sentence cut by a wrap: "2021 / - 2026", "khoản / 1."."""
    last = _last_word(before.folded)
    if last == "số" and mark.mark is Mark.NUMBER:
        return line.value[len(mark.number) : mark.end].strip() == "/"  # "Kế hoạch số / 12/KH-UBND"; not "hạ tầng số"
    if mark.mark is Mark.NUMBER or mark.mark is Mark.LETTER:
        return last in _REFERENCE and before.value[-1:].isalpha() and not is_caps(before.value)
    if mark.mark is Mark.DASH:
        return full and not pattern(r"[.;:,!?\"”)]$").search(before.value) and not is_caps(before.value)
    return False


class Joiner:
    """Decides line by line whether a paragraph goes on."""

    def __init__(self, *, width: int) -> None:
        self._width = width

    def goes_on(self, before: Text, marker: Marker, last: Line, line: Line, mark: Marker) -> bool:
        """True when `line` continues the paragraph `before` (mark `marker`), whose last printed line is `last`."""
        full = last.width + 1 + len(line.value.split(" ", 1)[0]) >= self._width
        if line.cells or last.cells:
            return False
        if mark.end:
            if mark.mark is Mark.DASH and pattern(r"[-–—]\s*\d").match(line.value) and before.value[-1:].isdigit():
                return True
            return _false_mark(before, line, mark, full=full)
        text = before.value
        if is_caps(text):
            return (
                is_caps(line.value) and not text.endswith((":", ".", ";")) and (marker.end > 0 or not line.blank_before)
            )
        if is_caps(line.value) and len(line.value) > 3 and not full:
            return False
        wrapped_on = full and not line.blank_before
        if text.endswith((":", "./.")) or pattern(r"[.]\s?/\s?\.?$|/\s?\.$").search(text):
            # "3. Các tổ chức …: / Tuyên truyền …": a heading seldom fills its line, so that a full one goes on.
            return text.endswith(":") and wrapped_on and (line.value[0].islower() or marker.end > 0)
        first = line.value[0]
        if first.islower() or first in ",;)":
            return True
        if _TERMINAL.search(text):
            return wrapped_on and not _LAST_WORDS.match(line.folded)
        if first.isdigit() or first in '("“':
            return True
        if text.endswith(";"):
            return self._after_semicolon(marker, line, wrapped_on=wrapped_on)
        if _OPEN_END.search(text) or _last_word(before.folded) in CONNECTIVES:
            return not (marker.numbered and len(text) < 60 and self._width == _UNLIMITED and not _OPEN_END.search(text))
        if wrapped_on:
            return not (marker.numbered and len(text) < 160 and _ORDER.match(line.folded))
        if marker.numbered and len(text) < 160:
            # A heading and what stands below it, unless the sentence behind a colon is still open.
            return self._width != _UNLIMITED and pattern(r":\s+\S.{8,}[^.;:]$").search(text) is not None
        if (
            marker.mark in {Mark.DASH, Mark.PLUS, Mark.LETTER}
            and not line.blank_before
            and len(text) > 60
            and not is_caps(line.value)
        ):
            return not (CLOSING.match(line.folded) or is_card_line(line.text))
        if len(text) <= 60 or CLOSING.match(line.folded) or not begins_with_agency(line.text):
            return False
        # "… cho Chủ tịch / UBND phường …": a post waits for its agency.
        return _POST_LAST.search(before.folded) is not None or (marker.end > 0 and len(line.value) > 60)

    @staticmethod
    def _after_semicolon(marker: Marker, line: Line, *, wrapped_on: bool) -> bool:
        """A bullet broken by a page after ";": what follows would have a bullet of its own if it were another item."""
        if CLOSING.match(line.folded):
            return False
        return wrapped_on or marker.mark in {Mark.DASH, Mark.PLUS}


def make_blocks(lines: Sequence[Line], *, width: int | None = None) -> list[Block]:
    """Paragraphs and headings of the body, in order."""
    joiner = Joiner(width=wrap_width(lines) if width is None else width)
    blocks: list[Block] = []
    held: list[Line] = []
    held_text, held_mark, closed = EMPTY, NO_MARK, False

    def flush() -> None:
        if held:
            body = held_text.part(held_mark.end) if held_mark.end else held_text
            blocks.append(Block(held_text, held_mark, body, held[0].cells, closed))

    for line in lines:
        mark = NO_MARK if line.cells else marker_at(line.value)
        if held and joiner.goes_on(held_text, held_mark, held[-1], line, mark):
            closed = closed or line.blank_before
            held.append(line)
            held_text = join([held_text, line.text])
            continue
        flush()
        held, held_text, held_mark, closed = [line], line.text, mark, False
    flush()
    return blocks
