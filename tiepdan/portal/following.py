"""Following a submission by code and PIN: checking them, and remembering for a while that they were right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tiepdan.accounts.acting import at_portal, citizen_actor
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.infra.codes import parse_code
from tiepdan.infra.throttle import spent_and_found
from tiepdan.portal.limits import WRONG_PIN, WRONG_PINS, count_wrong_pin
from tiepdan.submissions.actions import pin_hash
from tiepdan.submissions.models import Submission

P = ParamSpec("P")

LASTS: Final = timedelta(minutes=30)
_KEY: Final = "followed"


@dataclass(frozen=True, slots=True)
class Followed:
    """What the citizen at this browser has shown to hold."""

    submission: Submission
    at: datetime

    @property
    def citizen(self) -> Actor:
        """The citizen before the agency that holds the submission now."""
        agency: Agency = self.submission.agency
        return citizen_actor(agency=agency)


FollowView = Callable[Concatenate[HttpRequest, Followed, P], HttpResponse]


def find_matter(*, code: str, pin: str, at: datetime) -> tuple[str, int]:
    """Return the code as written and the number of its matter, 0 when code or PIN is wrong or the code is locked.

    Whatever is wrong, the same is done: hash, lock, one probe of one index, count. So nothing can be learnt from the time.
    Cost: 2 queries when wrong, 1 when right.
    """
    written = parse_code(code) or " ".join(code.split()).upper()[:40]
    hashed = pin_hash(code=written, pin="".join(char for char in pin if char.isdigit()))
    locked, found = spent_and_found(
        "tiepdan.portal_find(%(code)s, %(pin)s)", {"code": written, "pin": hashed}, scope=WRONG_PIN, who=written,
        limit=WRONG_PINS, at=at,
    )  # fmt: skip
    if locked or not found:
        count_wrong_pin(code=written, at=at)
        return written, 0
    return written, int(found)


def remember(response: HttpResponse, *, matter_id: int, code: str, at: datetime) -> None:
    """Keep in the browser, signed by us, that it holds code and PIN of a matter. Cost: no query."""
    kept = signing.dumps({"matter": matter_id, "code": code, "until": (at + LASTS).timestamp()}, salt=_KEY)
    response.set_cookie(
        _KEY, kept, max_age=LASTS, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )  # fmt: skip


def forget(response: HttpResponse) -> None:
    """End following."""
    response.delete_cookie(_KEY, samesite="Lax")


def _kept(request: HttpRequest, *, at: datetime) -> tuple[int, str] | None:
    """Return matter and code that the browser may follow; None when nothing, a forgery or something too old came."""
    try:
        kept = signing.loads(request.COOKIES.get(_KEY, ""), salt=_KEY)
    except signing.BadSignature:
        return None
    return (kept["matter"], kept["code"]) if kept["until"] >= at.timestamp() else None


def _asked_again() -> HttpResponse:
    response = redirect("portal:look_up")
    forget(response)
    return response


def following_page(view: FollowView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view inside the one matter that the browser may see; otherwise ask for code and PIN."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        at = clock.now()
        kept = _kept(request, at=at)
        if kept is None:
            return _asked_again()
        matter_id, code = kept
        with at_portal(matter_id=matter_id):
            submission = Submission.objects.select_related("agency", "matter__agency").filter(code=code).first()
            if submission is None:
                return _asked_again()
            response = view(request, Followed(submission=submission, at=at), *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return wrapped
