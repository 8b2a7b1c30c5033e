"""What agencies tell everybody: their pages, as their heads approved them."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from tiepdan.infra import clock
from tiepdan.pages.queries import public_page, public_pages
from tiepdan.portal.queries import agency_named

KINDS: Final = {
    "guide": "Hướng dẫn", "reception": "Lịch, nơi tiếp công dân", "decision": "Quyết định công khai",
    "notice": "Thông báo",
}  # fmt: skip


@require_GET
def agency_pages(request: HttpRequest, agency: str) -> HttpResponse:
    """What one agency has published, by kind."""
    found = agency_named(code=agency, on=clock.today())
    if found is None:
        raise Http404
    rows = public_pages(agency_id=found.pk)
    groups = [(words, [row for row in rows if row.kind == kind]) for kind, words in KINDS.items()]
    context = {"agency": found, "groups": [group for group in groups if group[1]]}
    return render(request, "portal/pages.html", context)


@require_GET
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One page; drafts, withdrawn and absent ones are all not there."""
    found = public_page(code=code)
    if found is None:
        raise Http404
    return render(request, "portal/page.html", {"page": found, "kind": KINDS[found.kind]})


urlpatterns = [
    path("thong-tin/trang/<str:code>/", page, name="page"),
    path("thong-tin/<str:agency>/", agency_pages, name="pages"),
]
