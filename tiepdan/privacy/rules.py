"""Clocks of requests and breaches, the notice in force, the table of keeping: read from rules/privacy.yaml. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

KEEP_FILED_YEARS: Final = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of the privacy notice."""

    version: str
    starts_on: date
    source: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestRule:
    """The clock of one kind of request, in calendar days."""

    kind: str
    label: str
    days: int
    extension: int
    by_processor: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How long one kind of record is kept; years 0: as the basis says."""

    record: str
    years: int
    basis: str
    confidence: str
    destroyed_by: str


@dataclass(frozen=True, slots=True)
class Book:
    """What the law says about personal data."""

    notices: tuple[Notice, ...]
    requests: Mapping[str, RequestRule]
    acknowledge_working_days: int
    breach_hours: int
    retention: tuple[Kept, ...]

    def notice(self, *, on: date) -> Notice | None:
        """Return the version shown on a day."""
        return next((one for one in reversed(self.notices) if one.starts_on <= on), None)


@cache
def privacy_book() -> Book:
    """Read the rules once."""
    return load_privacy(rules=rules_path())


def load_privacy(*, rules: Path) -> Book:
    """Read rules/privacy.yaml.

    Raises RuleFileError: a malformed file, two notices from one day
    """
    source = read_rule_file(path=rules / "privacy.yaml")
    check_schema(rule_file=source, schema_path=rules / "schemas" / "privacy.schema.json")
    raw: dict[str, Any] = source.data  # any: the schema has checked the shape
    days = [one["starts_on"] for one in raw["notices"]]
    for place, text in enumerate(days):
        if text in days[:place]:
            raise source.error(
                where=("notices", place, "starts_on"), problem=f"two notices begin on {text}",
                instead="Give the later notice its own first day",
            )  # fmt: skip
    notices = [
        Notice(
            str(one["version"]),
            date.fromisoformat(one["starts_on"]),
            one["source"],
            tuple(one["text"].strip().splitlines()),
        )
        for one in raw["notices"]
    ]
    asked = raw["requests"]
    return Book(
        notices=tuple(sorted(notices, key=lambda one: one.starts_on)),
        requests={kind: RequestRule(kind, **spec) for kind, spec in asked["kinds"].items()},
        acknowledge_working_days=asked["acknowledge_working_days"],
        breach_hours=raw["breach"]["hours"],
        retention=tuple(Kept(**one) for one in raw["retention"]),
    )


def acknowledge_by(*, received_on: date, calendar: Calendar) -> date:
    """Return the last day to acknowledge a request. Rule: reports §4.5"""
    return calendar.add_working_days(received_on, privacy_book().acknowledge_working_days)


def answer_by(*, kind: str, received_on: date, by_processor: bool, extended: bool) -> date:
    """Return the last day to carry a request out; the day of receipt is not counted. Rule: reports §4.5"""
    rule = privacy_book().requests[kind]
    days = (rule.by_processor if by_processor else rule.days) + (rule.extension if extended else 0)
    return received_on + timedelta(days=days)


def notify_by(*, discovered_at: datetime) -> datetime:
    """Return the instant until which the authority is told of a breach. Rule: reports §4.5"""
    return discovered_at + timedelta(hours=privacy_book().breach_hours)


def may_destroy(*, status: str, closed_on: date | None, destroyed_on: date | None, on: date) -> Verdict:
    """Whether the content of a submission may be destroyed. Rule: reports §2.4/8

    Refused: already_destroyed, destruction_not_filed, destruction_too_early.
    """
    if destroyed_on is not None:
        return Refused("already_destroyed")
    if status != "filed" or closed_on is None:
        return Refused("destruction_not_filed")
    from_on = kept_until(closed_on=closed_on)
    if on < from_on:
        return Refused("destruction_too_early", rule="reports §2.4/8", facts={"day": f"{from_on:%d/%m/%Y}"})
    return ALLOWED


# What keeps the record of a closed case, whatever its age: code the database answers → words.
HOLDS: Final = {
    "limit": "còn thời hạn đang tính",
    "obligation": "còn nội dung phải thi hành",
    "court": "vụ án tại Tòa án chưa kết thúc",
    "review": "đang kiểm tra lại việc giải quyết",
    "protection": "biện pháp bảo vệ chưa chấm dứt",
    "urging": "đôn đốc chưa trả lời",
    "follow_up": "việc sau buổi tiếp của thủ trưởng chưa xong",
    "other_case": "vụ việc khác của cùng nội dung (lần hai, giải quyết lại, liên quan) chưa kết thúc",
}


def may_destroy_case(
    *, closed_on: date | None, destroyed_on: date | None, years: int, holds: Sequence[str], on: date
) -> Verdict:
    """Whether the record of a case may be destroyed. The period is that of the agency's list of records.

    years: 0 when the agency has entered none; holds: codes of HOLDS
    Refused: already_destroyed, destruction_not_closed, destruction_no_period, destruction_held, destruction_record_too_early.
    Rule: NĐ 30/2020 Đ.29, 30 (rules/privacy.yaml)
    """
    if destroyed_on is not None:
        return Refused("already_destroyed")
    if closed_on is None:
        return Refused("destruction_not_closed")
    if holds:
        return Refused("destruction_held", facts={"holds": "; ".join(HOLDS[one] for one in holds)})
    if not years:
        return Refused("destruction_no_period")
    from_on = record_kept_until(closed_on=closed_on, years=years)
    if on < from_on:
        return Refused("destruction_record_too_early", facts={"day": f"{from_on:%d/%m/%Y}", "years": str(years)})
    return ALLOWED


def record_kept_until(*, closed_on: date, years: int) -> date:
    """Return the first day on which the record of a closed case may be destroyed: the day after the last full year.

    Example:
        >>> record_kept_until(closed_on=date(2024, 2, 29), years=5)
        datetime.date(2029, 3, 1)
    """
    day = 28 if (closed_on.month, closed_on.day) == (2, 29) else closed_on.day
    return closed_on.replace(year=closed_on.year + years, day=day) + timedelta(days=1)


def kept_until(*, closed_on: date) -> date:
    """Return the first day on which a filed submission may be destroyed: the day after a full year."""
    last = closed_on.replace(
        year=closed_on.year + KEEP_FILED_YEARS, day=min(closed_on.day, 28 if closed_on.month == 2 else 31)
    )
    return last + timedelta(days=1)
