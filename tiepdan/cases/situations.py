"""From the file of a case to the facts that its procedure asks about."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from tiepdan.accounts.rules import Actor
from tiepdan.accounts.rules import Role as Post
from tiepdan.agencies.models import LocalRule
from tiepdan.agencies.queries import LocalDefaults, defaults_of
from tiepdan.cases.models import (
    SETTLEMENT_RULES,
    Case,
    CourtFile,
    Evidence,
    Extension,
    Finding,
    Link,
    Mandate,
    Obligation,
    Protection,
    Publication,
    Review,
    Session,
    Suspension,
    TeamMember,
)
from tiepdan.cases.rules.engine import may
from tiepdan.cases.rules.law_day import law_day, procedure_for
from tiepdan.cases.rules.procedure import Act, Procedure, ProcedureKind
from tiepdan.cases.rules.situation import Absence, Role, Situation, Withdrawal, WithdrawalForm
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.storage import from_json
from tiepdan.infra.statement import Objects, Statement
from tiepdan.infra.verdict import Refused, Verdict
from tiepdan.matters.models import Assignment, Clock
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.rules import PartyRole, Signing, Source

# Waiting times before legal effect, and the times for a second complaint, by procedure and stage.
EFFECT_RULES: Final = ("KN-13", "KN-14", "KL-7")
SECOND_RULES: Final = ("KN-2", "KL-2")
# Facts that only a person can answer; the rest is computed from the file and a recorded value never overrides it.
RECORDABLE: Final = frozenset(
    {
        "is_competent", "guided_before", "forwarded_before", "sent_to_competent_body", "has_new_facts",
        "has_original_papers", "is_anonymous", "identity_checked", "has_inspection_basis", "conflict_of_interest", "not_inherited",
        "needs_protection", "protection_ordered", "clearly_right", "demand_differs", "contested_execution_harmful",
        "contested_execution_suspended", "urgent_harm", "crime_signs", "fast_track_fits", "withdrawal_forced",
        "signs_of_violation", "denunciation_abused", "suspension_ground_gone", "late_with_valid_reason", "contested",
        "redaction_checked", "dialogue_chair_in_person", "found_grounded", "council_proposed", "may_sue", "second_in_time",
    }
)  # fmt: skip
_DATES: Final = frozenset({"dialogue_on"})
_ENUMS: Final[dict[str, type[Absence | Withdrawal | WithdrawalForm]]] = {
    "absence": Absence,
    "withdrawal": Withdrawal,
    "withdrawal_form": WithdrawalForm,
}
# Facts that acts record as they happen.
_STAGE: Final = frozenset({"is_second_stage", "is_resettled"})  # how the case was opened
_HAPPENED: Final = frozenset({"report_submitted", "worked_with_denounced", "dialogue_held", "ended_by_withdrawal"})
_PLAIN: Final = RECORDABLE | _STAGE | _HAPPENED
_NAMES: Final = frozenset(field.name for field in fields(Situation))


def procedure_of(*, case: Case, today: date) -> Procedure:
    """Return the version of the procedure that applies to the next act. Rule: TR-1, TR-2, TR-4"""
    kind = ProcedureKind(case.procedure)
    day = law_day(
        kind=kind,
        received_on=case.received_on,
        accepted_on=case.accepted_on,
        decided_on=case.decided_on,
        today=today,
    )
    return procedure_for(kind=kind, on=day.day)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something small in the file of a case: a session, evidence, a finding, a publication, an extension …"""

    kind: str  # session, evidence, finding, publication, extension, suspension, team, link, mandate, court, protection, review
    id: int
    day: date | None
    until: date | None
    title: str
    text: str
    code: str
    extra: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What lies in the file of a case, read once for the rule and for the page."""

    parties: list[Party]
    obligations: list[Obligation]
    clocks: list[Clock]
    entries: list[Entry]

    def of(self, kind: str) -> list[Entry]:
        """Return the entries of one kind, oldest first."""
        return [entry for entry in self.entries if entry.kind == kind]

    @property
    def local(self) -> LocalDefaults:
        """What the locality has set: days off, defaults where the law is unsure."""
        found = sorted(self.of("local_rule"), key=lambda one: (one.day or date.min, one.id))
        return defaults_of(rows=[(one.title, one.code, one.day or date.min, one.text, one.extra) for one in found])


_PARTIES: Final = Objects(lambda *, submission: Party.objects.filter(submission_id=submission).order_by("pk"))
_OBLIGATIONS: Final = Objects(
    lambda *, case: Obligation.objects.filter(case_id=case).select_related("agency").order_by("pk")
)
_CLOCKS: Final = Objects(
    lambda *, matter, agency: Clock.objects.filter(matter_id=matter, agency_id=agency).order_by("pk")
)


def load_file(*, case: Case) -> CaseFile:
    """Read the file of a case. Cost: 4 queries."""
    return CaseFile(
        parties=_PARTIES.all(submission=case.submission_id),
        obligations=_OBLIGATIONS.all(case=case.pk),
        clocks=_CLOCKS.all(matter=case.matter_id, agency=case.agency_id),
        entries=_entries(case=case),
    )


def situation_of(*, case: Case, file: CaseFile, today: date) -> Situation:
    """Gather the facts of a case on a day. Cost: none."""
    facts = of_submission(submission=case.submission, parties=file.parties)
    facts |= dict.fromkeys(_HAPPENED, False)
    facts |= recorded(facts=case.facts)
    undone = [row for row in file.obligations if row.done_on is None]
    suspended = [row for row in file.of("suspension") if row.until is None]
    settling = [clock for clock in file.clocks if clock.rule_id in SETTLEMENT_RULES]
    due = settling[-1].rolled_due_on if settling else None
    effect = window(case=case, rules=EFFECT_RULES)
    days = file.local.calendar
    asked = [row for row in file.of("protection") if row.extra == ""]
    facts |= {
        "state": case.state,
        "previous_state": case.state_before_suspension,
        "complexity_criteria": len(case.complexity),
        "extensions_used": len(file.of("extension")),
        "demand_differs": case.demand_differs,
        "suspended_since": suspended[0].day if suspended else None,
        "settlement_due_on": due,
        "decided_on": case.decided_on,
        "decision_delivered_on": case.delivered_on,
        "effect_due_on": effect.rolled_due if effect else None,
        "second_window_open": second_window_open(case=case, settlement_due_on=due, today=today, calendar=days),
        "contested": facts.get("contested", False),
        "execution_done": not undone,
        "nothing_to_execute": not file.obligations,
        "second_in_time": _second_in_time(case=case, answer=facts.get("second_in_time"), calendar=days),
        "in_court": bool(file.of("court")),
        "protection_asked": bool(asked),
        "protection_ordered": any(row.extra == "true" and row.until is None for row in file.of("protection")),
        "review_open": any(row.until is None for row in file.of("review")),
        "is_superior_body": False,  # set for who asks: may_act knows the agency
    }
    if "dialogue_on" in facts:
        facts["dialogue_notice_due_on"] = notice_due_on(dialogue_on=facts["dialogue_on"], calendar=days)
    return Situation(**facts)


def of_submission(*, submission: Submission, parties: list[Party]) -> dict[str, Any]:
    """Gather what the paper itself says; Any because the fields of Situation differ."""
    return {
        "kind": submission.kind,
        "is_eligible": submission.eligible,
        "came_in_person": submission.source == Source.DESK,
        "has_forwarder": submission.forwarded_by_id is not None,
        "is_anonymous": submission.anonymous,
        "complainants": submission.people,
        "signatures_complete": submission.all_signed and submission.signing != Signing.MISSING,
        "representatives": sum(
            party.role == PartyRole.REPRESENTATIVE and party.withdrew_on is None for party in parties
        ),
        "is_written": True,
        "is_resettled": False,
        "is_second_stage": False,
        "contested_execution_suspended": False,
    }


def _entries(*, case: Case) -> list[Entry]:
    """Read the small tables of a case in one query."""
    made = [
        Entry(kind, number, day, until, title or "", text or "", code or "", extra or "")
        for kind, number, day, until, title, text, code, extra in _ENTRIES.rows(case=case.pk)
    ]
    return sorted(made, key=lambda entry: (entry.kind, entry.id))


def _everything(*, case: int) -> QuerySet[Any, Any]:
    def rows(found: QuerySet[Any, Any], kind: str, **columns: str) -> Any:  # a union has no type of its own
        shown: dict[str, Any] = {"kind_": Value(kind, output_field=TextField())}
        for name in ("day", "until"):
            column = columns.get(name)
            shown[f"{name}_"] = F(column) if column else Cast(Value(None), DateField())
        for name in ("title", "text", "code", "extra"):
            column = columns.get(name)
            shown[f"{name}_"] = Cast(column, TextField()) if column else Value("", output_field=TextField())
        return (
            found.filter(case_id=case)
            .order_by()
            .annotate(**shown)
            .values_list("kind_", "pk", "day_", "until_", "title_", "text_", "code_", "extra_")
        )

    everything: QuerySet[Any, Any] = rows(
        Session.objects.all(), "session", day="held_on", until="notified_on", title="kind", text="minutes", code="with_whom",
        extra="absence",
    ).union(
        rows(Evidence.objects.all(), "evidence", day="supplied_on", title="title", text="note", code="file_id", extra="supplied_by"),
        rows(Finding.objects.all(), "finding", title="issue", text="basis", code="finding", extra="proposal"),
        rows(Publication.objects.all(), "publication", day="from_on", until="until_on", title="way", text="place", extra="times"),
        rows(Extension.objects.all(), "extension", day="decided_on", title="days", text="reason"),
        rows(Suspension.objects.all(), "suspension", day="starts_on", until="ends_before", title="kind", text="reason", code="ground"),
        rows(TeamMember.objects.all(), "team", until="ends_on", title="user__name", code="user_id", extra="is_head"),
        rows(Link.objects.all(), "link", day="made_on", until="ended_on", title="what", code="code", extra="kind"),
        rows(Mandate.objects.all(), "mandate", day="given_on", until="ended_on", title="name", text="document", code="kind",
             extra="scope"),
        rows(CourtFile.objects.all(), "court", day="accepted_on", until="judged_on", title="court", text="effect_note",
             code="number", extra="effect"),
        rows(Protection.objects.all(), "protection", day="asked_on", until="ended_on", title="protector", text="reason",
             code="asked_how", extra="granted"),
        rows(Review.objects.all(), "review", day="ordered_on", until="result_on", title="ordered_by", text="signs",
             code="result", extra="remedy"),
        _local_rules(case),
        all=True,
    )  # fmt: skip
    return everything


def _local_rules(case: int) -> QuerySet[Any, Any]:
    """What the locality of the case has set, in the columns of the file; read along to save a question."""
    above = Case.objects.filter(pk=case, agency__path__startswith=OuterRef("agency__path"))
    return (
        LocalRule.objects.filter(Exists(above), withdrawn_at__isnull=True)
        .order_by()
        .annotate(
            kind_=Value("local_rule", output_field=TextField()), day_=F("starts_on"),
            until_=Cast(Value(None), DateField()), title_=Cast("code", TextField()), text_=Cast("reason", TextField()),
            code_=Cast("value", TextField()), extra_=Cast("agency__path", TextField()),
        )
        .values_list("kind_", "pk", "day_", "until_", "title_", "text_", "code_", "extra_")
    )  # fmt: skip


_ENTRIES: Final = Statement(_everything)


def recorded(*, facts: dict[str, Any]) -> dict[str, Any]:
    """Read the recorded facts of a case back into the types of Situation."""
    found: dict[str, Any] = {}
    for name, value in facts.items():
        if name in _PLAIN:
            found[name] = value
        elif name in _DATES and value:
            found[name] = date.fromisoformat(value)
        elif name in _ENUMS and value:
            found[name] = _ENUMS[name](value)
    return found


def with_answers(*, situation: Situation, answers: dict[str, Any]) -> Situation:
    """Return the situation with what was answered while acting."""
    return replace(situation, **{name: value for name, value in answers.items() if name in _NAMES})


def window(*, case: Case, rules: tuple[str, ...]) -> Deadline | None:
    """Return a stored window of a case."""
    for rule_id in rules:
        if rule_id in case.windows:
            return from_json(data=case.windows[rule_id])
    return None


def second_window_open(*, case: Case, settlement_due_on: date | None, today: date, calendar: Calendar) -> bool | None:
    """Say whether a second complaint may still come; None while receipt of the decision is not proven. Rule: KN-2, KL-2"""
    stored = window(case=case, rules=SECOND_RULES)
    if stored is not None:
        return today <= stored.rolled_due
    if case.decided_on is None and settlement_due_on is not None and today > settlement_due_on:
        return today <= second_deadline(case=case, start=settlement_due_on, calendar=calendar).rolled_due
    return None


def second_deadline(*, case: Case, start: date, calendar: Calendar) -> Deadline:
    """Count the time for a second complaint from receipt of the decision or the end of the limit. Rule: KN-2, KL-2"""
    if case.procedure == ProcedureKind.DISCIPLINARY_COMPLAINT:
        return count(
            rule_id="KL-2", start=start, on=start, dismissal=bool(case.facts.get("may_sue")), calendar=calendar
        )  # fmt: skip
    return count(rule_id="KN-2", start=start, on=start, remote=case.remote, calendar=calendar)


def _second_in_time(*, case: Case, answer: bool | None, calendar: Calendar) -> bool | None:
    """Say whether a second complaint came in time; where the day of receipt is unknown, the officer's answer counts."""
    second = case.procedure == ProcedureKind.SECOND_COMPLAINT or bool(case.facts.get("is_second_stage"))
    if not second:
        return True
    start = case.facts.get("window_from")
    if not start:
        return answer
    last = second_deadline(case=case, start=date.fromisoformat(start), calendar=calendar).rolled_due
    return case.received_on <= last or bool(case.facts.get("late_with_valid_reason"))


