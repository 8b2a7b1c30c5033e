"""What the pages of cases show: the list, and one case with everything that an officer needs to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef

from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.models import Entry
from tiepdan.cases.beside import read_beside
from tiepdan.cases.models import SETTLEMENT_RULES, Case, Note, Step, Urging
from tiepdan.cases.papers import WRITER_SIGNS, own_form
from tiepdan.cases.rules.complexity import Measures, measures_of
from tiepdan.cases.rules.engine import ActOffer, ComingStep, acts_now, coming_step
from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.procedure import Act, Procedure
from tiepdan.cases.rules.situation import Role as CaseRole
from tiepdan.cases.rules.situation import Situation
from tiepdan.cases.situations import (
    RECORDABLE,
    CaseFile,
    is_actors,
    is_superiors,
    load_file,
    may_act,
    procedure_of,
    roles_of,
    situation_of,
)
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.groups import group_from
from tiepdan.deadlines.screen import state as deadline_state
from tiepdan.deadlines.screen import working_days_left
from tiepdan.deadlines.storage import from_json
from tiepdan.documents.models import Paper
from tiepdan.documents.queries import list_papers
from tiepdan.infra.collation import given_name_key
from tiepdan.infra.statement import Objects
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.matters.models import Assignment, Clock, Participation
from tiepdan.matters.queries import NEWEST, Sorting, lines_in_scope, page_of_lines
from tiepdan.matters.rules import Capacity, ClockStatus
from tiepdan.routing.models import Transfer
from tiepdan.submissions.access import scope_of
from tiepdan.submissions.models import Party

PAGE: Final = 50
SEALED_DENOUNCER: Final = "Người tố cáo (danh tính niêm phong)"
# What the rule asks and the act's own form answers is no reason to hide the button. Two facts are made by acts alone.
ANSWERABLE: Final = RECORDABLE - {"contested_execution_suspended", "protection_ordered"}
_FACT_BEHIND: Final = {row.code: row.fact for row in FACT_GUARDS}
_WANTED: Final = {row.name: row.wants for row in FACT_GUARDS}
_QUESTIONS: Final = {row.name: (row.fact, row.fact_vi) for row in FACT_GUARDS} | {
    "dialogue_if_differs": (
        "demand_differs", "yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau hay không",
    ),
    "council_needed": ("found_grounded", "khiếu nại quyết định kỷ luật có cơ sở hay không"),
    "council_heard": ("found_grounded", "khiếu nại quyết định kỷ luật có cơ sở hay không"),
    "dialogue_chair": (
        "dialogue_chair_in_person", "người đứng đầu có phải trực tiếp tổ chức đối thoại hay không",
    ),
}  # fmt: skip


SEALED_READINGS: Final = (
    "identity.opened", "identity.file_read", "case.evidence_read", "case.minutes_read", "case.protection_read",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """What the list is narrowed to; empty means all."""

    state: str = ""
    kind: str = ""
    handler_id: int = 0
    late: bool = False
    large: bool = False
    complex: bool = False
    prolonged: bool = False
    closed: bool = False  # ended ones instead of running ones


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list."""

    line: Participation
    code: str
    readable: bool  # False: only the line of a sealed matter is shown
    is_large: bool
    is_complex: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class CaseListPage:
    """One page of the list; `next_key` continues after its last row, empty at the end."""

    rows: list[CaseRow]
    next_key: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """A limit or a window as drawn by ui/clock.html."""

    title: str
    due: date
    state: str  # ok, due_soon, due_today, late, paused, met, cancelled
    left: int | None  # working days
    rule: str
    source: str
    deadline: Deadline

    @property
    def steps(self) -> object:
        """The counting day by day."""
        return self.deadline.steps


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person of the case as everybody with the case may see them."""

    name: str
    role: str
    withdrew_on: date | None


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """Another case as far as the acting post may know it; of a first case its decision, which the complainant must attach."""

    code: str
    readable: bool
    agency: str
    decision: str  # number and symbol
    decided_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works on the case."""

    name: str
    duty: str
    is_head: bool


