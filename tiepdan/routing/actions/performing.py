"""What an approved proposal does: guide, forward, return, file, refuse, guide to split. Parts of `decide_proposal`."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.documents.actions.papers import end_drafts_of_acts, issue_new_paper, issue_paper
from tiepdan.documents.models import Paper
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import close_clocks, join_matter, notify, release, set_line, tell_lines
from tiepdan.matters.clocks import run_clock
from tiepdan.matters.models import Assignment, Matter
from tiepdan.matters.rules import Capacity, ClockStatus, Duty
from tiepdan.routing import values
from tiepdan.routing.models import Proposal, Transfer, TransferAct
from tiepdan.routing.queries import chain
from tiepdan.routing.rules.routes import RouteAct, Situation, route_of
from tiepdan.routing.rules.table import Route
from tiepdan.submissions.actions.screening import close_submission
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

KEEPING = "reports §2.4/8"  # a filed paper is kept one year
_ENDS = {
    RouteAct.FILE: (SubmissionStatus.FILED, "submission.filed"),
    RouteAct.REFUSE: (SubmissionStatus.REFUSED, "submission.refused"),
    RouteAct.SPLIT: (SubmissionStatus.SPLIT, "submission.guided_to_split"),
}


def perform(
    *, act: RouteAct, proposal: Proposal, submission: Submission, situation: Situation, by: Actor, at: datetime
) -> None:
    """Do what was approved. Raises ActionRefused: already_guided, already_forwarded when another officer was faster."""
    if act is RouteAct.GUIDE:
        guide(proposal=proposal, submission=submission, situation=situation, by=by, at=at)
    elif act is RouteAct.FORWARD:
        forward(proposal=proposal, submission=submission, situation=situation, by=by, at=at)
    elif act is RouteAct.RETURN:
        return_to_sender(proposal=proposal, submission=submission, by=by, at=at)
    else:
        end_here(act=act, proposal=proposal, submission=submission, by=by, at=at)


def guide(*, proposal: Proposal, submission: Submission, situation: Situation, by: Actor, at: datetime) -> Transfer:
    """Guide the author to the competent body, once for one content. Rule: reports §2.3/4"""
    paper = _issued(proposal, by, at)
    transfer = _step(TransferAct.GUIDE, proposal, submission, paper, situation, by, at)
    close_submission(submission=submission, status=SubmissionStatus.GUIDED, by=by, at=at, clocks=ClockStatus.MET)
    set_line(matter_id=submission.matter_id, agency_id=by.agency_id, capacity=Capacity.PASSED_ON)
    _record("submission.guided", transfer, by, at)
    return transfer


def forward(*, proposal: Proposal, submission: Submission, situation: Situation, by: Actor, at: datetime) -> Transfer:
    """Send a submission on: the other agency holds it from now, this one only follows it.

    A body outside the registry gets the paper alone. The author of a denunciation is told by a notice.
    Rule: reports §2.3/12, TC-3
    """
    paper = _issued(proposal, by, at)
    transfer = _step(TransferAct.FORWARD, proposal, submission, paper, situation, by, at)
    route = route_of(act=RouteAct.FORWARD, situation=situation)
    if route is not None and route.notice:
        _tell_author(route, proposal, submission, paper, by, at)
    close_clocks(matter_id=submission.matter_id, agency_id=by.agency_id, on=at.date(), status=ClockStatus.MET)
    _record("submission.forwarded", transfer, by, at)
    if transfer.to_agency_id is not None:
        _hand_over(submission, transfer.to_agency_id, at)
    submission.status = SubmissionStatus.FORWARDED
    submission.save(update_fields=["status", "agency"])
    _let_go(submission, SubmissionStatus.FORWARDED, by, at)
    return transfer


def return_to_sender(*, proposal: Proposal, submission: Submission, by: Actor, at: datetime) -> Transfer:
    """Give a submission back to the body that sent it here.

    If it came through this program, that agency holds it again, and its forwarding no longer stands against another one:
    the content has not yet reached the competent body.
    Rule: reports §2.3/5
    """
    paper = _issued(proposal, by, at)
    came = (
        Transfer.objects.filter(matter_id=submission.matter_id, act=TransferAct.FORWARD, to_agency_id=by.agency_id)
        .order_by("-pk")
        .first()
    )
    back_to = came.from_agency_id if came else submission.forwarded_by_id
    transfer = Transfer.objects.create(
        matter_id=submission.matter_id, submission=submission, act=TransferAct.RETURN, from_agency_id=by.agency_id,
        to_agency_id=None if back_to == by.agency_id else back_to, to_text="" if back_to else "Nơi chuyển đơn",
        reason=proposal.reason, rule=proposal.rule, paper=paper, done_on=at.date(), done_by_id=by.user_id,
    )  # fmt: skip
    close_clocks(matter_id=submission.matter_id, agency_id=by.agency_id, on=at.date(), status=ClockStatus.MET)
    _record("submission.returned", transfer, by, at)
    if came is None:
        close_submission(submission=submission, status=SubmissionStatus.RETURNED, by=by, at=at, clocks=ClockStatus.MET)
        set_line(matter_id=submission.matter_id, agency_id=by.agency_id, capacity=Capacity.PASSED_ON)
        return transfer
    came.once_key, came.replied_on, came.reply = None, at.date(), "Trả lại đơn"
    came.save(update_fields=["once_key", "replied_on", "reply"])
    _hand_over(submission, came.from_agency_id, at)
    submission.status = SubmissionStatus.SCREENED
    submission.save(update_fields=["status", "agency"])
    _let_go(submission, SubmissionStatus.RETURNED, by, at)
    return transfer


def end_here(*, act: RouteAct, proposal: Proposal, submission: Submission, by: Actor, at: datetime) -> None:
    """File, refuse, or guide to write separate papers: the submission ends at this agency.

    A filed one is kept a year before the head decides on its destruction.
    Rule: reports §2.3/20, reports §2.4/8, complaints §3.5, complaints §4.3
    """
    status, word = _ENDS[act]
    if proposal.paper_id is not None:
        _issued(proposal, by, at)
    close_submission(submission=submission, status=status, by=by, at=at, clocks=ClockStatus.MET)
    if act is RouteAct.FILE:
        run_clock(
            matter_id=submission.matter_id, agency_id=by.agency_id, agency_path=by.agency_path, rule_id=KEEPING,
            start=at.date(),
        )  # fmt: skip
    record(
        act=word, by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        after={"ground": proposal.ground}, rule=proposal.rule,
    )  # fmt: skip


def root_of(*, matter_id: int) -> int:
    """Return the first matter of a content. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.root_matter(%s)", [matter_id])
        row = cursor.fetchone()
    return int(row[0]) if row and row[0] else matter_id


