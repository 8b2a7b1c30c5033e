"""The navigation marks where one is: the place to which a page belongs, the first page only on itself."""

from __future__ import annotations

import re

import pytest

from tests.people import client_of, make_cast

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/"


@pytest.mark.parametrize(
    "who, page, place",
    [
        ("clerk", "", DESK),
        ("records", "nhap-so/", f"{DESK}so/"),
        ("head", "ban-giao-viec/", f"{DESK}bang-dieu-hanh/"),
        ("head", "uy-quyen/", f"{DESK}bang-dieu-hanh/"),
        ("clerk", "lich-tiep/buoi-moi/", f"{DESK}lich-tiep/"),
        ("clerk", "tim/?q=1", ""),
    ],
)
def test_the_place_a_page_belongs_to_is_current(who: str, page: str, place: str) -> None:
    text = client_of(getattr(make_cast(), who)).get(f"{DESK}{page}").content.decode()
    side = text.split('id="danh-muc"', 1)[1].split("</nav>", 1)[0]
    assert re.findall(r'href="([^"]+)" aria-current="page"', side) == ([place] if place else [])
