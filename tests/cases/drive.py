"""Doing any act of any procedure through the real function of the right person, with what it needs before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Final

from tests.cases.build import Walk, complaint, denunciation, petition
from tests.factories import moment
from tests.people import Cast
from tests.submissions.build import received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.cases import actions
from tiepdan.cases.intent import (
    AddresseeData,
    CourtData,
    DialogueData,
    Filing,
    FindingData,
    Intent,
    InvitationData,
    JudgmentData,
    MandateData,
    MediationData,
    ProtectionData,
    PublicationData,
    SessionData,
    WithdrawalData,
)
from tiepdan.cases.models import Case
from tiepdan.cases.papers import own_form, values_from_file
from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.mandates import forms_of_attorney
from tiepdan.cases.rules.procedure import Act, ProcedureKind
from tiepdan.cases.rules.situation import Role
from tiepdan.cases.situations import EFFECT_RULES, RECORDABLE, load_file, procedure_of, situation_of, window
from tiepdan.documents.models import Delivery, DeliveryWay
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra import clock
from tiepdan.submissions.actions import ask_opening, decide_opening
from tiepdan.submissions.models import OpeningStatus
from tiepdan.submissions.rules import Source

START: Final = {"P0": moment("2024-09-09"), "P1": moment("2025-09-08"), "P2": moment("2026-07-20")}
CHECKED: Final[dict[str, bool | None]] = {"identity_checked": True, "is_competent": True}
_FACT_OF: Final = {row.name: (row.fact, row.wants) for row in FACT_GUARDS}
_PLAIN_GROUND: Final = {
    "complaint_refusal": "not_own_rights", "complaint_suspension": "awaits_other_body", "complaint_termination": "no_object_left",
    "denunciation_refusal": "violator_or_act_unclear", "denunciation_suspension": "awaits_other_result",
    "denunciation_termination": "denounced_died", "petition_refusal": "content_unclear",
}  # fmt: skip
Run = Callable[[Walk, Act], object]


def people(cast: Cast) -> dict[Role, Actor]:
    """Who of the commune acts in a role."""
    return {
        Role.HEAD: cast.head, Role.DEPUTY_AUTHORISED: cast.deputy, Role.HANDLER: cast.handler,
        Role.RECEPTION_OFFICER: cast.clerk, Role.PROCESSING_OFFICER: cast.processor,
    }  # fmt: skip


def actor_for(way: Walk, act: Act) -> Actor:
    """Return a person who may do an act: the first of the law's list, at the agency whose act it is."""
    above = any(call.name == "is_superior_body" for call in act.guards)
    cast = way.cast
    if above or way.case.agency_id == cast.province.pk:
        return cast.province_head
    known = people(cast)
    sealed = way.case.procedure == ProcedureKind.DENUNCIATION
    roles = [role for role in act.who if role in known]
    # Of a sealed matter only the head, the assigned and who received it read the content.
    fit = [role for role in roles if not sealed or role in {Role.HEAD, Role.HANDLER, Role.RECEPTION_OFFICER}]
    assigned = way.case.handler_id is not None
    fit = [role for role in fit if role is not Role.HANDLER or assigned] or fit
    return known[fit[0]]


def begin(
    cast: Cast, kind: ProcedureKind, period: str = "", *, second_stage: bool = False, received_on: str = "",
    accepted_on: str = "",
) -> Walk:  # fmt: skip
    """Receive and accept a case of a procedure in a period, or on two days."""
    at = moment(received_on) if received_on else START[period]
    builders = {ProcedureKind.DENUNCIATION: denunciation, ProcedureKind.PETITION_FEEDBACK: petition}
    intake = builders.get(kind, complaint)(
        source=Source.FORWARDED, forwarded_by_id=cast.inspectorate.pk, forwarding_number="12/CV",
        forwarding_dated_on=at.date(),
    )  # fmt: skip
    made = received(cast.clerk, intake, at=at).submission
    at = moment(accepted_on) if accepted_on else at
    if kind is ProcedureKind.DENUNCIATION:
        with acting(cast.head):
            case = actions.take_up(submission_id=made.pk, by=cast.head, at=at)
        return Walk(cast, case, at)
    with acting(cast.head):
        case = actions.accept_submission(
            submission_id=made.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=cast.head, at=at,
            filing=filing(kind, at, second_stage=second_stage),
        )  # fmt: skip
    return Walk(cast, case, at)


