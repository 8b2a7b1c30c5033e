"""Acts of a handover: prepared by an administrator, placed and approved by a head, done in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.access import agency_for
from tiepdan.agencies.models import Agency, Succession
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, SuccessionKind, may_keep_registry
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.models import Handover, HandoverPart, HandoverState, Move
from tiepdan.succession.access import handover_for
from tiepdan.succession.queries import planned_moves
from tiepdan.succession.rules import Placed, Template, may_approve, may_prepare, may_withdraw


@dataclass(frozen=True, slots=True)
class Part:
    """One that follows, as typed."""

    agency_id: int
    main: bool = False
    share: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What a handover moved."""

    handover: Handover
    moved: Mapping[int, int]  # agency → matters


@transaction.atomic
def prepare_handover(
    *,
    predecessor_id: int,
    kind: SuccessionKind,
    parts: Sequence[Part],
    effect_on: date,
    decision: str,
    template: Template | None = None,
    by: Actor,
    at: datetime,
) -> Handover:
    """Prepare what an agency hands over, to whom and from which day; its head approves.

    Raises UnknownAgency; ActionRefused: not_administrator, and those of `may_prepare`
    """
    allow(may_keep_registry(role=by.role))
    before = agency_for(agency_id=predecessor_id, by=by, lock=True)
    waits = Handover.objects.filter(predecessor=before, state__in=[HandoverState.PREPARED, HandoverState.APPROVED])
    allow(
        may_prepare(
            ended=before.ends_before is not None, waiting=waits.exists(), decision=decision,
            successors=[part.agency_id for part in parts], predecessor_id=predecessor_id, template=template,
            predecessor_is_district=before.level == AgencyLevel.DISTRICT, effect_on=effect_on,
            children=Agency.objects.in_force(on=at.date()).filter(parent=before).count(),
        )
    )  # fmt: skip
    parts = [*parts, *_province_beside(before, parts, template)]
    after = {one.pk: one for one in Agency.objects.in_force(on=max(effect_on, at.date())).filter(
        pk__in=[part.agency_id for part in parts])}  # fmt: skip
    if len(after) != len(parts):
        raise ActionRefused(Refused("agency_ended"))
    made = Handover.objects.create(
        predecessor=before, agency_path=before.path, kind=kind, effect_on=effect_on, decision=decision.strip(),
        template=template or "", prepared_by_id=by.user_id, prepared_at=at,
    )  # fmt: skip
    main = next((part.agency_id for part in parts if part.main), parts[0].agency_id)
    for part in parts:
        HandoverPart.objects.create(
            handover=made, agency_path=before.path, successor=after[part.agency_id],
            successor_path=after[part.agency_id].path, main=part.agency_id == main, share=part.share.strip()[:300],
        )  # fmt: skip
    record(
        act="handover.prepared", by=by, at=at, subject=f"handover:{made.pk}", reason=made.decision,
        after={"from": before.name, "to": [after[part.agency_id].name for part in parts], "effect_on": effect_on},
    )  # fmt: skip
    _tell(made, agency_id=before.pk, kind="handover_waits", at=at)
    return made


@transaction.atomic
def place_matters(*, handover_id: int, chosen: Mapping[int, int], by: Actor, at: datetime) -> Handover:
    """Keep where the head of the agency sends single matters, against what the rules say.

    chosen: matter → successor
    Raises NotFound; ActionRefused: handover_not_waiting, handover_needs_head, successor_unknown, nothing_changed
    """
    handover = handover_for(handover_id=handover_id, lock=True)
    allow(may_approve(state=handover.state, prepared_by=0, user_id=by.user_id, role=by.role))
    allowed = dict(handover.parts.values_list("successor_id", "successor_path"))
    if not set(chosen.values()) <= set(allowed):
        raise ActionRefused(Refused("successor_unknown"))
    changed = 0
    for planned in planned_moves(handover=handover, by=by):
        matter_id = planned.line.matter_id
        to = chosen.get(matter_id, planned.choice.agency_id)
        if to == planned.choice.agency_id:
            continue
        columns = {"to_agency_id": to, "to_path": allowed[to], "why": Placed.BY_HAND}
        known = Move.objects.filter(handover=handover, matter_id=matter_id)
        if not known.update(**columns):
            Move.objects.create(
                handover=handover, matter_id=matter_id, from_agency=handover.predecessor,
                register_number=planned.line.register_number, received_on=planned.line.received_on, **columns,
            )  # fmt: skip
        record(
            act="handover.placed", by=by, at=at, subject=f"handover:{handover.pk}", matter_id=matter_id,
            before={"agency_id": planned.choice.agency_id}, after={"agency_id": to},
        )  # fmt: skip
        changed += 1
    if not changed:
        raise ActionRefused(Refused("nothing_changed"))
    return handover


