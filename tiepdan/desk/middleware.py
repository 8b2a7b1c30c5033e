"""One transaction per request, in which the database knows who acts."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from tiepdan.accounts.acting import NoPost, acting, actor_of, posts_for
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.infra import clock

POST_KEY = "acting_post"


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
        request.posts = SimpleLazyObject(lambda: [])  # type: ignore[attr-defined]
        if request.path.startswith("/api/") or not request.user.is_authenticated:
            return self.get_response(request)
        posts = posts_for(request.user.pk, on=clock.today())
        request.posts = posts  # type: ignore[attr-defined]
        chosen = chosen_post(request, posts)
        if chosen is None:
            return self.get_response(request)
        try:
            with acting(actor_of(post=chosen)) as actor:
                request.actor = actor  # type: ignore[attr-defined]
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


def actor_from(request: HttpRequest) -> Actor:
    """Return who acts; views behind `desk_page` always have one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


__all__ = ["ActingMiddleware", "actor_from"]
