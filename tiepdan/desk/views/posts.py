"""Page: posts that wait for a second person before they grant anything."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from tiepdan.accounts import actions as people
from tiepdan.accounts.access import UnknownAccount
from tiepdan.accounts.queries import waiting_posts
from tiepdan.accounts.rules import CONFIRMERS
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused


@desk_page(*CONFIRMERS)
def waiting(request: HttpRequest) -> HttpResponse:
    """Posts at the own agency and below that wait."""
    return render_page(request, _PAGE, _context(request))


@require_POST
@desk_page(*CONFIRMERS)
def confirm(request: HttpRequest, post_id: int) -> HttpResponse:
    """Let a post count."""
    try:
        people.confirm_post(post_id=post_id, by=actor_from(request), at=clock.now())
    except UnknownAccount as error:
        raise Http404 from error
    except ActionRefused as error:
        return render_refusal(request, error, _PAGE, _context(request))
    return redirect("desk:posts_waiting")


@require_POST
@desk_page(*CONFIRMERS)
def refuse(request: HttpRequest, post_id: int) -> HttpResponse:
    """Refuse a post, or take back one's own gift."""
    reason = request.POST.get("reason", "")
    try:
        people.refuse_post(post_id=post_id, reason=reason, by=actor_from(request), at=clock.now())
    except UnknownAccount as error:
        raise Http404 from error
    except ActionRefused as error:
        return render_refusal(request, error, _PAGE, {**_context(request), "typed": reason, "open_post": post_id})
    return redirect("desk:posts_waiting")


_PAGE = "desk/admin/posts_waiting.html"


def _context(request: HttpRequest) -> dict[str, object]:
    actor = actor_from(request)
    return {"rows": waiting_posts(by=actor), "me": actor.user_id}


urlpatterns: list[URLPattern] = [
    path("vi-tri-cho-xac-nhan/", waiting, name="posts_waiting"),
    path("vi-tri-cho-xac-nhan/<int:post_id>/xac-nhan/", confirm, name="post_confirm"),
    path("vi-tri-cho-xac-nhan/<int:post_id>/tu-choi/", refuse, name="post_refuse"),
]
