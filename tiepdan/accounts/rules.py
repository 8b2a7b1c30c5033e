"""Roles and what each may do in principle. The database applies the same table through tiepdan.enter()."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict


class Role(StrEnum):
    """What somebody is at an agency."""

    RECEPTION_OFFICER = "reception_officer"  # cán bộ tiếp công dân
    PROCESSING_OFFICER = "processing_officer"  # cán bộ xử lý đơn
    HANDLER = "handler"  # người thụ lý, xác minh
    HEAD = "head"  # thủ trưởng
    DEPUTY = "deputy"  # cấp phó
    OVERSIGHT = "oversight"  # thanh tra, theo dõi, đôn đốc
    COORDINATOR = "coordinator"  # điều phối kế hoạch
    RECORDS_CLERK = "records_clerk"  # văn thư
    ADMINISTRATOR = "administrator"  # quản trị người dùng


class Sight(StrEnum):
    """How far somebody sees (the value of tiepdan.sight in the database)."""

    OFFICE = "office"  # the matters of the own agency
    ASSIGNED = "assigned"  # only matters assigned to the person
    OVERSIGHT = "oversight"  # all agencies below the one inspected for
    NONE = "none"  # no matter at all
    SERVICE = "service"  # a job working for one agency
    PORTAL = "portal"  # a citizen with one matter


SIGHT_OF: Final[dict[Role, Sight]] = {
    Role.RECEPTION_OFFICER: Sight.OFFICE,
    Role.PROCESSING_OFFICER: Sight.OFFICE,
    Role.HANDLER: Sight.ASSIGNED,
    Role.HEAD: Sight.OFFICE,
    Role.DEPUTY: Sight.OFFICE,
    Role.OVERSIGHT: Sight.OVERSIGHT,
    Role.COORDINATOR: Sight.NONE,
    Role.RECORDS_CLERK: Sight.OFFICE,
    Role.ADMINISTRATOR: Sight.NONE,
}

SEES_NO_CASE: Final = frozenset(role for role, sight in SIGHT_OF.items() if sight is Sight.NONE)

LONGEST_DELEGATION_DAYS: Final = 366  # house default: a delegation is for a time

# One person alone lets nobody in: such a post waits for the head or another administrator. Of an administrator too, or a
# second account of one's own would be that second person.
NEEDS_CONFIRMATION: Final = frozenset(Role) - {Role.COORDINATOR}
CONFIRMERS: Final = (Role.HEAD, Role.ADMINISTRATOR)

# Those who can come to open a sealed identity must log in with a second factor.
NEEDS_SECOND_FACTOR: Final = frozenset({Role.HANDLER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY})


class Scope(StrEnum):
    """What a connected system may do through the API, always at its own agency. The registry is open to every token."""

    SUBMISSIONS_READ = "submissions:read"
    SUBMISSIONS_WRITE = "submissions:write"
    CASES_READ = "cases:read"
    DOCUMENTS_READ = "documents:read"
    RECEPTIONS_READ = "receptions:read"
    RECEPTIONS_WRITE = "receptions:write"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as acts and audit entries need it."""

    user_id: int  # 0: the system, -1: a citizen
    post_id: int
    name: str
    role: str  # a Role, "system" or "citizen"
    title: str
    agency_id: int
    agency_name: str
    agency_path: str
    acting_for: str = ""  # the head who delegated this post

    @property
    def name_on_record(self) -> str:
        """The name as the record keeps it: who acts for a head says for whom."""
        return f"{self.name} (được ủy quyền, thay {self.acting_for})"[:120] if self.acting_for else self.name

    def is_one_of(self, *roles: Role) -> bool:
        """Tell whether the actor holds one of the roles in the post acted from."""
        return self.role in roles


@dataclass(frozen=True, slots=True)
class ConnectedSystem:
    """Another system whose token is in force, as the API needs it."""

    client_id: int
    name: str
    scopes: frozenset[str]  # values of Scope
    agency_id: int
    agency_name: str
    agency_path: str


def may_administer(*, role: str) -> Verdict:
    """Whether a role manages accounts and agencies. Refused: not_administrator."""
    return ALLOWED if role == Role.ADMINISTRATOR else Refused("not_administrator")


def may_delegate(
    *, role: str, acting_for: str, is_deputy: bool, starts_on: date, ends_before: date, today: date, paper: str, overlaps: bool
) -> Verdict:  # fmt: skip
    """Whether a head may let a deputy act for them between two days; who acts for another delegates no further.

    Refused: only_head_delegates, delegation_not_further, only_deputy_acts, delegation_in_past, ends_before_start,
    delegation_too_long, delegation_paper_missing, delegation_overlaps
    """
    if role != Role.HEAD:
        return Refused("only_head_delegates")
    if acting_for:
        return Refused("delegation_not_further")
    if not is_deputy:
        return Refused("only_deputy_acts")
    if starts_on < today:
        return Refused("delegation_in_past")
    if ends_before <= starts_on:
        return Refused("ends_before_start", facts={"day": f"{starts_on:%d/%m/%Y}"})
    if (ends_before - starts_on).days > LONGEST_DELEGATION_DAYS:
        return Refused("delegation_too_long", facts={"days": str(LONGEST_DELEGATION_DAYS)})
    if not paper.strip():
        return Refused("delegation_paper_missing")
    return Refused("delegation_overlaps") if overlaps else ALLOWED


def may_confirm_post(*, role: str, waits: bool, gave: bool, holds: bool) -> Verdict:
    """Whether somebody may confirm or refuse a post. Refused: not_a_confirmer, post_not_waiting, own_gift, own_post_given.

    gave: the same person gave it; holds: it is their own
    """
    if role not in CONFIRMERS:
        return Refused("not_a_confirmer")
    if not waits:
        return Refused("post_not_waiting")
    if holds:
        return Refused("own_post_given")
    return Refused("own_gift") if gave else ALLOWED


def may_end_post(*, starts_on: date, ended_before: date | None, ends_before: date, own: bool) -> Verdict:
    """Whether a post may end on a day. Refused: own_post, post_already_ended, ends_before_start."""
    if own:
        return Refused("own_post")
    if ended_before is not None and ended_before <= ends_before:
        return Refused("post_already_ended", facts={"day": f"{ended_before:%d/%m/%Y}"})
    if ends_before <= starts_on:
        return Refused("ends_before_start", facts={"day": f"{starts_on:%d/%m/%Y}"})
    return ALLOWED
