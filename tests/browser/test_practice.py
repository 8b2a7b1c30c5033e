"""The practice copy from start to stop: beside a real installation's folder, marked at every width and on paper, no orphan."""

from __future__ import annotations

import io
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NARROW, WIDE, keep, log_in
from tests.browser.look import DESK, faults, listen, too_wide
from tests.browser.office import receive
from tests.browser.site import Site, free_port
from tests.browser.test_guide import picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MARK = "BẢN LUYỆN TẬP"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A practice copy below the folder of a real installation, on a machine where much is set for the real one."""
    real = tmp_path_factory.mktemp("practice") / "real"
    real.mkdir()
    (real / "production").write_text("1", encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "tiepdan.ops.cli", "practice", "--submissions=60", "--seed=7", f"--port={port}"]
    settings = {
        "TIEPDAN_DATABASE_URL": "postgresql://nobody:x@127.0.0.1:1/real", "TIEPDAN_KEY_FILE": "/nowhere/ring.json",
        "TIEPDAN_PUBLIC_ADDRESS": "https://real.invalid", "TIEPDAN_HTTPS": "1", "TIEPDAN_HOSTS": "real.invalid",
    }  # fmt: skip
    running = Site(home=real, port=port, command=command, told=settings)
    began = time.monotonic()
    running.start(seconds=300)
    print(f"answered after {time.monotonic() - began:.1f} s")
    inside = Site(home=real / "practice", port=port, command=command)
    assert len(inside.processes()) >= 3, "web, worker and database say whose they are"
    yield running
    began = time.monotonic()
    assert running.stop() == 0
    print(f"stopped in {time.monotonic() - began:.1f} s")
    while (left := running.processes() + inside.processes()) and time.monotonic() < began + 60:
        time.sleep(0.2)
    assert left == [], "no orphan"
    assert sorted(path.name for path in real.iterdir()) == ["practice", "production"]


def opened(chromium: Browser, site: Site, *, narrow: bool) -> Page:
    """A page of the practice copy at one of the widths."""
    context = chromium.new_context(viewport=NARROW if narrow else WIDE, base_url=site.address, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def test_a_citizen_is_received_for_practice(practice: Site, chromium: Browser) -> None:
    assert MARK in "".join(practice.printed)
    assert sorted(path.name for path in practice.home.iterdir()) == ["practice", "production"], (
        "the real folder is left alone"
    )
    page = opened(chromium, practice, narrow=False)
    heard = listen(page)
    page.goto("/")
    expect(page.locator(".practice-banner")).to_contain_text(MARK)
    page.goto("/khong-co-trang-nay/")
    expect(page.locator(".practice-banner")).to_contain_text(MARK)
    log_in(page, "tiepdan.xa")
    code, pin = receive(
        page, name="Tạ Hoa Mẫu", purpose="complaint", content="Tôi khiếu nại việc thu hồi lối đi chung ở tổ 3."
    )
    address = page.get_by_role("link", name="In giấy biên nhận").get_attribute("href") or ""
    receipt = page.request.get(address)
    words = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(receipt.body())).pages)
    assert MARK in words
    assert code in words
    across = "".join(re.sub(MARK, "", words).split())  # a turned text is read in pieces, which ones depends on the font
    assert "LUYỆNTẬP" in across, "the mark across the sheet"
    assert "real.invalid" not in words
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert {"practice_sessionid", "practice_csrftoken"} <= names
    assert {"sessionid", "csrftoken"} & names == set(), "nobody is logged out of the real one"
    citizen = opened(chromium, practice, narrow=True)
    citizen.goto("/tra-cuu/")
    citizen.locator("[name=ma]").fill(code)
    citizen.locator("[name=pin]").fill(pin)
    citizen.locator("main form button").first.click()
    expect(citizen.get_by_text("Đang ở đâu, ai chịu trách nhiệm")).to_be_visible()
    expect(citizen.locator(".practice-banner")).to_be_visible()
    assert heard == []


@pytest.mark.parametrize("narrow", [False, True])
def test_it_cannot_be_taken_for_the_real_one(practice: Site, chromium: Browser, narrow: bool) -> None:
    page = opened(chromium, practice, narrow=narrow)
    log_in(page, "thutruong.xa")
    for place in (
        f"{DESK}/",
        f"{DESK}/bang-dieu-hanh/",
        f"{DESK}/vu-viec/",
        f"{DESK}/tiep-dan/moi/",
        "/huong-dan/can-bo/luyen-tap/",
    ):
        page.goto(place)
        assert not too_wide(page), place
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(page.locator(".practice-banner")).to_be_in_viewport()
        assert faults(page) == []
    page.goto(f"{DESK}/vu-viec/")
    keep(page, "luyen-tap")
    if not narrow:
        picture(page, "luyen-tap", height=560)
    page.emulate_media(media="print")
    expect(page.locator(".practice-banner")).to_be_visible()
    mark = page.evaluate("getComputedStyle(document.body, '::after').content")
    assert "LUYỆN TẬP" in mark
    keep(page, "luyen-tap-giay")


def test_a_busy_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tiepdan.ops.cli", "practice", f"--port={port}"],
            capture_output=True, text=True, check=False, timeout=60, env={"TIEPDAN_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
            cwd=Path(__file__).resolve().parent.parent.parent,
        )  # fmt: skip
    assert done.returncode == 1
    assert f"Cổng {port} đang bận" in done.stderr
    assert list(tmp_path.iterdir()) == []
