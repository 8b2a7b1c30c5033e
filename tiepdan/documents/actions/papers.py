"""Drafting, issuing and cancelling papers, and proving their delivery."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.documents.access import put_together
from tiepdan.documents.actions.files import drop_file, reseal_file, store_file
from tiepdan.documents.actions.registers import cancel_number, take_number
from tiepdan.documents.models import (
    OLD_BOOK,
    PROPOSED,
    UNFINISHED,
    Book,
    Delivery,
    DeliveryWay,
    FormTemplate,
    Paper,
    PaperStatus,
    SignedCopy,
)
from tiepdan.documents.rendering.faults import MissingValue, UnknownValue, WrongValue
from tiepdan.documents.rendering.forms import FormNotFound, Values
from tiepdan.documents.rendering.wording import document_symbol, signing_title
from tiepdan.documents.values import cleaned_values, form_book, split_values
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.seal import load_ring
from tiepdan.infra.statement import Objects, ask
from tiepdan.infra.verdict import Refused

PDF: Final = "application/pdf"
_TITLE: Final = 200
_NOTE: Final = 300
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTER_SERIES: Final = "CV"  # a công văn has no symbol of its own; its numbers are a series too
_CITIZENS: Final = frozenset({"denouncer", "complainant", "petitioner", "sender"})


@transaction.atomic
def draft_paper(
    *,
    form_key: str,
    values: Values,
    by: Actor,
    at: datetime,
    matter_id: int | None = None,
    sealed: bool = False,
    secret: Collection[str] = (),
    recipients: Sequence[str] = (),
    title: str = "",
) -> Paper:
    """Draft a paper of the actor's agency on a form in force that day.

    values: by field name; what shows who somebody is goes into an envelope
    sealed: the matter is a denunciation
    secret: fields that go into the envelope besides
    Raises ActionRefused: form_unknown, paper_value_unknown.
    """
    paper = _drafted(
        form_key=form_key, values=values, by=by, at=at, matter_id=matter_id, sealed=sealed, secret=secret,
        recipients=recipients, title=title,
    )  # fmt: skip
    paper.save(force_insert=True)
    record(
        act="paper.drafted", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=matter_id, after={"form": form_key}
    )
    return paper


@transaction.atomic(savepoint=False)
def issue_new_paper(
    *,
    form_key: str,
    values: Values,
    by: Actor,
    at: datetime,
    matter_id: int | None = None,
    sealed: bool = False,
    secret: Collection[str] = (),
    recipients: Sequence[str] = (),
    signer_name: str = "",
    signer_title: str = "",
) -> Paper:
    """Draft a paper and issue it at once: what `draft_paper` and then `issue_paper` do, stored as one row. Part of an act.

    Raises ActionRefused: those of both.
    Cost: tens of milliseconds to draw; 6 queries; locks the series of numbers until the transaction ends.
    """
    paper = _drafted(
        form_key=form_key, values=values, by=by, at=at, matter_id=matter_id, sealed=sealed, secret=secret,
        recipients=recipients,
    )  # fmt: skip
    paper.agency = Agency.objects.select_related("parent").get(pk=by.agency_id)
    _issue(paper, by=by, dated_on=at.date(), signer_name=signer_name, signer_title=signer_title)
    paper.save(force_insert=True)
    record(
        act="paper.drafted", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=matter_id, after={"form": form_key}
    )
    _record_issued(paper, by=by, at=at)
    return paper


def _drafted(
    *, form_key: str, values: Values, by: Actor, at: datetime, matter_id: int | None, sealed: bool, secret: Collection[str],
    recipients: Sequence[str], title: str = "",
) -> Paper:  # fmt: skip
    """Put a draft together, not stored yet; its key is taken, since the envelope is bound to it. Cost: 1 query, or 2."""
    try:
        form = form_book().form(form_key, on=at.date())
    except FormNotFound as error:
        raise ActionRefused(Refused("form_unknown", facts={"form": form_key})) from error
    strange = sorted(set(values) - set(form.fields))
    if strange:
        raise ActionRefused(Refused("paper_value_unknown", facts={"fields": ", ".join(strange)}))
    split = split_values(form=form, values=values, secret=secret)
    key = int(ask("nextval", ["documents_paper_id_seq"]))
    envelope = None
    if split.sealed is not None:
        envelope = load_ring(settings.HOME).close(plain=split.sealed, bound_to=f"paper:{key}")
    return Paper(
        pk=key,
        matter_id=matter_id,
        agency_id=by.agency_id,
        agency_path=by.agency_path,
        form_key=form_key,
        title=(title or form.name)[:_TITLE],
        values=split.plain,
        sealed_values=envelope,
        sealed=sealed,
        recipients=list(recipients),
        drafted_by_id=person_of(by),
        drafted_at=at,
        template=None
        if form.lookup
        else FormTemplate.objects.filter(agency_id=by.agency_id, form_key=form_key, ended_at__isnull=True).first(),
    )


@transaction.atomic
def issue_paper(
    *,
    paper_id: int,
    by: Actor,
    at: datetime,
    dated_on: date | None = None,
    signer_name: str = "",
    signer_title: str = "",
) -> Paper:
    """Give a drafted paper its number and date, and keep the file as issued: PDF, or DOCX by the office's own template.

    signer_name, signer_title: default: who acts, with their title or the head's; a deputy for the head
    Raises ActionRefused: paper_not_draft, paper_incomplete, paper_value_wrong.
    Cost: tens of milliseconds to draw; locks the series of numbers until the transaction ends.
    """
    paper = locked_paper(paper_id)
    if paper.status not in UNFINISHED:
        raise ActionRefused(Refused("paper_not_draft"))
    _issue(paper, by=by, dated_on=dated_on or at.date(), signer_name=signer_name, signer_title=signer_title)
    paper.save()
    _record_issued(paper, by=by, at=at)
    return paper


def _issue(paper: Paper, *, by: Actor, dated_on: date, signer_name: str, signer_title: str) -> None:
    """Give a paper in hand all that makes it issued; the caller stores it."""
    form = form_book().form(paper.form_key, on=dated_on)
    paper.dated_on = dated_on
    paper.signer_name = signer_name or by.name
    paper.signer_title = signer_title or title_of(by=by, head_title=paper.agency.head_title)
    paper.status = PaperStatus.ISSUED
    paper.issued_by_id = person_of(by)
    paper.act_typed = None  # the act that issues it keeps what it needs
    if form.numbered:
        paper.number = take_number(
            agency_id=paper.agency_id,
            agency_path=paper.agency_path,
            book=Book.OUTGOING,
            document_type=form.symbol or LETTER_SERIES,
            year=dated_on.year,
            subject=f"paper:{paper.pk}",
            on=dated_on,
            matter_id=paper.matter_id,
        )
        paper.symbol = document_symbol(kind=form.symbol, body=paper.agency.symbol)
    try:
        ready = put_together(paper=paper, with_identity=True)
        data = ready.docx() if paper.template_id is not None else ready.pdf()
    except MissingValue as error:
        labels = "; ".join(form.fields[name].label for name in error.names)
        raise ActionRefused(Refused("paper_incomplete", facts={"fields": labels})) from error
    except (UnknownValue, WrongValue) as error:
        raise ActionRefused(
            Refused("paper_value_wrong", facts={"text": str(error)}, sentence=error.sentence)
        ) from error
    media_type = WORD if paper.template_id is not None else PDF
    paper.file = store_file(data=data, media_type=media_type, sealed=paper.sealed or paper.sealed_values is not None)


def _record_issued(paper: Paper, *, by: Actor, at: datetime) -> None:
    record(
        act="paper.issued", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=paper.matter_id,
        after={"form": paper.form_key, "number": paper.number, "symbol": paper.symbol, "dated_on": paper.dated_on},
    )  # fmt: skip


@transaction.atomic
def cancel_paper(*, paper_id: int, reason: str, by: Actor, at: datetime) -> Paper:
    """Withdraw a draft, or an issued paper that nobody has received; its number stays in the book as cancelled.

    Raises ActionRefused: paper_unknown (another agency's too), reason_missing, paper_cancelled, paper_of_old_book,
        paper_of_act (of an open proposal: that is sent back, not the paper alone), paper_not_head (an approved one),
        paper_delivered.
    """
    paper = locked_paper(paper_id)
    if paper.agency_id != by.agency_id:
        raise ActionRefused(Refused("paper_unknown"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if paper.status == PaperStatus.CANCELLED:
        raise ActionRefused(Refused("paper_cancelled"))
    if paper.form_key == OLD_BOOK:  # taken back with its whole import
        raise ActionRefused(Refused("paper_of_old_book"))
    if paper.act == PROPOSED and paper.status in UNFINISHED:
        raise ActionRefused(Refused("paper_of_act"))
    if paper.status == PaperStatus.APPROVED and not by.is_one_of(Role.HEAD, Role.DEPUTY):
        raise ActionRefused(Refused("paper_not_head"))
    if paper.deliveries.filter(received_on__isnull=False).exists():
        raise ActionRefused(Refused("paper_delivered"))
    if paper.number is not None and paper.dated_on is not None:
        series = paper.symbol.split("-", 1)[0] if form_symbol(paper) else LETTER_SERIES
        cancel_number(
            book=Book.OUTGOING, document_type=series, year=paper.dated_on.year, number=paper.number, reason=reason,
            by=by, at=at,
        )  # fmt: skip
    return _cancel(paper, reason, by, at)


def end_draft(*, paper_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Cancel a draft that what happened to its matter made void, however far it was. Part of an act."""
    paper = locked_paper(paper_id)
    if paper.status in UNFINISHED:
        _cancel(paper, reason, by, at)


def end_drafts_of_acts(
    *, matter_id: int, reason: str, by: Actor, at: datetime, agency_id: int | None = None, of: Collection[str] = (),
    keep: Collection[str] = (), but: int = 0,
) -> None:  # fmt: skip
    """Cancel what was prepared for acts of a case that cannot come any more. Part of an act.

    agency_id: default: whoever prepared it; of: what the acts are done to, default: anything of the matter; keep: acts
        that still can come; but: the paper that is being issued
    Cost: 1 query, and 3 for each draft.
    """
    waiting = Paper.objects.filter(matter_id=matter_id, act_typed__isnull=False, status__in=UNFINISHED).exclude(pk=but)
    if of:
        waiting = waiting.filter(act_of__in=of)
    for paper_id, owner in list(waiting.exclude(act__in=keep).order_by("pk").values_list("pk", "agency_id")):
        if agency_id in {None, owner}:  # asked here: an index of the agency would be walked for the few of one matter
            end_draft(paper_id=paper_id, reason=reason, by=by, at=at)
    if agency_id is None or agency_id != by.agency_id or by.user_id <= 0:
        end_drafts_elsewhere(matter_id=matter_id, reason=reason, by=by, at=at, agency_id=agency_id, of=of, keep=keep)


def end_drafts_elsewhere(
    *, matter_id: int, reason: str, by: Actor, at: datetime, agency_id: int | None = None, of: Collection[str] = (),
    keep: Collection[str] = (), letters: bool = False, blank: bool = False,
) -> None:  # fmt: skip
    """Cancel what other agencies drafted for acts of a matter; the actor does not see it. Part of an act.

    letters: the letters of proposals too; blank: every draft, and none of its words stays
    Cost: 1 query, and 1 for each draft.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM tiepdan.end_drafts_elsewhere(%s, %s, %s, %s, %s, %s, %s)",
            [matter_id, agency_id, list(of), list(keep), letters, blank, reason],
        )
        ended = [int(row[0]) for row in cursor.fetchall()]
    for paper_id in ended:
        record(act="paper.cancelled", by=by, at=at, subject=f"paper:{paper_id}", matter_id=matter_id, reason=reason)


def _cancel(paper: Paper, reason: str, by: Actor, at: datetime) -> Paper:
    paper.status = PaperStatus.CANCELLED
    paper.cancel_reason = reason.strip()[:300]
    paper.act_typed = None
    paper.save(update_fields=["status", "cancel_reason", "act_typed"])
    record(act="paper.cancelled", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=paper.matter_id, reason=reason)
    return paper


@transaction.atomic
def record_delivery(
    *,
    paper_id: int,
    addressee: str,
    way: DeliveryWay,
    sent_on: date,
    by: Actor,
    at: datetime,
    addressee_name: str = "",
    received_on: date | None = None,
    proof: str = "",
    to_agency_id: int | None = None,
) -> Delivery:
    """Record that an issued paper was sent to somebody, and received if that is proven already.

    addressee: complainant, denouncer, petitioner, respondent, agency, forwarder, inspectorate …
    Raises ActionRefused: paper_not_issued, sent_before_issue, received_before_sent, received_in_future.
    """
    paper = locked_paper(paper_id)
    if paper.status != PaperStatus.ISSUED or paper.dated_on is None:
        raise ActionRefused(Refused("paper_not_issued"))
    if sent_on < paper.dated_on:
        raise ActionRefused(Refused("sent_before_issue"))
    _check_days(sent_on=sent_on, received_on=received_on, at=at)
    delivery = Delivery.objects.create(
        paper=paper,
        matter_id=paper.matter_id,
        addressee=addressee,
        addressee_name="" if paper.sealed and addressee in _CITIZENS else addressee_name[:200],
        agency_id=to_agency_id,
        way=way,
        sent_on=sent_on,
        received_on=received_on,
        proof=proof[:200],
    )
    record(
        act="delivery.recorded", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=paper.matter_id,
        after={"addressee": addressee, "way": way.value, "sent_on": sent_on, "received_on": received_on},
    )  # fmt: skip
    return delivery


@transaction.atomic
def confirm_delivery(*, delivery_id: int, received_on: date, proof: str, by: Actor, at: datetime) -> Delivery:
    """Record the proof that a paper sent before was received; legal windows run from that day.

    Raises ActionRefused: delivery_unknown, delivery_confirmed, received_before_sent, received_in_future.
    """
    delivery = Delivery.objects.select_for_update().filter(pk=delivery_id).first()
    if delivery is None or delivery.sent_on is None:
        raise ActionRefused(Refused("delivery_unknown"))
    if delivery.received_on is not None:
        raise ActionRefused(Refused("delivery_confirmed"))
    _check_days(sent_on=delivery.sent_on, received_on=received_on, at=at)
    delivery.received_on = received_on
    delivery.proof = proof[:200]
    delivery.save(update_fields=["received_on", "proof"])
    record(
        act="delivery.confirmed", by=by, at=at, subject=f"paper:{delivery.paper_id}", matter_id=delivery.matter_id,
        after={"received_on": received_on},
    )  # fmt: skip
    return delivery


def seal_papers(*, matter_id: int, clean: Callable[[str], str]) -> None:
    """Seal what was written on a matter before it was found to be a denunciation. Part of an act.

    clean: hides in a text what shows who the denouncer is; what papers say in the open goes through it
    """
    for paper in Paper.objects.select_related("file").filter(matter_id=matter_id, sealed=False):
        open_file = paper.file
        paper.sealed = True
        paper.recipients = []
        paper.title = clean(paper.title)[:_TITLE]
        paper.cancel_reason, paper.returned_note = (
            clean(paper.cancel_reason)[:_NOTE],
            clean(paper.returned_note)[:_NOTE],
        )
        _put_away(paper, clean)
        if open_file is not None and not open_file.key.startswith("sealed-"):
            paper.file = reseal_file(file=open_file)
        paper.save()
        if open_file is not None and paper.file_id != open_file.pk:
            drop_file(file_id=open_file.pk)
    for copy in SignedCopy.objects.select_related("file").filter(matter_id=matter_id):
        if not copy.file.key.startswith("sealed-"):
            open_copy = copy.file
            copy.file = reseal_file(file=open_copy)
            copy.save(update_fields=["file"])
            drop_file(file_id=open_copy.pk)
    Delivery.objects.filter(matter_id=matter_id, addressee__in=_CITIZENS).update(addressee_name="")
    for delivery in Delivery.objects.filter(matter_id=matter_id).exclude(proof=""):
        delivery.proof = clean(delivery.proof)[:_TITLE]
        delivery.save(update_fields=["proof"])


def _put_away(paper: Paper, clean: Callable[[str], str]) -> None:
    """Clean the open values; as they were they go into the envelope, for the file as issued still shows them."""
    before = paper.values
    paper.values = cleaned_values(plain=before, clean=clean)
    changed = {name: value for name, value in before.items() if paper.values[name] != value}
    if not changed:
        return
    ring, bound_to = load_ring(settings.HOME), f"paper:{paper.pk}"
    held = (
        {}
        if paper.sealed_values is None
        else json.loads(ring.open(envelope=bytes(paper.sealed_values), bound_to=bound_to))
    )
    paper.sealed_values = ring.close(
        plain=json.dumps({**changed, **held}, ensure_ascii=False).encode(), bound_to=bound_to
    )


def free_paper(*, paper_id: int) -> None:
    """Let go of a paper drafted for a proposal, which is sent back or withdrawn. Part of an act."""
    Paper.objects.filter(pk=paper_id, act=PROPOSED).update(act="")


def form_symbol(paper: Paper) -> str:
    """Return the symbol of a paper's form on the day it was dated."""
    return form_book().form(paper.form_key, on=paper.dated_on or paper.drafted_at.date()).symbol


_LOCKED: Final = Objects(
    lambda *, paper: (
        Paper.objects.select_for_update(of=("self",)).select_related("agency", "agency__parent").filter(pk=paper)
    )
)


def locked_paper(paper_id: int) -> Paper:
    """Lock a paper that the actor sees. Part of an act. Raises ActionRefused: paper_unknown, already_destroyed."""
    paper = _LOCKED.first(paper=paper_id)
    if paper is None:
        raise ActionRefused(Refused("paper_unknown"))
    if paper.is_emptied:  # its number and day stay; nothing may be said or kept beside it again
        raise ActionRefused(Refused("already_destroyed"))
    return paper


def _check_days(*, sent_on: date, received_on: date | None, at: datetime) -> None:
    if received_on is None:
        return
    if received_on < sent_on:
        raise ActionRefused(Refused("received_before_sent"))
    if received_on > at.date():
        raise ActionRefused(Refused("received_in_future"))


def title_of(*, by: Actor, head_title: str) -> str:
    """Return the lines above the signature of who acts: a deputy signs for the head. Rule: reports §4.6"""
    if by.role == Role.DEPUTY or by.acting_for:
        return signing_title(head_title=head_title, deputy=True)
    return by.title or head_title


def person_of(by: Actor) -> int | None:
    """Return the account of who acts; systems and citizens have none."""
    return by.user_id if by.user_id > 0 else None
