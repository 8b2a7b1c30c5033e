"""What may not slip through with a prepared paper: a name, a leader kept out, another agency, a file that moved on."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.cases.build import Walk, denunciation, walk
from tests.cases.test_prepared_papers import DECISION, address, prepared, reported, said, state, step
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import NAME, opened
from tiepdan.accounts.acting import acting, at_portal
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.cases import actions
from tiepdan.cases.actions import turn
from tiepdan.cases.intent import Intent, WithdrawalData
from tiepdan.cases.models import Step
from tiepdan.desk import prepared as desk_prepared
from tiepdan.documents import actions as papers
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import exclude, join_matter
from tiepdan.matters.rules import Capacity
from tiepdan.submissions.actions.sealing import seal
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
CONCLUSION = {"outcome": "right", "measures": "Kiểm điểm.", "assessment": "Đúng.", "recommendation": ""}


@pytest.fixture
def cast() -> Cast:
    """Everybody."""
    return make_cast()


def sealed(cast: Cast) -> Walk:
    """A denunciation with its report, ready for a conclusion."""
    return walk(cast, denunciation()).verify().meet("denouncer").meet("denounced").report(differs=None)


def reviewed(cast: Cast, way: Walk, act: str, **typed: Any) -> Paper:
    """A draft that waits for the leader."""
    paper = prepared(way, cast.handler, act, **typed)
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    return paper


def approved(cast: Cast, way: Walk, act: str, **typed: Any) -> Paper:
    """A draft that waits for its number."""
    paper = reviewed(cast, way, act, **typed)
    step(cast.head, paper, "duyet")
    return paper


@pytest.mark.parametrize("where", ["trinh", "soat", "duyet", "cap-so"])
def test_a_name_stops_a_draft_at_whoever_holds_an_opening(cast: Cast, where: str) -> None:
    way = sealed(cast)
    typed = {**CONCLUSION, "assessment": f"{NAME} nói đúng."}
    paper = prepared(way, cast.handler, "conclude", **typed)  # no opening: the answer would itself tell
    takes = {"trinh": cast.handler, "soat": cast.second_handler, "duyet": cast.head, "cap-so": cast.deputy}
    for word, by in takes.items():
        if word == where:
            opened(by, way.case.matter_id)
            assert "danh tính" in step(by, paper, word, status=409) or "người tố cáo" in step(
                by, paper, word, status=409
            )
            break
        step(by, paper, word)
    assert state(way) == "reported"
    with acting(cast.head):
        assert Paper.objects.get(pk=paper.pk).number is None


def test_who_was_kept_out_after_approving_signs_nothing(cast: Cast) -> None:
    way = sealed(cast)
    paper = approved(cast, way, "conclude", **CONCLUSION)
    with acting(cast.deputy):
        exclude(
            matter_id=way.case.matter_id, user_id=cast.head.user_id, reason="denounced", by=cast.deputy, at=clock.now()
        )
    assert "không còn giữ chức vụ" in step(cast.deputy, paper, "cap-so", status=409)
    step(cast.deputy, paper, "tra-lai", reason="Duyệt lại")
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    step(cast.deputy, paper, "duyet")
    step(cast.deputy, paper, "cap-so")
    with acting(cast.deputy):
        assert Paper.objects.get(pk=paper.pk).signer_name == cast.deputy.name
        assert Step.objects.get(case=way.case, act="conclude").by_id == cast.deputy.user_id


def test_another_agency_of_the_matter_meets_no_draft(cast: Cast) -> None:
    way = sealed(cast)
    way.day = clock.now()
    way.as_(cast.head, actions.entrust_verification, agency_id=cast.department.pk, content="Xác minh giúp", days=10)
    paper = prepared(way, cast.handler, "conclude", **CONCLUSION)
    client = client_of(cast.department_head)
    page = client.get(reverse("desk:case_detail", args=[way.case.code]))
    at_case = reverse("desk:case_paper", args=[way.case.code, paper.pk])
    assert page.status_code == 200
    assert at_case not in page.content.decode()
    for where in (at_case, reverse("desk:paper_detail", args=[paper.pk])):
        assert client.get(where).status_code == 404
    step(cast.department_head, paper, "huy", status=404, reason="x")
    with acting(cast.department_head), pytest.raises(ActionRefused) as caught:
        papers.cancel_paper(paper_id=paper.pk, reason="x", by=cast.department_head, at=clock.now())
    assert caught.value.code == "paper_unknown"
    assert client_of(cast.handler).get(at_case).status_code == 200


def test_the_database_itself_hides_drafts_of_other_agencies_until_they_are_issued(cast: Cast) -> None:
    way = sealed(cast)
    way.day = clock.now()
    way.as_(cast.head, actions.entrust_verification, agency_id=cast.department.pk, content="Xác minh giúp", days=10)
    paper = prepared(way, cast.handler, "conclude", **CONCLUSION)
    with acting(cast.department_head):  # a part of the matter, and no query of the program in between
        seen = set(Paper.objects.filter(matter_id=way.case.matter_id).values_list("pk", flat=True))
        assert seen
        assert paper.pk not in seen
        assert Paper.objects.filter(pk=paper.pk).update(title="x") == 0
    with acting(cast.overseer):
        assert not Paper.objects.filter(status="draft").exists()
    with at_portal(matter_id=way.case.matter_id):
        assert not Paper.objects.filter(status="draft").exists()
    for who, word in (
        (cast.handler, "trinh"),
        (cast.second_handler, "soat"),
        (cast.head, "duyet"),
        (cast.head, "cap-so"),
    ):
        step(who, paper, word)
    with acting(cast.department_head):
        assert Paper.objects.filter(pk=paper.pk, status="issued").exists()


def test_sealing_voids_the_drafts_of_others_with_their_words(cast: Cast) -> None:
    way = walk(cast).recheck().verify()
    way.day = clock.now()
    with acting(cast.head):
        join_matter(
            matter_id=way.case.matter_id, agency_id=cast.department.pk, capacity=Capacity.ASSISTING,
            received_on=clock.today(),
        )  # fmt: skip
    with acting(cast.department_head):
        other = papers.draft_paper(
            form_key="house/case-letter", values={"about": f"{NAME} nói."}, by=cast.department_head, at=clock.now(),
            matter_id=way.case.matter_id,
        )  # fmt: skip
    with acting(cast.head):
        seal(submission=Submission.objects.get(pk=way.case.submission_id), by=cast.head, at=clock.now())
    with acting(cast.head):
        ended = Paper.objects.get(pk=other.pk)
        assert (ended.status, ended.values, ended.sealed) == ("cancelled", {}, True)
        assert Entry.objects.filter(act="paper.cancelled", subject=f"paper:{other.pk}").exists()
    with (
        acting(cast.outsider), pytest.raises(Exception, match="not a matter of the own agency"), transaction.atomic(),
    ):  # fmt: skip
        papers.end_drafts_elsewhere(matter_id=way.case.matter_id, reason="x", by=cast.outsider, at=clock.now())


def test_an_approved_draft_is_cancelled_by_leaders_alone(cast: Cast) -> None:
    way = reported(cast)
    paper = approved(cast, way, "decide", **DECISION)
    step(cast.clerk, paper, "huy", status=409, reason="x")
    step(cast.deputy, paper, "huy", reason="Chưa ban hành")
    with acting(cast.head):
        assert Paper.objects.get(pk=paper.pk).status == "cancelled"


def test_a_step_since_the_draft_wants_a_new_one(cast: Cast) -> None:
    way = reported(cast)
    paper = reviewed(cast, way, "decide", **DECISION)
    way.day = clock.now()
    part = WithdrawalData(extent="part", form="petition", forced=False, what="Rút nội dung cây cối")
    way.as_(cast.handler, actions.withdraw, withdrawal=part)
    assert "đã thay đổi từ khi dự thảo" in step(cast.head, paper, "duyet", status=409)
    step(cast.head, paper, "tra-lai", reason="Soạn lại")
    again = {**DECISION, "du-thao": str(paper.pk), "soan": "1"}
    response = client_of(cast.handler).post(address(way, "decide"), again)
    assert response.status_code == 302, said(response)
    step(cast.handler, paper, "trinh")
    step(cast.second_handler, paper, "soat")
    step(cast.head, paper, "duyet")
    way.as_(cast.handler, actions.withdraw, withdrawal=part)
    assert "đã thay đổi từ khi dự thảo" in step(cast.records, paper, "cap-so", status=409)
    assert state(way) == "reported"


def test_who_wrote_a_draft_anew_does_not_review_it_and_a_return_takes_the_approval_back(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **DECISION)
    again = {**DECISION, "ruling": "Của người khác.", "du-thao": str(paper.pk), "soan": "1"}
    assert client_of(cast.second_handler).post(address(way, "decide"), again).status_code == 302
    step(cast.second_handler, paper, "trinh")
    step(cast.second_handler, paper, "soat", status=409)
    step(cast.handler, paper, "soat")
    step(cast.deputy, paper, "duyet")
    queue = reverse("desk:processing_approvals")
    assert f"{cast.deputy.name} duyệt" in client_of(cast.head).get(queue).content.decode()
    step(cast.head, paper, "tra-lai", reason="Sửa")
    step(cast.second_handler, paper, "trinh")
    step(cast.handler, paper, "soat")
    page = client_of(cast.head).get(queue).content.decode()
    assert paper.title in page
    assert f"{cast.deputy.name} duyệt" not in page
    with acting(cast.head):
        assert Paper.objects.get(pk=paper.pk).signer_name == ""


@pytest.mark.django_db(transaction=True)
def test_numbering_and_the_act_itself_at_once_end_in_one_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    way = reported(cast)
    paper = approved(cast, way, "decide", **DECISION)
    found: dict[str, str] = {}
    was, ready = turn.drop_prepared, threading.Event()

    def slow(**known: Any) -> None:
        ready.set()
        time.sleep(0.5)
        was(**known)

    monkeypatch.setattr(turn, "drop_prepared", slow)

    def apart(name: str, run: Callable[[], object]) -> None:
        try:
            run()
            found[name] = "done"
        except Exception as error:  # what it was is asserted below
            found[name] = getattr(error, "code", repr(error))
        finally:
            connection.close()

    def direct() -> None:
        with acting(cast.head):
            actions.decide(
                case_id=way.case.pk, outcome="partly_right", ruling="x", assessment="y", by=cast.head, at=clock.now()
            )

    def numbered() -> None:
        ready.wait(10)
        with acting(cast.records):
            one = Paper.objects.get(pk=paper.pk)
            desk_prepared.number(paper=one, by=cast.records, at=clock.now())

    threads = [threading.Thread(target=apart, args=pair) for pair in (("head", direct), ("records", numbered))]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert found == {"head": "done", "records": "paper_not_approved"}


def test_a_draft_ends_when_the_case_goes_where_its_act_is_not(cast: Cast) -> None:
    way = reported(cast)
    paper = approved(cast, way, "decide", **DECISION)
    way.day = clock.now()
    intent = Intent(facts={"not_inherited": False})
    way.as_(cast.head, actions.terminate, ground="no_object_left", reason="Quyết định bị hủy bỏ", intent=intent)
    with acting(cast.head):
        ended = Paper.objects.get(pk=paper.pk)
        assert (ended.status, ended.act_typed, ended.number) == ("cancelled", None, None)
    assert paper.title not in client_of(cast.head).get(reverse("desk:processing_approvals")).content.decode()


def test_a_draft_stays_while_its_act_still_can_come(cast: Cast) -> None:
    way = walk(cast).recheck().verify()
    typed = {"ground": "no_object_left", "reason": "Quyết định đã bị hủy bỏ", "fact_not_inherited": "no"}
    paper = prepared(way, cast.handler, "terminate_case", **typed)
    way.meet().report(differs=False)
    assert state(way) == "reported"
    with acting(cast.head):
        assert Paper.objects.get(pk=paper.pk).status == "draft"


def test_sealing_a_matter_takes_its_drafts_back(cast: Cast) -> None:
    way = reported(cast)
    paper = prepared(way, cast.handler, "decide", **{**DECISION, "assessment": f"{NAME} nói đúng."})
    with acting(cast.clerk):
        seal(submission=Submission.objects.get(pk=way.case.submission_id), by=cast.clerk, at=clock.now())
        record(act="submission.screened", by=cast.clerk, at=clock.now(), matter_id=way.case.matter_id, subject="x")
        ended = Paper.objects.get(pk=paper.pk)
        assert (ended.status, ended.act_typed) == ("cancelled", None)
        assert NAME not in str(ended.values)


def test_the_leader_reads_what_the_paper_does_not_say(cast: Cast) -> None:
    way = reported(cast)
    paper = reviewed(cast, way, "decide", **{**DECISION, "what_1": "Nộp lại 500 triệu đồng"})
    page = client_of(cast.head).get(reverse("desk:paper_detail", args=[paper.pk])).content.decode()
    assert "Nộp lại 500 triệu đồng" in page
    assert "Ghi cùng văn bản" in page
    assert "ui/papers.css" in page  # drawn as a sheet
    step(cast.head, paper, "duyet")
    step(cast.records, paper, "cap-so")
    page = client_of(cast.head).get(reverse("desk:paper_detail", args=[paper.pk])).content.decode()
    assert "Nộp lại 500 triệu đồng" not in page


def test_the_page_of_a_draft_names_the_act_in_the_words_of_its_own_procedure(cast: Cast) -> None:
    way = walk(cast)
    paper = prepared(way, cast.handler, "suspend_case", ground="awaits_other_body", reason="Chờ kết quả đo đạc lại")
    page = client_of(cast.head).get(reverse("desk:paper_detail", args=[paper.pk])).content.decode()
    assert "tạm đình chỉ giải quyết khiếu nại" in page
    assert "giải quyết tố cáo" not in page


def test_who_may_prepare_looks_at_the_paper_before_and_who_may_not_is_offered_nothing(cast: Cast) -> None:
    way = reported(cast)
    looked = client_of(cast.handler).post(address(way, "decide"), {**DECISION, "xem-truoc": "1"})
    assert looked.status_code == 200, said(looked)
    assert "Bồi thường thêm 30 m²." in looked.content.decode()
    with acting(cast.head):
        assert not Paper.objects.filter(matter_id=way.case.matter_id, form_key="ND124-2020/15").exists()
    assert state(way) == "reported"
    page = client_of(cast.records).get(address(way, "decide"))
    assert 'name="soan"' not in page.content.decode()
    for word in ("soan", "xem-truoc"):
        assert client_of(cast.records).post(address(way, "decide"), {**DECISION, word: "1"}).status_code == 409


@pytest.mark.parametrize("begin", [walk, lambda cast: walk(cast, denunciation()), reported])
def test_every_draft_that_is_offered_can_be_saved(cast: Cast, begin: Callable[[Cast], Walk]) -> None:
    way = begin(cast)
    page = client_of(cast.handler).get(reverse("desk:case_detail", args=[way.case.code])).content.decode()
    offered = re.findall(r'href="([^"]+)"[^>]*>\s*(?:<svg.*?</svg>)?\s*Dự thảo: ', page, re.DOTALL)
    assert offered
    for where in offered:
        assert 'name="soan"' in client_of(cast.handler).get(where).content.decode(), where
