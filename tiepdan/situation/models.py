"""Windows with a daily report, and the reports as made. Row-level security is in migrations/0002."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency


class ReportSeries(models.Model):
    """A window for which an agency makes a report every day at an hour."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    during_from = models.DateField()
    during_to = models.DateField()
    ends_on = models.DateField()
    send_at = models.TimeField()
    receiver = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    earlier = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")  # the last event
    under = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="answers"
    )  # asked for by this one
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    during_from__gte=F("starts_on"), during_to__gte=F("during_from"), ends_on__gte=F("during_to")
                ),
                name="series_days_in_order",
            )
        ]


class Expected(models.Model):
    """An agency asked to report every day of a window to whoever opened it."""

    series = models.ForeignKey(ReportSeries, on_delete=models.PROTECT, related_name="expected")
    series_path = models.CharField(max_length=120, db_collation="C")  # of the agency that asks
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "agency"], name="asked_once")]


class SituationReport(models.Model):
    """The report of one day, as counted when it was made."""

    series = models.ForeignKey(ReportSeries, on_delete=models.PROTECT, related_name="reports")
    agency_path = models.CharField(max_length=120, db_collation="C")
    receiver_path = models.CharField(max_length=120, db_collation="C", blank=True)
    on = models.DateField()
    figures = models.JSONField(default=dict)  # situation.rules.Figure → number
    total = models.JSONField(default=dict)  # with what was received that day; empty when nobody was asked
    received = models.IntegerField(default=0)  # reports in the total
    missing = models.JSONField(default=list)  # names of agencies asked that had not sent when it was made
    notes = models.TextField(blank=True)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "on"], name="report_once_a_day")]
        indexes = [models.Index(fields=["receiver_path", "-on"], name="report_received")]
