"""Rows as JSON in the columns of their tables, for functions of the database that store several at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from django.db import models


def columns_of(row: models.Model, *, without: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return what a row that is not stored yet holds, by column. without: columns that the function fills in."""
    return {column: getattr(row, name) for column, name in _columns(type(row)) if column not in without}


def as_json(value: Mapping[str, object] | Iterable[Mapping[str, object]]) -> str:
    """Return text that `jsonb_populate_record` reads back: days and instants in ISO form, bytes in hexadecimal."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_told)


def is_now_stored(row: models.Model, *, key: int) -> None:
    """Note on a row in hand that the database has stored it, and under which key."""
    row.pk = key
    row._state.adding = False  # noqa: SLF001 # what Django notes when it stores a row itself


@cache
def _columns(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    return tuple((field.column or field.attname, field.attname) for field in model._meta.concrete_fields)  # noqa: SLF001 # Django's documented API


def _told(value: object) -> str:
    """Say what JSON has no word for; anything else would be stored as whatever Python calls it."""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a row")
