"""Every transition of every procedure, from acceptance or taking up to every end, through the real acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from django.db import transaction

from tests.cases.build import Walk
from tests.cases.drive import act_now, begin, drive
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.cases.models import Case, Step
from tiepdan.cases.rules.procedure import Procedure, ProcedureKind
from tiepdan.cases.situations import procedure_of
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock, Matter, Participation
from tiepdan.matters.rules import Capacity

pytestmark = pytest.mark.django_db

SETTLED: Final = [kind for kind in ProcedureKind if kind is not ProcedureKind.PROCESSING]
# Ends of the intake: the processing of a submission leads there, without a case (tests/routing).
BEFORE: Final = frozenset({"guided", "forwarded", "not_accepted", "received"})
# Left to processing too: the denunciation of another's competence.
OF_PROCESSING: Final = frozenset(
    {"forward_denunciation", "guide_denouncer", "leave_unprocessed", "forward_case", "guide_complainant", "guide_to_split"}
)  # fmt: skip
OF_PROCESSING_ENDS: Final = frozenset({"not_processed"})


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


@contextmanager
def undone(way: Walk) -> Iterator[None]:
    """Undo what happens inside, in the database and in the walk."""
    case, day = way.case, way.day
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    way.case, way.day = case, day


@pytest.mark.parametrize("period", ["P0", "P1", "P2"])
@pytest.mark.parametrize("kind", SETTLED)
def test_every_transition_is_walked(cast: Cast, kind: ProcedureKind, period: str) -> None:
    way = begin(cast, kind, period)
    walked = Walked(procedure_of(case=way.case, today=way.day.date()))
    assert walked.procedure.period == period
    walked.leave_out_beside()
    walked.explore(way)
    missing = walked.missing()
    assert not missing, missing


def test_the_second_stage_of_a_disciplinary_complaint_is_walked(cast: Cast) -> None:
    way = begin(cast, ProcedureKind.DISCIPLINARY_COMPLAINT, "P2", second_stage=True)
    walked = Walked(procedure_of(case=way.case, today=way.day.date()))
    walked.refused_where = frozenset({"record_second_complaint", "record_second_complaint_overdue"})  # none follows it
    walked.explore(way)
    assert walked.missing() == {("second_complaint", "")}


# What a case met on its way when the law changed: received, accepted, the day the way goes on, whose version holds then.
STRADDLING: Final = {
    "2025, accepted before": ("2025-06-26", "2025-06-27", "2025-07-02", "P1"),
    "TR-1, TR-2: accepted before, undecided": ("2026-06-24", "2026-06-26", "2026-07-06", "P2"),
    "TR-4: received before, accepted after": ("2026-06-29", "2026-07-03", "2026-07-06", "P2"),
}


@pytest.mark.parametrize(
    "change", [pytest.param(one, marks=[] if "TR-1" in one else pytest.mark.long) for one in STRADDLING]
)
@pytest.mark.parametrize("kind", SETTLED)
def test_a_case_that_straddles_a_change_of_the_law_reaches_every_end(
    cast: Cast, kind: ProcedureKind, change: str
) -> None:
    received_on, accepted_on, on, period = STRADDLING[change]
    way = begin(cast, kind, received_on=received_on, accepted_on=accepted_on)
    if kind is ProcedureKind.DENUNCIATION and not change.startswith("TR-4"):
        drive(way, act_now(way, "check_conditions"))
        drive(way, act_now(way, "accept_denunciation"))
    way.on(on)
    walked = Walked(procedure_of(case=way.case, today=way.day.date()))
    assert walked.procedure.period == period
    walked.leave_out_beside()
    walked.explore(way)
    reached = {state for state, _ in walked.seen}
    wanted = {code for code, one in walked.procedure.states.items() if one.is_end} - BEFORE - OF_PROCESSING_ENDS
    assert wanted <= reached | walked.cut_off(way.case.state), wanted - reached


# TR-3: what was decided before 01/07/2026 goes on by the law of its decision, to every end that is left.
@pytest.mark.parametrize("kind", SETTLED)
def test_a_case_decided_before_the_reform_ends_by_the_law_of_its_time(cast: Cast, kind: ProcedureKind) -> None:
    way = begin(cast, kind, received_on="2026-05-18", accepted_on="2026-05-20")
    for code in TO_DECISION[kind]:
        drive(way, act_now(way, code))
    way.on("2026-07-06")
    walked = Walked(procedure_of(case=way.case, today=way.day.date()))
    assert walked.procedure.period == "P1"
    walked.leave_out_beside()
    walked.explore(way)
    reached = {state for state, _ in walked.seen}
    wanted = {code for code, one in walked.procedure.states.items() if one.is_end} - BEFORE - OF_PROCESSING_ENDS
    assert wanted <= reached | walked.cut_off(way.case.state), wanted - reached


_COMPLAINT: Final = ("start_recheck", "start_verification", "submit_report", "decide")
TO_DECISION: Final = {
    ProcedureKind.FIRST_COMPLAINT: _COMPLAINT, ProcedureKind.SECOND_COMPLAINT: _COMPLAINT,
    ProcedureKind.DISCIPLINARY_COMPLAINT: _COMPLAINT,
    ProcedureKind.DENUNCIATION: (
        "check_conditions", "accept_denunciation", "start_verification", "submit_report", "conclude",
    ),
    ProcedureKind.PETITION_FEEDBACK: ("answer",),
}  # fmt: skip


class Walked:
    """What was walked of a procedure: each transition from each state, each state once with each state to return to."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.done: set[tuple[str, str]] = set()
        self.seen: set[tuple[str, str]] = set()
        self.beside: set[str] = set()
        self.refused_where: frozenset[str] = frozenset()

    def explore(self, way: Walk) -> None:
        """Try every act of the state and go on from where it leads."""
        here = (way.case.state, way.case.state_before_suspension)
        if here in self.seen:
            return
        self.seen.add(here)
        for act in self.procedure.acts_from(way.case.state):
            # What changes no state is walked once; that it is allowed from each of its states is asked of the rules.
            if act.code in OF_PROCESSING or (act.side_action and act.code in self.beside):
                continue
            self.beside.add(act.code)
            with undone(way):
                number, state = way.case.pk, way.case.state
                try:
                    drive(way, act)
                except ActionRefused as refusal:
                    if act.code in self.refused_where:
                        self.done.add((state, act.code))
                        continue
                    raise AssertionError(f"{act.code} from {here} on {way.day:%d/%m/%Y}: {refusal.code}") from refusal
                self.done.add((state, act.code))
                check(way, act.code)
                assert way.case.pk == number
                self.explore(way)

    def leave_out_beside(self) -> None:
        """Walk only what changes the state: what stands beside it is walked once, by the procedure of each period."""
        self.beside = {act.code for act in self.procedure.acts.values() if act.side_action}

    def cut_off(self, start: str) -> set[str]:
        """States to which no act leads from a state: those of a turn that was taken before."""
        found, grown = set[str](), {start}
        while grown:
            found |= grown
            acts = [act for state in grown for act in self.procedure.acts_from(state)]
            grown = {
                act.to for act in acts if act.code not in OF_PROCESSING and act.to in self.procedure.states
            } - found
        return set(self.procedure.states) - found

    def missing(self) -> set[tuple[str, str]]:
        """Transitions that nothing walked, acts beside them that nothing did, ends that nothing reached."""
        acts = [act for act in self.procedure.acts.values() if act.code not in OF_PROCESSING and act.from_states]
        every = {
            (state, act.code) for act in acts for state in act.from_states
            if state not in BEFORE and not act.side_action
        }  # fmt: skip
        undone = {("", act.code) for act in acts if act.side_action and act.code not in self.beside}
        reached = {state for state, _ in self.seen}
        ends = {(state, "") for state in self.procedure.states if state not in BEFORE | OF_PROCESSING_ENDS}
        return (every - self.done) | undone | {end for end in ends if end[0] not in reached}


