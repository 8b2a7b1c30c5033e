"""Given–expect cases of rules/examples for limits: lawyers write them, tests and `tiepdan rules check` run them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Extension, Suspension, SuspensionKind
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rule_file import RuleFile, read_rule_file

_FLAGS = ("complex", "specially_complex", "remote", "several_places", "dismissal")
_READ: dict[str, Callable[[Deadline], str | None]] = {
    "rule": lambda deadline: deadline.rule_id,
    "version": lambda deadline: deadline.version.isoformat(),
    "due": lambda deadline: deadline.due.isoformat(),
    "rolled_due": lambda deadline: deadline.rolled_due.isoformat(),
    "warn_on": lambda deadline: _iso(deadline.warn_on),
    "other_due": lambda deadline: _iso(deadline.other_due),
    "takes_effect_on": lambda deadline: _iso(deadline.takes_effect_on),
}
_KEYS = {"name", "rule", "start", "on", "given", "suspended", "extended", "expect"}


@dataclass(frozen=True, slots=True)
class Example:
    """One case: a question to the rulebook and what must come out."""

    name: str
    where: str  # file:line
    given: dict[str, Any]  # keywords of `count`; Any because they differ in type
    expect: dict[str, str]  # fields of the deadline, or {refused: code}


def load_examples(*, path: Path) -> tuple[Example, ...]:
    """Read one file of examples.

    Raises RuleFileError: unknown key, or nothing expected
    """
    rule_file = read_rule_file(path=path)
    return tuple(_example(rule_file, index, entry) for index, entry in enumerate(rule_file.data))


def deadline_examples(*, rules: Path | None = None) -> Iterator[Example]:
    """Yield the cases of every rules/examples/deadlines*.yaml."""
    for path in sorted(((rules or rules_path()) / "examples").glob("deadlines*.yaml")):
        yield from load_examples(path=path)


def fault_of(*, example: Example) -> str:
    """Run one case; return what differs, or an empty text."""
    try:
        deadline = count(**example.given)
    except RuleRefused as refusal:
        wanted = example.expect.get("refused", "")
        return "" if wanted == refusal.code else f"{example.where}: refused {refusal.code}: {refusal.text}"
    if "refused" in example.expect:
        return f"{example.where}: not refused ({example.expect['refused']}), due {deadline.rolled_due.isoformat()}"
    different = [
        f"{key} is {_READ[key](deadline)}, expected {wanted}"
        for key, wanted in example.expect.items()
        if _READ[key](deadline) != wanted
    ]
    return f"{example.where}: {example.name}: {'; '.join(different)}" if different else ""


def _example(rule_file: RuleFile, index: int, entry: Any) -> Example:
    for key in entry:
        if key not in _KEYS:
            raise rule_file.error(
                where=(index, key), problem=f"unknown key '{key}'", instead=f"Write one of: {', '.join(sorted(_KEYS))}"
            )
    expect = entry.get("expect", {})
    for key in expect:
        if key != "refused" and key not in _READ:
            raise rule_file.error(
                where=(index, "expect", key),
                problem=f"nothing called '{key}' can be expected",
                instead=f"Write one of: {', '.join(_READ)}, refused",
            )
    if not expect:
        raise rule_file.error(where=(index,), problem="nothing is expected", instead="Write 'expect: {due: …}'")
    given: dict[str, Any] = {"rule_id": entry["rule"], "start": date.fromisoformat(entry["start"])}
    if "on" in entry:
        given["on"] = date.fromisoformat(entry["on"])
    for flag in entry.get("given", ()):
        if flag not in _FLAGS:
            raise rule_file.error(
                where=(index, "given"),
                problem=f"unknown variant '{flag}'",
                instead=f"Write some of: {', '.join(_FLAGS)}",
            )
        given[flag] = True
    given["suspensions"] = [
        Suspension(
            starts_on=date.fromisoformat(one["from"]),
            ends_before=date.fromisoformat(one["to"]),
            kind=SuspensionKind(one.get("kind", SuspensionKind.CASE_SUSPENSION)),
        )
        for one in entry.get("suspended", ())
    ]
    given["extensions"] = [
        Extension(days=one["days"], decided_on=date.fromisoformat(one["decided"])) for one in entry.get("extended", ())
    ]
    return Example(
        name=entry["name"],
        where=f"{rule_file.path.name}:{rule_file.line((index,))}",
        given=given,
        expect={key: str(value) for key, value in expect.items()},
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
