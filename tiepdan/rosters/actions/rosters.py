"""Rosters: opened, set up, wished for, solved by a job, published, reminded of."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra import queue
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.rosters.models import AllowanceRate, DutyShift, Member, Roster, Solving, TaskForce, Wish
from tiepdan.rosters.problem import days_of, serving_members, span_of
from tiepdan.rosters.rules import (
    DayKind,
    RosterStatus,
    Setup,
    may_keep,
    may_publish,
    may_set_up,
    may_solve,
    may_span,
    setup_to_json,
)
from tiepdan.rosters.solving.values import Answer, WishKind

_SOLVE: Final = "tiepdan.rosters.jobs.solve_roster"
_REMIND: Final = "tiepdan.rosters.jobs.remind_day"
_REMIND_AT: Final = time(15, 0)  # of the day before


@transaction.atomic
def open_roster(
    *, force_id: int, title: str, starts_on: date, ends_on: date, setup: Setup, by: Actor, at: datetime
) -> Roster:
    """Open a roster of a task force.

    Raises ActionRefused: duty_role_not_allowed, duty_days_wrong, duty_setup_empty, duty_post_without_shift,
        duty_need_wrong, duty_force_ended.
    """
    force = TaskForce.objects.select_for_update().filter(pk=force_id, agency_id=by.agency_id).first()
    if force is None:
        raise ActionRefused(Refused("duty_unknown"))
    if force.ended_on is not None:
        raise ActionRefused(Refused("duty_force_ended"))
    allow(may_keep(role=by.role))
    allow(may_span(starts_on=starts_on, ends_on=ends_on))
    allow(may_set_up(setup=setup))
    roster = Roster.objects.create(
        code=new_code(), force=force, agency_id=by.agency_id, agency_path=by.agency_path, title=tidy(title),
        starts_on=starts_on, ends_on=ends_on, setup=setup_to_json(setup), status=RosterStatus.DRAFT,
        created_by_id=by.user_id, created_at=at,
    )  # fmt: skip
    record(
        act="roster.opened", by=by, at=at, subject=f"roster:{roster.pk}",
        after={"title": roster.title, "from": starts_on, "to": ends_on},
    )  # fmt: skip
    return roster


@transaction.atomic
def set_up_roster(*, roster_id: int, setup: Setup, by: Actor, at: datetime) -> Roster:
    """Change shifts, posts and limits; shifts already assigned stay until it is solved again.

    Raises ActionRefused: duty_role_not_allowed, duty_being_solved, and as open_roster.
    """
    roster = locked(roster_id)
    allow(may_keep(role=by.role))
    if roster.status == RosterStatus.SOLVING:
        raise ActionRefused(Refused("duty_being_solved"))
    allow(may_set_up(setup=setup))
    before, roster.setup = roster.setup, setup_to_json(setup)
    roster.save(update_fields=["setup"])
    gone = {post["key"] for post in before["posts"]} - {post.key for post in setup.posts}
    gone_shifts = {shift["key"] for shift in before["shifts"]} - {shift.key for shift in setup.shifts}
    roster.duties.filter(post__in=gone, starts_at__gt=at).delete()
    roster.duties.filter(shift__in=gone_shifts, starts_at__gt=at).delete()
    record(act="roster.set_up", by=by, at=at, subject=f"roster:{roster.pk}", before=before, after=roster.setup)
    return roster


@transaction.atomic
def set_wish(*, roster_id: int, member_id: int, on: date, shift: str, kind: WishKind, by: Actor, at: datetime) -> Wish:
    """Note leave or a preference: a member for themselves, a keeper for anybody.

    Raises ActionRefused: duty_member_unknown, duty_not_yours, duty_wish_outside, duty_unknown.
    """
    roster = locked(roster_id)
    member = Member.objects.filter(pk=member_id, force_id=roster.force_id, left_on__isnull=True).first()
    if member is None:
        raise ActionRefused(Refused("duty_member_unknown"))
    if member.user_id != by.user_id and not may_keep(role=by.role):
        raise ActionRefused(Refused("duty_not_yours"))
    if not roster.starts_on <= on <= roster.ends_on:
        raise ActionRefused(Refused("duty_wish_outside"))
    if shift and shift not in {one.key for one in roster.made_by().shifts}:
        raise ActionRefused(Refused("duty_unknown"))
    wish, _ = Wish.objects.update_or_create(roster=roster, member=member, on=on, shift=shift, defaults={"kind": kind})
    record(
        act="roster.wish_noted", by=by, at=at, subject=f"roster:{roster.pk}",
        after={"member": member.pk, "on": on, "shift": shift, "kind": kind},
    )  # fmt: skip
    return wish


@transaction.atomic
def take_back_wish(*, wish_id: int, by: Actor, at: datetime) -> None:
    """Take a wish back.

    Raises ActionRefused: duty_unknown, duty_not_yours.
    """
    wish = Wish.objects.select_related("member").filter(pk=wish_id).first()
    if wish is None:
        raise ActionRefused(Refused("duty_unknown"))
    if wish.member.user_id != by.user_id and not may_keep(role=by.role):
        raise ActionRefused(Refused("duty_not_yours"))
    record(
        act="roster.wish_taken_back", by=by, at=at, subject=f"roster:{wish.roster_id}",
        before={"member": wish.member_id, "on": wish.on, "shift": wish.shift, "kind": wish.kind},
    )  # fmt: skip
    wish.delete()


@transaction.atomic
def solve_roster(*, roster_id: int, by: Actor, at: datetime) -> Roster:
    """Ask the solver; the answer comes from a job.

    Raises ActionRefused: duty_role_not_allowed, duty_being_solved, duty_nobody, duty_too_large.
    """
    roster = locked(roster_id)
    allow(may_keep(role=by.role))
    people = len(serving_members(roster))
    told = Solving.objects.filter(roster=roster).values_list("told_at", flat=True).first()
    silent = told is not None and at - told > timedelta(minutes=10)  # the job died with its machine
    status = RosterStatus.SOLVED if silent else RosterStatus(roster.status)
    allow(may_solve(status=status, members=people, days=len(days_of(roster))))
    roster.status = RosterStatus.SOLVING
    roster.save(update_fields=["status"])
    Solving.objects.update_or_create(roster=roster, defaults={"stage": "queued", "price": 0, "told_at": at})
    record(act="roster.solving_asked", by=by, at=at, subject=f"roster:{roster.pk}", after={"people": people})
    queue.later(_SOLVE, lock=f"roster-{roster.pk}", roster_id=roster.pk, agency_id=roster.agency_id)
    return roster


def tell_solving(*, roster_id: int, stage: str, price: float, at: datetime) -> None:
    """Note how far the job has come; no act, so no audit entry. Cost: 1 query."""
    Solving.objects.filter(roster_id=roster_id).update(stage=stage, price=price, told_at=at)


@transaction.atomic
def store_answer(*, roster_id: int, answer: Answer, by: Actor, at: datetime) -> Roster | None:
    """Keep what the solver found: shifts that have begun stay, all others are as answered.

    Returns None when the roster is not waiting for an answer.
    """
    roster = Roster.objects.select_for_update().filter(pk=roster_id, status=RosterStatus.SOLVING).first()
    if roster is None:
        return None
    setup = roster.made_by()
    chosen = {(one.person, one.slot.on, one.slot.shift, one.slot.post) for one in answer.duties}
    begun = set()
    for duty in roster.duties.all():
        key = (duty.member_id, duty.on, duty.shift, duty.post)
        if duty.starts_at <= at or key in chosen:
            begun.add(key)
        else:
            duty.delete()
    leads = set(Member.objects.filter(force_id=roster.force_id, leads=True).values_list("pk", flat=True))
    made = []
    for member, on, shift, post in sorted(chosen - begun):
        starts_at, ends_at = span_of(setup, on=on, shift=shift)
        if starts_at <= at:
            continue
        kind = setup.post(post)
        made.append(
            DutyShift(
                roster=roster, agency_path=roster.agency_path, member_id=member, on=on, shift=shift, post=post,
                standby=kind.standby, leads=kind.leader and member in leads, starts_at=starts_at, ends_at=ends_at,
            )
        )  # fmt: skip
    DutyShift.objects.bulk_create(made)
    roster.status, roster.findings = RosterStatus.SOLVED, findings_of(answer)
    roster.save(update_fields=["status", "findings"])
    record(
        act="roster.solved", by=by, at=at, subject=f"roster:{roster.pk}",
        after={"shifts": len(answer.duties), "unfilled": len(answer.unfilled), "status": answer.status},
    )  # fmt: skip
    return roster


@transaction.atomic
def fail_solving(*, roster_id: int, why: str, by: Actor, at: datetime) -> None:
    """Keep why no answer came; the roster is as it was before."""
    roster = Roster.objects.select_for_update().filter(pk=roster_id, status=RosterStatus.SOLVING).first()
    if roster is None:
        return
    roster.status = RosterStatus.SOLVED if roster.duties.exists() else RosterStatus.DRAFT
    roster.findings = {"failed": why}
    roster.save(update_fields=["status", "findings"])
    record(act="roster.solving_failed", by=by, at=at, subject=f"roster:{roster.pk}", reason=why)


@transaction.atomic
def publish_roster(*, roster_id: int, by: Actor, at: datetime) -> Roster:
    """Tell everybody their shifts, and set the reminders of each day. What is published is kept when solved again.

    Raises ActionRefused: duty_role_not_allowed, duty_being_solved, duty_not_solved.
    """
    roster = locked(roster_id)
    allow(may_keep(role=by.role))
    allow(may_publish(status=RosterStatus(roster.status), duties=roster.duties.count()))
    new = roster.duties.filter(published=False, member__user__isnull=False)
    told = sorted(set(new.values_list("member__user_id", flat=True)))
    first = roster.published_at is None
    roster.duties.filter(published=False).update(published=True)
    roster.status, roster.published_at = RosterStatus.PUBLISHED, at
    roster.save(update_fields=["status", "published_at"])
    record(act="roster.published", by=by, at=at, subject=f"roster:{roster.pk}", after={"people_told": len(told)})
    for user_id in told:
        notify(agency_id=roster.agency_id, kind="duty_published", at=at, code=roster.code, user_id=user_id)
    for on in days_of(roster) if first else ():
        when = datetime.combine(on - timedelta(days=1), _REMIND_AT, tzinfo=VIETNAM)
        if when > at:
            queue.later(_REMIND, run_at=when, roster_id=roster.pk, agency_id=roster.agency_id, on=on.isoformat())
    return roster


@transaction.atomic
def remind_day(*, roster_id: int, on: date, at: datetime) -> int:
    """Put tomorrow's shifts into the inboxes of who has them. Returns how many people were told."""
    roster = Roster.objects.filter(pk=roster_id).first()
    if roster is None:
        return 0
    duties = roster.duties.filter(on=on, published=True, member__user__isnull=False, starts_at__gt=at)
    people = sorted(set(duties.values_list("member__user_id", flat=True)))
    for user_id in people:
        notify(agency_id=roster.agency_id, kind="duty_tomorrow", at=at, code=roster.code, user_id=user_id)
    return len(people)


