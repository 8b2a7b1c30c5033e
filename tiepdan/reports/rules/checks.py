"""Checks of statistical forms: reading `c1 = c2 + c3` and finding the figures that break it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_SIDES: Final = re.compile(r"^(?P<left>\S+) (?P<sign>=|<=|>=) (?P<right>.+)$")
_TERM: Final = re.compile(r"^(?:(?P<times>\d+) \* )?(?P<name>(?:\d{2}/[A-Z]+\.)?c\d+)$")
Figures = Mapping[str, Mapping[int, int]]  # number of the form -> column -> figure


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison between sums of columns."""

    text: str
    printed: bool  # stands in the notes of the form; otherwise a consistency test of the house
    left: str
    sign: str  # =, <=, >=
    right: tuple[tuple[int, str], ...]  # (times, column)

    @property
    def names(self) -> tuple[str, ...]:
        """Every column named, such as c6 or 02/XLD.c6."""
        return (self.left, *(name for _, name in self.right))


def parse_check(*, text: str, printed: bool) -> Check | None:
    """Read a check; None when it is none.

    Example:
    >>> parse_check(text="c9 >= 5 * c8", printed=False).right
    ((5, 'c8'),)
    """
    sides = _SIDES.match(text)
    if sides is None or _TERM.match(sides["left"]) is None:
        return None
    terms = [_TERM.match(part) for part in sides["right"].split(" + ")]
    right = tuple((int(term["times"] or 1), term["name"]) for term in terms if term is not None)
    if len(right) != len(terms):
        return None
    return Check(text=text, printed=printed, left=sides["left"], sign=sides["sign"], right=right)


def column_of(name: str) -> tuple[str, int]:
    """Return the form (empty: the own) and the column of a name.

    Example:
    >>> column_of("02/XLD.c6")
    ('02/XLD', 6)
    """
    form, _, column = name.rpartition(".")
    return form, int(column.removeprefix("c"))


def broken_checks(*, number: str, checks: tuple[Check, ...], figures: Figures) -> list[Check]:
    """Return the checks that the figures of a form break; a check against a form that is not given is passed over.

    Rule: reports §3.8
    """
    return [check for check in checks if not _holds(check, number, figures)]


def _holds(check: Check, number: str, figures: Figures) -> bool:
    values = {}
    for name in check.names:
        form, column = column_of(name)
        row = figures.get(form or number)
        if row is None:
            return True
        values[name] = row.get(column, 0)
    left, right = values[check.left], sum(times * values[name] for times, name in check.right)
    return left == right if check.sign == "=" else left <= right if check.sign == "<=" else left >= right
