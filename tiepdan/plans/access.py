"""Fetching a plan named by a user. What the database does not show is absent."""

from __future__ import annotations

from tiepdan.documents.access import files
from tiepdan.matters.access import NotFound
from tiepdan.plans.models import PlanDocument


def plan_for(*, code: str) -> PlanDocument:
    """Return a plan document of the acting agency. Raises NotFound. Cost: 1 query."""
    plan = (
        PlanDocument.objects.select_related("file", "uploaded_by", "confirmed_by", "progress").filter(code=code).first()
    )
    if plan is None:
        raise NotFound(code)
    return plan


def plan_bytes(*, plan: PlanDocument) -> bytes:
    """Return the file as it was uploaded. Raises FileMissing."""
    return files().get(plan.file.key)
