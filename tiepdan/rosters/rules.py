"""States, verdicts and counting of rosters. Plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

KEEPERS: Final = ("coordinator", "head", "deputy", "records_clerk")  # set up task forces and rosters of their agency
LONGEST_DAYS: Final = 400
MOST_PEOPLE: Final = 200
LAST_YEAR: Final = 2050  # of the calendar of holidays


class Function(StrEnum):
    """What a member is in a task force."""

    LEADER = "leader"  # Tổ trưởng
    DEPUTY = "deputy"  # Tổ phó
    SECRETARY = "secretary"  # thư ký
    MEMBER = "member"  # thành viên


class Reply(StrEnum):
    """What the own body of a member answered."""

    OWN = "own"  # works here: nothing to ask
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


class RosterStatus(StrEnum):
    """How far a roster is."""

    DRAFT = "draft"
    SOLVING = "solving"
    SOLVED = "solved"
    PUBLISHED = "published"


class SwapStatus(StrEnum):
    """How far a swap is."""

    ASKED = "asked"
    AGREED = "agreed"  # by the other person, waiting for approval
    APPROVED = "approved"
    DECLINED = "declined"


class Attendance(StrEnum):
    """Whether somebody came."""

    CAME = "came"
    LATE = "late"
    ABSENT = "absent"


class DayKind(StrEnum):
    """How a day counts in the table of hours."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class ShiftKind:
    """A shift of every day, as the agency names it."""

    key: str
    name: str
    starts: time
    ends: time  # before `starts`: on the next day
    night: bool = False

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        first, last = _minute(self.starts), _minute(self.ends)
        return last - first if last > first else last + 24 * 60 - first


@dataclass(frozen=True, slots=True)
class PostKind:
    """What is staffed: a place, or the telephone."""

    key: str
    name: str
    place: str
    need: int
    shifts: tuple[str, ...]
    leader: bool = False
    standby: bool = False
    agencies: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """What a roster is made by; stored as JSON."""

    shifts: tuple[ShiftKind, ...]
    posts: tuple[PostKind, ...]
    per_day: int = 1
    rest_hours: int = 11
    in_row: int = 6
    consecutive_nights: bool = False
    pairs: tuple[tuple[int, int, bool], ...] = ()  # two members, together or apart

    def shift(self, key: str) -> ShiftKind:
        """Return a shift by its key."""
        return next(one for one in self.shifts if one.key == key)

    def post(self, key: str) -> PostKind:
        """Return a post by its key."""
        return next(one for one in self.posts if one.key == key)


DEFAULT_SHIFTS: Final = (
    ShiftKind("sang", "Sáng", time(7, 30), time(12, 0)),
    ShiftKind("chieu", "Chiều", time(13, 0), time(16, 30)),
    ShiftKind("toi", "Tối", time(18, 0), time(21, 0), night=True),
)


def setup_to_json(setup: Setup) -> dict[str, Any]:  # Any: JSON
    """Write a setup for storing."""
    return {
        "shifts": [
            {"key": one.key, "name": one.name, "starts": f"{one.starts:%H:%M}", "ends": f"{one.ends:%H:%M}",
             "night": one.night}
            for one in setup.shifts
        ],
        "posts": [
            {"key": one.key, "name": one.name, "place": one.place, "need": one.need, "shifts": list(one.shifts),
             "leader": one.leader, "standby": one.standby, "agencies": list(one.agencies), "skills": list(one.skills)}
            for one in setup.posts
        ],
        "per_day": setup.per_day, "rest_hours": setup.rest_hours, "in_row": setup.in_row,
        "consecutive_nights": setup.consecutive_nights, "pairs": [list(pair) for pair in setup.pairs],
    }  # fmt: skip


def setup_from_json(stored: Mapping[str, Any]) -> Setup:  # Any: JSON
    """Read a stored setup."""
    return Setup(
        shifts=tuple(
            ShiftKind(
                row["key"], row["name"], time.fromisoformat(row["starts"]), time.fromisoformat(row["ends"]), row["night"]
            )
            for row in stored["shifts"]
        ),
        posts=tuple(
            PostKind(
                row["key"], row["name"], row["place"], row["need"], tuple(row["shifts"]), row["leader"], row["standby"],
                tuple(row["agencies"]), tuple(row["skills"]),
            )
            for row in stored["posts"]
        ),
        per_day=stored["per_day"],
        rest_hours=stored["rest_hours"],
        in_row=stored["in_row"],
        consecutive_nights=stored["consecutive_nights"],
        pairs=tuple((int(one), int(two), bool(together)) for one, two, together in stored["pairs"]),
    )  # fmt: skip


