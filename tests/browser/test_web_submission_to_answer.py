"""A citizen on a small old telephone tells of something, four officers take it through, the citizen reads the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import CODE, DESK, PIN, faults, told, too_wide
from tests.browser.office import accept, act, case_page, fill, person, press, propose, screen
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
AGENCY = "UBND phường Vũ Phúc"
CONTENT = "Bãi rác tạm sau chợ Vũ Phúc ba tuần chưa dọn, mùi bay vào lớp học của trường mầm non."
ANSWER = "Bãi rác đã được dọn trong ngày; xe thu gom đến mỗi ngày một lần từ tuần này."


def test_from_a_telephone_without_javascript_to_the_answer_read_by_code(visit: Visit) -> None:
    citizen = visit("/", narrow=True, javascript=False)
    keep(citizen, "trang-chu")
    citizen.locator("main").get_by_role("link", name="Phản ánh").first.click()
    citizen.get_by_label("Tên cơ quan hoặc địa phương").fill("ubnd vu phuc")
    press(citizen, "Tìm cơ quan")
    citizen.get_by_role("link", name=AGENCY).first.click()
    fill(citizen, content="   ", name="Hoàng Thị Gửi Thử", address="Tổ 3, phường Vũ Phúc")
    if citizen.locator("[name=respondent_name]").count():
        fill(citizen, respondent_name="Ban quản lý chợ Vũ Phúc")
    press(citizen, "Gửi đơn")
    expect(citizen.get_by_role("alert").first).to_be_visible()  # only blanks: told where, the rest kept
    expect(citizen.locator("[name=name]")).to_have_value("Hoàng Thị Gửi Thử")
    assert not too_wide(citizen)
    keep(citizen, "gui-don-loi")
    fill(citizen, content=CONTENT)
    press(citizen, "Gửi đơn")
    expect(citizen.get_by_role("heading", name="Đã nhận đơn")).to_be_visible()
    assert not too_wide(citizen)
    keep(citizen, "gui-don-xong")
    code, pin = CODE.search(told(citizen)), PIN.search(told(citizen))
    assert code is not None
    assert pin is not None

    def look_up() -> str:
        citizen.goto("/tra-cuu/")
        fill(citizen, ma=code.group(), pin=pin.group())
        press(citizen, "Tra cứu")
        citizen.wait_for_url("**/tra-cuu/don/")
        citizen.wait_for_load_state()
        assert not too_wide(citizen)
        return told(citizen)

    assert AGENCY in look_up()
    keep(citizen, "theo-doi-moi-gui")

    clerk = visit(f"{DESK}/don/{code.group()}/", user="tiepdan.xa")
    clerk.get_by_role("link", name="Ghi nhận chữ ký").click()
    fill(clerk, signing="signed")
    clerk.locator("main form[method=post] button.btn-primary").click()

    processor = visit(DESK + "/", user="xuly.xa")
    screen(processor, code.group(), petition_mark="feedback")
    propose(processor, "accept")
    keep(processor, "xu-ly-da-trinh")

    handler = visit(DESK + "/", user="thuly.xa")
    deputy = visit(DESK + "/", user="capho.xa")
    head = visit(f"{DESK}/phe-duyet/", user="thutruong.xa")
    keep(head, "phe-duyet")
    accept(head, code.group(), leader=person(deputy), handler=person(handler))
    assert "Đã thụ lý" in look_up() or "đang giải quyết" in look_up()
    act(head, code.group(), "Trả lời người kiến nghị, phản ánh", text=ANSWER)
    case_page(handler, code.group())
    expect(handler.locator("main")).to_contain_text("Đã trả lời")
    keep(handler, "vu-viec-da-tra-loi")
    assert faults(handler) == []

    # Given the way the citizen chose: the paper is read at the place where the code is asked for.
    handler.locator("li").filter(has_text="Thông báo kết quả").get_by_role("link", name="Ghi việc gửi").click()
    fill(handler, addressee="petitioner", way="portal")
    press(handler, "Ghi việc gửi")
    expect(handler.locator("main")).to_contain_text("Cổng tra cứu ngày")

    shown = look_up()
    assert "Cơ quan đã trả lời" in shown
    assert f"{clock.today():%d/%m/%Y}" in shown
    keep(citizen, "theo-doi-da-tra-loi")
    address = citizen.get_by_role("link", name="Tải văn bản (PDF)").first.get_attribute("href") or ""
    assert citizen.request.get(address).body().startswith(b"%PDF")

    # The code alone, or a wrong PIN, opens nothing and tells nothing.
    stranger = visit("/tra-cuu/", narrow=True)
    fill(stranger, ma=code.group(), pin="000000" if pin.group() != "000000" else "111111")
    press(stranger, "Tra cứu")
    expect(stranger.get_by_role("alert").first).to_be_visible()
    assert "Vũ Phúc" not in told(stranger)
    keep(stranger, "tra-cuu-sai")
    assert faults(stranger) == []
