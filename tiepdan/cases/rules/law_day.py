"""Which version of a procedure applies to a case that straddles a change of the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tiepdan.cases.rules.loading import all_procedures
from tiepdan.cases.rules.procedure import Confidence, Procedure, ProcedureKind
from tiepdan.infra.errors import TiepdanError

REFORM_ON: Final = date(2026, 7, 1)  # Law 136/2025 and its three decrees

COMPLAINTS: Final = frozenset(
    {ProcedureKind.FIRST_COMPLAINT, ProcedureKind.SECOND_COMPLAINT, ProcedureKind.DISCIPLINARY_COMPLAINT}
)


class NoProcedureInForce(TiepdanError):
    """No version of the procedure is encoded for the day; the text says from when one is."""


@dataclass(frozen=True, slots=True)
class LawDay:
    """The day whose version of a procedure applies, and why."""

    day: date
    rule: str  # TR-1 … TR-4; empty: nothing straddles
    confidence: Confidence


def procedure_for(*, kind: ProcedureKind, on: date) -> Procedure:
    """Return the version of a procedure in force on a day.

    Raises NoProcedureInForce: the law of that day is not encoded
    """
    versions = [procedure for procedure in all_procedures() if procedure.kind is kind]
    for version in versions:
        if version.starts_on <= on and (version.ends_before is None or on < version.ends_before):
            return version
    first = versions[0].starts_on
    raise NoProcedureInForce(
        f"Chưa có quy trình {versions[0].title_vi.lower()} cho ngày {on:%d/%m/%Y}; có từ ngày {first:%d/%m/%Y}."
    )


def law_day(
    *, kind: ProcedureKind, received_on: date, accepted_on: date | None, decided_on: date | None, today: date
) -> LawDay:
    """Say which day's procedure applies to the next act on a case.

    decided_on: settlement decision or conclusion issued.
    Acceptance limits follow the day of receipt and are the business of the deadline rules, not of this answer.
    Rule: TR-1, TR-2, TR-4
    """
    if received_on >= REFORM_ON or today < REFORM_ON:
        return LawDay(day=today, rule="", confidence=Confidence.VERIFIED)
    if accepted_on is not None and accepted_on < REFORM_ON:
        if decided_on is not None and decided_on < REFORM_ON:
            # Neither transition clause reaches a case already decided: its steps stay those of its time.
            return LawDay(day=decided_on, rule="TR-3", confidence=Confidence.UNVERIFIED)
        if kind in COMPLAINTS:
            return LawDay(day=today, rule="TR-1", confidence=Confidence.VERIFIED)
        if kind is ProcedureKind.DENUNCIATION:
            return LawDay(day=today, rule="TR-2", confidence=Confidence.VERIFIED)
        return LawDay(day=today, rule="TR-4", confidence=Confidence.UNVERIFIED)
    return LawDay(day=today, rule="TR-4", confidence=Confidence.UNVERIFIED)
