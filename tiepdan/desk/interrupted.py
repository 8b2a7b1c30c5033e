"""A form that could not be taken because the login had ended: what was typed is handed back, ready to be sent again."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_ACCOUNTS: Final = "/tai-khoan/"  # its forms hold passwords and one-time codes: never handed back
_NOT_HANDED_BACK: Final = ("csrfmiddlewaretoken", "password", "matkhau")


def hand_back(request: HttpRequest, *, logged_out: bool, status: int) -> HttpResponse:
    """Show the page that holds what was typed and a button that sends it again.

    Files cannot be handed back by any page; it says so.
    """
    context = {
        "typed": _typed(request), "again": request.get_full_path(), "logged_out": logged_out,
        "files": bool(request.FILES), "code": "again",
    }  # fmt: skip
    response = render(request, "ui/send_again.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def may_hand_back(request: HttpRequest) -> bool:
    """Tell whether a refused form came from our own page.

    Only what the browser itself says of the origin counts: a page elsewhere must not get its own words
    into a form that the officer sends with one press.
    """
    if request.method != "POST" or request.path.startswith(_ACCOUNTS):
        return False
    own = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    if request.headers.get("Origin") not in own:
        return False
    try:
        return bool(_typed(request))
    except RequestDataTooBig:
        return False


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if not name.lower().startswith(_NOT_HANDED_BACK)
    ]
