"""The registry of the whole country around the demo's province: provinces, communes and their bodies, by real area names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from django.contrib.auth.hashers import make_password

from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, child_path
from tiepdan.infra.folding import fold
from tiepdan.ops.demo.areas import Province, list_provinces
from tiepdan.ops.demo.people import invent_name

_BODIES: Final = (
    ("Văn phòng HĐND và UBND", "VP", "Chánh Văn phòng"),
    ("Phòng Kinh tế", "PKT", "Trưởng phòng"),
    ("Phòng Văn hóa – Xã hội", "PVHXH", "Trưởng phòng"),
    ("Trung tâm Phục vụ hành chính công", "TTPVHCC", "Giám đốc"),
    ("Ban Chỉ huy Quân sự", "BCHQS", "Chỉ huy trưởng"),
    ("Trạm Y tế", "TYT", "Trưởng trạm"),
    ("Trung tâm Cung ứng dịch vụ sự nghiệp công", "TTDVSNC", "Giám đốc"),
)
_STAFF: Final = (
    (Role.HEAD, "thutruong", "Chủ tịch"),
    (Role.RECEPTION_OFFICER, "tiepdan", "Cán bộ tiếp công dân"),
    (Role.PROCESSING_OFFICER, "xuly", "Chuyên viên xử lý đơn"),
    (Role.HANDLER, "thuly", "Chuyên viên thụ lý, xác minh"),
)
_SINCE: Final = date(2025, 7, 1)
_BATCH: Final = 2000


@dataclass
class _Serial:
    """The next free step of a path: paths of siblings must differ, and ours follow all that are there."""

    number: int

    def next(self) -> int:
        self.number += 1
        return self.number


def fill_registry(*, total: int, seed: int) -> int:
    """Add provinces, communes with four people each, then bodies of communes until the registry holds `total` entries.

    Only for a demo. Returns how many entries there are.
    """
    there = Agency.objects.count()
    root = Agency.objects.get(parent__isnull=True, kind=AgencyKind.GOVERNMENT)
    known = set(Agency.objects.values_list("code", flat=True))
    serial = _Serial(there + 1000)
    provinces = [one for one in list_provinces() if f"H{one.code}" not in known]
    heads = [_province(one, root, serial) for one in provinces][: max(0, total - there)]
    Agency.objects.bulk_create(heads)
    communes = [row for one, above in zip(provinces, heads, strict=False) for row in _communes(one, above, serial)]
    communes = communes[: max(0, total - there - len(heads))]
    Agency.objects.bulk_create(communes, batch_size=_BATCH)
    _people(communes, Random(f"{seed} registry"))  # noqa: S311 # invented data must come out the same again
    bodies: list[Agency] = []
    missing = total - there - len(heads) - len(communes)
    for body in _all_bodies(communes, serial):
        if len(bodies) >= missing:
            break
        bodies.append(body)
    Agency.objects.bulk_create(bodies, batch_size=_BATCH)
    return Agency.objects.count()


def _province(province: Province, root: Agency, serial: _Serial) -> Agency:
    name = f"UBND tỉnh {province.name}"
    return _entry(
        name, name, AgencyKind.PROVINCIAL_COMMITTEE, AgencyLevel.PROVINCE, f"H{province.code}", root, serial, "UBND",
        f"Chủ tịch {name}", province.code,
    )  # fmt: skip


def _communes(province: Province, above: Agency, serial: _Serial) -> Iterator[Agency]:
    for place, commune in enumerate(province.communes, 101):
        name = f"UBND {commune.full_name}"
        yield _entry(
            name, name, AgencyKind.COMMUNE_COMMITTEE, AgencyLevel.COMMUNE, f"{above.code}.{place}", above, serial, "UBND",
            f"Chủ tịch {name}"[:80], commune.code,
        )  # fmt: skip


def _all_bodies(communes: list[Agency], serial: _Serial) -> Iterator[Agency]:
    for number, (title, symbol, head) in enumerate(_BODIES, 1):
        for commune in communes:
            yield _entry(
                f"{title} {commune.name.removeprefix('UBND ')}", title, AgencyKind.COMMUNE_BODY, AgencyLevel.COMMUNE,
                f"{commune.code}.{number:02d}", commune, serial, symbol, head, commune.area_code,
            )  # fmt: skip


def _entry(
    name: str, short: str, kind: AgencyKind, level: AgencyLevel, code: str, above: Agency, serial: _Serial, symbol: str,
    head: str, area: str,
) -> Agency:  # fmt: skip
    return Agency(
        code=code, name=name, short_name=short, folded_name=fold(name), kind=kind, level=level, parent=above,
        path=child_path(above.path, serial.next()), area_code=area, address="", phone="", symbol=symbol, head_title=head,
        receives=kind != AgencyKind.COMMUNE_BODY, starts_on=_SINCE,
    )  # fmt: skip


def _people(communes: list[Agency], chance: Random) -> None:
    """Four people at every commune; nobody can log in as them."""
    rows = [(commune, role, word, title) for commune in communes for role, word, title in _STAFF]
    users = User.objects.bulk_create(
        (
            User(
                username=f"{word}.{commune.code.lower()}", name=invent_name(chance=chance, female=chance.random() < 0.4),
                password=make_password(None),
            )
            for commune, _, word, _ in rows
        ),
        batch_size=_BATCH,
    )  # fmt: skip
    Post.objects.bulk_create(
        (
            Post(user=user, agency=commune, role=role, title=title, starts_on=_SINCE)
            for user, (commune, role, _, title) in zip(users, rows, strict=True)
        ),
        batch_size=_BATCH,
    )
