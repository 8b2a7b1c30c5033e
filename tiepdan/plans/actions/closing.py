"""Acts beside the tasks of a plan: its task force, and number and signature of its final report."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans.models import Plan
from tiepdan.plans.rules.tasks import may_coordinate
from tiepdan.rosters.models import TaskForce


@transaction.atomic
def number_final_report(
    *, code: str, number: int, symbol: str, on: date, authority: str, title: str, name: str, by: Actor, at: datetime
) -> Plan:
    """Note number, day and signer of the signed final report. From then on it is printed with them and no longer as a draft.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, plan_not_ended, final_numbered, final_number_missing.
    """
    plan = _locked(code, by=by)
    if plan.closed_at is None:
        raise ActionRefused(Refused("plan_not_ended"))
    if plan.final_number is not None:
        raise ActionRefused(Refused("final_numbered"))
    if number < 1 or not symbol.strip() or not name.strip() or not plan.closed_at.date() <= on <= at.date():
        raise ActionRefused(Refused("final_number_missing"))
    plan.final_number, plan.final_symbol, plan.final_on = number, symbol.strip(), on
    plan.final_authority, plan.final_title, plan.final_name = authority.strip(), title.strip(), name.strip()
    plan.save(
        update_fields=["final_number", "final_symbol", "final_on", "final_authority", "final_title", "final_name"]
    )
    record(
        act="plan.final_numbered", by=by, at=at, subject=f"followed_plan:{plan.pk}",
        after={"number": number, "symbol": plan.final_symbol, "on": on},
    )  # fmt: skip
    return plan


@transaction.atomic
def assign_force(*, code: str, force_id: int | None, by: Actor, at: datetime) -> Plan:
    """Say which task force of the own agency serves the plan; None: none.

    Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here, force_absent.
    """
    plan = _locked(code, by=by)
    force = TaskForce.objects.filter(pk=force_id, agency_path=plan.agency_path).first() if force_id else None
    if force_id and force is None:
        raise ActionRefused(Refused("force_absent"))
    plan.force = force
    plan.save(update_fields=["force"])
    record(
        act="plan.force_assigned",
        by=by,
        at=at,
        subject=f"followed_plan:{plan.pk}",
        after={"force": force.code if force else ""},
    )
    return plan


def _locked(code: str, *, by: Actor) -> Plan:
    plan = Plan.objects.select_for_update(of=("self",)).filter(code=code).first()
    if plan is None:
        raise ActionRefused(Refused("plan_absent"))
    verdict = may_coordinate(by=by, coordinator_path=plan.agency_path)
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    return plan
