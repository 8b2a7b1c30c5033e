"""Extending, suspending, resuming, terminating, and what is taken back by who submitted it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.cases.actions.turn import (
    begin,
    continue_with,
    finish,
    issue,
    lock_case,
    remember,
    set_submission,
    tell_team,
)
from tiepdan.cases.intent import Intent, WithdrawalData
from tiepdan.cases.models import Case, Extension, Suspension
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.rules.settlement import longest_extension
from tiepdan.cases.rules.situation import Withdrawal, WithdrawalForm
from tiepdan.cases.situations import procedure_of
from tiepdan.deadlines.model import SuspensionKind
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.rules import SubmissionStatus

_BY_WITHDRAWAL: Final = frozenset({"all_withdrawn", "withdrawn_by_petition", "denunciation_withdrawn"})
_NEUTRAL: Final = "Người gửi đơn (danh tính niêm phong)"


@transaction.atomic
def extend(*, case_id: int, days: int, reason: str, by: Actor, at: datetime) -> Case:
    """Extend the settlement of a denunciation by a decision; the limit is counted again.

    days: calendar days, at most those of the rule
    Raises NotFound; ActionRefused: extension_days, extensions_used_up, not_complex, reason_missing and the others
    Rule: TC-7, TC-8, TC-9
    """
    # Not in sight: answered below as absent, after the same question about the days.
    case = Case.objects.filter(pk=case_id).only("accepted_on", "complexity").first() or Case()
    most = longest_extension(criteria=len(case.complexity), accepted_on=case.accepted_on or at.date())
    if not 1 <= days <= most:
        raise ActionRefused(Refused("extension_days", rule="TC-7", facts={"most": str(most)}))
    turn = begin(case_id=case_id, act="extend_limit", by=by, at=at, intent=Intent(reason=reason))
    paper = issue(turn, values={"days": days, "from_on": turn.situation.settlement_due_on or turn.on, "reason": reason})
    Extension.objects.create(
        matter_id=turn.case.matter_id, case=turn.case, days=days, decided_on=turn.on, reason=reason, paper=paper
    )
    turn.facts["days"] = days
    return finish(turn)


@transaction.atomic
def suspend(*, case_id: int, ground: str, reason: str, by: Actor, at: datetime) -> Case:
    """Suspend the settlement on a ground of the closed list; from today the days do not count.

    Raises NotFound; ActionRefused: ground_missing, reason_missing and those of the procedure
    Rule: SU-2, SU-4, complaints §3.2/19, §4.2/19
    """
    turn = begin(
        case_id=case_id, act="suspend_case", by=by, at=at, intent=Intent(reason=reason, grounds=frozenset({ground}))
    )
    article = next(row.article for row in turn.act.grounds if row.code == ground)
    issue(turn, values={"stop_kind": "suspension", "reason": reason, "legal_ground": article})
    Suspension.objects.create(
        matter_id=turn.case.matter_id, case=turn.case, kind=SuspensionKind.CASE_SUSPENSION, ground=ground,
        starts_on=turn.on, reason=reason,
    )  # fmt: skip
    remember(case=turn.case, facts={"suspension_ground_gone": False})
    turn.facts["ground"] = ground
    case = finish(turn)
    tell_team(turn, kind="suspended")
    return case


@transaction.atomic
def resume(*, case_id: int, reason: str, by: Actor, at: datetime) -> Case:
    """Go on with a suspended case; the limit is counted again without the days between.

    Raises NotFound; ActionRefused: reason_missing and those of the procedure
    Rule: SU-2, SU-4, complaints §3.2/20, §4.2/20
    """
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    turn = begin(
        case_id=case_id, act="resume_case", by=by, at=at,
        intent=Intent(reason=reason, facts={"suspension_ground_gone": True}),
    )  # fmt: skip
    issue(turn, values={"reason": reason})
    Suspension.objects.filter(case=turn.case, kind=SuspensionKind.CASE_SUSPENSION, ends_before__isnull=True).update(
        ends_before=turn.on
    )
    case = finish(turn)
    tell_team(turn, kind="resumed")
    return case


@transaction.atomic
def terminate(*, case_id: int, ground: str, reason: str, by: Actor, at: datetime, intent: Intent | None = None) -> Case:
    """End the settlement without a decision, on a ground of the closed list.

    Raises NotFound; ActionRefused: ground_missing, nothing_withdrawn, withdrawn_only_in_part, withdrawn_by_some_only,
        violation_signs_keep_case, withdrawal_was_forced, denunciation_was_abused, rights_inherited and the others
    Rule: complaints §3.2/21, §4.2/21, PA-13 to PA-16
    """
    facts = intent.facts if intent is not None else {}
    turn = begin(
        case_id=case_id, act="terminate_case", by=by, at=at,
        intent=Intent(reason=reason, grounds=frozenset({ground}), facts=facts),
    )  # fmt: skip
    row = next(one for one in turn.act.grounds if one.code == ground)
    values: dict[str, FieldValue] = {
        "stop_kind": "termination", "reason": reason or row.title_vi, "legal_ground": row.article,
        "outcome": f"Đình chỉ giải quyết. {row.title_vi}. {reason}",
    }  # fmt: skip
    issue(turn, values=values)
    withdrawn = ground in _BY_WITHDRAWAL
    Suspension.objects.filter(case=turn.case, ends_before__isnull=True).update(ends_before=turn.on)
    remember(case=turn.case, facts={"ended_by_withdrawal": withdrawn})
    turn.case.outcome = "withdrawn" if withdrawn else "terminated"
    turn.case.outcome_note = row.title_vi
    turn.facts["ground"] = ground
    if withdrawn:
        set_submission(turn, SubmissionStatus.WITHDRAWN)
    case = finish(turn)
    tell_team(turn, kind="terminated")
    return case


@transaction.atomic
def withdraw(*, case_id: int, withdrawal: WithdrawalData, by: Actor, at: datetime) -> Case:
    """Record that contents were taken back, whole or in part; ending the case is the head's own act.

    A whole withdrawal of a complaint is kept for the head to decide on; a denunciation may go on despite of it.
    Raises NotFound; ActionRefused: withdrawal_paper_missing, nothing_withdrawn, withdrawal_unclear and the others
    Rule: PA-13, PA-14, PA-15, PA-16
    """
    try:
        extent, form = Withdrawal(withdrawal.extent), WithdrawalForm(withdrawal.form)
    except ValueError as error:
        raise ActionRefused(Refused("withdrawal_unclear", rule="PA-13")) from error
    if extent is Withdrawal.NONE:
        raise ActionRefused(Refused("nothing_withdrawn", rule="PA-13"))
    case = lock_case(case_id=case_id)
    facts: dict[str, object] = {"withdrawal": extent.value, "withdrawal_form": form.value}
    answers: dict[str, bool | None] = {
        "withdrawal_forced": withdrawal.forced,
        "signs_of_violation": withdrawal.signs_of_violation,
        "denunciation_abused": withdrawal.abused,
    }
    acts = procedure_of(case=case, today=at.date()).acts
    if "withdraw_part" in acts and extent is Withdrawal.WHOLE:
        return _keep_whole(case=case, withdrawal=withdrawal, facts=facts, by=by, at=at)
    act = "withdraw_part" if "withdraw_part" in acts else "record_withdrawal"
    turn = continue_with(
        case=case, act=act, by=by, at=at, intent=Intent(note=withdrawal.what, facts=answers), withdrawal=extent,
        withdrawal_form=form,
    )  # fmt: skip
    if case.procedure == ProcedureKind.DENUNCIATION and form is WithdrawalForm.MINUTES:
        issue(turn, form_key="ND31-2019/03", values=_minutes(withdrawal, by, at))
    remember(case=case, facts=facts)
    turn.facts |= facts
    if case.procedure == ProcedureKind.PETITION_FEEDBACK:
        set_submission(turn, SubmissionStatus.WITHDRAWN)
        case.outcome = "withdrawn"
    done = finish(turn)
    tell_team(turn, kind="withdrawn")
    return done


def _keep_whole(*, case: Case, withdrawal: WithdrawalData, facts: dict[str, object], by: Actor, at: datetime) -> Case:
    """Note a whole withdrawal of a complaint: the same people may note it who may note a part."""
    turn = continue_with(
        case=case, act="withdraw_part", by=by, at=at,
        intent=Intent(note=withdrawal.what, facts={"withdrawal_forced": withdrawal.forced}),
        withdrawal=Withdrawal.PART, withdrawal_form=WithdrawalForm(withdrawal.form),
    )  # fmt: skip
    remember(case=case, facts=facts)
    turn.facts |= facts
    done = finish(turn, note=withdrawal.what or "Rút toàn bộ nội dung khiếu nại")
    tell_team(turn, kind="withdrawn")
    return done


def _minutes(withdrawal: WithdrawalData, by: Actor, at: datetime) -> dict[str, FieldValue]:
    """Fill form 03 without a name: it lies in the file that verifiers read."""
    return {
        "held_on": at.date(), "held_at": at.time(), "ended_at": at.time(),
        "recorders": [{"name": by.name, "post": by.title or by.agency_name}],
        "denouncers": [{"name": _NEUTRAL, "address": "(niêm phong)"}],
        "withdrawn": withdrawal.what or "Toàn bộ nội dung tố cáo",
    }  # fmt: skip
