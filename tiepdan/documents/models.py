"""Stored files, register books with their numbers, outgoing papers and their deliveries."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.matters.models import Matter


class StoredFile(models.Model):
    """Bytes in the file store. Names and meanings are with the attachment or the paper that uses them."""

    key = models.CharField(max_length=80, unique=True)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    pages = models.IntegerField(null=True)
    thumbnail_key = models.CharField(max_length=80, blank=True)


class Book(models.TextChoices):
    """Which register a number belongs to."""

    INCOMING = "incoming", "Sổ đơn, văn bản đến"
    OUTGOING = "outgoing", "Sổ văn bản đi"
    RECEPTION = "reception", "Sổ tiếp công dân"


class Register(models.Model):
    """One series of numbers: an agency, a book, a type of document, a year. Locking its row makes numbers gapless."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    book = models.CharField(max_length=10, choices=Book.choices)
    document_type = models.CharField(max_length=30, blank=True)  # symbol of the type for outgoing papers: TB, QĐ …
    year = models.SmallIntegerField()
    last_number = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "book", "document_type", "year"], name="register_once"),
        ]


class RegisterNumber(models.Model):
    """A number given out. A cancelled one stays, with its reason."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="numbers")
    agency_path = models.CharField(max_length=120, db_collation="C")
    number = models.IntegerField()
    given_on = models.DateField()
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=60)  # "submission:12", "paper:7", "reception:3"
    cancelled_on = models.DateField(null=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "number"], name="register_number_once")]


class PaperStatus(models.TextChoices):
    """Life of an outgoing paper."""

    DRAFT = "draft", "Dự thảo"
    SUBMITTED = "submitted", "Chờ soát"
    REVIEWED = "reviewed", "Đã soát, chờ duyệt"
    APPROVED = "approved", "Đã duyệt, chờ số"
    ISSUED = "issued", "Đã ban hành"
    REPLACED = "replaced", "Đã được thay thế"
    RECALLED = "recalled", "Đã thu hồi"
    CANCELLED = "cancelled", "Đã hủy"


OLD_BOOK: Final = "house/old-book"  # stands where the form would: of a paper of an old book only the line is known
UNFINISHED: Final = (PaperStatus.DRAFT, PaperStatus.SUBMITTED, PaperStatus.REVIEWED, PaperStatus.APPROVED)


PROPOSED: Final = "proposal"  # in Paper.act: issued when the proposal it was drafted for is approved


class Relation(models.TextChoices):
    """What a paper does to an earlier one."""

    REPLACES = "replaces", "Thay thế"
    CORRECTS = "corrects", "Đính chính"
    RECALLS = "recalls", "Thu hồi"


class FormTemplate(models.Model):
    """A DOCX by which an office replaces the house form. A new one is a new version; the last one in force counts."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    form_key = models.CharField(max_length=40)
    version = models.IntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "form_key", "version"], name="form_template_version_once"),
            models.UniqueConstraint(
                fields=["agency", "form_key"], condition=Q(ended_at__isnull=True), name="one_form_template_in_force"
            ),
        ]


