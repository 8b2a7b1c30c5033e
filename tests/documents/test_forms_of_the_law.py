"""Row by row through the form tables of the law pages: each form named there is one of ours, under its instrument."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tiepdan.documents.rendering.forms import FormBook, Layout

LAW = Path(__file__).resolve().parents[3] / "shared" / "law"
NEEDS_THE_LAW = pytest.mark.skipif(not LAW.exists(), reason="the digests of the law are not beside this checkout")
BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
# Letters that the law calls for without fixing a form.
WITHOUT_A_FORM = {
    "refusal of a denunciation": "house/denunciation-refusal",
    "suspension or termination of a denunciation": "house/denunciation-stop",
    "continuation of a denunciation": "house/denunciation-continuation",
    "entrusting a verification": "house/entrust-verification",
    "urging": "house/urging",
    "invitation to dialogue": "house/dialogue-invitation",
    "minutes of reception": "house/reception-minutes",
    "conclusion notice of a reception": "house/reception-conclusion",
    "appointment of representatives": "house/representatives",
    "founding decision of a task force": "house/task-force",
    "hand-over": "house/handover",
    "correction of an issued paper": "house/correction",
    "recall of an issued paper": "house/recall",
}


def section(page: str, title: str) -> str:
    """The text of one section, up to the next heading."""
    text = (LAW / page).read_text(encoding="utf-8")
    found = re.search(rf"^### {re.escape(title)}.*?$(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"{page} has no section {title}"
    return found.group(1)


def cells(text: str) -> list[list[str]]:
    """The rows of every table in a text, without heads and rules."""
    rows = [line.strip().strip("|").split("|") for line in text.splitlines() if line.lstrip().startswith("|")]
    return [
        [cell.strip().strip("*").strip() for cell in row]
        for row in rows
        if not re.fullmatch(r"[\s|:-]+", "|".join(row))
    ]


def numbered(page: str, title: str) -> list[tuple[str, bool]]:
    """Numbers in the first column of a form table, and whether the row is starred as replaced."""
    found = [re.fullmatch(r"(\d\d[ab]?)(★?)", row[0]) for row in cells(section(page, title))]
    return [(one.group(1), bool(one.group(2))) for one in found if one]


@NEEDS_THE_LAW
@pytest.mark.parametrize("instrument, title, count", [("ND124-2020", "3.1 Forms", 18), ("ND31-2019", "4.1 Forms", 12)])
def test_every_row_of_the_two_annexes_is_a_form(book: FormBook, instrument: str, title: str, count: int) -> None:
    rows = numbered("complaints-denunciations.md", title)
    assert len(rows) == count
    for number, starred in rows:
        key = f"{instrument}/{number}"
        form = book.form(key, on=SINCE)
        assert not starred or form.starts_on == SINCE, f"{key} has a new layout since 01/07/2026"
        if starred and number not in {"14a", "14b"}:
            assert book.form(key, on=BEFORE).layout_version < "2026", f"{key} keeps its former version"


@NEEDS_THE_LAW
def test_every_form_of_the_decree_on_reception_is_one(book: FormBook) -> None:
    text = (LAW / "decree-154-2026-reception.md").read_text(encoding="utf-8")
    numbers = re.findall(r"^### 10\.\d Form (\d\d)/TCD", text, re.MULTILINE)
    assert sorted(numbers) == ["01", "02", "03"]
    for number in numbers:
        assert book.form(f"ND154-2026/{number}-TCD", on=SINCE).layout is Layout.STATUTORY


@NEEDS_THE_LAW
def test_every_row_of_the_table_of_reception_forms_is_one(book: FormBook) -> None:
    found, former = [], False
    for row in cells(section("reception-reporting.md", "1.11 Forms")):
        former = former or "TT 04/2021" in row[0]
        number = re.match(r"0\d", row[1])
        if number and former:
            found.append(book.form(f"TT04-2021/{number.group()}", on=BEFORE))
        elif number:
            found.append(book.form(f"ND154-2026/{number.group()}-TCD", on=SINCE))
    assert len(found) == 6


@NEEDS_THE_LAW
def test_every_row_of_the_circular_on_processing_is_a_form(book: FormBook) -> None:
    rows = cells(section("reception-reporting.md", "2.5 Forms of TT 05/2021"))
    for number in [row[0] for row in rows if re.fullmatch(r"0\d", row[0])]:
        assert book.form(f"TT05-2021/{number}", on=SINCE)
    older = sorted(set(re.findall(r"(\d\d)-XLĐ", next(" ".join(row) for row in rows if row[0].startswith("04-")))))
    assert older == ["02", "04", "05", "06", "07"]
    for number in older:
        assert f"XLD-2014/{number}" in book.versions
    for row in rows:
        named = re.fullmatch(r"(KN|TC) (\d\d[ab]?)(?: / (\d\d[ab]?))?", row[0])
        for number in [one for one in named.groups()[1:] if one] if named else []:
            assert book.form({"KN": "ND124-2020", "TC": "ND31-2019"}[row[0][:2]] + f"/{number}", on=SINCE)


@NEEDS_THE_LAW
def test_a_form_named_in_a_procedure_row_exists(book: FormBook) -> None:
    """The steps of both procedures name forms by number: "form 05", "forms 06–10"."""
    for heading, instrument in (
        ("## 3. Workflow: complaint", "ND124-2020"),
        ("## 4. Workflow: denunciation", "ND31-2019"),
    ):
        text = (LAW / "complaints-denunciations.md").read_text(encoding="utf-8").split(heading)[1]
        text = re.split(r"^## ", text, maxsplit=1, flags=re.MULTILINE)[0]
        numbers = set(re.findall(r"\bforms? (\d\d[ab]?)\b", text)) | set(re.findall(r"\bforms \d\d[/–-](\d\d)\b", text))
        assert len(numbers) > 5
        for number in numbers:
            assert f"{instrument}/{number}" in book.versions or f"TT05-2021/{number}" in book.versions


@pytest.mark.parametrize("what", WITHOUT_A_FORM)
def test_a_letter_without_statutory_form_has_a_sober_one_marked_so(book: FormBook, what: str) -> None:
    form = book.form(WITHOUT_A_FORM[what], on=SINCE)
    assert form.layout is Layout.SOBER
    assert "không có mẫu" in form.source
