"""Reads that fill the calendar of sessions, for the office, for oversight and for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import connection

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults
from tiepdan.agenda.models import (
    Appointment,
    FollowUp,
    QueueTicket,
    ReceptionHours,
    ReceptionSession,
    SessionMove,
    SessionVisit,
)
from tiepdan.agenda.rules import Chair, Period, SessionDay, SessionStatus, periods_of
from tiepdan.agenda.slots import DAYS_AHEAD, Opening, Slot, free_slots, regular_openings
from tiepdan.infra.clock import VIETNAM
from tiepdan.reception.models import Reception

MONTHS: Final = 12
MOST_AGENCIES: Final = 200


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar: its sessions, and how the head stands against the minimum."""

    number: int
    sessions: Sequence[ReceptionSession]
    periods: Sequence[Period]


@dataclass(frozen=True, slots=True)
class Overseen:
    """One agency in the eyes of oversight: the head's month."""

    agency: Agency
    periods: Sequence[Period]


@dataclass(frozen=True, slots=True)
class PublicSession:
    """A session as everybody may know it."""

    code: str
    chair: str
    chair_name: str
    chair_title: str
    kind: str
    on: date
    starts_at: time
    ends_at: time
    place: str
    mode: str
    focus: str
    participants: str
    status: str
    announced_on: date
    delegate_name: str
    delegate_title: str
    moved_from: date | None
    move_reason: str
    cancel_reason: str


def year_of(*, agency: Agency, year: int, chair: str, today: date) -> list[Month]:
    """Return the calendar of one chair of the own agency. Cost: 1 query."""
    found = ReceptionSession.objects.filter(
        agency=agency, chair=chair, on__gte=date(year, 1, 1), on__lte=date(year + 1, 1, 6)
    )
    rows = list(found.order_by("on", "starts_at"))
    days = days_of(rows)
    return [
        Month(
            number=month,
            sessions=[row for row in rows if (row.on.year, row.on.month) == (year, month)],
            periods=periods_of(kind=agency.kind, chair=chair, year=year, month=month, days=days, today=today),
        )
        for month in range(1, MONTHS + 1)
    ]


def month_of_all(*, agency: Agency, year: int, month: int) -> list[ReceptionSession]:
    """Return all sessions of the own agency in a month, whoever chairs. Cost: 1 query."""
    found = ReceptionSession.objects.filter(agency=agency, on__year=year, on__month=month)
    return list(found.order_by("on", "starts_at"))


def to_post(*, agency: Agency, today: date) -> list[ReceptionSession]:
    """Return planned sessions by the day they must be posted. Cost: 1 query."""
    found = ReceptionSession.objects.filter(agency=agency, status=SessionStatus.PLANNED, on__gte=today)
    return list(found.order_by("posting_due_on", "on")[:20])


