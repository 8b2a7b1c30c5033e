"""Stories of the parts of a case that have a name of their own: a second complaint, discipline, who acts for whom, protection."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import (
    CourtData,
    Filing,
    Intent,
    JudgmentData,
    MandateData,
    MediationData,
    ProtectionData,
    WithdrawalData,
)
from tiepdan.cases.models import Case
from tiepdan.cases.rules.mandates import forms_of_attorney
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo.coming import Matter, comes_in, is_screened
from tiepdan.ops.demo.people import invent_name
from tiepdan.ops.demo.settling import (
    NEW_LAW,
    Tale,
    is_carried_out,
    is_decided,
    is_delivered,
    is_reported,
    is_sent,
    is_suspended,
    is_talked_over,
    is_verified,
)
from tiepdan.ops.demo.timetable import Turn

_SETTLED: Final = "Giữ nguyên quyết định bị khiếu nại."
_FIRST: Final = Filing()


def accepted(
    matter: Matter, *, key: str = "", filing: Filing = _FIRST
) -> Generator[Turn, None, Case | None]:  # fmt: skip
    """Bring a matter in, judge it and accept it at its agency."""
    submission = yield from comes_in(matter)
    if submission is None:
        return None
    screened = yield from is_screened(matter, submission, matter.later(matter.day, 1, 3))
    place = key or matter.key
    head, at = matter.actor(Role.HEAD, place), matter.at(matter.later(matter.day, 4, 6))
    yield Turn(at, head)
    if screened is None:
        return None
    facts = {"identity_checked": True, "is_competent": True} if matter.kind is MatterKind.DENUNCIATION else {}
    return cases.accept_submission(
        submission_id=screened.pk, leader_id=head.user_id, handler_id=matter.actor(Role.HANDLER, place).user_id, by=head,
        at=at, intent=Intent(facts=facts), filing=filing,
    )  # fmt: skip


def complained_twice(matter: Matter) -> Tale:
    """The commune keeps its decision; the complainant goes on to the province, which settles for the second time."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    day = yield from _until_report(matter, case, differs=False)
    decided = matter.at(matter.later(day, 1, 3))
    yield Turn(decided, head)
    cases.decide(
        case_id=case.pk, outcome="wrong", by=head, at=decided, ruling=_SETTLED, assessment="Căn cứ kết quả xác minh."
    )
    sent = yield from is_sent(matter, case, decided.date(), handler, ("complainant",))
    received = yield from is_delivered(matter, case, sent, handler)
    attacked = replace(
        matter.text, denounced=matter.world.agency(matter.key).head_title, title=f"{matter.text.title} (lần hai)",
        earlier_handling="Đã được cấp xã giải quyết lần đầu.",
    )  # fmt: skip
    above = Matter(
        matter.chance, matter.world, "province", matter.later(received, 4, 9), matter.kind,
        attacked,
        matter.person, matter.people,
    )  # fmt: skip
    second = yield from accepted(
        above,
        filing=Filing(
            procedure=ProcedureKind.SECOND_COMPLAINT, first_code=case.code, window_from=received,
            first_decision=f"Quyết định giải quyết lần đầu ngày {decided:%d/%m/%Y}, {matter.world.agency(matter.key).name}",
        ),
    )  # fmt: skip
    if second is None:
        return
    told = matter.at(above.later(above.day, 7, 9))
    yield Turn(told, handler)
    cases.record_second_complaint(
        case_id=case.pk, code=second.code, overdue=False, note="Đã khiếu nại lần hai đến Chủ tịch UBND tỉnh", by=handler, at=told
    )  # fmt: skip
    last = yield from _until_report(above, second, differs=True)
    last = yield from is_talked_over(above, second, last, above.actor(Role.HEAD), above.actor(Role.HANDLER))
    yield from is_decided(above, second, last, above.actor(Role.HEAD), above.actor(Role.HANDLER))


def disciplined(matter: Matter) -> Tale:
    """A civil servant complains about a reprimand: the council proposes, the head talks and decides, the staff are told."""
    dismissal = matter.chance.random() < 0.4
    case = yield from accepted(
        matter, filing=Filing(procedure=ProcedureKind.DISCIPLINARY_COMPLAINT, dismissal=dismissal)
    )
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    day = yield from _until_report(matter, case, differs=False)
    met = matter.at(matter.later(day, 1, 2))
    yield Turn(met, handler)
    cases.perform(
        case_id=case.pk, act="record_council_proposal", by=handler, at=met,
        intent=Intent(
            reason="Hội đồng kỷ luật đề nghị sửa hình thức kỷ luật.",
            note="Biên bản họp Hội đồng kỷ luật", facts={"found_grounded": True},
        ),
    )  # fmt: skip
    talked = yield from is_talked_over(matter, case, met.date(), head, handler)
    decided = matter.at(matter.later(talked, 1, 3))
    yield Turn(decided, head)
    cases.decide(
        case_id=case.pk, outcome="partly_right", by=head, at=decided, ruling="Sửa hình thức kỷ luật thành khiển trách.",
        assessment="Căn cứ kết quả xác minh, đối thoại và đề nghị của Hội đồng kỷ luật.",
    )  # fmt: skip
    sent = yield from is_sent(matter, case, decided.date(), handler, ("complainant",))
    yield from is_delivered(matter, case, sent, handler)
    effect = matter.at(matter.later(decided.date(), 46, 55))
    yield Turn(effect, head)
    cases.enter_effect(case_id=case.pk, by=head, at=effect)
    cases.perform(
        case_id=case.pk, act="publish_to_staff", by=head, at=effect,
        intent=Intent(note="Công bố tại hội nghị toàn thể công chức của cơ quan"),
    )  # fmt: skip


