"""Who calls: a token of a connected system, what it may do, and the transaction in which its rights hold."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer

from tiepdan.accounts.access import admit_system
from tiepdan.accounts.acting import as_client
from tiepdan.accounts.rules import Actor, ConnectedSystem, Scope
from tiepdan.api.errors import ProblemError
from tiepdan.infra import clock
from tiepdan.infra.throttle import hit, is_spent, sender_of

P = ParamSpec("P")
R = TypeVar("R")

MINUTE: Final = timedelta(minutes=1)
WRONG_TOKENS: Final = 30  # of one address a minute


class Token(HttpBearer):
    """The token of a connected system. Only its hash is stored, so finding it is one probe of an index."""

    def authenticate(self, request: HttpRequest, token: str) -> ConnectedSystem | None:
        """Return the client of a token in force, None otherwise."""
        at = clock.now()
        found = admit_system(token=token, limit=settings.API_PER_MINUTE, window=MINUTE, at=at)
        if found is None:  # a right token of 256 bits was not guessed, so only wrong ones are counted by address
            sender = sender_of(request.META)
            if is_spent(scope="api-token", who=sender, limit=WRONG_TOKENS, at=at):
                raise too_many(60)
            hit(scope="api-token", who=sender, limit=WRONG_TOKENS, window=MINUTE, at=at)
            return None
        system, is_within = found
        if not is_within:
            raise too_many(60)
        return system


def too_many(seconds: int) -> ProblemError:
    """Return the answer for too many requests."""
    return ProblemError(
        status=429, code="too_many_requests", detail="Quá nhiều yêu cầu: chờ một phút rồi thử lại.",
        headers={"Retry-After": str(seconds)},
    )  # fmt: skip


def needs(
    scope: Scope | None = None,
) -> Callable[[Callable[Concatenate[HttpRequest, P], R]], Callable[Concatenate[HttpRequest, P], R]]:
    """Run an operation as the client, in one transaction that a refusal undoes; without the scope it does not run."""

    def decorate(operation: Callable[Concatenate[HttpRequest, P], R]) -> Callable[Concatenate[HttpRequest, P], R]:
        @wraps(operation)
        def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if scope is not None:
                require(request, scope)
            client: ConnectedSystem = request.auth  # type: ignore[attr-defined]
            with as_client(client) as actor:
                request.actor = actor  # type: ignore[attr-defined]
                return operation(request, *args, **kwargs)

        # ninja reads the annotations from here, and they are written as text in the operation's own module
        wrapped.__signature__ = inspect.signature(operation, eval_str=True)  # type: ignore[attr-defined]
        return wrapped

    return decorate


def require(request: HttpRequest, scope: Scope) -> None:
    """Refuse when the token lacks a scope that only some bodies of an operation need. Raises ProblemError 403."""
    client: ConnectedSystem = request.auth  # type: ignore[attr-defined]
    if scope not in client.scopes:
        raise ProblemError(status=403, code="scope_missing", detail=f"Khóa này không có phạm vi {scope}.")


def actor_of_request(request: HttpRequest) -> Actor:
    """Return who acts."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
