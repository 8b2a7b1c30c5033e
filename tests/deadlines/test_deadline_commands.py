"""The commands on legal time: one JSON document on stdout, wrong use is exit 2 with one line on stderr."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tiepdan.deadlines.command import main


def run_json(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    assert main([*argv, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("\n") == 1
    document = json.loads(out)
    assert isinstance(document, dict)
    return document


# KN-5
def test_deadline_prints_rule_version_days_and_steps(capsys: pytest.CaptureFixture[str]) -> None:
    document = run_json(capsys, "deadline", "KN-5", "--start", "2026-07-14")
    assert {key: document[key] for key in ("rule", "version", "due", "rolled_due")} == {
        "rule": "KN-5",
        "version": "2012-07-01",
        "due": "2026-08-13",
        "rolled_due": "2026-08-13",
    }
    assert set(document) == {"rule", "version", "due", "rolled_due", "steps"}
    assert len(document["steps"]) == 31
    assert document["steps"][-1]["day"] == "2026-08-13"


# KN-5, SU-2, KN-3, KL-2, TC-1, TC-6, TC-7, TC-8, DC-8, KN-1, SU-1
OPTIONS = [
    (["KN-5", "--start", "2026-07-14", "--complex"], "due", "2026-08-28"),
    (["KN-5", "--start", "2026-07-14", "--complex", "--remote"], "due", "2026-09-12"),
    (["KN-5", "--start", "2026-07-14", "--suspend", "2026-08-01:2026-08-11"], "due", "2026-08-23"),
    (["KN-3", "--start", "2026-07-01", "--on", "2026-06-30"], "rule", "KN-3a"),
    (["KL-2", "--start", "2026-07-14", "--dismissal"], "due", "2026-08-13"),
    (["TC-1", "--start", "2026-07-03", "--several-places"], "due", "2026-07-17"),
    (["TC-6", "--start", "2026-07-14", "--complex"], "due", "2026-09-12"),
    (["TC-6", "--start", "2026-07-14", "--specially-complex"], "due", "2026-10-12"),
    (["TC-6", "--start", "2026-07-14", "--specially-complex"], "extended_days", 60),
    (["TC-6", "--start", "2026-07-14", "--complex", "--extend", "10:2026-08-10"], "due", "2026-08-23"),
    (["KN-10", "--start", "2026-11-20"], "due", "2026-11-25"),
    (["KN-10", "--start", "2026-11-20", "--culture-day"], "due", "2026-11-26"),
    (["KN-1", "--start", "2026-07-14", "--suspend", "2026-08-01:2026-08-11"], "due", "2026-10-22"),
]


@pytest.mark.parametrize("argv, key, value", OPTIONS)
def test_options_reach_the_counting(
    capsys: pytest.CaptureFixture[str], argv: list[str], key: str, value: str | int
) -> None:
    assert run_json(capsys, "deadline", *argv, "--details")[key] == value


WRONG = [
    ["deadline"],
    ["deadline", "KN-5"],
    ["deadline", "KN-5", "--start", "14/07/2026"],
    ["deadline", "KN-99", "--start", "2026-07-14"],
    ["deadline", "KL-4", "--start", "2026-07-14", "--remote"],
    ["deadline", "KN-3a", "--start", "2026-07-14"],
    ["deadline", "KN-5", "--start", "2026-07-14", "--suspend", "2026-08-01"],
    ["deadline", "KN-5", "--start", "2026-07-14", "--suspend", "2026-08-11:2026-08-01"],
    ["deadline", "TC-6", "--start", "2026-07-14", "--extend", "30"],
    ["rules"],
    ["rules", "show"],
    ["rules", "show", "KN-99"],
    ["bench", "deadlines", "--count", "0"],
    ["bench", "nothing"],
    ["other"],
    [],
]


@pytest.mark.parametrize("argv", WRONG, ids=" ".join)
def test_wrong_use_leaves_with_two_and_one_line(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_text_output_is_the_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "LI-1", "--start", "2026-07-03"]) == 0
    assert capsys.readouterr().out.endswith("Ngày cuối: Thứ Tư 08/07/2026\n")


def test_rules_are_listed_shown_and_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(run_json(capsys, "rules", "list")["rules"]) > 50
    shown = run_json(capsys, "rules", "show", "KN-3")["rules"]
    assert [rule["id"] for rule in shown] == ["KN-3a", "KN-3b"]
    assert shown[0]["versions"][-1]["ends"] == "2026-06-30"
    checked = run_json(capsys, "rules", "check")
    assert checked["ok"]
    assert checked["faults"] == []
    assert 2027 in checked["unverified_years"]
    assert main(["rules", "list"]) == 0
    assert "KN-5: Giải quyết khiếu nại lần đầu [verified]" in capsys.readouterr().out
    assert main(["rules", "show", "TC-6"]) == 0
    assert "2019-01-01 – nay" in capsys.readouterr().out
    assert main(["rules", "check"]) == 0
    assert capsys.readouterr().out.startswith("Đúng: ")


def test_bench_says_how_many_and_how_long(capsys: pytest.CaptureFixture[str]) -> None:
    document = run_json(capsys, "bench", "deadlines", "--count", "100")
    assert set(document) == {"count", "seconds"}
    assert document["count"] == 100
    assert main(["bench", "deadlines", "--count", "100"]) == 0
    assert capsys.readouterr().out.startswith("100 thời hạn trong ")


def test_a_broken_rulebook_fails_the_check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiepdan.deadlines.command.check_rules", lambda: ("complaint.yaml:3: unknown key",))
    assert main(["rules", "check"]) == 1
    assert capsys.readouterr().out == "complaint.yaml:3: unknown key\n"


def test_checks_of_other_rules_join_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check"], more_checks=[lambda: ("competence.yaml:3: unknown key",)]) == 1
    assert capsys.readouterr().out == "competence.yaml:3: unknown key\n"
