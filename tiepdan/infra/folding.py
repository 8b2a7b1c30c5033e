"""Vietnamese text made comparable: without case, diacritics, or double blanks. Done here because the database has no unaccent."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile("[\u0300-\u036f]+")  # where the marks of Vietnamese are; others are looked for one by one
CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # Cc and Cs but for tab and line end
_NOT_WORD: Final = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return the words of a text in lower case, without diacritics, one blank between them.

    Example:
        >>> fold("  Đơn KHIẾU nại — số 12/ĐKN ")
        'don khieu nai so 12 dkn'
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    letters = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold())).replace("đ", "d")
    if any(map(unicodedata.combining, set(letters))):
        letters = "".join(char for char in letters if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", letters).strip()


def tidy(text: str) -> str:
    """Return text as it is to be kept: composed letters, no control characters, no blanks at the ends of lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    printable = CONTROL.sub("", composed)
    return "\n".join(line.rstrip() for line in printable.split("\n")).strip()
