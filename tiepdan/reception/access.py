"""Lines of the reception book named by a user."""

from __future__ import annotations

from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound
from tiepdan.reception.models import Reception


def reception_for(*, code: str) -> Reception:
    """Return the visit with this code, as far as the acting post may see it. Raises NotFound."""
    found = (
        Reception.objects.select_related("agency", "officer", "outcome_agency", "submission", "refusal_paper")
        .filter(code=parse_code(code) or "")
        .first()
    )
    if found is None:
        raise NotFound(code)
    return found
