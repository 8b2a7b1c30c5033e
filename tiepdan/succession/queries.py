"""Reads around handovers: where each matter would go, what came from whom, counts before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import successors as successors_of
from tiepdan.agencies.rules import AgencyKind
from tiepdan.cases.models import Case
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.infra.folding import fold
from tiepdan.matters.models import Assignment, Handover, HandoverPart, Move, Participation
from tiepdan.matters.rules import Capacity, MatterKind
from tiepdan.routing.rules.competence import SettlerRelation, settle_competence
from tiepdan.submissions.models import Submission
from tiepdan.succession.rules import Choice, OpenMatter, Placed, Successor, Template, place_matter, place_of

SHOWN: int = 500  # matters on the page of a handover; the act moves all


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """One open matter, and where it goes as things stand."""

    line: Participation
    choice: Choice


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one agency in a period, of one kind of matter. before + received + taken over = handed over + finished + after."""

    kind: str
    open_before: int
    received: int
    taken_over: int
    handed_over: int
    finished: int
    open_after: int


@dataclass(frozen=True, slots=True)
class FormerLine:
    """One line in the book of an agency that ended."""

    number: int
    given_on: date
    document_type: str
    code: str  # empty where the matter did not pass on here
    kind: str
    title: str  # empty where sealed
    cancelled: str


def handovers() -> QuerySet[Handover]:
    """Handovers that the actor looks after or received from, the latest first."""
    return Handover.objects.select_related("predecessor").order_by("-effect_on", "-pk")


def parts_of(*, handover: Handover) -> list[HandoverPart]:
    """List those that follow, the main one first. Cost: 1 query."""
    return list(handover.parts.select_related("successor").order_by("-main", "pk"))


def planned_moves(*, handover: Handover, by: Actor) -> list[PlannedMove]:
    """List the open matters of the agency that the actor sees, with where each goes: chosen before, or as the rules say.

    Only the head of the agency itself sees matters; to others the list is empty and the rules decide.
    Cost: 6 queries and one for each respondent's successors.
    """
    if by.agency_id != handover.predecessor_id:
        return []
    lines = list(
        Participation.objects.filter(agency_id=handover.predecessor_id, closed_on__isnull=True)
        .exclude(capacity=Capacity.PASSED_ON)
        .order_by("received_on", "pk")
    )
    chosen = dict(Move.objects.filter(handover=handover).values_list("matter_id", "to_agency_id"))
    reasons = dict(Move.objects.filter(handover=handover).values_list("matter_id", "why"))
    parts = [_successor(part) for part in parts_of(handover=handover)]
    template = Template(handover.template) if handover.template else None
    facts = _facts(lines, handover)
    return [
        PlannedMove(
            line,
            Choice(chosen[line.matter_id], Placed(reasons[line.matter_id]))
            if line.matter_id in chosen
            else place_matter(matter=facts[line.matter_id], successors=parts, template=template),
        )
        for line in lines
    ]


def moves_of(*, handover: Handover) -> list[tuple[Move, Participation]]:
    """List what moved and the actor sees a line of, each with that line. Cost: 2 queries."""
    moves = list(Move.objects.filter(handover=handover, done=True).select_related("to_agency").order_by("pk")[:SHOWN])
    lines = {
        (line.matter_id, line.agency_id): line
        for line in Participation.objects.filter(matter_id__in=[move.matter_id for move in moves])
    }
    return [
        (move, lines[move.matter_id, move.to_agency_id])
        for move in moves
        if (move.matter_id, move.to_agency_id) in lines
    ]


def predecessors(*, agency_id: int) -> list[Agency]:
    """List the agencies that handed over to one, the latest first. Cost: 1 query."""
    parts = HandoverPart.objects.filter(successor_id=agency_id, handover__state="done")
    return [part.handover.predecessor for part in parts.select_related("handover__predecessor").order_by("-pk")]


