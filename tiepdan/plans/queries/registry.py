"""The registry as the rules of matching see it: agencies in force on a day, near the body that issued a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from tiepdan.agencies.models import Agency, Succession
from tiepdan.agencies.queries import successors
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, subtree_end
from tiepdan.plans.rules.matching import COMMITTEES, SURE, Body, MatchKind, Registry


def registry_for(*, agency: Agency, issuer: str, on: date) -> Registry:
    """Return the registry of a day as seen from a plan's issuer; where the printed issuer is not known, from the agency.

    Cost: 3 queries, the territory of one province at most
    """
    bodies = bodies_near(agency=agency, on=on)
    home = next((body for body in bodies if body.id == agency.pk), _body(agency))
    seen = Registry(bodies=bodies, home=home)
    found = seen.match(issuer) if issuer else None
    if found is None or found.kind is not MatchKind.ONE or found.confidence < SURE or found.ids[0] == home.id:
        return seen
    return Registry(bodies=bodies, home=next(body for body in bodies if body.id == found.ids[0]))


def bodies_near(*, agency: Agency, on: date) -> list[Body]:
    """List the agencies in force on a day within the territory, beside those above it, and of the centre."""
    above = _prefixes(agency.path)
    seat = (
        Agency.objects.filter(path__in=above, kind__in=[kind.value for kind in COMMITTEES]).order_by("-path").first()
        or agency
    )
    # A department's or inspectorate's plan reaches the territory of its committee.
    near = Q(path__gte=seat.path, path__lt=subtree_end(seat.path)) | Q(path__in=above) | Q(parent__path__in=above)
    central = Q(level=AgencyLevel.CENTRAL)
    found = list(
        Agency.objects.in_force(on=on).filter(near | central).exclude(kind=AgencyKind.TASK_FORCE).order_by("path")
    )
    names: dict[int, list[str]] = {}
    taken = Succession.objects.filter(successor__in=found, on__lte=on).select_related("predecessor")
    for row in taken:
        names.setdefault(row.successor_id or 0, []).append(row.predecessor.name)
    return [_body(row, tuple(names.get(row.pk, ()))) for row in found]


def carried_on(*, ids: Iterable[int], on: date) -> list[int]:
    """Replace agencies that have ended by those that carry on for them on a day. Cost: 1 query, more per ended agency"""
    found: dict[int, None] = {}
    known = agencies_by_id(ids)
    for pk in ids:
        agency = known.get(pk)
        if agency is None:
            continue
        if agency.ends_before is None or on < agency.ends_before:
            found[pk] = None
        else:
            found.update((heir.pk, None) for heir in successors(agency_id=pk, on=on))
    return list(found)


def agencies_by_id(ids: Iterable[int]) -> dict[int, Agency]:
    """Return agencies by id. Cost: 1 query."""
    return Agency.objects.in_bulk(list(set(ids)))


def _prefixes(path: str) -> list[str]:
    return [path[:end] for end in range(len(path), 1, -7)]


def _body(agency: Agency, carries_on: tuple[str, ...] = ()) -> Body:
    return Body(
        agency.pk,
        agency.name,
        agency.short_name,
        AgencyKind(agency.kind),
        AgencyLevel(agency.level),
        agency.path,
        carries_on,
    )
