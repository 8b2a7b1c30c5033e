"""Taking a person's name, number, address and telephone out of a text. Plain functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

MARK: Final = "[đã che]"
_SHORTEST: Final = 4  # letters: shorter pieces would hide ordinary words


def redacted(*, text: str, pieces: Iterable[str], mark: str = MARK) -> str:
    """Return the text with every occurrence of the pieces replaced, whatever their case, diacritics or blanks.

    pieces: names, numbers, addresses; those shorter than four letters are left alone

    Example:
        >>> redacted(text="Tôi là NGUYEN VAN AN, sinh 1970", pieces=["Nguyễn Văn An"])
        'Tôi là [đã che], sinh 1970'
    """
    composed = unicodedata.normalize("NFC", text)
    plain, places = _aligned(composed)
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        wanted = _aligned(unicodedata.normalize("NFC", piece))[0].strip()
        if len(wanted) < _SHORTEST:
            continue
        found = plain.find(wanted)
        while found >= 0:
            end = found + len(wanted)
            if _is_edge(plain, found - 1) and _is_edge(plain, end):
                spans.append((places[found], places[end - 1] + 1))
            found = plain.find(wanted, end)
    shown: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            shown += [composed[at:start], mark]
        at = max(at, end)
    return "".join([*shown, composed[at:]])


def _aligned(text: str) -> tuple[str, list[int]]:
    """Fold letter by letter and squeeze what is no letter or digit to one blank, keeping where each came from."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        bare = unicodedata.normalize("NFD", char.casefold())[:1].replace("đ", "d")
        if not bare.isalnum():
            bare = " "
        if bare == " " and plain and plain[-1] == " ":
            continue
        plain.append(bare)
        places.append(place)
    return "".join(plain), places


def _is_edge(text: str, place: int) -> bool:
    return not 0 <= place < len(text) or text[place] == " "
