"""Vietnamese order: a key whose bytes sort as the alphabet does. The database computes the same (tiepdan.title_order).

Not ICU: the PostgreSQL in the wheel is built without it, Debian's has it; one key sorts the same on both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"  # in the order of the alphabet, tones apart
RANKS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"  # one for each letter, in the order of bytes
_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang, huyền, hỏi, ngã, sắc, nặng
_VOWELS: Final = "aăâeêioôơuưy"
LONGEST: Final = 60  # letters of a title that are compared; those alike so far keep the order of their numbers
_OTHERS: Final = re.compile("[^0-9A-Za-z]+")


def _written() -> tuple[str, str, str, str]:
    """Letters in every case and tone with their rank, and the vowels among them with their tone."""
    letters = ranks = vowels = tones = ""
    for letter, rank in zip(LETTERS, RANKS, strict=True):
        for tone, mark in enumerate(_TONES if letter in _VOWELS else _TONES[:1]):
            small = unicodedata.normalize("NFC", letter + mark)
            letters, ranks = letters + small + small.upper(), ranks + rank * 2
            if letter in _VOWELS:
                vowels, tones = vowels + small + small.upper(), tones + str(tone) * 2
    return letters, ranks, vowels, tones


WRITTEN, WRITTEN_RANKS, VOWELS, VOWEL_TONES = _written()
_RANK: Final = str.maketrans(WRITTEN, WRITTEN_RANKS)
_TONE: Final = dict(zip(VOWELS, VOWEL_TONES, strict=True))


def order_key(text: str) -> str:
    """Return what sorts a text: its letters by the alphabet, word by word; tones only where letters are alike.

    Example:
        >>> sorted(["Đặng", "Ân", "Dương", "An", "Bá", "Bà"], key=order_key)
        ['An', 'Ân', 'Bà', 'Bá', 'Dương', 'Đặng']
    """
    composed = unicodedata.normalize("NFC", text)[:LONGEST]
    ranks = _OTHERS.sub("!", composed.translate(_RANK)).strip("!")
    return f"{ranks} {''.join(_TONE.get(char, '') for char in composed)}"


def given_name_key(name: str) -> str:
    """Return what sorts a name as Vietnamese lists of people do: the given name, then the rest from the family name.

    Example:
        >>> sorted(["Trần Văn Ân", "Lê Thị Ánh", "Bùi An"], key=given_name_key)
        ['Bùi An', 'Lê Thị Ánh', 'Trần Văn Ân']
    """
    *before, given = name.split() or [""]
    return order_key(" ".join([given, *before]))
