"""Invented people: names put together from syllables, numbers that no office gives out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

# Families are real, or no name would read as Vietnamese; the second and third syllables are chosen so that no whole name
# of a public paper we know can come out (a test reads the plans). Frequent official names are left out on purpose.
FAMILIES: Final = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai",
    "Trương", "Lương", "Tô", "Tạ", "Cao", "Thái", "Quách", "Kiều", "Lục", "Nông", "Vi", "Giáp", "Doãn", "Khổng",
)  # fmt: skip
MIDDLES_OF_MEN: Final = ("Bá", "Khắc", "Thiện", "Đăng", "Nhật", "Gia", "Vĩnh", "Phúc", "Khởi", "Tường")
GIVEN_OF_MEN: Final = (
    "Khoan", "Thuận", "Lạc", "Đôn", "Khiêm", "Nhượng", "Thảnh", "Vượng", "Bền", "Chắc", "Hòa", "Sáng", "Tấn", "Quý", "Điềm",
    "Ngay", "Thật", "Mẫn", "Kiên", "Duyệt",
)  # fmt: skip
MIDDLES_OF_WOMEN: Final = ("Thị", "Diệu", "Ngọc", "Mộc", "Thùy", "Bích", "Tuyết", "Hạ", "Cẩm", "Nguyệt")
GIVEN_OF_WOMEN: Final = (
    "Thơm", "Lành", "Thảo", "Mận", "Nhài", "Sen", "Lựu", "Đào", "Cúc", "Duyên", "Thắm", "Nết", "Hiền", "Na", "Bưởi", "Vân",
    "Huệ", "Chín", "Tươi", "Mơ",
)  # fmt: skip
_STREETS: Final = (
    "Đồng Xanh",
    "Bến Cũ",
    "Chợ Mới",
    "Cầu Đá",
    "Giếng Làng",
    "Hàng Tre",
    "Ruộng Bậc",
    "Đồi Chè",
    "Vườn Ổi",
    "Lúa Vàng",
)
_OLDEST: Final = 82
_YOUNGEST: Final = 19


@dataclass(frozen=True, slots=True)
class Person:
    """A citizen of the demo."""

    name: str
    female: bool
    born_on: date
    number: str  # twelve digits; real ones begin with the code of a province, never with 000
    address: str
    phone: str

    @property
    def addressed(self) -> str:
        """As a letter speaks of the person: "ông Trần Bá Khoan"."""
        return f"{'bà' if self.female else 'ông'} {self.name}"


def invent_name(*, chance: Random, female: bool) -> str:
    """Return a name of three syllables."""
    family = chance.choice(FAMILIES)
    if female:
        return f"{family} {chance.choice(MIDDLES_OF_WOMEN)} {chance.choice(GIVEN_OF_WOMEN)}"
    return f"{family} {chance.choice(MIDDLES_OF_MEN)} {chance.choice(GIVEN_OF_MEN)}"


def can_be_invented(name: str) -> bool:
    """Tell whether a name could come out of the syllables above."""
    parts = name.split()
    if len(parts) != 3 or parts[0] not in FAMILIES:
        return False
    man = parts[1] in MIDDLES_OF_MEN and parts[2] in GIVEN_OF_MEN
    return man or (parts[1] in MIDDLES_OF_WOMEN and parts[2] in GIVEN_OF_WOMEN)


def invent_person(*, chance: Random, where: str, on: date) -> Person:
    """Return a grown-up living in `where` (such as "xã Bình Minh, tỉnh …") on a day."""
    female = chance.random() < 0.47  # roughly half; the book has no quota
    age_days = chance.randint(_YOUNGEST * 365, _OLDEST * 365)
    return Person(
        name=invent_name(chance=chance, female=female),
        female=female,
        born_on=on - timedelta(days=age_days),
        number=f"000{chance.randrange(10**9):09d}",
        address=f"Số {chance.randint(1, 260)}, {invent_hamlet(chance=chance)}, {where}",
        phone=f"0000 {chance.randrange(10**6):06d}",
    )


def invent_hamlet(*, chance: Random) -> str:
    """Return the name of a hamlet or residential group."""
    if chance.random() < 0.5:  # towns number their groups, villages name their hamlets
        return f"tổ dân phố {chance.randint(1, 24)}"
    return f"thôn {chance.choice(_STREETS)} {chance.randint(1, 6)}"


def invent_street(*, chance: Random) -> str:
    """Return the name of a road."""
    return f"đường {chance.choice(_STREETS)}"
