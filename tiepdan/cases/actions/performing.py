"""Acts that need nothing of their own: the rule, the paper, the timeline."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.cases.actions.turn import begin, finish, issue, set_submission
from tiepdan.cases.intent import NO_WORDS, Intent
from tiepdan.cases.models import Case
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.rules import SubmissionStatus

# Acts with data of their own; each is a function of this package.
OWN_FUNCTION: Final = frozenset(
    {
        "open_case", "accept_case", "accept_denunciation", "refuse_case", "refuse_denunciation", "record_complexity",
        "start_verification", "hold_working_session", "work_with_denounced", "work_with_denouncer", "submit_report",
        "invite_dialogue", "hold_dialogue", "record_absence", "postpone_dialogue", "decide", "decide_at_once", "conclude",
        "conclude_at_once", "answer", "answer_at_once", "send_decision", "send_conclusion", "record_delivery",
        "publish_decision", "publish_conclusion", "enter_effect", "extend_limit", "suspend_case", "resume_case",
        "terminate_case", "withdraw_part", "record_withdrawal", "order_expertise", "receive_expert_result",
        "direct_enforcement", "send_acceptance_notices", "guide_complainant", "forward_case", "forward_denunciation",
        "guide_denouncer", "guide_to_split", "urge_enforcement", "record_mandate", "end_mandate", "hold_mediation",
        "record_court_acceptance", "record_judgment", "order_review", "receive_review_order", "record_review_result",
        "request_protection", "order_protection", "refuse_protection", "end_protection", "record_follow_up",
        "record_follow_up_overdue", "resettle_case", "move_to_competent_body", "take_over_case", "record_second_complaint",
        "record_second_complaint_overdue",
    }
)  # fmt: skip
# What an act makes true from then on.
_MAKES: Final[dict[str, dict[str, bool]]] = {
    "suspend_execution": {"contested_execution_suspended": True},
    "lift_suspension_of_execution": {"contested_execution_suspended": False},
    "record_council_proposal": {"council_proposed": True},
    "return_original_papers": {"has_original_papers": False},
}


@transaction.atomic
def perform(*, case_id: int, act: str, by: Actor, at: datetime, intent: Intent = NO_WORDS) -> Case:
    """Do an act that has no data of its own.

    intent: grounds and reason where the act asks for them; facts answered while acting; values of its paper
    Raises NotFound; ActionRefused: act_needs_its_form, other_agency, no_part_in_case, paper_incomplete and the codes of
        rules/procedures/refusals.yaml
    """
    if act in OWN_FUNCTION:
        raise ActionRefused(Refused("act_needs_its_form", facts={"act": act}))
    turn = begin(case_id=case_id, act=act, by=by, at=at, intent=intent)
    issue(turn, values={"reason": intent.reason, "outcome": intent.note or intent.reason})
    made = _MAKES.get(act, {})
    turn.case.facts = {**turn.case.facts, **made}
    turn.facts |= made
    if intent.grounds:
        turn.facts["grounds"] = sorted(intent.grounds)
    if turn.procedure.acts[act].to in {"crime_referral", "filed", "inspection_track", "not_processed"}:
        set_submission(turn, SubmissionStatus.FILED)
    return finish(turn)
