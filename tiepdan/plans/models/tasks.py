"""Tasks of plans: the tree, who does them until when, what was done, what stands in the way."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.documents.models import StoredFile
from tiepdan.plans.models.issued import Plan
from tiepdan.plans.rules.due import Anchor, Due, DueKind
from tiepdan.plans.rules.tasks import AgencyCapacity, AgencyState, TaskKind, TaskState


class Task(models.Model):
    """One duty of a plan, or a part of one that an agency made for itself (parent set, agency_path its own)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    agency_path = models.CharField(max_length=120, db_collation="C")  # who made the task
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    ordinal = models.IntegerField()
    text = models.TextField()
    section = models.CharField(max_length=40, blank=True)
    heading = models.CharField(max_length=300, blank=True)
    basis = models.TextField(blank=True)  # legal bases of the plan that stand behind it, one per line
    passages = models.JSONField(default=list)  # [start, end] in the text of the document
    kind = models.CharField(max_length=14, choices=[(kind.value, kind.value) for kind in TaskKind])
    lead_text = models.TextField(blank=True)  # as printed
    coordinate_text = models.TextField(blank=True)
    report_to = models.TextField(blank=True)
    via = models.CharField(max_length=200, blank=True)
    result = models.TextField(blank=True)
    indicator = models.CharField(max_length=200, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    unit = models.CharField(max_length=40, blank=True)
    recurring = models.CharField(max_length=12, blank=True)
    requested = models.BooleanField(default=False)  # "đề nghị": a body that the issuer cannot order
    phase = models.CharField(max_length=8, blank=True)  # before, during, after
    implements = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="implementations")
    assignee = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")  # of a part
    due_on = models.DateField(null=True)  # of a part
    done_on = models.DateField(null=True)  # of a part
    status = models.CharField(max_length=10, choices=[(state.value, state.value) for state in TaskState])
    since_version = models.IntegerField(default=1)
    until_version = models.IntegerField(null=True)  # the version that no longer has it

    class Meta:
        indexes = [models.Index(fields=["plan", "ordinal"]), models.Index(fields=["implements"])]

    def __str__(self) -> str:
        return self.text[:80]


class TaskAgency(models.Model):
    """One agency at one task: the row that gives rights, and its line in lists."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="agencies")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    capacity = models.CharField(max_length=10, choices=[(item.value, item.value) for item in AgencyCapacity])
    status = models.CharField(max_length=10, choices=[(item.value, item.value) for item in AgencyState])
    reason = models.TextField(blank=True)  # of an objection, and the answer to it
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    percent = models.SmallIntegerField(default=0)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)  # of the indicator
    told_on = models.DateField(null=True)  # last progress
    due_on = models.DateField(null=True)  # next
    due_time = models.TimeField(null=True)
    done_on = models.DateField(null=True)
    urged_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "agency"], name="task_agency_once"),
            models.CheckConstraint(condition=Q(percent__gte=0, percent__lte=100), name="percent_of_task"),
            models.CheckConstraint(condition=~Q(status="objected") | ~Q(reason=""), name="objection_has_a_reason"),
        ]
        indexes = [
            models.Index(fields=["agency_path", "due_on"], name="task_line_by_due"),
            models.Index(fields=["plan", "status"], name="task_line_by_plan"),
        ]


class TaskDeadline(models.Model):
    """When something of a task is due: a day, a day of every year, so long after an event, again and again."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="deadlines")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in DueKind])
    printed = models.CharField(max_length=300, blank=True)
    day = models.DateField(null=True)
    month = models.SmallIntegerField(null=True)
    month_day = models.SmallIntegerField(null=True)
    weekday = models.SmallIntegerField(null=True)  # 0 Monday
    anchor = models.CharField(max_length=10, blank=True)  # starts, ends, follows, prepares, named
    event = models.CharField(max_length=200, blank=True)  # in words
    event_on = models.DateField(null=True)  # of a named event, once it is known
    offset_days = models.SmallIntegerField(null=True)
    working_days = models.BooleanField(default=False)
    at_time = models.TimeField(null=True)

    def due(self) -> Due:
        """Return it as the rules see it."""
        return Due(
            kind=DueKind(self.kind), day=self.day, month=self.month, month_day=self.month_day, weekday=self.weekday,
            anchor=Anchor(self.anchor) if self.anchor else None, event=self.event, event_on=self.event_on,
            offset_days=self.offset_days, working_days=self.working_days, at_time=self.at_time, printed=self.printed,
        )  # fmt: skip


class Progress(models.Model):
    """What an agency says about its task, with what proves it. Never changed; the next one says more."""

    line = models.ForeignKey(TaskAgency, on_delete=models.PROTECT, related_name="progress")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    percent = models.SmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    text = models.TextField()
    told_on = models.DateField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class Evidence(models.Model):
    """A paper, a number, or a link to a reception, a case, an incident, a session."""

    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    kind = models.CharField(max_length=10)  # an EvidenceKind
    name = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    link = models.CharField(max_length=40, blank=True)  # code of what is linked; opened with the reader's own rights


class Obstacle(models.Model):
    """Khó khăn, vướng mắc: told, passed on by the body it goes through, answered."""

    line = models.ForeignKey(TaskAgency, on_delete=models.PROTECT, related_name="obstacles")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    via = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    via_path = models.CharField(max_length=120, db_collation="C", blank=True)
    to = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_path = models.CharField(max_length=120, db_collation="C")
    text = models.TextField()
    proposal = models.TextField(blank=True)
    status = models.CharField(max_length=10)  # an ObstacleState
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True)
    passed_note = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["via_path"]), models.Index(fields=["to_path"])]


class TaskUrging(models.Model):
    """Đôn đốc: asked by the coordinator or a superior, answered by the agency."""

    line = models.ForeignKey(TaskAgency, on_delete=models.PROTECT, related_name="urgings")
    agency_path = models.CharField(max_length=120, db_collation="C")
    coordinator_path = models.CharField(max_length=120, db_collation="C")
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    from_path = models.CharField(max_length=120, db_collation="C")
    text = models.TextField()
    answer_by = models.DateField(null=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
