"""The registry's table. An agency is never deleted: it ends on a day, and its successor carries on."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from tiepdan.agencies.rules import AgencyKind, AgencyLevel, LocalCode, SuccessionKind, subtree_end


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Filters that combine."""

    def in_force(self, *, on: date) -> Self:
        """Agencies that exist on a day."""
        return self.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on), starts_on__lte=on)

    def below(self, *, path: str) -> Self:
        """The agency with this path and everything under it: one range of the index."""
        return self.filter(path__gte=path, path__lt=subtree_end(path))

    def receiving(self) -> Self:
        """Those that citizens can submit to."""
        return self.filter(receives=True)


class Agency(models.Model):
    """A body of the State, the Party, the Front or the press, between two dates."""

    code = models.CharField(max_length=24, unique=True)  # identifier by QĐ 20/2020, or a house code with the prefix X
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    folded_name = models.CharField(max_length=300)  # for look-up without diacritics
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in AgencyKind])
    level = models.CharField(max_length=12, choices=[(level.value, level.value) for level in AgencyLevel])
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=120, db_collation="C", unique=True)
    area_code = models.CharField(max_length=8, blank=True)  # province (2 digits) or commune (5 digits) code
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    symbol = models.CharField(max_length=30, blank=True)  # abbreviation in document numbers, such as UBND
    head_title = models.CharField(max_length=80, blank=True)  # the head as addressed: Chủ tịch UBND phường …
    receives = models.BooleanField(default=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True, blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_before__isnull=True) | Q(ends_before__gt=F("starts_on")),
                name="agency_ends_after_start",
            ),
        ]
        indexes = [models.Index(fields=["area_code"]), models.Index(fields=["kind", "level"])]


class LocalRule(models.Model):
    """A default that an agency sets for itself and those below it, from a day on; withdrawn, never deleted."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="local_rules")
    code = models.CharField(max_length=24, choices=[(code.value, code.value) for code in LocalCode])
    value = models.CharField(max_length=40)
    starts_on = models.DateField()
    reason = models.CharField(max_length=300)  # the decision, and the name of a day off
    set_by = models.BigIntegerField()
    set_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "code", "starts_on"], name="local_rule_by_agency")]


class Succession(models.Model):
    """One agency follows another from a day on; several rows for a split. The act that moves open matters is another."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="taken_over")
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in SuccessionKind])
    on = models.DateField()  # first day of the successor
    share = models.CharField(max_length=300, blank=True)  # which area or task went there
    decision = models.CharField(max_length=120)  # number and day of the decision

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "on"], nulls_distinct=False, name="succession_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="end", successor__isnull=True) | (~Q(kind="end") & Q(successor__isnull=False)),
                name="succession_has_successor",
            ),
        ]
        indexes = [models.Index(fields=["predecessor", "on"], name="succession_by_predecessor")]
