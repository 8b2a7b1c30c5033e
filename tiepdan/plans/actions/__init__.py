"""Acts on plans: documents read and corrected, plans issued, tasks done, reports sent, registers kept."""

from __future__ import annotations

from tiepdan.plans.actions.documents import (
    add_task,
    confirm_reading,
    correct_reading,
    discard_plan,
    fail_reading,
    mark_reading,
    read_again,
    reopen_reading,
    store_reading,
    tell_progress,
    upload_plan,
)

__all__ = [
    "add_task",
    "confirm_reading",
    "correct_reading",
    "discard_plan",
    "fail_reading",
    "mark_reading",
    "read_again",
    "reopen_reading",
    "store_reading",
    "tell_progress",
    "upload_plan",
]
