"""What must hold for every limit and every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.model import Direction, Suspension, SuspensionKind, Unit
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.storage import from_json, to_json

CALENDAR = national_calendar()
COUNTED = [rule for rule in load_rulebook().rules if rule.versions[-1].unit is not Unit.HOUR]
CURRENT = [rule.id for rule in COUNTED if rule.versions[-1].ends_before is None]
FORWARD = [rule.id for rule in COUNTED if rule.id in CURRENT and rule.direction is Direction.FORWARD]
BACKWARD = [rule.id for rule in COUNTED if rule.id in CURRENT and rule.direction is Direction.BACKWARD]

days = st.dates(min_value=date(2026, 7, 1), max_value=date(2045, 12, 31))


@given(rule_id=st.sampled_from(FORWARD), start=days)
def test_rolled_day_is_worked_and_never_before_the_last_day(rule_id: str, start: date) -> None:
    deadline = count(rule_id=rule_id, start=start)
    assert CALENDAR.is_working_day(deadline.rolled_due)
    assert deadline.rolled_due >= deadline.due > start
    between = CALENDAR.working_days_between(after=deadline.due - timedelta(days=1), through=deadline.rolled_due)
    assert between == 1  # DC-5: the very next working day


@given(rule_id=st.sampled_from(BACKWARD), start=days)
def test_backward_limit_never_ends_later_than_the_law_allows(rule_id: str, start: date) -> None:
    deadline = count(rule_id=rule_id, start=start)
    assert deadline.rolled_due <= deadline.due < start
    assert CALENDAR.is_working_day(deadline.rolled_due)
    later = deadline.due + timedelta(days=1)
    if deadline.unit is Unit.CALENDAR_DAY:
        assert (start - later).days < deadline.length <= (start - deadline.due).days
    else:
        # Days between the last lawful day (included) and the session (excluded).
        assert CALENDAR.working_days_between(
            after=deadline.due - timedelta(days=1), through=start - timedelta(days=1)
        ) == (deadline.length)


# SU-2, SU-4, SU-5, SU-1
STOPPABLE = [
    ("KN-5", SuspensionKind.CASE_SUSPENSION),
    ("KN-6", SuspensionKind.CASE_SUSPENSION),
    ("KL-4", SuspensionKind.CASE_SUSPENSION),
    ("TC-6", SuspensionKind.CASE_SUSPENSION),
    ("TC-6", SuspensionKind.EXPERT_EXAMINATION),
    ("TC-20", SuspensionKind.EXPERT_EXAMINATION),
    ("KN-1", SuspensionKind.COMPLAINANT_PREVENTED),
    ("KL-1", SuspensionKind.COMPLAINANT_PREVENTED),
]


@given(
    which=st.sampled_from(STOPPABLE),
    start=days,
    offset=st.integers(1, 15),
    length=st.integers(min_value=1, max_value=200),
)
def test_suspended_days_move_the_last_day_by_exactly_their_number(
    which: tuple[str, SuspensionKind], start: date, offset: int, length: int
) -> None:
    rule_id, kind = which
    begins = start + timedelta(days=offset)
    stop = Suspension(starts_on=begins, ends_before=begins + timedelta(days=length), kind=kind)
    plain = count(rule_id=rule_id, start=start)
    stopped = count(rule_id=rule_id, start=start, suspensions=[stop])
    assert stopped.due == plain.due + timedelta(days=length)


@given(start=days, pieces=st.lists(st.tuples(st.integers(1, 29), st.integers(1, 20)), min_size=1, max_size=4))
def test_overlapping_suspensions_are_left_out_once(start: date, pieces: list[tuple[int, int]]) -> None:
    stops = [
        Suspension(starts_on=start + timedelta(days=at), ends_before=start + timedelta(days=at + length))
        for at, length in pieces
    ]
    stopped = {day for stop in stops for day in range(stop.starts_on.toordinal(), stop.ends_before.toordinal())}
    day, left = start.toordinal(), 30
    while left:
        day += 1
        left -= day not in stopped
    assert count(rule_id="KN-5", start=start, suspensions=stops).due == date.fromordinal(day)


@given(rule_id=st.sampled_from(FORWARD), start=days, offset=st.integers(-3, 100))
def test_one_more_day_off_never_shortens_a_limit(rule_id: str, start: date, offset: int) -> None:
    local = CALENDAR.with_local_days(days_off={start + timedelta(days=offset): "Ngày nghỉ của địa phương"})
    before = count(rule_id=rule_id, start=start, calendar=CALENDAR)
    after = count(rule_id=rule_id, start=start, calendar=local)
    assert after.due >= before.due
    assert after.rolled_due >= before.rolled_due


@given(rule_id=st.sampled_from(CURRENT), start=days)
@settings(max_examples=60)
def test_explanation_ends_on_the_rolled_day_and_survives_storage(rule_id: str, start: date) -> None:
    deadline = count(rule_id=rule_id, start=start)
    assert deadline.steps[0].day == start
    assert deadline.steps[-1].day == deadline.rolled_due
    numbers = [step.number for step in deadline.steps if step.number is not None]
    if deadline.unit in {Unit.CALENDAR_DAY, Unit.WORKING_DAY}:
        assert numbers == list(range(1, deadline.length + 1))
    stored = from_json(data=to_json(deadline=deadline))
    assert stored == deadline
    assert stored.steps == deadline.steps


@given(day=days, number=st.integers(1, 300))
def test_adding_working_days_and_counting_them_back_agree(day: date, number: int) -> None:
    later = CALENDAR.add_working_days(day, number)
    assert CALENDAR.working_days_between(after=day, through=later) == number
    if CALENDAR.is_working_day(day):
        assert CALENDAR.add_working_days(later, -number) == day
