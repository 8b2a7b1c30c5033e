"""Our connection and our way of writing statements do what Django's do, with less work."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from django.db.backends.postgresql.compiler import SQLCompiler as Plain
from django.db.models import Count, F, QuerySet, Value
from django.db.models.expressions import Col
from django.db.models.functions import Coalesce

from tiepdan.cases.models import Case
from tiepdan.infra.postgresql import base
from tiepdan.infra.postgresql.base import DatabaseWrapper
from tiepdan.infra.postgresql.compiler import SQLCompiler
from tiepdan.matters.models import NO_LIMIT, Participation
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db

LINES = Participation.objects.select_related("agency", "handler")
SORTED: dict[str, QuerySet[Any]] = {
    "newest": LINES.order_by("-received_on", "-pk"),
    "by key": Submission.objects.select_related("matter", "agency").order_by("pk")[:1],
    "by a column of another table": Case.objects.order_by("agency__path", "-pk"),
    "by an expression": LINES.order_by(Coalesce("due_on", Value(NO_LIMIT)).desc(), "pk"),
    "by an F": LINES.order_by(F("closed_on").desc(nulls_last=True)),
    "a few columns": LINES.values_list("code", "agency__name").order_by("agency__name", "code"),
    "turned round": LINES.order_by("received_on").reverse(),
    "no order": LINES.all(),
}
ELSEWHERE: dict[str, QuerySet[Any]] = {  # what is sorted by may stand in the answer alone: written by Django
    "different": Participation.objects.values_list("kind").distinct().order_by("kind"),
    "counted": Participation.objects.values("kind").annotate(n=Count("pk")).order_by("-n", "kind"),
    "united": Participation.objects.values_list("pk").union(Participation.objects.values_list("pk")).order_by("pk"),
    "annotated": Participation.objects.annotate(place=Value(1)).order_by("place", "pk"),
}


def written(found: QuerySet[Any], compiler: type[Plain]) -> tuple[str, tuple[Any, ...]]:
    query = found.query.clone()
    sql, values = compiler(query, connection, "default").as_sql()
    return sql, tuple(values)


def test_the_program_uses_it() -> None:
    assert isinstance(connections["default"], DatabaseWrapper)
    assert isinstance(LINES.query.get_compiler("default"), SQLCompiler)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_only_the_answer_holds_is_sorted_as_django_writes_it(name: str) -> None:
    assert written(ELSEWHERE[name], SQLCompiler) == written(ELSEWHERE[name], Plain)


@pytest.mark.parametrize("name", SORTED)
def test_plain_columns_are_sorted_alike(name: str) -> None:
    ours, theirs = written(SORTED[name], SQLCompiler), written(SORTED[name], Plain)
    head = theirs[0].partition(" ORDER BY ")[0]
    assert ours[0].partition(" ORDER BY ")[0] == head
    places = [
        column.partition(" AS ")[0].strip()
        for column in head.removeprefix("SELECT ").partition(" FROM ")[0].split(", ")
    ]
    tail = theirs[0].partition(" ORDER BY ")[2]
    for place in range(len(places), 0, -1):  # Django may name a column by its place in the answer
        tail = tail.replace(f"{place} ASC", f"{places[place - 1]} ASC").replace(
            f"{place} DESC", f"{places[place - 1]} DESC"
        )
    assert ours[0].partition(" ORDER BY ")[2] == tail
    assert ours[1] == theirs[1]


def test_no_column_that_is_only_read_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Col] = []

    def compare(column: Col) -> int:
        compared.append(column)
        return 1

    monkeypatch.setattr(Col, "__hash__", compare)
    str(LINES.order_by("-received_on", "-pk").query)
    assert compared == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often the connection was asked whether it lives."""
    calls: list[int] = []
    mine = connections["default"]
    assert isinstance(mine, DatabaseWrapper)
    mine.ensure_connection()

    def lives() -> bool:
        calls.append(1)
        return True

    monkeypatch.setattr(mine, "is_usable", lives)
    monkeypatch.setattr(mine, "health_check_enabled", True)
    monkeypatch.setattr(mine, "_answered_at", float("-inf"))

    def begin() -> int:
        mine.health_check_done = False
        mine.close_if_health_check_failed()
        return len(calls)

    return begin


def test_a_connection_that_just_answered_is_not_asked_again(asked: Callable[[], int]) -> None:
    assert [asked(), asked(), asked()] == [1, 1, 1]


def test_a_silent_connection_is_asked(asked: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    asked()
    monkeypatch.setattr(base, "_SILENCE", 0.0)
    assert asked() == 2


def test_a_connection_whose_socket_speaks_is_asked(asked: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    asked()
    here, there = os.pipe()
    monkeypatch.setattr(connection.connection, "fileno", lambda: here)
    assert asked() == 1
    os.close(there)  # hung up
    assert asked() == 2
    os.close(here)
