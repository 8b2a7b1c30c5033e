"""A day at the desk over HTTP: an ordinary visit, a group, a refusal, a denouncer, and a stranger at every door."""

from __future__ import annotations

import io
import re

import lxml.html
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast, make_cast
from tests.submissions.build import IDENTITY, NAME
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.desk.forms.reception import MAIN
from tiepdan.documents.models import Paper
from tiepdan.infra.clock import now
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import Attachment, Party, Submission

pytestmark = pytest.mark.django_db
CARD = f"001099000001||{NAME}|02031999|Nam|Số 7, phường Hoa Sen|05072021"
ORDINARY = {
    "name": NAME, "number": IDENTITY.number, "address": IDENTITY.address, "purpose": "complaint", "has_paper": "on",
    "content": "Đề nghị xem lại việc bồi thường thửa đất số 12", "people": "1", "outcome": "accept",
    "request_key": "khoa-1", "items": "Đơn khiếu nại; 2; bản chính",
}  # fmt: skip


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def receive(client: Client, **changes: str) -> str:
    """Fill the form and send it; returns the page after it."""
    answer = client.post(reverse("desk:reception_new"), {**ORDINARY, **changes}, follow=True)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def only_submission(cast: Cast) -> Submission:
    with acting(cast.clerk):
        return Submission.objects.get()


def test_the_same_form_sent_twice_is_one_visit_and_a_corrected_one_is_another() -> None:
    cast = make_cast()
    client = browser(cast.clerk)
    receive(client)
    receive(client)
    with acting(cast.clerk):
        assert Reception.objects.count() == 1
    receive(client, content="Nội dung đã sửa sau khi bấm quay lại")
    with acting(cast.clerk):
        assert Reception.objects.count() == 2
        assert Submission.objects.filter(content="Nội dung đã sửa sau khi bấm quay lại").exists()


def test_a_text_too_long_is_an_error_at_its_field() -> None:
    client = browser(make_cast().clerk)
    answer = client.post(reverse("desk:reception_new"), {**ORDINARY, "content": "a" * 200_001})
    assert answer.status_code == 422
    assert "Nhiều nhất 200.000 chữ" in answer.content.decode()
    assert (
        "maxlength"
        not in client.get(reverse("desk:reception_new")).content.decode().split('name="content"')[1].split(">")[0]
    )


def test_a_line_that_does_not_open_is_no_link() -> None:
    cast = make_cast()
    receive(browser(cast.clerk), purpose="denunciation", request_key="")
    submission = only_submission(cast)
    code, matter_id = submission.code, submission.matter_id
    with acting(cast.head):
        assign(
            matter_id=matter_id, user_id=cast.handler.user_id, agency_id=cast.commune.pk, duty=Duty.HANDLER,
            by=cast.head, at=now(),
        )  # fmt: skip
    seen = set()
    for actor in (cast.clerk, cast.processor, cast.second_handler, cast.records, cast.handler):
        client = browser(actor)
        listed = client.get(reverse("desk:submission_list")).content.decode()
        address = reverse("desk:submission_detail", args=[code])
        opens = client.get(address).status_code == 200
        assert (f'href="{address}"' in listed) == opens
        seen.add(opens)
    assert seen == {True, False}


def test_an_ordinary_visit_ends_with_a_printed_receipt() -> None:
    cast = make_cast()
    client = browser(cast.clerk)
    form = client.get(reverse("desk:reception_new")).content.decode()
    assert all(f'name="{name}"' in form for name in MAIN)
    print(f"fields of an ordinary visit: {len(MAIN)}")  # shown with -s: the measure asked for
    assert len(MAIN) <= 12
    page = receive(client)
    pin = re.search(r'class="secret code">(\d{6})<', page)
    assert pin
    assert only_submission(cast).code in page
    with acting(cast.clerk):
        code = Reception.objects.get().code
    receipt = client.get(reverse("desk:reception_receipt", args=[code]))
    text = pypdf.PdfReader(io.BytesIO(receipt.content)).pages[0].extract_text()
    assert pin.group(1) in text
    assert receipt["X-Content-Type-Options"] == "nosniff"
    with acting(cast.clerk):
        paper = Paper.objects.get(form_key="ND154-2026/02-TCD")
    assert pin.group(1) not in client.get(reverse("desk:paper_detail", args=[paper.pk])).content.decode()


