"""Task cards and tables: "Đơn vị chủ trì: …", "Thời gian hoàn thành: …" below or beside a duty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tiepdan.plans.reading.normal import Text


class Field(StrEnum):
    """Fields of a card or columns of a table."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    TIME = "time"
    RESULT = "result"
    TASK = "task"
    ORDER = "order"
    NOTE = "note"


_LEAD: Final = (
    r"(?:(?:cơ quan|đơn vị|bộ phận|phòng|cán bộ|người)(?:,? đơn vị| và đơn vị)?\s+)?(?:chủ trì(?: thực hiện| "
    r"tham mưu)?|"
    r"chịu trách nhiệm(?: chính)?|đầu mối)|(?:cơ quan|đơn vị|bộ phận|người|cá nhân)(?:, đơn vị|, cá nhân)? "
    r"(?:thực hiện|phụ trách|tham mưu)|"
    r"phân công(?: thực hiện)?|trách nhiệm(?: thực hiện)?"
)
_COORDINATE: Final = r"(?:(?:cơ quan|đơn vị|bộ phận|phòng)(?:,? đơn vị| và đơn vị)?\s+)?phối hợp(?: thực hiện)?"
_TIME: Final = (
    r"thời gian(?: thực hiện| hoàn thành| báo cáo)?|thời hạn(?: hoàn thành| thực hiện)?|hoàn thành|"
    r"tiến độ(?: thực hiện)?|hạn hoàn thành"
)
_RESULT: Final = r"(?:kết quả|sản phẩm)(?:,? sản phẩm)?(?: đầu ra| thực hiện| dự kiến| hoàn thành| đạt được)?"
_LABELS: Final = (
    (Field.COORDINATE, re.compile(rf"(?:{_COORDINATE})\s*:\s*")),
    (Field.LEAD, re.compile(rf"(?:{_LEAD})\s*:\s*")),
    (Field.TIME, re.compile(rf"(?:{_TIME})\s*:\s*")),
    (Field.RESULT, re.compile(rf"(?:{_RESULT})\s*:\s*")),
)
# A scan runs two short words of a title together.
_COLUMNS: Final = (
    (Field.ORDER, re.compile(r"(?:stt|tt|số tt|số thứ tự)$")),
    (Field.COORDINATE, re.compile(r".*phối hợp")),
    (
        Field.LEAD,
        re.compile(
            r".*(?:chủ trì|phụ trách|thực hiện chính|chịu trách nhiệm)|(?:đơn vị|cơ quan|người|bộ phận)(?:, cá "
            r"nhân)? thực hiện"
        ),
    ),
    (Field.TIME, re.compile(r"thời ?(?:gian|hạn)|tiến độ|hoàn thành|ngày hoàn")),
    (Field.RESULT, re.compile(r"(?:kết quả|sản phẩm)")),
    (Field.TASK, re.compile(r"(?:nội ?dung|nhiệm ?vụ|công ?việc|tên nhiệm vụ|hoạt động|đầu việc)")),
    (Field.NOTE, re.compile(r"ghi chú")),
)


_LONGEST_LABEL: Final = 90
_NEXT_FIELD: Final = re.compile(r"[.;,]\s*(?=\w)")
_BESIDE: Final = re.compile(
    r"(?:nội dung|mục đích|đối tượng|hình thức|phương thức|địa điểm|thành phần|số lượng|quy mô)[^:.;]{0,40}:\s"
)


def _label_at(text: Text, at: int) -> tuple[Field, int] | None:
    if text.folded.find(":", at, at + _LONGEST_LABEL) < 0:
        return None
    for name, label in _LABELS:
        found = label.match(text.folded, at)
        if found:
            return name, found.end()
    return None


def card_fields(text: Text, at: int = 0) -> list[tuple[Field, int, int]]:
    """Fields of a line that is a card, in order, each with its value's characters: several may stand in one line."""
    first = _label_at(text, at)
    if first is None:
        return []
    fields: list[tuple[Field, int, int]] = []
    name, begin = first
    for stop in _NEXT_FIELD.finditer(text.value, begin):
        following = _label_at(text, stop.end())
        if following:
            fields.append((name, begin, stop.start()))
            name, begin = following
    return [*fields, (name, begin, len(text))]


def trailing_fields(text: Text) -> int | None:
    """Where a card begins that stands in the line of its duty ("…. Thời gian hoàn thành: Quý IV/2026."); None when there is none."""
    if ":" not in text.folded:
        return None
    for stop in _NEXT_FIELD.finditer(text.value):
        if _label_at(text, stop.end()):
            return stop.end()
    return None


def stands_beside_card(text: Text) -> bool:
    """True for a line that says what or where a duty with a card is ("Nội dung: …"), when its neighbours are the card."""
    return ":" in text.folded and _BESIDE.match(text.folded) is not None


def card_field(text: Text) -> tuple[Field, int] | None:
    """Field of a card line and where its value begins; a label without a colon is no card."""
    return _label_at(text, 0)


def is_card_line(text: Text) -> bool:
    """True for a line that says who, with whom, when or with what result, and is no duty itself."""
    return card_field(text) is not None


def columns_of(cells: Sequence[Text]) -> list[Field | None] | None:
    """Columns of a table of duties; None when the row is no such head."""
    found = [next((name for name, pattern in _COLUMNS if pattern.match(cell.folded)), None) for cell in cells]
    if Field.TASK not in found and Field.LEAD in found and len({*found} - {None}) > 1:
        # A scan may lose the head of the column that says what is to be done.
        blank = next((i for i, cell in enumerate(cells) if found[i] is None and not cell.value), None)
        if blank is not None:
            found[blank] = Field.TASK
    if Field.TASK in found and len({Field.LEAD, Field.COORDINATE, Field.TIME} & set(found)) >= 1:
        return found
    return None
