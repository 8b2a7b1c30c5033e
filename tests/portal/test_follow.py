"""Following by code and PIN, and what the citizen may do."""

from __future__ import annotations

import base64
import io
import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories import moment
from tests.people import make_cast
from tests.portal.web import NAME, PHONE, bare, follow, send
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import draft_paper, issue_paper, record_delivery
from tiepdan.documents.models import Delivery, DeliveryWay
from tiepdan.documents.rendering.forms import Values
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.matters.models import Notice
from tiepdan.portal.following import LASTS
from tiepdan.submissions.actions import read_parties
from tiepdan.submissions.models import Attachment, Submission
from tiepdan.submissions.rules import SubmissionStatus

pytestmark = pytest.mark.django_db


def test_the_page_says_where_who_and_when(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    page = follow(client, sent)
    for words in ("Cơ quan đã nhận đơn", cast.commune.name, "cơ quan trả lời có thụ lý hay không", "Chưa có chữ ký"):
        assert words in page, words
    assert NAME not in page
    with django_assert_max_num_queries(15):
        client.get("/tra-cuu/don/")


def test_unknown_wrong_and_foreign_are_the_same_page(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    wrong_pin = str((int(sent.pin) + 1) % 10**6).zfill(6)
    unknown = new_code()
    answers = [
        client.post("/tra-cuu/", {"ma": sent.code, "pin": wrong_pin}),
        client.post("/tra-cuu/", {"ma": unknown, "pin": wrong_pin}),
        client.post("/tra-cuu/", {"ma": sent.code, "pin": ""}),
    ]
    assert [one.status_code for one in answers[:2]] == [404, 404]
    assert bare(answers[0].content, sent.code) == bare(answers[1].content, unknown)
    assert answers[2].status_code == 422
    assert client.get("/tra-cuu/don/").status_code == 302


def test_right_and_wrong_cost_the_same_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from tiepdan.portal.following import find_matter

    cast = make_cast()
    sent = send(client, cast.commune)
    for code in (new_code(), sent.code):
        with django_assert_num_queries(3):  # a new window clears old ones, once for each code
            assert find_matter(code=code, pin="x", at=moment("2026-07-14"))[1] == 0
        with django_assert_num_queries(2):
            assert find_matter(code=code, pin="x", at=moment("2026-07-14"))[1] == 0


def test_ten_wrong_pins_lock_a_code_with_the_same_answer(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    wrong = [client.post("/tra-cuu/", {"ma": sent.code, "pin": "x1"}) for _ in range(10)]
    locked = client.post("/tra-cuu/", {"ma": sent.code, "pin": sent.pin})
    assert locked.status_code == 404
    assert bare(locked.content).replace(b"PIN", b"") == bare(wrong[0].content).replace(b"PIN", b"")


def test_looking_up_is_throttled_by_address(client: Client, settings: Settings) -> None:
    settings.LOOKUP_PER_MINUTE = 3
    codes = [client.post("/tra-cuu/", {"ma": new_code(), "pin": "1"}).status_code for _ in range(4)]
    assert codes == [404, 404, 404, 429]


def test_following_ends_after_half_an_hour(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    follow(client, send(client, cast.commune))
    later = clock.now().timestamp() + 1801
    from datetime import datetime

    monkeypatch.setattr(clock, "now", lambda: datetime.fromtimestamp(later, tz=clock.VIETNAM))
    assert client.get("/tra-cuu/don/").status_code == 302


def test_a_citizen_sees_one_matter_only(client: Client) -> None:
    cast = make_cast()
    mine = send(client, cast.commune)
    other = send(client, cast.commune, request_key="o" * 40)
    page = follow(client, mine)
    assert other.code not in page
    paper_id, delivery_id = _paper_to(cast, other.code)
    assert client.get(f"/tra-cuu/don/van-ban/{paper_id}/").status_code == 404
    answer = client.post(f"/tra-cuu/don/da-nhan/{delivery_id}/", {"received_on": _today()})
    assert answer.status_code == 409
    with acting(cast.clerk):
        assert Delivery.objects.get(pk=delivery_id).received_on is None


def test_papers_are_added_and_the_desk_is_told(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    follow(client, sent)
    answer = client.post("/tra-cuu/don/giay-to/", {"role": "signed_page", "attachments": [_picture()]})
    assert answer.status_code == 302
    with acting(cast.clerk):
        assert Attachment.objects.get().role == "signed_page"
        assert Notice.objects.filter(kind="citizen_added").exists()
    assert client.post("/tra-cuu/don/giay-to/", {"role": "evidence"}).status_code == 422


def test_contact_is_corrected_without_showing_what_was_there(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    follow(client, sent)
    assert PHONE not in client.get("/tra-cuu/don/lien-he/").content.decode()
    assert client.post("/tra-cuu/don/lien-he/", {"phone": "0911000111"}).status_code == 302
    assert client.post("/tra-cuu/don/lien-he/", {}).status_code == 422
    with acting(cast.clerk):
        identity = read_parties(submission=Submission.objects.get(code=sent.code))[0].identity
    assert identity.phone == "0911000111"
    assert identity.address  # what was not corrected stays


def test_a_complaint_is_withdrawn_and_then_closed_to_changes(client: Client) -> None:  # PA-13
    cast = make_cast()
    sent = send(client, cast.commune)
    follow(client, sent)
    assert client.post("/tra-cuu/don/rut/", {"reason": "Đã được giải thích"}).status_code == 422
    assert client.post("/tra-cuu/don/rut/", {"sure": "on"}).status_code == 302
    with acting(cast.clerk):
        assert Submission.objects.get(code=sent.code).status == SubmissionStatus.WITHDRAWN
        assert Notice.objects.filter(kind="citizen_withdrew").exists()
    assert client.post("/tra-cuu/don/rut/", {"sure": "on"}).status_code == 409


def test_withdrawing_a_denunciation_only_asks(client: Client) -> None:  # PA-15, PA-16
    cast = make_cast()
    sent = send(client, cast.commune, "to-cao")
    follow(client, sent)
    assert "chữ ký" in client.post("/tra-cuu/don/rut/", {"sure": "on"}, follow=True).content.decode()
    with acting(cast.head):
        assert Submission.objects.get(code=sent.code).status == SubmissionStatus.RECEIVED
        assert Entry.objects.filter(act="submission.withdrawal_asked").count() == 1


def test_receipt_of_a_paper_is_confirmed_once(client: Client) -> None:  # KN-2
    cast = make_cast()
    sent = send(client, cast.commune)
    paper_id, delivery_id = _paper_to(cast, sent.code)
    page = follow(client, sent)
    assert "Tôi đã nhận văn bản này" in page
    got = client.get(f"/tra-cuu/don/van-ban/{paper_id}/")
    assert got.content.startswith(b"%PDF")
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert client.post(f"/tra-cuu/don/da-nhan/{delivery_id}/", {"received_on": "01/01/2020"}).status_code == 409
    assert client.post(f"/tra-cuu/don/da-nhan/{delivery_id}/", {"received_on": _today()}).status_code == 302
    assert client.post(f"/tra-cuu/don/da-nhan/{delivery_id}/", {"received_on": _today()}).status_code == 409
    with acting(cast.clerk):
        assert Delivery.objects.get(pk=delivery_id).received_on == clock.today()


def test_dissatisfaction_reaches_the_head_and_is_no_score(client: Client) -> None:
    cast = make_cast()
    follow(client, send(client, cast.commune))
    assert client.post("/tra-cuu/don/y-kien/", {"text": "Chưa trả lời đúng câu hỏi."}).status_code == 302
    with acting(cast.head):
        assert Entry.objects.get(act="submission.citizen_dissatisfied").reason == "Chưa trả lời đúng câu hỏi."
        assert Notice.objects.filter(kind="citizen_dissatisfied").count() == 1


def test_of_a_denunciation_no_words_of_dissatisfaction_are_kept(client: Client) -> None:  # BV-1
    cast = make_cast()
    page = follow(client, send(client, cast.commune, "to-cao"))
    assert "Tên người gửi được niêm phong" in page
    assert client.post("/tra-cuu/don/y-kien/", {"text": f"Tôi là {NAME}"}).status_code == 302
    with acting(cast.head):
        assert Entry.objects.get(act="submission.citizen_dissatisfied").reason == ""


def test_leaving_forgets(client: Client) -> None:
    cast = make_cast()
    follow(client, send(client, cast.commune))
    client.post("/tra-cuu/thoat/")
    assert client.get("/tra-cuu/don/").status_code == 302


def test_what_the_browser_keeps_cannot_be_made_up_nor_used_later(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = make_cast()
    first, second = send(client, cast.commune), send(client, cast.commune, "to-cao")
    follow(client, first)
    kept = client.cookies["followed"]
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    given = kept.value
    payload, _, signature = given.partition(":")
    forged = (
        base64.urlsafe_b64encode(json.dumps({"matter": 1, "code": second.code, "until": 9e12}).encode())
        .decode()
        .rstrip("=")
    )
    for value in (f"{forged}:{signature}", payload, "", f"{given}x"):
        client.cookies["followed"] = value
        assert client.get("/tra-cuu/don/").status_code == 302, value
    client.cookies["followed"] = given
    assert client.get("/tra-cuu/don/").status_code == 200
    late = clock.now() + LASTS + timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert client.get("/tra-cuu/don/").status_code == 302


def test_an_officer_logged_in_may_use_the_portal_too(client: Client) -> None:
    from tiepdan.accounts.models import User

    cast = make_cast()
    client.force_login(User.objects.get(pk=cast.outsider.user_id))
    sent = send(client, cast.commune)
    assert cast.commune.name in follow(client, sent)


def _today() -> str:
    return f"{clock.today():%d/%m/%Y}"


def _picture() -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(data, "PNG")
    return SimpleUploadedFile("a.png", data.getvalue(), "image/png")


def _paper_to(cast: object, code: str) -> tuple[int, int]:
    """An issued answer, sent to the complainant today."""
    clerk = cast.processor  # type: ignore[attr-defined]
    now = clock.now()
    today: date = now.date()
    values: Values = {
        "addressee": "Ông An", "received_on": today, "complainant_name": "Nguyễn Văn An", "complainant_address": "Số 7",
        "id_number": "000123456789", "round": "first", "matter": "Bồi thường đất", "legal_ground": "Điều 27 Luật Khiếu nại",
        "settler": "Chủ tịch UBND",
    }  # fmt: skip
    with acting(clerk):
        matter_id = Submission.objects.get(code=code).matter_id
        paper = draft_paper(form_key="ND124-2020/03", values=values, by=clerk, at=now, matter_id=matter_id)
        issue_paper(paper_id=paper.pk, by=clerk, at=now)
        delivery = record_delivery(
            paper_id=paper.pk, addressee="complainant", way=DeliveryWay.POST, sent_on=today, by=clerk, at=now
        )
    return paper.pk, delivery.pk
