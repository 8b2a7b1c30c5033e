"""What the demo invents: agencies by the layout of their codes, names nobody bears in the plans, texts that differ."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import AgencyKind
from tiepdan.duplicates.rules.sketch import likeness, sketch_text
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo.agencies import AGENCIES, TWO_TIERS_FROM, plan_agencies
from tiepdan.ops.demo.areas import choose_province, list_provinces
from tiepdan.ops.demo.people import can_be_invented, invent_name, invent_person
from tiepdan.ops.demo.staff import plan_staff
from tiepdan.ops.demo.texts import Text, choose_topic, retype, write_text

PLANS = Path(os.environ.get("TIEPDAN_SHARED") or Path(__file__).resolve().parents[3] / "shared") / "plans"
IDENTIFIER = re.compile(r"[A-Y][0-9]{2}(\.[0-9A-Z]+)*")  # reports §4.3
KINDS = (MatterKind.COMPLAINT, MatterKind.DENUNCIATION, MatterKind.PETITION_FEEDBACK)
DAY = date(2026, 7, 14)


def write(seed: int, people: int = 1) -> Text:
    chance = Random(seed)
    topic = choose_topic(chance=chance, kind=KINDS[seed % 3])
    return write_text(chance=chance, topic=topic, respondent="UBND phường Hoa Sen", on=DAY, people=people)


def alike(one: str, other: str) -> float:
    """Compare as the repeat check does."""
    mine, theirs = sketch_text(text=one), sketch_text(text=other)
    assert mine is not None
    assert theirs is not None
    return likeness(mine=mine, theirs=theirs).score


@pytest.mark.parametrize("seed", range(8))
def test_agencies_fill_one_real_province(seed: int) -> None:
    chance = Random(seed)
    province = choose_province(chance=chance)
    rows = plan_agencies(province=province, chance=chance)
    assert province in list_provinces()
    assert len(rows) == AGENCIES == len({row.key for row in rows}) == len({row.code for row in rows})
    assert {row.kind for row in rows} >= set(AgencyKind) - {AgencyKind.DISTRICT_BODY}
    known = {commune.full_name for commune in province.communes}
    communes = [row for row in rows if row.kind is AgencyKind.COMMUNE_COMMITTEE]
    assert {row.name.removeprefix("UBND ") for row in communes} <= known
    seen = {""}
    for row in rows:
        assert row.parent in seen, "parents come first"
        seen.add(row.key)


def test_identifiers_have_the_lawful_layout() -> None:
    rows = plan_agencies(province=choose_province(chance=Random(1)), chance=Random(1))
    for row in rows:
        assert row.code.startswith("X") or IDENTIFIER.fullmatch(row.code), row.code
        assert len(row.code) <= 35


def test_districts_end_when_the_two_tiers_begin() -> None:
    rows = plan_agencies(province=choose_province(chance=Random(1)), chance=Random(1))
    districts = [row for row in rows if row.kind is AgencyKind.DISTRICT_COMMITTEE]
    assert districts
    assert {row.ends_before for row in districts} == {TWO_TIERS_FROM}


def test_every_role_can_log_in_and_every_agency_is_staffed() -> None:
    rows = plan_agencies(province=choose_province(chance=Random(1)), chance=Random(1))
    staff = plan_staff(agencies=rows, chance=Random(1))
    assert {row.role for row in staff if row.logs_in} == set(Role)
    assert len({row.username for row in staff}) == len(staff)
    for agency in rows:
        held = {row.role for row in staff if row.agency == agency.key}
        assert held >= {Role.HEAD, Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER}, agency.key


def test_no_name_of_the_plans_can_be_invented() -> None:
    if not PLANS.is_dir():
        pytest.skip(f"no plans at {PLANS}: names are not compared")
    printed = set()
    for path in PLANS.rglob("*"):
        if path.suffix in {".txt", ".json"}:
            words = re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))
            printed |= {" ".join(word.capitalize() for word in words[at : at + 3]) for at in range(len(words) - 2)}
    assert [name for name in printed if can_be_invented(name)] == []


def test_the_names_compared_are_the_names_invented() -> None:
    chance = Random(3)
    for female in (True, False):
        assert all(can_be_invented(invent_name(chance=chance, female=female)) for _ in range(300))
    assert not can_be_invented("Nguyễn Văn Khoan")


def test_numbers_and_telephones_are_given_out_by_nobody() -> None:
    people = [invent_person(chance=Random(seed), where="xã Hoa Súng", on=DAY) for seed in range(200)]
    assert all(re.fullmatch(r"000\d{9}", person.number) for person in people)
    assert all(person.phone.startswith("0000 ") for person in people)
    assert all((DAY - person.born_on).days > 18 * 365 for person in people)


def test_texts_are_of_a_natural_length_and_leave_no_slot_open() -> None:
    for seed in range(600):
        text = write(seed, people=1 if seed % 4 else 7)
        assert 60 <= len(text.content.split()) <= 300
        for part in (text.title, text.content, text.demands, text.attacked_number):
            assert "{" not in part
            assert "}" not in part


def test_no_two_texts_are_alike_but_a_retyped_one_is() -> None:
    texts = [write(seed).content for seed in range(60)]
    pairs = [alike(texts[one], texts[other]) for one in range(60) for other in range(one)]
    again = [alike(text, retype(text=text, chance=Random(place))) for place, text in enumerate(texts)]
    print(f"most alike of different texts: {max(pairs):.2f}; least alike of retyped ones: {min(again):.2f}")
    assert max(pairs) < min(again)
    assert min(again) > 0.5
