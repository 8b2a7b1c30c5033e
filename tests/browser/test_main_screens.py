"""Every main screen full, empty and with an error, at 1366 and 360 px: kept as a picture, quiet, within the window, clean for axe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, listen, too_wide
from tests.browser.office import fill

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Step = Callable[[Page], None]


@dataclass(frozen=True)
class Screen:
    """A screen in one state: where it is and what is done there before it is looked at."""

    name: str
    address: str
    then: Step | None = None


def send(*, button: str = "", **values: str) -> Step:
    """Fill in wrongly, or not at all, and send."""

    def done(page: Page) -> None:
        fill(page, **values)
        form = page.locator("main form[method=post]").last
        form.evaluate("form => form.setAttribute('novalidate', '')")
        pressed = (
            page.locator("main").get_by_role("button", name=button) if button else form.locator("button.btn-primary")
        )
        with page.expect_navigation():
            pressed.first.click()

    return done


def follow(pattern: str) -> Step:
    """Go on to the first link of the page that leads to such an address."""

    def done(page: Page) -> None:
        links = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        page.goto(next(link for link in links if re.search(pattern, link)))

    return done


def follow_until(pattern: str, onward: str) -> Step:
    """Try the links to such addresses until one leads to a page with a link onward; go there too."""

    def done(page: Page) -> None:
        links = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        for link in (link for link in links if re.search(pattern, link)):
            page.goto(link)
            if page.locator(f"main a[href*='{onward}']").count():
                return follow(onward)(page)
        raise AssertionError(f"no {pattern} leads to {onward}")

    return done


def both(*steps: Step) -> Step:
    """Do one after the other."""

    def done(page: Page) -> None:
        for step in steps:
            step(page)

    return done


def refuse_without_reason() -> Step:
    """Open the refusal of the first post that waits and send it with blanks only."""

    def done(page: Page) -> None:
        box = page.locator("main details.dialog").first
        box.locator("summary").click()
        box.get_by_label("Lý do").fill("  ")
        with page.expect_navigation():
            box.locator("button").click()

    return done


A_CODE = r"/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/$"
SCREENS: dict[str, tuple[Screen, ...]] = {
    "": (
        Screen("cong", "/"),
        Screen("cong-tra-cuu", "/tra-cuu/"),
        Screen("cong-tra-cuu-loi", "/tra-cuu/", send(ma="AAAA-AAAA-AA", pin="123456")),
        Screen("cong-gui-don", "/gui-don/"),
        Screen("cong-co-quan-trong", "/gui-don/khieu-nai/?q=khong+co+noi+nay"),
        Screen("cong-co-quan", "/gui-don/khieu-nai/?q=ubnd"),
        Screen("cong-don", "/gui-don/khieu-nai/?q=vu+phuc", follow(r"/gui-don/khieu-nai/H")),
        Screen("cong-don-loi", "/gui-don/khieu-nai/?q=vu+phuc", both(follow(r"/gui-don/khieu-nai/H"), send(people="0"))),
        Screen("cong-to-cao", "/gui-don/to-cao/?q=vu+phuc", follow(r"/gui-don/to-cao/H")),
        Screen("cong-huong-dan", "/huong-dan/khieu-nai/"),
        Screen("dang-nhap", "/tai-khoan/login/"),
        Screen("dang-nhap-loi", "/tai-khoan/login/", send(login="tiepdan.xa", password="không đúng")),
        Screen("khong-co-trang", "/khong-co-trang-nay/"),
    ),
    "tiepdan.xa": (
        Screen("viec-cua-toi", f"{DESK}/"),
        Screen("tiep-dan", f"{DESK}/tiep-dan/"),
        Screen("tiep-dan-trong", f"{DESK}/tiep-dan/?ket-qua=refuse"),
        Screen("tiep-dan-moi", f"{DESK}/tiep-dan/moi/"),
        Screen("tiep-dan-moi-loi", f"{DESK}/tiep-dan/moi/", send(people="0")),
        Screen("tiep-dan-luot", f"{DESK}/tiep-dan/", follow(r"/tiep-dan/[^/]+/$(?<!moi/)(?<!so/)")),
        Screen("tiep-dan-so", f"{DESK}/tiep-dan/so/"),
        Screen("don", f"{DESK}/don/"),
        Screen("don-trong", f"{DESK}/don/?state=withdrawn&kind=denunciation&late=on"),
        Screen("don-chi-tiet", f"{DESK}/don/?kind=complaint", follow(r"/don" + A_CODE)),
        Screen("don-moi-loi", f"{DESK}/don/moi/", send()),
        Screen("so", f"{DESK}/so/"),
        Screen("tim-kiem", f"{DESK}/tim/?q=dat"),
        Screen("tim-kiem-trong", f"{DESK}/tim/?q=khongcochunay"),
        Screen("mau", f"{DESK}/_mau/"),
    ),
    "xuly.xa": (
        Screen("xu-ly", f"{DESK}/xu-ly/"),
        Screen("xu-ly-trong", f"{DESK}/xu-ly/?muc=da-trinh"),
        Screen("xu-ly-don", f"{DESK}/xu-ly/", follow(r"/xu-ly" + A_CODE)),
        Screen("phan-loai", f"{DESK}/xu-ly/", follow_until(r"/xu-ly" + A_CODE, "/phan-loai/")),
    ),
    "thutruong.xa": (
        Screen("viec-thu-truong", f"{DESK}/"),
        Screen("phe-duyet-thu-truong", f"{DESK}/phe-duyet/"),
        Screen("vu-viec", f"{DESK}/vu-viec/"),
        Screen("vu-viec-chi-tiet", f"{DESK}/vu-viec/", follow(r"/vu-viec" + A_CODE)),
        Screen("bang-dieu-hanh", f"{DESK}/bang-dieu-hanh/"),
        Screen("hop-tin", f"{DESK}/hop-tin/"),
        Screen("nhat-ky-mo", f"{DESK}/niem-phong/"),
        Screen("so-van-ban", f"{DESK}/so/"),
        Screen("vi-tri-cho-xac-nhan", f"{DESK}/vi-tri-cho-xac-nhan/"),
        Screen("vi-tri-cho-xac-nhan-loi", f"{DESK}/vi-tri-cho-xac-nhan/", refuse_without_reason()),
    ),
    "thutruong.bantcd": (
        Screen("phe-duyet-trong", f"{DESK}/phe-duyet/"),
        Screen("bang-dieu-hanh-trong", f"{DESK}/bang-dieu-hanh/?linh-vuc=khong"),
        Screen("vi-tri-cho-xac-nhan-trong", f"{DESK}/vi-tri-cho-xac-nhan/"),
    ),
    "thuly.xa": (
        Screen("viec-nguoi-thu-ly", f"{DESK}/"),
        Screen("danh-tinh-loi", f"{DESK}/vu-viec/?loai=denunciation", both(follow_until(r"/vu-viec" + A_CODE, "/danh-tinh/"), send())),
    ),
    "giamsat.thanhtra": (Screen("bang-thanh-tra", f"{DESK}/bang-dieu-hanh/"), Screen("vu-viec-thanh-tra", f"{DESK}/vu-viec/")),
    "xuly.bantcd": (
        Screen("viec-trong", f"{DESK}/"),
        Screen("hop-tin-trong", f"{DESK}/hop-tin/"),
        Screen("vu-viec-trong", f"{DESK}/vu-viec/"),
        Screen("xu-ly-het", f"{DESK}/xu-ly/"),
    ),
    "dieuphoi.so": (
        Screen("ke-hoach-trong", f"{DESK}/ke-hoach/"),
        Screen("ke-hoach-loi", f"{DESK}/ke-hoach/tai-len/", send()),
    ),
    "quantri.xa": (
        Screen("quan-tri-nguoi-dung", f"{DESK}/quan-tri/nguoi-dung/"),
        Screen("quan-tri-nguoi", f"{DESK}/quan-tri/nguoi-dung/", follow(r"/nguoi-dung/\d+/$")),
        Screen("quan-tri-nguoi-moi-loi", f"{DESK}/quan-tri/nguoi-dung/moi/", send()),
        Screen("quan-tri-co-quan", f"{DESK}/quan-tri/co-quan/"),
    ),
}  # fmt: skip


def _cases() -> Iterator[tuple[str, bool]]:
    for user in SCREENS:
        yield user, False
        yield user, True


@pytest.mark.parametrize("user, narrow", list(_cases()))
def test_screens_are_within_the_window_quiet_and_clean(visit: Visit, user: str, narrow: bool) -> None:
    page = visit("/tra-cuu/", user=user or None, narrow=narrow)
    heard = listen(page)
    wrong: list[object] = []
    for screen in SCREENS[user]:
        page.goto(screen.address)
        if screen.then is not None:
            screen.then(page)
        expect(page.locator(".htmx-request")).to_have_count(0)
        keep(page, f"man-hinh-{screen.name}")
        if too_wide(page):
            wrong.append((screen.name, "wider than the window"))
        if not narrow or not user:  # the same page: what axe finds does not hang on the width, but at the portal's menu
            wrong += [(screen.name, *fault) for fault in faults(page)]
        wrong += [(screen.name, line) for line in heard]
        heard.clear()
    assert wrong == [], "\n".join(map(str, wrong))
