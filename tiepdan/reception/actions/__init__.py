"""Acts of the reception desk; callers import the names from here."""

from tiepdan.reception.actions.book import (
    issue_refusal_notice,
    record_reply,
    screen_submission,
    split_submission,
    void_reception,
)
from tiepdan.reception.actions.visits import VisitReceived, receive_visit

__all__ = [
    "VisitReceived",
    "issue_refusal_notice",
    "receive_visit",
    "record_reply",
    "screen_submission",
    "split_submission",
    "void_reception",
]
