"""One transaction per request, in which the database knows who acts."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from tiepdan.accounts.acting import NoPost, acting, actor_of, in_force, posts_for
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import NEEDS_SECOND_FACTOR, Actor
from tiepdan.desk.frame import Frame
from tiepdan.infra import clock

POST_KEY = "acting_post"
ENROL_KEY = "second_factor_missing"  # set at login by desk.adapters, cleared when a second factor is added
_GUARDED = "/ban-lam-viec/"


class RollBack(Exception):
    """Carries a failed response out of the transaction, which is undone."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


class ActingMiddleware:
    """Enters the post chosen in the session (or the first in force) for the whole request, templates included.

    A server error undoes everything the request wrote. Pages that need no rights (portal, login) open their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        request.posts = SimpleLazyObject(list)  # type: ignore[attr-defined]
        request.frame = None  # type: ignore[attr-defined]
        if request.path.startswith("/api/") or not request.user.is_authenticated:
            return self.get_response(request)
        known = getattr(request.user, "posts_read", None)  # by desk.backend.AccountBackend
        today = clock.today()
        posts = posts_for(request.user.pk, on=today) if known is None else in_force(known, on=today)
        request.posts = posts  # type: ignore[attr-defined]
        chosen = chosen_post(request, posts)
        if chosen is None:
            return self.get_response(request)
        detour = _detour(request, chosen)
        if detour:
            return redirect(detour)
        try:
            with acting(actor_of(post=chosen)) as actor:
                request.actor = actor  # type: ignore[attr-defined]
                request.frame = Frame(  # type: ignore[attr-defined]
                    actor=actor, posts=posts, path=request.path, today=today
                )
                response = self.get_response(request)
                if response.status_code >= 500:
                    raise RollBack(response)
        except RollBack as failed:
            return failed.response
        except NoPost:
            return self.get_response(request)
        return response


def chosen_post(request: HttpRequest, posts: list[Post]) -> Post | None:
    """Return the post the user acts from now."""
    wanted = request.session.get(POST_KEY)
    return next((post for post in posts if post.pk == wanted), posts[0] if posts else None)


def _detour(request: HttpRequest, chosen: Post) -> str:
    """Where somebody must go before working: a password of their own, a second factor where the role needs one."""
    if not request.path.startswith(_GUARDED):
        return ""
    if request.user.must_change_password:  # type: ignore[union-attr]
        return "/tai-khoan/password/change/"
    if request.session.get(ENROL_KEY) and chosen.role in NEEDS_SECOND_FACTOR:
        if not get_adapter().is_mfa_enabled(request.user):
            return "/tai-khoan/2fa/"
        del request.session[ENROL_KEY]
    return ""


def actor_from(request: HttpRequest) -> Actor:
    """Return who acts; views behind `desk_page` always have one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


__all__ = ["ActingMiddleware", "actor_from"]
