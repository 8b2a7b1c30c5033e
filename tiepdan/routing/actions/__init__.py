"""Acts of routing, one module per noun; callers import the names from here."""

from tiepdan.routing.actions.proposals import (
    approve_acceptance,
    decide_among_several,
    decide_proposal,
    hold_open_proposal,
    number_proposed_paper,
    propose,
    withdraw_submission,
)
from tiepdan.routing.actions.replies import record_forward_reply, report_result_to_forwarder
from tiepdan.routing.actions.sealing import seal_earlier
from tiepdan.routing.actions.taking import take_forwarded

__all__ = [
    "approve_acceptance",
    "decide_among_several",
    "decide_proposal",
    "hold_open_proposal",
    "number_proposed_paper",
    "propose",
    "record_forward_reply",
    "report_result_to_forwarder",
    "seal_earlier",
    "take_forwarded",
    "withdraw_submission",
]
