"""Every page that an office opens is drawn by our engine of templates as by Django's, letter for letter."""

from __future__ import annotations

import re
from copy import copy
from datetime import date

import pytest
from django.template import Context, Engine, Template, engines
from django.test import Client
from django.urls import reverse

from tests.desk.test_query_counts import DESK, ROLES, pages
from tiepdan.accounts.acting import acting, actor_of
from tiepdan.accounts.models import Post, User
from tiepdan.cases.models import Case
from tiepdan.matters.models import Participation
from tiepdan.ops.demo.build import build_demo
from tiepdan.submissions.models import Submission
from tiepdan.ui.engine import Page

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")  # against forged forms: masked anew each time


@pytest.fixture
def drawn_twice(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Draw each template a second time by Django's classes, which debugging uses; compare and count."""
    used = engines["django"].engine  # type: ignore[attr-defined] # of Django's templates
    django = Engine(
        debug=True, loaders=used.loaders, builtins=used.builtins, libraries=used.libraries,
        context_processors=used.context_processors,
    )  # fmt: skip
    seen: dict[str, int] = {}
    draw = Template.render

    def twice(self: Page, context: Context) -> str:
        if context.template is not None:
            return str(draw(self, context))
        theirs = django.get_template(str(self.name))
        assert type(theirs) is Template
        again = copy(context)
        ours = draw(self, context)
        assert TOKEN.sub("", ours) == TOKEN.sub("", theirs.render(again)), self.name
        seen[str(self.name)] = seen.get(str(self.name), 0) + 1
        return ours

    monkeypatch.setattr(Page, "render", twice, raising=False)
    return seen


def open_in_both_languages(client: Client, path: str) -> None:
    for language in ("vi", "en"):
        client.cookies["django_language"] = language
        client.get(path)


def test_pages(drawn_twice: dict[str, int]) -> None:
    build_demo(seed=4, as_of=date(2026, 9, 18), submissions=30, progress=lambda _: None)
    for role in ROLES:
        mine = Post.objects.filter(role=role, user__username__endswith=".xa").select_related("user", "agency")
        post = mine.earliest("pk")
        client = Client()
        client.force_login(User.objects.get(pk=post.user_id))
        with acting(actor_of(post=post)):
            cases = list(Case.objects.filter(agency=post.agency).values_list("code", flat=True)[:3])
            lines = Participation.objects.filter(agency=post.agency).values("matter")
            codes = list(Submission.objects.filter(matter__in=lines).values_list("code", flat=True)[:3])
        named = [f"{DESK}/{part}/{code}/" for part in ("don", "xu-ly") for code in codes]
        for path in [*pages(client), *named, *(f"{DESK}/vu-viec/{code}/" for code in cases), f"{DESK}/_mau/"]:
            open_in_both_languages(client, path)
    for path in ("/", reverse("portal:submit"), reverse("portal:look_up"), reverse("portal:agencies")):
        open_in_both_languages(Client(), path)

    assert len(drawn_twice) > 60
