"""Stories of what happens seldom but must be seen: entries in error, papers taken back, split, returned, repeated, urged."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

import typst

from tiepdan.accounts.acting import citizen_actor
from tiepdan.accounts.rules import Role
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import Intent
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.duplicates.actions import link_repeat
from tiepdan.infra import clock
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import parts
from tiepdan.ops.demo.coming import Matter, comes_in, goes_elsewhere, intake_of, is_screened, new_matter, somewhere
from tiepdan.ops.demo.settling import NEW_LAW
from tiepdan.ops.demo.texts import retype
from tiepdan.ops.demo.timetable import Turn
from tiepdan.ops.demo.world import World, has_ended
from tiepdan.reception.actions import issue_refusal_notice, receive_visit
from tiepdan.reception.channels import SentFile, receive_sent
from tiepdan.reception.rules import Outcome, refusal_book
from tiepdan.reception.visit import Visit, VisitorData
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.intake import Part, Screening
from tiepdan.submissions.rulebook import conditions_for
from tiepdan.submissions.rules import Source

Tale = Generator[Turn, None, None]
EVERY: Final = 3  # one story in three is a rare one
_C: Final = MatterKind.COMPLAINT
_D: Final = MatterKind.DENUNCIATION
_P: Final = MatterKind.PETITION_FEEDBACK
_LONG: Final = 46  # days after which an unprocessed submission needs a good reason (LI-5)


def rare_story(*, world: World, chance: Random, number: int, day: date, since: date) -> Tale:
    """Return one of the rare stories, each in its turn.

    since: first day of the part that is told; what takes long begins early in it, so that its end is seen
    """
    turn = number // EVERY
    tell, kind = _RARITIES[turn % len(_RARITIES)]
    if tell in _LONG_WAYS:
        day = _early(day, since, chance)
    if tell is parts.disciplined:
        return tell(
            new_matter(world=world, chance=chance, key="department:land", day=day, kind=kind, topic_key="discipline")
        )
    if tell is parts.represented and world.as_of - timedelta(days=_ENOUGH) > NEW_LAW > since:
        day = matter_day(NEW_LAW + timedelta(days=chance.randint(1, 20)))  # part of it only the new law knows
    keys = [key for key in world.communes() if not has_ended(world, key, day)]
    if tell in _OF_A_COMMUNE and keys:
        key = chance.choice(keys)
    else:
        key = somewhere(world=world, chance=chance, day=day)
    return tell(new_matter(world=world, chance=chance, key=key, day=day, kind=kind))


def _early(day: date, since: date, chance: Random) -> date:
    """A working day in the first third between the first day and this one."""
    return matter_day(since + timedelta(days=chance.randint(0, max(0, (day - since).days // 3))))


def matter_day(day: date) -> date:
    """The working day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _entered_in_error(matter: Matter) -> Tale:
    submission = yield from comes_in(matter)
    by, at = matter.actor(Role.PROCESSING_OFFICER), matter.at(matter.later(matter.day, 1, 2))
    yield Turn(at, by)
    if submission:
        submissions.void(submission_id=submission.pk, reason="Nhập trùng do bấm hai lần.", by=by, at=at)


def _taken_back(matter: Matter) -> Tale:
    submission = yield from comes_in(matter)
    by, at = matter.actor(Role.RECEPTION_OFFICER), matter.at(matter.later(matter.day, 2, 6))
    yield Turn(at, by)
    if submission:
        submissions.withdraw(submission_id=submission.pk, reason="Người gửi tự nguyện rút đơn.", by=by, at=at)


def _several_contents(matter: Matter) -> Tale:
    submission = yield from comes_in(matter)
    by, at = matter.actor(Role.PROCESSING_OFFICER), matter.at(matter.later(matter.day, 1, 4))
    yield Turn(at, by)
    if submission:
        first, second = matter.text.content.split("\n", 1)
        parts = [
            Part(kind=_P, content=first, summary=f"{matter.text.title}: phần kiến nghị"),
            Part(kind=_C, content=second, summary=f"{matter.text.title}: phần khiếu nại"),
        ]
        submissions.split(submission_id=submission.pk, parts=parts, by=by, at=at)


def _refused_on_proposal(matter: Matter) -> Tale:
    yield from _judged(matter, RouteAct.REFUSE, "content_unclear" if matter.kind is _P else "time_bar_passed")


def _filed(matter: Matter) -> Tale:
    yield from _judged(matter, RouteAct.FILE, matter.chance.choice(("guided_before", "sender_data_missing")))


def _judged(matter: Matter, act: RouteAct, ground: str) -> Tale:
    submission = yield from comes_in(matter)
    if submission is None:
        return
    fits = act is not RouteAct.FILE
    screened = yield from is_screened(matter, submission, matter.later(matter.day, 1, 4), eligible=fits)
    if screened:
        yield from goes_elsewhere(matter, screened, matter.later(matter.day, 5, 8), act, ground=ground)


