"""A first complaint, over HTTP, from acceptance through dialogue to its decision, its execution and its end."""

from __future__ import annotations

import pytest

from tests.cases.build import complaint, submission
from tests.factories import moment
from tests.journeys.officers import Office
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.cases.models import Case
from tiepdan.documents.models import Delivery, Paper
from tiepdan.infra.folding import fold

pytestmark = pytest.mark.django_db


def slug(title: str) -> str:
    """Return the word of an act in addresses."""
    return "-".join(fold(title).split())


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    """Their desks."""
    return Office(monkeypatch)


def test_first_complaint_to_decision_with_dialogue(cast: Cast, office: Office) -> None:
    code = submission(cast, complaint(), at=moment("2026-07-14")).code
    office.on("2026-07-20")
    office.see(cast.head, f"vu-viec/mo/{code}/thu-ly/")
    office.send(
        cast.head, f"vu-viec/mo/{code}/thu-ly/", {"leader": cast.deputy.user_id, "handler": cast.handler.user_id}
    )
    case_path = f"vu-viec/{code}/"
    assert "Thông báo thụ lý giải quyết khiếu nại" in office.see(cast.handler, case_path)
    assert code in office.see(cast.head, "vu-viec/")

    office.on("2026-07-21")
    office.send(
        cast.handler,
        case_path + slug("Kiểm tra lại quyết định, hành vi bị khiếu nại") + "/",
        {"note": "Đã xem hồ sơ gốc"},
    )
    office.on("2026-07-22")
    verify = case_path + slug("Ra quyết định xác minh") + "/"
    assert office.send(cast.head, verify, {"head": cast.handler.user_id, "days": "15"}, status=422)
    order = {"head": cast.handler.user_id, "members": [cast.second_handler.user_id], "days": "15", "impartial": "on"}
    preview = office.send(cast.head, verify, {**order, "xem-truoc": "1"}, status=200)
    assert "Chưa ban hành" in preview
    with acting(cast.head):
        assert not Paper.objects.filter(form_key="ND124-2020/05").exists()
    office.send(cast.head, verify, order)
    session = {
        "with_whom": "complainant", "kind": "working", "held_on": "2026-07-22", "held_at": "08:30", "ended_at": "10:00",
        "present": "Nguyễn Văn An", "minutes": "Đối chiếu diện tích thửa đất.",
    }  # fmt: skip
    office.send(cast.handler, case_path + slug("Lập biên bản làm việc") + "/", session)

    office.on("2026-08-03")
    report = {
        "issue_1": "Diện tích thu hồi", "finding_1": "partly_right", "basis_1": "Đo lại được 210 m².",
        "demand_differs": "yes", "recommendation": "Bồi thường thêm.",
    }  # fmt: skip
    office.send(cast.handler, case_path + slug("Nộp báo cáo kết quả xác minh") + "/", report)
    decide = case_path + slug("Ra quyết định giải quyết khiếu nại lần đầu") + "/"
    decision = {
        "outcome": "partly_right", "assessment": "Khiếu nại đúng một phần.", "ruling": "Bồi thường thêm 30 m².",
        "what_1": "Chi trả bồi thường", "money_1": "120.5", "land_1": "30", "due_on_1": "2026-10-01",
    }  # fmt: skip
    told = office.send(cast.head, decide, decision, status=409)
    assert "phải đối thoại" in told
    invite = case_path + slug("Mời đối thoại") + "/"
    told = office.send(cast.handler, invite, {"held_on": "2026-08-05", "held_at": "08:00"}, status=409)
    assert "KN-9" in told
    office.send(cast.handler, invite, {"held_on": "2026-08-10", "held_at": "08:00"})
    office.on("2026-08-10")
    dialogue = {
        "absence": "present", "held_at": "08:00", "ended_at": "09:30", "secretary": "Đỗ Thị Lý",
        "minutes": "Hai bên trình bày.", "agreed": "Diện tích 210 m²",
    }  # fmt: skip
    office.send(cast.head, case_path + slug("Lập biên bản đối thoại") + "/", dialogue)
    office.on("2026-08-12")
    office.send(cast.head, decide, decision)
    office.on("2026-08-13")
    send = {"addressees": ["complainant", "direct_superior"], "way": "post", "sent_on": "2026-08-13", "proof": "EB1"}
    office.send(cast.handler, case_path + slug("Gửi quyết định giải quyết") + "/", send)
    with acting(cast.handler):
        delivery = Delivery.objects.get(addressee="complainant", paper__form_key="ND124-2020/15")
    office.send(cast.handler, f"{case_path}da-nhan/{delivery.pk}/", {"received_on": "2026-08-13", "proof": "Ký nhận"})
    publication = {"way": "posting", "from_on": "2026-08-13", "until_on": "2026-08-31", "place": "Trụ sở"}
    office.send(cast.handler, case_path + slug("Công khai quyết định giải quyết") + "/", publication)
    effect = case_path + slug("Xác nhận quyết định có hiệu lực") + "/"
    office.send(cast.head, effect, {"contested": "no", "note": "Đã giao"}, status=409)
    office.on("2026-09-15")
    office.send(cast.head, effect, {"contested": "no", "note": "Đã giao ngày 13/8"})
    office.send(cast.head, case_path + slug("Ra văn bản chỉ đạo thi hành") + "/", {"text": "Chi trả trong tháng 9"})
    with acting(cast.handler):
        obligation = Case.objects.get(code=code).obligations.get()
    office.send(
        cast.handler, f"{case_path}thuc-hien/{obligation.pk}/", {"done_on": "2026-09-15", "note": "Phiếu chi 12"}
    )
    office.send(cast.handler, case_path + slug("Kết thúc vụ việc") + "/", {"note": "Đã thi hành xong"})

    text = office.see(cast.head, case_path)
    assert "Không còn bước nào" in text
    for title in ("Biên bản đối thoại", "Quyết định giải quyết khiếu nại lần đầu", "Báo cáo kết quả xác minh"):
        assert title in text
    with acting(cast.head):
        papers = list(Paper.objects.filter(matter__cases__code=code))
        acts = set(Entry.objects.filter(subject__startswith="case:").values_list("act", flat=True))
    for paper in papers:
        assert office.see(cast.head, f"{case_path}van-ban/{paper.pk}/")
        response = office.browser(cast.head).get(f"/ban-lam-viec/{case_path}van-ban/{paper.pk}/pdf/")
        assert response.content.startswith(b"%PDF")
    assert {"case.accept_case", "case.hold_dialogue", "case.decide", "case.record_delivery", "case.close_case"} <= acts
    office.see(cast.outsider, case_path, status=404)
