"""Corrections beside a reading: what was read stays, what people said about it is applied on top. No Django."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from tiepdan.plans.fields import Json, Place, ValueKind, exists, field_paths, kind_of, unit_kind, value_at

LOW: Final = 0.75  # fields below this are shown for a second look


class Change(StrEnum):
    """What a correction does."""

    SET = "set"  # a field gets another value
    CHECK = "check"  # a unit was looked at and is right
    REMOVE = "remove"  # a unit was read where there is nothing
    RESTORE = "restore"  # a unit goes back to what was read
    ADD = "add"  # a task that was not seen


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. `path` is a field for SET, a unit otherwise; for ADD the list "assignments.2.tasks"."""

    change: Change
    path: str
    value: Any = None
    before: Any = None
    by: str = ""
    at: str = ""  # ISO instant

    def to_json(self) -> Json:
        """Return the row as stored and exported."""
        return {
            "change": self.change.value, "path": self.path, "value": self.value, "before": self.before,
            "by": self.by, "at": self.at,
        }  # fmt: skip


def from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Correction, ...]:
    """Return the corrections stored in a plan document."""
    return tuple(Correction(**{**row, "change": Change(row["change"])}) for row in rows)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with its corrections applied. Removed rows keep their place, so that paths stay valid."""

    reading: Json
    changed: dict[str, Correction] = field(default_factory=dict)  # field → its last correction
    checked: dict[str, Correction] = field(default_factory=dict)  # unit
    removed: dict[str, Correction] = field(default_factory=dict)  # unit
    added: dict[str, Correction] = field(default_factory=dict)  # unit


def corrected(reading: Json, corrections: Iterable[Correction]) -> Corrected:
    """Apply corrections in order; the reading passed in stays as it is."""
    out = Corrected(copy.deepcopy(reading))
    for one in corrections:
        match one.change:
            case Change.SET:
                _put(out.reading, one.path, one.value)
                out.changed[one.path] = one
            case Change.CHECK:
                out.checked[one.path] = one
            case Change.REMOVE:
                out.removed[one.path] = one
            case Change.ADD:
                tasks = value_at(out.reading, one.path)
                if isinstance(tasks, list):
                    out.added[f"{one.path}.{len(tasks)}"] = one
                    tasks.append(_new_task(out.reading, one))
            case Change.RESTORE:
                _restore(out, reading, one.path)
    return out


def _new_task(reading: Json, one: Correction) -> Json:
    agencies = value_at(reading, one.path.removesuffix("tasks") + "agencies")
    return {
        "text": one.value, "lead": agencies, "coordinate_with": [], "recurring": None, "deadline": None,
        "report_to": [], "via": None,
    }  # fmt: skip


def _restore(out: Corrected, original: Json, unit: str) -> None:
    out.checked.pop(unit, None)
    out.removed.pop(unit, None)
    for path, _ in field_paths(unit):
        if path in out.changed:
            del out.changed[path]
            base = out.added.get(unit)
            _put(out.reading, path, base.value if base else value_at(original, path))


def _put(reading: Json, path: str, value: Any) -> None:
    owner_path, _, last = path.rpartition(".")
    owner = value_at(reading, owner_path)
    if owner is None and owner_path.endswith(".signer"):
        owner = reading[owner_path.partition(".")[0]]["signer"] = {"capacity": None, "name": None}
    if isinstance(owner, list):
        owner[int(last)] = value
    elif isinstance(owner, dict):
        owner[last] = value
        if last == "agencies":
            owner["agency"] = value[0] if value else None
            if len(value) < 2:
                owner.pop("agencies")


def is_unsure(unit: str, places: Mapping[str, Place], now: Corrected) -> bool:
    """Tell whether a unit waits for a second look: read with low confidence, neither corrected, checked nor removed."""
    if unit in now.checked or unit in now.removed or unit in now.added:
        return False
    if any(unit.startswith(f"{gone}.") for gone in now.removed):
        return False
    paths = [path for path, _ in field_paths(unit)]
    if any(path in now.changed for path in paths):
        return False
    return confidence_of(unit, places) < LOW


def confidence_of(unit: str, places: Mapping[str, Place]) -> float:
    """Return the least confidence of a unit's fields, 1 when nothing was read."""
    known = [places[path].confidence for path in (unit, *(path for path, _ in field_paths(unit))) if path in places]
    return min(known, default=1.0)


