"""One person's open work handed to others in one act: each matter changes hands or says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.models import Case, TeamMember
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import assign, notify, release
from tiepdan.matters.models import Assignment
from tiepdan.matters.rules import Duty
from tiepdan.plans.models import Task

LEADERS = (Role.HEAD, Role.DEPUTY)


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of one matter; no refusal: it changed hands."""

    matter_id: int
    to_id: int
    refused: Refused | None


@transaction.atomic
def hand_over_work(
    *, from_id: int, to: Mapping[int, int], tasks_to: int | None = None, reason: str, by: Actor, at: datetime
) -> list[Handed]:
    """Give open matters of a person to others at the agency, with every duty the person has in them.

    An opening of an identity stays with who asked for it and ends with the assignment: the next person asks anew.
    to: matter → person; what is not named stays. tasks_to: who takes the open parts of plan tasks
    Returns: one line a matter; a refused one stays where it was
    Raises ActionRefused: only_leaders_assign, reason_missing, nobody_chosen, same_person
    """
    if not by.is_one_of(*LEADERS):
        raise ActionRefused(Refused("only_leaders_assign"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if not to and tasks_to is None:
        raise ActionRefused(Refused("nobody_chosen"))
    if from_id in to.values() or from_id == tasks_to:
        raise ActionRefused(Refused("same_person"))
    held = Assignment.objects.filter(
        user_id=from_id, agency_id=by.agency_id, ends_at__isnull=True, matter_id__in=list(to)
    )
    duties: dict[int, list[Duty]] = {}
    for row in held.order_by("matter_id", "pk"):
        duties.setdefault(row.matter_id, []).append(Duty(row.duty))
    done = [
        _hand(matter_id=matter_id, duties=found, from_id=from_id, to_id=to[matter_id], reason=reason, by=by, at=at)
        for matter_id, found in duties.items()
    ]
    tasks = _hand_tasks(from_id=from_id, to_id=tasks_to, by=by, at=at) if tasks_to is not None else 0
    names = dict(User.objects.filter(pk__in={from_id, *to.values()}).values_list("pk", "name"))
    record(
        act="work.handed_over", by=by, at=at, subject=f"user:{from_id}", reason=reason.strip(),
        before={"user": names.get(from_id, "")},
        after={
            "matters": sum(one.refused is None for one in done), "stayed": sum(one.refused is not None for one in done),
            "tasks": tasks, "to": sorted({names.get(one.to_id, "") for one in done if one.refused is None}),
        },
    )  # fmt: skip
    return done


def _hand(
    *, matter_id: int, duties: list[Duty], from_id: int, to_id: int, reason: str, by: Actor, at: datetime
) -> Handed:
    """Let one matter change hands, whole or not at all."""
    try:
        with transaction.atomic():
            for duty in duties:
                _hand_duty(matter_id=matter_id, duty=duty, from_id=from_id, to_id=to_id, reason=reason, by=by, at=at)
    except ActionRefused as error:
        return Handed(matter_id, to_id, error.verdict)
    return Handed(matter_id, to_id, None)


def _hand_duty(
    *, matter_id: int, duty: Duty, from_id: int, to_id: int, reason: str, by: Actor, at: datetime
) -> None:  # fmt: skip
    if duty is Duty.LEADER and not _leads(to_id, by, at):
        raise ActionRefused(Refused("leader_must_lead"))
    assign(matter_id=matter_id, user_id=to_id, agency_id=by.agency_id, duty=duty, by=by, at=at)
    release(matter_id=matter_id, user_id=from_id, duty=duty, by=by, at=at, reason=reason.strip())
    running = Case.objects.filter(matter_id=matter_id, agency_id=by.agency_id, closed_on__isnull=True)
    if duty is Duty.HANDLER:
        running.filter(handler_id=from_id).update(handler_id=to_id)
    elif duty is Duty.LEADER:
        running.filter(leader_id=from_id).update(leader_id=to_id)
    elif duty is Duty.VERIFIER:
        _change_team(matter_id=matter_id, from_id=from_id, to_id=to_id, at=at)


def _change_team(*, matter_id: int, from_id: int, to_id: int, at: datetime) -> None:
    for member in TeamMember.objects.filter(matter_id=matter_id, user_id=from_id, ends_on__isnull=True):
        TeamMember.objects.filter(pk=member.pk).update(ends_on=at.date())
        if not TeamMember.objects.filter(case_id=member.case_id, user_id=to_id, ends_on__isnull=True).exists():
            TeamMember.objects.create(
                matter_id=matter_id, case_id=member.case_id, user_id=to_id, is_head=member.is_head
            )


def _leads(user_id: int, by: Actor, at: datetime) -> bool:
    posts = Post.objects.in_force(on=at.date()).filter(user_id=user_id, agency_id=by.agency_id, role__in=LEADERS)
    return posts.exists()


def _hand_tasks(*, from_id: int, to_id: int, by: Actor, at: datetime) -> int:
    here = Post.objects.in_force(on=at.date()).filter(user_id=to_id, agency_id=by.agency_id, user__is_active=True)
    if not here.exists():
        raise ActionRefused(Refused("not_at_agency"))
    parts = Task.objects.filter(
        agency_path=by.agency_path, assignee_id=from_id, parent__isnull=False, done_on__isnull=True
    )
    codes = set(parts.values_list("plan__code", flat=True))
    count = parts.update(assignee_id=to_id)
    for code in sorted(codes):
        notify(agency_id=by.agency_id, kind="plan_part", at=at, code=code, user_id=to_id)
    return count
