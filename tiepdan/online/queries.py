"""Reads that fill the pages of online sessions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from tiepdan.accounts.rules import Actor
from tiepdan.online.models import OnlinePoint, OnlineSession
from tiepdan.online.rules import PointFacts, SessionState
from tiepdan.submissions.models import Submission

_MOST = 100
LIVE = (SessionState.DECIDED, SessionState.ANNOUNCED, SessionState.OPEN)


def list_sessions(*, past: bool) -> list[OnlineSession]:
    """Sessions of cases that the actor reads: the coming ones by day, or the past ones, newest first. Cost: 2 queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.online_sessions(%s::text[], %s, %s)", [[*map(str, LIVE)], past, _MOST])
        keys = [int(row[0]) for row in cursor.fetchall()]
    found = OnlineSession.objects.select_related("agency", "submission__matter").in_bulk(keys)
    return [found[key] for key in keys if key in found]


def list_invitations(*, by: Actor, at: datetime) -> list[OnlinePoint]:
    """Sessions of others to which the actor's agency was invited, from yesterday on. Cost: 1 query."""
    return list(
        OnlinePoint.objects.filter(agency_id=by.agency_id, central=False, starts_at__gte=at - timedelta(days=1))
        .exclude(told="")
        .order_by("starts_at", "pk")[:_MOST]
    )


def points_of(*, session: OnlineSession) -> list[OnlinePoint]:
    """The points, the central one first. Cost: 1 query."""
    return list(session.points.select_related("agency").prefetch_related("breaks").order_by("-central", "pk"))


def facts_of(point: OnlinePoint) -> PointFacts:
    """What the rule asks of a point."""
    return PointFacts(
        name=point.name,
        central=point.central,
        tested_on=point.tested_on,
        connected_at=point.connected_at,
        roles=frozenset(str(one["role"]) for one in point.attendance),
    )


def announced_for(*, submission: Submission) -> tuple[OnlineSession, list[OnlinePoint]] | None:
    """The session of which the citizen was told and that is still to come or running. Cost: 1 query, 2 when there is one."""
    session = (
        OnlineSession.objects.filter(
            matter_id=submission.matter_id, state__in=(SessionState.ANNOUNCED, SessionState.OPEN)
        )
        .select_related("agency")
        .order_by("-pk")
        .first()
    )
    return None if session is None else (session, list(session.points.order_by("-central", "pk")))
