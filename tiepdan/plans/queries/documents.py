"""Lists of plan documents."""

from __future__ import annotations

from typing import Final

from tiepdan.accounts.rules import Actor
from tiepdan.plans.models import PlanDocument

PAGE_SIZE: Final = 30


def plans_page(*, by: Actor, before: int = 0) -> tuple[list[PlanDocument], int]:
    """List the plan documents of the actor's agency, newest first, without their texts.

    before: the `before` that the page above returned, 0 for the first page
    Returns: rows, and what to pass for the next page (0: there is none). Cost: 1 query.
    """
    rows = PlanDocument.objects.filter(agency_path=by.agency_path).select_related("uploaded_by", "progress")
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows.defer("text", "reading", "places", "corrections").order_by("-pk")[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    return found[:PAGE_SIZE], found[PAGE_SIZE - 1].pk if more else 0
