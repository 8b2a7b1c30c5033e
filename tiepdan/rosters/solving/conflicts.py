"""What stands against what when not every slot can be filled, and the smallest exceptions that would fill them all."""

from __future__ import annotations

from typing import Any, Final

from ortools.sat.python import cp_model

from tiepdan.rosters.solving.model import LIMITS, Model, one_post_at_a_time, write_exceptions
from tiepdan.rosters.solving.needs import demands
from tiepdan.rosters.solving.values import Effort, Problem, Relaxation, Rule, Slot

_GROUPS: Final = (Rule.COVER, Rule.LEADER, Rule.AGENCY, Rule.SKILL, Rule.LEAVE, Rule.PER_DAY, Rule.REST, Rule.NIGHTS,
                  Rule.IN_ROW)  # fmt: skip
_SHORT: Final = 0.5  # deterministic seconds for one question


def conflicting(problem: Problem, *, effort: Effort) -> tuple[Rule, ...]:
    """Return groups of rules that cannot all hold, none of which can be left out; empty when all can."""
    model = Model(problem)
    switch = {rule: model.program.new_bool_var(rule.value) for rule in _GROUPS}
    _write(model, switch)
    core = _core(model, switch, list(_GROUPS), effort)
    if core is None:
        return ()
    for rule in list(core):
        rest = [one for one in core if one is not rule]
        smaller = _core(model, switch, rest, effort)
        if smaller is not None:
            core = rest
    return tuple(rule for rule in _GROUPS if rule in core)


def smallest_exceptions(problem: Problem, *, effort: Effort) -> tuple[Relaxation, ...]:
    """Return the fewest exceptions with which every slot is filled, in order of day."""
    if not problem.people:
        return ()
    model = write_exceptions(problem)
    solver = solver_of(effort)
    status = solver.solve(model.program)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return ()
    found = [
        Relaxation(rule, person, Slot(slot.on, slot.shift, slot.post.partition("#")[0]))
        for (rule, person, slot), term in model.exceptions.items()
        if solver.value(term)
    ]
    found += [Relaxation(rule, None, slot) for (slot, rule, _), term in model.lacking.items() if solver.value(term)]
    posts = {post.key: post for post in problem.posts}
    found += [
        Relaxation(Rule.COVER, None, slot) for slot in problem.slots() if posts[slot.post].need > len(problem.people)
    ]
    return tuple(sorted(found, key=lambda one: (one.slot, one.rule, one.person or 0)))


def solver_of(effort: Effort, *, seconds: float | None = None) -> Any:
    """Return a solver that gives the same answer on every machine."""
    solver = cp_model.CpSolver()
    given = solver.parameters
    given.max_deterministic_time = effort.seconds if seconds is None else seconds
    given.random_seed = effort.seed
    given.num_workers = effort.workers
    given.interleave_search = effort.workers > 1
    return solver


def _write(model: Model, switch: dict[Rule, Any]) -> None:
    problem, program = model.problem, model.program
    leave = problem.leave()
    for slot in problem.slots():
        for person in problem.people:
            term = program.new_bool_var("")
            model.takes[person.key, slot] = term
            if (person.key, slot.on, slot.shift) in leave:
                program.add(term == 0).only_enforce_if(switch[Rule.LEAVE])
    posts = {post.key: post for post in problem.posts}
    for slot in problem.slots():
        post = posts[slot.post]
        inside = {person.key: model.takes[person.key, slot] for person in problem.people}
        program.add(sum(inside.values()) >= post.need).only_enforce_if(switch[Rule.COVER])
        program.add(sum(inside.values()) <= post.need)
        for rule, _, able in demands(post, problem.people):
            program.add(sum(inside[key] for key in able) >= 1).only_enforce_if(switch[rule])
    for chosen in one_post_at_a_time(model):
        program.add(sum(chosen) <= 1)
    for rule, group in LIMITS.items():
        for chosen, most in group(model):
            program.add(sum(chosen) <= most).only_enforce_if(switch[rule])


def _core(model: Model, switch: dict[Rule, Any], on: list[Rule], effort: Effort) -> list[Rule] | None:
    """Return a part of the groups that already cannot hold together; None when they can, or nobody knows."""
    model.program.clear_assumptions()
    model.program.add_assumptions([switch[rule] for rule in on])
    solver = solver_of(Effort(seconds=_SHORT, seed=effort.seed, workers=1))
    if solver.solve(model.program) != cp_model.INFEASIBLE:
        return None
    named = set(solver.sufficient_assumptions_for_infeasibility())
    found = [rule for rule in on if switch[rule].index in named]
    return found or list(on)
