"""The national calendar: reviewed year files of rules/calendars, other years from the `holidays` package.

A year file is complete, not a patch: a new release of the package can never move a stored deadline.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import holidays

from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFile, check_schema, read_rule_file

FIRST_YEAR: Final = 2010
LAST_YEAR: Final = 2050
CULTURE_DAY_NAME: Final = "Ngày Văn hóa Việt Nam"
# Default of DC-8: the page could not establish that 24/11 is already a statutory holiday.
CULTURE_DAY_DEFAULT: Final = False


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """The days of one year."""

    year: int
    days_off: dict[date, str]  # public holidays and substituted days -> Vietnamese name
    working_weekends: dict[date, str]  # swapped working Saturdays -> why
    culture_day: dict[date, str]  # 24/11 and its substituted day, only when the switch is on (DC-8)
    confidence: Confidence
    source: str


def load_year(*, path: Path) -> YearCalendar:
    """Read one year file.

    Raises RuleFileError: malformed file, a day of another year, a swapped day that is no weekend
    """
    rule_file = read_rule_file(path=path)
    check_schema(rule_file=rule_file, schema_path=path.parent.parent / "schemas" / "calendar.schema.json")
    data = rule_file.data
    year = int(data["year"])
    if path.stem != str(year):
        raise rule_file.error(
            where=("year",), problem=f"year {year} in file {path.name}", instead=f"Rename the file to {year}.yaml"
        )
    working_weekends = _days(rule_file, data, "working_weekends", year)
    for day in working_weekends:
        if day.weekday() < 5:  # Monday to Friday
            raise rule_file.error(
                where=("working_weekends", day.isoformat()),
                problem=f"{day.isoformat()} is no weekend day",
                instead="Write the Saturday or Sunday that is worked instead",
            )
    return YearCalendar(
        year=year,
        days_off=_days(rule_file, data, "days_off", year),
        working_weekends=working_weekends,
        culture_day=_days(rule_file, data, "culture_day", year),
        confidence=Confidence(data["confidence"]),
        source=data["source"],
    )


def package_year(*, year: int) -> YearCalendar:
    """Return a year as the `holidays` package computes it; used where no year file exists."""
    days = holidays.country_holidays("VN", years=year, language="vi")
    off = {day: name for day, name in sorted(days.items()) if day.year == year}
    culture = {day: name for day, name in off.items() if name.startswith(CULTURE_DAY_NAME)}
    swapped = {day: "Ngày làm việc hoán đổi" for day in sorted(days.weekend_workdays) if day.year == year}
    return YearCalendar(
        year=year,
        days_off={day: name for day, name in off.items() if day not in culture},
        working_weekends=swapped,
        culture_day=culture,
        confidence=Confidence.UNVERIFIED,
        source="computed from the Labour Code's list of holidays",
    )


def year_calendar(*, year: int, rules: Path | None = None) -> YearCalendar:
    """Return the reviewed year, or the computed one where no file exists."""
    path = (rules or rules_path()) / "calendars" / f"{year}.yaml"
    return load_year(path=path) if path.exists() else package_year(year=year)


@lru_cache(maxsize=8)
def national_calendar(*, rules: Path | None = None, culture_day: bool = CULTURE_DAY_DEFAULT) -> Calendar:
    """Build the calendar of State offices for 2010–2050; cached.

    culture_day: whether 24/11 is a day off (Rule: DC-8)
    Cost: about 0.1 s the first time
    """
    off: dict[date, str] = {}
    swapped: dict[date, str] = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days = year_calendar(year=year, rules=rules)
        off.update(days.days_off)
        swapped.update(days.working_weekends)
        if culture_day:
            off.update(days.culture_day)
    return Calendar(
        starts_on=date(FIRST_YEAR, 1, 1),
        ends_before=date(LAST_YEAR + 1, 1, 1),
        holidays=off,
        working_weekends=swapped,
    )


def _days(rule_file: RuleFile, data: dict[str, Any], key: str, year: int) -> dict[date, str]:
    """Read a table day -> name; `data` is any because the schema has checked its shape."""
    result: dict[date, str] = {}
    for text, name in data.get(key, {}).items():
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise rule_file.error(
                where=(key, text), problem=f"'{text}' is no date", instead="Write a day such as 2026-01-01"
            ) from error
        if day.year != year:
            raise rule_file.error(
                where=(key, text), problem=f"{text} is not in {year}", instead=f"Move it to {day.year}.yaml"
            )
        result[day] = name
    return result
