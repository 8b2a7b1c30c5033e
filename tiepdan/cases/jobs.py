"""Daily work on cases: decisions whose waiting time is over come into effect, or before a person who can tell."""

from __future__ import annotations

from datetime import date

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.cases.actions import ask_for_effect, enter_effect, recount_windows
from tiepdan.cases.models import Case
from tiepdan.cases.rules.law_day import COMPLAINTS
from tiepdan.cases.situations import EFFECT_RULES, window
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused

WAITING = ("sent", "published")


@app.periodic(cron="15 5 * * *")
@app.task(name="tiepdan.cases.jobs.enter_effects", queueing_lock="enter_effects", pass_context=False)
def enter_effects(timestamp: int) -> None:  # noqa: ARG001 # the queue passes it
    """Go through every agency; the queue calls it once a day."""
    today = clock.today()
    for agency in Agency.objects.in_force(on=today).receiving():
        enter_effects_at(agency=agency, today=today)


@app.periodic(cron="55 3 * * *")
@app.task(name="tiepdan.cases.jobs.recount_all_windows", queueing_lock="recount_all_windows", pass_context=False)
def recount_all_windows(timestamp: int) -> None:  # noqa: ARG001 # the queue passes it
    """Once a night: a corrected year file moves the windows it concerns."""
    recount_windows_below(path="/")


@app.task(name="tiepdan.cases.jobs.recount_windows_below", pass_context=False)
def recount_windows_below(path: str) -> None:
    """Count the windows again of an agency and those below it: their calendar or a default has changed."""
    for agency in Agency.objects.below(path=path):
        with serving(service_actor(agency=agency)) as actor:
            recount_windows(agency=agency, by=actor, at=clock.now())


def enter_effects_at(*, agency: Agency, today: date) -> tuple[int, int]:
    """Confirm effect where the time for a second complaint is proven over; otherwise tell the head, once.

    Returns: how many came into effect, how many were put before the head
    Rule: KN-13, KN-14, KL-7, complaints §7/3
    """
    actor = service_actor(agency=agency)
    at = clock.now()
    confirmed = told = 0
    with serving(actor):
        waiting = Case.objects.filter(
            state__in=WAITING, agency=agency, procedure__in=COMPLAINTS, closed_on__isnull=True
        ).order_by("pk")
        for case in waiting:
            effect = window(case=case, rules=EFFECT_RULES)
            if effect is None or today <= effect.rolled_due:
                continue
            try:
                enter_effect(case_id=case.pk, by=actor, at=at)
                confirmed += 1
            except ActionRefused:
                told += ask_for_effect(case_id=case.pk, by=actor, at=at)
    return confirmed, told
