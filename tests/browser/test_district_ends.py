"""The end of a district replayed: its people, its old book, the handover by the template, its matters found by their old numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import WIDE, keep, looked_at
from tests.browser.look import CODE, DESK
from tests.browser.office import choose_agency, fill, press
from tests.browser.site import Site

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
DISTRICT, MAIN = "UBND huyện Đông Khê", "UBND phường Vũ Phúc"
ENDED, BOOK = date(2025, 7, 1), 8101
HERE, PLAIN = "việc lấp ao đình ở phường Vũ Phúc", "việc tính thiếu tiền di dời bến phà cũ"
SECRET = "ông Lục Văn Chánh của phường Vũ Phúc nhận tiền khi cấp phép xây kho"


def old_book() -> bytes:
    """What lay open at the district in June 2025."""
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for row in (
        ("Số đến", "Ngày đến", "Người gửi", "Địa chỉ", "Loại đơn", "Nội dung", "Kết quả", "Ngày xong"),
        (BOOK, "12/05/2025", "Vi Thị Ao", "Tổ 4", "KN", f"Khiếu nại {HERE}.", "đang xem xét", ""),
        (BOOK + 1, "20/05/2025", "Tạ Văn Phà", "Thôn 1", "KN", f"Khiếu nại {PLAIN}.", "đang xem xét", ""),
        (BOOK + 2, "02/06/2025", "Chu Văn Kín", "Thôn 2", "TC", f"Chu Văn Kín tố cáo {SECRET}.", "", ""),
        (
            BOOK + 3,
            "03/06/2025",
            "Lã Thị Xong",
            "Thôn 5",
            "Kiến nghị",
            "Kiến nghị sửa cống.",
            "Đã trả lời",
            "20/06/2025",
        ),
    ):
        page.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_a_districts_matters_are_found_at_the_commune_by_their_old_numbers(
    visit: Visit, site: Site, chromium: Browser
) -> None:
    admin = visit(f"{DESK}/quan-tri/co-quan/moi/", user="quantri.tinh")
    fill(
        admin, name=DISTRICT, short_name="Huyện Đông Khê", kind="district_committee", level="district", code="XDONGKHE",
        starts_on="2005-01-01", symbol="UBND", head_title="Chủ tịch", area_code="",
    )  # fmt: skip
    press(admin, "Lưu cơ quan")
    expect(admin.get_by_role("heading", name=DISTRICT)).to_be_visible()
    district = admin.url
    secrets = {
        user: given(admin, name=name, username=user, role=role)
        for user, name, role in (
            ("chutich.dongkhe", "Lại Chủ Tịch Huyện", "head"), ("vanthu.dongkhe", "Mạc Văn Thư Huyện", "records_clerk"),
        )
    }  # fmt: skip
    above = visit(f"{DESK}/vi-tri-cho-xac-nhan/", user="thutruong.tinh")
    for name in ("Lại Chủ Tịch Huyện", "Mạc Văn Thư Huyện"):
        above.get_by_role("button", name=f"Xác nhận {name}").click()
        expect(above.locator("tr").filter(has_text=name)).to_have_count(0)
    head, clerk = (first_login(site, chromium, user, secret) for user, secret in secrets.items())

    # The district's book of the last spring comes in with its numbers.
    clerk.goto(f"{DESK}/nhap-so/")
    book = FilePayload(name="so-den-2025.xlsx", mimeType="application/octet-stream", buffer=old_book())
    clerk.locator("[name=file]").set_input_files(book)
    press(clerk, "Đọc tệp")
    press(clerk, "Thử từng dòng")
    press(clerk, "Nhập 4 dòng")
    expect(clerk.get_by_text("Đã nhập 4 dòng")).to_be_visible(timeout=60_000)

    # The administrator prepares by the template: the day is the law's, an unknown commune is named.
    admin.goto(district)
    admin.get_by_role("link", name="Sáp nhập, chia tách, kế thừa").click()
    admin.get_by_role("link", name="Lập bàn giao").click()
    fill(
        admin, kind="split", template="district_end", effect_on="2025-08-01", others="UBND xã Không Có",
        decision="Nghị quyết 12/NQ-HĐND ngày 20/06/2025",
    )  # fmt: skip
    choose_agency(admin, "main", "vu phuc", MAIN)
    press(admin, "Lập bàn giao")
    expect(admin.locator("main")).to_contain_text("UBND xã Không Có")
    expect(admin.locator("main")).to_contain_text("01/07/2025")
    looked_at(admin, "ban-giao-lap-loi")
    fill(admin, effect_on=ENDED.isoformat(), others="")
    press(admin, "Lập bàn giao")
    expect(admin.get_by_role("heading", name="Nơi tiếp nhận")).to_be_visible()
    expect(admin.locator("main")).not_to_contain_text(HERE)
    looked_at(admin, "ban-giao-da-lap")
    handover = admin.url

    # The head sees where each matter goes and why, and approves: everything moves at once.
    head.goto(handover)
    row = head.locator("tr").filter(has_text=HERE)
    expect(row).to_contain_text(str(BOOK))
    expect(head.locator("main")).not_to_contain_text("Chu Văn Kín")
    looked_at(head, "ban-giao-cho-duyet")
    code = CODE.search(row.inner_text())
    assert code is not None
    press(head, "Duyệt và bàn giao ngay")
    expect(head.get_by_role("heading", name="Đã bàn giao")).to_be_visible()
    expect(head.locator("main")).to_contain_text("3 việc đang mở đã chuyển")
    looked_at(head, "ban-giao-xong")

    # At the commune the old number and the old name find them; what was finished stays with the district.
    desk = visit(f"{DESK}/tim/?q={BOOK}/2025", user="tiepdan.xa")
    expect(desk.locator("main")).to_contain_text(HERE)
    looked_at(desk, "ban-giao-tim-so-cu")
    for words, found in ((f"{BOOK + 1}/2025", PLAIN), ("huyện đông khê", HERE), (f"{BOOK + 3}/2025", "")):
        desk.goto(f"{DESK}/tim/?q={words}")
        if found:
            expect(desk.locator("main")).to_contain_text(found)
        else:
            expect(desk.locator("main")).not_to_contain_text("Kiến nghị sửa cống")
    desk.goto(f"{DESK}/don/{code.group()}/")
    expect(desk.locator("main")).to_contain_text("12/05/2025")
    looked_at(desk, "ban-giao-don-da-nhan")
    leader = visit(f"{DESK}/ban-giao/", user="thutruong.xa")
    looked_at(leader, "ban-giao-danh-sach")
    leader.get_by_role("link", name=DISTRICT).click()
    expect(leader.locator("tr").filter(has_text=HERE)).to_contain_text(str(BOOK))
    looked_at(leader, "ban-giao-nhan-duoc")
    leader.get_by_role("link", name=re.compile("^Sổ cũ của")).click()
    expect(leader.locator("main")).to_contain_text(str(BOOK + 3))
    expect(leader.locator("main")).not_to_contain_text("Chu Văn Kín")
    looked_at(leader, "ban-giao-so-cu")
    leader.goto(f"{DESK}/ban-giao/so-lieu/?tu=2025-01-01&den=2025-12-31")
    expect(leader.locator("main")).to_contain_text("Nhận bàn giao")
    looked_at(leader, "ban-giao-so-lieu")

    # Everybody who asks for the district is told who followed it.
    citizen = visit("/lich-tiep/XDONGKHE/", narrow=True, javascript=False)
    expect(citizen.locator("main")).to_contain_text(MAIN)
    keep(citizen, "co-quan-da-ket-thuc")


def given(admin: Page, *, name: str, username: str, role: str) -> str:
    """Let the administrator make an account at the district; return its one-time password."""
    admin.goto(f"{DESK}/quan-tri/nguoi-dung/moi/")
    fill(admin, name=name, username=username, role=role)
    choose_agency(admin, "agency", "huyen dong khe", DISTRICT)
    press(admin, "Lưu người dùng")
    return admin.locator(".secret.code").inner_text().strip()


def first_login(site: Site, chromium: Browser, user: str, secret: str) -> Page:
    """Log in with the one-time password and choose an own one."""
    page = chromium.new_context(viewport=WIDE, base_url=site.address, locale="vi-VN").new_page()
    page.set_default_timeout(15_000)
    page.goto("/tai-khoan/login/")
    page.locator("[name=login]").fill(user)
    page.locator("[name=password]").fill(secret)
    page.locator("[name=password]").press("Enter")
    page.locator("[name=oldpassword]").fill(secret)
    for field in ("password1", "password2"):
        page.locator(f"[name={field}]").fill("mot-cau-dai-de-nho-2026")
    with page.expect_navigation():
        page.locator("[name=password2]").press("Enter")
    page.goto(f"{DESK}/")
    expect(page.locator(".fold-who")).to_be_visible()
    return page
