"""On the day of effect, what was approved before is done."""

from __future__ import annotations

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.matters.models import Handover, HandoverState
from tiepdan.succession.actions import carry_out_handover


@app.periodic(cron="5 0 * * *")
@app.task(name="tiepdan.succession.jobs.hand_over_due", queueing_lock="hand_over_due", pass_context=False)
def hand_over_due(timestamp: int) -> None:  # noqa: ARG001 # the queue passes it
    """Just after midnight: every approved handover whose day has come."""
    today, due = clock.today(), []
    for top in Agency.objects.filter(parent__isnull=True):
        with serving(service_actor(agency=top)):
            waiting = Handover.objects.filter(state=HandoverState.APPROVED, effect_on__lte=today)
            due += list(waiting.select_related("predecessor").order_by("pk"))
    for handover in due:
        with serving(service_actor(agency=handover.predecessor)) as actor:
            carry_out_handover(handover_id=handover.pk, by=actor, at=clock.now())
