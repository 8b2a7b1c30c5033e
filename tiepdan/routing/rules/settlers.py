"""From the words of a decision table to an agency: who in the tree is meant by "chairman of the province above"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiepdan.routing.rules.competence import SettlerRelation


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What of an agency the search needs."""

    id: int
    name: str
    kind: str  # an AgencyKind
    in_force: bool


@dataclass(frozen=True, slots=True)
class Settlers:
    """Who may be meant: one, several or none."""

    agencies: tuple[AgencyFacts, ...]
    designator: str = ""  # who names the settler when it is not exactly one


_SELF: Final = {SettlerRelation.SAME_HEAD, SettlerRelation.MANAGING_HEAD, SettlerRelation.FORMER_HEAD}
_ABOVE: Final = {
    SettlerRelation.DIRECT_SUPERIOR_HEAD,
    SettlerRelation.MANAGING_AGENCY_HEAD,
    SettlerRelation.FORMER_SUPERIOR_HEAD,
}
_KIND: Final = {
    SettlerRelation.COMMUNE_CHAIR: "commune_committee",
    SettlerRelation.DISTRICT_CHAIR: "district_committee",
    SettlerRelation.PROVINCE_CHAIR: "provincial_committee",
    SettlerRelation.PROVINCIAL_AGENCY_HEAD: "department",
    SettlerRelation.MINISTER: "ministry",
    SettlerRelation.PRIME_MINISTER: "government",
}
_DESIGNATOR: Final = {
    SettlerRelation.SUCCESSOR_COMMUNE_CHAIR: "Chủ tịch UBND cấp tỉnh (Luật 72/2025/QH15 Đ.54(8))",
    SettlerRelation.AGREED_OR_ASSIGNED: "các cơ quan thống nhất, nếu không thì cơ quan cấp trên trực tiếp giao (LTC Đ.41(2))",
    SettlerRelation.FIRST_TO_ACCEPT: "cơ quan thụ lý đầu tiên (LTC Đ.41(3))",
    SettlerRelation.DESIGNATED: "cơ quan có quyền chỉ định",
    SettlerRelation.AGENCY_OF_FIELD: "cơ quan có chức năng quản lý nhà nước về lĩnh vực (LTC Đ.41(1))",
    SettlerRelation.COURT_ONLY: "Tòa án, theo thủ tục tố tụng hành chính",
}
_WITHIN_PROVINCE: Final = "Chủ tịch UBND cấp tỉnh (LKN Đ.21(3))"
_ACROSS: Final = "Thủ tướng Chính phủ (LKN Đ.26(3))"


def find_settlers(*, relation: SettlerRelation, line: Sequence[AgencyFacts]) -> Settlers:
    """Return the agencies that a relation may mean.

    line: the agency complained about first, then each one above it, up to the root
    """
    if not line:
        return Settlers((), _DESIGNATOR.get(relation, _ACROSS))
    found: tuple[AgencyFacts, ...] = ()
    if relation in _SELF:
        found = (line[0],)
    elif relation in _ABOVE:
        found = tuple(line[1:2])
    elif relation in _KIND:
        found = tuple(agency for agency in line if agency.kind == _KIND[relation])[:1]
    alive = tuple(agency for agency in found if agency.in_force)
    if len(alive) == 1:
        return Settlers(alive)
    province = any(agency.kind == "provincial_committee" for agency in line)
    return Settlers(alive, _DESIGNATOR.get(relation, _WITHIN_PROVINCE if province else _ACROSS))
