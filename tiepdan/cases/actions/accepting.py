"""From a submission to a case, or to a refusal with its ground."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.limits import stored_ids
from tiepdan.cases.actions.linking import link_first
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.people import put_in_charge
from tiepdan.cases.actions.turn import PREPARATION, Turn, continue_with, finish, issue, set_submission, write_step
from tiepdan.cases.intent import FIRST, NO_WORDS, Filing, Intent
from tiepdan.cases.models import Case
from tiepdan.cases.rules.law_day import COMPLAINTS
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.rules.settlement import settlement_days
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.statement import Objects
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import close_clocks, notify, set_line
from tiepdan.matters.models import Matter
from tiepdan.matters.rules import Capacity, ClockStatus, MatterKind
from tiepdan.routing.actions import approve_acceptance
from tiepdan.routing.models import Proposal
from tiepdan.routing.queries import suggest_route
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

PROCEDURES: Final = {
    MatterKind.COMPLAINT: ProcedureKind.FIRST_COMPLAINT,
    MatterKind.DENUNCIATION: ProcedureKind.DENUNCIATION,
    MatterKind.PETITION_FEEDBACK: ProcedureKind.PETITION_FEEDBACK,
}
# Judged, so no longer lying about unprocessed; the answer within ten working days is the notice itself.
PROCESSING_LIMITS: Final = ("LI-5", "reports §2.4/7", "KN-19")
_WAITING: Final = frozenset({SubmissionStatus.RECEIVED, SubmissionStatus.SCREENED, SubmissionStatus.PROPOSED})
_UNJUDGED: Final = ("received", "checking", "anonymous")  # states of a case taken up and not yet accepted or ended


@transaction.atomic
def accept_submission(
    *, submission_id: int, leader_id: int, handler_id: int, by: Actor, at: datetime, intent: Intent = NO_WORDS,
    filing: Filing = FIRST,
) -> Case:  # fmt: skip
    """Accept a submission: open its case, issue the notice or decision, start the settlement limit, put people in charge.

    Either a leader does it directly, and the timeline says so, or it is done by numbering the paper that was reviewed and
    approved (`preparing.perform_opening`); the settlement limit starts on the day of the paper either way.

    An open proposal to accept it is approved by the same act; another one must be decided first.
    leader_id: leader in charge, handler_id: who settles the file; both with a post at the agency
    intent: of a denunciation, facts must say identity_checked and may say is_competent (default: competent)
    filing: by which procedure a complaint is settled and, of a second one, what it follows
    Raises NotFound; ActionRefused: not_classified, not_waiting, other_agency, not_competent, refusal_ground_found,
        group_signatures_missing, group_representatives_missing, identity_not_checked, fact_not_recorded, wrong_role,
        not_at_agency, conflict_of_interest, not_an_acceptance, first_case_unknown, first_decision_missing,
        second_complaint_late, competence_reason_missing (the table of competence names another body),
        text_reveals_denouncer and those of papers
    Rule: complaints §3.2/4, §3.3, §3.4, §4.2/12, §5, reports §2.3/21
    """
    submission = lock_waiting(submission_id=submission_id, by=by)
    other = settler_elsewhere(submission=submission, filing=filing, on=at.date())
    if other and not filing.competence_reason.strip():
        raise ActionRefused(Refused("competence_reason_missing", rule="complaints §5", facts={"settler": other}))
    proposal = Proposal.objects.filter(submission=submission, approved__isnull=True).first()
    if proposal is not None:
        approve_acceptance(proposal_id=proposal.pk, by=by, at=at, note=intent.note)
        submission.refresh_from_db()
    case = _open(submission=submission, filing=filing, by=by, at=at)
    if other:
        _override_competence(case, other, filing.competence_reason.strip(), by, at)
    intent = _with_defaults(intent)
    if case.procedure == ProcedureKind.DENUNCIATION:
        if case.state == "received":
            finish(continue_with(case=case, act="check_conditions", by=by, at=at, intent=intent))
        turn = continue_with(case=case, act="accept_denunciation", by=by, at=at, intent=intent)
    else:
        turn = continue_with(case=case, act="accept_case", by=by, at=at, intent=intent)
    case.accepted_on = at.date()
    put_in_charge(case=case, leader_id=leader_id, handler_id=handler_id, by=by, at=at)
    issue(turn, values={"days": settlement_days(accepted_on=at.date())})
    Matter.objects.filter(pk=case.matter_id).update(agency_id=case.agency_id)
    set_line(matter_id=case.matter_id, agency_id=case.agency_id, capacity=Capacity.SETTLING)
    _end_processing(turn, status=SubmissionStatus.ACCEPTED)
    _say_if_direct(turn)
    return finish(turn)


def settler_elsewhere(*, submission: Submission, filing: Filing, on: date) -> str:
    """Return who settles by the table of competence when it is not the agency that holds the submission, otherwise nothing.

    The table answers for the settlement as it was classified; of a second one that was not, the officer says what it follows.
    Cost: 3 queries
    """
    if filing.procedure not in {None, ProcedureKind.FIRST_COMPLAINT, ProcedureKind.SECOND_COMPLAINT}:
        return ""
    if filing.procedure == ProcedureKind.SECOND_COMPLAINT and not submission.second_stage:
        return ""
    found = suggest_route(submission=submission, on=on)
    if found.competent is not False:
        return ""
    return found.agency_name or "cơ quan khác"


def _override_competence(case: Case, other: str, reason: str, by: Actor, at: datetime) -> None:
    refuse_naming(case=case, by=by, at=at, texts=[reason])
    case.facts = {**case.facts, "competence_by_table": other}
    case.save(update_fields=["facts"])
    record(
        act="case.competence_overridden", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        before={"by_table": other}, after={"agency": case.agency_id}, reason=reason, rule="complaints §5",
    )  # fmt: skip
    write_step(
        case=case,
        act="override_competence",
        by=by,
        at=at,
        note=f"Theo bảng thẩm quyền: {other}. Lý do thụ lý: {reason}",
    )


@transaction.atomic
def refuse_acceptance(*, submission_id: int, intent: Intent, by: Actor, at: datetime, filing: Filing = FIRST) -> Case:
    """Refuse a submission on a ground of the closed list, with notice; the case is opened and ends at once.

    Raises NotFound; ActionRefused: not_classified, not_waiting, other_agency, proposal_waits, ground_missing, reason_missing, wrong_role
        and those of papers
    Rule: complaints §3.2/3, §4.2/11, reports §2.3/21
    """
    submission = lock_waiting(submission_id=submission_id, by=by)
    if Proposal.objects.filter(submission=submission, approved__isnull=True).exists():
        raise ActionRefused(Refused("proposal_waits"))
    case = _open(submission=submission, filing=filing, by=by, at=at)
    case.leader_id = by.user_id
    if case.procedure == ProcedureKind.DENUNCIATION:
        if case.state == "received":
            finish(continue_with(case=case, act="check_conditions", by=by, at=at, intent=_with_defaults(Intent())))
        turn = continue_with(case=case, act="refuse_denunciation", by=by, at=at, intent=intent)
        form_key = "house/denunciation-refusal"
    else:
        turn = continue_with(case=case, act="refuse_case", by=by, at=at, intent=intent)
        form_key = "ND124-2020/04" if case.procedure in COMPLAINTS else "house/result-notice"
    grounds = [ground for ground in turn.act.grounds if ground.code in intent.grounds]
    articles = "; ".join(dict.fromkeys(ground.article for ground in grounds))
    titles = "; ".join(ground.title_vi for ground in grounds)
    issue(
        turn, form_key=form_key,
        values={"legal_ground": articles, "reason": intent.reason, "outcome": f"Không thụ lý. {titles}. {intent.reason}"},
    )  # fmt: skip
    case.outcome, case.outcome_note = "refused", titles
    turn.facts["grounds"] = sorted(intent.grounds)
    _end_processing(turn, status=SubmissionStatus.REFUSED)
    _say_if_direct(turn)
    return finish(turn)


def _say_if_direct(turn: Turn) -> None:
    """Write into timeline and record that a leader issued the paper without a draft that others reviewed."""
    if turn.paper is not None and PREPARATION.get() is None:
        turn.facts["issued_directly"] = True


_WAITING_ONE: Final = Objects(
    lambda *, submission: (
        Submission.objects.select_for_update(of=("self",)).select_related("agency").filter(pk=submission)
    )
)
_UNJUDGED_ONE: Final = Objects(
    lambda *, submission, agency: (
        Case.objects.select_for_update(of=("self",))
        .select_related("matter", "submission", "agency", "agency__parent", "leader", "handler")
        .filter(submission_id=submission, agency_id=agency, state__in=_UNJUDGED, closed_on__isnull=True)
        .order_by("pk")[:1]
    )
)


def lock_waiting(*, submission_id: int, by: Actor) -> Submission:
    """Return a submission that waits to be judged at the actor's agency, locked."""
    submission = _WAITING_ONE.first(submission=submission_id)
    if submission is None:
        raise NotFound(str(submission_id))
    if submission.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if submission.status not in _WAITING:
        raise ActionRefused(Refused("not_waiting"))
    if submission.kind not in PROCEDURES:
        raise ActionRefused(Refused("not_classified", rule="reports §2.2"))
    return submission