def _not_accepted(matter: Matter) -> Tale:
    submission = yield from comes_in(matter)
    if submission is None:
        return
    screened = yield from is_screened(matter, submission, matter.later(matter.day, 1, 3))
    by, at = matter.actor(Role.HEAD), matter.at(matter.later(matter.day, 5, 8))
    yield Turn(at, by)
    ground = "violator_or_act_unclear" if matter.kind is _D else "not_own_rights"
    if screened:
        cases.refuse_acceptance(
            submission_id=screened.pk, by=by, at=at,
            intent=Intent(grounds=frozenset({ground}), reason="Nội dung không đủ điều kiện thụ lý.", facts={"identity_checked": True}),
        )  # fmt: skip


def _returned_to_sender(matter: Matter) -> Tale:
    """A body sends a complaint to an agency that is not competent; it goes back."""
    by, at = matter.actor(Role.PROCESSING_OFFICER), matter.at(matter.day)
    yield Turn(at, by)
    intake = replace(
        intake_of(matter, source=Source.FORWARDED), forwarded_by_id=matter.world.agency("deputies").pk,
        forwarding_number=f"{matter.chance.randint(11, 400)}/ĐĐBQH", forwarding_dated_on=matter.day - timedelta(days=4),
        against_code="province_chair",
    )  # fmt: skip
    sent = receive_sent(intake=intake, files=(), by=by, at=at, request_key=f"{matter.chance.random()}")
    screened = yield from is_screened(matter, sent.submission, matter.later(matter.day, 1, 3))
    if screened:
        yield from goes_elsewhere(matter, screened, matter.later(matter.day, 4, 6), RouteAct.RETURN)


def _by_the_web(matter: Matter) -> Tale:
    """A citizen writes at the portal, unsigned, with a file."""
    agency, at = matter.world.agency(matter.key), matter.at(matter.day)
    yield Turn(at, None)
    receive_sent(
        intake=intake_of(matter, source=Source.ONLINE), by=citizen_actor(agency=agency), at=at, request_key=f"{matter.chance.random()}",
        files=(SentFile(name="don-danh-may.pdf", data=drawn_page(matter.text.content)),),
    )  # fmt: skip


def _anonymous(matter: Matter) -> Tale:
    """A denunciation that names nobody as its author: judged and filed, for use in inspection."""
    by, at = matter.actor(Role.HEAD), matter.at(matter.day)
    yield Turn(at, by)
    intake = replace(intake_of(matter, source=Source.POST), parties=(), anonymous=True)
    sent = receive_sent(intake=intake, files=(), by=by, at=at, request_key=f"{matter.chance.random()}")
    judged = matter.at(matter.later(matter.day, 2, 5))
    yield Turn(judged, by)
    answers = {item.code: "no" if item.bars else "yes" for item in conditions_for(kind=_D, anonymous=True)}
    submissions.screen(
        submission_id=sent.submission.pk, by=by, at=judged, finding=Screening(kind=_D, answers=answers, anonymous=True)
    )


def _repeated(matter: Matter) -> Tale:
    """The same content, typed again, comes to a second agency; the officer sees it and links it."""
    submission = yield from comes_in(matter)
    day = matter.later(matter.day, 4, 15)
    other = somewhere(world=matter.world, chance=matter.chance, day=day)
    text = replace(matter.text, content=retype(text=matter.text.content, chance=matter.chance))
    again = Matter(matter.chance, matter.world, other, day, matter.kind, text, matter.person, matter.people)
    second = yield from comes_in(again)
    by, at = again.actor(Role.PROCESSING_OFFICER), again.at(again.later(day, 1, 3))
    yield Turn(at, by)
    if submission and second:
        link_repeat(submission_id=second.pk, earlier_id=submission.pk, same=True, by=by, at=at)
        screened = yield from is_screened(again, second, again.later(at.date(), 1, 2), eligible=False)
        if screened:
            yield from goes_elsewhere(
                again, screened, again.later(at.date(), 3, 5), RouteAct.FILE, ground="sent_to_right_body_too"
            )


def _turned_away(matter: Matter) -> Tale:
    """A visit refused on a ground of the law; the head signs the notice where the law wants one."""
    notices_since = load_rulebook().rule("LI-1").versions[0].starts_on  # from then on with its form and its limit
    grounds = [
        ground
        for ground in refusal_book().grounds.values()
        if (not ground.purposes or matter.kind in ground.purposes)
        and (notices_since if ground.notice else ground.starts_on) <= matter.day
    ]
    ground = matter.chance.choice(grounds)
    clerk, at = matter.actor(Role.RECEPTION_OFFICER), matter.at(matter.day)
    yield Turn(at, clerk)
    entered = receive_visit(
        visit=Visit(
            purpose=matter.kind, outcome=Outcome.REFUSE, visitors=(VisitorData(name=matter.person.name),),
            summary=matter.text.title, content=matter.text.content, refusal_code=ground.code,
            refusal_facts=dict.fromkeys((*ground.needs, *ground.needs_one), "có, kèm hồ sơ"),
            refusal_complete_on=matter.day if ground.notice else None,
        ),
        intake=None, by=clerk, at=at,
    )  # fmt: skip
    head, signed = matter.actor(Role.HEAD), matter.at(matter.later(matter.day, 1, 2))
    yield Turn(signed, head)
    if ground.notice:
        issue_refusal_notice(
            reception_id=entered.reception.pk, by=head, at=signed, matter=matter.text.title,
            reason="Vụ việc đã được giải quyết và trả lời bằng văn bản, không có nội dung mới.",
        )  # fmt: skip


