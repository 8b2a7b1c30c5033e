"""Addresses of the API; what is not one of them answers as a problem too."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path
from django.views.decorators.csrf import csrf_exempt

from tiepdan.api.build import api
from tiepdan.api.errors import absent, method_not_allowed


def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description of the API; it holds nothing secret."""
    if request.method not in {"GET", "HEAD"}:
        return method_not_allowed("GET")
    text = json.dumps(api.get_openapi_schema(), ensure_ascii=False)
    return HttpResponse(text, content_type="application/json; charset=utf-8")


def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Answer for an address that is not there."""
    return absent()


def _as_problem(pattern: URLPattern) -> URLPattern:
    """Let a wrong method answer as a problem."""
    view: Callable[..., HttpResponse] = pattern.callback

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return method_not_allowed(response.headers.get("Allow", ""))
        return response

    pattern.callback = wrapped
    return pattern


app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("openapi.json", csrf_exempt(openapi), name="openapi"),
    *(
        _as_problem(pattern)
        for pattern in api.urls[0]
        if isinstance(pattern, URLPattern) and pattern.name != "api-root"
    ),
    re_path(r"^(?P<rest>.*)$", csrf_exempt(nothing)),
]
