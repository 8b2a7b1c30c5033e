"""Words that many texts hold are looked for from the newest line on; rights stay the same, row by row."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from tests.people import Cast, make_cast
from tests.submissions.build import complaint, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.queries import search

pytestmark = pytest.mark.django_db


def found(by: Actor, *, function: str, words: str = "thu <-> hoi", limit: int = 100) -> list[int]:
    with acting(by), connection.cursor() as cursor:
        cursor.execute(f"SELECT matter_id FROM tiepdan.{function}(to_tsquery('simple', %s), %s)", [words, limit])
        return [row[0] for row in cursor.fetchall()]


def three(cast: Cast) -> list[int]:
    days = (date(2026, 7, 3), date(2026, 7, 1), date(2026, 7, 2))
    return [
        received(cast.clerk, complaint(content="Thu hồi đất sai.", received_on=day)).submission.matter_id
        for day in days
    ]


def test_the_newest_come_first_and_as_many_as_asked_for() -> None:
    cast = make_cast()
    first, oldest, second = three(cast)
    assert found(cast.processor, function="find_newest_words") == [first, second, oldest]
    assert found(cast.processor, function="find_newest_words", limit=2) == [first, second]


def test_both_ways_find_the_same() -> None:
    cast = make_cast()
    wanted = set(three(cast))
    received(cast.clerk, complaint(content="Đề nghị làm đường."))
    for function in ("find_newest_words", "find_words"):
        assert set(found(cast.processor, function=function)) == wanted


@pytest.mark.parametrize("function", ["find_newest_words", "find_words"])
def test_another_office_and_who_only_sees_what_is_assigned_find_nothing(function: str) -> None:
    cast = make_cast()
    three(cast)
    assert found(cast.outsider, function=function) == []
    assert found(cast.handler, function=function) == []


@pytest.mark.parametrize("function", ["find_newest_words", "find_words"])
def test_a_sealed_matter_is_found_by_those_who_read_it_only(function: str) -> None:
    cast = make_cast()
    sealed = received(cast.clerk, complaint(content="Tố cáo thu hồi đất sai.", kind=MatterKind.DENUNCIATION)).submission
    word = sealed.code.replace("-", "").lower()  # all that is kept of a sealed text
    assert found(cast.head, function=function, words=word) == [sealed.matter_id]
    assert found(cast.processor, function=function, words=word) == []
    assert found(cast.head, function=function) == []


def test_a_word_in_most_texts_is_found_through_the_page_of_search() -> None:
    cast = make_cast()
    wanted = three(cast)
    with acting(cast.processor):
        assert {line.matter_id for line in search(query="thu hồi", by=cast.processor)} == set(wanted)
