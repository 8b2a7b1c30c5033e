"""A case being settled, with everything its procedure produces. States and transitions are in rules/procedures."""

from __future__ import annotations

from datetime import date
from typing import Final, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.deadlines.groups import group_from
from tiepdan.documents.models import Paper, StoredFile
from tiepdan.matters.models import Clock, Matter
from tiepdan.matters.rules import ClockStatus
from tiepdan.submissions.models import Party, Submission

# Limits within which a case is settled, by id of the rule file.
SETTLEMENT_RULES: Final = ("KN-5", "KN-6", "KL-4", "TC-6", "TC-20")


class CaseQuerySet(models.QuerySet["Case"]):
    """Legal measures of a case, never of a person; they combine."""

    def open(self) -> Self:
        """Cases still running."""
        return self.filter(closed_on__isnull=True)

    def large(self) -> Self:
        """As many people on the same content as the law calls many. Rule: PA-7"""
        return self.filter(people__gte=group_from())

    def complex(self) -> Self:
        """At least one of the seven criteria found. Rule: complaints §1.6"""
        return self.exclude(complexity=[])

    def prolonged(self, *, on: date) -> Self:
        """Settlement limit passed without a decision or conclusion."""
        late = Clock.objects.filter(
            matter_id=OuterRef("matter_id"), rule_id__in=SETTLEMENT_RULES, status=ClockStatus.OPEN, rolled_due_on__lt=on
        )
        return self.filter(Exists(late))


class Case(models.Model):
    """One matter under its legal procedure at the agency that settles it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="cases")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="cases")
    code = models.CharField(max_length=16, unique=True)
    procedure = models.CharField(max_length=30)  # id in rules/procedures
    procedure_on = models.DateField()  # the day whose version applies
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=30)
    state_before_suspension = models.CharField(max_length=30, blank=True)
    handler = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    leader = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    accepted_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    delivered_on = models.DateField(null=True)  # proven receipt by the complainant
    in_effect_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    destroyed_on = models.DateField(null=True)  # its record, by decision; states, days, outcome and figures stay
    people = models.IntegerField(default=1)
    complexity = models.JSONField(default=list)  # codes of the criteria found
    complexity_note = models.TextField(blank=True)  # the finding, kept in the file
    remote = models.BooleanField(default=False)
    demand_differs = models.BooleanField(null=True)  # demand and findings still differ: dialogue compulsory
    outcome = models.CharField(max_length=20, blank=True)  # right, partly_right, wrong; terminated; withdrawn
    outcome_note = models.TextField(blank=True)
    # The direct superior before which a follow-up lies, or who reviews the settlement: its head acts on the case too.
    superior = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)  # recorded facts that guards read: name of a field of Situation → value
    # Times in which somebody else may act (second complaint, lawsuit) or must wait (effect): rule id → Deadline as
    # JSON. They are no duty of the agency, so they are no clocks and make nothing late.
    windows = models.JSONField(default=dict)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["matter"]), models.Index(fields=["agency", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["matter"], name="one_open_case", condition=Q(closed_on__isnull=True)),
        ]


class Step(models.Model):
    """An act done on a case: the timeline that officers read."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=40)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30)
    done_on = models.DateField()
    done_at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["case", "id"])]


class Extension(models.Model):
    """A decision to extend a denunciation's limit (TC-7, TC-8)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="extensions")
    days = models.SmallIntegerField()
    decided_on = models.DateField()
    reason = models.TextField()
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(days__gte=1, days__lte=30), name="extension_up_to_30")]


class Suspension(models.Model):
    """Days that do not count (SU-2, SU-4, SU-5)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="suspensions")
    kind = models.CharField(max_length=24)
    ground = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_before__isnull=True) | Q(ends_before__gte=F("starts_on")), name="suspension_ends_after"
            ),
            models.UniqueConstraint(
                fields=["case", "kind"], name="one_open_suspension", condition=Q(ends_before__isnull=True)
            ),
        ]


class TeamMember(models.Model):
    """Somebody in the verification team."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="team")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_head = models.BooleanField(default=False)
    ends_on = models.DateField(null=True)


class Session(models.Model):
    """A working session, a site check, a dialogue: who was there and what was said."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=16)  # working, site_check, dialogue
    held_on = models.DateField()
    notified_on = models.DateField(null=True)
    place = models.CharField(max_length=160, blank=True)
    chair = models.CharField(max_length=160, blank=True)
    with_whom = models.CharField(max_length=40, blank=True)  # complainant, respondent, denounced …
    present = models.JSONField(default=list)
    absence = models.CharField(max_length=20, blank=True)  # "", without_reason, valid_reason
    minutes = models.TextField(blank=True)
    agreed = models.TextField(blank=True)
    still_open = models.TextField(blank=True)
    envelope = models.BinaryField(
        null=True
    )  # with a denouncer: who was there and what was said, instead of the open fields
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")


