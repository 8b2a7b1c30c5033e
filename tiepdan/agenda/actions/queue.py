"""Times kept at the portal and at the desk, numbers drawn, called, received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from tiepdan.accounts.rules import Actor
from tiepdan.agenda.actions.sessions import today_of
from tiepdan.agenda.models import Appointment, QueueTicket, ReceptionHours, ReceptionSession
from tiepdan.agenda.queries import slots_of
from tiepdan.agenda.slots import Slot, TicketStatus, may_arrive, may_book, may_call, may_end, may_receive
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code, new_pin
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.seal import load_ring
from tiepdan.infra.verdict import Refused


@dataclass(frozen=True, slots=True)
class Booked:
    """What whoever booked takes away; the PIN is shown once."""

    code: str
    pin: str
    slot: Slot


def appointment_pin(*, code: str, pin: str) -> bytes:
    """Return the keyed hash under which the PIN of an appointment is stored."""
    return load_ring(settings.HOME).keyed_hash(text=code + pin, purpose="appointment-pin")


@transaction.atomic
def book_at_portal(*, agency_id: int, key: str, people: int, by: Actor, at: datetime) -> Booked:
    """Keep a time for a citizen, inside `at_portal`. Raises ActionRefused: people_missing, slot_taken."""
    slot = _slot(agency_id=agency_id, path=by.agency_path, key=key, people=people, at=at)
    code, pin = new_code(), new_pin()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tiepdan.book_slot(%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                agency_id,
                slot.session,
                slot.on,
                slot.at.isoformat(),
                people,
                code,
                appointment_pin(code=code, pin=pin),
                at,
            ],
        )
        row = cursor.fetchone()
    if row is None or not row[0]:
        raise ActionRefused(Refused("slot_taken"))
    record(
        act="appointment.booked", by=by, at=at, subject=f"appointment:{row[0]}", after={"on": slot.on, "at": slot.at}
    )
    return Booked(code, pin, slot)


@transaction.atomic
def book_at_desk(*, key: str, people: int, by: Actor, at: datetime) -> Booked:
    """Keep a time for somebody at the desk or on the telephone.

    Raises ActionRefused: queue_role_not_allowed, people_missing, slot_taken.
    """
    allow(may_receive(role=by.role))
    slot = _slot(agency_id=by.agency_id, path=by.agency_path, key=key, people=people, at=at)
    code, pin = new_code(), new_pin()
    session = ReceptionSession.objects.filter(code=slot.session).first() if slot.session else None
    made = Appointment.objects.create(
        code=code, pin_hash=appointment_pin(code=code, pin=pin), agency_id=by.agency_id, agency_path=by.agency_path,
        session=session, on=slot.on, slot_at=slot.at, people=people, via="desk", created_at=at,
    )  # fmt: skip
    record(
        act="appointment.booked", by=by, at=at, subject=f"appointment:{made.pk}", after={"on": slot.on, "at": slot.at}
    )
    return Booked(code, pin, slot)


@transaction.atomic
def cancel_at_portal(*, appointment_id: int, code: str, pin: str, by: Actor, at: datetime) -> None:
    """Give a time back, by code and PIN. Raises ActionRefused: appointment_not_open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.cancel_slot(%s, %s)", [code, appointment_pin(code=code, pin=pin)])
        row = cursor.fetchone()
    if row is None or not row[0]:
        raise ActionRefused(Refused("appointment_not_open"))
    record(act="appointment.cancelled", by=by, at=at, subject=f"appointment:{appointment_id}")


