"""Requests of people about their data, breaches, and decisions to destroy."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.matters.models import Matter


class RequestState(models.TextChoices):
    """Where a request is."""

    OPEN = "open", "Đang xử lý"
    DONE = "done", "Đã thực hiện"
    REFUSED = "refused", "Từ chối có căn cứ"


class DataRequest(models.Model):
    """What somebody asks about their own data. Who asks lies in an envelope."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    kind = models.CharField(max_length=10)
    envelope = models.BinaryField(null=True)  # name and contact
    about = models.TextField()
    received_on = models.DateField()
    by_processor = models.BooleanField(default=False)
    acknowledge_by = models.DateField()
    acknowledged_on = models.DateField(null=True)
    due_on = models.DateField()
    extension_reason = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=RequestState.choices, default=RequestState.OPEN)
    outcome = models.TextField(blank=True)
    ground = models.CharField(max_length=300, blank=True)
    closed_on = models.DateField(null=True)
    added_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["agency", "state", "due_on"])]


class Breach(models.Model):
    """A breach of personal data, and the 72 hours to tell the authority."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    discovered_at = models.DateTimeField()
    what = models.TextField()  # kinds of data and what happened, without names
    harm_possible = models.BooleanField()
    notify_by = models.DateTimeField()
    notified_at = models.DateTimeField(null=True)
    notified_to = models.CharField(max_length=200, blank=True)
    late_reason = models.CharField(max_length=300, blank=True)
    measures = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    added_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["agency", "-discovered_at"])]


class Destruction(models.Model):
    """A decision of a head to destroy the content of a filed submission, or the record of a closed case. It stays."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    submission_code = models.CharField(max_length=16)  # or the code of the case
    decision = models.CharField(max_length=120)  # number and day
    reason = models.CharField(max_length=300)
    files = models.IntegerField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["matter"]), models.Index(fields=["agency", "-decided_at"])]
