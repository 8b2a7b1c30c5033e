"""Counting attempts in the database: one count for all workers, no outside service, nothing kept that names anybody."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection

from tiepdan.infra.seal import load_ring

# One statement, so that two attempts at once are two. A window that has passed starts again.
_COUNT = """
ON CONFLICT (key) DO UPDATE SET
  hits = CASE WHEN throttle.ends_at <= %(now)s THEN 1 ELSE throttle.hits + 1 END,
  ends_at = CASE WHEN throttle.ends_at <= %(now)s THEN excluded.ends_at ELSE throttle.ends_at END
RETURNING hits
"""
_HIT = f"INSERT INTO throttle (key, hits, ends_at) VALUES (%(key)s, 1, %(ends)s) {_COUNT}"  # noqa: S608 # ours
_HITS_NOW = "coalesce((SELECT hits FROM throttle WHERE key = %(key)s AND ends_at > %(now)s), 0)"
# Each new window clears a few that are over, so the table stays as small as its use.
_CLEAR = (
    "DELETE FROM throttle WHERE key IN"
    " (SELECT key FROM throttle WHERE ends_at < %s ORDER BY ends_at LIMIT 20 FOR UPDATE SKIP LOCKED)"
)

_HOME_NETWORK: Final = 64  # an IPv6 connection owns a whole /64


def sender_of(meta: Mapping[str, object]) -> str:
    """Return the network address a request came from (request.META); behind our own proxy, what the proxy saw."""
    seen = str(meta.get("REMOTE_ADDR", ""))
    if settings.BEHIND_HTTPS:
        seen = str(meta.get("HTTP_X_FORWARDED_FOR", seen)).rsplit(",", 1)[-1].strip()
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return seen
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _HOME_NETWORK), strict=False))
    return seen


def hit(*, scope: str, who: str, limit: int, window: timedelta, at: datetime) -> bool:
    """Count an attempt; returns whether it is still within the limit of its window.

    who: an address, a code, a client; stored only as a keyed hash
    Cost: 1 query, or 2 when a window begins.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HIT, {"key": _key(scope, who), "now": at, "ends": at + window})
        row = cursor.fetchone()
        hits = int(row[0]) if row else 0
        if hits == 1:
            cursor.execute(_CLEAR, [at])
    return hits <= limit


def hit_if_found(
    find: str, values: Mapping[str, Any], *, scope: str, who: str, limit: int, window: timedelta, at: datetime
) -> tuple[tuple[Any, ...], bool] | None:
    """Find one row and count an attempt of it in the same statement; None, and nothing counted, when there is none.

    find: SELECT of at most one row, with named values
    Returns: the row, and whether the attempt is within the limit of its window
    Cost: 1 query, or 2 when a window begins.
    """
    statement = (
        f"WITH found AS ({find}), counted AS (INSERT INTO throttle (key, hits, ends_at)"  # noqa: S608 # both are ours
        f" SELECT %(key)s, 1, %(ends)s FROM found {_COUNT}) SELECT counted.hits, found.* FROM found, counted"
    )
    told = {**values, "key": _key(scope, who), "now": at, "ends": at + window}
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        row = cursor.fetchone()
        if row is not None and row[0] == 1:
            cursor.execute(_CLEAR, [at])
    return None if row is None else (tuple(row[1:]), int(row[0]) <= limit)


def is_spent(*, scope: str, who: str, limit: int, at: datetime) -> bool:
    """Tell whether the limit is reached, without counting. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_HITS_NOW}", {"key": _key(scope, who), "now": at})
        row = cursor.fetchone()
    return bool(row) and int(row[0]) >= limit


def spent_and_found(
    find: str, values: Mapping[str, Any], *, scope: str, who: str, limit: int, at: datetime
) -> tuple[bool, Any]:
    """Tell whether a limit is reached, and beside it what an expression of the database gives, whether reached or not.

    find: one expression with named values
    Cost: 1 query.
    """
    statement = f"SELECT {_HITS_NOW}, {find}"  # both are ours
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "key": _key(scope, who), "now": at})
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("a statement without a table gave no row")
    return int(row[0]) >= limit, row[1]


def _key(scope: str, who: str) -> bytes:
    return load_ring(settings.HOME).keyed_hash(text=f"{scope}\x00{who}", purpose="throttle")
