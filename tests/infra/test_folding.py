"""Folding and tidying of Vietnamese text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.infra.folding import fold, tidy


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Huệ", "duong nguyen hue"),
        ("KHIẾU NẠI  số 12/QĐ-UBND", "khieu nai so 12 qd ubnd"),
        ("ưỡn ẹo, ỷ lại", "uon eo y lai"),
        ("…", ""),
    ],
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(text=st.text(max_size=200))
def test_folding_is_the_same_for_both_unicode_forms_and_twice(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(fold(text)) == fold(text)


@given(text=st.text(max_size=200))
def test_tidy_text_is_composed_and_printable(text: str) -> None:
    tidied = tidy(text)
    assert unicodedata.is_normalized("NFC", tidied)
    assert "\x00" not in tidied
    assert tidy(tidied) == tidied
