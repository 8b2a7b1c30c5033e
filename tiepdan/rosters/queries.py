"""Reads that fill the pages of duty."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q

from tiepdan.accounts.rules import Actor
from tiepdan.infra.verdict import Verdict
from tiepdan.rosters.models import AllowanceRate, DutyShift, HandOver, Member, Roster, Swap, TaskForce, Wish
from tiepdan.rosters.problem import SERVING, days_of, kind_of, problem_of, serving_members
from tiepdan.rosters.rules import (
    DayKind,
    Function,
    Rate,
    Setup,
    Sum,
    SwapStatus,
    Worked,
    may_keep,
    may_swap,
    setup_from_json,
    sums,
)
from tiepdan.rosters.solving.check import clash
from tiepdan.rosters.solving.values import Rule, Slot, WishKind

CLASH_WORDS: dict[str, str] = {
    Rule.LEAVE: "đã đăng ký nghỉ",
    Rule.PER_DAY: "đã trực ca khác trong ngày",
    Rule.REST: "chưa đủ giờ nghỉ giữa hai ca",
    Rule.NIGHTS: "đã trực đêm liền kề",
    Rule.IN_ROW: "đã đủ số ngày trực liên tiếp",
    "elsewhere": "đổi sang ca này thì ca khác thiếu người",
    "nobody": "không ai trong Tổ đáp ứng",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person does on one day."""

    on: date
    duties: Sequence[DutyShift]
    leave: bool
    kind: DayKind


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person over the month."""

    member: Member
    cells: Sequence[Cell]
    total: int
    free: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take a shift; `why` says what stands against it."""

    member: Member
    shifts: int
    why: str


@dataclass(frozen=True, slots=True)
class FeedShift:
    """A shift as a calendar shows it."""

    id: int
    starts_at: datetime
    ends_at: datetime
    standby: bool
    shift: str
    post: str
    place: str
    title: str
    force: str
    roster: str


def forces() -> list[TaskForce]:
    """Task forces of the own agency and those one serves in, newest first. Cost: 1 query."""
    return list(TaskForce.objects.select_related("agency").order_by("-pk")[:100])


def rosters() -> list[Roster]:
    """Rosters of the own agency and those one serves in, newest first. Cost: 1 query."""
    return list(Roster.objects.select_related("force", "agency").order_by("-pk")[:100])


def members_of(*, force: TaskForce) -> list[Member]:
    """Everybody in a task force, leaders first. Cost: 1 query."""
    order = list(Function)
    found = force.members.filter(left_on__isnull=True).select_related("user")
    return sorted(found, key=lambda one: (order.index(Function(one.function)), one.pk))


def on_duty(*, at: datetime) -> list[DutyShift]:
    """Who is on duty now at the own agency or in one's task forces, leaders first. Cost: 1 query."""
    found = DutyShift.objects.filter(published=True, starts_at__lte=at, ends_at__gt=at)
    return list(found.select_related("member", "roster__agency").order_by("-leads", "standby", "pk")[:200])


def serving_now(*, by: Actor, on: date) -> list[Member]:
    """Everybody who serves in a task force of the own agency on a day. Cost: 1 query."""
    found = Member.objects.filter(
        force__agency_id=by.agency_id, force__starts_on__lte=on, force__ends_on__gte=on, force__ended_on__isnull=True,
        left_on__isnull=True, reply__in=SERVING,
    )  # fmt: skip
    seen: dict[tuple[int | None, str], Member] = {}
    for member in found.order_by("-leads", "pk"):
        seen.setdefault((member.user_id, member.name), member)
    return list(seen.values())


def leaders_on_call(*, by: Actor, at: datetime) -> list[Member]:
    """Leaders of the shift running now at the own agency, or of the next one within a day. Cost: up to 2 queries."""
    own = DutyShift.objects.filter(published=True, leads=True, agency_path=by.agency_path).select_related("member")
    now = list(own.filter(starts_at__lte=at, ends_at__gt=at).order_by("standby", "pk"))
    if not now:
        now = list(own.filter(starts_at__gt=at, starts_at__lte=at + timedelta(days=1)).order_by("starts_at", "pk")[:1])
    return [duty.member for duty in now]


def my_duties(*, by: Actor, at: datetime) -> list[DutyShift]:
    """One's own shifts from now on. Cost: 1 query."""
    found = DutyShift.objects.filter(published=True, member__user_id=by.user_id, ends_at__gt=at)
    return list(found.select_related("roster", "member").order_by("starts_at")[:30])


def swap_verdict(*, duty: DutyShift, by: Actor, at: datetime, same_person: bool = False) -> Verdict:
    """Whether somebody may ask for a swap of a shift now. Refused: as rules.may_swap. Cost: 1 query."""
    return may_swap(
        starts_at=duty.starts_at, at=at, own=duty.member.user_id == by.user_id or bool(may_keep(role=by.role)),
        same_person=same_person, open_swap=duty.swaps.filter(status__in=[SwapStatus.ASKED, SwapStatus.AGREED]).exists(),
    )  # fmt: skip


def my_swaps(*, by: Actor) -> list[Swap]:
    """Swaps that wait for one's answer, and those that wait for a keeper of the own agency. Cost: 1 query."""
    asked = Q(status=SwapStatus.ASKED, other__user_id=by.user_id)
    agreed = Q(status=SwapStatus.AGREED, duty__agency_path=by.agency_path)
    found = Swap.objects.filter(asked | agreed).select_related("duty__member", "duty__roster", "other", "other_duty")
    return list(found.order_by("duty__starts_at")[:100])