def filing(kind: ProcedureKind, at: datetime, *, second_stage: bool = False) -> Filing:
    """Say by which procedure a complaint is settled."""
    second = kind is ProcedureKind.SECOND_COMPLAINT or second_stage
    return Filing(
        procedure=kind, second_stage=second_stage, dismissal=kind is ProcedureKind.DISCIPLINARY_COMPLAINT,
        first_decision="Quyết định số 40/QĐ-UBND" if second else "",
        window_from=at.date() - timedelta(days=5) if second else None,
    )  # fmt: skip


def act_now(way: Walk, code: str) -> Act:
    """Return an act of the procedure in force on the day of the walk."""
    return procedure_of(case=way.case, today=way.day.date()).acts[code]


def drive(way: Walk, act: Act) -> None:
    """Do an act."""
    DRIVERS.get(act.code, plain)(way, act)
    above = way.case.agency_id == way.cast.province.pk or way.case.superior_id is not None
    with acting(way.cast.province_head if above else way.cast.head):
        way.case = Case.objects.get(pk=way.case.pk)


def facts_of(act: Act) -> dict[str, bool | None]:
    """Answers that let an act through, as the officer would give them."""
    calls = [*act.guards, *(call for ground in act.grounds[:1] for call in ground.guards)]
    wanted = (_FACT_OF[call.name] for call in calls if call.name in _FACT_OF)
    found: dict[str, bool | None] = {fact: wants for fact, wants in wanted if fact in RECORDABLE}
    return {**found, "found_grounded": True} if any(call.name == "council_needed" for call in calls) else found


def paper_values(way: Walk, act: Act) -> dict[str, FieldValue]:
    """Fill what the paper needs and the file does not know."""
    form = own_form(documents=act.documents, on=way.day.date())
    if form is None:
        return {}
    known = values_from_file(case=way.case, form=form, on=way.day.date())
    return {name: item.example for name, item in form.fields.items() if item.required and name not in known}


def plain(way: Walk, act: Act) -> None:
    """Do an act that has no data of its own."""
    by = actor_for(way, act)
    with acting(by):
        values = paper_values(way, act)
    way.as_(
        by, actions.perform, act=act.code,
        intent=Intent(
            note="Theo hồ sơ", reason="Theo hồ sơ" if act.reason_required else "", values=values, facts=facts_of(act),
            grounds=frozenset(ground.code for ground in act.grounds[:1]),
        ),
    )  # fmt: skip


def _later(way: Walk, days: int) -> None:
    way.day += timedelta(days=days)


def _accept(way: Walk, _: Act) -> None:
    cast, case = way.cast, way.case
    by = cast.province_head if case.agency_id == cast.province.pk else cast.head
    handler = by if by is cast.province_head else cast.handler
    with acting(by):
        way.case = actions.accept_submission(
            submission_id=case.submission_id, leader_id=by.user_id, handler_id=handler.user_id, by=by, at=way.day,
            intent=Intent(facts=CHECKED),
        )  # fmt: skip


def _refuse(way: Walk, act: Act) -> None:
    by = actor_for(way, act)
    with acting(by):
        way.case = actions.refuse_acceptance(
            submission_id=way.case.submission_id, by=by, at=way.day,
            intent=Intent(grounds=frozenset({"violator_or_act_unclear"}), reason="Không rõ hành vi"),
        )  # fmt: skip


def _conclude_at_once(way: Walk, act: Act) -> None:
    way.as_(
        actor_for(way, act), actions.conclude_at_once, outcome="right", measures="Kiểm điểm.", assessment="Đúng.",
        explanation="Đã thừa nhận.", leader_id=way.cast.head.user_id, handler_id=way.cast.handler.user_id,
        intent=Intent(facts={**CHECKED, "fast_track_fits": True}),
    )  # fmt: skip