def check(way: Walk, act: str) -> None:
    """What is true of a case after every act."""
    reader = way.cast.province_head if way.case.state == "taken_over" else way.cast.head
    with acting(reader):
        case = Case.objects.get(pk=way.case.pk)
        steps = Step.objects.filter(case=case).count()
        entries = Entry.objects.filter(matter_id=case.matter_id, subject=f"case:{case.pk}").count()
    assert entries >= steps
    if case.state == "taken_over":
        with acting(way.cast.province_head):
            assert Matter.objects.get(pk=case.matter_id).agency_id == way.cast.province.pk
            line = Participation.objects.get(matter_id=case.matter_id)
            assert (line.agency_id, line.capacity) == (way.cast.province.pk, Capacity.SETTLING)
            assert Case.objects.filter(matter_id=case.matter_id, closed_on__isnull=True).count() == 1
        return
    with acting(way.cast.head):
        line = Participation.objects.get(matter_id=case.matter_id, agency_id=case.agency_id)
        still = Clock.objects.filter(matter_id=case.matter_id, status__in=["open", "paused"], agency_id=case.agency_id)
        assert Matter.objects.get(pk=case.matter_id).agency_id == case.agency_id
        running = list(still.values_list("rule_id", flat=True))
    assert case.closed_on is None or not running, (act, running)
    assert line.closed_on == case.closed_on, act
