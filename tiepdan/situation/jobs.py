"""Counting a day, and sending it up at its hour."""

from __future__ import annotations

from datetime import date

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.situation import actions


@app.task(name="tiepdan.situation.jobs.count_day")
def count_day(*, series_id: int, agency_id: int, on: str) -> None:
    """Count a day that somebody asked for."""
    actor = service_actor(agency=Agency.objects.get(pk=agency_id))
    try:
        with serving(actor):
            actions.make_report(series_id=series_id, on=date.fromisoformat(on), by=actor, at=clock.now())
    except ActionRefused:  # sent meanwhile: its figures stand
        return


@app.task(name="tiepdan.situation.jobs.report_day")
def report_day(*, series_id: int, agency_id: int, on: str) -> None:
    """Count the day and send it, at the hour set."""
    agency = Agency.objects.get(pk=agency_id)
    if agency.ends_before is not None and agency.ends_before <= date.fromisoformat(on):
        return  # nobody reports from an office that has ended
    actor = service_actor(agency=agency)
    count_day(series_id=series_id, agency_id=agency_id, on=on)
    try:
        with serving(actor):
            actions.send_report(series_id=series_id, on=date.fromisoformat(on), by=actor, at=clock.now())
    except ActionRefused:  # sent by hand, or nobody to send to
        return
