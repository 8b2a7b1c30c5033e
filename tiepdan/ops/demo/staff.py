"""Who works where in the demo, as plain rows: every role at five agencies, four people at every other."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.ops.demo.agencies import AgencyPlan
from tiepdan.ops.demo.people import invent_name

PASSWORD: Final = "demo-tiepdan-2026"  # noqa: S105 # printed on purpose; a demo listens on loopback only
_FULL: Final = {
    "commune": "xa",
    "province": "tinh",
    "department:land": "so",
    "inspectorate": "thanhtra",
    "board": "bantcd",
}
_WORDS: Final[dict[Role, tuple[str, str]]] = {
    Role.RECEPTION_OFFICER: ("tiepdan", "Cán bộ tiếp công dân"),
    Role.PROCESSING_OFFICER: ("xuly", "Chuyên viên xử lý đơn"),
    Role.HANDLER: ("thuly", "Chuyên viên thụ lý, xác minh"),
    Role.HEAD: ("thutruong", ""),
    Role.DEPUTY: ("capho", ""),
    Role.OVERSIGHT: ("giamsat", "Thanh tra viên theo dõi, đôn đốc"),
    Role.COORDINATOR: ("dieuphoi", "Chuyên viên điều phối kế hoạch"),
    Role.RECORDS_CLERK: ("vanthu", "Văn thư"),
    Role.ADMINISTRATOR: ("quantri", "Quản trị người dùng"),
}
_USUAL: Final = (Role.HEAD, Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER)
_INSPECTING: Final = frozenset({"inspectorate", "board"})


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One person with one post."""

    agency: str  # key of the agency
    role: Role
    username: str
    name: str
    title: str
    logs_in: bool  # has the demo password


def plan_staff(*, agencies: list[AgencyPlan], chance: Random) -> list[StaffPlan]:
    """Return everybody who works in the demo, agency by agency."""
    return [row for agency in agencies for row in _staff_of(agency, chance)]


def _staff_of(agency: AgencyPlan, chance: Random) -> list[StaffPlan]:
    short = _FULL.get(agency.key)
    roles: list[Role] = list(_USUAL)
    if short:
        roles = [role for role in Role if role is not Role.OVERSIGHT or agency.key in _INSPECTING]
        roles.append(Role.HANDLER)  # a second one, for verification and for conflicts of interest
    rows, seen = [], set[Role]()
    for role in roles:
        word, title = _WORDS[role]
        place = short or agency.code.lower()
        username = f"{word}{'2' if role in seen else ''}.{place}"
        seen.add(role)
        name = invent_name(chance=chance, female=chance.random() < 0.4)
        rows.append(StaffPlan(agency.key, role, username, name, title or _title(agency, role), logs_in=bool(short)))
    return rows


def _title(agency: AgencyPlan, role: Role) -> str:
    if role is Role.HEAD:
        return agency.head_title
    return f"Phó {agency.head_title}"
