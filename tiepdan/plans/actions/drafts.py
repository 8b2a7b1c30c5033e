"""Acts on plans written here: begun from a template, changed, signed. The signed print is read like any other document."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.documents.access import authority_of, place_of
from tiepdan.documents.actions.registers import take_number
from tiepdan.documents.models import Book
from tiepdan.documents.rendering.compose import Letterhead, Paper
from tiepdan.documents.rendering.wording import document_symbol
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.verdict import Refused
from tiepdan.plans.actions.documents import upload_plan
from tiepdan.plans.models import PlanDocument, PlanDraft
from tiepdan.plans.printing import as_docx, plan_paper
from tiepdan.plans.rules import may_upload
from tiepdan.plans.rules.writing import TEMPLATES, WrittenPlan, from_json, may_sign

SERIES = "KH"


@transaction.atomic
def begin_draft(*, template: str, by: Actor, at: datetime) -> PlanDraft:
    """Begin a plan of the own agency from a template. Raises ActionRefused: plan_role_not_allowed, template_absent."""
    allow(may_upload(by=by))
    if template not in TEMPLATES:
        raise ActionRefused(Refused("template_absent"))
    agency = Agency.objects.get(pk=by.agency_id)
    content = TEMPLATES[template][1]
    draft = PlanDraft.objects.create(
        code=new_code(), agency=agency, agency_path=by.agency_path,
        content={**content.to_json(), "signer_title": agency.head_title}, made_by_id=by.user_id, made_at=at, changed_at=at,
    )  # fmt: skip
    record(act="plan_draft.begun", by=by, at=at, subject=f"plan_draft:{draft.pk}", after={"template": template})
    return draft


@transaction.atomic
def change_draft(*, code: str, plan: WrittenPlan, by: Actor, at: datetime) -> PlanDraft:
    """Keep what was written. Raises ActionRefused: plan_role_not_allowed, plan_draft_signed."""
    draft = _locked(code, by)
    draft.content, draft.changed_at = plan.to_json(), at
    draft.save(update_fields=["content", "changed_at"])
    record(act="plan_draft.changed", by=by, at=at, subject=f"plan_draft:{draft.pk}", after={"title": plan.title})
    return draft


@transaction.atomic
def sign_draft(*, code: str, dated_on: date, by: Actor, at: datetime) -> PlanDocument:
    """Give a whole plan its number and date, draw it, and queue its print for reading: from there it is a plan like any other.

    Raises ActionRefused: plan_role_not_allowed, plan_draft_signed, written_plan_incomplete, head_only.
    """
    draft = _locked(code, by)
    if not by.is_one_of(Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK):
        raise ActionRefused(Refused("head_only"))
    plan = from_json(draft.content)
    allow(may_sign(plan=plan))
    number = take_number(
        agency_id=by.agency_id, agency_path=by.agency_path, book=Book.OUTGOING, document_type=SERIES, year=dated_on.year,
        subject=f"plan_draft:{draft.pk}", on=dated_on,
    )  # fmt: skip
    paper = paper_of(draft, number=number, dated_on=dated_on)
    name = f"ke-hoach-{number:02d}-{dated_on.year}.docx"
    document = upload_plan(data=as_docx(paper, on=dated_on), name=name, by=by, at=at)
    draft.document = document
    draft.save(update_fields=["document"])
    record(
        act="plan_draft.signed", by=by, at=at, subject=f"plan_draft:{draft.pk}",
        after={"number": number, "dated_on": dated_on, "document": document.code},
    )  # fmt: skip
    return document


@transaction.atomic
def drop_draft(*, code: str, by: Actor, at: datetime) -> None:
    """Throw an unsigned plan away; the audit entry stays. Raises ActionRefused: plan_role_not_allowed, plan_draft_signed."""
    draft = _locked(code, by)
    record(
        act="plan_draft.dropped",
        by=by,
        at=at,
        subject=f"plan_draft:{draft.pk}",
        before={"title": draft.content.get("title")},
    )
    draft.delete()


def paper_of(draft: PlanDraft, *, number: int | None = None, dated_on: date | None = None) -> Paper:
    """Lay a plan under way out as its paper; without a number it is a draft."""
    agency, plan = draft.agency, from_json(draft.content)
    letterhead = Letterhead(
        agency=in_full(agency.name),
        parent_agency=agency.parent.name if agency.parent is not None and not authority_of(agency=agency) else "",
        place=place_of(agency=agency),
        number=number,
        symbol=document_symbol(kind=SERIES, body=agency.symbol),
        dated_on=dated_on,
        signer_authority=authority_of(agency=agency),
        signer_title=plan.signer_title,
        signer_name=plan.signer_name,
        recipients=plan.recipients,
    )
    return plan_paper(
        plan=plan, letterhead=letterhead, issuer=in_full(agency.name), draft=number is None, demo=settings.DEMO
    )


def in_full(name: str) -> str:
    """Write the name of a committee out, as the head of a paper wants it."""
    return name.replace("UBND ", "Ủy ban nhân dân ", 1) if name.startswith("UBND ") else name


def _locked(code: str, by: Actor) -> PlanDraft:
    allow(may_upload(by=by))
    draft = PlanDraft.objects.select_for_update(of=("self",)).select_related("agency__parent").get(code=code)
    if draft.document_id is not None:
        raise ActionRefused(Refused("plan_draft_signed"))
    return draft
