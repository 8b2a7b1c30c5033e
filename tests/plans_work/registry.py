"""Registries that a plan can be matched to: a province with departments and communes, with districts before 01/07/2025."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests import factories
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel

_K, _L = AgencyKind, AgencyLevel
TWO_TIERS_FROM = date(2025, 7, 1)
_DEPARTMENTS = (
    ("Sở Nội vụ", _K.DEPARTMENT), ("Sở Tư pháp", _K.DEPARTMENT), ("Sở Tài chính", _K.DEPARTMENT),
    ("Sở Xây dựng", _K.DEPARTMENT), ("Sở Nông nghiệp và Môi trường", _K.DEPARTMENT),
    ("Sở Văn hóa, Thể thao và Du lịch", _K.DEPARTMENT), ("Văn phòng UBND tỉnh", _K.DEPARTMENT),
    ("Thanh tra tỉnh", _K.INSPECTORATE), ("Ban Tiếp công dân tỉnh", _K.RECEPTION_BOARD), ("Công an tỉnh", _K.POLICE),
    ("Bộ Chỉ huy Quân sự tỉnh", _K.ARMY), ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", _K.BORDER_GUARD),
    ("Ủy ban MTTQ Việt Nam tỉnh", _K.FRONT_OR_UNION), ("Hội Nông dân tỉnh", _K.FRONT_OR_UNION),
    ("Tỉnh ủy", _K.PARTY_BODY), ("Ban Nội chính Tỉnh ủy", _K.PARTY_BODY), ("Văn phòng Tỉnh ủy", _K.PARTY_BODY),
    ("Ủy ban Kiểm tra Tỉnh ủy", _K.PARTY_BODY), ("Hội đồng nhân dân tỉnh", _K.ELECTED_BODY),
    ("Tòa án nhân dân tỉnh", _K.COURT), ("Viện kiểm sát nhân dân tỉnh", _K.PROCURACY),
)  # fmt: skip
_UNDER_COMMITTEE = (
    ("Văn phòng HĐND và UBND", _K.COMMUNE_BODY), ("Công an", _K.POLICE), ("Phòng Kinh tế, Hạ tầng và Đô thị", _K.COMMUNE_BODY),
    ("Đảng ủy", _K.PARTY_BODY), ("Hội đồng nhân dân", _K.ELECTED_BODY), ("Ủy ban MTTQ Việt Nam", _K.FRONT_OR_UNION),
)  # fmt: skip


@dataclass
class Realm:
    """A province of a day, with somebody at every agency."""

    on: date
    province: Agency
    agencies: dict[str, Agency] = field(default_factory=dict)  # by name
    coordinators: dict[int, Actor] = field(default_factory=dict)  # by agency
    heads: dict[int, Actor] = field(default_factory=dict)

    def coordinator(self, agency: Agency) -> Actor:
        """Return who coordinates plans there; the post is made when it is first asked for."""
        if agency.pk not in self.coordinators:
            self.coordinators[agency.pk] = factories.post(Role.COORDINATOR, agency)
        return self.coordinators[agency.pk]

    def head(self, agency: Agency) -> Actor:
        """Return who heads it."""
        if agency.pk not in self.heads:
            self.heads[agency.pk] = factories.post(Role.HEAD, agency)
        return self.heads[agency.pk]


def realm(*, on: date, province: str = "Hồng Sơn", units: tuple[str, ...] = ()) -> Realm:
    """Build the registry of a province as it was on a day.

    units: communes (from 01/07/2025) or districts (before) as "xã An Hòa"; three invented ones when none are named
    """
    top = factories.agency(
        f"UBND tỉnh {province}", kind=_K.PROVINCIAL_COMMITTEE, level=_L.PROVINCE, starts_on=date(2015, 1, 1)
    )
    made = Realm(on, top, {top.name: top})
    for name, kind in _DEPARTMENTS:
        _add(made, name, kind, _L.PROVINCE, top)
    two_tiers = on >= TWO_TIERS_FROM
    named = units or (
        ("xã An Hòa", "xã Bình Minh", "phường Hoa Sen") if two_tiers else ("huyện Bình Minh", "thành phố Hoa Sen")
    )
    for unit in named:
        level = _L.COMMUNE if two_tiers else _L.DISTRICT
        kind = _K.COMMUNE_COMMITTEE if two_tiers else _K.DISTRICT_COMMITTEE
        seat = _add(made, f"UBND {unit}", kind, level, top)
        for name, below in _UNDER_COMMITTEE:
            _add(
                made,
                f"{name} {unit}" if below is not _K.COMMUNE_BODY else name,
                below,
                level,
                seat,
                key=f"{name} {unit}",
            )
        if not two_tiers:
            for name in ("Thanh tra", "Ban Tiếp công dân"):
                _add(
                    made, f"{name} {unit}", _K.INSPECTORATE if name == "Thanh tra" else _K.RECEPTION_BOARD, level, seat
                )
            for commune in ("xã An Hòa", "thị trấn Sao Mai"):
                below_seat = _add(
                    made, f"UBND {commune}", _K.COMMUNE_COMMITTEE, _L.COMMUNE, seat, key=f"{commune} {unit}"
                )
                _add(made, f"Công an {commune}", _K.POLICE, _L.COMMUNE, below_seat, key=f"Công an {commune} {unit}")
    return made


def _add(made: Realm, name: str, kind: AgencyKind, level: AgencyLevel, parent: Agency, *, key: str = "") -> Agency:
    agency = factories.agency(name, kind=kind, level=level, parent=parent, starts_on=date(2015, 1, 1))
    made.agencies[key or name] = agency
    return agency
