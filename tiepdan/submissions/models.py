"""Submissions with their parties and attachments. A denouncer's identity is in sealed rows only."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import StoredFile
from tiepdan.matters.models import Matter
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.rules import IdentityKind, PartyRole, Signing, Source, SubmissionStatus


class Submission(models.Model):
    """A paper or statement brought to an agency. It has a code from the moment it is stored."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="submissions")
    code = models.CharField(max_length=16, unique=True)
    pin_hash = models.BinaryField(null=True)  # keyed hash of the PIN on the receipt
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")  # holds it now
    status = models.CharField(max_length=12, choices=[(item.value, item.value) for item in SubmissionStatus])
    kind = models.CharField(max_length=20, choices=[(item.value, item.value) for item in MatterKind])
    petition_mark = models.CharField(max_length=10, blank=True)  # "petition" or "feedback" within petition_feedback
    source = models.CharField(max_length=12, choices=[(item.value, item.value) for item in Source])
    forwarded_by = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    forwarding_number = models.CharField(max_length=60, blank=True)
    forwarding_dated_on = models.DateField(null=True)
    received_on = models.DateField()  # by the agency that holds it now
    first_received_on = models.DateField()  # by the first agency
    written_on = models.DateField(null=True)  # date on the paper
    summary = models.CharField(max_length=300)
    content = models.TextField()
    demands = models.TextField(blank=True)
    earlier_handling = models.TextField(blank=True)
    respondent_name = models.CharField(max_length=200, blank=True)  # agency, or official complained against, denounced
    respondent_post = models.CharField(max_length=200, blank=True)
    respondent_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    attacked_number = models.CharField(max_length=60, blank=True)  # contested decision
    attacked_on = models.DateField(null=True)
    attacked_act = models.CharField(max_length=300, blank=True)  # contested act when there is no decision
    attacked_known_on = models.DateField(null=True)  # received or learned of: start of the time bar KN-1
    against_code = models.CharField(max_length=40, blank=True)  # row of rules/competence
    second_stage = models.BooleanField(default=False)  # a complaint settled once, or not within its time (KN-2)
    field_code = models.CharField(max_length=12, blank=True)
    people = models.IntegerField(default=1)  # signers, or people who came
    all_signed = models.BooleanField(default=True)  # group: all signatures and the appointment are there
    signing = models.CharField(max_length=14, choices=[(item.value, item.value) for item in Signing])
    anonymous = models.BooleanField(default=False)
    concerns_event = models.BooleanField(default=False)  # candidates, congress personnel …
    eligibility = models.JSONField(default=dict)  # checklist item → yes, no, not_applicable
    eligible = models.BooleanField(null=True)
    unprocessed_reason = models.TextField(blank=True)  # good reason past the line of KD-9
    split_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    closed_on = models.DateField(null=True)
    void_reason = models.CharField(max_length=300, blank=True)
    request_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 # absent must not collide
    request_digest = models.CharField(max_length=32, blank=True)  # keyed, of what that request said
    created_by = models.BigIntegerField()
    created_at = models.DateTimeField()
    notice_version = models.CharField(max_length=16, blank=True)  # of the privacy notice shown at intake
    destroyed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["matter"]), models.Index(fields=["agency", "-received_on"])]
        constraints = [models.CheckConstraint(condition=Q(people__gte=1), name="at_least_one_person")]


class Party(models.Model):
    """Somebody in a submission. Names of denouncers are in the envelope; numbers and addresses of everybody are."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=16, choices=[(item.value, item.value) for item in PartyRole])
    name = models.CharField(max_length=160, blank=True)  # empty when sealed
    sealed = models.BooleanField(default=False)
    identity_kind = models.CharField(
        max_length=26, blank=True, choices=[(item.value, item.value) for item in IdentityKind]
    )
    ended_on = models.DateField(null=True)  # no longer represents, from this day
    envelope = models.BinaryField(null=True)  # JSON: number, issued, address, phone, email, born, sex; not when sealed
    number_hash = models.BinaryField(null=True)  # keyed, for the repeat check; never for sealed parties
    standing = models.JSONField(default=list)  # papers proving representation
    withdrew_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["submission"]),
            models.Index(fields=["number_hash"], condition=Q(number_hash__isnull=False), name="party_same_number"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed=False) | Q(name="", envelope__isnull=True, number_hash__isnull=True),
                name="sealed_party_shows_nothing",
            )
        ]


class SealedIdentity(models.Model):
    """The envelope of a denouncer. The database shows the row only to the holder of a granted, unexpired opening."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")  # a correction is a row more
    envelope = models.BinaryField()  # JSON: name, number, issued, address, phone, email, born, sex, original text


class OpeningStatus(models.TextChoices):
    """Life of a request to open a sealed identity."""

    ASKED = "asked", "Chờ duyệt"
    GRANTED = "granted", "Được mở"
    DENIED = "denied", "Không duyệt"
    USED = "used", "Đã mở"


class Opening(models.Model):
    """A request to open the sealed identity of a matter, its reason, approval and use: the head's reading log."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="openings")
    agency_path = models.CharField(max_length=120, db_collation="C")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    status = models.CharField(max_length=8, choices=OpeningStatus.choices)
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)  # after which the approval lapses

    class Meta:
        indexes = [models.Index(fields=["matter", "user"])]


class AttachmentRole(models.TextChoices):
    """What a file is to the submission."""

    ORIGINAL = "original", "Đơn gốc"
    EVIDENCE = "evidence", "Tài liệu kèm theo"
    REDACTED = "redacted", "Bản đã che"
    SIGNED_PAGE = "signed_page", "Trang có chữ ký"


class Attachment(models.Model):
    """A stored file of a submission. Of a denunciation it is sealed until a redacted copy is released."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=AttachmentRole.choices)
    name = models.CharField(max_length=200)  # of a sealed file: a neutral one
    sealed = models.BooleanField(default=False)
    text = models.TextField(blank=True)  # text layer; never of a sealed file
    text_status = models.CharField(max_length=10, default="pending")  # pending, read, none, sealed
    added_by = models.BigIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["submission"])]


class SearchText(models.Model):
    """Folded words of what may be searched: of a denunciation only its code and what was released."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, related_name="+")
    words = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["words"], name="search_words")]