def notice_due_on(*, dialogue_on: date, calendar: Calendar) -> date | None:
    """Return the last lawful day of the notice of a dialogue; None where the law of the day knew no such limit. Rule: KN-9"""
    try:
        return count(rule_id="KN-9", start=dialogue_on, calendar=calendar).rolled_due
    except RuleRefused as refusal:
        if refusal.code != "rule_not_in_force":
            raise
        return None


def roles_of(*, case: Case, by: Actor, assigned: bool | None = None) -> tuple[Role, ...]:
    """Say as what somebody acts on a case: by post, and as the assigned handler whatever the post.

    assigned: whether the actor handles or verifies, if it was read already
    Cost: 1 query, none when `assigned` is given.
    """
    if by.role == "system":
        return (Role.SYSTEM,)
    found = {
        Post.HEAD: Role.HEAD,
        Post.DEPUTY: Role.DEPUTY_AUTHORISED,
        Post.RECEPTION_OFFICER: Role.RECEPTION_OFFICER,
        Post.PROCESSING_OFFICER: Role.PROCESSING_OFFICER,
    }
    roles = tuple(role for post, role in found.items() if by.role == post)
    own = Assignment.objects.filter(
        Q(matter_id=case.matter_id, user_id=by.user_id, agency_id=by.agency_id, ends_at__isnull=True),
        duty__in=("handler", "verifier"),
    )
    if by.role == Post.HANDLER or (own.exists() if assigned is None else assigned):
        roles = (*roles, Role.HANDLER)
    return roles


