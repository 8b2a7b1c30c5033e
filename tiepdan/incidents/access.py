"""Fetching incidents and offices named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.incidents.models import Incident, Office
from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound


def incident_for(*, code: str) -> Incident:
    """Return an incident that one has to do with. Raises NotFound."""
    found = (
        Incident.objects.select_related("agency", "office", "leader", "acknowledged_by", "reported_by")
        .filter(code=parse_code(code) or "")
        .first()
    )
    if found is None:
        raise NotFound(code)
    return found


def office_for(*, office_id: int) -> Office:
    """Return an office of the own agency. Raises NotFound."""
    found = Office.objects.filter(pk=office_id).first()
    if found is None:
        raise NotFound(str(office_id))
    return found
