"""Review of large, complex, prolonged cases, and enforcement that waits for a head's decision before an event."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.cases.models import Case
from tiepdan.matters.models import Matter
from tiepdan.plans.models.issued import EventWindow
from tiepdan.plans.models.tasks import Task


class ReviewCampaign(models.Model):
    """A review under a plan or an order: by which legal measures its cases were chosen, and when."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    name = models.CharField(max_length=300)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="campaigns")
    window = models.ForeignKey(EventWindow, null=True, on_delete=models.PROTECT, related_name="+")
    measures = models.JSONField(default=list)  # large, complex, prolonged
    chosen_on = models.DateField()
    ends_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class ReviewedCase(models.Model):
    """One case of a review. Seen by who reads the case."""

    campaign = models.ForeignKey(ReviewCampaign, on_delete=models.PROTECT, related_name="cases")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")  # who reviews
    measures = models.JSONField(default=list)  # as found on the day of the choice
    reviewed_on = models.DateField(null=True)
    opinion = models.TextField(blank=True)
    way = models.TextField(blank=True)  # plan of settlement
    leader = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True)
    result = models.TextField(blank=True)
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "case"], name="case_reviewed_once")]


class EnforcementFlag(models.Model):
    """A coercive enforcement planned close to an event while a complaint is open: the head decides, and it is recorded."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    window = models.ForeignKey(EventWindow, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)  # decision to be enforced
    planned_on = models.DateField()
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    decision = models.CharField(max_length=10, blank=True)  # go_on, postpone, stop
    reason = models.TextField(blank=True)
    postponed_to = models.DateField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
