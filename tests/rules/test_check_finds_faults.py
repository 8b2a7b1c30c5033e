"""`rules check` finds each kind of fault in the real rules, with file, line and what to write instead."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tiepdan.cases.rules.loading import load_procedures
from tiepdan.deadlines.norms import load_norms
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.infra.errors import TiepdanError
from tiepdan.ops.rulebook import check_use
from tiepdan.privacy.rules import load_privacy
from tiepdan.routing.rules.competence import MatterKind, load_competence

Load = Callable[[Path], object]
LIMITS, NORMS, TABLES, WAYS, FORMS, PRIVACY = (
    "deadlines/complaint.yaml", "norms/counting.yaml", "competence/complaint.yaml", "procedures/petition_feedback.yaml",
    "forms/nd31-2019.yaml", "privacy.yaml",
)  # fmt: skip


def _limits(folder: Path) -> object:
    return load_rulebook(folder)


def _norms(folder: Path) -> object:
    return load_norms(folder)


def _tables(folder: Path) -> object:
    return load_competence(kind=MatterKind.COMPLAINT, rules=folder)


def _ways(folder: Path) -> object:
    return load_procedures(folder=folder)


def _forms(folder: Path) -> object:
    return load_forms(folder / "forms")


def _privacy(folder: Path) -> object:
    return load_privacy(rules=folder)


UNKNOWN_KEYS = [
    (_limits, LIMITS, "  unit: calendar_day\n", "  units: calendar_day\n"),
    (_norms, NORMS, "  title_vi:", "  title_vn:"),
    (_tables, TABLES, "    title_vi:", "    title_vn:"),
    (_ways, WAYS, "    title_vi: Thụ lý giải quyết\n", "    title_vn: Thụ lý giải quyết\n"),
    (_forms, FORMS, "  layout_version:", "  layout_versions:"),
    (_privacy, PRIVACY, "    confidence: secondary\n    text:", "    sure: secondary\n    text:"),
    (_privacy, PRIVACY, "  hours: 72", "  hour: 72"),
]
MISSING_SOURCES = [
    (_limits, LIMITS, ", source: LKN Đ.28}", "}", "source"),
    (_tables, TABLES, "confidence: verified, source: LKN Đ.17}", "confidence: verified}", "source"),
    (_ways, WAYS, "    article: TT 05/2021\n    confidence: unverified\n", "    confidence: unverified\n", "article"),
    (_forms, FORMS, "  source: LTC Đ.30; NĐ 31/2019 Đ.3, mẫu 01\n", "", "source"),
    (_privacy, PRIVACY, "    source: Luật 91/2025/QH15 Đ.3, Đ.19\n", "", "source"),
]
VERSIONS = [
    (
        _limits, LIMITS, "2012-07-01: {days: 10,", "2012-07-01: {ends: 2020-12-20, days: 10,",
        "overlaps another value", "Write the last day in force, between",
    ),
    (
        _limits, LIMITS, "2012-07-01: {days: 10,", "2012-07-01: {ends: 2020-11-30, days: 10,",
        "no value of KN-3a from 2020-12-01 to 2020-12-09", "Remove 'ends'",
    ),
    (_tables, TABLES, "ends: 2026-06-30", "ends: 2026-07-10", "period P2 does not begin on the day after", "Write 'ends' of P1"),
    (_tables, TABLES, "ends: 2026-06-30", "ends: 2026-05-31", "period P2 does not begin on the day after", "Write 'ends' of P1"),
    (
        _ways, WAYS, "{period: P1, starts_on: 2025-07-01, ends_before: 2026-07-01}",
        "{period: P1, starts_on: 2025-07-01, ends_before: 2026-08-01}", "versions overlap", "End the earlier version",
    ),
    (
        _ways, WAYS, "{period: P1, starts_on: 2025-07-01, ends_before: 2026-07-01}",
        "{period: P1, starts_on: 2025-07-01, ends_before: 2026-06-01}", "no version in force", "Begin on the day",
    ),
]  # fmt: skip
STATES = [
    (_ways, WAYS, "    to: accepted\n", "    to: acceptd\n", "acceptd", ""),
    (
        _ways, WAYS, "\nacts:\n",
        '  - {code: lost, title_vi: "Thất lạc", citizen_vi: "Thất lạc", is_end: true}\n\nacts:\n',
        "state 'lost' cannot be reached", "Write an act that leads to it",
    ),
]  # fmt: skip


def changed(tmp_path: Path, name: str, old: str, new: str) -> tuple[Path, int]:
    """Copy rules/ with one text replaced; returns the folder and the line of the change."""
    folder = tmp_path / "rules"
    shutil.copytree(rules_path(), folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text, f"{name} no longer has {old!r}"
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder, text[: text.index(old)].count("\n") + 1


def fault(load: Load, folder: Path) -> str:
    """What a loader says of a faulty folder."""
    with pytest.raises(TiepdanError) as caught:
        load(folder)
    return str(caught.value)


@pytest.mark.parametrize("load, name, old, new", UNKNOWN_KEYS)
def test_an_unknown_key(tmp_path: Path, load: Load, name: str, old: str, new: str) -> None:
    folder, line = changed(tmp_path, name, old, new)
    said = fault(load, folder)
    assert said.startswith(f"{folder / name}:{line}: unknown key")
    assert "Remove it or write one of:" in said


@pytest.mark.parametrize("load, name, old, new, key", MISSING_SOURCES)
def test_a_missing_source(tmp_path: Path, load: Load, name: str, old: str, new: str, key: str) -> None:
    folder, line = changed(tmp_path, name, old, new)
    said = fault(load, folder)
    place, _, rest = said.removeprefix(f"{folder / name}:").partition(": ")
    assert line - 12 <= int(place) <= line, said
    assert f"missing '{key}'" in rest
    assert f"Write '{key}: …'" in rest


@pytest.mark.parametrize("load, name, old, new, problem, instead", [*VERSIONS, *STATES])
def test_versions_and_states_that_do_not_fit(
    tmp_path: Path, load: Load, name: str, old: str, new: str, problem: str, instead: str
) -> None:
    folder, _ = changed(tmp_path, name, old, new)
    said = fault(load, folder)
    place, _, rest = said.removeprefix(f"{folder / name}:").partition(": ")
    assert int(place) > 1, said
    assert problem in rest
    assert instead in rest


def test_a_deadline_that_nobody_starts(tmp_path: Path) -> None:
    text = (rules_path() / LIMITS).read_text(encoding="utf-8")
    idle = (
        "- id: KN-99\n  name: idle\n  title: Idle\n  title_vi: Không ai khởi động\n  starts: receipt\n  which_day: receipt\n"
        "  unit: calendar_day\n  confidence: unverified\n  values:\n    2026-07-01: {days: 3, source: Thử}\n"
    )
    folder, _ = changed(tmp_path, LIMITS, text, f"{text.rstrip()}\n{idle}")
    line = text.rstrip().count("\n") + 2
    found = [one for one in check_use(rules=folder) if "KN-99" in one]
    assert len(found) == 1
    assert found[0].startswith(f"{folder / LIMITS}:{line}: nothing starts KN-99")
    assert "'started_by: …'" in found[0]


def test_a_form_that_nobody_issues(tmp_path: Path) -> None:
    folder, _ = changed(tmp_path, FORMS, "- key: ND31-2019/01\n", "- key: ND31-2019/99\n")
    found = [one for one in check_use(rules=folder) if "ND31-2019/99" in one]
    line = (folder / FORMS).read_text(encoding="utf-8").split("ND31-2019/99")[0].count("\n") + 1
    assert len(found) == 1
    assert found[0].startswith(f"{folder / FORMS}:{line}: nobody issues ND31-2019/99")
    assert "rules/issued.yaml" in found[0]


def test_two_notices_from_one_day(tmp_path: Path) -> None:
    text = (rules_path() / PRIVACY).read_text(encoding="utf-8")
    notice = text[text.index('  - version: "2026-1"') : text.index("\n# days are calendar days")]
    folder, _ = changed(tmp_path, PRIVACY, notice, notice + notice.replace('2026-1"', '2026-2"'))
    with pytest.raises(RuleFileError, match="two notices begin on 2026-01-01"):
        load_privacy(rules=folder)


def test_every_norm_says_how_sure_it_is() -> None:
    assert {one.confidence.value for one in load_norms()} == {"verified", "secondary", "unverified"}
