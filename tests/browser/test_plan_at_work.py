"""A plan at work in the browser: from its text to tasks at agencies, progress, a difficulty, a report, the board, the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, keep
from tests.browser.look import DESK, faults, too_wide
from tests.browser.office import fill, press
from tests.plans_desk.build import example
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
COORDINATOR, COMMUNE, OFFICER = "dieuphoi.tinh", "dieuphoi.xa", "tiepdan.xa"
Visit = Callable[..., Page]


def looked_at(page: Page, name: str) -> None:
    """Keep a picture; nothing that axe finds, nothing wider than the window."""
    keep(page, name)
    assert faults(page) == []
    assert not too_wide(page)


def test_a_plan_goes_from_text_to_work_and_back_as_reports(visit: Visit) -> None:
    page = visit(f"{DESK}/su-kien/", user=COORDINATOR)
    looked_at(page, "viec-su-kien-trong")
    make_window(page)
    confirm_plan(page)
    page.get_by_role("link", name="Đưa vào theo dõi").click()
    ours = page.locator("[name=window] option").filter(has_text="Kỳ họp của Hội đồng nhân dân").first
    page.locator("[name=window]").select_option(ours.get_attribute("value"))
    press(page, "Đưa vào theo dõi")
    expect(page.get_by_role("heading", name="Đối chiếu cơ quan")).to_be_visible()
    looked_at(page, "viec-doi-chieu")
    settle_names(page)
    issue(page)
    address = page.url
    looked_at(page, "viec-ke-hoach")
    commune = visit(f"{DESK}/nhiem-vu/", user=COMMUNE)
    work_at_the_commune(commune)
    page.goto(address)
    expect(page.get_by_text("Thiếu phòng tiếp công dân").first).to_be_visible()
    page.goto(f"{address}bao-cao/")
    looked_at(page, "viec-bao-cao-ke-hoach")
    page.goto(f"{address}do-phu/")
    looked_at(page, "viec-do-phu")
    stranger = visit(address, user="dieuphoi.xa", narrow=True)
    looked_at(stranger, "viec-ke-hoach-xa")
    page.goto(f"{address}ket-thuc/")
    fill(page, evaluation="Các nhiệm vụ chính đã thực hiện.", lessons="Giao việc sớm.")
    press(page, "Kết thúc kế hoạch")
    expect(page.get_by_text("Kế hoạch đã kết thúc.")).to_be_visible()
    page.get_by_role("link", name="Cấp số, ký báo cáo kết quả").click()
    looked_at(page, "viec-so-bao-cao")
    fill(page, number="12", symbol="BC-UBND", title="Phó Chủ tịch", name="   ")
    press(page, "Lưu số")
    expect(page.get_by_role("alert").first).to_be_visible()
    fill(page, name="Lục Thiện Mẫn")
    press(page, "Lưu số")
    expect(page.get_by_text("12/BC-UBND").first).to_be_visible()
    looked_at(page, "viec-ke-hoach-ket-thuc")
    page.get_by_role("link", name="Kỳ họp của Hội đồng nhân dân").click()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        looked_at(page, f"viec-su-kien-{size['width']}")


def make_window(page: Page) -> None:
    today = clock.today()
    page.get_by_role("link", name="Thêm sự kiện").click()
    fill(
        page, name="Kỳ họp của Hội đồng nhân dân", kind="session", prepares_on=(today - timedelta(days=30)).isoformat(),
        starts_on=today.isoformat(), ends_on=(today + timedelta(days=6)).isoformat(),
        follows_until=(today + timedelta(days=20)).isoformat(),
    )  # fmt: skip
    press(page, "Lưu")
    expect(page.get_by_text("Đã lưu sự kiện.")).to_be_visible()


def confirm_plan(page: Page) -> None:
    page.goto(f"{DESK}/ke-hoach/tai-len/")
    page.locator("[name=file]").set_input_files(
        {"name": "ke-hoach-viec.txt", "mimeType": "text/plain", "buffer": example("province").encode()}
    )
    page.get_by_role("button", name="Tải lên và đọc").click()
    expect(page.locator(".reading-paper")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Xác nhận nội dung").first.click()
    expect(page.get_by_text("Đã xác nhận nội dung kế hoạch.")).to_be_visible()


def settle_names(page: Page) -> None:
    """Take the sure ones at once, then each unsure one: as proposed, or as outside the registry."""
    page.get_by_role("button", name=re.compile("Xác nhận cả")).click()
    for _ in range(40):
        section = page.locator("section[aria-labelledby=chua]")
        if not section.count():
            break
        section.get_by_role("link", name=re.compile("^Xác nhận")).first.click()
        if not page.locator("[name=agencies]:checked").count():
            page.locator("[name=outside]").check()
        press(page, "Xác nhận")
    expect(page.get_by_role("heading", name="Đã xác nhận")).to_be_visible()
    looked_at(page, "viec-doi-chieu-xong")


def issue(page: Page) -> None:
    page.get_by_role("link", name="Về kế hoạch").click()
    looked_at(page, "viec-truoc-khi-giao")
    for _ in range(6):
        without = page.locator("li").filter(has_text="Chưa có cơ quan chủ trì")
        if not without.count():
            break
        without.first.get_by_role("link", name="Sửa").click()
        fill(page, leads="Thanh tra tỉnh")
        press(page, "Lưu")
    page.get_by_role("button", name="Giao kế hoạch").click()
    expect(page.get_by_text("Đã giao kế hoạch")).to_be_visible()


def work_at_the_commune(page: Page) -> None:
    looked_at(page, "viec-nhiem-vu-xa")
    page.locator("ul.tasks a[href*='/nhiem-vu/']").first.click()
    press(page, "Nhận nhiệm vụ")
    page.get_by_role("link", name="Báo tiến độ").click()
    fill(page, percent="60", text="   ")  # blanks pass the browser, not the program
    press(page, "Lưu tiến độ")
    expect(page.get_by_role("alert").first).to_be_visible()
    keep(page, "viec-tien-do-loi")
    fill(page, percent="60", text="Đã bố trí lịch tiếp mọi ngày.", amount_name="Số buổi tiếp", amount="3")
    press(page, "Lưu tiến độ")
    expect(page.get_by_text("Số buổi tiếp 3")).to_be_visible()
    page.get_by_role("link", name="Khó khăn, vướng mắc").click()
    fill(page, text="Thiếu phòng tiếp công dân tại trụ sở.")
    press(page, "Gửi")
    expect(page.get_by_text("Thiếu phòng tiếp công dân tại trụ sở.")).to_be_visible()
    looked_at(page, "viec-nhiem-vu-chi-tiet")
    page.goto(f"{DESK}/bao-cao-ke-hoach/")
    looked_at(page, "viec-bao-cao")
    page.locator("section[aria-labelledby=phai] a").first.click()
    looked_at(page, "viec-bao-cao-lap")
    fill(page, results="Đã tiếp công dân đủ các ngày.")
    press(page, "Lưu và gửi")
    expect(page.get_by_text("Đã gửi báo cáo.")).to_be_visible()


def test_the_plans_of_an_office_fit_a_phone(visit: Visit) -> None:
    page = visit(f"{DESK}/theo-doi/", user=OFFICER, narrow=True)
    looked_at(page, "viec-theo-doi")


@pytest.mark.parametrize("narrow", [False, True])
def test_empty_places_say_what_to_do(visit: Visit, narrow: bool) -> None:
    page = visit(f"{DESK}/phong-xe/", user=COORDINATOR, narrow=narrow)
    for place, name in (
        ("phong-xe", "phong"),
        ("so-theo-doi", "so"),
        ("soan-ke-hoach", "soan"),
        ("bao-cao-ke-hoach", "bao-cao-trong"),
    ):
        page.goto(f"{DESK}/{place}/")
        looked_at(page, f"viec-{name}")


def test_a_plan_is_written_and_its_form_keeps_what_was_typed(visit: Visit) -> None:
    page = visit(f"{DESK}/soan-ke-hoach/", user="thutruong.xa")
    page.get_by_role("button", name=re.compile(r"^Soạn\s*: Tiếp công dân")).click()
    looked_at(page, "viec-soan-mau")
    fill(page, title="Tiếp công dân phục vụ kỳ họp thứ Hai", signer_name="")
    press(page, f"Cấp số, ban hành ngày {clock.today():%d/%m/%Y}")
    expect(page.get_by_role("alert").first).to_contain_text("còn thiếu")
    expect(page.locator("[name=title]")).to_have_value("Tiếp công dân phục vụ kỳ họp thứ Hai")
    keep(page, "viec-soan-loi")
