"""The decision, conclusion or answer: issued, sent, proven received, made public, in effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.queries import local_defaults
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.people import put_in_charge
from tiepdan.cases.actions.turn import (
    Turn,
    begin,
    continue_with,
    finish,
    issue,
    lock_case,
    remember,
    set_submission,
    tell_team,
)
from tiepdan.cases.intent import NO_WORDS, AddresseeData, Intent, ObligationData, PublicationData
from tiepdan.cases.models import Case, Link, Obligation, Publication
from tiepdan.cases.papers import DECIDING, paper_of, papers_by_act
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.rules.publishing import PublicationFacts, may_publish
from tiepdan.cases.rules.settlement import settlement_days
from tiepdan.documents.actions import confirm_delivery, record_delivery
from tiepdan.documents.models import Delivery, Paper
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify, set_line
from tiepdan.matters.models import Matter
from tiepdan.matters.rules import Capacity
from tiepdan.submissions.rules import SubmissionStatus

OUTCOMES: Final = ("right", "partly_right", "wrong")
# Those whose receipt of the decision starts the time for a second complaint and a lawsuit.
_WINDOW_OF: Final = frozenset({"complainant"})
_SECOND_FORM: Final = "ND124-2020/16"  # of a disciplinary complaint at its second stage
_AT_ONCE: Final = {
    ProcedureKind.FIRST_COMPLAINT: ("decide", "decide_at_once"),
    ProcedureKind.DENUNCIATION: ("conclude", "conclude_at_once"),
    ProcedureKind.PETITION_FEEDBACK: ("answer", "answer_at_once"),
}


@transaction.atomic
def decide(
    *, case_id: int, outcome: str, ruling: str, assessment: str, by: Actor, at: datetime, findings: str = "",
    dialogue_result: str = "", compensation: str = "", obligations: Sequence[ObligationData] = (), at_once: bool = False,
    intent: Intent = NO_WORDS,
) -> Case:  # fmt: skip
    """Issue the decision on a complaint.

    outcome: right, partly_right, wrong; at_once: found clearly right at the recheck, no verification needed
    Raises NotFound; ActionRefused: outcome_missing, ruling_missing, dialogue_required, report_missing, not_clearly_right
        and those of the procedure and of papers
    Rule: complaints §3.2/6, §3.2/11
    """
    if at_once:
        intent = Intent(note=intent.note, values=intent.values, facts={"clearly_right": True, **intent.facts})
    turn = _settle(case_id=case_id, kind=ProcedureKind.FIRST_COMPLAINT, at_once=at_once, outcome=outcome, ruling=ruling,
                   intent=intent, by=by, at=at)  # fmt: skip
    found = findings or _findings_text(turn.case) or assessment
    return _issue_and_finish(
        turn,
        {
            "ruling": ruling, "assessment": assessment, "findings": found, "dialogue_result": dialogue_result,
            "compensation": compensation, "first_decision": _first_decision(turn.case),
        },
        obligations, form_key=_SECOND_FORM if turn.situation.is_second_stage else "",
    )  # fmt: skip


@transaction.atomic
def conclude(
    *, case_id: int, outcome: str, measures: str, assessment: str, by: Actor, at: datetime, findings: str = "",
    recommendation: str = "", obligations: Sequence[ObligationData] = (), intent: Intent = NO_WORDS,
) -> Case:  # fmt: skip
    """Issue the conclusion on a denunciation.

    Raises NotFound; ActionRefused: outcome_missing, ruling_missing, report_missing, denounced_not_heard and those of the
        procedure and of papers
    Rule: complaints §4.2/22
    """
    turn = _settle(case_id=case_id, kind=ProcedureKind.DENUNCIATION, at_once=False, outcome=outcome, ruling=measures,
                   intent=intent, by=by, at=at)  # fmt: skip
    found = findings or _findings_text(turn.case) or assessment
    return _issue_and_finish(
        turn, {"measures": measures, "assessment": assessment, "findings": found, "recommendation": recommendation},
        obligations,
    )  # fmt: skip


@transaction.atomic
def conclude_at_once(
    *, case_id: int, outcome: str, measures: str, assessment: str, explanation: str, leader_id: int, handler_id: int,
    by: Actor, at: datetime, recommendation: str = "", obligations: Sequence[ObligationData] = (),
    intent: Intent = NO_WORDS,
) -> Case:  # fmt: skip
    """Accept, verify in person and conclude a clear denunciation in one go: both papers are issued.

    explanation: what the denounced, with whom the head worked, said
    intent: facts must say identity_checked and fast_track_fits
    Raises NotFound; ActionRefused: outcome_missing, ruling_missing, minutes_missing, fast_track_not_fit,
        identity_not_checked, refusal_ground_found, fact_not_recorded and those of people and papers
    Rule: complaints §4.2/30
    """
    if outcome not in OUTCOMES:
        raise ActionRefused(Refused("outcome_missing"))
    if not measures.strip():
        raise ActionRefused(Refused("ruling_missing"))
    if not explanation.strip():
        raise ActionRefused(Refused("minutes_missing"))
    turn = begin(case_id=case_id, act="conclude_at_once", by=by, at=at, intent=intent, worked_with_denounced=True)
    case = turn.case
    case.accepted_on = case.decided_on = turn.on
    case.outcome, case.outcome_note = outcome, measures.strip()
    put_in_charge(case=case, leader_id=leader_id, handler_id=handler_id, by=by, at=at)
    Matter.objects.filter(pk=case.matter_id).update(agency_id=case.agency_id)
    set_line(matter_id=case.matter_id, agency_id=case.agency_id, capacity=Capacity.SETTLING)
    issue(turn, form_key="ND31-2019/04", values={"days": settlement_days(accepted_on=turn.on)})
    turn.paper = None
    concluded: dict[str, FieldValue] = {
        "measures": measures, "assessment": assessment, "findings": assessment, "recommendation": recommendation,
        "explanation": explanation,
    }  # fmt: skip
    _refuse_naming(turn, concluded.values(), obligations)
    issue(turn, form_key="ND31-2019/12", values=concluded)
    remember(case=case, facts={"worked_with_denounced": True, "report_submitted": True})
    turn.facts["outcome"] = outcome
    set_submission(turn, SubmissionStatus.ACCEPTED)
    _owe(turn, obligations)
    done = finish(turn)
    tell_team(turn, kind="decided")
    return done


@transaction.atomic
def answer(
    *, case_id: int, text: str, by: Actor, at: datetime, obligations: Sequence[ObligationData] = (),
    at_once: bool = False, intent: Intent = NO_WORDS,
) -> Case:  # fmt: skip
    """Answer a petition or feedback in writing.

    Raises NotFound; ActionRefused: ruling_missing and those of the procedure and of papers
    Rule: reports §2.3/21
    """
    turn = _settle(case_id=case_id, kind=ProcedureKind.PETITION_FEEDBACK, at_once=at_once, outcome="right", ruling=text,
                   intent=intent, by=by, at=at)  # fmt: skip
    turn.case.outcome = "answered"
    return _issue_and_finish(turn, {"outcome": text}, obligations)


def _settle(
    *, case_id: int, kind: ProcedureKind, at_once: bool, outcome: str, ruling: str, intent: Intent, by: Actor,
    at: datetime,
) -> Turn:  # fmt: skip
    if outcome not in OUTCOMES:
        raise ActionRefused(Refused("outcome_missing"))
    if not ruling.strip():
        raise ActionRefused(Refused("ruling_missing"))
    turn = begin(case_id=case_id, act=_AT_ONCE[kind][at_once], by=by, at=at, intent=intent)
    turn.case.outcome = outcome
    turn.case.outcome_note = ruling.strip()
    turn.case.decided_on = turn.on
    turn.facts["outcome"] = outcome
    return turn


def _first_decision(case: Case) -> str:
    """Return the first decision in the words of the link, for the decision on a second complaint."""
    first = Link.objects.filter(case=case, kind="first").order_by("pk").first()
    return first.what if first is not None else ""


def _issue_and_finish(
    turn: Turn, values: dict[str, FieldValue], obligations: Sequence[ObligationData], form_key: str = ""
) -> Case:
    _refuse_naming(turn, values.values(), obligations)
    issue(turn, values=values, form_key=form_key)
    _owe(turn, obligations)
    case = finish(turn)
    tell_team(turn, kind="decided")
    return case


def _refuse_naming(turn: Turn, said: Iterable[FieldValue], obligations: Sequence[ObligationData]) -> None:
    """Refuse a decision or conclusion whose words show who denounced: the denounced and the public read it. Rule: BV-2"""
    refuse_naming(case=turn.case, by=turn.by, at=turn.at, texts=[*said, *(row.what for row in obligations)])


def _owe(turn: Turn, obligations: Sequence[ObligationData]) -> None:
    for row in obligations:
        if row.what.strip():
            Obligation.objects.create(
                matter_id=turn.case.matter_id, case=turn.case, agency_id=row.agency_id, what=row.what.strip(),
                money_million_vnd=row.money_million_vnd, land_m2=row.land_m2, persons=row.persons,
                to_state=row.to_state, due_on=row.due_on,
            )  # fmt: skip
    turn.facts["obligations"] = sum(bool(row.what.strip()) for row in obligations)


def _findings_text(case: Case) -> str:
    return "\n".join(f"{row.issue}: {row.basis}" for row in case.findings.order_by("pk") if row.basis)


@transaction.atomic
def send_decision(*, case_id: int, addressees: Sequence[AddresseeData], by: Actor, at: datetime) -> Case:
    """Send the decision or conclusion, one delivery for each addressee; to a denouncer goes a notice, never the text.

    Raises NotFound; ActionRefused: addressee_missing, sent_before_issue, received_before_sent, received_in_future and
        those of the procedure
    Rule: complaints §3.2/12, §4.2/23
    """
    case = lock_case(case_id=case_id)
    denunciation = case.procedure == ProcedureKind.DENUNCIATION
    must = {"denouncer", "denounced"} if denunciation else {"complainant"}
    missing = must - {row.addressee for row in addressees}
    if missing:
        raise ActionRefused(Refused("addressee_missing", rule="complaints §3.2/12"))
    refuse_naming(case=case, by=by, at=at, texts=[row.proof for row in addressees])
    turn = continue_with(
        case=case, act="send_conclusion" if denunciation else "send_decision", by=by, at=at, intent=NO_WORDS
    )
    decision = decision_paper(case=case)
    notice = issue(turn, values={"outcome": _NOTICE_TO_DENOUNCER}) if denunciation else None
    for row in addressees:
        paper = notice if notice is not None and row.addressee == "denouncer" else decision
        record_delivery(
            paper_id=paper.pk, addressee=row.addressee, way=row.way, sent_on=row.sent_on, by=by, at=at,
            addressee_name=row.name, received_on=row.received_on, proof=row.proof, to_agency_id=row.agency_id,
        )  # fmt: skip
    turn.facts["addressees"] = [row.addressee for row in addressees]
    case = finish(turn)
    received = [row.received_on for row in addressees if row.addressee in _WINDOW_OF and row.received_on is not None]
    if received and not denunciation:
        case = _open_windows(case=case, received_on=min(received), by=by, at=at)
    return case


_NOTICE_TO_DENOUNCER: Final = "Đã ban hành kết luận nội dung tố cáo; kết luận được công khai theo quy định."


@transaction.atomic
def record_receipt(*, delivery_id: int, received_on: date, proof: str, by: Actor, at: datetime) -> Delivery:
    """Record the proof that a paper of a case was received; of a decision, the time for a second complaint starts.

    Raises NotFound; ActionRefused: delivery_unknown, delivery_confirmed, received_before_sent, received_in_future,
        proof_missing, other_agency and those of the procedure
    Rule: KN-2, complaints §7/3
    """
    if not proof.strip():
        raise ActionRefused(Refused("proof_missing"))
    delivery = confirm_delivery(delivery_id=delivery_id, received_on=received_on, proof=proof, by=by, at=at)
    case = Case.objects.filter(matter__isnull=False, matter=delivery.matter).order_by("-pk").first()
    if case is None:
        return delivery
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    case = lock_case(case_id=case.pk)
    refuse_naming(case=case, by=by, at=at, texts=[proof])
    is_decision = case.decided_on is not None and delivery.paper_id == decision_paper(case=case).pk
    if is_decision and delivery.addressee in _WINDOW_OF:
        # With several complainants the first proven receipt counts; the later ones only add their proof.
        if case.delivered_on is None:
            _open_windows(case=case, received_on=received_on, by=by, at=at)
    else:
        record(
            act="case.receipt_recorded", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
            after={"addressee": delivery.addressee, "received_on": received_on},
        )  # fmt: skip
    return delivery


def _open_windows(*, case: Case, received_on: date, by: Actor, at: datetime) -> Case:
    """Write down the proven receipt: windows of the complainant run from it."""
    turn = continue_with(case=case, act="record_delivery", by=by, at=at, intent=NO_WORDS)
    case.delivered_on = received_on
    turn.starts = {"KN-2": received_on, "KL-2": received_on, "KN-18": received_on}
    turn.facts["received_on"] = received_on
    return finish(turn)


def decision_paper(*, case: Case) -> Paper:
    """Return the decision, conclusion or answer of a case. Raises ActionRefused: decision_missing."""
    paper = paper_of(papers_by_act(case=case), DECIDING)
    if paper is None:
        raise ActionRefused(Refused("decision_missing"))
    return paper


@transaction.atomic
def publish(
    *, case_id: int, publications: Sequence[PublicationData], by: Actor, at: datetime, redaction_checked: bool = False
) -> Case:
    """Record how a decision or conclusion was made public.

    redaction_checked: nothing in the published text points to a denouncer
    Raises NotFound; ActionRefused: publication_missing, publication_too_short, publication_too_few,
        meeting_invitation_late, portal_missing, redaction_unchecked and those of the procedure
    Rule: KN-12 to KN-12c, TC-16, TC-16a, BV-7
    """
    if not publications or any(row.until_on is not None and row.until_on < row.from_on for row in publications):
        raise ActionRefused(Refused("publication_missing"))
    case = lock_case(case_id=case_id)
    denunciation = case.procedure == ProcedureKind.DENUNCIATION
    days = local_defaults(path=case.agency.path).calendar
    for row in publications:
        verdict = may_publish(
            facts=PublicationFacts(
                way=row.way, from_on=row.from_on, until_on=row.until_on, times=row.times, invited_on=row.invited_on,
                portal_too=row.portal_too,
            ),
            denunciation=denunciation, calendar=days,
        )  # fmt: skip
        if isinstance(verdict, Refused):
            raise ActionRefused(verdict)
    refuse_naming(case=case, by=by, at=at, texts=[row.place for row in publications])
    act = "publish_conclusion" if case.procedure == ProcedureKind.DENUNCIATION else "publish_decision"
    facts: dict[str, bool | None] = {"redaction_checked": redaction_checked} if act == "publish_conclusion" else {}
    turn = continue_with(case=case, act=act, by=by, at=at, intent=Intent(facts=facts))
    for row in publications:
        Publication.objects.create(
            matter_id=case.matter_id, case=case, way=row.way, from_on=row.from_on, until_on=row.until_on,
            times=row.times, place=row.place,
        )  # fmt: skip
    turn.facts["ways"] = [row.way for row in publications]
    return finish(turn)


@transaction.atomic
def enter_effect(*, case_id: int, by: Actor, at: datetime, note: str = "", contested: bool = False) -> Case:
    """Confirm that a decision is in legal effect.

    The system never does so while the time for a second complaint, from proven receipt, is open or unknown.
    Raises NotFound; ActionRefused: effect_day_not_reached, second_window_still_open, decision_contested
    Rule: KN-13, complaints §7/3, §7/4
    """
    turn = begin(
        case_id=case_id, act="enter_effect", by=by, at=at, intent=Intent(note=note, facts={"contested": contested})
    )
    turn.case.in_effect_on = turn.on
    return finish(turn)


@transaction.atomic
def ask_for_effect(*, case_id: int, by: Actor, at: datetime) -> bool:
    """Put a decision whose waiting time is over before the head, once: only a person can tell whether it is contested.

    Returns: False when the head was asked before
    Rule: complaints §7/3
    """
    case = lock_case(case_id=case_id)
    if case.facts.get("effect_asked"):
        return False
    case.facts = {**case.facts, "effect_asked": True}
    case.save(update_fields=["facts"])
    notify(
        agency_id=case.agency_id, kind="effect_waiting", at=at, code=case.code, matter_id=case.matter_id,
        role=Role.HEAD,
    )  # fmt: skip
    record(act="case.effect_asked", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id)
    return True
