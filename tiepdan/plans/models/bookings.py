"""Rooms, equipment, vehicles and drivers, and who has them when. The database refuses two bookings of one at one time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.plans.models.tasks import Task


class Bookable(models.Model):
    """Something that can be had by one at a time."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    kind = models.CharField(max_length=10)  # room, equipment, vehicle, driver
    name = models.CharField(max_length=160)
    note = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "kind", "name"], name="bookable_once")]


class Booking(models.Model):
    """One use. Overlaps are refused by an exclusion constraint (migrations/0004)."""

    bookable = models.ForeignKey(Bookable, on_delete=models.PROTECT, related_name="bookings")
    agency_path = models.CharField(max_length=120, db_collation="C")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    purpose = models.CharField(max_length=300)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="bookings")
    booked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="booking_has_a_length")]
