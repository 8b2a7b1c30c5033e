"""Plans being written here."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.plans.models.documents import PlanDocument


class PlanDraft(models.Model):
    """A plan under way, written from a template. Once signed, its print is a document like any other and is read."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    content = models.JSONField()  # rules.writing.WrittenPlan as JSON
    document = models.ForeignKey(PlanDocument, null=True, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
