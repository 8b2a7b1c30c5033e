"""Online sessions named by a user. Absent and not yours are the same."""

from __future__ import annotations

from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound
from tiepdan.online.models import OnlinePoint, OnlineSession


def session_for(*, code: str) -> OnlineSession:
    """Return a session of a case that the actor reads. Raises NotFound."""
    found = (
        OnlineSession.objects.select_related(
            "agency__parent", "submission__matter", "notice", "invitation", "minutes", "reception", "moved_from"
        )
        .filter(code=parse_code(code) or "")
        .first()
    )
    if found is None:
        raise NotFound(code)
    return found


def own_point(*, code: str, agency_id: int) -> OnlinePoint:
    """Return the point that the actor's agency holds at somebody's session. Raises NotFound."""
    found = OnlinePoint.objects.filter(session_code=parse_code(code) or "", agency_id=agency_id).first()
    if found is None:
        raise NotFound(code)
    return found
