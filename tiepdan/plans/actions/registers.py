"""Acts on the registers behind kinds of task."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans.models import RegisterEntry, TaskAgency
from tiepdan.plans.rules.registers import REGISTERS, RegisterKind, may_enter
from tiepdan.plans.rules.tasks import WORKERS


@transaction.atomic
def enter(
    *, kind: RegisterKind, title: str, happened_on: date, details: Mapping[str, Any], by: Actor, at: datetime,
    due_on: date | None = None, concluded_on: date | None = None, closed_on: date | None = None,
    task_id: int | None = None, entry_id: int | None = None,
) -> RegisterEntry:  # fmt: skip
    """Put an entry into a register of the own agency, or change one (entry_id given).

    task_id: a task of the own agency that it belongs to; its coordinator then sees the entry
    Raises ActionRefused: plan_role_not_allowed, register_text_missing, register_days_wrong, register_field_missing,
    task_not_yours.
    """
    if not by.is_one_of(*WORKERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    if not title.strip():
        raise ActionRefused(Refused("register_text_missing"))
    allowed = may_enter(
        kind=kind, happened_on=happened_on, concluded_on=concluded_on, closed_on=closed_on, today=at.date()
    )
    if isinstance(allowed, Refused):
        raise ActionRefused(allowed)
    missing = [
        field.label for field in REGISTERS[kind].details if field.required and details.get(field.name) in {None, ""}
    ]
    if missing:
        raise ActionRefused(Refused("register_field_missing", facts={"fields": "; ".join(missing)}))
    line = TaskAgency.objects.filter(task_id=task_id, agency_path=by.agency_path).first() if task_id else None
    if task_id and line is None:
        raise ActionRefused(Refused("task_not_yours"))
    known = {field.name for field in REGISTERS[kind].details}
    entry = _found(entry_id, kind, by) if entry_id else RegisterEntry(
        kind=kind, agency_id=by.agency_id, agency_path=by.agency_path, made_by_id=by.user_id, made_at=at
    )  # fmt: skip
    before = {"title": entry.title, "details": entry.details} if entry_id else None
    entry.title, entry.happened_on, entry.due_on = title.strip()[:400], happened_on, due_on
    entry.concluded_on, entry.closed_on = concluded_on, closed_on
    entry.details = {name: value for name, value in details.items() if name in known and value not in {None, ""}}
    if line is not None:
        entry.task_id, entry.coordinator_path = task_id, line.coordinator_path
    entry.save()
    record(
        act="register.changed" if entry_id else "register.entered", by=by, at=at, subject=f"register_entry:{entry.pk}",
        before=before, after={"kind": kind, "title": entry.title},
    )  # fmt: skip
    return entry


@transaction.atomic
def void_entry(*, entry_id: int, reason: str, by: Actor, at: datetime) -> RegisterEntry:
    """Strike out an entry made in error; it stays in the register with the reason.

    Raises ActionRefused: reason_missing, task_not_yours.
    """
    entry = RegisterEntry.objects.select_for_update(of=("self",)).get(pk=entry_id)
    if entry.agency_path != by.agency_path:
        raise ActionRefused(Refused("task_not_yours"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    entry.voided_at, entry.void_reason = at, reason.strip()[:300]
    entry.save(update_fields=["voided_at", "void_reason"])
    record(act="register.voided", by=by, at=at, subject=f"register_entry:{entry.pk}", reason=reason)
    return entry


def _found(entry_id: int, kind: RegisterKind, by: Actor) -> RegisterEntry:
    entry = RegisterEntry.objects.select_for_update(of=("self",)).filter(pk=entry_id, kind=kind, voided_at=None).first()
    if entry is None or entry.agency_path != by.agency_path:
        raise ActionRefused(Refused("task_not_yours"))
    return entry
