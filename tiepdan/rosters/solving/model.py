"""The problem written for the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from ortools.sat.python import cp_model

from tiepdan.rosters.solving.needs import demands, fair_levels, overlap, too_near
from tiepdan.rosters.solving.values import Problem, Rule, Slot, WishKind

# What is given up last costs most: a place left empty, then who must be there, then what was published, then fairness.
EMPTY: Final = 20_000
DEMAND: Final = 6_000
MOVED: Final = 1_500
UNEVEN: Final = 300
APART: Final = 20
AVOIDED: Final = 8
PREFERRED: Final = 3
EXCEPTION: Final = 1

Term = Any  # a variable or linear expression of the solver, which has no types of its own


@dataclass
class Model:
    """The solver's model with the names of its variables."""

    problem: Problem
    covered: bool = False
    even: bool = False
    program: Any = field(default_factory=cp_model.CpModel)  # Any: the solver's stubs are incomplete
    takes: dict[tuple[int, Slot], Term] = field(default_factory=dict)
    short: dict[Slot, Term] = field(default_factory=dict)
    lacking: dict[tuple[Slot, Rule, str], Term] = field(default_factory=dict)
    exceptions: dict[tuple[Rule, int, Slot], Term] = field(default_factory=dict)
    slot_of: dict[int, tuple[int, Slot]] = field(default_factory=dict)  # by number of variable
    empty: list[Term] = field(default_factory=list)  # prices of what is left open
    costs: list[Term] = field(default_factory=list)  # all other prices

    def of(self, person: int, day: date, shift: str) -> list[Term]:
        """Variables of one person in one shift, over its posts."""
        return [
            self.takes[person, Slot(day, shift, post.key)]
            for post in self.problem.posts
            if (person, Slot(day, shift, post.key)) in self.takes
        ]

    def on(self, person: int, day: date) -> list[Term]:
        """Variables of one person on one day."""
        return [term for shift in self.problem.shifts for term in self.of(person, day, shift.key)]


def write(problem: Problem, *, covered: bool, even: bool) -> Model:
    """Write the problem.

    covered: every slot and demand is met, or there is no answer; otherwise it may stay open, at a price
    even: shifts are shared evenly as far as leave allows, or there is no answer; otherwise unevenness has a price
    The prices are summed up by the caller.
    """
    model = Model(problem, covered=covered, even=even)
    leave = problem.leave()
    for slot in problem.slots():
        for person in problem.people:
            if (person.key, slot.on, slot.shift) not in leave:
                model.takes[person.key, slot] = model.program.new_bool_var("")
    _cover(model)
    for group in LIMITS.values():
        for chosen, most in group(model):
            model.program.add(sum(chosen) <= most)
    _keep(model)
    _fair(model)
    _wish(model)
    return model


def write_exceptions(problem: Problem) -> Model:
    """Write the problem with every slot filled and each rule broken as seldom as can be."""
    model = Model(problem)
    leave = problem.leave()
    for slot in problem.slots():
        for person in problem.people:
            term = model.program.new_bool_var("")
            model.takes[person.key, slot] = term
            if (person.key, slot.on, slot.shift) in leave:
                model.exceptions[Rule.LEAVE, person.key, slot] = term
    posts = {post.key: post for post in problem.posts}
    for slot in problem.slots():
        post = posts[slot.post]
        inside = [(person, model.takes[person.key, slot]) for person in problem.people]
        model.program.add(sum(term for _, term in inside) == min(post.need, len(inside)))
        for rule, value, able in demands(post, problem.people):
            lack = model.program.new_bool_var("")
            model.lacking[slot, rule, value] = lack
            model.program.add(sum(term for person, term in inside if person.key in able) + lack >= 1)
    for slot_one in one_post_at_a_time(model):
        model.program.add(sum(slot_one) <= 1)
    for rule, group in LIMITS.items():
        for number, (chosen, most) in enumerate(group(model)):
            more = model.program.new_bool_var("") if rule is not Rule.IN_ROW else model.program.new_int_var(0, 9, "")
            model.program.add(sum(chosen) <= most + more)
            whose, slot = _of_first(model, chosen)
            model.exceptions[rule, whose, Slot(slot.on, slot.shift, f"{slot.post}#{number}")] = more
    model.costs = [EXCEPTION * term for term in model.exceptions.values()]
    model.costs += [50 * EXCEPTION * term for term in model.lacking.values()]
    model.program.minimize(sum(model.costs))
    return model


def _cover(model: Model) -> None:
    problem = model.problem
    posts = {post.key: post for post in problem.posts}
    for slot in problem.slots():
        post = posts[slot.post]
        inside = [
            (person.key, model.takes[person.key, slot])
            for person in problem.people
            if (person.key, slot) in model.takes
        ]
        short = 0 if model.covered else model.program.new_int_var(0, post.need, "")
        model.short[slot] = short
        model.program.add(sum(term for _, term in inside) + short == post.need)
        if not model.covered:
            model.empty.append(EMPTY * short)
        for rule, value, able in demands(post, problem.people):
            chosen = [term for key, term in inside if key in able]
            if model.covered:
                model.program.add_bool_or(chosen)
                continue
            lack = model.program.new_bool_var("")
            model.lacking[slot, rule, value] = lack
            model.program.add_bool_or([*chosen, lack])
            model.empty.append(DEMAND * lack)
    for chosen in one_post_at_a_time(model):
        model.program.add_at_most_one(chosen)


