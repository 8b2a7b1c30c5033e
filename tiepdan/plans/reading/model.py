"""What a reading holds. Every value knows the characters of the source it came from and how sure the reader is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

Span = tuple[int, int]

SURE: Final = 0.95  # printed in a form of its own
LIKELY: Final = 0.8  # read from a sentence or a position
DOUBTFUL: Final = 0.5  # completed from elsewhere, or one of several readings


@dataclass(frozen=True, slots=True)
class Found:
    """One value, where it was printed (several places when it was put together) and the confidence, 0 to 1."""

    value: str
    spans: tuple[Span, ...]
    confidence: float = SURE


@dataclass(frozen=True, slots=True)
class Recipient:
    """One printed entry of "Nơi nhận". `role`: b/c (to report), p/h (to cooperate), t/h (to carry out) or another mark."""

    text: Found
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    capacity: Found | None
    name: Found


@dataclass(frozen=True, slots=True)
class Document:
    """Head and foot of one document in the file. `kind_code` is stable, `kind` is the word printed on the paper."""

    kind_code: str
    kind: Found
    title: Found | None = None
    number: Found | None = None
    place: Found | None = None
    date: Found | None = None
    date_partial: Found | None = None
    issuer: Found | None = None
    signer: Signer | None = None
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    about: str | None
    year: int | None
    also_printed: tuple[str, ...]
    spans: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Period:
    """A window of days. Dates are ISO days; `*_partial` are "YYYY-MM" where the day is not printed; sessions are "HH:MM"."""

    label: str
    start: str | None
    end: str | None
    start_partial: str | None
    end_partial: str | None
    sessions: tuple[tuple[str, str], ...]
    place: Found | None
    span: Span
    confidence: float = LIKELY


@dataclass(frozen=True, slots=True)
class Section:
    """A heading. `path` is the way of printed numbers; a second section with the same one has " (2)"."""

    number: str
    title: Found
    level: int
    parent: str | None
    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """One duty. `recurring`: daily, weekly, monthly, quarterly, half-yearly, yearly, as-needed or None."""

    text: Found
    leads: tuple[Found, ...] = ()
    coordinate_with: tuple[Found, ...] = ()
    contacts: tuple[Found, ...] = ()
    report_to: tuple[Found, ...] = ()
    via: Found | None = None
    recurring: Found | None = None
    deadline: Found | None = None
    deadline_partial: Found | None = None
    relative_deadlines: tuple[Found, ...] = ()
    result: Found | None = None
    request: bool = False
    optional: bool = False
    broken_over_page: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """Tasks of one section with the same addressees. `implied`: named only in the preamble or a higher heading."""

    section: str
    agencies: tuple[Found, ...]
    implied: bool
    request: bool
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    what: Found
    date: str | None
    date_partial: str | None
    report_to: str | None
    via: str | None
    span: Span
    confidence: float = SURE


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood from one text. `promulgated_by` is the decision that carries the plan, when both are in the file."""

    document: Document
    promulgated_by: Document | None = None
    others: tuple[Document, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    periods: tuple[Period, ...] = ()
    events: tuple[Found, ...] = ()
    sections: tuple[Section, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def is_plan(self) -> bool:
        return self.document.kind_code == "plan"
