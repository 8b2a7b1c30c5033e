"""What of a corrected reading becomes a followed plan: its tasks with bodies and deadlines, one by one. No Django."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from tiepdan.infra.folding import fold
from tiepdan.plans.rules.due import Due, DueKind, understood
from tiepdan.plans.rules.tasks import TaskKind, kind_of

_RECURRING: Final = {
    "daily": DueKind.DAILY, "weekly": DueKind.WEEKLY, "monthly": DueKind.MONTHLY, "quarterly": DueKind.QUARTERLY,
    "half-yearly": DueKind.HALF_YEARLY, "yearly": DueKind.YEARLY, "as-needed": DueKind.AS_NEEDED,
}  # fmt: skip
_REPORTS: Final = re.compile(r"\b(tong hop,?|dinh ky|gui)?\s*(ket qua )?bao cao\b")


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task as the corrected reading has it."""

    place: int
    text: str
    section: str
    heading: str
    leads: tuple[str, ...]
    coordinate: tuple[str, ...]
    report_to: tuple[str, ...]
    via: str
    result: str
    recurring: str
    requested: bool
    kind: TaskKind
    passages: tuple[tuple[int, int], ...] = ()
    deadlines: tuple[Due, ...] = field(default=())

    @property
    def reports(self) -> bool:
        """Tell whether the task is a report that comes due."""
        dated = any(due.kind is not DueKind.AS_NEEDED for due in self.deadlines)
        return bool(self.report_to) and dated and bool(_REPORTS.search(fold(self.text)))


def read_tasks(reading: Mapping[str, Any]) -> tuple[ReadTask, ...]:
    """List the tasks of a corrected reading, removed rows already left out (`corrections.exported`)."""
    headings = {row["path"]: row["title"] or "" for row in reading.get("sections") or []}
    found: list[ReadTask] = []
    for row in reading.get("assignments") or []:
        named = tuple(row.get("agencies") or ([row["agency"]] if row.get("agency") else []))
        for task in row["tasks"]:
            spans = (task.get("spans") or {}).get("text") or []
            found.append(
                ReadTask(
                    place=len(found),
                    text=task.get("text") or "",
                    section=row.get("section") or "",
                    heading=headings.get(row.get("section") or "", ""),
                    leads=tuple(task.get("lead") or named),
                    coordinate=tuple(task.get("coordinate_with") or ()),
                    report_to=tuple(task.get("report_to") or ()),
                    via=task.get("via") or "",
                    result=task.get("result") or "",
                    recurring=task.get("recurring") or "",
                    requested=bool(row.get("request") or task.get("request")),
                    kind=kind_of(text=task.get("text") or ""),
                    passages=tuple((int(one[0]), int(one[1])) for one in spans),
                    deadlines=deadlines_of(task),
                )
            )
    return tuple(found)


def deadlines_of(task: Mapping[str, Any]) -> tuple[Due, ...]:
    """Return every deadline of a read task. A relative one that only repeats the recurrence refines it."""
    found: list[Due] = []
    text = task.get("deadline") or ""
    if text.startswith("--"):
        found.append(Due(kind=DueKind.YEARLY, month=int(text[2:4]), month_day=int(text[5:7]), printed=_day_words(text)))
    elif text:
        found.append(Due(kind=DueKind.FIXED, day=date.fromisoformat(text), printed=_day_words(text)))
    elif task.get("deadline_partial"):
        year, month = task["deadline_partial"].split("-")
        found.append(Due(kind=DueKind.FIXED, day=_month_end(int(year), int(month)), printed=f"{month}/{year}"))
    for words in task.get("relative_deadlines") or ():
        due = understood(text=words)
        repeated = due.kind is DueKind.RELATIVE and any(one.kind in {DueKind.YEARLY, DueKind.FIXED} for one in found)
        if not (repeated and due.offset_days == 0):
            found.append(due)
    again = _RECURRING.get(task.get("recurring") or "")
    if again is not None and not any(one.kind is again for one in found):
        if again is DueKind.YEARLY and any(one.kind is DueKind.FIXED for one in found):
            found = [_every_year(one) for one in found]
        else:
            found.append(Due(kind=again))
    return tuple(found)


def _every_year(due: Due) -> Due:
    if due.kind is not DueKind.FIXED or due.day is None:
        return due
    return Due(kind=DueKind.YEARLY, month=due.day.month, month_day=due.day.day, printed=due.printed)


def _month_end(year: int, month: int) -> date:
    first = date(year + month // 12, month % 12 + 1, 1)
    return first - date.resolution


def _day_words(text: str) -> str:
    return "/".join(reversed(text.removeprefix("--").split("-")))


def bases_of(reading: Mapping[str, Any]) -> str:
    """Write the legal bases of a plan, one per line."""
    lines = []
    for row in reading.get("legal_bases") or []:
        parts = [row.get("kind") or "", row.get("about") or ""]
        if row.get("number"):
            parts.append(f"số {row['number']}")
        elif row.get("year"):
            parts.append(f"năm {row['year']}")
        line = " ".join(part for part in parts if part)
        if line and line not in lines:
            lines.append(line)
    return "\n".join(lines)


def names_of(tasks: tuple[ReadTask, ...]) -> tuple[str, ...]:
    """List every body named by tasks, each once, in the order of the text."""
    names: dict[str, None] = {}
    for task in tasks:
        for name in (*task.leads, *task.coordinate, *task.report_to, *((task.via,) if task.via else ())):
            names.setdefault(name, None)
    return tuple(names)


def window_of(reading: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the days of the longest whole period, what an event window is proposed from."""
    whole = [
        (date.fromisoformat(row["from"]), date.fromisoformat(row["to"]))
        for row in reading.get("periods") or []
        if row.get("from") and row.get("to") and "--" not in (row["from"][:2], row["to"][:2])
    ]
    return max((one for one in whole if one[0] <= one[1]), key=lambda one: one[1] - one[0], default=None)
