"""Tables of the anchor of rights. Row-level security of all of them is in migrations/0002."""

from __future__ import annotations

from datetime import date
from typing import Final, Self

from django.db import models
from django.db.models.functions import Coalesce

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.matters.rules import Capacity, ClockStatus, Duty, MatterKind

NO_LIMIT: Final = date(9999, 12, 31)  # where lines without a limit stand when sorted by it


class Matter(models.Model):
    """One content with one line of responsibility, whatever number of papers and agencies it touches."""

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in MatterKind])
    sealed = models.BooleanField(default=False)  # a denunciation: content for the assigned only, identity in envelopes
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")  # responsible now
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="repeats")
    created_by = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency"])]


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Filters of work lists."""

    def of_agency(self, *, agency_id: int) -> Self:
        """Lines of one agency."""
        return self.filter(agency_id=agency_id)

    def open(self) -> Self:
        """Lines still to be dealt with by their agency."""
        return self.filter(closed_on__isnull=True)

    def late(self, *, on: date) -> Self:
        """Open lines whose nearest limit has passed."""
        return self.open().filter(due_on__lt=on)


class Participation(models.Model):
    """One agency taking part in one matter: the row that gives rights, and the line in that agency's lists.

    The columns from `code` on are what lists show and filter, kept here by the acts so that a list reads one table.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="participations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    capacity = models.CharField(max_length=12, choices=[(item.value, item.value) for item in Capacity])
    sealed = models.BooleanField(default=False)
    code = models.CharField(max_length=16)  # public code of the submission
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)  # what the list shows; of a sealed matter only the kind
    field_code = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=32)
    register_number = models.IntegerField(null=True)  # số đến of this agency
    people = models.IntegerField(default=1)
    received_on = models.DateField()
    due_on = models.DateField(null=True)  # nearest open limit
    handler = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    title_key = models.GeneratedField(  # sorts the title by the Vietnamese alphabet (infra.collation)
        expression=models.Func("title", function="tiepdan.title_order"),
        output_field=models.CharField(max_length=200, db_collation="C"),
        db_persist=True,
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "agency"], name="participation_once")]
        indexes = [
            models.Index(fields=["agency_path", "-received_on", "-id"], name="line_by_date"),
            models.Index(fields=["agency_path", "state", "-received_on", "-id"], name="line_by_state"),
            models.Index(
                fields=["agency_path", "due_on", "id"],
                name="line_open_by_due_on",
                condition=models.Q(closed_on__isnull=True),
                # Boards count open lines by what stands here, without visiting the lines.
                include=["handler", "people", "capacity", "sealed", "matter", "agency"],
            ),
            models.Index(
                fields=["handler", "due_on"], name="line_open_by_handler", condition=models.Q(closed_on__isnull=True)
            ),
            models.Index(
                models.F("agency_path"),
                models.F("state"),
                Coalesce("due_on", models.Value(NO_LIMIT)),
                models.F("id"),
                name="line_open_by_state_and_limit",
                condition=models.Q(closed_on__isnull=True),
            ),
            models.Index(
                fields=["agency_path", "capacity", "-received_on", "-id"],
                name="line_open_by_capacity",
                condition=models.Q(closed_on__isnull=True),
            ),
            models.Index(fields=["code"], name="line_by_code"),
            models.Index(fields=["agency_path", "title_key", "id"], name="line_by_title"),
            models.Index(
                models.F("agency_path"),
                Coalesce("due_on", models.Value(NO_LIMIT)),
                models.F("id"),
                name="line_by_limit",
            ),
            models.Index(fields=["agency_path", "handler", "-received_on", "-id"], name="line_by_handler"),
        ]


class Assignment(models.Model):
    """A person assigned to a matter, until released."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=12, choices=[(duty.value, duty.value) for duty in Duty])
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "user", "duty"], name="assigned_once", condition=models.Q(ends_at__isnull=True)
            )
        ]
        indexes = [
            models.Index(fields=["user", "matter"], condition=models.Q(ends_at__isnull=True), name="assigned_now")
        ]


class Exclusion(models.Model):
    """Who is kept out of a matter: the person denounced, and those under them who could reveal it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="exclusions")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C", blank=True)  # a whole agency and below
    reason = models.CharField(max_length=40)


