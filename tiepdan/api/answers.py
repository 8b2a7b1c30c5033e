"""Types and answers that operations share: clean text, pages, ETag."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Final, Generic, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import AfterValidator, Field

from tiepdan.agencies.models import Agency
from tiepdan.infra.folding import CONTROL

T = TypeVar("T")
MOST: Final = 100


def _printable(text: str) -> str:
    if CONTROL.search(text.replace("\r", "\n")):
        raise ValueError("chứa ký tự điều khiển")
    return text


def _known_law(day: date) -> date:
    if not date(2012, 7, 1) <= day <= date(2100, 1, 1):
        raise ValueError("phải từ 2012-07-01 đến 2100-01-01")
    return day


Line = Annotated[str, Field(max_length=200), AfterValidator(_printable)]
ShortLine = Annotated[str, Field(max_length=60), AfterValidator(_printable)]
LongText = Annotated[str, Field(max_length=60_000), AfterValidator(_printable)]
LawDay = Annotated[date, AfterValidator(_known_law)]


class AgencyRef(Schema):
    """An agency as named elsewhere."""

    code: str
    name: str


class Page(Schema, Generic[T]):
    """One page of a list, newest first."""

    items: list[T]
    next_cursor: str = Field(description="Truyền lại ở cursor để lấy trang sau; rỗng là hết")


def agency_ref(agency: Agency) -> AgencyRef:
    """Return how an agency is named."""
    return AgencyRef(code=agency.code, name=agency.name)


def conditional(request: HttpRequest, body: Schema) -> HttpResponse:
    """Return a thing with its ETag, or 304 when the client has it already."""
    data = body.model_dump_json().encode()
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")}
    if etag in known or "*" in known:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(data, content_type="application/json; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response
