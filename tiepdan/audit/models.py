"""Entries, chain heads and their daily seals. Written by triggers and `record`; never changed, never deleted."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """Who did what to which matter, when, why and by which rule. The actor is text: it outlives the account."""

    at = models.DateTimeField()  # when the act takes place in law
    recorded_at = models.DateTimeField(editable=False)  # when it was stored (trigger)
    act = models.CharField(max_length=60)
    actor_id = models.BigIntegerField()  # 0: the system, -1: a citizen at the portal
    actor_name = models.CharField(max_length=120)
    actor_role = models.CharField(max_length=30)
    actor_unit = models.CharField(max_length=200)
    agency_path = models.CharField(max_length=120, db_collation="C")
    matter_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=60)  # "case:12"
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    rule = models.CharField(max_length=60, blank=True)
    xact = models.BigIntegerField(editable=False)
    lane = models.SmallIntegerField(editable=False)
    seq = models.BigIntegerField(editable=False)
    prev_hash = models.BinaryField(editable=False)
    hash = models.BinaryField(editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lane", "seq"], name="audit_lane_seq")]
        indexes = [
            models.Index(fields=["matter_id", "id"]),
            models.Index(fields=["agency_path", "id"]),
            models.Index(fields=["xact"]),
        ]


class Head(models.Model):
    """The last link of each lane. Lanes let officers write at the same time; each is one chain."""

    lane = models.SmallIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.BinaryField()


class Seal(models.Model):
    """A chain head signed with the key outside the database: a tail cut off later is missed."""

    sealed_at = models.DateTimeField()
    lane = models.SmallIntegerField()
    seq = models.BigIntegerField()
    hash = models.BinaryField()
    signature = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["lane", "seq"])]
