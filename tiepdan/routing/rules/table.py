"""The dated rows of rules/routing/routes.yaml: which act is lawful for which kind and source, on which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file


@dataclass(frozen=True, slots=True)
class Route:
    """One row."""

    act: str  # guide, forward, return
    kind: str
    sources: frozenset[str]  # empty: any
    starts_on: date
    ends_before: date | None
    once: bool  # once for one content, whichever agency did it
    form: str  # key of the outgoing paper
    notice: str  # key of the paper that tells the author; empty: the author gets a copy
    limit: str  # id of the limit that the act meets
    rule: str
    article: str
    confidence: Confidence

    def fits(self, *, act: str, kind: str, source: str) -> bool:
        """Tell whether the row speaks of such a submission, on whatever day."""
        return self.act == act and self.kind == kind and (not self.sources or source in self.sources)


def route_for(*, act: str, kind: str, source: str, on: date) -> Route | None:
    """Return the row in force on a day, or None when the act is not lawful then."""
    for route in load_routes(rules=rules_path()):
        in_force = route.starts_on <= on and (route.ends_before is None or on < route.ends_before)
        if in_force and route.fits(act=act, kind=kind, source=source):
            return route
    return None


def first_day(*, act: str, kind: str, source: str) -> date | None:
    """Return the first day from which the act is lawful for such a submission, or None when it never is."""
    days = [
        route.starts_on for route in load_routes(rules=rules_path()) if route.fits(act=act, kind=kind, source=source)
    ]
    return min(days, default=None)


@lru_cache(maxsize=4)
def load_routes(*, rules: Path) -> tuple[Route, ...]:
    """Read the rows; cached.

    Raises RuleFileError: a row that does not fit the schema
    """
    rule_file = read_rule_file(path=rules / "routing" / "routes.yaml")
    check_schema(rule_file=rule_file, schema_path=rules / "schemas" / "routes.schema.json")
    return tuple(
        Route(
            act=row["act"],
            kind=row["kind"],
            sources=frozenset(row.get("sources", ())),
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_before=date.fromisoformat(row["ends_before"]) if "ends_before" in row else None,
            once=row["once"],
            form=row["form"],
            notice=row.get("notice", ""),
            limit=row.get("limit", ""),
            rule=row["rule"],
            article=row["article"],
            confidence=Confidence(row["confidence"]),
        )
        for row in rule_file.data
    )


@dataclass(frozen=True, slots=True)
class ProcessingRow:
    """One row of the decision table of processing (page reports §2.3)."""

    row: str
    kinds: frozenset[str]
    competent: bool | None  # None: whatever the competence
    condition_vi: str
    action: str
    action_vi: str
    form: str  # key of the paper, or empty
    limit: str  # id of the limit that the action meets, or empty
    starts_on: date
    ends_before: date | None
    article: str
    confidence: Confidence
    note: str


@lru_cache(maxsize=4)
def load_processing(*, rules: Path) -> tuple[ProcessingRow, ...]:
    """Read the decision table of processing; cached.

    Raises RuleFileError: a row that does not fit the schema, two rows of one number in force on one day
    """
    rule_file = read_rule_file(path=rules / "routing" / "processing.yaml")
    check_schema(rule_file=rule_file, schema_path=rules / "schemas" / "processing.schema.json")
    found: list[ProcessingRow] = []
    for place, row in enumerate(rule_file.data):
        one = ProcessingRow(
            row=row["row"],
            kinds=frozenset(row["kinds"]),
            competent=row.get("competent"),
            condition_vi=row["condition_vi"],
            action=row["action"],
            action_vi=row["action_vi"],
            form=row.get("form", ""),
            limit=row.get("limit", ""),
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_before=date.fromisoformat(row["ends_before"]) if "ends_before" in row else None,
            article=row["article"],
            confidence=Confidence(row["confidence"]),
            note=row.get("note", ""),
        )
        if any(
            other.row == one.row
            and (other.ends_before is None or one.starts_on < other.ends_before)
            and (one.ends_before is None or other.starts_on < one.ends_before)
            for other in found
        ):
            raise rule_file.error(
                where=(place, "row"),
                problem=f"two values of '{one.row}' on one day",
                instead="End the former one with ends_before, or keep one of them",
            )
        found.append(one)
    return tuple(found)


def processing_row(*, row: str, on: date) -> ProcessingRow:
    """Return a row of the decision table; of a row not yet in force on the day the first value.

    row: such as reports §2.3/4
    """
    named = [one for one in load_processing(rules=rules_path()) if one.row == row]
    current = [one for one in named if one.starts_on <= on and (one.ends_before is None or on < one.ends_before)]
    return (current or named)[0]
