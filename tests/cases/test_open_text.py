"""What may not stand in the open of a sealed matter: minutes with who denounced, and names in notes and evidence."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from tests.cases.build import ACCEPTED, Walk, accepted, denunciation
from tests.people import Cast, make_cast
from tests.submissions.build import NAME
from tests.submissions.test_screen import finding
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import FindingData, SessionData
from tiepdan.cases.models import Evidence, Note, Session
from tiepdan.infra import clock
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions import screen_submission
from tiepdan.submissions.actions import ask_opening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

pytestmark = pytest.mark.django_db
SPOKEN = f"{NAME} nói đã đưa tiền tại phòng làm việc."


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def secret(cast: Cast) -> Walk:
    """An accepted denunciation under verification."""
    way = Walk(cast, accepted(cast, denunciation()), ACCEPTED)
    return way.verify()


def opened(way: Walk, by: Actor) -> None:
    """Let somebody hold an opening."""
    with acting(by):
        ask_opening(matter_id=way.case.matter_id, reason="Làm việc với người tố cáo", by=by, at=clock.now())


def met(with_whom: str, minutes: str = SPOKEN) -> SessionData:
    return SessionData(
        held_on=ACCEPTED.date(), held_at=time(8), ended_at=time(9), with_whom=with_whom, minutes=minutes, present=(NAME,)
    )  # fmt: skip


def test_sealed_minutes_are_read_under_an_opening_and_the_head_sees_who_did(cast: Cast) -> None:
    way = secret(cast)
    way.as_(cast.handler, actions.add_session, session=met("denouncer"))
    with acting(cast.handler):
        assert Session.objects.get().minutes == ""
    assert way.refused(cast.handler, actions.read_sealed_minutes) == "opening_needed"
    assert way.refused(cast.outsider, actions.read_sealed_minutes) == "NotFound"
    opened(way, cast.handler)
    with acting(cast.handler):
        read = actions.read_sealed_minutes(case_id=way.case.pk, by=cast.handler, at=clock.now())
    assert [one.minutes for one in read] == [SPOKEN]
    with acting(cast.head):
        assert Entry.objects.filter(act="case.minutes_read", actor_id=cast.handler.user_id).count() == 1


TEXTS: list[tuple[Any, dict[str, Any]]] = [
    (actions.add_note, {"text": f"Đã gọi {NAME}"}),
    (actions.add_evidence, {"title": "Giấy biên nhận", "supplied_by": NAME, "note": ""}),
    (actions.add_evidence, {"title": f"Đơn của {NAME.upper()}", "supplied_by": "", "note": ""}),
    (actions.add_evidence, {"title": "Ảnh", "supplied_by": "", "note": f"do {NAME} chụp"}),
    (actions.find_complexity, {"found": ["several_places"], "note": f"Phải gặp {NAME} ở hai nơi"}),
    (
        actions.submit_report,
        {
            "findings": [FindingData(issue=f"{NAME} nói đúng", finding="right")],
            "recommendation": "",
            "explanation": "Có",
        },
    ),
]


@pytest.mark.parametrize(("act", "values"), TEXTS)
def test_who_knows_the_name_cannot_write_it_into_the_open(cast: Cast, act: Any, values: dict[str, Any]) -> None:
    way = secret(cast)
    way.as_(cast.handler, actions.add_session, session=met("denounced", "Đã giải trình."))
    opened(way, cast.handler)
    assert way.refused(cast.handler, act, **values) == "text_reveals_denouncer"


def test_without_an_opening_the_answer_tells_nobody_whether_a_guess_is_right(cast: Cast) -> None:
    way = secret(cast)
    for text in (f"Có thể là {NAME}", "Có thể là Lê Thị Khác"):
        way.as_(cast.handler, actions.add_note, text=text)
    with acting(cast.handler):
        assert Note.objects.count() == 2


def test_what_was_written_before_is_sealed_when_the_matter_becomes_a_denunciation(cast: Cast) -> None:
    way = Walk(cast, accepted(cast), ACCEPTED).recheck().verify()
    way.as_(cast.handler, actions.add_session, session=met("complainant"))
    way.as_(cast.handler, actions.add_session, session=met("respondent"))
    way.as_(cast.handler, actions.add_evidence, title="Biên nhận", supplied_by=NAME, note=f"{NAME} đưa")
    way.as_(cast.handler, actions.add_note, text=f"Gọi lại cho {NAME}")
    with acting(cast.head):
        Submission.objects.filter(pk=way.case.submission_id).update(status=SubmissionStatus.RECEIVED)
    with acting(cast.clerk):
        screen_submission(
            submission_id=way.case.submission_id, finding=finding(MatterKind.DENUNCIATION), by=cast.clerk, at=ACCEPTED
        )
    with acting(cast.head):
        rows = list(Session.objects.order_by("pk"))
        texts = [*Evidence.objects.values_list("title", "supplied_by", "note"), *Note.objects.values_list("text")]
        open_text = " ".join(f"{row.minutes} {row.present}" for row in rows) + str(texts)
    assert [row.envelope is not None for row in rows] == [True, False]
    assert NAME not in open_text
    assert "[đã che]" in open_text
