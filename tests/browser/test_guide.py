"""The guide in the browser at both widths, and the pictures in it, taken from the running demo.

The pictures are written to docs/guide/pictures when TIEPDAN_GUIDE_PICTURES=1; otherwise they are only taken.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, listen, too_wide
from tests.browser.test_main_screens import A_CODE, Step, follow
from tiepdan.ui.guide import FOLDER, citizens_guide, officers_guide

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
WRITES = os.environ.get("TIEPDAN_GUIDE_PICTURES") == "1"


def picture(page: Page, name: str, *, height: int = 640) -> None:
    """Take the top of the page as a small picture."""
    page.set_viewport_size({"width": 1120, "height": 900})
    taken = page.screenshot(clip=FloatRect(x=0, y=0, width=1120, height=height))
    small = io.BytesIO()
    Image.open(io.BytesIO(taken)).convert("RGB").save(small, "WEBP", quality=55, method=6)
    assert small.tell() < 80_000
    if WRITES:
        (FOLDER / "pictures").mkdir(exist_ok=True)
        (FOLDER / "pictures" / f"{name}.webp").write_bytes(small.getvalue())


@dataclass(frozen=True)
class Shot:
    """A picture of the guide: who sees what."""

    name: str
    user: str | None
    address: str
    then: Step | None = None
    height: int = 640


SHOTS = (
    Shot("viec-cua-toi", "tiepdan.xa", f"{DESK}/"),
    Shot("tiep-dan-moi", "tiepdan.xa", f"{DESK}/tiep-dan/moi/"),
    Shot("xu-ly-don", "xuly.xa", f"{DESK}/xu-ly/", follow(r"/xu-ly" + A_CODE)),
    Shot("bang-dieu-hanh", "thutruong.xa", f"{DESK}/bang-dieu-hanh/"),
    Shot("vu-viec", "thutruong.xa", f"{DESK}/vu-viec/?loai=complaint", follow(r"/vu-viec" + A_CODE), 760),
    Shot("danh-sach", "tiepdan.xa", f"{DESK}/don/"),
    Shot("lich-truc", "dieuphoi.xa", f"{DESK}/truc/", follow(r"/truc/lich/[0-9A-Z-]+/$"), 760),
    Shot("tinh-huong", "thutruong.xa", f"{DESK}/tinh-huong/", follow(r"/tinh-huong" + A_CODE)),
    Shot("bo-quy-tac", "xuly.xa", f"{DESK}/bo-quy-tac/quy-tac/?ma=deadline%3AKN-5", None, 450),
    Shot("quan-tri", "quantri.xa", f"{DESK}/quan-tri/nguoi-dung/"),
    Shot("cong", None, "/"),
    Shot("gui-don", None, "/gui-don/khieu-nai/?q=vu+phuc", follow(r"/gui-don/khieu-nai/H")),
)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_pictures_show_invented_data_only(visit: Visit, shot: Shot) -> None:
    page = visit(shot.address, user=shot.user)
    if shot.then is not None:
        shot.then(page)
    expect(page.locator(".demo-banner")).to_be_visible()
    expect(page.locator(".htmx-request")).to_have_count(0)
    picture(page, shot.name, height=shot.height)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_page_of_the_guide_is_within_the_window_quiet_and_clean(visit: Visit, narrow: bool) -> None:
    page = visit("/huong-dan/can-bo/", narrow=narrow)
    heard = listen(page)
    places = ["/huong-dan/can-bo/", "/huong-dan/can-bo/?q=gia+han", "/huong-dan/", "/huong-dan/?q=pin"]
    places += [f"/huong-dan/can-bo/{slug}/" for slug in officers_guide().pages]
    places += [f"/huong-dan/{slug}/" for slug in citizens_guide().pages]
    wrong: list[object] = []
    for place in places:
        page.goto(place)
        if too_wide(page):
            wrong.append((place, "wider than the window"))
        if not narrow:
            wrong += [(place, *fault) for fault in faults(page)]
        broken = page.evaluate(
            "Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode().then(() => 0, () => one.src) }))"
        )
        wrong += [(place, source) for source in broken if source]
        if place.endswith(("/can-bo/", "/tiep-dan/", "/huong-dan/")):
            keep(page, f"huong-dan-{place.strip('/').replace('/', '-')}")
    wrong += heard
    assert wrong == [], "\n".join(map(str, wrong))


@pytest.mark.parametrize("narrow", [False, True])
def test_from_a_screen_to_its_page_and_on_by_search(visit: Visit, narrow: bool) -> None:
    page = visit(f"{DESK}/tiep-dan/moi/", user="tiepdan.xa", narrow=narrow, javascript=False)
    page.get_by_role("link", name="Hướng dẫn", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tiếp dân, biên nhận, từ chối")
    keep(page, "huong-dan-tu-man-hinh")
    page.get_by_role("navigation", name="Vị trí").get_by_role("link", name="Hướng dẫn").click()
    page.get_by_label("Tìm trong hướng dẫn").fill("uy quyen")
    page.get_by_label("Tìm trong hướng dẫn").press("Enter")
    page.get_by_role("link", name="Ủy quyền cho cấp phó").click()
    expect(page.get_by_role("heading", name="Ủy quyền cho cấp phó")).to_be_in_viewport()


def test_on_paper_only_the_page_is_left(visit: Visit) -> None:
    page = visit("/huong-dan/can-bo/tiep-dan/", user="tiepdan.xa")
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".guide-next")).to_be_hidden()
    expect(page.locator("article.guide")).to_be_visible()
    assert not too_wide(page)
