"""Task forces: set up, decided, joined, asked for, released, ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.rosters.models import Member, TaskForce
from tiepdan.rosters.rules import Function, Reply, may_keep, may_span


@transaction.atomic
def set_up_force(
    *, name: str, starts_on: date, ends_on: date, bases: Sequence[str], duties: Sequence[str], signer_authority: str,
    signer_title: str, signer_name: str, by: Actor, at: datetime,
) -> TaskForce:  # fmt: skip
    """Draft a task force; its decision gets a number by `decide_force`.

    Raises ActionRefused: duty_role_not_allowed, duty_days_wrong.
    """
    allow(may_keep(role=by.role))
    allow(may_span(starts_on=starts_on, ends_on=ends_on))
    force = TaskForce.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, name=tidy(name), starts_on=starts_on,
        ends_on=ends_on, bases=[tidy(line) for line in bases if line.strip()],
        duties=[tidy(line) for line in duties if line.strip()], signer_authority=tidy(signer_authority),
        signer_title=tidy(signer_title), signer_name=tidy(signer_name), created_by_id=by.user_id, created_at=at,
    )  # fmt: skip
    record(act="task_force.drafted", by=by, at=at, subject=f"task_force:{force.pk}", after={"name": force.name})
    return force


@transaction.atomic
def decide_force(*, force_id: int, number: int, symbol: str, on: date, by: Actor, at: datetime) -> TaskForce:
    """Note number and day of the signed decision. From then on its text stands.

    Raises ActionRefused: duty_role_not_allowed, duty_decided, duty_decision_missing.
    """
    force = _locked(force_id)
    allow(may_keep(role=by.role))
    if force.decision_number is not None:
        raise ActionRefused(Refused("duty_decided"))
    if number < 1 or not symbol.strip() or on > at.date():
        raise ActionRefused(Refused("duty_decision_missing"))
    force.decision_number, force.decision_symbol, force.decided_on = number, tidy(symbol), on
    force.save(update_fields=["decision_number", "decision_symbol", "decided_on"])
    record(
        act="task_force.decided", by=by, at=at, subject=f"task_force:{force.pk}",
        after={"number": number, "symbol": symbol, "on": on},
    )  # fmt: skip
    for user_id in force.members.filter(user__isnull=False, left_on__isnull=True).values_list("user_id", flat=True):
        notify(agency_id=force.agency_id, kind="duty_joined", at=at, code=force.code, user_id=user_id)
    return force


@transaction.atomic
def add_member(
    *, force_id: int, name: str, title: str, body: str, phone: str, function: Function, leads: bool,
    skills: Sequence[str], user_id: int | None, asked: bool, asked_letter: str, by: Actor, at: datetime,
) -> Member:  # fmt: skip
    """Add somebody. Who comes from another body is asked for in writing and serves when it has agreed.

    Raises ActionRefused: duty_role_not_allowed, duty_member_twice, duty_force_ended.
    """
    force = _locked(force_id)
    allow(may_keep(role=by.role))
    if force.ended_on is not None:
        raise ActionRefused(Refused("duty_force_ended"))
    if user_id is not None and force.members.filter(user_id=user_id, left_on__isnull=True).exists():
        raise ActionRefused(Refused("duty_member_twice"))
    member = Member.objects.create(
        force=force, user_id=user_id, name=tidy(name), title=tidy(title), body=tidy(body), phone=phone.strip(),
        function=function, leads=leads, skills=[tidy(skill) for skill in skills if skill.strip()],
        reply=Reply.ASKED if asked else Reply.OWN, asked_on=at.date() if asked else None,
        asked_letter=tidy(asked_letter) if asked else "",
    )  # fmt: skip
    record(
        act="task_force.member_added", by=by, at=at, subject=f"task_force:{force.pk}",
        after={"member": member.pk, "name": member.name, "function": function, "asked": asked},
    )  # fmt: skip
    if user_id is not None and force.decision_number is not None:
        notify(agency_id=force.agency_id, kind="duty_joined", at=at, code=force.code, user_id=user_id)
    return member


@transaction.atomic
def note_reply(
    *, member_id: int, agreed: bool, on: date, letter: str, name: str, title: str, scope: str, by: Actor, at: datetime,
    account: str = "",
) -> Member:  # fmt: skip
    """Note what the body asked wrote back: whom it sends, in which post, for what.

    account: user name of the one sent, who then sees this roster and gets its notices, and nothing else of the agency
    Raises ActionRefused: duty_role_not_allowed, duty_member_unknown, duty_reply_missing, duty_account_unknown,
        duty_member_twice.
    """
    member = _member(member_id)
    allow(may_keep(role=by.role))
    if not letter.strip() or on > at.date() or (member.asked_on is not None and on < member.asked_on):
        raise ActionRefused(Refused("duty_reply_missing"))
    before = {"name": member.name, "reply": member.reply}
    member.reply = Reply.AGREED if agreed else Reply.DECLINED
    member.replied_on, member.reply_letter, member.scope = on, tidy(letter), tidy(scope)
    if account.strip():
        member.user = User.objects.filter(username=account.strip(), is_active=True).first()
        if member.user is None:
            raise ActionRefused(Refused("duty_account_unknown"))
        others = Member.objects.filter(force_id=member.force_id, user=member.user, left_on__isnull=True)
        if others.exclude(pk=member.pk).exists():
            raise ActionRefused(Refused("duty_member_twice"))
    member.name, member.title = tidy(name) or member.name, tidy(title) or member.title
    member.save()
    record(
        act="task_force.reply_noted", by=by, at=at, subject=f"task_force:{member.force_id}", before=before,
        after={"name": member.name, "reply": member.reply, "letter": member.reply_letter},
    )  # fmt: skip
    if agreed and member.user_id is not None:
        notify(
            agency_id=member.force.agency_id, kind="duty_joined", at=at, code=member.force.code, user_id=member.user_id
        )
    return member


@transaction.atomic
def release_member(*, member_id: int, reason: str, by: Actor, at: datetime) -> Member:
    """Let a member go; their future shifts become empty and show in the roster as such.

    Raises ActionRefused: duty_role_not_allowed, duty_member_unknown.
    """
    member = _member(member_id)
    allow(may_keep(role=by.role))
    member.left_on = at.date()
    member.save(update_fields=["left_on"])
    member.duties.filter(starts_at__gt=at).delete()
    record(
        act="task_force.member_released", by=by, at=at, subject=f"task_force:{member.force_id}",
        before={"name": member.name}, reason=reason,
    )  # fmt: skip
    return member


@transaction.atomic
def end_force(*, force_id: int, reason: str, by: Actor, at: datetime) -> TaskForce:
    """End a task force before its day.

    Raises ActionRefused: duty_role_not_allowed, duty_force_ended.
    """
    force = _locked(force_id)
    allow(may_keep(role=by.role))
    if force.ended_on is not None:
        raise ActionRefused(Refused("duty_force_ended"))
    force.ended_on, force.end_reason = at.date(), tidy(reason)[:300]
    force.save(update_fields=["ended_on", "end_reason"])
    record(act="task_force.ended", by=by, at=at, subject=f"task_force:{force.pk}", reason=reason)
    return force


def _locked(force_id: int) -> TaskForce:
    force = TaskForce.objects.select_for_update().filter(pk=force_id).first()
    if force is None:
        raise ActionRefused(Refused("duty_unknown"))
    return force


def _member(member_id: int) -> Member:
    member = Member.objects.select_for_update().filter(pk=member_id, left_on__isnull=True).first()
    if member is None:
        raise ActionRefused(Refused("duty_member_unknown"))
    return member
