"""Appointments by code and PIN, numbers of the day, the screen: each act, each refusal, nothing that names anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from tests.agenda.build import AT, DAY, planned
from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting, at_portal, citizen_actor
from tiepdan.accounts.rules import Actor
from tiepdan.agenda import actions
from tiepdan.agenda.actions import Booked, appointment_pin
from tiepdan.agenda.models import Appointment, QueueTicket, ReceptionHours
from tiepdan.agenda.queries import kept_appointment, public_queue, slots_of
from tiepdan.agenda.slots import Opening, free_slots, regular_openings
from tiepdan.audit.models import Entry
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused

db = pytest.mark.django_db
DESK = "/ban-lam-viec/hang-cho/"


def hours(cast: Cast, *, weekday: int = 3, starts_on: date = date(2026, 7, 1)) -> ReceptionHours:
    """Thursdays from eight to nine."""
    with acting(cast.clerk):
        return actions.set_hours(
            weekday=weekday,
            starts_at=time(8),
            ends_at=time(9),
            place="Phòng tiếp dân",
            starts_on=starts_on,
            by=cast.clerk,
            at=AT,
        )


def booked(cast: Cast, key: str = "2026-07-02 08:00") -> Booked:
    """Keep a time as a citizen."""
    with at_portal(matter_id=0):
        return actions.book_at_portal(
            agency_id=cast.commune.pk, key=key, people=2, by=citizen_actor(agency=cast.commune), at=AT
        )


def code_of(by: Actor, act: Callable[[], object]) -> str:
    """Act; return the code of the refusal."""
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def test_times_are_twenty_minutes_later_than_now_and_not_taken() -> None:
    opening = Opening("", "", DAY, time(8), time(9, 10), "Phòng")
    found = free_slots(openings=[opening], taken=[("", DAY, time(8, 20))], after=moment("2026-07-16", 7))
    assert [slot.at for slot in found] == [time(8), time(8, 40)]
    assert free_slots(openings=[opening], taken=[], after=moment("2026-07-16", 9)) == []


def test_regular_hours_leave_days_off_out() -> None:
    rows = [(2, time(8), time(9), "Phòng")]  # Wednesdays; 2/9 is the National Day
    found = regular_openings(
        hours=rows, from_on=date(2026, 8, 26), to_on=date(2026, 9, 9), calendar=national_calendar()
    )
    assert [one.on for one in found] == [date(2026, 8, 26), date(2026, 9, 9)]


@db
def test_a_citizen_keeps_a_time_looks_it_up_and_gives_it_back() -> None:
    cast = make_cast()
    hours(cast)
    made = booked(cast)
    free = slots_of(agency_id=cast.commune.pk, path=cast.commune.path, at=AT)
    assert "2026-07-02 08:00" not in [slot.key for slot in free]
    assert "2026-07-02 08:20" in [slot.key for slot in free]
    kept = kept_appointment(code=made.code, pin_hash=appointment_pin(code=made.code, pin=made.pin))
    assert kept is not None
    assert (kept.on, kept.slot_at, kept.people, kept.status) == (date(2026, 7, 2), time(8), 2, "booked")
    assert kept_appointment(code=made.code, pin_hash=appointment_pin(code=made.code, pin="000000")) is None
    with pytest.raises(ActionRefused) as stopped:
        booked(cast)
    assert stopped.value.code == "slot_taken"

    def give_back() -> None:
        with at_portal(matter_id=0):
            actions.cancel_at_portal(
                appointment_id=kept.id, code=made.code, pin=made.pin, by=citizen_actor(agency=cast.commune), at=AT
            )

    give_back()
    with pytest.raises(ActionRefused) as stopped:
        give_back()
    assert stopped.value.code == "appointment_not_open"
    booked(cast)  # free again
    with acting(cast.head):
        acts = Entry.objects.filter(act__startswith="appointment.").order_by("pk").values_list("act", "actor_role")
        assert list(acts) == [
            ("appointment.booked", "citizen"), ("appointment.cancelled", "citizen"), ("appointment.booked", "citizen"),
        ]  # fmt: skip


@db
def test_times_of_announced_sessions_only() -> None:
    cast = make_cast()
    session = planned(cast.clerk)
    assert slots_of(agency_id=cast.commune.pk, path=cast.commune.path, at=AT) == []
    with acting(cast.clerk):
        actions.announce_session(session_id=session.pk, by=cast.clerk, at=AT)
    free = slots_of(agency_id=cast.commune.pk, path=cast.commune.path, at=AT)
    assert len(free) == 9
    made = booked(cast, key=free[0].key)
    with acting(cast.clerk):
        assert Appointment.objects.get().session_id == session.pk
        actions.move_session(
            session_id=session.pk, to_on=date(2026, 7, 17), starts_at=time(8), ends_at=time(11), reason="Họp tỉnh",
            by=cast.clerk, at=AT,
        )  # fmt: skip
    kept = kept_appointment(code=made.code, pin_hash=appointment_pin(code=made.code, pin=made.pin))
    assert kept is not None
    assert kept.has_moved


@db
def test_numbers_of_a_day() -> None:
    cast = make_cast()
    by = cast.clerk
    hours(cast)
    booked(cast)
    day = moment("2026-07-02", 8)
    with acting(by):
        pk = Appointment.objects.get().pk
    assert code_of(by, lambda: actions.draw_number(by=by, at=AT, appointment_id=pk)) == "appointment_other_day"
    assert code_of(by, lambda: actions.draw_number(by=by, at=day, appointment_id=0)) == "appointment_not_open"
    assert code_of(cast.handler, lambda: actions.draw_number(by=cast.handler, at=day)) == "queue_role_not_allowed"
    with acting(by):
        first = actions.draw_number(by=by, at=day)
        second = actions.draw_number(by=by, at=day, appointment_id=pk)
    assert (first.number, second.number) == (1, 2)
    assert code_of(by, lambda: actions.draw_number(by=by, at=day, appointment_id=pk)) == "appointment_not_open"
    assert (
        code_of(by, lambda: actions.call_number(ticket_id=first.pk, room=" ", by=by, at=day)) == "ticket_room_missing"
    )
    assert (
        code_of(by, lambda: actions.end_number(ticket_id=first.pk, left=False, by=by, at=day)) == "ticket_not_received"
    )
    assert code_of(by, lambda: actions.call_number(ticket_id=0, room="1", by=by, at=day)) == "ticket_unknown"
    other = cast.outsider_clerk
    assert (
        code_of(other, lambda: actions.call_number(ticket_id=first.pk, room="1", by=other, at=day)) == "ticket_unknown"
    )
    with acting(by):
        actions.call_number(ticket_id=first.pk, room="Bàn 1", by=by, at=day)
    assert code_of(by, lambda: actions.call_number(ticket_id=first.pk, room="1", by=by, at=day)) == "ticket_not_waiting"
    shown = [(one.number, one.status, one.room) for one in public_queue(agency_id=cast.commune.pk, on=day.date())]
    assert shown == [(1, "receiving", "Bàn 1"), (2, "waiting", "")]
    with acting(by):
        actions.end_number(ticket_id=first.pk, left=False, by=by, at=day)
        actions.end_number(ticket_id=second.pk, left=True, by=by, at=day)
        assert list(QueueTicket.objects.order_by("number").values_list("status", flat=True)) == ["done", "left"]
    with acting(cast.head):
        acts = Entry.objects.filter(act__startswith="queue.").order_by("pk").values_list("act", flat=True)
        assert list(acts) == ["queue.drawn", "queue.drawn", "queue.called", "queue.ended", "queue.ended"]


@db
def test_hours_end_and_wrong_ones_are_refused() -> None:
    cast = make_cast()
    by, row = cast.clerk, hours(cast)
    assert code_of(by, lambda: actions.end_hours(hours_id=0, by=by, at=AT)) == "hours_unknown"
    assert (
        code_of(
            by,
            lambda: actions.set_hours(
                weekday=1, starts_at=time(9), ends_at=time(9), place="x", starts_on=DAY, by=by, at=AT
            ),
        )
        == "agenda_hours_wrong"
    )
    with acting(by):
        actions.end_hours(hours_id=row.pk, by=by, at=AT)
    assert code_of(by, lambda: actions.end_hours(hours_id=row.pk, by=by, at=AT)) == "hours_unknown"
    assert slots_of(agency_id=cast.commune.pk, path=cast.commune.path, at=AT) == []


@db
def test_the_database_shows_the_queue_to_the_office_alone_and_books_only_at_the_portal() -> None:
    cast = make_cast()
    hours(cast)
    booked(cast)
    with acting(cast.clerk):
        actions.draw_number(by=cast.clerk, at=AT)
    tables = (ReceptionHours, Appointment, QueueTicket)
    seen = {}
    for who in ("clerk", "head", "overseer", "handler", "outsider"):
        with acting(getattr(cast, who)):
            seen[who] = tuple(table.objects.count() for table in tables)
    assert seen == {
        "clerk": (1, 1, 1), "head": (1, 1, 1), "overseer": (0, 0, 0), "handler": (0, 0, 0), "outsider": (0, 0, 0),
    }  # fmt: skip
    with at_portal(matter_id=0):
        assert not any(table.objects.exists() for table in tables)
    with pytest.raises(DatabaseError, match="row-level security"), acting(cast.coordinator):
        QueueTicket.objects.update(room="x")
    with acting(cast.outsider), connection.cursor() as cursor:  # an officer books by the act, not by the function
        cursor.execute("SELECT tiepdan.book_slot(%s, '', '2026-07-02', '08:40', 1, 'X', 'x', now())", [cast.commune.pk])
        assert cursor.fetchone() == (0,)


@db
def test_pages_of_the_portal_and_of_the_desk() -> None:
    cast = make_cast()
    visitor, desk = Client(), client_of(cast.clerk)
    page = f"/hen/{cast.commune.code}/"
    assert "Chưa có giờ nào để hẹn" in visitor.get(page).content.decode()
    assert visitor.get("/hen/khong-co/").status_code == 404
    assert "Chưa ghi giờ tiếp" in desk.get(f"{DESK}gio-tiep/").content.decode()
    assert "Không còn giờ trống" in desk.get(f"{DESK}hen/").content.decode()
    for weekday in range(5):
        values = {
            "weekday": weekday,
            "starts_at": "00:20",
            "ends_at": "23:40",
            "place": "Phòng 1",
            "starts_on": "2026-01-01",
        }
        assert desk.post(f"{DESK}gio-tiep/", values).status_code == 302
    assert desk.post(f"{DESK}gio-tiep/", {"weekday": 1}).status_code == 422
    assert "Giờ tiếp thường xuyên" in visitor.get(f"/lich-tiep/{cast.commune.code}/").content.decode()
    free = slots_of(agency_id=cast.commune.pk, path=cast.commune.path, at=clock.now())
    assert visitor.post(page, {"slot": "", "people": "1"}).status_code == 422
    done = visitor.post(page, {"slot": free[-1].key, "people": "2"})
    assert done.status_code == 200
    assert "Đã giữ giờ" in done.content.decode()
    made = done.context["booked"]
    assert "Xem giờ hẹn" in visitor.get("/hen/").content.decode()
    assert visitor.post("/hen/", {"ma": made.code, "pin": "999999"}).status_code == 404
    assert "Đang giữ" in visitor.post("/hen/", {"ma": made.code, "pin": made.pin}).content.decode()
    gone = visitor.post("/hen/", {"ma": made.code, "pin": made.pin, "cancel": "1"}).content.decode()
    assert "Đã hủy" in gone
    assert visitor.post("/hen/", {"ma": made.code, "pin": made.pin, "cancel": "1"}).status_code == 409
    assert "Mã hẹn" in desk.post(f"{DESK}hen/", {"slot": free[-1].key, "people": "1"}).content.decode()
    assert "Không ai đang chờ" in desk.get(DESK).content.decode()
    desk.post(f"{DESK}lay-so/")
    with acting(cast.clerk):
        ticket = QueueTicket.objects.get()
    assert desk.post(f"{DESK}moi/", {"id": ticket.pk, "room": ""}).status_code == 409
    assert desk.post(f"{DESK}moi/", {"id": ticket.pk, "room": "Bàn 2"}).status_code == 302
    shown = visitor.get(f"/man-hinh/{cast.commune.code}/").content.decode()
    assert "Bàn 2" in shown
    assert 'http-equiv="refresh"' in shown
    assert desk.post(f"{DESK}xong/", {"id": ticket.pk}).status_code == 302
    assert desk.post(f"{DESK}khong-co/").status_code == 404
    assert client_of(cast.outsider).post(f"{DESK}xong/", {"id": ticket.pk}).status_code == 409
    assert client_of(cast.handler).get(DESK).status_code == 404


@db
def test_wrong_pins_lock_a_code_and_look_ups_are_limited(settings: object) -> None:
    settings.LOOKUP_PER_MINUTE = 12  # type: ignore[attr-defined] # the fixture of pytest-django
    cast = make_cast()
    hours(cast)
    made = booked(cast)
    visitor = Client()
    answers = [visitor.post("/hen/", {"ma": made.code, "pin": "12"}).status_code for _ in range(10)]
    assert answers == [404] * 10
    assert visitor.post("/hen/", {"ma": made.code, "pin": made.pin}).status_code == 404  # locked for an hour
    assert visitor.post("/hen/", {"ma": made.code, "pin": made.pin}).status_code == 404
    assert visitor.post("/hen/", {"ma": made.code, "pin": made.pin}).status_code == 429
