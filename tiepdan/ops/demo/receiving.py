"""Stories of how the main commune receives: a year of the head's sessions, two sessions online, an old book moved in."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from openpyxl import Workbook

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agenda import actions as agenda
from tiepdan.agenda.actions import SessionPlan
from tiepdan.agenda.models import ReceptionSession
from tiepdan.agenda.rules import FollowUpKind, Pattern, days_of_pattern, last_posting_day
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.imports import actions as imports
from tiepdan.imports.rules import FIELDS, OldBook
from tiepdan.infra.clock import VIETNAM
from tiepdan.matters.rules import MatterKind
from tiepdan.online import actions as online
from tiepdan.online.actions import Seated
from tiepdan.online.rules import announce_by, online_book
from tiepdan.ops.demo import found
from tiepdan.ops.demo.coming import comes_in, intake_of, new_matter, visit_of
from tiepdan.ops.demo.people import invent_name
from tiepdan.ops.demo.timetable import Turn
from tiepdan.ops.demo.world import World
from tiepdan.submissions.rules import Source

Tale = Generator[Turn, None, None]

_PATTERN: Final = Pattern(days=(10, 25))  # two days a month, as the law asks of a commune's head
_ROOM: Final = "Phòng tiếp công dân, tầng 1"
_STARTS, _ENDS = time(8), time(11, 30)
_BOOK_BEFORE: Final = 4  # years from the last day of the demo to the book that was moved in
_OLD_ROWS: Final = (
    ("Kiến nghị", "Kiến nghị nạo vét kênh tiêu sau chợ.", "Đã trả lời"),
    ("Phản ánh", "Phản ánh xe chở đất làm rơi vãi trên đường liên thôn.", "Đã trả lời"),
    ("KN", "Khiếu nại mức hỗ trợ hoa màu khi làm đường điện.", "Đã giải quyết"),
    ("Kiến nghị", "Kiến nghị lắp biển báo ở ngã ba gần trường học.", "Đã trả lời"),
    ("KN", "Khiếu nại việc không được cấp giấy phép xây dựng.", "Hướng dẫn"),
    ("Phản ánh", "Phản ánh tiếng ồn của xưởng mộc trong khu dân cư.", "Đã trả lời"),
)


def receiving_stories(world: World) -> Iterable[Tale]:
    """Return the stories of the last year, each with a chance of its own."""
    last = world.as_of
    return (
        a_year_of_sessions(world, Random(f"{world.seed} sessions")),  # noqa: S311 # the same again
        _an_online_session(world, Random(f"{world.seed} online 1"), _working(last - timedelta(days=6)), held=True),  # noqa: S311
        _an_online_session(world, Random(f"{world.seed} online 2"), _working(last + timedelta(days=14)), held=False),  # noqa: S311
        _an_old_book(world, Random(f"{world.seed} book")),  # noqa: S311
    )


def a_year_of_sessions(world: World, chance: Random) -> Tale:
    """Laid out in January, announced in time, held; one moved, one received by the deputy, the last one with a visit."""
    clerk, head = world.actor("commune", Role.RECEPTION_OFFICER), world.actor("commune", Role.HEAD)
    first = _working(date(world.as_of.year, 1, 2))
    yield Turn(_at(first, 8), clerk)
    for weekday in range(5):
        agenda.set_hours(
            weekday=weekday,
            starts_at=time(7, 30),
            ends_at=time(11, 30),
            place=_ROOM,
            starts_on=first,
            by=clerk,
            at=_at(first, 8),
        )
    plan = SessionPlan(
        chair="head", chair_name=head.name, chair_title=head.title, kind="periodic", on=first, starts_at=_STARTS,
        ends_at=_ENDS, place=_ROOM, participants="Công chức địa chính\nCông chức tư pháp, hộ tịch",
    )  # fmt: skip
    sessions = agenda.plan_year(
        plan=plan, year=first.year, from_month=1, to_month=12, pattern=_PATTERN, by=clerk, at=_at(first, 9)
    )
    days = days_of_pattern(year=first.year, from_month=1, to_month=12, pattern=_PATTERN, calendar=national_calendar())
    days = [day for day in days if day >= first]
    gone = sum(day < world.as_of for day in days)
    steps: list[Step] = []
    for place, (session, on) in enumerate(zip(sessions, days, strict=True)):
        steps += _course(world, chance, session, on, back=gone - place)
    for at, by, act in sorted(steps, key=lambda step: step[0]):
        yield Turn(at, by)
        act()


Step = tuple[datetime, Actor, Callable[[], object]]


def _course(world: World, chance: Random, session: ReceptionSession, on: date, *, back: int) -> list[Step]:
    """Return the acts on one session. back: 1 for the last one held, 2 for the one before it …"""
    clerk = world.actor("commune", Role.RECEPTION_OFFICER)
    key = {"session_id": session.pk}
    posted = _at(last_posting_day(on=on, calendar=national_calendar()).due - timedelta(days=3), 10)
    held, day_before = _at(on, 11, 30), _at(on - timedelta(days=1), 15)
    moved = _working(on + timedelta(days=1))
    steps: list[Step] = []
    if posted.date() >= date(on.year, 1, 3):
        steps.append((posted, clerk, lambda: agenda.announce_session(**key, by=clerk, at=posted)))
    if back == 4:
        deputy = world.actor("commune", Role.DEPUTY)
        steps.append((day_before, clerk, lambda: agenda.delegate_session(
            **key, name=deputy.name, title=deputy.title, reason="Chủ tịch họp ở Ủy ban nhân dân tỉnh", by=clerk, at=day_before,
        )))  # fmt: skip
    if back == 3:
        held = _at(moved, 11, 30)
        steps.append((day_before, clerk, lambda: agenda.move_session(
            **key, to_on=moved, starts_at=_STARTS, ends_at=_ENDS, reason="Họp bất thường của Hội đồng nhân dân", by=clerk,
            at=day_before,
        )))  # fmt: skip
    if back == 1:
        steps += _with_a_visit(world, chance, session, on)
    steps.append(
        (held, clerk, lambda: agenda.hold_session(**key, note_taker=clerk.name, opinion="", by=clerk, at=held))
    )
    return steps


def _with_a_visit(world: World, chance: Random, session: ReceptionSession, on: date) -> list[Step]:
    """Somebody comes to the session; the head tells who does what until when, in a notice with its number."""
    clerk, head = world.actor("commune", Role.RECEPTION_OFFICER), world.actor("commune", Role.HEAD)
    key: dict[str, Any] = {"session_id": session.pk}  # of acts whose other values differ in kind
    came, told, signed = _at(on, 9, 10), _at(on, 11, 40), _at(on, 16)
    matter = new_matter(world=world, chance=chance, key="commune", day=on, kind=MatterKind.PETITION_FEEDBACK)
    lines: list[int] = []

    def come() -> None:
        got = agenda.receive_in_session(
            **key, visit=visit_of(matter, submitted=True, head_receives=True), intake=intake_of(matter, source=Source.DESK),
            by=clerk, at=came,
        )  # fmt: skip
        lines.append(got.reception.pk)

    def direct() -> None:
        agenda.add_follow_up(
            **key, reception_id=lines[0], kind=FollowUpKind.CONCLUSION, content="Kiểm tra tại chỗ, trả lời công dân",
            body="Bộ phận địa chính", contact=f"{clerk.name}, {world.agency('commune').phone}", due_on=on + timedelta(days=10),
            by=clerk, at=told,
        )  # fmt: skip

    return [
        (came, clerk, come), (told, clerk, direct),
        (signed, head, lambda: agenda.issue_conclusion(**key, by=head, at=signed)),
    ]  # fmt: skip


def _an_online_session(world: World, chance: Random, on: date, *, held: bool) -> Tale:
    """A case that the province's department answers too, over the line: announced; the earlier one also held."""
    head, clerk = world.actor("commune", Role.HEAD), world.actor("commune", Role.RECEPTION_OFFICER)
    department = world.agency("department:land")
    told = min(world.as_of, announce_by(held_on=on)) - timedelta(days=1)
    matter = new_matter(
        world=world, chance=chance, key="commune", day=_working(told - timedelta(days=12)), kind=MatterKind.COMPLAINT
    )
    matter.people = 1
    submission = yield from comes_in(matter)
    if submission is None:
        return
    starts, at, contact = _at(on, 9), _at(told, 9), f"{clerk.name}, {world.agency('commune').phone}"
    yield Turn(at, head)
    session = online.decide_session(
        submission_id=submission.pk, ground="ON-13", reason="Cần Sở cùng trả lời", conditions=tuple(online_book().conditions),
        starts_at=starts, place="Phòng họp trực tuyến của phường", platform="Truyền hình hội nghị của tỉnh", contact=contact,
        by=head, at=at,
    )  # fmt: skip
    yield Turn(at + timedelta(minutes=20), clerk)
    point = online.add_point(
        session_id=session.pk, name=department.name, address="", contact=department.phone, agency_id=department.pk, by=clerk,
        at=at + timedelta(minutes=20),
    )  # fmt: skip
    yield Turn(at + timedelta(hours=1), head)
    online.announce_session(session_id=session.pk, by=head, at=at + timedelta(hours=1))
    if held:
        yield from _over_the_line(session.pk, point.pk, clerk, head, starts)


