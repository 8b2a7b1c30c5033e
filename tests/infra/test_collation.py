"""The Vietnamese order of letters, tones and names; the database computes the same key."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.infra.collation import LETTERS, given_name_key, order_key

SORTED = [
    "10 hộ dân", "An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Ba Bé", "Dương", "Đặng", "E", "Ê", "le", "Lê", "O",
    "Ô", "Ơ", "Trần Ăn", "Trần Ân", "U", "Ư", "Yến",
]  # fmt: skip


def test_letters_follow_the_alphabet_and_tones_decide_only_between_like_letters() -> None:
    mixed = SORTED[::-1]  # a sort that kept what it cannot tell apart would show
    assert sorted(mixed, key=order_key) == SORTED
    assert sorted(LETTERS, key=order_key) == list(LETTERS)


def test_people_are_sorted_by_given_name_then_by_the_rest() -> None:
    people = ["Đỗ Thị Lý", "Bùi Văn An", "Lê Văn Ân", "An Thị Bình", "Lê Thị Ánh", "Đào Văn An", "Dương Văn An", ""]
    assert sorted(people, key=given_name_key) == [
        "", "Bùi Văn An", "Dương Văn An", "Đào Văn An", "Lê Thị Ánh", "Lê Văn Ân", "An Thị Bình", "Đỗ Thị Lý",
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_database_computes_the_same_key() -> None:
    texts = [
        *SORTED,
        "Về việc thu hồi đất số 12/QĐ-UBND, thôn Đông",
        "e\u0302\u0301 rời dấu",
        "Ñandú – 東京 @",
        "",
        "A" * 90,
    ]
    with connection.cursor() as cursor:
        for text in texts:
            cursor.execute("SELECT tiepdan.title_order(%s)", [text])
            assert cursor.fetchone() == (order_key(text),), text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.text(max_size=20))
def test_a_key_is_plain_and_a_beginning_comes_first(text: str, more: str) -> None:
    assert order_key(text).isascii()
    assert order_key("khiếu nại").partition(" ")[0] <= order_key(f"khiếu nại {more}").partition(" ")[0]