def test_sending_the_form_twice_stores_it_once() -> None:
    cast = make_cast()
    client = browser(cast.clerk)
    assert receive(client).split("secret code")[1:3] == receive(client).split("secret code")[1:3]
    assert only_submission(cast)


def test_a_scanned_card_fills_the_form_without_javascript() -> None:
    cast = make_cast()
    answer = browser(cast.clerk).post(reverse("desk:reception_new"), {"card": CARD, "read_card": "1"})
    assert answer.status_code == 200
    assert 'value="001099000001"' in answer.content.decode()
    wrong = browser(cast.clerk).post(reverse("desk:reception_new"), {"card": "abc", "read_card": "1"})
    assert wrong.status_code == 422


def test_what_is_missing_or_refused_is_said_and_nothing_typed_is_lost() -> None:
    cast = make_cast()
    client = browser(cast.clerk)
    empty = client.post(reverse("desk:reception_new"), {**ORDINARY, "content": ""})
    assert empty.status_code == 422
    assert NAME in empty.content.decode()
    group = client.post(reverse("desk:reception_new"), {**ORDINARY, "people": "5", "representatives": "A B\nC D\nE F"})
    assert group.status_code == 409
    assert "người đại diện" in group.content.decode()
    assert "C D" in group.content.decode()


def test_a_part_with_something_typed_stands_open_when_the_page_comes_back() -> None:
    client = browser(make_cast().clerk)
    page = lxml.html.fromstring(client.get(reverse("desk:reception_new")).content.decode())
    assert page.xpath("//details[@class='more'][@open]") == []
    form = next(form for form in page.forms if "taken_down" in form.fields)
    as_it_stands = {name: value for name, value in form.form_values() if isinstance(value, str)}
    ordinary = {**as_it_stands, "name": NAME, "content": ORDINARY["content"]}

    def unfolded(**more: str) -> list[str]:
        answer = client.post(reverse("desk:reception_new"), {**ordinary, **more})
        assert answer.status_code in {409, 422}
        came = lxml.html.fromstring(answer.content.decode())
        return [part.findtext("summary") or "" for part in came.xpath("//details[@class='more'][@open]")]

    assert unfolded(content="") == []
    assert unfolded(taken_down="on") == ["Người dân không tự viết được, cần phiên dịch"]
    assert unfolded(outcome="refuse") == ["Từ chối tiếp: căn cứ và chứng cứ"]


def test_a_group_with_its_representatives() -> None:
    cast = make_cast()
    receive(browser(cast.clerk), people="12", representatives=f"{NAME}; {IDENTITY.number}\nTrần Thị Bưởi")
    with acting(cast.clerk):
        line = Reception.objects.get()
        assert set(Party.objects.values_list("role", flat=True)) == {"representative"}
    assert (line.people, line.representatives) == (12, 2)


def test_a_refusal_with_the_notice_of_the_head() -> None:
    cast = make_cast()
    clerk, head = browser(cast.clerk), browser(cast.head)
    today = now().date().isoformat()
    url = reverse("desk:reception_new")
    assert clerk.post(url, {**ORDINARY, "outcome": "refuse", "refusal_code": "R3"}).status_code == 409
    facts = dict.fromkeys(("fact_settlement", "fact_review", "fact_written_notice", "fact_earlier_reception"), "có")
    receive(clerk, outcome="refuse", refusal_code="R3", refusal_complete_on=today, **facts)
    with acting(cast.clerk):
        code = Reception.objects.get().code
    data = {"matter": "bồi thường", "reason": "Đã giải quyết hết thẩm quyền"}
    assert clerk.post(reverse("desk:reception_notice", args=[code]), data).status_code == 409
    issued = head.post(reverse("desk:reception_notice", args=[code]), data, follow=True)
    assert "TB-UBND" in issued.content.decode() or "Thông báo" in issued.content.decode()
    assert issued.status_code == 200


def facts_in(page: str) -> set[str]:
    """Return which facts of a refusal a page asks for."""
    return set(re.findall(r'name="fact_(\w+)"', page))


