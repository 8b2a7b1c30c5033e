"""Random acts on random cases: an end is an end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases.rules.people import TODAY, permissive_situation
from tiepdan.cases.rules.engine import acts_now, clocks_after, may, target_state
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.cases.rules.procedure import Procedure
from tiepdan.cases.rules.situation import Role, Situation
from tiepdan.infra.verdict import Refused

procedures = st.sampled_from(all_procedures())
facts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from([None, True, False])
        for name in (
            "is_competent",
            "came_in_person",
            "report_submitted",
            "demand_differs",
            "execution_done",
            "contested",
        )
    },
)


@settings(max_examples=150, deadline=None)
@given(procedure=procedures, data=st.data())
def test_random_acts_never_leave_an_end_state(procedure: Procedure, data: st.DataObject) -> None:
    """Try any act by any role, half of the time with facts that let it through."""
    state = procedure.start.code
    ended = False
    for _ in range(25):
        act = procedure.acts[data.draw(st.sampled_from(sorted(procedure.acts)))]
        situation = permissive_situation(procedure=procedure, act=act, state=state)
        if data.draw(st.booleans()):
            situation = replace(situation, **data.draw(facts))
        role = data.draw(st.sampled_from(Role))
        verdict = may(procedure=procedure, act=act.code, situation=situation, role=role, today=TODAY)
        if ended and not act.side_action:
            assert isinstance(verdict, Refused)
            assert verdict.code == "case_closed"
        if verdict:
            state = target_state(procedure=procedure, act=act.code, situation=situation)
            assert state in procedure.states
        ended = ended or procedure.states[state].is_end


@given(procedure=procedures, data=st.data())
@settings(max_examples=100, deadline=None)
def test_an_allowed_act_is_always_among_the_offers(procedure: Procedure, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(sorted(procedure.states)))
    role = data.draw(st.sampled_from(Role))
    situation = replace(Situation(state=state, previous_state=procedure.start.code), **data.draw(facts))
    offers = {offer.act: offer for offer in acts_now(procedure=procedure, situation=situation, role=role, today=TODAY)}
    for code in procedure.acts:
        if may(procedure=procedure, act=code, situation=situation, role=role, today=TODAY):
            assert offers[code].verdict
            changes = clocks_after(procedure=procedure, act=code, situation=situation)
            assert not set(changes.starts) & set(changes.stops)
