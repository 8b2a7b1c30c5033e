"""Vietnamese text made comparable: without case, diacritics, or double blanks. Done here because the database has no unaccent."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_STROKES: Final = str.maketrans({"đ": "d", "Đ": "d"})
_NOT_WORD: Final = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return the words of a text in lower case, without diacritics, one blank between them.

    Example:
        >>> fold("  Đơn KHIẾU nại — số 12/ĐKN ")
        'don khieu nai so 12 dkn'
    """
    bare = unicodedata.normalize("NFD", text.casefold()).translate(_STROKES)
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", letters).strip()


def tidy(text: str) -> str:
    """Return text as it is to be kept: composed letters, no control characters, no blanks at the ends of lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    printable = "".join(char for char in composed if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
    return "\n".join(line.rstrip() for line in printable.split("\n")).strip()
