"""An old book kept as a spreadsheet: read, one bad row named and refused, corrected, brought in whole, taken back whole."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import looked_at
from tests.browser.look import DESK, listen
from tests.browser.office import fill, open_dialog, press
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
HEADER = ("Số đến", "Ngày đến", "Người gửi", "Địa chỉ", "Loại đơn", "Trích yếu", "Số người", "Kết quả", "Ngày xong")
WORDS = "mương thoát nước sau đình làng Mỹ Lộc bị lấp"  # in no other matter of the demo


def book(*, kind: str) -> bytes:
    """A book of last year as an office keeps it: its name above the header, one row whose kind is given."""
    year = clock.today().year - 1
    rows: tuple[tuple[object, ...], ...] = (
        ("UBND PHƯỜNG VŨ PHÚC",),
        (f"SỔ THEO DÕI ĐƠN NĂM {year}",),
        HEADER,
        (9001, f"04/03/{year}", "Cù Thị Cũ", "Tổ 1", "Kiến nghị", "Kiến nghị lắp đèn ngõ 4.", 1, "Đã trả lời", f"20/03/{year}"),
        (9002, f"09/04/{year}", "Mai Văn Lâu", "Tổ 2", kind, f"Khiếu nại việc {WORDS}.", 3, "đang xem xét", ""),
        (9003, f"15/05/{year}", "nặc danh", "", "Phản ánh", "Phản ánh rác ở cổng chợ.", 1, "Lưu đơn", f"16/05/{year}"),
    )  # fmt: skip
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def read(page: Page, data: bytes, *, name: str = "so-don.xlsx") -> None:
    """Give a file to be read."""
    page.goto(f"{DESK}/nhap-so/")
    page.locator("[name=file]").set_input_files(
        FilePayload(name=name, mimeType="application/octet-stream", buffer=data)
    )
    press(page, "Đọc tệp")


def test_a_bad_row_is_named_then_the_corrected_book_comes_in_and_is_taken_back(visit: Visit) -> None:
    page = visit(f"{DESK}/so/", user="vanthu.xa")
    heard = listen(page)
    page.get_by_role("link", name="Nhập sổ cũ").first.click()
    expect(page.get_by_role("heading", name="Nhập sổ cũ")).to_be_visible()
    looked_at(page, "nhap-so")
    read(page, b"no spreadsheet", name="so-don.docx")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "nhap-so-khong-doc-duoc")

    # The columns are guessed; a dry run names the row whose kind nobody understands, and nothing can be brought in.
    read(page, book(kind="đơn gì đó"))
    expect(page.get_by_label("Số đến", exact=False).first).to_have_value("0")
    expect(page.locator("[name=content]")).to_have_value("5")
    looked_at(page, "nhap-so-ghep-cot")
    fill(page, content="")
    page.locator("main form[method=post]").last.evaluate("form => form.setAttribute('novalidate', '')")
    press(page, "Thử từng dòng")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "nhap-so-thieu-cot")
    fill(page, content="5")
    press(page, "Thử từng dòng")
    expect(page.get_by_role("heading", name="Cần sửa trong tệp")).to_be_visible()
    wrong = page.get_by_role("row").filter(has_text="Dòng 5")
    expect(wrong).to_contain_text("Loại đơn")
    expect(page.get_by_role("row").filter(has_text="Dòng 4")).to_have_count(0)
    expect(page.get_by_role("button", name="Nhập 3 dòng")).to_have_count(0)
    looked_at(page, "nhap-so-dong-sai")

    # Corrected: every row is right, a job brings them in, and the page tells how far it is.
    read(page, book(kind="KN"))
    press(page, "Thử từng dòng")
    expect(page.get_by_text("không dòng nào sai")).to_be_visible()
    looked_at(page, "nhap-so-san-sang")
    own = page.url
    press(page, "Nhập 3 dòng")
    expect(page.get_by_text("Đã nhập 3 dòng")).to_be_visible(timeout=60_000)
    looked_at(page, "nhap-so-xong")
    year = clock.today().year - 1
    page.goto(f"{DESK}/tim/?q=9002/{year}")
    expect(page.locator("main")).to_contain_text(WORDS)
    looked_at(page, "nhap-so-tim-so-cu")

    # Read once more, the same numbers are taken.
    read(page, book(kind="KN"))
    press(page, "Thử từng dòng")
    expect(page.get_by_role("heading", name="Cần sửa trong tệp")).to_be_visible()

    page.goto(own)
    open_dialog(page, "Hủy lần nhập này")
    fill(page, reason="   ")
    press(page, "Hủy lần nhập")
    expect(page.get_by_role("alert").first).to_be_visible()
    fill(page, reason="Nhập nhầm sổ của năm trước")
    press(page, "Hủy lần nhập")
    expect(page.get_by_text("Đã hủy cả lần nhập")).to_be_visible()
    looked_at(page, "nhap-so-da-huy")
    page.goto(f"{DESK}/tim/?q=9002/{year}")
    expect(page.get_by_role("row").filter(has_text=WORDS)).to_contain_text("Đã hủy (nhập nhầm)")  # nothing is lost
    elsewhere = visit(DESK + "/", user="vanthu.tinh").goto(own)
    assert elsewhere is not None
    assert elsewhere.status == 404
    assert heard == []
