"""Daily work on cases: decisions whose waiting time is over come into effect, or before a person who can tell."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.cases.actions import ask_for_effect, enter_effect
from tiepdan.cases.models import Case
from tiepdan.cases.situations import window
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


def enter_effects_at(*, agency: Agency, today: date) -> tuple[int, int]:
    """Confirm effect where the time for a second complaint is proven over; otherwise tell the head, once.

    Returns: how many came into effect, how many were put before the head
    Rule: KN-13, complaints §7/3
    """
    actor = service_actor(agency=agency)
    at = clock.now()
    confirmed = told = 0
    with serving(actor):
        waiting = Case.objects.filter(
            Q(state__in=WAITING), agency=agency, procedure="first_complaint", closed_on__isnull=True
        ).order_by("pk")
        for case in waiting:
            effect = window(case=case, rules=("KN-13",))
            if effect is None or today <= effect.rolled_due:
                continue
            try:
                enter_effect(case_id=case.pk, by=actor, at=at)
                confirmed += 1
            except ActionRefused:
                told += ask_for_effect(case_id=case.pk, by=actor, at=at)
    return confirmed, told
