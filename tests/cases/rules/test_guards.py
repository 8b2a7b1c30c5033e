"""Every guard with its refusals, as tables: facts, verdict code. Rules are those of the guards' rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.rules.people import TODAY, facts_for
from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.cases.rules.guards.facts import FACT_GUARDS
from tiepdan.cases.rules.guards.registry import FACT_NOT_RECORDED, FactGuard, Question
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.procedure import GuardCall, ProcedureKind
from tiepdan.cases.rules.refusals import refusal_text, refusals
from tiepdan.cases.rules.situation import Absence, Role, Situation, Withdrawal, WithdrawalForm
from tiepdan.infra.verdict import Refused, Verdict

ENGINE_CODES = {
    "unknown_act",
    "case_closed",
    "wrong_state",
    "wrong_role",
    "previous_state_unknown",
    "ground_missing",
    "reason_missing",
}
SETTINGS: dict[str, tuple[tuple[str, str | int], ...]] = {
    "no_refusal_ground": (("list", "complaint_refusal"),),
    "classified_as": (("kind", "complaint"),),
    "complexity_at_least": (("count", 1),),
    "complexity_below": (("count", 2),),
}


def _ask(guard: str, facts: dict[str, Any], role: Role = Role.HEAD) -> Verdict:
    procedure = procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=TODAY)
    call = GuardCall(name=guard, settings=SETTINGS.get(guard, ()))
    question = Question(
        situation=replace(Situation(), **facts), role=role, today=TODAY, grounds=procedure.grounds, call=call
    )
    return GUARDS[guard].check(question)


def _code(verdict: Verdict) -> str:
    return verdict.code if isinstance(verdict, Refused) else ""


@pytest.mark.parametrize("row", FACT_GUARDS, ids=lambda row: row.name)
def test_a_yes_or_no_guard_allows_one_answer_and_refuses_the_other_and_the_unknown(row: FactGuard) -> None:
    assert _code(_ask(row.name, {row.fact: row.wants})) == ""
    assert _code(_ask(row.name, {row.fact: not row.wants})) == row.code
    assert _code(_ask(row.name, {})) == FACT_NOT_RECORDED


TABLE: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("no_refusal_ground", {"grounds": frozenset({"in_court"})}, "refusal_ground_found"),
    ("no_refusal_ground", {"grounds": frozenset({"all_withdrawn"})}, ""),
    # PA-7, PA-8: four are no group; 5-10 have one or two representatives; more than ten at most five
    ("group_complete", {"complainants": 4}, ""),
    ("group_complete", {"complainants": 5}, "group_signatures_missing"),
    ("group_complete", {"complainants": 5, "signatures_complete": True}, "group_representatives_missing"),
    ("group_complete", {"complainants": 10, "signatures_complete": True, "representatives": 2}, ""),
    (
        "group_complete",
        {"complainants": 10, "signatures_complete": True, "representatives": 3},
        "too_many_representatives",
    ),
    ("group_complete", {"complainants": 11, "signatures_complete": True, "representatives": 5}, ""),
    (
        "group_complete",
        {"complainants": 11, "signatures_complete": True, "representatives": 6},
        "too_many_representatives",
    ),
    ("classified_as", {}, FACT_NOT_RECORDED),
    ("classified_as", {"kind": "denunciation"}, "wrong_kind"),
    ("handled_elsewhere", {}, "still_to_be_forwarded"),
    ("handled_elsewhere", {"sent_to_competent_body": True}, ""),
    ("keeping_period_over", {}, FACT_NOT_RECORDED),
    ("keeping_period_over", {"filed_until": TODAY}, "keeping_period_running"),
    # complaints §3.2/9: compulsory only if demand and findings still differ
    ("dialogue_if_differs", {}, FACT_NOT_RECORDED),
    ("dialogue_if_differs", {"demand_differs": True}, "dialogue_required"),
    ("dialogue_if_differs", {"demand_differs": False}, ""),
    ("dialogue_if_differs", {"demand_differs": True, "absence": Absence.WITHOUT_REASON}, ""),
    ("dialogue_if_differs", {"demand_differs": True, "absence": Absence.VALID_REASON}, "dialogue_required"),
    # complaints §3.3: always
    ("dialogue_always", {"demand_differs": False}, "dialogue_always_required"),
    ("dialogue_always", {"absence": Absence.VALID_REASON}, "dialogue_always_required"),
    # KN-9: the last lawful day itself is still in time
    ("dialogue_notice_in_time", {}, "dialogue_date_missing"),
    (
        "dialogue_notice_in_time",
        {"dialogue_on": date(2026, 8, 18), "dialogue_notice_due_on": date(2026, 8, 13)},
        "dialogue_notice_late",
    ),
    ("dialogue_day_reached", {"dialogue_on": date(2026, 8, 15)}, "dialogue_day_not_reached"),
    ("dialogue_day_reached", {}, "dialogue_date_missing"),
    ("absent_without_reason", {}, "absence_not_recorded"),
    ("absent_without_reason", {"absence": Absence.VALID_REASON}, "absence_had_valid_reason"),
    ("absent_with_reason", {}, "absence_not_recorded"),
    ("absent_with_reason", {"absence": Absence.WITHOUT_REASON}, "absence_had_no_valid_reason"),
    # PA-13, PA-14
    ("withdrawn_whole", {}, "nothing_withdrawn"),
    ("withdrawn_whole", {"withdrawal": Withdrawal.PART}, "withdrawn_only_in_part"),
    ("withdrawn_whole", {"withdrawal": Withdrawal.SOME_PEOPLE}, "withdrawn_by_some_only"),
    ("withdrawn_part", {}, "nothing_withdrawn"),
    ("withdrawn_part", {"withdrawal": Withdrawal.SOME_PEOPLE}, ""),
    ("withdrawn_part", {"withdrawal": Withdrawal.WHOLE}, "withdrawn_whole_terminate"),
    ("withdrawal_by_petition", {"withdrawal_form": WithdrawalForm.MINUTES}, "withdrawal_needs_petition"),
    ("withdrawal_on_paper", {}, "withdrawal_paper_missing"),
    # PA-16
    ("withdrawal_stops_case", {}, FACT_NOT_RECORDED),
    ("withdrawal_stops_case", {"signs_of_violation": True}, "violation_signs_keep_case"),
    ("withdrawal_stops_case", {"signs_of_violation": False, "withdrawal_forced": True}, "withdrawal_was_forced"),
    (
        "withdrawal_stops_case",
        {"signs_of_violation": False, "withdrawal_forced": False, "denunciation_abused": True},
        "denunciation_was_abused",
    ),
    ("withdrawal_free", {"withdrawal_forced": True}, "withdrawal_was_forced"),
    ("ended_otherwise_than_withdrawal", {"ended_by_withdrawal": True}, "use_withdrawn_content_ground"),
    ("complexity_at_least", {}, "complexity_unmet"),
    ("complexity_below", {"complexity_criteria": 2}, "complexity_exceeded"),
    # TC-7 once, TC-8 twice
    ("extension_available", {}, "not_complex"),
    ("extension_available", {"complexity_criteria": 1, "extensions_used": 1}, "extensions_used_up"),
    ("extension_available", {"complexity_criteria": 2, "extensions_used": 1}, ""),
    ("extension_available", {"complexity_criteria": 7, "extensions_used": 2}, "extensions_used_up"),
    ("council_heard", {}, FACT_NOT_RECORDED),
    ("council_heard", {"found_grounded": True}, "council_proposal_missing"),
    ("council_heard", {"found_grounded": False}, ""),
    ("council_needed", {}, FACT_NOT_RECORDED),
    ("council_needed", {"found_grounded": False}, "council_not_needed"),
    ("settlement_limit_passed", {}, FACT_NOT_RECORDED),
    ("settlement_limit_passed", {"settlement_due_on": TODAY}, "settlement_limit_running"),
    ("second_window_open", {}, FACT_NOT_RECORDED),
    ("second_window_open", {"second_window_open": False}, "second_window_closed"),
    ("second_window_open", {"second_window_open": False, "late_with_valid_reason": True}, ""),
    # KN-13, complaints §7/4: the last day still waits
    ("effect_day_reached", {}, FACT_NOT_RECORDED),
    ("effect_day_reached", {"effect_due_on": TODAY}, "effect_day_not_reached"),
    ("effect_day_reached", {"effect_due_on": date(2026, 8, 13)}, ""),
)
ROLE_TABLE: tuple[tuple[str, Role, dict[str, Any], str], ...] = (
    ("dialogue_chair", Role.DEPUTY_AUTHORISED, {}, FACT_NOT_RECORDED),
    ("dialogue_chair", Role.DEPUTY_AUTHORISED, {"dialogue_chair_in_person": True}, "head_must_hold_dialogue"),
    ("dialogue_chair", Role.HEAD, {"dialogue_chair_in_person": True}, ""),
    # complaints §7/3: the timer stops where a person may go on
    ("window_shut_or_human", Role.SYSTEM, {"second_window_open": True}, "second_window_still_open"),
    ("window_shut_or_human", Role.SYSTEM, {}, "second_window_still_open"),
    ("window_shut_or_human", Role.HEAD, {"second_window_open": True}, ""),
    ("window_shut_or_human", Role.SYSTEM, {"second_window_open": False}, ""),
)


@pytest.mark.parametrize("guard, facts, code", TABLE)
def test_a_guard_answers_as_the_law_says(guard: str, facts: dict[str, Any], code: str) -> None:
    assert _code(_ask(guard, facts)) == code


@pytest.mark.parametrize("guard, role, facts, code", ROLE_TABLE)
def test_a_guard_that_looks_at_the_role(guard: str, role: Role, facts: dict[str, Any], code: str) -> None:
    assert _code(_ask(guard, facts, role)) == code


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_every_guard_lets_through_the_facts_it_wants(guard: str) -> None:
    assert _ask(guard, facts_for(call=GuardCall(name=guard, settings=SETTINGS.get(guard, ()))))


def test_every_refusal_a_guard_declares_is_in_a_table() -> None:
    tabled = {(guard, code) for guard, _, code in TABLE} | {(guard, code) for guard, _, _, code in ROLE_TABLE}
    tabled |= {(row.name, code) for row in FACT_GUARDS for code in (row.code, FACT_NOT_RECORDED)}
    declared = {(guard.name, code) for guard in GUARDS.values() for code in guard.codes}
    assert declared - tabled == set()
    assert {pair for pair in tabled if pair[1]} - declared == set()


def test_every_refusal_has_its_sentence_and_no_sentence_is_left_over() -> None:
    assert set(refusals()) == ENGINE_CODES | {code for guard in GUARDS.values() for code in guard.codes}


def test_the_sentence_of_a_refusal_holds_its_facts_and_its_rule() -> None:
    verdict = _ask("extension_available", {"complexity_criteria": 1, "extensions_used": 1})
    assert isinstance(verdict, Refused)
    text = refusal_text(refused=verdict)
    assert text.why == "Đã gia hạn 1 lần, được phép nhiều nhất 1 lần. (căn cứ: TC-7)"
    assert "{" not in text.sentence


@pytest.mark.parametrize("guard, facts, code", [row for row in TABLE if row[2]])
def test_no_sentence_is_left_with_an_open_place(guard: str, facts: dict[str, Any], code: str) -> None:
    verdict = _ask(guard, facts)
    assert isinstance(verdict, Refused)
    assert "…" not in refusal_text(refused=verdict).sentence
