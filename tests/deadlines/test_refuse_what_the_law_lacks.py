"""Questions the rulebook does not answer are refused with a code and a Vietnamese sentence naming the rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tiepdan.deadlines.counting import count
from tiepdan.deadlines.model import Extension, Suspension, SuspensionKind
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import load_rulebook, rule_in_force

START = date(2026, 7, 14)
STOP = Suspension(starts_on=date(2026, 8, 1), ends_before=date(2026, 8, 11))
REFUSALS: list[tuple[str, dict[str, Any], str, str]] = [
    ("rule_unknown", {"rule_id": "KN-99"}, "KN-99", "tiepdan rules list"),
    ("rule_not_in_force", {"rule_id": "KN-3a"}, "KN-3b", "Ngày đó áp dụng KN-3b"),
    ("rule_not_in_force", {"rule_id": "KN-17", "on": date(2026, 6, 30)}, "KN-17", "chỉ áp dụng từ ngày 01/07/2026"),
    ("variant_not_in_law", {"rule_id": "KL-4", "remote": True}, "KL-4", "LKN Đ.50"),
    ("variant_not_in_law", {"rule_id": "KN-5", "specially_complex": True}, "KN-5", "đặc biệt phức tạp"),
    ("variant_not_in_law", {"rule_id": "KN-2", "complex": True}, "KN-2", "phức tạp"),
    ("variant_not_in_law", {"rule_id": "TC-6", "remote": True}, "TC-6", "vùng sâu"),
    ("suspension_not_excluded", {"rule_id": "KN-10", "suspensions": [STOP]}, "KN-10", "Các khoảng được trừ: không có"),
    (
        "suspension_not_excluded",
        {
            "rule_id": "KN-5",
            "start": date(2026, 5, 4),
            "suspensions": [Suspension(date(2026, 5, 11), date(2026, 5, 18))],
        },
        "SU-3",
        "từ ngày 01/07/2026",
    ),
    (
        "suspension_invalid",
        {"rule_id": "KN-5", "suspensions": [Suspension(date(2026, 8, 1), date(2026, 8, 1))]},
        "KN-5",
        "phải kết thúc sau",
    ),
    (
        "extension_not_allowed",
        {"rule_id": "KN-5", "extensions": [Extension(10, START)]},
        "KN-5",
        "không có quy định gia hạn",
    ),
    ("extension_not_allowed", {"rule_id": "TC-6", "extensions": [Extension(10, START)]}, "TC-6", "phức tạp"),
    (
        "extensions_used_up",
        {"rule_id": "TC-6", "complex": True, "extensions": [Extension(30, START)] * 2},
        "TC-7",
        "Chỉ được gia hạn 1 lần",
    ),
    (
        "extension_too_long",
        {"rule_id": "TC-6", "specially_complex": True, "extensions": [Extension(31, START)]},
        "TC-8",
        "không quá 30 ngày",
    ),
    (
        "extension_invalid",
        {"rule_id": "TC-6", "complex": True, "extensions": [Extension(30, date(2026, 7, 13))]},
        "TC-7",
        "sau ngày bắt đầu",
    ),
    ("not_counted_in_days", {"rule_id": "LI-4"}, "LI-4", "tính theo giờ"),
    ("day_out_of_range", {"rule_id": "KN-10", "start": date(2051, 1, 1)}, "", "Lịch làm việc chỉ có"),
]


@pytest.mark.parametrize("code, given, rule, words", REFUSALS)
def test_refusal_names_its_rule_and_says_why(code: str, given: dict[str, Any], rule: str, words: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        count(**{"start": START, **given})
    assert refused.value.code == code
    assert refused.value.verdict.rule == rule
    assert words in str(refused.value)


# SU-6: expert examination runs on in a complaint and is shown as such.
def test_counted_suspension_is_reported_but_moves_nothing() -> None:
    examined = Suspension(STOP.starts_on, STOP.ends_before, SuspensionKind.EXPERT_EXAMINATION)
    deadline = count(rule_id="KN-5", start=START, suspensions=[examined])
    assert deadline.passed_over == (examined,)
    assert deadline.suspensions == ()
    assert deadline.due == count(rule_id="KN-5", start=START).due


def test_alias_and_name_find_the_rule() -> None:
    book = load_rulebook()
    assert book.rule("LI-6") is book.rule("KN-19") is book.rule("visitor_answer")
    assert book.rule("KD-9").id == "LI-5"
    assert book.rule("KN-3").id == "KN-3b"
    assert [rule.id for rule in book.named("KN-4")] == ["KN-3a", "KN-3b"]


def test_rule_in_force_gives_the_value_of_the_day() -> None:
    assert rule_in_force("KN-3", on=date(2026, 6, 30)).lengths[0] == 10
    assert rule_in_force("KN-3", on=date(2026, 7, 1)).lengths[0] == 7
    assert rule_in_force("TC-6", on=START).extensions["specially_complex"].times == 2
