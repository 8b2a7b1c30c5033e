"""An incident on a phone: the quick form, counts over time, call-out, the home agency, agreement, end, lessons; the daily report."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NARROW, WIDE, keep
from tests.browser.look import DESK, faults, listen, too_wide
from tests.browser.office import choose_agency, fill, open_dialog, press
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def looked_at(page: Page, name: str) -> None:
    """Keep a picture at both widths; nothing that axe finds, nothing wider than the window. Ends narrow."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        keep(page, name)
        assert faults(page) == [], (name, size)
        assert not too_wide(page), (name, size)


def act(page: Page, key: str, **values: str) -> None:
    """Fill and send one of the forms of an incident."""
    form = page.locator(f"form[action$='/{key}/']")
    for name, value in values.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.get_by_role("button").last.click()


def test_an_incident_is_recorded_on_a_phone_from_notice_to_lessons(visit: Visit) -> None:
    page = visit(f"{DESK}/tinh-huong/", user="tiepdan.xa", narrow=True)
    heard = listen(page)
    write_the_sheet(page)
    report(page)
    acknowledge(visit, page)
    follow(page)
    home(visit, page)
    agree_and_end(visit, page)
    assert heard == []


def write_the_sheet(page: Page) -> None:
    page.get_by_role("link", name="Thêm địa điểm").click()
    looked_at(page, "tinh-huong-dia-diem")
    fill(page, name=f"Trụ sở tiếp công dân {clock.now():%H%M%S}", room="Phòng 102", phone="0210 000 000")
    press(page, "Lưu")
    expect(page.get_by_text("Chưa có phương án")).to_be_visible()
    looked_at(page, "tinh-huong-phuong-an-trong")
    fill(
        page, name="Đoàn từ năm người đến nộp đơn", steps="Mời vào phòng 102.\nMời cử người đại diện.", room="Phòng 102",
        people="Kiều Bích Thơm, Chủ tịch, 0900000001\nLục Gia Bền, Trưởng Công an phường, 0900000002",
    )  # fmt: skip
    press(page, "Lưu")
    expect(page.get_by_role("heading", name=re.compile("Đoàn từ năm người"))).to_be_visible()
    looked_at(page, "tinh-huong-phuong-an")


def report(page: Page) -> None:
    page.goto(f"{DESK}/tinh-huong/moi/")
    looked_at(page, "tinh-huong-moi")
    open_dialog(page, "Ghi thêm ngay")
    fill(page, people="18", place="   ", situation="Đoàn đông người đến nộp đơn", about="Bồi thường đất khu dân cư",
         demands="Gặp Chủ tịch", received_by="Cán bộ tiếp công dân", urgent=True, matter_code="0000-0000-00")  # fmt: skip
    page.locator("[name=office]").select_option(index=1)
    press(page, "Lưu tình huống")
    expect(page.get_by_role("alert").first).to_be_visible()  # no such matter: nothing typed is lost
    looked_at(page, "tinh-huong-moi-loi")
    fill(page, matter_code="")
    press(page, "Lưu tình huống")
    expect(page.get_by_text("Tin khẩn chưa có người nhận")).to_be_visible()
    looked_at(page, "tinh-huong-bat-dau")


def acknowledge(visit: Visit, page: Page) -> None:
    head = visit(f"{DESK}/hop-tin/", user="thutruong.xa", narrow=True)
    looked_at(head, "tinh-huong-hop-tin")
    head.goto(page.url)
    if head.get_by_role("button", name="Đã nhận tin khẩn").count():
        press(head, "Đã nhận tin khẩn")
        expect(head.get_by_text("đã nhận tin khẩn lúc").first).to_be_visible()


def follow(page: Page) -> None:
    open_dialog(page, "Ghi diễn biến")
    act(page, "dien-bien", kind="count", people="31")
    expect(page.get_by_role("heading", name="Số người theo thời gian")).to_be_visible()
    open_dialog(page, "Ghi diễn biến")
    act(page, "dien-bien", kind="note", text="  ")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "tinh-huong-dien-bien-loi")
    act(page, "dien-bien", kind="demand", text="Đề nghị đối thoại với lãnh đạo tỉnh")
    expect(page.get_by_text("Đề nghị đối thoại với lãnh đạo tỉnh")).to_be_visible()
    open_dialog(page, "Gọi người đến")
    act(page, "goi", people="Lục Gia Bền, Trưởng Công an phường, 0900000002\nTạ Nhật Vượng, Văn phòng, 0900000003")
    expect(page.get_by_role("heading", name="Người được gọi")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"Đã nhận\s*: Lục Gia Bền")).click()
    page.get_by_role("button", name=re.compile(r"Đã đến\s*: Lục Gia Bền")).click()
    expect(page.get_by_text(re.compile("đến .*/20")).first).to_be_visible()
    looked_at(page, "tinh-huong-goi")


def home(visit: Visit, page: Page) -> None:
    open_dialog(page, "Báo địa phương")
    choose_agency(page, "agency", "ubnd tinh", re.compile("^UBND tỉnh"))
    page.locator("form[action$='/dia-phuong/']").get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", name="Địa phương của công dân")).to_be_visible()
    away = visit(page.url, user="tiepdan.tinh", narrow=True)
    looked_at(away, "tinh-huong-dia-phuong")
    fill(away, answer="Phó Chủ tịch đến lúc 10 giờ")
    press(away, "Trả lời")
    page.reload()
    expect(page.get_by_text("Phó Chủ tịch đến lúc 10 giờ").first).to_be_visible()