@dataclass(frozen=True)
class CasePage:
    """One case with everything around it."""

    case: Case
    by: Actor
    today: date
    file: CaseFile
    procedure: Procedure
    situation: Situation
    offers: list[ActOffer]
    to_prepare: list[ActOffer]  # a leader's acts whose paper the actor may prepare
    lines: list[Participation]
    steps: list[Step]
    papers: list[Paper]
    notes: list[Note]
    urgings: list[Urging]
    chain: list[Transfer]
    members: list[Member]
    linked: dict[str, LinkedCase]  # by code: what may be said of the cases this one is read together with

    @property
    def is_own(self) -> bool:
        """Tell whether the actor's agency settles the case."""
        return self.case.agency_id == self.by.agency_id

    @cached_property
    def next_step(self) -> ComingStep:
        """What comes next and who does it."""
        return coming_step(procedure=self.procedure, situation=self.situation, today=self.today)

    @cached_property
    def state_title(self) -> str:
        """The state in the officer's words."""
        return self.procedure.states[self.case.state].title_vi

    @cached_property
    def measures(self) -> Measures:
        """How large, complex and late the case is."""
        case = self.case
        return measures_of(
            people=case.people, found=case.complexity, due_on=self.situation.settlement_due_on,
            ended_on=case.decided_on or case.closed_on, today=self.today,
        )  # fmt: skip

    @cached_property
    def calendar(self) -> Calendar:
        """Working days of the locality."""
        return self.file.local.calendar

    @cached_property
    def running(self) -> list[ClockView]:
        """Limits that still bind the agency, nearest first."""
        open_now = [row for row in self.file.clocks if row.status in {ClockStatus.OPEN, ClockStatus.PAUSED}]
        return sorted(
            (clock_view(clock=row, today=self.today, calendar=self.calendar) for row in open_now),
            key=lambda view: view.due,
        )

    @cached_property
    def windows(self) -> list[ClockView]:
        """Times in which others may act or effect is waited for."""
        found = [from_json(data=data) for data in self.case.windows.values()]
        return [window_view(deadline=deadline, today=self.today, calendar=self.calendar) for deadline in found]

    @cached_property
    def past(self) -> list[ClockView]:
        """Limits that were met or fell away."""
        done = [row for row in self.file.clocks if row.status in {ClockStatus.MET, ClockStatus.CANCELLED}]
        return [clock_view(clock=row, today=self.today) for row in done]

    @cached_property
    def parties(self) -> list[PartyView]:
        """People of the case; a denouncer is never named."""
        return [
            PartyView(party.name if _is_open(party) else SEALED_DENOUNCER, party.role, party.withdrew_on)
            for party in self.file.parties
        ]


_ASSIGNED: Final = Objects(
    lambda *, matter: (
        Assignment.objects.filter(matter_id=matter, ends_at__isnull=True).select_related("user").order_by("duty", "pk")
    )
)
_LINES: Final = Objects(
    lambda *, matter: Participation.objects.filter(matter_id=matter).select_related("agency").order_by("pk")
)
_STEPS: Final = Objects(lambda *, case: Step.objects.filter(case_id=case).select_related("by").order_by("-pk"))


def case_page(*, case: Case, by: Actor, today: date) -> CasePage:
    """Read everything around a case. Cost: 9 queries after the case itself, 1 more when it is read together with others."""
    file = load_file(case=case)
    procedure = procedure_of(case=case, today=today)
    situation = situation_of(case=case, file=file, today=today)
    assignments = _ASSIGNED.all(matter=case.matter_id)
    beside = read_beside(case=case)
    mine = any(
        row.user_id == by.user_id and row.agency_id == by.agency_id and row.duty in {"handler", "verifier"}
        for row in assignments
    )
    heads = {entry.code for entry in file.of("team") if entry.extra == "true" and entry.until is None}
    return CasePage(
        case=case,
        by=by,
        today=today,
        file=file,
        procedure=procedure,
        situation=situation,
        offers=offers_of(case=case, procedure=procedure, situation=situation, by=by, today=today, assigned=mine),
        to_prepare=offers_to_prepare(
            case=case, procedure=procedure, situation=situation, by=by, today=today, assigned=mine
        ),
        lines=_LINES.all(matter=case.matter_id),
        steps=_STEPS.all(case=case.pk),
        papers=list_papers(matter_id=case.matter_id, by=by),
        notes=beside.notes,
        urgings=beside.urgings,
        chain=beside.chain,
        members=[
            Member(row.user.name, row.duty, str(row.user_id) in heads and row.duty == "verifier") for row in assignments
        ],
        linked=_linked(case) if any(row.code for row in file.of("link")) else {},
    )


