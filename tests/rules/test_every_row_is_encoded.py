"""Every row of every table of the law pages is encoded or listed with a reason, never both, and the values agree.

The law pages lie beside the checkout; without them the comparison is skipped and says so.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tiepdan.deadlines.model import RuleVersion, Unit
from tiepdan.deadlines.norms import load_norms
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.ops import coverage as command
from tiepdan.ops.coverage import (
    BINDING,
    Row,
    coverage,
    encoded_rows,
    form_rows,
    law_folder,
    listed_rows,
    read_pages,
    rows_of,
)
from tiepdan.reports.rules.forms import load_report_forms
from tiepdan.routing.rules.competence import MatterKind, list_subjects
from tiepdan.routing.rules.table import load_processing

UNITS = {"CD": Unit.CALENDAR_DAY, "WD": Unit.WORKING_DAY, "year": Unit.YEAR, "hour": Unit.HOUR}


@pytest.fixture(name="rows", scope="module")
def rows_fixture() -> list[Row]:
    if not law_folder().is_dir():
        pytest.skip(f"{law_folder()} is absent: the rows of the law pages cannot be compared")
    return [row for page, text in read_pages().items() for row in rows_of(page, text)]


@pytest.fixture(name="encoded", scope="module")
def encoded_fixture() -> set[str]:
    return encoded_rows() | form_rows()


def test_every_row_is_encoded_or_listed_with_a_reason(rows: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    counts = coverage(law=law_folder())
    with capsys.disabled():
        for one in counts:
            print(
                f"\n{one.page}: {one.total} rows, {one.encoded} encoded, {one.listed} listed, {len(one.gap)} missing",
                end="",
            )
    assert {one.page: one.gap for one in counts} == dict.fromkeys(BINDING, ())
    assert {one.page: one.both for one in counts} == dict.fromkeys(BINDING, ())  # encoded is not listed besides
    assert all(one.total == one.encoded + one.listed for one in counts)
    assert sum(one.total for one in counts) == len({row.name for row in rows}) > 1000


def test_the_command_counts_each_page_and_fails_on_a_gap(
    rows: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rows
    assert command.main(["--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert {one["page"]: (one["gap"], one["listed_binding"]) for one in told["pages"]} == dict.fromkeys(
        BINDING, ([], [])
    )
    for path in law_folder().glob("*.md"):
        text = path.read_text(encoding="utf-8")
        if path.stem == "complaints-denunciations":
            text = text.replace(
                "| KN-6 |", "| KN-96 | A limit that nobody encoded | 9 | CD | x | x | → | V |\n| KN-6 |", 1
            )
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    assert command.main(["--law", str(tmp_path)]) == 1
    assert "KN-96" in capsys.readouterr().out
    assert command.main(["--law", str(tmp_path / "nowhere")]) == 2


def test_rows_of_limits_transitions_competence_forms_and_reports_are_never_only_listed(rows: list[Row]) -> None:
    listed = listed_rows()
    assert [row.name for row in rows if row.section in BINDING[row.page] and row.name in listed] == []


def test_no_row_with_a_value_is_listed() -> None:
    valued = {name for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}
    valued |= {name for norm in load_norms() for name in (norm.id, *norm.aliases)}
    assert valued & set(listed_rows()) == set()


def test_every_listed_row_exists_on_a_page(rows: list[Row]) -> None:
    assert set(listed_rows()) - {row.name for row in rows} == set()


def test_every_limit_names_a_row_of_a_page(rows: list[Row]) -> None:
    named = {name for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}
    # KN-3 is how KN-4 names the pair 3a and 3b; LI-14b is the second period of LI-14; §3.5/8 is a list item.
    assert named - {row.name for row in rows} == {"KN-3", "LI-14b", "complaints §3.5/8"}


def test_the_dates_of_the_pages_stand_in_the_rules(rows: list[Row]) -> None:
    """Each KN, KL, TC row that says "dd/m/yyyy →" begins on that day. Rule: all of §1.3 to §1.5"""
    wrong, compared = [], 0
    limits = {name for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}
    for row in rows:
        if row.page != "complaints" or row.section not in {"1.3", "1.4", "1.5"} or row.name not in limits:
            continue
        found = re.search(r"(\d\d)/(\d\d?)/(\d{4})\**(?: →|\** \(before| – |$)", row.cells[-2])
        if found and not row.cells[-2].startswith(("until", "change at")):
            compared += 1
            first = load_rulebook().rule(row.name).versions[0].starts_on.isoformat()
            if first != f"{found[3]}-{int(found[2]):02}-{found[1]}":
                wrong.append((row.name, first, row.cells[-2]))
    assert wrong == []
    assert compared > 35


def _lengths(version: RuleVersion) -> set[int]:
    extended = {limit.days for limit in version.extensions.values()}
    return {*version.lengths.values(), *extended, *({version.warn.length} if version.warn else ())}


def test_the_numbers_of_the_pages_stand_in_the_rules(rows: list[Row]) -> None:
    """Every number of the column Length is a length of the rule in some year, and the other way round. Rule: §1.3 to §1.5, §16"""
    wrong, compared = [], 0
    limits = {name: rule for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}
    for row in rows:
        column = {"1.3": 2, "1.4": 2, "1.5": 2, "16": 2}.get(row.section)
        if column is None or row.page == "reports" or row.name not in limits or row.name == "LI-14":
            continue  # LI-14 states two periods in one row: KN-20 and KN-21
        length = re.sub(r"Đ\.\d+\S*|NĐ \d+", "", row.cells[column])  # articles are no lengths
        said = {int(number) for number in re.findall(r"\d+", length)}
        if not said or row.cells[column].startswith("="):
            continue
        rule = limits[row.name]
        kept = set().union(*(_lengths(version) for version in rule.versions))
        compared += 1
        own = {length for version in rule.versions for length in version.lengths.values()}
        if not said <= kept or not own <= said | _extra(rule.id):
            wrong.append((row.name, said, kept))
    assert wrong == []
    assert compared > 50


def _extra(rule_id: str) -> set[int]:
    """Lengths that the row states elsewhere: of the pair KN-3a, KN-3b each row states its own."""
    return {"KN-3a": {10}, "KN-3b": {7}}.get(rule_id, set())


def test_calendar_and_working_days_of_the_pages_stand_in_the_rules(rows: list[Row]) -> None:
    """The column Unit is the unit of the value in force. Rule: §1.3 to §1.5, §16"""
    wrong, compared = [], 0
    for row in rows:
        if row.page == "reports" or row.section not in {"1.3", "1.4", "1.5", "16"}:
            continue
        unit = UNITS.get(row.cells[3].strip("*"))
        rule = next((one for one in load_rulebook().rules if row.name in (one.id, *one.aliases)), None)
        if unit is None or rule is None:
            continue
        compared += 1
        if rule.versions[-1].unit is not unit:
            wrong.append((row.name, rule.versions[-1].unit, unit))
    assert wrong == []
    assert compared > 45


def _confidence_said(mark: str) -> str:
    """The mark of a page as the word of the rules; see the README of the law pages."""
    if re.search(r"V07|\bM\b|design choice", mark):
        return "unverified"
    return "secondary" if re.search(r"V\*|V2", mark) else "verified"


def test_the_marks_of_the_pages_are_the_confidence_of_the_rules(rows: list[Row]) -> None:
    """V is verified, V* and V2 secondary, M and V07 unverified. Rule: every table whose last column is the mark"""
    kept = {name: rule.confidence.value for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}
    kept |= {name: norm.confidence.value for norm in load_norms() for name in (norm.id, *norm.aliases)}
    kept |= {row.row: row.confidence.value for row in load_processing(rules=rules_path())}
    marked = {
        ("complaints", section) for section in ("0.1", "1.1", "1.2", "1.3", "1.4", "1.5", "2", "5.3")
    } | {("decree", "16"), ("decree", "8.1"), ("reports", "2.3"), ("reports", "2.4"), ("reports", "1.7")}  # fmt: skip
    compared = [row for row in rows if (row.page, row.section) in marked and row.name in kept]
    # The mark of DC-7 covers the texts read; that of LI-14 and KN-22 stands in the row of the other page too.
    wrong = [
        (row.name, kept[row.name], row.cells[-1])
        for row in compared
        if kept[row.name] != _confidence_said(row.cells[-1])
    ]
    assert wrong == []
    assert len(compared) > 110


def test_every_row_of_competence_has_its_subjects(rows: list[Row], encoded: set[str]) -> None:
    tables = [row.name for row in rows if row.page == "complaints" and row.section.startswith("5.")]
    assert len(tables) > 35
    assert [name for name in tables if name not in encoded] == []
    assert sum(len(list_subjects(kind=kind)) for kind in MatterKind) > 60


def test_the_columns_of_the_statistical_forms_are_those_of_the_page(rows: list[Row]) -> None:
    """Number of columns and, for the forms in force, their titles. Rule: reports §3.2 to §3.9"""
    widths = {form.key: len(form.columns) for form in load_report_forms()}
    heads = re.findall(r"### 3\.\d Form (\S+) .*\((\d+) columns", read_pages()["reports"])
    said = {f"TT06-2025/{form.replace('/', '-')}": int(number) for form, number in heads}
    for row in rows:
        if row.page == "reports" and row.section == "3.9":
            form = re.search(r"(\d\d)/([A-Z]+)\**(?: [^(]*)?\((\d+)\)", row.cells[0])
            if form:
                year = "TT01-2024" if "TT 01/2024" in row.name else "TT02-2021"
                said[f"{year}/{form[1]}-{form[2]}"] = int(form[3])
    assert len(said) >= 21
    assert {key: widths[key] for key in said} == said


def test_the_checks_of_the_statistical_forms_are_those_of_the_page() -> None:
    """Every check of §3.8 that is written out stands in its form. Rule: reports §3.8"""
    if not law_folder().is_dir():
        pytest.skip("the law pages are absent")
    text = read_pages()["reports"]
    block = text[text.index("### 3.8") :].split("```")[1]
    kept = {
        (form.number, check.text.replace(" ", ""))
        for form in load_report_forms()
        if form.ends_before is None
        for check in form.checks
    }
    number, missing, compared = "", [], 0
    for line in block.splitlines():
        head = re.match(r"^(\d\d/[A-Z]+): ", line)
        number = head[1] if head else number
        if line.startswith("total"):
            break
        for check in re.findall(r"c\d+(?:<=|>=|=)[^;,\s(]+", line):
            wanted = check.replace("GQKN.", "03/GQKN.").replace("GQTC.", "04/GQTC.").replace("=XLD.", "=02/XLD.")
            short = re.match(r"^(c\d+=)c(\d+)\+\.\.\+c(\d+)$", wanted)
            if short:
                wanted = short[1] + "+".join(f"c{one}" for one in range(int(short[2]), int(short[3]) + 1))
            compared += 1
            if (number, wanted) not in kept:
                missing.append((number, wanted))
    assert missing == []
    assert compared > 45
