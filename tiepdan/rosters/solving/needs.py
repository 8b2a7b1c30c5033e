"""What a problem asks, counted without the solver, which takes a second to load: pages and the check use only this."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class FairLevels:
    """How many shifts each person does where they are shared as evenly as posts and leave allow."""

    loads: Mapping[int, int]  # person → shifts in one such sharing
    able: Mapping[int, int]  # person → the most they could do
    alike: Mapping[int, tuple[int, int]]  # person → least and most load of those who may sit at the same posts
    held: Mapping[frozenset[int], Mapping[int, int]]  # who may take a seat → person → such seats in that sharing

    def bounds(self, person: int) -> tuple[int, int]:
        """Between which numbers a fair roster keeps a person; one shift of room, never more than among all."""
        least, most = self.alike[person]
        lowest, highest = min(least for least, _ in self.alike.values()), max(most for _, most in self.alike.values())
        if highest - lowest <= 1:
            least, most = lowest, lowest + 1
        elif least == most:
            least, most = (least, most + 1) if most < highest else (least - 1, most)
        return min(least, self.able[person]), most

    def spread(self, done: Mapping[int, int]) -> int:
        """Return the largest difference of two people; whom only leave keeps below the others is not compared."""
        if not self.able:
            return 0
        top = max(done.get(person, 0) for person in self.able)
        floor = [
            done.get(person, 0)
            for person, able in self.able.items()
            if able > self.alike[person][0] or done.get(person, 0) < able
        ]
        return max(0, top - min(floor, default=top))

    def least_spread(self) -> int:
        """Return the difference that stays however well one shares: only some may lead, or come from a body."""
        return self.spread(self.loads)


def fair_levels(problem: Problem, days: Sequence[date]) -> FairLevels:
    """Share the seats of some days as evenly as who may sit where allows; rest and nights are left to the solver.

    One seat after the other goes to whoever, along a chain of exchanges, has least: no other sharing is more even.
    Cost: seats × people², some tenths of a second for 60 people and a month.
    """
    able = {person.key: most_shifts(problem, person.key, days) for person in problem.people}
    seats: Counter[frozenset[int]] = Counter()
    for post in problem.posts:
        for fit in seats_of(post, problem.people):
            seats[fit] += len(days) * len(post.shifts)
    loads = dict.fromkeys(able, 0)
    held: dict[frozenset[int], Counter[int]] = {kind: Counter() for kind in seats}
    for kind, count in sorted(seats.items(), key=lambda seat: (len(seat[0]), sorted(seat[0]))):
        for _ in range(count):
            if not _seat_one(kind, held, loads, able):
                break  # nobody is left for this kind of seat
    classes: dict[frozenset[frozenset[int]], list[int]] = defaultdict(list)
    for person in able:
        classes[frozenset(kind for kind in seats if person in kind)].append(person)
    alike: dict[int, tuple[int, int]] = {}
    for members in classes.values():
        free = [loads[one] for one in members if loads[one] < able[one]] or [loads[one] for one in members]
        for one in members:
            alike[one] = min(free), max(loads[each] for each in members)
    return FairLevels(loads, able, alike, held)


def seats_of(post: Post, people: Iterable[Person]) -> list[frozenset[int]]:
    """Return who may take each seat of a post; what it asks for lies on its first seats."""
    people = list(people)
    seats = [frozenset(person.key for person in people)] * post.need
    for number, (_, _, fit) in enumerate(demands(post, people)):
        if post.need:
            seats[number % post.need] &= fit
    return seats


def _seat_one(
    kind: frozenset[int], held: Mapping[frozenset[int], Counter[int]], loads: dict[int, int], able: Mapping[int, int]
) -> bool:
    """Give one seat away so that the least loaded person within reach has one shift more; False when all are full."""
    came: dict[int, tuple[int, frozenset[int]] | None] = dict.fromkeys(sorted(kind))
    queue, unopened = list(came), [other for other in held if other != kind]
    for person in queue:  # grows while it is walked: whoever can take a seat over from somebody reached
        for other in [one for one in unopened if held[one][person]]:
            unopened.remove(other)
            reached = sorted(other - came.keys())
            came.update(dict.fromkeys(reached, (person, other)))
            queue += reached
    open_to = [person for person in queue if loads[person] < able[person]]
    if not open_to:
        return False
    last = min(open_to, key=loads.__getitem__)  # the first of equals: the shortest chain
    loads[last] += 1
    step = came[last]
    while step is not None:
        giver, other = step
        held[other][last] += 1
        held[other][giver] -= 1
        last, step = giver, came[giver]
    held[kind][last] += 1
    return True
