"""Explaining a legal limit: the rule in force, the last day and the counting."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tiepdan.agencies.queries import local_defaults
from tiepdan.api.answers import LawDay, ShortLine
from tiepdan.api.entering import actor_of_request, needs
from tiepdan.api.errors import Problem
from tiepdan.deadlines.counting import count

router = Router(tags=["deadlines"])


class ExplainQuery(Schema):
    """What to count."""

    rule: Annotated[ShortLine, Field(min_length=1)] = Field(description="Mã quy tắc, ví dụ KN-5")
    start: LawDay = Field(description="Ngày phát sinh, không tính")
    on: LawDay | None = Field(None, description="Ngày mà luật của ngày đó được áp dụng; mặc định: ngày phát sinh")
    complex: bool = False
    specially_complex: bool = False
    remote: bool = False
    several_places: bool = False
    dismissal: bool = False


class Explanation(Schema):
    """A limit, explained."""

    rule: str
    title: str
    version: date = Field(description="Giá trị của quy tắc có hiệu lực từ ngày này")
    source: str
    confidence: str
    unit: str
    length: int
    start: date
    due: date
    rolled_due: date
    steps: list[str]
    steps_en: list[str] = Field(description="Cùng các bước, bằng tiếng Anh")


@router.get("/explain", response={200: Explanation, (401, 403, 422, 429): Problem}, operation_id="explain_deadline")
@needs()
def explain(request: HttpRequest, asked: Query[ExplainQuery]) -> Explanation:
    """Count a limit day by day, by the calendar of the agency that the system works for."""
    days = local_defaults(path=actor_of_request(request).agency_path).calendar
    found = count(rule_id=asked.rule, calendar=days, **asked.model_dump(exclude={"rule"}))
    return Explanation(
        rule=found.rule_id, title=found.title_vi, version=found.version, source=found.source,
        confidence=found.confidence.value, unit=found.unit.value, length=found.length, start=found.start, due=found.due,
        rolled_due=found.rolled_due, steps=[step.text() for step in found.steps],
        steps_en=[step.text("en") for step in found.steps],
    )  # fmt: skip
