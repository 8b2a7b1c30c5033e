"""Tables of the anchor of rights. Row-level security of all of them is in migrations/0002."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.matters.rules import Capacity, ClockStatus, Duty, MatterKind


class Matter(models.Model):
    """One content with one line of responsibility, whatever number of papers and agencies it touches."""

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in MatterKind])
    sealed = models.BooleanField(default=False)  # a denunciation: content for the assigned only, identity in envelopes
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")  # responsible now
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="repeats")
    created_by = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency"])]


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Filters of work lists."""

    def of_agency(self, *, agency_id: int) -> Self:
        """Lines of one agency."""
        return self.filter(agency_id=agency_id)

    def open(self) -> Self:
        """Lines still to be dealt with by their agency."""
        return self.filter(closed_on__isnull=True)

    def late(self, *, on: date) -> Self:
        """Open lines whose nearest limit has passed."""
        return self.open().filter(due_on__lt=on)


class Participation(models.Model):
    """One agency taking part in one matter: the row that gives rights, and the line in that agency's lists.

    The columns from `code` on are what lists show and filter, kept here by the acts so that a list reads one table.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="participations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    capacity = models.CharField(max_length=12, choices=[(item.value, item.value) for item in Capacity])
    sealed = models.BooleanField(default=False)
    code = models.CharField(max_length=16)  # public code of the submission
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)  # what the list shows; of a sealed matter only the kind
    field_code = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=32)
    register_number = models.IntegerField(null=True)  # số đến of this agency
    people = models.IntegerField(default=1)
    received_on = models.DateField()
    due_on = models.DateField(null=True)  # nearest open limit
    handler = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "agency"], name="participation_once")]
        indexes = [
            models.Index(fields=["agency_path", "-received_on", "-id"], name="line_by_date"),
            models.Index(fields=["agency_path", "state", "-received_on", "-id"], name="line_by_state"),
            models.Index(
                fields=["agency_path", "due_on"], name="line_open_by_due", condition=models.Q(closed_on__isnull=True)
            ),
            models.Index(
                fields=["handler", "due_on"], name="line_open_by_handler", condition=models.Q(closed_on__isnull=True)
            ),
            models.Index(fields=["code"], name="line_by_code"),
        ]


class Assignment(models.Model):
    """A person assigned to a matter, until released."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=12, choices=[(duty.value, duty.value) for duty in Duty])
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "user", "duty"], name="assigned_once", condition=models.Q(ends_at__isnull=True)
            )
        ]
        indexes = [
            models.Index(fields=["user", "matter"], condition=models.Q(ends_at__isnull=True), name="assigned_now")
        ]


class Exclusion(models.Model):
    """Who is kept out of a matter: the person denounced, and those under them who could reveal it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="exclusions")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C", blank=True)  # a whole agency and below
    reason = models.CharField(max_length=40)


class Clock(models.Model):
    """A legal limit running for one agency on one matter, with what explains it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="clocks")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    rule_id = models.CharField(max_length=24)
    rule_version = models.DateField()  # first day of the value used
    starts_on = models.DateField()  # day of the event
    due_on = models.DateField()  # before rolling to a working day
    rolled_due_on = models.DateField()
    explanation = models.JSONField()  # deadlines.Deadline as JSON
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in ClockStatus])
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["matter", "rule_id"]),
            models.Index(fields=["agency_path", "rolled_due_on"], name="clock_open", condition=models.Q(status="open")),
        ]


class Notice(models.Model):
    """One line in an inbox: for a person, or for whoever holds a role at an agency."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=40)  # what happened; doors hold the words
    code = models.CharField(max_length=16, blank=True)  # public code, all that may leave the program by mail
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="notices")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["agency_path", "role", "-id"], name="notice_by_role"),
            models.Index(fields=["user", "-id"], name="notice_by_user"),
        ]
