"""Who denounces is sealed: opened by the handler with a reason, logged, and written on nobody else's page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, told
from tests.browser.office import act, appoint, begin, case_page, fill, person, receive
from tiepdan.infra.folding import fold

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
NAME, NUMBER, ADDRESS, PHONE = "Lương Thị Kín Đáo", "034077123987", "Số 3 hẻm Cây Gạo, Vũ Phúc", "0912000777"
PIECES = tuple("".join(fold(piece).split()) for piece in (NAME, NUMBER, ADDRESS, PHONE))
STORY = (
    f"Ông Mạc Văn Tổ Trưởng thu tiền làm đường hai lần, không giao biên lai. Tôi là {NAME}, ở {ADDRESS}, đã nộp tiền."
)
REDACTED = "Ông Mạc Văn Tổ Trưởng thu tiền làm đường hai lần, không giao biên lai."


def shows(page: Page) -> list[str]:
    """Return what of the identity stands in a page, source and all."""
    bare = "".join(fold(page.content()).split())
    return [piece for piece in PIECES if piece in bare]


def test_the_name_is_opened_with_a_reason_and_stands_on_no_other_page(visit: Visit) -> None:
    clerk = visit(DESK + "/", user="tiepdan.xa")
    code, _ = receive(
        clerk, name=NAME, purpose="denunciation", content=STORY, number=NUMBER, address=ADDRESS, phone=PHONE,
        respondent_name="Mạc Văn Tổ Trưởng",
    )  # fmt: skip
    assert clerk.evaluate("Object.values(localStorage).join()").find("Kín Đáo") == -1  # no draft of a denunciation

    head = visit(f"{DESK}/vu-viec/mo/{code}/thu-ly/", user="thutruong.xa")
    handler, second = visit(DESK + "/", user="thuly.xa"), visit(DESK + "/", user="thuly2.xa")
    appoint(head, leader=person(head), handler=person(handler))
    expect(head.get_by_role("alert").first).to_contain_text("nhân thân")
    appoint(head, leader=person(head), handler=person(handler), identity_checked=True)
    expect(head.get_by_role("heading", name="Tiến trình")).to_be_visible()

    case_page(handler, code)
    expect(handler.locator("main")).to_contain_text("danh tính niêm phong")
    assert shows(handler) == []
    keep(handler, "to-cao-niem-phong")
    begin_identity(handler, code)
    fill(handler, reason="")
    handler.locator("main form[method=post] button.btn-primary").first.click()
    expect(handler.get_by_role("alert").first).to_be_visible()
    assert shows(handler) == []
    fill(handler, reason="Gửi thông báo thụ lý cho người tố cáo")
    handler.locator("main form[method=post] button.btn-primary").first.click()
    expect(handler.get_by_text(NAME).first).to_be_visible()
    keep(handler, "to-cao-mo-thong-tin")
    assert faults(handler) == []
    handler.get_by_role("link", name="Thôi").click()
    assert shows(handler) == []  # gone with the page
    act(handler, code, "Phát hành bản đã che cho người xác minh", text=REDACTED)

    begin(head, code, "Thành lập tổ xác minh hoặc giao xác minh")
    chief = head.locator("[name=head] option").filter(has_text=person(handler)).first.get_attribute("value") or ""
    fill(head, head=chief, days="20", impartial=True)
    head.locator("main label").filter(has_text=person(second)).first.click()
    head.locator("main form[method=post] button.btn-primary").click()
    expect(head.get_by_role("heading", name="Tiến trình")).to_be_visible()
    case_page(second, code)
    expect(second.locator("main")).to_contain_text("thu tiền làm đường hai lần")
    keep(second, "to-cao-ban-che")
    assert shows(second) == []

    # The log: who, when, why. The head reads it and reads no name.
    begin_identity(head, code)
    expect(head.locator("main")).to_contain_text(person(handler))
    expect(head.locator("main")).to_contain_text("Gửi thông báo thụ lý cho người tố cáo")
    keep(head, "to-cao-nhat-ky-mo")
    assert shows(head) == []

    everywhere = {
        "thutruong.xa": ("", "vu-viec/", f"vu-viec/{code}/", "bang-dieu-hanh/", "phe-duyet/", "tiep-dan/", "hop-tin/"),
        "thuly2.xa": ("", "vu-viec/", f"vu-viec/{code}/", "hop-tin/"),
        "xuly.xa": ("", "don/", "tiep-dan/", "tiep-dan/so/", "so/", "vu-viec/", "xu-ly/"),
        "vanthu.xa": ("", "don/", "so/", "tiep-dan/", "tiep-dan/so/"),
        "giamsat.thanhtra": ("", "vu-viec/", "bang-dieu-hanh/"),
        "tiepdan.tinh": ("", "don/", "tiep-dan/"),
    }
    known = {"thutruong.xa": head, "thuly2.xa": second}
    for user, paths in everywhere.items():
        page = known.get(user) or visit(DESK + "/", user=user)
        for path in paths:
            page.goto(f"{DESK}/{path}")
            assert shows(page) == [], (user, path)
        for words in (NAME, NUMBER, "hẻm Cây Gạo"):
            page.goto(f"{DESK}/tim/?q={words}")
            assert code not in told(page), (user, words)
    outsider = visit(DESK + "/", user="xuly.so")
    for path in (f"don/{code}/", f"vu-viec/{code}/", f"xu-ly/{code}/", f"vu-viec/{code}/danh-tinh/"):
        answer = outsider.goto(f"{DESK}/{path}")
        assert answer is not None
        assert answer.status == 404, path


def begin_identity(page: Page, code: str) -> None:
    """From the case to the page of the sealed identity."""
    case_page(page, code)
    page.get_by_role("link", name="Mở thông tin người tố cáo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thông tin người tố cáo")