def units_of(reading: Mapping[str, Any]) -> tuple[str, ...]:
    """List every unit of a reading that holds something, in its order; facts of the document also when they are empty."""
    found = [f"document.{name}" for name in ("kind", "title", "number", "place", "date", "issuer", "signer")]
    if reading.get("promulgated_by"):
        found += [f"promulgated_by.{name}" for name in ("kind", "title", "number", "date", "issuer", "signer")]
    found += [f"document.recipients.{i}" for i in range(len(reading["document"].get("recipients") or []))]
    for name in ("legal_bases", "periods", "events", "sections"):
        found += [f"{name}.{i}" for i in range(len(reading.get(name) or []))]
    for i, assignment in enumerate(reading.get("assignments") or []):
        found.append(f"assignments.{i}.agencies")
        for k in range(len(assignment["tasks"])):
            found += task_units(reading, f"assignments.{i}.tasks.{k}")
    return (*found, *(f"deadlines.{i}" for i in range(len(reading.get("deadlines") or []))))


_TASK_FIELDS: Final = (
    "lead", "coordinate_with", "deadline", "relative_deadlines", "recurring", "report_to", "via", "contacts", "result",
)  # fmt: skip
ALWAYS: Final = ("lead", "coordinate_with", "deadline", "report_to")  # offered also when they are empty


def task_units(reading: Mapping[str, Any], task: str) -> tuple[str, ...]:
    """List the units of one task that hold something, the text first."""
    held = [name for name in _TASK_FIELDS if any(value_at(reading, path) for path, _ in field_paths(f"{task}.{name}"))]
    return (task, *(f"{task}.{name}" for name in held))


def missing_task_units(reading: Mapping[str, Any], task: str) -> tuple[str, ...]:
    """List the units of a task that hold nothing and may be filled in."""
    held = task_units(reading, task)
    return tuple(f"{task}.{name}" for name in _TASK_FIELDS if f"{task}.{name}" not in held)


def unsure_units(now: Corrected, places: Mapping[str, Place]) -> tuple[str, ...]:
    """List the units that wait for a second look."""
    return tuple(unit for unit in units_of(now.reading) if is_unsure(unit, places, now))


def may_stand(reading: Mapping[str, Any], unit: str) -> bool:
    """Tell whether a correction may name this unit."""
    return exists(reading, unit)


def required(unit: str, path: str) -> bool:
    """Tell whether a field may not be emptied: a task without words is removed instead."""
    kind = unit_kind(unit)
    return kind is not None and bool(kind.anchor) and path == unit + kind.anchor


def same(path: str, left: Any, right: Any) -> bool:
    """Tell whether two values of a field mean the same; an absent list is an empty one."""
    if kind_of(path) in {ValueKind.LIST, ValueKind.SESSIONS}:
        return [*map(_plain, left or [])] == [*map(_plain, right or [])]
    return (left or None) == (right or None)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | list) else value


def exported(now: Corrected, corrections: Iterable[Correction]) -> Json:
    """Return the reading as corrected, removed rows left out, with the corrections themselves beside it."""
    out = copy.deepcopy(now.reading)
    for path in sorted(now.removed, key=_depth, reverse=True):
        owner_path, _, last = path.rpartition(".")
        owner = value_at(out, owner_path)
        if isinstance(owner, list):
            del owner[int(last)]
            if owner_path == "document.recipients":
                for name in ("recipient_roles", "recipient_spans"):
                    if int(last) < len(out["document"].get(name) or []):
                        del out["document"][name][int(last)]
    out["assignments"] = [row for row in out.get("assignments") or [] if row["tasks"]]
    return {**out, "corrections": [one.to_json() for one in corrections]}


def _depth(path: str) -> tuple[int, ...]:
    """Later rows are taken out first, so that the numbers before them stay right."""
    return tuple(int(step) for step in path.split(".") if step.isdigit())