def is_actors(*, case: Case, by: Actor) -> bool:
    """Tell whether the actor's agency acts on the case: it settles it, or is the superior before which it lies."""
    return by.agency_id in {case.agency_id, case.superior_id}


def is_superiors(*, act: Act) -> bool:
    """Tell whether an act belongs to the direct superior."""
    return any(call.name == "is_superior_body" for call in act.guards)


def may_act(
    *, case: Case, procedure: Procedure, act: str, situation: Situation, roles: tuple[Role, ...], by: Actor, today: date
) -> Verdict:
    """Decide for everything that somebody is: the first role that may, otherwise the most telling refusal."""
    if not is_actors(case=case, by=by):
        return Refused("other_agency", rule="complaints §3.2")
    found_act = procedure.acts.get(act)
    if by.agency_id != case.agency_id and (found_act is None or not is_superiors(act=found_act)):
        return Refused("other_agency", rule="complaints §3.2")
    situation = replace(situation, is_superior_body=by.agency_id == case.superior_id)
    verdict: Verdict = Refused("no_part_in_case")
    for role in roles:
        found = may(procedure=procedure, act=act, situation=situation, role=role, today=today)
        if found:
            return found
        if isinstance(found, Refused) and (
            not isinstance(verdict, Refused) or verdict.code in {"no_part_in_case", "wrong_role"}
        ):
            verdict = found
    return verdict
