"""Registers behind the kinds of task. One table: every register has an agency, a day, words and figures of its own kind."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.plans.models.tasks import Task
from tiepdan.plans.rules.registers import RegisterKind


class RegisterEntry(models.Model):
    """A paper issued, a class held, an inspection, a recommendation, a gap proposed. Fields by rules.registers."""

    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in RegisterKind])
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C", blank=True)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="entries")
    title = models.CharField(max_length=400)
    happened_on = models.DateField()  # issued, held, begun, received
    due_on = models.DateField(null=True)
    concluded_on = models.DateField(null=True)  # conclusion, answer
    closed_on = models.DateField(null=True)  # conclusion carried out, recommendation done
    details = models.JSONField(default=dict)  # by the fields of its kind
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "kind", "-happened_on"], name="register_by_day")]
