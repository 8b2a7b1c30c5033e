"""Pages of agencies on the portal. Row-level security is in the migrations."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.pages.rules import PageKind, PageState


class PortalPage(models.Model):
    """One page: a draft, then what citizens read, then what they read once. Published text is never changed."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in PageKind])
    title = models.CharField(max_length=160)
    text = models.TextField()
    decision = models.CharField(max_length=120, blank=True)  # number and day, of a published decision
    decided_code = models.CharField(
        max_length=16, blank=True
    )  # of the submission that it decided; citizens never see it
    state = models.CharField(max_length=10, default=PageState.DRAFT)
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_back = models.CharField(max_length=300, blank=True)  # what the head wants changed
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"], name="page_latest")]
