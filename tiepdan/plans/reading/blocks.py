"""Lines joined to paragraphs: hard wraps and page breaks are closed, items and headings kept apart.

Blank lines decide nothing by themselves: a page break leaves one inside a paragraph, and many files have none at all.
In a file whose lines are wrapped, a line that had room for the next word ends its paragraph; in others, each line is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from tiepdan.plans.reading.cards import is_card_line
from tiepdan.plans.reading.lexicon import ADVERB, CLOSING, CONNECTIVES, OPENER, VERB
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.markers import NO_MARK, NUMBERED_WORD, Mark, Marker, marker_at
from tiepdan.plans.reading.name_lists import begins_with_agency, names_at
from tiepdan.plans.reading.names import HEAD
from tiepdan.plans.reading.normal import EMPTY, Text, join, pattern

_UNLIMITED: Final = 10**9
_SCREEN: Final = 40  # and least: below this a line was broken by hand
_PAPER: Final = 130  # characters of the widest line that a page or a screen wraps
_REFERENCE: Final = frozenset(
    ("điều", "khoản", "điểm", "mục", "phần", "chương", "tháng", "ngày", "quý", "lần", "khóa", "phụ")
)
# Nouns that a number follows; at the end of a full line only, since a heading may end in one too.
# Words of two syllables whose second looks like a reference: a heading may end in one.
_NO_REFERENCE: Final = re.compile(
    r"(?:(?:địa|thời|quan|đặc|trọng|ưu|khuyết|cao|tiêu) điểm|(?:thành|một|góp|cổ) phần|(?:danh|đề|chuyên|hạng) mục|tài khoản|"
    r"(?:hằng|hàng|mỗi|từng) (?:ngày|tháng|quý)|nhiều lần)$"
)
_COUNTED: Final = frozenset(("thứ", "lục", "mẫu", "biểu", "đợt"))
_TERMINAL: Final = re.compile(r"[.!?:][\"”')\]]*$|/\.?$|[.…]\s*/\s*\.?$")
_POST_LAST: Final = re.compile(
    r"(?:chủ tịch|giám đốc|thủ trưởng|lãnh đạo|thường trực|trưởng|bí thư|chánh văn phòng|đứng đầu|thành viên)$"
)
_LAST_WORDS: Final = re.compile(r"trên đây là|nơi nhận|tm\.|kt\.|tl\.|tuq\.")
# What closes a part or stands apart from the duties around it, whatever the line before it looks like.
_OWN_PARAGRAPH: Final = re.compile(
    r"(?:trong )?quá trình (?:triển khai|tổ chức|thực hiện)|yêu cầu (?:các|thủ trưởng|người đứng đầu|chủ tịch)|"
    r"nhận được kế hoạch|căn cứ kế hoạch này|(?:nguồn )?kinh phí[^:.]{0,30}:|\((?:chi tiết|kèm theo|có )"
)
_NUMBER_FOLLOWS: Final = re.compile(r"số\s*:?\s*\d")  # "… các Nghị định của Chính phủ: / Số 12/…"
# Ends of lines that wait for an object or for the rest of a name.
_WAITING: Final = re.compile(
    rf"(?<!\w)(?:báo cáo|tham mưu|ban hành|thành lập|tổ chức(?: đón)?|chỉ đạo|gửi|trình|thực hiện|triển khai|đề nghị|"
    rf"giao|yêu cầu|phối hợp|xây dựng|tổng hợp|thường trực|chủ tịch|giám đốc|ủy ban|{HEAD.pattern})$"
)
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


class Paper(NamedTuple):
    """How the lines of a file were broken."""

    width: int  # least room (characters) that a wrapped line filled; `_UNLIMITED` when the file is not wrapped
    nearly: int = _UNLIMITED  # room of a line that may have been wrapped, in a file too short to tell
    loose: bool = False  # duties stand there without marks, a paragraph each
    spaced: bool = False  # a blank line stands above every paragraph


def paper_of(lines: Sequence[Line]) -> Paper:
    """The paper of a whole file: what its wrapped lines have in common, and what stands on lines of its own."""
    filled: list[int] = []
    for before, line in pairwise(lines):
        if line.blank_before or before.cells or line.cells or marker_at(line.value).end:
            continue
        first = line.value[:1]
        if not (first.islower() or (first.isdigit() and not before.value.endswith((".", ":", ";")))):
            continue
        filled.append(before.width + 1 + len(line.value.split(" ", 1)[0]))
    filled.sort()
    widths = [line.width for line in lines if not line.cells]
    width = _least_room(filled, widths, len(lines))
    # A letterhead in two columns is wider than the paper; the widest line below the bound is what was really filled.
    width = width if width == _UNLIMITED else min(width, max((w for w in widths if w < width), default=0) + 1)
    widest = max(widths, default=0)
    nearly = int(widest * 0.9) if width == _UNLIMITED and _SCREEN <= widest <= _PAPER else _UNLIMITED
    return Paper(width, nearly, _loose(lines, min(width, nearly)), width != _UNLIMITED and _spaced(lines))


def _least_room(filled: Sequence[int], widths: Sequence[int], count: int) -> int:
    if len(filled) < 2:
        return _UNLIMITED
    # Wrapped lines are alike; a short line before a small letter is a fault of the typist and no measure.
    middle = filled[len(filled) // 2]
    alike = [f for f in filled if middle * 0.85 <= f <= middle * 1.15]
    wider = sum(w > middle * 1.25 for w in widths)  # a title broken by hand above paragraphs that are no wrapped lines
    if _SCREEN <= middle <= _PAPER and len(alike) >= 2 and len(alike) * 10 >= len(filled) * 6 and wider < len(alike):
        return alike[0]
    bound = filled[len(filled) // 20]
    widest = max(widths, default=0)
    even = widest <= _PAPER and bound >= widest * 0.85
    return bound if even or (len(filled) >= 5 and len(filled) * 5 >= count) else _UNLIMITED


def _spaced(lines: Sequence[Line]) -> bool:
    body = takewhile(lambda line: not line.folded.startswith("nơi nhận"), lines)
    marked = [line.blank_before for line in body if not line.cells and marker_at(line.value).end]
    return len(marked) > 3 and sum(marked) * 10 >= len(marked) * 9


def _loose(lines: Sequence[Line], room: int) -> bool:
    """True when paragraphs that oblige follow each other without marks, each begun where there was room on the line before."""
    begun = 0
    for before, line in pairwise(lines):
        if (
            line.value[:1].isupper()
            and not line.cells
            and not before.cells
            and _TERMINAL.search(before.value)
            and before.width + 1 + len(line.value.split(" ", 1)[0]) < room
            and not marker_at(line.value).end
            and not marker_at(before.value).end
            and not is_caps(line.value)
            and (VERB.match(line.folded) or ADVERB.match(line.folded))
        ):
            begun += 1
    return begun >= 1


def _last_word(folded: str) -> str:
    end = len(folded)
    while end and not (folded[end - 1].isalnum() or folded[end - 1] == "_"):
        end -= 1
    return folded[folded.rfind(" ", 0, end) + 1 : end]


def _false_mark(before: Text, line: Line, mark: Marker, *, full: bool) -> bool:
    """True when what looks like a mark is the middle of a sentence cut by a wrap: "2021 / - 2026", "khoản / 1."."""
    last = _last_word(before.folded)
    if line.value[len(mark.number) : mark.end].startswith(")") and before.value.rfind("(") > before.value.rfind(")"):
        return True  # "(khóa / XI); …"
    if (
        full
        and mark.mark in {Mark.NUMBER, Mark.ROMAN}
        and last in _COUNTED
        and before.value[-1:].isalpha()
        and not is_caps(before.value)
    ):
        return True  # "kỳ họp thứ / 2.", "Phụ lục / I."
    if last == "số" and mark.mark is Mark.NUMBER:
        return line.value[len(mark.number) : mark.end].strip() == "/"  # "Kế hoạch số / 12/KH-UBND"; not "hạ tầng số"
    if mark.mark is Mark.NUMBER or mark.mark is Mark.LETTER:
        if last not in _REFERENCE or not before.value[-1:].isalpha() or is_caps(before.value):
            return False
        return _NO_REFERENCE.search(before.folded) is None
    if mark.mark is Mark.DASH:
        return (
            full
            and VERB.match(line.folded, mark.end) is None
            and not is_card_line(line.text.part(mark.end))
            and not pattern(r"[.;:,!?\"”)]$").search(before.value)
            and not is_caps(before.value)
        )
    return False


class Joiner:
    """Decides line by line whether a paragraph goes on."""

    def __init__(self, *, paper: Paper) -> None:
        self._width = paper.width
        self._nearly = paper.nearly
        self._loose = paper.loose
        self._spaced = paper.spaced

    def goes_on(self, before: Text, marker: Marker, last: Line, line: Line, mark: Marker) -> bool:
        """True when `line` continues the paragraph `before` (mark `marker`), whose last printed line is `last`."""
        room = last.width + 1 + len(line.value.split(" ", 1)[0])
        full = room >= self._width
        if line.cells or last.cells or NUMBERED_WORD.match(line.value):
            return False
        if mark.end:
            if mark.mark is Mark.DASH and pattern(r"[-–—]\s*\d").match(line.value) and before.value[-1:].isdigit():
                return True
            return _false_mark(before, line, mark, full=full or room >= self._nearly)
        text = before.value
        if marker.mark is Mark.PART and marker.end >= len(text):
            return is_caps(line.value)  # "Phần I", its title below
        if is_caps(text) or (marker.mark is Mark.PART and is_caps(text[marker.end :])):
            return (
                is_caps(line.value) and not text.endswith((":", ".", ";")) and (marker.end > 0 or not line.blank_before)
            )
        if is_caps(line.value) and len(line.value) > 3 and not full:
            return False
        wrapped_on = full and not line.blank_before
        if text.endswith((":", "./.")) or pattern(r"[.]\s?/\s?\.?$|/\s?\.$").search(text):
            # "3. Các tổ chức …: / Tuyên truyền …": a heading seldom fills its line, so that a full one goes on.
            on = line.value[0].islower() or marker.end > 0 or is_card_line(before)
            return text.endswith(":") and wrapped_on and (on or _NUMBER_FOLLOWS.match(line.folded) is not None)
        first = line.value[0]
        if first.islower() or first in ",;)":
            return True
        if _TERMINAL.search(text):
            return wrapped_on and not self._begins_paragraph(before, marker, line)
        if first.isdigit() or first in '("“':
            return True
        if text.endswith(";"):
            return self._after_semicolon(marker, line, wrapped_on=wrapped_on)
        if _OPEN_END.search(text) or _last_word(before.folded) in CONNECTIVES:
            return not (marker.numbered and len(text) < 60 and self._width == _UNLIMITED and not _OPEN_END.search(text))
        if not line.blank_before and room >= self._nearly and len(text) >= _SCREEN:
            return _open_sentence(before, line) or not (marker.numbered or self._begins_paragraph(before, marker, line))
        if wrapped_on:
            # Below a heading that fills its line, a verb with a capital begins what it heads.
            heading = marker.numbered and len(text) < 160 and not _open_sentence(before, line)
            return not (heading and (VERB.match(line.folded) or _ORDER.match(line.folded)))
        if marker.numbered and len(text) < 160:
            # A heading and what stands below it, unless the sentence behind a colon is still open.
            open_end = pattern(r":\s+\S.{8,}[^.;:]$").search(text) is not None and VERB.match(line.folded) is None
            return self._width != _UNLIMITED and open_end
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

    def _begins_paragraph(self, before: Text, marker: Marker, line: Line) -> bool:
        """True when a line with a capital, below one that ends a sentence and is full, begins a paragraph of its own."""
        if self._spaced and not line.blank_before:
            return False
        if _LAST_WORDS.match(line.folded) or _OWN_PARAGRAPH.match(line.folded):
            return True
        if marker.end:
            return False
        if self._loose and (VERB.match(line.folded) or ADVERB.match(line.folded)):
            return True
        return _obliges_by_name(line.text) and _obliges_by_name(before)

    @staticmethod
    def _after_semicolon(marker: Marker, line: Line, *, wrapped_on: bool) -> bool:
        """A bullet broken by a page after ";": what follows would have a bullet of its own if it were another item."""
        if CLOSING.match(line.folded):
            return False
        return wrapped_on or marker.mark in {Mark.DASH, Mark.PLUS}


def _obliges_by_name(text: Text) -> bool:
    """ "Công an phường … chịu trách nhiệm …": a paragraph that begins with whom it obliges."""
    names = names_at(text, 0)
    if not names:
        return False
    rest = text.folded[names[-1].end :].lstrip(" ,:")
    return bool(VERB.match(rest) or ADVERB.match(rest) or OPENER.match(rest))


def _open_sentence(before: Text, line: Line) -> bool:
    """True when a sentence cannot end where the line ends: a bracket is open, a verb or a head of a name waits for its rest."""
    if before.value.rfind("(") > before.value.rfind(")") and ")" in line.value:
        return True
    return _WAITING.search(before.folded) is not None


def make_blocks(lines: Sequence[Line], *, paper: Paper | None = None) -> list[Block]:
    """Paragraphs and headings of the body, in order."""
    joiner = Joiner(paper=paper_of(lines) if paper is None else paper)
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
