"""What every page must pass: nothing wider than the window, a quiet console, no fault found by axe."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

DESK = "/ban-lam-viec"
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")
PIN = re.compile(r"\b\d{6}\b")
expect.set_options(timeout=15_000)  # the first answer of a cold server on a busy machine


@cache
def _axe() -> Axe:
    return Axe()


def listen(page: Page) -> list[str]:
    """Gather from now on what the console calls an error; a 4xx answer that the page shows is none."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "console",
        lambda line: (
            heard.append(line.text) if line.type == "error" and "Failed to load resource" not in line.text else None
        ),
    )
    return heard


def faults(page: Page) -> list[Any]:
    """Return what axe finds on the page, each with the first place."""
    found = _axe().run(page).response["violations"]
    return [(fault["id"], fault["impact"], fault["nodes"][0]["html"][:200]) for fault in found]


def too_wide(page: Page) -> bool:
    """Tell whether the page can be pushed sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def code_on(page: Page) -> str:
    """Return the first code of a submission written on the page."""
    found = CODE.search(page.locator("main").inner_text())
    assert found is not None, page.locator("main").inner_text()[:1000]
    return found.group()


def told(page: Page) -> str:
    """Return the text of the page without its frame."""
    return page.locator("main").inner_text()
