"""What may not stand in the open of a sealed matter: minutes with who denounced, and names in notes and evidence."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from tests.cases.build import ACCEPTED, Walk, accepted, complaint, denunciation
from tests.people import Cast, make_cast
from tests.submissions.build import NAME
from tests.submissions.test_screen import finding
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import FindingData, MandateData, MediationData, ObligationData, SessionData
from tiepdan.cases.models import Evidence, Finding, Mandate, Note, Session, Step
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.reception.actions import screen_submission
from tiepdan.submissions.actions import ask_opening
from tiepdan.submissions.models import Party, Submission
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


def met(with_whom: str, minutes: str = SPOKEN, present: tuple[str, ...] = (NAME,), place: str = "") -> SessionData:
    return SessionData(
        held_on=ACCEPTED.date(), held_at=time(8), ended_at=time(9), with_whom=with_whom, minutes=minutes, present=present,
        place=place,
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


def test_a_mediation_in_a_sealed_matter_leaves_only_day_place_and_result_in_the_open(cast: Cast) -> None:
    way = Walk(cast, accepted(cast, complaint(sealed=True)), ACCEPTED)
    data = MediationData(
        held_on=ACCEPTED.date(),
        minutes=SPOKEN,
        result="agreed",
        agreed=f"Trả tiền cho {NAME}",
        present=(NAME,),
        place="Phòng 1",
    )
    way.as_(cast.handler, actions.hold_mediation, mediation=data)
    with acting(cast.handler):
        row = Session.objects.get(kind="mediation")
        told = [*Step.objects.values_list("note", "facts"), *Paper.objects.values_list("values", "recipients")]
    assert (row.minutes, row.agreed, row.envelope is not None) == ("", "", True)
    assert NAME not in f"{row.present} {told}"
    assert row.with_whom == "parties"  # its result is a fact of the step
    opened(way, cast.handler)
    with acting(cast.handler):
        read = actions.read_sealed_minutes(case_id=way.case.pk, by=cast.handler, at=clock.now())
    assert [(one.minutes, one.agreed) for one in read] == [(SPOKEN, f"Trả tiền cho {NAME}")]


def test_an_open_mediation_says_who_came_and_keeps_its_result_apart(cast: Cast) -> None:
    way = Walk(cast, accepted(cast), ACCEPTED)
    data = MediationData(held_on=ACCEPTED.date(), minutes=SPOKEN, result="not_agreed", present=(NAME,))
    way.as_(cast.handler, actions.hold_mediation, mediation=data)
    with acting(cast.handler):
        row, step = Session.objects.get(kind="mediation"), Step.objects.filter(act="hold_mediation").latest("pk")
    assert (row.minutes, row.present, row.with_whom) == (SPOKEN, [NAME], "parties")
    assert step.facts["mediation"] == "not_agreed"


def test_who_acts_for_somebody_in_a_sealed_matter_is_not_named(cast: Cast) -> None:
    way = Walk(cast, accepted(cast, complaint(sealed=True)), ACCEPTED)
    data = MandateData(
        kind="attorney", name="Lý Thị Dậu", document="Giấy ủy quyền 01", given_on=ACCEPTED.date(), form="notarised"
    )
    way.as_(cast.handler, actions.record_mandate, mandate=data)
    with acting(cast.handler):
        told = [
            *Mandate.objects.values_list("name", "document"), *Party.objects.values_list("name", "standing"),
            *Step.objects.values_list("note", flat=True),
        ]  # fmt: skip
        assert Party.objects.latest("pk").sealed
    assert "Dậu" not in str(told)


def test_to_whom_a_sealed_complaint_was_explained_is_not_kept(cast: Cast) -> None:
    way = Walk(cast, accepted(cast, complaint(sealed=True)), ACCEPTED).recheck().verify().meet().report(differs=False)
    way.decide()
    way.as_(
        cast.head,
        actions.explain_settled_case,
        explained_to=NAME,
        held_on=way.day.date(),
        text="Đã giải thích quyết định.",
    )
    with acting(cast.head):
        assert NAME not in str(list(Step.objects.filter(act="explain_settled_case").values_list("facts", "note")))


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
    (actions.add_session, {"session": met("denounced", f"Có phải ông {NAME} tố cáo không?")}),
    (actions.add_session, {"session": met("other", "Đã hỏi.", present=(NAME,))}),
    (actions.add_session, {"session": met("denouncer", "Đã gặp.", place=f"Nhà ông {NAME}")}),
]


def test_a_conclusion_that_names_who_denounced_is_not_issued(cast: Cast) -> None:
    way = secret(cast)
    way.as_(cast.handler, actions.add_session, session=met("denounced", "Đã giải trình.", present=()))
    way.as_(cast.handler, actions.submit_report, findings=[FindingData(issue="Nhận tiền", finding="right")],
            recommendation="Xử lý", explanation="Không nhận")  # fmt: skip
    with acting(cast.head):
        assign(
            matter_id=way.case.matter_id, user_id=cast.head.user_id, agency_id=cast.head.agency_id, duty=Duty.LEADER,
            by=cast.head, at=ACCEPTED,
        )  # fmt: skip
    opened(way, cast.head)
    said = {"outcome": "right", "measures": "Kiểm điểm", "assessment": "Tố cáo đúng"}
    for name in ("measures", "assessment", "recommendation", "findings"):
        words = {**said, name: f"Theo lời {NAME}, tố cáo đúng"}
        assert way.refused(cast.head, actions.conclude, **words) == "text_reveals_denouncer"
    named = [ObligationData(what=f"Trả lại tiền cho {NAME}")]
    assert way.refused(cast.head, actions.conclude, **said, obligations=named) == "text_reveals_denouncer"
    way.as_(cast.head, actions.conclude, **said)


@pytest.mark.parametrize(("act", "values"), TEXTS)
def test_who_knows_the_name_cannot_write_it_into_the_open(cast: Cast, act: Any, values: dict[str, Any]) -> None:
    way = secret(cast)
    way.as_(cast.handler, actions.add_session, session=met("denounced", "Đã giải trình.", present=()))
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
    mediated = MediationData(held_on=ACCEPTED.date(), minutes=SPOKEN, result="not_agreed", present=(NAME,))
    way.as_(cast.handler, actions.hold_mediation, mediation=mediated)
    lawyer = MandateData(kind="lawyer", name="Lý Thị Dậu", document=f"Giấy của {NAME}", given_on=ACCEPTED.date())
    way.as_(cast.handler, actions.record_mandate, mandate=lawyer)
    issue = FindingData(issue=f"{NAME} nói đúng", finding="right", basis=f"lời {NAME}")
    way.as_(cast.handler, actions.submit_report, findings=[issue], recommendation="Công nhận", explanation="Có")
    with acting(cast.head):
        Submission.objects.filter(pk=way.case.submission_id).update(status=SubmissionStatus.RECEIVED)
    with acting(cast.clerk):
        screen_submission(
            submission_id=way.case.submission_id, finding=finding(MatterKind.DENUNCIATION), by=cast.clerk, at=ACCEPTED
        )
    with acting(cast.head):
        rows = list(Session.objects.order_by("pk"))
        texts = [
            *Evidence.objects.values_list("title", "supplied_by", "note"), *Note.objects.values_list("text"),
            *Finding.objects.values_list("issue", "basis"), *Mandate.objects.values_list("name", "document"),
            *Step.objects.values_list("note"), *Paper.objects.values_list("values"),
        ]  # fmt: skip
        open_text = " ".join(f"{row.minutes} {row.present}" for row in rows) + str(texts)
    assert [row.envelope is not None for row in rows] == [True, False, True]
    assert NAME not in open_text
    assert "Lý Thị Dậu" not in open_text
    assert "[đã che]" in open_text
