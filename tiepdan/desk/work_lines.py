"""Lines of work in words: why now, how long still, and the next step as a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Actor, Role
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.screen import SOON_WORKING_DAYS, DeadlineState, state, working_days_left
from tiepdan.desk.labels import label
from tiepdan.matters.models import Participation
from tiepdan.reports.queries import BUCKET_LIMIT, Bucket, MyWork, WorkLine
from tiepdan.ui.words import Words, said


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as drawn."""

    line: Participation
    url: str
    step: str  # words of the button
    step_url: str
    why: str
    due: date | None
    left: int | None  # working days
    clock_state: str


@dataclass(frozen=True, slots=True)
class Group:
    """One group of "my work"."""

    key: str
    title: str
    tone: str
    icon: str
    count: str
    lines: Sequence[ShownLine]
    hidden: int


def soon_until(*, today: date, calendar: Calendar) -> date:
    """Return the last day that counts as soon: some working days of the locality ahead."""
    return calendar.add_working_days(today, SOON_WORKING_DAYS)


def shown(*, work: MyWork, by: Actor, today: date, calendar: Calendar) -> list[Group]:
    """Return the groups of "my work" with their words."""
    waiting = _("Chờ bạn phê duyệt") if by.is_one_of(Role.HEAD, Role.DEPUTY) else _("Chờ bạn làm bước tiếp")
    return [
        _group("qua-han", _("Quá hạn"), "late", "triangle-alert", work.late, today, calendar),
        _group("hom-nay", _("Đến hạn hôm nay"), "due", "clock-alert", work.today, today, calendar),
        _group("cho-ban", waiting, "info", "hourglass", work.waiting, today, calendar),
        _group("sap-den", _("Sắp đến hạn"), "due", "clock", work.soon, today, calendar),
        _group("moi", _("Mới tiếp nhận"), "neutral", "mail", work.new, today, calendar),
    ]


def in_words(found: WorkLine, *, today: date, calendar: Calendar) -> ShownLine:
    """Return one line with its reason and next step."""
    line = found.line
    limit = said(found.limit_title) or (_("Thời hạn {rule_id}").format(rule_id=found.rule_id) if found.rule_id else "")
    source = f" ({found.limit_source})" if found.limit_source else ""
    due = line.due_on
    url = address_of(code=line.code, case_code=found.case_code) if found.readable else ""
    return ShownLine(
        line=line,
        url=url,
        step_url=(_address("desk:processing_page", line.code) or url if line.state in _PROCESSED else url)
        if url
        else "",
        step=_STEPS.get(line.state, _("Mở")),
        why=f"{limit}{source}" if limit else label("capacity", line.capacity),
        due=due,
        left=working_days_left(today=today, due=due, calendar=calendar) if due else None,
        clock_state=str(state(today=today, due=due, calendar=calendar) if due else DeadlineState.OK),
    )


def address_of(*, code: str, case_code: str = "") -> str:
    """Return the address of the case, or of the submission when there is none; empty while neither page exists."""
    return (_address("desk:case_detail", case_code) if case_code else "") or _address("desk:submission_detail", code)


_PAGES = {
    "duty_joined": "desk:force",
    "online_invited": "desk:online",
    "online_called_off": "desk:online",
    "online_point_chosen": "desk:online",
    "duty_published": "desk:roster",
    "duty_tomorrow": "desk:roster",
    "duty_changed": "desk:roster",
    "duty_swap_asked": "desk:duty_now",
    "duty_swap_agreed": "desk:duty_now",
    "duty_swap_decided": "desk:roster",
    "incident_urgent": "desk:incident",
    "incident_called": "desk:incident",
    "incident_home": "desk:incident",
    "incident_home_answered": "desk:incident",
    "incident_ended": "desk:incident",
    "page_waits": "desk:page_detail",
    "situation_received": "desk:situation_series",
    "situation_asked": "desk:situation_series",
    "situation_urged": "desk:situation_series",
}


def page_of(*, kind: str, code: str) -> str:
    """Return the page that a notice of duty, an incident or a report speaks of; empty for others."""
    name = _PAGES.get(kind, "")
    if name == "desk:duty_now":
        return reverse(name)
    return _address(name, code) if name else ""


def address_of_notice(*, kind: str, code: str) -> str:
    """Return where a line of the inbox leads."""
    if kind == "post_waits":
        return reverse("desk:posts_waiting")
    if kind in _PAGES:
        return page_of(kind=kind, code=code)
    if kind.startswith("handover_"):
        return reverse("desk:handover", args=[int(code.rpartition("-")[2])])
    if kind in {"plan_report", "plan_report_returned", "plan_report_due", "plan_report_late"}:
        return reverse("desk:plan_report", args=[code])
    if kind.startswith("plan_enforcement"):
        return reverse("desk:review_list")
    return reverse("desk:followed_detail", args=[code]) if kind.startswith("plan_") else address_of(code=code)


def _address(name: str, code: str) -> str:
    try:
        return reverse(name, args=[code])
    except NoReverseMatch:
        return ""


_PROCESSED = frozenset({"received", "screened", "proposed"})  # the next step is on the page of processing
_STEPS = Words(
    {
        "received": "Phân loại đơn",
        "screened": "Đề xuất xử lý",
        "proposed": "Xem đề xuất",
        "checking": "Kiểm tra điều kiện",
        "accepted": "Mở vụ việc",
        "verifying": "Tiếp tục xác minh",
        "reported": "Xem báo cáo",
        "suspended": "Xem lý do tạm đình chỉ",
    }
)


def _group(key: str, title: str, tone: str, icon: str, bucket: Bucket, today: date, calendar: Calendar) -> Group:
    drawn = [in_words(line, today=today, calendar=calendar) for line in bucket.lines]
    count = f"{BUCKET_LIMIT}+" if bucket.count >= BUCKET_LIMIT else str(bucket.count)
    return Group(key, title, tone, icon, count, drawn, bucket.count - len(drawn))
