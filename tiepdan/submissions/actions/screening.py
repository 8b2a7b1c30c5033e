"""Judging what was submitted, taking it apart, taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.documents.actions.papers import end_drafts_of_acts
from tiepdan.documents.actions.registers import cancel_number
from tiepdan.documents.models import Book
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.statement import Objects
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import close_clocks, exclude, set_line
from tiepdan.matters.clocks import run_clocks
from tiepdan.matters.models import Exclusion, Matter, Participation
from tiepdan.matters.rules import ClockStatus, MatterKind
from tiepdan.submissions.actions.naming import refuse_naming
from tiepdan.submissions.actions.openings import has_opening, read_parties
from tiepdan.submissions.actions.receiving import CITIZEN, Received, receive
from tiepdan.submissions.actions.sealing import seal
from tiepdan.submissions.actions.words import index_submission
from tiepdan.submissions.intake import Intake, Part, Screening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rulebook import fields, judge, may_judge
from tiepdan.submissions.rules import (
    BEFORE_PROCESSING,
    NEUTRAL_TITLES,
    UNANSWERED,
    Signing,
    Source,
    SubmissionStatus,
    clocks_at_receipt,
    may_change,
)

_COPIED = (
    "petition_mark", "against_code", "second_stage", "respondent_name", "respondent_post", "respondent_agency_id", "attacked_number",
    "attacked_on", "attacked_act", "attacked_known_on", "field_code", "anonymous", "all_signed", "concerns_event",
)  # fmt: skip


@transaction.atomic
def screen(*, submission_id: int, finding: Screening, by: Actor, at: datetime) -> Submission:
    """Record kind by content, eligibility, field and whom it is against.

    Found to be a denunciation, everything is sealed at once; whoever found it goes on processing it.
    Raises ActionRefused: submission_processed, kind_missing, checklist_incomplete, field_unknown, conflict_of_interest,
        text_reveals_denouncer.
    Rule: TT 05/2021 Đ.6, XL-7, BV-1
    """
    submission = locked(submission_id)
    _check(may_change(status=SubmissionStatus(submission.status), states=BEFORE_PROCESSING))
    if by.user_id in finding.denounced_user_ids:
        raise ActionRefused(Refused("conflict_of_interest", rule="complaints 4.2/15"))
    _check(may_judge(kind=finding.kind, anonymous=finding.anonymous, answers=finding.answers))
    if finding.field_code and finding.field_code not in fields():
        raise ActionRefused(Refused("field_unknown"))
    told = (finding.respondent_name, finding.respondent_post, finding.attacked_act)
    refuse_naming(matter=submission.matter, by=by, at=at, texts=told)
    before = {"kind": submission.kind, "status": submission.status, "eligible": submission.eligible}
    was, words = MatterKind(submission.kind), (submission.respondent_name, submission.attacked_number)
    for name in _COPIED:
        setattr(submission, name, getattr(finding, name))
    submission.kind = finding.kind
    submission.eligibility = dict(finding.answers)
    submission.eligible = judge(kind=finding.kind, anonymous=finding.anonymous, answers=finding.answers).eligible
    submission.status = SubmissionStatus.SCREENED
    submission.save(update_fields=[*_COPIED, "kind", "eligibility", "eligible", "status"])
    sealing = finding.kind is MatterKind.DENUNCIATION and not submission.matter.sealed
    if sealing:
        seal(submission=submission, by=by, at=at)
    elif was is not finding.kind:
        Matter.objects.filter(pk=submission.matter_id).update(kind=finding.kind)
    _show(submission, kind=finding.kind)
    if was is not finding.kind:
        _change_clocks(submission, was=was, at=at)
    if sealing or words != (submission.respondent_name, submission.attacked_number):
        index_submission(submission=submission, sealed=submission.matter.sealed)
    for user_id in finding.denounced_user_ids:
        exclude(matter_id=submission.matter_id, user_id=user_id, reason="denounced", by=by, at=at)
    record(
        act="submission.screened", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, before=before,
        after={"kind": submission.kind, "status": submission.status, "eligible": submission.eligible,
               "field": submission.field_code, "sealed_now": sealing},
        rule="TT 05/2021 Đ.6",
    )  # fmt: skip
    return submission


@transaction.atomic
def split(*, submission_id: int, parts: Sequence[Part], by: Actor, at: datetime) -> list[Received]:
    """Continue a submission of several contents in one linked submission for each; the whole ends as split.

    Parts of a sealed whole are sealed; its identities can be carried over only by the holder of an opening. A whole
    that holds a denunciation is sealed too: it says the same of the same author. Who is kept out, stays kept out.
    Raises ActionRefused: submission_processed, too_few_parts, opening_needed, conflict_of_interest, and those of
        `receive`.
    Rule: XL-7, TN-6, BV-1
    """
    submission = locked(submission_id)
    _check(may_change(status=SubmissionStatus(submission.status), states=BEFORE_PROCESSING))
    if len(parts) < 2:
        raise ActionRefused(Refused("too_few_parts", rule="XL-7"))
    sealed = submission.matter.sealed
    if sealed and not submission.anonymous and not has_opening(matter_id=submission.matter_id, by=by, at=at):
        raise ActionRefused(Refused("opening_needed"))
    kept_out = list(Exclusion.objects.filter(matter_id=submission.matter_id))
    if any(row.user_id == by.user_id for row in kept_out):
        raise ActionRefused(Refused("conflict_of_interest", rule="complaints 4.2/15"))
    whole = Intake(
        source=Source(submission.source),
        content=submission.content,
        people=submission.people,
        parties=tuple(read_parties(submission=submission)),
        all_signed=submission.all_signed,
        signing=Signing(submission.signing),
        anonymous=submission.anonymous,
        received_on=submission.received_on,
        first_received_on=submission.first_received_on,
        written_on=submission.written_on,
        forwarded_by_id=submission.forwarded_by_id,
        forwarding_number=submission.forwarding_number,
        forwarding_dated_on=submission.forwarding_dated_on,
        respondent_name=submission.respondent_name,
        respondent_post=submission.respondent_post,
        respondent_agency_id=submission.respondent_agency_id,
        concerns_event=submission.concerns_event,
        sealed=sealed,
    )
    made = []
    for part in parts:
        piece = replace(whole, kind=part.kind, content=part.content, summary=part.summary, field_code=part.field_code)
        got = receive(intake=piece, by=by, at=at)
        got.submission.split_from = submission
        got.submission.save(update_fields=["split_from"])
        for row in kept_out:
            exclude(
                matter_id=got.submission.matter_id, user_id=row.user_id, agency_path=row.agency_path, reason=row.reason,
                by=by, at=at,
            )  # fmt: skip
        made.append(got)
    if not sealed and any(part.kind is MatterKind.DENUNCIATION for part in parts):
        seal(submission=submission, by=by, at=at)
        index_submission(submission=submission, sealed=True)
    close_submission(submission=submission, status=SubmissionStatus.SPLIT, by=by, at=at, clocks=ClockStatus.MET)
    record(
        act="submission.split", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        after={"parts": [got.submission.code for got in made]}, rule="XL-7",
    )  # fmt: skip
    return made


@transaction.atomic
def void(*, submission_id: int, reason: str, by: Actor, at: datetime) -> Submission:
    """Mark an entry as made in error; the row, its số đến (as cancelled) and the reason stay.

    Raises ActionRefused: reason_missing, submission_processed, text_reveals_denouncer.
    """
    submission = locked(submission_id)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    _check(may_change(status=SubmissionStatus(submission.status), states=BEFORE_PROCESSING))
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[reason])
    submission.void_reason = reason.strip()[:300]
    number = Participation.objects.values_list("register_number", flat=True).get(
        matter_id=submission.matter_id, agency_id=submission.agency_id
    )
    if number is not None and submission.agency_id == by.agency_id:
        cancel_number(book=Book.INCOMING, year=submission.received_on.year, number=number, reason=reason, by=by, at=at)
    close_submission(submission=submission, status=SubmissionStatus.VOIDED, by=by, at=at, clocks=ClockStatus.CANCELLED)
    record(
        act="submission.voided", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        reason=reason,
    )  # fmt: skip
    return submission


@transaction.atomic
def withdraw(*, submission_id: int, reason: str, by: Actor, at: datetime) -> Submission:
    """End a submission that its author takes back before it became a case, at the desk or at the portal.

    Raises ActionRefused: submission_processed, withdraw_in_case, text_reveals_denouncer.
    """
    submission = locked(submission_id)
    status = SubmissionStatus(submission.status)
    if status is SubmissionStatus.ACCEPTED:
        raise ActionRefused(Refused("withdraw_in_case"))
    _check(may_change(status=status, states=UNANSWERED))
    if by.role != CITIZEN:
        refuse_naming(matter=submission.matter, by=by, at=at, texts=[reason])
    close_submission(
        submission=submission, status=SubmissionStatus.WITHDRAWN, by=by, at=at, clocks=ClockStatus.CANCELLED
    )
    record(
        act="submission.withdrawn", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, reason="" if by.role == CITIZEN else reason,
    )  # fmt: skip
    return submission


@transaction.atomic
def record_unprocessed_reason(*, submission_id: int, reason: str, by: Actor, at: datetime) -> Submission:
    """Record the good reason why a submission is still not processed.

    Raises ActionRefused: reason_missing, submission_processed, text_reveals_denouncer.
    Rule: LI-5 (KD-9)
    """
    submission = locked(submission_id)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing", rule="LI-5"))
    _check(may_change(status=SubmissionStatus(submission.status), states=UNANSWERED))
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[reason])
    submission.unprocessed_reason = tidy(reason)
    submission.save(update_fields=["unprocessed_reason"])
    record(
        act="submission.delay_explained", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, reason=reason, rule="LI-5",
    )  # fmt: skip
    return submission


def close_submission(
    *, submission: Submission, status: SubmissionStatus, by: Actor, at: datetime, clocks: ClockStatus
) -> None:
    """End a submission at the agency that holds it: state, line, limits, what was drafted to accept it. Part of an act."""
    end_drafts_of_acts(
        matter_id=submission.matter_id, of=[f"submission:{submission.pk}"], by=by, at=at,
        reason="Đơn đã kết thúc xử lý",
    )  # fmt: skip
    submission.status = status
    submission.closed_on = at.date()
    submission.save()
    close_clocks(matter_id=submission.matter_id, agency_id=submission.agency_id, on=at.date(), status=clocks)
    set_line(matter_id=submission.matter_id, agency_id=submission.agency_id, state=status.value, closed_on=at.date())


_LOCKED: Final = Objects(
    lambda *, submission: (
        Submission.objects.select_for_update(of=("self",)).select_related("matter").filter(pk=submission)
    )
)


def locked(submission_id: int) -> Submission:
    """Return a submission locked for an act. Raises ActionRefused: submission_unknown, already_destroyed."""
    submission = _LOCKED.first(submission=submission_id)
    if submission is None:
        raise ActionRefused(Refused("submission_unknown"))
    if submission.destroyed_on is not None:
        raise ActionRefused(Refused("already_destroyed"))
    return submission


def _show(submission: Submission, *, kind: MatterKind) -> None:
    title = NEUTRAL_TITLES[kind] if submission.matter.sealed else submission.summary[:200]
    set_line(
        matter_id=submission.matter_id,
        agency_id=submission.agency_id,
        kind=kind.value,
        title=title,
        field_code=submission.field_code,
        state=submission.status,
    )


def _change_clocks(submission: Submission, *, was: MatterKind, at: datetime) -> None:
    """End the limits of the former kind on the day of the act; start those of the new one from the same receipt."""
    source = Source(submission.source)
    before = set(clocks_at_receipt(kind=was, source=source))
    after = clocks_at_receipt(kind=MatterKind(submission.kind), source=source)
    gone = {rule for group in before - set(after) for rule in group}
    agency = submission.agency
    if gone:
        close_clocks(
            matter_id=submission.matter_id, agency_id=agency.pk, on=at.date(), rule_ids=gone,
            status=ClockStatus.CANCELLED,
        )  # fmt: skip
    run_clocks(
        matter_id=submission.matter_id,
        agency_id=agency.pk,
        agency_path=agency.path,
        rules=[group for group in after if group not in before],
        start=submission.received_on,
    )


def _check(verdict: object) -> None:
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
