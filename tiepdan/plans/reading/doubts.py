"""Words that a scan shows badly make the fields read from them doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from tiepdan.plans.reading.model import DOUBTFUL, Reading, Span
from tiepdan.plans.reading.scanned import Doubt

_SHARE: Final = 0.2  # of a field's characters
_T = TypeVar("_T")


def with_doubts(reading: Reading, doubts: Sequence[Doubt]) -> Reading:
    """The reading, each field no surer than `DOUBTFUL` when a fifth of what it was read from was seen badly."""
    return _lowered(reading, doubts) if doubts else reading


def _lowered(value: _T, doubts: Sequence[Doubt]) -> _T:
    if isinstance(value, tuple):
        return tuple(_lowered(v, doubts) for v in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for item in fields(value):
        held = getattr(value, item.name)
        new = _lowered(held, doubts)
        if new is not held:
            changed[item.name] = new
    spans: tuple[Span, ...] = getattr(value, "spans", None) or ((value.span,) if hasattr(value, "span") else ())
    if hasattr(value, "confidence") and _badly_seen(spans, doubts):
        changed["confidence"] = min(value.confidence, DOUBTFUL)
    return replace(value, **changed) if changed else value


def _badly_seen(spans: Sequence[Span], doubts: Sequence[Doubt]) -> bool:
    width = sum(end - start for start, end in spans)
    bad = sum(max(0, min(end, e) - max(start, s)) for start, end in spans for s, e, _ in doubts)
    return width > 0 and bad >= _SHARE * width
