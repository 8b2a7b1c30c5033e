"""A faulty procedure file stops the program and names line, fault and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiepdan.cases.rules.loading import load_procedure
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError, read_rule_file

GOOD = """\
kind: petition_feedback
title_vi: Thử
versions:
  - {period: P1, starts_on: 2025-07-01, ends_before: 2026-07-01}
  - {period: P2, starts_on: 2026-07-01}
groups:
  running: [received, working]
states:
  - {code: received, title_vi: Đã nhận, citizen_vi: Đã nhận, is_start: true, next: [start_work]}
  - {code: working, title_vi: Đang làm, citizen_vi: Đang làm, next: [close_case]}
  - {code: closed, title_vi: Xong, citizen_vi: Xong, is_end: true}
acts:
  - {code: open_case, row: KN-1, title_vi: Nhận, from: [], to: received, who: [handler], article: Đ.1, confidence: verified}
  - {code: start_work, row: KN-1, title_vi: Làm, from: [received], to: working,
     who: [head], guards: [is_competent], article: Đ.1, confidence: verified}
  - {code: close_case, row: KN-1, title_vi: Đóng, from: running, to: closed,
     who: [head], documents: [house/letter], limits: {meets: [KN-5]}, article: Đ.1, confidence: verified}
"""


def _load(tmp_path: Path, text: str) -> None:
    path = tmp_path / "petition_feedback.yaml"
    path.write_text(text, encoding="utf-8")
    folder = rules_path()
    grounds = read_rule_file(path=folder / "procedures" / "grounds.yaml")
    load_procedure(path=path, grounds=grounds, schema=folder / "schemas" / "procedure.schema.json")


def test_the_file_the_faults_are_made_from_is_good(tmp_path: Path) -> None:
    _load(tmp_path, GOOD)


@pytest.mark.parametrize(
    "old, new, line, fault",
    [
        ("kind: petition_feedback", "kind: something", 1, "unknown kind 'something'"),
        ("title_vi: Thử\n", "titel_vi: Thử\ntitle_vi: Thử\n", 2, "unknown key 'titel_vi'"),
        ("title_vi: Thử\n", "title_vi: Thử\ntitle_vi: Thử\n", 3, "written twice"),
        ("starts_on: 2026-07-01", "starts_on: 2026-06-01", 5, "versions overlap"),
        ("starts_on: 2025-07-01", "starts_on: 2025-13-01", 4, "'2025-13-01' is no day"),
        ("starts_on: 2025-07-01", "starts_on: 2027-07-01", 4, "version ends before it starts"),
        ("[received, working]", "[received, wroking]", 7, "unknown state 'wroking'"),
        ("from: running", "from: runing", 16, "unknown group 'runing'"),
        ("to: working", "to: wroking", 14, "unknown state 'wroking'"),
        ("who: [head], guards", "who: [haed], guards", 15, "unknown role 'haed'"),
        ("[is_competent]", "[is_competnt]", 15, "unknown guard 'is_competnt'"),
        ("[is_competent]", "[{name: is_competent, days: 3}]", 15, "has settings ['days']"),
        ("[is_competent]", "[{name: no_refusal_ground, list: nowhere}]", 15, "unknown list of grounds 'nowhere'"),
        ("guards: [is_competent]", "grounds: nowhere", 15, "unknown list of grounds 'nowhere'"),
        ("[KN-5]", "[KN5]", 17, "'KN5'"),
        ("house/letter", "letter", 17, "'letter'"),
        ("row: KN-1, title_vi: Làm", "row: somewhere, title_vi: Làm", 14, "somewhere"),
        ("is_start: true, ", "", 8, "start states: []"),
        ("from: [], to: received", "from: [], to: closed", 12, "acts that open a case"),
        ("from: [received], to: working", "from: [received], to: closed", 10, "cannot be reached"),
        ("next: [close_case]", "next: [start_work]", 10, "next names 'start_work'"),
        ("citizen_vi: Xong, is_end: true", "citizen_vi: Xong", 11, "has no way out"),
        ("from: [received], to: working", "from: [closed], to: working", 14, "leaves the end state 'closed'"),
        ("from: [received], to: working", "from: [received], to: same", 14, "side_action and to disagree"),
        ("next: [start_work]", "next: [begin_work]", 9, "unknown act 'begin_work'"),
        ("code: close_case, row", "code: start_work, row", 16, "written twice for P1"),
        ("is_start: true, ", "is_start: true, only: [P9], ", 9, "unknown period 'P9'"),
        ("code: working, title_vi", "code: working, only: [P2], title_vi", 14, "does not exist in P1"),
        ("code: closed, title_vi", "code: received, title_vi", 11, "state 'received' is written twice"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, fault: str) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(RuleFileError) as caught:
        _load(tmp_path, GOOD.replace(old, new))
    message = str(caught.value)
    assert fault in message
    assert f"petition_feedback.yaml:{line}:" in message
    assert len(message.split(". ")) >= 2, "the message says what to write instead"
