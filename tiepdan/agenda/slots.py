"""Times that may be kept, and the queue of a day. Plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.deadlines.calendar import Calendar
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

RECEIVERS: Final = frozenset(
    {Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK}
)
SLOT: Final = timedelta(minutes=20)  # a house default
DAYS_AHEAD: Final = 30
MOST_PEOPLE: Final = 5000


class TicketStatus(StrEnum):
    """Where a number stands."""

    WAITING = "waiting"
    RECEIVING = "receiving"
    DONE = "done"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Opening:
    """A stretch of time in which an office receives: of a session, or of the regular hours (no code)."""

    session: str
    chair: str
    on: date
    starts_at: time
    ends_at: time
    place: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be kept."""

    session: str
    chair: str
    on: date
    at: time
    place: str

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.on:%Y-%m-%d} {self.at:%H:%M} {self.session}".strip()


def regular_openings(
    *, hours: Iterable[tuple[int, time, time, str]], from_on: date, to_on: date, calendar: Calendar
) -> list[Opening]:
    """Return the regular hours as days; days off have none, a worked weekend day has those of its weekday."""
    rows = list(hours)
    days = (from_on + timedelta(days=n) for n in range((to_on - from_on).days + 1))
    return [
        Opening("", "", day, starts_at, ends_at, place)
        for day in days
        if calendar.is_working_day(day)
        for weekday, starts_at, ends_at, place in rows
        if weekday == day.weekday()
    ]


def free_slots(*, openings: Iterable[Opening], taken: Iterable[tuple[str, date, time]], after: datetime) -> list[Slot]:
    """Return the times still free, by day and hour. after: local time; only later ones are offered."""
    gone = set(taken)
    found = []
    for opening in openings:
        begins = datetime.combine(opening.on, opening.starts_at)
        ends = datetime.combine(opening.on, opening.ends_at)
        while begins + SLOT <= ends:
            at = begins.time()
            if begins > after.replace(tzinfo=None) and (opening.session, opening.on, at) not in gone:
                found.append(Slot(opening.session, opening.chair, opening.on, at, opening.place))
            begins += SLOT
    return sorted(found, key=lambda slot: (slot.on, slot.at, slot.session))


def may_receive(*, role: str) -> Verdict:
    """Whether a role works with the queue of the own office."""
    return ALLOWED if role in RECEIVERS else Refused("queue_role_not_allowed")


def may_book(*, key: str, free: Sequence[Slot], people: int) -> Verdict:
    """Whether a time may be kept."""
    if not 1 <= people <= MOST_PEOPLE:
        return Refused("people_missing")
    return ALLOWED if any(slot.key == key for slot in free) else Refused("slot_taken")


def may_arrive(*, status: str, on: date, today: date) -> Verdict:
    """Whether who holds an appointment may be given a number."""
    if status != "booked":
        return Refused("appointment_not_open")
    return ALLOWED if on == today else Refused("appointment_other_day", facts={"day": f"{on:%d/%m/%Y}"})


def may_call(*, status: str, room: str) -> Verdict:
    """Whether a number may be called in: with the room, so that the screen can say where."""
    if status != TicketStatus.WAITING:
        return Refused("ticket_not_waiting")
    return ALLOWED if room.strip() else Refused("ticket_room_missing")


def may_end(*, status: str, left: bool) -> Verdict:
    """Whether a number is over: received, or gone without being received."""
    fits = status == TicketStatus.RECEIVING or (left and status == TicketStatus.WAITING)
    return ALLOWED if fits else Refused("ticket_not_received")
