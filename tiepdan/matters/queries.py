"""Reads of the anchor of rights."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tiepdan.matters.models import Matter, Participation


def readable_matters(*, matter_ids: Collection[int]) -> frozenset[int]:
    """Return those of the matters whose content the acting post reads, not only their line. Cost: 1 query, or none."""
    if not matter_ids:
        return frozenset()
    return frozenset(Matter.objects.filter(pk__in=set(matter_ids)).values_list("pk", flat=True))


def matters_that_open(lines: Iterable[Participation]) -> frozenset[int]:
    """Return the matters of lines that open to the acting post; a sealed one opens to who is assigned. Cost: 1 query, or none."""
    listed = list(lines)
    sealed = [line.matter_id for line in listed if line.sealed]
    return frozenset(line.matter_id for line in listed if not line.sealed) | readable_matters(matter_ids=sealed)
