"""The closed lists of the schemas are the enumerations of the code, and the codes of the tables exist."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from tiepdan.agencies.rules import AgencyKind
from tiepdan.deadlines.calendar_file import national_calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.model import Bound, Confidence, Direction, StartEvent, SuspensionKind, Unit, WhichDay
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.deadlines.rulebook import Rulebook, load_rulebook
from tiepdan.deadlines.variants import LENGTH_KEYS
from tiepdan.routing.rules.competence import MatterKind, SettlerRelation, list_subjects


def schema(name: str) -> Any:
    return json.loads((rules_path() / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def test_closed_lists_of_limits_are_those_of_the_code() -> None:
    document = schema("deadline")
    rule, parts = document["items"]["properties"], document["$defs"]
    assert parts["event"]["enum"] == list(StartEvent)
    assert parts["unit"]["enum"] == list(Unit)
    assert rule["which_day"]["enum"] == list(WhichDay)
    assert rule["direction"]["enum"] == list(Direction)
    assert rule["bound"]["enum"] == list(Bound)
    assert rule["confidence"]["enum"] == list(Confidence)
    assert rule["stops"]["items"]["properties"]["kind"]["enum"] == list(SuspensionKind)
    assert set(LENGTH_KEYS) <= set(parts["value"]["properties"])


def test_closed_lists_of_competence_are_those_of_the_code() -> None:
    document = schema("competence")
    assert set(document["$defs"]["answer"]["properties"]["relation"]["enum"]) == set(SettlerRelation)
    assert document["properties"]["kind"]["enum"] == list(MatterKind)


def test_tables_of_competence_name_kinds_of_agency_that_exist() -> None:
    named = {kind for matter in MatterKind for subject in list_subjects(kind=matter) for kind in subject.agency_kinds}
    assert named <= set(AgencyKind)


def test_every_settler_in_words_is_used() -> None:
    settlers = read_rule_file(path=rules_path() / "competence" / "settlers.yaml").data
    text = "".join((rules_path() / "competence" / f"{kind}.yaml").read_text(encoding="utf-8") for kind in MatterKind)
    assert [code for code in settlers if f"settler: {code}," not in text] == []


def test_every_start_event_is_used_by_a_rule() -> None:
    assert {event for rule in load_rulebook().rules for event in rule.starts} == set(StartEvent)


# KN-13, KN-14, KL-7: whether the thirtieth day rolls is a house default that the rule file states.
def test_rolling_is_a_word_of_the_rule_file() -> None:
    rule = load_rulebook().rule("KN-13")
    unrolled = Rulebook(rules=[replace(rule, rolls=False)])
    start = date(2026, 7, 17)
    assert count(rule_id="KN-13", start=start).takes_effect_on == date(2026, 8, 18)
    deadline = count(rule_id="KN-13", start=start, rulebook=unrolled)
    assert deadline.takes_effect_on == date(2026, 8, 17)
    assert deadline.rolled_due == deadline.due
    assert not national_calendar().is_working_day(deadline.due)
