"""Duty at the main commune: a task force with its roster, an incident, and the daily reports that the province asked for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.accounts.rules import Actor, Role
from tiepdan.incidents import actions as incidents
from tiepdan.incidents.actions import Called
from tiepdan.incidents.models import Incident
from tiepdan.incidents.rules import LineKind, Transport
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.errors import ActionRefused
from tiepdan.ops.demo.people import invent_name
from tiepdan.ops.demo.world import World
from tiepdan.rosters import actions as rosters
from tiepdan.rosters.models import DutyShift, Roster, TaskForce
from tiepdan.rosters.problem import problem_of
from tiepdan.rosters.rules import Attendance, Function, PostKind, Setup, ShiftKind
from tiepdan.rosters.solving.check import evenness
from tiepdan.rosters.solving.greedy import first_answer
from tiepdan.rosters.solving.values import Answer, WishKind
from tiepdan.situation import actions as situation
from tiepdan.situation.models import ReportSeries

_BEFORE, _AFTER = 3, 10  # days of the window before and after the last day
_SETUP: Final = Setup(
    (ShiftKind("c1", "Sáng", time(7, 30), time(12)), ShiftKind("c2", "Chiều", time(13), time(16, 30))),
    (
        PostKind("v1", "Bàn tiếp công dân", "Trụ sở tiếp công dân", 1, ("c1", "c2")),
        PostKind("v2", "Lãnh đạo trực", "", 1, ("c1", "c2"), leader=True, standby=True),
    ),
    in_row=5,
)
_ROLES: Final = (
    Role.HEAD, Role.DEPUTY, Role.COORDINATOR, Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HANDLER,
)  # fmt: skip


def shows_duty(world: World) -> None:
    """Let the window of a session run through the acts, up to the last day of the demo."""
    chance = Random(f"{world.seed} duty")  # noqa: S311 # invented data must come out the same again
    first, last = world.as_of - timedelta(days=_BEFORE), world.as_of + timedelta(days=_AFTER)
    made = _on_duty(_task_force(world, chance, first, last), world)
    _done_so_far(made, world)
    _incident(world, chance, world.as_of - timedelta(days=1))
    _reports(world, first, last)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)


def _task_force(world: World, chance: Random, first: date, last: date) -> TaskForce:
    by, head = world.actor("commune", Role.COORDINATOR), world.actor("commune", Role.HEAD)
    at = _at(first - timedelta(days=5), 9)
    with acting(by):
        made = rosters.set_up_force(
            name="Tổ công tác tiếp công dân phục vụ kỳ họp Hội đồng nhân dân", starts_on=first, ends_on=last,
            bases=["Luật Tiếp công dân ngày 25 tháng 11 năm 2013", "Kế hoạch phục vụ kỳ họp Hội đồng nhân dân"],
            duties=["Tiếp công dân tất cả các ngày của đợt, kể cả ngày nghỉ", "Báo cáo tình hình hằng ngày"],
            signer_authority="TM. ỦY BAN NHÂN DÂN", signer_title="Chủ tịch", signer_name=head.name, by=by, at=at,
        )  # fmt: skip
        for number, role in enumerate(_ROLES):
            one = world.actor("commune", role)
            function = {0: Function.LEADER, 1: Function.DEPUTY, 5: Function.SECRETARY}.get(number, Function.MEMBER)
            rosters.add_member(
                force_id=made.pk, name=one.name, title=one.title, body=one.agency_name, phone=_phone(chance), function=function,
                leads=number < 3, skills=[], user_id=one.user_id, asked=False, asked_letter="", by=by, at=at,
            )  # fmt: skip
        sent = [
            rosters.add_member(
                force_id=made.pk, name=name, title="", body=body, phone="", function=Function.MEMBER, leads=False, skills=[],
                user_id=None, asked=True, asked_letter="45/UBND-VP", by=by, at=at,
            )
            for name, body in (("Cán bộ công an", "Công an phường"), ("Cán bộ y tế", "Trạm Y tế phường"))
        ]  # fmt: skip
        rosters.note_reply(
            member_id=sent[0].pk, agreed=True, on=(at + timedelta(days=2)).date(), letter="09/CAP", title="Phó Trưởng Công an phường",
            name=invent_name(chance=chance, female=False), scope="Bảo đảm trật tự, cả đợt", by=by, at=at + timedelta(days=2),
        )  # fmt: skip
        rosters.decide_force(
            force_id=made.pk,
            number=37,
            symbol="QĐ-UBND",
            on=(at + timedelta(days=3)).date(),
            by=by,
            at=at + timedelta(days=3),
        )
    return made


def _on_duty(force: TaskForce, world: World) -> Roster:
    """Open the roster, take its first answer and publish it; the solver is not loaded for a demo."""
    by = world.actor("commune", Role.COORDINATOR)
    at = _at(force.starts_on - timedelta(days=1), 8)
    with acting(by):
        made = rosters.open_roster(
            force_id=force.pk, title="Lịch trực phục vụ kỳ họp", starts_on=force.starts_on, ends_on=force.ends_on, setup=_SETUP,
            by=by, at=at,
        )  # fmt: skip
        clerk = force.members.get(user_id=world.actor("commune", Role.RECEPTION_OFFICER).user_id)
        rosters.set_wish(
            roster_id=made.pk,
            member_id=clerk.pk,
            on=world.as_of + timedelta(days=3),
            shift="",
            kind=WishKind.LEAVE,
            by=by,
            at=at,
        )
        rosters.solve_roster(roster_id=made.pk, by=by, at=at)
    system = service_actor(agency=world.agency("commune"))
    with serving(system):
        problem = problem_of(made)
        duties = tuple(sorted(first_answer(problem)))
        rosters.store_answer(
            roster_id=made.pk, answer=Answer("feasible", duties, evenness=evenness(problem, duties)), by=system, at=at
        )  # fmt: skip
    with acting(by):
        return rosters.publish_roster(roster_id=made.pk, by=by, at=at)


def _done_so_far(made: Roster, world: World) -> None:
    """Attendance and a hand-over of the days gone by, and a swap that waits."""
    by, clerk = world.actor("commune", Role.COORDINATOR), world.actor("commune", Role.RECEPTION_OFFICER)
    with acting(by):
        for duty in DutyShift.objects.filter(roster=made, on__lt=world.as_of, standby=False).order_by("starts_at"):
            rosters.note_attendance(
                duty_id=duty.pk, attendance=Attendance.CAME, note="", by=by, at=duty.starts_at + timedelta(minutes=5)
            )
        rosters.hand_over(
            roster_id=made.pk, on=world.as_of - timedelta(days=1), shift="c2", by=by, at=_at(world.as_of - timedelta(days=1), 16, 30),
            text="Hai lượt hẹn chuyển sang sáng nay. Chìa khóa phòng tiếp đoàn để ở văn thư.",
        )  # fmt: skip
    with acting(clerk):
        own = (
            DutyShift.objects.filter(roster=made, member__user_id=clerk.user_id, on__gt=world.as_of)
            .order_by("starts_at")
            .first()
        )
        other = made.force.members.get(user_id=world.actor("commune", Role.PROCESSING_OFFICER).user_id)
        back = own and DutyShift.objects.filter(roster=made, member=other, on__gt=own.on).order_by("starts_at").first()
        if own and back:
            _asks(own, other.pk, clerk, _at(world.as_of, 8))


def _asks(own: DutyShift, other: int, by: Actor, at: datetime) -> None:
    try:
        rosters.ask_swap(duty_id=own.pk, other_id=other, other_duty_id=None, reason="Đi tập huấn ở tỉnh", by=by, at=at)
    except ActionRefused:  # this seed's colleague has a shift in the way
        return


def _incident(world: World, chance: Random, day: date) -> None:
    """A group from another commune came; it is over and waits to be closed."""
    clerk, head = world.actor("commune", Role.RECEPTION_OFFICER), world.actor("commune", Role.HEAD)
    neighbour = next(key for key in world.communes() if key != "commune")
    home = world.actor(neighbour, Role.HEAD)
    with acting(clerk):
        office = incidents.open_office(
            name="Trụ sở tiếp công dân", address="", room="Phòng 102", phone=_phone(chance), by=clerk, at=_at(day, 8)
        )
        incidents.set_situation(
            office_id=office.pk, name="Đoàn từ 5 người đến nộp đơn", room="Phòng 102", by=clerk, at=_at(day, 8), contacts=[
                Called(head.name, head.title, _phone(chance), head.user_id), Called("Trực ban Công an phường", "", _phone(chance)),
            ],
            steps="Mời vào phòng 102, rót nước.\nMời đoàn cử từ 1 đến 5 người đại diện.\nGhi số người, yêu cầu; báo lãnh đạo trực.",
        )  # fmt: skip
        made = incidents.report_incident(
            office_id=office.pk, place="", situation="Đoàn đông người đến nộp đơn", began_at=_at(day, 8, 10), people=14,
            about="Bồi thường khi làm đường liên xã", demands="Gặp lãnh đạo; trả lời bằng văn bản", received_by=clerk.name,
            urgent=True, leader_id=head.user_id, request_key=None, by=clerk, at=_at(day, 8, 12),
        )  # fmt: skip
    _goes_on(made, clerk=clerk, head=head, home=home, day=day, chance=chance)


def _goes_on(made: Incident, *, clerk: Actor, head: Actor, home: Actor, day: date, chance: Random) -> None:
    key: dict[str, Any] = {"incident_id": made.pk}
    with acting(head):
        incidents.acknowledge_urgent(**key, by=head, at=_at(day, 8, 15))
    with acting(clerk):
        calls = incidents.call_out(
            **key, by=clerk, at=_at(day, 8, 16),
            called=[Called(head.name, head.title, "", head.user_id), Called("Trực ban Công an phường", "", _phone(chance))],
        )  # fmt: skip
        incidents.tell_home(**key, agency_id=home.agency_id, by=clerk, at=_at(day, 8, 20))
        incidents.write_line(**key, kind=LineKind.COUNT, text="", people=27, by=clerk, at=_at(day, 8, 40))
    with acting(home):
        incidents.answer_home(**key, answer="Phó Chủ tịch UBND đến lúc 9 giờ 15", by=home, at=_at(day, 8, 45))
    with acting(clerk):
        for call in calls:
            incidents.answer_call(call_id=call.pk, came=True, by=clerk, at=_at(day, 8, 50))
        incidents.write_line(**key, kind=LineKind.COUNT, text="", people=9, by=clerk, at=_at(day, 10, 5))
        incidents.note_agreement(
            **key, agreed="Đối thoại với đại diện; trả lời bằng văn bản.", dialogue_on=day + timedelta(days=6),
            answer_by=day + timedelta(days=12), transport=Transport.ACCEPTED,
            spokespersons=[invent_name(chance=chance, female=True)], by=clerk, at=_at(day, 10, 20),
        )  # fmt: skip
        incidents.end_incident(**key, ended_at=_at(day, 10, 40), by=clerk, at=_at(day, 10, 41))


def _reports(world: World, first: date, last: date) -> None:
    """The province asks the main commune and its neighbours; the commune has reported every day but the last."""
    by, boss = world.actor("commune", Role.COORDINATOR), world.actor("province", Role.COORDINATOR)
    at = _at(first - timedelta(days=2), 10)
    window: dict[str, Any] = {
        "title": "Kỳ họp Hội đồng nhân dân", "starts_on": first, "during_from": world.as_of, "during_to": last - timedelta(days=5),
        "ends_on": last, "earlier_id": None,
    }  # fmt: skip
    neighbours = [world.agency(key).pk for key in world.communes()[:3]]
    with acting(boss):
        whole = situation.open_series(**window, send_at=time(17, 30), receiver_id=None, by=boss, at=at)
        situation.ask_agencies(series_id=whole.pk, agency_ids=neighbours, by=boss, at=at)
    with acting(by):
        own = situation.open_series(
            **window, send_at=time(17), receiver_id=None, under_id=whole.pk, by=by, at=at + timedelta(hours=2)
        )  # fmt: skip
    for number in range(_BEFORE):
        day = first + timedelta(days=number)
        _counted(world, "commune", own, day, _at(day, 17))
        with acting(by):
            situation.send_report(series_id=own.pk, on=day, by=by, at=_at(day, 17, 1))
        _counted(world, "province", whole, day, _at(day, 17, 30))


def _counted(world: World, key: str, series: ReportSeries, day: date, at: datetime) -> None:
    system = service_actor(agency=world.agency(key))
    with serving(system):
        situation.make_report(series_id=series.pk, on=day, by=system, at=at)


def _phone(chance: Random) -> str:
    return f"0000 {chance.randrange(10**6):06d}"
