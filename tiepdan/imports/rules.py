"""Reading old books: which column is which, what each cell means, what is wrong with a row. Plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from tiepdan.infra.folding import fold, tidy
from tiepdan.infra.sentence import Sentence
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

MOST_ROWS: Final = 20_000
MOST_BYTES: Final = 20 * 1024 * 1024
_HEADER_WITHIN: Final = 15  # rows: titles of the agency and of the book stand above the header
_FIRST_YEAR: Final = 1990


class OldBook(StrEnum):
    """The books that can be moved in."""

    RECEPTION = "reception"  # sổ tiếp công dân (03/TCD)
    SUBMISSIONS = "submissions"  # sổ đơn, sổ đến
    OUTGOING = "outgoing"  # sổ đi


@dataclass(frozen=True, slots=True)
class Field:
    """A column that a book may have."""

    code: str
    label: str
    words: tuple[str, ...]  # folded beginnings of headers, the surest first
    required: bool = False
    personal: bool = False  # never shown back, sealed with a denunciation


FIELDS: Final[Mapping[OldBook, tuple[Field, ...]]] = {
    OldBook.SUBMISSIONS: (
        Field("number", "Số đến", ("so den", "so thu tu", "stt", "tt", "so"), required=True),
        Field("day", "Ngày đến", ("ngay den", "ngay nhan", "ngay tiep nhan", "ngay"), required=True),
        Field("sender", "Người gửi", ("nguoi gui", "ho ten", "ho va ten", "nguoi viet don", "ten nguoi"), personal=True),
        Field("address", "Địa chỉ", ("dia chi", "noi o"), personal=True),
        Field("kind", "Loại đơn", ("loai don", "loai", "phan loai"), required=True),
        Field("content", "Nội dung", ("noi dung", "trich yeu", "tom tat"), required=True),
        Field("people", "Số người", ("so nguoi", "so luong nguoi")),
        Field("forwarder", "Nơi chuyển đến", ("noi gui", "noi chuyen", "co quan chuyen", "co quan gui")),
        Field("letter", "Số văn bản chuyển", ("so ky hieu", "so van ban", "so cong van", "so vb")),
        Field("letter_day", "Ngày văn bản chuyển", ("ngay van ban", "ngay cong van", "ngay vb")),
        Field("result", "Kết quả", ("ket qua", "tinh trang", "cach xu ly", "huong xu ly", "ghi chu")),
        Field("closed", "Ngày xong", ("ngay xong", "ngay giai quyet", "ngay ket thuc", "ngay tra")),
    ),
    OldBook.RECEPTION: (
        Field("number", "STT", ("stt", "so thu tu", "tt", "so"), required=True),
        Field("day", "Ngày tiếp", ("ngay tiep", "ngay"), required=True),
        Field("sender", "Họ tên, địa chỉ", ("ho ten", "ho va ten", "nguoi den", "ten cong dan"), personal=True),
        Field("id_number", "CCCD/CMND/Hộ chiếu", ("cccd", "cmnd", "so can cuoc", "can cuoc", "giay to"), personal=True),
        Field("content", "Nội dung đơn", ("noi dung", "tom tat"), required=True),
        Field("kind", "Loại đơn", ("loai don", "phan loai", "loai"), required=True),
        Field("people", "Số người cùng nội dung", ("so nguoi", "so luong nguoi")),
        Field("settled_by", "Cơ quan đã giải quyết", ("co quan da giai quyet", "da giai quyet")),
        Field("competent", "Thuộc thẩm quyền", ("thuoc tham quyen", "tham quyen")),
        Field("guided", "Hướng dẫn đến", ("huong dan",)),
        Field("taker", "Cơ quan thụ lý", ("co quan don vi thu ly", "co quan thu ly", "thu ly")),
        Field("result", "Theo dõi kết quả", ("theo doi", "ket qua")),
    ),
    OldBook.OUTGOING: (
        Field("number", "Số", ("so van ban", "so di", "so", "stt"), required=True),
        Field("symbol", "Ký hiệu", ("ky hieu", "so ky hieu"), required=True),
        Field("day", "Ngày văn bản", ("ngay van ban", "ngay ban hanh", "ngay thang", "ngay"), required=True),
        Field("title", "Tên loại, trích yếu", ("ten loai", "trich yeu", "noi dung"), required=True),
        Field("signer", "Người ký", ("nguoi ky",)),
        Field("recipients", "Nơi nhận", ("noi nhan",)),
    ),
}  # fmt: skip
KINDS: Final[Mapping[str, str]] = {
    "kn": "complaint", "khieu nai": "complaint", "don khieu nai": "complaint",
    "tc": "denunciation", "to cao": "denunciation", "don to cao": "denunciation",
    "kn pa": "petition_feedback", "kien nghi": "petition_feedback", "phan anh": "petition_feedback",
    "kien nghi phan anh": "petition_feedback", "pa": "petition_feedback", "knpa": "petition_feedback",
    "don kien nghi": "petition_feedback", "don phan anh": "petition_feedback", "don kien nghi phan anh": "petition_feedback",
}  # fmt: skip
# What a result in words says about where a submission stands; none of them: still open.
_ENDED: Final = (
    ("huong dan", "guided"), ("tra lai", "returned"), ("tra don", "returned"), ("luu don", "filed"), ("luu", "filed"),
    ("xep luu", "filed"), ("rut don", "withdrawn"), ("da chuyen", "forwarded"), ("chuyen don", "forwarded"),
    ("da giai quyet", "accepted"), ("giai quyet xong", "accepted"), ("da tra loi", "accepted"), ("xong", "accepted"),
)  # fmt: skip
_DAY: Final = re.compile(r"^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell or row. It repeats no name and no address."""

    row: int
    column: str  # label of the field, empty for the row as a whole
    sentence: Sentence

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Problem:  # Any: as JSON keeps it
        """Read what `to_json` wrote."""
        return cls(kept["row"], kept["column"], Sentence(kept["text"], kept.get("values", {})))

    def to_json(self) -> dict[str, object]:
        """Write it for keeping."""
        values = {name: str(value) for name, value in self.sentence.values.items()}
        return {"row": self.row, "column": self.column, "text": self.sentence.text, "values": values}


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line of an old book, read."""

    row: int
    number: int
    day: date
    kind: str = ""  # a MatterKind
    content: str = ""
    sender: str = ""
    address: str = ""
    id_number: str = ""
    people: int = 1
    forwarder: str = ""
    letter: str = ""
    letter_day: date | None = None
    result: str = ""
    ended: str = ""  # a SubmissionStatus; empty: still open
    closed: date | None = None
    settled_by: str = ""
    competent: bool | None = None
    guided: str = ""
    taker: str = ""
    symbol: str = ""
    title: str = ""
    signer: str = ""
    recipients: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet as read: header cells, and the rows below with their number in the sheet."""

    headers: tuple[str, ...]
    header_row: int
    rows: tuple[tuple[int, tuple[object, ...]], ...]


