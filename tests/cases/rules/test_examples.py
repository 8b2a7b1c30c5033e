"""Runs rules/examples/procedures*.yaml, the examples a lawyer reads beside the procedures."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

import pytest

from tiepdan.cases.rules.engine import clocks_after, may, target_state
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.rules.situation import Absence, Role, Situation, Withdrawal, WithdrawalForm
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.infra.verdict import Refused

EXAMPLES = [
    row
    for path in sorted((rules_path() / "examples").glob("procedures*.yaml"))
    for row in read_rule_file(path=path).data
]
WORDS: Final[dict[str, type[StrEnum]]] = {
    "absence": Absence,
    "withdrawal": Withdrawal,
    "withdrawal_form": WithdrawalForm,
}


def _situation(facts: dict[str, Any]) -> Situation:
    known = {field.name for field in fields(Situation)}
    assert set(facts) <= known, set(facts) - known
    values: dict[str, Any] = {}
    for name, value in facts.items():
        if name in WORDS:
            values[name] = WORDS[name](value)
        elif name == "grounds":
            values[name] = frozenset(value)
        elif name.endswith(("_on", "_until")):
            values[name] = date.fromisoformat(value)
        else:
            values[name] = value
    return Situation(**values)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda row: row["name"])
def test_an_example_comes_out_as_written(example: dict[str, Any]) -> None:
    day = date.fromisoformat(example["day"])
    procedure = procedure_for(kind=ProcedureKind(example["kind"]), on=day)
    situation = _situation(example["facts"])
    act, expect = example["act"], example["expect"]
    verdict = may(procedure=procedure, act=act, situation=situation, role=Role(example["role"]), today=day)
    assert bool(verdict) is expect["allowed"], verdict
    if "rule" in expect:
        assert verdict.rule == expect["rule"]
    if isinstance(verdict, Refused):
        assert verdict.code == expect["code"]
        return
    assert target_state(procedure=procedure, act=act, situation=situation) == expect["state"]
    changes = clocks_after(procedure=procedure, act=act, situation=situation)
    if "starts" in expect:
        assert set(changes.starts) == set(expect["starts"])
    if "stops" in expect:
        assert set(changes.stops) == set(expect["stops"])
    if "resumes" in expect:
        assert set(changes.resumes) == set(expect["resumes"])


def test_there_are_examples_for_every_kind() -> None:
    assert {example["kind"] for example in EXAMPLES} == set(ProcedureKind)
