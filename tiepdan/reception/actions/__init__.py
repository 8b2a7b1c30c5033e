"""Acts of the reception desk; callers import the names from here."""

from tiepdan.reception.actions.book import (
    KEEPERS,
    issue_refusal_notice,
    read_book,
    record_reply,
    screen_submission,
    split_submission,
    void_reception,
)
from tiepdan.reception.actions.visits import VisitReceived, receive_visit

__all__ = [
    "KEEPERS",
    "VisitReceived",
    "issue_refusal_notice",
    "read_book",
    "receive_visit",
    "record_reply",
    "screen_submission",
    "split_submission",
    "void_reception",
]
