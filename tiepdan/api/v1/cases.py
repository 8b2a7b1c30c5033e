"""Cases: one, a list, the timeline. Notes of officers never leave the desk."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from tiepdan.accounts.rules import Scope
from tiepdan.api.answers import MOST, AgencyRef, Page, ShortLine, agency_ref, conditional
from tiepdan.api.entering import actor_of_request, needs
from tiepdan.api.errors import Problem
from tiepdan.api.v1.submissions import Code, Limit, limits_of
from tiepdan.cases.access import case_for
from tiepdan.cases.models import Case, Step
from tiepdan.cases.queries import CaseFilter, list_cases
from tiepdan.cases.situations import procedure_of
from tiepdan.infra import clock
from tiepdan.matters.rules import MatterKind

router = Router(tags=["cases"])


class CaseLine(Schema):
    """A line of the list of cases."""

    code: str
    kind: str
    title: str
    state: str
    sealed: bool
    people: int
    received_on: date
    due_on: date | None
    closed_on: date | None


class CaseOut(Schema):
    """One case as its file stands."""

    code: str
    submission: str
    procedure: str
    state: str
    state_title: str
    agency: AgencyRef
    received_on: date
    accepted_on: date | None
    decided_on: date | None
    in_effect_on: date | None
    closed_on: date | None
    people: int
    complexity: list[str]
    outcome: str
    limits: list[Limit]


class StepOut(Schema):
    """Something done on a case."""

    act: str
    title: str
    from_state: str
    to_state: str
    done_on: date
    document: int | None = Field(description="Số văn bản, đọc ở /documents/{id}")


class CasesQuery(Schema):
    """Filters of the list: legal measures of a case, never of a person."""

    state: Annotated[ShortLine, Field(max_length=32)] = ""
    kind: MatterKind | Literal[""] = ""
    late: bool = False
    large: bool = False
    complex: bool = False
    prolonged: bool = False
    closed: bool = False
    cursor: ShortLine = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


@router.get("", response={200: Page[CaseLine], (401, 403, 422, 429): Problem}, operation_id="list_cases")
@needs(Scope.CASES_READ)
def list_all(request: HttpRequest, chosen: Query[CasesQuery]) -> Page[CaseLine]:
    """List the agency's cases, newest first."""
    wanted = CaseFilter(**chosen.model_dump(exclude={"cursor", "limit"}))
    found = list_cases(
        by=actor_of_request(request), chosen=wanted, on=clock.today(), after=chosen.cursor, limit=chosen.limit
    )
    lines = [row.line for row in found.rows]
    items = [
        CaseLine(
            code=line.code, kind=line.kind, title=line.title, state=line.state, sealed=line.sealed, people=line.people,
            received_on=line.received_on, due_on=line.due_on, closed_on=line.closed_on,
        )
        for line in lines
    ]  # fmt: skip
    return Page[CaseLine](items=items, next_cursor=found.next_key)


@router.get("/{code}", response={200: CaseOut, 304: None, (401, 403, 404, 422, 429): Problem}, operation_id="get_case")
@needs(Scope.CASES_READ)
def get_one(request: HttpRequest, code: Code) -> HttpResponse:
    """Read one case, with ETag."""
    case = case_for(code=code)
    procedure = procedure_of(case=case, today=clock.today())
    state = procedure.states.get(case.state)
    out = CaseOut(
        code=case.code, submission=case.submission.code, procedure=case.procedure, state=case.state,
        state_title=state.title_vi if state else case.state, agency=agency_ref(case.agency), received_on=case.received_on,
        accepted_on=case.accepted_on, decided_on=case.decided_on, in_effect_on=case.in_effect_on,
        closed_on=case.closed_on, people=case.people, complexity=[str(one) for one in case.complexity],
        outcome=case.outcome, limits=limits_of(case.matter_id, actor_of_request(request)),
    )  # fmt: skip
    return conditional(request, out)


@router.get(
    "/{code}/timeline",
    response={200: list[StepOut], (401, 403, 404, 422, 429): Problem},
    operation_id="get_case_timeline",
)
@needs(Scope.CASES_READ)
def get_timeline(request: HttpRequest, code: Code) -> list[StepOut]:  # noqa: ARG001 # ninja's signature
    """Read what was done on a case, in order."""
    case: Case = case_for(code=code)
    acts = procedure_of(case=case, today=clock.today()).acts
    return [
        StepOut(
            act=step.act, title=acts[step.act].title_vi if step.act in acts else step.act, from_state=step.from_state,
            to_state=step.to_state, done_on=step.done_on, document=step.paper_id,
        )
        for step in Step.objects.filter(case=case).order_by("pk")
    ]  # fmt: skip
