"""Storing who came: number, address and telephone always in an envelope, the name too when sealed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from tiepdan.infra.folding import tidy
from tiepdan.infra.seal import load_ring
from tiepdan.reception.models import Reception, Visitor
from tiepdan.reception.visit import VisitorData
from tiepdan.submissions.intake import Identity
from tiepdan.submissions.redaction import Trace, TraceKind, redacted

_INSERT = (
    "INSERT INTO reception_visitor (id, reception_id, agency_path, sealed, name, identity_kind, envelope, standing,"
    " standing_papers) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


def store_visitors(*, reception: Reception, visitors: Sequence[VisitorData]) -> None:
    """Store visitors. Without RETURNING: a sealed visit without submission shows them to nobody. Part of an act."""
    named = [one for one in visitors if one.name.strip() or not one.identity.is_empty]
    if not named:
        return
    pieces = [Trace(TraceKind.NAME, one.name) for one in named if one.name.strip()] if reception.sealed else []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('reception_visitor', 'id')) FROM generate_series(1, %s)",
            [len(named)],
        )
        ids = [int(row[0]) for row in cursor.fetchall()]
        rows: list[tuple[int | str | bool | bytes, ...]] = []
        for number, visitor in zip(ids, named, strict=True):
            name = " ".join(tidy(visitor.name).split())[:160]
            rows.append(
                (number, reception.pk, reception.agency_path, reception.sealed, "" if reception.sealed else name,
                 visitor.identity_kind, envelope_of(number, name, visitor.identity), visitor.standing.value,
                 json.dumps([redacted(text=paper, pieces=pieces) for paper in visitor.standing_papers], ensure_ascii=False))
            )  # fmt: skip
        cursor.executemany(_INSERT, rows)


def envelope_of(number: int, name: str, identity: Identity) -> bytes:
    """Return the envelope of a visitor; it always holds the name, so that sealing later needs no rewriting."""
    known = {key: value for key, value in asdict(identity).items() if value}
    plain = json.dumps({**known, "name": name}, ensure_ascii=False, default=str).encode()
    return load_ring(settings.HOME).close(plain=plain, bound_to=f"visitor:{number}")


def read_visitor(visitor: Visitor) -> dict[str, str]:
    """Return what the envelope of a visitor holds, as text. Raises SealBroken."""
    if visitor.envelope is None:
        return {"name": visitor.name}
    plain = load_ring(settings.HOME).open(envelope=bytes(visitor.envelope), bound_to=f"visitor:{visitor.pk}")
    held: dict[str, Any] = json.loads(plain)
    return {key: str(value) for key, value in held.items()}


def issued_on(held: dict[str, str]) -> date | None:
    """Return the day of issue in an envelope, if any."""
    return date.fromisoformat(held["issued_on"]) if held.get("issued_on") else None
