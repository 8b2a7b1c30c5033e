"""One act in progress: asking the rule, issuing its paper, and everything every act on a case leaves behind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.cases.actions.limits import apply_changes, stored_ids
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.intent import NO_WORDS, Intent
from tiepdan.cases.models import Case, Step
from tiepdan.cases.papers import WRITER_SIGNS, own_form, values_from_file
from tiepdan.cases.rules.engine import clocks_after, target_state
from tiepdan.cases.rules.procedure import PREVIOUS, Act, Procedure
from tiepdan.cases.rules.situation import Situation
from tiepdan.cases.situations import RECORDABLE, load_file, may_act, procedure_of, roles_of, situation_of, with_answers
from tiepdan.documents.actions import end_draft, end_drafts_of_acts, issue_new_paper, issue_paper
from tiepdan.documents.models import UNFINISHED, Paper
from tiepdan.documents.rendering.forms import FieldValue, Form, PaperKind, sealed_fields
from tiepdan.documents.rendering.wording import signing_title
from tiepdan.documents.values import split_values
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.statement import Objects
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import close_clocks, notify, set_line, tell_lines
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import ClockStatus
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SubmissionStatus

_SIGNERS: Final = (Role.HEAD, Role.DEPUTY)


@dataclass(slots=True)
class Turn:
    """An act that the rule lets through and that is not yet written down."""

    case: Case
    procedure: Procedure
    act: Act
    situation: Situation
    by: Actor
    at: datetime
    rule: str
    intent: Intent = NO_WORDS
    starts: dict[str, date] = field(default_factory=dict)  # day of the event of a limit, when not the day of the act
    facts: dict[str, Any] = field(default_factory=dict)  # kept in the step
    paper: Paper | None = None

    @property
    def on(self) -> date:
        """The legal day of the act."""
        return self.at.date()


_LOCKED: Final = Objects(
    lambda *, case: (
        Case.objects.select_for_update(of=("self",))
        .select_related("matter", "submission", "agency", "agency__parent", "leader", "handler")
        .filter(pk=case)
    )
)


def lock_case(*, case_id: int) -> Case:
    """Return a case, locked. Raises NotFound for the absent and the foreign alike; ActionRefused: already_destroyed."""
    case = _LOCKED.first(case=case_id)
    if case is None:
        raise NotFound(str(case_id))
    if case.destroyed_on is not None:  # nothing may be said in it again
        raise ActionRefused(Refused("already_destroyed"))
    return case


def begin(*, case_id: int, act: str, by: Actor, at: datetime, intent: Intent = NO_WORDS, **facts: object) -> Turn:
    """Lock the case and ask the rule.

    facts: fields of Situation known by this act, such as dialogue_on; what the intent answers is recorded
    Raises NotFound; ActionRefused with the codes of rules/procedures/refusals.yaml, other_agency, no_part_in_case.
    """
    case = lock_case(case_id=case_id)
    return continue_with(case=case, act=act, by=by, at=at, intent=intent, **facts)


def continue_with(*, case: Case, act: str, by: Actor, at: datetime, intent: Intent, **facts: object) -> Turn:
    """Ask the rule about the next act on a case that is locked already."""
    today = at.date()
    answers = {name: value for name, value in intent.facts.items() if name in RECORDABLE and value is not None}
    remember(case=case, facts=answers)
    procedure = procedure_of(case=case, today=today)
    situation = with_answers(
        situation=situation_of(case=case, file=load_file(case=case), today=today), answers={**answers, **facts}
    )
    situation = replace(situation, reason=intent.reason, grounds=intent.grounds)
    verdict = may_act(
        case=case, procedure=procedure, act=act, situation=situation, roles=roles_of(case=case, by=by), by=by,
        today=today,
    )  # fmt: skip
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    refuse_naming(case=case, by=by, at=at, texts=[intent.note, intent.reason])
    return Turn(
        case=case, procedure=procedure, act=procedure.acts[act], situation=situation, by=by, at=at, rule=verdict.rule,
        intent=intent, facts=dict(answers),
    )  # fmt: skip


def remember(*, case: Case, facts: Mapping[str, Any]) -> None:
    """Record facts that later acts depend on; the caller saves the case."""
    case.facts = {**case.facts, **facts}
    if "demand_differs" in facts:
        case.demand_differs = facts["demand_differs"]


def issue(
    turn: Turn, *, values: Mapping[str, FieldValue] | None = None, form_key: str = "", recipients: tuple[str, ...] = (),
    secret: Collection[str] = (),
) -> Paper | None:  # fmt: skip
    """Issue the paper of an act: values from the file, over them the given ones, over them what the officer typed.

    form_key: default: the form that the procedure names; secret: fields that only an opening shows
    Returns: the paper, or None when the act has none
    Raises ActionRefused: text_reveals_denouncer, paper_incomplete and the others of documents.
    """
    documents = (form_key,) if form_key else turn.act.documents
    form = own_form(documents=documents, on=turn.on)
    if form is None:
        return None
    shut = sealed_fields(form=form) | set(secret)
    typed = [value for name, value in turn.intent.values.items() if name in form.fields and name not in shut]
    refuse_naming(case=turn.case, by=turn.by, at=turn.at, texts=typed)
    chosen: dict[str, FieldValue] = values_from_file(case=turn.case, form=form, on=turn.on)
    for more in (values or {}, turn.intent.values):
        chosen |= {name: value for name, value in more.items() if name in form.fields and value not in ("", None)}
    paper = _prepared(turn, form, chosen, recipients, secret) or issue_for(
        case=turn.case, form_key=form.key, kind=form.kind, values=chosen, by=turn.by, at=turn.at,
        recipients=recipients, secret=secret,
    )  # fmt: skip
    turn.paper = turn.paper or paper
    return paper


@dataclass(slots=True)
class Preparation:
    """That an act is only tried for the paper it would issue, or is done with the paper that was approved."""

    approved: Paper | None = None
    used: bool = False


class PaperReady(Exception):  # no error: it ends the trying of an act at the paper that was sought
    """The first paper of an act that is tried."""

    def __init__(self, form: Form, values: Mapping[str, FieldValue], recipients: tuple[str, ...], secret: bool) -> None:
        """Keep what the paper would be."""
        super().__init__(form.key)
        self.form, self.values, self.recipients, self.secret = form, values, recipients, secret


PREPARATION: Final[ContextVar[Preparation | None]] = ContextVar("preparation", default=None)


def _prepared(
    turn: Turn, form: Form, values: Mapping[str, FieldValue], recipients: tuple[str, ...], secret: Collection[str]
) -> Paper | None:
    """Issue the approved paper of this act as it was approved; of an act that is tried, hand its paper out."""
    preparation = PREPARATION.get()
    if preparation is None:
        drop_prepared(case=turn.case, act=turn.act.code, by=turn.by, at=turn.at)
        return None
    if preparation.used:
        return None
    paper = preparation.approved
    if paper is None:
        raise PaperReady(form, values, recipients, bool(secret))
    preparation.used = True
    if paper.form_key != form.key:
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": form.name}))
    _refresh(paper, form, values, turn.on)
    name, title = _signature(case=turn.case, kind=form.kind, by=turn.by, at=turn.at)
    return issue_paper(paper_id=paper.pk, by=turn.by, at=turn.at, signer_name=name, signer_title=title)


def _refresh(paper: Paper, form: Form, values: Mapping[str, FieldValue], on: date) -> None:
    """Move the days that mean the day of issue; anything else that the file says otherwise now wants a new approval."""
    now = split_values(form=form, values=values).plain
    drafted_on = timezone.localdate(paper.drafted_at).isoformat()
    moved = {
        name for name, value in now.items()
        if value == on.isoformat() and paper.values.get(name) == drafted_on
    }  # fmt: skip
    changed = [name for name in now.keys() | paper.values.keys() if now.get(name) != paper.values.get(name)]
    stale = sorted(form.fields[name].label for name in changed if name not in moved)
    if stale:
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": "; ".join(stale)}))
    if moved:
        paper.values = {**paper.values, **{name: now[name] for name in moved}}
        paper.save(update_fields=["values"])


def targets_of(case: Case) -> tuple[str, str]:
    """Name what drafts of acts on a case are drafts for: the case, and the submission that opened it."""
    return f"case:{case.pk}", f"submission:{case.submission_id}"


def drop_prepared(*, case: Case, act: str, by: Actor, at: datetime) -> None:
    """Cancel what somebody prepared for an act that a leader does without it. Part of an act. Cost: 1 query."""
    waiting = Paper.objects.filter(
        matter_id=case.matter_id, act=act, act_of__in=targets_of(case), status__in=UNFINISHED
    )
    for paper_id, owner in list(waiting.values_list("pk", "agency_id")):
        if owner == by.agency_id:
            end_draft(paper_id=paper_id, reason="Người có thẩm quyền đã ban hành văn bản khác", by=by, at=at)


def issue_for(
    *, case: Case, form_key: str, kind: PaperKind, values: Mapping[str, FieldValue], by: Actor, at: datetime,
    recipients: tuple[str, ...] = (), secret: Collection[str] = (),
) -> Paper:  # fmt: skip
    """Draft and issue a paper of a case at once, signed by who acts or by the leader in charge."""
    name, title = _signature(case=case, kind=kind, by=by, at=at)
    return issue_new_paper(
        form_key=form_key, values=values, by=by, at=at, matter_id=case.matter_id, sealed=is_sealed(case),
        recipients=recipients, secret=secret, signer_name=name, signer_title=title,
    )  # fmt: skip


def _signature(*, case: Case, kind: PaperKind, by: Actor, at: datetime) -> tuple[str, str]:
    """Say who signs: a head in the head's name, a deputy for the head, other officers only what they wrote themselves."""
    if kind in WRITER_SIGNS and not by.is_one_of(*_SIGNERS):
        return by.name, by.title or "Người xác minh"
    if by.is_one_of(*_SIGNERS) or case.leader is None:
        own = case.agency if by.agency_id == case.agency_id else Agency.objects.get(pk=by.agency_id)
        return by.name, signing_title(head_title=own.head_title, deputy=by.role == Role.DEPUTY or bool(by.acting_for))
    heads = Post.objects.in_force(on=at.date()).filter(
        user=case.leader, agency_id=case.agency_id, role=Role.HEAD, acting_for=""
    )
    return case.leader.name, signing_title(head_title=case.agency.head_title, deputy=not heads.exists())


