"""Clocks of requests and breaches, keeping of filed submissions: pure rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from tests.factories import moment
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.privacy.rules import acknowledge_by, answer_by, kept_until, may_destroy, notify_by, privacy_book

# kind, days, with extension, by a processor: NĐ 356/2025 Đ.5
TABLE = [
    ("withdraw", 15, 30, 20), ("restrict", 15, 30, 20), ("object", 15, 30, 20), ("view", 10, 20, 15),
    ("correct", 10, 20, 15), ("provide", 10, 20, 15), ("delete", 20, 40, 30), ("protect", 15, 30, 15),
]  # fmt: skip


@pytest.mark.parametrize("kind, days, extended, by_processor", TABLE)
def test_each_kind_of_request_has_its_days(kind: str, days: int, extended: int, by_processor: int) -> None:
    day = date(2026, 7, 14)
    count: Callable[..., int] = lambda **given: (answer_by(kind=kind, received_on=day, **given) - day).days  # noqa: E731
    assert count(by_processor=False, extended=False) == days
    assert count(by_processor=False, extended=True) == extended
    assert count(by_processor=True, extended=False) == by_processor
    assert {row[0] for row in TABLE} == set(privacy_book().requests)


def test_a_request_is_acknowledged_within_two_working_days() -> None:
    assert acknowledge_by(received_on=date(2026, 7, 17), calendar=national_calendar()) == date(
        2026, 7, 21
    )  # over a weekend


def test_the_authority_is_told_of_a_breach_within_72_hours() -> None:
    found: datetime = moment("2026-07-17", hour=16)
    assert notify_by(discovered_at=found) == found + timedelta(hours=72)


@pytest.mark.parametrize(
    "status, closed, destroyed, on, code",
    [
        ("filed", date(2025, 8, 4), None, date(2026, 8, 5), ""),
        ("filed", date(2025, 8, 4), None, date(2026, 8, 4), "destruction_too_early"),
        ("filed", date(2024, 2, 29), None, date(2025, 3, 1), ""),
        ("accepted", date(2020, 1, 1), None, date(2026, 8, 5), "destruction_not_filed"),
        ("filed", None, None, date(2026, 8, 5), "destruction_not_filed"),
        ("filed", date(2020, 1, 1), date(2022, 1, 1), date(2026, 8, 5), "already_destroyed"),
    ],
)
def test_a_filed_submission_is_kept_a_full_year(
    status: str, closed: date | None, destroyed: date | None, on: date, code: str
) -> None:
    verdict = may_destroy(status=status, closed_on=closed, destroyed_on=destroyed, on=on)
    assert getattr(verdict, "code", "") == code
    assert kept_until(closed_on=date(2024, 2, 29)) == date(2025, 3, 1)


def test_the_notice_is_versioned_and_the_table_of_keeping_names_its_basis() -> None:
    notice = privacy_book().notice(on=date(2026, 7, 14))
    assert notice is not None
    assert notice.version == "2026-1"
    assert privacy_book().notice(on=date(2025, 12, 31)) is None
    assert all(row.basis for row in privacy_book().retention)
