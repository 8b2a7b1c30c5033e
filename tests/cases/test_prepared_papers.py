"""The paper of an act, prepared by who handles the case: reviewed, approved, numbered; numbering does the act."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cases.build import Walk, denunciation, petition, walk
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import NAME, opened
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.models import Case, Step
from tiepdan.desk.case_acts import procedure_now, slug_of
from tiepdan.documents import actions as papers
from tiepdan.documents.actions import typed_for_act
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
DECISION = {
    "outcome": "partly_right", "ruling": "Bồi thường thêm 30 m².", "assessment": "Khiếu nại đúng một phần.",
    "dialogue_result": "", "compensation": "", "what_1": "Chi trả thêm", "to_state_1": "",
}  # fmt: skip


@pytest.fixture
def cast() -> Cast:
    """Everybody."""
    return make_cast()


def said(response: Any) -> str:
    """The message of a page, without the page."""
    text: str = response.content.decode()
    place = text.find("message-title")
    return text[place : place + 600] if place > 0 else text[-600:]


def address(way: Walk, act: str) -> str:
    """Where the form of an act is."""
    procedure = procedure_now(case=way.case, today=clock.today())
    return reverse("desk:case_act", args=[way.case.code, slug_of(procedure.acts[act])])


def prepared(way: Walk, by: Actor, act: str, **typed: Any) -> Paper:
    """Save a draft through the page."""
    response = client_of(by).post(address(way, act), {**typed, "soan": "1"})
    assert response.status_code == 302, said(response)
    with acting(by):
        return Paper.objects.get(act=act, status="draft")


def step(by: Actor, paper: Paper, word: str, status: int = 302, **typed: str) -> str:
    """Take a step on the page of the paper."""
    response = client_of(by).post(reverse("desk:paper_step", args=[paper.pk, word]), typed)
    text = response.content.decode()
    assert response.status_code == status, (word, response.status_code, said(response))
    return text


def reported(cast: Cast) -> Walk:
    """A complaint with its report, ready for a decision."""
    return walk(cast).recheck().verify().meet().report(differs=False)


def state(way: Walk) -> str:
    """Where the case is."""
    with acting(way.cast.head):
        return Case.objects.get(pk=way.case.pk).state


def test_a_decision_goes_from_draft_over_review_and_approval_to_its_number(cast: Cast) -> None:
    way = reported(cast)
    page = client_of(cast.handler).get(reverse("desk:case_detail", args=[way.case.code])).content.decode()
    assert "Soạn dự thảo trình duyệt" in page
    paper = prepared(way, cast.handler, "decide", **DECISION)
    assert (state(way), paper.number, paper.drafted_by_id) == ("reported", None, cast.handler.user_id)
    assert b"30 m" not in bytes(paper.act_typed or b"")
    step(cast.handler, paper, "trinh")
    step(cast.handler, paper, "soat", status=409)  # not by who wrote it
    step(cast.second_handler, paper, "soat")
    assert paper.title in client_of(cast.head).get(reverse("desk:processing_approvals")).content.decode()
    step(cast.head, paper, "duyet")
    assert state(way) == "reported"
    step(cast.records, paper, "cap-so")
    with acting(cast.head):
        case = Case.objects.get(pk=way.case.pk)
        paper.refresh_from_db()
        done = Step.objects.get(case=case, act="decide")
        assert (case.state, case.outcome, case.obligations.get().what) == ("decided", "partly_right", "Chi trả thêm")
        assert (paper.status, paper.number, paper.signer_name) == ("issued", 2, cast.head.name)
        assert (done.paper_id, done.by_id, paper.act_typed) == (paper.pk, cast.head.user_id, None)
        numbered = Entry.objects.get(act="paper.numbered")
        assert (numbered.actor_id, Entry.objects.get(act="case.decide").actor_id) == (
            cast.records.user_id,
            cast.head.user_id,
        )
        assert Paper.objects.filter(form_key=paper.form_key).count() == 1
    way.case = case
    way.day = clock.now()
    way.as_(cast.handler, actions.send_decision, addressees=_to_complainant(way))
    assert state(way) == "sent"


def _to_complainant(way: Walk) -> list[Any]:
    from tiepdan.cases.intent import AddresseeData
    from tiepdan.documents.models import DeliveryWay

    return [AddresseeData(addressee="complainant", way=DeliveryWay.POST, sent_on=way.day.date(), name="Bà Lan")]


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        (
            "terminate_case",
            {"ground": "no_object_left", "reason": "Quyết định đã bị hủy bỏ", "fact_not_inherited": "no"},
        ),
        ("suspend_case", {"ground": "awaits_other_body", "reason": "Chờ kết luận của cơ quan khác"}),
        ("order_expertise", {"expert_body": "Trung tâm giám định", "subject": "Chữ ký", "due_on": "2027-03-01"}),
    ],
)
def test_other_papers_of_leaders_are_prepared_too(cast: Cast, act: str, typed: dict[str, str]) -> None:
    way = walk(cast).recheck().verify()
    paper = prepared(way, cast.handler, act, **typed)
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    step(cast.head, paper, "duyet")
    step(cast.records, paper, "cap-so")
    with acting(cast.head):
        assert Step.objects.get(case=way.case, act=act).paper_id == paper.pk


def test_a_verification_decision_is_prepared_with_its_team(cast: Cast) -> None:
    way = walk(cast).recheck()
    typed = {"head": cast.handler.user_id, "members": [cast.second_handler.user_id], "days": 20, "impartial": "on"}
    paper = prepared(way, cast.handler, "start_verification", **typed)
    step(cast.handler, paper, "trinh")
    step(cast.processor, paper, "soat")
    step(cast.head, paper, "duyet")
    step(cast.head, paper, "cap-so")
    assert state(way) == "verifying"


def test_an_answer_is_prepared_for_a_petition(cast: Cast) -> None:
    way = walk(cast, petition())
    paper = prepared(way, cast.handler, "answer", text="Sẽ sửa đường trong tháng 9.")
    step(cast.handler, paper, "trinh")
    step(cast.processor, paper, "soat")
    step(cast.deputy, paper, "duyet")
    step(cast.records, paper, "cap-so")
    with acting(cast.head):
        assert Paper.objects.get(pk=paper.pk).signer_name == cast.deputy.name
    assert state(way) == "answered"


def test_a_draft_is_returned_and_written_anew_in_the_form_of_its_act(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    step(cast.head, paper, "tra-lai", reason="Ghi rõ số tiền")
    where = client_of(cast.handler).get(reverse("desk:paper_rewrite", args=[paper.pk]))
    assert where.status_code == 302
    form = client_of(cast.handler).get(where["Location"]).content.decode()
    assert "Bồi thường thêm 30 m²." in form
    again = {**DECISION, "ruling": "Bồi thường thêm 45 m².", "du-thao": str(paper.pk), "soan": "1"}
    assert client_of(cast.handler).post(address(way, "decide"), again).status_code == 302
    with acting(cast.handler):
        paper.refresh_from_db()
        assert paper.values["ruling"] == "Bồi thường thêm 45 m²."
        assert typed_for_act(paper=paper)["ruling"] == ["Bồi thường thêm 45 m²."]
        assert Paper.objects.filter(act="decide").count() == 1
    second = client_of(cast.handler).post(address(way, "decide"), {**DECISION, "soan": "1"})
    assert second.status_code == 409  # one draft at a time


def test_a_head_who_acts_needs_no_draft_and_ends_the_one_that_waits(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    assert "Đã có dự thảo" in client_of(cast.head).get(address(way, "decide")).content.decode()
    way.decide()
    with acting(cast.head):
        paper.refresh_from_db()
        assert (paper.status, paper.act_typed) == ("cancelled", None)
        assert Paper.objects.filter(form_key=paper.form_key, status="issued").count() == 1


def test_what_changed_in_the_file_since_approval_wants_a_new_approval(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    with acting(cast.head):
        papers.submit_paper(paper_id=paper.pk, by=cast.handler, at=clock.now())
        papers.review_paper(paper_id=paper.pk, by=cast.processor, at=clock.now())
        papers.approve_paper(paper_id=paper.pk, by=cast.head, at=clock.now())
        one = Submission.objects.get(pk=way.case.submission_id)
        one.summary = "Nội dung khác hẳn"
        one.attacked_number = "99/QĐ-UBND"
        one.save()
        actions.add_note(case_id=way.case.pk, text="đổi", by=cast.head, at=clock.now())
    assert "đã thay đổi từ khi dự thảo được duyệt" in step(cast.records, paper, "cap-so", status=409)
    assert state(way) == "reported"


def test_refusals_of_a_prepared_act(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    step(cast.records, paper, "cap-so", status=409)  # not approved
    with acting(cast.records), pytest.raises(ActionRefused) as caught:
        papers.number_paper(paper_id=paper.pk, by=cast.records, at=clock.now())
    assert caught.value.code == "paper_of_act"
    with acting(cast.handler), pytest.raises(ActionRefused) as caught:
        papers.rewrite_paper(paper_id=paper.pk, values={}, by=cast.handler, at=clock.now())
    assert caught.value.code == "paper_of_act"
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    step(cast.deputy, paper, "duyet")
    step(cast.handler, paper, "cap-so", status=409)  # does not number
    Post.objects.filter(user_id=cast.deputy.user_id).update(ends_before=clock.today())
    assert "không còn giữ chức vụ" in step(cast.records, paper, "cap-so", status=409)
    assert state(way) == "reported"


def test_an_act_that_is_not_allowed_yet_is_not_prepared(cast: Cast) -> None:
    way = walk(cast)
    answered = {**DECISION, "fact_demand_differs": "no", "soan": "1"}
    assert client_of(cast.handler).post(address(way, "decide"), answered).status_code == 409
    with acting(cast.handler), pytest.raises(ActionRefused) as caught:
        actions.prepare_act(
            case_id=way.case.pk, act="start_recheck", typed={}, by=cast.handler, at=way.day,
            run=lambda leader: actions.perform(case_id=way.case.pk, act="start_recheck", by=leader, at=way.day),
        )  # fmt: skip
    assert caught.value.code == "act_has_no_draft"
    assert state(way) == "accepted"


def test_the_outsider_meets_nothing(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    assert client_of(cast.outsider).get(address(way, "decide")).status_code == 404
    assert client_of(cast.outsider).get(reverse("desk:paper_detail", args=[paper.pk])).status_code == 404
    step(cast.outsider, paper, "trinh", status=404)
    assert (
        "Soạn dự thảo trình duyệt"
        not in client_of(cast.overseer).get(reverse("desk:case_detail", args=[way.case.code])).content.decode()
    )


def test_the_conclusion_of_a_denunciation_is_prepared_without_the_name(cast: Cast) -> None:
    way = walk(cast, denunciation()).verify().meet("denouncer").meet("denounced").report(differs=None)
    with acting(cast.handler):
        opened(cast.handler, way.case.matter_id)
    typed = {"outcome": "right", "measures": "Kiểm điểm.", "assessment": "Đúng.", "recommendation": ""}
    named = client_of(cast.handler).post(
        address(way, "conclude"), {**typed, "assessment": f"{NAME} nói đúng.", "soan": "1"}
    )
    assert named.status_code == 409
    paper = prepared(way, cast.handler, "conclude", **typed)
    assert paper.sealed
    step(cast.handler, paper, "trinh")
    step(cast.records, paper, "cap-so", status=404)  # of a sealed matter the clerk reads nothing: the head numbers it
    step(cast.head, paper, "soat")
    step(cast.head, paper, "duyet")
    step(cast.head, paper, "cap-so")
    assert state(way) == "concluded"
