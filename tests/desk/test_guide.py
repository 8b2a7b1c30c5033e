"""The guide inside the program: who may read it, and where each screen leads."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast, client_of, make_cast
from tiepdan.ui.guide import citizens_guide, officers_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_who_cannot_log_in_can_read_how(client: Client) -> None:
    login = client.get("/tai-khoan/login/").content.decode()
    address = reverse("guide_page", args=["dang-nhap"])
    assert f'href="{address}"' in login
    page = client.get(address)
    assert page.status_code == 200
    assert "<h1" in page.content.decode()
    assert "mo-danh-muc" not in page.content.decode()


@pytest.mark.parametrize("slug", list(officers_guide().pages))
def test_every_page_opens(client: Client, slug: str) -> None:
    assert client.get(reverse("guide_page", args=[slug])).status_code == 200


def test_index_search_and_absent_page(client: Client) -> None:
    index = client.get(reverse("guide")).content.decode()
    assert reverse("guide_page", args=["tiep-dan"]) in index
    found = client.get(reverse("guide"), {"q": "biên nhận"}).content.decode()
    assert "#giay-bien-nhan-ma-va-pin" in found
    hostile = client.get(reverse("guide"), {"q": "<script>x</script>"}).content.decode()
    assert "<script>x" not in hostile
    assert "Không có trang nào" in hostile
    assert client.get(reverse("guide_page", args=["khong-co"])).status_code == 404
    assert client.get("/huong-dan/can-bo/../../etc/passwd").status_code == 404


@pytest.mark.parametrize(
    "address, slug",
    [
        ("desk:work_mine", "viec-cua-toi"), ("desk:reception_new", "tiep-dan"), ("desk:submission_list", "danh-sach"),
        ("desk:register_list", "so"), ("account_change_password", "dang-nhap"),
    ],
)  # fmt: skip
def test_a_screen_leads_to_its_own_page(cast: Cast, address: str, slug: str) -> None:
    shown = client_of(cast.clerk).get(reverse(address)).content.decode()
    assert f'href="{reverse("guide_page", args=[slug])}"' in shown


def test_a_refused_form_keeps_its_page(cast: Cast) -> None:
    answer = client_of(cast.clerk).post(reverse("desk:submission_new"), {})
    assert answer.status_code == 422
    assert reverse("guide_page", args=["nhan-don"]) in answer.content.decode()


def test_at_work_the_guide_keeps_the_frame(cast: Cast) -> None:
    shown = client_of(cast.clerk).get(reverse("guide_page", args=["tiep-dan"])).content.decode()
    assert "Đăng xuất" in shown
    assert reverse("desk:reception_list") in shown


@pytest.mark.parametrize("slug", list(citizens_guide().pages))
def test_citizens_pages_open_and_speak_to_citizens(client: Client, slug: str) -> None:
    page = client.get(reverse("portal:guide", args=[slug]))
    assert page.status_code == 200
    assert "Đăng xuất" not in page.content.decode()


def test_the_portal_leads_to_its_guide(client: Client) -> None:
    assert (
        f'href="{reverse("portal:guide", args=["tra-cuu"])}"' in client.get(reverse("portal:look_up")).content.decode()
    )
    index = client.get(reverse("portal:guides")).content.decode()
    assert reverse("portal:guide", args=["gui-don"]) in index
    assert reverse("portal:guide", args=["khieu-nai"]) in index
    assert "can-bo" not in index
    assert (
        reverse("portal:guide", args=["tra-cuu"])
        in client.get(reverse("portal:guides"), {"q": "mat pin"}).content.decode()
    )
    assert client.get(reverse("portal:guide", args=["tiep-dan"])).status_code == 404