class Clock(models.Model):
    """A legal limit running for one agency on one matter, with what explains it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="clocks")
    # Without an index: a kept plan, made for an agency of middling size, went through all limits of a large one to find two.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    agency_path = models.CharField(max_length=120, db_collation="C")
    rule_id = models.CharField(max_length=24)
    rule_version = models.DateField()  # first day of the value used
    starts_on = models.DateField()  # day of the event
    due_on = models.DateField()  # before rolling to a working day
    rolled_due_on = models.DateField()
    explanation = models.JSONField()  # deadlines.Deadline as JSON
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in ClockStatus])
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["matter", "rule_id"]),
            models.Index(fields=["agency_path", "rolled_due_on"], name="clock_open", condition=models.Q(status="open")),
        ]


class ClockMove(models.Model):
    """An open limit that a changed calendar moved: from which day to which, and why."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="clock_moves")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="moves")
    agency_path = models.CharField(max_length=120, db_collation="C")
    due_before = models.DateField()  # rolled, as the lists showed it
    due_after = models.DateField()
    reason = models.CharField(max_length=300)  # the days that made the difference
    moved_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-moved_at"], name="clock_move_latest")]


class Notice(models.Model):
    """One line in an inbox: for a person, or for whoever holds a role at an agency."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=40)  # what happened; doors hold the words
    code = models.CharField(max_length=16, blank=True)  # public code, all that may leave the program by mail
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="notices")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["agency_path", "role", "-id"], name="notice_by_role"),
            models.Index(fields=["user", "-id"], name="notice_by_user"),
            models.Index(
                fields=["agency_path", "role"], name="notice_new_by_role", condition=models.Q(read_at__isnull=True)
            ),
            models.Index(
                fields=["user", "agency"], name="notice_new_by_user", condition=models.Q(read_at__isnull=True)
            ),
        ]


class HandoverState(models.TextChoices):
    """Life of a handover between agencies."""

    PREPARED = "prepared", "Chờ thủ trưởng duyệt"
    APPROVED = "approved", "Đã duyệt, chờ đến ngày"
    DONE = "done", "Đã bàn giao"
    WITHDRAWN = "withdrawn", "Đã rút"


class Handover(models.Model):
    """An agency that ends passes what it has open to those that follow: prepared by one, approved by another, done once."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="handovers")
    agency_path = models.CharField(max_length=120, db_collation="C")  # of the predecessor
    kind = models.CharField(max_length=8)  # a SuccessionKind
    effect_on = models.DateField()  # first day of those that follow
    decision = models.CharField(max_length=120)  # number and day of the decision
    template = models.CharField(max_length=20, blank=True)  # a set of rules that says where each matter goes
    state = models.CharField(max_length=10, choices=HandoverState.choices, default=HandoverState.PREPARED)
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    moved = models.IntegerField(default=0)  # matters that went
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=models.Q(state__in=["prepared", "approved"]),
                name="one_open_handover",
            ),
        ]
        indexes = [models.Index(fields=["agency_path", "-id"])]


class HandoverPart(models.Model):
    """One agency that follows; the main one takes what no rule gives to another, the books and the plans."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="parts")
    agency_path = models.CharField(max_length=120, db_collation="C")  # of the predecessor
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    successor_path = models.CharField(max_length=120, db_collation="C")
    main = models.BooleanField(default=False)
    share = models.CharField(max_length=300, blank=True)  # which area or task goes there

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handover", "successor"], name="handover_part_once"),
            models.UniqueConstraint(fields=["handover"], condition=models.Q(main=True), name="one_main_successor"),
        ]


class Move(models.Model):
    """Where one open matter goes, or went, and under which number the old agency had it: by this it is found later."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="moves")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="moves")
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_path = models.CharField(max_length=120, db_collation="C")
    why = models.CharField(max_length=24)  # a Placed of succession.rules
    register_number = models.IntegerField(null=True)  # số đến at the old agency
    received_on = models.DateField()
    done = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["handover", "matter"], name="move_once")]
        indexes = [
            models.Index(fields=["to_path", "register_number"], name="move_by_old_number"),
            models.Index(fields=["from_agency", "-id"], name="move_by_predecessor"),
            models.Index(fields=["matter"], name="move_of_matter"),
        ]


class SavedFilter(models.Model):
    """A list as one officer wants to see it again: conditions and order, never a word typed to search."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=12)  # which list: a SavedPage
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=400)  # as in the address of the page
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="saved_filter_once")]