def _verify(way: Walk, act: Act) -> None:
    if way.case.procedure == ProcedureKind.PETITION_FEEDBACK:
        way.as_(way.cast.head, actions.start_verification, head_id=way.cast.handler.user_id, member_ids=[], days=9)
    elif way.case.agency_id == way.cast.province.pk:
        way.as_(
            way.cast.province_head, actions.start_verification, head_id=way.cast.province_head.user_id,
            member_ids=[way.cast.province_processor.user_id], days=20,
        )  # fmt: skip
    else:
        way.verify()
    assert act.code == "start_verification"


def _meet(way: Walk, act: Act) -> None:
    whom = {"work_with_denounced": "denounced", "work_with_denouncer": "denouncer"}.get(act.code, "complainant")
    session = SessionData(
        held_on=way.day.date(), held_at=time(8, 30), ended_at=time(10), with_whom=whom, minutes="Các bên trình bày."
    )
    way.as_(actor_for(way, act), actions.add_session, session=session)


def _report(way: Walk, act: Act) -> None:
    if way.case.procedure == ProcedureKind.DENUNCIATION and not way.case.facts.get("worked_with_denounced"):
        drive(way, act_now(way, "work_with_denounced"))
    way.as_(
        actor_for(way, act), actions.submit_report, recommendation="Sửa quyết định.", explanation="Đã giải trình.",
        demand_differs=None if way.case.procedure == ProcedureKind.DENUNCIATION else False,
        findings=[FindingData(issue="Diện tích", finding="right", basis="Đo lại.")],
    )  # fmt: skip


def _invite(way: Walk, act: Act) -> None:
    on = way.day.date() + timedelta(days=9)
    way.as_(actor_for(way, act), actions.invite_dialogue, invitation=InvitationData(held_on=on, held_at=time(8)))


def _dialogue(way: Walk, act: Act) -> None:
    absence = {"record_absence": "without_reason", "postpone_dialogue": "valid_reason"}.get(act.code, "")
    way.day = max(way.day, moment(way.case.facts["dialogue_on"]))
    data = DialogueData(
        held_at=time(8), ended_at=time(9), minutes="Các bên trình bày.", secretary="Đỗ Thị Lý", absence=absence,
        absence_reason="Bão" if absence == "valid_reason" else "",
    )  # fmt: skip
    way.as_(actor_for(way, act), actions.hold_dialogue, dialogue=data)


def _talked(way: Walk) -> None:
    """Hold the dialogue that the second and the disciplinary complaint always need."""
    always = any(call.name == "dialogue_always" for call in act_now(way, "decide").guards)
    if always and not way.case.facts.get("dialogue_held"):
        drive(way, act_now(way, "invite_dialogue"))
        drive(way, act_now(way, "hold_dialogue"))


def _decide(way: Walk, act: Act) -> None:
    if act.code == "decide":
        _talked(way)
    if way.case.procedure == ProcedureKind.DISCIPLINARY_COMPLAINT and not way.case.facts.get("council_proposed"):
        drive(way, act_now(way, "record_council_proposal"))
    way.as_(
        actor_for(way, act), actions.decide, outcome="right", ruling="Sửa quyết định.", assessment="Đúng.",
        at_once=act.code == "decide_at_once",
    )  # fmt: skip


def _conclude(way: Walk, act: Act) -> None:
    way.as_(actor_for(way, act), actions.conclude, outcome="right", measures="Kiểm điểm.", assessment="Đúng.")


def _answer(way: Walk, act: Act) -> None:
    way.as_(actor_for(way, act), actions.answer, text="Sẽ sửa đường.", at_once=act.code == "answer_at_once")


def _send(way: Walk, act: Act) -> None:
    whom = ("denounced", "denouncer") if act.code == "send_conclusion" else ("complainant",)
    way.as_(
        actor_for(way, act), actions.send_decision,
        addressees=[
            AddresseeData(addressee=one, way=DeliveryWay.POST, sent_on=way.day.date(), name="Người nhận") for one in whom
        ],
    )  # fmt: skip


