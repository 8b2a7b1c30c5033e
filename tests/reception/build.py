"""Builders of visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.submissions.build import AT, IDENTITY, NAME, complaint, denunciation
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.matters.rules import MatterKind
from tiepdan.reception import actions
from tiepdan.reception.actions import VisitReceived
from tiepdan.reception.rules import Outcome, Standing
from tiepdan.reception.visit import ReceiptItem, Visit, VisitorData
from tiepdan.submissions.intake import Intake

WHO = VisitorData(name=NAME, identity_kind="can_cuoc", identity=IDENTITY)


def visit(**changes: Any) -> Visit:
    """One person comes to complain and leaves a paper."""
    made = Visit(
        purpose=MatterKind.COMPLAINT,
        outcome=Outcome.ACCEPT,
        visitors=(WHO,),
        content="Đề nghị xem lại việc bồi thường",
        items=(ReceiptItem(name="Đơn khiếu nại", pages=2, condition="bản chính"),),
    )
    return replace(made, **changes)


def secret_visit(**changes: Any) -> Visit:
    """One person comes to denounce and leaves a paper."""
    return visit(purpose=MatterKind.DENUNCIATION, content=f"{NAME} tố cáo", **changes)


def entered(
    by: Actor, made: Visit, intake: Intake | None = None, *, at: datetime = AT, request_key: str | None = None
) -> VisitReceived:
    """Receive as somebody."""
    with acting(by):
        return actions.receive_visit(visit=made, intake=intake, by=by, at=at, request_key=request_key)


def group(people: int, representatives: int) -> Visit:
    """A group comes."""
    who = tuple(
        VisitorData(name=f"Người Thứ {place}", standing=Standing.GROUP_REP, standing_papers=("group_appointment",))
        for place in range(representatives)
    )
    return visit(people=people, visitors=who or (WHO,))


__all__ = ["AT", "NAME", "WHO", "complaint", "denunciation", "entered", "group", "secret_visit", "visit"]
