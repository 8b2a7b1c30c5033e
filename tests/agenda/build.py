"""Sessions of the commune of the cast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from tests.factories import moment
from tests.reception.build import entered, secret_visit, visit
from tests.submissions.build import complaint, denunciation
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agenda import actions
from tiepdan.agenda.actions import SessionPlan
from tiepdan.agenda.models import ReceptionSession
from tiepdan.reception.models import Reception

AT = moment("2026-07-01")
DAY = date(2026, 7, 16)
ON_THE_DAY = moment("2026-07-16", 10)
PLAN = SessionPlan(
    chair="head", chair_name="Trần Văn Trưởng", chair_title="Chủ tịch UBND phường", kind="periodic", on=DAY,
    starts_at=time(8), ends_at=time(11), place="Số 1 đường Hoa Sen", focus="Đất đai, xây dựng", participants="Phòng Kinh tế",
)  # fmt: skip


def planned(by: Actor, *, at: datetime = AT, **changes: Any) -> ReceptionSession:
    """Plan as somebody."""
    with acting(by):
        return actions.plan_session(plan=replace(PLAN, **changes), by=by, at=at)


def held(by: Actor, **changes: Any) -> ReceptionSession:
    """Plan, announce, hold."""
    session = planned(by, **changes)
    with acting(by):
        actions.announce_session(session_id=session.pk, by=by, at=AT)
        actions.hold_session(session_id=session.pk, note_taker="Lê Thị Tiếp", opinion="", by=by, at=ON_THE_DAY)
    return session


def came(by: Actor, session: ReceptionSession, *, secret: bool = False) -> Reception:
    """A visit within a session."""
    made = entered(by, secret_visit() if secret else visit(), denunciation() if secret else complaint(), at=ON_THE_DAY)
    with acting(by):
        actions.link_visit(session_id=session.pk, reception_id=made.reception.pk, by=by, at=ON_THE_DAY)
    return made.reception
