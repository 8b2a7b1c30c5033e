"""Every guard under its name. A procedure file may name these and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tiepdan.cases.rules.guards import computed
from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.guards.registry import Guard, guard_of

_ALL: Final = (
    *(guard_of(row=row) for row in FACT_GUARDS),
    *(value for value in vars(computed).values() if isinstance(value, Guard)),
)

GUARDS: Final[Mapping[str, Guard]] = {guard.name: guard for guard in _ALL}

if len(GUARDS) != len(_ALL):
    raise ValueError("two guards have the same name")
