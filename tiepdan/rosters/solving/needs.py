"""What a problem asks, counted without the solver, which takes a second to load: pages and the check use only this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tiepdan.rosters.solving.values import MINUTES, Limits, Person, Post, Problem, Rule, Shift


def demands(post: Post, people: Iterable[Person]) -> list[tuple[Rule, str, frozenset[int]]]:
    """Return what a post asks of who sits there: rule, value, who meets it."""
    people = list(people)
    asked: list[tuple[Rule, str, frozenset[int]]] = []
    if post.leader:
        asked.append((Rule.LEADER, "", frozenset(person.key for person in people if person.leads)))
    asked += [(Rule.AGENCY, name, frozenset(one.key for one in people if one.agency == name)) for name in post.agencies]
    asked += [(Rule.SKILL, name, frozenset(one.key for one in people if name in one.skills)) for name in post.skills]
    return asked


def too_near(first: Shift, second: Shift, *, days: int, limits: Limits) -> bool:
    """Tell whether two shifts, the second some days later, leave less than the rest between them."""
    return days * MINUTES + second.starts - first.ends < limits.rest_minutes


def overlap(first: Shift, second: Shift) -> bool:
    """Tell whether two shifts of a day run at the same time."""
    return first.starts < second.ends and second.starts < first.ends


def demand(problem: Problem, days: Sequence[date]) -> int:
    """Return how many times somebody is needed on some days."""
    return len(days) * sum(post.need * len(post.shifts) for post in problem.posts)


def most_shifts(problem: Problem, person: int, days: Sequence[date]) -> int:
    """Return how many shifts a person could do on some days with leave and most in a row, others set aside."""
    leave = problem.leave()
    posted = {key for post in problem.posts for key in post.shifts}
    total, row, before = 0, 0, None
    for day in days:
        open_shifts = sum((person, day, shift.key) not in leave for shift in problem.shifts if shift.key in posted)
        row = row + 1 if before is not None and (day - before).days == 1 else 1
        if not open_shifts:
            row = 0
        elif row > problem.limits.in_row:
            row = 0
            open_shifts = 0
        total += min(open_shifts, problem.limits.per_day)
        before = day
    return total


def share(demanded: int, able: Sequence[int]) -> int:
    """Return the level to which everybody who can is filled before anybody gets one more.

    Example:
        >>> share(10, [9, 9, 1])
        4
    """
    low, high = 0, max(able, default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(one, middle) for one in able) <= demanded:
            low = middle
        else:
            high = middle - 1
    return low