def _receipt(way: Walk, act: Act) -> None:
    by = actor_for(way, act)
    with acting(by):
        delivery = Delivery.objects.get(matter_id=way.case.matter_id, addressee="complainant")
        actions.record_receipt(
            delivery_id=delivery.pk, received_on=way.day.date(), proof="Bưu gửi EB1", by=by, at=way.day
        )


def _publish(way: Walk, act: Act) -> None:
    until = way.day.date() + timedelta(days=30)
    made = [PublicationData(way="posting", from_on=way.day.date(), until_on=until, place="Trụ sở")]
    way.as_(actor_for(way, act), actions.publish, publications=made, redaction_checked=True)


def _effect(way: Walk, act: Act) -> None:
    stored = window(case=way.case, rules=EFFECT_RULES)
    assert stored is not None
    way.day = max(way.day, moment(stored.rolled_due.isoformat()) + timedelta(days=1))
    way.as_(way.cast.head, actions.enter_effect)
    assert act.code == "enter_effect"


def _past_limit(way: Walk) -> None:
    with acting(way.cast.head):
        case = Case.objects.select_related("submission", "agency").get(pk=way.case.pk)
        due = situation_of(case=case, file=load_file(case=case), today=way.day.date()).settlement_due_on
    assert due is not None
    way.day = max(way.day, moment(due.isoformat()) + timedelta(days=1))


def _second(way: Walk, act: Act) -> None:
    overdue = act.code.endswith("overdue")
    if overdue:
        _past_limit(way)
    elif way.case.delivered_on is None:
        drive(way, act_now(way, "record_delivery"))
    way.as_(actor_for(way, act), actions.record_second_complaint, code="", overdue=overdue, note="Đơn lần hai")


def _lawsuit_overdue(way: Walk, act: Act) -> None:
    _past_limit(way)
    plain(way, act)


def _extend(way: Walk, act: Act) -> None:
    if not way.case.complexity:
        drive(way, act_now(way, "record_complexity"))
    way.as_(actor_for(way, act), actions.extend, days=20, reason="Nhiều địa điểm")


def _complexity(way: Walk, act: Act) -> None:
    way.as_(actor_for(way, act), actions.find_complexity, found=["several_places"], note="Hai nơi")


def _expert(way: Walk, act: Act) -> None:
    way.as_(
        actor_for(way, act), actions.order_expertise, expert_body="Trung tâm giám định", subject="Chữ ký",
        due_on=way.day.date() + timedelta(days=20),
    )  # fmt: skip


def _expert_result(way: Walk, act: Act) -> None:
    if way.case.state == "verifying":
        drive(way, act_now(way, "order_expertise"))
    else:
        return  # suspended while the expert works: ordered before, in the state verifying
    way.as_(actor_for(way, act), actions.receive_expert_result, note="Kết luận giám định")


def _advice(way: Walk, act: Act) -> None:
    if not way.case.complexity:
        drive(way, act_now(way, "record_complexity"))
    plain(way, act)


def _suspend(way: Walk, act: Act) -> None:
    ground = act.grounds[0].code
    way.as_(actor_for(way, act), actions.suspend, ground=ground, reason="Chờ kết quả")


def _resume(way: Walk, act: Act) -> None:
    _later(way, 3)
    way.as_(actor_for(way, act), actions.resume, reason="Đã có kết quả")


def _terminate(way: Walk, act: Act) -> None:
    codes = {ground.code for ground in act.grounds}
    ground = next((one for one in ("no_object_left", "denounced_died") if one in codes), act.grounds[0].code)
    if ground == "withdrawn_by_petition":
        _withdraw(way, "whole")
    way.as_(actor_for(way, act), actions.terminate, ground=ground, reason="Theo hồ sơ")


def _withdraw(way: Walk, extent: str) -> None:
    sealed = way.case.procedure == ProcedureKind.DENUNCIATION
    data = WithdrawalData(
        extent=extent, form="petition", forced=False, signs_of_violation=False if sealed else None,
        abused=False if sealed else None,
    )  # fmt: skip
    by = way.cast.head if way.case.agency_id == way.cast.commune.pk else way.cast.province_head
    way.as_(by, actions.withdraw, withdrawal=data)


