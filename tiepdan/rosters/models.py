"""Task forces, their members, rosters and what hangs on them. Row-level security is in migrations/0002."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.rosters.rules import (
    Attendance,
    DayKind,
    Function,
    Reply,
    RosterStatus,
    Setup,
    SwapStatus,
    setup_from_json,
)
from tiepdan.rosters.solving.values import WishKind


class TaskForce(models.Model):
    """A task force, set up by a decision for a time."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    name = models.CharField(max_length=300)
    decision_number = models.IntegerField(null=True)
    decision_symbol = models.CharField(max_length=40, blank=True)  # QĐ-UBND
    decided_on = models.DateField(null=True)
    bases = models.JSONField(default=list)  # lines of text, each a legal basis or proposal
    duties = models.JSONField(default=list)  # lines of text
    signer_authority = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    ended_on = models.DateField(null=True)  # ended before its day
    end_reason = models.CharField(max_length=300, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="task_force_days_in_order"),
        ]


class Member(models.Model):
    """Somebody in a task force; without an account when they come from a body that does not work here."""

    force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    body = models.CharField(max_length=200)  # agency as named in the decision
    phone = models.CharField(max_length=30, blank=True)
    function = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Function])
    leads = models.BooleanField(default=False)  # may be the leader on call
    skills = models.JSONField(default=list)
    on_roster = models.BooleanField(default=True)
    reply = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Reply])
    asked_on = models.DateField(null=True)
    asked_letter = models.CharField(max_length=80, blank=True)
    replied_on = models.DateField(null=True)
    reply_letter = models.CharField(max_length=80, blank=True)
    scope = models.CharField(max_length=300, blank=True)  # what the body sends them for
    left_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user"])]
        constraints = [
            models.UniqueConstraint(
                fields=["force", "user"], name="member_once", condition=Q(left_on__isnull=True, user__isnull=False)
            ),
            models.CheckConstraint(
                condition=~Q(reply__in=["agreed", "declined"]) | Q(replied_on__isnull=False), name="reply_has_a_day"
            ),
        ]


class Roster(models.Model):
    """Who is on duty in a window."""

    code = models.CharField(max_length=16, unique=True)
    force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="rosters")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    setup = models.JSONField()  # rosters.rules.Setup
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in RosterStatus])
    findings = models.JSONField(default=dict)  # of the last solving, as queries.Findings reads it
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-id"])]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="roster_days_in_order")]

    def made_by(self) -> Setup:
        """Return the setup."""
        return setup_from_json(self.setup)


class Solving(models.Model):
    """How far the job has come. No content and no act."""

    roster = models.OneToOneField(Roster, on_delete=models.CASCADE, related_name="solving")
    stage = models.CharField(max_length=12)
    price = models.FloatField(default=0)
    told_at = models.DateTimeField()


class Wish(models.Model):
    """Leave, or what somebody would like; an empty shift means the whole day."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="wishes")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="wishes")
    on = models.DateField()
    shift = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=8, choices=[(item.value, item.value) for item in WishKind])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["roster", "member", "on", "shift"], name="wish_once")]


class DutyShift(models.Model):
    """One person in one shift at one post."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="duties")
    agency_path = models.CharField(max_length=120, db_collation="C")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="duties")
    on = models.DateField()
    shift = models.CharField(max_length=12)
    post = models.CharField(max_length=12)
    standby = models.BooleanField(default=False)
    leads = models.BooleanField(default=False)  # the leader on call of this shift
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    published = models.BooleanField(default=False)
    attendance = models.CharField(max_length=8, blank=True, choices=[(item.value, item.value) for item in Attendance])
    came_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency_path", "starts_at"], name="duty_by_time"),
            models.Index(fields=["member", "starts_at"], name="duty_by_member"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["roster", "member", "on", "shift"], name="one_post_at_a_time"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_ends_after_start"),
        ]


class Swap(models.Model):
    """Somebody asks another to take a shift, in exchange for one of theirs or not."""

    duty = models.ForeignKey(DutyShift, on_delete=models.CASCADE, related_name="swaps")
    other = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    other_duty = models.ForeignKey(DutyShift, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in SwapStatus])
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty"], name="one_open_swap", condition=Q(status__in=["asked", "agreed"]))
        ]


class HandOver(models.Model):
    """What one shift leaves to the next. Never changed."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="hand_overs")
    on = models.DateField()
    shift = models.CharField(max_length=12)
    text = models.TextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()


class CalendarFeed(models.Model):
    """A secret address under which somebody's calendar reads their shifts. Only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)


class AllowanceRate(models.Model):
    """What the agency pays for a shift, with the paper that says so. There is no rate until somebody enters one."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    kind = models.CharField(max_length=8, choices=[(item.value, item.value) for item in DayKind])
    standby = models.BooleanField(default=False)
    amount = models.IntegerField()  # đồng a shift
    basis = models.CharField(max_length=200)
    starts_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "standby", "starts_on"], name="rate_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="rate_not_negative"),
        ]
