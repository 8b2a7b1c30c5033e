"""Pages for what went wrong. The absent and the forbidden get the same one."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tiepdan.desk.interrupted import hand_back, may_hand_back


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Answer for what is not there and for what is not yours."""
    return render(request, "ui/error.html", {"code": 404}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for a fault of the program."""
    return render(request, "ui/error.html", {"code": 500}, status=500)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what cannot be read, or is longer than a form may be."""
    code = 413 if isinstance(exception, RequestDataTooBig) else 400
    return render(request, "ui/error.html", {"code": code}, status=code)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Answer for a form that was open too long or came from elsewhere."""
    if may_hand_back(request):
        return hand_back(request, logged_out=False, status=403)
    return render(request, "ui/error.html", {"code": 403}, status=403)
