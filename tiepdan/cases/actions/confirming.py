"""The addressee confirms having received a paper of a case: proof as good as the post's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.cases.actions.turn import Turn, finish, lock_case
from tiepdan.cases.models import Case
from tiepdan.cases.papers import DECIDING, paper_of, papers_by_act
from tiepdan.cases.situations import load_file, procedure_of, situation_of
from tiepdan.documents.actions import confirm_delivery
from tiepdan.documents.models import Delivery

_ACT: Final = "record_delivery"
_COMPLAINANT: Final = "complainant"


@transaction.atomic
def confirm_by_addressee(*, delivery_id: int, received_on: date, proof: str, by: Actor, at: datetime) -> Delivery:
    """Record that the citizen confirms a paper; of a decision, the time for a second complaint starts.

    The caller has made sure that the paper went to this citizen: no role of the procedure acts here.
    Raises ActionRefused: delivery_unknown, delivery_confirmed, received_before_sent, received_in_future.
    Rule: KN-2, complaints §7/3
    """
    delivery = confirm_delivery(delivery_id=delivery_id, received_on=received_on, proof=proof, by=by, at=at)
    known = (
        Case.objects.filter(matter__isnull=False, matter=delivery.matter)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
    )
    if known is None or delivery.addressee != _COMPLAINANT:
        return delivery
    case = lock_case(case_id=known)
    procedure = procedure_of(case=case, today=at.date())
    decision = paper_of(papers_by_act(case=case), DECIDING)
    act = procedure.acts.get(_ACT)
    is_decision = decision is not None and decision.pk == delivery.paper_id
    if act is None or not is_decision or case.state not in act.from_states or case.delivered_on is not None:
        record(
            act="case.receipt_recorded", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
            after={"addressee": delivery.addressee, "received_on": received_on},
        )  # fmt: skip
        return delivery
    case.delivered_on = received_on
    situation = situation_of(case=case, file=load_file(case=case), today=at.date())
    finish(
        Turn(
            case=case, procedure=procedure, act=act, situation=situation, by=by, at=at, rule="KN-2",
            starts={"KN-2": received_on, "KL-2": received_on, "KN-18": received_on}, facts={"received_on": received_on},
        )
    )  # fmt: skip
    return delivery
