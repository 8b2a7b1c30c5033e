"""Figures of a period, counted from the live tables with the rights of who asks. Every figure has rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Count, Q, Sum

from tiepdan.cases.models import Case
from tiepdan.deadlines.groups import group_from
from tiepdan.incidents.models import Incident
from tiepdan.infra.clock import VIETNAM
from tiepdan.matters.models import Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.plans.models import RegisterEntry, TaskAgency
from tiepdan.plans.rules.registers import Entered, RegisterKind, form_06
from tiepdan.plans.rules.tasks import AgencyState
from tiepdan.reception.models import Reception

FIGURES: Final[dict[str, str]] = {
    "receptions": "Lượt tiếp công dân",
    "people": "Số người được tiếp",
    "groups": "Lượt đoàn đông người",
    "submissions": "Đơn tiếp nhận",
    "complaints": "– khiếu nại",
    "denunciations": "– tố cáo",
    "petitions": "– kiến nghị, phản ánh",
    "cases_open": "Vụ việc đang giải quyết",
    "cases_closed": "Vụ việc kết thúc trong kỳ",
    "incidents": "Tình huống tại nơi tiếp công dân",
    "tasks": "Nhiệm vụ được giao",
    "tasks_done": "Nhiệm vụ hoàn thành",
    "tasks_late": "Nhiệm vụ quá hạn",
    "documents": "Văn bản quản lý ban hành, sửa đổi",
    "classes": "Lớp tập huấn, tuyên truyền",
    "trained": "Người dự tập huấn, tuyên truyền",
    "posts": "Tin, bài tuyên truyền",
    "inspections": "Cuộc thanh tra, kiểm tra trách nhiệm",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose figures, of which days."""

    agency_id: int
    agency_path: str
    since: date
    until: date
    plan_id: int | None = None


def figures(*, asked: Asked, today: date) -> dict[str, int]:
    """Count what an agency did in [since, until]. A post that sees no matter gets the registers' figures alone.

    Cost: 7 queries over indexes by agency and day
    """
    days = (asked.since, asked.until)
    visits = Reception.objects.filter(agency_path=asked.agency_path, received_on__range=days, void_reason="")
    told: dict[str, Any] = visits.aggregate(
        receptions=Count("id"), came=Sum("people"), groups=Count("id", filter=Q(people__gte=group_from(on=asked.until)))
    )
    told["people"] = told.pop("came")
    lines = Participation.objects.filter(
        agency_path=asked.agency_path, received_on__range=days, capacity__in=["received", "settling", "passed_on"]
    )
    told |= lines.aggregate(
        submissions=Count("id"),
        complaints=Count("id", filter=Q(kind=MatterKind.COMPLAINT)),
        denunciations=Count("id", filter=Q(kind=MatterKind.DENUNCIATION)),
        petitions=Count("id", filter=Q(kind=MatterKind.PETITION_FEEDBACK)),
    )
    cases = Case.objects.filter(agency_id=asked.agency_id, received_on__lte=asked.until)
    told |= cases.aggregate(
        cases_open=Count("id", filter=Q(closed_on=None) | Q(closed_on__gt=asked.until)),
        cases_closed=Count("id", filter=Q(closed_on__range=days)),
    )
    told["incidents"] = _incidents(asked)
    told |= _tasks(asked, today) | _registers(asked)
    return {name: int(told.get(name) or 0) for name in FIGURES}


def _incidents(asked: Asked) -> int:
    first = datetime.combine(asked.since, time(), tzinfo=VIETNAM)
    after = datetime.combine(asked.until + timedelta(days=1), time(), tzinfo=VIETNAM)
    return Incident.objects.filter(agency_path=asked.agency_path, began_at__gte=first, began_at__lt=after).count()


def _tasks(asked: Asked, today: date) -> dict[str, int]:
    rows = TaskAgency.objects.filter(agency_path=asked.agency_path).exclude(status=AgencyState.RELEASED)
    if asked.plan_id is not None:
        rows = rows.filter(plan_id=asked.plan_id)
    late = Q(due_on__lt=min(today, asked.until)) & ~Q(status=AgencyState.DONE)
    found: dict[str, int] = rows.aggregate(
        tasks=Count("id"),
        tasks_done=Count("id", filter=Q(status=AgencyState.DONE)),
        tasks_late=Count("id", filter=late),
    )
    return found


def entered(*, path: str, until: date, below: bool = False) -> list[Entered]:
    """Return the register entries of an agency (or of it and all below) as the rules count them. Cost: 1 query."""
    rows = RegisterEntry.objects.filter(happened_on__lte=until, voided_at=None)
    rows = rows.filter(agency_path__startswith=path) if below else rows.filter(agency_path=path)
    return [
        Entered(RegisterKind(row.kind), row.happened_on, row.concluded_on, row.closed_on, row.details) for row in rows
    ]


def state_management(*, path: str, since: date, until: date, below: bool = False) -> dict[int, int]:
    """Return columns 1 to 17 of form 06/QLKNTC from the registers. Rule: reports §3.7"""
    return form_06(entries=entered(path=path, until=until, below=below), since=since, until=until)


def _registers(asked: Asked) -> dict[str, int]:
    rows = entered(path=asked.agency_path, until=asked.until)
    columns = form_06(entries=rows, since=asked.since, until=asked.until)
    posts = sum(
        row.count("posts")
        for row in rows
        if row.kind is RegisterKind.TRAINING and asked.since <= row.happened_on <= asked.until
    )
    return {
        "documents": columns[1] + columns[2], "classes": columns[4], "trained": columns[5], "posts": posts,
        "inspections": columns[6],
    }  # fmt: skip


def added(rows: list[dict[str, int]]) -> dict[str, int]:
    """Put the figures of several reports together."""
    return {name: sum(row.get(name, 0) for row in rows) for name in FIGURES if any(name in row for row in rows)}
