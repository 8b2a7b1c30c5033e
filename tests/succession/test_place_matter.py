"""Which successor takes a matter, as a table."""

from __future__ import annotations

from typing import Any

import pytest

from tiepdan.succession.rules import (
    OpenMatter,
    Placed,
    Successor,
    Template,
    may_approve,
    may_prepare,
    may_withdraw,
    place_matter,
    place_of,
)

EAST, WEST, PROVINCE = 1, 2, 9
HEIRS = (
    Successor(EAST, "xa hoa dong", is_province=False, main=True),
    Successor(WEST, "xa hoa tay", is_province=False, main=False),
    Successor(PROVINCE, "tinh sen vang", is_province=True, main=False),
)
END = Template.DISTRICT_END


@pytest.mark.parametrize(
    "second, province, respondent, words, template, to, why",
    [
        (False, False, None, "lam duong o thon ba", END, EAST, Placed.MAIN),
        (False, False, WEST, "lam duong o thon ba", END, WEST, Placed.PLACE),
        (False, False, None, "thua dat o xa hoa tay bi lay", END, WEST, Placed.PLACE),
        (False, False, None, "giap ranh xa hoa dong va xa hoa tay", END, PROVINCE, Placed.SEVERAL),
        (False, False, WEST, "muong qua xa hoa dong", END, PROVINCE, Placed.SEVERAL),
        (True, False, WEST, "", END, PROVINCE, Placed.COMPETENCE),
        (False, True, WEST, "", END, PROVINCE, Placed.COMPETENCE),
        (True, True, WEST, "", None, WEST, Placed.PLACE),  # without the template place decides alone
        (False, False, None, "giap ranh xa hoa dong va xa hoa tay", None, EAST, Placed.MAIN),
        (False, False, PROVINCE, "", END, EAST, Placed.MAIN),  # the province is no place where something arose
        (False, False, None, "nguoi xa hoa tayninh", END, EAST, Placed.MAIN),  # whole words only
    ],
)
def test_a_matter_goes_where_it_arose_and_to_the_province_what_is_its_own(
    second: bool, province: bool, respondent: int | None, words: str, template: Template | None, to: int, why: Placed
) -> None:
    matter = OpenMatter("complaint", second, province, respondent, words)
    found = place_matter(matter=matter, successors=HEIRS, template=template)
    assert (found.agency_id, found.why) == (to, why)


@pytest.mark.parametrize(
    "name, place",
    [("ubnd phuong hoa sen", "phuong hoa sen"), ("ubnd xa dong", "xa dong"), ("so xay dung", "so xay dung")],
)
def test_a_place_is_what_follows_the_words_of_the_office(name: str, place: str) -> None:
    assert place_of(name) == place


def test_each_refusal_of_preparing() -> None:
    from tiepdan.succession.rules import DISTRICT_END_ON

    good: dict[str, Any] = {
        "ended": False, "waiting": False, "decision": "QĐ 1", "successors": [EAST, WEST], "predecessor_id": 5, "template": END,
        "predecessor_is_district": True, "effect_on": DISTRICT_END_ON, "children": 0,
    }  # fmt: skip
    assert may_prepare(**good)
    changes: list[tuple[dict[str, Any], str]] = [
        ({"ended": True}, "agency_ended"),
        ({"waiting": True}, "handover_waits"),
        ({"successors": []}, "successor_missing"),
        ({"successors": [5]}, "successor_same"),
        ({"successors": [EAST, EAST]}, "successor_twice"),
        ({"decision": " "}, "succession_decision_missing"),
        ({"predecessor_is_district": False}, "template_wrong_kind"),
        ({"effect_on": DISTRICT_END_ON.replace(day=2)}, "template_wrong_day"),
        ({"children": 2}, "agency_has_children"),
    ]
    for change, code in changes:
        verdict = may_prepare(**{**good, **change})
        assert not verdict
        assert verdict.code == code


def test_two_people_sign_a_handover() -> None:
    assert may_approve(state="prepared", prepared_by=1, user_id=2, role="head")
    for state, prepared_by, role, code in [
        ("done", 1, "head", "handover_not_waiting"),
        ("prepared", 1, "deputy", "handover_needs_head"),
        ("prepared", 2, "head", "handover_own"),
    ]:
        verdict = may_approve(state=state, prepared_by=prepared_by, user_id=2, role=role)
        assert verdict.code == code  # type: ignore[union-attr]
    assert may_withdraw(state="approved", reason="Sai ngày")
    assert may_withdraw(state="done", reason="x").code == "handover_not_waiting"  # type: ignore[union-attr]
    assert may_withdraw(state="prepared", reason=" ").code == "reason_missing"  # type: ignore[union-attr]
