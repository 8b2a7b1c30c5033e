"""Variants of a period as a small bit mask: complex, remote, several places, dismissal, specially complex."""

from __future__ import annotations

from typing import Final

from tiepdan.infra.sentence import Sentence, in_row

COMPLEX: Final = 1
REMOTE: Final = 2
SEVERAL_PLACES: Final = 4
DISMISSAL: Final = 8
SPECIALLY_COMPLEX: Final = 16

# Key in a rule file -> mask.
LENGTH_KEYS: Final[dict[str, int]] = {
    "length": 0,
    "days": 0,
    "complex_days": COMPLEX,
    "remote_days": REMOTE,
    "remote_complex_days": REMOTE | COMPLEX,
    "several_places_days": SEVERAL_PLACES,
    "dismissal_days": DISMISSAL,
    "specially_complex_days": SPECIALLY_COMPLEX,
}

NAMES: Final[dict[int, str]] = {
    COMPLEX: "complex",
    REMOTE: "remote",
    SEVERAL_PLACES: "several_places",
    DISMISSAL: "dismissal",
    SPECIALLY_COMPLEX: "specially_complex",
}

NAMES_VI: Final[dict[int, str]] = {
    COMPLEX: "phức tạp",
    REMOTE: "vùng sâu, vùng xa đi lại khó khăn",
    SEVERAL_PLACES: "xác minh tại nhiều địa điểm hoặc ủy quyền xác minh",
    DISMISSAL: "buộc thôi việc",
    SPECIALLY_COMPLEX: "đặc biệt phức tạp",
}


def mask_names(*, mask: int) -> tuple[str, ...]:
    """Return the English names of the variants in a mask."""
    return tuple(name for bit, name in NAMES.items() if mask & bit)


def mask_names_vi(*, mask: int) -> str:
    """Return the Vietnamese names of the variants in a mask, joined; the ordinary variant is 'thông thường'."""
    return str(mask_said(mask=mask))


def mask_said(*, mask: int) -> Sentence:
    """Return the names of the variants in a mask as a sentence that a screen may say in another language."""
    names = [name for bit, name in NAMES_VI.items() if mask & bit]
    return in_row(names) if names else Sentence("thông thường")
