"""The procedures of the program's own rules: whole, reachable, and worded."""

from __future__ import annotations

import re
from collections import deque
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cases.rules.people import TODAY, permissive_situation
from tiepdan.cases.rules.engine import acts_now, may, next_step, target_state
from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.cases.rules.law_day import NoProcedureInForce, law_day, procedure_for
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.cases.rules.procedure import Act, LimitRef, Procedure, ProcedureKind
from tiepdan.cases.rules.situation import Role, Situation
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file

PROCEDURES = all_procedures()


def _name(procedure: Procedure) -> str:
    return f"{procedure.kind}-{procedure.period}"


def test_every_kind_has_a_version_for_each_period() -> None:
    found = {(procedure.kind, procedure.period) for procedure in PROCEDURES}
    assert found == {(kind, period) for kind in ProcedureKind for period in ("P0", "P1", "P2")}


def test_the_versions_of_a_kind_follow_each_other_without_a_gap() -> None:
    for kind in ProcedureKind:
        versions = [procedure for procedure in PROCEDURES if procedure.kind is kind]
        for earlier, later in pairwise(versions):
            assert earlier.ends_before == later.starts_on
        assert versions[-1].ends_before is None


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_every_path_from_the_start_reaches_an_end(procedure: Procedure) -> None:
    """Walk every transition from every state a case can be in, with facts that let it through."""
    seen: set[tuple[str, str]] = set()
    leads_to: dict[str, set[str]] = {}
    waiting = deque([(procedure.start.code, "")])
    while waiting:
        state, previous = waiting.popleft()
        if (state, previous) in seen:
            continue
        seen.add((state, previous))
        for act in procedure.acts_from(state):
            situation = permissive_situation(procedure=procedure, act=act, state=state, previous=previous)
            verdict = may(procedure=procedure, act=act.code, situation=situation, role=act.who[0], today=TODAY)
            assert verdict, f"{act.code} from {state}: {verdict}"
            after = target_state(procedure=procedure, act=act.code, situation=situation)
            leads_to.setdefault(state, set()).add(after)
            remembered = state if not _returns(procedure, state) else previous
            waiting.append((after, remembered if _returns(procedure, after) else ""))
    assert {state for state, _ in seen} == set(procedure.states)
    ends = {code for code, state in procedure.states.items() if state.is_end}
    finishing = set(ends)
    for _ in procedure.states:
        finishing |= {state for state, onward in leads_to.items() if onward & finishing}
    assert finishing == set(procedure.states)


def _returns(procedure: Procedure, state: str) -> bool:
    return any(act.to == "previous" for act in procedure.acts_from(state))


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_the_opening_act_is_allowed_before_there_is_a_state(procedure: Procedure) -> None:
    act = procedure.opening
    situation = permissive_situation(procedure=procedure, act=act, state="")
    assert may(procedure=procedure, act=act.code, situation=situation, role=act.who[0], today=TODAY)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_only_side_acts_are_left_in_an_end_state(procedure: Procedure) -> None:
    for state in procedure.states.values():
        if state.is_end:
            assert all(act.side_action for act in procedure.acts_from(state.code)), state.code


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_a_next_step_can_be_said_for_every_state(procedure: Procedure) -> None:
    for state in procedure.states.values():
        sentence = next_step(procedure=procedure, situation=Situation(state=state.code), today=TODAY)
        start = "Không còn bước nào" if state.is_end else "Bước tiếp theo"
        assert sentence.startswith(start)
        assert sentence.endswith(".")


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_every_state_that_goes_on_names_a_next_act(procedure: Procedure) -> None:
    for state in procedure.states.values():
        if not state.is_end:
            assert [code for code in state.next_acts if code in procedure.acts], state.code


def test_every_limit_named_by_a_procedure_is_a_rule() -> None:
    known: set[str] = set()
    for path in (rules_path() / "deadlines").glob("*.yaml"):
        for row in read_rule_file(path=path).data:
            known |= {row["id"], *row.get("aliases", ())}
    for procedure in PROCEDURES:
        named = {rule for state in procedure.states.values() for rule in state.clocks}
        for act in procedure.acts.values():
            named |= {ref.rule for end in _ends(act) for ref in end}
        assert named <= known, (_name(procedure), named - known)


def test_every_form_named_by_a_procedure_is_a_form() -> None:
    known: set[str] = set()
    for path in (rules_path() / "forms").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        known |= set(re.findall(r"^[- ] key: (\S+)", text, flags=re.MULTILINE))
    for procedure in PROCEDURES:
        named = {key for act in procedure.acts.values() for key in act.documents}
        assert named <= known, (_name(procedure), named - known)


def _ends(act: Act) -> tuple[tuple[LimitRef, ...], ...]:
    limits = act.limits
    return limits.starts, limits.meets, limits.pauses, limits.resumes, limits.extends, limits.ends


@pytest.mark.parametrize("procedure", PROCEDURES, ids=_name)
def test_every_limit_that_starts_can_be_met_or_falls_away(procedure: Procedure) -> None:
    started = {ref.rule for act in procedure.acts.values() for ref in act.limits.starts}
    stopped = {ref.rule for act in procedure.acts.values() for ref in (*act.limits.meets, *act.limits.ends)}
    # Windows of others, extensions and duties met elsewhere end by time, with their main limit or at the other body.
    elsewhere = {"KN-2", "KL-2", "KN-18", "TC-20", "TC-21", "TC-7", "TC-8"}
    if procedure.kind is ProcedureKind.DENUNCIATION:
        elsewhere.add("reports §2.4/8")  # a filed paper is kept and destroyed by the processing procedure
    assert started - stopped <= elsewhere