def represented(matter: Matter) -> Tale:
    """An attorney acts, a mediation brings part of it to rest, that part is taken back; the rest waits, then is decided."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    day = matter.later(matter.day, 7, 9)
    given = matter.at(day)
    yield Turn(given, handler)
    cases.record_mandate(
        case_id=case.pk, by=handler, at=given,
        mandate=MandateData(
            kind="attorney", name=invent_name(chance=matter.chance, female=matter.chance.random() < 0.5),
            document=f"Giấy ủy quyền số {matter.chance.randint(11, 900)}", given_on=matter.day,
            form=forms_of_attorney(given_on=matter.day)[-1], scope="Làm việc, đối thoại, nhận quyết định",
        ),
    )  # fmt: skip
    last = yield from _until_report(matter, case, differs=False, since=day)
    met = matter.at(matter.later(last, 1, 2))
    yield Turn(met, handler)
    cases.hold_mediation(
        case_id=case.pk, by=handler, at=met,
        mediation=MediationData(
            held_on=met.date(), minutes="Các bên trao đổi về ranh giới và tài sản trên đất, thống nhất đo lại.",
            result="partly_agreed", place="Phòng tiếp công dân", agreed="Đo lại ranh giới có sự chứng kiến của hai bên.",
        ),
    )  # fmt: skip
    if met.date() >= NEW_LAW:
        back = matter.at(matter.later(met.date(), 1, 3))
        yield Turn(back, handler)
        cases.withdraw(
            case_id=case.pk, by=handler, at=back,
            withdrawal=WithdrawalData(extent="part", form="petition", forced=False, what="Phần diện tích chênh lệch đã thỏa thuận"),
        )  # fmt: skip
        yield from is_suspended(matter, case, matter.later(back.date(), 1, 2), head, "awaits_other_body", days=(6, 20))
        last = matter.later(back.date(), 30, 34)
    yield from is_decided(matter, case, last, head, handler)


def protected(matter: Matter) -> Tale:
    """Who denounced asks for protection; it is ordered and ends with the conclusion."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    asked = matter.at(matter.later(matter.day, 7, 9))
    yield Turn(asked, handler)
    cases.request_protection(
        case_id=case.pk, by=handler, at=asked,
        request=ProtectionData(
            how="written", goods=("job", "secrecy"), persons="Người tố cáo", asked_on=asked.date(),
            danger="Lo ngại bị điều chuyển công tác khi nội dung được làm rõ.",
        ),
    )  # fmt: skip
    ordered = matter.at(matter.later(asked.date(), 1, 2))
    yield Turn(ordered, head)
    cases.decide_protection(
        case_id=case.pk, granted=True, measures=("keep_secret", "arrange_contact"), reason="", by=head, at=ordered,
        protector="Công an cấp xã",
    )  # fmt: skip
    yield from is_verified(matter, case, ordered.date(), head, handler, matter.key, "denouncer", "denounced")
    reported = matter.later(ordered.date(), 9, 13)
    yield from is_reported(matter, case, reported, handler, differs=None)
    concluded = matter.at(matter.later(reported, 2, 4))
    yield Turn(concluded, head)
    cases.conclude(
        case_id=case.pk, outcome="partly_right", by=head, at=concluded, measures="Kiểm điểm trách nhiệm, chấn chỉnh quy trình.",
        assessment="Căn cứ kết quả xác minh từng nội dung.",
    )  # fmt: skip
    cases.end_protection(case_id=case.pk, ground="conclusion_or_termination", by=head, at=concluded)
    yield from is_carried_out(matter, case, concluded.date(), head, handler, ("denounced", "denouncer"))


