"""Requests and breaches named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.matters.access import NotFound
from tiepdan.privacy.models import Breach, DataRequest


def request_for(*, request_id: int) -> DataRequest:
    """Return a request that the acting post may see. Raises NotFound."""
    found = DataRequest.objects.filter(pk=request_id).first()
    if found is None:
        raise NotFound(str(request_id))
    return found


def breach_for(*, breach_id: int) -> Breach:
    """Return a breach that the acting post may see. Raises NotFound."""
    found = Breach.objects.filter(pk=breach_id).first()
    if found is None:
        raise NotFound(str(breach_id))
    return found
