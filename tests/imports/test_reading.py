"""Old books as people keep them: headers guessed, cells read, each fault named by row and column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiepdan.imports.rules import (
    FIELDS,
    BookRow,
    OldBook,
    find_table,
    guess_mapping,
    is_anonymous,
    may_map,
    may_start,
    may_undo,
    missing_fields,
    read_day,
    read_number,
    read_rows,
)

TODAY = date(2026, 7, 14)
HEAD = ["Số đến", "Ngày đến", "Họ tên người gửi", "Địa chỉ", "Loại đơn", "Nội dung đơn", "Kết quả", "Ngày giải quyết"]
GOOD: list[object] = [
    1,
    "05/03/2024",
    "Trần Văn Mẫu",
    "Tổ 1",
    "KN",
    "Đề nghị đo lại đất",
    "Đã giải quyết",
    "20/03/2024",
]


def read(*rows: Sequence[object]) -> tuple[list[BookRow], list[tuple[int, str]]]:
    """Read rows under the usual header; problems as (row, column)."""
    table = find_table(cells=[["UBND PHƯỜNG"], [], HEAD, *rows], book=OldBook.SUBMISSIONS)
    assert table is not None
    found, problems = read_rows(
        rows=table.rows, mapping=guess_mapping(headers=table.headers, book=OldBook.SUBMISSIONS), book=OldBook.SUBMISSIONS,
        today=TODAY,
    )  # fmt: skip
    return found, [(one.row, one.column) for one in problems]


def test_the_header_is_found_below_titles_and_columns_are_guessed() -> None:
    assert guess_mapping(headers=HEAD, book=OldBook.SUBMISSIONS) == {
        "number": 0, "day": 1, "sender": 2, "address": 3, "kind": 4, "content": 5, "result": 6, "closed": 7,
    }  # fmt: skip
    numbers = [f"({at})" for at in range(1, 9)]
    found, problems = read(numbers, GOOD)
    assert problems == []
    assert len(found) == 1
    assert find_table(cells=[["Ghi chú"], ["x"]], book=OldBook.SUBMISSIONS) is None


def test_every_label_of_a_field_is_guessed_as_itself() -> None:
    for book, fields in FIELDS.items():
        guessed = guess_mapping(headers=[field.label for field in fields], book=book)
        assert guessed == {field.code: at for at, field in enumerate(fields)}, book


@pytest.mark.parametrize(
    "at, value, column",
    [
        (0, "x", "Số đến"), (0, None, "Số đến"), (1, "32/01/2024", "Ngày đến"), (1, "05/03/2099", "Ngày đến"),
        (4, "đơn lạ", "Loại đơn"), (5, "  ", "Nội dung"), (2, "", "Người gửi"), (7, "01/01/2024", "Ngày xong"),
    ],
)  # fmt: skip
def test_each_fault_is_named_by_row_and_column(at: int, value: object, column: str) -> None:
    bad = [*GOOD]
    bad[at] = value
    found, problems = read([2, *GOOD[1:]], bad)
    assert len(found) == 1
    assert problems == [(5, column)]


def test_a_number_stands_once_in_a_year() -> None:
    found, problems = read(GOOD, GOOD, [1, "05/03/2025", *GOOD[2:7], ""])
    assert len(found) == 2
    assert problems == [(5, "Số")]


@pytest.mark.parametrize(
    "result, ended",
    [
        ("Đã giải quyết theo QĐ 12", "accepted"), ("Hướng dẫn công dân", "guided"), ("Lưu đơn", "filed"), ("đang xác minh", ""),
        ("Đã chuyển Sở", "forwarded"), ("", ""), ("chưa giải quyết", ""),
    ],
)  # fmt: skip
def test_what_is_still_open_stays_open(result: str, ended: str) -> None:
    found, _ = read([*GOOD[:6], result, ""])
    assert found[0].ended == ended


@pytest.mark.parametrize(
    "value, day",
    [("5/3/2024", date(2024, 3, 5)), ("05-03-2024", date(2024, 3, 5)), ("05.03.2024", date(2024, 3, 5)),
     (datetime(2024, 3, 5, 10, tzinfo=UTC), date(2024, 3, 5)), ("2024-03-05", None), ("30/02/2024", None), (None, None)],
)  # fmt: skip
def test_days_are_read_as_they_are_written(value: object, day: date | None) -> None:
    assert read_day(value) == day


@given(st.integers(min_value=1, max_value=9_999_999))
def test_a_number_is_read_back(number: int) -> None:
    assert (
        read_number(number)
        == read_number(str(number))
        == read_number(float(number))
        == read_number(f"{number}/KN")
        == number
    )


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    found, problems = read([text] * 8)
    assert len(found) + bool(problems) >= (1 if text.strip() else 0)


def test_refusals_of_an_import() -> None:
    assert is_anonymous("Nặc danh")
    assert not is_anonymous("Trần Văn Danh")
    assert missing_fields(mapping={"number": 0}, book=OldBook.OUTGOING) == [
        "Ký hiệu",
        "Ngày văn bản",
        "Tên loại, trích yếu",
    ]
    for verdict, code in [
        (may_map(state="done", missing=[]), "import_started"),
        (may_map(state="mapping", missing=["Số"]), "import_columns_missing"),
        (may_start(state="faulty"), "import_faulty"),
        (may_start(state="running"), "import_started"),
        (may_undo(state="running", reason="x", changed=[]), "import_not_done"),
        (may_undo(state="done", reason=" ", changed=[]), "reason_missing"),
        (may_undo(state="done", reason="x", changed=[4]), "import_worked_on"),
    ]:
        assert verdict.code == code  # type: ignore[union-attr]
