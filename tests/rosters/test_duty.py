"""Task forces and rosters: every act done, refused, tried from outside, in the record; the pages and prints."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import docx
import pytest
from django.db import ProgrammingError, connection
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pypdf import PdfReader

from tests.people import Cast, client_of, make_cast
from tests.rosters.build import AT, SETUP, force, join, roster
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Notice
from tiepdan.rosters import actions, jobs
from tiepdan.rosters.access import duty_for, force_for, roster_for
from tiepdan.rosters.models import DutyShift, Member, Roster, Swap, TaskForce
from tiepdan.rosters.problem import kind_of, problem_of
from tiepdan.rosters.queries import FeedShift, candidates, feed, hours, swap_verdict
from tiepdan.rosters.rules import (
    Attendance,
    DayKind,
    Function,
    RosterStatus,
    Setup,
    may_solve,
    setup_from_json,
    setup_to_json,
)
from tiepdan.rosters.solving.check import clash
from tiepdan.rosters.solving.values import Slot, WishKind

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/truc/"


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def acts_of(cast: Cast, subject: str) -> list[str]:
    with acting(cast.head):
        return list(Entry.objects.filter(subject=subject).order_by("pk").values_list("act", flat=True))


def test_a_setup_is_read_back_as_it_was_written() -> None:
    assert setup_from_json(setup_to_json(SETUP)) == SETUP


def test_from_decision_to_published_roster() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.clerk):
        duties = list(DutyShift.objects.filter(roster=made))
        assert len(duties) == 14 * 2 * 2
        assert {duty.on.weekday() for duty in duties} == set(range(7))
        assert made.findings["unfilled"] == []
        assert made.findings["spread_all"] <= made.findings["least_all"]  # three leaders carry every telephone
        assert all(duty.leads for duty in duties if duty.post == "v2")
        assert Notice.objects.filter(kind="duty_published", user_id=cast.clerk.user_id).exists()
    assert acts_of(cast, f"roster:{made.pk}") == [
        "roster.opened",
        "roster.solving_asked",
        "roster.solved",
        "roster.published",
    ]
    assert "task_force.decided" in acts_of(cast, f"task_force:{made.force_id}")


def test_another_agency_sees_nothing() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.coordinator):
        duty = DutyShift.objects.first()
        code = made.force.code
    assert duty is not None
    with acting(cast.outsider):
        assert not DutyShift.objects.exists()
        for ask in (
            lambda: roster_for(code=made.code),
            lambda: force_for(code=code),
            lambda: duty_for(duty_id=duty.pk),
        ):
            with pytest.raises(NotFound):
                ask()
    client = client_of(cast.outsider)
    absent = client.get(f"{DESK}lich/0000-0000-00/").status_code
    paths = (
        f"lich/{made.code}/",
        f"to/{code}/",
        f"ca/{duty.pk}/",
        f"lich/{made.code}/lich.pdf",
        f"lich/{made.code}/gio/",
    )
    assert {client.get(f"{DESK}{path}").status_code for path in paths} == {absent} == {404}


def test_somebody_from_another_body_serves_when_it_agreed() -> None:
    cast = make_cast()
    made, by = force(cast), cast.coordinator
    with acting(by):
        member = actions.add_member(
            force_id=made.pk, name="Chưa rõ", title="", body="Công an phường", phone="", function=Function.MEMBER, leads=False,
            skills=[], user_id=None, asked=True, asked_letter="45/UBND-VP", by=by, at=AT,
        )  # fmt: skip
    reply: dict[str, Any] = {
        "member_id": member.pk,
        "on": AT.date(),
        "name": "Ninh Văn Cử",
        "title": "Phó Trưởng công an",
        "scope": "cả đợt",
    }
    assert (
        refused(by, lambda: actions.note_reply(agreed=True, letter=" ", by=by, at=AT, **reply)) == "duty_reply_missing"
    )
    with acting(by):
        noted = actions.note_reply(agreed=True, letter="9/CAP", by=by, at=AT, **reply)
        assert (noted.reply, noted.name, noted.scope) == ("agreed", "Ninh Văn Cử", "cả đợt")


def test_refusals_of_task_forces_and_rosters() -> None:
    cast = make_cast()
    made, by = force(cast), cast.coordinator
    days: dict[str, Any] = {"starts_on": date(2049, 8, 3), "ends_on": date(2049, 8, 4)}
    assert refused(by, lambda: join(made, cast.clerk, by=by)) == "duty_member_twice"
    assert (
        refused(cast.clerk, lambda: actions.end_force(force_id=made.pk, reason="x", by=cast.clerk, at=AT))
        == "duty_role_not_allowed"
    )
    again: dict[str, Any] = {"force_id": made.pk, "number": 1, "symbol": "QĐ", "on": AT.date()}
    assert refused(by, lambda: actions.decide_force(**again, by=by, at=AT)) == "duty_decided"
    empty = Setup((), ())
    assert (
        refused(by, lambda: actions.open_roster(force_id=made.pk, title="x", setup=empty, by=by, at=AT, **days))
        == "duty_setup_empty"
    )
    turned: dict[str, Any] = {"starts_on": days["ends_on"], "ends_on": days["starts_on"]}
    assert (
        refused(by, lambda: actions.open_roster(force_id=made.pk, title="x", setup=SETUP, by=by, at=AT, **turned))
        == "duty_days_wrong"
    )
    with acting(by):
        opened = actions.open_roster(force_id=made.pk, title="x", setup=SETUP, by=by, at=AT, **days)
    assert refused(by, lambda: actions.publish_roster(roster_id=opened.pk, by=by, at=AT)) == "duty_not_solved"
    with acting(by):
        actions.solve_roster(roster_id=opened.pk, by=by, at=AT)
    assert refused(by, lambda: actions.solve_roster(roster_id=opened.pk, by=by, at=AT)) == "duty_being_solved"
    with acting(by):
        actions.fail_solving(roster_id=opened.pk, why="x", by=by, at=AT)
        actions.end_force(force_id=made.pk, reason="Xong việc", by=by, at=AT)
    assert (
        refused(by, lambda: actions.open_roster(force_id=made.pk, title="x", setup=SETUP, by=by, at=AT, **days))
        == "duty_force_ended"
    )


def test_a_swap_is_agreed_then_approved() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.clerk):
        own = DutyShift.objects.filter(roster=made, member__user_id=cast.clerk.user_id).order_by("starts_at")
        free = ((duty, one.member) for duty in own for one in candidates(duty=duty) if not one.why)
        duty, taker = next(free)
        swap = actions.ask_swap(
            duty_id=duty.pk, other_id=taker.pk, other_duty_id=None, reason="Họp", by=cast.clerk, at=AT
        )
    ask: dict[str, Any] = {"duty_id": duty.pk, "other_id": taker.pk, "other_duty_id": None, "reason": "x", "at": AT}
    assert refused(cast.clerk, lambda: actions.ask_swap(by=cast.clerk, **ask)) == "duty_swap_open"
    with acting(cast.clerk):
        assert swap_verdict(duty=duty, by=cast.clerk, at=AT) == Refused("duty_swap_open")
    page = client_of(cast.clerk).get(reverse("desk:duty_change", args=[duty.pk])).content.decode()
    assert "Chưa đề nghị đổi ca này được" in page
    assert 'value="swap"' not in page  # nothing is offered that would be refused
    assert (
        refused(cast.clerk, lambda: actions.answer_swap(swap_id=swap.pk, agree=True, by=cast.clerk, at=AT))
        == "duty_not_asked_of_you"
    )
    boss = cast.coordinator
    assert (
        refused(boss, lambda: actions.decide_swap(swap_id=swap.pk, approve=True, by=boss, at=AT)) == "duty_swap_ended"
    )
    other = next(one for one in vars(cast).values() if isinstance(one, Actor) and one.user_id == taker.user_id)
    with acting(other):
        assert Notice.objects.filter(kind="duty_swap_asked", user_id=other.user_id).exists()
        actions.answer_swap(swap_id=swap.pk, agree=True, by=other, at=AT)
    with acting(boss):
        actions.decide_swap(swap_id=swap.pk, approve=True, by=boss, at=AT)
        assert DutyShift.objects.get(pk=duty.pk).member_id == taker.pk
    assert "duty.swap_decided" in acts_of(cast, f"roster:{made.pk}")


def test_attendance_hand_over_and_hours() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.clerk):
        duty = DutyShift.objects.filter(roster=made, member__user_id=cast.clerk.user_id).order_by("starts_at").first()
    assert duty is not None
    came: dict[str, Any] = {"duty_id": duty.pk, "attendance": Attendance.CAME, "note": ""}
    assert refused(cast.clerk, lambda: actions.note_attendance(**came, by=cast.clerk, at=AT)) == "duty_not_begun"
    then = duty.starts_at + timedelta(minutes=1)
    assert refused(cast.records, lambda: actions.hand_over(
        roster_id=made.pk, on=duty.on, shift=duty.shift, text=" ", by=cast.records, at=then)) == "duty_nothing_to_hand_over"  # fmt: skip
    with acting(cast.clerk):
        actions.note_attendance(**came, by=cast.clerk, at=then)
        actions.hand_over(
            roster_id=made.pk, on=duty.on, shift=duty.shift, text="Còn hai lượt chờ", by=cast.clerk, at=then
        )
        assert DutyShift.objects.get(pk=duty.pk).came_at == then
        assert all(one.amount is None for _, one in hours(roster=made, on=AT.date()))
    by = cast.coordinator
    with acting(by):
        for kind in DayKind:
            for standby in (False, True):
                actions.set_rate(
                    kind=kind,
                    standby=standby,
                    amount=100_000,
                    basis="Nghị quyết của HĐND",
                    starts_on=AT.date(),
                    by=by,
                    at=AT,
                )
        rows = {member.pk: one for member, one in hours(roster=made, on=AT.date())}
        assert sum(one.amount or 0 for one in rows.values()) == 56 * 100_000
    assert {"duty.attended", "duty.handed_over"} <= set(acts_of(cast, f"roster:{made.pk}"))


def test_the_calendar_is_read_with_the_secret_and_stops_with_it() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.clerk):
        secret = actions.make_feed(by=cast.clerk, at=AT)
        own = DutyShift.objects.filter(roster=made, member__user_id=cast.clerk.user_id).count()
    shifts = feed(secret=secret, since=AT, until=AT + timedelta(days=40_000)) or []
    assert own == len(shifts) > 0
    assert isinstance(shifts[0], FeedShift)
    answer = Client().get(reverse("duty_calendar", args=[secret]))
    assert answer["Content-Type"].startswith("text/calendar")
    assert Calendar.from_ical(answer.content)["VERSION"] == "2.0"
    assert Client().get(reverse("duty_calendar", args=["sai"])).status_code == 404
    with acting(cast.clerk):
        actions.revoke_feed(by=cast.clerk, at=AT)
    assert Client().get(reverse("duty_calendar", args=[secret])).status_code == 404
    assert refused(cast.clerk, lambda: actions.revoke_feed(by=cast.clerk, at=AT)) == "duty_feed_unknown"


def test_wishes_are_noted_by_oneself_and_respected() -> None:
    cast = make_cast()
    made = roster(cast, published=False)
    with acting(cast.clerk):
        member = Member.objects.get(force_id=made.force_id, user_id=cast.clerk.user_id)
        other = Member.objects.get(force_id=made.force_id, user_id=cast.handler.user_id)
        away = made.starts_on
        actions.set_wish(
            roster_id=made.pk, member_id=member.pk, on=away, shift="", kind=WishKind.LEAVE, by=cast.clerk, at=AT
        )
    wish: dict[str, Any] = {"roster_id": made.pk, "shift": "", "kind": WishKind.LEAVE, "by": cast.clerk, "at": AT}
    assert refused(cast.clerk, lambda: actions.set_wish(member_id=other.pk, on=away, **wish)) == "duty_not_yours"
    assert (
        refused(cast.clerk, lambda: actions.set_wish(member_id=member.pk, on=date(2049, 1, 1), **wish))
        == "duty_wish_outside"
    )


def test_reminders_go_to_who_is_on_duty() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.coordinator):
        told = actions.remind_day(roster_id=made.pk, on=made.starts_on, at=AT)
        expected = DutyShift.objects.filter(roster=made, on=made.starts_on).values("member__user_id").distinct().count()
    assert told == expected > 1


def test_pages_and_prints() -> None:
    cast = make_cast()
    empty = client_of(cast.coordinator).get(DESK).content.decode()
    assert "Chưa có Tổ công tác" in empty
    made = roster(cast)
    with acting(cast.coordinator):
        code, duty = made.force.code, DutyShift.objects.filter(roster=made).order_by("starts_at").first()
    assert duty is not None
    client = client_of(cast.coordinator)
    day = f"{DESK}lich/{made.code}/ngay/{made.starts_on}/"
    for path, words in {
        DESK: "Tổ công tác tiếp công dân", f"{DESK}to/{code}/": "12/QĐ-UBND", f"{DESK}to/moi/": "Căn cứ",
        f"{DESK}to/{code}/lich-moi/": "Bàn tiếp công dân", f"{DESK}lich/{made.code}/": "Bảng trực 03/08/2049",
        f"{DESK}lich/{made.code}/ca/": "Ca, vị trí, giới hạn", day: "Bàn giao ca", f"{DESK}ca/{duty.pk}/": "Người nhận ca",
        f"{DESK}lich/{made.code}/gio/": "Giờ trực", f"{DESK}lich-dien-thoai/": "địa chỉ bí mật",
    }.items():  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert words in answer.content.decode(), path
    for path, words in {
        f"to/{code}/quyet-dinh": "THÀNH VIÊN",
        f"lich/{made.code}/lich": "LỊCH TRỰC",
        f"lich/{made.code}/gio": "GIỜ TRỰC",
    }.items():
        pdf = PdfReader(io.BytesIO(client.get(f"{DESK}{path}.pdf").content))
        box = pdf.pages[0].mediabox
        assert (box.width > box.height) is ("lich/" in path)
        text = " ".join(page.extract_text() for page in pdf.pages)
        assert words == "THÀNH VIÊN" or words in text
        docx.Document(io.BytesIO(client.get(f"{DESK}{path}.docx").content))
    bad = client.post(f"{DESK}to/moi/", {"name": ""})
    assert bad.status_code == 422
    late = client.post(f"{DESK}ca/{duty.pk}/diem-danh/", {"attendance": "came"})
    assert late.status_code == 409
    assert "chưa bắt đầu" in late.content.decode()


def test_a_roster_is_opened_through_the_form() -> None:
    cast = make_cast()
    made = force(cast)
    client = client_of(cast.coordinator)
    with acting(cast.coordinator):
        code = made.code
    typed = {
        "title": "Lịch trực", "starts_on": "2049-08-03", "ends_on": "2049-08-09", "per_day": "1", "rest_hours": "11", "in_row": "5",
        "shift0_name": "Sáng", "shift0_starts": "07:30", "shift0_ends": "12:00", "post0_name": "Bàn tiếp", "post0_need": "1",
        "post0_shifts": ["c1"], "together": "Lê Thị Tiếp, Phạm Văn Xử",
    }  # fmt: skip
    answer = client.post(f"{DESK}to/{code}/lich-moi/", typed)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    with acting(cast.coordinator):
        opened = Roster.objects.get()
        assert [pair[2] for pair in opened.made_by().pairs] == [True]
    wrong = client.post(f"{DESK}to/{code}/lich-moi/", {**typed, "together": "Ai Đó"})
    assert wrong.status_code == 422


def test_a_holiday_on_a_weekend_is_a_holiday() -> None:
    assert kind_of(date(2026, 4, 30)) is DayKind.HOLIDAY  # Thursday
    assert kind_of(date(2027, 5, 1)) is DayKind.HOLIDAY  # Saturday
    assert kind_of(date(2026, 10, 3)) is DayKind.WEEKEND
    assert kind_of(date(2026, 10, 5)) is DayKind.WORKING


def test_somebody_sent_with_an_account_sees_the_roster_and_nothing_else() -> None:
    cast = make_cast()
    made, by, sent = force(cast), cast.coordinator, cast.outsider_clerk
    with acting(by):
        member = actions.add_member(
            force_id=made.pk, name="Chưa rõ", title="", body="UBND xã Hoa Súng", phone="", function=Function.MEMBER, leads=False,
            skills=[], user_id=None, asked=True, asked_letter="45/UBND-VP", by=by, at=AT,
        )  # fmt: skip
        username = User.objects.get(pk=sent.user_id).username
    reply: dict[str, Any] = {
        "member_id": member.pk, "agreed": True, "on": AT.date(), "letter": "9/UBND", "name": sent.name, "title": "", "scope": "",
        "at": AT,
    }  # fmt: skip
    assert refused(by, lambda: actions.note_reply(**reply, account="không-có", by=by)) == "duty_account_unknown"
    taken = "tên của người đã là thành viên"
    with acting(by):
        taken = User.objects.get(pk=cast.clerk.user_id).username
    assert refused(by, lambda: actions.note_reply(**reply, account=taken, by=by)) == "duty_member_twice"
    with acting(sent), pytest.raises(NotFound):
        force_for(code=made.code)
    client = client_of(by)
    typed = {"agreed": "1", "on": str(AT.date()), "letter": "9/UBND", "name": sent.name, "account": username}
    assert client.post(f"{DESK}to/{made.code}/thanh-vien/{member.pk}/tra-loi/", typed).status_code == 302
    with acting(sent):
        assert force_for(code=made.code).name == made.name
        assert Notice.objects.filter(kind="duty_joined", user_id=sent.user_id).exists()
    with acting(cast.outsider):  # the own head of who was sent does not
        assert not TaskForce.objects.exists()


def test_every_act_of_duty_refuses_in_words() -> None:
    cast = make_cast()
    made = roster(cast)
    by, clerk, away = cast.coordinator, cast.handler, cast.outsider  # who leads no shift
    at: dict[str, Any] = {"at": AT}
    with acting(by):
        own = DutyShift.objects.filter(roster=made, member__user_id=clerk.user_id, post="v1").order_by("starts_at")
        duty, later = own[0], own.last()
        assert later is not None
        others = Member.objects.filter(force_id=made.force_id).exclude(pk=duty.member_id)
        other, member = others[0], duty.member
        wish = actions.set_wish(
            roster_id=made.pk, member_id=other.pk, on=made.starts_on, shift="", kind=WishKind.AVOID, by=by, at=AT
        )
    begun = duty.starts_at + timedelta(minutes=5)
    ask: dict[str, Any] = {"duty_id": duty.pk, "other_id": other.pk, "other_duty_id": None, "reason": "x", "at": AT}
    days: dict[str, Any] = {"starts_on": date(2049, 8, 3), "ends_on": date(2049, 8, 4)}
    bare: dict[str, Any] = {
        "name": "x",
        "bases": [],
        "duties": [],
        "signer_authority": "",
        "signer_title": "",
        "signer_name": "",
    }
    rate: dict[str, Any] = {
        "kind": DayKind.WORKING, "standby": False, "amount": 1, "basis": "x", "starts_on": AT.date(), "at": AT,
    }  # fmt: skip
    no_shift = replace(SETUP, posts=(replace(SETUP.posts[0], shifts=()),))
    no_need = replace(SETUP, posts=(replace(SETUP.posts[0], need=0),))
    decide: dict[str, Any] = {"force_id": made.force_id, "number": 1, "symbol": "Q", "on": AT.date()}
    came: dict[str, Any] = {"duty_id": duty.pk, "attendance": Attendance.CAME, "note": ""}
    new: dict[str, Any] = {"force_id": made.force_id, "title": "x", **days, **at}
    hand: dict[str, Any] = {"roster_id": made.pk, "shift": duty.shift, "on": duty.on, "text": "x", **at}
    wished: dict[str, Any] = {
        "roster_id": made.pk,
        "member_id": member.pk,
        "on": made.starts_on,
        "kind": WishKind.LEAVE,
        **at,
    }
    table: list[tuple[str, Actor, Callable[..., object], dict[str, Any]]] = [
        ("duty_role_not_allowed", clerk, actions.set_up_force, {**bare, **days, **at}),
        ("duty_days_wrong", by, actions.set_up_force, {**bare, "starts_on": days["ends_on"], "ends_on": days["starts_on"], **at}),
        ("duty_role_not_allowed", clerk, actions.decide_force, {**decide, **at}),
        ("duty_unknown", away, actions.decide_force, {**decide, **at}),
        ("duty_role_not_allowed", clerk, actions.release_member, {"member_id": other.pk, "reason": "x", **at}),
        ("duty_member_unknown", away, actions.release_member, {"member_id": other.pk, "reason": "x", **at}),
        ("duty_post_without_shift", by, actions.open_roster, {**new, "setup": no_shift}),
        ("duty_need_wrong", by, actions.open_roster, {**new, "setup": no_need}),
        ("duty_unknown", away, actions.open_roster, {**new, "setup": SETUP}),
        ("duty_role_not_allowed", clerk, actions.set_up_roster, {"roster_id": made.pk, "setup": SETUP, **at}),
        ("duty_unknown", away, actions.set_up_roster, {"roster_id": made.pk, "setup": SETUP, **at}),
        ("duty_setup_empty", by, actions.set_up_roster, {"roster_id": made.pk, "setup": Setup((), ()), **at}),
        ("duty_role_not_allowed", clerk, actions.solve_roster, {"roster_id": made.pk, **at}),
        ("duty_role_not_allowed", clerk, actions.publish_roster, {"roster_id": made.pk, **at}),
        ("duty_unknown", away, actions.publish_roster, {"roster_id": made.pk, **at}),
        ("duty_unknown", clerk, actions.set_wish, {**wished, "shift": "không"}),
        ("duty_member_unknown", by, actions.set_wish, {**wished, "member_id": 987654321, "shift": ""}),
        ("duty_not_yours", clerk, actions.take_back_wish, {"wish_id": wish.pk, **at}),
        ("duty_unknown", away, actions.take_back_wish, {"wish_id": wish.pk, **at}),
        ("duty_unknown", away, actions.ask_swap, ask),
        ("duty_not_yours", cast.second_handler, actions.ask_swap, ask),
        ("duty_same_person", clerk, actions.ask_swap, {**ask, "other_id": member.pk}),
        ("duty_member_unknown", clerk, actions.ask_swap, {**ask, "other_id": 987654321}),
        ("duty_unknown", clerk, actions.ask_swap, {**ask, "other_duty_id": 987654321}),
        ("duty_begun", clerk, actions.ask_swap, {**ask, "at": begun}),
        ("duty_unknown", away, actions.answer_swap, {"swap_id": 987654321, "agree": True, **at}),
        ("duty_role_not_allowed", clerk, actions.replace_on_duty, {"duty_id": duty.pk, "member_id": other.pk, "reason": "x", **at}),
        ("duty_same_person", by, actions.replace_on_duty, {"duty_id": duty.pk, "member_id": member.pk, "reason": "x", **at}),
        ("duty_unknown", away, actions.replace_on_duty, {"duty_id": duty.pk, "member_id": other.pk, "reason": "x", **at}),
        ("duty_not_yours", cast.second_handler, actions.note_attendance, {**came, **at}),
        ("duty_not_yours", clerk, actions.note_attendance, {"duty_id": duty.pk, "attendance": Attendance.ABSENT, "note": "", **at}),
        ("duty_unknown", away, actions.note_attendance, {**came, **at}),
        ("duty_not_yours", cast.processor, actions.hand_over, {**hand, "on": later.on, "shift": later.shift}),
        ("duty_unknown", by, actions.hand_over, {**hand, "shift": "không"}),
        ("duty_unknown", away, actions.hand_over, hand),
        ("duty_role_not_allowed", clerk, actions.set_rate, rate),
        ("duty_role_not_allowed", clerk, actions.add_member, {
            "force_id": made.force_id, "name": "x", "title": "", "body": "x", "phone": "", "function": Function.MEMBER, "leads": False,
            "skills": [], "user_id": None, "asked": True, "asked_letter": "", **at}),
    ]  # fmt: skip
    for code, who, act, values in table:
        if who is cast.processor:  # is on that very shift in some answers of the solver
            with acting(by):
                if made.duties.filter(on=later.on, shift=later.shift, member__user_id=who.user_id).exists():
                    continue
        assert refused(who, lambda act=act, values=values, who=who: act(**values, by=who)) == code, (code, act)  # type: ignore[misc]
    with acting(by):
        actions.set_rate(**rate, by=by)
        bare_force = actions.set_up_force(**bare, **days, by=by, at=AT)
        empty = actions.open_roster(force_id=bare_force.pk, title="x", setup=SETUP, by=by, at=AT, **days)
    assert refused(by, lambda: actions.set_rate(**rate, by=by)) == "duty_rate_exists"
    assert refused(by, lambda: actions.solve_roster(roster_id=empty.pk, by=by, at=AT)) == "duty_nobody"
    wrong: dict[str, Any] = {
        "force_id": bare_force.pk,
        "number": 0,
        "symbol": "QĐ",
        "on": AT.date(),
        "by": by,
        "at": AT,
    }
    assert refused(by, lambda: actions.decide_force(**wrong)) == "duty_decision_missing"
    assert may_solve(status=RosterStatus.DRAFT, members=200, days=100) == Refused("duty_too_large")


def test_somebody_busy_takes_a_shift_only_in_exchange_for_the_one_in_the_way() -> None:
    cast = make_cast()
    made = roster(cast)
    by = cast.coordinator
    with acting(by):
        problem = problem_of(made)
        duties = list(made.duties.select_related("member"))

        def fits(member: Member, taken: DutyShift, given: DutyShift) -> bool:
            own = [Slot(one.on, one.shift, one.post) for one in duties if one.member_id == member.pk and one != given]
            return clash(problem, own, Slot(taken.on, taken.shift, taken.post)) is None

        pairs = ((one, two) for one in duties for two in duties if one.on == two.on and one.member_id != two.member_id)
        duty, back = next(
            (one, two) for one, two in pairs
            if one.post == two.post and fits(one.member, two, one) and fits(two.member, one, two)
        )  # fmt: skip
        taker = back.member
        shown = client_of(by).get(f"{DESK}ca/{duty.pk}/").content.decode()
        assert "chỉ nhận được khi đổi lấy đúng ca đang vướng" in shown
        before = duty.member_id
    ask: dict[str, Any] = {"duty_id": duty.pk, "other_id": taker.pk, "reason": "Việc nhà", "by": by, "at": AT}
    assert refused(by, lambda: actions.ask_swap(**ask, other_duty_id=None)) == "duty_member_clash"
    with acting(by):
        swap = actions.ask_swap(**ask, other_duty_id=back.pk)
    other = next(one for one in vars(cast).values() if isinstance(one, Actor) and one.user_id == taker.user_id)
    with acting(other):
        actions.answer_swap(swap_id=swap.pk, agree=True, by=other, at=AT)
    with acting(by):
        actions.decide_swap(swap_id=swap.pk, approve=True, by=by, at=AT)
        assert DutyShift.objects.get(pk=duty.pk).member_id == taker.pk
        assert DutyShift.objects.get(pk=back.pk).member_id == before


def test_a_roster_is_solved_again_although_somebody_asked_to_swap() -> None:
    cast = make_cast()
    made, by = roster(cast), cast.coordinator
    with acting(cast.clerk):
        own = DutyShift.objects.filter(roster=made, member__user_id=cast.clerk.user_id).order_by("starts_at")
        duty, taker = next((one, free.member) for one in own for free in candidates(duty=one) if not free.why)
        actions.ask_swap(duty_id=duty.pk, other_id=taker.pk, other_duty_id=None, reason="Họp", by=cast.clerk, at=AT)
        member = Member.objects.get(force_id=made.force_id, user_id=cast.clerk.user_id)
        actions.set_wish(
            roster_id=made.pk, member_id=member.pk, on=duty.on, shift="", kind=WishKind.LEAVE, by=cast.clerk, at=AT
        )
    with acting(by):
        actions.solve_roster(roster_id=made.pk, by=by, at=AT)
    jobs.solve_roster(roster_id=made.pk, agency_id=made.agency_id)
    with acting(by):
        assert Roster.objects.get(pk=made.pk).status == RosterStatus.SOLVED
        assert not DutyShift.objects.filter(roster=made, member=member, on=duty.on).exists()
        assert not Swap.objects.filter(duty_id=duty.pk).exists()


def test_who_reads_a_roster_changes_nothing_of_it_in_the_database() -> None:
    cast = make_cast()
    made = roster(cast)
    with acting(cast.processor):
        others = DutyShift.objects.filter(roster=made, leads=False).exclude(member__user_id=cast.processor.user_id)
        foreign = others.first()
        assert foreign is not None
    for statement in (
        "UPDATE rosters_dutyshift SET note = 'x' WHERE id = %s",
        "DELETE FROM rosters_dutyshift WHERE id = %s",
    ):
        changed = 0
        with (
            suppress(ProgrammingError),
            acting(cast.processor),
            connection.cursor() as cursor,
        ):  # refused, or no such row
            cursor.execute(statement, [foreign.pk])
            changed = cursor.rowcount
        assert changed == 0, statement
