"""Pages of cases over HTTP."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.cases.build import denunciation, submission, walk
from tests.people import Cast, make_cast
from tiepdan.accounts.rules import Actor

pytestmark = pytest.mark.django_db


def client_of(actor: Actor) -> Client:
    """A browser with somebody logged in."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def page(actor: Actor, name: str, *args: object) -> str:
    response = client_of(actor).get(reverse(f"desk:{name}", args=args))
    assert response.status_code == 200, (name, response.status_code)
    return response.content.decode()


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_the_page_says_state_and_next_step_first(cast: Cast) -> None:
    way = walk(cast)
    text = page(cast.handler, "case_detail", way.case.code)
    assert "Bước tiếp theo: kiểm tra lại" in text
    assert "Vì sao ngày này" in text
    assert "Sơ đồ" in text
    assert text.index("Bước tiếp theo") < text.index("Thời hạn</h2>") < text.index("Tiến trình</h2>")
