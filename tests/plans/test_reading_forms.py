"""The same plan in other forms: every width of paper, tables that lost their lines, other names. The reading stays."""

from __future__ import annotations

import bisect
import os
import re
import textwrap
from typing import Any

import pytest

from tests.plans.test_reading_invariants import TEXTS, essence
from tiepdan.plans.reading.assemble import _foot_start
from tiepdan.plans.reading.blocks import make_blocks, paper_of
from tiepdan.plans.reading.head import read_head
from tiepdan.plans.reading.kinds import find_parts
from tiepdan.plans.reading.lines import read_lines
from tiepdan.plans.reading.normal import normal_line

WIDTHS = range(50, 121)
# A full line that ends with a stop, without blank lines and marks: another sentence or another paragraph, nobody can tell.
AT_THE_MARGIN = {"ward": {*range(55, 60), *range(109, 115)}, "ward-dialogue": set(range(62, 68))}


def _without_furniture(source: str) -> str:
    """Page numbers, headers of pages and ruled lines blanked out."""
    kept = sorted(line.text.starts[0] for line in read_lines(source) if line.text.starts)
    out: list[str] = []
    at = 0
    for raw in source.split("\n"):
        index = bisect.bisect_left(kept, at)
        holds = "|" in raw or (index < len(kept) and kept[index] <= at + len(raw))
        out.append(raw if holds else " " * len(raw))
        at += len(raw) + 1
    return "\n".join(out)


def unwrapped(source: str) -> str:
    """A paragraph a line, and no blank lines."""
    lines = read_lines(source)
    paper = paper_of(lines)
    text = list(_without_furniture(source))
    for part in find_parts(lines):
        start = read_head(lines, part).body_start
        for block in make_blocks(lines[start : _foot_start(lines, part, start)], paper=paper):
            if not block.cells:
                begin, end = block.whole.span(0, len(block.whole))
                text[begin:end] = [" " if char in "\n\r\f" else char for char in text[begin:end]]
    return re.sub(r"\n\s*\n+", "\n", "".join(text))


def _is_row(line: str) -> bool:
    return "|" in line or re.search(r"\S[ \t]{3,}\S", line) is not None


def wrapped(source: str, width: int, *, gap: bool) -> str:
    """Wrapped to a width; rows of tables and columns of a letterhead stay, and so does the foot."""
    out: list[str] = []
    foot = False
    for line in source.split("\n"):
        foot = foot or re.match(r"[*\s]*Nơi nhận", line) is not None
        if foot or _is_row(line):
            out.append(line)
            continue
        out.extend(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""])
        if gap:
            out.append("")
    return "\n".join(out)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_width_of_paper_changes_a_reading(name: str) -> None:
    """Widths from 50 to 120 without blank lines, a third of them for each plan (all of them with `TIEPDAN_ALL_WIDTHS`), fewer with."""
    source = unwrapped(TEXTS[name])
    whole = essence(TEXTS[name])
    assert essence(source) == whole
    free = AT_THE_MARGIN.get(name, set())
    widths = WIDTHS if os.environ.get("TIEPDAN_ALL_WIDTHS") else WIDTHS[len(name) % 3 :: 3]
    assert [w for w in widths if w not in free and essence(wrapped(source, w, gap=False)) != whole] == []
    assert [w for w in WIDTHS[len(name) % 20 :: 20] if essence(wrapped(source, w, gap=True)) != whole] == []


def test_a_stop_at_the_margin_is_rare() -> None:
    assert sum(len(widths) for widths in AT_THE_MARGIN.values()) * 100 < len(TEXTS) * len(WIDTHS)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def flattened(source: str, form: str) -> str:
    """The tables of a text without their lines: cells apart by tabs, in columns of blanks, or one below the other."""
    out: list[str] = []
    for line in source.split("\n"):
        if line.count("|") < 2:
            out.append(line)
        elif all(set(cell) <= set("-: ") for cell in _cells(line)):
            continue
        elif form == "tabs":
            out.append("\t".join(_cells(line)))
        elif form == "columns":
            out.append("".join(cell.ljust(75) for cell in _cells(line)).rstrip())
        else:
            out.extend(_cells(line))
    return "\n".join(out)


TABLES = ["commune-duty-roster", "department", "department-table", "police-table", "province-annex"]


