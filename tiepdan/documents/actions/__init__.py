"""Acts on registers, stored files, papers and deliveries, one module per noun; callers import the names from here."""

from tiepdan.documents.actions.files import drop_file, reseal_file, store_file
from tiepdan.documents.actions.papers import (
    cancel_paper,
    confirm_delivery,
    draft_paper,
    issue_paper,
    record_delivery,
    seal_papers,
)
from tiepdan.documents.actions.registers import cancel_number, take_number

__all__ = [
    "cancel_number",
    "cancel_paper",
    "confirm_delivery",
    "draft_paper",
    "drop_file",
    "issue_paper",
    "record_delivery",
    "reseal_file",
    "seal_papers",
    "store_file",
    "take_number",
]
