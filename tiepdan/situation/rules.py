"""What the daily report holds, and when it may be made. Plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

KEEPERS: Final = ("coordinator", "head", "deputy", "records_clerk")
LONGEST_DAYS: Final = 400


class Figure(StrEnum):
    """A number of the report. Each counts rows that can be opened."""

    RECEPTIONS = "receptions"
    PEOPLE = "people"  # received, all visits together
    GROUPS = "groups"  # visits of five and more
    SUBMISSIONS = "submissions"
    INCIDENTS = "incidents"
    OPEN_INCIDENTS = "open_incidents"
    MOST_PRESENT = "most_present"  # at one incident
    CASES_MOVED = "cases_moved"
    DUTIES = "duties"
    CAME = "came"
    ABSENT = "absent"


class Phase(StrEnum):
    """Where a day lies."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside the day before and the same day of the last event."""

    figure: Figure
    now: int
    day_before: int | None
    last_event: int | None

    @property
    def change(self) -> int | None:
        """More or fewer than the day before."""
        return None if self.day_before is None else self.now - self.day_before


def phase_of(*, on: date, during_from: date, during_to: date) -> Phase:
    """Say where a day lies."""
    if on < during_from:
        return Phase.BEFORE
    return Phase.DURING if on <= during_to else Phase.AFTER


def compared(
    *, now: Mapping[str, int], day_before: Mapping[str, int] | None, last_event: Mapping[str, int] | None
) -> list[Compared]:
    """Put the figures of a day beside those of two others; a day without a report gives none, not zero."""
    return [
        Compared(
            figure,
            now.get(figure, 0),
            None if day_before is None else day_before.get(figure, 0),
            None if last_event is None else last_event.get(figure, 0),
        )
        for figure in Figure
    ]


def added_up(all_figures: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Add the figures of several agencies; the largest gathering stays the largest, it is no sum."""
    return {
        figure.value: (max if figure is Figure.MOST_PRESENT else sum)(
            [one.get(figure, 0) for one in all_figures] or [0]
        )
        for figure in Figure
    }


def may_ask(*, own: bool, agencies: int) -> Verdict:
    """Whether agencies may be asked to report. Refused: situation_not_yours, situation_nobody_asked."""
    if not own:
        return Refused("situation_not_yours")
    return ALLOWED if agencies else Refused("situation_nobody_asked")


def may_keep(*, role: str) -> Verdict:
    """Whether a role keeps situation reports. Refused: situation_role_not_allowed."""
    return ALLOWED if role in {*KEEPERS, "system"} else Refused("situation_role_not_allowed")


def may_open(*, starts_on: date, during_from: date, during_to: date, ends_on: date) -> Verdict:
    """Whether a window can be. Refused: situation_days_wrong."""
    in_order = starts_on <= during_from <= during_to <= ends_on
    return ALLOWED if in_order and (ends_on - starts_on).days < LONGEST_DAYS else Refused("situation_days_wrong")


def may_make(*, on: date, starts_on: date, ends_on: date, today: date, sent: bool) -> Verdict:
    """Whether the report of a day can be made. Refused: situation_day_outside, situation_sent."""
    if not starts_on <= on <= ends_on or on > today:
        return Refused("situation_day_outside")
    return Refused("situation_sent") if sent else ALLOWED


def may_send(*, sent: bool, receiver: bool) -> Verdict:
    """Whether it can be sent up. Refused: situation_sent, situation_no_receiver."""
    if sent:
        return Refused("situation_sent")
    return ALLOWED if receiver else Refused("situation_no_receiver")
