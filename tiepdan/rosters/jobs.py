"""Solving a roster, and reminding people of tomorrow's shifts."""

from __future__ import annotations

import logging
from datetime import date

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.rosters import actions
from tiepdan.rosters.models import Roster
from tiepdan.rosters.problem import problem_of
from tiepdan.rosters.rules import RosterStatus

_log = logging.getLogger(__name__)


@app.task(name="tiepdan.rosters.jobs.solve_roster")
def solve_roster(*, roster_id: int, agency_id: int) -> None:
    """Find who takes which shift. Whatever happens, the roster ends as solved or as it was, with the reason."""
    actor = service_actor(agency=Agency.objects.get(pk=agency_id))
    with serving(actor):
        roster = Roster.objects.filter(pk=roster_id, status=RosterStatus.SOLVING).first()
        problem = problem_of(roster) if roster is not None else None
    if problem is None:
        return
    from tiepdan.rosters.solving.solve import solve  # a second to load, for the one job that solves

    def tell(stage: str, price: float) -> None:
        with serving(actor):
            actions.tell_solving(roster_id=roster_id, stage=stage, price=price, at=clock.now())

    try:
        answer = solve(problem, tell=tell)
        with serving(actor):
            actions.store_answer(roster_id=roster_id, answer=answer, by=actor, at=clock.now())
    except Exception:
        _log.exception("roster %s could not be solved", roster_id)
        with serving(actor):
            actions.fail_solving(roster_id=roster_id, why="unexpected", by=actor, at=clock.now())
        raise


@app.task(name="tiepdan.rosters.jobs.remind_day")
def remind_day(*, roster_id: int, agency_id: int, on: str) -> None:
    """Tell everybody on duty on a day; queued at publishing for the afternoon before."""
    actor = service_actor(agency=Agency.objects.get(pk=agency_id))
    with serving(actor):
        actions.remind_day(roster_id=roster_id, on=date.fromisoformat(on), at=clock.now())
