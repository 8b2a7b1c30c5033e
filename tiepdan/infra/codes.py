"""Public codes: short, unguessable, readable over a telephone, with a check character that catches slips."""

from __future__ import annotations

import secrets
from typing import Final

# Without 0 O 1 I L 5 S 2 Z 8 B U V: letters and digits taken for each other in writing or in speech.
ALPHABET: Final = "34679ACDEFGHJKMNPQRTWXY"
_BODY: Final = 9  # 23^9 ≈ 1.8·10¹²: guessing one of five million codes takes 360,000 tries on average
PIN_DIGITS: Final = 6


def new_code() -> str:
    """Return a new code such as `7KXW-94CM-RA`; uniqueness is the database's to enforce.

    Example:
        >>> is_code(new_code())
        True
    """
    body = "".join(secrets.choice(ALPHABET) for _ in range(_BODY))
    return written(body + _check(body))


def new_pin() -> str:
    """Return a secret of six digits for the receipt."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}"


def written(bare: str) -> str:
    """Group the characters of a code by four."""
    return "-".join(bare[index : index + 4] for index in range(0, len(bare), 4))


def parse_code(text: str) -> str | None:
    """Return the code in its written form, or None when the text is no code (wrong length, letter or check)."""
    bare = "".join(char for char in text.upper() if char.isalnum())
    if len(bare) != _BODY + 1 or any(char not in ALPHABET for char in bare) or _check(bare[:-1]) != bare[-1]:
        return None
    return written(bare)


def is_code(text: str) -> bool:
    """Tell whether a text is a well-formed code."""
    return parse_code(text) is not None


def _check(body: str) -> str:
    """Weighted sum modulo the prime 23: finds every single wrong character and every swap of two neighbours."""
    size = len(ALPHABET)
    total = sum((place + 1) * ALPHABET.index(char) for place, char in enumerate(body))
    return ALPHABET[total % size]
