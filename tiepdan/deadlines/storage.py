"""A deadline as JSON and back, so that it stays explained whatever the rules and calendars become."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tiepdan.deadlines.calendar import DayOff
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Bound, Confidence, Direction, Extension, Suspension, SuspensionKind, Unit


def to_json(*, deadline: Deadline) -> dict[str, Any]:
    """Return plain JSON values; Any because JSON nests. Days off in the span are kept, so the steps can be shown again."""
    return {
        "rule_id": deadline.rule_id,
        "aliases": list(deadline.aliases),
        "title": deadline.title,
        "title_vi": deadline.title_vi,
        "version": deadline.version.isoformat(),
        "source": deadline.source,
        "confidence": deadline.confidence.value,
        "unit": deadline.unit.value,
        "length": deadline.length,
        "direction": deadline.direction.value,
        "bound": deadline.bound.value,
        "variants": deadline.variants,
        "start": deadline.start.isoformat(),
        "due": deadline.due.isoformat(),
        "rolled_due": deadline.rolled_due.isoformat(),
        "suspensions": [_suspension_json(one) for one in deadline.suspensions],
        "passed_over": [_suspension_json(one) for one in deadline.passed_over],
        "extensions": [
            {"days": one.days, "decided_on": one.decided_on.isoformat(), "number": one.number}
            for one in deadline.extensions
        ],
        "warn_on": _text(deadline.warn_on),
        "other_due": _text(deadline.other_due),
        "alarms": [day.isoformat() for day in deadline.alarms],
        "takes_effect_on": _text(deadline.takes_effect_on),
        "note": deadline.note,
        "days_off": [[one.day.isoformat(), one.name] for one in deadline.days_off],
    }


def from_json(*, data: Mapping[str, Any]) -> Deadline:
    """Read back what `to_json` wrote; the result equals the original and explains itself without a calendar."""
    return Deadline(
        rule_id=data["rule_id"],
        aliases=tuple(data["aliases"]),
        title=data["title"],
        title_vi=data["title_vi"],
        version=date.fromisoformat(data["version"]),
        source=data["source"],
        confidence=Confidence(data["confidence"]),
        unit=Unit(data["unit"]),
        length=data["length"],
        direction=Direction(data["direction"]),
        bound=Bound(data["bound"]),
        variants=data["variants"],
        start=date.fromisoformat(data["start"]),
        due=date.fromisoformat(data["due"]),
        rolled_due=date.fromisoformat(data["rolled_due"]),
        suspensions=tuple(_suspension(one) for one in data["suspensions"]),
        passed_over=tuple(_suspension(one) for one in data["passed_over"]),
        extensions=tuple(
            Extension(days=one["days"], decided_on=date.fromisoformat(one["decided_on"]), number=one["number"])
            for one in data["extensions"]
        ),
        warn_on=_date(data["warn_on"]),
        other_due=_date(data["other_due"]),
        alarms=tuple(date.fromisoformat(day) for day in data["alarms"]),
        takes_effect_on=_date(data["takes_effect_on"]),
        note=data["note"],
        stored_days_off=tuple(DayOff(day=date.fromisoformat(day), name=name) for day, name in data["days_off"]),
    )


def _suspension_json(one: Suspension) -> dict[str, str]:
    return {
        "starts_on": one.starts_on.isoformat(),
        "ends_before": one.ends_before.isoformat(),
        "kind": one.kind.value,
    }


def _suspension(data: Mapping[str, str]) -> Suspension:
    return Suspension(
        starts_on=date.fromisoformat(data["starts_on"]),
        ends_before=date.fromisoformat(data["ends_before"]),
        kind=SuspensionKind(data["kind"]),
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
