"""Values of a form as JSON and back, split into what may lie open and what goes into an envelope. Plain functions."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any, Final, cast

from tiepdan.deadlines.paths import rules_path
from tiepdan.documents.rendering.forms import FieldType, FieldValue, Form, FormBook, Seal, Values
from tiepdan.documents.rendering.loading import load_forms

HIDDEN: Final = "(đã che)"
_WORDS: Final = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PERSON})


@dataclass(frozen=True, slots=True)
class SplitValues:
    """Values of one paper as they are stored."""

    plain: dict[str, Any]  # JSON; Any because JSON nests
    sealed: bytes | None  # JSON of what shows who somebody is


@cache
def form_book() -> FormBook:
    """Return the forms of this installation, read once."""
    return load_forms(rules_path() / "forms")


def split_values(*, form: Form, values: Values, secret: Collection[str] = ()) -> SplitValues:
    """Part the values: whatever the form marks as identity goes into the envelope, in every kind of matter.

    secret: names of further fields for the envelope, such as what a denouncer said

    A matter can turn out to be a denunciation later; then nothing open has to be found and taken back.
    Rule: BV-1, ND-3
    """
    plain: dict[str, Any] = {}
    sealed: dict[str, Any] = {}
    for name, value in values.items():
        item = form.fields.get(name)
        target = sealed if name in secret or (item is not None and item.seal is not Seal.NO) else plain
        target[name] = _json(value)
    return SplitValues(plain=plain, sealed=json.dumps(sealed, ensure_ascii=False).encode() if sealed else None)


def joined_values(*, form: Form, plain: Mapping[str, Any], sealed: bytes | None) -> dict[str, FieldValue]:
    """Read stored values back into the types of the form."""
    stored = {**plain, **(json.loads(sealed) if sealed else {})}
    return {name: _value(form, name, value) for name, value in stored.items() if name in form.fields}


def masked_values(*, form: Form, plain: Mapping[str, Any]) -> dict[str, FieldValue]:
    """Read the open values back; where an identity would stand the paper says that it is hidden."""
    shown = joined_values(form=form, plain=plain, sealed=None)
    for item in form.fields.values():
        if item.name in shown or (item.seal is Seal.NO and not item.required):
            continue
        if item.type in _WORDS:
            shown[item.name] = HIDDEN
        elif item.type in {FieldType.ROWS, FieldType.TABLE}:
            shown[item.name] = [{"name" if "name" in item.columns else next(iter(item.columns)): HIDDEN}]
    return shown


def cleaned_values(*, plain: Mapping[str, Any], clean: Callable[[str], str]) -> dict[str, Any]:
    """Return stored values with every text in them passed through `clean`."""
    return {name: _cleaned(value, clean) for name, value in plain.items()}


def words_in(value: Any) -> Iterator[str]:  # Any: a JSON value
    """Give every text in stored values, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from words_in(one)


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one, clean) for one in value]
    if isinstance(value, dict):
        return {name: _cleaned(one, clean) for name, one in value.items()}
    return value


def _json(value: FieldValue) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_row(entry) if isinstance(entry, Mapping) else entry for entry in value]
    return value


def _row(entry: Mapping[str, str | int | date]) -> dict[str, Any]:
    return {key: cell.isoformat() if isinstance(cell, date) else cell for key, cell in entry.items()}


def _value(form: Form, name: str, stored: Any) -> FieldValue:
    kind = form.fields[name].type
    if kind is FieldType.DATE and stored:
        return date.fromisoformat(stored)
    if kind is FieldType.TIME and stored:
        return time.fromisoformat(stored)
    if kind in {FieldType.ROWS, FieldType.TABLE}:
        return [{key: _cell(cell) for key, cell in row.items()} for row in stored]
    return cast("FieldValue", stored)


def _cell(stored: Any) -> str | int | date:
    """A record's cells are untyped: only what is exactly an ISO day was a day."""
    if isinstance(stored, str) and len(stored) == 10 and stored[4] == stored[7] == "-":
        try:
            return date.fromisoformat(stored)
        except ValueError:
            return stored
    return cast("str | int", stored)
