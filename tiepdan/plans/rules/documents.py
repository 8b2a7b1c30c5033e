"""Life of a plan document at an agency, and who may do what with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

READERS: Final = (Role.COORDINATOR, Role.HEAD, Role.DEPUTY, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK)
CONFIRMERS: Final = (Role.COORDINATOR, Role.HEAD, Role.DEPUTY)
MOST_CHARACTERS: Final = 600_000  # some 200 pages; longer texts are books, not plans
# What fails so may be read at another time; of any other failure the file is the cause, and reading again changes nothing.
_PASSING: Final = frozenset(("ocr_failed", "unexpected"))
_STALE: Final = timedelta(minutes=10)  # a reading that says nothing for so long has died


class PlanStatus(StrEnum):
    """Where a plan document stands."""

    READING = "reading"  # queued or being read
    READ = "read"
    FAILED = "failed"
    CONFIRMED = "confirmed"


class Stage(StrEnum):
    """What the reading job is doing."""

    QUEUED = "queued"
    OPENING = "opening"
    SCANNING = "scanning"  # pages through Tesseract
    UNDERSTANDING = "understanding"


def may_upload(*, by: Actor) -> Verdict:
    """Say whether this post keeps plans."""
    return ALLOWED if by.is_one_of(*READERS) else Refused("plan_role_not_allowed")


def may_correct(*, status: PlanStatus, by: Actor) -> Verdict:
    """Say whether the reading may be corrected."""
    if not by.is_one_of(*READERS):
        return Refused("plan_role_not_allowed")
    if status is PlanStatus.CONFIRMED:
        return Refused("plan_confirmed")
    return ALLOWED if status is PlanStatus.READ else Refused("plan_not_read")


def may_confirm(*, status: PlanStatus, is_plan: bool, by: Actor) -> Verdict:
    """Say whether the reading may be confirmed as right."""
    if not by.is_one_of(*CONFIRMERS):
        return Refused("plan_role_not_allowed")
    if status is PlanStatus.CONFIRMED:
        return Refused("plan_confirmed")
    if status is not PlanStatus.READ:
        return Refused("plan_not_read")
    return ALLOWED if is_plan else Refused("not_a_plan")


def may_reopen(*, status: PlanStatus, by: Actor) -> Verdict:
    """Say whether a confirmation may be taken back."""
    if not by.is_one_of(*CONFIRMERS):
        return Refused("plan_role_not_allowed")
    return ALLOWED if status is PlanStatus.CONFIRMED else Refused("plan_not_confirmed")


def may_discard(*, status: PlanStatus, by: Actor) -> Verdict:
    """Say whether the document may be taken out; a confirmed one is reopened first."""
    if not by.is_one_of(*READERS):
        return Refused("plan_role_not_allowed")
    return Refused("plan_confirmed") if status is PlanStatus.CONFIRMED else ALLOWED


def is_passing(*, why_code: str) -> bool:
    """Say whether a reading that failed so may succeed at another time, so that the file is kept for it."""
    return why_code in _PASSING


def may_read_again(*, status: PlanStatus, has_file: bool, told_at: datetime, at: datetime, by: Actor) -> Verdict:
    """Say whether the file may be read once more: after a failure that may pass, or when the job has fallen silent."""
    if not by.is_one_of(*READERS):
        return Refused("plan_role_not_allowed")
    if not has_file:
        return Refused("plan_file_not_kept")
    if status is PlanStatus.FAILED or (status is PlanStatus.READING and at - told_at >= _STALE):
        return ALLOWED
    return Refused("plan_being_read" if status is PlanStatus.READING else "plan_already_read")
