"""How statements are put together and run: once for many values, several in one, along an index instead of through all rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

_SWITCHED: Final = "SELECT set_config('enable_bitmapscan', %s, true), set_config('enable_sort', %s, true)"
_FIRST_PLACE: Final = -(2**62)  # stands for a value while the statement is put together; no key is like it


class Statement:
    """Rows of a query that differs only in whole numbers, such as keys.

    build: gives the query for its numbers by name; it must select plain columns (`values_list`), since rows come as the
        driver reads them

    Example:
        >>> names = Statement(lambda *, agency: Unit.objects.filter(agency_id=agency).values_list("name"))
        >>> names.rows(agency=7)
        [('Phòng Tiếp dân',)]
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        self._build = build
        self._lock = Lock()
        self._sql: str = ""
        self._values: list[Any] = []
        self._names: tuple[str, ...] = ()

    def rows(self, **numbers: int) -> list[tuple[Any, ...]]:
        """Run it. Cost: 1 query."""
        if not self._sql:
            self._put_together(tuple(numbers))
        place = {_FIRST_PLACE + at: numbers[name] for at, name in enumerate(self._names)}
        values = [place.get(value, value) if type(value) is int else value for value in self._values]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _put_together(self, names: tuple[str, ...]) -> None:
        with self._lock:
            query = self._build(**{name: _FIRST_PLACE + at for at, name in enumerate(names)})
            sql, values = query.query.sql_with_params()
            self._values, self._names = list(values), names
            self._sql = sql


_waiting: ContextVar[list[tuple[str, Sequence[Any]]] | None] = ContextVar("waiting", default=None)


def call(function: str, values: Sequence[Any]) -> Any:
    """Run a function of the database and return what it gives; within `together`, later, and None. Cost: 1 query.

    function: its name with schema, written in the program
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append((function, values))
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({_places(values)})", values)
        row = cursor.fetchone()
    return row[0] if row else None


@contextmanager
def together() -> Iterator[None]:
    """Send the functions called inside as one statement at the end, in their order. For calls whose answer nobody needs.

    Cost: 1 query.
    """
    waiting: list[tuple[str, Sequence[Any]]] = []
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    if waiting:
        calls = ", ".join(f"{function}({_places(values)})" for function, values in waiting)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {calls}", [value for _, values in waiting for value in values])


def _places(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


@contextmanager
def along_an_index() -> Iterator[None]:
    """Let a page of a list be read in the order of an index, which stops at the last row of the page.

    Row-level security compares columns with settings. The planner cannot know what they hold, expects next to no row, and
    would collect all lines of an office to sort them: 77 ms instead of 3 for an office of ten thousand lines.
    Only for what an index gives sorted; words are found by an index that knows no other way than collecting.
    Cost: 2 statements that touch no table.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SWITCHED, ["off"] * 2)
    yield
    # After an error the transaction, or its savepoint, forgets it.
    with connection.cursor() as cursor:
        cursor.execute(_SWITCHED, ["on"] * 2)
