"""The real names of one province and its communes, as they are since 01/07/2025. Facts of the State, read as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final

from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH

_PROVINCE: Final = "tỉnh"
_FEWEST_COMMUNES: Final = 40  # the smallest province that still fills the registry


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, ward or special zone."""

    code: str  # five digits
    kind: str  # "xã", "phường" or "đặc khu"
    name: str  # without its kind

    @property
    def full_name(self) -> str:
        """As written inside a sentence: "xã Bình Minh"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Province:
    """A province and its communes in the order of their codes."""

    code: str  # two digits
    name: str
    phone_code: int
    communes: tuple[Commune, ...]


@lru_cache(maxsize=1)
def list_provinces() -> tuple[Province, ...]:
    """List the provinces that a demo can be set in; cities under the Government are left out, they are built otherwise."""
    stored = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text(encoding="utf-8"))
    found = []
    for row in stored:
        communes = tuple(
            Commune(
                code=f"{ward['code']:05d}",
                kind=ward["division_type"],
                name=ward["name"][len(ward["division_type"]) :].strip(),
            )
            for ward in sorted(row["wards"], key=lambda ward: int(ward["code"]))
        )
        if row["division_type"] == _PROVINCE and len(communes) >= _FEWEST_COMMUNES:
            found.append(Province(f"{row['code']:02d}", row["name"], row["phone_code"], communes))
    return tuple(found)


def choose_province(*, chance: Random) -> Province:
    """Choose the province of a demo."""
    return chance.choice(list_provinces())
