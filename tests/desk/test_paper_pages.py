"""Pages of papers, letters that stay shut, office forms and certificates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.documents.signing import authority, signed, signer_of
from tests.documents.test_office_templates import made as docx_of
from tests.people import Cast, make_cast
from tests.submissions.build import denunciation, opened, received
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import attach_signed_copy, draft_paper, issue_paper, submit_paper
from tiepdan.documents.models import Paper, PersonalLetter, SignedCopy
from tiepdan.infra import clock
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty
from tiepdan.submissions.actions import ask_opening

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec"
URGING = {
    "v_addressee": "Chủ tịch UBND xã", "v_submission_kind": "khiếu nại", "v_case_code": "VV-1", "v_content_summary": "Đất",
    "v_was_due_on": "2026-08-07", "v_due_on": "2026-08-14",
}  # fmt: skip


def browser(who: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def post(who: Actor, path: str, data: Mapping[str, object] | None = None, status: int = 302) -> str:
    answer = browser(who).post(f"{DESK}/{path}", dict(data or {}))
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.headers.get("Location", "") or answer.content.decode()


def page(who: Actor, path: str, status: int = 200) -> str:
    answer = browser(who).get(f"{DESK}/{path}")
    assert answer.status_code == status
    return answer.content.decode(errors="replace")


def written(cast: Cast) -> int:
    return int(post(cast.processor, "van-ban/moi/house/urging/", dict(URGING)).rstrip("/").rsplit("/", 1)[1])


def test_a_paper_goes_through_the_pages_to_its_number_and_signed_copy() -> None:
    cast, ours = make_cast(), authority()
    assert "Công văn đôn đốc" in page(cast.processor, "van-ban/moi/")
    number = written(cast)
    assert "Trình soát" in page(cast.processor, f"van-ban/{number}/")
    assert "Chủ tịch UBND xã" in page(cast.processor, f"van-ban/{number}/sua/")
    post(cast.processor, f"van-ban/{number}/sua/", {**URGING, "v_addressee": "Chủ tịch UBND phường"})
    post(cast.processor, f"van-ban/{number}/buoc/trinh/")
    assert "Người soạn không tự soát" in post(cast.processor, f"van-ban/{number}/buoc/soat/", status=409)
    post(cast.records, f"van-ban/{number}/buoc/soat/")
    post(cast.head, f"van-ban/{number}/buoc/duyet/")
    post(cast.records, f"van-ban/{number}/buoc/cap-so/")
    text = page(cast.head, f"van-ban/{number}/")
    assert "Đã ban hành" in text
    assert "Chủ tịch UBND phường" in text
    file = SimpleUploadedFile("ky.pdf", signed(pdf_bytes("Đôn đốc"), signer_of(ours)))
    post(cast.records, f"van-ban/{number}/ban-ky/", {"file": file})
    assert "Chưa tin cậy được nơi cấp" in page(cast.head, f"van-ban/{number}/")
    post(cast.administrator, "quan-tri/chung-thu/", {"file": SimpleUploadedFile("ca.pem", ours.pem)})
    text = page(cast.head, f"van-ban/{number}/")
    for words in (
        "Chữ ký số hợp lệ",
        "Nguyễn Thị Phượng",
        "phủ toàn bộ tài liệu",
        "không thay đổi sau khi ký",
        "bị thu hồi hay không",
    ):
        assert words in text
    with acting(cast.head):
        copy = SignedCopy.objects.get()
    page(cast.head, f"van-ban/{number}/ban-ky/{copy.pk}/")
    page(cast.outsider, f"van-ban/{number}/ban-ky/{copy.pk}/", 404)
    assert "Công văn đôn đốc" in page(cast.head, "van-ban/?trang-thai=issued")
    post(cast.head, f"van-ban/{number}/buoc/thu-hoi/", {"reason": "Gửi nhầm"})
    assert "Gửi nhầm" in page(cast.head, f"van-ban/{number}/")
    assert "Đã thu hồi" in page(cast.head, "so/")


def test_the_pages_of_a_paper_are_not_there_for_an_outsider() -> None:
    cast = make_cast()
    number = written(cast)
    for path in (f"van-ban/{number}/", f"van-ban/{number}/sua/"):
        page(cast.outsider, path, 404)
    for step in ("trinh", "thay-the", "thu-hoi"):
        post(cast.outsider, f"van-ban/{number}/buoc/{step}/", {"reason": "x"}, status=404)
    post(cast.head, f"van-ban/{number}/buoc/khong-co/", status=404)
    assert "đôn đốc" not in page(cast.outsider, "van-ban/")


def test_an_incomplete_draft_says_what_is_missing() -> None:
    cast = make_cast()
    number = int(post(cast.processor, "van-ban/moi/house/urging/").rstrip("/").rsplit("/", 1)[1])
    assert "Kính gửi" in post(cast.processor, f"van-ban/{number}/buoc/trinh/", status=409)
    post(cast.processor, "van-ban/moi/house/urging/", {"v_due_on": "không phải ngày"}, status=422)
    page(cast.processor, "van-ban/moi/khong/co/", 404)


def test_a_form_that_names_the_denouncer_is_written_under_an_opening_only() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(), at=clock.now() - timedelta(days=1))
    answer = post(
        cast.clerk,
        "van-ban/moi/ND31-2019/05/",
        {"don": got.submission.code, "v_denouncer_name": "Nguyễn Văn An"},
        status=409,
    )
    assert "mở" in answer
    with acting(cast.clerk):
        assert not Paper.objects.filter(form_key="ND31-2019/05").exists()


def test_a_signed_copy_of_a_sealed_matter_opens_under_an_opening_and_is_recorded() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(), at=clock.now() - timedelta(days=1))
    matter_id = got.submission.matter_id
    values: dict[str, Any] = {
        "addressee": "Chủ tịch UBND xã", "submission_kind": "tố cáo", "case_code": got.submission.code,
        "content_summary": "Nhận tiền", "was_due_on": clock.today(), "due_on": clock.today(),
    }  # fmt: skip
    with acting(cast.clerk):
        paper = draft_paper(
            form_key="house/urging", values=values, by=cast.clerk, at=clock.now(), matter_id=matter_id, sealed=True
        )
        issue_paper(paper_id=paper.pk, by=cast.clerk, at=clock.now())
        copy = attach_signed_copy(paper_id=paper.pk, data=pdf_bytes("Nguyễn Văn An ký"), by=cast.clerk, at=clock.now())
    address = f"van-ban/{paper.pk}/ban-ky/{copy.pk}/"
    assert "mở" in page(cast.clerk, address, 409)
    assert address not in page(cast.clerk, f"van-ban/{paper.pk}/")
    opened(cast.clerk, matter_id)
    assert address in page(cast.clerk, f"van-ban/{paper.pk}/")
    page(cast.clerk, address)
    with acting(cast.clerk):
        assert Entry.objects.filter(act="identity.file_read", subject=f"paper:{paper.pk}").count() == 1


def test_a_letter_to_a_named_person_goes_over_the_page() -> None:
    cast, today = make_cast(), clock.today()
    assert "Chưa có thư đích danh" in page(cast.records, "thu-dich-danh/")
    post(cast.records, "thu-dich-danh/", {"addressee": ""}, status=422)
    post(cast.records, "thu-dich-danh/", {"addressee": "Ông Trưởng", "received_on": f"{today}", "postal_mark": "RA 1"})
    with acting(cast.records):
        letter = PersonalLetter.objects.get()
    late = {"addressee": "Ông Trưởng", "received_on": str(date(2099, 1, 1))}
    assert "message" in post(cast.records, "thu-dich-danh/", late, status=409)
    post(cast.outsider, f"thu-dich-danh/{letter.pk}/giao/", {"to": "x", "on": f"{today}"}, status=404)
    post(cast.records, f"thu-dich-danh/{letter.pk}/giao/", {}, status=422)
    post(cast.records, f"thu-dich-danh/{letter.pk}/giao/", {"to": "Ông Trưởng", "on": f"{today}"})
    post(cast.records, f"thu-dich-danh/{letter.pk}/vao-so/", {"registered_as": "TD-7K3M"})
    assert "TD-7K3M" in page(cast.records, "thu-dich-danh/")
    page(cast.handler, "thu-dich-danh/", 404)


def test_an_administrator_replaces_a_form_and_returns() -> None:
    cast, key = make_cast(), "house/urging"
    assert "Có, theo luật" in page(cast.administrator, "quan-tri/bieu-mau/")
    assert "/TB-UBND" in page(cast.administrator, "quan-tri/bieu-mau/ND124-2020/03/")  # the symbol of a notice
    text = page(cast.administrator, f"quan-tri/bieu-mau/{key}/")
    assert "{{ addressee }}" in text
    assert "Trở lại mẫu chung" not in text
    upload = {"file": SimpleUploadedFile("a.docx", docx_of("{{ addressee }} {{ khong_co }}"))}
    assert "khong_co" in post(cast.administrator, f"quan-tri/bieu-mau/{key}/", upload, status=409)
    post(cast.administrator, f"quan-tri/bieu-mau/{key}/", {}, status=422)
    post(
        cast.administrator,
        f"quan-tri/bieu-mau/{key}/",
        {"file": SimpleUploadedFile("a.docx", docx_of("{{ addressee }}"))},
    )
    for which in ("mau.pdf", "mau.docx", "khoi-dau.docx", "rieng.docx"):
        page(cast.administrator, f"quan-tri/bieu-mau/{key}/tai/{which}")
    number = written(cast)
    page(cast.processor, f"van-ban/{number}/tep.docx")
    page(cast.processor, f"van-ban/{number}/tep.pdf", 404)
    post(cast.administrator, f"quan-tri/bieu-mau/{key}/mau-chung/", {"reason": "Thôi"})
    page(cast.administrator, f"quan-tri/bieu-mau/{key}/tai/rieng.docx", 404)
    for who in (cast.head, cast.outsider):
        page(who, "quan-tri/bieu-mau/", 404)
        page(who, "quan-tri/chung-thu/", 404)
    post(cast.administrator, "quan-tri/chung-thu/", {"file": SimpleUploadedFile("x.pem", b"x")}, status=409)


@pytest.mark.parametrize("act", ["huy", "thay-the", "thu-hoi", "tra-lai"])
def test_a_reason_that_names_the_denouncer_is_refused_to_who_holds_an_opening(act: str) -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(), at=clock.now() - timedelta(days=1))
    matter_id = got.submission.matter_id
    values: dict[str, Any] = {
        "addressee": "Chủ tịch UBND xã", "submission_kind": "tố cáo", "case_code": got.submission.code,
        "content_summary": "Nhận tiền", "was_due_on": clock.today(), "due_on": clock.today(),
    }  # fmt: skip
    with acting(cast.clerk):
        assign(
            matter_id=matter_id, user_id=cast.head.user_id, agency_id=cast.commune.pk, duty=Duty.PROCESSING,
            by=cast.clerk, at=clock.now(),
        )  # fmt: skip
        paper = draft_paper(
            form_key="house/urging", values=values, by=cast.clerk, at=clock.now(), matter_id=matter_id, sealed=True
        )
        if act == "tra-lai":
            submit_paper(paper_id=paper.pk, by=cast.clerk, at=clock.now())
        else:
            issue_paper(paper_id=paper.pk, by=cast.clerk, at=clock.now())
    opened(cast.head, matter_id)
    address = f"van-ban/{paper.pk}/buoc/{act}/"
    told = post(cast.head, address, {"reason": "Nguyễn Văn An đề nghị viết lại"}, status=409)
    assert "cách gọi của người tố cáo: viết lại" in told
    with acting(cast.head):
        assert not Entry.objects.filter(matter_id=matter_id, reason__contains="Nguyễn Văn An").exists()
    post(cast.head, address, {"reason": "Ghi sai ngày"}, status=302)


def test_the_log_of_openings_goes_on_to_its_first_line() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(), at=clock.now() - timedelta(days=1))
    matter_id = got.submission.matter_id
    opened(cast.clerk, matter_id)
    reasons = ["Đối chiếu khi xử lý", *(f"Đối chiếu lần thứ {place:03d}" for place in range(1, 103))]
    with acting(cast.clerk):
        for reason in reasons[1:]:
            ask_opening(matter_id=matter_id, reason=reason, by=cast.clerk, at=clock.now())
    head, query, shown = browser(cast.head), "", []
    for rows in (50, 50, 3):
        answer = head.get(f"{DESK}/niem-phong/{query}")
        lines = [one.reason for one, _ in answer.context["openings"]]
        assert len(lines) == rows
        shown += lines
        query = answer.context["next_url"]
        assert bool(query) == (rows == 50)
        assert (query or "Về đầu danh sách") in answer.content.decode()
    assert shown == reasons[::-1]
    assert len(head.get(f"{DESK}/niem-phong/?truoc=khong").context["openings"]) == 50
    assert not browser(cast.outsider).get(f"{DESK}/niem-phong/").context["openings"]
