"""Preparing the paper of an act for a leader's approval, and doing the act with the paper that was approved.

The act that opens a case, or refuses to, has no case yet: its paper is drafted for the submission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from tiepdan.accounts.acting import actor_of, posts_for
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases.actions.accepting import lock_waiting
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import PREPARATION, PaperReady, Preparation, is_sealed, lock_case
from tiepdan.cases.models import Case, Step
from tiepdan.cases.papers import WRITER_SIGNS
from tiepdan.cases.situations import is_actors, procedure_of, roles_of
from tiepdan.documents.actions import approve_paper, approved_for_act, approver_now, draft_for_act, drafted_after
from tiepdan.documents.models import Paper
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import is_kept_out
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.actions import refuse_naming as refuse_naming_in
from tiepdan.submissions.actions import refuse_paper_naming
from tiepdan.submissions.models import Submission

Run = Callable[[Actor], object]  # does the act as somebody
_LEADERS: Final = (Role.HEAD, Role.DEPUTY)
_PREPARERS: Final = (*_LEADERS, Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER, Role.HANDLER)
# Acts that open a case: of the paper of one, the submission is the file.
OPENING: Final = frozenset({"accept_case", "accept_denunciation", "refuse_case", "refuse_denunciation"})


@transaction.atomic
def prepare_act(
    *, case_id: int, act: str, typed: Mapping[str, list[str]], run: Run, by: Actor, at: datetime,
    paper_id: int | None = None,
) -> Paper:  # fmt: skip
    """Draft the paper of an act for review and approval; the act is tried in the leader's name, and only its paper stays.

    typed: the form of the act, kept so that the approved act is done with the same words; paper_id: a draft to write anew
    Raises NotFound; ActionRefused: other_agency, no_part_in_case, no_approver, act_has_no_draft, text_reveals_denouncer,
        act_already_prepared, and those with which the act itself would be refused.
    """
    case = lock_case(case_id=case_id)
    if not is_actors(case=case, by=by):
        raise ActionRefused(Refused("other_agency", rule="complaints §3.2"))
    if not roles_of(case=case, by=by):
        raise ActionRefused(Refused("no_part_in_case"))
    leader = approver_of(case=case, by=by, on=at.date())
    if leader is None:
        raise ActionRefused(Refused("no_approver"))
    last = Step.objects.filter(case=case).order_by("-pk").values_list("pk", flat=True).first() or 0
    ready = _paper_of(run, leader)
    refuse_naming(case=case, by=by, at=at, texts=_texts(ready, typed))
    return draft_for_act(
        act=act, of=f"case:{case.pk}", typed=typed, form_key=ready.form.key, values=ready.values,
        recipients=ready.recipients, by=by, at=at, matter_id=case.matter_id, sealed=is_sealed(case), paper_id=paper_id,
        after=last,
    )  # fmt: skip


@transaction.atomic
def prepare_opening(
    *, submission_id: int, act: str, typed: Mapping[str, list[str]], run: Run, by: Actor, at: datetime,
    paper_id: int | None = None,
) -> Paper:  # fmt: skip
    """Draft the notice or decision of acceptance, or of its refusal, for review and approval. No case is opened yet.

    act: one of OPENING; typed, paper_id: as of `prepare_act`
    Raises NotFound; ActionRefused: wrong_role, no_approver, act_has_no_draft, act_already_prepared, text_reveals_denouncer,
        and those of `accept_submission` or `refuse_acceptance`.
    Rule: complaints §3.2/3, §3.2/4, §3.4, §4.2/11, §4.2/12
    """
    submission = lock_waiting(submission_id=submission_id, by=by)
    if not by.is_one_of(*_PREPARERS):
        who = "cán bộ tiếp công dân, cán bộ xử lý đơn, người giải quyết, thủ trưởng"
        raise ActionRefused(Refused("wrong_role", facts={"who": who}))
    leader = _leader_for(matter_id=submission.matter_id, leader_id=None, by=by, on=at.date())
    if leader is None:
        raise ActionRefused(Refused("no_approver"))
    last = _last_step(submission)
    ready = _paper_of(run, leader)
    refuse_naming_in(matter=submission.matter, by=by, at=at, texts=_texts(ready, typed))
    return draft_for_act(
        act=act, of=f"submission:{submission.pk}", typed=typed, form_key=ready.form.key, values=ready.values,
        recipients=ready.recipients, by=by, at=at, matter_id=submission.matter_id, sealed=submission.matter.sealed,
        paper_id=paper_id, after=last,
    )  # fmt: skip


def opening_act(*, kind: str, refused: bool) -> str:
    """Return the act of the procedure by which a submission of a kind is accepted, or refused."""
    what = "denunciation" if kind == MatterKind.DENUNCIATION else "case"
    return f"{'refuse' if refused else 'accept'}_{what}"


def _paper_of(run: Run, leader: Actor) -> PaperReady:
    """Try an act in a leader's name and keep nothing of it but the paper it would issue."""
    ready: PaperReady | None = None
    try:
        with transaction.atomic(), _under(Preparation()):
            run(leader)
            transaction.set_rollback(True)
    except PaperReady as found:
        ready = found
    # Minutes and reports are signed by who writes them, and what a denouncer said lies in no draft.
    if ready is None or ready.secret or ready.form.kind in WRITER_SIGNS:
        raise ActionRefused(Refused("act_has_no_draft"))
    return ready


