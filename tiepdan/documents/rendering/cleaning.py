"""What users type, made harmless for paper: one normal form, no control or direction-changing characters."""

from __future__ import annotations

import re
import unicodedata

# Bidi overrides can make a signed sentence read differently from its stored text; surrogates and U+FFFE/U+FFFF are
# not allowed in XML; the other controls have no meaning on paper.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean_line(text: str) -> str:
    """Return the text as one line: NFC, printable, line breaks and tabs turned into spaces."""
    return re.sub(r"\s*[\n\t]\s*", " ", clean_text(text)).strip()


def clean_text(text: str) -> str:
    """Return the text in NFC without unprintable characters; line breaks stay, as `\\n`."""
    printable = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", printable).replace("\t", " ")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Split cleaned text at line breaks; empty lines go."""
    return tuple(line for line in (part.strip() for part in clean_text(text).split("\n")) if line)
