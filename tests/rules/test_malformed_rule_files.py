"""Each malformed rule file is a fixture whose error names file, line, fault and what to write instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tiepdan.deadlines.calendar_file import load_year
from tiepdan.deadlines.paths import RulesFolderMissing, rules_path
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.routing.rules.competence import MatterKind, load_competence

GOOD = """\
- id: XX-1
  name: first_thing
  title: First thing
  title_vi: Việc thứ nhất
  starts: receipt
  which_day: receipt
  unit: calendar_day
  confidence: verified
  values:
    2020-01-01: {days: 10, source: Luật A Đ.1}
    2026-07-01: {days: 7, source: Luật B Đ.2}
"""
SECOND = GOOD.replace("XX-1", "XX-2").replace("first_thing", "second_thing")

DEADLINE_FAULTS = [
    (GOOD.replace("unit:", "units:"), 7, "unknown key 'units'", "Remove it or write one of: aliases, bound,"),
    (GOOD.replace("{days: 10, source: Luật A Đ.1}", "{days: 10}"), 10, "missing 'source'", "Write 'source: …'"),
    (GOOD.replace("days: 7, s", "day: 7, s"), 11, "unknown key 'day'", "days"),
    (GOOD.replace("days: 7, s", "s"), 11, "needs exactly one of 'days' and 'length'", "Write 'days: 7'"),
    (GOOD.replace("days: 7,", "days: seven,"), 11, "'days' does not fit", "Write a whole number of at least 1"),
    (GOOD.replace("days: 7,", "days: 0,"), 11, "'days' does not fit", "Write a whole number of at least 1"),
    (GOOD.replace("starts: receipt", "starts: arrival"), 5, "'starts' does not fit", "closed list"),
    (GOOD.replace("unit: calendar_day", "unit: day"), 7, "'day' is not allowed here", "calendar_day, working_day"),
    (GOOD.replace("2026-07-01", "2020-01-01"), 11, "key '2020-01-01' is written twice", "the first is on line 10"),
    (GOOD.replace("2026-07-01", "2019-07-01"), 9, "not in order of date", "Write the oldest first"),
    (GOOD.replace("2026-07-01", "2026-13-01"), 11, "'2026-13-01' is no day", "Write a day such as 2026-07-01"),
    (GOOD.replace("Đ.1}", "Đ.1, ends: 2026-07-01}"), 10, "overlaps another value", "between 2020-01-01 and 2026-06-30"),
    (GOOD + "  name: again\n", 12, "key 'name' is written twice", "the first is on line 2"),
    (GOOD + GOOD, 12, "'XX-1' of XX-1 is already used by XX-1 (faulty.yaml:1)", "Choose another id"),
    (
        GOOD.replace("  name", "  aliases: [XX-9]\n  name") + SECOND.replace("  name", "  aliases: [XX-9]\n  name"),
        13,
        "'XX-9' of XX-2 is already used by XX-1",
        "end and begin on different days",
    ),
    (
        GOOD.replace("days: 7,", "days: 7, extensions: {complex: {rule: XX-7, times: 1, days: 3}},"),
        11,
        "extension rule 'XX-7' of XX-1 does not exist",
        "such as TC-7",
    ),
    (GOOD.replace("id: XX-1", "id: [XX-1"), 2, "not YAML", "Check indentation"),
    ("rules: none\n", 1, "'file' does not fit", "Write a list of rules"),
]


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "deadlines").mkdir()
    shutil.copytree(rules_path() / "schemas", tmp_path / "schemas")
    (tmp_path / "deadlines" / "faulty.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_fixture_itself_is_good(tmp_path: Path) -> None:
    book = load_rulebook(folder_with(tmp_path, GOOD + SECOND))
    assert [rule.id for rule in book.rules] == ["XX-1", "XX-2"]


@pytest.mark.parametrize("text, line, problem, instead", DEADLINE_FAULTS)
def test_faulty_limit_is_named_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, problem: str, instead: str
) -> None:
    with pytest.raises(RuleFileError) as fault:
        load_rulebook(folder_with(tmp_path, text))
    message = str(fault.value)
    assert message.startswith(f"{tmp_path / 'deadlines' / 'faulty.yaml'}:{line}: ")
    assert problem in message
    assert instead in message


YEAR = """\
year: 2026
confidence: verified
source: Thông báo
days_off:
  2026-01-01: Tết Dương lịch
