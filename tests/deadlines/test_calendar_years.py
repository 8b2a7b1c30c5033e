"""The year files against the `holidays` package, and what a calendar promises."""

from __future__ import annotations

from datetime import date

import pytest

from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.calendar_file import national_calendar, package_year, year_calendar
from tiepdan.deadlines.refusal import RuleRefused

# Why a reviewed year differs from the computed one; anything else fails and is printed.
KNOWN_DIFFERENCES = {
    2026: {
        "off": {date(2026, 1, 2)},  # swapped by dispatch 12729/VPCP-KGVX, unknown to the package
        "worked": {date(2026, 1, 10)},
    },
}


@pytest.mark.parametrize("year", range(2019, 2028))
def test_year_file_and_package_differ_only_where_known(year: int, capsys: pytest.CaptureFixture[str]) -> None:
    ours, package = year_calendar(year=year), package_year(year=year)
    off = set(ours.days_off) ^ set(package.days_off)
    worked = set(ours.working_weekends) ^ set(package.working_weekends)
    culture = set(ours.culture_day) ^ set(package.culture_day)
    with capsys.disabled():
        for day in sorted(off | worked | culture):
            print(f"\n{day}: rules say {ours.days_off.get(day)!r}, the package {package.days_off.get(day)!r}", end="")
    known = KNOWN_DIFFERENCES.get(year, {"off": set(), "worked": set()})
    assert (off, worked, culture) == (known["off"], known["worked"], set())


@pytest.mark.parametrize("year", range(2019, 2028))
def test_each_year_has_the_eleven_days_of_the_labour_code(year: int) -> None:
    days = year_calendar(year=year).days_off
    assert {(1, 1), (4, 30), (5, 1), (9, 2)} <= {(day.month, day.day) for day in days}
    tet = [name for name in days.values() if "Tết Nguyên đán" in name]
    assert len(tet) >= 5
    assert any("Hùng Vương" in name for name in days.values())
    national_day = [day for day, name in days.items() if name.startswith("Quốc khánh")]
    assert len(national_day) >= (2 if year >= 2021 else 1)  # the second day came with the Labour Code of 2019


# DC-8: whether 24/11 is a statutory holiday was not established.
def test_culture_day_is_a_switch_that_is_off_by_default() -> None:
    day = date(2026, 11, 24)
    assert national_calendar().is_working_day(day)
    switched_on = national_calendar(culture_day=True)
    assert not switched_on.is_working_day(day)
    assert switched_on.day_off_name(day) == "Ngày Văn hóa Việt Nam"


def test_swapped_saturday_is_worked_and_the_friday_it_replaces_is_off() -> None:
    calendar = national_calendar()
    assert calendar.is_working_day(date(2026, 1, 10))
    assert not calendar.is_working_day(date(2026, 1, 2))
    assert calendar.next_working_day(date(2025, 12, 31)) == date(2026, 1, 5)


def test_days_off_have_vietnamese_names() -> None:
    names = [national_calendar().day_off_name(day) for day in (date(2026, 7, 4), date(2026, 7, 5), date(2026, 2, 17))]
    assert names == ["Thứ Bảy", "Chủ nhật", "Mùng một Tết Nguyên đán"]
    assert national_calendar().day_off_name(date(2026, 7, 6)) == ""


def test_local_days_come_from_the_caller_and_leave_the_national_calendar_alone() -> None:
    national = national_calendar()
    local = national.with_local_days(
        days_off={date(2026, 7, 14): "Ngày truyền thống"}, working_days=[date(2026, 7, 18)]
    )
    assert not local.is_working_day(date(2026, 7, 14))
    assert local.is_working_day(date(2026, 7, 18))
    assert national.is_working_day(date(2026, 7, 14))
    assert not national.is_working_day(date(2026, 7, 18))


def test_working_days_walk_in_both_directions() -> None:
    calendar = national_calendar()
    assert calendar.add_working_days(date(2026, 7, 5), 1) == date(2026, 7, 6)
    assert calendar.add_working_days(date(2026, 7, 5), -1) == date(2026, 7, 3)
    assert calendar.add_working_days(date(2026, 7, 6), -1) == date(2026, 7, 3)
    assert calendar.add_working_days(date(2026, 7, 6), 0) == date(2026, 7, 6)
    assert calendar.working_day_on_or_after(date(2026, 7, 4)) == date(2026, 7, 6)
    assert calendar.working_day_on_or_before(date(2026, 7, 5)) == date(2026, 7, 3)
    assert calendar.next_working_day(date(2026, 7, 3)) == date(2026, 7, 6)


def test_days_outside_the_calendar_are_refused_not_guessed() -> None:
    with pytest.raises(RuleRefused, match="Lịch làm việc chỉ có từ ngày 01/01/2010") as refused:
        national_calendar().is_working_day(date(2009, 12, 31))
    assert refused.value.code == "day_out_of_range"
    with pytest.raises(RuleRefused):
        national_calendar().add_working_days(date(2050, 12, 30), 10)
    with pytest.raises(RuleRefused):
        national_calendar().add_working_days(date(2010, 1, 4), -10)


def test_a_calendar_ending_in_days_off_refuses_to_roll_over_its_end() -> None:
    short = Calendar(starts_on=date(2026, 7, 1), ends_before=date(2026, 7, 6), holidays={})
    assert short.working_day_on_or_before(date(2026, 7, 5)) == date(2026, 7, 3)
    with pytest.raises(RuleRefused):
        short.working_day_on_or_after(date(2026, 7, 4))
