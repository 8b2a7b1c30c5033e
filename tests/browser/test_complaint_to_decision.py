"""A first complaint on its first day: everything that law allows today is done, everything that must wait says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, too_wide
from tests.browser.office import accept, act, begin, case_page, fill, person, press, propose, receive, screen
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
HERE = "UBND phường Vũ Phúc"
CONTENT = (
    "Quyết định thu hồi đất của phường ghi thửa 88 rộng 180 m², trong khi giấy chứng nhận và thực tế gia đình tôi "
    "sử dụng là 214 m². Tôi khiếu nại phần diện tích bị bỏ sót, đề nghị đo lại và bồi thường đủ."
)


def test_a_first_complaint_from_acceptance_to_the_invitation_and_what_must_wait(visit: Visit) -> None:
    today = clock.today()
    clerk = visit(DESK + "/", user="tiepdan.xa")
    code, _ = receive(
        clerk, name="Bùi Văn Đo Lại", purpose="complaint", content=CONTENT, number="034060001111",
        address="Tổ 5, phường Vũ Phúc", attacked_number="188/QĐ-UBND", attacked_on=f"{today - timedelta(20):%Y-%m-%d}",
        demands="Đo lại, bồi thường đủ 214 m².",
    )  # fmt: skip
    processor = visit(DESK + "/", user="xuly.xa")
    screen(processor, code, against_code="commune_chair", respondent_agency=HERE)
    keep(processor, "xu-ly-goi-y")
    propose(processor, "accept")
    handler, second, deputy = (visit(DESK + "/", user=user) for user in ("thuly.xa", "thuly2.xa", "capho.xa"))
    head = visit(DESK + "/", user="thutruong.xa")
    accept(head, code, leader=person(deputy), handler=person(handler))
    case_page(handler, code)
    expect(handler.locator("main")).to_contain_text("Thông báo thụ lý giải quyết khiếu nại")
    expect(handler.locator("main")).to_contain_text("Lãnh đạo trực tiếp ban hành, không qua dự thảo")
    keep(handler, "vu-viec-thu-ly")
    act(handler, code, "Kiểm tra lại quyết định, hành vi bị khiếu nại", note="Đã xem hồ sơ gốc")

    # An order of verification: empty it is refused at its fields, then looked at before it is issued.
    begin(head, code, "Ra quyết định xác minh")
    fill(head, days="0")
    press(head, "Ra quyết định xác minh")
    expect(head.get_by_role("alert").first).to_be_visible()
    keep(head, "vu-viec-xac-minh-loi")
    chief = head.locator("[name=head] option").filter(has_text=person(handler)).first.get_attribute("value") or ""
    member = head.locator("main label").filter(has_text=person(second)).first
    fill(head, head=chief, days="15", impartial=True)
    member.click()
    press(head, "Xem trước văn bản")
    expect(head.locator("main")).to_contain_text("Chưa ban hành")
    keep(head, "vu-viec-xem-truoc")
    head.locator("main form[method=post] button.btn-primary").click()
    expect(head.get_by_role("heading", name="Tiến trình")).to_be_visible()

    act(
        handler, code, "Lập biên bản làm việc", with_whom="complainant", kind="working", held_on=today.isoformat(),
        held_at="08:30", ended_at="10:00", present="Bùi Văn Đo Lại", minutes="Đối chiếu diện tích thửa 88.",
    )  # fmt: skip
    begin(handler, code, "Nộp báo cáo kết quả xác minh")
    fill(
        handler, issue_1="Diện tích thửa 88", finding_1="partly_right", basis_1="Đo lại được 210 m².",
        demand_differs="yes", recommendation="Bồi thường thêm 30 m².",
    )  # fmt: skip
    handler.locator("main form[method=post] button.btn-primary").click()
    expect(handler.get_by_role("heading", name="Tiến trình")).to_be_visible()

    # The demand and the finding differ: no decision before a dialogue, and the page names the rule.
    case_page(head, code)
    waiting = head.locator(".act-refused").filter(has_text="Ra quyết định giải quyết khiếu nại lần đầu")
    if not waiting.first.is_visible():
        head.get_by_text("Chưa làm được").click()
    expect(waiting.first).to_contain_text("đối thoại")
    keep(head, "vu-viec-chua-quyet-dinh")
    assert faults(head) == []
    assert not too_wide(head)

    # An invitation must go out five days ahead (KN-9).
    begin(handler, code, "Mời đối thoại")
    fill(handler, held_on=f"{today + timedelta(2):%Y-%m-%d}", held_at="08:00")
    handler.locator("main form[method=post] button.btn-primary").click()
    expect(handler.get_by_role("alert").first).to_contain_text("NĐ 124/2020 Đ.28(1)")
    expect(handler.locator("[name=held_at]")).to_have_value("08:00")
    keep(handler, "vu-viec-moi-doi-thoai-som")
    fill(handler, held_on=f"{today + timedelta(10):%Y-%m-%d}")
    handler.locator("main form[method=post] button.btn-primary").click()
    expect(handler.get_by_role("heading", name="Tiến trình")).to_be_visible()
    expect(handler.locator("main")).to_contain_text(f"{today + timedelta(10):%d/%m/%Y}")
    keep(handler, "vu-viec-cho-doi-thoai")
    expect(handler.locator(".clock").first).to_contain_text("Vì sao ngày này")
    handler.locator(".clock summary").first.click()
    expect(handler.locator(".clock .why-source").first).to_contain_text("LKN Đ.28")
    papers = handler.get_by_role("link", name="PDF")
    assert papers.count() >= 3
    for at in range(papers.count()):
        answer = handler.request.get(papers.nth(at).get_attribute("href") or "")
        assert answer.body().startswith(b"%PDF")
    elsewhere = visit(DESK + "/", user="tiepdan.tinh").goto(f"{DESK}/vu-viec/{code}/")
    assert elsewhere is not None
    assert elsewhere.status == 404
