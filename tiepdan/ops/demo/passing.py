"""The end of the districts, once their history is told: each hands what is still open to communes and to the province."""

from __future__ import annotations

from typing import Final

from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.ops.demo.timetable import moment
from tiepdan.ops.demo.world import World
from tiepdan.succession.actions import Part, approve_handover, prepare_handover
from tiepdan.succession.rules import Template

_HEIRS: Final = 3  # communes that follow each district
_DECISION: Final = "Nghị quyết số 12/NQ-HĐND ngày 20/06/2025"


def end_districts(world: World) -> None:
    """Hand over and close the district bodies, from the day they ended in law. What has ended already is left as it is."""
    keeper = world.actor("province", Role.ADMINISTRATOR)
    communes = world.communes()
    ended = [key for key, plan in world.plans.items() if plan.ends_before is not None]
    for place, key in enumerate(ended):
        effect_on = world.plans[key].ends_before
        agency = world.agency(key)
        agency.refresh_from_db(fields=["ends_before"])
        if effect_on is None or effect_on > world.as_of or agency.ends_before is not None:
            continue
        heirs = communes[place :: len(ended)][:_HEIRS]
        at = moment(world.as_of, place)
        with acting(keeper):
            made = prepare_handover(
                predecessor_id=agency.pk, kind=SuccessionKind.SPLIT, effect_on=effect_on, decision=_DECISION,
                parts=[Part(world.agency(one).pk, main=one == heirs[0]) for one in heirs], template=Template.DISTRICT_END,
                by=keeper, at=at,
            )  # fmt: skip
        head = world.actor(key, Role.HEAD)
        with acting(head):
            approve_handover(handover_id=made.pk, by=head, at=at)