def finish(turn: Turn, *, note: str = "") -> Case:
    """Write the act down: state, limits, timeline, lines of all agencies, audit. The last thing an act does."""
    case, act = turn.case, turn.act
    from_state = case.state
    to_state = target_state(procedure=turn.procedure, act=act.code, situation=turn.situation)
    if to_state != from_state and _returns_later(turn.procedure, to_state):
        case.state_before_suspension = from_state
    elif act.to == PREVIOUS:
        case.state_before_suspension = ""
    case.state = to_state
    changes = clocks_after(procedure=turn.procedure, act=act.code, situation=turn.situation)
    apply_changes(
        case=case, changes=changes, on=turn.on, starts=turn.starts, agency_id=turn.by.agency_id or case.agency_id
    )
    end_if_done(turn)
    case.save()
    write_step(
        case=case, act=act.code, from_state=from_state, by=turn.by, at=turn.at, paper=turn.paper, facts=turn.facts,
        note=note or turn.intent.note or turn.intent.reason,
    )  # fmt: skip
    if to_state != from_state:
        set_line(matter_id=case.matter_id, agency_id=turn.by.agency_id, state=to_state)
        tell_lines(matter_id=case.matter_id, state=to_state)
        _end_prepared(turn)
        if turn.by.agency_id == case.superior_id:
            tell_settler(case=case)
    record(
        act=f"case.{act.code}", by=turn.by, at=turn.at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        before={"state": from_state}, after={"state": to_state, **turn.facts}, reason=turn.intent.reason,
        rule=turn.rule,
    )  # fmt: skip
    return case