@transaction.atomic
def take_up(*, submission_id: int, by: Actor, at: datetime) -> Case:
    """Take up a denunciation of the own competence: its conditions are checked step by step, each an act of the case.

    What is outside the competence is guided or forwarded from processing, without a case.
    Raises NotFound; ActionRefused: not_classified, not_waiting, other_agency, only_denunciations, taken_up_already,
        proposal_waits, wrong_role
    Rule: complaints §4.2/1, §4.2/10
    """
    submission = lock_waiting(submission_id=submission_id, by=by)
    if submission.kind != MatterKind.DENUNCIATION:
        raise ActionRefused(Refused("only_denunciations", rule="complaints §4.2/10"))
    if _unjudged(submission) is not None:
        raise ActionRefused(Refused("taken_up_already"))
    if not by.is_one_of(Role.HEAD, Role.DEPUTY, Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER):
        raise ActionRefused(Refused("wrong_role", facts={"who": "cán bộ tiếp công dân, cán bộ xử lý đơn, thủ trưởng"}))
    if Proposal.objects.filter(submission=submission, approved__isnull=True).exists():
        raise ActionRefused(Refused("proposal_waits"))
    case = _open(submission=submission, filing=FIRST, by=by, at=at)
    case.facts = {**case.facts, "is_competent": True}
    case.save(update_fields=["facts"])
    # No second way may be proposed while the case is being judged.
    Submission.objects.filter(pk=submission.pk).update(status=SubmissionStatus.PROPOSED)
    write_step(case=case, act="open_case", by=by, at=at)
    record(
        act="case.open_case", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"state": case.state}, rule="complaints §4.2/1",
    )  # fmt: skip
    return case


