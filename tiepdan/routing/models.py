"""Proposals on submissions, and the chain each has travelled: every guidance, forwarding and return."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import Paper
from tiepdan.matters.models import Matter
from tiepdan.submissions.models import Submission


class TransferAct(models.TextChoices):
    """How it went on."""

    GUIDE = "guide", "Hướng dẫn"
    FORWARD = "forward", "Chuyển đơn"
    RETURN = "return", "Trả lại cơ quan gửi"


class Transfer(models.Model):
    """One step of the chain. `once_key` makes a second guidance or a second forwarding of one content impossible."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="transfers")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="transfers")
    act = models.CharField(max_length=8, choices=TransferAct.choices)
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    to_text = models.CharField(max_length=200, blank=True)  # a body outside the registry
    reason = models.TextField(blank=True)
    rule = models.CharField(max_length=60, blank=True)  # rule of competence it rests on
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField()
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField(null=True)  # received by the other body
    replied_on = models.DateField(null=True)  # it told how it was handled
    reply = models.TextField(blank=True)
    once_key = models.CharField(max_length=60, null=True, unique=True)  # noqa: DJ001 # NULL where repetition is lawful

    class Meta:
        indexes = [models.Index(fields=["matter", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_agency__isnull=True) | ~Q(to_agency=models.F("from_agency")), name="not_to_itself"
            ),
        ]


class ProposedAct(models.TextChoices):
    """What an officer proposes to the head."""

    ACCEPT = "accept", "Thụ lý"
    GUIDE = "guide", "Hướng dẫn"
    FORWARD = "forward", "Chuyển đơn"
    RETURN = "return", "Trả lại cơ quan gửi"
    FILE = "file", "Lưu đơn"
    REFUSE = "refuse", "Không thụ lý"
    SPLIT = "split", "Hướng dẫn tách đơn"


class Proposal(models.Model):
    """An officer's proposal how to process a submission, and the head's decision on it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="proposals")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="proposals")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=8, choices=ProposedAct.choices)
    to_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    to_text = models.CharField(max_length=200, blank=True)  # a body outside the registry
    reason = models.TextField()
    rule = models.CharField(max_length=60, blank=True)  # rule or table row it rests on
    ground = models.CharField(max_length=40, blank=True)  # of filing or refusing, from rules/procedures/grounds.yaml
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")  # 01, or the drafted letter
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    decision_note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "-id"], name="proposal_open", condition=Q(approved__isnull=True))]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(approved__isnull=True), name="one_open_proposal"
            ),
            models.CheckConstraint(
                # Not by an officer: the citizen took the submission back. Only an officer approves.
                condition=Q(approved__isnull=True)
                | Q(approved=False, decided_at__isnull=False)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_by_somebody",
            ),
        ]
