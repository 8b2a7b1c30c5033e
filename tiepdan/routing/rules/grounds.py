"""Grounds for filing and refusing, from the closed lists of rules/procedures/grounds.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground."""

    code: str
    title: str  # Vietnamese, as it stands in the paper
    article: str


def grounds_in_force(*, name: str, on: date) -> tuple[Ground, ...]:
    """List the grounds of a list on a day. An unknown list has none: nothing can rest on it.

    Not competent is no ground here: what belongs elsewhere is guided or forwarded.
    """
    lists, periods = _load(rules_path())
    return tuple(
        ground
        for ground, only in lists.get(name, ())
        if ground.code != "outside_competence" and (not only or any(_holds(periods[period], on) for period in only))
    )


Span = tuple[date, date | None]


def _holds(span: Span, on: date) -> bool:
    return span[0] <= on and (span[1] is None or on < span[1])


@lru_cache(maxsize=4)
def _load(rules: Path) -> tuple[dict[str, list[tuple[Ground, tuple[str, ...]]]], dict[str, Span]]:
    lists = read_rule_file(path=rules / "procedures" / "grounds.yaml").data
    versions = read_rule_file(path=rules / "procedures" / "processing.yaml").data["versions"]
    spans: dict[str, Span] = {
        row["period"]: (
            date.fromisoformat(row["starts_on"]),
            date.fromisoformat(row["ends_before"]) if "ends_before" in row else None,
        )
        for row in versions
    }
    found = {
        name: [
            (Ground(row["code"], row["title_vi"], row["article"]), tuple(row.get("only", ())))
            for row in rows
        ]
        for name, rows in lists.items()
    }  # fmt: skip
    return found, spans