working_weekends:
  2026-01-10: Làm bù
"""
YEAR_FAULTS = [
    (YEAR.replace("year: 2026", "year: 2025"), 1, "year 2025 in file 2026.yaml", "Rename the file"),
    (YEAR.replace("2026-01-01", "2025-01-01"), 5, "2025-01-01 is not in 2026", "Move it to 2025.yaml"),
    (YEAR.replace("2026-01-01", "2026-02-30"), 5, "'2026-02-30' is no date", "Write a day"),
    (YEAR.replace("2026-01-10", "2026-01-09"), 7, "2026-01-09 is no weekend day", "Saturday or Sunday"),
    (YEAR.replace("source: Thông báo\n", ""), 1, "missing 'source'", "Write 'source: …'"),
    (YEAR.replace("days_off", "holidays"), 4, "unknown key 'holidays'", "days_off"),
]


@pytest.mark.parametrize("text, line, problem, instead", YEAR_FAULTS)
def test_faulty_year_is_named_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, problem: str, instead: str
) -> None:
    shutil.copytree(rules_path() / "schemas", tmp_path / "schemas")
    (tmp_path / "calendars").mkdir()
    path = tmp_path / "calendars" / "2026.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as fault:
        load_year(path=path)
    message = str(fault.value)
    assert message.startswith(f"{path}:{line}: ")
    assert problem in message
    assert instead in message


TABLE = """\
kind: complaint
periods:
  P2: {starts: 2026-07-01}
subjects:
  - code: chair
    rows: ["complaints §5.1/1"]
    title: The chair
    title_vi: Chủ tịch
    answers:
      - {periods: [P2], stage: first, settler: chair, relation: same_head, confidence: verified, source: Luật Đ.1}
"""
ANSWER = TABLE.splitlines()[-1] + "\n"
TABLE_FAULTS = [
    (TABLE.replace("settler: chair", "settler: boss"), 10, "settler 'boss' has no words", "settlers.yaml"),
    (TABLE.replace("[P2]", "[P3]"), 10, "period 'P3' is not defined", "Write one of: P2"),
    (TABLE + ANSWER, 11, "second answer for chair, stage first, in P2", "Keep one answer"),
    (TABLE.replace("same_head", "friend"), 10, "'friend' is not allowed here", "same_head"),
    (TABLE.replace(", source: Luật Đ.1", ""), 10, "missing 'source'", "Write 'source: …'"),
    (TABLE + TABLE[TABLE.index("  - code") :], 11, "code 'chair' is used twice", "Choose another code"),
]


@pytest.mark.parametrize("text, line, problem, instead", TABLE_FAULTS)
def test_faulty_table_of_competence_is_named_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, problem: str, instead: str
) -> None:
    shutil.copytree(rules_path() / "schemas", tmp_path / "schemas")
    (tmp_path / "competence").mkdir()
    path = tmp_path / "competence" / "complaint.yaml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "competence" / "settlers.yaml").write_text("chair: Chủ tịch\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as fault:
        load_competence(kind=MatterKind.COMPLAINT, rules=tmp_path)
    message = str(fault.value)
    assert message.startswith(f"{path}:{line}: ")
    assert problem in message
    assert instead in message


def test_a_missing_folder_of_rules_says_what_to_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIEPDAN_RULES", str(tmp_path))
    with pytest.raises(RulesFolderMissing, match="Set TIEPDAN_RULES"):
        rules_path()
