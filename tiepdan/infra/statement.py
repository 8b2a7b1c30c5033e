"""A query that is put together once and run with other values: the ORM's work for a large one is many times the database's."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

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
