"""Why a limit ends when it ends: the counting day by day, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

from tiepdan.deadlines.model import Direction, Suspension, Unit
from tiepdan.deadlines.variants import mask_names, mask_names_vi

if TYPE_CHECKING:
    from tiepdan.deadlines.deadline import Deadline

Language = Literal["vi", "en"]

_ONE_DAY: Final = timedelta(days=1)
_WEEKDAYS: Final = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_UNITS: Final = {
    Unit.CALENDAR_DAY: ("ngày", "calendar days"),
    Unit.WORKING_DAY: ("ngày làm việc", "working days"),
    Unit.MONTH: ("tháng", "months"),
    Unit.YEAR: ("năm", "years"),
    Unit.HOUR: ("giờ", "hours"),
}


class StepKind(StrEnum):
    """What happens on one day of a counting."""

    EVENT = "event"  # the day of the event, not counted (DC-3)
    COUNTED = "counted"
    DAY_OFF = "day_off"  # inside a limit in working days
    SUSPENDED = "suspended"  # the clock stood (SU-1, SU-2, SU-4, SU-5)
    DUE = "due"  # last day of a limit in months or years
    MOVED = "moved"  # the last day was a day off: moved to a working day (DC-5)


@dataclass(frozen=True, slots=True)
class Step:
    """One day of the counting."""

    day: date
    kind: StepKind
    number: int | None  # which day of the limit this is
    day_off: str  # Vietnamese reason when offices are closed, else empty

    def text(self, language: Language = "vi", words: Callable[[str], str] = str) -> str:
        """Return the step as one line. words: puts the name of a day off into the reader's language."""
        when = f"{_WEEKDAYS[language][self.day.weekday()]} {self.day:%d/%m/%Y}"
        if language == "vi":
            said = {
                StepKind.EVENT: "ngày phát sinh, không tính",
                StepKind.COUNTED: f"ngày thứ {self.number}",
                StepKind.DAY_OFF: "ngày nghỉ, không tính",
                StepKind.SUSPENDED: "thời gian dừng, không tính",
                StepKind.DUE: "ngày cuối của thời hạn",
                StepKind.MOVED: "lùi do ngày cuối là ngày nghỉ",
            }[self.kind]
            return f"{when}: {said}" + (f" ({self.day_off})" if self.day_off else "")
        said = {
            StepKind.EVENT: "day of the event, not counted",
            StepKind.COUNTED: f"day {self.number}",
            StepKind.DAY_OFF: "day off, not counted",
            StepKind.SUSPENDED: "clock stopped, not counted",
            StepKind.DUE: "last day of the period",
            StepKind.MOVED: "moved because the last day is a day off",
        }[self.kind]
        return f"{when}: {said}" + (f" ({words(self.day_off)})" if self.day_off else "")


def steps_of(*, deadline: Deadline) -> tuple[Step, ...]:
    """Return the counting day by day, from the event to `rolled_due`, whose day is the last step's.

    Rule: DC-3, DC-5, DC-6
    """
    off = {one.day: one.name for one in deadline.days_off}
    first = Step(day=deadline.start, kind=StepKind.EVENT, number=None, day_off=off.get(deadline.start, ""))
    return (first, *_walk(deadline, off))


def explain(*, deadline: Deadline, language: Language = "vi") -> list[str]:
    """Return the counting as lines: rule and article, each day, the last day."""
    vi = language == "vi"
    unit = _UNITS[deadline.unit][0 if vi else 1]
    title = deadline.title_vi if vi else deadline.title
    lines = [f"{deadline.rule_id}: {title}"]
    if vi:
        lines.append(f"Căn cứ: {deadline.source}; quy định áp dụng từ {deadline.version:%d/%m/%Y}")
        lines.append(f"Thời hạn: {deadline.length} {unit} ({mask_names_vi(mask=deadline.variants)})")
    else:
        lines.append(f"Source: {deadline.source}; in force from {deadline.version.isoformat()}")
        variant = ", ".join(mask_names(mask=deadline.variants)) or "ordinary"
        lines.append(f"Length: {deadline.length} {unit} ({variant})")
    lines.extend(_extra_lines(deadline, vi))
    lines.extend(step.text(language) for step in deadline.steps)
    last = f"{_WEEKDAYS[language][deadline.rolled_due.weekday()]} {deadline.rolled_due:%d/%m/%Y}"
    lines.append(f"Ngày cuối: {last}" if vi else f"Last day: {last}")
    return lines


def _extra_lines(deadline: Deadline, vi: bool) -> Iterator[str]:
    for extension in deadline.extensions:
        if vi:
            yield f"Gia hạn {extension.days} ngày theo quyết định ngày {extension.decided_on:%d/%m/%Y} {extension.number}".rstrip()
        else:
            yield f"Extended by {extension.days} calendar days, decision of {extension.decided_on.isoformat()}"
    for suspension in deadline.suspensions:
        span = f"{suspension.starts_on:%d/%m/%Y} – {suspension.ends_before - _ONE_DAY:%d/%m/%Y}"
        yield f"Không tính thời gian dừng: {span}" if vi else f"Left out: {span}"
    for suspension in deadline.passed_over:
        span = f"{suspension.starts_on:%d/%m/%Y} – {suspension.ends_before - _ONE_DAY:%d/%m/%Y}"
        yield f"Vẫn tính vào thời hạn: {span}" if vi else f"Runs on through: {span}"
    if deadline.other_due is not None:
        label = "Theo văn bản còn lại, ngày cuối là" if vi else "By the other text the last day is"
        yield f"{label} {deadline.other_due:%d/%m/%Y}"
    if deadline.warn_on is not None:
        yield f"{'Cảnh báo từ' if vi else 'Warns from'} {deadline.warn_on:%d/%m/%Y}"
    if deadline.takes_effect_on is not None:
        yield f"{'Có hiệu lực từ' if vi else 'Takes effect on'} {deadline.takes_effect_on:%d/%m/%Y}"


def _walk(deadline: Deadline, off: dict[date, str]) -> Iterator[Step]:
    """Yield the steps after the event."""
    back = deadline.direction is Direction.BACKWARD
    move = -_ONE_DAY if back else _ONE_DAY
    if deadline.unit in {Unit.MONTH, Unit.YEAR}:
        yield from _suspended_days(deadline, off)
        yield Step(day=deadline.due, kind=StepKind.DUE, number=None, day_off=off.get(deadline.due, ""))
        day = deadline.due
    else:
        number = 0
        day = deadline.start
        while day != deadline.due:
            day += move
            reason = off.get(day, "")
            if _inside(deadline.suspensions, day):
                kind, shown = StepKind.SUSPENDED, None
            elif reason and deadline.unit is Unit.WORKING_DAY:
                kind, shown = StepKind.DAY_OFF, None
            else:
                number += 1
                kind, shown = StepKind.COUNTED, number
            yield Step(day=day, kind=kind, number=shown, day_off=reason)
    while day != deadline.rolled_due:
        day += move
        yield Step(day=day, kind=StepKind.MOVED, number=None, day_off=off.get(day, ""))


def _suspended_days(deadline: Deadline, off: dict[date, str]) -> Iterator[Step]:
    for suspension in deadline.suspensions:
        day = max(suspension.starts_on, deadline.start + _ONE_DAY)
        while day < min(suspension.ends_before, deadline.due):
            yield Step(day=day, kind=StepKind.SUSPENDED, number=None, day_off=off.get(day, ""))
            day += _ONE_DAY


def _inside(suspensions: tuple[Suspension, ...], day: date) -> bool:
    return any(one.starts_on <= day < one.ends_before for one in suspensions)