def _over_the_line(session_id: int, member_id: int, clerk: Actor, head: Actor, starts: datetime) -> Tale:
    """Tried, connected, opened, ended with its minutes."""
    tried = _at(national_calendar().working_day_on_or_before(starts.date() - timedelta(days=1)), 15)
    yield Turn(tried, clerk)
    central = found.central_point(session_id=session_id)
    key: dict[str, Any] = {"session_id": session_id}  # as above
    for point_id in (central.pk, member_id):
        online.record_trial(**key, point_id=point_id, worked=True, note="", by=clerk, at=tried)
    before = starts - timedelta(minutes=75)
    yield Turn(before, clerk)
    for point_id in (central.pk, member_id):
        online.connect_point(**key, point_id=point_id, by=clerk, at=before)
    online.seat(
        **key, point_id=central.pk, by=clerk, at=before, people=[
            Seated("receptionist", clerk.name, clerk.title), Seated("adviser", head.name, head.title),
            Seated("citizen", "Người gửi đơn"),
        ],
    )  # fmt: skip
    yield Turn(starts, head)
    online.open_session(**key, recording=True, late_reason="", by=head, at=starts)
    ended = starts + timedelta(minutes=70)
    yield Turn(ended, head)
    online.end_session(
        **key, proceedings="Người gửi đơn trình bày; Sở trả lời về hồ sơ đo đạc.",
        conclusion="Phường rà soát lại hồ sơ, trả lời bằng văn bản.", recording_ref="GH-01", recording_place="Máy chủ của tỉnh",
        recording_hash="", recording_proof="signed", read_back=True, signing="signed", signing_refusal="", by=head, at=ended,
    )  # fmt: skip