class Evidence(models.Model):
    """Information or a document gathered during verification."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=200)
    supplied_by = models.CharField(max_length=160, blank=True)
    supplied_on = models.DateField()
    note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")


class Finding(models.Model):
    """The verification report's finding on one issue."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="findings")
    issue = models.TextField()
    finding = models.CharField(max_length=14)  # right, partly_right, wrong
    basis = models.TextField(blank=True)
    proposal = models.TextField(blank=True)


class Obligation(models.Model):
    """What the decision or conclusion orders, and how far it has been carried out."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="obligations")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    money_million_vnd = models.DecimalField(max_digits=16, decimal_places=3, default=0)
    land_m2 = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    persons = models.IntegerField(default=0)
    to_state = models.BooleanField(default=False)  # recovered for the State, otherwise for the citizen
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_note = models.TextField(blank=True)


class Publication(models.Model):
    """How a decision or conclusion was made public."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="publications")
    way = models.CharField(max_length=16)  # meeting, posting, portal, press
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    times = models.SmallIntegerField(default=1)
    place = models.CharField(max_length=160, blank=True)


class Note(models.Model):
    """A working note between officers, never shown to the citizen."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()


class Urging(models.Model):
    """A superior or an inspectorate urges the agency that settles; the agency answers."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="urgings")
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    text = models.TextField()
    answer_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["to_agency", "answered_on"]), models.Index(fields=["matter"])]


class Link(models.Model):
    """Another case or decision that this one is read together with; where it cannot be seen, its words remain."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=16)  # first, second, resettled, related
    code = models.CharField(max_length=16, blank=True)  # of the other case, when it is in this program
    what = models.CharField(
        max_length=300, blank=True
    )  # number and day of the first decision, why they belong together
    made_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case"], name="links_of_case")]


class Mandate(models.Model):
    """Somebody who acts for the complainants: representative of a group, by power of attorney, by law, or as heir."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="mandates")
    kind = models.CharField(max_length=16)  # group, attorney, lawyer, legal_aid, guardian, heir
    name = models.CharField(max_length=160)
    document = models.CharField(max_length=200)  # what proves it: number, day, who made it
    form = models.CharField(max_length=16, blank=True)  # notarised, certified, organisation
    given_on = models.DateField()
    scope = models.TextField(blank=True)
    recorded_on = models.DateField()
    party = models.ForeignKey(
        Party, null=True, on_delete=models.PROTECT, related_name="+"
    )  # the same among the parties
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case"], name="mandates_of_case")]


class CourtFile(models.Model):
    """The same matter before a court: accepted, judged, and what follows for the case."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="court_files")
    court = models.CharField(max_length=160)
    number = models.CharField(max_length=60, blank=True)
    accepted_on = models.DateField()
    handed_over_on = models.DateField(null=True)  # the dossier, when the court asked for it
    judged_on = models.DateField(null=True)
    judgment = models.CharField(max_length=60, blank=True)  # number of the judgment or decision
    effect = models.CharField(max_length=16, blank=True)  # upheld, annulled, amended, discontinued
    effect_note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["case"], name="court_files_of_case")]


class Protection(models.Model):
    """Protection of a denouncer or of the family. Who and where is in an envelope of its own (`ProtectionDetail`)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="protections")
    asked_on = models.DateField()
    asked_how = models.CharField(max_length=12)  # written, in_person, phone
    written_on = models.DateField(null=True)  # the written request after an urgent one
    goods = models.JSONField(default=list)  # secrecy, job, life, property, honour
    decided_on = models.DateField(null=True)
    granted = models.BooleanField(null=True)
    measures = models.JSONField(default=list)  # codes of measures ordered
    protector = models.CharField(max_length=200, blank=True)  # body that carries them out
    reason = models.TextField(blank=True)  # of a refusal; names nobody
    ended_on = models.DateField(null=True)
    end_ground = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case"], name="protections_of_case")]


class ProtectionDetail(models.Model):
    """Who is protected, where and from what: read only while an opening of the identity lasts."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    protection = models.ForeignKey(Protection, on_delete=models.PROTECT, related_name="details")
    envelope = models.BinaryField()


class Review(models.Model):
    """A superior has a settlement in effect checked because it may be unlawful, and what came of it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    ordered_by = models.CharField(max_length=200)  # who ordered it: authority and paper
    ordered_on = models.DateField()
    signs = models.TextField()  # what makes the settlement look unlawful
    result = models.CharField(max_length=12, blank=True)  # lawful, remedied
    result_on = models.DateField(null=True)
    remedy = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["case"], name="reviews_of_case")]
