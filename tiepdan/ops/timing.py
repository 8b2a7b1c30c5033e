"""Where the time of one request goes, told in its Server-Timing header; for measuring only (TIEPDAN_SERVER_TIMING=1)."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import Template

ASKED_BY: Final = "HTTP_X_TIEPDAN_TIMING"  # a request without this header is not timed and costs nothing


@dataclass(slots=True)
class Spent:
    """Seconds of one request."""

    database: float = 0.0
    queries: int = 0
    template: float = 0.0  # without what the database took meanwhile
    drawing: bool = False


_spent: ContextVar[Spent | None] = ContextVar("spent", default=None)


class ServerTiming:
    """Times a request that asks for it: whole, in the database, in templates, and how many queries it issued."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        _time_templates()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if ASKED_BY not in request.META:
            return self.get_response(request)
        spent = Spent()
        token = _spent.set(spent)
        begun = time.perf_counter()
        try:
            with connection.execute_wrapper(_timed):
                response = self.get_response(request)
        finally:
            _spent.reset(token)
        total = time.perf_counter() - begun
        parts = {"total": total, "db": spent.database, "template": spent.template}
        shown = [f"{name};dur={seconds * 1000:.3f}" for name, seconds in parts.items()]
        response.headers["Server-Timing"] = ", ".join([*shown, f"queries;dur={spent.queries}"])
        return response


def _timed(execute: Callable[..., Any], sql: str, params: object, many: bool, context: object) -> Any:  # Django's
    spent = _spent.get()
    begun = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        if spent is not None:
            spent.database += time.perf_counter() - begun
            # Savepoints and the entering of a transaction are round trips too, but ask nothing.
            spent.queries += not sql.startswith(("SAVEPOINT", "RELEASE"))


def _time_templates() -> None:
    plain = Template.render
    if getattr(plain, "timed", False):
        return

    def render(self: Template, context: Any = None, request: HttpRequest | None = None) -> Any:
        spent = _spent.get()
        if spent is None or spent.drawing:
            return plain(self, context, request)
        spent.drawing = True
        begun, before = time.perf_counter(), spent.database
        try:
            return plain(self, context, request)
        finally:
            spent.drawing = False
            spent.template += time.perf_counter() - begun - (spent.database - before)

    render.timed = True  # type: ignore[attr-defined] # so that it is put in once
    Template.render = render  # type: ignore[method-assign, assignment] # for measuring only
