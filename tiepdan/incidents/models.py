"""Reception offices with their response sheets, incidents and their logs. Row-level security is in migrations/0002.

No table here names a participant: only those who spoke for the group, inside the incident, and never a way to find them.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.incidents.rules import LineKind, Transport
from tiepdan.matters.models import Matter


class Office(models.Model):
    """A place where citizens are received."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    room = models.CharField(max_length=120, blank=True)  # where a group is received
    phone = models.CharField(max_length=30, blank=True)
    closed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="office_once")]


class Situation(models.Model):
    """One line of the response sheet: what may happen, what is done, where."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="situations")
    name = models.CharField(max_length=160)
    steps = models.TextField(blank=True)
    room = models.CharField(max_length=120, blank=True)
    removed = models.BooleanField(default=False)


class Contact(models.Model):
    """Who is called in a situation, in this order."""

    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="contacts")
    order = models.SmallIntegerField()
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["situation", "order"], name="contact_order")]


class Incident(models.Model):
    """Something that happened at an office."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="+")
    situation = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=200)
    began_at = models.DateTimeField()
    people = models.IntegerField()  # now
    most_people = models.IntegerField()
    about = models.CharField(max_length=300, blank=True)
    demands = models.TextField(blank=True)
    received_by = models.CharField(max_length=300, blank=True)
    spokespersons = models.JSONField(default=list)  # names of those who spoke for the group
    urgent = models.BooleanField(default=False)
    leader = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")  # on call, told urgently
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    agreed = models.TextField(blank=True)
    dialogue_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    transport = models.CharField(
        max_length=12, default=Transport.NOT_OFFERED, choices=[(item.value, item.value) for item in Transport]
    )
    ended_at = models.DateTimeField(null=True)
    lessons = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    request_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 # absent must not collide

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-began_at"], name="incident_by_time")]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=0, most_people__gte=1), name="incident_has_people"),
            models.CheckConstraint(condition=Q(closed_at__isnull=True) | ~Q(lessons=""), name="closed_with_lessons"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")), name="incident_ends_after_start"
            ),
        ]


class IncidentMatter(models.Model):
    """What an incident is about: a matter, shown to who may see the matter."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="matters")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "matter"], name="incident_matter_once")]


class LogLine(models.Model):
    """One line of the running log. Never changed."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="lines")
    at = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=[(item.value, item.value) for item in LineKind])
    text = models.TextField(blank=True)
    people = models.IntegerField(null=True)  # present at this time
    written_by = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["incident", "at"])]


class CallOut(models.Model):
    """Somebody called to the place: when, whether they know, when they came."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="calls")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    called_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "incident"])]


class HomeNotice(models.Model):
    """The agency the citizens come from: told, answers who comes, sees the end."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="homes")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency_path = models.CharField(max_length=120, db_collation="C")
    told_at = models.DateTimeField()
    answer = models.CharField(max_length=300, blank=True)  # who comes, when
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    end_seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "agency"], name="home_once")]
