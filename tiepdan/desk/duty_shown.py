"""Duty as drawn: shifts with their names, what the solver found in words, the month of a roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from tiepdan.rosters.models import DutyShift, Member, Roster
from tiepdan.rosters.queries import CLASH_WORDS
from tiepdan.rosters.solving.values import Evenness, Rule
from tiepdan.ui.words import Words, said

_RULES: Final = Words(
    {
        Rule.COVER: "đủ số người mỗi ca",
        Rule.LEADER: "có lãnh đạo trong ca",
        Rule.AGENCY: "có người của cơ quan được nêu",
        Rule.SKILL: "có người biết chuyên môn được nêu",
        Rule.LEAVE: "ngày nghỉ đã đăng ký",
        Rule.PER_DAY: "số ca tối đa một ngày",
        Rule.REST: "giờ nghỉ giữa hai ca",
        Rule.NIGHTS: "không trực tối hai ngày liền",
        Rule.IN_ROW: "số ngày trực liên tiếp tối đa",
    }
)
_LET: Final = Words(
    {
        Rule.LEAVE: "dù đã đăng ký nghỉ",
        Rule.PER_DAY: "thêm một ca trong ngày",
        Rule.REST: "dù nghỉ ít hơn quy định",
        Rule.NIGHTS: "tối thứ hai liên tiếp",
        Rule.IN_ROW: "quá số ngày liên tiếp",
    }
)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A shift with the words that its codes stand for."""

    duty: DutyShift
    shift: str
    post: str
    place: str


@dataclass(frozen=True, slots=True)
class FindingsShown:
    """What the solver found, in words."""

    failed: bool
    evenness: Evenness
    seconds: str
    proven: bool
    unfilled: Sequence[str]
    conflict: str
    relaxations: Sequence[str]
    moved: int


def duty_lines(duties: Sequence[DutyShift]) -> list[DutyLine]:
    """Add the names of shift and post."""
    setups = {duty.roster_id: duty.roster.made_by() for duty in duties}
    lines = []
    for duty in duties:
        setup = setups[duty.roster_id]
        shift = next((one.name for one in setup.shifts if one.key == duty.shift), duty.shift)
        post = next((one for one in setup.posts if one.key == duty.post), None)
        lines.append(DutyLine(duty, shift, post.name if post else duty.post, post.place if post else ""))
    return lines


def roster_duties(roster: Roster) -> list[DutyShift]:
    """Every shift for a print."""
    return list(roster.duties.select_related("member").order_by("on", "starts_at", "standby", "-leads", "pk"))


def findings_shown(roster: Roster, members: Sequence[Member]) -> FindingsShown | None:
    """Say what the solver found; None before it was asked."""
    found: dict[str, Any] = roster.findings
    if not found:
        return None
    if "failed" in found:
        return FindingsShown(True, Evenness(), "", False, (), "", (), 0)
    setup = roster.made_by()
    shifts = {one.key: one.name for one in setup.shifts}
    posts = {one.key: one.name for one in setup.posts}
    names = {member.pk: member.name for member in members}

    def place(row: dict[str, Any]) -> str:
        on = date.fromisoformat(row["on"])
        return f"{on:%d/%m/%Y}, ca {shifts.get(row['shift'], row['shift'])}, {posts.get(row['post'], row['post'])}"

    def missing(row: dict[str, Any]) -> str:
        asked = {
            Rule.COVER: _("thiếu {missing} người").format(missing=row["missing"]),
            Rule.LEADER: _("chưa có lãnh đạo"),
            Rule.AGENCY: _("chưa có người của {value}").format(value=row["value"]),
            Rule.SKILL: _("chưa có người biết {value}").format(value=row["value"]),
        }[Rule(row["rule"])]
        why = "; ".join(
            _("{count} người {clash_words}").format(count=count, clash_words=said(CLASH_WORDS[reason]))
            if count
            else said(CLASH_WORDS[reason])
            for reason, count in row["reasons"].items()
        )
        return (
            f"{place(row)}: {asked} ({why})."
            if why
            else _("{place}: {asked}, vì Tổ chỉ có chừng ấy người.").format(place=place(row), asked=asked)
        )

    def relaxed(row: dict[str, Any]) -> str:
        if row["member"] is None:
            return _("{place}: thêm người, hoặc bỏ yêu cầu {rules}.").format(
                place=place(row), rules=_RULES[Rule(row["rule"])]
            )
        who = names.get(row["member"], _("người khác"))
        return _("{who} trực ngày {rstrip}, {let}.").format(
            who=who, rstrip=place(row).rstrip(", "), let=_LET[Rule(row["rule"])]
        )

    evenness = Evenness(**{name: found.get(name, 0) for name in Evenness.__slots__})
    return FindingsShown(
        False, evenness, f"{found['seconds']:.1f}".replace(".", ","), found["status"] == "optimal",
        [missing(row) for row in found["unfilled"]], ", ".join(_RULES[Rule(rule)] for rule in found["conflict"]),
        [relaxed(row) for row in found["relaxations"]], found["moved"],
    )  # fmt: skip


def days_shown(first: date, last: date) -> list[tuple[date, str]]:
    """Days of a table with the short name of the weekday."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [(on, "CN" if on.weekday() == 6 else f"T{on.weekday() + 2}") for on in days]


def month_of(roster: Roster, asked: str, today: date) -> tuple[date, date, str, str]:
    """Return first and last day shown, and the months before and after as `yyyy-mm`, empty beyond the window.

    A window of no more than a month's days is shown whole.
    """
    if (roster.ends_on - roster.starts_on).days < 31:
        return roster.starts_on, roster.ends_on, "", ""
    try:
        month = date.fromisoformat(f"{asked}-01")
    except ValueError:
        month = min(max(today, roster.starts_on), roster.ends_on).replace(day=1)
    following = (month + timedelta(days=32)).replace(day=1)
    first, last = max(month, roster.starts_on), min(following - timedelta(days=1), roster.ends_on)
    if first > last:
        first, last = roster.starts_on, min(roster.ends_on, roster.starts_on + timedelta(days=30))
    before = f"{month - timedelta(days=1):%Y-%m}" if first > roster.starts_on else ""
    after = f"{following:%Y-%m}" if last < roster.ends_on else ""
    return first, last, before, after
