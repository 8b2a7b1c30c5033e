"""Reads that fill the pages of incidents. Nothing here counts, lists or finds people."""

from __future__ import annotations

from collections.abc import Sequence

from tiepdan.accounts.rules import Actor
from tiepdan.incidents.models import Contact, Incident, IncidentMatter, Office, Situation
from tiepdan.infra.collation import order_key

SHOWN = 100


def incidents(*, only_open: bool) -> list[Incident]:
    """Incidents of the own agency, those one was told of or called to, newest first. Cost: 1 query."""
    found = Incident.objects.select_related("agency").order_by("-began_at", "-pk")
    return list((found.filter(closed_at__isnull=True) if only_open else found)[:SHOWN])


def offices(*, by: Actor) -> list[Office]:
    """Offices of the own agency. Cost: 1 query."""
    return sorted(Office.objects.filter(agency_id=by.agency_id, closed=False), key=lambda row: order_key(row.name))


def sheet(*, office: Office) -> list[tuple[Situation, Sequence[Contact]]]:
    """The response sheet: each situation with who is called, in order. Cost: 2 queries."""
    found = office.situations.filter(removed=False).prefetch_related("contacts").order_by("pk")
    return [(one, sorted(one.contacts.all(), key=lambda contact: contact.order)) for one in found]


def matter_codes(*, incident: Incident) -> list[str]:
    """Codes of linked matters, as far as one sees them. Cost: 1 query."""
    return list(IncidentMatter.objects.filter(incident=incident).order_by("pk").values_list("code", flat=True))
