"""The secret address of a personal calendar."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.rosters.models import CalendarFeed


@transaction.atomic
def make_feed(*, by: Actor, at: datetime) -> str:
    """Make a new secret address; the one before stops working. Returns the secret, which is shown once."""
    CalendarFeed.objects.filter(user_id=by.user_id, revoked_at__isnull=True).update(revoked_at=at)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(user_id=by.user_id, token_hash=hash_of(secret), made_at=at)
    record(act="calendar.made", by=by, at=at, subject=f"calendar:{feed.pk}")
    return secret


@transaction.atomic
def revoke_feed(*, by: Actor, at: datetime) -> None:
    """Stop the own address. Raises ActionRefused: duty_feed_unknown."""
    if not CalendarFeed.objects.filter(user_id=by.user_id, revoked_at__isnull=True).update(revoked_at=at):
        raise ActionRefused(Refused("duty_feed_unknown"))
    record(act="calendar.revoked", by=by, at=at, subject=f"calendar:user-{by.user_id}")


def hash_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
