"""Inboxes of the demo as they would look at an office that reads them: only the last days are unseen."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import F

from tiepdan.accounts.acting import acting
from tiepdan.matters.models import Notice
from tiepdan.ops.demo.timetable import moment
from tiepdan.ops.demo.world import World, has_ended

UNSEEN_DAYS: Final = 14


def see_old_notices(world: World) -> None:
    """Mark what came before the last days as seen by who holds the post."""
    before = moment(world.as_of - timedelta(days=UNSEEN_DAYS), 0)
    for actor in [
        one
        for held in world.actors.values()
        for one in held
        if not has_ended(world, world.key_of(one.agency_id), world.as_of)
    ]:
        with acting(actor):
            old = Notice.objects.filter(made_at__lt=before, acknowledged_at__isnull=True)
            old.update(read_at=F("made_at"), acknowledged_at=F("made_at"), acknowledged_by_id=actor.user_id)
