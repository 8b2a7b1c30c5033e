"""Work of offices that is no matter: duty, an incident, daily reports, a plan at work, registers, requests about data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from django.db.models import Model

from tests.people import Cast
from tests.permissions.world import World
from tests.plans_work.registry import Realm
from tests.plans_work.simulated import simulated
from tests.rosters.build import AT as DUTY_AT
from tests.rosters.build import roster
from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.accounts.models import User
from tiepdan.incidents import actions as incidents
from tiepdan.incidents.actions import Called
from tiepdan.infra import clock
from tiepdan.matters.actions import keep_filter
from tiepdan.matters.rules import SavedPage
from tiepdan.pages import actions as pages
from tiepdan.pages.actions import PageText
from tiepdan.pages.rules import PageKind
from tiepdan.plans.actions import bookings, campaigns, registers, tasks
from tiepdan.plans.actions.campaigns import Measure
from tiepdan.plans.models import PlanBody, Report, Task, TaskAgency
from tiepdan.plans.rules.registers import RegisterKind
from tiepdan.privacy import actions as privacy
from tiepdan.rosters import actions as rosters
from tiepdan.rosters.models import DutyShift, HandOver, Member, Roster
from tiepdan.rosters.queries import candidates
from tiepdan.rosters.rules import DayKind, Function
from tiepdan.rosters.solving.values import WishKind
from tiepdan.situation import actions as situation

PLAN = """KẾ HOẠCH
Tiếp công dân phục vụ kỳ họp

Căn cứ Luật Tiếp công dân năm 2013;

Ủy ban nhân dân tỉnh Sen Vàng ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân phường Hoa Sen

- Bố trí công chức tiếp công dân hằng ngày.

- Báo cáo Ủy ban nhân dân tỉnh trước ngày 20/8/2027.

2. Sở Nông nghiệp và Môi trường

