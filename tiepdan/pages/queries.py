"""Reads of pages: the office's list, and what everybody reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection

from tiepdan.accounts.rules import Actor
from tiepdan.infra.codes import parse_code
from tiepdan.pages.models import PortalPage

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page as citizens read it."""

    code: str
    kind: str
    title: str
    published_on: date
    text: str = ""
    decision: str = ""
    agency_code: str = ""
    agency_name: str = ""


def list_pages(*, by: Actor, state: str = "", before: int = 0, limit: int = PAGE) -> list[PortalPage]:
    """List pages of the own agency, the newest first; one more than `limit` when there are more. Cost: 1 query."""
    found = PortalPage.objects.filter(agency_path=by.agency_path).select_related("written_by")
    if state:
        found = found.filter(state=state)
    if before:
        found = found.filter(pk__lt=before)
    return list(found.order_by("-pk")[: limit + 1])


def public_pages(*, agency_id: int) -> list[PublicPage]:
    """Return what an agency has published, without anybody acting. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_pages(%s)", [agency_id])
        return [PublicPage(*row) for row in cursor.fetchall()]


def public_page(*, code: str) -> PublicPage | None:
    """Return one published page; None for drafts, withdrawn and absent ones alike. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.public_page(%s)", [parse_code(code) or ""])
        row = cursor.fetchone()
    return PublicPage(*row) if row else None
