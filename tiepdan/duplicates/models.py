"""Sketches of texts for the repeat check, and links that officers confirmed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tiepdan.accounts.models import User
from tiepdan.duplicates.rules.sketch import INDEXED
from tiepdan.matters.models import Matter
from tiepdan.submissions.models import Submission


class Sketch(models.Model):
    """The smallest hashes of a text's word groups. Read only through tiepdan.find_repeats()."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    hashes = ArrayField(models.IntegerField())
    size = models.IntegerField()  # word groups of the whole text
    attacked_hash = models.IntegerField(null=True)  # of the number of the contested decision

    class Meta:
        indexes = [
            # Only the smallest are looked up: the others serve the comparison (docs/decisions/0063-lean-repeat-index.md).
            GinIndex(models.F("hashes")[0:INDEXED], name="sketch_smallest", fastupdate=False),
            models.Index(
                fields=["attacked_hash", "-id"], condition=models.Q(attacked_hash__isnull=False), name="sketch_attacked"
            ),
        ]


class Link(models.Model):
    """An officer's finding that two submissions have, or do not have, the same content."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    earlier = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    same = models.BooleanField()
    likeness = models.FloatField()  # 0..1, as shown to the officer
    found_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "earlier"], name="link_once")]
