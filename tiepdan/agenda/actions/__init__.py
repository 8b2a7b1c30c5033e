"""Acts on sessions and what follows them."""

from tiepdan.agenda.actions.following import add_follow_up, complete_follow_up, issue_conclusion
from tiepdan.agenda.actions.queue import (
    Booked,
    appointment_pin,
    book_at_desk,
    book_at_portal,
    call_number,
    cancel_at_portal,
    draw_number,
    end_hours,
    end_number,
    set_hours,
)
from tiepdan.agenda.actions.sessions import (
    SessionPlan,
    announce_session,
    cancel_session,
    delegate_session,
    hold_session,
    link_visit,
    move_session,
    plan_session,
    plan_year,
    receive_in_session,
)

__all__ = [
    "Booked",
    "SessionPlan",
    "add_follow_up",
    "announce_session",
    "appointment_pin",
    "book_at_desk",
    "book_at_portal",
    "call_number",
    "cancel_at_portal",
    "cancel_session",
    "complete_follow_up",
    "delegate_session",
    "draw_number",
    "end_hours",
    "end_number",
    "hold_session",
    "issue_conclusion",
    "link_visit",
    "move_session",
    "plan_session",
    "plan_year",
    "receive_in_session",
    "set_hours",
]
