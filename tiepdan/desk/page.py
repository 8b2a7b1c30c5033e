"""What every view of the desk has in common: who may open it, how it answers, how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from tiepdan.accounts.rules import Actor, Role
from tiepdan.desk.interrupted import hand_back
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.middleware import actor_from
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def desk_page(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Let a view be opened by people logged in with a post (in one of the roles, if any are named).

    Without login: the login page; a form sent without it is handed back with what was typed.
    Without the role, or when access finds nothing: the page for what does not exist.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                if getattr(request, "htmx", None):
                    return HttpResponse(
                        status=401
                    )  # nothing is swapped in: the login page has no place inside this one
                if request.method == "POST":
                    return hand_back(request, logged_out=True, status=401)
                return redirect_to_login(request.get_full_path(), "/tai-khoan/login/")
            actor: Actor | None = actor_from(request)
            if actor is None:
                return render(request, "ui/error.html", {"code": "no_post"}, status=403)
            if roles and not actor.is_one_of(*roles):
                raise Http404
            try:
                response = view(request, *args, **kwargs)
            except NotFound as error:
                raise Http404 from error
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return wrapped

    return decorate


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object] | None = None,
    *,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render a page, or only its named partial when HTMX asks for it (never when it restores history)."""
    htmx = getattr(request, "htmx", None)
    partial = bool(fragment and htmx and not htmx.history_restore_request and not htmx.boosted)
    response = render(request, f"{template}#{fragment}" if partial else template, dict(context or {}), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def render_refusal(
    request: HttpRequest,
    error: ActionRefused,
    template: str,
    context: Mapping[str, object] | None = None,
    *,
    fragment: str = "",
) -> HttpResponse:
    """Render the unchanged page with the refusal in its message region (409)."""
    shown = {**(context or {}), "refusal": refusal_text(error.verdict)}
    return render_page(request, template, shown, fragment=fragment, status=409)
