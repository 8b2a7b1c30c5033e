"""A deadline explains itself in both languages and is stored as plain JSON."""

from __future__ import annotations

import json
from datetime import date

from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.explanation import StepKind, explain
from tiepdan.deadlines.model import Extension, Suspension
from tiepdan.deadlines.screen import DeadlineState, state, working_days_left
from tiepdan.deadlines.storage import from_json, to_json


# LI-1, the worked example of the decree page
def test_explanation_tells_each_day_in_vietnamese() -> None:
    assert explain(deadline=count(rule_id="LI-1", start=date(2026, 7, 3))) == [
        "LI-1: Thông báo từ chối tiếp công dân",
        "Căn cứ: NĐ 154/2026 Đ.4(3); quy định áp dụng từ 01/07/2026",
        "Thời hạn: 3 ngày làm việc (thông thường)",
        "Thứ Sáu 03/07/2026: ngày phát sinh, không tính",
        "Thứ Bảy 04/07/2026: ngày nghỉ, không tính (Thứ Bảy)",
        "Chủ nhật 05/07/2026: ngày nghỉ, không tính (Chủ nhật)",
        "Thứ Hai 06/07/2026: ngày thứ 1",
        "Thứ Ba 07/07/2026: ngày thứ 2",
        "Thứ Tư 08/07/2026: ngày thứ 3",
        "Ngày cuối: Thứ Tư 08/07/2026",
    ]


def test_explanation_tells_each_day_in_english() -> None:
    lines = explain(deadline=count(rule_id="KN-10", start=date(2026, 7, 3)), language="en")
    assert lines[:3] == [
        "KN-10: Sending the first decision",
        "Source: LKN Đ.32; NĐ 124/2020 Đ.29(2)(a); in force from 2012-07-01",
        "Length: 3 working days (ordinary)",
    ]
    assert lines[-1] == "Last day: Wednesday 08/07/2026"


# KN-5, SU-2, DC-5
def test_suspended_days_and_the_move_off_a_sunday_are_steps() -> None:
    stop = Suspension(starts_on=date(2026, 8, 1), ends_before=date(2026, 8, 11))
    deadline = count(rule_id="KN-5", start=date(2026, 7, 14), suspensions=[stop])
    kinds = [step.kind for step in deadline.steps]
    assert kinds.count(StepKind.SUSPENDED) == 10
    assert kinds.count(StepKind.COUNTED) == 30
    assert kinds[-1] is StepKind.MOVED
    assert "Không tính thời gian dừng: 01/08/2026 – 10/08/2026" in explain(deadline=deadline)


# TC-6, TC-7
def test_extension_is_named_with_its_decision() -> None:
    extension = Extension(days=20, decided_on=date(2026, 8, 10), number="15/QĐ-UBND")
    deadline = count(rule_id="TC-6", start=date(2026, 7, 14), complex=True, extensions=[extension])
    assert deadline.due == date(2026, 9, 2)
    assert deadline.rolled_due == date(2026, 9, 3)
    assert "Gia hạn 20 ngày theo quyết định ngày 10/08/2026 15/QĐ-UBND" in explain(deadline=deadline)
    assert [step.number for step in deadline.steps if step.kind is StepKind.COUNTED][-1] == 50


# TC-6, SU-5: a suspension that begins after the first end but inside the extended limit still stops the clock.
def test_suspension_inside_the_extension_is_left_out() -> None:
    stop = Suspension(starts_on=date(2026, 8, 20), ends_before=date(2026, 8, 25))
    deadline = count(
        rule_id="TC-6",
        start=date(2026, 7, 14),
        complex=True,
        extensions=[Extension(days=30, decided_on=date(2026, 8, 10))],
        suspensions=[stop],
    )
    assert deadline.due == date(2026, 9, 17)


def test_stored_json_is_plain_and_keeps_the_days_off_of_its_time() -> None:
    local = national_calendar().with_local_days(days_off={date(2026, 7, 7): "Ngày nghỉ của xã"})
    deadline = count(rule_id="KN-3", start=date(2026, 7, 3), calendar=local)
    stored = from_json(data=json.loads(json.dumps(to_json(deadline=deadline))))
    assert stored == deadline
    assert stored.rolled_due == date(2026, 7, 15)
    assert any("Ngày nghỉ của xã" in line for line in explain(deadline=stored))
    assert explain(deadline=stored) == explain(deadline=deadline)


def test_backward_limit_is_explained_backward() -> None:
    deadline = count(rule_id="LI-7", start=date(2026, 9, 3))
    assert [step.day for step in deadline.steps][:2] == [date(2026, 9, 3), date(2026, 9, 2)]
    assert deadline.steps[-1].day == date(2026, 8, 24)


def test_state_on_a_screen() -> None:
    calendar = national_calendar()
    due = date(2026, 7, 14)
    states = {
        date(2026, 7, 8): DeadlineState.OK,
        date(2026, 7, 9): DeadlineState.DUE_SOON,
        date(2026, 7, 12): DeadlineState.DUE_SOON,
        due: DeadlineState.DUE_TODAY,
        date(2026, 7, 15): DeadlineState.LATE,
    }
    assert {day: state(today=day, due=due, calendar=calendar) for day in states} == states
    assert state(today=date(2026, 7, 6), due=due, calendar=calendar, warn_on=date(2026, 7, 6)) == "due_soon"
    assert working_days_left(today=date(2026, 7, 10), due=due, calendar=calendar) == 2
    assert working_days_left(today=due, due=due, calendar=calendar) == 0
    assert working_days_left(today=date(2026, 7, 16), due=due, calendar=calendar) == -2