def _withdrawn(way: Walk, act: Act) -> None:
    _withdraw(way, "part" if act.code == "withdraw_part" else "whole")


def _notices(way: Walk, act: Act) -> None:
    by = way.cast.handler
    with acting(by):
        # asked now, whatever day the way has reached: the database asks its own clock whether an opening still runs
        opening = ask_opening(matter_id=way.case.matter_id, reason="Gửi thông báo thụ lý", by=by, at=clock.now())
    if opening.status == OpeningStatus.ASKED:
        with acting(way.cast.head):
            decide_opening(opening_id=opening.pk, grant=True, by=way.cast.head, at=clock.now())
    way.as_(
        by, actions.send_acceptance_notices, denunciation_content="Nhận tiền khi cấp phép.",
        explain_by=way.day.date() + timedelta(days=9),
    )  # fmt: skip
    assert act.code == "send_acceptance_notices"


def _enforce(way: Walk, act: Act) -> None:
    way.as_(actor_for(way, act), actions.direct_enforcement, text="Giao thực hiện.")


def _mandate(way: Walk, act: Act) -> None:
    day = way.day.date()
    mandate = MandateData(
        kind="attorney", name="Lê Văn Ủy", document="Giấy ủy quyền số 12", given_on=day,
        form=forms_of_attorney(given_on=day)[-1],
    )  # fmt: skip
    way.as_(actor_for(way, act), actions.record_mandate, mandate=mandate)


def _end_mandate(way: Walk, act: Act) -> None:
    drive(way, act_now(way, "record_mandate"))
    with acting(way.cast.head):
        running = way.case.mandates.latest("pk").pk
    way.as_(actor_for(way, act), actions.end_mandate, mandate_id=running, ended_on=way.day.date(), reason="Hết việc")


def _mediate(way: Walk, act: Act) -> None:
    data = MediationData(held_on=way.day.date(), minutes="Hai bên gặp nhau.", result="agreed", agreed="Đo lại đất")
    way.as_(actor_for(way, act), actions.hold_mediation, mediation=data)


def _court(way: Walk, act: Act) -> None:
    data = CourtData(court="Tòa án nhân dân khu vực 1", accepted_on=way.day.date(), number="12/TLST-HC")
    way.as_(actor_for(way, act), actions.record_court_acceptance, court=data)


def _judgment(way: Walk, act: Act) -> None:
    drive(way, act_now(way, "record_court_acceptance"))
    data = JudgmentData(judged_on=way.day.date(), judgment="03/2026/HC-ST", effect="upheld")
    way.as_(actor_for(way, act), actions.record_judgment, judgment=data)


def _ask_protection(way: Walk, act: Act) -> None:
    request = ProtectionData(
        how="written", goods=("life", "job"), persons="Người tố cáo và con", danger="Bị dọa đánh",
        asked_on=way.day.date(),
    )  # fmt: skip
    way.as_(actor_for(way, act), actions.request_protection, request=request)


def _protection(way: Walk, act: Act) -> None:
    drive(way, act_now(way, "request_protection"))
    granted = act.code == "order_protection"
    way.as_(
        actor_for(way, act), actions.decide_protection, granted=granted, measures=("guard",) if granted else (),
        protector="Công an phường" if granted else "", reason="" if granted else "Không có căn cứ",
    )  # fmt: skip


def _end_protection(way: Walk, act: Act) -> None:
    if way.case.state in {"closed", "terminated"}:
        return  # ordered before the end: walked in a test of its own
    drive(way, act_now(way, "order_protection"))
    way.as_(actor_for(way, act), actions.end_protection, ground="protection_ground_gone")


def _send_up(way: Walk, act: Act) -> None:
    overdue = act.code.endswith("overdue")
    if overdue:
        _past_limit(way)
    way.as_(actor_for(way, act), actions.send_up, overdue=overdue, note="Tố cáo tiếp")


