"""Windows of days with their sessions and place, and the events a plan serves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tiepdan.plans.reading.dates import Day, day_at, month_at, sessions_in
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, Found, Period, Span
from tiepdan.plans.reading.normal import Text, pattern

_CLOCK: Final = r"(?:\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?\s*,?\s*)?"
_FROM: Final = re.compile(
    rf"(?:(?<!\w)từ|kể từ|bắt đầu từ|trong(?= ngày \d[^;.]{{4,40}} đến))\s+{_CLOCK}(?:hết\s+)?(?:ngày\s+|thứ \w+,? ngày\s+)?(?=\d|tháng)"
)
_TO: Final = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?,?\s*(?:(?:cho\s+)?đến|tới|-)\s*(?:hết\s+)?{_CLOCK}(?:hết\s+)?(?:ngày\s+|thứ \w+,? "
    rf"ngày\s+)?(?=\d|tháng)"
)
_SHORT: Final = re.compile(
    r"(?<![\d/.\-])(?P<a>\d{1,2})\s*(?:-|đến|đến hết|đến ngày)\s*(?=\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4})"
)
_OPEN: Final = re.compile(r"\s*(?:cho\s+)?(?:đến|tới)\s+(?:khi|hết|ngày (?=[^\W\d]))\s*")
_PLACE: Final = re.compile(r"(?:^|[.;]\s*)địa điểm[^:.]{0,60}:\s*(?:tại\s+)?")
_TIME: Final = re.compile(r"(?:^|[.;]\s*)(?P<label>(?:về\s+)?(?:thời gian|lịch)[^:.]{0,60}):\s*")
_RELATIVE: Final = re.compile(
    r"trong\s+(?P<label>(?:thời gian\s+|vòng\s+)?\d{1,3}\s+ngày\s+(?:trước|sau)\s[^,;.]{4,140})"
)
_EVENT: Final = re.compile(
    r"(?:kỳ họp|đại hội|bầu cử|hội nghị|cuộc bầu cử|phiên họp|lễ kỷ niệm|tết nguyên đán|ngày lễ|lễ hội|tuần lễ|ngày hội|"
    r"lễ quốc khánh|sự kiện)\s"
    r"[^;.()]*?(?=;|\.|\(|,\s*(?:đại hội|bầu cử|kỳ họp|sở|ubnd|ủy ban|tổ công tác)|\s+(?:và bầu cử|của ubnd|như "
    r"sau|trên địa bàn)|$)"
)
_SERVES: Final = re.compile(
    r"(?:phục vụ|trong thời gian(?: diễn ra| tổ chức)?|trước, trong và sau(?: thời gian diễn ra)?|nhân dịp|chào "
    r"mừng|trước|đón|(?:trong |nhân )?dịp(?: nghỉ)?|tuyên truyền|tổ chức(?: các hoạt động)?(?: đón)?)\s+(?:cuộc\s+)?"
)


@dataclass(slots=True)
class _Window:
    start: Day | None
    end: Day | None
    at: int
    stop: int


@dataclass(slots=True)
class _Open:
    label: str
    window: tuple[str | None, str | None, str | None, str | None]
    span: Span
    sessions: list[tuple[str, str]] = field(default_factory=list)
    place: Found | None = None
    confidence: float = LIKELY


def _point(text: Text, at: int) -> Day | None:
    day = day_at(text.folded, at) or month_at(text.folded, at)
    if day is None:
        found = pattern(r"(\d{1,2})(?=\s*(?:đến|-))").match(text.folded, at)
        if found and 1 <= int(found.group(1)) <= 31:
            return Day(at, found.end(), int(found.group(1)), 0, None)
    return day


def windows_in(text: Text) -> list[_Window]:
    """ "từ ngày … đến hết ngày …", "20 - 25/10/2025", and an open "từ ngày … đến khi …"."""
    out: list[_Window] = []
    if not pattern(r"\d").search(text.folded):
        return out
    for found in _FROM.finditer(text.folded) if "từ" in text.folded or "trong" in text.folded else ():
        start = _point(text, found.end())
        if not start:
            continue
        to = _TO.match(text.folded, start.end)
        end = (day_at(text.folded, to.end()) or month_at(text.folded, to.end())) if to else None
        if end:
            out.append(_Window(start, end, found.start(), end.end))
        elif start.day and start.month and _OPEN.match(text.folded, start.end):
            out.append(_Window(start, None, found.start(), start.end))
    for found in _SHORT.finditer(text.folded) if "/" in text.folded else ():
        end = day_at(text.folded, found.end())
        if (
            end
            and not any(w.at <= found.start() < w.stop for w in out)
            and pattern(r"(?:ngày|thời gian[^:]{0,40}:)\s*$").search(text.folded[: found.start()])
        ):
            out.append(
                _Window(Day(found.start(), found.end("a"), int(found.group("a")), 0, None), end, found.start(), end.end)
            )
    return out


def _values(window: _Window, year: int | None) -> tuple[str | None, str | None, str | None, str | None]:
    """(from, to, from_partial, to_partial); the first day takes month and year of the last where it has none."""
    start, end = window.start, window.end
    if start and end:
        start = Day(start.start, start.end, start.day, start.month or end.month, start.year or end.year, start.yearly)
        if (
            start.year == end.year
            and start.month > end.month
            and window.start
            and window.start.year is None
            and end.year
        ):
            start = Day(start.start, start.end, start.day, start.month, end.year - 1, start.yearly)
    first = start.iso(year=year) if start else None
    last = end.iso(year=year) if end else None
    return first, last, start.partial(year=year) if start else None, end.partial(year=year) if end else None


class Periods:
    """Collects windows in reading order; sessions and a place that follow belong to the last one."""

    def __init__(self, *, year: int | None) -> None:
        self._year = year
        self._rows: list[_Open] = []
        self._pending: list[tuple[str, str]] = []
        self._labelled = False

    def read(self, text: Text, *, heading: str = "") -> None:
        """Adds what one paragraph says; `heading` is the title above it, the label when the line has none."""
        folded = text.folded
        label = _TIME.search(folded) if ":" in folded else None
        for window in windows_in(text):
            values = _values(window, self._year)
            if not any(values):
                continue
            known = next((r for r in self._rows if r.window == values), None)
            if known is None:
                printed = (
                    text.value[label.start("label") : label.end("label")]
                    if label
                    else heading
                    if "thời gian" in heading.lower()
                    else text.value[window.at : window.stop]
                )
                known = _Open(
                    printed.strip(),
                    values,
                    text.span(window.at, window.stop),
                    confidence=LIKELY if window.end else DOUBTFUL,
                )
                self._rows.append(known)
            elif label:
                known.label = text.value[label.start("label") : label.end("label")].strip()
                known.span = text.span(window.at, window.stop)
            if label and self._rows[-1] is not known:
                self._rows.remove(known)
                self._rows.append(known)
            self._labelled = bool(label) or "thời gian" in heading.lower()
        hours = list(sessions_in(folded)) if self._rows and (self._labelled or label) else []
        if hours:
            row = self._rows[-1]
            row.sessions.extend(h for h in hours if h not in row.sessions)
        place = _PLACE.search(folded) if "địa điểm" in folded else None
        if place and self._rows and self._rows[-1].place is None and self._labelled:
            part = text.part(place.end(), len(text.value.rstrip(" .;")))
            self._rows[-1].place = Found(part.value, (part.span(0, len(part)),), LIKELY) if part.value else None
        for found in _RELATIVE.finditer(folded) if "ngày" in folded else ():
            part = text.part(*found.span("label"))
            row = _Open(part.value, (None, None, None, None), part.span(0, len(part)))
            if all(r.label.lower() != row.label.lower() for r in self._rows):
                self._rows.insert(0, row)

    def result(self) -> tuple[Period, ...]:
        """All windows found, once each."""
        return tuple(
            Period(
                r.label,
                r.window[0],
                r.window[1],
                r.window[2],
                r.window[3],
                tuple(sorted(r.sessions)),
                r.place,
                r.span,
                r.confidence,
            )
            for r in self._rows
        )


def read_events(texts: Sequence[Text]) -> tuple[Found, ...]:
    """Events named after "phục vụ", "trong thời gian diễn ra" in the title and the preamble."""
    out: dict[str, Found] = {}
    for text in texts:
        for serves in _SERVES.finditer(text.folded):
            at = serves.end()
            while found := _EVENT.match(text.folded, at):
                part = text.part(found.start(), found.end())
                key = pattern(r"\s*-\s*").sub("-", part.folded).rstrip(" ,")
                value = part.value.rstrip(" ,")
                out.setdefault(key, Found(value, (part.span(0, len(value)),), LIKELY))
                more = pattern(r"[,;]\s+|\s+và\s+").match(text.folded, found.end())
                if not more:
                    break
                at = more.end()
    return tuple(out.values())
