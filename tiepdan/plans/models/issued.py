"""Plans in force: the window they serve, their versions, the bodies they name."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.plans.models.documents import PlanDocument
from tiepdan.plans.rules.windows import EventKind, Window
from tiepdan.rosters.models import TaskForce


class EventWindow(models.Model):
    """An event with the days before, during and after it. Lists and reports filter by it."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in EventKind])
    prepares_on = models.DateField()  # first day of "before"
    starts_on = models.DateField()
    ends_on = models.DateField()  # last day of "during"
    follows_until = models.DateField()  # last day of "after"
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    prepares_on__lte=F("starts_on"), starts_on__lte=F("ends_on"), ends_on__lte=F("follows_until")
                ),
                name="window_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def days(self) -> Window:
        """Return the days as the rules use them."""
        return Window(self.prepares_on, self.starts_on, self.ends_on, self.follows_until)


class Plan(models.Model):
    """A signed plan that is followed: tasks, reports and registers hang on it."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")  # coordinates
    agency_path = models.CharField(max_length=120, db_collation="C")
    above_path = models.CharField(max_length=120, db_collation="C", blank=True)  # who coordinates the plan implemented
    title = models.CharField(max_length=500)
    number = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=200, blank=True)  # as printed
    signed_on = models.DateField(null=True)
    status = models.CharField(max_length=10)  # a PlanState
    window = models.ForeignKey(EventWindow, null=True, on_delete=models.PROTECT, related_name="plans")
    implements = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="implementations")
    force = models.ForeignKey(TaskForce, null=True, on_delete=models.PROTECT, related_name="+")  # set up for the plan
    version = models.IntegerField(default=1)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    evaluation = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    final_number = models.IntegerField(null=True)  # of the final report, once signed
    final_symbol = models.CharField(max_length=40, blank=True)
    final_on = models.DateField(null=True)
    final_authority = models.CharField(max_length=160, blank=True)  # KT. CHỦ TỊCH
    final_title = models.CharField(max_length=120, blank=True)
    final_name = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"]), models.Index(fields=["above_path"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class PlanVersion(models.Model):
    """One text of a plan: the first, an amended one, one that replaces it. The difference to the one before is kept."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    ordinal = models.IntegerField()
    kind = models.CharField(max_length=10)  # a VersionKind
    document = models.ForeignKey(PlanDocument, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60, blank=True)
    signed_on = models.DateField(null=True)
    changes = models.JSONField(default=dict)  # rules.changes.Changes as JSON
    taken_at = models.DateTimeField(null=True)  # None: shown, not yet taken over
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "ordinal"], name="plan_version_once")]


class PlanBody(models.Model):
    """A body as the plan names it, and which agencies of the registry that means on the plan's day."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=400)
    agencies = models.JSONField(default=list)  # ids, in the order of the registry
    kind = models.CharField(max_length=10)  # a MatchKind
    confidence = models.FloatField()
    why = models.CharField(max_length=300)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "name"], name="plan_body_once")]
