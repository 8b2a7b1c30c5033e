"""From the tables of a roster to the solver's values, and back to instants."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.infra.clock import VIETNAM
from tiepdan.rosters.models import DutyShift, Member, Roster, Wish
from tiepdan.rosters.rules import DayKind, Reply, Setup, ShiftKind
from tiepdan.rosters.solving.values import (
    MINUTES,
    Assigned,
    Day,
    Limits,
    Pairing,
    Person,
    Post,
    Problem,
    Shift,
    Slot,
    WishKind,
)
from tiepdan.rosters.solving.values import Wish as Wished

WEEKEND_NAMES: Final = frozenset({"Thứ Bảy", "Chủ nhật"})  # as the calendar names a day off that is no holiday
SERVING: Final = (Reply.OWN, Reply.AGREED)


def days_of(roster: Roster) -> list[date]:
    """Every day of the window, weekends and holidays too."""
    return [roster.starts_on + timedelta(days=n) for n in range((roster.ends_on - roster.starts_on).days + 1)]


def kind_of(on: date) -> DayKind:
    """Say how a day counts: holidays and Tết by the national calendar, also on a weekend."""
    name = national_calendar().day_off_name(on)
    if not name:
        return DayKind.WORKING
    return DayKind.WEEKEND if name in WEEKEND_NAMES else DayKind.HOLIDAY


def serving_members(roster: Roster) -> list[Member]:
    """Members who are on the roster: of the own agency, or sent by theirs. Cost: 1 query."""
    found = Member.objects.filter(force_id=roster.force_id, left_on__isnull=True, on_roster=True, reply__in=SERVING)
    return list(found.order_by("pk"))


def problem_of(roster: Roster) -> Problem:
    """Return the roster as a problem; published shifts are kept. Cost: 3 queries."""
    setup = roster.made_by()
    members = serving_members(roster)
    known = {member.pk for member in members}
    wishes = Wish.objects.filter(roster=roster, member_id__in=known)
    kept = DutyShift.objects.filter(roster=roster, published=True, member_id__in=known)
    posts = {post.key for post in setup.posts}
    return Problem(
        days=tuple(Day(on, kind_of(on) is not DayKind.WORKING) for on in days_of(roster)),
        shifts=tuple(_shift(one) for one in setup.shifts),
        posts=tuple(
            Post(one.key, one.need, one.shifts, one.leader, one.agencies, one.skills, one.standby)
            for one in setup.posts
        ),
        people=tuple(
            Person(member.pk, member.body, frozenset(map(str, member.skills)), member.leads) for member in members
        ),
        wishes=tuple(Wished(one.member_id, one.on, WishKind(one.kind), one.shift) for one in wishes.order_by("pk")),
        pairings=tuple(Pairing(one, two, together) for one, two, together in setup.pairs if {one, two} <= known),
        kept=tuple(
            Assigned(Slot(one.on, one.shift, one.post), one.member_id)
            for one in kept.order_by("on", "shift", "post", "member_id")
            if one.post in posts
        ),
        limits=Limits(setup.per_day, setup.rest_hours * 60, setup.in_row, setup.consecutive_nights),
    )


def span_of(setup: Setup, *, on: date, shift: str) -> tuple[datetime, datetime]:
    """Return when a shift of a day begins and ends."""
    kind = setup.shift(shift)
    begins = datetime.combine(on, kind.starts, tzinfo=VIETNAM)
    return begins, begins + timedelta(minutes=kind.minutes)


def _shift(kind: ShiftKind) -> Shift:
    starts = kind.starts.hour * 60 + kind.starts.minute
    return Shift(kind.key, starts, starts + kind.minutes, kind.night or starts + kind.minutes > MINUTES)