def grid(*, roster: Roster, first: date, last: date) -> list[GridRow]:
    """The roster as a table of people and days. Cost: 3 queries."""
    duties: dict[tuple[int, date], list[DutyShift]] = defaultdict(list)
    for duty in roster.duties.order_by("starts_at"):
        duties[duty.member_id, duty.on].append(duty)
    leave = set(Wish.objects.filter(roster=roster, kind=WishKind.LEAVE).values_list("member_id", "on"))
    members = {member.pk: member for member in serving_members(roster)}
    others = {member for member, _ in duties} - set(members)
    members |= {member.pk: member for member in Member.objects.filter(pk__in=others)}
    kinds = {on: kind_of(on) for on in days_of(roster)}
    rows = []
    for member in members.values():
        own = [(on, found) for (key, on), found in duties.items() if key == member.pk]
        rows.append(
            GridRow(
                member,
                [
                    Cell(on, duties.get((member.pk, on), ()), (member.pk, on) in leave, kind)
                    for on, kind in kinds.items()
                    if first <= on <= last
                ],
                sum(len(found) for _, found in own),
                sum(len(found) for on, found in own if kinds.get(on) is not DayKind.WORKING),
            )
        )
    return rows


def day_of(*, roster: Roster, on: date) -> tuple[list[DutyShift], list[HandOver]]:
    """The shifts and hand-over notes of one day. Cost: 2 queries."""
    duties = roster.duties.filter(on=on).select_related("member").order_by("starts_at", "standby", "-leads", "pk")
    notes = roster.hand_overs.filter(on=on).select_related("written_by").order_by("pk")
    return list(duties), list(notes)


def candidates(*, duty: DutyShift) -> list[Candidate]:
    """Who could take a shift: those free first, of these who has done least. Cost: 5 queries."""
    problem = problem_of(duty.roster)
    leave = problem.leave()
    own: dict[int, list[Slot]] = defaultdict(list)
    for one in duty.roster.duties.all():
        own[one.member_id].append(Slot(one.on, one.shift, one.post))
    found = []
    for member in serving_members(duty.roster):
        if member.pk == duty.member_id:
            continue
        rule = Rule.LEAVE if (member.pk, duty.on, duty.shift) in leave else None
        rule = rule or clash(problem, own[member.pk], Slot(duty.on, duty.shift, duty.post))
        found.append(Candidate(member, len(own[member.pk]), CLASH_WORDS[rule] if rule else ""))
    return sorted(found, key=lambda one: (bool(one.why), one.shifts, one.member.pk))


def why_not(*, duty: DutyShift, member: Member, leaving: DutyShift | None) -> str:
    """Say in words what keeps somebody from a shift; empty when nothing does. Cost: 4 queries.

    leaving: the shift they give away in return
    """
    problem = problem_of(duty.roster)
    if member.pk not in {person.key for person in problem.people}:
        return "không tham gia lịch trực"
    if (member.pk, duty.on, duty.shift) in problem.leave():
        return CLASH_WORDS[Rule.LEAVE]
    own = [
        Slot(one.on, one.shift, one.post)
        for one in duty.roster.duties.filter(member=member)
        if leaving is None or one.pk != leaving.pk
    ]
    rule = clash(problem, own, Slot(duty.on, duty.shift, duty.post))
    return CLASH_WORDS[rule] if rule else ""


def hours(*, roster: Roster, on: date) -> list[tuple[Member, Sum]]:
    """Hours and allowance per person: shifts published and not missed. Cost: 3 queries."""
    setup = roster.made_by()
    members = {member.pk: member for member in Member.objects.filter(force_id=roster.force_id)}
    worked = [
        Worked(duty.member_id, kind_of(duty.on), setup.shift(duty.shift).minutes, duty.standby)
        for duty in roster.duties.filter(published=True).exclude(attendance="absent")
        if duty.shift in {one.key for one in setup.shifts}
    ]
    rates = [
        Rate(DayKind(rate.kind), rate.standby, rate.amount, rate.starts_on)
        for rate in AllowanceRate.objects.filter(agency_id=roster.agency_id, starts_on__lte=on)
    ]
    return [(members[one.member], one) for one in sums(worked, rates)]


def rates(*, by: Actor) -> list[AllowanceRate]:
    """Rates of the own agency, newest first. Cost: 1 query."""
    return list(AllowanceRate.objects.filter(agency_id=by.agency_id).order_by("-starts_on", "kind", "standby"))


def feed(*, secret: str, since: datetime, until: datetime) -> list[FeedShift] | None:
    """The shifts behind a secret address; None when there is no such address. Cost: 2 queries, nobody acting."""
    known = hashlib.sha256(secret.encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.feed_known(%s)", [known])
        row = cursor.fetchone()
        if row is None or not row[0]:
            return None
        cursor.execute("SELECT * FROM tiepdan.duty_feed(%s, %s, %s)", [known, since, until])
        rows: list[tuple[Any, ...]] = cursor.fetchall()  # Any: rows of a driver
    return [_feed_shift(row) for row in rows]


def _feed_shift(row: tuple[Any, ...]) -> FeedShift:
    setup = _setup(row[6])
    post = next((one for one in setup.posts if one.key == row[5]), None)
    shift = next((one for one in setup.shifts if one.key == row[4]), None)
    return FeedShift(
        row[0], row[1], row[2], row[3], shift.name if shift else row[4], post.name if post else row[5],
        post.place if post else "", row[7], row[8], row[9],
    )  # fmt: skip


def _setup(stored: Mapping[str, Any] | str) -> Setup:
    return setup_from_json(json.loads(stored) if isinstance(stored, str) else stored)