def sent_up(matter: Matter) -> Tale:
    """The conclusion is not accepted: a follow-up denunciation goes to the superior, which finds it lawful."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    start = matter.later(matter.day, 7, 8)
    yield from is_verified(matter, case, start, head, handler, matter.key, "denounced")
    asked = matter.at(matter.later(start, 5, 6))
    yield Turn(asked, head)
    cases.order_expertise(
        case_id=case.pk, expert_body="Phòng Kỹ thuật hình sự", subject="Giám định chữ ký trên phiếu thu", by=head, at=asked,
        due_on=asked.date() + timedelta(days=12),
    )  # fmt: skip
    came = matter.at(matter.later(asked.date(), 7, 11))
    yield Turn(came, handler)
    cases.receive_expert_result(case_id=case.pk, note="Chữ ký không phải của một người viết ra.", by=handler, at=came)
    reported = matter.later(came.date(), 2, 4)
    yield from is_reported(matter, case, reported, handler, differs=None)
    concluded = matter.at(matter.later(reported, 2, 4))
    yield Turn(concluded, head)
    cases.conclude(
        case_id=case.pk, outcome="wrong", by=head, at=concluded, measures="Thông báo kết quả.", assessment="Không có căn cứ."
    )  # fmt: skip
    sent = yield from is_sent(matter, case, concluded.date(), handler, ("denounced", "denouncer"))
    up = matter.at(matter.later(sent, 3, 6))
    yield Turn(up, handler)
    cases.send_up(
        case_id=case.pk, overdue=False, note="Người tố cáo không đồng ý kết luận, tố cáo tiếp.", by=handler, at=up
    )
    above = matter.actor(Role.HEAD, "province")
    judged = matter.at(matter.later(up.date(), 8, 14))
    yield Turn(judged, above)
    cases.perform(
        case_id=case.pk, act="refuse_resettlement", by=above, at=judged,
        intent=Intent(reason="Việc giải quyết trước đó đúng pháp luật, không có tình tiết mới."),
    )  # fmt: skip


def before_a_court(matter: Matter) -> Tale:
    """The complainant sues while the case is being settled; the court's file ends it, its judgment is put on record."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    taken = matter.at(matter.later(matter.day, 9, 14))
    yield Turn(taken, handler)
    cases.record_court_acceptance(
        case_id=case.pk, by=handler, at=taken,
        court=CourtData(
            court=matter.world.agency("court:area").name, accepted_on=taken.date() - timedelta(days=2),
            number=f"{matter.chance.randint(3, 90)}/TLST-HC",
        ),
    )  # fmt: skip
    if taken.date() >= NEW_LAW:
        ended = matter.at(matter.later(taken.date(), 1, 2))
        yield Turn(ended, head)
        cases.terminate(
            case_id=case.pk, ground="court_took_over", reason="Tòa án đã thụ lý vụ án hành chính về cùng nội dung.", by=head, at=ended
        )  # fmt: skip
        return
    judged = matter.at(matter.later(taken.date(), 40, 70))
    yield Turn(judged, handler)
    cases.record_judgment(
        case_id=case.pk, by=handler, at=judged,
        judgment=JudgmentData(judged_on=judged.date(), judgment=f"{matter.chance.randint(2, 60)}/{judged:%Y}/HC-ST", effect="upheld"),
    )  # fmt: skip


def looked_into_by_experts(matter: Matter) -> Tale:
    """A survey office is asked to measure; its result is noted before the report."""
    case = yield from accepted(matter)
    if case is None:
        return
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    start = matter.at(matter.later(matter.day, 7, 8))
    yield Turn(start, handler)
    cases.perform(case_id=case.pk, act="start_recheck", by=handler, at=start)
    yield from is_verified(matter, case, start.date(), head, handler, matter.key, "complainant")
    asked = matter.at(matter.later(start.date(), 5, 6))
    yield Turn(asked, head)
    cases.order_expertise(
        case_id=case.pk, expert_body=matter.world.agency("unit:registry").name, subject="Đo đạc, xác định ranh giới thửa đất",
        due_on=asked.date() + timedelta(days=12), by=head, at=asked,
    )  # fmt: skip
    came = matter.at(matter.later(asked.date(), 7, 11))
    yield Turn(came, handler)
    cases.add_note(case_id=case.pk, text="Biên bản đo đạc: chênh lệch trong sai số cho phép.", by=handler, at=came)
    yield from is_reported(matter, case, matter.later(came.date(), 2, 3), handler, differs=False)
    yield from is_decided(matter, case, matter.later(came.date(), 4, 5), head, handler)


def _until_report(
    matter: Matter, case: Case, *, differs: bool, since: date | None = None
) -> Generator[Turn, None, date]:  # fmt: skip
    """Look again at what is attacked, verify and report."""
    head, handler = matter.actor(Role.HEAD), matter.actor(Role.HANDLER)
    begun = matter.at(matter.later(since or matter.day, 7, 8) if since is None else matter.later(since, 1, 2))
    yield Turn(begun, handler)
    cases.perform(case_id=case.pk, act="start_recheck", by=handler, at=begun)
    yield from is_verified(matter, case, begun.date(), head, handler, matter.key, "complainant")
    reported = matter.later(begun.date(), 8, 11)
    yield from is_reported(matter, case, reported, handler, differs=differs)
    return reported
