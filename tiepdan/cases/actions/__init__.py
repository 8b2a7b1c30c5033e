"""Acts on cases, one module per stage; callers import the names from here."""

from tiepdan.cases.actions.accepting import accept_submission, refuse_acceptance
from tiepdan.cases.actions.deciding import (
    answer,
    ask_for_effect,
    conclude,
    decide,
    enter_effect,
    publish,
    record_receipt,
    send_decision,
)
from tiepdan.cases.actions.dialogue import hold_dialogue, invite_dialogue
from tiepdan.cases.actions.enforcing import direct_enforcement, fulfil_obligation, urge_enforcement
from tiepdan.cases.actions.people import Change, assign_people
from tiepdan.cases.actions.performing import perform
from tiepdan.cases.actions.stopping import extend, resume, suspend, terminate, withdraw
from tiepdan.cases.actions.talking import (
    add_note,
    answer_urging,
    explain_settled_case,
    send_acceptance_notices,
    urge,
)
from tiepdan.cases.actions.verifying import (
    add_evidence,
    add_session,
    find_complexity,
    order_expertise,
    receive_expert_result,
    start_verification,
    submit_report,
)

__all__ = [
    "Change",
    "accept_submission",
    "add_evidence",
    "add_note",
    "add_session",
    "answer",
    "answer_urging",
    "ask_for_effect",
    "assign_people",
    "conclude",
    "decide",
    "direct_enforcement",
    "enter_effect",
    "explain_settled_case",
    "extend",
    "find_complexity",
    "fulfil_obligation",
    "hold_dialogue",
    "invite_dialogue",
    "order_expertise",
    "perform",
    "publish",
    "receive_expert_result",
    "record_receipt",
    "refuse_acceptance",
    "resume",
    "send_acceptance_notices",
    "send_decision",
    "start_verification",
    "submit_report",
    "suspend",
    "terminate",
    "urge",
    "urge_enforcement",
    "withdraw",
]
