"""Acts on cases, one module per stage; callers import the names from here."""

from tiepdan.cases.actions.accepting import accept_submission, refuse_acceptance, settler_elsewhere, take_up
from tiepdan.cases.actions.courts import record_court_acceptance, record_judgment
from tiepdan.cases.actions.deciding import (
    answer,
    ask_for_effect,
    conclude,
    conclude_at_once,
    decide,
    decision_paper,
    enter_effect,
    publish,
    record_receipt,
    send_decision,
)
from tiepdan.cases.actions.dialogue import hold_dialogue, hold_mediation, invite_dialogue
from tiepdan.cases.actions.dossiers import make_case_dossier
from tiepdan.cases.actions.enforcing import direct_enforcement, fulfil_obligation, urge_enforcement
from tiepdan.cases.actions.limits import recount_windows
from tiepdan.cases.actions.linking import record_second_complaint, relate_cases
from tiepdan.cases.actions.minutes import read_sealed_minutes, seal_earlier
from tiepdan.cases.actions.people import Change, assign_people
from tiepdan.cases.actions.performing import perform
from tiepdan.cases.actions.preparing import (
    OPENING,
    approve_opening,
    approve_prepared,
    approver_of,
    opening_act,
    perform_opening,
    perform_prepared,
    prepare_act,
    prepare_opening,
)
from tiepdan.cases.actions.protecting import decide_protection, end_protection, read_protection, request_protection
from tiepdan.cases.actions.representing import end_mandate, record_mandate
from tiepdan.cases.actions.stopping import extend, resume, suspend, terminate, withdraw
from tiepdan.cases.actions.superior import (
    order_review,
    receive_review_order,
    record_review_result,
    send_up,
    take_over,
)
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
    entrust_verification,
    find_complexity,
    note_evidence_reading,
    order_expertise,
    receive_expert_result,
    start_verification,
    submit_report,
)

__all__ = [
    "OPENING",
    "Change",
    "accept_submission",
    "add_evidence",
    "add_note",
    "add_session",
    "answer",
    "answer_urging",
    "approve_opening",
    "approve_prepared",
    "approver_of",
    "ask_for_effect",
    "assign_people",
    "conclude",
    "conclude_at_once",
    "decide",
    "decide_protection",
    "decision_paper",
    "direct_enforcement",
    "end_mandate",
    "end_protection",
    "enter_effect",
    "entrust_verification",
    "explain_settled_case",
    "extend",
    "find_complexity",
    "fulfil_obligation",
    "hold_dialogue",
    "hold_mediation",
    "invite_dialogue",
    "make_case_dossier",
    "note_evidence_reading",
    "opening_act",
    "order_expertise",
    "order_review",
    "perform",
    "perform_opening",
    "perform_prepared",
    "prepare_act",
    "prepare_opening",
    "publish",
    "read_protection",
    "read_sealed_minutes",
    "receive_expert_result",
    "receive_review_order",
    "record_court_acceptance",
    "record_judgment",
    "record_mandate",
    "record_receipt",
    "record_review_result",
    "record_second_complaint",
    "recount_windows",
    "refuse_acceptance",
    "relate_cases",
    "request_protection",
    "resume",
    "seal_earlier",
    "send_acceptance_notices",
    "send_decision",
    "send_up",
    "settler_elsewhere",
    "start_verification",
    "submit_report",
    "suspend",
    "take_over",
    "take_up",
    "terminate",
    "urge",
    "urge_enforcement",
    "withdraw",
]