def figures(*, agency_id: int, from_on: date, until_on: date) -> list[Figures]:
    """Count the matters of an agency in a period, by kind; the database refuses agencies that are not the actor's affair.

    Cost: 1 query.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, open_before, received, taken_over, handed_over, finished, open_after"
            " FROM tiepdan.figures_of(%s, %s, %s)",
            [agency_id, from_on, until_on],
        )
        return [Figures(*row) for row in cursor.fetchall()]


def former_lines(*, agency_id: int, book: str, from_on: date, until_on: date) -> list[FormerLine]:
    """Read a book of an agency that the own one follows. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, given_on, document_type, code, kind, title, cancelled"
            " FROM tiepdan.former_numbers(%s, %s, %s, %s)",
            [agency_id, book, from_on, until_on],
        )
        return [FormerLine(*row) for row in cursor.fetchall()]


def lines_of_person(*, user_id: int, by: Actor) -> list[tuple[Participation, list[str]]]:
    """List the open lines of the agency in which a person has a duty that the actor sees, with the duties. Cost: 2 queries."""
    duties: dict[int, list[str]] = {}
    held = Assignment.objects.filter(user_id=user_id, agency_id=by.agency_id, ends_at__isnull=True)
    for matter_id, duty in held.order_by("pk").values_list("matter_id", "duty"):
        duties.setdefault(matter_id, []).append(duty)
    lines = Participation.objects.filter(agency_id=by.agency_id, matter_id__in=list(duties), closed_on__isnull=True)
    return [(line, duties[line.matter_id]) for line in lines.order_by("due_on", "pk")]


def _successor(part: HandoverPart) -> Successor:
    agency = part.successor
    return Successor(
        agency_id=agency.pk,
        place=place_of(agency.folded_name),
        is_province=agency.kind == AgencyKind.PROVINCIAL_COMMITTEE,
        main=part.main,
    )


def _facts(lines: Sequence[Participation], handover: Handover) -> dict[int, OpenMatter]:
    """Gather what the rules ask for. What the head does not read (kept out of it) has no words."""
    ids = [line.matter_id for line in lines]
    submissions = {one.matter_id: one for one in Submission.objects.filter(matter_id__in=ids).order_by("pk")}
    procedures = dict(Case.objects.filter(matter_id__in=ids).order_by("pk").values_list("matter_id", "procedure"))
    heirs: dict[int, int | None] = {}
    found = {}
    for line in lines:
        submission = submissions.get(line.matter_id)
        if submission is None:
            found[line.matter_id] = OpenMatter(line.kind, False, False, None, "")
            continue
        second = procedures.get(line.matter_id) == "second_complaint" or submission.second_stage
        found[line.matter_id] = OpenMatter(
            kind=line.kind,
            second=second,
            settler_is_province=_is_province(submission, handover.effect_on),
            respondent_id=_today(submission.respondent_agency_id, handover.effect_on, heirs),
            words=fold(
                f"{submission.summary} {submission.content} {submission.respondent_name} {submission.respondent_post}"
            ),
        )
    return found


def _is_province(submission: Submission, on: date) -> bool:
    """Tell whether the decision table of the day names the chairman of the province."""
    kind = submission.kind
    if not submission.against_code or kind not in (MatterKind.COMPLAINT, MatterKind.DENUNCIATION):
        return False
    stage = "single" if kind == MatterKind.DENUNCIATION else "first"
    try:
        answer = settle_competence(kind=kind, against=submission.against_code, on=on, stage=stage)
    except RuleRefused:
        return False
    return answer.settler_relation is SettlerRelation.PROVINCE_CHAIR


def _today(agency_id: int | None, on: date, known: dict[int, int | None]) -> int | None:
    """Return the agency itself, or the one that follows it when there is exactly one."""
    if agency_id is None:
        return None
    if agency_id not in known:
        heirs = successors_of(agency_id=agency_id, on=on)
        known[agency_id] = heirs[0].pk if len(heirs) == 1 else agency_id
    return known[agency_id]
