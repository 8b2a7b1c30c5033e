"""What of a reading can be pointed at and corrected: units of fields, their values as typed and as kept. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from tiepdan.infra.verdict import Refused

Json = dict[str, Any]
Spans = tuple[tuple[int, int], ...]
RECURRENCES: Final = ("daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly", "as-needed")
RECIPIENT_ROLES: Final = ("b/c", "p/h", "t/h")
MOST_LETTERS: Final = 4000


class ValueKind(StrEnum):
    """How a field is typed."""

    TEXT = "text"
    LONG = "long"
    LIST = "list"  # one per line
    DAY = "day"  # 31/12/2026, or 31/12 for every year; kept as 2026-12-31, --12-31
    MONTH = "month"  # 12/2026; kept as 2026-12
    RECURRENCE = "recurrence"
    ROLE = "role"
    SESSIONS = "sessions"  # one "08:00 - 11:30" per line


@dataclass(frozen=True, slots=True)
class UnitKind:
    """Fields that are read, shown and corrected together. `fields` are paths relative to the unit; "" is the unit itself."""

    pattern: str  # path with * for each number
    fields: tuple[tuple[str, ValueKind], ...]
    removable: bool = False  # "this is none": the thing was read where there is nothing
    anchor: str = ""  # the field whose emptiness is an error


_T, _D, _M, _L = ValueKind.TEXT, ValueKind.DAY, ValueKind.MONTH, ValueKind.LIST


def _document(prefix: str) -> tuple[UnitKind, ...]:
    return (
        UnitKind(f"{prefix}.kind", (("", _T),), anchor=""),
        UnitKind(f"{prefix}.title", (("", ValueKind.LONG),)),
        UnitKind(f"{prefix}.number", (("", _T),)),
        UnitKind(f"{prefix}.place", (("", _T),)),
        UnitKind(f"{prefix}.date", (("", _D), ("_partial", _M))),
        UnitKind(f"{prefix}.issuer", (("", _T),)),
        UnitKind(f"{prefix}.signer", ((".capacity", _T), (".name", _T))),
    )


UNITS: Final[dict[str, UnitKind]] = {
    unit.pattern: unit
    for unit in (
        *_document("document"),
        *_document("promulgated_by"),
        UnitKind("document.recipients.*", (("", _T), ("#role", ValueKind.ROLE)), removable=True),
        UnitKind("legal_bases.*", ((".kind", _T), (".number", _T), (".date", _D), (".issuer", _T), (".about", _T)), True),
        UnitKind(
            "periods.*",
            ((".label", _T), (".from", _D), (".from_partial", _M), (".to", _D), (".to_partial", _M),
             (".sessions", ValueKind.SESSIONS), (".place", _T)),
            True,
        ),
        UnitKind("events.*", (("", _T),), True),
        UnitKind("sections.*", ((".number", _T), (".title", _T))),
        UnitKind("assignments.*.agencies", (("", _L),)),
        UnitKind("assignments.*.tasks.*", ((".text", ValueKind.LONG),), True, anchor=".text"),
        UnitKind("assignments.*.tasks.*.lead", (("", _L),)),
        UnitKind("assignments.*.tasks.*.coordinate_with", (("", _L),)),
        UnitKind("assignments.*.tasks.*.contacts", (("", _L),)),
        UnitKind("assignments.*.tasks.*.report_to", (("", _L),)),
        UnitKind("assignments.*.tasks.*.via", (("", _T),)),
        UnitKind("assignments.*.tasks.*.deadline", (("", _D), ("_partial", _M))),
        UnitKind("assignments.*.tasks.*.relative_deadlines", (("", _L),)),
        UnitKind("assignments.*.tasks.*.recurring", (("", ValueKind.RECURRENCE),)),
        UnitKind("assignments.*.tasks.*.result", (("", ValueKind.LONG),)),
        UnitKind("deadlines.*", ((".what", ValueKind.LONG), (".date", _D), (".date_partial", _M), (".report_to", _T), (".via", _T)), True),
    )
}  # fmt: skip
_NUMBER: Final = re.compile(r"\.\d+(?=\.|$)")
_SESSION: Final = re.compile(r"(\d{1,2})[:hg](\d{2})?\s*[-–]\s*(\d{1,2})[:hg](\d{2})?")


def unit_kind(path: str) -> UnitKind | None:
    """Return the kind of unit a path names, or None when it names none."""
    return UNITS.get(_NUMBER.sub(".*", path))


def field_paths(unit: str) -> tuple[tuple[str, ValueKind], ...]:
    """Paths in the reading of a unit's fields. A recipient's role lies in a list of its own."""
    kind = unit_kind(unit)
    return () if kind is None else tuple((_path(unit, suffix), how) for suffix, how in kind.fields)


def _path(unit: str, suffix: str) -> str:
    if suffix == "#role":
        return unit.replace(".recipients.", ".recipient_roles.")
    return unit + suffix


def kind_of(field: str) -> ValueKind | None:
    """Return how a field is typed, or None when there is no such field."""
    return _KINDS.get(_NUMBER.sub(".*", field))


_KINDS: Final = {_path(unit.pattern, suffix): how for unit in UNITS.values() for suffix, how in unit.fields}


def value_at(reading: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path, None when nothing does. `assignments.*.agencies` is always a list."""
    if re.fullmatch(r"assignments\.\d+\.agencies", path):
        row = value_at(reading, path.rpartition(".")[0]) or {}
        return list(row.get("agencies") or ([row["agency"]] if row.get("agency") else []))
    here: Any = reading
    for step in path.split("."):
        if isinstance(here, list):
            here = here[int(step)] if step.isdigit() and int(step) < len(here) else None
        elif isinstance(here, Mapping):
            here = here.get(step)
        else:
            return None
    return here


