"""From draft over review and approval to a number; replacing, correcting and recalling what was issued."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.acting import actor_of, posts_for
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.access import draft_waiting, drawn, law_day
from tiepdan.documents.actions.papers import draft_paper, issue_paper, locked_paper, person_of, title_of
from tiepdan.documents.models import OLD_BOOK, UNFINISHED, Delivery, Paper, PaperStatus, Relation
from tiepdan.documents.rendering.faults import MissingValue, UnknownValue, WrongValue
from tiepdan.documents.rendering.forms import Values
from tiepdan.documents.rendering.wording import short_date
from tiepdan.documents.values import form_book, joined_values, split_values
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.seal import load_ring
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import is_kept_out

APPROVERS: Final = (Role.HEAD, Role.DEPUTY)
NUMBERERS: Final = (Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
CORRECTION: Final = "house/correction"
RECALL: Final = "house/recall"


@transaction.atomic
def rewrite_paper(
    *, paper_id: int, values: Values, by: Actor, at: datetime, recipients: Sequence[str] | None = None
) -> Paper:
    """Write a draft anew: all its values, and who receives it.

    Raises ActionRefused: paper_unknown, paper_not_draft, paper_of_act (written anew in the form of its act),
        paper_value_unknown.
    """
    paper = _own(paper_id, by)
    if paper.act_typed is not None:
        raise ActionRefused(Refused("paper_of_act"))
    return _rewrite(paper, values, by, at, recipients)


@transaction.atomic
def draft_for_act(
    *, act: str, of: str, typed: Mapping[str, list[str]], form_key: str, values: Values, by: Actor, at: datetime,
    matter_id: int, sealed: bool, after: int = 0, recipients: Sequence[str] = (), paper_id: int | None = None,
) -> Paper:  # fmt: skip
    """Draft the paper of an act, or write it anew, and keep in an envelope what was typed for the act.

    of: what the act is done to: "case:12", "submission:7"; typed: the form of the act, by field, as it came; after: the last
        step of its file; paper_id: the draft to write anew
    Raises ActionRefused: paper_unknown, paper_not_draft, act_already_prepared and those of `draft_paper`.
    """
    if paper_id is not None:
        paper = _own(paper_id, by)
        if (paper.act, paper.act_of, paper.matter_id, paper.form_key) != (act, of, matter_id, form_key):
            raise ActionRefused(Refused("paper_unknown"))
        _rewrite(paper, values, by, at, recipients)
        paper.drafted_at = at
    else:
        if draft_waiting(matter_id=matter_id, act=act, of=of, by=by) is not None:
            raise ActionRefused(Refused("act_already_prepared"))
        paper = draft_paper(
            form_key=form_key, values=values, by=by, at=at, matter_id=matter_id, sealed=sealed, recipients=recipients
        )
        paper.act, paper.act_of = act, of
    paper.act_typed = load_ring(settings.HOME).close(
        plain=json.dumps({"typed": dict(typed), "after": after}, ensure_ascii=False).encode(),
        bound_to=f"act-of-paper:{paper.pk}",
    )
    paper.save(update_fields=["act", "act_of", "act_typed", "drafted_at"])
    return paper


def typed_for_act(*, paper: Paper) -> dict[str, list[str]]:
    """Read what was typed for the act of a paper; nothing when it was done."""
    found: dict[str, list[str]] = _envelope_of_act(paper).get("typed", {})
    return found


def drafted_after(*, paper: Paper) -> int:
    """Return the last step that the file had when the paper of an act was written."""
    return int(_envelope_of_act(paper).get("after", 0))


def _envelope_of_act(paper: Paper) -> dict[str, Any]:
    if paper.act_typed is None:
        return {}
    opened = load_ring(settings.HOME).open(envelope=bytes(paper.act_typed), bound_to=f"act-of-paper:{paper.pk}")
    found: dict[str, Any] = json.loads(opened)
    return found


@transaction.atomic
def approved_for_act(*, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Take an approved paper of an act, locked, to number it by doing the act. Part of an act.

    Raises ActionRefused: paper_unknown, not_numberer, paper_not_approved.
    """
    paper = _own(paper_id, by)
    if not paper.act:
        raise ActionRefused(Refused("paper_unknown"))
    if not by.is_one_of(*NUMBERERS):
        raise ActionRefused(Refused("not_numberer"))
    if paper.status != PaperStatus.APPROVED:
        raise ActionRefused(Refused("paper_not_approved"))
    _record("paper.numbered", paper, by=by, at=at, after={"act": paper.act, "approved_by": paper.approved_by_id})
    return paper


