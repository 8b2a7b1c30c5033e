"""Reads of the anchor of rights."""

from __future__ import annotations

from collections.abc import Collection

from tiepdan.matters.models import Matter


def readable_matters(*, matter_ids: Collection[int]) -> frozenset[int]:
    """Return those of the matters whose content the acting post reads, not only their line. Cost: 1 query, or none."""
    if not matter_ids:
        return frozenset()
    return frozenset(Matter.objects.filter(pk__in=set(matter_ids)).values_list("pk", flat=True))
