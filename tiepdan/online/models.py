"""Online sessions with their points and interruptions. Row-level security is in migrations/0002."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import Paper
from tiepdan.matters.models import Matter
from tiepdan.online.rules import SessionState
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import Submission


class OnlineSession(models.Model):
    """A session at which a case is received online, organised from the central point."""

    code = models.CharField(max_length=16, unique=True)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    state = models.CharField(max_length=10, default=SessionState.DECIDED)
    ground = models.CharField(max_length=8)  # row of rules/online.yaml
    reason = models.TextField()
    conditions = models.JSONField(default=list)
    starts_at = models.DateTimeField()
    platform = models.CharField(max_length=160)  # television conference or the State's platform (ON-2)
    contact = models.CharField(max_length=160)
    people = models.IntegerField(default=1)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    announced_on = models.DateField(null=True)
    notice = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    invitation = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    late_reason = models.CharField(max_length=300, blank=True)  # why a trial or a connection came late
    private_recording_banned = models.BooleanField(default=False)  # by the chair, to protect a denouncer
    ended_at = models.DateTimeField(null=True)
    recording_ref = models.CharField(max_length=200, blank=True)  # where the record is found, never the record itself
    recording_place = models.CharField(max_length=160, blank=True)
    recording_hash = models.CharField(max_length=64, blank=True)  # SHA-256, when known
    recording_proof = models.CharField(max_length=14, blank=True)  # signed, authenticated
    read_back_at = models.DateTimeField(null=True)
    signing = models.CharField(max_length=14, blank=True)
    signing_refusal = models.CharField(max_length=300, blank=True)
    minutes = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    closing_reason = models.CharField(max_length=300, blank=True)
    moved_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="moved_to")
    reception = models.ForeignKey(Reception, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-starts_at"]), models.Index(fields=["matter"])]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"], name="one_online_session", condition=Q(state__in=["decided", "announced", "open"])
            )
        ]


class OnlinePoint(models.Model):
    """A place from which people take part. An agency of a member point sees its own row and nothing else of the case."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(OnlineSession, on_delete=models.PROTECT, related_name="points")
    session_code = models.CharField(max_length=16)
    starts_at = models.DateTimeField()
    central = models.BooleanField(default=False)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(
        max_length=120, db_collation="C"
    )  # of the point; of the organiser when it is no agency
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=160, blank=True)  # who sees to account and password (ON-26)
    citizen_here = models.BooleanField(default=False)  # chosen by the citizen (ON-21)
    told = models.CharField(max_length=200, blank=True)  # when and where, as the member point reads it
    tested_on = models.DateField(null=True)  # successful trial
    test_note = models.CharField(max_length=300, blank=True)
    connected_at = models.DateTimeField(null=True)
    attendance = models.JSONField(default=list)  # {role, name, post}; nobody by name on a sealed matter's citizen side

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-starts_at"], name="point_of_agency")]
        constraints = [
            models.UniqueConstraint(fields=["session"], name="one_central_point", condition=Q(central=True)),
            models.UniqueConstraint(fields=["session"], name="one_citizen_point", condition=Q(citizen_here=True)),
        ]


class OnlineBreak(models.Model):
    """The line of a point was lost, until it was restored."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(OnlineSession, on_delete=models.PROTECT, related_name="breaks")
    point = models.ForeignKey(OnlinePoint, on_delete=models.PROTECT, related_name="breaks")
    lost_at = models.DateTimeField()
    restored_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(restored_at__isnull=True) | Q(restored_at__gte=F("lost_at")), name="line_restored_after"
            )
        ]
