"""Who works on a case: the leader in charge, the handler, the verification team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import lock_case, write_step
from tiepdan.cases.models import Case, TeamMember
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import assign, release
from tiepdan.matters.models import Assignment
from tiepdan.matters.rules import Duty

LEADERS = (Role.HEAD, Role.DEPUTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who shall be in charge from now on; None leaves as it is."""

    leader_id: int | None = None
    handler_id: int | None = None


@transaction.atomic
def assign_people(*, case_id: int, change: Change, reason: str, by: Actor, at: datetime) -> Case:
    """Put other people in charge of a case; those before them lose sight of it unless they hold another duty.

    Raises NotFound; ActionRefused: other_agency, only_leaders_assign, case_ended, nothing_to_assign, reason_missing,
        leader_must_lead, not_at_agency, conflict_of_interest, text_reveals_denouncer
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if not by.is_one_of(*LEADERS):
        raise ActionRefused(Refused("only_leaders_assign"))
    if case.closed_on is not None:
        raise ActionRefused(Refused("case_ended"))
    leader_id = change.leader_id if change.leader_id != case.leader_id else None
    handler_id = change.handler_id if change.handler_id != case.handler_id else None
    if leader_id is None and handler_id is None:
        raise ActionRefused(Refused("nothing_to_assign"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    refuse_naming(case=case, by=by, at=at, texts=[reason])
    before = {"leader": _name(case.leader), "handler": _name(case.handler)}
    former = [(case.leader_id, Duty.LEADER, leader_id), (case.handler_id, Duty.HANDLER, handler_id)]
    put_in_charge(case=case, leader_id=leader_id, handler_id=handler_id, by=by, at=at)
    for user_id, duty, successor in former:
        if user_id is not None and successor is not None:
            end_duty(case=case, user_id=user_id, duty=duty, by=by, at=at, reason=reason)
    case.save(update_fields=["leader", "handler"])
    write_step(case=case, act="assign_people", by=by, at=at, note=reason)
    record(
        act="case.people_assigned", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id, before=before,
        after={"leader": _name(case.leader), "handler": _name(case.handler)}, reason=reason,
    )  # fmt: skip
    return case


def put_in_charge(*, case: Case, leader_id: int | None, handler_id: int | None, by: Actor, at: datetime) -> None:
    """Assign leader and handler; the caller saves the case. Part of an act.

    Raises ActionRefused: leader_must_lead, not_at_agency, conflict_of_interest
    """
    where = {"matter_id": case.matter_id, "agency_id": case.agency_id}
    if leader_id is not None:
        leads = Post.objects.in_force(on=at.date()).filter(
            user_id=leader_id, agency_id=case.agency_id, role__in=LEADERS
        )
        if not leads.exists():
            raise ActionRefused(Refused("leader_must_lead"))
        assign(**where, user_id=leader_id, duty=Duty.LEADER, by=by, at=at)
        case.leader = User.objects.get(pk=leader_id)
    if handler_id is not None:
        assign(**where, user_id=handler_id, duty=Duty.HANDLER, by=by, at=at)
        case.handler = User.objects.get(pk=handler_id)


def form_team(*, case: Case, head_id: int, member_ids: Sequence[int], by: Actor, at: datetime) -> list[TeamMember]:
    """Assign the verification team; those of an earlier team who are not in it are released. Part of an act.

    Raises ActionRefused: team_head_missing, team_too_small, not_at_agency, conflict_of_interest
    Rule: complaints §4.2/14, §4.2/15
    """
    wanted = list(dict.fromkeys([head_id, *member_ids]))
    earlier = TeamMember.objects.filter(case=case, ends_on__isnull=True)
    for member in earlier.exclude(user_id__in=wanted):
        end_duty(case=case, user_id=member.user_id, duty=Duty.VERIFIER, by=by, at=at, reason="Thôi tham gia xác minh")
    earlier.update(ends_on=at.date())
    for user_id in wanted:
        assign(matter_id=case.matter_id, agency_id=case.agency_id, user_id=user_id, duty=Duty.VERIFIER, by=by, at=at)
    return [
        TeamMember.objects.create(matter_id=case.matter_id, case=case, user_id=user_id, is_head=user_id == head_id)
        for user_id in wanted
    ]


def end_duty(*, case: Case, user_id: int, duty: Duty, by: Actor, at: datetime, reason: str) -> None:
    """Release a person from a duty, if it is held. Part of an act."""
    held = Assignment.objects.filter(matter_id=case.matter_id, user_id=user_id, duty=duty, ends_at__isnull=True)
    if held.exists():
        release(matter_id=case.matter_id, user_id=user_id, duty=duty, by=by, at=at, reason=reason)


def _name(user: User | None) -> str:
    return user.name if user is not None else ""
