"""Until when: absolute dates, months without a day, and limits counted from an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.dates import Day, day_at, month_at
from tiepdan.plans.reading.normal import Text

_CLOCK: Final = r"(?:\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?(?:phút|'))?\s*,?\s*(?:của\s+)?)?"
_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)trước|chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|hạn cuối|hạn chót|thời hạn|hoàn "
    rf"thành|(?<!\w)xong|hạn nộp)"
    rf"(?:\s*(?:là|vào|đến|trong|hết|trước|thời điểm|lúc|:))*\s*{_CLOCK}(?:ngày\s*)?$"
)
_UNTIL: Final = re.compile(rf"(?:đến|tới)\s+(?:hết\s+)?{_CLOCK}(?:ngày\s*)?$")
_WITHIN: Final = re.compile(r"(?:trong|vào|hết)\s+(?:hết\s+)?(?:ngày\s*)?$")
_ACT: Final = re.compile(r"(?:gửi|báo cáo|hoàn thành|nộp|xong|trình|đăng ký)[^;.]{0,160}$")
_SPECIFIC: Final = re.compile(
    r"(?:phát sinh|có hiệu lực|(?<!xác )nhận|thụ lý|tồn đọng|tồn tại|hình thành|ký|diễn ra|khai mạc|số liệu|xảy ra)\s+"
    r"(?:từ\s+)?$"
)
_FROM: Final = re.compile(r"(?:(?<!\w)từ|kể từ|bắt đầu|khởi điểm)\s[^;.]{0,60}$")
_DATE_START: Final = re.compile(r"(?<![\d/.\-])\d{1,2}(?=\s?[/.\-]\s?\d|\s+tháng\s)")
_MONTH_START: Final = re.compile(r"(?:(?:trong|hết|trước|hoàn thành)\s+(?:trong\s+|hết\s+)?)(?=tháng\s+\d)")
_RELATIVE: Final = re.compile(
    r"(?:trước|chậm nhất(?: là)?|vào)\s+(?:lúc\s+)?\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\s*,?\s*(?:hàng|hằng|"
    r"mỗi)\s+(?:ngày|tuần)"
    r"|(?:trước|sau|trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?|ít nhất|tối thiểu|không quá|muộn nhất)\s+"
    r"(?:\d{1,3}|một|hai|ba|năm|bảy|mười)(?:\s*\([^)]*\))?\s*(?:ngày|tháng|tuần|giờ(?!\s?\d)|tiếng)(?:\s+làm "
    r"việc)?(?:\s+(?:trước|sau|kể từ|từ|tính từ)[^;.,]{3,110})?"
    r"|(?:trước|chậm nhất(?: là)?|vào)\s+(?:\d{1,2}\s?(?:h|"
    r"giờ)\s?\d{0,2}\s*,?\s*)?(?:ngày\s+\d{1,2}\s+)?(?:hàng|hằng|của)\s+(?:ngày|tuần|tháng|quý|tháng cuối quý)"
    r"|(?:trong|hết|trước)\s+quý\s+[ivx]{1,3}(?:\s?/\s?\d{4}| năm \d{4})?"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: characters of the text, the ISO date (or "--MM-DD") or the month, and whether a year was completed."""

    start: int
    end: int
    date: str | None
    partial: str | None
    completed: bool = False


def _starts(text: Text) -> Iterator[Day]:
    at = 0
    while found := _DATE_START.search(text.folded, at):
        day = day_at(text.folded, found.start())
        if day:
            yield day
            at = day.end
        else:
            at = found.end()


def _is_limit(before: str) -> bool:
    found = _BEFORE.search(before)
    if found:
        return not _SPECIFIC.search(before[: found.start()])
    clause = re.split(r"[;]|\.\s", before)[-1]
    if _FROM.search(clause):
        return False
    found = _UNTIL.search(before) or _WITHIN.search(before)
    return bool(found and _ACT.search(clause[: len(clause) - len(found.group())]))


def limits_in(text: Text, *, year: int | None, bare: bool = False) -> list[Limit]:
    """Limits of a text. `year` completes dates without one; `bare`: the text is the time of a task card, so any date counts."""
    out: list[Limit] = []
    for day in _starts(text):
        before = text.folded[: day.start]
        window = bare and (_FROM.search(before) or re.search(r"-\s*$", before))
        if _is_limit(before) or (
            bare and not window and not re.match(r"\s*(?:đến|-)\s*(?:ngày)?\s*\d", text.folded[day.end :])
        ):
            date = day.iso(year=year)
            if date:
                out.append(Limit(day.start, day.end, date, None, day.year is None and not day.yearly))
    spots = [m.end() for m in _MONTH_START.finditer(text.folded)]
    if bare:
        spots += [m.start() for m in re.finditer(r"^tháng\s+\d", text.folded)]
    for spot in spots:
        month = month_at(text.folded, spot)
        if month and not _FROM.search(text.folded[: month.start]) and (partial := month.partial(year=year)):
            out.append(Limit(month.start, month.end, None, partial, month.year is None))
    return out


def relative_limits(text: Text) -> list[tuple[int, int]]:
    """Limits counted from an event, or within a week, month or quarter: characters of the text."""
    return [m.span() for m in _RELATIVE.finditer(text.folded)]
