"""The registry of agencies, open to every token."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import look_up
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.api.answers import MOST, AgencyRef, Line, Page, ShortLine, agency_ref, conditional
from tiepdan.api.entering import needs
from tiepdan.api.errors import Problem
from tiepdan.api.v1.submissions import Code
from tiepdan.infra import clock
from tiepdan.matters.access import NotFound

router = Router(tags=["agencies"])


class AgencyOut(Schema):
    """An agency."""

    code: str
    name: str
    short_name: str
    kind: AgencyKind
    level: AgencyLevel
    parent: AgencyRef | None
    area_code: str
    address: str
    phone: str
    receives: bool
    starts_on: date
    ends_before: date | None


class AgenciesQuery(Schema):
    """Filters of the list, in the order of codes."""

    kind: AgencyKind | None = None
    level: AgencyLevel | None = None
    area_code: Annotated[ShortLine, Field(max_length=8)] = ""
    receives: bool | None = None
    in_force: bool = True
    cursor: ShortLine = Field("", description="Mã cuối của trang trước")
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


@router.get("", response={200: Page[AgencyOut], (401, 403, 422, 429): Problem}, operation_id="list_agencies")
@needs()
def list_agencies(request: HttpRequest, chosen: Query[AgenciesQuery]) -> Page[AgencyOut]:  # noqa: ARG001 # ninja's signature
    """List the registry."""
    found = Agency.objects.in_force(on=clock.today()) if chosen.in_force else Agency.objects.all()
    wanted = chosen.model_dump(include={"kind", "level", "receives"}, exclude_none=True)
    found = found.filter(code__gt=chosen.cursor, **wanted)
    if chosen.area_code:
        found = found.filter(area_code=chosen.area_code)
    rows = list(found.select_related("parent").order_by("code")[: chosen.limit + 1])
    more = len(rows) > chosen.limit
    items = [_out(agency) for agency in rows[: chosen.limit]]
    return Page[AgencyOut](items=items, next_cursor=items[-1].code if more else "")


@router.get("/lookup", response={200: list[AgencyRef], (401, 403, 422, 429): Problem}, operation_id="look_up_agency")
@needs()
def find(request: HttpRequest, q: Annotated[Line, Query(min_length=1)]) -> list[AgencyRef]:  # noqa: ARG001 # ninja's signature
    """Find agencies by words of the name, with or without diacritics."""
    return [agency_ref(agency) for agency in look_up(text=q, on=clock.today())]


@router.get(
    "/{code}", response={200: AgencyOut, 304: None, (401, 403, 404, 422, 429): Problem}, operation_id="get_agency"
)
@needs()
def get_agency(request: HttpRequest, code: Code) -> HttpResponse:
    """Read one agency, also one that has ended, with ETag."""
    agency = Agency.objects.select_related("parent").filter(code=code).first()
    if agency is None:
        raise NotFound(code)
    return conditional(request, _out(agency))


def _out(agency: Agency) -> AgencyOut:
    return AgencyOut(
        code=agency.code, name=agency.name, short_name=agency.short_name, kind=AgencyKind(agency.kind),
        level=AgencyLevel(agency.level), parent=agency_ref(agency.parent) if agency.parent else None,
        area_code=agency.area_code, address=agency.address, phone=agency.phone, receives=agency.receives,
        starts_on=agency.starts_on, ends_before=agency.ends_before,
    )  # fmt: skip
