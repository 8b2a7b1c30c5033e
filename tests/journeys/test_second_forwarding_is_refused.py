"""One content goes to several agencies: the next officer sees what was done, and does not do it a second time."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.duplicates.texts import KIOSK, POND
from tests.people import Cast, make_cast
from tests.routing.build import NAME, answers, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.infra import clock
from tiepdan.infra.folding import fold
from tiepdan.matters.rules import MatterKind
from tiepdan.routing.models import Proposal, Transfer
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Source

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec"
AROUND = re.compile(r"SAVEPOINT|django_session|accounts_|usersessions|tiepdan\.(enter|leave)")  # login and transaction


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def at_desk(actor: Actor) -> Client:
    """The actor's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def today() -> str:
    """Today as the acts take it."""
    return clock.today().isoformat()


def judge(actor: Actor, submission: Submission, *, against: str, respondent: int) -> None:
    """Screen over HTTP."""
    kind = MatterKind(submission.kind)
    checklist = {f"dk_{code}": answer for code, answer in answers(kind).items()}
    response = at_desk(actor).post(
        f"{DESK}/xu-ly/{submission.code}/phan-loai/?loai={kind.value}",
        {**checklist, "against_code": against, "respondent_agency": str(respondent), "all_signed": "on"},
    )
    assert response.status_code == 302, response.content.decode()


def put_forward(actor: Actor, submission: Submission, act: str, to: int) -> tuple[int, str]:
    """Propose over HTTP."""
    response = at_desk(actor).post(
        f"{DESK}/xu-ly/{submission.code}/de-xuat/",
        {"act": act, "to_agency": str(to), "reason": "Nội dung không thuộc thẩm quyền của cơ quan"},
    )
    return response.status_code, response.content.decode()


def approve(head: Actor, submission: Submission) -> int:
    """Approve over HTTP what waits."""
    with acting(head):
        number = Proposal.objects.get(submission=submission, approved__isnull=True).pk
    return at_desk(head).post(f"{DESK}/phe-duyet/{number}/", {"decision": "approve", "note": ""}).status_code


def test_a_complaint_guided_by_one_agency_is_not_guided_again_by_the_next(cast: Cast) -> None:
    first = received(cast.clerk, day=today())
    judge(cast.clerk, first, against="provincial_agency_head", respondent=cast.department.pk)
    page = at_desk(cast.clerk).get(f"{DESK}/xu-ly/{first.code}/").content.decode()
    assert "Gợi ý: Hướng dẫn" in page
    assert "LKN Đ.20(1)" in page
    assert "chỉ đơn nhận tại nơi tiếp công dân từ 01/7/2026 mới được chuyển" in page
    assert put_forward(cast.clerk, first, "guide", cast.department.pk)[0] == 302
    waiting = at_desk(cast.head).get(f"{DESK}/phe-duyet/").content.decode()
    assert first.code in waiting
    assert approve(cast.head, first) == 302

    hint = at_desk(cast.outsider_clerk).post(f"{DESK}/trung-lap/", {"content": fold(POND)}).content.decode()
    assert cast.commune.name in hint
    assert "Đã hướng dẫn" in hint or "Hướng dẫn" in hint
    assert "Văn bản số 1/" in hint
    assert first.code not in hint
    assert NAME not in hint
    assert "ao cá" not in hint

    second = received(cast.outsider_clerk, content=fold(POND), day=today())
    shown = at_desk(cast.outsider_clerk).get(f"{DESK}/xu-ly/{second.code}/").content.decode()
    assert "Có thể đã được nhận trước" in shown
    response = at_desk(cast.outsider_clerk).post(
        f"{DESK}/xu-ly/{second.code}/trung-lap/", {"earlier": first.pk, "same": "1"}
    )
    assert response.status_code == 302
    judge(cast.outsider_clerk, second, against="provincial_agency_head", respondent=cast.department.pk)
    shown = at_desk(cast.outsider_clerk).get(f"{DESK}/xu-ly/{second.code}/").content.decode()
    assert f"Nội dung này đã được {cast.commune.name} hướng dẫn đến {cast.department.name} bằng văn bản 1/" in shown
    assert "Gợi ý: Lưu đơn</strong>" in shown
    status, _ = put_forward(cast.outsider_clerk, second, "guide", cast.department.pk)
    assert status == 422  # not even offered
    with acting(cast.outsider):
        assert Transfer.objects.filter(submission=second).count() == 0


