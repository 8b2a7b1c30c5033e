"""Rows of one told story as patterns: what stays is text, what every retelling has of its own is a slot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

Slot = tuple[
    str, ...
]  # kind, what, and how it is written: "copy", "json" (inside JSON, in COPY), "plain", "inner" (JSON)
NULL: Final = r"\N"
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def in_copy(text: str) -> str:
    """Write a text as COPY reads it."""
    return text.translate(_ESCAPES)


def in_json(text: str) -> str:
    """Write a text as it stands inside a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


@dataclass
class Marks:
    """Texts of the told story that become slots wherever they stand, the longest first."""

    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    _raw: re.Pattern[str] | None = None
    _json: re.Pattern[str] | None = None
    _of_json: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, text: str, kind: str, what: str, *, least: int = 5) -> None:
        """Let a text become a slot; too short ones would be met by chance."""
        if len(text) >= least and text not in self.known:
            self.known[text] = (kind, what)

    def close(self) -> None:
        """Prepare for finding."""
        self._of_json = {in_json(text): slot for text, slot in self.known.items()}
        self._raw, self._json = _pattern(self.known), _pattern(self._of_json)

    def cut(self, text: str, *, as_json: bool, mode: str) -> list[str | Slot]:
        """Return a text as pieces and slots; pieces are written for `mode`."""
        pattern, known = (self._json, self._of_json) if as_json else (self._raw, self.known)
        escape: Callable[[str], str] = in_copy if mode in {"copy", "json"} else str
        if pattern is None:
            return [escape(text)]
        found: list[str | Slot] = []
        end = 0
        for match in pattern.finditer(text):
            found += [escape(text[end : match.start()]), (*known[match.group()], mode)]
            end = match.end()
        return [*found, escape(text[end:])]


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


@dataclass
class Pattern:
    """A text with slots, filled from one list of values."""

    form: str
    take: Callable[[Sequence[str]], tuple[str, ...]]

    def fill(self, values: Sequence[str]) -> str:
        """Write the text."""
        return self.form % self.take(values)


class Slots:
    """The slots of one story in the order of their values."""

    def __init__(self) -> None:
        self.places: dict[Slot, int] = {}

    def place(self, slot: Slot) -> int:
        """Return where the value of a slot stands."""
        return self.places.setdefault(slot, len(self.places))

    def pattern(self, pieces: Iterable[str | Slot]) -> Pattern:
        """Put pieces and slots together."""
        form: list[str] = []
        places: list[int] = []
        for piece in pieces:
            if isinstance(piece, str):
                form.append(piece.replace("%", "%%"))
            else:
                form.append("%s")
                places.append(self.place(piece))
        return Pattern("".join(form), _taker(places))


def _taker(places: list[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    if not places:
        return _nothing
    if len(places) == 1:
        return _One(places[0])
    return itemgetter(*places)


def _nothing(_values: Sequence[str]) -> tuple[str, ...]:
    return ()


@dataclass
class _One:
    place: int

    def __call__(self, values: Sequence[str]) -> tuple[str, ...]:
        return (values[self.place],)
