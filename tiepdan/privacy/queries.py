"""Registers of requests and breaches; what may be destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import connection
from django.db.models import DateField, DateTimeField, F, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.queries import local_defaults
from tiepdan.agencies.rules import LocalCode
from tiepdan.cases.models import Case
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.verdict import Verdict
from tiepdan.privacy.models import Breach, DataRequest, Destruction, RequestState
from tiepdan.privacy.rules import may_destroy, may_destroy_case, privacy_book, record_kept_until
from tiepdan.submissions.models import Submission

_MOST = 200


def list_requests(*, agency_id: int) -> list[DataRequest]:
    """List requests: open ones first, by due day. Cost: 1 query."""
    return list(DataRequest.objects.filter(agency_id=agency_id).order_by("-state", "due_on", "pk")[:_MOST])


def list_breaches(*, agency_id: int) -> list[Breach]:
    """List breaches, newest first. Cost: 1 query."""
    return list(Breach.objects.filter(agency_id=agency_id).order_by("-discovered_at", "-pk")[:_MOST])


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that personal-data law wants by a moment: a request to acknowledge or carry out, a breach to tell."""

    kind: str  # acknowledge, answer, tell
    id: int
    words: str  # of the request; empty for a breach
    until: datetime


def duties_of(*, by: Actor) -> list[Duty]:
    """List what is owed at the actor's agency, the nearest first, to who may see the registers. Cost: 1 query."""
    no_day, no_time = Cast(Value(None), DateField()), Cast(Value(None), DateTimeField())
    asked = (
        DataRequest.objects.filter(agency_id=by.agency_id, state=RequestState.OPEN)
        .annotate(kind_=Cast("kind", TextField()), until_=no_time)
        .order_by("due_on")
        .values_list("pk", "kind_", "acknowledged_on", "due_on", "acknowledge_by", "until_")[:_MOST]
    )
    breached = (
        Breach.objects.filter(agency_id=by.agency_id, notified_at__isnull=True, closed_at__isnull=True)
        .annotate(kind_=Value("", output_field=TextField()), seen_=no_day, due_=no_day, by_=no_day)
        .order_by("notify_by")
        .values_list("pk", "kind_", "seen_", "due_", "by_", "notify_by")[:_MOST]
    )
    kinds = privacy_book().requests
    found = [
        Duty("answer" if seen else "acknowledge", number, kinds[kind].label, _end_of(due if seen else answer_by))
        if kind
        else Duty("tell", number, "", until)
        for number, kind, seen, due, answer_by, until in asked.union(breached, all=True)
    ]
    return sorted(found, key=lambda one: one.until)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), tzinfo=VIETNAM)


def list_destroyable(*, agency_id: int, on: date) -> list[Submission]:
    """List filed submissions whose year is over. Cost: 1 query."""
    found = Submission.objects.filter(agency_id=agency_id, status="filed", destroyed_on__isnull=True, closed_on__lt=on)
    return [
        one
        for one in found.order_by("closed_on", "pk")[:_MOST]
        if may_destroy(status=one.status, closed_on=one.closed_on, destroyed_on=None, on=on)
    ]


def may_destroy_record(*, case: Case, by: Actor, on: date) -> Verdict:
    """Whether the record of a case may be destroyed now, by the agency's own period and what holds it. Cost: 2 queries."""
    return may_destroy_case(
        closed_on=case.closed_on, destroyed_on=case.destroyed_on, years=record_years(path=by.agency_path, on=on),
        holds=_holds(case), on=on,
    )  # fmt: skip


def record_years(*, path: str, on: date) -> int:
    """Return how long the agency's list of records keeps a closed case; 0 when none was entered. Cost: 1 query."""
    return int(local_defaults(path=path).value(LocalCode.CASE_RECORD_YEARS, on=on) or 0)


def _holds(case: Case) -> list[str]:
    """Return what keeps a record; other agencies' cases count, and only that they do comes back."""
    if case.closed_on is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.holds_of_case(%s)", [case.pk])
        row = cursor.fetchone()
    return list(row[0]) if row and row[0] else []


def list_records_destroyable(*, by: Actor, on: date) -> list[Case]:
    """List cases whose records have lain their full period and that nothing holds, the oldest first. Cost: 2 queries."""
    years = record_years(path=by.agency_path, on=on)
    if not years:
        return []
    closed = Case.objects.filter(agency_id=by.agency_id, destroyed_on__isnull=True, closed_on__isnull=False)
    day = on.replace(month=3, day=1) if (on.month, on.day) == (2, 29) else on
    old = closed.filter(closed_on__lt=day.replace(year=on.year - years))
    held = Func(F("pk"), template="cardinality(tiepdan.holds_of_case(%(expressions)s))", output_field=IntegerField())
    old = old.annotate(holds=held).filter(holds=0)  # not in Python: those that are held must not fill the list
    return [
        one
        for one in old.order_by("closed_on", "pk")[:_MOST]
        if one.closed_on is not None and record_kept_until(closed_on=one.closed_on, years=years) <= on
    ]


def destruction_of(*, matter_id: int) -> Destruction | None:
    """Return the last decision by which something of a matter was destroyed. Cost: 1 query."""
    return Destruction.objects.filter(matter_id=matter_id).order_by("-pk").first()


def list_destructions(*, agency_id: int) -> list[Destruction]:
    """List decisions to destroy, newest first. Cost: 1 query."""
    return list(Destruction.objects.filter(agency_id=agency_id).order_by("-decided_at", "-pk")[:_MOST])
