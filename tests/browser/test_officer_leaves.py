"""An officer leaves: the head hands over all their open work in one act, the administrator ends the post, nothing stays behind."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep, looked_at
from tests.browser.look import DESK, told
from tests.browser.office import accept, fill, open_dialog, person, press, propose, receive, screen

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
CONTENTS = (
    "Kiến nghị Sở công bố kết quả quan trắc nước giếng ở khu nuôi tôm ven đê, ba năm nay chưa có số liệu.",
    "Kiến nghị Sở đặt lại biển báo ranh giới rừng phòng hộ ven biển đã mất sau bão.",
)


def test_all_open_work_goes_on_in_one_act_and_the_post_ends(visit: Visit) -> None:
    clerk, processor = (visit(DESK + "/", user=user) for user in ("tiepdan.so", "xuly.so"))
    leaving, staying = (visit(DESK + "/", user=user) for user in ("thuly2.so", "thuly.so"))
    leaver, heir = person(leaving), person(staying)
    head = visit(f"{DESK}/phe-duyet/", user="thutruong.so")
    codes = []
    for content in CONTENTS:
        code, _ = receive(
            clerk, name="Lò Thị Kiến Nghị", purpose="petition_feedback", content=content, address="Thôn 3"
        )
        screen(processor, code, petition_mark="petition")
        propose(processor, "accept")
        accept(head, code, leader=person(head), handler=leaver)
        codes.append(code)
    leaving.goto(f"{DESK}/vu-viec/{codes[0]}/")
    expect(leaving.get_by_role("heading", name="Tiến trình")).to_be_visible()

    # From the board to one page with everything that is open; empty and with blanks it says what is missing.
    head.goto(f"{DESK}/bang-dieu-hanh/")
    head.locator("main").get_by_role("link", name="Bàn giao việc của một người").first.click()
    looked_at(head, "ban-giao-viec-chon")
    fill_get(head, leaver)
    for code in codes:
        expect(head.locator("tr").filter(has_text=code).get_by_role("checkbox")).to_be_checked()
    looked_at(head, "ban-giao-viec")
    fill(head, reason="   ")
    head.locator("main form[method=post]").evaluate("form => form.setAttribute('novalidate', '')")
    press(head, "Bàn giao")
    expect(head.get_by_role("alert").first).to_be_visible()
    looked_at(head, "ban-giao-viec-loi")
    head.locator("[name=to]").select_option(label=heir)
    fill(head, reason="Nghỉ hưu từ hôm nay")
    press(head, "Bàn giao")
    expect(head.get_by_role("heading", name="Kết quả bàn giao")).to_be_visible()
    for code in codes:
        expect(head.locator("tr").filter(has_text=code)).to_contain_text("Đã chuyển")
        expect(head.locator("tr").filter(has_text=code)).to_contain_text(heir)
    looked_at(head, "ban-giao-viec-xong")
    head.get_by_role("link", name=re.compile("^Xem việc còn lại")).click()
    expect(head.get_by_text("không có đơn, vụ việc nào đang mở")).to_be_visible()
    looked_at(head, "ban-giao-viec-het")

    # The one who stays finds it among their own work, with the reason on the record of the case.
    staying.goto(f"{DESK}/")
    for code in codes:
        expect(staying.locator("main")).to_contain_text(code)
    staying.goto(f"{DESK}/vu-viec/{codes[0]}/")
    expect(staying.locator("main")).to_contain_text(heir)
    looked_at(staying, "ban-giao-viec-nguoi-nhan")

    # The post ends; whoever left sees nothing any more.
    admin = visit(f"{DESK}/quan-tri/nguoi-dung/?q=thuly2.so", user="quantri.so")
    admin.get_by_role("link", name=leaver).first.click()
    open_dialog(admin, "Thôi vị trí")
    admin.locator("main details[open]").get_by_role("button").first.click()
    expect(admin.locator("main summary").filter(has_text="Thôi vị trí")).to_have_count(0)
    looked_at(admin, "nguoi-dung-da-thoi")
    answer = leaving.goto(f"{DESK}/vu-viec/{codes[0]}/")
    assert answer is not None
    assert codes[0] not in told(leaving)
    keep(leaving, "khong-con-vi-tri")


def fill_get(page: Page, name: str) -> None:
    """Choose a person and open their work."""
    option = page.locator("[name=nguoi] option").filter(has_text=name).first
    page.locator("[name=nguoi]").select_option(option.get_attribute("value"))
    press(page, "Xem việc đang mở")
    expect(page.get_by_role("heading", name=f"Bàn giao việc của {name}")).to_be_visible()
