"""Builders of cases: everything is made by the real acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pytest

from tests.factories import moment
from tests.people import Cast
from tests.submissions.build import complaint, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.cases import actions
from tiepdan.cases.intent import (
    AddresseeData,
    DialogueData,
    FindingData,
    Intent,
    InvitationData,
    ObligationData,
    PublicationData,
    SessionData,
)
from tiepdan.cases.models import Case
from tiepdan.documents.models import DeliveryWay
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.intake import Intake, PartyData
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import PartyRole

RECEIVED = moment("2026-07-14")
ACCEPTED = moment("2026-07-20")  # Monday
CHECKED = {"identity_checked": True, "is_competent": True}


def petition(**changes: Any) -> Intake:
    """A petition brought to the desk by one person."""
    return complaint(
        kind=MatterKind.PETITION_FEEDBACK, petition_mark="petition",
        content="Kiến nghị sửa đoạn đường trước trường học bị ngập khi mưa.",
        parties=(PartyData(name="Trần Thị Bưởi", role=PartyRole.PETITIONER),), **changes,
    )  # fmt: skip


def submission(cast: Cast, intake: Intake | None = None, *, at: datetime = RECEIVED) -> Submission:
    """Receive at the commune's desk."""
    return received(cast.clerk, intake or complaint(), at=at).submission


def accepted(cast: Cast, intake: Intake | None = None, *, at: datetime = ACCEPTED) -> Case:
    """Accept as the head, with the deputy leading and the handler settling the file."""
    made = submission(cast, intake)
    facts = CHECKED if made.kind == MatterKind.DENUNCIATION else {}
    with acting(cast.head):
        return actions.accept_submission(
            submission_id=made.pk, leader_id=cast.deputy.user_id, handler_id=cast.handler.user_id, by=cast.head, at=at,
            intent=Intent(facts=facts),
        )  # fmt: skip


@dataclass
class Walk:
    """A case on its way; each step is the real act of the right person on a day."""

    cast: Cast
    case: Case
    day: datetime

    def as_(self, by: Actor, act: Any, /, **values: Any) -> Any:
        """Do an act on the case as somebody."""
        with acting(by):
            done = act(case_id=self.case.pk, by=by, at=self.day, **values)
            self.case = Case.objects.get(pk=self.case.pk)
        return done

    def refused(self, by: Actor, act: Any, /, **values: Any) -> str:
        """Return the code with which an act is refused, or NotFound's name."""
        with pytest.raises(Exception) as caught:  # noqa: PT011 # the two kinds are told apart below
            self.as_(by, act, **values)
        if isinstance(caught.value, ActionRefused):
            return caught.value.code
        return type(caught.value).__name__

    def on(self, day: str) -> Walk:
        """Go to another day."""
        self.day = moment(day)
        return self

    def recheck(self) -> Walk:
        self.as_(self.cast.handler, actions.perform, act="start_recheck")
        return self

    def verify(self) -> Walk:
        self.as_(
            self.cast.head, actions.start_verification, head_id=self.cast.handler.user_id,
            member_ids=[self.cast.second_handler.user_id], days=20,
        )  # fmt: skip
        return self

    def meet(self, with_whom: str = "complainant") -> Walk:
        session = SessionData(
            held_on=self.day.date(), held_at=time(8, 30), ended_at=time(10), with_whom=with_whom,
            minutes="Hai bên trình bày và đối chiếu hồ sơ.", present=("Ông Phạm Văn Bê",),
        )  # fmt: skip
        self.as_(self.cast.handler, actions.add_session, session=session)
        return self

    def report(self, *, differs: bool | None = True) -> Walk:
        self.as_(
            self.cast.handler, actions.submit_report, recommendation="Điều chỉnh diện tích bồi thường.",
            explanation="Đã giải trình đầy đủ.", demand_differs=differs,
            findings=[FindingData(issue="Diện tích thu hồi", finding="partly_right", basis="Đo lại được 210 m².")],
        )  # fmt: skip
        return self

    def invite(self, day: str) -> Walk:
        invitation = InvitationData(held_on=date.fromisoformat(day), held_at=time(8))
        self.as_(self.cast.handler, actions.invite_dialogue, invitation=invitation)
        return self

    def talk(self, *, absence: str = "") -> Walk:
        dialogue = DialogueData(
            held_at=time(8), ended_at=time(9), minutes="Các bên trình bày.", secretary="Đỗ Thị Lý", absence=absence,
            absence_reason="Bão" if absence == "valid_reason" else "", agreed="Đo lại diện tích",
        )  # fmt: skip
        self.as_(self.cast.head, actions.hold_dialogue, dialogue=dialogue)
        return self

    def decide(self, *, obligations: tuple[ObligationData, ...] = ()) -> Walk:
        self.as_(
            self.cast.head, actions.decide, outcome="partly_right", ruling="Bồi thường thêm 30 m².",
            assessment="Khiếu nại đúng một phần.", obligations=obligations,
        )  # fmt: skip
        return self

    def conclude(self) -> Walk:
        self.as_(
            self.cast.head, actions.conclude, outcome="partly_right", measures="Kiểm điểm trách nhiệm.",
            assessment="Tố cáo đúng một phần.",
        )  # fmt: skip
        return self

    def send(self, *addressees: str) -> Walk:
        self.as_(
            self.cast.handler, actions.send_decision,
            addressees=[
                AddresseeData(addressee=one, way=DeliveryWay.POST, sent_on=self.day.date(), name="Người nhận")
                for one in addressees or ("complainant",)
            ],
        )  # fmt: skip
        return self

    def publish(self, **more: Any) -> Walk:
        made = [PublicationData(way="posting", from_on=self.day.date(), until_on=date(2027, 1, 1))]
        self.as_(self.cast.handler, actions.publish, publications=made, **more)
        return self

    def clocks(self) -> dict[str, tuple[str, date]]:
        """Return status and last day of every clock of the settling agency."""
        with acting(self.cast.head):
            rows = Clock.objects.filter(matter_id=self.case.matter_id).order_by("pk")
            return {row.rule_id: (row.status, row.rolled_due_on) for row in rows}


def walk(cast: Cast, intake: Intake | None = None) -> Walk:
    """Accept and go on from there."""
    return Walk(cast, accepted(cast, intake), ACCEPTED)


__all__ = ["accepted", "complaint", "denunciation", "petition", "submission", "walk"]