def may_keep(*, role: str) -> Verdict:
    """Whether a role sets up task forces and rosters. Refused: duty_role_not_allowed."""
    return ALLOWED if role in {*KEEPERS, "system"} else Refused("duty_role_not_allowed")


def may_span(*, starts_on: date, ends_on: date) -> Verdict:
    """Whether a window can be. Refused: duty_days_wrong."""
    days = (ends_on - starts_on).days + 1
    return (
        ALLOWED
        if 1 <= days <= LONGEST_DAYS and ends_on.year <= LAST_YEAR
        else Refused("duty_days_wrong", facts={"most": str(LONGEST_DAYS)})
    )


def may_set_up(*, setup: Setup) -> Verdict:
    """Whether a setup makes sense. Refused: duty_setup_empty, duty_post_without_shift, duty_need_wrong."""
    if not setup.shifts or not setup.posts:
        return Refused("duty_setup_empty")
    for post in setup.posts:
        if not post.shifts:
            return Refused("duty_post_without_shift", facts={"post": post.name})
        if not 1 <= post.need <= MOST_PEOPLE:
            return Refused("duty_need_wrong", facts={"post": post.name})
    return ALLOWED


def may_solve(*, status: RosterStatus, members: int, days: int) -> Verdict:
    """Whether the solver may be asked. Refused: duty_being_solved, duty_nobody, duty_too_large."""
    if status is RosterStatus.SOLVING:
        return Refused("duty_being_solved")
    if not members:
        return Refused("duty_nobody")
    if members > MOST_PEOPLE or members * days > 12_000:
        return Refused("duty_too_large")
    return ALLOWED


def may_publish(*, status: RosterStatus, duties: int) -> Verdict:
    """Whether a roster may be told to its people. Refused: duty_being_solved, duty_not_solved."""
    if status is RosterStatus.SOLVING:
        return Refused("duty_being_solved")
    return ALLOWED if duties else Refused("duty_not_solved")


def may_swap(*, starts_at: datetime, at: datetime, own: bool, same_person: bool, open_swap: bool) -> Verdict:
    """Whether a swap may be asked. Refused: duty_not_yours, duty_begun, duty_same_person, duty_swap_open."""
    if not own:
        return Refused("duty_not_yours")
    if at >= starts_at:
        return Refused("duty_begun")
    if same_person:
        return Refused("duty_same_person")
    return Refused("duty_swap_open") if open_swap else ALLOWED


def may_attend(*, starts_at: datetime, at: datetime) -> Verdict:
    """Whether attendance may be noted: from half an hour before. Refused: duty_not_begun."""
    return ALLOWED if at >= starts_at - timedelta(minutes=30) else Refused("duty_not_begun")


@dataclass(frozen=True, slots=True)
class Worked:
    """One shift somebody did or is to do."""

    member: int
    kind: DayKind
    minutes: int
    standby: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """What a shift is paid, as the agency decided; nothing is assumed."""

    kind: DayKind
    standby: bool
    amount: int  # đồng a shift
    starts_on: date


@dataclass(frozen=True, slots=True)
class Sum:
    """Hours and allowance of one person."""

    member: int
    shifts: Mapping[DayKind, int]
    standby: int
    minutes: int
    amount: int | None  # None: a rate is missing

    @property
    def hours(self) -> float:
        """How long all shifts last together."""
        return self.minutes / 60


def sums(worked: Sequence[Worked], rates: Sequence[Rate]) -> list[Sum]:
    """Add up per person, in order of member. A shift without a rate makes the amount unknown, never zero."""
    price = {(rate.kind, rate.standby): rate.amount for rate in sorted(rates, key=lambda one: one.starts_on)}
    found = []
    for member in sorted({one.member for one in worked}):
        own = [one for one in worked if one.member == member]
        amounts = [price.get((one.kind, one.standby)) for one in own]
        known = [amount for amount in amounts if amount is not None]
        found.append(
            Sum(
                member,
                {kind: sum(one.kind is kind and not one.standby for one in own) for kind in DayKind},
                sum(one.standby for one in own),
                sum(one.minutes for one in own),
                sum(known) if len(known) == len(amounts) else None,
            )
        )
    return found


def _minute(value: time) -> int:
    return value.hour * 60 + value.minute