def approver_now(*, paper: Paper, by: Actor, on: date) -> Actor:
    """Return who approved a paper, as somebody who still may: in office, and not kept out of the matter since.

    Raises ActionRefused: approver_gone.
    """
    posts = posts_for(paper.approved_by_id, on=on) if paper.approved_by_id is not None else []
    held = [post for post in posts if post.agency_id == by.agency_id and post.role in APPROVERS and not post.waits]
    if not held or paper.approved_by_id is None:
        raise ActionRefused(Refused("approver_gone"))
    paths = [post.agency.path for post in held]
    if paper.matter_id is not None and is_kept_out(
        matter_id=paper.matter_id, user_id=paper.approved_by_id, paths=paths
    ):
        raise ActionRefused(Refused("approver_gone", rule="complaints 4.2/15"))
    return actor_of(post=min(held, key=lambda post: (post.role != Role.HEAD, post.pk)))


def _rewrite(paper: Paper, values: Values, by: Actor, at: datetime, recipients: Sequence[str] | None) -> Paper:
    if paper.status != PaperStatus.DRAFT:
        raise ActionRefused(Refused("paper_not_draft"))
    form = form_book().form(paper.form_key, on=at.date())
    strange = sorted(set(values) - set(form.fields))
    if strange:
        raise ActionRefused(Refused("paper_value_unknown", facts={"fields": ", ".join(strange)}))
    split = split_values(form=form, values=values, secret=_enveloped(paper))
    paper.values = split.plain
    paper.sealed_values = (
        load_ring(settings.HOME).close(plain=split.sealed, bound_to=f"paper:{paper.pk}") if split.sealed else None
    )
    if recipients is not None:
        paper.recipients = list(recipients)
    paper.drafted_by_id = person_of(by)  # whose words they are now does not review them
    paper.save(update_fields=["values", "sealed_values", "recipients", "drafted_by"])
    _record("paper.rewritten", paper, by=by, at=at)
    return paper