@pytest.mark.parametrize("form", ["tabs", "columns", "lines"])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_its_lines_is_a_table(name: str, form: str) -> None:
    source = flattened(TEXTS[name], form)
    assert source != TEXTS[name]
    assert essence(source) == essence(TEXTS[name])


def test_columns_of_a_letterhead_are_no_table() -> None:
    source = (
        "UBND TỈNH SƠN HẠ\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHANH TRA TỈNH\t\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-TTr\t\tSơn Hạ, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nTiếp công dân quý II\n\nI. NHIỆM VỤ\n"
        "1. Văn phòng\n- Tham mưu lịch tiếp công dân.\n"
    )
    document = essence(source)["document"]
    assert (document["number"], document["date"], document["place"]) == ("12/KH-TTr", "2026-03-02", "Sơn Hạ")
    assert document["issuer"] == "Thanh tra tỉnh Sơn Hạ"


PLACES = {
    "Sơn Hạ": "Trà Lĩnh", "Lam Giang": "Sông Nhạn", "Hồng Sơn": "Phú Ngãi", "Trà Lam": "Mỏ Vàng", "Kỳ Lạc": "An Giồng",
    "Thạch Bình": "Long Khê", "Mường Thanh": "Bản Nhạ", "Kim Sơn": "Vân Hồ", "An Thịnh": "Đông Lộc", "Ngọc Đảo": "Hải Vân",
    "Phú Lâm": "Gành Dầu", "Vạn Xuân": "Cồn Tiên", "Thanh Khê": "Ea Súp", "Bình Minh": "Ía Rang", "Đông Yên": "Tây Lạc",
    "Hải Tân": "Cù Lao", "Bạch Sơn": "Mù Cang", "Tân Lập": "Đắk Nia", "Long Phú": "Rờ Kơi", "Bến Lụa": "Sa Loong",
    "Tân Hưng": "Ngã Bảy", "An Lạc": "Vĩnh Mốc", "Hà Trung": "Lũng Cú",
}  # fmt: skip


def _swapped(value: Any) -> Any:
    if isinstance(value, str):
        for index, (name, other) in enumerate(PLACES.items()):
            for form, put in ((name, other), (name.upper(), other.upper())):
                value = value.replace(form, f"\0{index}{'u' if put.isupper() else ''}\0")
        for index, other in enumerate(PLACES.values()):
            value = value.replace(f"\0{index}\0", other).replace(f"\0{index}u\0", other.upper())
        return value
    if isinstance(value, dict):
        return {key: _swapped(one) for key, one in value.items()}
    return [_swapped(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_other_names_of_places_read_the_same(name: str) -> None:
    assert essence(_swapped(TEXTS[name])) == _swapped(essence(TEXTS[name]))


def test_the_places_of_the_examples_are_swapped() -> None:
    assert sum(_swapped(text) != text for text in TEXTS.values()) * 10 > len(TEXTS) * 7


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_other_years_read_the_same(name: str) -> None:
    def later(text: str) -> str:
        return re.sub(r"\b20(?:1\d|2\d|3\d)(?=\D|$)", lambda m: str(int(m.group()) + 4), text)

    def moved(value: Any) -> Any:
        if isinstance(value, str):
            return later(value)
        if isinstance(value, dict):
            return {key: moved(one) for key, one in value.items()}
        if isinstance(value, int) and not isinstance(value, bool) and 2009 < value < 2040:
            return value + 4
        return [moved(one) for one in value] if isinstance(value, list) else value

    assert essence(later(TEXTS[name])) == moved(essence(TEXTS[name]))


@pytest.mark.parametrize("value", ["02/9", "03/2", "100%", "24/7"])
def test_a_day_cut_off_by_a_wrap_is_no_page_number(value: str) -> None:
    assert [line.value for line in read_lines(f"phục vụ nhân dân dịp\n{value}\ntrên địa bàn")][1] == value


@pytest.mark.parametrize("value", ["3", "- 3 -", "Trang 3/12", "3/12", "Trang 3"])
def test_a_page_number_is_left_out(value: str) -> None:
    assert len(read_lines(f"phục vụ nhân dân\n{value}\ntrên địa bàn")) == 2


def test_a_star_with_a_blank_is_a_bullet() -> None:
    assert normal_line("* Rà soát hồ sơ", 0).value == "• Rà soát hồ sơ"
    assert normal_line("*Nơi nhận:*", 0).value == "Nơi nhận:"
    assert normal_line("*", 0).value == ""
