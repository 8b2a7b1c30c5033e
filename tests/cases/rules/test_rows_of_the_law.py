"""Every row of the transition tables of the law is an act, or a guard, of a procedure of its time, and reachable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.cases.rules.procedure import PREVIOUS, SAME, Procedure, ProcedureKind

LAW = Path(__file__).resolve().parents[4] / "shared" / "law" / "complaints-denunciations.md"
# Rows that are a condition of another row and no transition.
GUARD_ROWS = {"complaints §4.2/15"}
# Rows that the law of a time did not know.
LATER = {"complaints §3.2/19", "complaints §3.2/20", "complaints §3.2/21"}
EARLIER = {"complaints §3.2/22"}
# What differs of the second and of the disciplinary complaint, by the words of the law page → act, guard or list.
DIFFERENCES = {
    "§3.3": {
        "Dialogue": "dialogue_always", "Who holds it (P2)": "dialogue_chair", "Minutes": "hold_dialogue",
        "Advisory council (*Hội đồng tư vấn*)": "consult_advisory_council", "Conclusion": "decide",
        "First settler failed to decide": "second_in_time", "After it": "complaint_refusal", "Unlawful settlement": "order_review",
    },
    "§3.4": {
        "Form": "is_written", "Recheck": "ask_disciplinary_council", "Dialogue": "dialogue_always", "Notice": "accept_case",
        "Lawsuit": "may_sue", "Copies": "send_decision",
    },
}  # fmt: skip


def rows_of(section: str) -> list[str]:
    """Return the first cells of the table of a section."""
    text = LAW.read_text(encoding="utf-8")
    found = re.search(rf"^### {re.escape(section)} .*?\n(.*?)(?=^##)", text, flags=re.MULTILINE | re.DOTALL)
    assert found is not None, section
    cells = re.findall(r"^\| ([^|]+?) \|", found.group(1), flags=re.MULTILINE)
    return [cell for cell in cells if cell not in {"#", "Point"} and not cell.startswith("--")]


def reached(procedure: Procedure) -> set[str]:
    """Return the states that some way leads to."""
    found, waiting = set(), [procedure.start.code]
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting += [act.to for act in procedure.acts_from(state) if act.to not in {SAME, PREVIOUS}]
    return found


def rows_walked(procedure: Procedure) -> set[str]:
    """Return the rows of the law whose act can be done in a state that is reached."""
    states = reached(procedure)
    return {act.row for act in procedure.acts.values() if not act.from_states or set(act.from_states) & states}


@pytest.mark.skipif(not LAW.exists(), reason="the law pages are not here")
@pytest.mark.parametrize("period", ["P0", "P1", "P2"])
@pytest.mark.parametrize(("section", "kind"), [
    ("3.2", ProcedureKind.FIRST_COMPLAINT), ("4.2", ProcedureKind.DENUNCIATION),
])  # fmt: skip
def test_every_row_of_a_transition_table_is_an_act_that_can_be_reached(
    section: str, kind: ProcedureKind, period: str
) -> None:
    procedure = next(one for one in all_procedures() if (one.kind, one.period) == (kind, period))
    wanted = {f"complaints §{section}/{number}" for number in rows_of(section)} - GUARD_ROWS
    wanted -= EARLIER if period == "P2" else LATER
    if period != "P2":
        # Absence without a reason goes on by the law since July 2026; before, a dialogue was postponed only.
        assert "record_absence" not in procedure.acts
    assert wanted - rows_walked(procedure) == set()
    assert {guard.rule for guard in GUARDS.values()} >= GUARD_ROWS


@pytest.mark.skipif(not LAW.exists(), reason="the law pages are not here")
@pytest.mark.parametrize(("section", "kind"), [
    ("§3.3", ProcedureKind.SECOND_COMPLAINT), ("§3.4", ProcedureKind.DISCIPLINARY_COMPLAINT),
])  # fmt: skip
def test_every_difference_of_the_other_complaints_is_encoded(section: str, kind: ProcedureKind) -> None:
    assert set(rows_of(section.removeprefix("§"))) == set(DIFFERENCES[section])
    procedure = next(one for one in all_procedures() if (one.kind, one.period) == (kind, "P2"))
    guards = {call.name for act in procedure.acts.values() for call in act.guards}
    known = set(procedure.acts) | guards | set(procedure.grounds)
    assert set(DIFFERENCES[section].values()) - known == set()


@pytest.mark.skipif(not LAW.exists(), reason="the law pages are not here")
def test_every_state_of_processing_is_a_state() -> None:
    """reports §2.6"""
    text = (LAW.parent / "reception-reporting.md").read_text(encoding="utf-8")
    drawn = re.search(r"### 2\.6 .*?```(.*?)```", text, flags=re.DOTALL)
    assert drawn is not None
    names = {
        "received": "received", "registered": "registered", "eligible": "eligible", "ineligible": "ineligible",
        "filed": "filed", "destroy_proposed": "destroy_proposed", "destroyed": "destroyed", "classified": "classified",
        "proposed": "proposed", "refused": "refused", "guided": "guided", "returned_to_sender": "returned_to_sender",
        "forwarded": "forwarded", "replied": "replied", "guided_to_split": "guided_to_split", "withdrawn": "withdrawn",
        "merged_into": "merged", "case": "passed_to_case",
    }  # fmt: skip
    words = set(re.findall(r"[a-z_]{4,}", drawn.group(1)))
    procedure = next(one for one in all_procedures() if (one.kind, one.period) == (ProcedureKind.PROCESSING, "P2"))
    assert {names[word] for word in words & set(names)} == set(names.values())
    assert set(names.values()) - reached(procedure) == set()
