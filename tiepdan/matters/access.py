"""Fetching a matter named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.infra.errors import TiepdanError
from tiepdan.matters.models import Participation


class NotFound(TiepdanError):
    """Absent, or not yours: the same answer for both."""


def line_for(*, code: str) -> Participation:
    """Return the acting agency's line of the matter with this public code. Raises NotFound."""
    line = Participation.objects.filter(code=code).select_related("agency", "handler", "matter").first()
    if line is None:
        raise NotFound(code)
    return line
