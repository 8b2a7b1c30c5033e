"""Debian's Chromium driven over a running installation; every main screen is kept as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.look import faults, too_wide
from tests.browser.site import ROOT, Site, demo_site

PICTURES = ROOT / "screenshots"
WIDE: ViewportSize = {"width": 1366, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 780}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, running."""
    running = demo_site(tmp_path_factory.mktemp("site") / "var")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the site as somebody: visit("/", user=None, narrow=False, javascript=True)."""
    contexts: list[BrowserContext] = []

    def opened(address: str, *, user: str | None = None, narrow: bool = False, javascript: bool = True) -> Page:
        context = chromium.new_context(
            viewport=NARROW if narrow else WIDE, base_url=site.address, locale="vi-VN", java_script_enabled=javascript
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if user is not None:
            log_in(page, user)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def log_in(page: Page, user: str) -> None:
    """Log in as a demo account."""
    from tiepdan.ops.demo import PASSWORD

    page.goto("/tai-khoan/login/")
    page.locator("[name=login]").fill(user)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/ban-lam-viec/**")


def keep(page: Page, name: str) -> Path:
    """Keep a picture of the page at its present width."""
    PICTURES.mkdir(exist_ok=True)
    size = page.viewport_size or {"width": 0}
    path = PICTURES / f"{name}-{size['width']}.png"
    page.screenshot(path=str(path), full_page=True)
    return path


def looked_at(page: Page, name: str) -> None:
    """Keep a picture at both widths; nothing that axe finds, nothing wider than the window."""
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        keep(page, name)
        assert not too_wide(page), (name, size)
    assert faults(page) == [], name
