"""A legal procedure as values: states, acts between them, grounds and limits, for one period of the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.cases.rules.situation import Role

SAME: Final = "same"  # target of a side action: the state stays
PREVIOUS: Final = "previous"  # target of a resumption: the state before the suspension


class ProcedureKind(StrEnum):
    """The procedures the program knows; each is the file of that name in rules/procedures."""

    FIRST_COMPLAINT = "first_complaint"  # khiếu nại lần đầu
    SECOND_COMPLAINT = "second_complaint"  # khiếu nại lần hai
    DISCIPLINARY_COMPLAINT = "disciplinary_complaint"  # khiếu nại quyết định kỷ luật
    DENUNCIATION = "denunciation"  # tố cáo
    PETITION_FEEDBACK = "petition_feedback"  # kiến nghị, phản ánh
    PROCESSING = "processing"  # xử lý đơn


class Confidence(StrEnum):
    """How sure the legal source is."""

    VERIFIED = "verified"  # the provision itself was read
    SECONDARY = "secondary"  # read in a partial or secondary text
    UNVERIFIED = "unverified"  # from memory or a design choice: configurable


@dataclass(frozen=True, slots=True)
class GuardCall:
    """A condition of an act: a guard of the registry with its settings."""

    name: str
    settings: tuple[tuple[str, str | int], ...] = ()

    def setting(self, name: str) -> str | int:
        """Return a setting; the loader has checked that it is there."""
        return dict(self.settings)[name]


@dataclass(frozen=True, slots=True)
class LimitRef:
    """A limit an act touches, optionally only under a guard."""

    rule: str  # id in rules/deadlines
    when: GuardCall | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What an act does to the clocks of a case."""

    starts: tuple[LimitRef, ...] = ()
    meets: tuple[LimitRef, ...] = ()  # the duty is done, the clock stops for good
    pauses: tuple[LimitRef, ...] = ()
    resumes: tuple[LimitRef, ...] = ()
    extends: tuple[LimitRef, ...] = ()
    ends: tuple[LimitRef, ...] = ()  # the duty falls away


@dataclass(frozen=True, slots=True)
class Ground:
    """A legal ground on which an act may rest."""

    code: str
    title_vi: str
    article: str
    confidence: Confidence
    guards: tuple[GuardCall, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state of a case."""

    code: str
    title_vi: str  # officer's words
    citizen_vi: str  # plain words for the person who submitted
    is_start: bool
    is_end: bool
    is_active: bool  # the settlement is under way
    clocks: tuple[str, ...]  # rule ids of limits that run here
    next_acts: tuple[str, ...]  # acts to propose, best first


@dataclass(frozen=True, slots=True)
class Act:
    """Something a role does to a case."""

    code: str  # verb_object
    row: str  # row of the law page
    title_vi: str  # words of the button
    from_states: tuple[str, ...]  # empty: opens the case
    to: str  # code of a state, SAME or PREVIOUS
    side_action: bool  # changes no state
    who: tuple[Role, ...]
    guards: tuple[GuardCall, ...]
    documents: tuple[str, ...]  # keys in rules/forms
    limits: Limits
    recipients: tuple[str, ...]
    grounds: tuple[Ground, ...]  # closed list, one must be established; empty: none asked
    reason_required: bool
    article: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure in the version of one period."""

    kind: ProcedureKind
    title_vi: str
    period: str  # P0, P1, P2 …
    starts_on: date
    ends_before: date | None
    states: Mapping[str, State]
    acts: Mapping[str, Act]
    grounds: Mapping[str, tuple[Ground, ...]]  # every list an act or guard of this procedure names

    @property
    def start(self) -> State:
        """The state of a case just opened."""
        return next(state for state in self.states.values() if state.is_start)

    @property
    def opening(self) -> Act:
        """The act that opens a case."""
        return next(act for act in self.acts.values() if not act.from_states)

    def acts_from(self, state: str) -> tuple[Act, ...]:
        """List the acts written for a state, in the order of the file."""
        return tuple(act for act in self.acts.values() if state in act.from_states)
