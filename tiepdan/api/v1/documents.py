"""Issued papers: what they are, and the file as issued. Papers that show a sealed identity do not exist here."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router, Schema

from tiepdan.accounts.rules import Scope
from tiepdan.api.answers import AgencyRef, agency_ref, conditional
from tiepdan.api.entering import actor_of_request, needs
from tiepdan.api.errors import Problem
from tiepdan.documents.access import files, paper_for, shows_identity
from tiepdan.documents.models import Paper, PaperStatus
from tiepdan.matters.access import NotFound

router = Router(tags=["documents"])
PaperId = Annotated[int, Path(ge=1, le=2**63 - 1)]


class DeliveryOut(Schema):
    """To whom it went."""

    addressee: str
    way: str
    sent_on: date | None
    received_on: date | None


class DocumentOut(Schema):
    """An issued paper."""

    id: int
    form: str
    title: str
    number: int | None
    symbol: str
    dated_on: date | None
    agency: AgencyRef
    signer_title: str
    deliveries: list[DeliveryOut]


@router.get(
    "/{paper_id}",
    response={200: DocumentOut, 304: None, (401, 403, 404, 422, 429): Problem},
    operation_id="get_document",
)
@needs(Scope.DOCUMENTS_READ)
def get_document(request: HttpRequest, paper_id: PaperId) -> HttpResponse:
    """Read what a paper is, with ETag."""
    paper = _issued(request, paper_id)
    out = DocumentOut(
        id=paper.pk, form=paper.form_key, title=paper.title, number=paper.number, symbol=paper.symbol,
        dated_on=paper.dated_on, agency=agency_ref(paper.agency), signer_title=paper.signer_title,
        deliveries=[
            DeliveryOut(addressee=one.addressee, way=one.way, sent_on=one.sent_on, received_on=one.received_on)
            for one in paper.deliveries.order_by("pk")
        ],
    )  # fmt: skip
    return conditional(request, out)


@router.get(
    "/{paper_id}/file",
    response={(401, 403, 404, 422, 429): Problem},
    operation_id="get_document_file",
    openapi_extra={
        "responses": {
            200: {
                "description": "Tệp như đã ban hành",
                "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
            }
        }
    },
)
@needs(Scope.DOCUMENTS_READ)
def get_file(request: HttpRequest, paper_id: PaperId) -> HttpResponse:
    """Read the file as issued."""
    paper = _issued(request, paper_id)
    if paper.file is None:
        raise NotFound(str(paper_id))
    response = HttpResponse(files().get(paper.file.key), content_type=paper.file.media_type)
    ending = "pdf" if paper.file.media_type == "application/pdf" else "docx"
    response.headers["Content-Disposition"] = f'attachment; filename="{paper.pk}.{ending}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _issued(request: HttpRequest, paper_id: int) -> Paper:
    paper = paper_for(paper_id=paper_id, by=actor_of_request(request))
    if paper.status != PaperStatus.ISSUED or shows_identity(paper=paper):
        raise NotFound(str(paper_id))
    return paper
