"""What was typed outlives the login: a form that cannot be taken is handed back, to be sent again with one press."""

from __future__ import annotations

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.reception.models import Reception

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Trần Thị Thử", "purpose": "denunciation", "content": "Dòng một\nDòng \"hai\" <b>&", "people": "1",
    "outcome": "accept", "has_paper": "on", "request_key": "k1",
}  # fmt: skip


def handed_back(page: str) -> dict[str, str]:
    found = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: html.unescape(value) for name, value in found}


def test_a_form_sent_after_the_login_ended_comes_back_whole_and_can_be_sent_again() -> None:
    cast = make_cast()
    client = Client()
    answer = client.post(reverse("desk:reception_new"), TYPED)
    assert answer.status_code == 401
    assert "Phiên làm việc đã hết" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    again = handed_back(answer.content.decode())
    assert again == TYPED
    client.force_login(User.objects.get(pk=cast.clerk.user_id))
    assert client.post(reverse("desk:reception_new"), again).status_code == 302
    with acting(cast.clerk):
        assert Reception.objects.count() == 1


def test_files_are_said_to_be_lost() -> None:
    make_cast()
    file = SimpleUploadedFile("anh.png", b"...")
    answer = Client().post(reverse("desk:reception_new"), {**TYPED, "file": file})
    assert "Tệp kèm theo không giữ lại được" in answer.content.decode()


def test_a_form_of_our_own_with_an_old_mark_comes_back_whole() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("desk:reception_new"), TYPED, headers={"Origin": "http://testserver"})
    assert answer.status_code == 403
    assert handed_back(answer.content.decode()) == TYPED


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
def test_a_form_from_elsewhere_gets_nothing_into_ours(origin: str) -> None:
    client = Client(enforce_csrf_checks=True)
    headers = {"Origin": origin} if origin else {}
    answer = client.post(reverse("desk:reception_new"), TYPED, headers=headers)
    assert answer.status_code == 403
    assert handed_back(answer.content.decode()) == {}


def test_passwords_are_never_handed_back() -> None:
    client = Client(enforce_csrf_checks=True)
    sent = {"login": "ai", "password": "bí mật"}
    answer = client.post("/tai-khoan/login/", sent, headers={"Origin": "http://testserver"})
    assert answer.status_code == 403
    assert "bí mật" not in answer.content.decode()


def test_a_fragment_asked_for_without_login_brings_no_login_page() -> None:
    answer = Client().post(reverse("desk:repeats"), {"content": "đất"}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.content == b""
