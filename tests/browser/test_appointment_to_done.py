"""A citizen keeps a time from a telephone, comes, is called by number and room on the waiting room's screen, is received."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import keep, looked_at
from tests.browser.look import CODE, DESK, PIN, told, too_wide
from tests.browser.office import fill, press
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
ROOM = "Phòng 102"
LAST = time(23, 10)  # later, no time of the day is left that could be kept


def receive(desk: Page) -> date:
    """Let the head receive for the rest of this day, and tell the public: then there are times to keep, on any day of the week.

    Returns: the day; tomorrow when no time of today is left that could be kept
    """
    now = clock.now()
    day = now.date() if now.time() < LAST else now.date() + timedelta(days=1)
    desk.goto(f"{DESK}/lich-tiep/buoi-moi/")
    fill(
        desk, on=day.isoformat(), chair="head", chair_name="Lục Thiện Mẫn", chair_title="Chủ tịch UBND phường",
        kind="extraordinary", trigger="heated", starts_at=f"{now:%H:%M}" if day == now.date() else "08:00", ends_at="23:59",
        place="Trụ sở tiếp công dân",
    )  # fmt: skip
    press(desk, "Đưa vào lịch")
    press(desk, "Thông báo lịch")
    expect(desk.get_by_text("Đã ghi.")).to_be_visible()
    return day


def still(page: Page, address: str) -> None:
    """Keep the screen from loading itself again every quarter of a minute: on a slow machine that is while it is looked at."""

    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert '<meta http-equiv="refresh"' in body
        route.fulfill(response=answer, body=body.replace('<meta http-equiv="refresh" content="15">', ""))

    page.route(f"**{address}", without_refresh)


def test_from_the_portal_to_the_screen_of_the_waiting_room_to_done(visit: Visit) -> None:
    desk = visit(f"{DESK}/hang-cho/", user="tiepdan.xa")
    day = receive(desk)
    expected_today = day == clock.today()

    citizen = visit("/lich-tiep/", narrow=True, javascript=False)
    citizen.get_by_label("Tên cơ quan hoặc địa phương").fill("vu phuc")
    press(citizen, "Tìm cơ quan")
    citizen.get_by_role("link", name="UBND phường Vũ Phúc").first.click()
    keep(citizen, "hen-lich")
    citizen.get_by_role("link", name="Hẹn giờ đến").click()
    fill(citizen, people="0")
    citizen.locator("main form[method=post]").evaluate("form => form.setAttribute('novalidate', '')")
    press(citizen, "Giữ giờ này")
    expect(citizen.get_by_role("alert").first).to_contain_text("ít nhất 1")
    keep(citizen, "hen-loi")
    assert not too_wide(citizen)
    choice = citizen.locator(f"[name=slot] option[value^='{day:%Y-%m-%d}']").first.get_attribute("value") or ""
    fill(citizen, slot=choice, people="2")
    press(citizen, "Giữ giờ này")
    expect(citizen.get_by_role("heading", name="Đã giữ giờ")).to_be_visible()
    keep(citizen, "hen-xong")
    code, pin = CODE.search(told(citizen)), PIN.search(told(citizen))
    assert code is not None
    assert pin is not None

    def look_up() -> str:
        citizen.goto("/hen/")
        fill(citizen, ma=code.group(), pin=pin.group())
        press(citizen, "Xem giờ hẹn")
        expect(citizen.get_by_role("link", name="Lịch tiếp công dân của cơ quan này")).to_be_visible()
        assert not too_wide(citizen)
        return told(citizen)

    assert "Đang giữ" in look_up()
    keep(citizen, "hen-dang-giu")
    stranger = visit("/hen/")
    fill(stranger, ma=code.group(), pin="000000" if pin.group() != "000000" else "111111")
    press(stranger, "Xem giờ hẹn")
    expect(stranger.get_by_role("alert").first).to_be_visible()
    looked_at(stranger, "hen-sai-pin")

    # At the desk: who is expected gives the code and draws a number; the screen shows numbers and rooms, nothing else.
    # Who is expected tomorrow is not yet in today's queue: then the number is for somebody who just came.
    desk.goto(f"{DESK}/hang-cho/")
    row = desk.locator("li").filter(has_text=code.group())
    if expected_today:
        expect(row).to_contain_text("2 người")
        looked_at(desk, "hang-cho-co-hen")
        row.get_by_role("button", name=re.compile("^Đã đến, lấy số")).click()
    else:
        expect(row).to_have_count(0)
        press(desk, "Lấy số cho người vừa đến")
    given = re.search(r"Số (\d+)\.", desk.get_by_text(re.compile(r"^Số \d+\.$")).first.inner_text())
    assert given is not None
    number = given.group(1)
    address = desk.get_by_role("link", name="Màn hình phòng chờ").get_attribute("href") or ""
    screen = visit("/tra-cuu/")
    still(screen, address)
    screen.goto(address)
    waiting = screen.locator("section[aria-labelledby=dang-cho] li")
    expect(waiting.filter(has_text=re.compile(rf"^{number}$"))).to_have_count(1)
    assert code.group() not in screen.locator("main").inner_text()
    looked_at(screen, "man-hinh-cho")

    own = desk.locator("section[aria-labelledby=dang-cho] li").filter(has_text=re.compile(rf"^Số {number}\b"))
    own.locator("[name=room]").fill("")
    own.get_by_role("button", name=re.compile("^Mời")).click()
    expect(desk.get_by_role("alert").first).to_be_visible()  # the screen could not say where
    looked_at(desk, "hang-cho-loi")
    own.locator("[name=room]").fill(ROOM)
    own.get_by_role("button", name=re.compile("^Mời")).click()
    called = desk.locator("section[aria-labelledby=dang-tiep] li").filter(has_text=f"Số {number}, {ROOM}")
    expect(called).to_have_count(1)
    looked_at(desk, "hang-cho-dang-tiep")
    screen.reload()
    expect(screen.locator("section[aria-labelledby=dang-tiep] li").filter(has_text=number).first).to_contain_text(ROOM)
    looked_at(screen, "man-hinh-moi")
    assert ("đang được mời" if expected_today else "Đang giữ") in look_up()

    called.get_by_role("button", name=re.compile("^Đã tiếp xong")).click()
    expect(called).to_have_count(0)
    expect(desk.get_by_text("Đã xong hôm nay")).to_be_visible()
    looked_at(desk, "hang-cho-xong")
    screen.reload()
    expect(
        screen.locator("section[aria-labelledby=da-xong] li").filter(has_text=re.compile(rf"^{number}$"))
    ).to_have_count(1)
    looked_at(screen, "man-hinh-xong")
    assert ("đã tiếp xong" if expected_today else "Đang giữ") in look_up()
    assert ("Hủy giờ hẹn" in told(citizen)) is not expected_today
    keep(citizen, "hen-da-tiep")
