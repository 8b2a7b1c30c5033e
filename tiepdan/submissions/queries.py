"""Lists, the detail page, search, unprocessed submissions, the reading log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import connection

from tiepdan.accounts.rules import Actor
from tiepdan.documents.models import Paper
from tiepdan.documents.queries import list_papers
from tiepdan.infra.codes import parse_code
from tiepdan.infra.folding import fold
from tiepdan.matters.models import Clock, HandoverPart, Move, Participation
from tiepdan.matters.queries import NEWEST, LinePage, Sorting, lines_in_scope, page_of_lines
from tiepdan.submissions.access import scope_of
from tiepdan.submissions.models import Attachment, Opening, OpeningStatus, Party, Submission
from tiepdan.submissions.rules import UNANSWERED, UNPROCESSED_FROM_DAYS, unprocessed_stage

PAGE: Final = 50
_FOUND_MOST: Final = 100
_SHORTEST_BEGINNING: Final = 3  # letters: "an" must not find every "anh"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """What a list is narrowed to; empty means all."""

    state: str = ""
    kind: str = ""
    field: str = ""  # a code of the first or second level
    late: bool = False
    open_only: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class ShownParty:
    """A person as the page shows them before anything is revealed."""

    party: Party
    has_details: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything that the page of one submission needs."""

    submission: Submission
    line: Participation | None  # of the actor's own agency
    lines: list[Participation]
    parties: list[ShownParty]
    attachments: list[Attachment]
    clocks: list[Clock]
    papers: list[Paper]
    parts: list[Submission]
    whole_code: str  # of the submission it was split from, as far as the actor reads that one; else empty


@dataclass(frozen=True, slots=True)
class Unprocessed:
    """A submission nobody has finished processing, and how far it is on the way to the line of KD-9."""

    line: Participation
    days: int
    stage: int  # 30, 40 or 45


def list_lines(
    *, by: Actor, chosen: ListFilter, on: date, after: str = "", limit: int = PAGE, sorting: Sorting = NEWEST
) -> LinePage:
    """List lines of the actor's scope, newest first unless sorted otherwise.

    after: `next_key` of the page before
    Cost: 1 query, one index range (by handler: 4 queries).
    """
    low, high = scope_of(by=by)
    found = lines_in_scope(by=by, low=low, high=high)
    if chosen.state:
        found = found.filter(state=chosen.state)
    if chosen.kind:
        found = found.filter(kind=chosen.kind)
    if chosen.field:
        found = found.filter(field_code__startswith=chosen.field)
    if chosen.open_only or chosen.late:
        found = found.filter(closed_on__isnull=True)
    if chosen.late:
        found = found.filter(due_on__lt=on)
    if chosen.mine:
        found = found.filter(handler_id=by.user_id)
    return page_of_lines(found=found, sorting=sorting, by=by, after=after, limit=limit)


def detail(*, submission: Submission, by: Actor) -> Detail:
    """Return what the page of a submission shows. Cost: 7 queries, 8 for a part of another."""
    matter_id = submission.matter_id
    lines = list(Participation.objects.filter(matter_id=matter_id).select_related("agency", "handler"))
    parties = [
        ShownParty(party=party, has_details=party.envelope is not None) for party in submission.parties.order_by("pk")
    ]
    return Detail(
        submission=submission,
        line=next((line for line in lines if line.agency_id == by.agency_id), None),
        lines=lines,
        parties=parties,
        attachments=list(submission.attachments.select_related("file").order_by("pk")),
        clocks=list(Clock.objects.filter(matter_id=matter_id, agency_id=by.agency_id).order_by("rolled_due_on")),
        papers=list_papers(matter_id=matter_id, by=by),
        parts=list(submission.parts.order_by("pk")),
        whole_code=_code_of(submission.split_from_id),
    )


