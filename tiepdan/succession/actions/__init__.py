"""Acts of succession: between agencies, and between people of one agency."""

from tiepdan.succession.actions.handovers import (
    Done,
    Part,
    approve_handover,
    carry_out_handover,
    place_matters,
    prepare_handover,
    withdraw_handover,
)
from tiepdan.succession.actions.people import Handed, hand_over_work

__all__ = [
    "Done",
    "Handed",
    "Part",
    "approve_handover",
    "carry_out_handover",
    "hand_over_work",
    "place_matters",
    "prepare_handover",
    "withdraw_handover",
]
