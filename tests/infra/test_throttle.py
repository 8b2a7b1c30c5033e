"""Counting attempts beside finding who makes them: one statement, and nothing is counted of nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.factories import moment
from tiepdan.infra.throttle import hit, hit_if_found, is_spent, spent_and_found

pytestmark = pytest.mark.django_db
AT, MINUTE = moment("2026-07-14"), timedelta(minutes=1)
ONE = "SELECT %(name)s::text AS name, 7 AS number WHERE %(name)s = 'known'"


def kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM throttle")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def test_the_row_found_is_counted_and_another_is_not(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    before = kept()
    assert hit_if_found(ONE, {"name": "other"}, scope="s", who="a", limit=2, window=MINUTE, at=AT) is None
    assert kept() == before
    found = [hit_if_found(ONE, {"name": "known"}, scope="s", who="a", limit=2, window=MINUTE, at=AT) for _ in range(3)]
    assert found == [(("known", 7), True), (("known", 7), True), (("known", 7), False)]
    with django_assert_num_queries(1):
        hit_if_found(ONE, {"name": "known"}, scope="s", who="a", limit=2, window=MINUTE, at=AT)
    later = hit_if_found(ONE, {"name": "known"}, scope="s", who="a", limit=2, window=MINUTE, at=AT + MINUTE)
    assert later == (("known", 7), True)


def test_it_counts_with_what_is_counted_without_finding() -> None:
    hit(scope="s", who="b", limit=1, window=MINUTE, at=AT)
    assert is_spent(scope="s", who="b", limit=1, at=AT)
    assert spent_and_found("%(x)s::integer + 1", {"x": 4}, scope="s", who="b", limit=1, at=AT) == (True, 5)
    assert spent_and_found("%(x)s::integer + 1", {"x": 4}, scope="s", who="b", limit=1, at=AT + MINUTE) == (False, 5)
