"""Seeded random ways through every procedure in every version in force: allowed and refused acts, and what must stay true.

The tries are drawn from a fixed seed, so a failure comes back. More and longer: TIEPDAN_RANDOM_WAYS=40 TIEPDAN_RANDOM_TRIES=20 pytest PATH.
"""

from __future__ import annotations

import os
import random
from datetime import timedelta
from typing import Final

import pytest
from django.core.exceptions import ObjectDoesNotExist

from tests.cases.build import Walk, complaint, denunciation, petition
from tests.cases.drive import START, act_now, begin, drive
from tests.people import Cast, make_cast
from tests.routing.build import answers
from tests.submissions.build import received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, Step
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.situations import procedure_of
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Clock, Matter, Participation
from tiepdan.matters.rules import Capacity, MatterKind
from tiepdan.routing.actions import decide_proposal, propose, withdraw_submission
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.intake import Screening
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
WAYS: Final = int(os.environ.get("TIEPDAN_RANDOM_WAYS", "1"))
TRIES: Final = int(os.environ.get("TIEPDAN_RANDOM_TRIES", "6"))
PEOPLE: Final = ("head", "deputy", "handler", "second_handler", "clerk", "processor", "outsider", "overseer")
# A driver assumes the state before its act; where the way is elsewhere it finds nothing to work with.
NOT_HERE: Final = (ActionRefused, NotFound, ObjectDoesNotExist, KeyError, AssertionError, StopIteration, IndexError)
CASES: Final = [
    (ProcedureKind.FIRST_COMPLAINT, False), (ProcedureKind.SECOND_COMPLAINT, False),
    (ProcedureKind.DISCIPLINARY_COMPLAINT, False), (ProcedureKind.DISCIPLINARY_COMPLAINT, True),
    (ProcedureKind.DENUNCIATION, False), (ProcedureKind.PETITION_FEEDBACK, False),
]  # fmt: skip


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


@pytest.mark.parametrize("period", sorted(START))
@pytest.mark.parametrize(("kind", "second"), CASES, ids=lambda one: str(getattr(one, "value", one)))
def test_a_case_keeps_its_invariants_whatever_is_tried(
    cast: Cast, kind: ProcedureKind, second: bool, period: str
) -> None:
    for number in range(WAYS):
        chance = random.Random(f"{kind}{second}{period}{number}")  # a way, no secret
        way = begin(cast, kind, period, second_stage=second)
        for _ in range(TRIES):
            way.day += timedelta(days=chance.choice((0, 0, 1, 3, 9)))
            before = _written(way)
            procedure = procedure_of(case=way.case, today=way.day.date())
            possible = [act.code for act in procedure.acts_from(way.case.state)]
            refused = False
            try:
                if possible and chance.random() < 0.7:
                    drive(way, act_now(way, chance.choice(possible)))
                else:
                    _anyone(way, chance, sorted(procedure.acts))
            except NOT_HERE:
                refused = True
            way.case = _read(way)
            _check(way, before, refused=refused)


def _anyone(way: Walk, chance: random.Random, acts: list[str]) -> None:
    """Try an act that may not be for this person, or not for now."""
    by: Actor = getattr(way.cast, chance.choice(PEOPLE))
    with acting(by):
        actions.perform(
            case_id=way.case.pk, act=chance.choice(acts), by=by, at=way.day,
            intent=Intent(reason="x", note="y", values={"outcome": "z"}),
        )  # fmt: skip


def _reader(way: Walk) -> Actor:
    """A head who reads the case: the settler's, or the superior's once it has taken the matter over."""
    with acting(way.cast.head):
        here = Case.objects.filter(pk=way.case.pk, agency_id=way.cast.commune.pk).exists()
    return way.cast.head if here else way.cast.province_head


def _read(way: Walk) -> Case:
    with acting(_reader(way)):
        return Case.objects.select_related("agency").get(pk=way.case.pk)


def _written(way: Walk) -> tuple[int, int]:
    """Steps and entries of the case; of a matter taken over both agencies see their part."""
    found = (0, 0)
    for by in (way.cast.head, way.cast.province_head):
        with acting(by):
            steps = Step.objects.filter(case_id=way.case.pk).count()
            entries = Entry.objects.filter(subject=f"case:{way.case.pk}").count()
        found = max(found[0], steps), max(found[1], entries)
    return found


def _check(way: Walk, before: tuple[int, int], *, refused: bool) -> None:
    case = way.case
    steps, entries = _written(way)
    # An audit row per act, and none for an act that was refused (a driver may have done some before it was).
    assert steps - before[0] <= entries - before[1], (case.state, steps, entries, before)
    if not refused:
        assert entries > before[1] or steps == before[0]
    by = _reader(way)
    with acting(by):
        assert Case.objects.filter(matter_id=case.matter_id, closed_on__isnull=True).count() <= 1
        matter = Matter.objects.get(pk=case.matter_id)
        settling = Participation.objects.filter(matter_id=case.matter_id, capacity=Capacity.SETTLING)
        lines = list(settling.values_list("agency_id", "state", "closed_on"))
        running = list(
            Clock.objects.filter(
                matter_id=case.matter_id, agency_id=case.agency_id, status__in=["open", "paused"]
            ).values_list("rule_id", "status")
        )
        late_close = Clock.objects.filter(matter_id=case.matter_id, closed_on__gt=way.day.date()).count()
    assert late_close == 0  # no limit is closed on a day that has not come
    if case.accepted_on is None:
        assert lines == [] or case.procedure == ProcedureKind.DENUNCIATION
    elif matter.agency_id == case.agency_id:
        assert [one[0] for one in lines] == [case.agency_id]  # one responsible agency
        assert lines[0][1:] == (case.state, case.closed_on)
    procedure = procedure_of(case=case, today=way.day.date())
    if case.closed_on is not None:
        assert running == []
        assert procedure.states[case.state].is_end or case.agency_id != matter.agency_id
        _nothing_after_closing(way, by)
    if case.state == "suspended":
        assert any(status == "paused" for _, status in running) or any(rule for rule, _ in running)


