"""How often one address may look up, submit or draw papers, and how often one code may be tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tiepdan.infra import clock
from tiepdan.infra.throttle import hit, is_spent, sender_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

WRONG_PIN: Final = "wrong-pin"
WRONG_PINS: Final = 10  # of one code within an hour; then the code answers like an unknown one
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)


def may_look_up(request: HttpRequest, *, at: datetime) -> bool:
    """Count a look-up of this address."""
    return hit(scope="look-up", who=sender_of(request.META), limit=settings.LOOKUP_PER_MINUTE, window=MINUTE, at=at)


def is_locked(*, code: str, at: datetime) -> bool:
    """Tell whether a code has been tried with too many wrong PINs."""
    return is_spent(scope=WRONG_PIN, who=code, limit=WRONG_PINS, at=at)


def count_wrong_pin(*, code: str, at: datetime) -> None:
    """Count a wrong PIN; codes that do not exist are counted too, so that both take the same time."""
    hit(scope=WRONG_PIN, who=code, limit=WRONG_PINS, window=HOUR, at=at)


def limited_posts(scope: str) -> Callable[[View[P]], View[P]]:
    """Let one address post a form only so many times an hour (TIEPDAN_SUBMIT_PER_HOUR); then 429 in plain words."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            limit = settings.SUBMIT_PER_HOUR
            if request.method == "POST" and not hit(
                scope=scope, who=sender_of(request.META), limit=limit, window=HOUR, at=clock.now()
            ):
                return too_many(request, wait=_("một giờ"), seconds=3600)
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def too_many(request: HttpRequest, *, wait: str, seconds: int) -> HttpResponse:
    """Answer that there were too many attempts, and when to try again."""
    response = render(request, "portal/too_many.html", {"wait": wait}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
