"""Writing an audit entry: called by every act, in its transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from django.db import connection

_INSERT = (
    "INSERT INTO audit_entry (at, act, actor_id, actor_name, actor_role, actor_unit, agency_path, matter_id, subject,"
    " before, after, reason, rule) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


class ActorLike(Protocol):
    """What an entry needs to know of who acts; audit lies below accounts and cannot name its type."""

    @property
    def user_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def agency_name(self) -> str: ...
    @property
    def agency_path(self) -> str: ...


def record(
    *,
    act: str,
    by: ActorLike,
    at: datetime,
    subject: str,
    matter_id: int | None = None,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
    rule: str = "",
) -> None:
    """Store one entry; the trigger adds time, place in the chain and hash.

    act: noun.past_participle; subject: "case:12". Never pass an identity of a sealed matter: say only what changed.
    Cost: 1 query.
    """
    said = entry(
        act=act,
        by=by,
        at=at,
        subject=subject,
        matter_id=matter_id,
        before=before,
        after=after,
        reason=reason,
        rule=rule,
    )
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, list(said.values()))


def entry(
    *,
    act: str,
    by: ActorLike,
    at: datetime,
    subject: str = "",
    matter_id: int | None = None,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
    rule: str = "",
) -> dict[str, datetime | str | int | None]:
    """Return the columns of an entry in their order, for an act that the database stores as one whole."""
    return {
        "at": at, "act": act, "actor_id": by.user_id, "actor_name": getattr(by, "name_on_record", by.name),
        "actor_role": by.role, "actor_unit": by.agency_name, "agency_path": by.agency_path, "matter_id": matter_id,
        "subject": subject, "before": _text(before), "after": _text(after), "reason": reason, "rule": rule,
    }  # fmt: skip


def _text(values: Mapping[str, object] | None) -> str:
    return json.dumps(values, ensure_ascii=False, default=str, sort_keys=True) if values else ""
