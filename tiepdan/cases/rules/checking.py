"""Faults that a schema cannot see: states nobody reaches, dead ends, acts that contradict themselves."""

from __future__ import annotations

from tiepdan.cases.rules.procedure import PREVIOUS, SAME, Act, Procedure
from tiepdan.deadlines.rule_file import RuleFile, Where


def check_procedure(*, procedure: Procedure, source: RuleFile) -> None:
    """Check one version of a procedure as a graph.

    Raises RuleFileError: the first fault found.
    """
    _check_start(procedure, source)
    for act in procedure.acts.values():
        _check_act(procedure, act, source)
    _check_graph(procedure, source)
    for state in procedure.states.values():
        for act_code in state.next_acts:
            named = procedure.acts.get(act_code)
            if named is None and not _exists_elsewhere(source, act_code):
                raise source.error(
                    where=_place(source, "states", state.code),
                    problem=f"unknown act '{act_code}'",
                    instead="Write an act",
                )
            if named is not None and state.code not in named.from_states:
                raise source.error(
                    where=_place(source, "states", state.code),
                    problem=f"next names '{act_code}', which is not possible from '{state.code}'",
                    instead=f"Add '{state.code}' to its from, or name another act",
                )


def _check_start(procedure: Procedure, source: RuleFile) -> None:
    starts = [state.code for state in procedure.states.values() if state.is_start]
    if len(starts) != 1:
        raise source.error(
            where=("states",), problem=f"start states: {starts}", instead="Mark exactly one is_start: true"
        )
    openings = [act for act in procedure.acts.values() if not act.from_states]
    if len(openings) != 1 or openings[0].to != starts[0]:
        raise source.error(
            where=("acts",),
            problem=f"acts that open a case: {[act.code for act in openings]}",
            instead=f"Write exactly one act with from: [] and to: {starts[0]}",
        )


def _check_act(procedure: Procedure, act: Act, source: RuleFile) -> None:
    place = _place(source, "acts", act.code)
    if act.side_action != (act.to == SAME):
        raise source.error(
            where=place, problem=f"act '{act.code}': side_action and to disagree", instead="A side action has to: same"
        )
    ends = [code for code in act.from_states if procedure.states[code].is_end]
    if ends and not act.side_action:
        raise source.error(
            where=place, problem=f"act '{act.code}' leaves the end state '{ends[0]}'", instead="Take it out of from"
        )


def _check_graph(procedure: Procedure, source: RuleFile) -> None:
    reached = {procedure.start.code}
    frontier = [procedure.start.code]
    while frontier:
        here = frontier.pop()
        onward = [act.to for act in procedure.acts_from(here) if act.to not in (SAME, PREVIOUS)]
        frontier.extend(code for code in onward if code not in reached)
        reached.update(onward)
    for state in procedure.states.values():
        place = _place(source, "states", state.code)
        if state.code not in reached:
            raise source.error(
                where=place,
                problem=f"state '{state.code}' cannot be reached in {procedure.period}",
                instead="Write an act that leads to it, or limit the state with only",
            )
        if not state.is_end and all(act.side_action for act in procedure.acts_from(state.code)):
            raise source.error(
                where=place,
                problem=f"state '{state.code}' has no way out in {procedure.period}",
                instead="Mark it is_end: true or write an act that leaves it",
            )


def _place(source: RuleFile, part: str, code: str) -> Where:
    """Find where a state or act is written; with several periods, the first."""
    rows = source.data[part]
    return next((part, number) for number, row in enumerate(rows) if row["code"] == code)


def _exists_elsewhere(source: RuleFile, act: str) -> bool:
    rows = source.data["acts"]
    return any(row["code"] == act for row in rows)