def _linked(case: Case) -> dict[str, LinkedCase]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.linked_cases(%s)", [case.pk])
        return {row[0]: LinkedCase(*row) for row in cursor.fetchall()}


def offers_of(
    *, case: Case, procedure: Procedure, situation: Situation, by: Actor, today: date, assigned: bool | None = None
) -> list[ActOffer]:
    """List the acts of the state with the verdict for everything the actor is; allowed ones first.

    assigned: whether the actor handles or verifies, if it was read already
    Cost: 1 query, none when `assigned` is given.
    """
    if not is_actors(case=case, by=by):
        return []
    above = by.agency_id != case.agency_id
    situation = replace(situation, is_superior_body=by.agency_id == case.superior_id)
    roles = roles_of(case=case, by=by, assigned=assigned)
    by_role = [acts_now(procedure=procedure, situation=situation, role=role, today=today) for role in roles]
    found: list[ActOffer] = []
    for act in procedure.acts_from(situation.state):
        if above and not is_superiors(act=act):
            continue
        same = [offer for offers in by_role for offer in offers if offer.act == act.code]
        if not same:
            verdict: Verdict = may_act(
                case=case, procedure=procedure, act=act.code, situation=situation, roles=(), by=by, today=today
            )
            found.append(ActOffer(act.code, act.title_vi, verdict, (), act.side_action))
            continue
        best = next((offer for offer in same if offer.verdict), None) or min(same, key=_is_wrong_role)
        found.append(_with_form(best))
    order = {code: place for place, code in enumerate(procedure.states[situation.state].next_acts)}
    return sorted(found, key=lambda offer: (not offer.verdict, order.get(offer.act, len(order)), offer.side_action))


def offers_to_prepare(
    *, case: Case, procedure: Procedure, situation: Situation, by: Actor, today: date, assigned: bool | None = None
) -> list[ActOffer]:
    """List what the head could do now with a paper of the agency, for officers of the case who may not do it themselves.

    Cost: 1 query, none when `assigned` is given.
    """
    roles = roles_of(case=case, by=by, assigned=assigned)
    if by.agency_id != case.agency_id or not roles or by.is_one_of(Role.HEAD, Role.DEPUTY):
        return []
    found: list[ActOffer] = []
    for offer in acts_now(procedure=procedure, situation=situation, role=CaseRole.HEAD, today=today):
        act = procedure.acts[offer.act]
        form = own_form(documents=act.documents, on=today) if act.documents else None
        if form is None or form.kind in WRITER_SIGNS or set(act.who) & set(roles):
            continue
        if (ready := _with_form(offer)).verdict:
            found.append(ready)
    return found


def _is_wrong_role(offer: ActOffer) -> bool:
    return isinstance(offer.verdict, Refused) and offer.verdict.code == "wrong_role"


def _with_form(offer: ActOffer) -> ActOffer:
    """Offer an act whose only obstacle is an answer that its own form asks for."""
    verdict = offer.verdict
    if isinstance(verdict, Refused):
        fact = verdict.facts.get("fact", "") or _FACT_BEHIND.get(verdict.code, "")
        if fact in ANSWERABLE:
            return ActOffer(offer.act, offer.title_vi, ALLOWED, (*offer.asks, fact), offer.side_action)
    return offer


def questions_of(*, act: Act, case: Case) -> list[tuple[str, str]]:
    """List what an act's form must ask: field of Situation and the question, each once.

    What is on file already and stands in nothing's way is not asked again.
    """
    calls = [*act.guards, *(call for ground in act.grounds for call in ground.guards)]
    found: dict[str, str] = {}
    for call in calls:
        fact, asked = _QUESTIONS.get(call.name, ("", ""))
        known = case.facts.get(fact)
        if fact in ANSWERABLE and (known is None or known is not _WANTED.get(call.name, known)):
            found[fact] = asked
    return list(found.items())