def overseen(*, year: int, month: int, today: date) -> list[Overseen]:
    """Return, for oversight, each agency below that has a calendar, and its head's month. Cost: 1 query."""
    rows = list(
        ReceptionSession.objects.filter(
            chair=Chair.HEAD, on__gte=date(year, month, 1), on__lte=date(year + month // MONTHS, month % MONTHS + 1, 7)
        ).select_related("agency")
    )
    by_agency: dict[int, list[ReceptionSession]] = defaultdict(list)
    for row in rows:
        by_agency[row.agency_id].append(row)
    found = [
        Overseen(
            agency=own[0].agency,
            periods=periods_of(
                kind=own[0].agency.kind, chair=Chair.HEAD, year=year, month=month, days=days_of(own), today=today
            ),
        )
        for own in by_agency.values()
    ]
    return sorted(found, key=lambda one: one.agency.path)[:MOST_AGENCIES]


def visits_of(*, session: ReceptionSession) -> list[Reception]:
    """Return the lines of the book of a session, as far as the post sees them. Cost: 1 query."""
    lines = SessionVisit.objects.filter(session=session).select_related("visit", "visit__submission")
    return [line.visit for line in lines.order_by("visit__number")]


def unlinked_visits(*, session: ReceptionSession) -> list[Reception]:
    """Return the visits of the session's day that belong to no session. Cost: 1 query."""
    taken = SessionVisit.objects.values("visit_id")
    found = Reception.objects.filter(
        agency_id=session.agency_id, agency_path=session.agency_path, received_on=session.on, void_reason=""
    )
    return list(found.exclude(pk__in=taken).order_by("number")[:50])


def moves_of(*, session: ReceptionSession) -> list[SessionMove]:
    """Return how a session was moved, the latest first. Cost: 1 query."""
    return list(SessionMove.objects.filter(session=session).order_by("-pk"))


def follow_ups_of(*, session: ReceptionSession) -> list[FollowUp]:
    """Return what follows a session. Cost: 1 query."""
    return list(FollowUp.objects.filter(session=session).select_related("visit").order_by("visit__number", "pk"))


def open_follow_ups(*, agency: Agency) -> list[FollowUp]:
    """Return what sessions of an agency still wait for, the most urgent first. Cost: 1 query."""
    found = FollowUp.objects.filter(agency_path=agency.path, done_on__isnull=True).select_related("session", "visit")
    return list(found.order_by("due_on", "pk")[:50])


def public_sessions(*, agency_id: int, from_on: date, to_on: date) -> list[PublicSession]:
    """Return what was announced, without anybody acting. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_sessions(%s, %s, %s)", [agency_id, from_on, to_on])
        return [PublicSession(*row) for row in cursor.fetchall()]


def days_of(rows: Sequence[ReceptionSession]) -> list[SessionDay]:
    """Return what of sessions bears on the minimum."""
    return [SessionDay(row.on, SessionStatus(row.status), bool(row.delegate_name)) for row in rows]


@dataclass(frozen=True, slots=True)
class Kept:
    """An appointment as its holder sees it."""

    id: int
    agency_id: int
    on: date
    slot_at: time
    status: str
    people: int
    session_code: str
    session_on: date | None
    session_status: str
    chair_title: str
    ticket: int | None
    ticket_status: str

    @property
    def has_moved(self) -> bool:
        """Tell whether the session it was kept for is on another day now, or off."""
        return self.session_on is not None and (self.session_on != self.on or self.session_status == "cancelled")


@dataclass(frozen=True, slots=True)
class Called:
    """A number as the screen shows it."""

    number: int
    status: str
    room: str


def slots_of(*, agency_id: int, path: str, at: datetime) -> list[Slot]:
    """Return the times still free at an office in the coming days, whoever asks. Cost: 4 queries."""
    local = at.astimezone(VIETNAM)
    today, last = local.date(), local.date() + timedelta(days=DAYS_AHEAD)
    calendar = local_defaults(path=path).calendar
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_hours(%s, %s)", [agency_id, today])
        hours = [(int(row[0]), row[1], row[2], str(row[3])) for row in cursor.fetchall()]
        cursor.execute("SELECT * FROM tiepdan.taken_slots(%s, %s, %s)", [agency_id, today, last])
        taken = [(str(row[0]), row[1], row[2]) for row in cursor.fetchall()]
    openings = regular_openings(hours=hours, from_on=today, to_on=last, calendar=calendar)
    openings += [
        Opening(one.code, one.chair_title, one.on, one.starts_at, one.ends_at, one.place)
        for one in public_sessions(agency_id=agency_id, from_on=today, to_on=last)
        if one.status == SessionStatus.ANNOUNCED
    ]
    return free_slots(openings=openings, taken=taken, after=local)


def public_hours(*, agency_id: int, on: date) -> list[tuple[int, time, time, str]]:
    """Return the weekly hours of an office as everybody may know them. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_hours(%s, %s)", [agency_id, on])
        return [(int(row[0]), row[1], row[2], str(row[3])) for row in cursor.fetchall()]


def kept_appointment(*, code: str, pin_hash: bytes) -> Kept | None:
    """Return the appointment with this code and PIN, None when there is none. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.find_appointment(%s, %s)", [code, pin_hash])
        row = cursor.fetchone()
    return Kept(*row) if row else None


def public_queue(*, agency_id: int, on: date) -> list[Called]:
    """Return the numbers of a day as the screen shows them. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_queue(%s, %s)", [agency_id, on])
        return [Called(*row) for row in cursor.fetchall()]


def queue_of(*, agency_id: int, on: date) -> list[QueueTicket]:
    """Return the numbers of a day for the desk. Cost: 1 query."""
    found = QueueTicket.objects.filter(agency_id=agency_id, on=on).select_related("appointment__session")
    return list(found.order_by("number"))


def expected(*, agency_id: int, on: date) -> list[Appointment]:
    """Return who is expected on a day and has not come. Cost: 1 query."""
    found = Appointment.objects.filter(agency_id=agency_id, on=on, status="booked").select_related("session")
    return list(found.order_by("slot_at", "pk"))


def hours_of(*, agency_id: int) -> list[ReceptionHours]:
    """Return the hours in force or to come. Cost: 1 query."""
    found = ReceptionHours.objects.filter(agency_id=agency_id, ends_before__isnull=True)
    return list(found.order_by("weekday", "starts_at"))
