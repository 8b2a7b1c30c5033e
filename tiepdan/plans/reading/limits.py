"""Until when: absolute dates, months without a day, and limits counted from an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tiepdan.plans.reading.dates import Day, day_at, month_at
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Found
from tiepdan.plans.reading.normal import Text, pattern

_CLOCK: Final = r"(?:\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?(?:phút|'))?\s*,?\s*(?:của\s+)?)?"
_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)trước|chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|hạn cuối|hạn chót|thời hạn|hoàn "
    rf"thành|(?<!\w)xong|hạn nộp)"
    rf"(?:\s*(?:là|vào|đến|trong|hết|trước|thời điểm|lúc|:))*\s*{_CLOCK}(?:ngày\s*)?$"
)
_REACH: Final = 110  # characters: longer than all that stands between such a word and its date
_UNTIL: Final = re.compile(rf"(?:đến|tới)\s+(?:hết\s+)?{_CLOCK}(?:ngày\s*)?$")
_WITHIN: Final = re.compile(r"(?:trong|vào|hết)\s+(?:hết\s+)?(?:ngày\s*)?$")
_ACT: Final = re.compile(r"(?:gửi|báo cáo|hoàn thành|nộp|xong|trình|đăng ký)[^;.]{0,160}$")
_AND: Final = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:trước\s+)?(?:ngày\s*)?")
_SPECIFIC: Final = re.compile(
    r"(?:phát sinh|có hiệu lực|(?<!xác )nhận|thụ lý|tồn đọng|tồn tại|hình thành|ký|diễn ra|khai mạc|số liệu|xảy ra)\s+"
    r"(?:từ\s+)?$"
)
_FROM: Final = re.compile(r"(?:(?<!\w)từ|kể từ|bắt đầu|khởi điểm)\s[^;.]{0,60}$")
_DATE_START: Final = re.compile(r"(?<![\d/.\-])\d{1,2}(?=\s?[/.\-]\s?\d|\s+tháng\s)")
_MONTH_START: Final = re.compile(r"(?:(?:trong|hết|trước|hoàn thành)\s+(?:trong\s+|hết\s+)?)(?=tháng\s+\d)")
_RELATIVE: Final = re.compile(
    r"(?:trước|chậm nhất(?: là)?|vào)\s+(?:lúc\s+)?\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\s*(?:phút)?,?\s*(?:hàng|hằng|"
    r"mỗi)\s+(?:ngày|tuần)"
    r"|(?:trước|sau|trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?|ít nhất|tối thiểu|không quá|muộn nhất)\s+"
    r"(?:\d{1,3}|một|hai|ba|năm|bảy|mười)(?:\s*\([^)]*\))?\s*(?:ngày|tháng|tuần|giờ(?!\s?\d)|tiếng)(?!\s?/)(?:\s+làm "
    r"việc)?(?:\s+(?:trước|sau|kể từ|từ|tính từ)[^;.,]{3,110})?"
    r"|(?:trước|chậm nhất(?: là)?|vào)\s+(?:\d{1,2}\s?(?:h|"
    r"giờ)\s?\d{0,2}\s*,?\s*)?(?:ngày\s+\d{1,2}\s+)?(?:hàng|hằng|của)\s+(?:ngày|tuần|tháng|quý|tháng cuối quý)"
    r"|(?:trong|hết|trước)\s+quý\s+[ivx]{1,3}(?:\s?/\s?\d{4}| năm \d{4})?"
)

_SPANS_OF_TIME: Final = ("ngày", "tuần", "tháng", "quý", "giờ", "tiếng")
# "Chậm nhất ngày …, việc … phải được hoàn thành": what is due stands behind the day.
_LEADS_SENTENCE: Final = re.compile(r"(?:chậm nhất|muộn nhất|trước|hết)(?: là| vào| đến)?(?: hết)?(?: ngày)?\s*")
_SUBJECT: Final = re.compile(r",\s*(?P<what>việc [^,;.]{4,140}?)(?=\s(?:phải|cần|được)(?!\w)|[,;.]|$)")
_WHAT: Final = re.compile(
    r"(?<!\w)(?<!công )(?<!chương )(?<!quy )(?<!tiến )(?<!lộ )(?<!quá )"
    r"(?:định kỳ\s+)?(?:báo cáo|gửi|hoàn thành|nộp|trình|xây dựng|ban hành|tổng hợp|đăng ký|tổ chức|triển khai|"
    r"xong|rà soát)"
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
    digit = pattern(r"\d").search(text.folded)
    if digit is None:
        return
    at = digit.start()
    while found := _DATE_START.search(text.folded, at):
        day = day_at(text.folded, found.start())
        if day:
            yield day
            at = day.end
        else:
            at = found.end()


def _is_limit(before: str) -> bool:
    found = _BEFORE.search(before, max(0, len(before) - _REACH))
    if found:
        return not _SPECIFIC.search(before[: found.start()])
    clause = pattern(r"[;]|\.\s").split(before)[-1]
    if _FROM.search(clause):
        return False
    reach = max(0, len(before) - _REACH)
    found = _UNTIL.search(before, reach) or _WITHIN.search(before, reach)
    return bool(found and _ACT.search(clause[: len(clause) - len(found.group())]))


def _years_shared(text: Text, days: list[Day]) -> list[Day]:
    """ "15/6 và 15/11 hằng năm": what is said behind the last day of a list is said of all."""
    for index in range(len(days) - 2, -1, -1):
        day, following = days[index], days[index + 1]
        if day.year is None and not day.yearly and _AND.fullmatch(text.folded, day.end, following.start):
            days[index] = replace(day, year=following.year, yearly=following.yearly)
    return days


def limits_in(text: Text, *, year: int | None, bare: bool = False) -> list[Limit]:
    """Limits of a text. `year` completes dates without one; `bare`: the text is the time of a task card, so any date counts."""
    out: list[Limit] = []
    days = _years_shared(text, list(_starts(text)))
    # "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)": the limit is the one that is called so.
    bare = bare and not any(_is_limit(text.folded[: day.start]) for day in days)
    for day in days:
        before = text.folded[: day.start]
        window = bare and (_FROM.search(before) or pattern(r"-\s*$").search(before))
        listed = bool(out) and _AND.fullmatch(text.folded, out[-1].end, day.start) is not None
        if (
            listed
            or _is_limit(before)
            or (bare and not window and not pattern(r"\s*(?:đến|-)\s*(?:ngày)?\s*\d").match(text.folded[day.end :]))
        ):
            date = day.iso(year=year)
            if date:
                out.append(Limit(day.start, day.end, date, None, day.year is None and not day.yearly))
    spots = [m.end() for m in _MONTH_START.finditer(text.folded)] if "tháng" in text.folded else []
    if bare:
        spots += [m.start() for m in pattern(r"^(?!tháng\s[\d/ năm]+(?:đến|-))tháng\s+\d").finditer(text.folded)]
    for spot in spots:
        month = month_at(text.folded, spot)
        if month and not _FROM.search(text.folded[: month.start]) and (partial := month.partial(year=year)):
            out.append(Limit(month.start, month.end, None, partial, month.year is None))
    return out


def relative_limits(text: Text) -> list[tuple[int, int]]:
    """Limits counted from an event, or within a week, month or quarter: characters of the text."""
    folded = text.folded
    if not any(word in folded for word in _SPANS_OF_TIME):
        return []
    return [(m.start(), m.end() - _open_end(m.group())) for m in _RELATIVE.finditer(folded)]


def _open_end(said: str) -> int:
    """Characters from the bracket that closes around the limit to its end."""
    return len(said) - said.rindex(")") if said.count(")") > said.count("(") else 0


def limit_found(text: Text, start: int, end: int, value: str | None, *, completed: bool) -> Found | None:
    """A limit as a value of its task; None when there is none."""
    return Found(value, (text.span(start, end),), DOUBTFUL if completed else SURE) if value else None


def what_is_due(text: Text, before: int) -> Found:
    """What is due: from the last act named before the date."""
    clause = max(text.folded.rfind(". ", 0, before) + 2, text.folded.rfind("; ", 0, before) + 2, 0)
    clause = 0 if clause == 1 else clause
    found = _WHAT.search(text.folded, clause, before)
    if (
        found is None
        and _LEADS_SENTENCE.fullmatch(text.folded, clause, before)
        and (day := day_at(text.folded, before))
    ):
        subject = _SUBJECT.match(text.folded, day.end)
        if subject:
            part = text.part(*subject.span("what"))
            return Found(part.value, (part.span(0, len(part)),), LIKELY)
    if found and found.group() in {"xong", "hoàn thành"} and found.start() - clause > 8:
        found = None  # it says that, not what
    elif found is None and (after := _WHAT.search(text.folded, before)):
        closing = pattern(r"[,;.]|\s(?:về|gửi|đến)\s").search(text.folded, after.end())
        part = text.part(after.start(), closing.start() if closing else len(text))
        return Found(part.value, (part.span(0, len(part)),), LIKELY)
    start = found.start() if found else clause
    cut = pattern(r"(?:\s+(?:về|gửi|đến|trước|chậm nhất|muộn nhất|xong|ngày|là|vào|hết|trong|\())").search(
        text.folded[start + 8 : before],
    )
    stop = start + 8 + cut.start() if cut else before
    part = text.part(start, stop)
    part = part.part(0, len(part.value.rstrip(" ,.;:")))
    return Found(part.value, (part.span(0, len(part)),), LIKELY)
