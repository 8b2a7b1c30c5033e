"""Days, months, hours and windows as Vietnamese papers print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_SEP: Final = r"\s?[/.\-]\s?"
_FULL: Final = rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>\d{{4}})(?![\d/])"
_LONG: Final = r"(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4})"
_LONG_SHORT_YEAR: Final = r"(?P<d4>\d{1,2})\s+tháng\s+(?P<m4>\d{1,2})(?:/(?P<y4>\d{4}))?(?!\s*năm\s*\d)(?!\d)"
_DAY_MONTH: Final = r"(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})(?![\d/])(?!\s?/\s?\d)"
DATE: Final = re.compile(rf"(?:{_LONG}|{_FULL}|{_LONG_SHORT_YEAR}|{_DAY_MONTH})")
MONTH: Final = re.compile(r"tháng\s+(?P<m>\d{1,2})(?:\s?[/\-.]\s?|\s+năm\s+)(?P<y>\d{4})")
BARE_MONTH: Final = re.compile(r"tháng\s+(?P<m>\d{1,2})(?!\s?[/\d])(?!\s+năm\s+\d)")
_YEARLY: Final = re.compile(r"\s*(?:\(?)(?:hàng|hằng|mỗi)\s+năm")
CLOCK: Final = re.compile(r"(?P<h>\d{1,2})\s?(?:giờ|h|g|:)\s?(?P<mi>\d{2})?(?:\s?(?:phút|p|'))?(?![\d/])")


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in folded text at `start` to `end`. `year` is None when not printed; `yearly` when it comes back every year."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    yearly: bool = False

    def iso(self, *, year: int | None = None) -> str | None:
        """ "YYYY-MM-DD", or "--MM-DD" for every year; None when day or year is unknown or there is no such day."""
        if self.day is None:
            return None
        if self.yearly:
            return f"--{self.month:02d}-{self.day:02d}"
        which = self.year or year
        if which is None:
            return None
        try:
            return date(which, self.month, self.day).isoformat()
        except ValueError:
            return None

    def partial(self, *, year: int | None = None) -> str | None:
        """ "YYYY-MM" of a month without a day."""
        which = self.year or year
        return f"{which:04d}-{self.month:02d}" if which and self.day is None else None


def day_at(folded: str, at: int) -> Day | None:
    """The date printed exactly at `at` ("ngày" already passed)."""
    found = DATE.match(folded, at)
    if not found:
        return None
    for suffix in ("2", "", "4", "3"):
        day, month = found.group("d" + suffix), found.group("m" + suffix)
        if day is None:
            continue
        year = found.group("y" + suffix) if suffix != "3" else None
        if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
            return None
        yearly = _YEARLY.match(folded, found.end())
        return Day(
            at, yearly.end() if yearly else found.end(), int(day), int(month), int(year) if year else None, bool(yearly)
        )
    return None


def month_at(folded: str, at: int) -> Day | None:
    """ "tháng 3/2025", "tháng 3 năm 2025" or "tháng 3" at `at`."""
    found = MONTH.match(folded, at) or BARE_MONTH.match(folded, at)
    if not found or not 1 <= int(found.group("m")) <= 12:
        return None
    year = found.groupdict().get("y")
    return Day(at, found.end(), None, int(found.group("m")), int(year) if year else None)


def clock_at(folded: str, at: int) -> tuple[str, int] | None:
    """ "7h30", "17 giờ 00", "07:30" at `at`: ("HH:MM", end)."""
    found = CLOCK.match(folded, at)
    if not found or int(found.group("h")) > 24 or int(found.group("mi") or 0) > 59:
        return None
    return f"{int(found.group('h')):02d}:{int(found.group('mi') or 0):02d}", found.end()


_SESSION: Final = re.compile(
    r"(?:từ\s+)?(\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?)\s*(?:đến|-|tới)\s*(?:hết\s+)?"
    r"(\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?)(?!\s*(?:ngày|/))"
)


def sessions_in(folded: str) -> Iterator[tuple[str, str]]:
    """Hours from – to: "từ 7h30 đến 12h00", "13:30 - 17:00"."""
    for found in _SESSION.finditer(folded):
        start, end = clock_at(found.group(1), 0), clock_at(found.group(2), 0)
        if start and end and start[0] < end[0]:
            yield start[0], end[0]
