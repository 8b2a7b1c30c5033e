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
    (Field.TIME, re.compile(r"thời (?:gian|hạn)|tiến độ|hoàn thành|ngày hoàn")),
    (Field.RESULT, re.compile(r"(?:kết quả|sản phẩm)")),
    (Field.TASK, re.compile(r"(?:nội dung|nhiệm vụ|công việc|tên nhiệm vụ|hoạt động|đầu việc)")),
    (Field.NOTE, re.compile(r"ghi chú")),
)


def card_field(text: Text) -> tuple[Field, int] | None:
    """Field of a card line and where its value begins; a label without a colon is no card."""
    for name, label in _LABELS:
        found = label.match(text.folded)
        if found:
            return name, found.end()
    return None


def is_card_line(text: Text) -> bool:
    """True for a line that says who, with whom, when or with what result, and is no duty itself."""
    return card_field(text) is not None


def columns_of(cells: Sequence[Text]) -> list[Field | None] | None:
    """Columns of a table of duties; None when the row is no such head."""
    found = [next((name for name, pattern in _COLUMNS if pattern.match(cell.folded)), None) for cell in cells]
    if Field.TASK in found and len({Field.LEAD, Field.COORDINATE, Field.TIME} & set(found)) >= 1:
        return found
    return None