def _texts(ready: PaperReady, typed: Mapping[str, list[str]]) -> list[Any]:
    return [*ready.values.values(), *(one for many in typed.values() for one in many)]


def _last_step(submission: Submission) -> int:
    steps = Step.objects.filter(case__submission=submission)
    return steps.order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def approve_prepared(*, case_id: int, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Approve the draft of an act, as long as the file is where it was when the draft was written.

    Raises NotFound; ActionRefused: prepared_paper_stale, text_reveals_denouncer and those of `approve_paper`.
    """
    _check_prepared(case_id=case_id, paper_id=paper_id, by=by, at=at)
    return approve_paper(paper_id=paper_id, by=by, at=at)


@transaction.atomic
def perform_prepared(*, case_id: int, paper_id: int, run: Run, by: Actor, at: datetime) -> Paper:
    """Number an approved paper by doing its act: in the name of who approved it, with the paper as approved.

    Raises NotFound; ActionRefused: paper_unknown, not_numberer, paper_not_approved, approver_gone, prepared_paper_stale (the
        file says something else by now), text_reveals_denouncer, and those of the act.
    """
    _check_prepared(case_id=case_id, paper_id=paper_id, by=by, at=at)
    return _perform(paper_id=paper_id, run=run, by=by, at=at)


@transaction.atomic
def approve_opening(*, submission_id: int, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Approve the draft of acceptance or refusal, as long as the submission is where it was when the draft was written.

    Raises NotFound; ActionRefused: not_waiting, other_agency, prepared_paper_stale, text_reveals_denouncer and those of
        `approve_paper`.
    """
    _check_opening(submission_id=submission_id, paper_id=paper_id, by=by, at=at)
    return approve_paper(paper_id=paper_id, by=by, at=at)


@transaction.atomic
def perform_opening(*, submission_id: int, paper_id: int, run: Run, by: Actor, at: datetime) -> Paper:
    """Number an approved notice or decision: the case is opened, or refused, in the name of who approved it, on this day.

    Raises NotFound; ActionRefused: paper_unknown, not_numberer, paper_not_approved, approver_gone, prepared_paper_stale,
        text_reveals_denouncer, and those of `accept_submission` or `refuse_acceptance`.
    """
    _check_opening(submission_id=submission_id, paper_id=paper_id, by=by, at=at)
    return _perform(paper_id=paper_id, run=run, by=by, at=at)


def _perform(*, paper_id: int, run: Run, by: Actor, at: datetime) -> Paper:
    paper = approved_for_act(paper_id=paper_id, by=by, at=at)
    approver = approver_now(paper=paper, by=by, on=at.date())
    preparation = Preparation(approved=paper)
    with _under(preparation):
        run(approver)
    if not preparation.used:
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": paper.title}))
    return paper


def _check_prepared(*, case_id: int, paper_id: int, by: Actor, at: datetime) -> None:
    """Lock the case before its paper, as every act does, and ask what may have changed since the draft was written."""
    case = lock_case(case_id=case_id)
    paper = Paper.objects.filter(pk=paper_id, matter_id=case.matter_id, agency_id=by.agency_id).first()
    if paper is None:
        raise ActionRefused(Refused("paper_unknown"))
    refuse_paper_naming(paper=paper, by=by, at=at)
    later = Step.objects.filter(case=case, pk__gt=drafted_after(paper=paper)).order_by("pk").first()
    if paper.act_typed is not None and later is not None:
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": _title(case, later.act, at.date())}))


def _check_opening(*, submission_id: int, paper_id: int, by: Actor, at: datetime) -> None:
    """Lock the submission before its paper, and ask what may have changed since the draft was written."""
    submission = lock_waiting(submission_id=submission_id, by=by)
    paper = Paper.objects.filter(pk=paper_id, act_of=f"submission:{submission.pk}", agency_id=by.agency_id).first()
    if paper is None:
        raise ActionRefused(Refused("paper_unknown"))
    refuse_paper_naming(paper=paper, by=by, at=at)
    if paper.act_typed is not None and _last_step(submission) > drafted_after(paper=paper):
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": paper.title}))


def _title(case: Case, act: str, on: date) -> str:
    known = procedure_of(case=case, today=on).acts.get(act)
    return known.title_vi if known is not None else act


def approver_of(*, case: Case, by: Actor, on: date) -> Actor | None:
    """Return the leader in whose name a paper is prepared: of the case, otherwise the head. Cost: 2 or 3 queries."""
    return _leader_for(matter_id=case.matter_id, leader_id=case.leader_id, by=by, on=on)


def _leader_for(*, matter_id: int, leader_id: int | None, by: Actor, on: date) -> Actor | None:
    if by.is_one_of(*_LEADERS):
        return by
    heads = Post.objects.in_force(on=on).filter(agency_id=by.agency_id, role=Role.HEAD, acting_for="")
    for head in heads.select_related("user", "agency").order_by("pk"):
        if not is_kept_out(matter_id=matter_id, user_id=head.user_id, paths=[head.agency.path]):
            return actor_of(post=head)
    posts = posts_for(leader_id, on=on) if leader_id is not None else []
    return next(
        (actor_of(post=post) for post in posts if post.agency_id == by.agency_id and post.role in _LEADERS), None
    )


@contextmanager
def _under(preparation: Preparation) -> Iterator[None]:
    token = PREPARATION.set(preparation)
    try:
        yield
    finally:
        PREPARATION.reset(token)