@transaction.atomic
def set_rate(
    *, kind: DayKind, standby: bool, amount: int, basis: str, starts_on: date, by: Actor, at: datetime
) -> AllowanceRate:
    """Enter what the agency pays for a shift, by which paper, from when.

    Raises ActionRefused: duty_role_not_allowed, duty_rate_exists.
    """
    allow(may_keep(role=by.role))
    known = AllowanceRate.objects.filter(agency_id=by.agency_id, kind=kind, standby=standby, starts_on=starts_on)
    if known.exists():
        raise ActionRefused(Refused("duty_rate_exists"))
    rate = AllowanceRate.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, kind=kind, standby=standby, amount=amount,
        basis=tidy(basis), starts_on=starts_on,
    )  # fmt: skip
    record(
        act="allowance.set", by=by, at=at, subject=f"allowance:{rate.pk}",
        after={"kind": kind, "standby": standby, "amount": amount, "basis": rate.basis, "from": starts_on},
    )  # fmt: skip
    return rate


def locked(roster_id: int) -> Roster:
    """Lock a roster. Raises ActionRefused: duty_unknown."""
    roster = Roster.objects.select_for_update().filter(pk=roster_id).first()
    if roster is None:
        raise ActionRefused(Refused("duty_unknown"))
    return roster


def findings_of(answer: Answer) -> dict[str, Any]:  # Any: JSON
    """Write what the solver found, without the shifts themselves."""
    return {
        "status": answer.status, "objective": answer.objective, "bound": answer.bound,
        **asdict(answer.evenness), "seconds": round(answer.seconds, 2),
        "conflict": [rule.value for rule in answer.conflict],
        "unfilled": [
            {"on": one.slot.on.isoformat(), "shift": one.slot.shift, "post": one.slot.post, "rule": one.rule.value,
             "missing": one.missing, "value": one.value, "reasons": dict(one.reasons)}
            for one in answer.unfilled
        ],
        "relaxations": [
            {"rule": one.rule.value, "member": one.person, "on": one.slot.on.isoformat(), "shift": one.slot.shift,
             "post": one.slot.post}
            for one in answer.relaxations
        ],
        "moved": len(answer.moved),
    }  # fmt: skip