- Cử người phối hợp tiếp công dân.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phùng Gia Bảo
"""


@dataclass
class Work:
    """What was made, by the names that addresses use."""

    named: dict[str, list[str]] = field(default_factory=dict)

    def name(self, **things: object) -> None:
        """Remember a thing by its code or id."""
        for name, thing in things.items():
            self.named[name] = [str(getattr(thing, "code", "") or (thing.pk if isinstance(thing, Model) else thing))]


def make_work(world: World) -> Work:
    """Make one of everything, by acts, at the commune."""
    work = Work()
    _duty(world.cast, work)
    _incident(world.cast, work)
    _reports(world.cast, work)
    _plan(world, work)
    _books(world.cast, work)
    _filter(world.cast, work)
    _page(world.cast, work)
    return work


def _filter(cast: Cast, work: Work) -> None:
    with acting(cast.clerk):
        kept = keep_filter(page=SavedPage.SUBMISSIONS, name="Quá hạn", query="late=on", by=cast.clerk, at=clock.now())
    work.name(filter=kept)


def _duty(cast: Cast, work: Work) -> None:
    made, by, clerk, sent = roster(cast), cast.coordinator, cast.clerk, cast.department_processor
    at = DUTY_AT
    with acting(by):
        asked = rosters.add_member(
            force_id=made.force_id, name="Chưa rõ", title="", body="Sở", phone="", function=Function.MEMBER, leads=False, skills=[],
            user_id=None, asked=True, asked_letter="1/UBND", by=by, at=at,
        )  # fmt: skip
        rosters.note_reply(
            member_id=asked.pk, agreed=True, on=at.date(), letter="2/S", name=sent.name, title="", scope="", by=by, at=at,
            account=User.objects.get(pk=sent.user_id).username,
        )  # fmt: skip
        rosters.set_rate(
            kind=DayKind.WORKING, standby=False, amount=1, basis="Nghị quyết", starts_on=at.date(), by=by, at=at
        )
        rosters.hand_over(roster_id=made.pk, on=made.starts_on, shift="c1", text="Chìa khóa", by=by, at=at)
    with acting(clerk):
        member = Member.objects.get(force_id=made.force_id, user_id=clerk.user_id)
        wish = rosters.set_wish(
            roster_id=made.pk, member_id=member.pk, on=made.starts_on, shift="", kind=WishKind.AVOID, by=clerk, at=at
        )
        own = DutyShift.objects.filter(roster=made, member=member).order_by("starts_at")
        duty, taker = next((one, free.member) for one in own for free in candidates(duty=one) if not free.why)
        swap = rosters.ask_swap(duty_id=duty.pk, other_id=taker.pk, other_duty_id=None, reason="Họp", by=clerk, at=at)
        secret = rosters.make_feed(by=clerk, at=at)
        assert HandOver.objects.exists()
        work.name(
            force=made.force,
            roster=Roster.objects.get(pk=made.pk),
            duty=duty,
            swap=swap,
            wish=wish,
            member=member,
            day=made.starts_on,
            secret=secret,
        )


def _incident(cast: Cast, work: Work) -> None:
    clerk, at = cast.clerk, clock.now() - timedelta(hours=1)
    with acting(clerk):
        office = incidents.open_office(name="Trụ sở", address="", room="102", phone="", by=clerk, at=at)
        incidents.set_situation(
            office_id=office.pk,
            name="Đoàn đông người",
            steps="Mời vào phòng",
            room="102",
            contacts=[Called("Trực ban")],
            by=clerk,
            at=at,
        )
        made = incidents.report_incident(
            office_id=office.pk, place="", situation="", began_at=at, people=20, about="đất", demands="", received_by="", urgent=True,
            leader_id=cast.second_handler.user_id, request_key=None, by=clerk, at=at,
        )  # fmt: skip
        call = incidents.call_out(
            incident_id=made.pk, called=[Called(cast.handler.name, user_id=cast.handler.user_id)], by=clerk, at=at
        )[0]
        incidents.tell_home(incident_id=made.pk, agency_id=cast.neighbour.pk, by=clerk, at=at)
    work.name(incident=made, call=call, office=office)


def _reports(cast: Cast, work: Work) -> None:
    by, at, today = cast.coordinator, clock.now(), clock.today()
    window: dict[str, Any] = {
        "starts_on": today,
        "during_from": today,
        "during_to": today,
        "ends_on": today + timedelta(days=3),
    }
    with acting(by):
        own = situation.open_series(
            title="Kỳ họp", send_at=time(17), receiver_id=cast.province.pk, earlier_id=None, by=by, at=at, **window
        )
    system = service_actor(agency=cast.commune)
    with serving(system):
        situation.make_report(series_id=own.pk, on=today, by=system, at=at)
    with acting(by):
        situation.send_report(series_id=own.pk, on=today, by=by, at=at)
        asking = situation.open_series(
            title="Lễ hội", send_at=time(17), receiver_id=None, earlier_id=None, by=by, at=at, **window
        )
        situation.ask_agencies(series_id=asking.pk, agency_ids=[cast.department.pk], by=by, at=at)
    work.name(series=own, asking=asking, today=today)


def _plan(world: World, work: Work) -> None:
    cast = world.cast
    known = (cast.province, cast.commune, cast.neighbour, cast.department, cast.inspectorate)
    here = Realm(date(2026, 3, 5), cast.province, {one.name: one for one in known})
    here.coordinators = {cast.commune.pk: cast.coordinator}
    run = simulated(text=PLAN, made=here, agency=cast.province, accept=False)
    by, at, own = run.coordinator, run.at, cast.coordinator
    world.join("province_coordinator", by)
    with acting(own):
        line = TaskAgency.objects.filter(agency_id=cast.commune.pk).order_by("pk").first()
        assert line is not None
        tasks.accept_all(code=run.plan.code, by=own, at=at)
        obstacle = tasks.tell_obstacle(
            line_id=line.pk, text="Thiếu phòng", proposal="", via=cast.inspectorate, to=cast.province, by=own, at=at
        )
        entry = registers.enter(
            kind=RegisterKind.TRAINING,
            title="Lớp tập huấn",
            happened_on=at.date(),
            details={"classes": 1, "people": 9},
            by=own,
            at=at,
        )
    with acting(by):
        urging = tasks.urge_agency(line_id=line.pk, text="Khẩn trương", answer_by=None, by=by, at=at)
        task, body = Task.objects.filter(plan=run.plan).first(), PlanBody.objects.filter(plan=run.plan).first()
    work.name(
        document=run.document,
        plan=run.plan,
        task=task,
        line=line,
        obstacle=obstacle,
        urging=urging,
        body=body,
        entry=entry,
    )
    with acting(by):
        report = Report.objects.filter(plan=run.plan).first()
    if report is not None:
        work.name(report=report)


def _books(cast: Cast, work: Work) -> None:
    clerk, head, at = cast.clerk, cast.head, clock.now()
    with acting(clerk):
        room = bookings.add_bookable(kind="room", name="Phòng 102", note="", by=clerk, at=at)
        start = at + timedelta(days=2)
        booked = bookings.book(
            bookable_id=room.pk,
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            purpose="Đối thoại",
            task_id=None,
            by=clerk,
            at=at,
        )
        asked = privacy.receive_request(
            kind="correct",
            name="Nguyễn Văn An",
            contact="",
            about="Sửa địa chỉ",
            received_on=at.date(),
            by=clerk,
            at=at,
        )
    with acting(head):
        campaign = campaigns.start_review(
            name="Đợt 1", measures=[Measure.LARGE], window_id=None, task_id=None, ends_on=None, by=head, at=at
        )
        breach = privacy.record_breach(
            discovered_at=at - timedelta(hours=1), what="Gửi nhầm tệp", harm_possible=True, by=head, at=at
        )
    work.name(booking=booked, request=asked, campaign=campaign, breach=breach)


def _page(cast: Cast, work: Work) -> None:
    with acting(cast.clerk):
        told = PageText(kind=PageKind.GUIDE, title="Khiếu nại ở đâu", text="Phòng 101.")
        work.name(page=pages.write_page(content=told, by=cast.clerk, at=clock.now()))