def _nothing_after_closing(way: Walk, by: Actor) -> None:
    """A closed case takes no step that leads on, by whoever leads it, unless the procedure says so of its end state."""
    procedure = procedure_of(case=way.case, today=way.day.date())
    further = {act.code for act in procedure.acts_from(way.case.state)}
    for code in ("start_verification", "decide", "conclude", "answer", "close_case", "record_complexity"):
        if code in procedure.acts and code not in further:
            with acting(by), pytest.raises((ActionRefused, NotFound)):
                actions.perform(case_id=way.case.pk, act=code, by=by, at=way.day, intent=Intent(reason="x", note="y"))


KINDS: Final = {"complaint": complaint, "denunciation": denunciation, "petition": petition}


@pytest.mark.parametrize("period", sorted(START))
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_processing_keeps_its_invariants_whatever_is_tried(cast: Cast, kind: str, period: str) -> None:
    for number in range(WAYS):
        chance = random.Random(f"{kind}{period}{number}")  # a way, no secret
        day = START[period]
        made = received(cast.clerk, KINDS[kind](), at=day).submission
        for _ in range(TRIES):
            day += timedelta(days=chance.choice((0, 1, 2)))
            before = _entries(cast, made)
            held = _held(cast, made)
            try:
                _process(cast, made, chance, day)
            except (ActionRefused, NotFound):
                assert _entries(cast, made) == before  # a refused act leaves nothing
            else:
                assert _entries(cast, made) > before
                assert held.closed_on is None  # nothing after closing
            _check_processing(cast, made)


def _process(cast: Cast, made: Submission, chance: random.Random, day: object) -> None:
    from datetime import datetime

    assert isinstance(day, datetime)
    by: Actor = getattr(cast, chance.choice(("head", "deputy", "clerk", "processor", "outsider", "records")))
    with acting(by):
        move = chance.choice(
            ("screen", "propose", "propose", "decide", "decide", "accept", "refuse", "withdraw", "void")
        )
        if move in {"withdraw", "void"} and chance.random() < 0.7:
            move = "propose"  # else every way ends soon
        if move == "screen":
            found = Screening(
                kind=MatterKind(made.kind), answers=answers(MatterKind(made.kind), eligible=chance.random() < 0.8)
            )
            submissions.screen(submission_id=made.pk, by=by, at=day, finding=found)
        elif move == "propose":
            act = chance.choice(list(RouteAct))
            propose(
                submission_id=made.pk, act=act, reason="Theo hồ sơ", by=by, at=day, to_agency_id=cast.department.pk,
                ground=chance.choice(("sender_data_missing", "not_own_rights", "violator_or_act_unclear", "")),
            )  # fmt: skip
        elif move == "decide":
            waiting = Proposal.objects.filter(submission_id=made.pk).order_by("-pk").first()
            decide_proposal(
                proposal_id=waiting.pk if waiting else 0, approved=chance.random() < 0.7, by=by, at=day, note="ý kiến"
            )
        elif move == "accept":
            actions.accept_submission(
                submission_id=made.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=by, at=day,
                intent=Intent(facts={"identity_checked": True} if made.kind == "denunciation" else {}),
            )  # fmt: skip
        elif move == "refuse":
            grounds = {"complaint": "not_own_rights", "denunciation": "violator_or_act_unclear"}
            actions.refuse_acceptance(
                submission_id=made.pk, by=by, at=day,
                intent=Intent(grounds=frozenset({grounds.get(made.kind, "content_unclear")}), reason="x"),
            )  # fmt: skip
        elif move == "withdraw":
            withdraw_submission(submission_id=made.pk, reason="Xin rút", by=by, at=day)
        else:
            submissions.void(submission_id=made.pk, reason="Nhập nhầm", by=by, at=day)


def _held(cast: Cast, made: Submission) -> Submission:
    for by in (cast.head, cast.department_head):
        with acting(by):
            found = Submission.objects.filter(pk=made.pk).first()
        if found is not None:
            return found
    raise AssertionError("lost")  # nothing submitted is lost


def _entries(cast: Cast, made: Submission) -> int:
    found = 0
    for by in (cast.head, cast.department_head):
        with acting(by):
            found = max(found, Entry.objects.filter(matter_id=made.matter_id).count())
    return found


def _check_processing(cast: Cast, made: Submission) -> None:
    submission = _held(cast, made)
    by = cast.head if submission.agency_id == cast.commune.pk else cast.department_head
    with acting(by):
        answering = Participation.objects.filter(
            matter_id=made.matter_id, capacity__in=[Capacity.RECEIVED, Capacity.SETTLING], closed_on__isnull=True
        )
        who = set(answering.values_list("agency_id", flat=True))
        running = Clock.objects.filter(
            matter_id=made.matter_id, agency_id=submission.agency_id, status__in=["open", "paused"]
        )
        owed = list(
            running.exclude(rule_id="reports §2.4/8").values_list("rule_id", flat=True)
        )  # keeping what is filed
        waiting = Proposal.objects.filter(submission_id=made.pk, approved__isnull=True).count()
    assert waiting <= 1
    if submission.closed_on is None:
        assert who == {submission.agency_id} or submission.status == "forwarded"  # one responsible agency
    else:
        assert (who, owed, waiting) == (set(), [], 0), (submission.status, who, owed, waiting)
