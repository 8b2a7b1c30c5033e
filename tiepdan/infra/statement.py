"""How statements are put together and run: once for many values, several in one, along an index instead of through all rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable

_SWITCHED: Final = "SELECT set_config('enable_bitmapscan', %s, true), set_config('enable_sort', %s, true)"
_FIRST_PLACE: Final = -(2**62)
_PLACED: Final = frozenset({int, str})
Asked = TypeVar("Asked")
M = TypeVar("M", bound=Model)


class _Kept(ABC, Generic[Asked]):
    """A query put together once. Values are whole numbers or texts; they differ, the statement does not."""

    def __init__(self, build: Callable[..., Asked]) -> None:
        self._build = build
        self._lock = Lock()
        self._names: tuple[str, ...] | None = None
        self._places: tuple[int | str, ...] = ()
        self._sql: str = ""
        self._values: list[Any] = []

    def _written(self, values: Mapping[str, int | str]) -> tuple[str, tuple[Any, ...]]:
        """Return the statement with these values in their places."""
        if self._names is None:
            with self._lock:
                if self._names is None:
                    self._begin(values)
        place: dict[int | str, int | str] = {}
        for stands, name in zip(self._places, self._names or (), strict=True):
            value = values[name]
            if isinstance(value, str) is not isinstance(stands, str):
                raise TypeError(f"{name} was another kind of value when this statement was put together")
            place[stands] = value
        return self._sql, tuple(place.get(one, one) if type(one) in _PLACED else one for one in self._values)

    def _begin(self, values: Mapping[str, int | str]) -> None:
        """Put it together, and see that each value has its place in it as it is."""
        self._places = tuple(_place(at, one) for at, one in enumerate(values.values()))
        self._put_together(self._build(**dict(zip(values, self._places, strict=True))))
        kept = {one for one in self._values if type(one) in _PLACED}
        lost = [name for stands, name in zip(self._places, values, strict=True) if stands not in kept]
        if lost:
            raise TypeError(f"changed on the way into the statement: {', '.join(lost)}")
        self._names = tuple(values)

    @abstractmethod
    def _put_together(self, asked: Asked) -> None:
        """Keep the statement of a query, and its values in their order."""


class Statement(_Kept[QuerySet[Any, Any]]):
    """Rows of a query that differs only in whole numbers and texts, such as keys and codes.

    build: gives the query for its values by name; it must select plain columns (`values_list`), since rows come as the
        driver reads them

    Example:
        >>> names = Statement(lambda *, agency: Unit.objects.filter(agency_id=agency).values_list("name"))
        >>> names.rows(agency=7)
        [('Phòng Tiếp dân',)]
    """

    def rows(self, **values: int | str) -> list[tuple[Any, ...]]:
        """Run it. Cost: 1 query."""
        with connection.cursor() as cursor:
            cursor.execute(*self._written(values))
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _put_together(self, asked: QuerySet[Any, Any]) -> None:
        self._sql, values = asked.query.sql_with_params()
        self._values = list(values)


class Objects(_Kept[QuerySet[M]]):
    """Objects of a query that differs only in whole numbers and texts, with what it joins (`select_related`).

    Django puts a statement together anew each time, for a page of a hundred and fifty columns longer than the database
    takes to answer it.

    build: gives the query for its values by name; no prefetching, no values

    Example:
        >>> people = Objects(lambda *, matter: Assignment.objects.filter(matter_id=matter).select_related("user"))
        >>> people.all(matter=7)
    """

    def all(self, **values: int | str) -> list[M]:
        """Run it. Cost: 1 query."""
        written = self._written(values)
        compiler = copy(self._compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.written = written
        return list(ModelIterable(_Again(compiler)))  # type: ignore[arg-type] # what it asks of a QuerySet

    def first(self, **values: int | str) -> M | None:
        """Run it and return the first, None if there is none. Cost: 1 query."""
        return next(iter(self.all(**values)), None)

    def _put_together(self, asked: QuerySet[M]) -> None:
        compiler = asked.query.get_compiler(using=DEFAULT_DB_ALIAS)
        self._sql, values = compiler.as_sql()
        self._values = list(values)
        self._compiler: Any = compiler  # ours: tiepdan.infra.postgresql.compiler
        self._compiler.connection = None  # another thread's for the next


class _Again:
    """What Django asks of a QuerySet while it makes objects of rows."""

    db = DEFAULT_DB_ALIAS
    _known_related_objects: Final[Mapping[Any, Any]] = {}

    def __init__(self, compiler: Any) -> None:
        self.query = self
        self._compiler = compiler

    def get_compiler(self, using: str) -> Any:  # noqa: ARG002 # Django's
        return self._compiler


def _place(at: int, value: int | str) -> int | str:
    """Return what stands for a value while the statement is put together; no key and no code is like it."""
    return f"\0{at}" if isinstance(value, str) else _FIRST_PLACE + at


_waiting: ContextVar[list[tuple[str, Sequence[Any]]] | None] = ContextVar("waiting", default=None)


def ask(function: str, values: Sequence[Any]) -> Any:
    """Run a function of the database and return what it gives. Cost: 1 query.

    function: its name with schema, written in the program
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({_places(values)})", values)
        row = cursor.fetchone()
    return row[0] if row else None


def tell(function: str, values: Sequence[Any]) -> None:
    """Run a function of the database whose answer nobody needs, within `together` at its end. Cost: 1 query."""
    waiting = _waiting.get()
    if waiting is None:
        ask(function, values)
    else:
        waiting.append((function, values))


@contextmanager
def together() -> Iterator[None]:
    """Send what is told inside as one statement at the end, in its order; what is asked inside is asked at once.

    Cost: 1 query.
    """
    if _waiting.get() is not None:
        raise RuntimeError("what is told together is told together once")
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
