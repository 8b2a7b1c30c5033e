"""Dated norms that no clock counts: at once, how often, how many, how time is counted, which law applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFile, RuleFileError, check_schema, read_rule_file


class NormKind(StrEnum):
    """What a norm says."""

    AT_ONCE = "at_once"  # due on the day itself
    NO_LIMIT = "no_limit"  # the law orders the act and sets no period
    BOUNDED = "bounded"  # as long as another limit
    COUNT = "count"  # a number of things
    FREQUENCY = "frequency"  # a number in each week, month, quarter
    DAY_OF_MONTH = "day_of_month"
    CRITERIA = "criteria"
    DUTY = "duty"  # a paper with its recipients
    METHOD = "method"  # how time is counted
    TRANSITION = "transition"  # which law applies to what straddles a change


@dataclass(frozen=True, slots=True)
class Band:
    """How many of something from a number of people on, until the next band."""

    from_people: int
    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class NormValue:
    """The norm between two days."""

    starts_on: date
    ends_before: date | None
    text: str
    text_vi: str
    number: int | None
    at_least: int | None
    at_most: int | None
    unit: str
    per: str
    source: str
    from_people: int | None = None
    bands: tuple[Band, ...] = ()  # by from_people, smallest first
    forms: tuple[str, ...] = ()  # codes of the forms that a paper may have

    def in_force(self, on: date) -> bool:
        """Say whether this value applies on a day."""
        return self.starts_on <= on and (self.ends_before is None or on < self.ends_before)


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm with its values by date."""

    id: str
    aliases: tuple[str, ...]
    kind: NormKind
    title: str
    title_vi: str
    confidence: Confidence
    design_choice: bool  # a house default, not law
    setting: str  # code of the local setting that changes it, or empty
    note: str
    values: tuple[NormValue, ...]

    def value_on(self, on: date) -> NormValue | None:
        """Return the value in force on a day, or None."""
        return next((value for value in reversed(self.values) if value.in_force(on)), None)


@lru_cache(maxsize=4)
def load_norms(rules: Path | None = None) -> tuple[Norm, ...]:
    """Read rules/norms; cached.

    Raises RuleFileError: a malformed file, values out of order or overlapping, an id written twice
    """
    folder = rules or rules_path()
    found: dict[str, Norm] = {}
    for path in sorted((folder / "norms").glob("*.yaml")):
        rule_file = read_rule_file(path=path)
        check_schema(rule_file=rule_file, schema_path=folder / "schemas" / "norm.schema.json")
        for place, entry in enumerate(rule_file.data):
            norm = _norm(rule_file, place, entry)
            for name in (norm.id, *norm.aliases):
                if name in found:
                    raise rule_file.error(
                        where=(place, "id"),
                        problem=f"'{name}' of {norm.id} is already used by {found[name].id}",
                        instead="Keep the row in one place",
                    )
                found[name] = norm
    return tuple(dict.fromkeys(found.values()))


def norm(norm_id: str) -> Norm:
    """Return a norm by its row or alias.

    Raises KeyError: no such norm
    """
    return next(one for one in load_norms() if norm_id == one.id or norm_id in one.aliases)


def check_norms() -> tuple[str, ...]:
    """Check the norms; return the faults, each with its place."""
    try:
        load_norms()
    except RuleFileError as error:
        return (str(error),)
    return ()


def _bands(rule_file: RuleFile, where: tuple[int | str, ...], rows: Any) -> tuple[Band, ...]:
    """Build the bands of a value; `rows` is any because the schema has checked its shape."""
    found = tuple(Band(row["from_people"], row["at_least"], row.get("at_most")) for row in rows)
    if [band.from_people for band in found] != sorted({band.from_people for band in found}):
        raise rule_file.error(
            where=where, problem="bands are not in order", instead="Write the smallest 'from_people' first"
        )
    return found


def _norm(rule_file: RuleFile, place: int, entry: Any) -> Norm:
    """Build one norm; `entry` is any because the schema has checked its shape."""
    days = list(entry["values"])
    if days != sorted(days):
        raise rule_file.error(
            where=(place, "values"),
            problem=f"values of {entry['id']} are not in order of date",
            instead="Write the oldest first",
        )
    values: list[NormValue] = []
    for at, (text, value) in enumerate(entry["values"].items()):
        following = date.fromisoformat(days[at + 1]) if at + 1 < len(days) else None
        ends = date.fromisoformat(value["ends"]) + timedelta(days=1) if "ends" in value else following
        if ends is not None and following is not None and ends > following:
            raise rule_file.error(
                where=(place, "values", text, "ends"),
                problem=f"'ends' {value['ends']} of {entry['id']} overlaps the next value",
                instead=f"Write a day before {following.isoformat()}",
            )
        if ends is not None and following is not None and ends < following:
            raise rule_file.error(
                where=(place, "values", text, "ends"),
                problem=f"no value of {entry['id']} from {ends.isoformat()} to {(following - timedelta(days=1)).isoformat()}",
                instead="Remove 'ends', or write the value in force between",
            )
        values.append(
            NormValue(
                starts_on=date.fromisoformat(text),
                ends_before=ends,
                text=value["text"],
                text_vi=value["text_vi"],
                number=value.get("number"),
                at_least=value.get("at_least"),
                at_most=value.get("at_most"),
                unit=value.get("unit", ""),
                per=value.get("per", ""),
                source=value["source"],
                from_people=value.get("from_people"),
                bands=_bands(rule_file, (place, "values", text, "bands"), value.get("bands", ())),
                forms=tuple(value.get("forms", ())),
            )
        )
    return Norm(
        id=entry["id"],
        aliases=tuple(entry.get("aliases", ())),
        kind=NormKind(entry["kind"]),
        title=entry["title"],
        title_vi=entry["title_vi"],
        confidence=Confidence(entry["confidence"]),
        design_choice=bool(entry.get("design_choice", False)),
        setting=entry.get("setting", ""),
        note=" ".join(entry.get("note", "").split()),
        values=tuple(values),
    )
