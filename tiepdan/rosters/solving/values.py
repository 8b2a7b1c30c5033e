"""A roster as a problem, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

MINUTES: Final = 24 * 60


class WishKind(StrEnum):
    """What somebody said about a day or a shift."""

    LEAVE = "leave"  # cannot: never assigned
    AVOID = "avoid"  # would rather not
    PREFER = "prefer"  # would like to


class Rule(StrEnum):
    """Groups of rules that can stand against each other."""

    COVER = "cover"  # numbers per shift
    LEADER = "leader"  # one who may lead
    AGENCY = "agency"  # somebody from a body
    SKILL = "skill"  # somebody who can
    LEAVE = "leave"
    PER_DAY = "per_day"
    REST = "rest"
    NIGHTS = "nights"
    IN_ROW = "in_row"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the window."""

    on: date
    free: bool  # weekend, holiday or Tết: counted apart


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift that exists every day."""

    key: str
    starts: int  # minutes after midnight
    ends: int  # minutes after midnight of the same day; more than a day's when it ends on the next
    night: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """What must be staffed in each of its shifts."""

    key: str
    need: int
    shifts: tuple[str, ...]
    leader: bool = False
    agencies: tuple[str, ...] = ()  # somebody from each
    skills: tuple[str, ...] = ()  # somebody with each
    standby: bool = False  # at the telephone, not at the place


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be assigned."""

    key: int
    agency: str = ""
    skills: frozenset[str] = frozenset()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Leave or a preference; an empty shift means the whole day."""

    person: int
    on: date
    kind: WishKind
    shift: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two people in the same shifts, or never in the same shift."""

    first: int
    second: int
    together: bool


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One post in one shift of one day."""

    on: date
    shift: str
    post: str


@dataclass(frozen=True, slots=True, order=True)
class Assigned:
    """Somebody in a slot."""

    slot: Slot
    person: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may be asked to do."""

    per_day: int = 1
    rest_minutes: int = 11 * 60  # between shifts of two days
    in_row: int = 6  # days
    consecutive_nights: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the solver is told."""

    days: tuple[Day, ...]
    shifts: tuple[Shift, ...]
    posts: tuple[Post, ...]
    people: tuple[Person, ...]
    wishes: tuple[Wish, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    kept: tuple[Assigned, ...] = ()  # what was published
    limits: Limits = Limits()

    def slots(self) -> list[Slot]:
        """Every slot, in order."""
        return [
            Slot(day.on, shift.key, post.key)
            for day in self.days
            for shift in self.shifts
            for post in self.posts
            if shift.key in post.shifts
        ]

    def leave(self) -> frozenset[tuple[int, date, str]]:
        """Who cannot come when, shift by shift."""
        return self._wished(WishKind.LEAVE)

    def wished(self, kind: WishKind) -> frozenset[tuple[int, date, str]]:
        """Who said this of which shift."""
        return self._wished(kind)

    def _wished(self, kind: WishKind) -> frozenset[tuple[int, date, str]]:
        return frozenset(
            (wish.person, wish.on, shift.key)
            for wish in self.wishes
            if wish.kind is kind
            for shift in self.shifts
            if wish.shift in {"", shift.key}
        )


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to search. Deterministic seconds give the same answer on every machine; the wall clock never decides."""

    seconds: float = 2.0
    seed: int = 20
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A slot, or a demand of it, that nobody could meet, with why each person could not."""

    slot: Slot
    rule: Rule
    missing: int
    value: str  # the body or skill asked for
    reasons: Mapping[str, int]  # why → how many people


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One exception that would let every slot be filled."""

    rule: Rule
    person: int | None
    slot: Slot


@dataclass(frozen=True, slots=True)
class Evenness:
    """The largest difference of shifts between two people, and what stays however well one shares."""

    spread_all: int = 0  # between two people who could have done as many as the others
    spread_free: int = 0  # of weekends, holidays, Tết
    least_all: int = 0  # not below this: not everybody may sit everywhere
    least_free: int = 0

    @property
    def forced(self) -> bool:
        """Whether shifts are not shared evenly, and could not be."""
        return (
            max(self.spread_all, self.spread_free) > 1
            and self.spread_all <= max(1, self.least_all)
            and self.spread_free <= max(1, self.least_free)
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out."""

    status: str  # optimal, feasible
    duties: tuple[Assigned, ...] = ()
    unfilled: tuple[Unfilled, ...] = ()
    conflict: tuple[Rule, ...] = ()  # rules that cannot all hold
    relaxations: tuple[Relaxation, ...] = ()
    objective: float = 0
    bound: float = 0
    evenness: Evenness = Evenness()
    moved: tuple[Assigned, ...] = ()  # published and no longer kept
    seconds: float = field(default=0, compare=False)
