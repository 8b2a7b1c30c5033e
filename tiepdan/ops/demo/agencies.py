"""The agencies of the demo as plain rows, parents before children. Codes follow the layout of QĐ 20/2020 (reports §4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Final

from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.ops.demo.areas import Commune, Province

AGENCIES: Final = 150
TWO_TIERS_FROM: Final = date(2025, 7, 1)  # district level ends, communes and merged departments begin
_OLD: Final = date(2015, 1, 1)
_K: Final = AgencyKind
_L: Final = AgencyLevel


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """One agency to be added to the registry."""

    key: str  # handle inside the demo, such as "department:land"
    parent: str  # key of the parent, empty at the root
    name: str
    short_name: str
    kind: AgencyKind
    level: AgencyLevel
    code: str
    symbol: str = ""
    head_title: str = "Thủ trưởng"
    receives: bool = True
    area_code: str = ""
    address: str = ""
    phone: str = ""
    starts_on: date = _OLD
    ends_before: date | None = None
    commune: Commune | None = None  # of a commune's committee and its bodies


# key, name, symbol, title of the head
_DEPARTMENTS: Final = (
    ("home", "Sở Nội vụ", "SNV"),
    ("justice", "Sở Tư pháp", "STP"),
    ("finance", "Sở Tài chính", "STC"),
    ("trade", "Sở Công Thương", "SCT"),
    ("land", "Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("building", "Sở Xây dựng", "SXD"),
    ("science", "Sở Khoa học và Công nghệ", "SKHCN"),
    ("culture", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("education", "Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("health", "Sở Y tế", "SYT"),
    ("ethnic", "Sở Dân tộc và Tôn giáo", "SDTTG"),
)
_DEPARTMENT_BODIES: Final = (
    ("land", "Chi cục Quản lý đất đai", "CCQLĐĐ"),
    ("land", "Chi cục Bảo vệ môi trường", "CCBVMT"),
    ("land", "Chi cục Kiểm lâm", "CCKL"),
    ("land", "Chi cục Thủy lợi", "CCTL"),
    ("land", "Chi cục Chăn nuôi và Thú y", "CCCNTY"),
    ("land", "Chi cục Phát triển nông thôn", "CCPTNT"),
    ("building", "Chi cục Giám định xây dựng", "CCGĐXD"),
    ("trade", "Chi cục Quản lý thị trường", "CCQLTT"),
    ("health", "Chi cục Dân số", "CCDS"),
    ("health", "Chi cục An toàn vệ sinh thực phẩm", "CCATTP"),
    ("science", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "CCTĐC"),
)
_MINISTRIES: Final = (
    ("Bộ Nông nghiệp và Môi trường", "BNNMT"),
    ("Bộ Xây dựng", "BXD"),
    ("Bộ Nội vụ", "BNV"),
    ("Bộ Tài chính", "BTC"),
    ("Bộ Công an", "BCA"),
    ("Bộ Quốc phòng", "BQP"),
    ("Bộ Tư pháp", "BTP"),
    ("Bộ Y tế", "BYT"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT"),
)
_COMMUNE_BODIES: Final = (
    ("office", "Văn phòng HĐND và UBND", "VP", "Chánh Văn phòng"),
    ("economy", "Phòng Kinh tế", "PKT", "Trưởng phòng"),
    ("culture", "Phòng Văn hóa – Xã hội", "PVHXH", "Trưởng phòng"),
    ("service", "Trung tâm Phục vụ hành chính công", "TTPVHCC", "Giám đốc"),
)
_FORMER_DISTRICTS: Final = (
    "Bình Lộc",
    "Thanh Khê Thượng",
    "An Phước Đông",
    "Hòa Vang Trung",
    "Tân Lạc Hạ",
    "Phú Yên Nội",
)
_COMMUNES_WITH_BODIES: Final = 6


def plan_agencies(*, province: Province, chance: Random, total: int = AGENCIES) -> list[AgencyPlan]:
    """Return the agencies of a demo in `province`, the main commune first among the communes."""
    rows = [*_central(), *_provincial(province), *_outside_committee(province), *_former_districts(province, chance)]
    room = total - len(rows) - _COMMUNES_WITH_BODIES * len(_COMMUNE_BODIES)
    wards = [commune for commune in province.communes if commune.kind == "phường"] or list(province.communes)
    main = chance.choice(wards)
    others = [commune for commune in province.communes if commune.code != main.code]
    chosen = [main, *sorted(chance.sample(others, k=min(room - 1, len(others))), key=lambda commune: commune.code)]
    for place, commune in enumerate(chosen):
        rows += _commune(province, commune, serial=place + 1, bodies=place < _COMMUNES_WITH_BODIES)
    return [_reachable(row, province, place) for place, row in enumerate(rows)]


def _central() -> Iterator[AgencyPlan]:
    yield AgencyPlan(
        "government", "", "Chính phủ", "Chính phủ", _K.GOVERNMENT, _L.CENTRAL, "A01", "CP", "Thủ tướng", receives=False
    )  # one row, one line
    yield AgencyPlan(
        "inspectorate:central",
        "government",
        "Thanh tra Chính phủ",
        "Thanh tra Chính phủ",
        _K.INSPECTORATE,
        _L.CENTRAL,
        "G17",
        "TTCP",
        "Tổng Thanh tra",
    )
    yield AgencyPlan(
        "board:central",
        "inspectorate:central",
        "Ban Tiếp công dân Trung ương",
        "Ban TCD Trung ương",
        _K.RECEPTION_BOARD,
        _L.CENTRAL,
        "G17.05",
        "BTCDTW",
        "Trưởng ban",
    )
    for number, (name, symbol) in enumerate(_MINISTRIES, 1):
        yield AgencyPlan(
            f"ministry:{symbol}",
            "government",
            name,
            name,
            _K.MINISTRY,
            _L.CENTRAL,
            f"G{number:02d}",
            symbol,
            "Bộ trưởng",
        )


def _provincial(province: Province) -> Iterator[AgencyPlan]:
    root, name = f"H{province.code}", province.name
    level = _L.PROVINCE
    yield AgencyPlan(
        "province",
        "government",
        f"UBND tỉnh {name}",
        f"UBND tỉnh {name}",
        _K.PROVINCIAL_COMMITTEE,
        level,
        root,
        "UBND",
        "Chủ tịch",
        area_code=province.code,
    )
    yield AgencyPlan(
        "office:province",
        "province",
        f"Văn phòng UBND tỉnh {name}",
        "Văn phòng UBND tỉnh",
        _K.DEPARTMENT,
        level,
        f"{root}.01",
        "VPUB",
        "Chánh Văn phòng",
    )
    yield AgencyPlan(
        "inspectorate",
        "province",
        f"Thanh tra tỉnh {name}",
        "Thanh tra tỉnh",
        _K.INSPECTORATE,
        level,
        f"{root}.02",
        "TTr",
        "Chánh Thanh tra",
    )
    yield AgencyPlan(
        "board",
        "province",
        f"Ban Tiếp công dân tỉnh {name}",
        "Ban Tiếp công dân tỉnh",
        _K.RECEPTION_BOARD,
        level,
        f"{root}.01.01",
        "BTCD",
        "Trưởng ban",
    )
    for number, (key, title, symbol) in enumerate(_DEPARTMENTS, 3):
        yield AgencyPlan(
            f"department:{key}", "province", f"{title} tỉnh {name}", title, _K.DEPARTMENT, level,
            f"{root}.{number:02d}", symbol, "Giám đốc",
        )  # fmt: skip
    codes = {key: number for number, (key, _, _) in enumerate(_DEPARTMENTS, 3)}
    for number, (key, title, symbol) in enumerate(_DEPARTMENT_BODIES, 1):
        yield AgencyPlan(
            f"body:{symbol}", f"department:{key}", f"{title} tỉnh {name}", title, _K.DEPARTMENT_BODY, level,
            f"{root}.{codes[key]:02d}.{number:02d}", symbol, "Chi cục trưởng",
        )  # fmt: skip
    units = (
        ("registry", "department:land", "Văn phòng Đăng ký đất đai", "VPĐKĐĐ", "Giám đốc"),
        ("landfund", "department:land", "Trung tâm Phát triển quỹ đất", "TTPTQĐ", "Giám đốc"),
        ("hospital", "department:health", "Bệnh viện Đa khoa tỉnh", "BVĐK", "Giám đốc"),
        ("children", "department:health", "Bệnh viện Sản – Nhi tỉnh", "BVSN", "Giám đốc"),
        ("school", "department:education", "Trường Trung học phổ thông Chuyên tỉnh", "THPTC", "Hiệu trưởng"),
        ("college", "province", "Trường Cao đẳng Kỹ thuật – Nghiệp vụ", "CĐKTNV", "Hiệu trưởng"),
        ("projects", "province", "Ban Quản lý dự án đầu tư xây dựng tỉnh", "BQLDA", "Giám đốc"),
        ("zones", "province", "Ban Quản lý các khu công nghiệp tỉnh", "BQLKCN", "Trưởng ban"),
    )
    for number, (key, parent, title, symbol, head) in enumerate(units, 30):
        kind = _K.DEPARTMENT if key == "zones" else _K.PUBLIC_SERVICE_UNIT
        yield AgencyPlan(
            f"unit:{key}",
            parent,
            f"{title} {name}".replace("tỉnh tỉnh", "tỉnh"),
            title,
            kind,
            level,
            f"{root}.{number}",
            symbol,
            head,
        )
    for number, (key, title) in enumerate(
        (("water", "Công ty TNHH MTV Khai thác công trình thủy lợi"), ("supply", "Công ty TNHH MTV Cấp nước")), 1
    ):
        yield AgencyPlan(
            f"enterprise:{key}",
            "province",
            f"{title} {name}",
            title,
            _K.STATE_ENTERPRISE,
            level,
            f"XDN{number:02d}",
            "CTY",
            "Giám đốc",
        )
    yield AgencyPlan(
        "taskforce",
        "province",
        f"Tổ công tác tiếp công dân, xử lý tình huống tỉnh {name}",
        "Tổ công tác tiếp công dân",
        _K.TASK_FORCE,
        level,
        "XTCT01",
        "TCT",
        "Tổ trưởng",
        receives=False,
    )


def _outside_committee(province: Province) -> Iterator[AgencyPlan]:
    name = province.name
    rows = (
        ("police", "ministry:BCA", "Công an tỉnh", _K.POLICE, "CAT", "Giám đốc"),
        ("army", "ministry:BQP", "Bộ Chỉ huy Quân sự tỉnh", _K.ARMY, "BCH", "Chỉ huy trưởng"),
        ("border", "army", "Ban Chỉ huy Bộ đội Biên phòng tỉnh", _K.BORDER_GUARD, "BĐBP", "Chỉ huy trưởng"),
        ("tax", "ministry:BTC", "Thuế tỉnh", _K.MINISTRY_BODY, "CT", "Trưởng Thuế tỉnh"),
        ("insurance", "ministry:BTC", "Bảo hiểm xã hội tỉnh", _K.MINISTRY_BODY, "BHXH", "Giám đốc"),
        ("enforcement", "ministry:BTP", "Thi hành án dân sự tỉnh", _K.MINISTRY_BODY, "THADS", "Trưởng Thi hành án"),
        ("party", "", "Tỉnh ủy", _K.PARTY_BODY, "TU", "Bí thư"),
        ("party:office", "party", "Văn phòng Tỉnh ủy", _K.PARTY_BODY, "VPTU", "Chánh Văn phòng"),
        ("party:control", "party", "Ủy ban Kiểm tra Tỉnh ủy", _K.PARTY_BODY, "UBKTTU", "Chủ nhiệm"),
        ("party:internal", "party", "Ban Nội chính Tỉnh ủy", _K.PARTY_BODY, "BNCTU", "Trưởng ban"),
        ("party:organisation", "party", "Ban Tổ chức Tỉnh ủy", _K.PARTY_BODY, "BTCTU", "Trưởng ban"),
        ("council", "", "Hội đồng nhân dân tỉnh", _K.ELECTED_BODY, "HĐND", "Chủ tịch"),
        ("deputies", "", "Đoàn đại biểu Quốc hội tỉnh", _K.ELECTED_BODY, "ĐĐBQH", "Trưởng đoàn"),
        ("front", "", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", _K.FRONT_OR_UNION, "MTTQ", "Chủ tịch"),
        ("farmers", "front", "Hội Nông dân tỉnh", _K.FRONT_OR_UNION, "HND", "Chủ tịch"),
        ("labour", "front", "Liên đoàn Lao động tỉnh", _K.FRONT_OR_UNION, "LĐLĐ", "Chủ tịch"),
        ("court", "", "Tòa án nhân dân tỉnh", _K.COURT, "TA", "Chánh án"),
        ("court:area", "court", "Tòa án nhân dân khu vực 1 –", _K.COURT, "TAKV1", "Chánh án"),
        ("procuracy", "", "Viện kiểm sát nhân dân tỉnh", _K.PROCURACY, "VKS", "Viện trưởng"),
        ("procuracy:area", "procuracy", "Viện kiểm sát nhân dân khu vực 1 –", _K.PROCURACY, "VKSKV1", "Viện trưởng"),
        ("audit", "", "Kiểm toán nhà nước khu vực phụ trách tỉnh", _K.STATE_AUDIT, "KV", "Kiểm toán trưởng"),
        ("press", "", "Báo và Phát thanh, Truyền hình", _K.PRESS, "BPTTH", "Tổng Biên tập"),
    )
    for number, (key, parent, title, kind, symbol, head) in enumerate(rows, 1):
        yield AgencyPlan(
            key, parent, f"{title} {name}", title.rstrip(" –"), kind, _L.PROVINCE, f"X{number:03d}", symbol, head,
            area_code=province.code,
        )  # fmt: skip


def _former_districts(province: Province, chance: Random) -> Iterator[AgencyPlan]:
    """Districts are gone from the lists of areas, so their names are invented."""
    for number, name in enumerate(sorted(chance.sample(_FORMER_DISTRICTS, k=4)), 1):
        yield AgencyPlan(
            f"district:{number}", "province", f"UBND huyện {name}", f"UBND huyện {name}", _K.DISTRICT_COMMITTEE, _L.DISTRICT,
            f"H{province.code}.{80 + number}", "UBND", "Chủ tịch", ends_before=TWO_TIERS_FROM,
        )  # fmt: skip


def _commune(province: Province, commune: Commune, *, serial: int, bodies: bool) -> Iterator[AgencyPlan]:
    code = f"H{province.code}.{100 + serial}"
    name = f"UBND {commune.full_name}"
    key = "commune" if serial == 1 else f"commune:{serial}"
    first = AgencyPlan(
        key, "province", name, name, _K.COMMUNE_COMMITTEE, _L.COMMUNE, code, "UBND", "Chủ tịch",
        area_code=commune.code, commune=commune,
    )  # fmt: skip
    yield first
    if not bodies:
        return
    for number, (suffix, title, symbol, head) in enumerate(_COMMUNE_BODIES, 1):
        yield AgencyPlan(
            f"{key}/{suffix}", key, f"{title} {commune.full_name}", title, _K.COMMUNE_BODY, _L.COMMUNE, f"{code}.{number:02d}",
            symbol, head, receives=suffix == "service", area_code=commune.code, commune=commune,
        )  # fmt: skip


def _reachable(row: AgencyPlan, province: Province, place: int) -> AgencyPlan:
    """Give an address, and a telephone number that no exchange gives out (it begins with 0000)."""
    where = row.commune.full_name if row.commune else "phường trung tâm"
    head = row.head_title
    if row.kind in {_K.PROVINCIAL_COMMITTEE, _K.COMMUNE_COMMITTEE, _K.DISTRICT_COMMITTEE}:
        head = f"{head} {row.short_name}"
    area = "Hà Nội" if row.level == _L.CENTRAL else f"{where}, tỉnh {province.name}"
    return replace(
        row, head_title=head[:80], address=f"Số {place % 90 + 1}, đường Dân Chủ, {area}", phone=f"0000 {place:03d} 000"
    )
