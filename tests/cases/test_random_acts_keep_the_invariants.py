"""Random acts by random people, allowed or refused: what must be true of every case stays true."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.build import ACCEPTED, Walk, accepted, complaint, denunciation, petition
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import AddresseeData, FindingData, Intent, ObligationData, WithdrawalData
from tiepdan.cases.models import Case, Step
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.documents.models import DeliveryWay
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Clock, Matter, Participation
from tiepdan.matters.rules import Capacity

pytestmark = pytest.mark.django_db

PEOPLE = ("head", "deputy", "handler", "second_handler", "clerk", "processor", "outsider", "overseer")
KINDS = {"complaint": complaint, "denunciation": denunciation, "petition": petition}
_OWN: dict[str, Any] = {
    "verify": lambda way, by: actions.start_verification(
        case_id=way.case.pk, head_id=way.cast.handler.user_id, member_ids=[way.cast.second_handler.user_id], days=9,
        by=by, at=way.day,
    ),
    "report": lambda way, by: actions.submit_report(
        case_id=way.case.pk, findings=[FindingData(issue="Một", finding="right")], recommendation="x", explanation="y",
        demand_differs=False, by=by, at=way.day,
    ),
    "decide": lambda way, by: actions.decide(
        case_id=way.case.pk, outcome="right", ruling="x", assessment="y", by=by, at=way.day,
        obligations=[ObligationData(what="Trả đất")],
    ),
    "conclude": lambda way, by: actions.conclude(
        case_id=way.case.pk, outcome="wrong", measures="x", assessment="y", by=by, at=way.day
    ),
    "answer": lambda way, by: actions.answer(case_id=way.case.pk, text="x", by=by, at=way.day),
    "send": lambda way, by: actions.send_decision(
        case_id=way.case.pk, by=by, at=way.day,
        addressees=[
            AddresseeData(addressee=one, way=DeliveryWay.HAND, sent_on=way.day.date(), received_on=way.day.date())
            for one in ("complainant", "denouncer", "denounced")
        ],
    ),
    "effect": lambda way, by: actions.enter_effect(case_id=way.case.pk, by=by, at=way.day),
    "suspend": lambda way, by: actions.suspend(
        case_id=way.case.pk, ground="awaits_other_body", reason="x", by=by, at=way.day
    ),
    "resume": lambda way, by: actions.resume(case_id=way.case.pk, reason="x", by=by, at=way.day),
    "withdraw": lambda way, by: actions.withdraw(
        case_id=way.case.pk, by=by, at=way.day,
        withdrawal=WithdrawalData(extent="whole", form="petition", forced=False, signs_of_violation=False, abused=False),
    ),
    "terminate": lambda way, by: actions.terminate(
        case_id=way.case.pk, ground="no_object_left", reason="x", by=by, at=way.day
    ),
}  # fmt: skip
_PLAIN = sorted(
    {
        act for kind in (ProcedureKind.FIRST_COMPLAINT, ProcedureKind.DENUNCIATION, ProcedureKind.PETITION_FEEDBACK)
        for act in procedure_for(kind=kind, on=ACCEPTED.date()).acts
    }
)  # fmt: skip
moves = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from([*_OWN, *_OWN, *_PLAIN]), st.integers(0, 20)), max_size=14
)


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


@given(kind=st.sampled_from(sorted(KINDS)), tries=moves)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_tried(cast: Cast, kind: str, tries: list[tuple[str, str, int]]) -> None:
    way = Walk(cast, accepted(cast, KINDS[kind]()), ACCEPTED)
    done = 0
    for who, what, days in tries:
        way.day += timedelta(days=days)
        by: Actor = getattr(cast, who)
        try:
            with acting(by):
                if what in _OWN:
                    _OWN[what](way, by)
                else:
                    actions.perform(
                        case_id=way.case.pk, act=what, by=by, at=way.day,
                        intent=Intent(reason="x", note="y", values={"outcome": "z"}),
                    )  # fmt: skip
            done += 1
        except (ActionRefused, NotFound):
            continue
        _check(way)
    with acting(cast.head):
        steps = Step.objects.filter(case=way.case).exclude(
            act__in=["check_conditions", "accept_denunciation", "accept_case"]
        )
        recorded = Entry.objects.filter(matter_id=way.case.matter_id, subject=f"case:{way.case.pk}").count()
        assert recorded == Step.objects.filter(case=way.case).count()
        assert steps.count() >= done


def _check(way: Walk) -> None:
    with acting(way.cast.head):
        case = Case.objects.get(pk=way.case.pk)
        lines = Participation.objects.filter(matter_id=case.matter_id, capacity=Capacity.SETTLING)
        line = lines.get()  # one line of responsibility
        still = Clock.objects.filter(matter_id=case.matter_id, status__in=["open", "paused"]).count()
        assert Matter.objects.get(pk=case.matter_id).agency_id == case.agency_id
    assert (line.state, line.closed_on) == (case.state, case.closed_on)
    if case.closed_on is not None:
        assert still == 0
    if case.state == "suspended":
        assert still > 0
