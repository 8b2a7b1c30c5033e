"""Shifts as they are done: swapped, replaced, attended, handed over."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.rosters.actions.rosters import locked
from tiepdan.rosters.models import DutyShift, HandOver, Member, Roster, Swap
from tiepdan.rosters.queries import swap_verdict, why_not
from tiepdan.rosters.rules import Attendance, SwapStatus, may_attend, may_keep


@transaction.atomic
def ask_swap(*, duty_id: int, other_id: int, other_duty_id: int | None, reason: str, by: Actor, at: datetime) -> Swap:
    """Ask somebody to take one's shift, in exchange for one of theirs or not.

    Raises ActionRefused: duty_unknown, duty_not_yours, duty_begun, duty_same_person, duty_swap_open, duty_member_clash.
    """
    duty = _duty(duty_id)
    other = _member(duty.roster, other_id)
    other_duty = None
    if other_duty_id is not None:
        other_duty = DutyShift.objects.filter(pk=other_duty_id, roster_id=duty.roster_id, member=other).first()
        if other_duty is None or other_duty.starts_at <= at:
            raise ActionRefused(Refused("duty_unknown"))
    allow(swap_verdict(duty=duty, by=by, at=at, same_person=other.pk == duty.member_id))
    _fits(duty, other, leaving=other_duty)
    if other_duty is not None:
        _fits(other_duty, duty.member, leaving=duty)
    swap = Swap.objects.create(
        duty=duty, other=other, other_duty=other_duty, reason=tidy(reason)[:300], status=SwapStatus.ASKED, asked_at=at
    )
    record(
        act="duty.swap_asked", by=by, at=at, subject=f"roster:{duty.roster_id}", reason=swap.reason,
        after={"shift": f"{duty.on} {duty.shift}", "from": duty.member.name, "to": other.name},
    )  # fmt: skip
    if other.user_id:
        _tell(duty.roster, other.user_id, "duty_swap_asked", at)
    else:  # without an account nobody can answer here: the keeper asks by telephone and decides
        swap.status, swap.answered_at = SwapStatus.AGREED, at
        swap.save(update_fields=["status", "answered_at"])
        _tell_keepers(duty.roster, at)
    return swap


@transaction.atomic
def answer_swap(*, swap_id: int, agree: bool, by: Actor, at: datetime) -> Swap:
    """Agree to take the shift, or not; what is agreed waits for approval.

    Raises ActionRefused: duty_unknown, duty_swap_ended, duty_not_asked_of_you.
    """
    swap = _swap(swap_id)
    if swap.status != SwapStatus.ASKED:
        raise ActionRefused(Refused("duty_swap_ended"))
    if swap.other.user_id != by.user_id:
        raise ActionRefused(Refused("duty_not_asked_of_you"))
    swap.status = SwapStatus.AGREED if agree else SwapStatus.DECLINED
    swap.answered_at = at
    swap.save(update_fields=["status", "answered_at"])
    record(act="duty.swap_answered", by=by, at=at, subject=f"roster:{swap.duty.roster_id}", after={"agreed": agree})
    if agree:
        _tell_keepers(swap.duty.roster, at)
    elif swap.duty.member.user_id:
        _tell(swap.duty.roster, swap.duty.member.user_id, "duty_swap_decided", at)
    return swap


@transaction.atomic
def decide_swap(*, swap_id: int, approve: bool, by: Actor, at: datetime) -> Swap:
    """Approve a swap, which moves the shifts, or decline it.

    Raises ActionRefused: duty_role_not_allowed, duty_unknown, duty_swap_ended, duty_begun, duty_member_clash.
    """
    swap = _swap(swap_id)
    allow(may_keep(role=by.role))
    if swap.status != SwapStatus.AGREED:
        raise ActionRefused(Refused("duty_swap_ended"))
    duty, other_duty, first = swap.duty, swap.other_duty, swap.duty.member
    if approve:
        if at >= duty.starts_at:
            raise ActionRefused(Refused("duty_begun"))
        _fits(duty, swap.other, leaving=other_duty)
        if other_duty is not None:
            _fits(other_duty, first, leaving=duty)
            other_duty.member = first
            other_duty.leads = _leads(other_duty, first)
            other_duty.save(update_fields=["member", "leads"])
        duty.member = swap.other
        duty.leads = _leads(duty, swap.other)
        duty.save(update_fields=["member", "leads"])
    swap.status = SwapStatus.APPROVED if approve else SwapStatus.DECLINED
    swap.decided_by_id, swap.decided_at = by.user_id, at
    swap.save(update_fields=["status", "decided_by", "decided_at"])
    record(
        act="duty.swap_decided", by=by, at=at, subject=f"roster:{duty.roster_id}",
        before={"shift": f"{duty.on} {duty.shift}", "member": first.name},
        after={"approved": approve, "member": swap.other.name if approve else first.name},
    )  # fmt: skip
    for user_id in (first.user_id, swap.other.user_id):
        _tell(duty.roster, user_id, "duty_swap_decided", at)
    return swap


@transaction.atomic
def replace_on_duty(*, duty_id: int, member_id: int, reason: str, by: Actor, at: datetime) -> DutyShift:
    """Put somebody else on a shift at once, for illness or an urgent task.

    Raises ActionRefused: duty_role_not_allowed, duty_unknown, duty_member_unknown, duty_same_person, duty_member_clash.
    """
    duty = _duty(duty_id)
    allow(may_keep(role=by.role))
    member = _member(duty.roster, member_id)
    if member.pk == duty.member_id:
        raise ActionRefused(Refused("duty_same_person"))
    _fits(duty, member, leaving=None)
    before = duty.member
    duty.member, duty.leads, duty.attendance, duty.came_at = member, _leads(duty, member), "", None
    duty.save(update_fields=["member", "leads", "attendance", "came_at"])
    duty.swaps.filter(status__in=[SwapStatus.ASKED, SwapStatus.AGREED]).update(
        status=SwapStatus.DECLINED, decided_by=by.user_id, decided_at=at
    )
    record(
        act="duty.replaced", by=by, at=at, subject=f"roster:{duty.roster_id}", reason=reason,
        before={"shift": f"{duty.on} {duty.shift}", "member": before.name}, after={"member": member.name},
    )  # fmt: skip
    for user_id in (before.user_id, member.user_id):
        _tell(duty.roster, user_id, "duty_changed", at)
    return duty


@transaction.atomic
def note_attendance(*, duty_id: int, attendance: Attendance, note: str, by: Actor, at: datetime) -> DutyShift:
    """Note that somebody came, came late, or did not: themselves, the leader of the shift, or a keeper.

    Raises ActionRefused: duty_unknown, duty_not_yours, duty_not_begun.
    """
    duty = _duty(duty_id)
    leads = DutyShift.objects.filter(
        roster_id=duty.roster_id, on=duty.on, shift=duty.shift, leads=True, member__user_id=by.user_id
    )
    own = duty.member.user_id == by.user_id and attendance is not Attendance.ABSENT
    if not own and not may_keep(role=by.role) and not leads.exists():
        raise ActionRefused(Refused("duty_not_yours"))
    allow(may_attend(starts_at=duty.starts_at, at=at))
    before = duty.attendance
    duty.attendance, duty.note = attendance, tidy(note)[:300]
    duty.came_at = None if attendance is Attendance.ABSENT else (duty.came_at or at)
    duty.save(update_fields=["attendance", "note", "came_at"])
    record(
        act="duty.attended", by=by, at=at, subject=f"roster:{duty.roster_id}", before={"attendance": before},
        after={"shift": f"{duty.on} {duty.shift}", "member": duty.member.name, "attendance": attendance},
    )  # fmt: skip
    return duty


@transaction.atomic
def hand_over(*, roster_id: int, on: date, shift: str, text: str, by: Actor, at: datetime) -> HandOver:
    """Write down what a shift leaves to the next.

    Raises ActionRefused: duty_unknown, duty_nothing_to_hand_over, duty_not_yours.
    """
    roster = locked(roster_id)
    if shift not in {one.key for one in roster.made_by().shifts} or not roster.starts_on <= on <= roster.ends_on:
        raise ActionRefused(Refused("duty_unknown"))
    if not text.strip():
        raise ActionRefused(Refused("duty_nothing_to_hand_over"))
    on_it = roster.duties.filter(on=on, shift=shift, member__user_id=by.user_id)
    if not may_keep(role=by.role) and not on_it.exists():
        raise ActionRefused(Refused("duty_not_yours"))
    note = HandOver.objects.create(
        roster=roster, on=on, shift=shift, text=text.strip(), written_by_id=by.user_id, written_at=at
    )
    record(act="duty.handed_over", by=by, at=at, subject=f"roster:{roster.pk}", after={"on": on, "shift": shift})
    return note


def _duty(duty_id: int) -> DutyShift:
    duty = (
        DutyShift.objects.select_for_update(of=("self",)).select_related("roster", "member").filter(pk=duty_id).first()
    )
    if duty is None:
        raise ActionRefused(Refused("duty_unknown"))
    return duty


def _member(roster: Roster, member_id: int) -> Member:
    member = Member.objects.filter(pk=member_id, force_id=roster.force_id, left_on__isnull=True).first()
    if member is None:
        raise ActionRefused(Refused("duty_member_unknown"))
    return member


def _swap(swap_id: int) -> Swap:
    swap = (
        Swap.objects.select_for_update(of=("self",))
        .select_related("duty__roster", "duty__member", "other", "other_duty")
        .filter(pk=swap_id)
        .first()
    )
    if swap is None:
        raise ActionRefused(Refused("duty_unknown"))
    return swap


def _fits(duty: DutyShift, member: Member, *, leaving: DutyShift | None) -> None:
    why = why_not(duty=duty, member=member, leaving=leaving)
    if why:
        raise ActionRefused(Refused("duty_member_clash", facts={"name": member.name, "why": why}))


def _leads(duty: DutyShift, member: Member) -> bool:
    return duty.roster.made_by().post(duty.post).leader and member.leads


def _tell(roster: Roster, user_id: int | None, kind: str, at: datetime) -> None:
    """Tell somebody; who has no account is told by telephone."""
    if user_id is None:
        return
    notify(agency_id=roster.agency_id, kind=kind, at=at, code=roster.code, user_id=user_id)


def _tell_keepers(roster: Roster, at: datetime) -> None:
    _tell(roster, roster.created_by_id, "duty_swap_agreed", at)