def agree_and_end(visit: Visit, page: Page) -> None:
    soon = (clock.today() + timedelta(days=7)).isoformat()
    open_dialog(page, "Ghi nội dung thống nhất")
    act(page, "thong-nhat", agreed="Đối thoại với đại diện; trả lời bằng văn bản.", dialogue_on=soon, answer_by=soon,
        transport="accepted", spokespersons="Doãn Thị Nết")  # fmt: skip
    expect(page.get_by_text("Đã đề nghị, công dân tự nguyện dùng", exact=False).first).to_be_visible()
    open_dialog(page, "Ghi kết thúc")
    page.locator("form[action$='/ket-thuc/']").get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã kết thúc").first).to_be_visible()
    looked_at(page, "tinh-huong-ket-thuc")
    away = visit(page.url, user="tiepdan.tinh", narrow=True)
    assert "Doãn Thị Nết" not in away.content()
    press(away, "Đã xem kết thúc")
    expect(away.get_by_text("Đã xem kết thúc lúc")).to_be_visible()
    looked_at(away, "tinh-huong-dia-phuong-xem")
    head = visit(page.url, user="thutruong.xa", narrow=True)
    press(head, "Đóng tình huống")
    expect(head.get_by_role("alert").first).to_be_visible()
    looked_at(head, "tinh-huong-dong-loi")
    fill(head, lessons="Báo địa phương sớm hơn; chuẩn bị phòng lớn.")
    press(head, "Đóng tình huống")
    expect(head.get_by_text("Đã đóng").first).to_be_visible()
    looked_at(head, "tinh-huong-da-dong")
    head.goto(f"{DESK}/tinh-huong/?loc=tat-ca")
    looked_at(head, "tinh-huong-danh-sach")


@pytest.mark.parametrize("user", ["thuly2.xa", "dieuphoi.so"])
def test_empty_places_say_what_to_do(visit: Visit, user: str) -> None:
    page = visit(f"{DESK}/tinh-huong/", user=user, narrow=True)
    looked_at(page, f"tinh-huong-trong-{user}")
    page.goto(f"{DESK}/truc/")
    looked_at(page, f"truc-trong-{user}")


def test_the_daily_report_goes_up_and_is_added_up(visit: Visit) -> None:
    page = visit(f"{DESK}/tinh-hinh/", user="dieuphoi.tinh")
    looked_at(page, "tinh-hinh-trong")
    name = f"Kỳ họp {clock.now():%H%M%S}"
    open_window(page, name)
    page.get_by_role("link", name="Yêu cầu cơ quan khác báo cáo").click()
    looked_at(page, "tinh-hinh-yeu-cau")
    press(page, "Gửi yêu cầu")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "tinh-hinh-yeu-cau-loi")
    fill(page, groups=["provincial", "communes"])
    press(page, "Gửi yêu cầu")
    expect(page.get_by_text("Đã gửi yêu cầu đến")).to_be_visible()
    looked_at(page, "tinh-hinh-chua-ai-gui")
    answer(visit, name)
    page.reload()
    counted(page)
    expect(page.get_by_role("columnheader", name="Riêng cơ quan")).to_be_visible()
    press(page, page.get_by_role("button", name=re.compile("^Đôn đốc")).inner_text().strip())
    expect(page.get_by_text("Đã ghi.")).to_be_visible()
    looked_at(page, "tinh-hinh-tong-hop")
    pdf = PdfReader(io.BytesIO(page.request.get(f"{page.url}bao-cao.pdf").body()))
    assert "Đã nhận báo cáo của 1/" in " ".join(" ".join(one.extract_text() for one in pdf.pages).split())
    docx.Document(io.BytesIO(page.request.get(f"{page.url}bao-cao.docx").body()))
    page.locator("table a").first.click()
    looked_at(page, "tinh-hinh-so-lieu")


def open_window(page: Page, name: str) -> None:
    today = clock.today()
    page.goto(f"{DESK}/tinh-hinh/moi/")
    looked_at(page, "tinh-hinh-moi")
    fill(page, title=name, starts_on=today.isoformat(), during_from=today.isoformat(), during_to=today.isoformat(),
         ends_on=(today - timedelta(days=1)).isoformat())  # fmt: skip
    press(page, "Mở đợt")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "tinh-hinh-moi-loi")
    fill(page, ends_on=(today + timedelta(days=5)).isoformat())
    press(page, "Mở đợt")
    expect(page.get_by_text("Chưa có số liệu của ngày này")).to_be_visible()
    looked_at(page, "tinh-hinh-chua-co")


def answer(visit: Visit, name: str) -> None:
    commune = visit(f"{DESK}/hop-tin/", user="dieuphoi.xa")
    commune.goto(f"{DESK}/tinh-hinh/")
    looked_at(commune, "tinh-hinh-duoc-yeu-cau")
    commune.get_by_role("link", name=name).click()
    looked_at(commune, "tinh-hinh-mo-theo-yeu-cau")
    press(commune, "Mở đợt báo cáo")
    expect(commune.get_by_text("Đã mở đợt")).to_be_visible()
    counted(commune)
    fill(commune, notes="Tình hình ổn định.")
    press(commune, "Lưu nhận định")
    press(commune, "Gửi báo cáo")
    expect(commune.get_by_text("Đã gửi").first).to_be_visible()
    looked_at(commune, "tinh-hinh-da-gui")


def counted(page: Page) -> None:
    """Ask for the count and wait for the job."""
    press(page, "Tổng hợp ngay")
    for _ in range(30):
        page.wait_for_timeout(500)
        page.reload()
        if page.locator("main table").count():
            return
    raise AssertionError("the day was not counted")