def find_table(*, cells: Sequence[Sequence[object]], book: OldBook) -> Table | None:
    """Find the header among the first rows: where most columns of the book are named. None when fewer than two are."""
    best, at = 1, -1
    for place, row in enumerate(cells[:_HEADER_WITHIN]):
        named = len(guess_mapping(headers=[_text(cell) for cell in row], book=book))
        if named > best:
            best, at = named, place
    if at < 0:
        return None
    headers = tuple(_text(cell) for cell in cells[at])
    below = [(number, tuple(row)) for number, row in enumerate(cells[at + 1 :], at + 2)]
    rows = [
        (number, row) for number, row in below if any(_text(cell) for cell in row) and not _is_column_numbers(row)
    ]  # fmt: skip
    return Table(headers, at + 1, tuple(rows))


def guess_mapping(*, headers: Sequence[str], book: OldBook) -> dict[str, int]:
    """Match fields to columns by the words of the headers, each column once, the surest words first."""
    folded = [fold(header) for header in headers]
    taken: dict[str, int] = {}
    longest = max(len(field.words) for field in FIELDS[book])
    for rank in range(longest):
        for field in FIELDS[book]:
            if field.code in taken or rank >= len(field.words):
                continue
            word = field.words[rank]
            place = next(
                (
                    at for at, header in enumerate(folded)
                    if at not in taken.values() and (header == word or header.startswith(f"{word} "))
                ),
                None,
            )  # fmt: skip
            if place is not None:
                taken[field.code] = place
    return taken


def missing_fields(*, mapping: Mapping[str, int], book: OldBook) -> list[str]:
    """Return the labels of required fields without a column."""
    return [field.label for field in FIELDS[book] if field.required and field.code not in mapping]


def read_rows(
    *, rows: Sequence[tuple[int, Sequence[object]]], mapping: Mapping[str, int], book: OldBook, today: date
) -> tuple[list[BookRow], list[Problem]]:
    """Read every row; whatever is wrong is named, and the row left out."""
    found, problems = [], []
    seen: dict[tuple[int, int, str], int] = {}
    for number, cells in rows:
        row, wrong = _read_row(number, cells, mapping, book, today)
        problems += wrong
        if row is None:
            continue
        key = (row.day.year, row.number, row.symbol)
        if key in seen:
            known = {"number": str(row.number), "year": str(row.day.year), "row": str(seen[key])}
            problems.append(Problem(number, "Số", Sentence("Số {number} năm {year} đã có ở dòng {row}.", known)))
            continue
        seen[key] = number
        found.append(row)
    return found, problems


