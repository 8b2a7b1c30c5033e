"""Registers and papers as lists."""

from __future__ import annotations

from django.db.models import QuerySet

from tiepdan.documents.models import Book, Paper, Register, RegisterNumber


def list_books(*, agency_id: int) -> list[Register]:
    """List the series of an agency, newest year first."""
    return list(Register.objects.filter(agency_id=agency_id).order_by("-year", "book", "document_type"))


def list_numbers(
    *,
    agency_id: int,
    book: Book,
    year: int,
    document_type: str | None = None,
    before: int | None = None,
    limit: int = 50,
) -> list[RegisterNumber]:
    """List the numbers of a book, highest first; `before` continues below a number of one series.

    Cost: 1 query.
    """
    found = RegisterNumber.objects.select_related("register").filter(
        register__agency_id=agency_id, register__book=book, register__year=year
    )
    if document_type is not None:
        found = found.filter(register__document_type=document_type)
    if before is not None:
        found = found.filter(number__lt=before)
    return list(found.order_by("-number", "-pk")[: limit + 1])


def list_papers(*, matter_id: int) -> QuerySet[Paper]:
    """List the papers of a matter with their deliveries, newest first. Cost: 2 queries."""
    return Paper.objects.filter(matter_id=matter_id).prefetch_related("deliveries").order_by("-pk")
