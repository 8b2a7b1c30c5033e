"""Pages of cases over HTTP: what they show, to whom, and at what cost."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cases.build import complaint, denunciation, petition, submission, walk
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.cases import actions
from tiepdan.cases.access import case_for
from tiepdan.cases.queries import case_page
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.desk.case_acts import PAGES, procedure_now, slug_of
from tiepdan.desk.case_view import view_of
from tiepdan.submissions.intake import PartyData
from tiepdan.submissions.rules import PartyRole

pytestmark = pytest.mark.django_db
AROUND = re.compile(r"SAVEPOINT|django_session|accounts_|usersessions|tiepdan\.(enter|leave)")  # login and transaction


def page(actor: Actor, name: str, *args: object, status: int = 200, query: str = "") -> str:
    """Open a page of the desk."""
    response = client_of(actor).get(reverse(f"desk:{name}", args=args) + query)
    assert response.status_code == status, (name, response.status_code)
    return re.sub(r'"X-CSRFToken": "\w+"', "", response.content.decode())


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def test_the_page_says_state_and_next_step_first(cast: Cast) -> None:
    way = walk(cast)
    text = page(cast.handler, "case_detail", way.case.code)
    assert "Bước tiếp theo: kiểm tra lại" in text
    assert "Vì sao ngày này" in text
    assert "ngày phát sinh, không tính" in text  # the counting day by day, without JavaScript
    assert "Sơ đồ" in text
    assert text.index("Bước tiếp theo") < text.index("Thời hạn</h2>") < text.index("Tiến trình</h2>")


def test_a_refused_act_says_which_rule(cast: Cast) -> None:
    way = walk(cast)
    text = page(cast.clerk, "case_detail", way.case.code)
    assert "Chưa làm được" in text
    assert "Bước này do" in text
    assert "LKN Đ.29(1)(a)" in text
    assert "§" not in text  # words and article, not the id of a rule


def test_the_page_costs_at_most_fifteen_queries(cast: Cast) -> None:
    way = walk(cast).recheck().verify().meet().on("2026-08-03").report()
    way.as_(cast.handler, actions.add_note, text="Một")
    with acting(cast.head), CaptureQueriesContext(connection) as spent:
        case = case_for(code=way.case.code)
        shown = case_page(case=case, by=cast.head, today=way.day.date())
        view_of(page=shown)
        assert shown.members
    assert len(spent.captured_queries) <= 15, [query["sql"][:90] for query in spent.captured_queries]


def test_the_list_costs_the_same_however_long(cast: Cast) -> None:
    def cost() -> int:
        client = client_of(cast.head)
        with CaptureQueriesContext(connection) as spent:
            assert client.get(reverse("desk:case_list")).status_code == 200
        return len([query for query in spent.captured_queries if not AROUND.search(query["sql"])])

    walk(cast)
    first = cost()
    walk(cast)
    walk(cast, petition())
    assert cost() == first


def test_the_list_is_narrowed_by_the_legal_measures_of_cases(cast: Cast) -> None:
    party = PartyData(name="Trần Thị Bưởi", role=PartyRole.REPRESENTATIVE)
    large = walk(cast, complaint(people=6, parties=(*complaint().parties, party)))
    knotty = walk(cast).recheck()
    knotty.as_(cast.handler, actions.find_complexity, found=["several_places"], note="Hai nơi")
    for mark, wanted, other in (("large", large, knotty), ("complex", knotty, large)):
        text = page(cast.head, "case_list", query=f"?dac_diem={mark}")
        assert wanted.case.code in text
        assert other.case.code not in text
    assert large.case.code in page(cast.head, "case_list", query="?dac_diem=prolonged")  # long past its limit by now
    assert "Không có vụ việc nào như vậy" in page(cast.head, "case_list", query="?dac_diem=closed")
    assert large.case.code not in page(cast.second_handler, "case_list")


def test_an_outsider_meets_the_answer_of_what_does_not_exist(cast: Cast) -> None:
    way = walk(cast)
    code = way.case.code
    slug = "ghi-chu"
    nothing = page(cast.outsider, "case_detail", "3333-3333-33", status=404)
    for name, args in (
        ("case_detail", (code,)),
        ("case_act", (code, slug)),
        ("case_urge", (code,)),
        ("case_identity", (code,)),
    ):
        assert page(cast.outsider, name, *args, status=404) == nothing
    assert code not in page(cast.outsider, "case_list")
    response = client_of(cast.outsider).post(reverse("desk:case_act", args=[code, slug]), {"text": "x"})
    assert response.status_code == 404


def test_oversight_reads_the_case_and_has_only_urging(cast: Cast) -> None:
    way = walk(cast)
    text = page(cast.overseer, "case_detail", way.case.code)
    assert "Đôn đốc" in text
    assert "Ghi chú nội bộ</a>" not in text
    response = client_of(cast.overseer).post(
        reverse("desk:case_urge", args=[way.case.code]), {"text": "Báo cáo", "answer_by": "2099-01-05"}
    )
    assert response.status_code == 302
    text = page(cast.head, "case_detail", way.case.code)
    assert "Trả lời trước 05/01/2099" in text


def test_opening_an_identity_is_asked_with_a_reason_and_logged_for_the_head(cast: Cast) -> None:
    way = walk(cast, denunciation())
    address = reverse("desk:case_identity", args=[way.case.code])
    assert client_of(cast.handler).post(address, {"reason": "ngắn"}).status_code == 422
    refused = client_of(cast.head).post(address, {"reason": "Không được phân công mà muốn xem"})
    assert refused.status_code == 409
    shown = client_of(cast.handler).post(address, {"reason": "Gửi thông báo thụ lý cho người tố cáo"})
    assert "Nguyễn Văn An" in shown.content.decode()
    assert shown.headers["Cache-Control"] == "no-store"
    log = page(cast.head, "case_identity", way.case.code)
    assert "Gửi thông báo thụ lý" in log
    assert "Nguyễn Văn An" not in log


def test_acceptance_keeps_what_was_typed_when_it_is_refused(cast: Cast) -> None:
    made = submission(cast, complaint(people=6, all_signed=True))
    address = reverse("desk:case_accept", args=[made.code])
    response = client_of(cast.head).post(address, {"leader": cast.deputy.user_id, "handler": cast.handler.user_id})
    assert response.status_code == 409
    text = response.content.decode()
    assert "cử người đại diện" in text
    assert f'<option value="{cast.deputy.user_id}" selected>' in text


def test_every_act_has_a_word_of_its_own_in_addresses() -> None:
    for procedure in all_procedures():
        slugs = [slug_of(act) for act in procedure.acts.values()]
        assert len(slugs) == len(set(slugs)), procedure.kind
    known = {act for procedure in all_procedures() for act in procedure.acts}
    assert set(PAGES) <= known


def test_a_second_complaint_is_accepted_through_the_screen_and_named_on_both_pages(cast: Cast) -> None:
    first, made = walk(cast), submission(cast)
    address = reverse("desk:case_accept", args=[made.code])
    typed = {
        "leader": cast.head.user_id, "handler": cast.handler.user_id, "filing": "second_complaint",
        "first_code": first.case.code, "window_from": made.received_on.isoformat(),
    }  # fmt: skip
    assert "Thủ tục giải quyết" in page(cast.head, "case_accept", made.code)
    assert client_of(cast.head).post(address, {**typed, "first_code": ""}).status_code == 409  # nothing it follows
    assert client_of(cast.head).post(address, typed).status_code == 302
    text = page(cast.head, "case_detail", made.code)
    assert "Tiếp theo quyết định lần đầu" in text
    assert first.case.code in text
    assert made.code in page(cast.head, "case_detail", first.case.code)


def test_acts_are_grouped_by_stage_and_named_parts_are_done_through_the_screen(cast: Cast) -> None:
    way = walk(cast)
    text = page(cast.head, "case_detail", way.case.code)
    for stage in ("Đối thoại, hòa giải", "Đại diện, ủy quyền", "Khiếu nại tiếp, Tòa án, cấp trên"):
        assert stage in text
    act = procedure_now(case=way.case, today=way.day.date()).acts["record_court_acceptance"]
    address = reverse("desk:case_act", args=[way.case.code, slug_of(act)])
    client = client_of(cast.head)
    assert client.post(address, {}).status_code == 422
    typed = {"court": "Tòa án nhân dân khu vực 1", "accepted_on": way.day.date().isoformat(), "number": "12/TLST"}
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed).status_code == 409  # one is open already
    assert "Tòa án nhân dân khu vực 1" in page(cast.head, "case_detail", way.case.code)
    assert client_of(cast.outsider).post(address, typed).status_code == 404
