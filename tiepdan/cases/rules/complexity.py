"""Large, complex, prolonged: legal measures of a case, never of a person. The seven criteria are in rules/procedures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from tiepdan.deadlines.groups import group_from
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file

_THRESHOLDS: Final = ("complex_from", "specially_complex_from")
_INSTEAD: Final = (
    "Write {name: complex_from, of: complaint, row: KN-7, criteria: 1, starts_on: 2026-07-01, source: …,"
    " confidence: verified}"
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the seven criteria of complexity."""

    code: str
    title_vi: str


@dataclass(frozen=True, slots=True)
class Measures:
    """How large, complex and late a case is."""

    is_large: bool
    is_complex: bool
    is_specially_complex: bool  # denunciations only have a consequence for it (TC-8)
    days_late: int  # calendar days past the rolled end of the limit, 0 if in time


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many criteria the law asks for one degree, from a day on."""

    name: str  # complex_from, specially_complex_from
    of: str  # complaint, denunciation
    row: str  # KN-7, TC-7, TC-8
    criteria: int
    starts_on: date
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many criteria make a case complex."""

    complex_from: int
    specially_complex_from: int
    rows: tuple[Threshold, ...] = ()


def load_thresholds(*, path: Path) -> Thresholds:
    """Read how many criteria are needed, each with row, source and first day.

    Raises RuleFileError: a threshold without its source or day, not both degrees, the second not larger. Rule: KN-7, TC-7, TC-8
    """
    source = read_rule_file(path=path)
    given = source.data if isinstance(source.data, dict) else {}
    try:
        rows = tuple(
            Threshold(**{**one, "starts_on": date.fromisoformat(str(one["starts_on"]))}) for one in given["thresholds"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise source.error(
            where=("thresholds",), problem=f"a number of criteria without row, source, first day or confidence ({error})",
            instead=_INSTEAD,
        ) from error  # fmt: skip
    found = [max((one.criteria for one in rows if one.name == name), default=0) for name in _THRESHOLDS]
    if not 0 < found[0] < found[1] or any(not one.source.strip() for one in rows):
        raise source.error(where=("thresholds",), problem="no two numbers of criteria", instead=_INSTEAD)
    return Thresholds(found[0], found[1], rows)


def load_criteria(*, path: Path) -> tuple[Criterion, ...]:
    """Read the criteria of a complexity file.

    Raises RuleFileError: the file does not hold seven criteria with code and title
    Rule: complaints §1.6
    """
    source = read_rule_file(path=path)
    rows = source.data.get("criteria", []) if isinstance(source.data, dict) else []
    if len(rows) != 7 or len({row["code"] for row in rows}) != 7:
        raise source.error(where=("criteria",), problem="not seven criteria", instead="Write the seven of the decrees")
    return tuple(Criterion(code=row["code"], title_vi=row["title_vi"]) for row in rows)


@cache
def thresholds() -> Thresholds:
    """Return how many criteria the program's rules folder asks."""
    return load_thresholds(path=rules_path() / "procedures" / "complexity.yaml")


@cache
def criteria() -> tuple[Criterion, ...]:
    """List the seven criteria of the program's rules folder."""
    return load_criteria(path=rules_path() / "procedures" / "complexity.yaml")


def is_complex(*, found: Collection[str]) -> bool:
    """Say whether a case is complex: as many criteria as the rules ask. Rule: KN-7, TC-7"""
    return _count(found) >= thresholds().complex_from


def is_specially_complex(*, found: Collection[str]) -> bool:
    """Say whether a denunciation is specially complex: as many criteria as the rules ask. Rule: TC-8"""
    return _count(found) >= thresholds().specially_complex_from


def measures_of(
    *, people: int, found: Collection[str], due_on: date | None, ended_on: date | None, today: date
) -> Measures:
    """Measure a case.

    found: codes of criteria recorded in the file.
    due_on: rolled end of the settlement limit; ended_on: day of the decision or conclusion, None while open.
    Rule: PA-7, complaints §1.6
    """
    last = ended_on or today
    return Measures(
        is_large=people >= group_from(on=today),
        is_complex=is_complex(found=found),
        is_specially_complex=is_specially_complex(found=found),
        days_late=max((last - due_on).days, 0) if due_on else 0,
    )


def _count(found: Collection[str]) -> int:
    known = {criterion.code for criterion in criteria()}
    unknown = set(found) - known
    if unknown:
        raise ValueError(f"unknown criteria of complexity: {sorted(unknown)}")
    return len(set(found))
