"""tiepdan rules try: what it says of a comparison, and what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tiepdan.cases.what_if import Difference, Outcome, RuleChange, Trial
from tiepdan.infra.sentence import Sentence
from tiepdan.ops.trying import document, lines, main

BEFORE, AFTER = (
    Outcome(date(2026, 7, 23), Sentence("7 ngày làm việc"), "LKN Đ.27"),
    Outcome(date(2026, 7, 21), Sentence("5 ngày làm việc"), "Luật mới"),
)


def trial() -> Trial:
    """One limit that would end two days earlier."""
    found = Trial(rules=(RuleChange("deadline", "KN-3b", "Thụ lý khiếu nại", "changed"),), deadlines=4, complete=False)
    found.differences.append(
        Difference("deadline", "AB12-CD34-E5", "KN-3b", "Thụ lý khiếu nại", date(2026, 7, 14), True, BEFORE, AFTER)
    )
    return found


# KN-3
def test_the_document_names_rules_what_was_tried_and_each_difference() -> None:
    answer = document(folder=Path("luat-moi"), trial=trial())
    assert answer["rules"] == [{"subject": "deadline", "id": "KN-3b", "title": "Thụ lý khiếu nại", "change": "changed"}]
    assert (answer["tried"]["deadlines"], answer["complete"]) == (4, False)
    assert answer["differences"] == [
        {
            "subject": "deadline", "code": "AB12-CD34-E5", "rule": "KN-3b", "title": "Thụ lý khiếu nại",
            "law_of": "2026-07-14", "open": True,
            "before": {"due": "2026-07-23", "text": "7 ngày làm việc", "source": "LKN Đ.27"},
            "after": {"due": "2026-07-21", "text": "5 ngày làm việc", "source": "Luật mới"},
        }
    ]  # fmt: skip


def test_a_person_reads_the_same_in_lines() -> None:
    said = "\n".join(lines(trial=trial()))
    assert "AB12-CD34-E5 KN-3b (đang mở): 23/07/2026 (7 ngày làm việc) → 21/07/2026 (5 ngày làm việc)" in said
    assert "1 chỗ sẽ khác. Không ghi gì." in said
    assert "vì --limit" in said
    assert "không khác" in lines(trial=Trial())[0]


@pytest.mark.parametrize("arguments", [["."], ["rules", "--limit", "0"]])
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    place = "rules" if arguments[0] == "rules" else "docs"
    with pytest.raises(SystemExit) as caught:
        main([place, *arguments[1:]])
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
