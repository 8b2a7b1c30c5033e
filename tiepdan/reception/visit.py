"""A visit as a door hands it over: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tiepdan.matters.rules import MatterKind
from tiepdan.reception.rules import Outcome, ReceptionKind, Standing
from tiepdan.submissions.intake import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorData:
    """Somebody who came."""

    name: str
    identity_kind: str = ""
    identity: Identity = field(default_factory=Identity)
    standing: Standing = Standing.SELF
    standing_papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptItem:
    """A paper taken in."""

    name: str
    pages: int | None = None
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit, also when nothing is submitted."""

    purpose: MatterKind
    outcome: Outcome
    visitors: tuple[VisitorData, ...]
    kind: ReceptionKind = ReceptionKind.REGULAR
    mode: str = "in_person"  # in_person, online
    place: str = ""
    received_by_role: str = "officer"  # officer, head, delegate
    people: int = 1
    summary: str = ""
    content: str = ""
    demands: str = ""
    earlier_handling: str = ""
    settled_by: str = ""
    interpreter: str = ""
    taken_down: bool = False
    read_back: bool = False
    signing: str = ""  # a Signing, or empty
    first_time: bool = True
    competent: bool | None = None
    outcome_agency_id: int | None = None
    outcome_note: str = ""
    refusal_code: str = ""
    refusal_facts: dict[str, str] = field(default_factory=dict)
    refusal_complete_on: date | None = None
    items: tuple[ReceiptItem, ...] = ()
    notice_version: str = ""
