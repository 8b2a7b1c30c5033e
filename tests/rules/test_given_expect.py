"""Runs every case of rules/examples on limits and competence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiepdan.deadlines import examples as deadlines
from tiepdan.deadlines.command import check_rules
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.routing.rules import competence_command as competence


@pytest.mark.parametrize("example", tuple(deadlines.deadline_examples()), ids=lambda example: example.name)
def test_limit_comes_out_as_the_example_says(example: deadlines.Example) -> None:
    assert deadlines.fault_of(example=example) == ""


@pytest.mark.parametrize("example", competence.competence_examples(), ids=lambda example: example.name)
def test_competence_comes_out_as_the_example_says(example: competence.CompetenceExample) -> None:
    assert competence.fault_of(example=example) == ""


def test_the_check_that_lawyers_run_is_clean() -> None:
    assert check_rules() + competence.check_competence() == ()


FAULTS = [
    ("expect: {due: 2026-08-12}", "due is 2026-08-13, expected 2026-08-12"),
    ("expect: {refused: variant_not_in_law}", "not refused (variant_not_in_law), due 2026-08-13"),
    ("given: [remote, dismissal]\n  expect: {due: 2026-08-13}", "refused variant_not_in_law"),
]


@pytest.mark.parametrize("rest, words", FAULTS)
def test_a_wrong_example_is_found(tmp_path: Path, rest: str, words: str) -> None:
    path = tmp_path / "deadlines.yaml"
    path.write_text(f"- name: Wrong\n  rule: KN-5\n  start: 2026-07-14\n  {rest}\n", encoding="utf-8")
    (example,) = deadlines.load_examples(path=path)
    fault = deadlines.fault_of(example=example)
    assert fault.startswith("deadlines.yaml:1: ")
    assert words in fault


MALFORMED = [
    ("expects: {due: 2026-08-12}", "unknown key 'expects'"),
    ("expect: {end: 2026-08-12}", "nothing called 'end' can be expected"),
    ("given: [remote]", "nothing is expected"),
    ("given: [far]\n  expect: {due: 2026-08-12}", "unknown variant 'far'"),
]


@pytest.mark.parametrize("rest, words", MALFORMED)
def test_a_malformed_example_is_named(tmp_path: Path, rest: str, words: str) -> None:
    path = tmp_path / "deadlines.yaml"
    path.write_text(f"- name: Wrong\n  rule: KN-5\n  start: 2026-07-14\n  {rest}\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as fault:
        deadlines.load_examples(path=path)
    assert words in str(fault.value)


def test_a_wrong_example_of_competence_is_found() -> None:
    example = competence.competence_examples()[0]
    wrong = competence.CompetenceExample(
        name=example.name,
        where=example.where,
        kind=example.kind,
        against=example.against,
        stage=example.stage,
        on=example.on,
        expect={"settler": "prime_minister"},
    )
    assert "settler is commune_chair" in competence.fault_of(example=wrong)
