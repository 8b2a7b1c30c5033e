"""Runs the solver and explains what came out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from tiepdan.rosters.solving.check import evenness, unfilled
from tiepdan.rosters.solving.conflicts import conflicting, smallest_exceptions, solver_of
from tiepdan.rosters.solving.greedy import first_answer
from tiepdan.rosters.solving.model import Model, write
from tiepdan.rosters.solving.values import Answer, Assigned, Effort, Problem

Told = Callable[[str, float], None]


def solve(problem: Problem, *, effort: Effort | None = None, tell: Told | None = None) -> Answer:
    """Find who takes which shift; the same problem and effort give the same answer.

    tell: told the stage ("building", "searching", "explaining") and the price of the best answer so far
    Cost: the effort, once for the search and once for what conflicts, if anything does.
    """
    effort = effort or Effort()
    say = tell or (lambda _stage, _price: None)
    began = time.perf_counter()
    say("building", 0)
    if not problem.people:
        return Answer(status="feasible", unfilled=tuple(unfilled(problem, [])))
    found = _search(problem, effort, say)
    duties = found.duties
    empty = tuple(unfilled(problem, duties))
    searched = time.perf_counter() - began
    if empty:
        say("explaining", found.price)
    chosen = set(duties)
    return Answer(
        status="optimal" if found.proven else "feasible",
        duties=duties,
        unfilled=empty,
        conflict=conflicting(problem, effort=effort) if empty else (),
        relaxations=smallest_exceptions(problem, effort=effort) if empty else (),
        objective=found.price,
        bound=found.bound,
        evenness=evenness(problem, duties),
        moved=tuple(one for one in problem.kept if one not in chosen),
        seconds=searched,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    duties: tuple[Assigned, ...]
    price: float
    bound: float
    proven: bool


def _search(problem: Problem, effort: Effort, say: Told) -> _Found:
    """Try the whole demand first, which is fast where it can be met, then let go of evenness, last of what stays open."""
    model = write(problem, covered=True, even=True)
    found, _ = _run(model, model.costs, effort, effort.seconds * 0.4, say)
    if found is not None:
        return found
    model = write(problem, covered=True, even=False)
    start, _ = _run(model, [], effort, effort.seconds * 0.3, say)
    base = 0.0
    if start is None:
        model = write(problem, covered=False, even=False)
        start, _ = _run(model, model.empty, effort, effort.seconds * 0.3, say, hint=first_answer(problem), level=1)
        if start is None:
            return _Found(tuple(sorted(first_answer(problem))), 0, 0, proven=False)
        base = start.price
        model.program.add(sum(model.empty) <= round(base))
    found, _ = _run(model, model.costs, effort, effort.seconds * 0.4, say, hint=start.duties)
    if found is None:
        return _Found(start.duties, start.price, start.bound, proven=False)
    return _Found(found.duties, base + found.price, base + found.bound, proven=found.proven and not base)


def _run(
    model: Model, prices: list[Any], effort: Effort, seconds: float, say: Told, *,
    hint: Sequence[Assigned] | None = None, level: int = 0,
) -> tuple[_Found | None, bool]:  # fmt: skip
    """Return the best answer, if any, and whether there certainly is none."""
    if prices:
        model.program.minimize(sum(prices))
    else:
        model.program.clear_objective()
    model.program.clear_hints()
    if hint is not None:
        chosen = {(one.person, one.slot) for one in hint}
        for key, term in model.takes.items():
            model.program.add_hint(term, key in chosen)
    solver = solver_of(effort, seconds=seconds)
    solver.parameters.linearization_level = level
    status = solver.solve(model.program, _Listener(say))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, status == cp_model.INFEASIBLE
    duties = sorted(
        Assigned(slot, person) for (person, slot), term in model.takes.items() if solver.boolean_value(term)
    )
    proven = status == cp_model.OPTIMAL
    return _Found(tuple(duties), solver.objective_value, solver.best_objective_bound, proven), False


class _Listener(cp_model.CpSolverSolutionCallback):
    """Passes on each better answer."""

    def __init__(self, say: Told) -> None:
        super().__init__()
        self._say = say

    def on_solution_callback(self) -> None:
        """Called by the solver."""
        self._say("searching", self.objective_value)
