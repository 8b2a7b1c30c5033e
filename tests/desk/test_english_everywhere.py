"""Page after page of the demo, each role in English: nothing is in Vietnamese that the catalogue can say; also what is refused."""

from __future__ import annotations

import re
from collections import deque
from datetime import date

import lxml.html
import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from tests.desk.test_english_screens import AS_WRITTEN, CITED, in_english, names_of_papers, shown
from tests.desk.test_query_counts import DESK
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Role
from tiepdan.ops.demo.build import build_demo
from tiepdan.ops.words import read_catalogue
from tiepdan.ui.words import is_vietnamese

pytestmark = pytest.mark.django_db
# Texts of people or of the law that happen to be texts of the program too: names of this program, of shifts, of posts, of papers.
DATA = {"Tiếp Dân", "Tiếng Việt", "Sáng", "Lãnh đạo trực", "Đã nhận tin khẩn"}
PLAN = re.compile(r"/ke-hoach/\w{4}-")  # a plan shows its own text
EACH = 1  # of pages drawn by one view
MOST = 70  # pages of one role
ROLES = (Role.RECEPTION_OFFICER, Role.HEAD, Role.HANDLER, Role.COORDINATOR, Role.ADMINISTRATOR, Role.OVERSIGHT)


def pages_of(client: Client) -> dict[str, str]:
    """Follow links of the desk from the first page, one of each view; and send each form of them empty."""
    waiting, seen, found = deque([f"{DESK}/"]), dict[str, int](), dict[str, str]()
    while waiting and len(found) < MOST:
        path = waiting.popleft()
        if path in found or AS_WRITTEN.search(path) or PLAN.search(path):
            continue
        name = named(path)
        if not name or seen.get(name, 0) >= EACH:
            continue
        seen[name] = seen.get(name, 0) + 1
        answer = client.get(path)
        if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
            continue
        found[path] = answer.content.decode()
        page = lxml.html.fromstring(found[path])
        waiting.extend(str(link).split("#")[0] for link in page.xpath("//a/@href") if str(link).startswith(DESK))
        for form in page.xpath("//main//form[@method='post'][not(@action)]"):
            given = {field.get("name"): field.get("value", "") for field in form.xpath(".//input[@type='hidden']")}
            refused = client.post(path, given)
            if refused.status_code in {409, 422}:
                found[f"{path} (empty)"] = refused.content.decode()
    return found


def named(path: str) -> str:
    """The view that draws a page."""
    try:
        return resolve(path.split("?")[0]).view_name
    except Resolver404:
        return ""


def test_no_page_of_any_role_says_in_vietnamese_what_the_catalogue_can_say() -> None:
    build_demo(seed=4, as_of=date(2026, 9, 18), submissions=40, progress=lambda _: None)
    titles = set(Post.objects.values_list("title", flat=True))
    known = {text for text in read_catalogue() if is_vietnamese(text)} - DATA - titles
    wrong: dict[str, str] = {}
    pages = 0
    for role in ROLES:
        post = Post.objects.filter(role=role, user__username__regex=r"\.(xa|thanhtra)$").earliest("pk")
        client = in_english(Client())
        client.force_login(User.objects.get(pk=post.user_id))
        for path, page in pages_of(client).items():
            pages += 1
            texts = (text.rstrip(":.") for text in shown(page) if is_vietnamese(CITED.sub("", text)))
            wrong |= {text: path for text in texts if text in known and text not in names_of_papers()}

    assert pages > 300
    assert wrong == {}, wrong