def _step(
    act: TransferAct,
    proposal: Proposal,
    submission: Submission,
    paper: Paper,
    situation: Situation,
    by: Actor,
    at: datetime,
) -> Transfer:
    """Add a step; the unique key lets only one officer win, whichever agencies they are at."""
    route = route_of(act=RouteAct(act.value), situation=situation)
    once = f"{act.value}:{root_of(matter_id=submission.matter_id)}" if route is not None and route.once else None
    try:
        with transaction.atomic():
            return Transfer.objects.create(
                matter_id=submission.matter_id, submission=submission, act=act, from_agency_id=by.agency_id,
                to_agency_id=proposal.to_agency_id, to_text=proposal.to_text, reason=proposal.reason, rule=proposal.rule,
                paper=paper, done_on=at.date(), done_by_id=by.user_id, once_key=once,
            )  # fmt: skip
    except IntegrityError as error:
        if "once_key" not in str(error):
            raise
        raise ActionRefused(_too_late(act, submission, proposal)) from error


def _too_late(act: TransferAct, submission: Submission, proposal: Proposal) -> Refused:
    """Say which letter was faster, as far as the actor may know it."""
    found = [step for step in chain(submission_id=submission.pk) if step.act == act]
    code = "already_guided" if act is TransferAct.GUIDE else "already_forwarded"
    return Refused(code, rule=proposal.rule, facts=found[-1].earlier.facts if found else {})


def _issued(proposal: Proposal, by: Actor, at: datetime) -> Paper:
    if proposal.paper_id is None:
        raise ActionRefused(Refused("paper_unknown"))
    return issue_paper(paper_id=proposal.paper_id, by=by, at=at)


def _tell_author(
    route: Route, proposal: Proposal, submission: Submission, slip: Paper, by: Actor, at: datetime
) -> None:
    to_name = proposal.to_agency.name if proposal.to_agency else proposal.to_text
    number = f"{slip.number}/{slip.symbol} ngày {slip.dated_on:%d/%m/%Y}"
    issue_new_paper(
        form_key=route.notice,
        values=values.forwarded_notice_values(submission=submission, to_name=to_name, slip=number),
        by=by, at=at, matter_id=submission.matter_id, sealed=submission.matter.sealed,
    )  # fmt: skip


def _hand_over(submission: Submission, to_agency_id: int, at: datetime) -> None:
    """Let the other agency in, make it responsible and tell it."""
    tell_lines(matter_id=submission.matter_id, state=SubmissionStatus.FORWARDED.value)
    join_matter(
        matter_id=submission.matter_id, agency_id=to_agency_id, capacity=Capacity.RECEIVED, received_on=at.date()
    )
    submission.agency = Agency.objects.get(pk=to_agency_id)
    Matter.objects.filter(pk=submission.matter_id).update(agency_id=to_agency_id)
    roles = (Role.HEAD,) if submission.matter.sealed else (Role.PROCESSING_OFFICER, Role.HEAD)
    for role in roles:
        notify(
            agency_id=to_agency_id, kind="forwarded_in", at=at, code=submission.code, matter_id=submission.matter_id,
            role=role,
        )  # fmt: skip


def _let_go(submission: Submission, state: SubmissionStatus, by: Actor, at: datetime) -> None:
    """Release who is assigned, end what was drafted to accept it here, and turn this agency's line into one that only follows.

    The line comes last: of a sealed matter the content is closed to it after, the assignments too.
    """
    end_drafts_of_acts(
        matter_id=submission.matter_id, agency_id=by.agency_id, of=[f"submission:{submission.pk}"], by=by, at=at,
        reason="Đã chuyển đơn đi",
    )  # fmt: skip
    held = Assignment.objects.filter(matter_id=submission.matter_id, agency_id=by.agency_id, ends_at__isnull=True)
    for user_id, duty in list(held.values_list("user_id", "duty")):
        release(
            matter_id=submission.matter_id, user_id=user_id, duty=Duty(duty), by=by, at=at, reason="Đã chuyển đơn đi",
        )  # fmt: skip
    set_line(
        matter_id=submission.matter_id, agency_id=by.agency_id, state=state.value, closed_on=at.date(),
        capacity=Capacity.PASSED_ON, handler_id=None,
    )  # fmt: skip


def _record(act: str, transfer: Transfer, by: Actor, at: datetime) -> None:
    record(
        act=act, by=by, at=at, subject=f"submission:{transfer.submission_id}", matter_id=transfer.matter_id,
        after={"to": transfer.to_agency_id, "paper": transfer.paper_id}, rule=transfer.rule,
    )  # fmt: skip
