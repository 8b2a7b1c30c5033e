"""What a guard is, and the two ways to write one: a row of a table, or a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tiepdan.cases.rules.procedure import Ground, GuardCall
from tiepdan.cases.rules.situation import Role, Situation
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

FACT_NOT_RECORDED: Final = "fact_not_recorded"


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a guard may look at."""

    situation: Situation
    role: Role | None  # None: asked for nobody in particular
    today: date | None  # None: asked for no particular day
    grounds: Mapping[str, tuple[Ground, ...]]  # lists of the procedure in force
    call: GuardCall

    def refused(self, code: str, rule: str, **facts: str) -> Refused:
        """Build a refusal."""
        return Refused(code=code, rule=rule, facts=facts)


Check = Callable[[Question], Verdict]


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition under its name."""

    name: str
    rule: str  # row of the law page it stands for
    codes: tuple[str, ...]  # refusals it can give
    check: Check
    settings: tuple[str, ...] = ()  # names a call must give, no more, no fewer
    asks: str = ""  # field the officer fills while acting; until then acts are offered


def guard(
    *, rule: str, codes: tuple[str, ...], settings: tuple[str, ...] = (), asks: str = ""
) -> Callable[[Check], Guard]:
    """Make a guard of a check, under the name of its function."""

    def make(check: Check) -> Guard:
        return Guard(name=check.__name__, rule=rule, codes=codes, check=check, settings=settings, asks=asks)

    return make


@dataclass(frozen=True, slots=True)
class FactGuard:
    """A condition that is one recorded yes or no: unknown refuses with FACT_NOT_RECORDED."""

    name: str
    fact: str  # field of Situation
    wants: bool
    code: str  # refusal when the fact is the other way
    fact_vi: str  # the question an officer must answer, for the sentence on screen
    rule: str


def guard_of(*, row: FactGuard) -> Guard:
    """Make a guard of a row of the table."""
    return Guard(name=row.name, rule=row.rule, codes=(row.code, FACT_NOT_RECORDED), check=_check_of(row))


def _check_of(row: FactGuard) -> Check:
    def check(question: Question) -> Verdict:
        value = getattr(question.situation, row.fact)
        if value is None:
            return question.refused(FACT_NOT_RECORDED, row.rule, fact=row.fact, question=row.fact_vi)
        return ALLOWED if value is row.wants else question.refused(row.code, row.rule)

    return check
