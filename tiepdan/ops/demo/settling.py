"""Stories of cases: accepted, verified, talked over, decided, carried out; some suspended, extended, withdrawn, late."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases import actions
from tiepdan.cases.intent import (
    AddresseeData,
    DialogueData,
    FindingData,
    Intent,
    InvitationData,
    ObligationData,
    PublicationData,
    SessionData,
    WithdrawalData,
)
from tiepdan.cases.models import Case
from tiepdan.deadlines.groups import group_from
from tiepdan.documents.models import DeliveryWay
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import found
from tiepdan.ops.demo.coming import Matter
from tiepdan.ops.demo.timetable import Turn
from tiepdan.submissions.models import Submission

Tale = Generator[Turn, None, None]
OUTCOMES: Final = ("right", "partly_right", "wrong")
NEW_LAW: Final = date(2026, 7, 1)  # first day of the law that knows suspension of a complaint


def is_settled(matter: Matter, submission: Submission, day: date, *, key: str | None = None) -> Tale:
    """Accept it and go on as chance has it; days after the end of the demo are simply not reached."""
    place = key or matter.key
    head, handler = matter.actor(Role.HEAD, place), matter.actor(Role.HANDLER, place)
    at = matter.at(day)
    yield Turn(at, head)
    facts = {"identity_checked": True, "is_competent": True} if matter.kind is MatterKind.DENUNCIATION else {}
    case = actions.accept_submission(
        submission_id=submission.pk, leader_id=head.user_id, handler_id=handler.user_id, by=head, at=at,
        intent=Intent(facts=facts),
    )  # fmt: skip
    pace = matter.chance.choices((1.0, 1.6, 3.0), weights=(70, 20, 10))[0]  # the slow ones are late
    if matter.kind is MatterKind.PETITION_FEEDBACK:
        yield from _answered(matter, case, day, head, handler, pace)
    elif matter.kind is MatterKind.DENUNCIATION:
        yield from _concluded(matter, case, day, head, handler, place, pace)
    else:
        yield from _decided(matter, case, day, head, handler, place, pace)


def _answered(matter: Matter, case: Case, day: date, head: Actor, handler: Actor, pace: float) -> Tale:
    answered = matter.later(day, int(8 * pace), int(26 * pace))
    yield Turn(matter.at(answered), head)
    actions.answer(
        case_id=case.pk, by=head, at=matter.at(answered),
        text="Ý kiến của ông/bà đã được xem xét. Cơ quan đã giao bộ phận chuyên môn thực hiện và thông báo kết quả.",
    )  # fmt: skip
    closed = matter.at(matter.later(answered, 3, 12))
    yield Turn(closed, handler)
    actions.perform(case_id=case.pk, act="close_without_execution", by=handler, at=closed)


def _decided(matter: Matter, case: Case, day: date, head: Actor, handler: Actor, place: str, pace: float) -> Tale:
    now = matter.at(matter.later(day, 1, 2))
    yield Turn(now, handler)
    actions.perform(case_id=case.pk, act="start_recheck", by=handler, at=now)
    if matter.people >= group_from(on=now.date()) and now.date() >= NEW_LAW:  # a group is many people on the same issue
        actions.find_complexity(case_id=case.pk, found=["many_people"], note="Đoàn đông người.", by=handler, at=now)
    yield from is_verified(matter, case, now.date(), head, handler, place, "complainant")
    mood = matter.chance.random()
    if mood < 0.06 and now.date() >= NEW_LAW:  # share that is withdrawn
        yield from _withdrawn(matter, case, matter.later(now.date(), 4, 12), head, handler)
        return
    if mood < 0.14 and now.date() >= NEW_LAW:  # share that is suspended
        yield from is_suspended(matter, case, matter.later(now.date(), 4, 8), head, "awaits_other_body")
    reported = matter.later(now.date(), int(9 * pace), int(14 * pace))
    differs = matter.chance.random() < 0.5  # every second complainant still disagrees
    yield from is_reported(matter, case, reported, handler, differs=differs)
    last = reported
    if differs:
        last = yield from is_talked_over(matter, case, reported, head, handler)
    yield from is_decided(matter, case, last, head, handler)


def is_decided(matter: Matter, case: Case, last: date, head: Actor, handler: Actor) -> Tale:
    """Decide one way or another, and carry it out."""
    decided = matter.at(matter.later(last, 1, 4))
    yield Turn(decided, head)
    outcome = matter.chance.choice(OUTCOMES)
    actions.decide(
        case_id=case.pk, outcome=outcome, by=head, at=decided, obligations=_obligations(matter, outcome),
        ruling="Giữ nguyên quyết định bị khiếu nại." if outcome == "wrong" else "Điều chỉnh quyết định bị khiếu nại.",
        assessment="Căn cứ kết quả xác minh và kết quả đối thoại.",
    )  # fmt: skip
    yield from is_carried_out(matter, case, decided.date(), head, handler, ("complainant",))


def _concluded(matter: Matter, case: Case, day: date, head: Actor, handler: Actor, place: str, pace: float) -> Tale:
    start = matter.later(day, 1, 3)
    yield from is_verified(matter, case, start, head, handler, place, "denouncer", "denounced")
    mood = matter.chance.random()
    if mood < 0.25:  # share that is complex and extended
        yield from _extended(matter, case, matter.later(start, 16, 22), head, handler)
    elif mood < 0.35:  # share that waits for another body
        yield from is_suspended(matter, case, matter.later(start, 5, 9), head, "awaits_other_result")
    reported = matter.later(start, int(12 * pace), int(18 * pace))
    yield from is_reported(matter, case, reported, handler, differs=None)
    concluded = matter.at(matter.later(reported, 2, 6))
    yield Turn(concluded, head)
    actions.conclude(
        case_id=case.pk, outcome=matter.chance.choice(OUTCOMES), by=head, at=concluded,
        measures="Kiểm điểm, chấn chỉnh và báo cáo kết quả.", assessment="Căn cứ kết quả xác minh từng nội dung.",
    )  # fmt: skip
    yield from is_carried_out(matter, case, concluded.date(), head, handler, ("denounced", "denouncer"))


def is_verified(matter: Matter, case: Case, day: date, head: Actor, handler: Actor, place: str, *whom: str) -> Tale:
    """Order the verification and meet people."""
    members = matter.world.actors[place, Role.HANDLER][1:] or [matter.actor(Role.PROCESSING_OFFICER, place)]
    ordered = matter.at(matter.later(day, 1, 2))
    yield Turn(ordered, head)
    actions.start_verification(
        case_id=case.pk,
        head_id=handler.user_id,
        member_ids=[one.user_id for one in members],
        days=20,
        by=head,
        at=ordered,
    )
    met = matter.at(matter.later(ordered.date(), 2, 4))
    yield Turn(met, handler)
    for one in whom:
        session = SessionData(
            held_on=met.date(), held_at=time(8, 30), ended_at=time(10), with_whom=one, place="Trụ sở cơ quan",
            minutes="Các bên trình bày ý kiến, đối chiếu hồ sơ và thống nhất các nội dung cần làm rõ.",
        )  # fmt: skip
        actions.add_session(case_id=case.pk, session=session, by=handler, at=met)


def is_reported(matter: Matter, case: Case, day: date, handler: Actor, *, differs: bool | None) -> Tale:
    """Report what was found."""
    at = matter.at(day)
    yield Turn(at, handler)
    finding = FindingData(
        issue="Nội dung chính của đơn",
        finding=matter.chance.choice(OUTCOMES),
        basis="Hồ sơ, biên bản làm việc, đo đạc lại.",
    )
    actions.submit_report(
        case_id=case.pk, findings=[finding], recommendation="Xử lý theo kết quả xác minh.", by=handler, at=at,
        explanation="Người bị kiểm tra đã giải trình bằng văn bản.", demand_differs=differs,
    )  # fmt: skip


def is_talked_over(
    matter: Matter, case: Case, day: date, head: Actor, handler: Actor
) -> Generator[Turn, None, date]:  # fmt: skip
    """Invite to the dialogue and hold it, or note who stayed away."""
    invited = matter.at(matter.later(day, 1, 2))
    yield Turn(invited, handler)
    held = matter.later(invited.date(), 8, 9)
    actions.invite_dialogue(
        case_id=case.pk, by=handler, at=invited,
        invitation=InvitationData(held_on=held, held_at=time(8, 30), place="Phòng họp số 2"),
    )  # fmt: skip
    talk = matter.at(held)
    yield Turn(talk, head)
    absent = (
        matter.chance.random() < 0.1 and held >= NEW_LAW
    )  # one in ten does not come; the law before knew no such act
    actions.hold_dialogue(
        case_id=case.pk, by=head, at=talk,
        dialogue=DialogueData(
            held_at=time(8, 30), ended_at=time(10, 15), secretary=handler.name, absence="without_reason" if absent else "",
            minutes="Người giải quyết nêu kết quả xác minh; các bên trình bày ý kiến.", agreed="" if absent else "Đo đạc lại.",
        ),
    )  # fmt: skip
    return held


def _extended(matter: Matter, case: Case, day: date, head: Actor, handler: Actor) -> Tale:
    found = matter.at(day)
    yield Turn(found, handler)
    actions.find_complexity(
        case_id=case.pk,
        found=["several_places", "several_issues"],
        note="Xác minh tại nhiều nơi.",
        by=handler,
        at=found,
    )
    at = matter.at(matter.later(day, 1, 2))
    yield Turn(at, head)
    actions.extend(
        case_id=case.pk, days=30, reason="Vụ việc phức tạp, phải xác minh tại nhiều địa điểm.", by=head, at=at
    )


def is_suspended(
    matter: Matter, case: Case, day: date, head: Actor, ground: str, *, days: tuple[int, int] = (15, 90)
) -> Tale:
    """Stop the settlement and go on with it after some days."""
    at = matter.at(day)
    yield Turn(at, head)
    actions.suspend(case_id=case.pk, ground=ground, reason="Chờ kết luận của cơ quan có liên quan.", by=head, at=at)
    back = matter.at(matter.later(day, *days))
    yield Turn(back, head)
    actions.resume(case_id=case.pk, reason="Đã có kết luận của cơ quan có liên quan.", by=head, at=back)


def _withdrawn(matter: Matter, case: Case, day: date, head: Actor, handler: Actor) -> Tale:
    at = matter.at(day)
    yield Turn(at, handler)
    actions.withdraw(
        case_id=case.pk, by=handler, at=at,
        withdrawal=WithdrawalData(extent="whole", form="petition", forced=False, what="Toàn bộ nội dung"),
    )  # fmt: skip
    ended = matter.at(matter.later(day, 1, 3))
    yield Turn(ended, head)
    actions.terminate(
        case_id=case.pk, ground="all_withdrawn", reason="Người khiếu nại tự nguyện rút đơn.", by=head, at=ended
    )


def is_carried_out(
    matter: Matter, case: Case, day: date, head: Actor, handler: Actor, addressees: Iterable[str]
) -> Tale:
    """Send, prove, publish, put into effect, carry out, close."""
    sent = yield from is_sent(matter, case, day, handler, addressees)
    secret = matter.kind is MatterKind.DENUNCIATION
    if secret:
        handled = matter.at(matter.later(sent, 1, 3))
        yield Turn(handled, head)
        actions.perform(
            case_id=case.pk, act="handle_conclusion", by=head, at=handled, intent=Intent(note="Chấn chỉnh.")
        )
    else:
        yield from is_delivered(matter, case, sent, handler)
    shown = matter.at(matter.later(sent, 3, 7))
    yield Turn(shown, handler)
    posted = PublicationData(
        way="posting", from_on=shown.date(), until_on=shown.date() + timedelta(days=16), place="Trụ sở cơ quan"
    )
    actions.publish(case_id=case.pk, publications=[posted], redaction_checked=True, by=handler, at=shown)
    if secret:
        watched = matter.at(matter.later(shown.date(), 20, 40))
        yield Turn(watched, handler)
        actions.perform(case_id=case.pk, act="monitor_execution", by=handler, at=watched)
        actions.perform(case_id=case.pk, act="close_case", by=handler, at=watched)
        return
    effect = matter.at(matter.later(day, 46, 55))
    yield Turn(effect, head)
    actions.enter_effect(case_id=case.pk, by=head, at=effect)
    actions.direct_enforcement(
        case_id=case.pk, text="Giao bộ phận chuyên môn thực hiện và báo cáo.", by=head, at=effect
    )
    done = matter.at(matter.later(effect.date(), 10, 40))
    yield Turn(done, handler)
    for obligation_id in found.open_obligations(case_id=case.pk):
        actions.fulfil_obligation(
            obligation_id=obligation_id, done_on=done.date(), note="Đã thực hiện xong.", by=handler, at=done
        )
    actions.perform(case_id=case.pk, act="close_case", by=handler, at=done)


def is_sent(
    matter: Matter, case: Case, day: date, handler: Actor, addressees: Iterable[str]
) -> Generator[Turn, None, date]:  # fmt: skip
    """Send what was decided by post."""
    sent = matter.at(matter.later(day, 1, 2))
    yield Turn(sent, handler)
    ways = [AddresseeData(addressee=one, way=DeliveryWay.POST, sent_on=sent.date(), name="") for one in addressees]
    actions.send_decision(case_id=case.pk, addressees=ways, by=handler, at=sent)
    return sent.date()


def is_delivered(matter: Matter, case: Case, sent: date, handler: Actor) -> Generator[Turn, None, date]:
    """Put the proof of receipt on record."""
    proved = matter.at(matter.later(sent, 2, 6))
    yield Turn(proved, handler)
    delivery = found.delivery_to_complainant(matter_id=case.matter_id)
    actions.record_receipt(
        delivery_id=delivery.pk, received_on=proved.date(), proof=f"Bưu gửi EB{matter.chance.randint(10**7, 10**8)}VN",
        by=handler, at=proved,
    )  # fmt: skip
    return proved.date()


def _obligations(matter: Matter, outcome: str) -> tuple[ObligationData, ...]:
    if outcome == "wrong":
        return ()
    chance = matter.chance
    return (
        ObligationData(
            what="Chi trả bổ sung và điều chỉnh hồ sơ đất đai",
            money_million_vnd=Decimal(chance.randint(5, 400)), land_m2=Decimal(chance.randint(10, 900)), persons=matter.people,
        ),
    )  # fmt: skip
