"""Sessions, how they moved, who came to them, what follows. Row-level security is in the migrations."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import Paper
from tiepdan.reception.models import Reception


class ReceptionSession(models.Model):
    """A day (or part of one) on which a head, a secretary, a council or deputies receive."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    chair = models.CharField(max_length=16)  # agenda.rules.Chair
    chair_name = models.CharField(max_length=120)
    chair_title = models.CharField(max_length=120)
    kind = models.CharField(max_length=14, default="periodic")
    trigger = models.CharField(max_length=8, blank=True)
    on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    place = models.CharField(max_length=200)
    mode = models.CharField(max_length=10, default="in_person")  # in_person, online
    focus = models.TextField(blank=True)  # expected content, as posted
    participants = models.TextField(blank=True)  # bodies attending, as posted; a line each
    status = models.CharField(max_length=10, default="planned")
    announced_on = models.DateField(null=True)
    posting_due_on = models.DateField()  # LI-7 as counted for the day it was announced for
    delegate_name = models.CharField(max_length=120, blank=True)
    delegate_title = models.CharField(max_length=120, blank=True)
    delegate_reason = models.CharField(max_length=300, blank=True)
    note_taker = models.CharField(max_length=120, blank=True)
    opinion = models.TextField(blank=True)  # what the chair directed in general
    cancel_reason = models.CharField(max_length=300, blank=True)
    conclusion = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "on"], name="session_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_hours_in_order"),
            models.UniqueConstraint(
                fields=["agency", "chair", "on", "starts_at"], condition=~Q(status="cancelled"), name="session_once"
            ),
        ]


class SessionMove(models.Model):
    """A session was moved: from when, to when, why, and when that was announced."""

    session = models.ForeignKey(ReceptionSession, on_delete=models.PROTECT, related_name="moves")
    from_on = models.DateField()
    from_at = models.TimeField()
    to_on = models.DateField()
    to_at = models.TimeField()
    reason = models.CharField(max_length=300)
    was_announced = models.BooleanField()
    moved_at = models.DateTimeField()


class SessionVisit(models.Model):
    """A line of the reception book that belongs to a session (DT-7)."""

    session = models.ForeignKey(ReceptionSession, on_delete=models.PROTECT, related_name="visits")
    visit = models.OneToOneField(Reception, on_delete=models.PROTECT, related_name="+")


class FollowUp(models.Model):
    """What the chair directed: who does what until when, and when the result reached the citizen."""

    session = models.ForeignKey(ReceptionSession, on_delete=models.PROTECT, related_name="follow_ups")
    agency_path = models.CharField(max_length=120, db_collation="C")
    visit = models.ForeignKey(Reception, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)  # agenda.rules.FollowUpKind
    content = models.TextField(blank=True)  # empty for a denunciation: the case says it
    body = models.CharField(max_length=200)
    contact = models.CharField(max_length=160)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    result = models.TextField(blank=True)  # empty for a denunciation
    result_sent_on = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["session", "id"]), models.Index(fields=["agency_path", "due_on"])]


class ReceptionHours(models.Model):
    """When an office receives every week, from a day on."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    weekday = models.SmallIntegerField()  # 0 Monday … 6 Sunday
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    place = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "weekday"], name="hours_by_weekday")]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="hours_in_order")]


class Appointment(models.Model):
    """A time kept for whoever brings its code. No name, number or telephone is asked for."""

    code = models.CharField(max_length=16, unique=True)
    pin_hash = models.BinaryField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    session = models.ForeignKey(ReceptionSession, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    slot_at = models.TimeField()
    people = models.SmallIntegerField(default=1)
    via = models.CharField(max_length=6)  # portal, desk
    status = models.CharField(max_length=10, default="booked")  # booked, arrived, cancelled
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "session", "on", "slot_at"],
                condition=~Q(status="cancelled"),
                nulls_distinct=False,
                name="slot_once",
            )
        ]


class QueueTicket(models.Model):
    """A number of one day at one office; the screen shows numbers and nothing else."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    on = models.DateField()
    number = models.SmallIntegerField()
    appointment = models.OneToOneField(Appointment, null=True, on_delete=models.PROTECT, related_name="ticket")
    status = models.CharField(max_length=10, default="waiting")  # waiting, receiving, done, left
    room = models.CharField(max_length=40, blank=True)
    arrived_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "on", "number"], name="ticket_once")]
