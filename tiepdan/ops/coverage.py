"""The command `tiepdan rules coverage`: every row of every table of the law pages, encoded in rules/ or listed with a reason.

The law pages are Markdown in a folder beside the checkout, or where `--law` says.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.ops.cli import OneLineParser

PAGES: Final = {
    "complaints-denunciations": "complaints",
    "decree-154-2026-reception": "decree",
    "reception-reporting": "reports",
}
ROW_ID: Final = re.compile(r"^[A-Z]{2}-\d+[a-z]?$|^U-\d+$")
REPORT_SECTIONS: Final = {
    "3.2": "01/TCD",
    "3.3": "02/XLD",
    "3.4": "03/GQKN",
    "3.5": "04/GQTC",
    "3.6": "05/KQTH",
    "3.7": "06/QLKNTC",
}
NAMING_KEYS: Final = ("id", "aliases", "row", "rows", "rule")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of a page."""

    name: str  # KN-5, reports §2.4/7, reports 02/XLD/c6
    page: str  # complaints, decree, reports
    section: str  # 1.3
    cells: tuple[str, ...]


# Sections whose rows may not be listed: limits, transitions, competence, forms, reports.
BINDING: Final[Mapping[str, frozenset[str]]] = {
    "complaints": frozenset(
        {"0.1", "1.1", "1.2", "1.3", "1.4", "1.5", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "5.1", "5.2", "5.3", "5.4"}
    ),
    "decree": frozenset({"10.2", "10.3", "10.4", "16"}),
    "reports": frozenset(
        {"1.2", "1.6", "1.7", "1.11", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.9"}
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageCount:
    """How much of one law page stands in the rules."""

    page: str  # complaints, decree, reports
    total: int
    encoded: int  # named by a rule, a procedure, a form … as its own row
    listed: int  # in rules/NOT_ENCODED.md, with its reason
    binding: int  # rows of tables of limits, transitions, competence, forms, reports
    gap: tuple[str, ...]  # neither
    listed_binding: tuple[str, ...]  # listed although it may not be
    both: tuple[str, ...]  # encoded and listed


def coverage(*, law: Path) -> list[PageCount]:
    """Count the rows of every law page. Raises FileNotFoundError: the pages are not there."""
    pages = read_pages(law)
    if len(pages) < len(PAGES):
        raise FileNotFoundError(str(law))
    encoded, listed = encoded_rows() | form_rows(), listed_rows()
    found = []
    for page, text in sorted(pages.items()):
        rows = {row.name: row for row in rows_of(page, text)}
        state = {name: (name in encoded, name in listed) for name in rows}
        counts = Counter(state.values())
        binding = {name for name, row in rows.items() if row.section in BINDING[page]}
        found.append(
            PageCount(
                page=page, total=len(rows), encoded=counts[True, False] + counts[True, True], listed=counts[False, True],
                binding=len(binding),
                gap=tuple(name for name, one in state.items() if one == (False, False)),
                listed_binding=tuple(name for name in rows if name in binding and name in listed),
                both=tuple(name for name, one in state.items() if one == (True, True)),
            )
        )  # fmt: skip
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the count of each page; 1 when a row is missing or listed although it may not be, 2 without the pages."""
    parser = OneLineParser(prog="tiepdan rules coverage", description="Đếm các dòng của các trang luật đã mã hóa.")
    parser.add_argument("--law", type=Path, default=law_folder(), help="thư mục các trang luật")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(list(arguments))
    try:
        counts = coverage(law=options.law)
    except FileNotFoundError:
        print(f"Không thấy các trang luật ở {options.law}: chỉ thư mục bằng --law", file=sys.stderr)
        return 2
    faults = [one for one in counts if one.gap or one.listed_binding]
    if options.json:
        rows = [
            {
                "page": one.page, "rows": one.total, "encoded": one.encoded, "listed": one.listed, "binding": one.binding,
                "gap": list(one.gap), "listed_binding": list(one.listed_binding), "encoded_and_listed": list(one.both),
            } for one in counts
        ]  # fmt: skip
        print(json.dumps({"ok": not faults, "pages": rows}, ensure_ascii=False, indent=1))
        return 1 if faults else 0
    for one in counts:
        print(
            f"{one.page}: {one.total} dòng, {one.encoded} đã mã hóa, {one.listed} liệt kê có lý do, {len(one.gap)} thiếu;"
            f" {one.binding} dòng thời hạn, bước, thẩm quyền, mẫu, báo cáo, {len(one.listed_binding)} dòng trong đó bị liệt kê"
        )
        for name in (*one.gap, *one.listed_binding):
            print(f"  {name}")
    return 1 if faults else 0


def law_folder() -> Path:
    """Return where the law pages lie: TIEPDAN_SHARED, else beside the checkout."""
    shared = Path(os.environ.get("TIEPDAN_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
    return shared / "law"


def read_pages(law: Path | None = None) -> dict[str, str]:
    """Read the law pages by name; empty where they are absent."""
    found = (law or law_folder()).glob("*.md")
    return {PAGES[path.stem]: path.read_text(encoding="utf-8") for path in found if path.stem in PAGES}


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
    """Rows that describe a form which is encoded."""
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
