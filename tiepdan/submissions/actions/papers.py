"""Writing a paper of a matter: what shows the denouncer only under an opening, which is recorded. Rule: BV-2, BV-3"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.documents.actions import cancel_number, correct_paper, draft_paper, rewrite_paper, typed_for_act
from tiepdan.documents.models import Book, Paper, RegisterNumber
from tiepdan.documents.rendering.forms import FormNotFound, Values, sealed_fields
from tiepdan.documents.values import form_book, words_in
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.models import Matter
from tiepdan.submissions.actions.naming import refuse_naming
from tiepdan.submissions.actions.openings import has_opening, note_sealed_reading, sealed_identities
from tiepdan.submissions.actions.parties import pieces_of
from tiepdan.submissions.models import Submission
from tiepdan.submissions.redaction import shows


@transaction.atomic
def write_paper(
    *,
    form_key: str,
    values: Values,
    by: Actor,
    at: datetime,
    matter_id: int | None = None,
    recipients: Sequence[str] = (),
) -> Paper:
    """Draft a paper, of a matter or of the office alone.

    A form that names the denouncer of a sealed matter is written by the holder of an opening; the writing is recorded as a
    reading, and what names him lies in an envelope.
    Raises ActionRefused: paper_matter_unknown, already_destroyed, opening_needed, paper_reveals_denouncer and those of `draft_paper`.
    """
    sealed = _sealed(matter_id)
    if matter_id is not None and not Submission.objects.filter(matter_id=matter_id, destroyed_on__isnull=True).exists():
        raise ActionRefused(Refused("already_destroyed"))
    reads = sealed and _check_identity(
        form_key=form_key, values=values, recipients=recipients, matter_id=matter_id, by=by, at=at
    )
    paper = draft_paper(
        form_key=form_key, values=values, by=by, at=at, matter_id=matter_id, sealed=sealed, recipients=recipients
    )
    if reads and matter_id is not None:
        note_sealed_reading(matter_id=matter_id, subject=f"paper:{paper.pk}", by=by, at=at)
    return paper


@transaction.atomic
def rewrite(*, paper: Paper, values: Values, by: Actor, at: datetime, recipients: Sequence[str] = ()) -> Paper:
    """Write a draft anew under the same rule.

    Raises ActionRefused: opening_needed, paper_reveals_denouncer and those of `rewrite_paper`.
    """
    if _sealed(paper.matter_id) and _check_identity(
        form_key=paper.form_key, values=values, recipients=recipients, matter_id=paper.matter_id, by=by, at=at
    ):
        note_sealed_reading(matter_id=paper.matter_id or 0, subject=f"paper:{paper.pk}", by=by, at=at)
    return rewrite_paper(paper_id=paper.pk, values=values, by=by, at=at, recipients=recipients)


@transaction.atomic
def correct(*, paper: Paper, printed: str, corrected: str, reason: str, by: Actor, at: datetime) -> Paper:
    """Draft the letter that corrects an issued paper; of a sealed matter it may not name the denouncer.

    Raises ActionRefused: opening_needed (the corrected paper names the denouncer), paper_reveals_denouncer and those of
    `correct_paper`.
    """
    if paper.matter_id is not None and _sealed(paper.matter_id):
        if has_opening(matter_id=paper.matter_id, by=by, at=at):
            _refuse_name(texts=(printed, corrected, reason), matter_id=paper.matter_id)
        elif paper.sealed_values is not None:
            raise ActionRefused(Refused("opening_needed", rule="BV-3"))
    return correct_paper(paper_id=paper.pk, printed=printed, corrected=corrected, reason=reason, by=by, at=at)


def refuse_paper_naming(*, paper: Paper, by: Actor, at: datetime) -> None:
    """Refuse a paper of a sealed matter whose open text, or what is typed for its act, shows who denounced. Part of an act.

    Asked at every step of a draft of whoever takes it: who wrote it may have held no opening, and was not told.
    Raises ActionRefused: text_reveals_denouncer
    Rule: BV-1, BV-2
    """
    matter = Matter.objects.filter(pk=paper.matter_id or 0).first()
    if matter is None or not matter.sealed:
        return
    said = (paper.title, *paper.recipients, *words_in(paper.values), *words_in(typed_for_act(paper=paper)))
    refuse_naming(matter=matter, by=by, at=at, texts=said)


class StepOfPaper(Protocol):
    """A step of a draft towards its issue."""

    def __call__(self, *, paper_id: int, by: Actor, at: datetime) -> Paper: ...


@transaction.atomic
def take_step(*, act: StepOfPaper, paper: Paper, by: Actor, at: datetime) -> Paper:
    """Submit, review, approve or number a draft, as far as it shows no denouncer.

    Raises ActionRefused: text_reveals_denouncer and those of the act.
    """
    refuse_paper_naming(paper=paper, by=by, at=at)
    return act(paper_id=paper.pk, by=by, at=at)


class ActOnPaper(Protocol):
    """An act on a paper that says why."""

    def __call__(self, *, paper_id: int, reason: str, by: Actor, at: datetime) -> Paper: ...


@transaction.atomic
def act_with_reason(*, act: ActOnPaper, paper: Paper, reason: str, by: Actor, at: datetime) -> Paper:
    """Return, replace, recall or cancel a paper: the reason stands in the open, so in a sealed matter it names no denouncer.

    Raises ActionRefused: text_reveals_denouncer and those of the act.
    """
    matter = Matter.objects.filter(pk=paper.matter_id or 0).first()  # not in sight: no opening of it is held either
    if matter is not None:
        refuse_naming(matter=matter, by=by, at=at, texts=[reason])
    return act(paper_id=paper.pk, reason=reason, by=by, at=at)


@transaction.atomic
def cancel_number_of_matter(
    *, book: Book, year: int, number: int, reason: str, by: Actor, at: datetime, document_type: str = ""
) -> RegisterNumber:
    """Cancel a number of a book: its reason stands in the open, so that of a sealed matter it names no denouncer.

    Raises ActionRefused: text_reveals_denouncer and those of `cancel_number`.
    """
    given = RegisterNumber.objects.filter(
        register__agency_id=by.agency_id, register__book=book, register__document_type=document_type,
        register__year=year, number=number,
    ).first()  # fmt: skip
    matter = Matter.objects.filter(pk=given.matter_id or 0).first() if given is not None else None
    if matter is not None:
        refuse_naming(matter=matter, by=by, at=at, texts=[reason])
    return cancel_number(book=book, year=year, number=number, reason=reason, by=by, at=at, document_type=document_type)


def _sealed(matter_id: int | None) -> bool:
    if matter_id is None:
        return False
    matter = Matter.objects.filter(pk=matter_id).first()
    if matter is None:
        raise ActionRefused(Refused("paper_matter_unknown"))
    return matter.sealed


def _check_identity(
    *, form_key: str, values: Values, recipients: Sequence[str], matter_id: int | None, by: Actor, at: datetime
) -> bool:
    """Tell whether the paper names the denouncer; refuse it where it may not."""
    try:
        form = form_book().form(form_key, on=at.date())
    except FormNotFound as error:
        raise ActionRefused(Refused("form_unknown", facts={"form": form_key})) from error
    secret = sealed_fields(form=form)
    names = any(values.get(name) for name in secret) or any(form.fields[name].required for name in secret)
    opened = matter_id is not None and has_opening(matter_id=matter_id, by=by, at=at)
    if names and not opened:
        raise ActionRefused(Refused("opening_needed", rule="BV-3"))
    if opened and matter_id is not None:
        said = [value for name, value in values.items() if name not in secret]
        _refuse_name(texts=[*said, *recipients], matter_id=matter_id)
    return names


def _refuse_name(*, texts: Sequence[object], matter_id: int) -> None:
    """Refuse open text that shows the denouncer of a matter whose opening the actor holds."""
    known = tuple(one.data for one in sealed_identities(matter_id=matter_id))
    if shows(text="\n".join(str(text) for text in texts), pieces=pieces_of(known)):
        raise ActionRefused(Refused("paper_reveals_denouncer", rule="BV-2"))
