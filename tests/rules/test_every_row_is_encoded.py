"""Every row of the tables of limits is encoded or listed with a reason, and never both.

The law pages lie beside the checkout; without them the comparison is skipped and says so.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rulebook import load_rulebook

LIMIT_TABLES = ("KN", "KL", "TC", "LI")
ROW_ID = re.compile(r"^\|\s*([A-Z]{2})-(\d+)([a-z]?)\s*\|", re.MULTILINE)


def law_folder() -> Path:
    shared = Path(os.environ.get("TIEPDAN_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
    return shared / "law"


@pytest.fixture(name="pages")
def pages_fixture() -> dict[str, str]:
    folder = law_folder()
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: the rows of the law pages cannot be compared")
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def encoded() -> set[str]:
    return {name for rule in load_rulebook().rules for name in (rule.id, *rule.aliases)}


def listed() -> set[str]:
    """Rows of rules/NOT_ENCODED.md, runs written out."""
    rows: set[str] = set()
    for line in (rules_path() / "NOT_ENCODED.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 2 or cells[0] in {"Rows", "---"}:
            continue
        assert cells[1], f"{cells[0]} has no reason"
        for part in cells[0].split(","):
            first, _, last = part.strip().partition(" – ")
            if not last:
                rows.add(first)
                continue
            prefix, low = first.split("-")
            assert last.split("-")[0] == prefix, f"{part}: a run stays within one table"
            rows.update(f"{prefix}-{number}" for number in range(int(low), int(last.split("-")[1]) + 1))
    return rows


def rows_of(pages: dict[str, str], prefixes: tuple[str, ...]) -> set[str]:
    text = "\n".join(pages.values())
    return {f"{match[1]}-{match[2]}{match[3]}" for match in ROW_ID.finditer(text) if match[1] in prefixes}


def numbered_rows(page: str, section: str) -> set[str]:
    """Rows of a table without ids: `reports §section/row`, counted from one."""
    body = page[page.index(f"### {section} ") :].split("\n### ")[0]
    lines = [line for line in body.splitlines() if line.startswith("|")]
    return {f"reports §{section}/{number}" for number in range(1, len(lines) - 1)}


def test_every_row_of_the_limit_tables_is_encoded_or_listed(pages: dict[str, str]) -> None:
    rows = rows_of(pages, LIMIT_TABLES) | {"KD-9"}
    rows |= numbered_rows(pages["reception-reporting"], "2.4") | numbered_rows(pages["reception-reporting"], "1.7")
    assert len(rows) > 80
    assert rows - encoded() - listed() == set()


def test_no_row_is_both_encoded_and_listed(pages: dict[str, str]) -> None:
    assert encoded() & listed() == set()


def test_every_listed_row_exists_on_a_page(pages: dict[str, str]) -> None:
    prefixes = tuple({row.split("-")[0] for row in listed() if not row.startswith("reports")})
    existing = rows_of(pages, prefixes)
    assert {row for row in listed() if not row.startswith("reports")} <= existing


def test_every_encoded_row_exists_on_a_page(pages: dict[str, str]) -> None:
    existing = rows_of(pages, (*LIMIT_TABLES, "KD"))
    existing |= numbered_rows(pages["reception-reporting"], "2.4") | numbered_rows(pages["reception-reporting"], "1.7")
    # KN-3 is how KN-4 names the pair 3a and 3b; LI-14b is the second period of LI-14; §3.5/8 is a list item.
    assert encoded() - existing == {"KN-3", "LI-14b", "complaints §3.5/8"}


def test_the_dates_of_the_pages_stand_in_the_rules(pages: dict[str, str]) -> None:
    """Each KN, KL, TC row that says "dd/m/yyyy →" begins on that day. Rule: all of §1.3 to §1.5"""
    wrong = []
    for line in pages["complaints-denunciations"].splitlines():
        row = ROW_ID.match(line)
        found = re.search(r"\|\s*\**(?:from )?(\d\d)/(\d\d?)/(\d{4})\**(?: →|\** \(before| – )?[^|]*\|[^|]*\|$", line)
        if not row or row[1] not in {"KN", "KL", "TC"} or not found:
            continue
        row_id = f"{row[1]}-{row[2]}{row[3]}"
        if row_id in encoded():
            first = load_rulebook().rule(row_id).versions[0].starts_on.isoformat()
            if first != f"{found[3]}-{int(found[2]):02}-{found[1]}":
                wrong.append((row_id, first, found[0]))
    assert wrong == []
