"""Every code an officer may meet has a Vietnamese word."""

from __future__ import annotations

from enum import StrEnum

import pytest

from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.desk.labels import LABELS, act_title, refusal_text, state_badge
from tiepdan.desk.refusals import SENTENCES
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
