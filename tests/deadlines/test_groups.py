"""How many people make a group and how many speak for it: the numbers of LI-13, from the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tiepdan.cases.rules.complexity import load_thresholds, thresholds
from tiepdan.cases.rules.settlement import least_team
from tiepdan.deadlines.groups import (
    group_from,
    least_representatives,
    most_representatives,
    most_spokespersons,
    several_from,
)
from tiepdan.deadlines.norms import load_norms, norm
from tiepdan.deadlines.rule_file import RuleFileError

ROOT = Path(__file__).resolve().parents[2]


# LI-13: 5 to 10 people one or two, more than 10 at most five; below five no number, but at least one is appointed (NH-1).
@pytest.mark.parametrize(
    ("people", "least", "most"), [(1, 0, 1), (2, 1, 2), (4, 1, 4), (5, 1, 2), (10, 1, 2), (11, 1, 5), (400, 1, 5)]
)
def test_representatives_of_so_many_people(people: int, least: int, most: int) -> None:
    for on in (None, date(2012, 1, 1), date(2026, 11, 29)):
        assert least_representatives(people=people, on=on) == least
        assert most_representatives(people=people, on=on) == most


def test_a_group_by_the_law() -> None:
    assert (group_from(), several_from(), most_spokespersons()) == (5, 2, 5)
    assert least_team(on=date(2026, 7, 1)) == 2


# PA-11, PA-7: what the file says changes what the program asks.
def test_the_numbers_come_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("norms", "schemas"):
        (tmp_path / name).mkdir()
        for path in (ROOT / "rules" / name).iterdir():
            text = path.read_text(encoding="utf-8").replace("from_people: 5,", "from_people: 7,")
            (tmp_path / name / path.name).write_text(text, encoding="utf-8")
    changed = next(one for one in load_norms(tmp_path) if one.id == "LI-13")
    monkeypatch.setattr("tiepdan.deadlines.groups.norm", lambda _: changed)
    assert group_from() == 7
    assert most_representatives(people=6) == 6


def test_a_number_entered_ahead_waits_for_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    now = norm("LI-13")
    coming = replace(now.values[-1], starts_on=date(2030, 1, 1), from_people=9)
    monkeypatch.setattr("tiepdan.deadlines.groups.norm", lambda _: replace(now, values=(*now.values, coming)))
    assert group_from(on=date(2030, 1, 1)) == 9
    assert group_from() == group_from(on=date(2029, 12, 31)) == 5


def test_bands_out_of_order_are_refused(tmp_path: Path) -> None:
    for name in ("norms", "schemas"):
        (tmp_path / name).mkdir()
        for path in (ROOT / "rules" / name).iterdir():
            text = path.read_text(encoding="utf-8").replace("{from_people: 11,", "{from_people: 3,")
            (tmp_path / name / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match="not in order"):
        load_norms(tmp_path)


def test_forms_of_attorney_by_day() -> None:
    assert [value.forms for value in norm("PA-11").values] == [
        ("notarised", "certified"), ("notarised", "certified", "organisation"), ("certified", "organisation"),
    ]  # fmt: skip


# KN-7, TC-7, TC-8
def test_how_many_criteria_make_a_case_complex(tmp_path: Path) -> None:
    assert (thresholds().complex_from, thresholds().specially_complex_from) == (1, 2)
    wrong = tmp_path / "complexity.yaml"
    row = "of: denunciation, row: TC-7, starts_on: 2019-01-01, source: LTC, confidence: verified"
    for lines in (
        f"- {{name: complex_from, criteria: 2, {row}}}\n- {{name: specially_complex_from, criteria: 2, {row}}}",
        f"- {{name: complex_from, criteria: 1, {row}}}",
        "- {name: complex_from, criteria: 1, of: denunciation, row: TC-7}",  # neither day nor source
    ):
        wrong.write_text(f"thresholds:\n{lines}\ncriteria: []\n", encoding="utf-8")
        with pytest.raises(RuleFileError, match="criteria"):
            load_thresholds(path=wrong)


# KN-7: before its first day a complaint knows no complex case; TC-7, TC-8 from the law itself.
def test_each_number_of_criteria_has_its_row_source_and_first_day() -> None:
    rows = {(one.of, one.row): (one.criteria, one.starts_on.isoformat()) for one in thresholds().rows}
    assert rows == {
        ("denunciation", "TC-7"): (1, "2019-01-01"), ("denunciation", "TC-8"): (2, "2019-01-01"),
        ("complaint", "KN-7"): (1, "2026-07-01"),
    }  # fmt: skip
    assert all(one.source and one.confidence == "verified" for one in thresholds().rows)
