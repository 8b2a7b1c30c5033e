"""A first answer without the solver: a start for it, and a fallback."""

from __future__ import annotations

from tiepdan.rosters.solving.check import clash
from tiepdan.rosters.solving.needs import demands
from tiepdan.rosters.solving.values import Assigned, Problem, Slot


def first_answer(problem: Problem) -> list[Assigned]:
    """Fill slot by slot with who has done least so far; breaks no limit, leaves open what nobody can take."""
    leave = problem.leave()
    own: dict[int, list[Slot]] = {person.key: [] for person in problem.people}
    posts = {post.key: post for post in problem.posts}
    found = []
    for slot in problem.slots():
        inside: set[int] = set()
        able_to = [able for _, _, able in demands(posts[slot.post], problem.people)]
        for _ in range(posts[slot.post].need):
            open_demand = [able for able in able_to if not able & inside]

            def rank(key: int, wanted: list[frozenset[int]] = open_demand) -> tuple[int, int, int]:
                return -sum(key in able for able in wanted), len(own[key]), key

            for key in sorted(own, key=rank):
                if key in inside or (key, slot.on, slot.shift) in leave or clash(problem, own[key], slot):
                    continue
                inside.add(key)
                own[key].append(slot)
                found.append(Assigned(slot, key))
                break
    return found
