"""The rows of the law pages, by name: tables read from Markdown, and what the rules and NOT_ENCODED.md say of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.documents.rendering.loading import load_forms

PAGES = {
    "complaints-denunciations": "complaints",
    "decree-154-2026-reception": "decree",
    "reception-reporting": "reports",
}
ROW_ID = re.compile(r"^[A-Z]{2}-\d+[a-z]?$|^U-\d+$")
REPORT_SECTIONS = {
    "3.2": "01/TCD",
    "3.3": "02/XLD",
    "3.4": "03/GQKN",
    "3.5": "04/GQTC",
    "3.6": "05/KQTH",
    "3.7": "06/QLKNTC",
}
NAMING_KEYS = ("id", "aliases", "row", "rows", "rule")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of a page."""

    name: str  # KN-5, reports §2.4/7, reports 02/XLD/c6
    page: str  # complaints, decree, reports
    section: str  # 1.3
    cells: tuple[str, ...]


def law_folder() -> Path:
    shared = Path(os.environ.get("TIEPDAN_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
    return shared / "law"


def read_pages() -> dict[str, str]:
    return {
        PAGES[path.stem]: path.read_text(encoding="utf-8") for path in law_folder().glob("*.md") if path.stem in PAGES
    }


def rows_of(page: str, text: str) -> Iterator[Row]:
    """Yield every row of every table; a table without ids is counted from one within its section."""
    section, number, inside, fenced = "", 0, False, False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        heading = re.match(r"^#{2,3} (\d+(?:\.\d+)?)", line)
        if heading and not fenced:
            section, number, inside = heading[1], 0, False
            continue
        if fenced or not line.startswith("|"):
            inside = False
            continue
        cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")))
        if not inside:
            inside = True  # the head of a table
            head = cells
            continue
        if set(line) <= set("|-: "):
            continue
        number += 1
        for name in _names(page, section, head, cells, number):
            yield Row(name=name, page=page, section=section, cells=cells)


def _names(page: str, section: str, head: tuple[str, ...], cells: tuple[str, ...], number: int) -> list[str]:
    first = cells[0].strip("*★ ").split()[0] if cells[0].strip("*★ ") else ""
    if ROW_ID.match(first):
        return [first]
    if page == "reports" and section in REPORT_SECTIONS:
        return [f"reports {REPORT_SECTIONS[section]}/c{code.strip()}" for code in cells[0].split(",")]
    if page == "reports" and section == "3.9":
        year = re.search(r"\((\d{4})\)", head[0])
        instrument = {"2024": "TT 01/2024", "2021": "TT 02/2021"}[year[1] if year else ""]
        return [f"reports {instrument} {form}" for form in re.findall(r"\d\d/[A-Z]+", cells[0])]
    numbered = re.match(r"^0*(\d+[a-zđ]?)(?:, [a-z])?$", cells[0].strip("*★ "))
    if numbered:
        return [f"{page} §{section}/{numbered[1]}"]
    return [f"{page} §{section}/{number}"]


# Tables that describe forms: the row is encoded when the form is; `test_forms_of_the_law` compares their contents.
def form_rows() -> set[str]:
    keys = load_forms(rules_path() / "forms").versions
    named: dict[str, str] = {}
    for number in (*range(1, 17), "14a", "14b"):
        named[f"complaints §3.1/{number}"] = (
            f"ND124-2020/{number:02}" if isinstance(number, int) else f"ND124-2020/{number}"
        )
    named.update({f"complaints §4.1/{number}": f"ND31-2019/{number:02}" for number in range(1, 13)})
    named.update({f"decree §10.2/{column}": "ND154-2026/03-TCD" for column in range(1, 14)})
    named.update({f"decree §10.3/{line}": "ND154-2026/01-TCD" for line in range(1, 12)})
    named.update({f"decree §10.4/{line}": "ND154-2026/02-TCD" for line in range(1, 11)})
    named.update({f"reports §1.6/{column}": "ND154-2026/03-TCD" for column in range(1, 14)})
    named.update({f"reports §1.11/{number}": f"ND154-2026/{number:02}-TCD" for number in (1, 2, 3)})
    named.update({f"reports §1.11/{number + 3}": f"TT04-2021/{number:02}" for number in (1, 2, 3)})
    named.update({f"reports §2.5/{number}": f"TT05-2021/{number:02}" for number in (1, 2, 3)})
    named["reports §2.5/4"] = "XLD-2014/02"
    for row, key in zip(range(5, 13), ("124-2020/01", "124-2020/02", "124-2020/03", "124-2020/04", "124-2020/14",
                                       "124-2020/14a", "31-2019/02", "31-2019/03"), strict=True):  # fmt: skip
        named[f"reports §2.5/{row}"] = f"ND{key}"
    return {row for row, key in named.items() if key in keys}


def encoded_rows() -> set[str]:
    """Every row that a rule file names as its own: in id, aliases, row, rows or rule."""
    found: set[str] = set()
    for path in sorted(rules_path().rglob("*.yaml")):
        if "examples" not in path.parts:
            found.update(_named(read_rule_file(path=path).data))
    found.update(guard.rule for guard in GUARDS.values())
    for section in (
        "complaints §3.3",
        "complaints §3.4",
    ):  # a procedure of its own cites the whole table of differences
        if section in found:
            found.update(f"{section}/{number}" for number in range(1, 9))
    return found


def _named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in NAMING_KEYS:
                yield from (str(item) for item in (value if isinstance(value, list) else [value]))
            if not isinstance(value, str):
                yield from _named(value)
    elif isinstance(node, list):
        for item in node:
            yield from _named(item)


def listed_rows() -> dict[str, str]:
    """Rows of rules/NOT_ENCODED.md with their reasons, runs written out."""
    rows: dict[str, str] = {}
    for line in (rules_path() / "NOT_ENCODED.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 2 or cells[0] in {"Rows", "---"}:
            continue
        assert cells[1], f"{cells[0]} has no reason"
        for part in cells[0].split(","):
            for row in _run(part.strip()):
                assert row not in rows, f"{row} is listed twice"
                rows[row] = cells[1]
    return rows


def _run(part: str) -> Iterator[str]:
    first, _, last = part.partition(" – ")
    if not last:
        yield first
        return
    stem, low = re.match(r"^(.*?)(\d+)$", first).groups()  # type: ignore[union-attr] # a run ends in numbers
    assert last.isdecimal() or last.startswith(stem), f"{part}: a run stays within one table"
    high = int(last if last.isdecimal() else last.removeprefix(stem))
    yield from (f"{stem}{number}" for number in range(int(low), high + 1))
