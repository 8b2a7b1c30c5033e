"""Stories of what waits for a signature and of what is let go: a drafted acceptance, the record of a closed case destroyed."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.agencies.actions import set_local_rule
from tiepdan.agencies.rules import LocalCode
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import FIRST, Intent
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.documents import actions as documents
from tiepdan.infra.clock import VIETNAM
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo.coming import comes_in, is_screened, new_matter
from tiepdan.ops.demo.timetable import Turn
from tiepdan.ops.demo.world import World
from tiepdan.privacy.actions import destroy_case_record

Tale = Generator[Turn, None, None]
_KEEPS_YEARS: Final = "2"  # the shortest that a list of records may say: the demo is only three years old
_LIST: Final = "Danh mục hồ sơ của bản dùng thử"


def an_acceptance_waits(world: World) -> Tale:
    """A complaint whose notice of acceptance an officer drafted and another reviewed; the head has not approved it yet."""
    chance = Random(f"{world.seed} acceptance")  # noqa: S311 # the same again
    came = _working(world.as_of - timedelta(days=9))
    matter = new_matter(world=world, chance=chance, key="commune", day=came, kind=MatterKind.COMPLAINT)
    matter.people = 1
    submission = yield from comes_in(matter)
    if submission is None:
        return
    drafted = _at(national_calendar().working_day_on_or_before(world.as_of - timedelta(days=1)), 14)
    yield from is_screened(matter, submission, _working(came + timedelta(days=1)))
    officer, clerk = matter.actor(Role.PROCESSING_OFFICER), matter.actor(Role.RECEPTION_OFFICER)
    leader, handler = matter.actor(Role.DEPUTY), matter.actor(Role.HANDLER)
    yield Turn(drafted, officer)
    paper = cases.prepare_opening(
        submission_id=submission.pk, act="accept_case", by=officer, at=drafted,
        typed={"leader": [str(leader.user_id)], "handler": [str(handler.user_id)], "filing": ["first_complaint"]},
        run=lambda by: cases.accept_submission(
            submission_id=submission.pk, leader_id=leader.user_id, handler_id=handler.user_id, intent=Intent(),
            filing=FIRST, by=by, at=drafted,
        ),
    )  # fmt: skip
    documents.submit_paper(paper_id=paper.pk, by=officer, at=drafted)
    read = drafted + timedelta(hours=2)
    yield Turn(read, clerk)
    documents.review_paper(paper_id=paper.pk, by=clerk, at=read)


def a_record_is_let_go(world: World, first: date) -> Tale:
    """A petition answered in the first days of the demo, its record destroyed when the agency's own period was over."""
    chance = Random(f"{world.seed} record")  # noqa: S311 # as above
    matter = new_matter(
        world=world,
        chance=chance,
        key="commune",
        day=_working(first + timedelta(days=3)),
        kind=MatterKind.PETITION_FEEDBACK,
    )
    matter.people = 1
    submission = yield from comes_in(matter)
    if submission is None:
        return
    day = _working(matter.day + timedelta(days=4))
    yield from is_screened(matter, submission, day)
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    taken, answered, closed = (_at(_working(day + timedelta(days=days)), 10) for days in (3, 12, 20))
    yield Turn(taken, head)
    case = cases.accept_submission(
        submission_id=submission.pk,
        leader_id=head.user_id,
        handler_id=handler.user_id,
        intent=Intent(),
        by=head,
        at=taken,
    )
    yield Turn(answered, head)
    cases.answer(case_id=case.pk, text="Đã sửa xong, mời ông/bà xem lại.", by=head, at=answered)
    yield Turn(closed, handler)
    cases.perform(case_id=case.pk, act="close_without_execution", by=handler, at=closed)
    administrator = matter.actor(Role.ADMINISTRATOR)
    entered = _at(_working(world.as_of - timedelta(days=30)), 9)
    yield Turn(entered, administrator)
    set_local_rule(
        agency_id=administrator.agency_id, code=LocalCode.CASE_RECORD_YEARS, value=_KEEPS_YEARS,
        starts_on=entered.date(), reason=_LIST, by=administrator, at=entered,
    )  # fmt: skip
    destroyed = _at(_working(world.as_of - timedelta(days=7)), 15)
    yield Turn(destroyed, head)
    destroy_case_record(
        code=case.code, decision=f"Số 15/QĐ-UBND ngày {destroyed:%d/%m/%Y}", reason=f"Hết thời hạn bảo quản theo {_LIST}",
        by=head, at=destroyed,
    )  # fmt: skip


def _working(day: date) -> date:
    return national_calendar().working_day_on_or_after(day)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=VIETNAM)
