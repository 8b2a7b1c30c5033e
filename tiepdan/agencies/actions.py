"""Acts on the registry. An administrator changes the own agency and what lies below it; nothing is deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from tiepdan.agencies.access import agency_for
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, child_number, child_path, may_end_agency, may_keep_registry
from tiepdan.audit.record import ActorLike, record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import fold
from tiepdan.infra.verdict import Refused, Verdict


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
    _refuse_unless(may_keep_registry(role=by.role))
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
    _refuse_unless(may_keep_registry(role=by.role))
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
    _refuse_unless(may_keep_registry(role=by.role))
    agency = agency_for(agency_id=agency_id, by=by, lock=True)
    children = Agency.objects.in_force(on=ends_before).filter(parent=agency).count()
    _refuse_unless(
        may_end_agency(
            starts_on=agency.starts_on, ended_before=agency.ends_before, ends_before=ends_before,
            own=agency.path == by.agency_path, children=children, open_lines=open_lines,
        )
    )  # fmt: skip
    agency.ends_before = ends_before
    agency.save(update_fields=["ends_before"])
    record(act="agency.ended", by=by, at=at, subject=f"agency:{agency.pk}", after={"ends_before": ends_before})
    return agency


def _free_path(parent: Agency | None) -> str:
    """The next path under a parent, whose row the caller has locked; ended children keep theirs."""
    if parent is None:
        return child_path("/", 1)
    last = Agency.objects.filter(parent=parent).order_by("-path").values_list("path", flat=True).first()
    return child_path(parent.path, child_number(last) + 1 if last else 1)


def _refuse_unless(verdict: Verdict) -> None:
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
