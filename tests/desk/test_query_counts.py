"""No page asks the database more than fifteen times, whoever opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import lxml.html
import pytest
from django.db import connection
from django.test import Client

from tiepdan.accounts.acting import acting, actor_of
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Role
from tiepdan.cases.models import Case
from tiepdan.matters.models import Participation
from tiepdan.ops.demo.build import build_demo
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
MOST = 15
ROLES = (
    Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.RECORDS_CLERK, Role.COORDINATOR,
    Role.ADMINISTRATOR,
)  # fmt: skip
DESK = "/ban-lam-viec"


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect what is asked; savepoints, and what a test alone does inside its one transaction, ask nothing."""
    asked: list[str] = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def] # Django's signature
        if not sql.startswith(("SAVEPOINT", "RELEASE", "SELECT tiepdan.leave")):
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def pages(client: Client) -> list[str]:
    """Every page of the navigation, and the first page that each of them leads to below itself."""
    home = lxml.html.fromstring(client.get(f"{DESK}/").content.decode())
    found = sorted({str(link) for link in home.xpath("//nav//a/@href") if str(link).startswith(f"{DESK}/")})
    below = []
    for path in found:
        answer = client.get(path)
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
            page = lxml.html.fromstring(answer.content.decode())
            links = [str(link) for link in page.xpath("//main//a/@href") if str(link).startswith(DESK)]
            below += [link for link in links if link not in found][:2]
    return [*found, *dict.fromkeys(below)]


def test_no_page_asks_more_than_fifteen_times() -> None:
    from datetime import date

    build_demo(seed=4, as_of=date(2026, 9, 18), submissions=60, progress=lambda _: None)
    too_many: dict[str, int] = {}
    seen = 0
    for role in ROLES:
        post = (
            Post.objects.filter(role=role, user__username__endswith=".xa")
            .select_related("user", "agency")
            .earliest("pk")
        )
        client = Client()
        client.force_login(User.objects.get(pk=post.user_id))
        with acting(actor_of(post=post)):
            cases = [
                f"{DESK}/vu-viec/{code}/"
                for code in Case.objects.filter(agency=post.agency).values_list("code", flat=True)[:8]
            ]
            lines = Participation.objects.filter(agency=post.agency)
            codes = list(
                Submission.objects.filter(matter__in=lines.values("matter")).values_list("code", flat=True)[:4]
            )
        named = [*cases, *(f"{DESK}/don/{code}/" for code in codes), *(f"{DESK}/xu-ly/{code}/" for code in codes)]
        for path in [*pages(client), *named, f"{DESK}/tim/?q=dat", f"{DESK}/don/?kind=complaint&state=received",
                     f"{DESK}/don/?sap=nguoi", f"{DESK}/vu-viec/?sap=-nguoi"]:  # fmt: skip
            with counted() as asked:
                answer = client.get(path)
            if answer.status_code == 200:
                seen += 1
                if len(asked) > MOST:
                    too_many[f"{role} {path}"] = len(asked)
    assert seen > 60
    assert too_many == {}
