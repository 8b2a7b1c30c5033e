"""Large, complex, prolonged are measures of a case; the picture shows the procedure and where the case is."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.cases.rules.people import TODAY
from tests.regenerate import PICTURES, pictures
from tiepdan.cases.rules.complexity import criteria, is_complex, is_specially_complex, measures_of
from tiepdan.cases.rules.engine import next_step
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.loading import all_procedures
from tiepdan.cases.rules.picture import picture_svg
from tiepdan.cases.rules.procedure import PREVIOUS, SAME, Procedure, ProcedureKind
from tiepdan.cases.rules.situation import Situation

SVG = "{http://www.w3.org/2000/svg}"


def test_seven_criteria_one_makes_complex_two_make_specially_complex() -> None:
    """complaints §1.6, TC-7, TC-8"""
    codes = [criterion.code for criterion in criteria()]
    assert len(codes) == 7
    assert [(is_complex(found=codes[:n]), is_specially_complex(found=codes[:n])) for n in range(3)] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    with pytest.raises(ValueError, match="unknown criteria"):
        is_complex(found=["troublesome_person"])


@pytest.mark.parametrize(
    "people, due_on, ended_on, large, late",
    [
        (4, date(2026, 8, 13), None, False, 1),
        (5, date(2026, 8, 14), None, True, 0),
        (1, date(2026, 8, 1), date(2026, 8, 3), False, 2),
        (1, None, None, False, 0),
    ],
)
def test_a_case_is_large_from_five_people_and_late_after_its_limit(
    people: int, due_on: date | None, ended_on: date | None, large: bool, late: int
) -> None:
    """PA-7"""
    measures = measures_of(people=people, found=[], due_on=due_on, ended_on=ended_on, today=TODAY)
    assert (measures.is_large, measures.days_late, measures.is_complex) == (large, late, False)


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda one: f"{one.kind}-{one.period}")
def test_the_picture_shows_every_state_and_every_way(procedure: Procedure) -> None:
    current = list(procedure.states)[2]
    root = ET.fromstring(picture_svg(procedure=procedure, current_state=current))
    groups = root.findall(f"{SVG}g")
    assert {group.get("data-state") for group in groups} == set(procedure.states)
    assert [group.get("data-state") for group in groups if group.get("aria-current") == "step"] == [current]
    assert root.findtext(f"{SVG}title") == f"Sơ đồ: {procedure.title_vi}"
    assert procedure.states[current].title_vi in (root.findtext(f"{SVG}desc") or "")
    drawn = {title for path in root.iter(f"{SVG}path") for title in (path.findtext(f"{SVG}title") or "").split("; ")}
    moving = {act.title_vi for act in procedure.acts.values() if act.from_states and act.to not in (SAME, PREVIOUS)}
    assert moving <= drawn
    boxes = [(rect.get("x"), rect.get("y")) for rect in root.iter(f"{SVG}rect")]
    assert len(set(boxes)) == len(boxes), "two states share a place"


def test_the_picture_uses_no_colour_of_its_own() -> None:
    text = picture_svg(procedure=procedure_for(kind=ProcedureKind.DENUNCIATION, on=TODAY), current_state="")
    assert "#" not in text.replace("url(#", "")
    assert "aria-current" not in text


@pytest.mark.parametrize(
    "facts, sentence",
    [
        ({"is_competent": True}, "Bước tiếp theo: ra thông báo thụ lý (người làm: thủ trưởng cơ quan)."),
        (
            {"is_competent": False, "guided_before": False},
            "Bước tiếp theo: ra thông báo không thụ lý (người làm: thủ trưởng cơ quan).",
        ),
    ],
)
def test_the_next_step_follows_the_facts(facts: dict[str, bool], sentence: str) -> None:
    procedure = procedure_for(kind=ProcedureKind.FIRST_COMPLAINT, on=TODAY)
    assert next_step(procedure=procedure, situation=Situation(state="received", **facts), today=TODAY) == sentence  # type: ignore[arg-type]


def test_the_pictures_of_the_documentation_are_drawn_from_the_rules_of_today() -> None:
    drawn = pictures()
    stored = {path.name: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")}
    assert set(stored) == set(drawn)
    stale = [name for name, svg in drawn.items() if stored[name] != svg]
    assert not stale, "run `make fix`"
    assert all("prefers-color-scheme:dark" in svg for svg in drawn.values())
