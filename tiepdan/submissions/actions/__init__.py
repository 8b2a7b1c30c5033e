"""Acts on submissions, one module per noun; callers import the names from here."""

from tiepdan.submissions.actions.attachments import (
    add_attachment,
    add_paper_by_citizen,
    read_text,
    release_redacted_text,
    remove_attachment,
)
from tiepdan.submissions.actions.contacts import correct_contact, reveal_party
from tiepdan.submissions.actions.dossiers import Dossier, make_dossier
from tiepdan.submissions.actions.giving import give_processing
from tiepdan.submissions.actions.naming import refuse_naming
from tiepdan.submissions.actions.openings import (
    OpenedIdentity,
    ask_opening,
    decide_opening,
    has_opening,
    note_sealed_reading,
    open_identity,
    read_parties,
    sealed_identities,
)
from tiepdan.submissions.actions.papers import (
    ActOnPaper,
    StepOfPaper,
    act_with_reason,
    cancel_number_of_matter,
    correct,
    refuse_paper_naming,
    rewrite,
    take_step,
    write_paper,
)
from tiepdan.submissions.actions.parties import pieces_of
from tiepdan.submissions.actions.receiving import Received, pin_hash, receive
from tiepdan.submissions.actions.repeating import is_same_request, request_digest
from tiepdan.submissions.actions.screening import (
    close_submission,
    locked,
    record_unprocessed_reason,
    screen,
    split,
    void,
    withdraw,
)
from tiepdan.submissions.actions.words import index_submission

__all__ = [
    "ActOnPaper",
    "Dossier",
    "OpenedIdentity",
    "Received",
    "StepOfPaper",
    "act_with_reason",
    "add_attachment",
    "add_paper_by_citizen",
    "ask_opening",
    "cancel_number_of_matter",
    "close_submission",
    "correct",
    "correct_contact",
    "decide_opening",
    "give_processing",
    "has_opening",
    "index_submission",
    "is_same_request",
    "locked",
    "make_dossier",
    "note_sealed_reading",
    "open_identity",
    "pieces_of",
    "pin_hash",
    "read_parties",
    "read_text",
    "receive",
    "record_unprocessed_reason",
    "refuse_naming",
    "refuse_paper_naming",
    "release_redacted_text",
    "remove_attachment",
    "request_digest",
    "reveal_party",
    "rewrite",
    "screen",
    "sealed_identities",
    "split",
    "take_step",
    "void",
    "withdraw",
    "write_paper",
]
