"""What the server itself says of each page: its time, its queries, and where the time goes."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import lxml.html

from tiepdan.ops.bench.known import DESK, Known
from tiepdan.ops.bench.load import Answer, Request, send
from tiepdan.ops.bench.operations import OPERATIONS, Operation

_TIMES: Final = 20
_ASK: Final = {"X-Tiepdan-Timing": "1"}
_PART: Final = re.compile(r"(\w+);dur=([0-9.]+)")
_LIMIT_TRIED: Final = 45  # look-ups in one minute: more than the thirty that the default allows


@dataclass(frozen=True, slots=True)
class Timed:
    """One answer as the server timed it, milliseconds."""

    total: float
    db: float
    template: float
    queries: int


def timed(answer: Answer) -> Timed | None:
    """Read the Server-Timing header."""
    parts = {name: float(value) for name, value in _PART.findall(answer.headers.get("server-timing", ""))}
    if not parts:
        return None
    return Timed(parts["total"], parts["db"], parts["template"], int(parts["queries"]))


def pages_timed(*, port: int, known: Known) -> dict[str, Any]:
    """Open every page of the navigation of officer and head, what one page leads to, and the portal; twenty times each."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    slow: dict[str, float] = {}
    queries: dict[str, int] = {}
    for name, session, path in [*_pages(connection, known)]:
        found = []
        for _ in range(_TIMES + 3):
            answer = send(connection, _get(path, session, known.csrf))
            one = timed(answer)
            if one is not None and answer.status == 200:
                found.append(one)
        found = found[3:]  # the first ones load templates
        if found:
            totals = sorted(one.total for one in found)
            slow[name] = round(totals[min(len(totals) - 1, int(len(totals) * 0.95))], 2)
            queries[name] = max(one.queries for one in found)
    connection.close()
    return {"html_p95_ms": slow, "queries": queries}


def _get(path: str, session: str, csrf: str) -> Request:
    cookies = f"csrftoken={csrf}" + (f"; sessionid={session}" if session else "")
    return Request("GET", path, {"Cookie": cookies, **_ASK})


def _pages(connection: http.client.HTTPConnection, known: Known) -> Iterable[tuple[str, str, str]]:
    """Name, session and path of every page."""
    seen: set[tuple[str, str]] = set()
    for role, session in (("officer", known.officer), ("head", known.head)):
        for path in [f"{DESK}/", *_links(connection, f"{DESK}/", session, known.csrf)]:
            if (role, path) not in seen:
                seen.add((role, path))
                yield f"{role} {path}", session, path
    yield "officer list_deep", known.officer, f"{DESK}/don/?kind=complaint&state=received&sau={known.deep}"
    yield "officer search", known.officer, f"{DESK}/tim/?q=thu+hoi+dat"
    yield "officer submission", known.officer, f"{DESK}/don/{known.received[0]}/"
    yield "officer processing", known.officer, f"{DESK}/xu-ly/{known.received[0]}/"
    yield "officer screening", known.officer, f"{DESK}/xu-ly/{known.received[0]}/phan-loai/?loai=complaint"
    yield "officer reception form", known.officer, f"{DESK}/tiep-dan/moi/"
    yield "officer case", known.officer, f"{DESK}/vu-viec/{known.cases[0]}/"
    yield "head case", known.head, f"{DESK}/vu-viec/{known.cases[0]}/"
    for path in ("/", "/gui-don/", "/gui-don/khieu-nai/", known.citizen_path, "/tra-cuu/", "/tai-khoan/login/"):
        yield f"citizen {path}", "", path


def _links(connection: http.client.HTTPConnection, path: str, session: str, csrf: str) -> list[str]:
    """Return where the navigation of a page leads."""
    answer = send(connection, _get(path, session, csrf))
    page = lxml.html.fromstring(answer.body.decode() or "<p>")
    return sorted({str(link) for link in page.xpath("//nav//a/@href") if str(link).startswith(f"{DESK}/")})


def slowest_explained(*, port: int, known: Known) -> dict[str, Any]:
    """Return where the time goes in the three slowest operations: database, Python and templates, medians."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    rows: dict[str, dict[str, float]] = {}
    for name in OPERATIONS:
        if name == "lifecycle":
            continue
        found = []
        stream = Operation(name, known).requests(900)
        request = next(stream)
        for _ in range(_TIMES):
            answer = send(connection, Request(request.method, request.path, {**request.headers, **_ASK}, request.body))
            one = timed(answer)
            found += [one] if one is not None else []
            request = stream.send(answer)
        if found:
            rows[name] = {
                "total_ms": round(median(one.total for one in found), 2),
                "database_ms": round(median(one.db for one in found), 2),
                "template_ms": round(median(one.template for one in found), 2),
                "python_ms": round(median(one.total - one.db - one.template for one in found), 2),
                "queries": max(one.queries for one in found),
            }
    connection.close()
    slowest = sorted(rows, key=lambda name: -rows[name]["total_ms"])[:3]
    return {name: rows[name] for name in slowest}


def throttle_bites(*, port: int, known: Known) -> dict[str, int]:
    """Look up more often in a minute than the default allows; returns how many were answered and how many refused."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    stream = Operation("lookup", known).requests(0)
    request = next(stream)
    statuses = []
    for _ in range(_LIMIT_TRIED):
        answer = send(connection, request)
        statuses.append(answer.status)
        request = stream.send(answer)
    connection.close()
    return {"tried": len(statuses), "answered": statuses.count(302), "refused": statuses.count(429)}
