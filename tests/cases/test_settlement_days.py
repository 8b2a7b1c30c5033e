"""The days of a settlement and of its extension come from the rules in force on the day of acceptance."""

from __future__ import annotations

from datetime import date

import pytest

from tiepdan.cases.rules.settlement import longest_extension, settlement_days
from tiepdan.deadlines.rulebook import rule_in_force

ACCEPTED = date(2026, 7, 14)


def test_the_settlement_takes_the_days_of_its_rule() -> None:  # TC-6
    assert settlement_days(accepted_on=ACCEPTED) == rule_in_force("TC-6", on=ACCEPTED).length == 30


@pytest.mark.parametrize("criteria, rule", [(1, "TC-7"), (2, "TC-8"), (3, "TC-8")])
def test_an_extension_is_no_longer_than_its_rule(criteria: int, rule: str) -> None:
    found = longest_extension(criteria=criteria, accepted_on=ACCEPTED)
    assert found == rule_in_force(rule, on=ACCEPTED).length
