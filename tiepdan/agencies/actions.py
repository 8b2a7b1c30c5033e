"""Acts on the registry. An administrator changes the own agency and what lies below it; nothing is deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from tiepdan.agencies.access import UnknownAgency, agency_for
from tiepdan.agencies.models import Agency, LocalRule, Succession
from tiepdan.agencies.rules import (
    AgencyKind,
    AgencyLevel,
    LocalCode,
    SuccessionKind,
    child_number,
    child_path,
    may_end_agency,
    may_keep_registry,
    may_set_local_rule,
    may_succeed,
)
from tiepdan.audit.record import ActorLike, record
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import fold
from tiepdan.infra.queue import later
from tiepdan.infra.verdict import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetails:
    """What may be corrected at any time."""

    name: str
    short_name: str
    address: str = ""
    phone: str = ""
    symbol: str = ""
    head_title: str = ""
    area_code: str = ""
    receives: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgency(AgencyDetails):
    """What a new agency is made of; kind, level, code and first day stay."""

    code: str
    kind: AgencyKind
    level: AgencyLevel
    starts_on: date


@transaction.atomic
def add_agency(*, new: NewAgency, parent_id: int | None, by: ActorLike, at: datetime) -> Agency:
    """Add an agency under another; without parent only as the first of an empty registry.

    Raises ActionRefused: not_administrator, registry_not_empty, agency_code_taken, agency_ended.
    Raises UnknownAgency: the parent is absent or out of scope.
    """
    allow(may_keep_registry(role=by.role))
    parent = None
    if parent_id is None:
        if Agency.objects.exists():
            raise ActionRefused(Refused("registry_not_empty"))
    else:
        parent = agency_for(agency_id=parent_id, by=by, lock=True)
        if parent.ends_before is not None and parent.ends_before <= new.starts_on:
            raise ActionRefused(Refused("agency_ended"))
    if Agency.objects.filter(code=new.code).exists():
        raise ActionRefused(Refused("agency_code_taken", facts={"code": new.code}))
    agency = Agency.objects.create(**asdict(new), folded_name=fold(new.name), parent=parent, path=_free_path(parent))
    record(
        act="agency.added", by=by, at=at, subject=f"agency:{agency.pk}",
        after={"code": agency.code, "name": agency.name, "parent": parent.name if parent else ""},
    )  # fmt: skip
    return agency


@transaction.atomic
def change_agency(*, agency_id: int, details: AgencyDetails, by: ActorLike, at: datetime) -> Agency:
    """Correct the details of an agency; the entry keeps what changed.

    Raises ActionRefused: not_administrator, nothing_changed. Raises UnknownAgency.
    """
    allow(may_keep_registry(role=by.role))
    agency = agency_for(agency_id=agency_id, by=by, lock=True)
    wanted = asdict(details)
    before = {name: getattr(agency, name) for name in wanted if getattr(agency, name) != wanted[name]}
    if not before:
        raise ActionRefused(Refused("nothing_changed"))
    for name in before:
        setattr(agency, name, wanted[name])
    agency.folded_name = fold(agency.name)
    agency.save(update_fields=[*before, "folded_name"])
    after = {name: wanted[name] for name in before}
    record(act="agency.changed", by=by, at=at, subject=f"agency:{agency.pk}", before=before, after=after)
    return agency


@transaction.atomic
def end_agency(*, agency_id: int, ends_before: date, open_lines: int, by: ActorLike, at: datetime) -> Agency:
    """End an agency: from `ends_before` on it works no more, and neither do its posts.

    open_lines: how many matters it still has open, as the caller counted them.
    Raises ActionRefused: not_administrator, own_agency, agency_ended, ends_before_start, agency_has_children,
    agency_has_open_matters. Raises UnknownAgency.
    """
    allow(may_keep_registry(role=by.role))
    agency = agency_for(agency_id=agency_id, by=by, lock=True)
    children = Agency.objects.in_force(on=ends_before).filter(parent=agency).count()
    allow(
        may_end_agency(
            starts_on=agency.starts_on, ended_before=agency.ends_before, ends_before=ends_before,
            own=agency.path == by.agency_path, children=children, open_lines=open_lines,
        )
    )  # fmt: skip
    agency.ends_before = ends_before
    agency.save(update_fields=["ends_before"])
    record(act="agency.ended", by=by, at=at, subject=f"agency:{agency.pk}", after={"ends_before": ends_before})
    return agency


@transaction.atomic
def set_local_rule(
    *, agency_id: int, code: LocalCode, value: str, starts_on: date, reason: str, by: ActorLike, at: datetime
) -> LocalRule:
    """Set a configurable default of an agency and those below it, from a day on.

    Raises ActionRefused: not_administrator, local_value_unknown, reason_missing. Raises UnknownAgency.
    Rule: DC-8, TR-4, KN-13, KN-14, KL-7, complaints §5.1/gap
    """
    allow(may_keep_registry(role=by.role))
    agency = agency_for(agency_id=agency_id, by=by, lock=True)
    allow(may_set_local_rule(code=code, value=value, reason=reason))
    made = LocalRule.objects.create(
        agency=agency, code=code, value=value, starts_on=starts_on, reason=reason.strip(), set_by=by.user_id, set_at=at
    )
    record(
        act="agency.local_rule_set", by=by, at=at, subject=f"agency:{agency.pk}", reason=made.reason,
        after={"code": code.value, "value": value, "starts_on": starts_on},
    )  # fmt: skip
    _recount(agency, code)
    return made


@transaction.atomic
def withdraw_local_rule(*, rule_id: int, by: ActorLike, at: datetime) -> LocalRule:
    """Withdraw a default that was set; the line stays. Raises ActionRefused: not_administrator, already_withdrawn.

    Raises UnknownAgency: absent or out of scope.
    """
    allow(may_keep_registry(role=by.role))
    found = LocalRule.objects.select_for_update().filter(pk=rule_id).first()
    if found is None:
        raise UnknownAgency(str(rule_id))
    agency = agency_for(agency_id=found.agency_id, by=by)
    if found.withdrawn_at is not None:
        raise ActionRefused(Refused("already_withdrawn"))
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])
    record(
        act="agency.local_rule_withdrawn", by=by, at=at, subject=f"agency:{found.agency_id}",
        before={"code": found.code, "value": found.value, "starts_on": found.starts_on},
    )  # fmt: skip
    _recount(agency, LocalCode(found.code))
    return found


@transaction.atomic
def record_succession(
    *,
    predecessor_id: int,
    successor_id: int | None,
    kind: SuccessionKind,
    on: date,
    decision: str,
    share: str = "",
    by: ActorLike,
    at: datetime,
) -> Succession:
    """Record that an agency follows another from a day on. Open matters stay where they are.

    Raises ActionRefused: not_administrator, successor_missing, successor_not_wanted, successor_same, succession_decision_missing,
    succession_known. Raises UnknownAgency.
    """
    allow(may_keep_registry(role=by.role))
    before = agency_for(agency_id=predecessor_id, by=by, lock=True)
    after = agency_for(agency_id=successor_id, by=by) if successor_id is not None else None
    allow(may_succeed(kind=kind, predecessor_id=predecessor_id, successor_id=successor_id, decision=decision))
    if Succession.objects.filter(predecessor=before, successor=after, on=on).exists():
        raise ActionRefused(Refused("succession_known"))
    made = Succession.objects.create(
        predecessor=before, successor=after, kind=kind, on=on, share=share.strip(), decision=decision.strip()
    )
    record(
        act="agency.succession_recorded", by=by, at=at, subject=f"agency:{before.pk}", reason=made.decision,
        after={"successor": after.name if after else "", "kind": kind.value, "on": on, "share": made.share},
    )  # fmt: skip
    return made


def _recount(agency: Agency, code: LocalCode) -> None:
    """Let the open limits below be counted again when the calendar changed."""
    calendar = code in {LocalCode.CULTURE_DAY, LocalCode.DAY_OFF, LocalCode.WORKING_DAY}
    if calendar or code is LocalCode.STRADDLING_LIMITS:
        later("tiepdan.matters.jobs.recount_below", path=agency.path)
    if calendar or code is LocalCode.EFFECT_ROLLS:
        later("tiepdan.cases.jobs.recount_windows_below", path=agency.path)


def _free_path(parent: Agency | None) -> str:
    """The next path under a parent, whose row the caller has locked; ended children keep theirs."""
    if parent is None:
        return child_path("/", 1)
    last = Agency.objects.filter(parent=parent).order_by("-path").values_list("path", flat=True).first()
    return child_path(parent.path, child_number(last) + 1 if last else 1)
