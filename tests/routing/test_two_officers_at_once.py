"""Two heads decide on the same content in the same moment: one letter goes out."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from tests.people import make_cast
from tests.routing.build import AT, linked, misdirected, proposed
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.rules import MatterKind
from tiepdan.routing import actions
from tiepdan.routing.models import Proposal, Transfer
from tiepdan.routing.rules.routes import RouteAct


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "act, kind, refusal",
    [
        (RouteAct.GUIDE, MatterKind.COMPLAINT, "already_guided"),
        (RouteAct.FORWARD, MatterKind.DENUNCIATION, "already_forwarded"),
    ],
)
def test_only_one_of_two_wins(act: RouteAct, kind: MatterKind, refusal: str) -> None:
    cast = make_cast()
    first, second = misdirected(cast, kind=kind), misdirected(cast, kind=kind)
    linked(cast.clerk, second, first)
    waiting = [
        (actor, proposed(cast.clerk, submission, act, to_agency_id=cast.department.pk))
        for actor, submission in ((cast.head, first), (cast.head, second))
    ]
    answers: list[str] = []
    gate = threading.Barrier(2)

    def decide(actor: Actor, proposal: Proposal) -> None:
        try:
            with acting(actor):
                gate.wait(timeout=10)
                actions.decide_proposal(proposal_id=proposal.pk, approved=True, by=actor, at=AT)
            answers.append("done")
        except ActionRefused as refused:
            answers.append(refused.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=pair) for pair in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(answers) == sorted(["done", refusal])
    with acting(cast.department_head if act is RouteAct.FORWARD else cast.head):
        assert Transfer.objects.count() == 1
