"""Registers and papers as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db.models import Q, QuerySet, prefetch_related_objects

from tiepdan.accounts.rules import Actor
from tiepdan.documents.models import (
    UNFINISHED,
    FormTemplate,
    Paper,
    PaperStatus,
    PersonalLetter,
    Register,
    RegisterNumber,
    TrustedCertificate,
)
from tiepdan.infra.statement import Objects, along_an_index


def list_books(*, agency_id: int) -> list[Register]:
    """List the series of an agency, newest year first."""
    return list(Register.objects.filter(agency_id=agency_id).order_by("-year", "book", "document_type"))


def list_numbers(*, register: Register, before: int | None = None, limit: int = 50) -> list[RegisterNumber]:
    """List the numbers of a series, highest first; `before` continues below a number. One more tells of a next page.

    Cost: 1 query, one index range, and 2 statements that touch no table.
    """
    found = register.numbers.all() if before is None else register.numbers.filter(number__lt=before)
    with along_an_index():
        return list(found.order_by("-number")[: limit + 1])


_PAPERS: Final = Objects(
    lambda *, matter, agency: Paper.objects.filter(
        Q(agency_id=agency) | ~Q(status__in=UNFINISHED), matter_id=matter
    ).order_by("-pk")
)


def list_papers(*, matter_id: int, by: Actor) -> list[Paper]:
    """List the papers of a matter with their deliveries, newest first; of other agencies only what was issued.

    Cost: 2 queries.
    """
    papers = _PAPERS.all(matter=matter_id, agency=by.agency_id)
    prefetch_related_objects(papers, "deliveries")
    return papers


def list_office_papers(*, agency_id: int, status: str = "", before: int | None = None, limit: int = 50) -> list[Paper]:
    """List the papers of an agency, newest first; one more than asked tells that there is a next page.

    Cost: 1 query, one index range, and 2 statements that touch no table.
    """
    found = Paper.objects.filter(agency_id=agency_id).select_related("drafted_by")
    if status:
        found = found.filter(status=status)
    if before is not None:
        found = found.filter(pk__lt=before)
    with along_an_index():
        return list(found.order_by("-pk")[: limit + 1])


def states_of_numbers(*, subjects: Sequence[str]) -> dict[str, str]:
    """Tell of numbered papers that they were replaced or recalled, and why: subject of the number → words."""
    ids = [int(one.removeprefix("paper:")) for one in subjects if one.startswith("paper:")]
    ended = Paper.objects.filter(pk__in=ids, status__in=[PaperStatus.REPLACED, PaperStatus.RECALLED])
    return {
        f"paper:{one.pk}": f"{one.get_status_display()} {one.ended_on:%d/%m/%Y}: {one.ended_reason}" for one in ended
    }


def list_letters(*, agency_id: int) -> QuerySet[PersonalLetter]:
    """List letters addressed to a named person, newest first."""
    return PersonalLetter.objects.filter(agency_id=agency_id).order_by("-received_on", "-pk")


def list_templates(*, agency_id: int, form_key: str = "") -> list[FormTemplate]:
    """List the office's own forms, newest version first."""
    found = FormTemplate.objects.filter(agency_id=agency_id)
    return list((found.filter(form_key=form_key) if form_key else found).order_by("form_key", "-version"))


def template_in_force(*, agency_id: int, form_key: str) -> FormTemplate | None:
    """Return the office's form that replaces a house form now."""
    found = FormTemplate.objects.select_related("file").filter(
        agency_id=agency_id, form_key=form_key, ended_at__isnull=True
    )
    return found.first()


def list_certificates() -> list[TrustedCertificate]:
    """List the certificates trusted for the acting post: of its agency and of those above."""
    found = TrustedCertificate.objects.select_related("agency").filter(ended_at__isnull=True)
    return list(found.order_by("agency_path", "subject"))
