"""Reads of the registry: the tree, and the look-up by name without diacritics."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length

from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import subtree_end
from tiepdan.infra.folding import fold

LOOKUP_LIMIT: Final = 12
PAGE_SIZE: Final = 100


def look_up(
    *, text: str, on: date, limit: int = LOOKUP_LIMIT, receiving: bool = False, kinds: Collection[str] = ()
) -> list[Agency]:
    """List agencies in force whose name has every word typed (with or without diacritics) or whose code begins so.

    Shorter names come first: who types "ubnd phuong hoa sen" means the committee, not a body of it.
    Cost: 1 query over the registry (about 20,000 rows).
    """
    words = fold(text).split()
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(folded_name__contains=word)
    found = Agency.objects.in_force(on=on).filter(named | Q(code__istartswith=text.strip()))
    if receiving:
        found = found.receiving()
    if kinds:
        found = found.filter(kind__in=kinds)
    return list(found.select_related("parent").order_by(Length("folded_name"), "path")[:limit])


def by_name(*, text: str, on: date) -> Agency | None:
    """Return the one agency in force with exactly this name or code, or None when there is none or are several."""
    exact = Q(folded_name=fold(text)) | Q(code__iexact=text.strip())
    found = list(Agency.objects.in_force(on=on).filter(exact)[:2])
    return found[0] if len(found) == 1 else None


def children(*, parent: Agency, on: date, with_ended: bool = False) -> QuerySet[Agency]:
    """Agencies directly under one, each with the number of its own children in force, by path."""
    below = Agency.objects.filter(parent=parent)
    if not with_ended:
        below = below.in_force(on=on)
    in_force = Q(children__starts_on__lte=on) & (
        Q(children__ends_before__isnull=True) | Q(children__ends_before__gt=on)
    )
    return below.annotate(below_count=Count("children", filter=in_force)).order_by("level", "path")


def found_below(*, path: str, text: str) -> list[Agency]:
    """List agencies under a path by words of their names, ended ones too. Cost: 1 query."""
    found = Agency.objects.below(path=path)
    for word in fold(text).split():
        found = found.filter(folded_name__contains=word)
    return list(found.select_related("parent").order_by(Length("folded_name"), "path")[:PAGE_SIZE])


def ancestors(*, agency: Agency) -> list[Agency]:
    """List the agencies above one, the highest first. Cost: 1 query."""
    size = agency.path.count("/")
    paths = ["/".join(agency.path.split("/")[: depth + 2]) + "/" for depth in range(size - 2)]
    return list(Agency.objects.filter(path__in=paths).order_by("path"))


def count_below(*, agency: Agency) -> int:
    """Count an agency and everything under it. Cost: 1 query, one range of the index."""
    return Agency.objects.filter(path__gte=agency.path, path__lt=subtree_end(agency.path)).count()
