"""The rulebook in the browser: search, a rule counted day by day, what changes, a local default, what moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, too_wide
from tests.browser.office import fill, press

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.mark.parametrize("narrow", [False, True])
def test_an_officer_finds_a_rule_and_sees_why_the_day_is_what_it_is(visit: Visit, narrow: bool) -> None:
    page = visit(f"{DESK}/bo-quy-tac/", user="thutruong.xa", narrow=narrow)
    page.locator("main [name=q]").fill("giai quyet khieu nai lan dau")
    page.locator("main").get_by_role("button", name="Tìm").click()
    page.locator("main").get_by_role("link", name="KN-5", exact=True).click()
    page.locator("[name=ngay]").fill("2026-07-14")
    page.locator("main").get_by_role("button", name="Tính").click()
    expect(page.get_by_text("Ngày cuối: 13/08/2026")).to_be_visible()
    assert not too_wide(page)
    keep(page, f"rulebook-rule-{'narrow' if narrow else 'wide'}")
    page.locator("main").get_by_role("link", name="Thay đổi theo ngày").click()
    page.locator("[name=ngay]").select_option("2026-07-01")
    page.locator("main").get_by_role("button", name="Xem").click()
    expect(page.locator("main tbody").get_by_text("KN-9", exact=True)).to_be_visible()
    assert not too_wide(page)
    keep(page, f"rulebook-changes-{'narrow' if narrow else 'wide'}")


def test_an_administrator_sets_a_default_that_everybody_sees(visit: Visit) -> None:
    page = visit(f"{DESK}/bo-quy-tac/dia-phuong/", user="quantri.xa")
    fill(page, choice="day_off:", starts_on="2030-05-14", reason="Ngày truyền thống của địa phương")
    press(page, "Lưu")
    expect(page.locator("main tbody").get_by_text("Ngày truyền thống của địa phương")).to_be_visible()
    keep(page, "rulebook-local")
    page.locator("main").get_by_role("link", name="Thời hạn đổi theo lịch").click()
    expect(page.get_by_role("heading", name="Thời hạn đổi theo lịch")).to_be_visible()
