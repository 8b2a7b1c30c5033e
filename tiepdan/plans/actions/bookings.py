"""Acts on rooms, equipment, vehicles and drivers."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans.models import Bookable, Booking
from tiepdan.plans.rules.tasks import WORKERS

KINDS = {"room": "Phòng", "equipment": "Thiết bị", "vehicle": "Phương tiện", "driver": "Lái xe"}


@transaction.atomic
def add_bookable(*, kind: str, name: str, note: str, by: Actor, at: datetime) -> Bookable:
    """Add something of the own agency that can be booked. Raises ActionRefused: plan_role_not_allowed, bookable_known."""
    if not by.is_one_of(*WORKERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    clean = " ".join(name.split())[:160]
    if (
        not clean
        or kind not in KINDS
        or Bookable.objects.filter(agency_id=by.agency_id, kind=kind, name=clean).exists()
    ):
        raise ActionRefused(Refused("bookable_known"))
    row = Bookable.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, kind=kind, name=clean, note=note.strip()[:200]
    )
    record(act="bookable.added", by=by, at=at, subject=f"bookable:{row.pk}", after={"kind": kind, "name": clean})
    return row


@transaction.atomic
def book(
    *,
    bookable_id: int,
    starts_at: datetime,
    ends_at: datetime,
    purpose: str,
    task_id: int | None,
    by: Actor,
    at: datetime,
) -> Booking:
    """Book something for a time. The database keeps two from having it at once.

    Raises ActionRefused: plan_role_not_allowed, bookable_absent, booking_time_wrong, booked_already.
    """
    if not by.is_one_of(*WORKERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    bookable = Bookable.objects.filter(pk=bookable_id, agency_path=by.agency_path, ended_on=None).first()
    if bookable is None:
        raise ActionRefused(Refused("bookable_absent"))
    if ends_at <= starts_at or not purpose.strip():
        raise ActionRefused(Refused("booking_time_wrong"))
    try:
        with transaction.atomic():
            row = Booking.objects.create(
                bookable=bookable, agency_path=by.agency_path, starts_at=starts_at, ends_at=ends_at,
                purpose=purpose.strip()[:300], task_id=task_id, booked_by_id=by.user_id, booked_at=at,
            )  # fmt: skip
            record(
                act="bookable.booked", by=by, at=at, subject=f"booking:{row.pk}",
                after={"what": bookable.name, "from": starts_at, "to": ends_at},
            )  # fmt: skip
    except IntegrityError as error:
        taken = Booking.objects.filter(
            bookable=bookable, cancelled_at=None, starts_at__lt=ends_at, ends_at__gt=starts_at
        ).order_by("starts_at").first()  # fmt: skip
        facts = {"what": bookable.name, "when": _words(taken), "purpose": taken.purpose if taken else ""}
        raise ActionRefused(Refused("booked_already", facts=facts)) from error
    return row


@transaction.atomic
def cancel_booking(*, booking_id: int, by: Actor, at: datetime) -> Booking:
    """Give up a booking. Raises ActionRefused: booking_cancelled."""
    row = Booking.objects.select_for_update(of=("self",)).get(pk=booking_id)
    if row.cancelled_at is not None:
        raise ActionRefused(Refused("booking_cancelled"))
    row.cancelled_at = at
    row.save(update_fields=["cancelled_at"])
    record(act="bookable.cancelled", by=by, at=at, subject=f"booking:{row.pk}")
    return row


def _words(row: Booking | None) -> str:
    if row is None:
        return ""
    start, end = row.starts_at.astimezone(VIETNAM), row.ends_at.astimezone(VIETNAM)
    return f"{start:%H:%M %d/%m/%Y} – {end:%H:%M %d/%m/%Y}"
