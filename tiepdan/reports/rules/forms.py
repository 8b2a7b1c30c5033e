"""The statistical forms and the reporting regime, read from rules/reports. Plain Python, no tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFile, check_schema, read_rule_file
from tiepdan.reports.rules.checks import Check, column_of, parse_check

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Column:
    """One numbered column."""

    code: int
    group: tuple[str, ...]  # headings above it, the outermost first
    title: str
    unit: str  # count, million_dong, square_metre


@dataclass(frozen=True, slots=True)
class ReportForm:
    """One statistical form of one circular."""

    key: str  # instrument and number, such as TT06-2025/02-XLD
    number: str  # as printed, such as 02/XLD
    title_vi: str
    starts_on: date
    ends_before: date | None
    source: str
    confidence: Confidence
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    checks: tuple[Check, ...]

    def in_force(self, on: date) -> bool:
        """Say whether figures of that day are reported in this form."""
        return self.starts_on <= on and (self.ends_before is None or on < self.ends_before)


@dataclass(frozen=True, slots=True)
class Point:
    """A day of the year; previous_year: of the year before the report's."""

    month: int
    day: int
    previous_year: bool

    def in_year(self, year: int) -> date:
        """Return the day for a report of a year."""
        return date(year - (1 if self.previous_year else 0), self.month, self.day)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A periodic report, or one that a letter of the Inspectorate sets."""

    code: str
    title_vi: str
    first: Point | None  # None: as the letter says
    last: Point | None
    outline: bool  # the written outline (form 02) is sent
    forms: bool  # the six forms are sent

    def days(self, year: int) -> tuple[date, date] | None:
        """Return the first and the last day of data for a report of a year; None when a letter sets them."""
        if self.first is None or self.last is None:
            return None
        return self.first.in_year(year), self.last.in_year(year)


@dataclass(frozen=True, slots=True)
class Regime:
    """What is reported when, and by which day of the last month of the period."""

    instrument: str
    starts_on: date
    kinds: tuple[ReportKind, ...]
    sending_days: dict[str, int]  # code -> latest day of the last month of the period

    def kind(self, code: str) -> ReportKind:
        """Return a kind of report by its code."""
        return next(kind for kind in self.kinds if kind.code == code)

    def due(self, *, code: str, year: int, step: str) -> date | None:
        """Return the latest day of sending a periodic report, not rolled; None when a letter sets it."""
        days = self.kind(code).days(year)
        return None if days is None else days[1].replace(day=self.sending_days[step])


@lru_cache(maxsize=4)
def load_report_forms(rules: Path | None = None) -> tuple[ReportForm, ...]:
    """Read every form; cached.

    Raises RuleFileError: a malformed file, a gap in the numbers, a check of a column or form that does not exist,
        two forms of one number in force on one day
    """
    folder = rules or rules_path()
    found: list[ReportForm] = []
    for path in sorted((folder / "reports").glob("tt*.yaml")):
        rule_file = read_rule_file(path=path)
        check_schema(rule_file=rule_file, schema_path=folder / "schemas" / "report.schema.json")
        forms = [_form(rule_file, place, entry) for place, entry in enumerate(rule_file.data)]
        _check_references(rule_file, forms)
        for place, form in enumerate(forms):
            _check_overlap(rule_file, place, form, found)
            found.append(form)
    return tuple(found)


def report_form(*, number: str, on: date) -> ReportForm | None:
    """Return the form of a number in force on a day, or None."""
    return next((form for form in load_report_forms() if form.number == number and form.in_force(on)), None)


@lru_cache(maxsize=4)
def load_regime(rules: Path | None = None) -> Regime:
    """Read the periods and the days of sending; cached.

    Raises RuleFileError: a malformed file, a part of the outline that names no form
    """
    folder = rules or rules_path()
    rule_file = read_rule_file(path=folder / "reports" / "regime.yaml")
    check_schema(rule_file=rule_file, schema_path=folder / "schemas" / "report_regime.schema.json")
    keys = {form.key for form in load_report_forms(rules)}
    for place, part in enumerate(rule_file.data["outline"]["parts"]):
        if part.get("report", next(iter(keys))) not in keys:
            raise rule_file.error(
                where=("outline", "parts", place),
                problem=f"form '{part['report']}' does not exist",
                instead=f"Write one of: {', '.join(sorted(keys))}",
            )
    return Regime(
        instrument=rule_file.data["instrument"],
        starts_on=date.fromisoformat(rule_file.data["starts_on"]),
        kinds=tuple(
            ReportKind(
                code=entry["code"],
                title_vi=entry["title_vi"],
                first=_point(entry.get("from")),
                last=_point(entry.get("to")),
                outline=entry["outline"],
                forms=entry["forms"],
            )
            for entry in rule_file.data["reports"]
        ),
        sending_days={
            entry["code"]: entry["day_of_month"] for entry in rule_file.data["sending"] if "day_of_month" in entry
        },
    )


def check_reports() -> tuple[str, ...]:
    """Check the forms and the regime; return the faults, each with its place."""
    from tiepdan.deadlines.rule_file import RuleFileError

    try:
        load_report_forms()
        load_regime()
    except RuleFileError as error:
        return (str(error),)
    return ()


# Entries are `Any` below: the schema has checked their shape, and the dataclasses give them types.


def _form(rule_file: RuleFile, place: int, entry: Any) -> ReportForm:
    codes = [column["code"] for column in entry["columns"]]
    if codes != list(range(1, len(codes) + 1)):
        at = next(index for index, code in enumerate(codes) if code != index + 1)
        raise rule_file.error(
            where=(place, "columns", at),
            problem=f"column {codes[at]} of {entry['key']} stands where {at + 1} belongs",
            instead=f"Write column {at + 1} here, each number once and in order",
        )
    checks = []
    for at, item in enumerate(entry["checks"]):
        check = parse_check(text=item["check"], printed=item["printed"])
        if check is None:
            raise rule_file.error(
                where=(place, "checks", at),
                problem=f"'{item['check']}' is no check",
                instead="Write 'c1 = c2 + c3', 'c2 <= c1', 'c9 >= 5 * c8' or 'c1 = 02/XLD.c6'",
            )
        checks.append(check)
    ends = date.fromisoformat(entry["ends_on"]) + _ONE_DAY if "ends_on" in entry else None
    return ReportForm(
        key=entry["key"],
        number=entry["number"],
        title_vi=entry["title_vi"],
        starts_on=date.fromisoformat(entry["starts_on"]),
        ends_before=ends,
        source=entry["source"],
        confidence=Confidence(entry["confidence"]),
        notes=tuple(entry.get("notes", ())),
        columns=tuple(
            Column(
                code=column["code"],
                group=tuple(column.get("group", ())),
                title=column["title"],
                unit=column.get("unit", "count"),
            )
            for column in entry["columns"]
        ),
        checks=tuple(checks),
    )


def _check_references(rule_file: RuleFile, forms: list[ReportForm]) -> None:
    """Refuse a check that names a column which its form does not have."""
    width = {form.number: len(form.columns) for form in forms}
    for place, form in enumerate(forms):
        for at, check in enumerate(form.checks):
            for name in check.names:
                number, code = column_of(name)
                if not 1 <= code <= width.get(number or form.number, 0):
                    raise rule_file.error(
                        where=(place, "checks", at),
                        problem=f"'{name}' in the checks of {form.key} does not exist",
                        instead=f"{form.number} has columns 1 to {len(form.columns)}; forms: {', '.join(width)}",
                    )


def _check_overlap(rule_file: RuleFile, place: int, form: ReportForm, others: list[ReportForm]) -> None:
    for other in others:
        if (
            other.number == form.number
            and (other.ends_before is None or form.starts_on < other.ends_before)
            and (form.ends_before is None or other.starts_on < form.ends_before)
        ):
            raise rule_file.error(
                where=(place, "starts_on"),
                problem=f"{form.key} and {other.key} are in force on one day",
                instead="End the former one before the new one starts (ends_on)",
            )


def _point(entry: Any) -> Point | None:
    if entry is None:
        return None
    return Point(month=entry["month"], day=entry["day"], previous_year=bool(entry.get("previous_year", False)))
