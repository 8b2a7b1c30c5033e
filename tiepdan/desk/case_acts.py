"""Which form each act on a case has and which act of the domain it calls. Views and templates go through here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases import actions
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, Mandate
from tiepdan.cases.papers import denounced, own_form, sender_of, values_from_file
from tiepdan.cases.queries import list_staff, questions_of
from tiepdan.cases.rules.law_day import COMPLAINTS
from tiepdan.cases.rules.mandates import KINDS
from tiepdan.cases.rules.procedure import Act, Procedure, ProcedureKind
from tiepdan.cases.situations import procedure_of
from tiepdan.desk.forms import cases as forms
from tiepdan.desk.forms.cases import ActForm, Setting
from tiepdan.infra.folding import fold
from tiepdan.submissions.actions import release_redacted_text
from tiepdan.ui.words import said

Run = Callable[[Case, Any, Actor, datetime], object]  # Any: the form of the act, which the registry pairs with it

LEADERS: Final = (Role.HEAD, Role.DEPUTY)
WORKERS: Final = (Role.HANDLER, Role.PROCESSING_OFFICER)


@dataclass(frozen=True, slots=True)
class ActPage:
    """An act as a page."""

    form: type[ActForm]
    run: Run
    button: str = ""  # default: the title of the act
    shows_paper: bool = True  # the paper can be looked at before it is issued


@dataclass(frozen=True, slots=True)
class OtherAct:
    """An act that belongs to no step of the procedure."""

    slug: str
    title: str
    icon: str
    page: ActPage
    roles: tuple[Role, ...] = (*LEADERS, *WORKERS)
    settled_only: bool = False
    sealed_only: bool = False
    open_only: bool = False  # not of a sealed matter


def slug_of(act: Act) -> str:
    """Return the word for an act in addresses: its title without diacritics."""
    return "-".join(fold(act.title_vi).split())[:80]


def act_by_slug(*, procedure: Procedure, slug: str) -> Act | None:
    """Return the act of a procedure with this word."""
    return next((act for act in procedure.acts.values() if slug_of(act) == slug), None)


def procedure_now(*, case: Case, today: date) -> Procedure:
    """Return the version of the procedure that applies to the next act."""
    return procedure_of(case=case, today=today)


def page_of(act: str) -> ActPage:
    """Return the page of an act; most need nothing of their own."""
    return PAGES.get(act) or PARTS.get(act) or ActPage(forms.PlainForm, _perform(act))


def setting_for(*, case: Case, act: Act | None, by: Actor, today: datetime) -> Setting:
    """Gather what the form of an act needs. Cost: 3 to 7 queries."""
    denunciation = case.procedure == ProcedureKind.DENUNCIATION
    day = today.date()
    people = {
        role: list_staff(agency_id=case.agency_id, roles=roles, on=day)
        for role, roles in (("leaders", LEADERS), ("workers", WORKERS))
        if act is None or act.code in {"start_verification", "conclude_at_once"}
    }
    form = own_form(documents=act.documents, on=day) if act is not None else None
    known = values_from_file(case=case, form=form, on=day) if form is not None else {}
    missing = [
        item for name, item in form.fields.items()
        if item.required and name not in known and not (name == "reason" and act is not None and act.reason_required)
    ] if form is not None else []  # fmt: skip
    questions = questions_of(act=act, case=case) if act is not None else []
    return Setting(
        denunciation=denunciation,
        complaint=case.procedure in COMPLAINTS,
        leaders=people.get("leaders", ()),
        handlers=people.get("workers", ()),
        verifiers=people.get("workers", ()),
        grounds=[(ground.code, f"{said(ground.title_vi)} ({ground.article})") for ground in act.grounds] if act else (),
        reason_required=act.reason_required if act else False,
        questions=questions,
        paper_fields=missing,
        addressees=_addressees(case),
        mandates=_mandates(case) if act is not None and act.code == "end_mandate" else (),
        first=_first(case, act, by, day, questions),
    )


def _first(case: Case, act: Act | None, by: Actor, day: Any, questions: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return initial values of the form; Any because fields differ."""
    found: dict[str, Any] = {
        "held_on": day, "sent_on": day, "from_on": day, "received_on": day, "done_on": day, "secretary": by.name,
        "leader": case.leader_id, "handler": case.handler_id, "found": case.complexity, "reason": "",
    }  # fmt: skip
    if act is not None and act.code == "record_complexity":
        found["reason"] = case.complexity_note
    if act is not None and act.code in {"record_absence", "postpone_dialogue"}:
        found["absence"] = "without_reason" if act.code == "record_absence" else "valid_reason"
    if act is not None and act.code == "hold_dialogue":
        found["absence"] = "present"
    if act is not None and act.code == "invite_dialogue":
        found.pop("held_on")
    if act is not None and act.code in {"send_decision", "send_conclusion"}:
        submission = case.submission
        found |= {
            "addressees": [one for one in _addressees(case) if one in {"complainant", "denouncer", "denounced"}],
            "name_complainant": sender_of(submission=submission).name,
            "name_denounced": denounced(submission),
            "name_respondent": submission.respondent_name,
            "name_forwarder": submission.forwarded_by.name if submission.forwarded_by else "",
        }
    if act is None or act.code == "send_acceptance_notices":
        found |= {"denunciation_content": case.submission.content, "text_redacted": case.submission.content}
    recorded = {True: "yes", False: "no"}
    return found | {f"fact_{name}": recorded.get(case.facts.get(name), "") for name, _ in questions}