def test_only_what_the_chosen_ground_needs_is_asked_and_nothing_typed_is_lost() -> None:
    cast = make_cast()
    client, url = browser(cast.clerk), reverse("desk:reception_new")
    empty = client.get(url).content.decode()
    assert facts_in(empty) == set()
    assert "refusal_complete_on" not in empty
    chosen = {**ORDINARY, "outcome": "refuse", "refusal_code": "R3", "content": "", "fact_review": "Đã rà soát"}
    # Without JavaScript by a button, on the whole page; with it the part alone.
    page = client.post(url, {**chosen, "show_ground": "1"})
    shown = page.content.decode()
    assert page.status_code == 200
    assert facts_in(shown) == {"settlement", "review", "written_notice", "earlier_reception"}
    assert "refusal_complete_on" in shown
    assert "Đã rà soát" in shown
    assert NAME in shown
    assert "has-error" not in shown
    part = client.post(
        url, {**chosen, "refusal_code": "R4k", "show_ground": "1"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert facts_in(part) == {"body", "paper"}
    assert "refusal_complete_on" not in part
    assert "<form" not in part
    assert "không bắt buộc" not in part
    either = client.post(url, {**chosen, "refusal_code": "R4c", "show_ground": "1"}).content.decode()
    assert facts_in(either) == {"request", "effect"}
    assert "Ghi ít nhất một trong các ô sau" in either
    # Sent with a ground only: refused, and the page asks for its facts.
    refused = client.post(url, {**chosen, "content": ORDINARY["content"], "refusal_code": "R4k"})
    assert refused.status_code == 409
    assert facts_in(refused.content.decode()) == {"body", "paper"}
    with acting(cast.clerk):
        assert not Reception.objects.exists()
    stranger = browser(cast.handler)
    assert stranger.post(url, {**chosen, "show_ground": "1"}).status_code == stranger.get(url).status_code == 404


def test_the_pages_of_a_submission_and_what_they_do() -> None:
    cast = make_cast()
    client = browser(cast.clerk)
    receive(client)
    submission = only_submission(cast)
    code = submission.code
    page = client.get(reverse("desk:submission_detail", args=[code])).content.decode()
    assert IDENTITY.number not in page
    assert "Vì sao ngày này" in page
    with acting(cast.clerk):
        party = Party.objects.get().pk
    assert IDENTITY.number in client.post(reverse("desk:party_reveal", args=[code, party])).content.decode()
    sent = pdf_bytes("Hồ sơ")  # made once: it carries the second of its making
    upload = io.BytesIO(sent)
    upload.name = "ho-so.pdf"
    client.post(reverse("desk:attachment_add", args=[code]), {"file": upload, "role": "evidence"})
    with acting(cast.clerk):
        file = Attachment.objects.get()
    got = client.get(reverse("desk:attachment_get", args=[file.pk]))
    assert got.content == sent
    assert got["Content-Disposition"].startswith("attachment")
    assert client.get(reverse("desk:attachment_picture", args=[file.pk]))["Content-Type"] == "image/png"
    bad = io.BytesIO(b"MZ")
    bad.name = "a.exe"
    refused = client.post(reverse("desk:attachment_add", args=[code]), {"file": bad, "role": "evidence"})
    assert refused.status_code == 409
    for query in ("BOI THUONG thua", code, "nguyen van", "1"):
        assert code in client.get(reverse("desk:search"), {"q": query}).content.decode(), query
    assert code in client.get(reverse("desk:submission_list"), {"kind": "complaint"}).content.decode()
    assert code not in client.get(reverse("desk:submission_list"), {"kind": "denunciation"}).content.decode()
    assert client.get(reverse("desk:reception_list")).status_code == 200
    book = reverse("desk:reception_book")
    masked, whole = client.get(book).content.decode(), client.post(book).content.decode()
    assert NAME in masked
    assert (IDENTITY.address in masked, IDENTITY.address in whole) == (False, True)
    assert code in client.get(reverse("desk:register_list")).content.decode()
    parts = {"kind_1": "complaint", "content_1": "Bồi thường", "kind_2": "petition_feedback", "content_2": "Ngập nước"}
    assert client.post(reverse("desk:submission_split", args=[code]), parts, follow=True).status_code == 200
    again = client.post(reverse("desk:submission_end", args=[code, "huy"]), {"reason": "Nhập nhầm"})
    assert again.status_code == 409


def test_a_denouncer_is_on_no_page_until_the_identity_is_opened() -> None:
    cast = make_cast()
    clerk, handler, head = browser(cast.clerk), browser(cast.handler), browser(cast.head)
    receive(clerk, purpose="denunciation", content="Nhận tiền khi cấp phép")
    submission = only_submission(cast)
    code = submission.code
    with acting(cast.clerk):
        paper = Paper.objects.get(form_key="ND154-2026/02-TCD").pk
        visit = Reception.objects.get().code
    for address in (
        reverse("desk:submission_detail", args=[code]), reverse("desk:submission_list"), reverse("desk:reception_list"),
        reverse("desk:reception_book"), reverse("desk:reception_detail", args=[visit]),
        reverse("desk:paper_detail", args=[paper]), f"{reverse('desk:search')}?q=nguyen", reverse("desk:register_list"),
    ):  # fmt: skip
        for client in (clerk, head):
            page = client.get(address).content.decode()
            assert NAME not in page, address
            assert IDENTITY.number not in page, address
    assert clerk.get(reverse("desk:paper_file", args=[paper, "pdf"])).status_code == 409
    asked = {"reason": "Kiểm tra nhân thân người tố cáo"}
    assert clerk.post(reverse("desk:opening_ask", args=[code]), asked).status_code == 409
    with acting(cast.head):
        assign(
            matter_id=submission.matter_id, user_id=cast.handler.user_id, agency_id=cast.commune.pk,
            duty=Duty.HANDLER, by=cast.head, at=now(),
        )  # fmt: skip
    opened = handler.post(reverse("desk:opening_ask", args=[code]), asked)
    assert NAME in opened.content.decode()
    assert opened["Cache-Control"] == "no-store"
    assert handler.get(reverse("desk:paper_file", args=[paper, "pdf"])).status_code == 200
    assert asked["reason"] in head.get(reverse("desk:opening_list")).content.decode()


def test_a_paper_that_came_by_post() -> None:
    cast = make_cast()
    client = browser(cast.records)
    data = {
        "source": "post", "received_on": now().date().isoformat(), "kind": "complaint", "name": NAME, "people": "1",
        "signing": "signed", "content": "Khiếu nại quyết định số 15",
    }  # fmt: skip
    page = client.post(reverse("desk:submission_new"), data, follow=True)
    assert page.status_code == 200
    assert "số đến 1" in page.content.decode()
    assert client.post(reverse("desk:submission_new"), {**data, "source": "forwarded"}).status_code == 409
    assert client.post(reverse("desk:submission_new"), {**data, "content": ""}).status_code == 422


def test_a_stranger_finds_every_door_as_if_nothing_were_there() -> None:
    cast = make_cast()
    receive(browser(cast.clerk))
    submission = only_submission(cast)
    with acting(cast.clerk):
        visit, paper = Reception.objects.get().code, Paper.objects.first()
        party = Party.objects.get().pk
    assert paper is not None
    stranger = browser(cast.outsider)
    for address in (
        reverse("desk:submission_detail", args=[submission.code]), reverse("desk:reception_detail", args=[visit]),
        reverse("desk:reception_receipt", args=[visit]), reverse("desk:paper_detail", args=[paper.pk]),
        reverse("desk:paper_file", args=[paper.pk, "pdf"]), reverse("desk:opening_ask", args=[submission.code]),
        reverse("desk:submission_split", args=[submission.code]),
    ):  # fmt: skip
        assert stranger.get(address).status_code == 404, address
    for address in (
        reverse("desk:party_reveal", args=[submission.code, party]),
        reverse("desk:submission_end", args=[submission.code, "huy"]),
        reverse("desk:attachment_add", args=[submission.code]), reverse("desk:reception_void", args=[visit]),
    ):  # fmt: skip
        assert stranger.post(address, {"reason": "x"}).status_code == 404, address
    for address in ("desk:submission_list", "desk:reception_list", "desk:register_list", "desk:reception_book"):
        assert submission.code not in stranger.get(reverse(address)).content.decode()
    assert submission.code not in stranger.get(reverse("desk:search"), {"q": "boi thuong"}).content.decode()