def _unjudged(submission: Submission) -> Case | None:
    """Return the case of a submission that was taken up and is still to be judged."""
    return _UNJUDGED_ONE.first(submission=submission.pk, agency=submission.agency_id)


def _open(*, submission: Submission, filing: Filing, by: Actor, at: datetime) -> Case:
    """Open the case of a submission in the first state of its procedure, or go on with one taken up."""
    known = _unjudged(submission)
    if known is not None:
        return known
    procedure = PROCEDURES[MatterKind(submission.kind)]
    if filing.procedure is not None and procedure in COMPLAINTS and filing.procedure in COMPLAINTS:
        procedure = filing.procedure
    second = procedure == ProcedureKind.SECOND_COMPLAINT or filing.second_stage
    code = submission.code if not Case.objects.filter(code=submission.code).exists() else new_code()
    case = Case.objects.create(
        matter_id=submission.matter_id,
        submission=submission,
        code=code,
        procedure=procedure,
        procedure_on=at.date(),
        agency=submission.agency,
        state="received",
        received_on=submission.received_on,
        people=submission.people,
        remote=filing.remote and procedure in COMPLAINTS,
        facts=_facts_of(filing, procedure=procedure) if procedure in COMPLAINTS else {},
    )
    if second:
        link_first(case=case, filing=filing, by=by, at=at)
    return case


def _facts_of(filing: Filing, *, procedure: ProcedureKind) -> dict[str, bool | str]:
    facts: dict[str, bool | str] = {}
    if procedure == ProcedureKind.DISCIPLINARY_COMPLAINT:
        facts |= {"is_second_stage": filing.second_stage, "may_sue": filing.dismissal}
    if filing.window_from is not None:
        facts["window_from"] = filing.window_from.isoformat()
    if filing.late_reason.strip():
        facts["late_with_valid_reason"] = True
    return facts


def _with_defaults(intent: Intent) -> Intent:
    """Who accepts affirms competence, unless it is denied."""
    return Intent(
        note=intent.note, reason=intent.reason, grounds=intent.grounds, values=intent.values,
        facts={"is_competent": True, **intent.facts},
    )  # fmt: skip


def _end_processing(turn: Turn, *, status: SubmissionStatus) -> None:
    case = turn.case
    set_submission(turn, status)
    close_clocks(
        matter_id=case.matter_id,
        agency_id=case.agency_id,
        on=turn.on,
        rule_ids=[*PROCESSING_LIMITS, *(stored_ids(("KN-3",)) if case.procedure in COMPLAINTS else ())],
        status=ClockStatus.MET,
    )
    forwarder = case.submission.forwarded_by_id
    if forwarder is not None and forwarder != case.agency_id:
        notify(agency_id=forwarder, kind="forwarded_judged", at=turn.at, code=case.code,
               role=Role.PROCESSING_OFFICER)  # fmt: skip
