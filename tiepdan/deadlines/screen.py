"""What lists and badges show of a limit: working days left and its state on a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.deadlines.calendar import Calendar

SOON_WORKING_DAYS: Final = 3  # house default: from three working days before the last day


class DeadlineState(StrEnum):
    """How a limit stands on a day."""

    OK = "ok"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    LATE = "late"


def working_days_left(*, today: date, due: date, calendar: Calendar) -> int:
    """Count the working days after today up to and including the last day; negative when it has passed."""
    return calendar.working_days_between(after=today, through=due)


def state(
    *,
    today: date,
    due: date,
    calendar: Calendar,
    warn_on: date | None = None,
    soon_working_days: int = SOON_WORKING_DAYS,
) -> DeadlineState:
    """Return how a limit stands; pass the rolled due date.

    warn_on: day from which the limit counts as due soon, when earlier than the working-day margin
    """
    if today > due:
        return DeadlineState.LATE
    if today == due:
        return DeadlineState.DUE_TODAY
    if warn_on is not None and today >= warn_on:
        return DeadlineState.DUE_SOON
    if working_days_left(today=today, due=due, calendar=calendar) <= soon_working_days:
        return DeadlineState.DUE_SOON
    return DeadlineState.OK
