"""A passkey is added, used instead of a password, and taken away, with Chromium's virtual authenticator."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, listen, told
from tiepdan.ops.demo import PASSWORD

pytestmark = pytest.mark.browser
WEBAUTHN = "/tai-khoan/2fa/webauthn/"


def plug_in(page: Page) -> None:
    """Give the browser a key that knows its holder and answers at once."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip


def say_again(page: Page) -> None:
    """Give the password once more where the page asks who is there before keys change."""
    if "reauthenticate" in page.url:
        page.locator("main [name=password]").fill(PASSWORD)
        page.locator("main [name=password]").press("Enter")
        page.wait_for_url("**/webauthn/**")


def test_a_passkey_is_added_used_instead_of_a_password_and_taken_away(visit: Callable[..., Page]) -> None:
    page = visit(f"{WEBAUTHN}add/", user="tiepdan.xa")
    heard = listen(page)
    plug_in(page)
    say_again(page)
    assert not faults(page)
    keep(page, "khoa-truy-cap-them")
    page.get_by_label("Tên khóa").fill("Máy ở quầy tiếp dân")
    page.get_by_label("Dùng khóa này thay cho mật khẩu").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Thêm khóa").click()
    page.goto(WEBAUTHN)
    assert "Máy ở quầy tiếp dân" in told(page)
    assert not faults(page)
    keep(page, "khoa-truy-cap")

    page.context.clear_cookies()
    page.goto("/tai-khoan/login/")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    page.wait_for_url(f"**{DESK}/**")
    expect(page.locator("body")).to_contain_text("Việc của tôi")

    page.goto(WEBAUTHN)
    page.get_by_role("link", name="Bỏ").click()
    say_again(page)
    with page.expect_navigation():
        page.locator("main form button.btn-primary, main form button.btn-danger").first.click()
    page.goto(WEBAUTHN)
    assert "Chưa có khóa nào" in told(page)
    assert heard == []
