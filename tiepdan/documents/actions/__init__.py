"""Acts on registers, stored files, papers and deliveries, one module per noun; callers import the names from here."""

from tiepdan.documents.actions.books import note_book_drawn
from tiepdan.documents.actions.files import drop_file, reseal_file, store_file
from tiepdan.documents.actions.letters import hand_over_letter, receive_unopened, register_contents
from tiepdan.documents.actions.life import (
    approve_paper,
    approved_for_act,
    approver_now,
    confirm_recall,
    correct_paper,
    draft_for_act,
    drafted_after,
    number_paper,
    recall_paper,
    replace_paper,
    return_paper,
    review_paper,
    rewrite_paper,
    submit_paper,
    typed_for_act,
)
from tiepdan.documents.actions.papers import (
    cancel_paper,
    confirm_delivery,
    draft_paper,
    end_draft,
    end_drafts_elsewhere,
    end_drafts_of_acts,
    issue_new_paper,
    issue_paper,
    record_delivery,
    seal_papers,
)
from tiepdan.documents.actions.registers import cancel_number, take_number
from tiepdan.documents.actions.signed import attach_signed_copy, distrust_certificate, trust_certificate
from tiepdan.documents.actions.templates import add_form_template, return_to_house_form

__all__ = [
    "add_form_template",
    "approve_paper",
    "approved_for_act",
    "approver_now",
    "attach_signed_copy",
    "cancel_number",
    "cancel_paper",
    "confirm_delivery",
    "confirm_recall",
    "correct_paper",
    "distrust_certificate",
    "draft_for_act",
    "draft_paper",
    "drafted_after",
    "drop_file",
    "end_draft",
    "end_drafts_elsewhere",
    "end_drafts_of_acts",
    "hand_over_letter",
    "issue_new_paper",
    "issue_paper",
    "note_book_drawn",
    "number_paper",
    "recall_paper",
    "receive_unopened",
    "record_delivery",
    "register_contents",
    "replace_paper",
    "reseal_file",
    "return_paper",
    "return_to_house_form",
    "review_paper",
    "rewrite_paper",
    "seal_papers",
    "store_file",
    "submit_paper",
    "take_number",
    "trust_certificate",
    "typed_for_act",
]
