"""Administrators' pages: what they do, what they refuse, and that they show no case."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.test_work_pages import line
from tests.people import client_of, make_cast
from tiepdan.accounts.actions import offer_first_administrator
from tiepdan.accounts.models import Post, User
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock

pytestmark = pytest.mark.django_db
TODAY = clock.today().isoformat()


def user_form(at: Agency, **values: object) -> dict[str, object]:
    return {
        "name": "Lê Thị Mới", "username": "le.moi", "agency": at.pk, "agency_text": at.name, "role": "handler",
        "title": "Chuyên viên", "starts_on": TODAY, **values,
    }  # fmt: skip


def agency_form(**values: object) -> dict[str, object]:
    return {
        "name": "Trạm Y tế phường Hoa Sen", "short_name": "Trạm Y tế", "kind": "commune_body", "level": "commune",
        "code": "X900", "starts_on": TODAY, "receives": "on", **values,
    }  # fmt: skip


ADDRESSES = ["admin_users", "admin_user_new", "admin_agencies", "admin_agency_new"]


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("who", ["head", "clerk", "handler", "coordinator", "overseer"])
def test_these_pages_do_not_exist_for_others(name: str, who: str) -> None:
    cast = make_cast()
    assert client_of(getattr(cast, who)).get(reverse(f"desk:{name}")).status_code == 404


@pytest.mark.parametrize("name", [*ADDRESSES, "work_mine", "work_inbox"])
def test_an_administrator_sees_no_case(name: str, django_assert_max_num_queries: object) -> None:
    cast = make_cast()
    code = line(cast.clerk, title="Đơn của phường", due_in=-1)
    client = client_of(cast.administrator)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        shown = client.get(reverse(f"desk:{name}")).content.decode()
    assert "Đơn của phường" not in shown
    assert code not in shown


def test_a_new_user_gets_a_password_shown_once() -> None:
    cast = make_cast()
    client = client_of(cast.administrator)
    answer = client.post(reverse("desk:admin_user_new"), user_form(cast.commune))
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    password = re.search(r'class="code secret">([^<]+)<', shown)
    assert password
    user = User.objects.get(username="le.moi")
    assert user.check_password(password[1])
    assert password[1] not in client.get(reverse("desk:admin_user", args=[user.pk])).content.decode()


@pytest.mark.parametrize(
    "changed, status",
    [
        ({"username": "Có Dấu"}, 422),
        ({"agency": "", "agency_text": "không có"}, 422),
        ({"starts_on": "31/31/2026"}, 422),
        ({"username": "trung.ten"}, 409),
    ],
)
def test_a_wrong_user_form_keeps_what_was_typed(changed: dict[str, object], status: int) -> None:
    cast = make_cast()
    User.objects.create(username="trung.ten", name="Ai Đó")
    answer = client_of(cast.administrator).post(reverse("desk:admin_user_new"), user_form(cast.commune, **changed))
    assert answer.status_code == status
    assert "Lê Thị Mới" in answer.content.decode()
    assert not User.objects.filter(username="le.moi").exists()


def test_an_agency_is_also_understood_by_its_name_alone() -> None:
    cast = make_cast()
    form = user_form(cast.commune, agency="", agency_text="ubnd phuong hoa sen")
    assert client_of(cast.administrator).post(reverse("desk:admin_user_new"), form).status_code == 200
    assert Post.objects.get(user__username="le.moi").agency == cast.commune


def test_posts_are_given_and_ended_and_accounts_closed() -> None:
    cast = make_cast()
    client = client_of(cast.administrator)
    person = cast.clerk.user_id
    page = reverse("desk:admin_user", args=[person])
    give = {"agency": cast.commune.pk, "agency_text": cast.commune.name, "role": "handler", "starts_on": TODAY}
    assert client.post(reverse("desk:admin_post_new", args=[person]), give).status_code == 302
    assert client.post(reverse("desk:admin_post_new", args=[person]), give).status_code == 409
    assert "Người thụ lý" in client.get(page).content.decode()
    ending = reverse("desk:admin_post_end", args=[person, cast.clerk.post_id])
    assert client.post(ending, {"ends_before": "x"}).status_code == 422
    assert client.post(ending, {"ends_before": TODAY}).status_code == 302
    assert client.post(reverse("desk:admin_password_reset", args=[person])).status_code == 200
    assert client.post(reverse("desk:admin_user_close", args=[person]), {"reason": ""}).status_code == 422
    assert client.post(reverse("desk:admin_user_close", args=[person]), {"reason": "Nghỉ hưu"}).status_code == 302
    assert "Đã khóa" in client.get(page).content.decode()


def test_a_person_is_found_by_name_and_by_the_whole_login_name() -> None:
    cast = make_cast()
    client = client_of(cast.administrator)
    made = User.objects.create(username="mai.van.tim", name="Mai Văn Tìm")
    Post.objects.create(user=made, agency=cast.commune, role="handler", starts_on=TODAY)
    for text in ("mai.van.tim", "van.tim", "Văn Tìm", "mai tim"):
        assert made.name in client.get(reverse("desk:admin_users"), {"q": text}).content.decode(), text
    assert made.name not in client.get(reverse("desk:admin_users"), {"q": "mai.tim"}).content.decode()


@pytest.mark.parametrize("name", ["admin_user", "admin_post_new", "admin_password_reset", "admin_user_close"])
def test_people_elsewhere_are_not_found(name: str) -> None:
    cast = make_cast()
    client = client_of(cast.administrator)
    give = {"agency": cast.commune.pk, "agency_text": "", "role": "handler", "starts_on": TODAY, "reason": "x"}
    for person in (cast.outsider.user_id, 10**9):
        address = reverse(f"desk:{name}", args=[person])
        answer = client.get(address) if name == "admin_user" else client.post(address, give)
        assert answer.status_code == 404


def test_an_agency_is_added_corrected_and_ended() -> None:
    cast = make_cast()
    client = client_of(cast.administrator)
    assert client.post(reverse("desk:admin_agency_new"), agency_form(code="")).status_code == 422
    assert client.post(reverse("desk:admin_agency_new"), agency_form()).status_code == 302
    assert client.post(reverse("desk:admin_agency_new"), agency_form()).status_code == 409
    made = Agency.objects.get(code="X900")
    assert made.name in client.get(reverse("desk:admin_agencies")).content.decode()
    assert made.name in client.get(reverse("desk:admin_agencies") + "?q=tram y te").content.decode()
    page = reverse("desk:admin_agency", args=[made.pk])
    assert client.post(page, agency_form(name="Trạm Y tế Hoa Sen")).status_code == 302
    assert "Trạm Y tế Hoa Sen" in client.get(page).content.decode()
    ending = reverse("desk:admin_agency_end", args=[made.pk])
    assert client.post(ending, {"ends_before": TODAY}).status_code == 409  # it began today
    later = "2099-01-01"
    assert client.post(ending, {"ends_before": later}).status_code == 302
    assert client.get(reverse("desk:admin_agency", args=[cast.neighbour.pk])).status_code == 404
    assert client.get(reverse("desk:admin_agencies") + f"?tu={cast.neighbour.pk}").status_code == 404


def test_an_agency_with_open_matters_is_not_ended() -> None:
    from tests import factories
    from tiepdan.accounts.rules import Role

    cast = make_cast()
    line(cast.clerk, title="Đơn của phường")
    above = factories.post(Role.ADMINISTRATOR, cast.province)
    answer = client_of(above).post(reverse("desk:admin_agency_end", args=[cast.commune.pk]), {"ends_before": TODAY})
    assert answer.status_code == 409
    assert "Cơ quan còn 1 việc đang mở" in answer.content.decode()
    assert "Đơn của phường" not in answer.content.decode()


def test_look_up_answers_as_list_items_and_as_json() -> None:
    cast = make_cast()
    client = client_of(cast.clerk)
    shown = client.get(reverse("desk:agency_lookup"), {"agency_text": "hoa sen"}).content.decode()
    assert f'data-choose-value="{cast.commune.pk}"' in shown
    answer = client.get(reverse("desk:agency_lookup"), {"q": "hoa sen"}, headers={"accept": "application/json"})
    assert answer.json()["agencies"][0]["name"] == cast.commune.name
    assert Client().get(reverse("desk:agency_lookup"), {"q": "hoa sen"}).status_code == 302


def start_form(**values: object) -> dict[str, object]:
    return {
        "code": "ma-mot-lan", "name": "Hồ Quản Trị", "username": "quan.tri", "password": "mot-mat-khau-dai",
        "again": "mot-mat-khau-dai", "agency_name": "UBND tỉnh Sen Vàng", "agency_kind": "provincial_committee",
        "agency_level": "province", **values,
    }  # fmt: skip


def test_the_first_start_happens_once() -> None:
    offer_first_administrator(code="ma-mot-lan", at=clock.now())
    client = Client()
    assert client.get("/bat-dau/").status_code == 200
    assert client.post("/bat-dau/", start_form(again="khac")).status_code == 422
    wrong = client.post("/bat-dau/", start_form(code="sai"))
    assert wrong.status_code == 409
    assert "mot-mat-khau-dai" not in wrong.content.decode()
    assert client.post("/bat-dau/", start_form()).status_code == 302
    assert client.get("/bat-dau/").status_code == 404
    assert User.objects.get().username == "quan.tri"
