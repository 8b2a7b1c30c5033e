"""Fields and passages, both ways: where a field was printed, what was understood from a passage, what to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.model import Document, Found, Reading, Span

LOW: Final = 0.75  # fields below this are shown for a second look


@dataclass(frozen=True, slots=True)
class Passage:
    """One field. `path` names it as in the JSON, `document.number` or `assignments.2.tasks.0.lead.1`."""

    path: str
    value: str
    spans: tuple[Span, ...]
    confidence: float

    def covers(self, at: int) -> bool:
        """True when the character at `at` was part of what this field was read from."""
        return any(start <= at < end for start, end in self.spans)

    @property
    def width(self) -> int:
        """Characters of the source it was read from."""
        return sum(end - start for start, end in self.spans)


def _document(prefix: str, document: Document) -> Iterator[Passage]:
    named: tuple[tuple[str, Found | None], ...] = (
        ("kind", document.kind), ("title", document.title), ("number", document.number), ("place", document.place), ("date", document.date),
        ("date_partial", document.date_partial), ("issuer", document.issuer),
    )  # fmt: skip
    for name, found in named:
        if found:
            yield _of(f"{prefix}.{name}", found)
    if document.signer:
        if document.signer.capacity:
            yield _of(f"{prefix}.signer.capacity", document.signer.capacity)
        yield _of(f"{prefix}.signer.name", document.signer.name)
    for index, recipient in enumerate(document.recipients):
        yield _of(f"{prefix}.recipients.{index}", recipient.text)


def _of(path: str, found: Found) -> Passage:
    return Passage(path, found.value, found.spans, found.confidence)


def passages(reading: Reading) -> tuple[Passage, ...]:
    """All fields of a reading with their places, in the order of the JSON."""
    rows: list[Passage] = list(_document("document", reading.document))
    if reading.promulgated_by:
        rows.extend(_document("promulgated_by", reading.promulgated_by))
    for i, base in enumerate(reading.legal_bases):
        rows.append(
            Passage(
                f"legal_bases.{i}",
                base.number or f"{base.kind} {base.about or ''}".strip(),
                base.spans,
                base.confidence,
            )
        )
    for i, period in enumerate(reading.periods):
        rows.append(Passage(f"periods.{i}", period.label, (period.span,), period.confidence))
        if period.place:
            rows.append(_of(f"periods.{i}.place", period.place))
    rows.extend(_of(f"events.{i}", event) for i, event in enumerate(reading.events))
    rows.extend(_of(f"sections.{i}", section.title) for i, section in enumerate(reading.sections))
    for i, assignment in enumerate(reading.assignments):
        rows.extend(_of(f"assignments.{i}.agencies.{j}", name) for j, name in enumerate(assignment.agencies))
        for k, task in enumerate(assignment.tasks):
            at = f"assignments.{i}.tasks.{k}"
            rows.append(_of(f"{at}.text", task.text))
            for name, values in (
                ("coordinate_with", task.coordinate_with),
                ("report_to", task.report_to),
                ("contacts", task.contacts),
            ):
                rows.extend(_of(f"{at}.{name}.{j}", value) for j, value in enumerate(values))
            single = (("via", task.via), ("recurring", task.recurring), ("deadline", task.deadline),
                      ("deadline_partial", task.deadline_partial),
                      ("result", task.result))  # fmt: skip
            rows.extend(_of(f"{at}.{name}", value) for name, value in single if value)
    for i, deadline in enumerate(reading.deadlines):
        rows.append(
            Passage(
                f"deadlines.{i}", deadline.date or deadline.date_partial or "", (deadline.span,), deadline.confidence
            )
        )
    return tuple(rows)


def at_character(rows: tuple[Passage, ...], at: int) -> tuple[Passage, ...]:
    """What was understood from the character at `at`, the narrowest passage first."""
    return tuple(sorted((row for row in rows if row.covers(at)), key=lambda row: (row.width, row.path)))


def to_check(rows: tuple[Passage, ...], *, below: float = LOW) -> tuple[Passage, ...]:
    """Fields whose confidence is low, the least certain first."""
    return tuple(sorted((row for row in rows if row.confidence < below), key=lambda row: row.confidence))
