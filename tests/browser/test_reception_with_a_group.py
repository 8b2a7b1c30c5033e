"""At the desk: an ordinary visit by keyboard alone, a group with its representatives, the next officer, a double click."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import keep
from tests.browser.look import DESK, code_on, faults, listen, too_wide
from tiepdan.ops.demo import PASSWORD

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
NEW = f"{DESK}/tiep-dan/moi/"
CARD = "034085001234||Vũ Thị Thử Nghiệm|05031985|Nữ|Số 4, ngõ 12, phường Vũ Phúc, tỉnh Hưng Yên|12042022"
CULVERT = (
    "Cống thoát nước đầu ngõ 12 đường Lê Quý Đôn bị lấp khi thi công vỉa hè từ tháng 9, mỗi trận mưa nước tràn vào "
    "sáu hộ dân phía trong, tường nhà nứt, giếng khơi đục bùn. Chúng tôi đề nghị khơi lại cống và bồi thường."
)
CULVERT_BARE = (
    "cong thoat nuoc dau ngo 12 duong le quy don bi lap khi thi cong via he tu thang 9, moi tran mua nuoc tran vao "
    "sau ho dan phia trong, tuong nha nut, gieng khoi duc bun. chung toi de nghi khoi lai cong va boi thuong."
)
A5 = (420, 595)


@dataclass
class Keys:
    """A keyboard that counts: keys of control apart from letters, and the fields that were given something."""

    page: Page
    pressed: int = 0
    typed: int = 0
    fields: int = 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
            self.pressed += 1

    def write(self, text: str) -> None:
        """Fill the field that has the focus. A scanner's letters are the scanner's."""
        self.page.keyboard.insert_text(text)
        self.typed += len(text)
        self.fields += 1

    def go_to(self, name: str) -> None:
        """Tab on to a field."""
        for _ in range(60):
            if focused(self.page) == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {name}")


def focused(page: Page) -> str:
    """Return the name of the field that has the focus."""
    return str(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))


def receipt(page: Page) -> PdfReader:
    """Return the receipt that the page offers."""
    address = page.get_by_role("link", name="In giấy biên nhận").get_attribute("href") or ""
    answer = page.request.get(address)
    assert answer.status == 200
    return PdfReader(io.BytesIO(answer.body()))


def is_a5(paper: PdfReader) -> bool:
    box = paper.pages[0].mediabox
    return all(abs(float(got) - wanted) < 3 for got, wanted in zip((box.width, box.height), A5, strict=True))


def test_an_ordinary_visit_needs_no_mouse_and_at_most_twelve_fields(visit: Visit) -> None:
    page = visit(DESK + "/", user="tiepdan.xa")
    heard = listen(page)
    page.goto(NEW)
    shown = page.locator(
        ".form .field:visible input:visible, .form .field:visible select:visible, .form textarea:visible"
    )
    assert shown.count() <= 12, [shown.nth(at).get_attribute("name") for at in range(shown.count())]
    expect(page.locator("[name=card]")).to_be_focused()
    keys = Keys(page)
    page.keyboard.insert_text(CARD)
    page.keyboard.press("Enter")
    expect(page.locator("[name=name]")).to_have_value("Vũ Thị Thử Nghiệm")
    expect(page.locator("[name=number]")).to_have_value("034085001234")
    expect(page.locator("[name=address]")).to_have_value("Số 4, ngõ 12, phường Vũ Phúc, tỉnh Hưng Yên")
    expect(page.locator("[name=issued_on]")).to_have_value("2022-04-12")
    expect(page.locator("[name=card]")).to_have_value("")
    expect(page.locator("[name=purpose]")).to_be_focused()
    keys.press("End")  # petition or feedback, the last
    keys.fields += 1
    keys.go_to("content")
    keys.write("Đèn đường ngõ 7 tắt ba tuần nay, tối đi lại rất nguy hiểm, mong phường cho sửa.")
    keep(page, "tiep-dan-ban-phim")
    keys.go_to("people")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    keep(page, "tiep-dan-xong")
    print(
        f"ordinary visit: {keys.fields + 1} fields filled (the card one of them), {keys.pressed} keys besides letters"
    )
    assert keys.fields + 1 <= 12
    assert keys.pressed <= 15
    expect(page.get_by_role("link", name="In giấy biên nhận")).to_be_focused()
    paper = receipt(page)
    assert is_a5(paper)
    assert code_on(page) in " ".join(one.extract_text() for one in paper.pages)
    assert heard == []
    assert faults(page) == []


def test_a_group_of_six_with_two_representatives_and_the_next_officer(visit: Visit) -> None:
    page = visit(NEW, user="tiepdan.xa")
    heard = listen(page)
    keys = Keys(page)
    page.keyboard.insert_text(CARD)
    page.keyboard.press("Enter")
    keys.press("End")
    keys.go_to("content")
    keys.write(CULVERT)
    keys.go_to("people")
    keys.press("Control+A")
    keys.write("6")
    keys.press("Tab")
    representatives = page.locator("[name=representatives]")
    expect(representatives).to_be_visible()  # opened by the number alone
    # What was typed outlives a reload.
    page.reload()
    expect(page.locator("[name=content]")).to_have_value(CULVERT)
    expect(page.locator("[name=people]")).to_have_value("6")
    expect(page.locator("[name=name]")).to_have_value("Vũ Thị Thử Nghiệm")
    expect(representatives).to_be_visible()
    # Three representatives are too many for a group of six; the refusal keeps everything.
    representatives.focus()
    keys.write(
        "Vũ Thị Thử Nghiệm\nTrần Văn Giả Định; 034070005678; Số 6, ngõ 12\nLê Thị Ví Dụ; 034071005679; Số 8, ngõ 12"
    )
    keys.go_to("Lưu và cấp giấy biên nhận")
    keys.press("Enter")
    alert = page.get_by_role("alert").first
    expect(alert).to_contain_text("đại diện")
    expect(alert).to_be_focused()
    expect(page.locator("[name=content]")).to_have_value(CULVERT)
    expect(representatives).to_be_visible()
    keep(page, "tiep-dan-doan-qua-nhieu-dai-dien")
    assert faults(page) == []
    representatives.focus()
    keys.press("Control+A")
    keys.write("Vũ Thị Thử Nghiệm\nTrần Văn Giả Định; 034070005678; Số 6, ngõ 12")
    keys.go_to("Lưu và cấp giấy biên nhận")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    code = code_on(page)
    assert is_a5(receipt(page))
    page.goto(f"{DESK}/tiep-dan/")
    page.locator("tbody th a").first.click()
    expect(page.locator("main")).to_contain_text("6, 2 người đại diện")
    expect(page.locator("main")).to_contain_text("Trần Văn Giả Định")
    keep(page, "tiep-dan-doan")
    page.goto(NEW)
    expect(page.locator("[name=content]")).to_have_value("")  # the draft is gone with its visit
    assert heard == []

    # The same content, typed without diacritics in another agency: where it is, never who or what.
    other = visit(NEW, user="tiepdan.tinh")
    other.locator("[name=content]").press_sequentially(CULVERT_BARE, delay=0)
    panel = other.locator("#trung-lap")
    expect(panel).to_contain_text("đơn có nội dung giống", timeout=10_000)
    expect(panel).to_contain_text("UBND phường Vũ Phúc")
    keep(other, "tiep-dan-trung-noi-dung")
    said = panel.inner_text()
    assert code not in said
    assert "Thử Nghiệm" not in said
    assert "giếng khơi" not in said
    assert faults(other) == []
    answer = other.goto(f"{DESK}/don/{code}/")
    assert answer is not None
    assert answer.status == 404


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_stores_one_visit(visit: Visit, javascript: bool) -> None:
    page = visit(NEW, user="tiepdan.xa", javascript=javascript)
    mark = uuid.uuid4().hex[:6]
    story = f"Xin nắp hố ga số {mark} đường Trần Lãm, trẻ em qua lại suýt ngã."
    page.locator("[name=name]").fill("Ngô Văn Bấm Đúp")
    page.locator("[name=purpose]").select_option("petition_feedback")
    page.locator("[name=content]").fill(story)
    page.get_by_role("button", name="Lưu và cấp giấy biên nhận").dblclick()
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    page.go_back()
    page.goto(f"{DESK}/tiep-dan/")
    expect(page.locator("tbody tr").filter(has_text=mark)).to_have_count(1)
    assert not too_wide(page)


def test_one_press_stores_once_whatever_the_hand_does(visit: Visit) -> None:
    page = visit(NEW, user="tiepdan.xa")
    save = page.get_by_role("button", name="Lưu và cấp giấy biên nhận")
    page.locator("[name=name]").fill("Vũ Thị Thử Nghiệm")
    page.locator("[name=content]").fill("Đèn đường ngõ 9 tắt hai tuần nay, đề nghị phường sửa chữa sớm.")
    # The number is the last thing typed: the fold it opens must not move the button away from under the mouse.
    page.locator("[name=people]").fill("2")
    save.dblclick()
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    done = page.url
    page.go_back()
    expect(page.locator("[name=content]")).to_have_value(re.compile("ngõ 9"))
    save.click()
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    assert page.url == done  # sent again unchanged: the same line of the book
    page.go_back()
    page.locator("[name=content]").fill("Cống ngõ 11 tắc, nước tràn vào nhà dân mỗi khi mưa lớn.")
    save.click()
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    assert page.url != done  # corrected: nothing typed is lost


def test_what_was_typed_outlives_the_login(visit: Visit) -> None:
    page = visit(NEW, user="tiepdan.xa")
    page.locator("[name=purpose]").select_option("denunciation")  # of which no draft may stay on the machine
    page.locator("[name=name]").fill("Vũ Thị Thử Nghiệm")
    page.locator("[name=content]").fill("Dòng thứ nhất\nDòng thứ hai")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Lưu và cấp giấy biên nhận").click()
    expect(page.get_by_role("heading", name="Phiên làm việc đã hết")).to_be_visible()
    keep(page, "phien-da-het")
    assert faults(page) == []
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Đăng nhập lại").click()
    login = opened.value
    login.locator("[name=login]").fill("tiepdan.xa")
    login.locator("[name=password]").fill(PASSWORD)
    login.locator("[name=password]").press("Enter")
    login.wait_for_url("**/ban-lam-viec/")
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
