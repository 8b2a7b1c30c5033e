"""Text whose every character knows the place in the source it came from, and the forms of it that rules compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

# Capitals and small letters alternate in the block of Vietnamese letters, so that no range holds the capitals alone.
UPPER: Final = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯ" + "".join(chr(c) for c in range(0x1EA0, 0x1EFA, 2))
# Marks that carry no letter: emphasis of Markdown, soft hyphen, byte order mark, zero-width characters.
_DROPPED: Final = frozenset("*\u00ad\ufeff\u200b\u200c\u200d\u2060\u200e\u200f")
_ODD: Final = re.compile(r"[*\u00ad\ufeff\u200b-\u200f\u2060\u00d0\u0300-\u036f]")
# What keeps a line from being taken as it stands: a mark, or any blank but a single one.
_UNEVEN: Final = re.compile(r"[*\u00ad\ufeff\u200b-\u200f\u2060\u00d0\u0300-\u036f\uf000-\uf0ff]|[^\S ]|  ")
# Emphasis that ends where another word begins without a blank between: "…/KH-UBND*Kỳ …", "DÂN****CHỦ".
_GLUED_MARK: Final = re.compile(r"(?<=\w)\*+(?=[^\W\d_](?<=[A-ZĐÀ-Ỹ])[a-zà-ỹ])|(?<=[A-ZĐÀ-Ỹ]{2})\*{4,}(?=[A-ZĐÀ-Ỹ]{2})")
_WORD: Final = re.compile(r"\S+")
# A star with a blank behind it, and no other in the line, is a bullet and no emphasis.
_STAR_BULLET: Final = re.compile(r"\s*\*[ \t\u00a0]+[^\W_][^*]*$")
# The symbol fonts of word processors put their bullets into the private area.
_PRIVATE_BULLET: Final = re.compile(r"[\uf000-\uf0ff]")

_SAME_LENGTH: Final = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "ð": "đ", "…": "."}
)
# "hoà/hòa", "khoẻ/khỏe", "uỷ/ủy": two ways of placing the tone on one syllable, both right.
_TONE_PAIRS: Final = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Searching is cheaper than replacing: most lines hold none of these.
_TRANSLATED: Final = re.compile("[" + re.escape("".join(map(chr, _SAME_LENGTH))) + "]")
_TONE: Final = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern, kept: a look-up in a dict where `re` would check its arguments first."""
    return re.compile(text)


def fold(text: str) -> str:
    """Lower-case comparison form of an NFC text: one dash, one quote, one tone place. Keeps the length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if _TRANSLATED.search(low):
        low = low.translate(_SAME_LENGTH)
    return _TONE.sub(_one_place, low) if _TONE.search(low) else low


def _one_place(found: re.Match[str]) -> str:
    pair = found.group()
    return pair if found.string[found.start() - 1 : found.start()] == "q" else _TONE_PAIRS[pair]  # "quý" has one place


class Text:
    """A string and, for each character, where its source begins and ends. Never holds a line break or two blanks in a row.

    Written without `dataclass`: thousands are made for one plan. Nobody changes one.
    """

    __slots__ = ("ends", "folded", "known", "starts", "value")

    def __init__(self, value: str, folded: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.value = value
        self.folded = folded
        self.starts = starts
        self.ends = ends
        self.known: dict[int, object] | None = None  # lists of names already read

    def __len__(self) -> int:
        return len(self.value)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source range of characters `start` to `end`; an empty range gives an empty source range."""
        if start >= end or not self.value:
            at = self.starts[min(start, len(self.starts) - 1)] if self.starts else 0
            return (at, at)
        return (self.starts[start], self.ends[end - 1])

    def part(self, start: int, end: int | None = None) -> Text:
        """Characters `start` to `end`, without blanks at either end."""
        stop = len(self.value) if end is None else min(end, len(self.value))
        while start < stop and self.value[start] == " ":
            start += 1
        while stop > start and self.value[stop - 1] == " ":
            stop -= 1
        return Text(self.value[start:stop], self.folded[start:stop], self.starts[start:stop], self.ends[start:stop])


EMPTY: Final = Text("", "", (), ())


def join(parts: Iterable[Text]) -> Text:
    """Parts in a row with one blank between; the blank belongs to the end of the part before it."""
    values: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in parts:
        if not part.value:
            continue
        if starts:
            starts.append(ends[-1])
            ends.append(ends[-1])
        values.append(part.value)
        starts.extend(part.starts)
        ends.extend(part.ends)
    value = " ".join(values)
    return Text(value, fold(value), starts, ends)


def _odd_word(word: str, at: int) -> tuple[list[str], list[int], list[int]]:
    """A word with marks or decomposed letters, composed cluster by cluster."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    clusters: list[tuple[str, int, int]] = []
    for index, char in enumerate(word):
        if char in _DROPPED:
            continue
        char = "Đ" if char == "\u00d0" else char
        if clusters and unicodedata.combining(char):
            text, start, _ = clusters[-1]
            clusters[-1] = (text + char, start, at + index + 1)
        else:
            clusters.append((char, at + index, at + index + 1))
    for text, start, end in clusters:
        for char in unicodedata.normalize("NFC", text):
            chars.append(char)
            starts.append(start)
            ends.append(end)
    return chars, starts, ends


def normal_line(raw: str, at: int) -> Text:
    """One source line (no line break inside) with single blanks, NFC letters and no marks; `at` is its source offset."""
    plain = raw.strip()
    if not _UNEVEN.search(plain) and unicodedata.is_normalized("NFC", plain):
        begin = at + raw.find(plain)
        return Text(plain, fold(plain), range(begin, begin + len(plain)), range(begin + 1, begin + len(plain) + 1))
    raw = _PRIVATE_BULLET.sub("•", raw)
    if _STAR_BULLET.match(raw):
        raw = raw.replace("*", "•", 1)
    if "*" in raw:
        raw = _GLUED_MARK.sub(lambda m: " " * len(m.group()), raw)
    value: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    odd = _ODD.search(raw) is not None or not unicodedata.is_normalized("NFC", raw)
    for found in _WORD.finditer(raw):
        word, begin, end = found.group(), at + found.start(), at + found.end()
        if odd and (_ODD.search(word) or not unicodedata.is_normalized("NFC", word)):
            chars, word_starts, word_ends = _odd_word(word, begin)
            if not chars:
                continue
            word = "".join(chars)
        else:
            word_starts, word_ends = list(range(begin, end)), list(range(begin + 1, end + 1))
        if value:
            value.append(" ")
            starts.append(ends[-1])
            ends.append(begin)
        value.append(word)
        starts.extend(word_starts)
        ends.extend(word_ends)
    text = "".join(value)
    return Text(text, fold(text), starts, ends)
