"""Acts on event windows."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans.models import EventWindow
from tiepdan.plans.rules.tasks import COORDINATORS
from tiepdan.plans.rules.windows import EventKind, Window, may_stand


@transaction.atomic
def set_window(
    *, name: str, kind: EventKind, prepares_on: date, starts_on: date, ends_on: date, follows_until: date, by: Actor,
    at: datetime, code: str = "",
) -> EventWindow:  # fmt: skip
    """Make an event window of the own agency, or change its days (code given).

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, window_days_wrong, window_name_missing.
    """
    if not by.is_one_of(*COORDINATORS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    verdict = may_stand(Window(prepares_on, starts_on, ends_on, follows_until))
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    if not name.strip():
        raise ActionRefused(Refused("window_name_missing"))
    window = EventWindow.objects.select_for_update(of=("self",)).filter(code=code).first() if code else None
    if window is None:
        window = EventWindow(
            code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, created_by_id=by.user_id, created_at=at
        )
    elif window.agency_path != by.agency_path:
        raise ActionRefused(Refused("plan_not_coordinated_here"))
    window.name, window.kind = name.strip()[:200], kind
    window.prepares_on, window.starts_on = prepares_on, starts_on
    window.ends_on, window.follows_until = ends_on, follows_until
    window.save()
    record(
        act="window.set", by=by, at=at, subject=f"event_window:{window.pk}",
        after={"name": window.name, "days": [prepares_on, starts_on, ends_on, follows_until]},
    )  # fmt: skip
    return window
