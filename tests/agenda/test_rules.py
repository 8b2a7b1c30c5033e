"""How often heads receive, on which days, when a session must be posted: tables of the law."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiepdan.agencies.rules import AgencyKind
from tiepdan.agenda.rules import (
    Chair,
    Pattern,
    SessionDay,
    SessionStatus,
    Standing,
    days_of_pattern,
    last_posting_day,
    may_announce,
    may_plan,
    may_use_pattern,
    minimum_of,
    periods_of,
)
from tiepdan.deadlines.calendar_file import national_calendar

HELD, PLANNED, ANNOUNCED = SessionStatus.HELD, SessionStatus.PLANNED, SessionStatus.ANNOUNCED


@pytest.mark.parametrize(
    "kind, on, rule, at_least, per",
    [
        (AgencyKind.COMMUNE_COMMITTEE, date(2026, 6, 30), "DT-2", 1, "week"),  # until the amended law
        (AgencyKind.COMMUNE_COMMITTEE, date(2026, 7, 1), "DT-2", 2, "month"),
        (AgencyKind.DISTRICT_COMMITTEE, date(2025, 6, 30), "reports §1.2/2", 2, "month"),
        (AgencyKind.PROVINCIAL_COMMITTEE, date(2026, 7, 1), "DT-2a", 1, "month"),
        (AgencyKind.DEPARTMENT, date(2026, 7, 1), "DT-2a", 1, "month"),
        (AgencyKind.MINISTRY, date(2026, 7, 1), "DT-2a", 1, "month"),
        (AgencyKind.PUBLIC_SERVICE_UNIT, date(2026, 7, 1), "LI-8", 1, "month"),
    ],
)
def test_what_the_law_of_a_day_asks_of_a_head(kind: AgencyKind, on: date, rule: str, at_least: int, per: str) -> None:
    found = minimum_of(kind=kind, chair=Chair.HEAD, on=on)
    assert found is not None
    assert (found.rule, found.at_least, found.per) == (rule, at_least, per)


@pytest.mark.parametrize("kind", [AgencyKind.PARTY_BODY, AgencyKind.ELECTED_BODY, AgencyKind.COURT])
def test_no_minimum_is_invented_for_bodies_outside_the_decree(kind: AgencyKind) -> None:
    assert minimum_of(kind=kind, chair=Chair.HEAD, on=date(2026, 7, 1)) is None


def test_no_minimum_is_invented_for_other_chairs_or_for_a_level_that_ended() -> None:
    assert minimum_of(kind=AgencyKind.COMMUNE_COMMITTEE, chair=Chair.COUNCIL, on=date(2026, 7, 1)) is None
    assert minimum_of(kind=AgencyKind.DISTRICT_COMMITTEE, chair=Chair.HEAD, on=date(2025, 7, 1)) is None


@pytest.mark.parametrize(
    "days, today, standing, held, delegated",
    [
        ([], date(2026, 8, 3), Standing.SHORT, 0, 0),
        ([(10, PLANNED, False), (25, PLANNED, False)], date(2026, 8, 3), Standing.PLANNED, 0, 0),
        ([(10, HELD, False), (25, ANNOUNCED, False)], date(2026, 8, 12), Standing.PLANNED, 1, 0),
        ([(10, HELD, False), (10, HELD, False)], date(2026, 9, 1), Standing.NOT_MET, 1, 0),  # one day is one day
        ([(10, HELD, False), (25, HELD, True)], date(2026, 9, 1), Standing.NOT_MET, 1, 1),  # a delegate's is apart
        ([(10, HELD, False), (25, HELD, False)], date(2026, 8, 26), Standing.MET, 2, 0),
        ([(10, PLANNED, False), (25, PLANNED, False)], date(2026, 8, 26), Standing.SHORT, 0, 0),  # days gone by
        ([(10, SessionStatus.CANCELLED, False), (25, HELD, False)], date(2026, 9, 1), Standing.NOT_MET, 1, 0),
        ([(10, PLANNED, True), (25, PLANNED, False)], date(2026, 8, 3), Standing.SHORT, 0, 0),
    ],
)
def test_a_commune_month(
    days: list[tuple[int, SessionStatus, bool]], today: date, standing: Standing, held: int, delegated: int
) -> None:
    shown = [SessionDay(date(2026, 8, day), status, apart) for day, status, apart in days]
    (month,) = periods_of(
        kind=AgencyKind.COMMUNE_COMMITTEE, chair=Chair.HEAD, year=2026, month=8, days=shown, today=today
    )
    assert (month.standing, month.held, month.delegated) == (standing, held, delegated)


def test_before_july_2026_a_commune_is_judged_by_weeks() -> None:
    weeks = periods_of(
        kind=AgencyKind.COMMUNE_COMMITTEE, chair=Chair.HEAD, year=2026, month=6,
        days=[SessionDay(date(2026, 6, 3), HELD, False)], today=date(2026, 7, 10),
    )  # fmt: skip
    assert [week.standing for week in weeks] == [Standing.MET, *[Standing.NOT_MET] * 4]
    assert weeks[0].starts_on == date(2026, 6, 1)


@pytest.mark.parametrize(
    "on, last",
    [
        (date(2026, 7, 16), date(2026, 7, 9)),  # the day itself is not counted, the fifth before is the last
        (date(2026, 9, 4), date(2026, 8, 25)),  # across National Day and the day off beside it
    ],
)
def test_a_session_is_posted_five_working_days_before(on: date, last: date) -> None:
    assert last_posting_day(on=on, calendar=national_calendar()).due == last


@pytest.mark.parametrize(
    "today, kind, code",
    [
        (date(2026, 7, 9), "periodic", ""),
        (date(2026, 7, 10), "periodic", "agenda_announced_late"),
        (date(2026, 7, 16), "extraordinary", ""),
        (date(2026, 7, 17), "extraordinary", "agenda_day_past"),
    ],
)
def test_announcing_in_time(today: date, kind: str, code: str) -> None:
    verdict = may_announce(
        status=PLANNED, kind=kind, today=today, last_day=date(2026, 7, 9), on=date(2026, 7, 16)
    )  # fmt: skip
    assert getattr(verdict, "code", "") == code


def test_days_of_a_month_move_off_days_off() -> None:
    days = days_of_pattern(
        year=2026, from_month=8, to_month=9, pattern=Pattern(days=(2, 31)), calendar=national_calendar()
    )
    # 2/8 is a Sunday; 31/8 is given off for National Day, so both it and 2/9 move to 3/9; September has no 31st.
    assert days == [date(2026, 8, 3), date(2026, 9, 3), date(2026, 9, 30)]


def test_first_and_third_tuesday() -> None:
    days = days_of_pattern(
        year=2026, from_month=7, to_month=7, pattern=Pattern(weekday=1, weeks=(1, 3)), calendar=national_calendar()
    )
    assert days == [date(2026, 7, 7), date(2026, 7, 21)]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(2019, 2026), st.sets(st.integers(1, 31), min_size=1), st.integers(1, 12))
def test_a_pattern_gives_working_days_only_and_no_more_than_asked(year: int, days: set[int], month: int) -> None:
    calendar = national_calendar()
    found = days_of_pattern(
        year=year, from_month=month, to_month=month, pattern=Pattern(days=tuple(days)), calendar=calendar
    )
    assert 1 <= len(found) <= len(days)
    assert all(calendar.is_working_day(day) for day in found)


@pytest.mark.parametrize(
    "pattern", [Pattern(), Pattern(days=(0,)), Pattern(days=(32,)), Pattern(weekday=1), Pattern(weekday=1, weeks=(6,))]
)
def test_a_pattern_that_says_nothing_is_refused(pattern: Pattern) -> None:
    assert not may_use_pattern(pattern=pattern, from_month=1, to_month=12)


@pytest.mark.parametrize(
    "kind, trigger, starts, code",
    [
        ("periodic", "", 8, ""), ("extraordinary", "", 8, "agenda_trigger_missing"), ("extraordinary", "heated", 8, ""),
        ("periodic", "", 12, "agenda_hours_wrong"),
    ],
)  # fmt: skip
def test_planning(kind: str, trigger: str, starts: int, code: str) -> None:
    verdict = may_plan(
        on=date(2026, 7, 16),
        today=date(2026, 7, 1),
        starts_at=time(starts),
        ends_at=time(11),
        kind=kind,
        trigger=trigger,
    )
    assert getattr(verdict, "code", "") == code
