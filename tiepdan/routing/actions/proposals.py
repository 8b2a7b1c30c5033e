"""Proposing what to do with a submission, and the head's decision, which performs it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.documents.access import law_day
from tiepdan.documents.actions import approved_for_act, approver_now
from tiepdan.documents.actions.papers import draft_paper, end_draft, end_drafts_elsewhere, free_paper
from tiepdan.documents.models import PROPOSED, Paper
from tiepdan.documents.rendering.forms import Seal
from tiepdan.documents.values import form_book
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify, set_line
from tiepdan.matters.clocks import run_clock
from tiepdan.matters.models import Clock
from tiepdan.routing import values
from tiepdan.routing.actions.performing import perform
from tiepdan.routing.models import Proposal
from tiepdan.routing.queries import chain, situation_of, suggest_route
from tiepdan.routing.rules.routes import RouteAct, Situation, Wish, may, route_of
from tiepdan.submissions.actions import refuse_naming, refuse_paper_naming, withdraw
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

PROPOSERS = (Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY)
DECIDERS = (Role.HEAD, Role.DEPUTY)
_WITH_TARGET = (RouteAct.GUIDE.value, RouteAct.FORWARD.value, RouteAct.RETURN.value)


@transaction.atomic
def propose(
    *,
    submission_id: int,
    act: RouteAct,
    reason: str,
    by: Actor,
    at: datetime,
    to_agency_id: int | None = None,
    to_text: str = "",
    ground: str = "",
) -> Proposal:
    """Put a proposal before the head, with its paper drafted: form 01 for acceptance, otherwise the letter itself.

    to_agency_id, to_text: the competent body, in the registry or not; ground: code of the list for filing, refusing
    Raises ActionRefused: wrong_role, submission_unknown, not_held_here, reason_missing, proposal_open, and those of the
        rule of the act: not_screened, already_processed, kind_unknown, not_eligible, eligible_here, not_competent,
        competent_here, already_guided, already_forwarded, would_loop, same_agency, no_target, no_ground, no_forwarder,
        complaint_is_guided, denunciation_is_forwarded, petition_is_forwarded, sender_not_on_return_list, not_signed,
        group_incomplete, denouncer_unknown; text_reveals_denouncer, because the letter and the other body show the reason.
    Rule: reports §2.3
    """
    if not by.is_one_of(*PROPOSERS):
        raise ActionRefused(Refused("wrong_role"))
    submission = locked(submission_id)
    if submission.agency_id != by.agency_id:
        raise ActionRefused(Refused("not_held_here"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if Proposal.objects.filter(submission=submission, approved__isnull=True).exists():
        raise ActionRefused(Refused("proposal_open"))
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[reason, to_text])
    situation = _situation(submission, at)
    rule = _allowed(act, situation, Wish(to_agency_id=to_agency_id, to_text=to_text, ground=ground))
    proposal = Proposal.objects.create(
        matter_id=submission.matter_id, submission=submission, agency_id=by.agency_id, act=act.value,
        to_agency_id=to_agency_id, to_text=to_text.strip()[:200], reason=reason.strip(), rule=rule, ground=ground,
        proposed_by_id=by.user_id, proposed_at=at,
    )  # fmt: skip
    proposal.paper = _draft(proposal, situation, by, at)
    proposal.save(update_fields=["paper"])
    submission.status = SubmissionStatus.PROPOSED
    submission.save(update_fields=["status"])
    set_line(matter_id=submission.matter_id, agency_id=by.agency_id, state=submission.status)
    _start_limit(submission, act, situation)
    record(
        act="proposal.made", by=by, at=at, subject=f"proposal:{proposal.pk}", matter_id=submission.matter_id,
        after={"act": act.value, "to": to_agency_id, "ground": ground}, rule=rule,
    )  # fmt: skip
    notify(
        agency_id=by.agency_id, kind="proposal_waiting", at=at, code=submission.code, matter_id=submission.matter_id,
        role=Role.HEAD,
    )  # fmt: skip
    return proposal


@transaction.atomic
def decide_proposal(*, proposal_id: int, approved: bool, by: Actor, at: datetime, note: str = "") -> Proposal:
    """Approve a proposal, which is then performed, or send it back with a note.

    Approved acceptance only marks the proposal: the case is opened by the act of `cases`.
    Raises ActionRefused: not_head, proposal_absent, proposal_decided, reason_missing (sent back without a note),
        text_reveals_denouncer, letter_target_differs, and those of the rule of the act, asked again under the lock.
    """
    proposal = _open(proposal_id, by)
    submission = locked(proposal.submission_id)
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[note])
    if not approved:
        return _send_back(proposal, submission, note, by, at)
    act = RouteAct(proposal.act)
    situation = _situation(submission, at)
    wish = Wish(to_agency_id=proposal.to_agency_id, to_text=proposal.to_text, ground=proposal.ground)
    rule = _allowed(act, situation, wish)
    _check_letter(proposal)
    _mark(proposal, by, at, approved=True, note=note)
    record(
        act="proposal.approved", by=by, at=at, subject=f"proposal:{proposal.pk}", matter_id=submission.matter_id,
        after={"act": act.value}, reason=note, rule=rule,
    )  # fmt: skip
    if proposal.proposed_by_id != by.user_id:
        notify(
            agency_id=by.agency_id, kind="approved", at=at, code=submission.code, matter_id=submission.matter_id,
            user_id=proposal.proposed_by_id,
        )  # fmt: skip
    if act is not RouteAct.ACCEPT:
        perform(act=act, proposal=proposal, submission=submission, situation=situation, by=by, at=at)
    return proposal


@transaction.atomic
def number_proposed_paper(*, paper_id: int, by: Actor, at: datetime) -> Proposal:
    """Number the approved letter of a proposal: the proposal is approved in the name of who approved the letter, and performed.

    Raises ActionRefused: paper_unknown, not_numberer, paper_not_approved, proposal_absent, proposal_decided, approver_gone,
        text_reveals_denouncer and those of `decide_proposal`.
    """
    # The proposal is locked before its letter, as a decision on it does.
    proposal = (
        Proposal.objects.select_for_update(of=("self",)).filter(paper_id=paper_id, agency_id=by.agency_id).first()
    )
    paper = approved_for_act(paper_id=paper_id, by=by, at=at)
    if proposal is None:
        raise ActionRefused(Refused("proposal_absent"))
    refuse_paper_naming(paper=paper, by=by, at=at)
    approver = approver_now(paper=paper, by=by, on=at.date())
    return decide_proposal(proposal_id=proposal.pk, approved=True, by=approver, at=at)


def decide_among_several(*, proposal_id: int, approved: bool, by: Actor, at: datetime, note: str = "") -> Proposal:
    """Decide one of several proposals chosen together; an acceptance names who settles, so it is approved by itself.

    Raises ActionRefused: acceptance_by_itself, and those of `decide_proposal`.
    """
    if approved and Proposal.objects.filter(pk=proposal_id, act=RouteAct.ACCEPT.value).exists():
        raise ActionRefused(Refused("acceptance_by_itself"))
    return decide_proposal(proposal_id=proposal_id, approved=approved, by=by, at=at, note=note)


def approve_acceptance(*, proposal_id: int, by: Actor, at: datetime, note: str = "") -> Proposal:
    """Approve a proposal to accept; the caller opens the case in the same transaction.

    Raises ActionRefused: not_an_acceptance, and those of `decide_proposal`.
    """
    if not Proposal.objects.filter(pk=proposal_id, act=RouteAct.ACCEPT.value).exists():
        raise ActionRefused(Refused("not_an_acceptance"))
    return decide_proposal(proposal_id=proposal_id, approved=True, by=by, at=at, note=note)


def _situation(submission: Submission, at: datetime) -> Situation:
    steps = chain(submission_id=submission.pk)
    competent = suggest_route(submission=submission, on=at.date(), steps=steps).competent
    return situation_of(submission=submission, on=at.date(), steps=steps, competent=competent)


def _allowed(act: RouteAct, situation: Situation, wish: Wish) -> str:
    verdict = may(act=act, situation=situation, wish=wish)
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    return verdict.rule


def _open(proposal_id: int, by: Actor) -> Proposal:
    if not by.is_one_of(*DECIDERS):
        raise ActionRefused(Refused("not_head"))
    proposal = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal_id, agency_id=by.agency_id).first()
    if proposal is None:
        raise ActionRefused(Refused("proposal_absent"))
    if proposal.approved is not None:
        raise ActionRefused(Refused("proposal_decided"))
    return proposal


def _send_back(proposal: Proposal, submission: Submission, note: str, by: Actor, at: datetime) -> Proposal:
    if not note.strip():
        raise ActionRefused(Refused("reason_missing"))
    _mark(proposal, by, at, approved=False, note=note)
    if proposal.paper_id is not None:
        free_paper(paper_id=proposal.paper_id)
        end_draft(paper_id=proposal.paper_id, reason=note, by=by, at=at)
    if submission.status == SubmissionStatus.PROPOSED:  # not one that ended meanwhile
        submission.status = SubmissionStatus.SCREENED
        submission.save(update_fields=["status"])
        set_line(matter_id=submission.matter_id, agency_id=by.agency_id, state=submission.status)
    record(
        act="proposal.sent_back", by=by, at=at, subject=f"proposal:{proposal.pk}", matter_id=submission.matter_id,
        reason=note,
    )  # fmt: skip
    notify(
        agency_id=by.agency_id, kind="sent_back", at=at, code=submission.code, matter_id=submission.matter_id,
        user_id=proposal.proposed_by_id,
    )  # fmt: skip
    return proposal


@transaction.atomic
def withdraw_submission(*, submission_id: int, reason: str, by: Actor, at: datetime) -> Submission:
    """End a submission that its author takes back, and with it what was proposed and its letter.

    Raises ActionRefused: those of `submissions.actions.withdraw`.
    """
    proposal = hold_open_proposal(submission_id=submission_id)
    submission = withdraw(submission_id=submission_id, reason=reason, by=by, at=at)
    if proposal is not None:
        _mark(proposal, by, at, approved=False, note="Người gửi đã rút đơn")
        if proposal.paper_id is not None and by.user_id > 0:
            end_draft(paper_id=proposal.paper_id, reason="Người gửi đã rút đơn", by=by, at=at)
        elif proposal.paper_id is not None:  # a citizen sees no draft
            end_drafts_elsewhere(
                matter_id=submission.matter_id, reason="Người gửi đã rút đơn", letters=True, by=by, at=at
            )
    return submission


def hold_open_proposal(*, submission_id: int) -> Proposal | None:
    """Lock the open proposal of a submission; it is locked before the submission, as a decision does. Part of an act."""
    open_now = Proposal.objects.select_for_update(of=("self",)).filter(
        submission_id=submission_id, approved__isnull=True
    )
    return open_now.first()


def _check_letter(proposal: Proposal) -> None:
    """Refuse a letter that names another body than the one the submission goes to."""
    to_name = proposal.to_agency.name if proposal.to_agency else proposal.to_text
    paper = proposal.paper
    if paper is None or not to_name or proposal.act not in _WITH_TARGET:
        return
    name = values.target_field(form=paper.form_key)
    field = form_book().form(paper.form_key, on=law_day(paper)).fields.get(name)
    if field is None or field.seal is not Seal.NO:
        return
    if tidy(str(paper.values.get(name) or "")).casefold() != tidy(to_name).casefold():
        raise ActionRefused(Refused("letter_target_differs", facts={"field": field.label, "target": to_name}))


def _mark(proposal: Proposal, by: Actor, at: datetime, *, approved: bool, note: str) -> None:
    """Close a proposal. A citizen who takes a submission back closes it too, but is nobody who decided."""
    proposal.approved, proposal.decided_at = approved, at
    proposal.decided_by_id = by.user_id if by.user_id > 0 else None
    proposal.decision_note = note.strip()
    proposal.save(update_fields=["approved", "decided_by", "decided_at", "decision_note"])


def _draft(proposal: Proposal, situation: Situation, by: Actor, at: datetime) -> Paper | None:
    """Draft the paper that the head will sign; filing needs none."""
    act, submission = RouteAct(proposal.act), proposal.submission
    agency = Agency.objects.get(pk=by.agency_id)
    route = route_of(act=act, situation=situation)
    to_name = proposal.to_agency.name if proposal.to_agency else proposal.to_text
    if act is RouteAct.FILE:
        return None
    if act is RouteAct.ACCEPT:
        form = values.PROPOSAL_FORM
        filled = values.proposal_values(submission=submission, agency=agency, reason=proposal.reason, officer=by.name)
    elif act is RouteAct.REFUSE:
        form = values.REFUSAL_FORMS[submission.kind]
        filled = values.refusal_values(
            submission=submission, agency=agency, ground=proposal.ground, reason=proposal.reason, on=at.date()
        )
    elif act is RouteAct.SPLIT or route is None:
        form = values.SPLIT_FORM
        filled = values.split_values(submission=submission, reason=proposal.reason)
    else:
        form = route.form
        forwarder = submission.forwarded_by.name if submission.forwarded_by else "Cơ quan, cá nhân chuyển đơn"
        filled = values.letter_values(
            submission=submission, form=form, to_name=to_name, reason=proposal.reason, legal_ground=route.article,
            forwarder=forwarder,
        )  # fmt: skip
    recipients = () if submission.matter.sealed or not to_name else (to_name,)
    paper = draft_paper(
        form_key=form, values=filled, by=by, at=at, matter_id=submission.matter_id, sealed=submission.matter.sealed,
        recipients=recipients,
    )  # fmt: skip
    if act is not RouteAct.ACCEPT:  # form 01 only advises the head and is issued by nobody
        paper.act = PROPOSED
        paper.save(update_fields=["act"])
    return paper


def _start_limit(submission: Submission, act: RouteAct, situation: Situation) -> None:
    """Found not to be competent, forwarding has its own limit, from the receipt. Rule: TC-3"""
    route = route_of(act=act, situation=situation)
    if route is None or not route.limit:
        return
    running = Clock.objects.filter(
        matter_id=submission.matter_id,
        agency_id=submission.agency_id,
        rule_id=route.limit,
        starts_on=submission.received_on,
    )
    if not running.exists():
        run_clock(
            matter_id=submission.matter_id,
            agency_id=submission.agency_id,
            rule_id=route.limit,
            start=submission.received_on,
        )