def _left_lying(matter: Matter) -> Tale:
    """Not processed for six weeks; the good reason is on record."""
    submission = yield from comes_in(matter)
    day = matter.later(matter.day, _LONG, _LONG + 4)
    by, at = matter.actor(Role.PROCESSING_OFFICER), matter.at(day)
    yield Turn(at, by)
    if submission:
        submissions.record_unprocessed_reason(
            submission_id=submission.pk, reason="Chờ cơ quan lưu trữ sao lục hồ sơ gốc.", by=by, at=at
        )


def _urged(matter: Matter) -> Tale:
    """The inspectorate urges an agency whose answer is late; the agency answers and explains."""
    case = yield from parts.accepted(matter)
    if case is None:
        return
    overseer, at = matter.actor(Role.OVERSIGHT, "inspectorate"), matter.at(matter.later(matter.day, 40, 48))
    yield Turn(at, overseer)
    urging = cases.urge(
        code=case.code, text="Đề nghị khẩn trương trả lời công dân và báo cáo kết quả.", by=overseer, at=at,
        answer_by=at.date() + timedelta(days=10),
    )  # fmt: skip
    head, answered = matter.actor(Role.HEAD), matter.at(matter.later(at.date(), 3, 9))
    yield Turn(answered, head)
    cases.answer_urging(
        urging_id=urging.pk, text="Đang xác minh thực địa, sẽ trả lời trong tuần tới.", by=head, at=answered
    )


def _carried_out_at_once(matter: Matter) -> Tale:
    """A petition verified, answered, its work ordered; the file holds notes, and the citizen has it explained."""
    case = yield from parts.accepted(matter)
    if case is None:
        return
    handler, at = matter.actor(Role.HANDLER), matter.at(matter.later(matter.day, 8, 11))
    yield Turn(at, handler)
    cases.add_note(
        case_id=case.pk, text="Đã gọi tổ trưởng dân phố, hẹn kiểm tra chung sáng thứ Năm.", by=handler, at=at
    )
    head, answered = matter.actor(Role.HEAD), matter.at(matter.later(at.date(), 4, 9))
    yield Turn(answered, head)
    cases.answer(case_id=case.pk, text="Cơ quan đã kiểm tra và giao thực hiện ngay.", by=head, at=answered)
    cases.perform(case_id=case.pk, act="start_execution", by=head, at=answered)
    told = matter.at(matter.later(answered.date(), 5, 9))
    yield Turn(told, handler)
    cases.explain_settled_case(
        case_id=case.pk, explained_to=matter.person.name, held_on=told.date(), text="Đã giải thích kết quả, công dân đồng ý.",
        by=handler, at=told,
    )  # fmt: skip


def _identity_asked_for(matter: Matter) -> Tale:
    """A handler asks to open a sealed identity; the reading log shows it."""
    case = yield from parts.accepted(matter)
    if case is None:
        return
    handler, at = matter.actor(Role.HANDLER), matter.at(matter.later(matter.day, 8, 10))
    if at > clock.now():  # an hour of today that has not come: the database grants no opening ahead of its clock
        return
    yield Turn(at, handler)
    opening = submissions.ask_opening(
        matter_id=case.matter_id, reason="Làm việc với người tố cáo để làm rõ nội dung.", by=handler, at=at
    )
    submissions.open_identity(opening_id=opening.pk, by=handler, at=at)


def drawn_page(text: str) -> bytes:
    """Return one A4 page with a text, as PDF."""
    body = f"#set page(width: 210mm, height: 297mm)\n#text({json.dumps(text, ensure_ascii=False)})"
    return bytes(typst.compile(body.encode()))


_RARITIES: Final[tuple[tuple[Callable[[Matter], Tale], MatterKind], ...]] = (
    (_repeated, _C),
    (_by_the_web, _P),
    (parts.complained_twice, _C),
    (_turned_away, _C),
    (parts.represented, _C),
    (_filed, _C),
    (parts.protected, _D),
    (_urged, _P),
    (_identity_asked_for, _D),
    (parts.disciplined, _C),
    (_carried_out_at_once, _P),
    (_not_accepted, _C),
    (parts.before_a_court, _C),
    (_not_accepted, _D),
    (_several_contents, _P),
    (parts.sent_up, _D),
    (_entered_in_error, _P),
    (_taken_back, _C),
    (_returned_to_sender, _C),
    (parts.looked_into_by_experts, _C),
    (_anonymous, _D),
    (_left_lying, _P),
    (_refused_on_proposal, _P),
)
_LONG_WAYS: Final = frozenset(
    {parts.complained_twice, parts.disciplined, parts.protected, parts.sent_up, parts.represented}
)
_OF_A_COMMUNE: Final = frozenset({parts.complained_twice, parts.represented, parts.protected, parts.sent_up})
_ENOUGH: Final = 60  # days in which such a case comes to its decision
