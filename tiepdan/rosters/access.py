"""Fetching task forces, rosters and shifts named by a user. What the database does not show is absent."""

from __future__ import annotations

from datetime import date

from tiepdan.infra.codes import parse_code
from tiepdan.matters.access import NotFound
from tiepdan.rosters.models import DutyShift, Roster, Swap, TaskForce


def force_for(*, code: str) -> TaskForce:
    """Return a task force of the own agency or that one serves in. Raises NotFound."""
    found = TaskForce.objects.select_related("agency").filter(code=parse_code(code) or "").first()
    if found is None:
        raise NotFound(code)
    return found


def roster_for(*, code: str) -> Roster:
    """Return a roster of the own agency or that one serves in. Raises NotFound."""
    found = Roster.objects.select_related("agency", "force").filter(code=parse_code(code) or "").first()
    if found is None:
        raise NotFound(code)
    return found


def duty_for(*, duty_id: int) -> DutyShift:
    """Return one shift of a roster one sees. Raises NotFound."""
    found = DutyShift.objects.select_related("roster__agency", "roster__force", "member").filter(pk=duty_id).first()
    if found is None:
        raise NotFound(str(duty_id))
    return found


def swap_for(*, swap_id: int) -> Swap:
    """Return a swap of a roster one sees. Raises NotFound."""
    found = (
        Swap.objects.select_related("duty__roster", "duty__member", "other", "other_duty").filter(pk=swap_id).first()
    )
    if found is None:
        raise NotFound(str(swap_id))
    return found


def is_in(*, roster: Roster, on: date) -> bool:
    """Tell whether a day lies in the window."""
    return roster.starts_on <= on <= roster.ends_on
