"""Every code an officer may meet has a Vietnamese word."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.desk import rule_words as rule_words_module
from tiepdan.desk.labels import LABELS, act_title, refusal_text, state_badge
from tiepdan.desk.refusals import SENTENCES
from tiepdan.desk.rule_words import rule_words
from tiepdan.infra.verdict import Refused
from tiepdan.matters.rules import Capacity, ClockStatus, Duty, MatterKind
from tiepdan.submissions.rules import Source, SubmissionStatus
from tiepdan.ui.templatetags.ui import TONES

GROUPS: list[tuple[str, type[StrEnum]]] = [
    ("role", Role), ("kind", MatterKind), ("capacity", Capacity), ("duty", Duty), ("clock", ClockStatus), ("source", Source),
    ("agency_kind", AgencyKind), ("level", AgencyLevel),
]  # fmt: skip


@pytest.mark.parametrize("group, codes", GROUPS)
def test_every_code_has_a_word(group: str, codes: type[StrEnum]) -> None:
    assert [code.value for code in codes if code.value not in LABELS[group]] == []


def test_every_state_of_submissions_and_procedures_has_a_badge() -> None:
    for status in SubmissionStatus:
        assert state_badge("complaint", status.value).label != status.value
    for procedure in all_procedures():
        for code in procedure.states:
            badge = state_badge("complaint", code)
            assert badge.label != code
            assert badge.tone in TONES


def test_an_unknown_state_shows_itself() -> None:
    assert state_badge("complaint", "no_such").label == "no_such"


def test_acts_of_procedures_have_their_titles() -> None:
    assert act_title("submission.received") == "Tiếp nhận đơn"
    assert act_title("no.such") == "no.such"


def test_a_refusal_says_its_sentence_with_its_facts() -> None:
    text = refusal_text(Refused("username_taken", facts={"username": "le.moi"}))
    assert "le.moi" in text.text
    assert "…" in refusal_text(Refused("username_taken")).text
    assert refusal_text(Refused("no_such_code")).text == "no_such_code"


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_of_refusals_are_sentences(code: str) -> None:
    assert SENTENCES[code][0].isupper() or SENTENCES[code][0] in "“{"
    assert SENTENCES[code].endswith((".", "}", "?", "”"))


@pytest.mark.parametrize("rule", ["complaints §3.2/9", "reports §2.3/20", "BV-3", "KN-9", "SU-5", "TC-17"])
def test_a_rule_is_said_in_words_with_its_article(rule: str) -> None:
    said = rule_words(rule)
    assert "Đ." in said
    assert rule not in said
    assert "§" not in said


# Choices of the house, not of a law: the sentence of the refusal says all there is.
OF_THE_HOUSE = frozenset({"RF-17", "TR-4", "complaints §3.2", "reports §4.5"})


def rules_of_refusals() -> set[str]:
    """Every rule that a refusal or a guard cites."""
    found = {row.rule for row in FACT_GUARDS}
    for path in Path(rule_words_module.__file__).parent.parent.rglob("*.py"):
        found |= set(re.findall(r'Refused\([^()]*?rule="([^"]+)"', path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("rule", sorted(rules_of_refusals()))
def test_every_refusal_says_the_article_behind_it(rule: str) -> None:
    assert (rule_words(rule) == "") == (rule in OF_THE_HOUSE), rule


def test_a_rule_without_words_is_not_shown_by_its_id() -> None:
    assert rule_words("reports §99/1") == ""
    assert rule_words("") == ""
