"""The reception book (mẫu 03/TCD), visitors, receipts (02/TCD) and refusals (01/TCD)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import Paper
from tiepdan.matters.models import Matter
from tiepdan.submissions.models import Submission


class Reception(models.Model):
    """One visit, also when nothing was submitted. Of a denunciation the book shows neither name nor content."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    number = models.IntegerField()  # running number of the year
    code = models.CharField(max_length=16, unique=True)
    received_on = models.DateField()
    received_at = models.DateTimeField()
    kind = models.CharField(max_length=14)  # regular, periodic, extraordinary
    mode = models.CharField(max_length=10, default="in_person")  # in_person, online
    place = models.CharField(max_length=160, blank=True)
    officer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    received_by_role = models.CharField(max_length=12, default="officer")  # officer, head, delegate
    purpose = models.CharField(max_length=20)  # a MatterKind
    sealed = models.BooleanField(default=False)
    people = models.IntegerField(default=1)
    representatives = models.IntegerField(default=0)
    summary = models.CharField(max_length=300, blank=True)
    content = models.TextField(blank=True)
    demands = models.TextField(blank=True)
    earlier_handling = models.TextField(blank=True)
    settled_by = models.CharField(max_length=200, blank=True)  # body that settled it to the end of its power (column 8)
    interpreter = models.CharField(max_length=120, blank=True)
    taken_down = models.BooleanField(default=False)  # the officer wrote it (TN-3)
    read_back_at = models.DateTimeField(null=True)
    signing = models.CharField(max_length=14, blank=True)
    first_time = models.BooleanField(default=True)
    competent = models.BooleanField(null=True)
    outcome = models.CharField(max_length=12)  # accept, guide, forward, explain, refuse
    outcome_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    outcome_note = models.TextField(blank=True)
    refusal_code = models.CharField(max_length=4, blank=True)  # R1 … R4k
    refusal_facts = models.JSONField(default=dict)
    refusal_complete_on = models.DateField(null=True)  # day the ground is complete: start of LI-1
    refusal_paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")  # 01/TCD
    reply_due_on = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    reply_note = models.TextField(blank=True)
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="receptions")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="receptions")
    notice_version = models.CharField(max_length=16, blank=True)  # of the privacy notice shown to who came
    void_reason = models.CharField(max_length=300, blank=True)
    request_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 # absent must not collide
    request_digest = models.CharField(max_length=32, blank=True)  # keyed, of what that request said
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["agency_path", "-received_on", "-id"], name="book_by_date"),
            models.Index(fields=["matter"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1), name="somebody_came"),
            models.CheckConstraint(condition=~Q(outcome="refuse") | ~Q(refusal_code=""), name="refusal_has_a_ground"),
        ]


class Visitor(models.Model):
    """Somebody who came. Number, address and telephone are in the envelope; the name too when sealed."""

    reception = models.ForeignKey(Reception, on_delete=models.PROTECT, related_name="visitors")
    agency_path = models.CharField(max_length=120, db_collation="C")
    sealed = models.BooleanField(default=False)
    name = models.CharField(max_length=160, blank=True)
    identity_kind = models.CharField(max_length=26, blank=True)
    envelope = models.BinaryField(null=True)
    standing = models.CharField(
        max_length=20, default="self"
    )  # self, head_of_org, delegate_of_head, group_rep, lawyer …
    standing_papers = models.JSONField(default=list)


class Receipt(models.Model):
    """Information and papers taken at the desk (mẫu 02/TCD)."""

    reception = models.ForeignKey(Reception, null=True, on_delete=models.PROTECT, related_name="receipts")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="receipts")
    agency_path = models.CharField(max_length=120, db_collation="C")
    items = models.JSONField(default=list)  # {name, pages, condition}
    copies = models.SmallIntegerField(default=2)
    given_at = models.DateTimeField()
    officer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
