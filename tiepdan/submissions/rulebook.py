"""Fields and eligibility conditions, read from rules/. Plain Python, no tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.matters.rules import MatterKind

YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"
ANSWERS = (YES, NO, NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the second level; the first level is a field whose parent is empty."""

    code: str
    title: str
    parent: str
    columns: Mapping[MatterKind, int]  # column of 02/XLD by kind


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of the eligibility checklist."""

    code: str
    title: str
    kinds: frozenset[MatterKind]
    bars: bool  # "yes" makes the submission not eligible; otherwise "no" does
    anonymous: bool  # asked of anonymous submissions only
    replaces: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checklist says."""

    eligible: bool
    failed: tuple[Condition, ...]


def load_fields(*, path: Path) -> dict[str, Field]:
    """Read the fields by code, each group before its parts.

    Raises RuleFileError: does not fit the schema, a code given twice, a part outside its group
    """
    source = read_rule_file(path=path)
    check_schema(rule_file=source, schema_path=path.parent / "schemas" / "fields.schema.json")
    found: dict[str, Field] = {}
    for place, group in enumerate(source.data["fields"]):
        columns = {MatterKind(kind): column for kind, column in group["columns"].items()}
        for row, parent in [(group, ""), *((part, group["code"]) for part in group["parts"])]:
            if row["code"] in found or not row["code"].startswith(parent):
                raise source.error(
                    where=("fields", place), problem=f"code '{row['code']}' is taken or not below '{parent}'",
                    instead="Give each field its own code, parts beginning with the code of their group",
                )  # fmt: skip
            found[row["code"]] = Field(code=row["code"], title=row["title"], parent=parent, columns=columns)
    return found


def load_conditions(*, path: Path) -> tuple[Condition, ...]:
    """Read the eligibility checklist.

    Raises RuleFileError: does not fit the schema, `replaces` names no item
    """
    source = read_rule_file(path=path)
    check_schema(rule_file=source, schema_path=path.parent / "schemas" / "eligibility.schema.json")
    codes = {row["code"] for row in source.data["items"]}
    for place, row in enumerate(source.data["items"]):
        for name in row.get("replaces", []):
            if name not in codes:
                raise source.error(
                    where=("items", place, "replaces"), problem=f"'{name}' is no item",
                    instead=f"Write one of: {', '.join(sorted(codes))}",
                )  # fmt: skip
    return tuple(
        Condition(
            code=row["code"],
            title=row["title"],
            kinds=frozenset(MatterKind(kind) for kind in row["kinds"]),
            bars=bool(row.get("bars", False)),
            anonymous=bool(row.get("anonymous", False)),
            replaces=frozenset(row.get("replaces", [])),
            source=row["source"],
        )
        for row in source.data["items"]
    )


@cache
def fields() -> Mapping[str, Field]:
    """Return the fields of this installation."""
    return load_fields(path=rules_path() / "fields.yaml")


@cache
def conditions() -> tuple[Condition, ...]:
    """Return the checklist of this installation."""
    return load_conditions(path=rules_path() / "eligibility.yaml")


def conditions_for(*, kind: MatterKind, anonymous: bool) -> tuple[Condition, ...]:
    """Return what has to be answered for a submission. Rule: TT 05/2021 Đ.6, reports §2.2"""
    asked = [item for item in conditions() if kind in item.kinds and (anonymous or not item.anonymous)]
    replaced = {name for item in asked for name in item.replaces}
    return tuple(item for item in asked if item.code not in replaced)


def may_judge(*, kind: MatterKind, anonymous: bool, answers: Mapping[str, str]) -> Verdict:
    """Say whether the checklist is complete enough to be judged."""
    if kind is MatterKind.UNCLASSIFIED:
        return Refused("kind_missing", rule="reports §2.2")
    open_items = [
        item.title for item in conditions_for(kind=kind, anonymous=anonymous) if answers.get(item.code) not in ANSWERS
    ]
    if open_items:
        return Refused("checklist_incomplete", rule="TT 05/2021 Đ.6", facts={"items": "; ".join(open_items)})
    return ALLOWED


def judge(*, kind: MatterKind, anonymous: bool, answers: Mapping[str, str]) -> Judgement:
    """Say whether a submission is eligible, and what it fails. The checklist must be complete (`may_judge`)."""
    failed = tuple(
        item
        for item in conditions_for(kind=kind, anonymous=anonymous)
        if answers[item.code] == (YES if item.bars else NO)
    )
    return Judgement(eligible=not failed, failed=failed)