@transaction.atomic
def approve_handover(*, handover_id: int, by: Actor, at: datetime) -> Done:
    """Approve as the head of the agency, or of one above it. On or after the day of effect it is done at once.

    Raises NotFound; ActionRefused: handover_not_waiting, handover_needs_head, handover_own
    """
    handover = handover_for(handover_id=handover_id, lock=True)
    role = by.role if handover.agency_path.startswith(by.agency_path) else ""
    allow(may_approve(state=handover.state, prepared_by=handover.prepared_by_id, user_id=by.user_id, role=role))
    _keep_placed(handover=handover, by=by)
    handover.state = HandoverState.APPROVED
    handover.approved_by_id, handover.approved_at = by.user_id, at
    handover.save(update_fields=["state", "approved_by", "approved_at"])
    record(
        act="handover.approved", by=by, at=at, subject=f"handover:{handover.pk}", reason=handover.decision,
        after={"effect_on": handover.effect_on},
    )  # fmt: skip
    if handover.effect_on > at.date():
        return Done(handover, {})
    return _carry_out(handover, by=by, at=at)


@transaction.atomic
def carry_out_handover(*, handover_id: int, by: Actor, at: datetime) -> Done:
    """Do a handover that was approved before its day. Raises NotFound; ActionRefused: handover_not_approved, handover_early."""
    handover = handover_for(handover_id=handover_id, lock=True)
    if handover.state != HandoverState.APPROVED:
        raise ActionRefused(Refused("handover_not_approved"))
    if handover.effect_on > at.date():
        raise ActionRefused(Refused("handover_early", facts={"day": f"{handover.effect_on:%d/%m/%Y}"}))
    return _carry_out(handover, by=by, at=at)


@transaction.atomic
def withdraw_handover(*, handover_id: int, reason: str, by: Actor, at: datetime) -> Handover:
    """Take back a handover before it is done. Raises NotFound; ActionRefused: wrong_role, handover_not_waiting, reason_missing"""
    handover = handover_for(handover_id=handover_id, lock=True)
    if by.role not in (Role.ADMINISTRATOR, Role.HEAD) or not handover.agency_path.startswith(by.agency_path):
        raise ActionRefused(Refused("wrong_role"))
    allow(may_withdraw(state=handover.state, reason=reason))
    before = handover.state
    handover.state, handover.withdrawn_reason = HandoverState.WITHDRAWN, reason.strip()[:300]
    handover.save(update_fields=["state", "withdrawn_reason"])
    record(
        act="handover.withdrawn", by=by, at=at, subject=f"handover:{handover.pk}", before={"state": before},
        reason=handover.withdrawn_reason,
    )  # fmt: skip
    return handover


def _province_beside(before: Agency, parts: Sequence[Part], template: Template | None) -> list[Part]:
    """At the end of a district the province takes what only it may settle, named or not. Rule: complaints §5.3, §5.7"""
    above = before.parent
    if template is not Template.DISTRICT_END or above is None or above.kind != AgencyKind.PROVINCIAL_COMMITTEE:
        return []
    share = "Giải quyết lần hai; tố cáo lãnh đạo cấp xã; việc liên quan từ hai xã trở lên"
    return [] if above.pk in {part.agency_id for part in parts} else [Part(above.pk, share=share)]