@transaction.atomic
def submit_paper(*, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Hand a complete draft in for review.

    Raises ActionRefused: paper_unknown, paper_not_draft, paper_incomplete, paper_value_wrong.
    """
    paper = _own(paper_id, by)
    if paper.status != PaperStatus.DRAFT:
        raise ActionRefused(Refused("paper_not_draft"))
    _check_complete(paper)
    paper.returned_note = ""
    return _to(paper, PaperStatus.SUBMITTED, act="paper.submitted", by=by, at=at, fields=["returned_note"])


@transaction.atomic
def review_paper(*, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Confirm content and layout of a draft written by somebody else. Rule: reports §4.6

    Raises ActionRefused: paper_unknown, paper_not_submitted, paper_own_review.
    """
    paper = _own(paper_id, by)
    if paper.status != PaperStatus.SUBMITTED:
        raise ActionRefused(Refused("paper_not_submitted"))
    if paper.drafted_by_id == by.user_id:
        raise ActionRefused(Refused("paper_own_review"))
    paper.reviewed_by_id = person_of(by)
    return _to(paper, PaperStatus.REVIEWED, act="paper.reviewed", by=by, at=at, fields=["reviewed_by"])


@transaction.atomic
def approve_paper(*, paper_id: int, by: Actor, at: datetime) -> Paper:
    """Approve a reviewed draft for signing, as head or deputy.

    Raises ActionRefused: paper_unknown, paper_not_reviewed, paper_not_head.
    """
    paper = _own(paper_id, by)
    if not by.is_one_of(*APPROVERS):
        raise ActionRefused(Refused("paper_not_head"))
    if paper.status != PaperStatus.REVIEWED:
        raise ActionRefused(Refused("paper_not_reviewed"))
    paper.approved_by_id = person_of(by)
    paper.signer_name, paper.signer_title = by.name, title_of(by=by, head_title=paper.agency.head_title)
    return _to(
        paper, PaperStatus.APPROVED, act="paper.approved", by=by, at=at,
        fields=["approved_by", "signer_name", "signer_title"],
    )  # fmt: skip


@transaction.atomic
def return_paper(*, paper_id: int, reason: str, by: Actor, at: datetime) -> Paper:
    """Give a submitted, reviewed or approved draft back to who wrote it, with the reason.

    Raises ActionRefused: paper_unknown, reason_missing, paper_not_submitted, paper_not_head.
    """
    paper = _own(paper_id, by)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if paper.status not in {PaperStatus.SUBMITTED, PaperStatus.REVIEWED, PaperStatus.APPROVED}:
        raise ActionRefused(Refused("paper_not_submitted"))
    if paper.status == PaperStatus.APPROVED and not by.is_one_of(*APPROVERS):
        raise ActionRefused(Refused("paper_not_head"))
    paper.returned_note = reason.strip()[:300]
    paper.reviewed_by_id = paper.approved_by_id = None
    paper.signer_name = paper.signer_title = ""
    return _to(
        paper, PaperStatus.DRAFT, act="paper.returned", by=by, at=at, reason=reason,
        fields=["returned_note", "reviewed_by", "approved_by", "signer_name", "signer_title"],
    )  # fmt: skip


@transaction.atomic
def number_paper(*, paper_id: int, by: Actor, at: datetime, dated_on: date | None = None) -> Paper:
    """Give an approved paper its number and issue it; an earlier one that it replaces or recalls ends with it.

    Raises ActionRefused: paper_unknown, paper_of_act (its act numbers it), paper_not_approved, not_numberer and those of
        `issue_paper`.
    """
    paper = _own(paper_id, by)
    if paper.act:
        raise ActionRefused(Refused("paper_of_act"))
    if not by.is_one_of(*NUMBERERS):
        raise ActionRefused(Refused("not_numberer"))
    if paper.status != PaperStatus.APPROVED:
        raise ActionRefused(Refused("paper_not_approved"))
    issued = issue_paper(
        paper_id=paper.pk,
        by=by,
        at=at,
        dated_on=dated_on,
        signer_name=paper.signer_name,
        signer_title=paper.signer_title,
    )
    earlier = issued.relates_to
    if earlier is not None and issued.relation == Relation.REPLACES:
        reason = f"Thay thế bằng văn bản {reference_of(issued)}. {issued.ended_reason}".strip()
        _end(earlier, PaperStatus.REPLACED, reason=reason, by=by, at=at)
    return issued


@transaction.atomic
def replace_paper(*, paper_id: int, reason: str, by: Actor, at: datetime) -> Paper:
    """Draft a paper that replaces an issued one whose content is wrong; that one ends when the new one is issued.

    Rule: NĐ 30/2020 Đ.18(3)
    Raises ActionRefused: paper_unknown, reason_missing, paper_not_issued, paper_of_old_book, paper_follower_open.
    """
    paper = _issued(paper_id, reason, by)
    form = form_book().form(paper.form_key, on=at.date())
    sealed = _envelope_of(paper)
    values = joined_values(form=form, plain=paper.values, sealed=sealed)
    secret = _enveloped(paper)
    return _follow(paper, Relation.REPLACES, paper.form_key, values, reason=reason, by=by, at=at, secret=secret)


@transaction.atomic
def correct_paper(*, paper_id: int, printed: str, corrected: str, reason: str, by: Actor, at: datetime) -> Paper:
    """Draft the letter that corrects layout or wording of an issued paper, which stays in force.

    Rule: NĐ 30/2020 Đ.18(3)
    Raises ActionRefused: paper_unknown, reason_missing, paper_not_issued, paper_of_old_book, paper_follower_open, correction_missing.
    """
    paper = _issued(paper_id, reason, by)
    if not (printed.strip() and corrected.strip()):
        raise ActionRefused(Refused("correction_missing"))
    values: dict[str, Any] = {
        "addressee": "Các cơ quan và cá nhân đã nhận văn bản", "corrected_paper": reference_of(paper),
        "printed": printed.strip(), "corrected": corrected.strip(), "reason": reason.strip(),
    }  # fmt: skip
    return _follow(paper, Relation.CORRECTS, CORRECTION, values, reason=reason, by=by, at=at)


@transaction.atomic
def recall_paper(*, paper_id: int, reason: str, by: Actor, at: datetime) -> Paper:
    """Take an issued paper out of force, as head or deputy; its number stays in the book. The letter about it is drafted.

    Rule: NĐ 30/2020 Đ.18(4)
    Returns: the draft of the letter.
    Raises ActionRefused: paper_unknown, reason_missing, paper_not_issued, paper_of_old_book, paper_follower_open, paper_not_head.
    """
    paper = _issued(paper_id, reason, by)
    if not by.is_one_of(*APPROVERS):
        raise ActionRefused(Refused("paper_not_head"))
    _end(paper, PaperStatus.RECALLED, reason=reason.strip(), by=by, at=at)
    values: dict[str, Any] = {
        "addressee": "Các cơ quan và cá nhân đã nhận văn bản", "recalled_paper": reference_of(paper),
        "reason": reason.strip(),
    }  # fmt: skip
    return _follow(paper, Relation.RECALLS, RECALL, values, reason=reason, by=by, at=at)


@transaction.atomic
def confirm_recall(*, delivery_id: int, on: date, by: Actor, at: datetime) -> Delivery:
    """Record that an addressee acknowledged the recall of a paper.

    Raises ActionRefused: delivery_unknown, paper_not_recalled, recall_confirmed, received_in_future, received_before_sent.
    """
    delivery = Delivery.objects.select_for_update().select_related("paper").filter(pk=delivery_id).first()
    if delivery is None or delivery.paper.agency_id != by.agency_id:
        raise ActionRefused(Refused("delivery_unknown"))
    ended_on = delivery.paper.ended_on
    if delivery.paper.status != PaperStatus.RECALLED or ended_on is None:
        raise ActionRefused(Refused("paper_not_recalled"))
    if delivery.recall_confirmed_on is not None:
        raise ActionRefused(Refused("recall_confirmed"))
    if on > at.date():
        raise ActionRefused(Refused("received_in_future"))
    if on < ended_on:
        raise ActionRefused(Refused("received_before_sent"))
    delivery.recall_confirmed_on = on
    delivery.save(update_fields=["recall_confirmed_on"])
    record(
        act="recall.confirmed", by=by, at=at, subject=f"paper:{delivery.paper_id}", matter_id=delivery.matter_id,
        after={"on": on},
    )  # fmt: skip
    return delivery


def reference_of(paper: Paper) -> str:
    """Write number, symbol and day of a paper, as another paper names it."""
    number = f"{paper.number:02d}/{paper.symbol}" if paper.number is not None else paper.title
    return f"{number} ngày {short_date(on=paper.dated_on)}" if paper.dated_on is not None else number


def _own(paper_id: int, by: Actor) -> Paper:
    """Lock a paper of the actor's agency; another agency's is as if it were not there."""
    paper = locked_paper(paper_id)
    if paper.agency_id != by.agency_id:
        raise ActionRefused(Refused("paper_unknown"))
    return paper


def _issued(paper_id: int, reason: str, by: Actor) -> Paper:
    paper = _own(paper_id, by)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if paper.status != PaperStatus.ISSUED:
        raise ActionRefused(Refused("paper_not_issued"))
    if paper.form_key == OLD_BOOK:
        raise ActionRefused(Refused("paper_of_old_book"))
    if paper.followers.filter(status__in=UNFINISHED).exists():
        raise ActionRefused(Refused("paper_follower_open"))
    return paper


def _envelope_of(paper: Paper) -> bytes | None:
    if paper.sealed_values is None:
        return None
    return load_ring(settings.HOME).open(envelope=bytes(paper.sealed_values), bound_to=f"paper:{paper.pk}")


def _enveloped(paper: Paper) -> frozenset[str]:
    """Name the fields that lie in the envelope of a paper: they stay in one, whatever the form says of them. Rule: BV-3"""
    return frozenset(json.loads(_envelope_of(paper) or b"{}"))


def _follow(
    paper: Paper, relation: Relation, form_key: str, values: Values, *, reason: str, by: Actor, at: datetime,
    secret: Collection[str] = (),
) -> Paper:  # fmt: skip
    draft = draft_paper(
        form_key=form_key, values=values, by=by, at=at, matter_id=paper.matter_id, sealed=paper.sealed, secret=secret,
        recipients=[str(line) for line in paper.recipients] if relation is Relation.REPLACES else (),
    )  # fmt: skip
    draft.relates_to, draft.relation, draft.ended_reason = paper, relation, reason.strip()[:300]
    draft.save(update_fields=["relates_to", "relation", "ended_reason"])
    _record(f"paper.{_FOLLOWED[relation]}", paper, by=by, at=at, reason=reason, after={"by": draft.pk})
    return draft


_FOLLOWED: Final = {
    Relation.REPLACES: "replacement_drafted", Relation.CORRECTS: "correction_drafted", Relation.RECALLS: "recall_drafted",
}  # fmt: skip


def _end(paper: Paper, status: PaperStatus, *, reason: str, by: Actor, at: datetime) -> None:
    paper.ended_on = at.date()
    paper.ended_reason = reason[:300]
    _to(
        paper, status, act=f"paper.{status.value}", by=by, at=at, reason=reason, fields=["ended_on", "ended_reason"]
    )  # fmt: skip


def _check_complete(paper: Paper) -> None:
    form = form_book().form(paper.form_key, on=law_day(paper))
    try:
        drawn(paper=paper, with_identity=True).html()
    except MissingValue as error:
        labels = "; ".join(form.fields[name].label for name in error.names)
        raise ActionRefused(Refused("paper_incomplete", facts={"fields": labels})) from error
    except (UnknownValue, WrongValue) as error:
        raise ActionRefused(
            Refused("paper_value_wrong", facts={"text": str(error)}, sentence=error.sentence)
        ) from error


def _to(
    paper: Paper,
    status: PaperStatus,
    *,
    act: str,
    by: Actor,
    at: datetime,
    fields: Sequence[str] = (),
    reason: str = "",
) -> Paper:
    paper.status = status
    paper.save(update_fields=["status", *fields])
    _record(act, paper, by=by, at=at, reason=reason)
    return paper


def _record(
    act: str, paper: Paper, *, by: Actor, at: datetime, reason: str = "", after: dict[str, object] | None = None
) -> None:
    record(
        act=act, by=by, at=at, subject=f"paper:{paper.pk}", matter_id=paper.matter_id, reason=reason,
        after={"form": paper.form_key, **(after or {})},
    )  # fmt: skip
