"""Acts on submissions, one module per noun; callers import the names from here."""

from tiepdan.submissions.actions.receiving import Received, pin_hash, receive

__all__ = ["Received", "pin_hash", "receive"]
