"""The officers' guide: read with or without login, for who cannot log in needs it most."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from tiepdan.ui.guide import officers_guide


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The table of contents, or the parts that have the words looked for."""
    words = request.GET.get("q", "").strip()[:200]
    guide = officers_guide()
    context = {"page": guide.index, "words": words, "found": guide.find(words), "frame_of": _frame(request)}
    return render(request, "desk/guide/index.html", context)


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page; 404 for one that was never written."""
    pages = officers_guide().pages
    if slug not in pages:
        raise Http404
    order = list(pages)
    place = order.index(slug)
    context = {
        "page": pages[slug],
        "before": pages[order[place - 1]] if place else None,
        "after": pages[order[place + 1]] if place + 1 < len(order) else None,
        "frame_of": _frame(request),
    }
    return render(request, "desk/guide/page.html", context)


def _frame(request: HttpRequest) -> str:
    """The frame of the desk for who is at work, a bare page for who is not logged in."""
    return "desk/base.html" if getattr(request, "frame", None) else "desk/guide/bare.html"


urlpatterns: list[URLPattern] = [
    path("huong-dan/can-bo/", index, name="guide"),
    path("huong-dan/can-bo/<slug:slug>/", page, name="guide_page"),
]