def exists(reading: Mapping[str, Any], unit: str) -> bool:
    """Tell whether a unit is there: its row must be, its value need not."""
    if unit_kind(unit) is None:
        return False
    steps = unit.split(".")
    last = max((index for index, step in enumerate(steps) if step.isdigit()), default=-1)
    owner = ".".join(steps[: last + 1]) if last >= 0 else steps[0]
    return value_at(reading, owner) is not None


def parse(kind: ValueKind, typed: str) -> Any:
    """Return the value as kept for what was typed, None for nothing, or Refused: plan_value_wrong, plan_value_too_long."""
    text = typed.strip()
    if len(text) > MOST_LETTERS:
        return Refused("plan_value_too_long", facts={"most": str(MOST_LETTERS)})
    if kind is ValueKind.LIST:
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if kind is ValueKind.SESSIONS:
        return _sessions(text)
    if not text:
        return None
    if kind is ValueKind.DAY:
        return _day(text)
    if kind is ValueKind.MONTH:
        return _month(text)
    if kind is ValueKind.RECURRENCE:
        return text if text in RECURRENCES else _wrong(text)
    if kind is ValueKind.ROLE:
        return text if len(text) <= 10 else _wrong(text)
    return " ".join(text.split())


def written(kind: ValueKind, value: Any) -> str:
    """Write a kept value as it is typed. `parse` gives the value back."""
    if value is None:
        return ""
    if kind is ValueKind.LIST:
        return "\n".join(str(item) for item in value)
    if kind is ValueKind.SESSIONS:
        return "\n".join(f"{start} - {end}" for start, end in value)
    text = str(value)
    if kind in {ValueKind.DAY, ValueKind.MONTH}:
        return "/".join(reversed(text.removeprefix("--").split("-")))
    return text


def _wrong(text: str) -> Refused:
    return Refused("plan_value_wrong", facts={"typed": text[:60]})


def _day(text: str) -> str | Refused:
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?", text)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    parts = (iso[1], iso[2], iso[3]) if iso else (found[3], found[2], found[1]) if found else None
    if parts is None:
        return _wrong(text)
    year, month, day = parts
    try:
        known = date(int(year or 2024), int(month), int(day))  # 29/02 is a day of every year that has it
    except ValueError:
        return _wrong(text)
    return known.isoformat() if year else f"--{known:%m-%d}"


def _month(text: str) -> str | Refused:
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text)
    if found is None or not 1 <= int(found[1]) <= 12:
        return _wrong(text)
    return f"{found[2]}-{int(found[1]):02d}"


def _sessions(text: str) -> list[list[str]] | Refused:
    rows = []
    for line in filter(None, (part.strip() for part in re.split(r"[\n;]", text))):
        found = _SESSION.fullmatch(line)
        if found is None or int(found[1]) > 23 or int(found[3]) > 23:
            return _wrong(line)
        start, end = (f"{int(found[i]):02d}:{int(found[i + 1] or 0):02d}" for i in (1, 3))
        if start >= end or start[3:] > "59" or end[3:] > "59":
            return _wrong(line)
        rows.append([start, end])
    return rows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field was read from and how surely."""

    spans: Spans
    confidence: float


def places_of(reading: Mapping[str, Any], more: Iterable[tuple[str, Spans, float]] = ()) -> dict[str, Place]:
    """Gather the places of all fields of a reading, by path.

    more: places that the reading's JSON does not hold (events, agencies of an assignment)
    """
    found: dict[str, Place] = {}
    for path, spans, confidence in more:
        _join(found, _listed(path), spans, confidence)
    for path, spans, confidence in _inside(reading):
        if path not in found:
            found[path] = Place(spans, confidence)
    return found


def _listed(path: str) -> str:
    """The list a single entry belongs to, where lists are corrected as a whole."""
    owner, _, last = path.rpartition(".")
    return owner if last.isdigit() and kind_of(owner) is ValueKind.LIST else path


def _join(found: dict[str, Place], path: str, spans: Spans, confidence: float) -> None:
    old = found.get(path)
    found[path] = Place((*old.spans, *spans), min(old.confidence, confidence)) if old else Place(spans, confidence)


def _inside(reading: Mapping[str, Any]) -> Iterator[tuple[str, Spans, float]]:
    for prefix in ("document", "promulgated_by"):
        row = reading.get(prefix) or {}
        names = {"signer_name": "signer.name", "signer_capacity": "signer.capacity"}
        for name, spans in (row.get("spans") or {}).items():
            yield f"{prefix}.{names.get(name, name)}", _spans(spans), float(row.get("confidence", {}).get(name, 1))
        for index, spans in enumerate(row.get("recipient_spans") or []):
            yield f"{prefix}.recipients.{index}", _spans(spans), 1.0
    for name in ("legal_bases", "periods", "sections", "deadlines"):
        for index, row in enumerate(reading.get(name) or []):
            yield f"{name}.{index}", _spans(row.get("spans") or [row.get("span")]), float(row.get("confidence", 1))
    for i, assignment in enumerate(reading.get("assignments") or []):
        for k, task in enumerate(assignment["tasks"]):
            for name, spans in (task.get("spans") or {}).items():
                path = f"assignments.{i}.tasks.{k}.{name}"
                flat = [one for each in spans for one in each] if kind_of(path) is ValueKind.LIST else spans
                yield path, _spans(flat), float((task.get("confidence") or {}).get(name, 1))


def _spans(rows: Iterable[Any]) -> Spans:
    return tuple((int(row[0]), int(row[1])) for row in rows if row)
