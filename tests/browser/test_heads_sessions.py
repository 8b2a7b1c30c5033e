"""A year in which a head receives: the calendar, what is posted, a day moved, a day delegated, enough days met or not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import keep, looked_at
from tests.browser.look import DESK, listen, told, too_wide
from tests.browser.office import fill, open_dialog, press
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
CLERK, HEAD = "tiepdan.so", "thutruong.so"
AGENCY = "Sở Nông nghiệp và Môi trường"


def month(page: Page, number: int, *, year: int) -> str:
    """Return what the calendar of a year says of a month."""
    page.goto(f"{DESK}/lich-tiep/?nam={year}")
    return page.locator(f"section[aria-labelledby=thang-{number}]").inner_text()


def test_a_year_of_sessions_from_the_pattern_to_the_minimum_met(visit: Visit) -> None:
    today = clock.today()
    soon = today + timedelta(days=45)  # near enough for the portal, far enough to be posted in time
    year, left = soon.year, 13 - soon.month
    page = visit(f"{DESK}/lich-tiep/", user=CLERK)
    heard = listen(page)
    looked_at(page, "lich-trong")

    # The calendar of a year by a pattern; without a day nothing can be laid out.
    page.get_by_role("link", name="Lập lịch cả năm").click()
    fill(
        page, year=str(year), from_month=str(soon.month), chair="head", chair_name="Phan Thị Giám Đốc", chair_title="Giám đốc Sở", days="",
        place="Phòng tiếp công dân của Sở", focus="Đất đai, môi trường", participants="Thanh tra Sở",
    )  # fmt: skip
    press(page, "Lập lịch")
    expect(page.get_by_role("alert").first).to_be_visible()
    looked_at(page, "lich-lap-nam-loi")
    fill(page, days="15")
    press(page, "Lập lịch")
    expect(page.get_by_text(f"Đã đưa {left} buổi tiếp vào lịch.")).to_be_visible()
    expect(page.get_by_text("Lịch đủ ngày")).to_have_count(left)
    looked_at(page, "lich-nam")

    # Posted early enough: on the portal at once. Moved for a reason: old and new day stand there.
    page.locator(f"section[aria-labelledby=thang-{soon.month}] li a").first.click()
    own = page.url
    press(page, "Thông báo lịch")
    expect(page.get_by_text("Đã ghi.")).to_be_visible()
    on = date.fromisoformat(page.locator("[name=to_on]").get_attribute("value") or "")
    portal = visit("/lich-tiep/?q=nong nghiep moi truong hung yen", narrow=True, javascript=False)
    portal.get_by_role("link", name=AGENCY).first.click()
    expect(portal.locator("main")).to_contain_text("Phan Thị Giám Đốc, Giám đốc Sở")
    open_dialog(page, "Dời buổi tiếp")
    fill(page, to_on=(on + timedelta(days=1)).isoformat())
    form = page.locator("form[action$='/doi/']")
    form.evaluate("form => form.setAttribute('novalidate', '')")
    form.get_by_role("button", name="Dời buổi tiếp").click()
    expect(page.get_by_role("alert").first).to_be_visible()  # no reason
    looked_at(page, "lich-doi-loi")
    form = page.locator("form[action$='/doi/']")
    form.locator("[name=reason]").fill("Họp bất thường của Hội đồng nhân dân tỉnh")
    form.get_by_role("button", name="Dời buổi tiếp").click()
    expect(page.get_by_role("heading", name="Đã dời")).to_be_visible()
    looked_at(page, "lich-buoi-da-doi")
    portal.reload()
    expect(portal.locator("main")).to_contain_text("Họp bất thường của Hội đồng nhân dân tỉnh")
    expect(portal.locator("main")).to_contain_text(f"{on:%d/%m/%Y}")
    keep(portal, "lich-cong-da-doi")
    assert not too_wide(portal)

    # Not a day before it comes.
    assert page.locator("form[action$='/da-tiep/']").count() == 0
    printed = page.request.get(f"{DESK}/lich-tiep/{year}-{soon.month:02d}/lich.pdf").body()
    assert "Giám đốc Sở" in " ".join(one.extract_text() for one in PdfReader(io.BytesIO(printed)).pages)

    # Today: a day that somebody else received is counted apart, one that the head received meets the minimum.
    delegated = hold(page, on=today, starts_at="08:00", ends_at="09:00", instead="Đỗ Phó Giám Đốc")
    shown = month(page, today.month, year=today.year)
    assert "0/1 ngày, tiếp thay 1" in shown
    assert "Đủ" not in shown.replace("Lịch đủ ngày", "")
    looked_at(page, "lich-chua-du")
    hold(page, on=today, starts_at="09:30", ends_at="10:30")
    shown = month(page, today.month, year=today.year)
    assert "1/1 ngày" in shown
    assert "Đủ" in shown
    looked_at(page, "lich-du")
    page.goto(delegated)
    expect(page.locator("main")).to_contain_text("Đỗ Phó Giám Đốc, Phó Giám đốc Sở")
    looked_at(page, "lich-buoi-tiep-thay")

    # The inspectorate sees it for those below; another agency does not know the session.
    over = visit(f"{DESK}/lich-tiep/cap-duoi/", user="giamsat.thanhtra")
    looked_at(over, "lich-cap-duoi")
    elsewhere = visit(DESK + "/", user="tiepdan.xa").goto(own)
    assert elsewhere is not None
    assert elsewhere.status == 404
    head = visit(f"{DESK}/lich-tiep/?nam={year}", user=HEAD, narrow=True)
    assert "Chưa thông báo" in told(head)
    assert heard == []


def hold(page: Page, *, on: date, starts_at: str, ends_at: str, instead: str = "") -> str:
    """Plan a session of today, let somebody receive instead, record that it was held; return its address."""
    page.goto(f"{DESK}/lich-tiep/buoi-moi/")
    fill(
        page, on=on.isoformat(), chair="head", chair_name="Phan Thị Giám Đốc", chair_title="Giám đốc Sở", kind="extraordinary",
        trigger="urgent", starts_at=starts_at, ends_at=ends_at, place="Phòng tiếp công dân của Sở",
    )  # fmt: skip
    press(page, "Đưa vào lịch")
    expect(page.get_by_role("heading", name="Lượt tiếp trong buổi")).to_be_visible()
    if instead:
        open_dialog(page, "Người khác tiếp thay")
        form = page.locator("form[action$='/tiep-thay/']")
        form.locator("[name=name]").fill(instead)
        form.locator("[name=title]").fill("Phó Giám đốc Sở")
        form.locator("[name=reason]").fill("Giám đốc họp ở Bộ")
        form.get_by_role("button", name="Người khác tiếp thay").click()
        expect(page.locator("main")).to_contain_text(instead)
    open_dialog(page, "Ghi đã tiếp")
    form = page.locator("form[action$='/da-tiep/']")
    form.locator("[name=note_taker]").fill("Lê Thị Ghi Chép")
    form.get_by_role("button", name="Ghi đã tiếp").click()
    expect(page.locator("main")).to_contain_text("Đã tiếp")
    expect(page.locator("main")).to_contain_text("Lê Thị Ghi Chép")
    return page.url
