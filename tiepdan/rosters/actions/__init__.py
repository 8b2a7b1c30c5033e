"""Acts on task forces, rosters and shifts."""

from tiepdan.rosters.actions.duty import (
    answer_swap,
    ask_swap,
    decide_swap,
    hand_over,
    note_attendance,
    replace_on_duty,
)
from tiepdan.rosters.actions.feeds import make_feed, revoke_feed
from tiepdan.rosters.actions.forces import (
    add_member,
    decide_force,
    end_force,
    note_reply,
    release_member,
    set_up_force,
)
from tiepdan.rosters.actions.rosters import (
    fail_solving,
    open_roster,
    publish_roster,
    remind_day,
    set_rate,
    set_up_roster,
    set_wish,
    solve_roster,
    store_answer,
    take_back_wish,
    tell_solving,
)

__all__ = [
    "add_member", "answer_swap", "ask_swap", "decide_force", "decide_swap", "end_force", "fail_solving", "hand_over",
    "make_feed", "note_attendance", "note_reply", "open_roster", "publish_roster", "release_member", "remind_day",
    "replace_on_duty", "revoke_feed", "set_rate", "set_up_force", "set_up_roster", "set_wish", "solve_roster",
    "store_answer", "take_back_wish", "tell_solving",
]  # fmt: skip
