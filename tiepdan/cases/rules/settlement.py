"""How long a denunciation may take, and how much longer, by the law of the day it was accepted. Plain functions."""

from __future__ import annotations

from datetime import date
from typing import Final

from tiepdan.deadlines.rulebook import rule_in_force

_SPECIALLY_COMPLEX_FROM: Final = 2  # criteria in the file (complaints §1.6)


def settlement_days(*, accepted_on: date) -> int:
    """Return the days that the decision on acceptance states. Rule: TC-6"""
    return rule_in_force("TC-6", on=accepted_on).length


def longest_extension(*, criteria: int, accepted_on: date) -> int:
    """Return the most days of one extension.

    criteria: how many of complexity are in the file
    Rule: TC-7, TC-8
    """
    limits = rule_in_force("TC-6", on=accepted_on).extensions
    return limits["specially_complex" if criteria >= _SPECIALLY_COMPLEX_FROM else "complex"].days
