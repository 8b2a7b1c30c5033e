"""What agencies tell everybody: their pages, as their heads approved them."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from tiepdan.agencies.models import Agency
from tiepdan.pages.queries import public_page, public_pages
from tiepdan.portal.views.agencies import for_agency
from tiepdan.ui.words import Words

KINDS: Final = Words({
    "guide": "Hướng dẫn", "reception": "Lịch, nơi tiếp công dân", "decision": "Quyết định công khai",
    "notice": "Thông báo",
})  # fmt: skip


@require_GET
@for_agency
def agency_pages(request: HttpRequest, agency: Agency) -> HttpResponse:
    """What one agency has published, by kind."""
    rows = public_pages(agency_id=agency.pk)
    groups = [(words, [row for row in rows if row.kind == kind]) for kind, words in KINDS.choices()]
    context = {"agency": agency, "groups": [group for group in groups if group[1]]}
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
