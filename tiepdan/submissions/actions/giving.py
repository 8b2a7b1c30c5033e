"""Letting somebody process a submission."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import assign, release
from tiepdan.matters.models import Assignment
from tiepdan.matters.rules import Duty
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import BEFORE_PROCESSING, SubmissionStatus, may_change

LEADERS = (Role.HEAD, Role.DEPUTY)
_HANDED_ON = "Giao người khác xử lý"


@transaction.atomic
def give_processing(*, submission_id: int, user_id: int, by: Actor, at: datetime) -> Submission:
    """Let a person process a submission; who processed it before hands it on. Each assignment has its own audit entry.

    Raises ActionRefused: only_leaders_assign, submission_unknown, not_held_here, submission_processed, already_given,
        not_at_agency, conflict_of_interest
    """
    if not by.is_one_of(*LEADERS):
        raise ActionRefused(Refused("only_leaders_assign"))
    submission = locked(submission_id)
    if submission.agency_id != by.agency_id:
        raise ActionRefused(Refused("not_held_here"))
    verdict = may_change(status=SubmissionStatus(submission.status), states=BEFORE_PROCESSING)
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    held = Assignment.objects.filter(matter_id=submission.matter_id, duty=Duty.PROCESSING, ends_at__isnull=True)
    before = list(held.values_list("user_id", flat=True))
    if user_id in before:
        raise ActionRefused(Refused("already_given"))
    assign(matter_id=submission.matter_id, user_id=user_id, agency_id=by.agency_id, duty=Duty.PROCESSING, by=by, at=at)
    for former in before:
        release(matter_id=submission.matter_id, user_id=former, duty=Duty.PROCESSING, by=by, at=at, reason=_HANDED_ON)
    return submission
