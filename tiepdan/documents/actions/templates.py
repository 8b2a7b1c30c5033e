"""An office's own DOCX in place of a house form: versions, and the way back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.actions.files import store_file
from tiepdan.documents.models import FormTemplate
from tiepdan.documents.rendering.forms import Form, FormNotFound, PaperKind
from tiepdan.documents.rendering.office import BadTemplate, check_template
from tiepdan.documents.values import form_book
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction.atomic
def add_form_template(*, form_key: str, data: bytes, by: Actor, at: datetime, note: str = "") -> FormTemplate:
    """Replace a house form by a DOCX of the office, from now on, for papers drafted from now on.

    Raises ActionRefused: not_administrator, form_unknown, template_form_fixed, and those of `check_template`, which name
        the wrong field.
    """
    form = _form(form_key, by, at)
    try:
        check_template(data=data, form=form)
    except BadTemplate as error:
        raise ActionRefused(Refused(error.code, facts={"names": ", ".join(error.names)})) from error
    now = FormTemplate.objects.select_for_update().filter(agency_id=by.agency_id, form_key=form_key)
    last = now.order_by("-version").first()
    _end(now.filter(ended_at__isnull=True).first(), by=by, at=at)
    made = FormTemplate.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, form_key=form_key, version=last.version + 1 if last else 1,
        file=store_file(data=data, media_type=WORD, sealed=False), note=note.strip()[:200], added_by=by.name, added_at=at,
    )  # fmt: skip
    record(
        act="form.replaced", by=by, at=at, subject=f"template:{made.pk}",
        after={"form": form_key, "version": made.version}, reason=note,
    )  # fmt: skip
    return made


@transaction.atomic
def return_to_house_form(*, form_key: str, reason: str, by: Actor, at: datetime) -> FormTemplate:
    """End the office's template of a form; papers drafted from now on follow the house form again.

    Raises ActionRefused: not_administrator, form_unknown, template_form_fixed, reason_missing, template_none.
    """
    _form(form_key, by, at)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    kept = (
        FormTemplate.objects.select_for_update()
        .filter(agency_id=by.agency_id, form_key=form_key, ended_at__isnull=True)
        .first()
    )
    if kept is None:
        raise ActionRefused(Refused("template_none"))
    _end(kept, by=by, at=at)
    record(
        act="form.house_restored", by=by, at=at, subject=f"template:{kept.pk}", after={"form": form_key}, reason=reason
    )
    return kept


def replaceable(form: Form) -> bool:
    """Tell whether an office may replace a form: books are drawn from rows, receipts carry the code of the look-up."""
    return form.kind is not PaperKind.BOOK and not form.lookup


def _form(form_key: str, by: Actor, at: datetime) -> Form:
    if not by.is_one_of(Role.ADMINISTRATOR):
        raise ActionRefused(Refused("not_administrator"))
    try:
        form = form_book().form(form_key, on=at.date())
    except FormNotFound as error:
        raise ActionRefused(Refused("form_unknown", facts={"form": form_key})) from error
    if not replaceable(form):
        raise ActionRefused(Refused("template_form_fixed"))
    return form


def _end(kept: FormTemplate | None, *, by: Actor, at: datetime) -> None:
    if kept is not None:
        kept.ended_at, kept.ended_by = at, by.name
        kept.save(update_fields=["ended_at", "ended_by"])
