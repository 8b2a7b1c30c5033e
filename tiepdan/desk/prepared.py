"""Acts whose paper is prepared for a leader: the form typed is read again when the approved paper is numbered."""

from __future__ import annotations

from datetime import datetime

from django.forms import BooleanField, BoundField, Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Actor
from tiepdan.cases import actions
from tiepdan.cases.access import case_for, code_of_paper
from tiepdan.cases.models import Case
from tiepdan.cases.papers import WRITER_SIGNS, own_form
from tiepdan.cases.rules.procedure import Act
from tiepdan.desk.case_acts import ActPage, page_of, procedure_now, setting_for, slug_of
from tiepdan.desk.case_opening import Opening, opening_of_paper
from tiepdan.desk.forms.cases import ActForm
from tiepdan.desk.labels import act_title
from tiepdan.documents.access import draft_waiting
from tiepdan.documents.actions import approve_paper, number_paper, typed_for_act
from tiepdan.documents.models import PROPOSED, UNFINISHED, Paper
from tiepdan.documents.values import words_in
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.routing.actions import number_proposed_paper
from tiepdan.submissions.actions import take_step
from tiepdan.ui.words import said

_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "soan", "xem-truoc", "du-thao"})


def has_draft(*, act: Act, shown: ActPage, at: datetime) -> bool:
    """Tell whether the paper of an act may go to a leader as a draft: it is not signed by who writes it."""
    if not shown.shows_paper or not act.documents:
        return False
    form = own_form(documents=act.documents, on=at.date())
    return form is not None and form.kind not in WRITER_SIGNS


def waiting_draft(*, case: Case, act: Act, by: Actor) -> Paper | None:
    """Return what was prepared for an act and is not yet issued. Cost: 1 query."""
    return draft_waiting(matter_id=case.matter_id, act=act.code, of=f"case:{case.pk}", by=by)


def typed_again(*, paper: Paper) -> MultiValueDict[str, str]:
    """Return what was typed for the act, as a form reads it."""
    return MultiValueDict(typed_for_act(paper=paper))


def said_besides(*, paper: Paper, by: Actor, at: datetime) -> list[tuple[str, str]]:
    """List what was typed for the act of a draft and stands not on its paper: label and words. Own agency only.

    What is done by numbering is more than the paper says: what is owed, who does it, until when.
    """
    if paper.act_typed is None or paper.agency_id != by.agency_id:
        return []
    form = _form_shown(paper, by, at)
    if form is None:
        return []
    on_paper = {" ".join(one.split()) for one in words_in(paper.values)}
    found: list[tuple[str, str]] = []
    for bound in form:
        words = [one for one in _words_of(bound) if " ".join(one.split()) not in on_paper]
        if words:
            found.append((str(bound.label), "; ".join(words)))
    return found


def said_act(*, paper: Paper, at: datetime) -> str:
    """Say what numbering a draft does, in the words of its own procedure; empty when nothing or its file is not seen."""
    if not paper.act or paper.status not in UNFINISHED:
        return ""
    if paper.act == PROPOSED:
        return _("phê duyệt đề xuất xử lý đơn")
    _case, act = _act_of(paper, at)
    return (said(act.title_vi) if act is not None else act_title(f"case.{paper.act}")).lower()


def _act_of(paper: Paper, at: datetime) -> tuple[Case | None, Act | None]:
    """Return the case of a draft and its act: the same act has other words in other procedures."""
    try:
        case = case_for(code=code_of_paper(paper=paper))
    except NotFound:
        return None, None
    return case, procedure_now(case=case, today=at.date()).acts.get(paper.act)


def _form_shown(paper: Paper, by: Actor, at: datetime) -> Form | None:
    """Return the form of a draft's act with what was typed; nothing when its file is not seen or has no such act."""
    try:
        opening = opening_of_paper(paper=paper)
        if opening is not None:
            return opening.form(typed_again(paper=paper), by=by, at=at)
    except NotFound:
        return None
    case, act = _act_of(paper, at)
    if case is None or act is None:
        return None
    return page_of(act.code).form(typed_again(paper=paper), setting=setting_for(case=case, act=act, by=by, today=at))


def _words_of(bound: BoundField) -> list[str]:
    """Say what was typed into a field: of choices, their words."""
    typed = bound.value()
    if isinstance(bound.field, BooleanField):
        return [_("Có")] if typed in (True, "on", "true", "True", "1") else []
    many = typed if isinstance(typed, list | tuple) else [typed]
    chosen = {str(key): str(words) for key, words in getattr(bound.field, "choices", ())}
    return [chosen.get(str(one), str(one)) for one in many if one not in (None, "")]


