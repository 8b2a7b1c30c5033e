"""Sessions and follow-ups named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.agenda.models import FollowUp, ReceptionSession
from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound


def session_for(*, code: str) -> ReceptionSession:
    """Return a session that the acting post may see. Raises NotFound."""
    found = (
        ReceptionSession.objects.select_related("agency", "agency__parent", "conclusion")
        .filter(code=parse_code(code) or "")
        .first()
    )
    if found is None:
        raise NotFound(code)
    return found


def follow_up_for(*, session: ReceptionSession, follow_up_id: int) -> FollowUp:
    """Return a follow-up of a session. Raises NotFound."""
    found = FollowUp.objects.filter(session=session, pk=follow_up_id).first()
    if found is None:
        raise NotFound(str(follow_up_id))
    return found
