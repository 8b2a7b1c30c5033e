"""Codes and PINs on receipts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.infra.codes import ALPHABET, PIN_DIGITS, is_code, new_code, new_pin, parse_code

bodies = st.lists(st.sampled_from(ALPHABET), min_size=9, max_size=9).map("".join)


def coded(body: str) -> str:
    """Return the only code with this body."""
    return next(found for char in ALPHABET if (found := parse_code(body + char)))


def test_codes_are_spoken_letters_in_groups_of_four() -> None:
    code = new_code()
    assert len(code) == 12
    assert code[4] == code[9] == "-"
    assert set(code.replace("-", "")) <= set(ALPHABET)
    assert not set("01258BILOSUVZ") & set(ALPHABET)


@given(body=bodies, place=st.integers(0, 9), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(body: str, place: int, other: str) -> None:
    bare = coded(body).replace("-", "")
    wrong = bare[:place] + other + bare[place + 1 :]
    assert is_code(wrong) == (wrong == bare)


@given(body=bodies, place=st.integers(0, 7))
def test_two_swapped_neighbours_are_noticed(body: str, place: int) -> None:
    bare = coded(body).replace("-", "")
    swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
    assert is_code(swapped) == (swapped == bare)


@given(text=st.text(max_size=30))
def test_any_text_is_a_code_or_none(text: str) -> None:
    found = parse_code(text)
    assert found is None or parse_code(found) == found


@pytest.mark.parametrize("written", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code}\n"])
def test_a_code_is_read_however_it_is_written(written: object) -> None:
    code = new_code()
    assert parse_code(written(code)) == code  # type: ignore[operator] # a str → str function


def test_a_pin_has_six_digits() -> None:
    assert all(len(pin := new_pin()) == PIN_DIGITS and pin.isdigit() for _ in range(50))
