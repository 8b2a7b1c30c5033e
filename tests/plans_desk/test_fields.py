"""Values as typed and as kept; corrections beside what was read."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans_desk.build import PLAN, example
from tiepdan.desk.plan_shown import field_label, unit_label
from tiepdan.infra.verdict import Refused
from tiepdan.plans.corrections import Change, Correction, corrected, exported, from_json, units_of, unsure_units
from tiepdan.plans.fields import (
    UNITS,
    Place,
    ValueKind,
    exists,
    field_paths,
    kind_of,
    parse,
    places_of,
    unit_kind,
    value_at,
    written,
)
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.reading.passages import passages

READING = reading_json(read_plan(PLAN))


@pytest.mark.parametrize(
    "kind, typed, kept",
    [
        (ValueKind.DAY, "20/8/2026", "2026-08-20"),
        (ValueKind.DAY, "2026-08-20", "2026-08-20"),
        (ValueKind.DAY, "10/12", "--12-10"),
        (ValueKind.DAY, "29/2", "--02-29"),
        (ValueKind.DAY, "", None),
        (ValueKind.MONTH, "3/2026", "2026-03"),
        (ValueKind.LIST, " Sở  A \n\nSở B\n", ["Sở A", "Sở B"]),
        (ValueKind.LIST, "", []),
        (ValueKind.SESSIONS, "7h30 - 11h30; 13:30-17:00", [["07:30", "11:30"], ["13:30", "17:00"]]),
        (ValueKind.RECURRENCE, "monthly", "monthly"),
        (ValueKind.TEXT, "  hai   chữ ", "hai chữ"),
    ],
)
def test_typed_values_are_kept_in_the_shape_of_the_reading(kind: ValueKind, typed: str, kept: object) -> None:
    assert parse(kind, typed) == kept
    assert parse(kind, written(kind, kept)) == kept


@pytest.mark.parametrize(
    "kind, typed",
    [
        (ValueKind.DAY, "31/02/2026"),
        (ValueKind.DAY, "mai"),
        (ValueKind.MONTH, "13/2026"),
        (ValueKind.RECURRENCE, "sometimes"),
        (ValueKind.SESSIONS, "sáng"),
        (ValueKind.SESSIONS, "11:30 - 07:30"),
        (ValueKind.SESSIONS, "07:75 - 08:80"),
        (ValueKind.TEXT, "x" * 4001),
    ],
)
def test_what_is_no_such_value_is_refused(kind: ValueKind, typed: str) -> None:
    found = parse(kind, typed)
    assert isinstance(found, Refused)
    assert found.code in {"plan_value_wrong", "plan_value_too_long"}


@given(st.sampled_from(list(ValueKind)), st.text(max_size=60))
def test_whatever_is_typed_is_a_value_or_a_refusal_and_values_survive_a_second_typing(
    kind: ValueKind, typed: str
) -> None:
    kept = parse(kind, typed)
    if not isinstance(kept, Refused):
        assert parse(kind, written(kind, kept)) == kept


@pytest.mark.parametrize("name", ["province", "ward", "department", "task-force", "front-committee"])
def test_every_unit_of_a_reading_has_fields_words_and_a_place_inside_the_text(name: str) -> None:
    text = example(name)
    reading = read_plan(text)
    whole = reading_json(reading)
    places = places_of(whole, [(p.path, p.spans, p.confidence) for p in passages(reading)])
    units = units_of(whole)
    assert len(units) > 20
    for unit in units:
        assert unit_kind(unit) is not None, unit
        assert exists(whole, unit), unit
        assert unit_label(unit)
        assert all(field_label(path) for path, _ in field_paths(unit))
    for path, place in places.items():
        assert all(0 <= start < end <= len(text) for start, end in place.spans), path
    tasks = [unit for unit in units if unit_kind(unit) is UNITS["assignments.*.tasks.*"]]
    assert all(places[f"{task}.text"].spans for task in tasks)
    for i, row in enumerate(whole["assignments"]):
        for k, task in enumerate(row["tasks"]):
            for name_, value in task.items():
                if value and kind_of(f"assignments.{i}.tasks.{k}.{name_}"):
                    assert f"assignments.{i}.tasks.{k}.{name_}" in places, (i, k, name_)


def test_corrections_stand_beside_what_was_read() -> None:
    before = copy.deepcopy(READING)
    rows = [
        Correction(Change.SET, "assignments.0.tasks.1.deadline", "2026-08-25", "2026-08-20"),
        Correction(Change.SET, "assignments.0.agencies", ["Văn phòng", "Phòng Kinh tế"]),
        Correction(Change.SET, "document.recipient_roles.2", "t/h"),
        Correction(Change.REMOVE, "assignments.1.tasks.0"),
        Correction(Change.REMOVE, "document.recipients.0"),
        Correction(Change.ADD, "assignments.0.tasks", "Công khai lịch tiếp công dân."),
    ]
    now = corrected(READING, rows)
    assert before == READING
    assert value_at(now.reading, "assignments.0.tasks.1.deadline") == "2026-08-25"
    assert value_at(now.reading, "assignments.0.tasks.2.text") == "Công khai lịch tiếp công dân."
    assert value_at(now.reading, "assignments.0.tasks.2.lead") == ["Văn phòng", "Phòng Kinh tế"]
    out = exported(now, rows)
    assert [row["agency"] for row in out["assignments"]] == ["Văn phòng"]
    assert out["document"]["recipients"] == READING["document"]["recipients"][1:]
    assert out["document"]["recipient_roles"] == ["t/h", "t/h"]
    assert [row["change"] for row in out["corrections"]] == ["set", "set", "set", "remove", "remove", "add"]
    assert from_json(out["corrections"]) == tuple(rows)


def test_restoring_brings_back_what_was_read() -> None:
    rows = [
        Correction(Change.SET, "assignments.0.tasks.1.text", "Khác"),
        Correction(Change.REMOVE, "assignments.0.tasks.1"),
        Correction(Change.SET, "assignments.0.agencies", []),
        Correction(Change.RESTORE, "assignments.0.tasks.1"),
        Correction(Change.RESTORE, "assignments.0.agencies"),
    ]
    now = corrected(READING, rows)
    assert now.removed == {}
    assert now.changed == {}
    assert value_at(now.reading, "assignments.0.tasks.1.text") == value_at(READING, "assignments.0.tasks.1.text")
    assert value_at(now.reading, "assignments.0.agencies") == value_at(READING, "assignments.0.agencies")


def test_a_unit_waits_until_somebody_says_something_about_it() -> None:
    places = {"document.issuer": Place(((0, 3),), 0.5), "assignments.0.tasks.0.lead": Place(((0, 3),), 0.5)}
    assert unsure_units(corrected(READING, ()), places) == ("document.issuer", "assignments.0.tasks.0.lead")
    for said in (Correction(Change.CHECK, "document.issuer"), Correction(Change.SET, "document.issuer", "UBND")):
        assert "document.issuer" not in unsure_units(corrected(READING, [said]), places)
    gone = [Correction(Change.REMOVE, "assignments.0.tasks.0")]
    assert unsure_units(corrected(READING, gone), places) == ("document.issuer",)


@pytest.mark.parametrize(
    "path", ["", "document", "document.kind_code", "assignments.99.tasks.0", "__class__", "sections.x"]
)
def test_what_is_no_unit_cannot_be_named(path: str) -> None:
    assert not exists(READING, path)
