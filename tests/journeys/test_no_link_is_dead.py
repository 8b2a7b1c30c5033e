"""Whoever works here is shown no link that answers "not found": what a post may not open is no link on its pages."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
POSTS = ("clerk", "processor", "handler", "head", "deputy", "records", "administrator", "coordinator", "overseer")
PAGES = (
    "work_mine", "submission_list", "reception_list", "register_list", "case_list", "processing_queue", "paper_list",
    "privacy_requests", "work_board", "work_inbox", "page_list",
)  # fmt: skip
LINK = re.compile(r'<a\b[^>]*\bhref="(/ban-lam-viec/[^"#]*)"')


@pytest.mark.parametrize("post", POSTS)
def test_every_link_of_a_page_opens(post: str) -> None:
    cast = make_cast()
    desk = _browser(cast.clerk.user_id)
    typed = {
        "name": "Trần Thị Thử",
        "content": "Đèn đường tắt đã hai tuần",
        "people": "1",
        "outcome": "accept",
        "has_paper": "on",
    }
    for purpose in ("complaint", "denunciation"):
        assert desk.post(reverse("desk:reception_new"), {**typed, "purpose": purpose}).status_code == 302
    with acting(cast.clerk):
        codes = list(Submission.objects.values_list("code", flat=True))
    client = _browser(getattr(cast, post).user_id)
    addresses = [_address(name) for name in PAGES] + [reverse("desk:submission_detail", args=[code]) for code in codes]
    known: dict[str, int] = {}
    dead = []
    for address in addresses:
        answer = client.get(address)
        if answer.status_code != 200:
            continue  # not a page of this post: then no menu shows it either, which the links below prove
        for link in {html.unescape(found) for found in LINK.findall(answer.content.decode())}:
            if link not in known:
                known[link] = client.get(link).status_code
            if known[link] >= 400:
                dead.append((address, link, known[link]))
    assert known
    assert dead == []


def _browser(user_id: int) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user_id))
    return client


def _address(name: str) -> str:
    return reverse(f"desk:{name}")