def _end_prepared(turn: Turn) -> None:
    """Cancel drafts of the settler for acts that the new state does not have; at an end, all of them."""
    case, preparation = turn.case, PREPARATION.get()
    now = turn.procedure.states[case.state]
    keep = [] if now.is_end else [act.code for act in turn.procedure.acts_from(case.state)]
    issued = preparation.approved.pk if preparation is not None and preparation.approved is not None else 0
    end_drafts_of_acts(
        matter_id=case.matter_id, agency_id=case.agency_id, of=targets_of(case), keep=keep, but=issued,
        reason=f"Vụ việc đã sang bước khác: {now.title_vi}", by=turn.by, at=turn.at,
    )  # fmt: skip


def tell_settler(*, case: Case) -> None:
    """Show the state that a superior's act led to in the line of who settles, which the superior does not see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.tell_settler(%s, %s)", [case.pk, case.state])


def write_step(
    *, case: Case, act: str, by: Actor, at: datetime, from_state: str = "", note: str = "", paper: Paper | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Step:  # fmt: skip
    """Add a line to the timeline."""
    return Step.objects.create(
        matter_id=case.matter_id, case=case, act=act, from_state=from_state or case.state, to_state=case.state,
        done_on=at.date(), done_at=at, by_id=by.user_id if by.user_id > 0 else None, note=note, paper=paper,
        facts={key: str(value) if isinstance(value, date) else value for key, value in (facts or {}).items()},
    )  # fmt: skip


def end_if_done(turn: Turn) -> None:
    """Close a case that has reached an end and owes nothing more; a duty that an act of the end state meets stays open."""
    case = turn.case
    state = turn.procedure.states[case.state]
    # A superior does not see the settler's limits: only who settles finds that nothing is owed.
    if not state.is_end or case.closed_on is not None or turn.by.agency_id != case.agency_id:
        return
    owed = [ref.rule for act in turn.procedure.acts_from(state.code) for ref in act.limits.meets]
    open_now = Clock.objects.filter(
        matter_id=case.matter_id, agency_id=case.agency_id, status__in=(ClockStatus.OPEN, ClockStatus.PAUSED)
    )
    fallen = open_now.exclude(rule_id__in=stored_ids(owed)).values_list("rule_id", flat=True)
    close_clocks(
        matter_id=case.matter_id, agency_id=case.agency_id, on=turn.on, rule_ids=list(fallen),
        status=ClockStatus.CANCELLED,
    )  # fmt: skip
    if open_now.exists():
        return
    case.closed_on = turn.on
    set_line(matter_id=case.matter_id, agency_id=case.agency_id, closed_on=turn.on)
    Submission.objects.filter(pk=case.submission_id).update(closed_on=turn.on)


def set_submission(turn: Turn, status: SubmissionStatus) -> None:
    """Show at the submission how its case went."""
    Submission.objects.filter(pk=turn.case.submission_id).update(status=status)


def tell_team(turn: Turn, *, kind: str) -> None:
    """Put a line into the inboxes of the handler and the leader in charge, but not of who acted."""
    case = turn.case
    for user_id in {case.handler_id, case.leader_id} - {None, turn.by.user_id}:
        notify(
            agency_id=case.agency_id, kind=kind, at=turn.at, code=case.code, matter_id=case.matter_id, user_id=user_id
        )


def is_sealed(case: Case) -> bool:
    """Tell whether papers and files of a case are sealed; a matter once sealed stays so, whatever its kind became."""
    return case.matter.sealed


def _returns_later(procedure: Procedure, state: str) -> bool:
    return any(act.to == PREVIOUS for act in procedure.acts_from(state))
