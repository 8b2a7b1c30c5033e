"""An outsider with a code in hand: every page about another office's matter is the page for what does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, too_wide
from tests.browser.office import receive
from tiepdan.infra.codes import new_code

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
OUTSIDERS = (
    "thutruong.so",
    "tiepdan.tinh",
    "quantri.xa",
    "dieuphoi.xa",
)  # elsewhere, above, or without sight of matters
DOORS = (
    "don/{code}/", "don/{code}/tach/", "don/{code}/danh-tinh/", "don/{code}/chu-ky/", "vu-viec/{code}/",
    "vu-viec/mo/{code}/thu-ly/", "vu-viec/mo/{code}/khong-thu-ly/", "vu-viec/{code}/don-doc/", "xu-ly/{code}/",
    "xu-ly/{code}/bang/", "tiep-dan/{code}/", "tiep-dan/{code}/xong/", "tiep-dan/{code}/bien-nhan.pdf", "tim/?q={code}",
)  # fmt: skip
NAMES = ("Ngô Thị Gieo Mạ", "Đỗ Văn Kín Đáo")
TEXTS = ("Đề nghị đo lại thửa ruộng gieo mạ ở cánh đồng Chợ.", "Cán bộ địa chính nhận quà khi cấp giấy chứng nhận.")
_CHANGING = re.compile(r'(name="csrfmiddlewaretoken" value="|"X-CSRFToken": "|nonce=")[A-Za-z0-9+/=_-]+')


def answer(page: Page, address: str, code: str) -> str:
    """Ask for an address with the browser's cookies, and return the answer without what differs each time."""
    response = page.request.get(address)
    text = response.text()
    assert not any(name in text for name in (*NAMES, *TEXTS)), address
    return f"{response.status} {_CHANGING.sub(chr(92) + '1', text).replace(code, 'CODE')}"


def test_an_outsider_meets_the_same_page_at_every_door(visit: Visit) -> None:
    clerk = visit(DESK + "/", user="tiepdan.xa")
    codes = []
    for name, purpose, content in zip(NAMES, ("complaint", "denunciation"), TEXTS, strict=True):
        codes.append(receive(clerk, name=name, purpose=purpose, content=content)[0])
        codes.append(clerk.url.rstrip("/").split("/")[-2])  # of the visit
    assert clerk.goto(f"{DESK}/don/{codes[0]}/").status == 200  # type: ignore[union-attr]
    for user in OUTSIDERS:
        outsider = visit(DESK + "/", user=user)
        for door in DOORS:
            absent = new_code()
            missing = answer(outsider, f"{DESK}/{door.format(code=absent)}", absent)
            for code in codes:
                assert answer(outsider, f"{DESK}/{door.format(code=code)}", code) == missing, (user, door)
        lists = [
            outsider.request.get(f"{DESK}/{path}").text() for path in ("", "don/", "vu-viec/", "tiep-dan/", "hop-tin/")
        ]
        assert not any(code in text for code in codes for text in lists), user
    outsider.goto(f"{DESK}/don/{codes[0]}/")
    keep(outsider, "nguoi-ngoai-khong-tim-thay")
    assert not faults(outsider)
    assert not too_wide(outsider)


def test_who_is_not_logged_in_is_sent_to_the_login_page_whatever_the_code(visit: Visit) -> None:
    clerk = visit(DESK + "/", user="tiepdan.xa")
    code, _ = receive(clerk, name=NAMES[0], purpose="complaint", content=TEXTS[0])
    stranger = visit("/")
    for door in DOORS:
        absent = new_code()
        missing = answer(stranger, f"{DESK}/{door.format(code=absent)}", absent)
        assert answer(stranger, f"{DESK}/{door.format(code=code)}", code) == missing, door
        assert "/tai-khoan/login/" in stranger.request.get(f"{DESK}/{door.format(code=code)}").url
