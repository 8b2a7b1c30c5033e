"""How many people make a group, and how many may speak for it, by the law of a day."""

from __future__ import annotations

from datetime import date

from tiepdan.deadlines.norms import Band, NormValue, norm
from tiepdan.infra import clock


def group_from(*, on: date | None = None) -> int:
    """Return from how many people on one matter the law speaks of many (đông người).

    on: default: today; a number that was entered ahead of its day waits for it
    Rule: LI-13, PA-7
    """
    return _value(on).from_people or 0


def several_from(*, on: date | None = None) -> int:
    """Return from how many people representatives are appointed. Rule: LI-13, NH-1"""
    return _value(on).bands[0].from_people


def most_representatives(*, people: int, on: date | None = None) -> int:
    """Return the largest lawful number of representatives; all of them where the law sets none. Rule: LI-13"""
    band = _band(people, on)
    return people if band is None or band.at_most is None else band.at_most


def least_representatives(*, people: int, on: date | None = None) -> int:
    """Return how many representatives a group must have; 0 for who comes alone. Rule: LI-13, NH-1"""
    band = _band(people, on)
    return 0 if band is None else band.at_least


def most_spokespersons(*, on: date | None = None) -> int:
    """Return how many representatives the largest group may have. Rule: LI-13"""
    return max(band.at_most or 0 for band in _value(on).bands)


def _band(people: int, on: date | None) -> Band | None:
    return next((band for band in reversed(_value(on).bands) if people >= band.from_people), None)


def _value(on: date | None) -> NormValue:
    """Return the value in force; of a day before the oldest known, the oldest: older decrees had the same numbers."""
    return norm("LI-13").value_on(on or clock.today()) or norm("LI-13").values[0]
