"""Every rule against a second, naive counting written from the tables of the law, on days that matter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tiepdan.deadlines.counting import count
from tiepdan.deadlines.rulebook import load_rulebook

# Weekdays off from 2021 to 2027 that the cases below cross, typed from the public announcements.
OFF = {
    date(2021, 1, 1),
    *(date(2021, 2, day) for day in (10, 11, 12, 15, 16)),
    date(2021, 4, 21),
    date(2021, 4, 30),
    date(2021, 5, 3),
    *(date(2021, 9, day) for day in (2, 3)),
    date(2022, 1, 3),
    date(2022, 1, 31),
    *(date(2022, 2, day) for day in (1, 2, 3, 4)),
    date(2022, 4, 11),
    *(date(2022, 5, day) for day in (2, 3)),
    *(date(2022, 9, day) for day in (1, 2)),
    date(2023, 1, 2),
    *(date(2023, 1, day) for day in (20, 23, 24, 25, 26)),
    *(date(2023, 5, day) for day in (1, 2, 3)),
    *(date(2023, 9, day) for day in (1, 4)),
    date(2024, 1, 1),
    *(date(2024, 2, day) for day in (8, 9, 12, 13, 14)),
    date(2024, 4, 18),
    *(date(2024, 4, day) for day in (29, 30)),
    date(2024, 5, 1),
    *(date(2024, 9, day) for day in (2, 3)),
    date(2025, 1, 1),
    *(date(2025, 1, day) for day in (27, 28, 29, 30, 31)),
    date(2025, 4, 7),
    date(2025, 4, 30),
    *(date(2025, 5, day) for day in (1, 2)),
    *(date(2025, 9, day) for day in (1, 2)),
    *(date(2026, 1, day) for day in (1, 2)),
    *(date(2026, 2, day) for day in (16, 17, 18, 19, 20)),
    date(2026, 4, 27),
    date(2026, 4, 30),
    date(2026, 5, 1),
    date(2026, 8, 31),
    *(date(2026, 9, day) for day in (1, 2)),
    date(2027, 1, 1),
    *(date(2027, 2, day) for day in (4, 5, 8, 9, 10)),
    date(2027, 4, 16),
    date(2027, 4, 30),
    date(2027, 5, 3),
    date(2027, 9, 2),
    date(2027, 9, 3),
}
WORKED_SATURDAYS = {date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)}

# rule -> (length, unit, earliest day in force on the pages); c: calendar, w: working, y: year, -: counted backward
LIMITS: dict[str, tuple[int, str, str]] = {
    "KN-1": (90, "c", "2012-07-01"),
    "KN-2": (30, "c", "2012-07-01"),
    "KN-3b": (7, "w", "2026-07-01"),
    "KN-5": (30, "c", "2012-07-01"),
    "KN-6": (45, "c", "2012-07-01"),
    "KN-8": (7, "c", "2012-07-01"),
    "KN-9": (5, "-c", "2026-07-01"),
    "KN-10": (3, "w", "2012-07-01"),
    "KN-11": (7, "c", "2012-07-01"),
    "KN-12": (15, "c", "2020-12-10"),
    "KN-12a": (3, "-c", "2020-12-10"),
    "KN-12b": (15, "c", "2020-12-10"),
    "KN-13": (30, "c", "2012-07-01"),
    "KN-14": (30, "c", "2012-07-01"),
    "KN-15": (5, "w", "2020-12-10"),
    "KN-17": (3, "w", "2026-07-01"),
    "KN-18": (1, "y", "2016-07-01"),
    "KN-19": (10, "w", "2014-07-01"),
    "KN-20": (7, "w", "2014-07-01"),
    "KN-21": (5, "w", "2014-07-01"),
    "complaints §3.5/8": (30, "c", "2012-07-01"),
    "KL-1": (15, "c", "2012-07-01"),
    "KL-2": (10, "c", "2012-07-01"),
    "KL-4": (30, "c", "2012-07-01"),
    "KL-5": (3, "w", "2020-12-10"),
    "KL-6": (7, "c", "2012-07-01"),
    "KL-7": (30, "c", "2012-07-01"),
    "TC-1": (7, "w", "2019-01-01"),
    "TC-3": (5, "w", "2019-01-01"),
    "TC-4": (20, "c", "2019-01-01"),
    "TC-5": (5, "w", "2019-01-01"),
    "TC-6": (30, "c", "2019-01-01"),
    "TC-7": (30, "c", "2019-01-01"),
    "TC-8": (30, "c", "2019-01-01"),
    "TC-11": (5, "w", "2019-01-01"),
    "TC-12": (5, "w", "2019-01-01"),
    "TC-13": (7, "w", "2019-01-01"),
    "TC-15": (5, "w", "2019-01-01"),
    "TC-16": (7, "w", "2019-01-01"),
    "TC-16a": (15, "c", "2019-05-28"),
    "TC-17": (20, "c", "2019-01-01"),
    "TC-18": (5, "w", "2019-01-01"),
    "TC-19": (5, "w", "2019-01-01"),
    "TC-20": (30, "c", "2019-05-28"),
    "LI-1": (3, "w", "2026-07-01"),
    "LI-2": (5, "-w", "2026-07-01"),
    "LI-3": (1, "-w", "2026-07-01"),
    "LI-5": (45, "c", "2026-07-01"),
    "LI-7": (5, "-w", "2014-07-01"),
    "reports §2.4/7": (10, "c", "2021-11-15"),
    "reports §2.4/8": (1, "y", "2021-11-15"),
}
# Counted in examples of their own: two lengths by date (KN-3a, KL-3), months (TC-21), hours (LI-4).
ELSEWHERE = {"KN-3a", "KL-3", "TC-21", "LI-4"}

WEEKDAY = date(2026, 7, 14)
BEFORE_WEEKEND = date(2026, 7, 3)
BEFORE_TET = date(2027, 2, 3)
BEFORE_TET_2026 = date(2026, 2, 13)
BEFORE_THE_CHANGE = date(2026, 6, 26)
BEFORE_NATIONAL_DAY = date(2026, 8, 20)
# An ordinary day, the eve of a weekend, of Tết, of the end of April and of the national day, in each year before.
EARLIER = [
    *(date(2021, month, day) for month, day in ((3, 10), (6, 18), (2, 9), (4, 28), (9, 1))),
    *(date(2022, month, day) for month, day in ((3, 9), (6, 17), (1, 28), (4, 29), (8, 31))),
    *(date(2023, month, day) for month, day in ((3, 8), (6, 16), (1, 19), (4, 28), (8, 31))),
    *(date(2024, month, day) for month, day in ((3, 13), (6, 14), (2, 7), (4, 26), (8, 30))),
    *(date(2025, month, day) for month, day in ((3, 12), (6, 13), (1, 24), (4, 25), (8, 29))),
]
DAYS = [WEEKDAY, BEFORE_WEEKEND, BEFORE_TET, BEFORE_TET_2026, BEFORE_THE_CHANGE, BEFORE_NATIONAL_DAY, *EARLIER]


def worked(day: date) -> bool:
    return day not in OFF and (day.weekday() < 5 or day in WORKED_SATURDAYS)


def naive(*, length: int, unit: str, start: date) -> tuple[date, date]:
    step = timedelta(days=-1 if unit.startswith("-") else 1)
    day = start
    if unit.endswith("y"):
        day = start.replace(year=start.year + length)
    else:
        left = length
        while left:
            day += step
            if unit.endswith("c") or worked(day):
                left -= 1
    due = day
    while not worked(day):
        day += step
    return due, day


CASES = [
    (rule_id, start) for rule_id, limit in LIMITS.items() for start in DAYS if start >= date.fromisoformat(limit[2])
]


@pytest.mark.parametrize("rule_id, start", CASES)
def test_limit_is_counted_as_the_table_of_the_law_says(rule_id: str, start: date) -> None:
    length, unit, _ = LIMITS[rule_id]
    deadline = count(rule_id=rule_id, start=start)
    assert (deadline.due, deadline.rolled_due) == naive(length=length, unit=unit, start=start)


def test_every_rule_of_the_rulebook_is_in_a_table() -> None:
    assert {rule.id for rule in load_rulebook().rules} == set(LIMITS) | ELSEWHERE


@pytest.mark.parametrize("rule_id", LIMITS)
def test_rule_begins_on_the_day_of_the_page(rule_id: str) -> None:
    first = load_rulebook().rule(rule_id).versions[0].starts_on
    assert first == date.fromisoformat(LIMITS[rule_id][2])


# rule, variant, length; KN-2, KN-5, KN-6, KN-13, KN-14, KL-2, KL-4, TC-1
VARIANTS = [
    ("KN-2", ("remote",), 45),
    ("KN-5", ("complex",), 45),
    ("KN-5", ("remote",), 45),
    ("KN-5", ("remote", "complex"), 60),
    ("KN-6", ("complex",), 60),
    ("KN-6", ("remote",), 60),
    ("KN-6", ("remote", "complex"), 70),
    ("KN-13", ("remote",), 45),
    ("KN-14", ("remote",), 45),
    ("KL-2", ("dismissal",), 30),
    ("KL-4", ("complex",), 45),
    ("TC-7", ("complex",), 30),
    ("TC-8", ("specially_complex",), 30),
]


@pytest.mark.parametrize("rule_id, flags, length", VARIANTS)
def test_variant_has_its_own_length(rule_id: str, flags: tuple[str, ...], length: int) -> None:
    deadline = count(
        rule_id=rule_id,
        start=WEEKDAY,
        complex="complex" in flags,
        remote="remote" in flags,
        dismissal="dismissal" in flags,
        specially_complex="specially_complex" in flags,
    )
    assert deadline.length == length
    assert deadline.due == WEEKDAY + timedelta(days=length)


# KL-3 by date: ten calendar days, then ten working days with a warning, then seven working days.
def test_disciplinary_acceptance_follows_the_law_of_the_day_of_receipt() -> None:
    oldest = count(rule_id="KL-3", start=date(2020, 12, 9))
    middle = count(rule_id="KL-3", start=date(2026, 6, 30))
    newest = count(rule_id="KL-3", start=date(2026, 7, 1))
    assert (oldest.due, oldest.warn_on) == (date(2020, 12, 19), None)
    assert oldest.rolled_due == date(2020, 12, 21)
    assert (middle.due, middle.warn_on) == (date(2026, 7, 14), date(2026, 7, 10))
    assert (newest.due, newest.version) == (date(2026, 7, 10), date(2026, 7, 1))


# TC-21: monthly, until 30/06/2026.
def test_monthly_report_falls_on_the_same_day_of_the_next_month() -> None:
    assert count(rule_id="TC-21", start=date(2026, 1, 31)).due == date(2026, 2, 28)


# TR-4: the day of receipt decides, also when asked with another day.
def test_law_of_another_day_can_be_asked_for() -> None:
    assert count(rule_id="KN-3", start=date(2026, 7, 2), on=date(2026, 6, 30)).rule_id == "KN-3a"
