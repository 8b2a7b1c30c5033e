"""Fetching a handover named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Handover


def handover_for(*, handover_id: int, lock: bool = False) -> Handover:
    """Return a handover of an agency looked after, or received from. Raises NotFound."""
    found = Handover.objects.filter(pk=handover_id)
    if lock:
        found = found.select_for_update(of=("self",))
    handover = found.select_related("predecessor", "predecessor__parent", "prepared_by", "approved_by").first()
    if handover is None:
        raise NotFound(str(handover_id))
    return handover
