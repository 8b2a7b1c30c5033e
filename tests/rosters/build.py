"""A task force with a roster, solved."""

from __future__ import annotations

from datetime import date, time

from tests.factories import moment
from tests.people import Cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.rosters import actions, jobs
from tiepdan.rosters.models import Member, Roster, TaskForce
from tiepdan.rosters.rules import Function, PostKind, Setup, ShiftKind

AT = moment("2026-08-01")
SETUP = Setup(
    (ShiftKind("c1", "Sáng", time(7, 30), time(12, 0)), ShiftKind("c2", "Chiều", time(13, 0), time(16, 30))),
    (
        PostKind("v1", "Bàn tiếp", "Trụ sở tiếp công dân", 1, ("c1", "c2")),
        PostKind("v2", "Lãnh đạo trực", "", 1, ("c1", "c2"), leader=True, standby=True),
    ),
)


def force(cast: Cast) -> TaskForce:
    """A task force of the commune with a decision and six members."""
    by = cast.coordinator
    with acting(by):
        made = actions.set_up_force(
            name="Tổ công tác tiếp công dân", starts_on=date(2049, 8, 3), ends_on=date(2049, 8, 16),
            bases=["Luật Tiếp công dân năm 2013"], duties=["Tiếp công dân hằng ngày"], signer_authority="",
            signer_title="Chủ tịch", signer_name="Trần Văn Trưởng", by=by, at=AT,
        )  # fmt: skip
        people = (cast.head, cast.deputy, cast.clerk, cast.processor, cast.handler, cast.second_handler)
        for number, one in enumerate(people):
            join(made, one, by=by, leads=number < 3)
        actions.decide_force(force_id=made.pk, number=12, symbol="QĐ-UBND", on=AT.date(), by=by, at=AT)
    return made


def join(made: TaskForce, one: Actor, *, by: Actor, leads: bool = False) -> Member:
    """Somebody of the agency joins."""
    return actions.add_member(
        force_id=made.pk, name=one.name, title="", body=one.agency_name, phone="0900000001", function=Function.MEMBER,
        leads=leads, skills=[], user_id=one.user_id, asked=False, asked_letter="", by=by, at=AT,
    )  # fmt: skip


def roster(cast: Cast, *, published: bool = True) -> Roster:
    """Its roster of two weeks, solved by the job and told."""
    by, made = cast.coordinator, force(cast)
    with acting(by):
        opened = actions.open_roster(
            force_id=made.pk,
            title="Lịch trực",
            starts_on=made.starts_on,
            ends_on=made.ends_on,
            setup=SETUP,
            by=by,
            at=AT,
        )
        actions.solve_roster(roster_id=opened.pk, by=by, at=AT)
    jobs.solve_roster(roster_id=opened.pk, agency_id=opened.agency_id)
    with acting(by):
        if published:
            actions.publish_roster(roster_id=opened.pk, by=by, at=AT)
        return Roster.objects.get(pk=opened.pk)