def test_a_denunciation_is_forwarded_once_and_the_earlier_letter_is_shown(cast: Cast) -> None:
    first = received(cast.clerk, kind=MatterKind.DENUNCIATION, day=today())
    judge(cast.clerk, first, against="provincial_agency_unit_head", respondent=cast.department.pk)
    assert put_forward(cast.clerk, first, "forward", cast.department.pk)[0] == 302
    assert approve(cast.head, first) == 302
    assert at_desk(cast.head).get(f"{DESK}/xu-ly/{first.code}/").status_code == 404  # its content is closed here now

    head = at_desk(cast.department_head)
    assert first.code in head.get(f"{DESK}/xu-ly/?muc=chuyen-den").content.decode()
    with acting(cast.department_head):
        number = Transfer.objects.get().pk
    page = f"{DESK}/xu-ly/{first.code}/"
    assert "Tiếp nhận, vào sổ" in head.get(page).content.decode()
    assert head.post(f"{DESK}/xu-ly/chuyen-den/{number}/nhan/").status_code == 302
    assert "Tiếp nhận, vào sổ" not in head.get(page).content.decode()
    assert head.post(f"{DESK}/xu-ly/chuyen-den/{number}/nhan/").status_code == 409
    with acting(cast.department_head):
        first.refresh_from_db()
    judge(cast.department_head, first, against="commune_chair", respondent=cast.commune.pk)
    page = head.get(f"{DESK}/xu-ly/{first.code}/").content.decode()
    assert f"{cast.commune.name} chuyển đến {cast.department.name}" in page
    assert f"Nội dung này đã được {cast.commune.name} chuyển đến {cast.department.name} bằng phiếu 1/PC-" in page

    assert "Báo kết quả cho nơi chuyển đơn" in page
    empty = at_desk(cast.department_head).post(f"{DESK}/xu-ly/{first.code}/bao-ket-qua/", {"reason": " "})
    assert empty.status_code == 422
    waiting = at_desk(cast.head).get(f"{DESK}/xu-ly/?muc=cho-tra-loi").content.decode()
    assert first.code in waiting
    assert at_desk(cast.department_head).post(
        f"{DESK}/xu-ly/{first.code}/bao-ket-qua/", {"reason": "Đã thụ lý, đang xác minh"}
    ).status_code == 302  # fmt: skip
    assert first.code not in at_desk(cast.head).get(f"{DESK}/xu-ly/?muc=cho-tra-loi").content.decode()
    told = at_desk(cast.department_head).get(f"{DESK}/xu-ly/{first.code}/").content.decode()
    assert "Báo kết quả cho nơi chuyển đơn" not in told, "it is told once"


@pytest.mark.parametrize("who", ["processor", "deputy", "outsider", "outsider_clerk", "department_head", "handler"])
def test_asking_tells_nothing_of_a_denunciation(cast: Cast, who: str) -> None:
    stored = received(cast.clerk, kind=MatterKind.DENUNCIATION, day=today())
    client = at_desk(getattr(cast, who))
    asked = client.post(f"{DESK}/trung-lap/", {"content": POND, "number": "001234567890"})
    nothing = client.post(f"{DESK}/trung-lap/", {"content": KIOSK})
    assert asked.content.strip() == nothing.content.strip() == b""
    assert client.get(f"{DESK}/xu-ly/{stored.code}/").status_code == 404


