"""Dates, numbers and symbols as Decree 30/2020 writes them. Rule: reports §4.6"""

from __future__ import annotations

import doctest
from datetime import date, time

import pytest

from tiepdan.documents.rendering import wording
from tiepdan.documents.rendering.cleaning import clean_line, clean_text
from tiepdan.documents.rendering.wording import document_symbol, long_date, long_time, number_line, place_and_date


def test_examples_in_the_docstrings_hold() -> None:
    result = doctest.testmod(wording)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize(
    ("on", "written"),
    [
        (date(2026, 7, 3), "ngày 03 tháng 7 năm 2026"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 31), "ngày 31 tháng 3 năm 2026"),
        (date(2026, 12, 1), "ngày 01 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_months_below_three_carry_a_zero(on: date, written: str) -> None:
    assert long_date(on=on) == written


@pytest.mark.parametrize(
    ("number", "line"),
    [(None, "Số:       /TB-UBND"), (7, "Số: 07/TB-UBND"), (12, "Số: 12/TB-UBND"), (123, "Số: 123/TB-UBND")],
)
def test_number_line_of_a_named_type(number: int | None, line: str) -> None:
    assert number_line(number=number, symbol=document_symbol(kind="TB", body="UBND")) == line


def test_symbol_of_a_letter_names_body_and_unit() -> None:
    assert document_symbol(kind="", body="UBND", unit="VP") == "UBND-VP"


def test_draft_leaves_the_day_open() -> None:
    assert place_and_date(place="Hòa Bình", on=None) == "Hòa Bình, ngày … tháng … năm …"
    assert place_and_date(place="", on=date(2026, 7, 3)) == "Ngày 03 tháng 7 năm 2026"


def test_hours_are_written_in_words() -> None:
    assert long_time(at=time(8, 5)) == "08 giờ 05 phút"


def test_decomposed_letters_are_composed_and_controls_dropped() -> None:
    assert clean_line("Tie\u0302\u0301p\x00 da\u0302n\u202e") == "Tiếp dân"
    assert clean_text("một\r\nhai\x0bba\tbốn") == "một\nhai\nba bốn"
    assert clean_line("\ud800a\ufffe") == "a"