def _mandates(case: Case) -> list[tuple[int, str]]:
    running = Mandate.objects.filter(case=case, ended_on__isnull=True).order_by("pk")
    return [(row.pk, f"{row.name} ({said(KINDS[row.kind]).lower()})") for row in running]


def _addressees(case: Case) -> list[str]:
    if case.procedure == ProcedureKind.DENUNCIATION:
        found = ["denounced", "denouncer", "agency_of_denounced", "inspectorate"]
    else:
        found = ["complainant", "respondent", "concerned", "direct_superior", "second_settler", "inspectorate"]
    return [*found, "forwarder"] if case.submission.forwarded_by_id else found


def _intent(form: Any, **more: Any) -> Intent:
    """Return what was typed besides the act's own data; Any: see Run."""
    return Intent(
        facts=form.facts if form.asks_questions else {}, values=form.values if form.asks_paper else {}, **more
    )


def _perform(act: str) -> Run:
    def run(case: Case, form: Any, by: Actor, at: datetime) -> object:
        data = form.cleaned_data
        intent = _intent(
            form, note=data["note"], reason=data.get("reason", ""), grounds=frozenset(data.get("grounds", ()))
        )
        return actions.perform(case_id=case.pk, act=act, by=by, at=at, intent=intent)

    return run


def _verify(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.start_verification(
        case_id=case.pk, head_id=data["head"], member_ids=data["members"], days=data["days"], by=by, at=at
    )


def _report(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.submit_report(
        case_id=case.pk, findings=form.findings, recommendation=data["recommendation"],
        explanation=data.get("explanation", ""), demand_differs=forms.answered(data.get("demand_differs")), by=by, at=at,
    )  # fmt: skip


def _decide(at_once: bool) -> Run:
    def run(case: Case, form: Any, by: Actor, at: datetime) -> object:
        data = form.cleaned_data
        return actions.decide(
            case_id=case.pk, outcome=data["outcome"], ruling=data["ruling"], assessment=data["assessment"],
            dialogue_result=data["dialogue_result"], compensation=data["compensation"], obligations=form.obligations,
            at_once=at_once, intent=_intent(form), by=by, at=at,
        )  # fmt: skip

    return run


def _conclude(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.conclude(
        case_id=case.pk, outcome=data["outcome"], measures=data["measures"], assessment=data["assessment"],
        recommendation=data["recommendation"], obligations=form.obligations, intent=_intent(form), by=by, at=at,
    )  # fmt: skip


def _answer(at_once: bool) -> Run:
    def run(case: Case, form: Any, by: Actor, at: datetime) -> object:
        return actions.answer(
            case_id=case.pk, text=form.cleaned_data["text"], obligations=form.obligations, at_once=at_once,
            intent=_intent(form), by=by, at=at,
        )  # fmt: skip

    return run


def _publish(case: Case, form: Any, by: Actor, at: datetime) -> object:
    return actions.publish(
        case_id=case.pk, publications=[form.publication], by=by, at=at,
        redaction_checked=form.cleaned_data.get("redaction_checked", False),
    )  # fmt: skip


def _enter_effect(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.enter_effect(
        case_id=case.pk, note=data["note"], contested=forms.answered(data["contested"]) is True, by=by, at=at
    )


def _terminate(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.terminate(
        case_id=case.pk, ground=data["ground"], reason=data["reason"], intent=_intent(form), by=by, at=at
    )


def _evidence(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    stored = data["file"]
    return actions.add_evidence(
        case_id=case.pk, title=data["title"], supplied_by=data["supplied_by"], note=data["note"],
        data=stored.read() if stored else b"", by=by, at=at,
    )  # fmt: skip


def _assign(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    change = actions.Change(leader_id=data["leader"], handler_id=data["handler"])
    return actions.assign_people(case_id=case.pk, change=change, reason=data["reason"], by=by, at=at)


def _explain(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.explain_settled_case(
        case_id=case.pk, explained_to=data.get("to", ""), held_on=data["held_on"], text=data["text"], by=by, at=at
    )


def _at_once(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.conclude_at_once(
        case_id=case.pk, outcome=data["outcome"], measures=data["measures"], assessment=data["assessment"],
        explanation=data["explanation"], leader_id=int(data["leader"]), handler_id=int(data["handler"]),
        intent=Intent(facts=form.answers), by=by, at=at,
    )  # fmt: skip


def _take_over(act: str) -> Run:
    def run(case: Case, form: Any, by: Actor, at: datetime) -> object:
        data = form.cleaned_data
        intent = Intent(reason=data["reason"], grounds=frozenset(data.get("grounds", ())), facts=form.facts)
        return actions.take_over(case_id=case.pk, act=act, intent=intent, by=by, at=at)

    return run


def _send_up(overdue: bool) -> Run:
    return lambda case, form, by, at: actions.send_up(
        case_id=case.pk, overdue=overdue, note=form.cleaned_data["note"], by=by, at=at
    )


def _second(overdue: bool) -> Run:
    return lambda case, form, by, at: actions.record_second_complaint(
        case_id=case.pk, code=form.cleaned_data["code"], overdue=overdue, note=form.cleaned_data["note"], by=by, at=at
    )


def _protect(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.decide_protection(
        case_id=case.pk, granted=True, measures=tuple(data["measures"]), protector=data["protector"], reason="", by=by,
        at=at,
    )  # fmt: skip


def _refuse_protection(case: Case, form: Any, by: Actor, at: datetime) -> object:
    return actions.decide_protection(
        case_id=case.pk, granted=False, measures=(), protector="", reason=form.cleaned_data["reason"], by=by, at=at
    )


def _end_mandate(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.end_mandate(
        case_id=case.pk, mandate_id=data["mandate"], ended_on=data["ended_on"], reason=data["reason"], by=by, at=at
    )


def _review_order(case: Case, form: Any, by: Actor, at: datetime) -> object:
    data = form.cleaned_data
    return actions.receive_review_order(
        case_id=case.pk, ordered_by=data["ordered_by"], ordered_on=data["ordered_on"], signs=data["signs"], by=by, at=at
    )


def _parts(form: type[ActForm], run: Run, button: str = "") -> ActPage:
    """An act of a named part: what it writes is no paper to look at beforehand."""
    return ActPage(form, run, button, shows_paper=False)


PARTS: Final[dict[str, ActPage]] = {
    "record_mandate": _parts(
        forms.MandateForm,
        lambda case, form, by, at: actions.record_mandate(case_id=case.pk, mandate=form.mandate, by=by, at=at),
    ),
    "end_mandate": _parts(forms.MandateEndForm, _end_mandate),
    "hold_mediation": _parts(
        forms.MediationForm,
        lambda case, form, by, at: actions.hold_mediation(case_id=case.pk, mediation=form.mediation, by=by, at=at),
    ),
    "record_court_acceptance": _parts(
        forms.CourtForm,
        lambda case, form, by, at: actions.record_court_acceptance(
            case_id=case.pk, court=form.court_data, by=by, at=at
        ),
    ),
    "record_judgment": _parts(
        forms.JudgmentForm,
        lambda case, form, by, at: actions.record_judgment(case_id=case.pk, judgment=form.judgment_data, by=by, at=at),
    ),
    "request_protection": _parts(
        forms.ProtectionForm,
        lambda case, form, by, at: actions.request_protection(case_id=case.pk, request=form.request, by=by, at=at),
    ),
    "order_protection": _parts(forms.ProtectionOrderForm, _protect),
    "refuse_protection": _parts(forms.ReasonForm, _refuse_protection),
    "end_protection": _parts(
        forms.GroundForm,
        lambda case, form, by, at: actions.end_protection(
            case_id=case.pk, ground=form.cleaned_data["ground"], by=by, at=at
        ),
    ),
    "record_follow_up": _parts(forms.FollowUpForm, _send_up(overdue=False)),
    "record_follow_up_overdue": _parts(forms.FollowUpForm, _send_up(overdue=True)),
    "resettle_case": _parts(forms.TakeOverForm, _take_over("resettle_case")),
    "move_to_competent_body": _parts(forms.TakeOverForm, _take_over("move_to_competent_body")),
    "take_over_case": _parts(forms.TakeOverForm, _take_over("take_over_case")),
    "receive_review_order": _parts(forms.ReviewOrderForm, _review_order),
    "order_review": _parts(
        forms.ReasonForm,
        lambda case, form, by, at: actions.order_review(
            case_id=case.pk, signs=form.cleaned_data["reason"], by=by, at=at
        ),
    ),
    "record_review_result": _parts(
        forms.ReviewResultForm,
        lambda case, form, by, at: actions.record_review_result(
            case_id=case.pk, result=form.cleaned_data["result"], remedy=form.cleaned_data["remedy"], by=by, at=at
        ),
    ),
    "record_second_complaint": _parts(forms.SecondForm, _second(overdue=False)),
    "record_second_complaint_overdue": _parts(forms.SecondForm, _second(overdue=True)),
    "conclude_at_once": _parts(forms.AtOnceForm, _at_once, "Ban hành quyết định thụ lý và kết luận"),
}  # fmt: skip

_SESSION: Final = ActPage(
    forms.SessionForm,
    lambda case, form, by, at: actions.add_session(case_id=case.pk, session=form.session, by=by, at=at),
)
_DIALOGUE: Final = ActPage(
    forms.DialogueForm,
    lambda case, form, by, at: actions.hold_dialogue(case_id=case.pk, dialogue=form.dialogue, by=by, at=at),
)
_WITHDRAWAL: Final = ActPage(
    forms.WithdrawalForm,
    lambda case, form, by, at: actions.withdraw(case_id=case.pk, withdrawal=form.withdrawal, by=by, at=at),
)
_SEND: Final = ActPage(
    forms.SendForm,
    lambda case, form, by, at: actions.send_decision(case_id=case.pk, addressees=form.deliveries, by=by, at=at),
    shows_paper=False,
)
_PUBLISH: Final = ActPage(forms.PublicationForm, _publish, shows_paper=False)

PAGES: Final[dict[str, ActPage]] = {
    "start_verification": ActPage(forms.VerificationForm, _verify),
    "hold_working_session": _SESSION,
    "work_with_denounced": _SESSION,
    "work_with_denouncer": _SESSION,
    "record_complexity": ActPage(
        forms.ComplexityForm,
        lambda case, form, by, at: actions.find_complexity(
            case_id=case.pk, found=form.cleaned_data["found"], note=form.cleaned_data["reason"], by=by, at=at
        ),
        shows_paper=False,
    ),
    "order_expertise": ActPage(
        forms.ExpertForm,
        lambda case, form, by, at: actions.order_expertise(
            case_id=case.pk, expert_body=form.cleaned_data["expert_body"], subject=form.cleaned_data["subject"],
            due_on=form.cleaned_data["due_on"], by=by, at=at,
        ),
    ),
    "receive_expert_result": ActPage(
        forms.NoteForm,
        lambda case, form, by, at: actions.receive_expert_result(
            case_id=case.pk, note=form.cleaned_data["text"], by=by, at=at
        ),
        shows_paper=False,
    ),
    "submit_report": ActPage(forms.ReportForm, _report),
    "invite_dialogue": ActPage(
        forms.InvitationForm,
        lambda case, form, by, at: actions.invite_dialogue(case_id=case.pk, invitation=form.invitation, by=by, at=at),
    ),
    "hold_dialogue": _DIALOGUE,
    "record_absence": _DIALOGUE,
    "postpone_dialogue": _DIALOGUE,
    "decide": ActPage(forms.DecisionForm, _decide(at_once=False), "Ban hành quyết định"),
    "decide_at_once": ActPage(forms.DecisionForm, _decide(at_once=True), "Ban hành quyết định"),
    "conclude": ActPage(forms.ConclusionForm, _conclude, "Ban hành kết luận"),
    "answer": ActPage(forms.AnswerForm, _answer(at_once=False), "Ban hành văn bản trả lời"),
    "answer_at_once": ActPage(forms.AnswerForm, _answer(at_once=True), "Ban hành văn bản trả lời"),
    "send_decision": _SEND,
    "send_conclusion": _SEND,
    "publish_decision": _PUBLISH,
    "publish_conclusion": _PUBLISH,
    "enter_effect": ActPage(forms.EffectForm, _enter_effect, shows_paper=False),
    "direct_enforcement": ActPage(
        forms.NoteForm,
        lambda case, form, by, at: actions.direct_enforcement(
            case_id=case.pk, text=form.cleaned_data["text"], by=by, at=at
        ),
        shows_paper=False,
    ),
    "urge_enforcement": ActPage(
        forms.DueForm,
        lambda case, form, by, at: actions.urge_enforcement(
            case_id=case.pk, due_on=form.cleaned_data["due_on"], by=by, at=at
        ),
    ),
    "extend_limit": ActPage(
        forms.ExtensionForm,
        lambda case, form, by, at: actions.extend(
            case_id=case.pk, days=form.cleaned_data["days"], reason=form.cleaned_data["reason"], by=by, at=at
        ),
    ),
    "suspend_case": ActPage(
        forms.GroundForm,
        lambda case, form, by, at: actions.suspend(
            case_id=case.pk, ground=form.cleaned_data["ground"], reason=form.cleaned_data["reason"], by=by, at=at
        ),
    ),
    "resume_case": ActPage(
        forms.ReasonForm,
        lambda case, form, by, at: actions.resume(
            case_id=case.pk, reason=form.cleaned_data["reason"], by=by, at=at
        ),
    ),
    "terminate_case": ActPage(forms.GroundForm, _terminate),
    "withdraw_part": _WITHDRAWAL,
    "record_withdrawal": _WITHDRAWAL,
    "send_acceptance_notices": ActPage(
        forms.NoticesForm,
        lambda case, form, by, at: actions.send_acceptance_notices(
            case_id=case.pk, denunciation_content=form.cleaned_data["denunciation_content"],
            explain_by=form.cleaned_data["explain_by"], by=by, at=at,
        ),
        shows_paper=False,
    ),
}  # fmt: skip

OTHER_ACTS: Final = (
    OtherAct(
        "ghi-chu", "Ghi chú nội bộ", "sticky-note",
        ActPage(
            forms.NoteForm,
            lambda case, form, by, at: actions.add_note(case_id=case.pk, text=form.cleaned_data["text"], by=by, at=at),
            "Lưu ghi chú", shows_paper=False,
        ),
        roles=(*LEADERS, *WORKERS, Role.RECEPTION_OFFICER, Role.RECORDS_CLERK),
    ),
    OtherAct(
        "tai-lieu", "Bổ sung tài liệu, chứng cứ", "paperclip",
        ActPage(forms.EvidenceForm, _evidence, "Lưu vào hồ sơ", shows_paper=False),
    ),
    OtherAct(
        "giao-xac-minh", "Giao cơ quan khác xác minh", "send",
        ActPage(
            forms.EntrustForm,
            lambda case, form, by, at: actions.entrust_verification(
                case_id=case.pk, agency_id=form.cleaned_data["agency"].pk, content=form.cleaned_data["content"],
                days=form.cleaned_data["days"], by=by, at=at,
            ),
            "Ban hành văn bản giao xác minh", shows_paper=False,
        ),
        roles=LEADERS, sealed_only=True,
    ),
    OtherAct(
        "phan-cong", "Phân công lại người phụ trách", "users",
        ActPage(forms.AssignForm, _assign, "Phân công", shows_paper=False), roles=LEADERS,
    ),
    OtherAct(
        "ban-che", "Phát hành bản đã che cho người xác minh", "eraser",
        ActPage(
            forms.RedactForm,
            lambda case, form, by, at: release_redacted_text(
                submission_id=case.submission_id, text=form.cleaned_data["text"], by=by, at=at
            ),
            "Phát hành bản đã che", shows_paper=False,
        ),
        sealed_only=True,
    ),
    OtherAct(
        "lien-quan", "Liên kết vụ việc liên quan", "link",
        ActPage(
            forms.RelateForm,
            lambda case, form, by, at: actions.relate_cases(
                case_id=case.pk, code=form.cleaned_data["code"], why=form.cleaned_data["why"], by=by, at=at
            ),
            "Liên kết", shows_paper=False,
        ),
        open_only=True,
    ),
    OtherAct(
        "giai-thich", "Giải thích vụ việc đã giải quyết", "message-circle",
        ActPage(forms.ExplainForm, _explain, "Lưu việc giải thích", shows_paper=False),
        roles=(*LEADERS, *WORKERS, Role.RECEPTION_OFFICER), settled_only=True,
    ),
)  # fmt: skip


def other_acts(*, case: Case, by: Actor) -> list[OtherAct]:
    """List the acts besides the procedure that this person has on this case."""
    if case.agency_id != by.agency_id:
        return []
    settled = case.decided_on is not None or case.closed_on is not None
    denunciation = case.procedure == ProcedureKind.DENUNCIATION
    return [
        one for one in OTHER_ACTS
        if by.role in one.roles
        and (settled or not one.settled_only)
        and (denunciation or not one.sealed_only)
        and (not case.matter.sealed or not one.open_only)
        and (case.closed_on is None or one.slug in {"giai-thich", "ghi-chu", "lien-quan"})
    ]  # fmt: skip