def _keep_placed(*, handover: Handover, by: Actor) -> None:
    """Store where the rules send each matter that the head sees, as it was approved. Part of an act."""
    paths = dict(handover.parts.values_list("successor_id", "successor_path"))
    placed = set(Move.objects.filter(handover=handover).values_list("matter_id", flat=True))
    Move.objects.bulk_create(
        Move(
            handover=handover, matter_id=planned.line.matter_id, from_agency=handover.predecessor,
            to_agency_id=planned.choice.agency_id, to_path=paths[planned.choice.agency_id], why=planned.choice.why,
            register_number=planned.line.register_number, received_on=planned.line.received_on,
        )
        for planned in planned_moves(handover=handover, by=by)
        if planned.line.matter_id not in placed
    )  # fmt: skip


def _carry_out(handover: Handover, *, by: Actor, at: datetime) -> Done:
    """Move everything, write an entry for each matter, end the agency, tell those that follow."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT moved_matter, moved_to FROM tiepdan.succeed(%s, %s, %s)", [handover.pk, at, at.date()])
        moved = [(int(row[0]), int(row[1])) for row in cursor.fetchall()]
    old = handover.predecessor
    names = dict(Agency.objects.filter(pk__in={to for _, to in moved}).values_list("pk", "name"))
    for matter_id, to in moved:
        record(
            act="matter.handed_over", by=by, at=at, subject=f"matter:{matter_id}", matter_id=matter_id,
            before={"agency": old.name}, after={"agency": names[to]}, reason=handover.decision, rule=_rule_of(handover),
        )  # fmt: skip
    parts = list(handover.parts.select_related("successor"))
    for part in parts:
        Succession.objects.get_or_create(
            predecessor=old, successor=part.successor, on=handover.effect_on,
            defaults={"kind": _kind_of(handover), "share": part.share, "decision": handover.decision},
        )  # fmt: skip
    old.ends_before = max(handover.effect_on, old.starts_on)
    old.save(update_fields=["ends_before"])
    for subject, act in _close_office(handover, at=at):
        record(act=act, by=by, at=at, subject=subject, reason=handover.decision)
    counts = Counter(to for _, to in moved)
    record(
        act="handover.done", by=by, at=at, subject=f"handover:{handover.pk}", reason=handover.decision,
        after={"from": old.name, "ends_before": old.ends_before, "moved": {names[to]: counts[to] for to in counts}},
    )  # fmt: skip
    for agency_id in {part.successor_id for part in parts} | set(counts):
        _tell(handover, agency_id=agency_id, kind="handover_done", at=at)
    handover.state, handover.done_at, handover.moved = HandoverState.DONE, at, len(moved)
    return Done(handover, counts)


_CLOSED: Final = {
    "incident": "incident.handed_over", "session": "session.cancelled", "task_force": "task_force.ended",
    "page": "page.withdrawn", "follow_up": "follow_up.handed_over",
}  # fmt: skip


def _close_office(handover: Handover, *, at: datetime) -> list[tuple[str, str]]:
    """Pass on what goes on and close what cannot, beside the matters; returns each subject with the act that names it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM tiepdan.close_office(%s, %s, %s)", [handover.pk, at, at.date()])
        return [(str(row[0]), _CLOSED[str(row[0]).split(":")[0]]) for row in cursor.fetchall()]


def _kind_of(handover: Handover) -> SuccessionKind:
    """A dissolved body that somebody takes over from is, in the registry, merged into it."""
    return SuccessionKind.MERGE if handover.kind == SuccessionKind.END else SuccessionKind(handover.kind)


def _rule_of(handover: Handover) -> str:
    return "complaints §5.3" if handover.template == Template.DISTRICT_END else ""


def _tell(handover: Handover, *, agency_id: int, kind: str, at: datetime) -> None:
    notify(agency_id=agency_id, kind=kind, at=at, role=Role.HEAD, code=f"BG-{handover.pk}")
