"""What officers do in the browser, one function per act: they fill the form that stands there and press its button."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.look import DESK, PIN, code_on

Values = str | bool | list[str]


def fill(page: Page, **values: Values) -> None:
    """Fill the fields of these names as their kinds want it."""
    for name, value in values.items():
        field = page.locator(f"main form[method=post] [name={name}]")
        kind = field.first.evaluate("node => node.tagName === 'SELECT' ? 'select' : node.type")
        wanted = value if isinstance(value, list) else [str(value)]
        if kind == "select":
            field.select_option(wanted)
        elif kind == "checkbox" and isinstance(value, bool):
            field.set_checked(value)
        elif kind in ("checkbox", "radio"):
            for one in wanted:
                page.locator(f"main form[method=post] [name={name}][value='{one}']").check()
        else:
            field.fill(str(value))


def press(page: Page, button: str) -> None:
    """Press the button of this name in the page's part."""
    page.locator("main").get_by_role("button", name=button, exact=True).first.click()


def choose_agency(page: Page, name: str, words: str, agency: str | re.Pattern[str]) -> None:
    """Type part of an agency's name and choose it from the list."""
    page.locator(f"[name={name}_text]").fill("")
    page.locator(f"[name={name}_text]").press_sequentially(words)
    page.locator(".lookup-list").get_by_role("button", name=agency).first.click()
    expect(page.locator(f"[name={name}_text]")).to_have_value(agency)


def receive(page: Page, *, name: str, purpose: str, content: str, **more: Values) -> tuple[str, str]:
    """Record a visit with a submission; return code and PIN."""
    page.goto(f"{DESK}/tiep-dan/moi/")
    for place, value in {"name": name, "content": content, **more}.items():
        field = page.locator(f"[name={place}]")
        if not field.is_visible():
            field.locator("xpath=ancestor::details").locator("summary").click()
        fill(page, **{place: value})
    fill(page, purpose=purpose)
    press(page, "Lưu và cấp giấy biên nhận")
    expect(page.get_by_role("heading", name="Đã ghi vào sổ tiếp công dân")).to_be_visible()
    pin = PIN.search(page.locator(".secret.code").last.inner_text())
    assert pin is not None
    return code_on(page), pin.group()


def screen(page: Page, code: str, **more: Values) -> None:
    """Go through the conditions as they stand prefilled, say against whom, save."""
    page.goto(f"{DESK}/xu-ly/{code}/")
    page.get_by_role("link", name="Kiểm tra điều kiện, phân loại").click()
    if page.get_by_role("button", name="Tiếp tục").count():
        press(page, "Tiếp tục")
    agency = more.pop("respondent_agency", None)
    fill(page, **more)
    if agency is not None:
        choose_agency(page, "respondent_agency", str(agency), str(agency))
    press(page, "Lưu phân loại")
    expect(page.get_by_role("heading", name="Cách xử lý")).to_be_visible()


def propose(page: Page, act: str, *, reason: str = "Nội dung thuộc thẩm quyền, đủ điều kiện") -> None:
    """Propose an act on the page where one stands."""
    fill(page, act=act, reason=reason)
    press(page, "Trình đề xuất")
    expect(page.get_by_role("heading", name="Đang chờ phê duyệt")).to_be_visible()


def accept(page: Page, code: str, *, leader: str, handler: str, **more: Values) -> None:
    """As the head: from the list of what waits to the accepted case."""
    page.goto(f"{DESK}/phe-duyet/")
    page.locator("li").filter(has_text=code).get_by_role("link", name="Thụ lý, phân công").click()
    appoint(page, leader=leader, handler=handler, **more)


def appoint(page: Page, *, leader: str, handler: str, **more: Values) -> None:
    """On the page of acceptance: name the people and accept directly; of petitions and feedback no paper is issued."""
    choose_person(page, "leader", leader)
    choose_person(page, "handler", handler)
    fill(page, **more)
    page.locator("main .form-actions button.btn-primary").click()


def choose_person(page: Page, name: str, person: str) -> None:
    """Choose a person in the list of this name."""
    option = page.locator(f"[name={name}] option").filter(has_text=person).first
    page.locator(f"[name={name}]").select_option(option.get_attribute("value"))


def case_page(page: Page, code: str) -> None:
    """Open the case."""
    page.goto(f"{DESK}/vu-viec/{code}/")


def begin(page: Page, code: str, title: str, *, opens: str = "") -> None:
    """From the page of the case to the form of an act that it offers; opens: its heading where it is another."""
    case_page(page, code)
    link = page.locator("aside a.act").filter(has_text=title).first
    # the acts of a stage are folded
    page.evaluate("document.querySelectorAll('aside details').forEach((fold) => { fold.open = true })")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(opens or title)


def act(page: Page, code: str, title: str, **values: Values) -> None:
    """Do an act of the case and see the case again."""
    begin(page, code, title)
    fill(page, **values)
    page.locator("main form[method=post] button.btn-primary").click()
    expect(page.get_by_role("heading", name="Tiến trình")).to_be_visible()


def person(page: Page) -> str:
    """Return the name of who is logged in."""
    return page.locator(".fold-who span").first.inner_text()


def open_dialog(page: Page, words: str) -> None:
    """Unfold a form that stands behind a button."""
    page.locator("main summary").filter(has_text=words).first.click()