def test_an_outsider_meets_every_page_of_processing_as_absent(cast: Cast) -> None:
    stored = received(cast.clerk, day=today())
    client = at_desk(cast.outsider)
    for address in ("", "bang/", "phan-loai/"):
        assert client.get(f"{DESK}/xu-ly/{stored.code}/{address}").status_code == 404
    for address in ("de-xuat/", "trung-lap/", "ly-do/", "bao-ket-qua/"):
        assert client.post(f"{DESK}/xu-ly/{stored.code}/{address}", {"reason": "x"}).status_code == 404
    assert at_desk(cast.administrator).get(f"{DESK}/xu-ly/").status_code == 404
    assert at_desk(cast.clerk).get(f"{DESK}/phe-duyet/").status_code == 404


def test_the_queue_shows_each_step_and_says_when_it_is_empty(cast: Cast) -> None:
    client = at_desk(cast.processor)
    for tab in ("moi", "da-phan-loai", "da-trinh", "chuyen-den", "cho-tra-loi", "lau-ngay"):
        assert "Không có đơn nào" in client.get(f"{DESK}/xu-ly/?muc={tab}").content.decode()
    old = clock.today().replace(year=clock.today().year - 1).isoformat()
    stored = received(cast.clerk, day=old)
    assert stored.code in client.get(f"{DESK}/xu-ly/").content.decode()
    assert "Quá 45 ngày" in client.get(f"{DESK}/xu-ly/?muc=lau-ngay").content.decode()
    assert client.post(f"{DESK}/xu-ly/{stored.code}/ly-do/", {"reason": ""}).status_code == 422
    assert client.post(f"{DESK}/xu-ly/{stored.code}/ly-do/", {"reason": "Chờ bản dịch"}).status_code == 302
    with acting(cast.clerk):
        assert Submission.objects.get(pk=stored.pk).unprocessed_reason == "Chờ bản dịch"


def test_a_wrong_form_keeps_what_was_typed(cast: Cast) -> None:
    stored = received(cast.clerk, day=today(), source=Source.DESK)
    client = at_desk(cast.clerk)
    address = f"{DESK}/xu-ly/{stored.code}/phan-loai/?loai=complaint"
    response = client.post(address, {"respondent_name": "Ban quản lý chợ", "field_code": "no-such"})
    assert response.status_code == 422
    assert "Ban quản lý chợ" in response.content.decode()
    judge(cast.clerk, stored, against="provincial_agency_head", respondent=cast.department.pk)
    status, page = put_forward(cast.clerk, stored, "guide", 0)
    assert status == 422
    assert "Nội dung không thuộc thẩm quyền" in page
    response = client.post(f"{DESK}/xu-ly/{stored.code}/de-xuat/", {"act": "guide", "reason": "Không thuộc thẩm quyền"})
    assert response.status_code == 409
    assert "Chưa chọn cơ quan có thẩm quyền" in response.content.decode()


def test_the_panel_is_the_same_part_of_the_page(cast: Cast) -> None:
    stored = received(cast.clerk, day=today())
    client = at_desk(cast.clerk)
    part = client.get(f"{DESK}/xu-ly/{stored.code}/bang/").content.decode()
    assert part.strip().startswith('<div id="xu-ly-don">')
    assert "Kiểm tra điều kiện, phân loại" in part


def test_pages_of_processing_stay_within_fifteen_queries(cast: Cast) -> None:
    for _ in range(3):
        stored = received(cast.clerk, day=today())
    judge(cast.clerk, stored, against="provincial_agency_head", respondent=cast.department.pk)
    client = at_desk(cast.clerk)
    for address in (f"{DESK}/xu-ly/", f"{DESK}/xu-ly/?muc=cho-tra-loi", f"{DESK}/xu-ly/{stored.code}/bang/"):
        client.get(address)
        with CaptureQueriesContext(connection) as counted:
            client.get(address)
        own = [query for query in counted.captured_queries if not AROUND.search(str(query["sql"]))]
        assert len(own) <= 15, [query["sql"][:90] for query in own]
