"""The real seed plans, where they are present: the aim of the reading, measured with the score that comes with them."""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType
from typing import Any

import pytest

from tests.plans.paths import SEEDS, SHARED
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json

pytestmark = pytest.mark.skipif(not SEEDS, reason=f"the seed plans are not in {SHARED}")


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("plan_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows() -> list[dict[str, float]]:
    score = _score()
    out: list[dict[str, float]] = []
    for seed in SEEDS:
        gold: dict[str, Any] = json.loads((SHARED / "gold" / f"{seed.stem}.json").read_text("utf-8"))
        out.append(score.score(gold, reading_json(read_plan(seed.read_text("utf-8")))))
    return out


def test_mean_reaches_the_aim(rows: list[dict[str, float]]) -> None:
    assert sum(row["overall"] for row in rows) / len(rows) >= 0.97


def test_every_component_reaches_the_aim(rows: list[dict[str, float]]) -> None:
    low = {key: round(sum(row[key] for row in rows) / len(rows), 3) for key in rows[0]}
    assert {key: value for key, value in low.items() if value < 0.93} == {}
