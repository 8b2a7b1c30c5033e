"""A first answer without the solver: a start for it, and a fallback."""

from __future__ import annotations

from collections import Counter

from tiepdan.rosters.solving.check import clash
from tiepdan.rosters.solving.needs import demands, fair_levels, seats_of
from tiepdan.rosters.solving.values import Assigned, Problem, Slot


def first_answer(problem: Problem) -> list[Assigned]:
    """Fill slot by slot with who is furthest behind a fair share; breaks no limit, leaves open what nobody can take."""
    leave = problem.leave()
    own: dict[int, list[Slot]] = {person.key: [] for person in problem.people}
    posts = {post.key: post for post in problem.posts}
    seats = {post.key: seats_of(post, problem.people) for post in problem.posts}
    free_days = {day.on for day in problem.days if day.free}
    left = {
        free: {
            kind: Counter(people)
            for kind, people in fair_levels(problem, [day.on for day in problem.days if day.free is free]).held.items()
        }
        for free in (False, True)
    }
    found = []
    for slot in problem.slots():
        inside: set[int] = set()
        able_to = [able for _, _, able in demands(posts[slot.post], problem.people)]
        for kind in seats[slot.post]:
            open_demand = [able for able in able_to if not able & inside]
            share = left[slot.on in free_days][kind]

            def rank(
                key: int, wanted: list[frozenset[int]] = open_demand, share: Counter[int] = share
            ) -> tuple[int, int, int, int]:
                return -sum(key in able for able in wanted), -share[key], len(own[key]), key

            for key in sorted(own, key=rank):
                if key in inside or (key, slot.on, slot.shift) in leave or clash(problem, own[key], slot):
                    continue
                inside.add(key)
                own[key].append(slot)
                share[key] -= 1
                found.append(Assigned(slot, key))
                break
    return found
