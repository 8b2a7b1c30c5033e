"""Builders of what is submitted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.factories import moment
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.infra import clock
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.submissions import actions
from tiepdan.submissions.actions import Received
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.rules import PartyRole, Source

AT = moment("2026-07-14")
NAME = "Nguyễn Văn An"
IDENTITY = Identity(number="000123456789", address="Số 7, tổ 3, phường Hoa Sen", phone="0900000001")


def complaint(**changes: Any) -> Intake:
    """A complaint brought to the desk by one person."""
    made = Intake(
        source=Source.DESK,
        kind=MatterKind.COMPLAINT,
        content="Đề nghị xem lại việc bồi thường thửa đất số 12 khi thu hồi đất làm đường.",
        parties=(PartyData(name=NAME, role=PartyRole.COMPLAINANT, identity_kind="can_cuoc", identity=IDENTITY),),
    )
    return replace(made, **changes)


def denunciation(**changes: Any) -> Intake:
    """A denunciation brought to the desk by one person."""
    made = Intake(
        source=Source.DESK,
        kind=MatterKind.DENUNCIATION,
        content="Ông Phạm Văn Bê, Trưởng phòng, nhận tiền của doanh nghiệp khi cấp phép.",
        respondent_name="Phạm Văn Bê",
        respondent_post="Trưởng phòng",
        parties=(PartyData(name=NAME, role=PartyRole.DENOUNCER, identity_kind="can_cuoc", identity=IDENTITY),),
    )
    return replace(made, **changes)


def received(by: Actor, intake: Intake, *, at: datetime = AT, request_key: str | None = None) -> Received:
    """Receive as somebody."""
    with acting(by):
        return actions.receive(intake=intake, by=by, at=at, request_key=request_key)


def opened(by: Actor, matter_id: int) -> None:
    """Let somebody who reads a sealed matter be assigned to it and hold an opening now."""
    with acting(by):
        assign(
            matter_id=matter_id, user_id=by.user_id, agency_id=by.agency_id, duty=Duty.PROCESSING, by=by, at=clock.now()
        )
        actions.ask_opening(matter_id=matter_id, reason="Đối chiếu khi xử lý", by=by, at=clock.now())
