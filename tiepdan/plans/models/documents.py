"""Plan documents as uploaded, as read, and as corrected."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import StoredFile
from tiepdan.plans.corrections import Corrected, corrected, from_json
from tiepdan.plans.fields import Place
from tiepdan.plans.rules import PlanStatus, Stage


class PlanDocument(models.Model):
    """A file holding a plan. What was read is never changed; corrections stand beside it, each with who and when."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    name = models.CharField(max_length=200)  # of the file
    # None: nothing can be read from it, so that it was not kept.
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=8, blank=True)  # docx, pdf, txt, html, scan
    pages = models.IntegerField(null=True)
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in PlanStatus])
    failure_code = models.CharField(max_length=20, blank=True)
    failure_text = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)  # spans count characters of exactly this text
    reading = models.JSONField(null=True)  # as `tiepdan plan parse --json`
    places = models.JSONField(default=dict)  # path of a field → [spans, confidence]
    corrections = models.JSONField(default=list)  # plans.corrections.Correction, oldest first
    summary = models.JSONField(default=dict)  # what lists show: title, number, issuer, kind, tasks, unsure
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["read", "confirmed"]) | Q(reading__isnull=False, read_at__isnull=False),
                name="read_plan_has_a_reading",
            ),
            models.CheckConstraint(condition=~Q(status="failed") | ~Q(failure_text=""), name="failed_plan_says_why"),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | Q(status="failed"), name="only_a_failed_plan_lacks_its_file"
            ),
            models.CheckConstraint(
                condition=~Q(status="confirmed") | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="confirmed_plan_says_who",
            ),
        ]

    def located(self) -> dict[str, Place]:
        """Return where each field was read from and how surely, by path."""
        return {
            path: Place(tuple((start, end) for start, end in spans), confidence)
            for path, (spans, confidence) in self.places.items()
        }

    def as_corrected(self) -> Corrected:
        """Return the reading with its corrections; of a document not yet read, nothing."""
        return corrected(self.reading or {"document": {}}, from_json(self.corrections))


class ReadingProgress(models.Model):
    """How far the job has come. No content and no act: it is written many times while a scan is read."""

    plan = models.OneToOneField(PlanDocument, on_delete=models.CASCADE, related_name="progress")
    stage = models.CharField(max_length=14, choices=[(item.value, item.value) for item in Stage])
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    told_at = models.DateTimeField()
