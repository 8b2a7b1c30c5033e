"""What stands before an item: Roman and Arabic numbers, letters, bullets, and how deep each goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tiepdan.plans.reading.lines import UPPER


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


@dataclass(frozen=True, slots=True)
class Marker:
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
_ROMAN: Final = re.compile(r"([IVX]{1,5})\s*(?:[.):]\s*|/(?!v\b)\s*|\s-\s)(?=\S)")
_CAPITAL: Final = re.compile(rf"([A-HĐ])\s*[.)]\s*(?=[{UPPER}])")
_DECIMAL: Final = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.):]?\s+(?=[^\W\d])|(\d{1,2}(?:\.\d{1,2}){1,3})[.)](?=[^\W\d])"
)
_NUMBER: Final = re.compile(rf"\(?(\d{{1,2}})\s*(?:[.)]\s*|/\s*(?=[{UPPER}])|\s?-\s(?=[{UPPER}]))(?=[^\W\d_]|[\"“(])")
_LETTER: Final = re.compile(rf"([a-zđ](?:\.\d{{1,2}})?)(?:\)\s*|\.\s*(?=[{UPPER}])|/\s*(?=[{UPPER}]))(?=\S)")
_DASH: Final = re.compile(r"[-–—‑−‐•●▪■◆◦·○✓➢►→](?:\s*)(?=[^\W\d_]|[\"“(\d])")
_PLUS: Final = re.compile(r"\+\s*(?=[^\W\d_]|[\"“(\d])")


def marker_at(text: str) -> Marker:
    """The mark at the beginning of a line, or `NO_MARK`."""
    found = _PART.match(text)
    if found and (text[:4].isupper() or found.end() == len(text) or not text[found.end() :][:1].islower()):
        return Marker(Mark.PART, found.group(1), found.end())
    found = _ROMAN.match(text)
    if found:
        return Marker(Mark.ROMAN, found.group(1), found.end())
    found = _CAPITAL.match(text)
    if found:
        return Marker(Mark.CAPITAL, found.group(1), found.end())
    found = _DECIMAL.match(text)
    if found:
        return Marker(Mark.NUMBER, found.group(1) or found.group(2), found.end())
    found = _NUMBER.match(text)
    if found:
        return Marker(Mark.NUMBER, found.group(1), found.end())
    found = _LETTER.match(text)
    if found:
        return Marker(Mark.LETTER, found.group(1), found.end())
    found = _PLUS.match(text)
    if found:
        return Marker(Mark.PLUS, "", found.end())
    found = _DASH.match(text)
    if found:
        return Marker(Mark.DASH, "", found.end())
    return NO_MARK
