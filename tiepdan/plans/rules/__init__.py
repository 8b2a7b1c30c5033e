"""Rules of plans: the life of a document, matching of bodies, tasks and their deadlines, changes between versions, reports."""

from __future__ import annotations

from tiepdan.plans.rules.documents import (
    CONFIRMERS,
    MOST_CHARACTERS,
    READERS,
    PlanStatus,
    Stage,
    is_passing,
    may_confirm,
    may_correct,
    may_discard,
    may_read_again,
    may_reopen,
    may_upload,
)

__all__ = [
    "CONFIRMERS",
    "MOST_CHARACTERS",
    "READERS",
    "PlanStatus",
    "Stage",
    "is_passing",
    "may_confirm",
    "may_correct",
    "may_discard",
    "may_read_again",
    "may_reopen",
    "may_upload",
]
