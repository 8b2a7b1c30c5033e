"""The invented plans, of every kind of issuer and in every form, read exactly as a careful reader wrote down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plans.paths import EXAMPLES
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the places it came from."""
    return {k: v for k, v in row.items() if k not in {"span", "spans", "confidence"}}


def _tasks(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            **task,
            "section": a["section"],
            "agency": a["agency"],
            "agencies": a.get("agencies"),
            "request": a.get("request", False),
        }
        for a in plan["assignments"]
        for task in a["tasks"]
    ]


@pytest.fixture(params=EXAMPLES, ids=lambda p: p.stem)
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    path: Path = request.param
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return expected, reading_json(read_plan(path.read_text("utf-8")))


def test_five_kinds_of_issuer_are_there() -> None:
    assert {p.stem for p in EXAMPLES} >= {"province", "department", "ward", "task-force", "front-committee"}
    assert len(EXAMPLES) >= 25


def test_document(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, read = pair
    assert {key: read["document"][key] for key in expected["document"]} == expected["document"]


@pytest.mark.parametrize("part", ["legal_bases", "periods", "sections", "deadlines"])
def test_parts(pair: tuple[dict[str, Any], dict[str, Any]], part: str) -> None:
    expected, read = pair
    assert [_plain(row) for row in read[part]] == expected[part]


def test_events(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, read = pair
    assert read["events"] == expected["events"]


def test_tasks(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, read = pair
    wanted, found = _tasks(expected), _tasks(read)
    assert [" ".join(t["text"].split()[:8]) for t in found] == [t["text_start"] for t in wanted]
    assert [" ".join(t["text"].split()[-6:]) for t in found] == [t["text_end"] for t in wanted]
    fields = (
        "section",
        "agency",
        "agencies",
        "request",
        "lead",
        "coordinate_with",
        "report_to",
        "via",
        "recurring",
        "deadline",
    )
    more = ("deadline_partial", "relative_deadlines", "result", "optional", "contacts")
    for want, got in zip(wanted, found, strict=True):
        assert {k: got.get(k) for k in fields + more} == {k: want.get(k) for k in fields + more}, want["text_start"]
