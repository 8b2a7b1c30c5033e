"""Reports due under a plan, period by period, and what was sent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.plans.models.issued import Plan
from tiepdan.plans.rules.report_periods import ReportPeriod


class ReportDuty(models.Model):
    """Who reports to whom, how often, until when, through whom."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="report_duties")
    agency_path = models.CharField(max_length=120, db_collation="C")  # of the coordinator
    title = models.CharField(max_length=300)
    period = models.CharField(max_length=12, choices=[(item.value, item.value) for item in ReportPeriod])
    at_time = models.TimeField(null=True)
    weekday = models.SmallIntegerField(null=True)
    month_day = models.SmallIntegerField(null=True)
    month = models.SmallIntegerField(null=True)
    day = models.DateField(null=True)  # of a report made once
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    agencies = models.JSONField(default=list)  # ids of who reports
    to = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_path = models.CharField(max_length=120, db_collation="C")
    via = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    via_path = models.CharField(max_length=120, db_collation="C", blank=True)
    printed = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True)


class Report(models.Model):
    """One report of one agency for one period."""

    duty = models.ForeignKey(ReportDuty, on_delete=models.PROTECT, related_name="reports")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    via_path = models.CharField(max_length=120, db_collation="C", blank=True)
    to_path = models.CharField(max_length=120, db_collation="C")
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_at = models.DateTimeField()
    status = models.CharField(max_length=10)  # a ReportState
    figures = models.JSONField(default=dict)  # as counted when it was saved
    texts = models.JSONField(default=dict)  # by section
    consolidated = models.JSONField(default=list)  # codes of the reports put together in it
    saved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    passed_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    return_reason = models.TextField(blank=True)
    told_late_at = models.DateTimeField(null=True)  # when its agency and the coordinator were told that it is late

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "agency", "starts_on"], name="report_once_a_period"),
            models.CheckConstraint(
                condition=Q(status__in=["due", "returned"]) | Q(sent_at__isnull=False), name="sent_report_says_when"
            ),
        ]
        indexes = [
            models.Index(fields=["agency_path", "due_at"], name="report_by_due"),
            models.Index(fields=["via_path"]),
            models.Index(fields=["to_path"]),
        ]