class Paper(models.Model):
    """An outgoing or internal paper of a matter: the form, the values that fill it, its number, the file as issued."""

    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="papers")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    form_key = models.CharField(max_length=40)  # instrument and number: "TT05-2021/03"
    title = models.CharField(max_length=200)
    values = models.JSONField(default=dict)  # field name → value, without sealed fields
    sealed_values = models.BinaryField(null=True)  # envelope of the sealed fields
    sealed = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=PaperStatus.choices, default=PaperStatus.DRAFT)
    number = models.IntegerField(null=True)
    symbol = models.CharField(max_length=40, blank=True)  # "TB-UBND"
    dated_on = models.DateField(null=True)
    recipients = models.JSONField(default=list)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=160, blank=True)
    drafted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    issued_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    cancel_reason = models.CharField(max_length=300, blank=True)
    template = models.ForeignKey(FormTemplate, null=True, on_delete=models.PROTECT, related_name="+")
    relates_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followers")
    relation = models.CharField(max_length=8, choices=Relation.choices, blank=True)
    returned_note = models.CharField(max_length=300, blank=True)  # why a reviewer or the head gave it back
    reviewed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=60, blank=True)  # of a case, or PROPOSED: the act that issues it
    act_of = models.CharField(max_length=40, blank=True)  # what that act is done to: "case:12", "submission:7"
    act_typed = models.BinaryField(null=True)  # envelope of what was typed for that act of a case, until it is done
    ended_on = models.DateField(null=True)  # replaced or recalled; the number stays
    ended_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["matter", "id"]),
            models.Index(fields=["agency_path", "-dated_on"]),
            models.Index(fields=["agency", "-id"], name="paper_of_office"),
            models.Index(fields=["agency", "status", "-id"], name="paper_of_office_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="issued") | Q(dated_on__isnull=False), name="issued_paper_has_a_date"
            ),
        ]

    @property
    def is_emptied(self) -> bool:
        """Whether it was issued and its record destroyed since: every issued one but a line of an old book kept words or a file."""
        was_issued = self.status in {PaperStatus.ISSUED, PaperStatus.REPLACED, PaperStatus.RECALLED}
        holds = self.file_id is not None or bool(self.values) or self.sealed_values is not None
        return was_issued and not holds and self.form_key != OLD_BOOK


class DeliveryWay(models.TextChoices):
    """How a paper travels."""

    HAND = "hand", "Trao trực tiếp"
    POST = "post", "Bưu chính có xác nhận"
    ELECTRONIC = "electronic", "Trục liên thông văn bản"
    PORTAL = "portal", "Cổng tra cứu"
    POSTING = "posting", "Niêm yết"


class Delivery(models.Model):
    """One addressee of one paper, and the proof: legal windows run from received_on."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="deliveries")
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=30)  # complainant, denouncer, respondent, agency, forwarder, inspectorate …
    addressee_name = models.CharField(max_length=200, blank=True)  # empty for a denouncer
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=DeliveryWay.choices)
    sent_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    proof = models.CharField(max_length=200, blank=True)  # postal number, signature on the copy …
    recall_confirmed_on = models.DateField(null=True)  # the addressee acknowledged that the paper is recalled

    class Meta:
        indexes = [models.Index(fields=["paper"]), models.Index(fields=["matter"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(sent_on__isnull=False, received_on__gte=models.F("sent_on")),
                name="received_after_sent",
            ),
        ]


class SignedCopy(models.Model):
    """A scan or a digitally signed PDF of an issued paper."""

    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="signed_copies")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["paper"]), models.Index(fields=["matter"])]


class TrustedCertificate(models.Model):
    """A certificate of a signing authority that an administrator trusts, for the agency and those below it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    subject = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)  # SHA-256
    der = models.BinaryField()
    not_before = models.DateTimeField()
    not_after = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fingerprint"], condition=Q(ended_at__isnull=True), name="trusted_certificate_once"
            ),
        ]


class LetterState(models.TextChoices):
    """Where a letter addressed to a named person is."""

    WAITING = "waiting", "Chưa bóc, chờ giao"
    HANDED = "handed", "Đã giao nguyên niêm"
    OFFICIAL = "official", "Là việc công, đã vào sổ"


class PersonalLetter(models.Model):
    """A letter addressed to a named person: entered in the book of incoming papers, and not opened."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    number = models.IntegerField()
    addressee = models.CharField(max_length=160)  # as on the envelope; who sent it is not noted
    postal_mark = models.CharField(max_length=120, blank=True)
    received_on = models.DateField()
    state = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.WAITING)
    handed_on = models.DateField(null=True)
    handed_to = models.CharField(max_length=160, blank=True)
    registered_as = models.CharField(max_length=40, blank=True)  # code or number under which the contents were entered
    added_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["agency", "-received_on", "-id"])]
