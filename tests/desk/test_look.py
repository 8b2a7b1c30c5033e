"""Pages in a real browser: no serious finding of axe, no sideways scrolling, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.desk.test_work_pages import line
from tests.people import client_of, make_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ["/ban-lam-viec/", "/ban-lam-viec/bang-dieu-hanh/", "/ban-lam-viec/hop-tin/", "/ban-lam-viec/_mau/"]


@pytest.mark.parametrize("width, scheme", [(1366, "light"), (360, "light"), (360, "dark")])
def test_pages_of_the_desk_have_no_serious_finding(
    chromium: Browser, live_server: LiveServer, width: int, scheme: str
) -> None:
    cast = make_cast()
    line(cast.clerk, title="Khiếu nại bồi thường khi thu hồi đất", due_in=-3, handler=cast.handler, assigner=cast.head)
    line(cast.clerk, title="Kiến nghị sửa đường", due_in=0, people=6)
    session = client_of(cast.head).cookies["sessionid"].value
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    found = []
    for address in PAGES:
        page.goto(f"{live_server.url}{address}")
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        violations = Axe().run(page).response["violations"]
        found += [f"{address}: {one['id']}" for one in violations if one["impact"] in {"serious", "critical"}]
        found += [f"{address}: scrolls sideways by {sideways} px"] if sideways else []
    context.close()
    assert found == []
    assert faults == []
