"""Facts of cases as tests want them: nothing stands in the way, unless a test says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.procedure import Act, GuardCall, Procedure
from tiepdan.cases.rules.situation import Absence, Situation, Withdrawal, WithdrawalForm

TODAY: Final = date(2026, 8, 14)

_FACT_OF: Final = {row.name: (row.fact, row.wants) for row in FACT_GUARDS}

# Facts that let a computed guard through, by its name.
_WANTS: Final[dict[str, dict[str, Any]]] = {
    "no_refusal_ground": {},
    "group_complete": {},
    "handled_elsewhere": {"guided_before": True},
    "keeping_period_over": {"filed_until": TODAY - timedelta(days=1)},
    "dialogue_if_differs": {"demand_differs": True, "dialogue_held": True},
    "dialogue_always": {"dialogue_held": True},
    "dialogue_notice_in_time": {"dialogue_on": TODAY + timedelta(days=9), "dialogue_notice_due_on": TODAY},
    "dialogue_day_reached": {"dialogue_on": TODAY},
    "dialogue_chair": {"dialogue_chair_in_person": False},
    "absent_without_reason": {"absence": Absence.WITHOUT_REASON},
    "absent_with_reason": {"absence": Absence.VALID_REASON},
    "withdrawn_whole": {"withdrawal": Withdrawal.WHOLE},
    "withdrawn_part": {"withdrawal": Withdrawal.PART},
    "withdrawal_by_petition": {"withdrawal_form": WithdrawalForm.PETITION},
    "withdrawal_on_paper": {"withdrawal_form": WithdrawalForm.MINUTES},
    "withdrawal_stops_case": {
        "signs_of_violation": False,
        "withdrawal_forced": False,
        "denunciation_abused": False,
    },
    "withdrawal_free": {"withdrawal_forced": False},
    "ended_otherwise_than_withdrawal": {"ended_by_withdrawal": False},
    "extension_available": {"complexity_criteria": 1, "extensions_used": 0},
    "council_heard": {"found_grounded": True, "council_proposed": True},
    "council_needed": {"found_grounded": True},
    "settlement_limit_passed": {"settlement_due_on": TODAY - timedelta(days=1)},
    "second_window_open": {"second_window_open": True},
    "window_shut_or_human": {"second_window_open": False},
    "effect_day_reached": {"effect_due_on": TODAY - timedelta(days=1)},
    "complexity_below": {"complexity_criteria": 0},
}


def facts_for(*, call: GuardCall) -> dict[str, Any]:
    """Return the facts that let one guard through."""
    if call.name in _FACT_OF:
        fact, wants = _FACT_OF[call.name]
        return {fact: wants}
    if call.name == "classified_as":
        return {"kind": call.setting("kind")}
    if call.name == "complexity_at_least":
        return {"complexity_criteria": call.setting("count")}
    return _WANTS[call.name]


def permissive_situation(*, procedure: Procedure, act: Act, state: str, previous: str = "") -> Situation:
    """Return facts under which an act is allowed from a state."""
    facts: dict[str, Any] = {}
    for call in act.guards:
        facts |= facts_for(call=call)
    grounds: frozenset[str] = frozenset()
    if act.grounds:
        grounds = frozenset({act.grounds[0].code})
        for call in act.grounds[0].guards:
            facts |= facts_for(call=call)
    return replace(
        Situation(),
        state=state,
        previous_state=previous or procedure.start.code,
        grounds=grounds,
        reason="theo hồ sơ",
        **facts,
    )
