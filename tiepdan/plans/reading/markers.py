"""What stands before an item: Roman and Arabic numbers, letters, bullets, and how deep each goes."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from tiepdan.plans.reading.normal import UPPER


class Mark(StrEnum):
    """Kind of mark before an item."""

    PART = "part"  # Phần thứ nhất, PHẦN I
    CAPITAL = "capital"  # A. B. C.
    ROMAN = "roman"
    NUMBER = "number"
    LETTER = "letter"  # a) b) c) d) đ) e) g)
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


class Marker(NamedTuple):
    """A mark as found at the beginning of a line. `number` is printed without its closing sign; `end` is where text begins."""

    mark: Mark
    number: str
    end: int

    @property
    def numbered(self) -> bool:
        """True for marks that name a place in the plan (all but bullets)."""
        return self.mark not in {Mark.DASH, Mark.PLUS, Mark.NONE}


NO_MARK: Final = Marker(Mark.NONE, "", 0)

_PART: Final = re.compile(r"(phần\s+(?:thứ\s+(?:nhất|hai|ba|tư|năm)|[ivx]{1,4}|\d{1,2}))\s*[.:\-]?\s*", re.IGNORECASE)
_ROMAN: Final = re.compile(
    rf"([IVX]{{1,5}})\s*(?:[.):]\s*|/(?!v\b|\d)\s*|\s[-–]\s|[-–]\s+(?=[{UPPER}])|"
    rf"\s(?=[{UPPER}]{{2,}}\s[{UPPER}]{{2}}))(?=\S)"
)
_CAPITAL: Final = re.compile(rf"([A-HĐ])\s*[.)]\s*(?=[{UPPER}])")
# An item may begin with a figure of its own: "2. 100% hồ sơ …", "3. 02 đồng chí …".
_FIGURE: Final = r"\d{1,4}\s?%|\d{2,4}\s[^\W\d_]{2}"
_DECIMAL: Final = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\s*[.):]?\s+(?=[^\W\d])|(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.)](?=[^\W\d]|\s+(?:{_FIGURE}))"
)
# "13/HD-MTTQ", "02/HNMT)": the number of a paper or a form cut off by a wrap, no mark.
_ACRONYM: Final = rf"[{UPPER}]{{2,}}[-–/).,;\d]"
_NUMBER: Final = re.compile(
    rf"\(?(\d{{1,2}})\s*(?:[.)]\s*|/\s*(?=[{UPPER}])(?!{_ACRONYM})|\s?[-–]\s(?=[{UPPER}]))(?=[^\W\d_]|[\"“(])|(\d{{1,2}})[.)]\s+(?={_FIGURE})"
)
_LETTER: Final = re.compile(rf"([a-zđ](?:\.\d{{1,2}})?)(?:\)\s*|\.\s*(?=[{UPPER}])|/\s*(?=[{UPPER}]))(?=\S)")
# "Nhiệm vụ 1.", "Việc 2:": a number written out, which is no part of the duty.
NUMBERED_WORD: Final = re.compile(
    r"(?:Nhiệm vụ|Công việc|Đầu việc|Việc|NHIỆM VỤ|CÔNG VIỆC|VIỆC)\s+(?:số\s+|thứ\s+)?\d{1,2}\s*[.:)]\s*(?=[^\W\d_])"
)
_AFTER_LETTER: Final = frozenset((".", ")", "/", " ", "\t"))
_DASH: Final = re.compile(r"[-–—‑−‐•●▪■◆◦·○✓➢►→](?:\s*)(?=[^\W\d_]|[\"“(\d])")
_PLUS: Final = re.compile(r"\+\s*(?=[^\W\d_]|[\"“(\d])")


def marker_at(text: str) -> Marker:
    """The mark at the beginning of a line, or `NO_MARK`."""
    first = text[:1]
    if first.isalpha():
        return _lettered(text, first)
    if first.isdigit() or first == "(":
        found = _DECIMAL.match(text)
        if found:
            return Marker(Mark.NUMBER, found.group(1) or found.group(2), found.end())
        found = _NUMBER.match(text)
        return Marker(Mark.NUMBER, found.group(1) or found.group(2), found.end()) if found else NO_MARK
    if first == "+":
        found = _PLUS.match(text)
        return Marker(Mark.PLUS, "", found.end()) if found else NO_MARK
    found = _DASH.match(text)
    return Marker(Mark.DASH, "", found.end()) if found else NO_MARK


def _lettered(text: str, first: str) -> Marker:
    """Marks that begin with a letter: parts, Roman numbers, capitals, small letters."""
    if first in "Pp":
        found = _PART.match(text)
        if found and (text[:4].isupper() or found.end() == len(text) or not text[found.end() :][:1].islower()):
            return Marker(Mark.PART, found.group(1), found.end())
    if first in "IVX" and (found := _ROMAN.match(text)):
        return Marker(Mark.ROMAN, found.group(1), found.end())
    if text[1:2] not in _AFTER_LETTER:
        return NO_MARK
    if found := _CAPITAL.match(text):
        return Marker(Mark.CAPITAL, found.group(1), found.end())
    found = _LETTER.match(text)
    return Marker(Mark.LETTER, found.group(1), found.end()) if found else NO_MARK
