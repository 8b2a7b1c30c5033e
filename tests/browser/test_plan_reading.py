"""Reading a plan in the browser: upload, progress, links both ways, corrections by keyboard, confirmation, bad files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import keep
from tests.plans_desk.build import as_docx, as_pdf, as_scan, example, locked_pdf, picture_without_text
from tiepdan.plans.sniffing import Ocr, ocr

pytestmark = pytest.mark.browser
COORDINATOR, OUTSIDER = "dieuphoi.tinh", "dieuphoi.xa"
UPLOAD = "/ban-lam-viec/ke-hoach/tai-len/"
Visit = Callable[..., Page]
SCAN_SECONDS = 60
_SEEN = """() => {
  const box = document.querySelector(".reading-paper").getBoundingClientRect();
  const run = document.querySelector(".piece.is-on").getClientRects()[0];
  return run.top >= box.top && run.bottom <= box.bottom;
}"""


def choose(page: Page, name: str, data: bytes) -> None:
    """Choose a file on the upload page and send it."""
    page.locator("[name=file]").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.get_by_role("button", name="Tải lên và đọc").click()


def read(page: Page, name: str, data: bytes) -> None:
    """Upload and wait until the reading stands there."""
    choose(page, name, data)
    expect(page.locator(".reading-paper")).to_be_visible(timeout=SCAN_SECONDS * 1000)


def unit(page: Page, key: str) -> Locator:
    return page.locator(f"#{key}")


def inside(page: Page) -> bool:
    """Tell whether the passage lit up comes to stand in the window of the text, which scrolls there smoothly."""
    for _ in range(40):
        if page.evaluate(_SEEN):
            return True
        page.wait_for_timeout(100)
    return False


def no_faults(page: Page) -> None:
    """Nothing that axe finds, nothing wider than the window."""
    found = [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("narrow", [False, True])
def test_item_and_passage_light_up_together(visit: Visit, narrow: bool) -> None:
    page = visit(UPLOAD, user=COORDINATOR, narrow=narrow)
    keep(page, "ke-hoach-tai-len")
    read(page, "ke-hoach-tinh.txt", example("province").encode())
    no_faults(page)
    keep(page, "ke-hoach-doc")
    deadline = page.locator("[id$=-deadline]").last
    deadline.locator(".unit-go").click()
    key = deadline.get_attribute("id") or ""
    lit = page.locator(".piece.is-on").first
    assert key in (lit.get_attribute("data-in") or "").split()
    assert inside(page)
    expect(deadline).to_have_class(re.compile("is-on"))
    # And back: the narrowest thing read from a passage first, a second click goes outward to its task.
    page.locator(".unit-go").first.click()
    piece = page.locator(f".piece[data-in^='{key} ']").first
    piece.click()
    expect(unit(page, key)).to_have_class(re.compile("is-on"))
    expect(unit(page, key).locator(".unit-go")).to_be_focused()
    piece.click()
    expect(unit(page, key)).not_to_have_class(re.compile("is-on"))
    expect(page.locator(".unit.is-on")).to_have_count(1)
    keep(page, "ke-hoach-chon")


def test_corrections_need_no_mouse(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    read(page, "ke-hoach-so.docx", as_docx(example("department")))
    page.locator(".unit-go").first.focus()
    first = page.locator(".unit").nth(0).get_attribute("id") or ""
    for key in ("j", "ArrowDown", "k", "ArrowUp", "k"):
        page.keyboard.press(key)
    expect(unit(page, first).locator(".unit-go")).to_be_focused()
    page.keyboard.press("j")
    here = page.locator(".unit").nth(1).get_attribute("id") or ""
    expect(unit(page, here).locator(".unit-go")).to_be_focused()
    before = unit(page, here).locator(".unit-value").inner_text()
    page.keyboard.press("Enter")
    box = unit(page, here).locator("textarea")
    expect(box).to_be_focused()
    page.keyboard.type(" jk")
    page.keyboard.press("Escape")
    expect(unit(page, here).locator(".unit-value")).to_have_text(before)
    expect(unit(page, here).locator(".unit-go")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Tên đã sửa bằng bàn phím")
    keep(page, "ke-hoach-sua")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(unit(page, here).locator(".unit-value")).to_have_text("Tên đã sửa bằng bàn phím")
    expect(unit(page, here)).to_contain_text("Đã sửa")
    expect(unit(page, here)).to_contain_text(before)
    expect(unit(page, here).locator(".unit-go")).to_be_focused()
    page.reload()
    expect(unit(page, here).locator(".unit-value")).to_have_text("Tên đã sửa bằng bàn phím")
    no_faults(page)


def test_wrong_values_are_told_in_place(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    read(page, "ke-hoach-phuong.pdf", as_pdf(example("ward")))
    page.locator("#u-document-date .unit-edit").click()
    box = page.locator("#u-document-date input[type=text]").first
    expect(box).to_be_focused()
    box.fill("31/2/2026")
    page.keyboard.press("Enter")
    expect(page.locator("#u-document-date")).to_contain_text("chưa đúng mẫu")
    expect(box).to_have_value("31/2/2026")
    expect(box).to_be_focused()
    box.fill("28/2/2026")
    page.keyboard.press("Enter")
    expect(page.locator("#u-document-date .unit-value")).to_have_text("28/02/2026")


def test_the_whole_way_works_without_javascript(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR, javascript=False)
    choose(page, "ke-hoach-to.txt", example("task-force").encode())
    for _ in range(SCAN_SECONDS):
        if page.locator(".reading-paper").count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    page.locator(".unit-edit").nth(1).click()
    expect(page.get_by_role("heading", name="Sửa: Tên")).to_be_visible()
    page.locator("textarea").fill("Tên đã sửa không cần JavaScript")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#u-document-title .unit-value")).to_have_text("Tên đã sửa không cần JavaScript")
    page.get_by_role("link", name="Chỉ chỗ chưa chắc").click()
    expect(page.get_by_role("heading", name="Chỗ chưa chắc")).to_be_visible()
    page.get_by_role("button", name="Xác nhận nội dung").click()
    expect(page.get_by_text("Đã xác nhận nội dung kế hoạch.")).to_be_visible()
    expect(page.locator(".unit-edit")).to_have_count(0)


@pytest.mark.skipif(
    ocr() is not Ocr.READY, reason="Tesseract with Vietnamese is absent: apt-get install tesseract-ocr-vie"
)
def test_a_scan_shows_its_progress_and_is_read(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    choose(page, "quet.png", as_scan(example("ward")))
    expect(page.locator("#tien-do, .reading-paper").first).to_be_visible()
    keep(page, "ke-hoach-dang-doc")
    expect(page.locator(".reading-paper")).to_contain_text("Công an phường", timeout=SCAN_SECONDS * 1000)


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("trong.txt", b"", "trống (0 byte)"),
        ("khoa.pdf", locked_pdf(), "Bỏ mật khẩu của tệp"),
        ("hong.docx", as_docx(example("ward"))[:3000], "hỏng"),
        ("la.exe", b"MZ\x90\x00" + bytes(range(256)), "Chọn tệp DOCX"),
    ],
)
def test_a_bad_file_gets_a_clear_message(visit: Visit, name: str, data: bytes, words: str) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    choose(page, name, data)
    expect(page.get_by_role("alert").first).to_contain_text(words)
    no_faults(page)
    keep(page, f"ke-hoach-loi-{name.partition('.')[0]}")
    page.goto("/ban-lam-viec/ke-hoach/")
    expect(page.get_by_text(name)).to_have_count(0)


def test_200_mb_get_a_clear_message(visit: Visit, tmp_path: Path) -> None:
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    page = visit(UPLOAD, user=COORDINATOR)
    page.locator("[name=file]").set_input_files(large)
    page.get_by_role("button", name="Tải lên và đọc").click()
    expect(page.get_by_role("alert").first).to_contain_text("có 200 MB, lớn hơn mức nhận là 20 MB", timeout=60_000)


@pytest.mark.skipif(
    ocr() is not Ocr.READY, reason="Tesseract with Vietnamese is absent: apt-get install tesseract-ocr-vie"
)
def test_a_picture_without_letters_fails_with_its_reason(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    choose(page, "anh.png", picture_without_text())
    expect(page.get_by_role("alert").first).to_contain_text("Không nhận ra chữ nào", timeout=SCAN_SECONDS * 1000)
    expect(page.get_by_role("link", name="Tải bản khác")).to_be_visible()
    expect(page.get_by_role("button", name="Đọc lại")).to_have_count(0)
    keep(page, "ke-hoach-khong-doc-duoc")


def test_another_agency_finds_nothing(visit: Visit) -> None:
    page = visit(UPLOAD, user=COORDINATOR)
    read(page, "ke-hoach-mat-tran.txt", example("front-committee").encode())
    address = page.url
    other = visit("/ban-lam-viec/ke-hoach/", user=OUTSIDER)
    expect(other.get_by_text("ke-hoach-mat-tran")).to_have_count(0)
    answer = other.goto(address)
    assert answer is not None
    assert answer.status == 404
