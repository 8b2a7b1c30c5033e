"""A wrong form file stops the program and names file, line and what to write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.documents.conftest import FORMS
from tiepdan.documents.rendering.loading import FormRuleError, load_forms

GOOD = """\
- key: X-2020/01
  name: Thông báo
  kind: notice
  starts_on: 2020-01-01
  layout_version: "2020"
  source: Điều 1
  confidence: verified
  fields_confidence: verified
  layout: sober
  heading: Thông báo
  fields:
    reason: required
    enclosures: optional
    stop:
      use: required
      label: Cách dừng
      type: choice
      options: {suspend: tạm dừng, end: dừng}
      example: end
  body: |
    Lý do: {reason}
    [enclosures?: Kèm theo:]
    [{enclosures}]
    Nay {stop}.[stop=end: Hết.]
"""


def _folder(tmp_path: Path, *texts: str) -> Path:
    folder = tmp_path / "forms"
    folder.mkdir()
    shutil.copy(FORMS / "fields.yaml", folder)
    shutil.copytree(FORMS.parent / "schemas", tmp_path / "schemas")
    for number, text in enumerate(texts):
        (folder / f"x{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_right_file_loads(tmp_path: Path) -> None:
    assert set(load_forms(_folder(tmp_path, GOOD)).versions) == {"X-2020/01"}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("Lý do: {reason}", "Lý do: {reasons} {reason}", 21, r"unknown field \{reasons\}: add 'reasons: required'"),
        ("Lý do: {reason}", "Lý do", 12, r"field 'reason' is never printed: write \{reason\} or remove it"),
        ("  source: Điều 1\n", "", 1, "missing 'source'"),
        ("reason: required", "reason: needed", 12, "write required"),
        ("reason: required", "cause: required", 12, "field 'cause' is not in fields.yaml: add it there"),
        ("kind: notice", "kind: poem", 3, "'poem' is not one of"),
        ("Nay {stop}.", "Nay {stop}. **đậm", 24, "close the bold words"),
        ("Nay {stop}.", "Nay {stop}. [một", 24, "cannot be nested"),
        ("Nay {stop}.", "Nay {stop}. ]", 24, r"'\]' without '\['"),
        ("Nay {stop}.", "Nay {stop}. {Sai}", 24, "stray"),
        ("[stop=end:", "[stop=finish:", 24, "the values of 'stop' are suspend, end"),
        ("[stop=end:", "[halt=end:", 24, r"unknown field \{halt\}"),
        ("[{enclosures}]", "Kèm: {enclosures}", 23, "stands alone on its line"),
        ("[{enclosures}]", "@ enclosures", 23, "a table field, and only one"),
        ("Lý do: {reason}", "[{reason}]", 21, "required but its paragraph is optional"),
        (
            "starts_on: 2020-01-01",
            "starts_on: 2020-01-01\n  ends_before: 2019-01-01",
            5,
            "ends_before is the day after",
        ),
        ("starts_on: 2020-01-01", "starts_on: first of May", 4, "write a day as 2026-07-01"),
        ("heading: Thông báo", "heading: Thông báo {gone}", 10, r"unknown field \{gone\}"),
        ("  layout: sober", "  layout: sober\n  colour: red", 10, "unknown key 'colour'"),
        ("      options: {suspend: tạm dừng, end: dừng}\n", "", 14, "options is for choice"),
        ("  body: |", "  body: [", 20, "not YAML"),
    ],
)
def test_fault_is_named_with_file_line_and_remedy(tmp_path: Path, right: str, wrong: str, line: int, said: str) -> None:
    assert right in GOOD
    folder = _folder(tmp_path, GOOD.replace(right, wrong, 1))
    with pytest.raises(FormRuleError, match=said) as refused:
        load_forms(folder)
    where = str(refused.value).removeprefix(str(folder / "x0.yaml") + ":").split(":")[0]
    assert abs(int(where) - line) <= (3 if "YAML" in said else 0)


def test_paper_that_must_not_reveal_the_denouncer_refuses_a_sealed_field(tmp_path: Path) -> None:
    """Rule: BV-2"""
    text = GOOD.replace("  layout: sober", "  layout: sober\n  denouncer_identity: forbidden").replace(
        "reason: required", "reason: required\n    denouncer_name: required"
    )
    folder = _folder(tmp_path, text.replace("{reason}", "{reason} {denouncer_name}"))
    with pytest.raises(FormRuleError, match=r"x0\.yaml:14: field 'denouncer_name' shows the denouncer"):
        load_forms(folder)


def test_two_versions_in_force_on_one_day_are_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, GOOD, GOOD.replace("2020-01-01", "2021-01-01"))
    with pytest.raises(FormRuleError, match=r"x1\.yaml:4: .*in force twice.*ends_before: 2021-01-01"):
        load_forms(folder)
