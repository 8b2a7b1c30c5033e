"""Duty in the browser: a task force by decision, its roster by the solver, a swap, attendance, hand-over, hours, prints, the calendar."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NARROW, WIDE, keep
from tests.browser.look import DESK, faults, listen, too_wide
from tests.browser.office import fill, open_dialog, person, press
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
KEEPER, CLERK, OTHER = "dieuphoi.xa", "tiepdan.xa", "xuly.xa"
Visit = Callable[..., Page]


def looked_at(page: Page, name: str) -> None:
    """Keep a picture at both widths; nothing that axe finds, nothing wider than the window."""
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        keep(page, name)
        assert faults(page) == [], (name, size)
        assert not too_wide(page), (name, size)


def test_a_task_force_keeps_its_roster_from_decision_to_hours(visit: Visit) -> None:
    names = {user: person(visit(f"{DESK}/truc/", user=user)) for user in (CLERK, OTHER)}
    page = visit(f"{DESK}/truc/", user=KEEPER)
    heard = listen(page)
    force_page = set_up(page)
    ask_the_police(page)
    roster_page = open_roster(page, names[CLERK])
    solve(page)
    press(page, "Công bố")
    expect(page.get_by_text("Đã công bố lịch trực.")).to_be_visible()
    looked_at(page, "truc-lich")
    prints(page, force_page, roster_page)
    swap(visit, page, names)
    on_the_day(visit, page, roster_page)
    hours(page, roster_page)
    calendar(visit)
    assert heard == []


def set_up(page: Page) -> str:
    today = clock.today()
    page.goto(f"{DESK}/truc/to/moi/")
    looked_at(page, "truc-to-moi")
    fill(page, name="Tổ tiếp công dân phục vụ kỳ họp", starts_on=today.isoformat(), bases="   ", duties="Tiếp công dân",
         ends_on=(today + timedelta(days=20)).isoformat())  # fmt: skip
    press(page, "Lưu dự thảo")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "truc-to-loi")
    fill(
        page, bases="Luật Tiếp công dân năm 2013\nKế hoạch phục vụ kỳ họp",
        duties="Tiếp công dân hằng ngày\nBáo cáo tình hình mỗi ngày", signer_authority="TM. ỦY BAN NHÂN DÂN",
        signer_title="Chủ tịch", signer_name="Nguyễn Bá Khoan",
    )  # fmt: skip
    press(page, "Lưu dự thảo")
    expect(page.get_by_text("Dự thảo, chưa có số")).to_be_visible()
    looked_at(page, "truc-to-trong")
    for number in range(8):
        open_dialog(page, "Thêm thành viên")
        fill(page, leads=number < 4, function="leader" if number == 0 else "member")
        page.locator("[name=person]").select_option(index=number + 1)
        press(page, "Thêm")
        expect(page.get_by_text("Đã lưu.")).to_be_visible()
    open_dialog(page, "Ghi số, ngày ký")
    fill(page, number="37", symbol="QĐ-UBND")
    press(page, "Lưu quyết định")
    expect(page.get_by_text("Số 37/QĐ-UBND")).to_be_visible()
    return page.url


def ask_the_police(page: Page) -> None:
    """Somebody from another body: asked in writing, named in its reply."""
    open_dialog(page, "Thêm thành viên")
    press(page, "Thêm")
    expect(page.get_by_text("Chọn cán bộ của cơ quan, hoặc ghi họ tên").first).to_be_visible()
    looked_at(page, "truc-thanh-vien-loi")
    fill(page, name="Cán bộ được cử", body="Công an phường", asked_letter="45/UBND-VP")
    press(page, "Thêm")
    expect(page.get_by_text("Chờ cơ quan trả lời")).to_be_visible()
    open_dialog(page, "Ghi trả lời")
    form = page.locator("form[action$='/tra-loi/']")
    form.locator("[name=letter]").fill("9/CAP")
    form.locator("[name=name]").fill("Lục Thiện Mẫn")
    form.locator("[name=title]").fill("Phó Trưởng Công an phường")
    form.locator("[name=scope]").fill("Bảo đảm trật tự, cả đợt")
    form.get_by_role("button", name="Lưu trả lời").click()
    expect(page.get_by_text("Bảo đảm trật tự, cả đợt")).to_be_visible()
    looked_at(page, "truc-to")


def open_roster(page: Page, clerk: str) -> str:
    today = clock.today()
    page.get_by_role("link", name="Mở lịch trực").click()
    looked_at(page, "truc-lich-moi")
    open_dialog(page, "Vị trí 2")
    fill(page, post0_need="1", post1_name="Lãnh đạo trực", post1_need="1", post1_shifts=["c1", "c2"], post1_leader=True,
         post1_standby=True, together="Không Có Ai")  # fmt: skip
    press(page, "Lưu")
    expect(page.get_by_text("phải có đúng hai họ tên").first).to_be_visible()
    looked_at(page, "truc-lich-moi-loi")
    fill(page, together="")
    press(page, "Lưu")
    expect(page.get_by_role("heading", name=re.compile("Bảng trực"))).to_be_visible()
    looked_at(page, "truc-lich-trong")
    open_dialog(page, "Đăng ký nghỉ, nguyện vọng")
    fill(page, on=(today + timedelta(days=2)).isoformat(), kind="leave")
    option = page.locator("[name=member] option").filter(has_text=clerk).first
    page.locator("[name=member]").select_option(option.get_attribute("value"))
    press(page, "Lưu")
    expect(page.get_by_text("Đã ghi đăng ký.")).to_be_visible()
    return page.url


def solve(page: Page) -> None:
    press(page, "Xếp lịch")
    expect(page.locator("#tien-do")).to_be_attached()
    expect(page.get_by_role("link", name=re.compile("xem kết quả"))).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.get_by_role("heading", name="Kết quả xếp")).to_be_visible()
    expect(page.get_by_text("Còn chỗ chưa đủ người")).to_have_count(0)
    looked_at(page, "truc-da-xep")


def prints(page: Page, force_page: str, roster_page: str) -> None:
    for address, words, wide in (
        (f"{force_page}quyet-dinh", "Lục Thiện Mẫn", False),
        (f"{roster_page}lich", "Lãnh đạo trực", True),
    ):
        pdf = PdfReader(io.BytesIO(page.request.get(f"{address}.pdf").body()))
        box = pdf.pages[0].mediabox
        assert (box.width > box.height) is wide
        assert words in " ".join(" ".join(one.extract_text() for one in pdf.pages).split())
        written = docx.Document(io.BytesIO(page.request.get(f"{address}.docx").body()))
        assert (written.sections[0].orientation == 1) is wide


def swap(visit: Visit, page: Page, names: dict[str, str]) -> None:
    """The clerk asks a colleague, who agrees; the keeper approves."""
    mine = visit(f"{DESK}/truc/", user=CLERK)
    looked_at(mine, "truc-cua-toi")
    count = mine.locator("section[aria-labelledby=ca-toi]").get_by_role("link", name=re.compile("^Đổi ca")).count()
    for number in range(count):
        mine.goto(f"{DESK}/truc/")
        links = mine.locator("section[aria-labelledby=ca-toi]").get_by_role("link", name=re.compile("^Đổi ca"))
        links.nth(number).click()
        option = mine.locator("[name=member] option").filter(has_text=re.compile(rf"{names[OTHER]} \(\d+ ca\)$"))
        if option.count() and mine.get_by_role("button", name="Đề nghị đổi").count():
            break
    looked_at(mine, "truc-doi-ca")
    mine.locator("[name=member]").select_option(option.first.get_attribute("value"))
    fill(mine, reason="Đi họp ở tỉnh")
    press(mine, "Đề nghị đổi")
    expect(mine.get_by_text("Đã gửi đề nghị đổi ca.")).to_be_visible()
    other = visit(f"{DESK}/truc/", user=OTHER, narrow=True)
    looked_at(other, "truc-duoc-hoi")
    press(other, "Đồng ý")
    page.goto(f"{DESK}/truc/")
    looked_at(page, "truc-cho-duyet")
    press(page, "Duyệt")
    expect(page.get_by_text("Đã ghi trả lời.")).to_be_visible()


def on_the_day(visit: Visit, page: Page, roster_page: str) -> None:
    today = clock.today()
    page.goto(f"{roster_page}ngay/{today.isoformat()}/")
    looked_at(page, "truc-ngay")
    begun = page.get_by_role("button", name=re.compile("^Có mặt")).first
    if begun.count():
        begun.click()  # done, or refused in words before the shift begins
        expect(page.get_by_text(re.compile("Đã ghi điểm danh|chưa bắt đầu")).first).to_be_visible()
        looked_at(page, "truc-diem-danh")
    fill(page, text="   ")
    press(page, "Ghi bàn giao")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "truc-ban-giao-loi")
    fill(page, text="Còn hai lượt hẹn chiều nay; chìa khóa phòng tiếp để ở văn thư.")
    press(page, "Ghi bàn giao")
    expect(page.get_by_text("chìa khóa phòng tiếp")).to_be_visible()
    looked_at(page, "truc-ban-giao")
    page.goto(f"{roster_page}ngay/{(today + timedelta(days=3)).isoformat()}/")
    page.get_by_role("link", name=re.compile("^Đổi, thay")).first.click()
    looked_at(page, "truc-thay-nguoi")
    page.locator("[name=member]").select_option(page.locator("[name=member] option").first.get_attribute("value"))
    fill(page, reason="Ốm")
    press(page, "Thay ngay")
    expect(page.get_by_text("Đã thay người trực.")).to_be_visible()


def hours(page: Page, roster_page: str) -> None:
    page.goto(f"{roster_page}gio/")
    expect(page.get_by_role("columnheader", name="Giờ")).to_be_visible()
    looked_at(page, "truc-gio-chua-co-muc")
    for kind in ("working", "weekend", "holiday"):
        for standby in (False, True):
            fill(page, kind=kind, standby=standby, amount="120000", basis="Nghị quyết của Hội đồng nhân dân tỉnh")
            press(page, "Ghi mức")
    looked_at(page, "truc-gio")
    press(page, "Ghi mức")
    fill(page, kind="working", amount="1", basis="x")
    press(page, "Ghi mức")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "truc-gio-loi")
    assert page.request.get(f"{roster_page}gio.pdf").body().startswith(b"%PDF")


def calendar(visit: Visit) -> None:
    mine = visit(f"{DESK}/truc/lich-dien-thoai/", user=CLERK, narrow=True)
    looked_at(mine, "truc-lich-dien-thoai")
    press(mine, "Tạo địa chỉ")
    address = mine.get_by_label("Địa chỉ lịch").input_value()
    looked_at(mine, "truc-lich-dien-thoai-moi")
    events = Calendar.from_ical(mine.request.get(address).text()).walk("VEVENT")
    assert events
    press(mine, "Ngừng địa chỉ")
    assert mine.request.get(address).status == 404


def test_a_roster_that_cannot_be_filled_says_why(visit: Visit) -> None:
    page = visit(f"{DESK}/truc/to/moi/", user=KEEPER)
    today = clock.today()
    fill(page, name="Tổ ít người", starts_on=today.isoformat(), ends_on=(today + timedelta(days=6)).isoformat(),
         bases="Kế hoạch", duties="Trực")  # fmt: skip
    press(page, "Lưu dự thảo")
    open_dialog(page, "Thêm thành viên")
    page.locator("[name=person]").select_option(index=1)
    press(page, "Thêm")
    page.get_by_role("link", name="Mở lịch trực").click()
    press(page, "Lưu")
    press(page, "Xếp lịch")
    expect(page.get_by_role("link", name=re.compile("xem kết quả"))).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.get_by_text("Còn chỗ chưa đủ người")).to_be_visible()
    expect(page.get_by_role("heading", name="Nới ít nhất để đủ người")).to_be_visible()
    looked_at(page, "truc-thieu-nguoi")