def _an_old_book(world: World, chance: Random) -> Tale:
    """A book of years ago comes in whole; another one waits: its rehearsal named a row that nobody understands."""
    clerk = world.actor("commune", Role.RECORDS_CLERK)
    year, at = world.as_of.year - _BOOK_BEFORE, _at(_working(world.as_of - timedelta(days=30)), 14)
    mapping = {field.code: _COLUMNS[field.label] for field in FIELDS[OldBook.SUBMISSIONS] if field.label in _COLUMNS}
    yield Turn(at, clerk)
    for name, kinds, starts in ((f"so-don-{year}.xlsx", None, True), (f"so-don-{year - 1}.xlsx", "đơn khác", False)):
        rows = _rows(chance, year if starts else year - 1, odd=kinds)
        run = imports.open_import(book=OldBook.SUBMISSIONS, name=name, data=_sheet(rows), by=clerk, at=at)
        imports.rehearse_import(run_id=run.pk, mapping=mapping, by=clerk, at=at)
        if starts:
            imports.start_import(run_id=run.pk, by=clerk, at=at)
            imports.bring_in(run_id=run.pk, by=clerk, at=at)


_COLUMNS: Final = {
    "Số đến": 0, "Ngày đến": 1, "Người gửi": 2, "Địa chỉ": 3, "Loại đơn": 4, "Nội dung": 5, "Kết quả": 6, "Ngày xong": 7,
}  # fmt: skip


def _rows(chance: Random, year: int, *, odd: str | None) -> list[list[object]]:
    rows: list[list[object]] = []
    for number, (kind, content, result) in enumerate(_OLD_ROWS, 1):
        came = date(year, number + 1, chance.randint(3, 12))
        name = invent_name(chance=chance, female=chance.random() < 0.5)
        wrong = odd if odd is not None and number == 4 else kind
        ended = came + timedelta(days=12)
        rows.append([number, f"{came:%d/%m/%Y}", name, f"Tổ {number}", wrong, content, result, f"{ended:%d/%m/%Y}"])
    return rows


def _sheet(rows: list[list[object]]) -> bytes:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for row in (list(_COLUMNS), *rows):
        page.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)


def _working(day: date) -> date:
    return national_calendar().working_day_on_or_after(day)
