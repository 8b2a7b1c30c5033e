"""Logs that hold no personal data: an error is told by its kind and place, never by its words, which may quote a row."""

from __future__ import annotations

import json
import logging
import traceback
from types import TracebackType
from typing import Final

from tiepdan.infra.clock import moment_of

_OWN_FRAMES: Final = 8  # the innermost ones are where to look
_KNOWN: Final = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_WITH_ADDRESS: Final = ("django.request", "django.server", "django.security")  # their words quote the address asked for


class JsonLines(logging.Formatter):
    """One JSON object a line; what a caller passes as `extra` becomes fields when it is a number, a short word or nothing."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return json.dumps(told(record), ensure_ascii=False, separators=(",", ":"))


class PlainLines(logging.Formatter):
    """The same for eyes: time, level, logger, words, fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields = told(record)
        head = " ".join(str(fields.pop(name)) for name in ("time", "level", "logger", "message"))
        return " ".join([head, *(f"{name}={value}" for name, value in fields.items())])


def told(record: logging.LogRecord) -> dict[str, object]:
    """Return what may be said of a record."""
    fields: dict[str, object] = {
        "time": moment_of(record.created).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": _words(record),
    }
    fields |= {
        name: value
        for name, value in vars(record).items()
        if name not in _KNOWN and isinstance(value, int | float | bool | str | None)
    }
    route = _route(record)
    if route:
        fields["route"] = route
    if record.exc_info and record.exc_info[0] is not None:
        kind, _, where = record.exc_info
        fields["error"] = f"{kind.__module__}.{kind.__qualname__}"
        fields["at"] = _places(where)
    return fields


def _words(record: logging.LogRecord) -> str:
    """Words of a record; of Django's own about a request only their constant part, without the address."""
    if record.name.startswith(_WITH_ADDRESS):
        return str(record.msg).split("%", 1)[0].rstrip(" :(\"'")
    return record.getMessage()


def _route(record: logging.LogRecord) -> str:
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(getattr(match, "route", "")) if match else ""


def _places(where: TracebackType | None) -> str:
    frames = traceback.extract_tb(where)[-_OWN_FRAMES:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in reversed(frames))
