"""Several rows at once, each with its own answer; heads that sort; filters kept for the person."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cases.build import accepted
from tests.people import client_of, make_cast
from tests.routing.build import misdirected, proposed, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.desk.lists import NOT_FOUND
from tiepdan.desk.views import processing
from tiepdan.infra.codes import new_code
from tiepdan.matters.models import Notice, Participation, SavedFilter
from tiepdan.matters.rules import MatterKind
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


def sent(actor: Actor, name: str, status: int = 200, **data: object) -> str:
    answer = client_of(actor).post(reverse(name), data)
    assert answer.status_code == status
    return answer.content.decode()


def test_chosen_submissions_go_to_an_officer_and_the_others_say_why_not() -> None:
    cast = make_cast()
    first, second = received(cast.clerk), received(cast.clerk)
    sent(cast.head, "desk:submissions_several", lam="giao", to=cast.processor.user_id, viec=[first.code])
    told = sent(
        cast.head, "desk:submissions_several", lam="giao", to=cast.processor.user_id, viec=[first.code, second.code]
    )
    assert "1 dòng đã xong, 1 dòng chưa" in told
    assert "Người này đang xử lý đơn này rồi" in told
    with acting(cast.head):
        handlers = Participation.objects.filter(code__in=[first.code, second.code]).values_list("handler_id", flat=True)
        assert set(handlers) == {cast.processor.user_id}


def test_a_foreign_row_answers_as_one_that_does_not_exist_and_stays_as_it_was() -> None:
    cast = make_cast()
    mine = received(cast.outsider_clerk, content="Đề nghị sửa cầu qua suối Bìm trước mùa mưa năm nay.")
    foreign = received(cast.clerk)
    absent = new_code()
    answers = [
        sent(cast.outsider, "desk:submissions_several", lam="ly-do", reason="Chờ tài liệu", viec=[mine.code, code])
        for code in (foreign.code, absent)
    ]
    assert [text.count(NOT_FOUND) for text in answers] == [1, 1]
    assert foreign.code not in answers[0]
    assert foreign.summary not in answers[0]
    with acting(cast.head):
        assert Submission.objects.get(pk=foreign.pk).unprocessed_reason == ""
        assert not Entry.objects.filter(matter_id=foreign.matter_id, act="submission.delay_explained").exists()
    with acting(cast.outsider):
        assert Submission.objects.get(pk=mine.pk).unprocessed_reason == "Chờ tài liệu"
        assert Entry.objects.filter(matter_id=mine.matter_id, act="submission.delay_explained").count() == 2


def test_what_is_seen_as_a_line_only_is_not_acted_on() -> None:
    cast = make_cast()
    sealed = received(cast.clerk, kind=MatterKind.DENUNCIATION, content="Ông Bê nhận tiền khi cấp phép xây dựng nhà.")
    told = sent(cast.processor, "desk:submissions_several", lam="ly-do", reason="Chờ", viec=[sealed.code])
    assert NOT_FOUND in told
    assert reverse("desk:submission_detail", args=[sealed.code]) not in told


def test_nothing_chosen_and_nothing_typed_bring_the_list_back_with_the_reason() -> None:
    cast = make_cast()
    made = received(cast.clerk)
    assert "đánh dấu ít nhất một dòng" in sent(cast.head, "desk:submissions_several", 409, lam="ly-do", reason="Chờ")
    assert "Lý do chính đáng" in sent(cast.head, "desk:submissions_several", 422, lam="ly-do", viec=[made.code])


def test_the_browser_asks_for_nothing_that_another_act_of_the_same_form_needs() -> None:
    cast = make_cast()
    received(cast.clerk)
    page = client_of(cast.head).get(reverse("desk:submission_list")).content.decode()
    several = page.partition('<form id="nhieu"')[2].partition("</form>")[0]
    assert several.count("<fieldset>") == 2
    assert " required" not in several


def test_proposals_are_approved_together_but_an_acceptance_by_itself() -> None:
    cast = make_cast()
    guided = proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    other = misdirected(cast, content="Đề nghị xem lại việc cấp phép khai thác cát trên sông qua thôn Ba.")
    second = proposed(cast.clerk, other, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    with acting(cast.head):
        Proposal.objects.filter(pk=second.pk).update(act=RouteAct.ACCEPT.value)
    told = sent(cast.head, "desk:proposals_several", lam="duyet", viec=[guided.pk, second.pk, 10**9])
    assert "1 dòng đã xong, 2 dòng chưa" in told
    assert "Thụ lý phải phân công người giải quyết" in told
    with acting(cast.head):
        assert Proposal.objects.get(pk=guided.pk).approved is True
        assert Proposal.objects.get(pk=second.pk).approved is None
    sent(cast.head, "desk:proposals_several", lam="tra-lai", viec=[second.pk], note="Bổ sung căn cứ")
    with acting(cast.head):
        assert Proposal.objects.get(pk=second.pk).approved is False


def test_a_head_elsewhere_decides_no_proposal_and_learns_none() -> None:
    cast = make_cast()
    guided = proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    answers = [
        sent(cast.outsider, "desk:proposals_several", lam="duyet", viec=[number]).partition("<main")[2]
        for number in (guided.pk, 10**9)
    ]
    assert answers[0] == answers[1]
    assert NOT_FOUND in answers[0]
    with acting(cast.head):
        assert Proposal.objects.get(pk=guided.pk).approved is None


def test_cases_are_given_to_a_handler_or_urged_by_oversight() -> None:
    cast = make_cast()
    case = accepted(cast)
    told = sent(
        cast.head,
        "desk:cases_several",
        lam="giao",
        to=cast.second_handler.user_id,
        reason="Nghỉ phép",
        viec=[case.code],
    )
    assert "1 dòng đã xong, 0 dòng chưa" in told
    told = sent(
        cast.overseer, "desk:cases_several", lam="don-doc", text="Đề nghị báo cáo", answer_by="2100-01-01",
        viec=[case.code, new_code()],
    )  # fmt: skip
    assert "1 dòng đã xong, 1 dòng chưa" in told
    with acting(cast.head):
        assert Entry.objects.filter(matter_id=case.matter_id, act="case.urged").count() == 1
        assert Entry.objects.filter(matter_id=case.matter_id, act="case.people_assigned").count() == 1


def test_notices_are_marked_seen_together_and_only_ones_own() -> None:
    cast = make_cast()
    made = received(cast.clerk)
    sent(cast.head, "desk:submissions_several", lam="giao", to=cast.processor.user_id, viec=[made.code])
    with acting(cast.processor):
        mine = Notice.objects.get(code=made.code)
    assert "0 dòng đã xong, 1 dòng chưa" in sent(cast.outsider, "desk:notices_several", viec=[mine.pk])
    assert "1 dòng đã xong, 0 dòng chưa" in sent(cast.processor, "desk:notices_several", viec=[mine.pk])
    with acting(cast.processor):
        assert Notice.objects.get(pk=mine.pk).acknowledged_by_id == cast.processor.user_id


def test_who_may_not_give_sees_no_such_act_and_is_refused_row_by_row() -> None:
    cast = make_cast()
    made = received(cast.clerk)
    page = client_of(cast.processor).get(reverse("desk:submission_list")).content.decode()
    assert "Ghi lý do chưa xử lý xong" in page
    assert "Giao các đơn đã chọn" not in page
    told = sent(cast.processor, "desk:submissions_several", lam="giao", to=cast.handler.user_id, viec=[made.code])
    assert "Chỉ thủ trưởng hoặc cấp phó được phân công" in told


def test_a_head_of_a_column_sorts_and_turns_round_and_keeps_the_conditions() -> None:
    cast = make_cast()
    received(cast.clerk)
    client = client_of(cast.processor)
    page = client.get(reverse("desk:submission_list") + "?kind=complaint&sap=don").content.decode()
    assert 'aria-sort="ascending"' in page
    assert "?kind=complaint&amp;sap=-don" in page
    overseer = client_of(cast.overseer).get(reverse("desk:submission_list")).content.decode()
    assert "sap=don" in overseer
    assert 'href="?sap=nguoi"' not in overseer  # over many offices lists are not sorted by handler


def test_a_filter_is_kept_shown_used_and_dropped_by_its_owner_alone() -> None:
    cast = make_cast()
    client = client_of(cast.processor)
    kept = client.post(
        reverse("desk:filter_keep", args=["don"]), {"name": "Khiếu nại quá hạn", "query": "kind=complaint&late=on"}
    )
    assert kept.status_code == 302
    assert kept.headers["Location"].endswith("?kind=complaint&late=on")
    page = client.get(kept.headers["Location"]).content.decode()
    assert "Khiếu nại quá hạn" in page
    assert 'href="?kind=complaint&amp;late=on" aria-current="true"' in page
    with acting(cast.processor):
        row = SavedFilter.objects.get()
    other = client_of(cast.head)
    assert "Khiếu nại quá hạn" not in other.get(reverse("desk:submission_list")).content.decode()
    foreign = other.post(reverse("desk:filter_drop", args=[row.pk]))
    absent = other.post(reverse("desk:filter_drop", args=[10**9]))
    assert (foreign.status_code, absent.status_code) == (404, 404)
    assert client.post(reverse("desk:filter_drop", args=[row.pk])).status_code == 302
    refused = client.post(reverse("desk:filter_keep", args=["vu-viec"]), {"name": "x", "query": "q=Nguyen"})
    assert refused.status_code == 409
    assert client.post(reverse("desk:filter_keep", args=["khac"]), {"name": "x", "query": "a=1"}).status_code == 404


def test_lists_ask_the_same_however_long_in_every_order() -> None:
    cast = make_cast()
    client = client_of(cast.head)

    def cost(query: str) -> int:
        with CaptureQueriesContext(connection) as spent:
            assert client.get(reverse("desk:submission_list") + query).status_code == 200
        return len(spent)

    received(cast.clerk)
    queries = ("", "?sap=don", "?sap=-han", "?sap=nguoi")
    before = [cost(query) for query in queries]
    for place in range(6):
        received(cast.clerk, content=f"Đề nghị xem lại việc đo đạc thửa đất số {place} tại thôn {place}.")
    assert [cost(query) for query in queries] == before


def test_what_waits_for_processing_is_shown_by_its_limit_the_longest_overdue_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = make_cast()
    days = ("2026-07-13", "2026-07-02", "2026-07-20", "2026-07-06", "2026-07-16")
    for place, day in enumerate(days):
        received(cast.clerk, content=f"Đề nghị xem lại việc đo đạc thửa đất số {place} tại thôn {place}.", day=day)
    with acting(cast.clerk):
        lines = list(Participation.objects.all())
    assert len({line.due_on for line in lines}) == 5
    wanted = [line.code for line in sorted(lines, key=lambda line: (line.due_on or date.max, line.pk))]
    # Over several pages, too: each goes on where the one before ended.
    monkeypatch.setattr(processing, "_QUEUE_PAGE", 2)
    client, address, shown = client_of(cast.head), reverse("desk:processing_queue"), []
    query = "?muc=moi"
    while query:
        page = client.get(address + query)
        codes = [line.code for line in page.context["lines"]]
        assert 0 < len(codes) <= 2
        shown += codes
        query = page.context["next_url"]
    assert shown == wanted
