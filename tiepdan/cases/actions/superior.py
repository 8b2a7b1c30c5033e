"""The direct superior of the settler: follow-ups sent up, demands for a report, taking over, reviews of a settlement."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import begin, continue_with, finish, issue, lock_case, write_step
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, Link, Review
from tiepdan.cases.papers import DECIDING, head_of, paper_of, papers_by_act, reference
from tiepdan.documents.actions import end_drafts_of_acts
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import join_matter, notify, set_line
from tiepdan.matters.rules import Capacity
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

FOLLOW_UPS: Final = ("record_follow_up", "record_follow_up_overdue")
TAKE_OVERS: Final = ("resettle_case", "move_to_competent_body", "take_over_case")
RESULTS: Final = {"lawful": "Không có vi phạm", "remedied": "Có vi phạm, đã có biện pháp xử lý, khắc phục"}


@transaction.atomic
def send_up(*, case_id: int, overdue: bool, note: str, by: Actor, at: datetime) -> Case:
    """Put a follow-up denunciation before the direct superior, whose head sees the case from now on.

    overdue: because the limit passed, not because the settlement is held unlawful
    Raises NotFound; ActionRefused: no_superior and those of the procedure
    Rule: complaints §4.2/27, §4.2/28, TC-17, TC-18
    """
    case = lock_case(case_id=case_id)
    _let_superior_in(case=case, at=at)
    turn = continue_with(case=case, act=FOLLOW_UPS[overdue], by=by, at=at, intent=Intent(note=note))
    parent = case.agency.parent
    # Signed by the settler for the superior; what is said must not point to who denounces again.
    issue(turn, values={"addressee": head_of(agency=parent) if parent else "", "text": note.strip()})
    done = finish(turn)
    _tell_superior(done, kind="follow_up", at=at)
    return done


@transaction.atomic
def take_over(*, case_id: int, act: str, intent: Intent, by: Actor, at: datetime) -> Case:
    """Settle again, or take over, what a lower settler had: their case ends and one of the own agency begins.

    Returns: the new case, in the state in which its conditions are checked; its limit starts with its acceptance (TC-20)
    Raises NotFound; ActionRefused: act_needs_its_form and those of the procedure
    Rule: complaints §4.2/27, §4.2/28, TC-20
    """
    if act not in TAKE_OVERS:
        raise ActionRefused(Refused("act_needs_its_form", facts={"act": act}))
    turn = begin(case_id=case_id, act=act, by=by, at=at, intent=intent)
    turn.facts["grounds"] = sorted(intent.grounds)
    former = finish(turn)
    Case.objects.filter(pk=former.pk).update(closed_on=turn.on)
    end_drafts_of_acts(
        matter_id=former.matter_id, agency_id=former.agency_id, reason="Cấp trên giải quyết vụ việc", by=by, at=at
    )
    own = Agency.objects.get(pk=by.agency_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.take_over(%s, %s)", [former.pk, turn.on])
    Submission.objects.filter(pk=former.submission_id).update(
        agency=own, status=SubmissionStatus.PROPOSED, closed_on=None
    )
    case = Case.objects.create(
        matter_id=former.matter_id, submission=former.submission, code=new_code(), procedure=former.procedure,
        procedure_on=turn.on, agency=own, state="checking", received_on=turn.on, people=former.people, leader_id=by.user_id,
        facts={"is_resettled": True, "is_competent": True},
    )  # fmt: skip
    set_line(matter_id=case.matter_id, agency_id=own.pk, state="checking")
    for one, kind, code in ((case, "resettled", former.code), (former, "resettled", case.code)):
        Link.objects.create(
            matter_id=one.matter_id, case=one, kind=kind, code=code, what="Cấp trên giải quyết", made_on=turn.on
        )
    write_step(case=case, act="open_case", by=by, at=at, note=f"Tiếp nối vụ việc {former.code}")
    record(
        act="case.taken_over", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        before={"case": former.code, "agency": former.agency.name}, after={"case": case.code, "agency": own.name},
        reason=intent.reason, rule=turn.rule,
    )  # fmt: skip
    notify(
        agency_id=former.agency_id, kind="taken_over", at=at, code=former.code, matter_id=former.matter_id,
        role=Role.HEAD,
    )  # fmt: skip
    return case


@transaction.atomic
def receive_review_order(
    *, case_id: int, ordered_by: str, ordered_on: date, signs: str, by: Actor, at: datetime
) -> Case:
    """Record that a superior authority has a settlement in effect checked; the direct superior sees the case from now on.

    Raises NotFound; ActionRefused: review_unclear, done_in_future, review_open_already and those of the procedure
    Rule: complaints §3.3, TR-3
    """
    _check_review(ordered_by, ordered_on, signs, at)
    turn = begin(case_id=case_id, act="receive_review_order", by=by, at=at, intent=Intent(note=ordered_by))
    refuse_naming(case=turn.case, by=by, at=at, texts=[signs])
    _open_review(turn.case, ordered_by=ordered_by, ordered_on=ordered_on, signs=signs)
    if turn.case.agency.parent_id is not None:
        _let_superior_in(case=turn.case, at=at)
    return finish(turn)


@transaction.atomic
def order_review(*, case_id: int, signs: str, by: Actor, at: datetime) -> Case:
    """As the head of the superior, have a settlement checked because there are signs that it is unlawful.

    Raises NotFound; ActionRefused: review_unclear, review_open_already and those of the procedure
    Rule: complaints §3.3
    """
    _check_review(by.agency_name, at.date(), signs, at)
    turn = begin(case_id=case_id, act="order_review", by=by, at=at, intent=Intent(reason=signs))
    _open_review(turn.case, ordered_by=by.agency_name, ordered_on=at.date(), signs=signs)
    decision = reference(paper=paper_of(papers_by_act(case=turn.case), DECIDING))
    issue(turn, values={"addressee": head_of(agency=turn.case.agency), "decision": decision, "signs": signs.strip()})
    done = finish(turn)
    notify(
        agency_id=done.agency_id, kind="review_ordered", at=at, code=done.code, matter_id=done.matter_id, role=Role.HEAD
    )
    return done


@transaction.atomic
def record_review_result(*, case_id: int, result: str, remedy: str, by: Actor, at: datetime) -> Case:
    """Record what the check of a settlement found and how it was remedied.

    Raises NotFound; ActionRefused: review_result_missing, no_review_open and those of the procedure
    Rule: complaints §3.3
    """
    if result not in RESULTS or not remedy.strip():
        raise ActionRefused(Refused("review_result_missing", rule="complaints §3.3"))
    turn = begin(case_id=case_id, act="record_review_result", by=by, at=at, intent=Intent(note=remedy))
    Review.objects.filter(case=turn.case, result_on__isnull=True).update(
        result=result, result_on=at.date(), remedy=remedy.strip()
    )
    turn.facts["review"] = result
    return finish(turn)


def _check_review(ordered_by: str, ordered_on: date, signs: str, at: datetime) -> None:
    if not ordered_by.strip() or not signs.strip():
        raise ActionRefused(Refused("review_unclear", rule="complaints §3.3"))
    if ordered_on > at.date():
        raise ActionRefused(Refused("done_in_future"))


def _open_review(case: Case, *, ordered_by: str, ordered_on: date, signs: str) -> None:
    if Review.objects.filter(case=case, result_on__isnull=True).exists():
        raise ActionRefused(Refused("review_open_already"))
    Review.objects.create(
        matter_id=case.matter_id, case=case, ordered_by=ordered_by.strip()[:200], ordered_on=ordered_on,
        signs=signs.strip(),
    )  # fmt: skip


def _let_superior_in(*, case: Case, at: datetime) -> None:
    """Give the direct superior a line; its head reads the case with it. Part of an act; the caller saves the case."""
    parent = case.agency.parent
    if parent is None:
        raise ActionRefused(Refused("no_superior", rule="TC-17"))
    if case.superior_id != parent.pk:
        case.superior = parent
        case.save(update_fields=["superior"])
        join_matter(matter_id=case.matter_id, agency_id=parent.pk, capacity=Capacity.URGING, received_on=at.date())


def _tell_superior(case: Case, *, kind: str, at: datetime) -> None:
    if case.superior_id is not None:
        notify(agency_id=case.superior_id, kind=kind, at=at, code=case.code, matter_id=case.matter_id, role=Role.HEAD)