def _take_over(way: Walk, act: Act) -> None:
    by = way.cast.province_head
    facts: dict[str, bool | None] = {"is_competent": False} if act.code == "move_to_competent_body" else {}
    intent = Intent(reason="Theo hồ sơ", grounds=frozenset(ground.code for ground in act.grounds[:1]), facts=facts)
    with acting(by):
        actions.take_over(case_id=way.case.pk, act=act.code, intent=intent, by=by, at=way.day)


def _review_order(way: Walk, act: Act) -> None:
    way.as_(
        actor_for(way, act), actions.receive_review_order, ordered_by="Chủ tịch UBND tỉnh", ordered_on=way.day.date(),
        signs="Bỏ sót chứng cứ",
    )  # fmt: skip


def _order_review(way: Walk, act: Act) -> None:
    # A first review, asked for on paper, has let the superior in.
    drive(way, act_now(way, "receive_review_order"))
    drive(way, act_now(way, "record_review_result"))
    way.as_(way.cast.province_head, actions.order_review, signs="Bỏ sót chứng cứ")
    assert act.code == "order_review"


def _review_result(way: Walk, act: Act) -> None:
    with acting(way.cast.head):
        open_now = way.case.reviews.filter(result_on__isnull=True).exists()
    if not open_now:
        drive(way, act_now(way, "receive_review_order"))
    way.as_(actor_for(way, act), actions.record_review_result, result="remedied", remedy="Sửa quyết định")


def _lift(way: Walk, act: Act) -> None:
    if way.case.state not in {"accepted", "recheck", "verifying", "reported", "dialogue"}:
        return  # stays as a duty from before the decision
    drive(way, act_now(way, "suspend_execution"))
    plain(way, act)


def _urge(way: Walk, act: Act) -> None:
    with acting(way.cast.head):
        owed = way.case.obligations.filter(done_on__isnull=True).exists()
    if owed:
        way.as_(actor_for(way, act), actions.urge_enforcement, due_on=way.day.date() + timedelta(days=9))


DRIVERS: Final[dict[str, Run]] = {
    "accept_denunciation": _accept, "refuse_denunciation": _refuse, "conclude_at_once": _conclude_at_once,
    "start_verification": _verify, "hold_working_session": _meet, "work_with_denounced": _meet, "work_with_denouncer": _meet,
    "submit_report": _report, "invite_dialogue": _invite, "hold_dialogue": _dialogue, "record_absence": _dialogue,
    "postpone_dialogue": _dialogue, "decide": _decide, "decide_at_once": _decide, "conclude": _conclude, "answer": _answer,
    "send_decision": _send, "send_conclusion": _send, "record_delivery": _receipt, "publish_decision": _publish,
    "publish_conclusion": _publish, "publish_to_staff": plain, "enter_effect": _effect, "record_second_complaint": _second,
    "record_second_complaint_overdue": _second, "record_lawsuit_overdue": _lawsuit_overdue, "extend_limit": _extend,
    "record_complexity": _complexity, "order_expertise": _expert, "receive_expert_result": _expert_result,
    "consult_advisory_council": _advice, "suspend_case": _suspend, "resume_case": _resume, "terminate_case": _terminate,
    "withdraw_part": _withdrawn, "record_withdrawal": _withdrawn, "send_acceptance_notices": _notices,
    "direct_enforcement": _enforce, "record_mandate": _mandate, "end_mandate": _end_mandate, "hold_mediation": _mediate,
    "record_court_acceptance": _court, "record_judgment": _judgment, "request_protection": _ask_protection,
    "order_protection": _protection, "refuse_protection": _protection, "end_protection": _end_protection,
    "record_follow_up": _send_up, "record_follow_up_overdue": _send_up, "resettle_case": _take_over,
    "move_to_competent_body": _take_over, "take_over_case": _take_over, "receive_review_order": _review_order,
    "order_review": _order_review, "record_review_result": _review_result, "lift_suspension_of_execution": _lift,
    "urge_enforcement": _urge,
}  # fmt: skip