def search(*, query: str, by: Actor, limit: int = _FOUND_MOST) -> list[Participation]:
    """Find lines within the actor's rights by code, số đến, names or words, with or without diacritics. Newest first.

    Never groups or counts by person: a list of matters comes back.
    Words are looked for side by side first, as a name is written; apart only when that finds nothing.
    Old numbers and names of agencies that handed over find what came from them.
    Cost: 1 to 5 queries.
    """
    low, high = scope_of(by=by)
    lines = Participation.objects.filter(agency_path__gte=low, agency_path__lt=high).select_related("agency", "handler")
    code = parse_code(query)
    if code is not None:
        return list(lines.filter(code=code))
    number = _number_of(query)
    if number is not None:
        former = Move.objects.filter(to_path__gte=low, to_path__lt=high, register_number=number[0], done=True)
        found = lines.filter(register_number=number[0])
        if number[1]:
            found = found.filter(received_on__year=number[1])
            former = former.filter(received_on__year=number[1])
        came = former.values_list("matter_id", flat=True)[:limit]
        return list((found | lines.filter(matter_id__in=list(came))).order_by("-received_on", "-pk")[:limit])
    words = fold(query).split()
    if not words:
        return []
    ids = _matters_with(words, limit, side_by_side=True) or _matters_with(words, limit)
    if len(words) > 1:  # the name of an agency that ended finds what came from it
        ids += _came_from(words, low=low, high=high, limit=limit)
    return list(lines.filter(matter_id__in=ids).order_by("-received_on", "-pk")[:limit])


def list_unprocessed(*, by: Actor, on: date, limit: int = 200) -> list[Unprocessed]:
    """List what waits for processing since thirty days or longer, the oldest first. Rule: LI-5 (KD-9). Cost: 1 query."""
    low, high = scope_of(by=by)
    since = on - timedelta(days=UNPROCESSED_FROM_DAYS[0])
    rows = (
        Participation.objects.filter(
            agency_path__gte=low,
            agency_path__lt=high,
            state__in=[status.value for status in UNANSWERED],
            closed_on__isnull=True,
            received_on__lte=since,
        )
        .select_related("agency", "handler")
        .order_by("received_on", "pk")[:limit]
    )
    return [
        Unprocessed(
            line=line, days=(on - line.received_on).days,
            stage=unprocessed_stage(received_on=line.received_on, on=on),
        )
        for line in rows
    ]  # fmt: skip


def list_openings(
    *, by: Actor, waiting: bool = False, matter_id: int | None = None, before: int | None = None, limit: int = PAGE
) -> list[Opening]:
    """List requests to open identities, newest first: the head's reading log; to others their own. Cost: 1 query.

    matter_id: all of one matter, whichever agency's officers asked; default: those asked at the actor's agency
    before: key of the last one shown, to go on from there
    """
    found = Opening.objects.select_related("user", "decided_by")
    if matter_id is None:
        found = found.filter(agency_path=by.agency_path)
    else:
        found = found.filter(matter_id=matter_id)
    if before is not None:
        found = found.filter(pk__lt=before)
    if waiting:
        found = found.filter(status=OpeningStatus.ASKED)
    return list(found.order_by("-pk")[:limit])


def codes_of(*, matter_ids: Sequence[int]) -> dict[int, str]:
    """Return the public code of each matter that the actor may see a line of. Cost: 1 query."""
    return dict(Participation.objects.filter(matter_id__in=matter_ids).values_list("matter_id", "code"))


def _code_of(submission_id: int | None) -> str:
    if submission_id is None:
        return ""
    return Submission.objects.filter(pk=submission_id).values_list("code", flat=True).first() or ""


def _matters_with(words: Sequence[str], limit: int, *, side_by_side: bool = False) -> list[int]:
    """Ask the database for matters holding all words; the last, unless it is short, may be the beginning of one."""
    last = f"{words[-1]}:*" if len(words[-1]) >= _SHORTEST_BEGINNING else words[-1]
    query = (" <-> " if side_by_side else " & ").join([*words[:-1], last])
    with connection.cursor() as cursor:
        cursor.execute("SELECT matter_id FROM tiepdan.find_words(to_tsquery('simple', %s), %s)", [query, limit])
        return [int(row[0]) for row in cursor.fetchall()]


def _came_from(words: Sequence[str], *, low: str, high: str, limit: int) -> list[int]:
    """Return the matters that came from an agency whose name has all the words."""
    parts = HandoverPart.objects.filter(successor_path__gte=low, successor_path__lt=high, handover__state="done")
    for word in words:
        parts = parts.filter(handover__predecessor__folded_name__contains=word)
    handovers = list(parts.values_list("handover_id", flat=True)[:limit])
    if not handovers:
        return []
    moves = Move.objects.filter(handover_id__in=handovers, to_path__gte=low, to_path__lt=high, done=True)
    return list(moves.order_by("-pk").values_list("matter_id", flat=True)[:limit])


def _number_of(query: str) -> tuple[int, int] | None:
    """Read `15` or `15/2026` as a số đến with its year (0: any)."""
    bare = query.strip()
    number, _, year = bare.partition("/")
    if not number.isdecimal() or len(number) > 7 or (year and not (year.isdecimal() and len(year) == 4)):
        return None
    return int(number), int(year or 0)
