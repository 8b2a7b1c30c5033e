"""Fetching an agency named by an administrator: the own one and those below, nothing else exists."""

from __future__ import annotations

from tiepdan.agencies.models import Agency
from tiepdan.audit.record import ActorLike
from tiepdan.infra.errors import TiepdanError


class UnknownAgency(TiepdanError):
    """No such agency, or not the administrator's: the same answer for both."""


def agency_for(*, agency_id: int, by: ActorLike, lock: bool = False) -> Agency:
    """Return an agency in the administrator's scope. Raises UnknownAgency."""
    found = Agency.objects.below(path=by.agency_path).filter(pk=agency_id)
    agency = (found.select_for_update() if lock else found).first()
    if agency is None:
        raise UnknownAgency(str(agency_id))
    return agency