@transaction.atomic
def draw_number(*, by: Actor, at: datetime, appointment_id: int | None = None) -> QueueTicket:
    """Give the next number of the day, to who has an appointment or to who just came.

    Raises ActionRefused: queue_role_not_allowed, appointment_not_open, appointment_other_day.
    """
    allow(may_receive(role=by.role))
    today = today_of(at)
    kept = None
    if appointment_id is not None:
        kept = Appointment.objects.select_for_update().filter(pk=appointment_id, agency_id=by.agency_id).first()
        if kept is None:
            raise ActionRefused(Refused("appointment_not_open"))
        allow(may_arrive(status=kept.status, on=kept.on, today=today))
        kept.status = "arrived"
        kept.save(update_fields=["status"])
    with connection.cursor() as cursor:  # numbers of a day are given one after the other
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"queue:{by.agency_id}:{today}"])
    last = QueueTicket.objects.filter(agency_id=by.agency_id, on=today).aggregate(last=Max("number"))["last"] or 0
    made = QueueTicket.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, on=today, number=last + 1, appointment=kept, arrived_at=at
    )
    record(act="queue.drawn", by=by, at=at, subject=f"ticket:{made.pk}", after={"number": made.number})
    return made


@transaction.atomic
def call_number(*, ticket_id: int, room: str, by: Actor, at: datetime) -> QueueTicket:
    """Call a number in. Raises ActionRefused: queue_role_not_allowed, ticket_unknown, ticket_not_waiting, ticket_room_missing."""
    ticket = _ticket(ticket_id, by=by)
    allow(may_call(status=ticket.status, room=room))
    ticket.status, ticket.room, ticket.called_at = TicketStatus.RECEIVING, tidy(room)[:40], at
    ticket.save(update_fields=["status", "room", "called_at"])
    record(act="queue.called", by=by, at=at, subject=f"ticket:{ticket.pk}", after={"number": ticket.number})
    return ticket


@transaction.atomic
def end_number(*, ticket_id: int, left: bool, by: Actor, at: datetime) -> QueueTicket:
    """Close a number: received, or gone. Raises ActionRefused: queue_role_not_allowed, ticket_unknown, ticket_not_received."""
    ticket = _ticket(ticket_id, by=by)
    allow(may_end(status=ticket.status, left=left))
    ticket.status, ticket.ended_at = TicketStatus.LEFT if left else TicketStatus.DONE, at
    ticket.save(update_fields=["status", "ended_at"])
    record(act="queue.ended", by=by, at=at, subject=f"ticket:{ticket.pk}", after={"status": ticket.status})
    return ticket


@transaction.atomic
def set_hours(
    *, weekday: int, starts_at: time, ends_at: time, place: str, starts_on: date, by: Actor, at: datetime
) -> ReceptionHours:
    """Set hours of a weekday from a day on. Raises ActionRefused: queue_role_not_allowed, agenda_hours_wrong."""
    allow(may_receive(role=by.role))
    if ends_at <= starts_at:
        raise ActionRefused(Refused("agenda_hours_wrong"))
    made = ReceptionHours.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, weekday=weekday, starts_at=starts_at, ends_at=ends_at,
        place=tidy(place), starts_on=starts_on,
    )  # fmt: skip
    record(
        act="hours.set", by=by, at=at, subject=f"hours:{made.pk}", after={"weekday": weekday, "starts_on": starts_on}
    )
    return made


@transaction.atomic
def end_hours(*, hours_id: int, by: Actor, at: datetime) -> None:
    """End hours from today on; appointments already kept stay. Raises ActionRefused: queue_role_not_allowed, hours_unknown."""
    allow(may_receive(role=by.role))
    row = ReceptionHours.objects.select_for_update().filter(pk=hours_id, agency_id=by.agency_id).first()
    if row is None or row.ends_before is not None:
        raise ActionRefused(Refused("hours_unknown"))
    row.ends_before = max(today_of(at), row.starts_on)
    row.save(update_fields=["ends_before"])
    record(act="hours.ended", by=by, at=at, subject=f"hours:{row.pk}", after={"ends_before": row.ends_before})


def _slot(*, agency_id: int, path: str, key: str, people: int, at: datetime) -> Slot:
    free = slots_of(agency_id=agency_id, path=path, at=at)
    allow(may_book(key=key, free=free, people=people))
    return next(slot for slot in free if slot.key == key)


def _ticket(ticket_id: int, *, by: Actor) -> QueueTicket:
    allow(may_receive(role=by.role))
    ticket = QueueTicket.objects.select_for_update().filter(pk=ticket_id, agency_id=by.agency_id).first()
    if ticket is None:
        raise ActionRefused(Refused("ticket_unknown"))
    return ticket
