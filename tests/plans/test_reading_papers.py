"""Papers that are no plan, as offices and newspapers print them: each is known by its kind and gives no task."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.plans.paths import ROOT
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json

PAPERS = ROOT / "rules" / "examples" / "papers"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAPERS / "papers.json").read_text("utf-8"))


def test_each_paper_is_expected() -> None:
    assert {p.stem for p in PAPERS.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_paper(name: str) -> None:
    read = reading_json(read_plan((PAPERS / f"{name}.txt").read_text("utf-8")))
    document = read["document"]
    found = {key: document[key] for key in EXPECTED[name] if key != "signer"}
    found["signer"] = document["signer"]["name"] if document["signer"] else None
    assert found == EXPECTED[name]
    assert read["is_plan"] is False
    assert read["assignments"] == read["sections"] == read["deadlines"] == read["periods"] == []
