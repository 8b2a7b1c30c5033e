"""How long a denunciation may take, and how much longer, by the law of the day it was accepted. Plain functions."""

from __future__ import annotations

from datetime import date

from tiepdan.cases.rules.complexity import thresholds
from tiepdan.deadlines.norms import norm
from tiepdan.deadlines.rulebook import rule_in_force


def settlement_days(*, accepted_on: date) -> int:
    """Return the days that the decision on acceptance states. Rule: TC-6"""
    return rule_in_force("TC-6", on=accepted_on).length


def longest_extension(*, criteria: int, accepted_on: date) -> int:
    """Return the most days of one extension.

    criteria: how many of complexity are in the file
    Rule: TC-7, TC-8
    """
    limits = rule_in_force("TC-6", on=accepted_on).extensions
    return limits["specially_complex" if criteria >= thresholds().specially_complex_from else "complex"].days


def least_team(*, on: date) -> int:
    """Return how many people at least verify a denunciation together. Rule: complaints §4.2/14"""
    rule = norm("complaints §4.2/14")
    return (rule.value_on(on) or rule.values[0]).at_least or 1
