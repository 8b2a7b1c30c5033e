"""Coming in: password, second factor where the role needs it, throttle, own password after a one-time one."""

from __future__ import annotations

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.actions import reset_password
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.infra import clock

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
LOGIN = "/tai-khoan/login/"


@pytest.fixture(autouse=True)
def _no_earlier_attempts() -> None:
    cache.clear()


def with_password(actor: Actor) -> User:
    user = User.objects.get(pk=actor.user_id)
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(user: User, password: str = PASSWORD) -> tuple[Client, str]:
    client = Client()
    answer = client.post(LOGIN, {"login": user.username, "password": password})
    return client, answer.headers.get("Location", "")


def test_a_clerk_comes_in_with_a_password(settings: LazySettings) -> None:
    client, target = log_in(with_password(make_cast().clerk))
    assert target == "/ban-lam-viec/"
    assert client.get(target).status_code == 200


@pytest.mark.parametrize("who", ["handler", "processor", "head", "deputy"])
def test_who_can_open_identities_must_add_a_second_factor(who: str) -> None:
    cast = make_cast()
    client, target = log_in(with_password(getattr(cast, who)))
    answer = client.get(target)
    assert answer.headers["Location"] == reverse("mfa_index")
    assert "Cần thêm bước thứ hai" in client.get(reverse("mfa_index")).content.decode()
    TOTP.activate(User.objects.get(pk=getattr(cast, who).user_id), generate_totp_secret())
    assert client.get(target).status_code == 200


def test_the_demo_offers_a_second_factor_and_forces_none(settings: LazySettings) -> None:
    settings.DEMO = True
    client, target = log_in(with_password(make_cast().head))
    assert client.get(target).status_code == 200
    assert "Bật mã xác thực" in client.get(reverse("mfa_index")).content.decode()


def test_with_a_second_factor_the_code_is_asked_and_its_secret_is_sealed() -> None:
    user = with_password(make_cast().head)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    assert secret not in str(Authenticator.objects.get().data)
    client, target = log_in(user)
    assert target == reverse("mfa_authenticate")
    assert client.get("/ban-lam-viec/").status_code == 302
    assert "Mã chưa đúng" in client.post(target, {"code": "000000"}).content.decode()
    counter = next(iter(yield_hotp_counters_from_time()))
    answer = client.post(target, {"code": format_hotp_value(hotp_value(secret, counter))})
    assert answer.headers["Location"] == "/ban-lam-viec/"
    assert client.get("/ban-lam-viec/").status_code == 200


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer_and_are_throttled() -> None:
    user = with_password(make_cast().clerk)
    client = Client()
    wrong = client.post(LOGIN, {"login": user.username, "password": "sai-mat-khau"}).content.decode()
    unknown = client.post(LOGIN, {"login": "khong.co", "password": "sai-mat-khau"}).content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in wrong
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in unknown
    for _ in range(5):
        answer = client.post(LOGIN, {"login": user.username, "password": "sai-mat-khau"})
    assert "Sai quá nhiều lần" in answer.content.decode()
    assert "Sai quá nhiều lần" in client.post(LOGIN, {"login": user.username, "password": PASSWORD}).content.decode()


def one_time(cast: Cast) -> tuple[User, str]:
    with acting(cast.administrator):
        made = reset_password(user_id=cast.clerk.user_id, by=cast.administrator, at=clock.now())
    return made.user, made.password


def test_a_one_time_password_leads_to_choosing_ones_own() -> None:
    user, password = one_time(make_cast())
    client, target = log_in(user, password)
    assert client.get(target).headers["Location"] == "/tai-khoan/password/change/"
    form = {"oldpassword": password, "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/tai-khoan/password/change/", {**form, "password2": "khac-han-nhau"}).status_code == 200
    assert client.post("/tai-khoan/password/change/", form).status_code == 302
    assert client.get("/ban-lam-viec/").status_code == 200
    assert not User.objects.get(pk=user.pk).must_change_password


def test_a_reset_ends_the_sessions_that_were_open() -> None:
    cast = make_cast()
    client, target = log_in(with_password(cast.clerk))
    assert client.get(target).status_code == 200
    one_time(cast)
    assert client.get(target).headers["Location"].startswith(LOGIN)


def test_a_closed_account_does_not_come_in() -> None:
    user = with_password(make_cast().clerk)
    User.objects.filter(pk=user.pk).update(is_active=False)
    client, _ = log_in(user)
    assert client.get("/ban-lam-viec/").status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_logout",
        "mfa_index",
        "usersessions_list",
        "mfa_list_webauthn",
        "account_email",
    ],
)
def test_own_pages_are_vietnamese_and_need_no_post(name: str) -> None:
    client, _ = log_in(with_password(make_cast().clerk))
    shown = client.get(reverse(name)).content.decode()
    assert '<html lang="vi"' in shown
    assert "Sign" not in shown


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_protections_are_changed_after_confirming_the_password(name: str) -> None:
    client, _ = log_in(with_password(make_cast().clerk))
    confirm = client.get(reverse(name)).headers["Location"]
    assert confirm.startswith("/tai-khoan/reauthenticate/")
    assert "Xác nhận lại" in client.get(confirm).content.decode()
    assert "Mật khẩu chưa đúng" in client.post(confirm, {"password": "sai-mat-khau"}).content.decode()
    assert client.post(confirm, {"password": PASSWORD}).status_code == 302
    assert client.get(reverse(name)).status_code == 200


def test_nobody_signs_up_alone() -> None:
    assert "Không tự mở tài khoản" in Client().get(reverse("account_signup")).content.decode()


@pytest.mark.parametrize("who, kept", [("head", True), ("clerk", False)])
def test_the_last_second_factor_stays_where_the_role_needs_it(who: str, kept: bool) -> None:
    user = with_password(getattr(make_cast(), who))
    authenticator = TOTP.activate(user, generate_totp_secret()).instance
    assert get_adapter().can_delete_authenticator(authenticator) is not kept


def test_vietnamese_is_spoken_until_another_language_is_chosen() -> None:
    client = Client()
    assert '<html lang="vi"' in client.get(LOGIN, headers={"accept-language": "en"}).content.decode()
    client.post(reverse("desk:language_set"), {"language": "en", "next": LOGIN})
    assert '<html lang="en"' in client.get(LOGIN).content.decode()
