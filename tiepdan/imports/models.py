"""One import of an old book, and what each of its rows became. The file lies in an envelope until it is in."""

from __future__ import annotations

from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency


class ImportState(models.TextChoices):
    """Where an import is."""

    MAPPING = "mapping", "Chờ ghép cột"
    FAULTY = "faulty", "Có dòng sai"
    READY = "ready", "Sẵn sàng nhập"
    RUNNING = "running", "Đang nhập"
    DONE = "done", "Đã nhập"
    UNDONE = "undone", "Đã hủy nhập"


class ImportRun(models.Model):
    """An old book on its way in. Problems name rows and columns, never a person."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    book = models.CharField(max_length=12)  # an OldBook of rules
    name = models.CharField(max_length=160)  # of the file
    envelope = models.BinaryField(null=True)  # the file itself; emptied when it is in or taken back
    headers = models.JSONField(default=list)  # of its columns, as read
    header_row = models.IntegerField(default=1)
    mapping = models.JSONField(default=dict)  # field → place of the column
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.MAPPING)
    rows = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    problems = models.JSONField(default=list)  # {row, column, text, values}
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undo_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"])]


class ImportItem(models.Model):
    """What one row became: by this it is found again when the import is taken back."""

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="items")
    agency_path = models.CharField(max_length=120, db_collation="C")
    row = models.IntegerField()  # in the sheet, as people count
    subject = models.CharField(max_length=60)  # "submission:12", "reception:3", "paper:7"
    status = models.CharField(max_length=12, blank=True)  # as it came in: changed since, the import stays
    number = models.IntegerField()
    year = models.SmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["run", "id"])]