def address_of_act(*, paper: Paper, at: datetime) -> str:
    """Return where the draft of an act is written anew. Raises NotFound."""
    opening = opening_of_paper(paper=paper)
    if opening is not None:
        name = "desk:case_refuse" if opening.refused else "desk:case_accept"
        return f"{reverse(name, args=[opening.submission.code])}?du-thao={paper.pk}"
    case = case_for(code=code_of_paper(paper=paper))
    act = procedure_now(case=case, today=at.date()).acts.get(paper.act)
    if act is None:
        raise NotFound(str(paper.pk))
    return f"{reverse('desk:case_act', args=[case.code, slug_of(act)])}?du-thao={paper.pk}"


def prepare(
    *, case: Case, act: Act, shown: ActPage, posted: QueryDict, paper: Paper | None, by: Actor, at: datetime
) -> Paper:
    """Draft the paper of an act from its form, which was found valid."""
    typed = _typed(posted)
    return actions.prepare_act(
        case_id=case.pk, act=act.code, typed=typed, by=by, at=at, paper_id=paper.pk if paper is not None else None,
        run=lambda leader: shown.run(case, _form(case, act, shown, MultiValueDict(typed), by, at), leader, at),
    )  # fmt: skip


def prepare_opening(*, opening: Opening, posted: QueryDict, paper: Paper | None, by: Actor, at: datetime) -> Paper:
    """Draft the notice of acceptance, or of its refusal, from its form, which was found valid."""
    typed = _typed(posted)
    return actions.prepare_opening(
        submission_id=opening.submission.pk, act=opening.act, typed=typed, by=by, at=at,
        paper_id=paper.pk if paper is not None else None,
        run=lambda leader: opening.run(_valid(opening.form(MultiValueDict(typed), by=by, at=at)), leader, at),
    )  # fmt: skip


def _typed(posted: QueryDict) -> dict[str, list[str]]:
    return {name: [str(one) for one in many] for name, many in posted.lists() if name not in _NOT_TYPED}


def approve(*, paper: Paper, by: Actor, at: datetime) -> Paper:
    """Approve a draft; one of an act of a case together with its case."""
    if paper.act_typed is None:
        return take_step(act=approve_paper, paper=paper, by=by, at=at)
    opening = opening_of_paper(paper=paper)
    if opening is not None:
        return actions.approve_opening(submission_id=opening.submission.pk, paper_id=paper.pk, by=by, at=at)
    case = case_for(code=code_of_paper(paper=paper))
    return actions.approve_prepared(case_id=case.pk, paper_id=paper.pk, by=by, at=at)


def number(*, paper: Paper, by: Actor, at: datetime) -> Paper:
    """Number an approved paper; one of an act by doing the act."""
    if paper.act == PROPOSED:
        number_proposed_paper(paper_id=paper.pk, by=by, at=at)
        return paper
    if not paper.act:
        return take_step(act=number_paper, paper=paper, by=by, at=at)
    opening = opening_of_paper(paper=paper)
    if opening is not None:
        return actions.perform_opening(
            submission_id=opening.submission.pk, paper_id=paper.pk, by=by, at=at,
            run=lambda leader: opening.run(_valid(opening.form(typed_again(paper=paper), by=by, at=at)), leader, at),
        )  # fmt: skip
    case = case_for(code=code_of_paper(paper=paper))
    act = procedure_now(case=case, today=at.date()).acts.get(paper.act)
    if act is None:
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": paper.title}))
    shown, typed = page_of(act.code), typed_again(paper=paper)
    return actions.perform_prepared(
        case_id=case.pk, paper_id=paper.pk, by=by, at=at,
        run=lambda leader: shown.run(case, _form(case, act, shown, typed, by, at), leader, at),
    )  # fmt: skip


def _form(case: Case, act: Act, shown: ActPage, typed: MultiValueDict[str, str], by: Actor, at: datetime) -> ActForm:
    """Read the form of an act; what it no longer takes, because the file changed, wants a new draft."""
    return _valid(shown.form(typed, setting=setting_for(case=case, act=act, by=by, today=at)))


def _valid(form: ActForm) -> ActForm:
    if not form.is_valid():
        labels = "; ".join(str(form.fields[name].label) for name in form.errors if name in form.fields)
        raise ActionRefused(Refused("prepared_paper_stale", facts={"fields": labels}))
    return form