def clock_view(*, clock: Clock, today: date, calendar: Calendar | None = None) -> ClockView:
    """Return a stored limit as drawn."""
    deadline = from_json(data=clock.explanation)
    if clock.status == ClockStatus.OPEN:
        return _view(deadline, today, state="", calendar=calendar)
    return _view(deadline, today, state=clock.status, calendar=calendar)


def window_view(*, deadline: Deadline, today: date, calendar: Calendar | None = None) -> ClockView:
    """Return a window as drawn: once over, it is done and nobody is late."""
    return _view(deadline, today, state="met" if today > deadline.rolled_due else "", calendar=calendar)


def _view(deadline: Deadline, today: date, *, state: str, calendar: Calendar | None) -> ClockView:
    calendar = calendar or national_calendar()
    due = deadline.rolled_due
    shown = state or deadline_state(today=today, due=due, calendar=calendar, warn_on=deadline.warn_on).value
    left = None if state else working_days_left(today=today, due=due, calendar=calendar)
    return ClockView(deadline.title_vi, due, shown, left, deadline.rule_id, deadline.source, deadline)


def _is_open(party: Party) -> bool:
    return not party.sealed and party.role != "denouncer"


def list_cases(
    *, by: Actor, chosen: CaseFilter, on: date, after: str = "", limit: int = PAGE, sorting: Sorting = NEWEST
) -> CaseListPage:
    """List the cases of the actor's scope, newest first unless sorted otherwise.

    after: `next_key` of the page before
    Cost: 2 queries (by handler: 5).
    """
    low, high = scope_of(by=by)
    found = lines_in_scope(by=by, low=low, high=high)
    found = found.filter(capacity=Capacity.SETTLING, closed_on__isnull=not chosen.closed)
    if chosen.state:
        found = found.filter(state=chosen.state)
    if chosen.kind:
        found = found.filter(kind=chosen.kind)
    if chosen.handler_id:
        found = found.filter(handler_id=chosen.handler_id)
    if chosen.late:
        found = found.late(on=on)
    if chosen.large:
        found = found.filter(people__gte=group_from(on=on))
    if chosen.complex:
        found = found.filter(Exists(Case.objects.filter(matter_id=OuterRef("matter_id")).complex()))
    if chosen.prolonged:
        late = Clock.objects.filter(
            matter_id=OuterRef("matter_id"), agency_id=OuterRef("agency_id"), rule_id__in=SETTLEMENT_RULES,
            status=ClockStatus.OPEN, rolled_due_on__lt=on,
        )  # fmt: skip
        found = found.filter(Exists(late))
    page = page_of_lines(found=found, sorting=sorting, by=by, after=after, limit=limit)
    return CaseListPage(rows=_rows(page.lines, on=on), next_key=page.next_key)


def _rows(lines: Sequence[Participation], *, on: date) -> list[CaseRow]:
    known = {
        case.matter_id: case
        for case in Case.objects.filter(matter_id__in=[line.matter_id for line in lines]).order_by("pk")
    }
    return [
        CaseRow(
            line=line,
            code=known[line.matter_id].code if line.matter_id in known else line.code,
            readable=line.matter_id in known,
            is_large=line.people >= group_from(on=on),
            is_complex=bool(known[line.matter_id].complexity) if line.matter_id in known else False,
            is_late=line.due_on is not None and line.due_on < on and line.closed_on is None,
        )
        for line in lines
    ]


def list_sealed_readings(*, case: Case, by: Actor, limit: int = PAGE) -> list[Entry]:
    """List who read sealed files, papers and evidence of a case: for its head, to others their own. Cost: 1 query."""
    found = Entry.objects.filter(matter_id=case.matter_id, act__in=SEALED_READINGS)
    if not by.is_one_of(Role.HEAD):
        found = found.filter(actor_id=by.user_id)
    return list(found.order_by("-pk")[:limit])


def list_staff(*, agency_id: int, roles: Sequence[Role], on: date) -> list[tuple[int, str]]:
    """List people with a post in some roles at an agency, by given name. Cost: 1 query."""
    posts = Post.objects.in_force(on=on).filter(agency_id=agency_id, role__in=roles, user__is_active=True)
    users = User.objects.filter(Exists(posts.filter(user_id=OuterRef("pk")))).values_list("pk", "name")
    return sorted(users, key=lambda row: (given_name_key(row[1]), row[0]))