def _read_row(
    number: int, cells: Sequence[object], mapping: Mapping[str, int], book: OldBook, today: date
) -> tuple[BookRow | None, list[Problem]]:  # fmt: skip
    labels = {field.code: field.label for field in FIELDS[book]}
    wrong: list[Problem] = []

    def cell(code: str) -> object:
        place = mapping.get(code)
        return cells[place] if place is not None and place < len(cells) else None

    def said(code: str, most: int = 4000) -> str:
        return tidy(_text(cell(code)))[:most]

    def fault(code: str, said: Sentence) -> None:
        wrong.append(Problem(number, labels.get(code, ""), said))

    for field in FIELDS[book]:
        if field.required and not said(field.code):
            fault(field.code, Sentence("Để trống."))
    at = read_number(cell("number"))
    if said("number") and at is None:
        fault("number", Sentence("Không phải số nguyên dương."))
    day = _day_of("day", cell, said, fault, today)
    letter_day = _day_of("letter_day", cell, said, fault, today)
    closed = _day_of("closed", cell, said, fault, today)
    kind = KINDS.get(fold(said("kind")).strip(), "")
    if said("kind") and not kind and book is not OldBook.OUTGOING:
        fault("kind", Sentence("Không rõ loại đơn: ghi KN, TC, kiến nghị hoặc phản ánh."))
    people = read_number(cell("people")) if said("people") else 1
    if people is None:
        fault("people", Sentence("Số người phải là số nguyên từ 1."))
    if closed is not None and day is not None and closed < day:
        fault("closed", Sentence("Ngày xong sớm hơn ngày đến."))
    if book is OldBook.SUBMISSIONS and not said("sender") and not said("forwarder"):
        fault("sender", Sentence("Không có người gửi: ghi tên, hoặc ghi “nặc danh”."))
    if wrong or at is None or day is None or people is None:
        return None, wrong
    result = said("result", 300)
    ended = _ended(result) or ("accepted" if closed is not None else "")
    return BookRow(
        row=number, number=at, day=day, kind=kind, content=said("content"), sender=said("sender", 160),
        address=said("address", 300), id_number=said("id_number", 30), people=people, forwarder=said("forwarder", 200),
        letter=said("letter", 60), letter_day=letter_day, result=result, ended=ended,
        closed=(closed or day) if ended else None, settled_by=said("settled_by", 200),
        competent=bool(said("competent")) if "competent" in mapping else None, guided=said("guided", 200),
        taker=said("taker", 200), symbol=said("symbol", 40), title=said("title", 200), signer=said("signer", 120),
        recipients=said("recipients", 300),
    ), []  # fmt: skip


def _day_of(code: str, cell, said, fault, today: date) -> date | None:  # type: ignore[no-untyped-def] # closures of _read_row
    value, words = cell(code), said(code)
    if not words:
        return None
    day = read_day(value)
    if day is None:
        fault(code, Sentence("Không đọc được ngày: ghi ngày/tháng/năm, ví dụ 05/03/2024."))
        return None
    if not day.year >= _FIRST_YEAR or day > today:
        fault(code, Sentence("Ngày {day} ngoài khoảng cho phép.", {"day": f"{day:%d/%m/%Y}"}))
        return None
    return day


def read_day(value: object) -> date | None:
    """Return the day in a cell: a date of the sheet, or day/month/year in words.

    Example:
        >>> read_day("5/3/2024")
        datetime.date(2024, 3, 5)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DAY.match(_text(value))
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def read_number(value: object) -> int | None:
    """Return a whole number from 1 on; `12.0` of a sheet and `12/KN` of a hand-written number count as 12.

    Example:
        >>> read_number("012"), read_number(7.0), read_number("x")
        (12, 7, None)
    """
    text = _text(value)
    if re.fullmatch(r"\d{1,7}(\.0+)?", text):
        number = int(float(text))
    else:
        found = re.match(r"^(\d{1,7})\s*/", text)
        if found is None:
            return None
        number = int(found[1])
    return number if number >= 1 else None


def is_anonymous(sender: str) -> bool:
    """Tell whether a book says that nobody signed."""
    return fold(sender) in {"nac danh", "khong ten", "khong ghi ten", "mao danh nac danh"}


def _ended(result: str) -> str:
    words = f" {fold(result)} "
    return next((status for beginning, status in _ENDED if f" {beginning} " in words), "")


def _is_column_numbers(row: Sequence[object]) -> bool:
    """Below the header of a legal form stands a row (1) (2) (3) …"""
    texts = [re.sub(r"[()\s.]", "", _text(cell)) for cell in row if _text(cell)]
    return len(texts) > 2 and texts == [str(place) for place in range(1, len(texts) + 1)]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split())


def may_map(*, state: str, missing: Sequence[str]) -> Verdict:
    """Whether columns may be matched now. Refused: import_started, import_columns_missing."""
    if state not in {"mapping", "faulty", "ready"}:
        return Refused("import_started")
    return Refused("import_columns_missing", facts={"columns": ", ".join(missing)}) if missing else ALLOWED


def may_start(*, state: str) -> Verdict:
    """Whether an import may start. Refused: import_faulty, import_started."""
    if state == "ready":
        return ALLOWED
    return Refused("import_faulty") if state in {"mapping", "faulty"} else Refused("import_started")


def may_undo(*, state: str, reason: str, changed: Sequence[int]) -> Verdict:
    """Whether a whole import may be taken back; changed: rows worked on since.

    Refused: import_not_done, reason_missing, import_worked_on
    """
    if state != "done":
        return Refused("import_not_done")
    if not reason.strip():
        return Refused("reason_missing")
    if changed:
        return Refused("import_worked_on", facts={"rows": ", ".join(map(str, changed[:10]))})
    return ALLOWED
