"""States and verdicts of incidents. Plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from tiepdan.deadlines.groups import most_spokespersons
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

# Who works at the place where it happens, and who answers for it.
WORKERS: Final = ("reception_officer", "processing_officer", "head", "deputy", "coordinator", "records_clerk")
LEADERS: Final = ("head", "deputy")
MOST_PEOPLE: Final = 100_000


class LineKind(StrEnum):
    """What a line of the log tells."""

    NOTE = "note"
    COUNT = "count"
    DEMAND = "demand"
    CALLED = "called"
    CAME = "came"
    AGREED = "agreed"
    TOLD = "told"
    ENDED = "ended"


class Transport(StrEnum):
    """Transport home. Offered, never ordered: taken up freely or not at all."""

    NOT_OFFERED = "not_offered"
    DECLINED = "declined"
    ACCEPTED = "accepted"


def may_work(*, role: str) -> Verdict:
    """Whether a role records incidents. Refused: incident_role_not_allowed."""
    return ALLOWED if role in WORKERS else Refused("incident_role_not_allowed")


def may_report(*, began_at: datetime, at: datetime, people: int, place: str) -> Verdict:
    """Whether an incident can be recorded. Refused: incident_in_future, incident_people_wrong, incident_place_missing."""
    if began_at > at:
        return Refused("incident_in_future")
    if not 0 < people <= MOST_PEOPLE:
        return Refused("incident_people_wrong")
    return ALLOWED if place.strip() else Refused("incident_place_missing")


def may_write(*, closed: bool) -> Verdict:
    """Whether the log goes on. Refused: incident_closed."""
    return Refused("incident_closed") if closed else ALLOWED


def may_log(*, happened_at: datetime, began_at: datetime, at: datetime) -> Verdict:
    """Whether a line of the log can be of this time. Refused: incident_line_time."""
    return ALLOWED if began_at <= happened_at <= at else Refused("incident_line_time")


def may_agree(*, dialogue_on: date | None, answer_by: date | None, on: date) -> Verdict:
    """Whether what was agreed can be kept. Refused: incident_day_passed."""
    passed = any(day is not None and day < on for day in (dialogue_on, answer_by))
    return Refused("incident_day_passed") if passed else ALLOWED


def may_name_spokespersons(*, names: Sequence[str], on: date) -> Verdict:
    """Whether so many may stand for a group. Refused: incident_spokespersons. Rule: LI-13"""
    return ALLOWED if len(names) <= most_spokespersons(on=on) else Refused("incident_spokespersons")


def may_end(*, ended: bool, ended_at: datetime, began_at: datetime, at: datetime) -> Verdict:
    """Whether it can be said to be over. Refused: incident_ended, incident_end_wrong."""
    if ended:
        return Refused("incident_ended")
    return ALLOWED if began_at <= ended_at <= at else Refused("incident_end_wrong")


def may_close(*, role: str, ended: bool, closed: bool, lessons: str) -> Verdict:
    """Whether it may be closed. Refused: incident_closed, incident_not_ended, incident_lessons_missing, head_closes_incident."""
    if role not in (*LEADERS, "coordinator"):
        return Refused("head_closes_incident")
    if closed:
        return Refused("incident_closed")
    if not ended:
        return Refused("incident_not_ended")
    return ALLOWED if lessons.strip() else Refused("incident_lessons_missing")