def test_what_a_citizen_reads_of_a_denunciation_reveals_nothing() -> None:
    words = {
        state.citizen_vi
        for procedure in PROCEDURES
        if procedure.kind is ProcedureKind.DENUNCIATION
        for state in procedure.states.values()
    }
    assert len(words) <= 3
    for sentence in words:
        for telling in ("tố cáo", "xác minh", "đình chỉ", "kết luận", "điều tra", "nặc danh"):
            assert telling not in sentence.lower()


def test_every_guard_is_used_by_some_procedure() -> None:
    used = set()
    for procedure in PROCEDURES:
        for act in procedure.acts.values():
            calls = [*act.guards, *(call for ground in act.grounds for call in ground.guards)]
            calls += [ref.when for end in _ends(act) for ref in end if ref.when is not None]
            used |= {call.name for call in calls}
    assert set(GUARDS) - used == set()


def test_lkn_11_lists_nine_grounds_and_withdrawn_content_since_july_2026() -> None:
    """complaints §3.5: point 1 has four letters, so twelve codes; P2 adds the withdrawn content."""
    before = procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=date(2026, 6, 30)).acts["refuse_case"].grounds
    after = procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=date(2026, 7, 1)).acts["refuse_case"].grounds
    assert len(before) == 12
    assert {ground.article for ground in before} == {f"LKN Đ.11({number})" for number in range(1, 10)}
    assert {ground.code for ground in after} - {ground.code for ground in before} == {"content_withdrawn_before"}


def test_ltc_29_has_five_conditions() -> None:
    act = procedure_for(kind=ProcedureKind.DENUNCIATION, on=TODAY).acts["refuse_denunciation"]
    assert len(act.grounds) == 5


@pytest.mark.parametrize("act", ["suspend_case", "resume_case", "withdraw_part", "record_absence", "forward_case"])
def test_acts_of_the_2026_reform_do_not_exist_before_it(act: str) -> None:
    """SU-3, PA-13, complaints §3.2/10, KN-22"""
    assert act not in procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=date(2026, 6, 30)).acts
    assert act in procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=date(2026, 7, 1)).acts


def test_a_complaint_has_no_extension_decision_and_a_denunciation_has_one() -> None:
    """complaints §7/13"""
    for kind in (ProcedureKind.FIRST_COMPLAINT, ProcedureKind.SECOND_COMPLAINT):
        assert "extend_limit" not in procedure_for(kind=kind, on=TODAY).acts
    assert procedure_for(kind=ProcedureKind.DENUNCIATION, on=TODAY).acts["extend_limit"].documents == ("ND31-2019/01",)


def test_a_day_before_the_first_version_is_refused_in_words() -> None:
    with pytest.raises(NoProcedureInForce, match="có từ ngày 10/12/2020"):
        procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=date(2019, 1, 1))


@pytest.mark.parametrize(
    "kind, accepted_on, decided_on, today, period, rule",
    [
        ("first_complaint", date(2026, 6, 20), None, date(2026, 6, 25), "P1", ""),
        ("first_complaint", date(2026, 6, 20), None, date(2026, 7, 2), "P2", "TR-1"),
        ("denunciation", date(2026, 6, 20), None, date(2026, 7, 2), "P2", "TR-2"),
        ("first_complaint", date(2026, 6, 20), date(2026, 6, 29), date(2026, 7, 2), "P1", "TR-3"),
        ("first_complaint", None, None, date(2026, 7, 2), "P2", "TR-4"),
        ("petition_feedback", date(2026, 6, 20), None, date(2026, 7, 2), "P2", "TR-4"),
    ],
)
def test_a_case_across_the_first_of_july_follows_the_transition_rules(
    kind: str, accepted_on: date | None, decided_on: date | None, today: date, period: str, rule: str
) -> None:
    found = law_day(
        kind=ProcedureKind(kind),
        received_on=date(2026, 6, 15),
        accepted_on=accepted_on,
        decided_on=decided_on,
        today=today,
    )
    assert found.rule == rule
    assert procedure_for(kind=ProcedureKind(kind), on=found.day).period == period


def test_offers_put_allowed_acts_first_and_say_what_they_ask() -> None:
    procedure = procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=TODAY)
    situation = Situation(state="received", is_competent=True)
    offers = acts_now(procedure=procedure, situation=situation, role=Role.HEAD, today=TODAY)
    allowed = [bool(offer.verdict) for offer in offers]
    assert allowed == sorted(allowed, reverse=True)
    refuse = next(offer for offer in offers if offer.act == "refuse_case")
    assert refuse.verdict
    assert refuse.asks == ("grounds", "reason")
    assert not may(procedure=procedure, act="refuse_case", situation=situation, role=Role.HEAD, today=TODAY)


def test_no_file_of_procedures_is_left_unread() -> None:
    files = {path.stem for path in Path(rules_path() / "procedures").glob("*.yaml")}
    assert files == {*ProcedureKind, "grounds", "complexity", "refusals", "publication"}
