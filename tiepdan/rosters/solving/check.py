"""Examines an answer without the solver: what is empty, what is broken, how even it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tiepdan.rosters.solving.needs import demands, fair_levels, overlap, too_near
from tiepdan.rosters.solving.values import Assigned, Evenness, Problem, Rule, Shift, Slot, Unfilled


def broken(problem: Problem, duties: Iterable[Assigned]) -> list[tuple[Rule, int, Slot]]:
    """List what an answer breaks of the limits of a person: rule, person, slot."""
    duties = sorted(duties)
    leave = problem.leave()
    wrong = [(Rule.LEAVE, one.person, one.slot) for one in duties if (one.person, one.slot.on, one.slot.shift) in leave]
    own: dict[int, list[Slot]] = defaultdict(list)
    for one in duties:
        found = clash(problem, own[one.person], one.slot)
        if found is not None:
            wrong.append((found, one.person, one.slot))
        own[one.person].append(one.slot)
    return wrong


def clash(problem: Problem, own: Sequence[Slot], slot: Slot) -> Rule | None:
    """Say which limit one more slot would break for somebody who has some already."""
    shifts = {shift.key: shift for shift in problem.shifts}
    limits = problem.limits
    here = shifts[slot.shift]
    same_day = [other for other in own if other.on == slot.on]
    if len(same_day) >= limits.per_day or any(overlap(shifts[other.shift], here) for other in same_day):
        return Rule.PER_DAY
    for other in own:
        days = (slot.on - other.on).days
        if days == 0 or abs(days) > 2:
            continue
        first, second = (shifts[other.shift], here) if days > 0 else (here, shifts[other.shift])
        if too_near(first, second, days=abs(days), limits=limits):
            return Rule.REST
        if _two_nights(first, second, abs(days)) and not limits.consecutive_nights:
            return Rule.NIGHTS
    return Rule.IN_ROW if _row({other.on for other in own} | {slot.on}, slot.on) > limits.in_row else None


def unfilled(problem: Problem, duties: Sequence[Assigned]) -> list[Unfilled]:
    """List the slots and demands that are not met, each with why nobody else could."""
    inside: dict[Slot, set[int]] = defaultdict(set)
    own: dict[int, list[Slot]] = defaultdict(list)
    for one in duties:
        inside[one.slot].add(one.person)
        own[one.person].append(one.slot)
    posts = {post.key: post for post in problem.posts}
    leave = problem.leave()
    found = []
    for slot in problem.slots():
        post = posts[slot.post]
        everybody = frozenset(person.key for person in problem.people)
        missing = post.need - len(inside[slot])
        asked = [(Rule.COVER, "", everybody, missing)] if missing > 0 else []
        for rule, value, able in demands(post, problem.people):
            if not able & inside[slot]:
                asked.append((rule, value, able, 1))
        for rule, value, able, lack in asked:
            reasons: Counter[str] = Counter()
            for key in able - inside[slot]:
                if (key, slot.on, slot.shift) in leave:
                    reasons["leave"] += 1
                else:
                    reasons[str(clash(problem, own[key], slot) or "elsewhere")] += 1
            if not able:
                reasons["nobody"] = 0
            found.append(Unfilled(slot, rule, lack, value, dict(sorted(reasons.items()))))
    return found


def spread(problem: Problem, duties: Iterable[Assigned], *, free: bool) -> int:
    """Return the largest difference of shifts between two people, leave taken into account.

    free: only weekends, holidays, Tết. Somebody who could not reach the common level is not compared from below.
    """
    return _spreads(problem, duties, free=free)[0]


def evenness(problem: Problem, duties: Iterable[Assigned]) -> Evenness:
    """Measure how evenly shifts are shared, and what no roster of these posts could better."""
    duties = list(duties)
    whole, least = _spreads(problem, duties, free=False)
    of_free, least_of_free = _spreads(problem, duties, free=True)
    return Evenness(spread_all=whole, spread_free=of_free, least_all=least, least_free=least_of_free)


def _spreads(problem: Problem, duties: Iterable[Assigned], *, free: bool) -> tuple[int, int]:
    """Return the difference as it is, and the one that stays however well one shares."""
    days = [day.on for day in problem.days if day.free or not free]
    wanted, levels = set(days), fair_levels(problem, days)
    return levels.spread(Counter(one.person for one in duties if one.slot.on in wanted)), levels.least_spread()


def _two_nights(first: Shift, second: Shift, days: int) -> bool:
    return days == 1 and first.night and second.night


def _row(days: set[date], around: date) -> int:
    first = last = around
    while first - timedelta(days=1) in days:
        first -= timedelta(days=1)
    while last + timedelta(days=1) in days:
        last += timedelta(days=1)
    return (last - first).days + 1