def one_post_at_a_time(model: Model) -> Iterable[list[Term]]:
    problem = model.problem
    for person in problem.people:
        for day in problem.days:
            for number, shift in enumerate(problem.shifts):
                own = model.of(person.key, day.on, shift.key)
                if len(own) > 1:
                    yield own
                for other in problem.shifts[number + 1 :]:
                    both = own + model.of(person.key, day.on, other.key)
                    if overlap(shift, other) and len(both) > 1:
                        yield both


def _per_day(model: Model) -> Iterable[tuple[list[Term], int]]:
    most = model.problem.limits.per_day
    for person in model.problem.people:
        for day in model.problem.days:
            chosen = model.on(person.key, day.on)
            if len(model.problem.shifts) > most and len(chosen) > most:
                yield chosen, most


def _rest(model: Model) -> Iterable[tuple[list[Term], int]]:
    problem = model.problem
    days = {day.on for day in problem.days}
    for shift in problem.shifts:
        for apart in (1, 2):
            near = [other for other in problem.shifts if too_near(shift, other, days=apart, limits=problem.limits)]
            if not near:
                continue
            for person in problem.people:
                for day in problem.days:
                    later = day.on + timedelta(days=apart)
                    if later not in days:
                        continue
                    first = model.of(person.key, day.on, shift.key)
                    for other in near:
                        second = model.of(person.key, later, other.key)
                        if first and second:
                            yield [*first, *second], 1


def _nights(model: Model) -> Iterable[tuple[list[Term], int]]:
    problem = model.problem
    nights = [shift for shift in problem.shifts if shift.night]
    if problem.limits.consecutive_nights or not nights:
        return
    days = {day.on for day in problem.days}
    for person in problem.people:
        for day in problem.days:
            later = day.on + timedelta(days=1)
            if later in days:
                chosen = [
                    term for on in (day.on, later) for shift in nights for term in model.of(person.key, on, shift.key)
                ]
                if len(chosen) > 1:
                    yield chosen, 1


def _in_row(model: Model) -> Iterable[tuple[list[Term], int]]:
    problem = model.problem
    most = problem.limits.in_row
    single = problem.limits.per_day == 1
    for person in problem.people:
        worked: list[Term] = []
        for day in problem.days:
            chosen = model.on(person.key, day.on)
            if single or len(chosen) <= 1:
                worked.append(chosen)
                continue
            present = model.program.new_bool_var("")
            model.program.add_max_equality(present, chosen)
            worked.append([present])
        for start in range(len(worked) - most):
            if (problem.days[start + most].on - problem.days[start].on).days != most:
                continue
            window = worked[start : start + most + 1]
            if all(window):
                yield [term for terms in window for term in terms], most


LIMITS: Final = {Rule.PER_DAY: _per_day, Rule.REST: _rest, Rule.NIGHTS: _nights, Rule.IN_ROW: _in_row}


def _keep(model: Model) -> None:
    for kept in model.problem.kept:
        term = model.takes.get((kept.person, kept.slot))
        if term is not None:
            model.costs.append(MOVED * (1 - term))


def _fair(model: Model) -> None:
    problem = model.problem
    for free in (False, True):
        days = [day.on for day in problem.days if day.free or not free]
        levels = fair_levels(problem, days)
        for person in problem.people:
            own = [term for day in days for term in model.on(person.key, day)]
            if not own:
                continue
            least, most = levels.bounds(person.key)
            if model.even:
                model.program.add_linear_constraint(sum(own), least, most)
                continue
            under = model.program.new_int_var(0, len(own), "")
            over = model.program.new_int_var(0, len(own), "")
            model.program.add(sum(own) + under >= least)
            model.program.add(sum(own) - over <= most)
            model.costs += [UNEVEN * under, UNEVEN * over]


def _wish(model: Model) -> None:
    problem = model.problem
    avoided, preferred = problem.wished(WishKind.AVOID), problem.wished(WishKind.PREFER)
    for (person, slot), term in model.takes.items():
        if (person, slot.on, slot.shift) in avoided:
            model.costs.append(AVOIDED * term)
        if (person, slot.on, slot.shift) in preferred:
            model.costs.append(PREFERRED * (1 - term))
    for pair in problem.pairings:
        for day in problem.days:
            for shift in problem.shifts:
                one = model.of(pair.first, day.on, shift.key)
                two = model.of(pair.second, day.on, shift.key)
                if not one or not two:
                    continue
                apart = model.program.new_bool_var("")
                if pair.together:
                    model.program.add(sum(one) - sum(two) <= apart)
                    model.program.add(sum(two) - sum(one) <= apart)
                else:
                    model.program.add(sum(one) + sum(two) <= 1 + apart)
                model.costs.append(APART * apart)


def _of_first(model: Model, chosen: Sequence[Term]) -> tuple[int, Slot]:
    """Name the person of a limit and its last slot."""
    if not model.slot_of:
        model.slot_of.update({term.index: key for key, term in model.takes.items()})
    known = [model.slot_of[term.index] for term in chosen if term.index in model.slot_of]
    if not known:
        return 0, Slot(model.problem.days[0].on, "", "")
    return known[0][0], max(slot for _, slot in known)
