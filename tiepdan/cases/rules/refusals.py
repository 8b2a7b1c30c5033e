"""The Vietnamese sentences of refusals: what happened, why, what to do. Read from rules/procedures/refusals.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.infra.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefusalText:
    """One refusal in words."""

    what: str
    why: str
    to_do: str

    @property
    def sentence(self) -> str:
        """The three parts in one line."""
        return " ".join(part for part in (self.what, self.why, self.to_do) if part)


def load_refusals(*, path: Path) -> Mapping[str, RefusalText]:
    """Read the sentences, by code.

    Raises RuleFileError: an entry without one of what, why, to_do
    """
    source = read_rule_file(path=path)
    for code, row in source.data.items():
        if not isinstance(row, dict) or set(row) != {"what", "why", "to_do"} or not all(row.values()):
            raise source.error(
                where=(code,), problem=f"refusal '{code}' is incomplete", instead="Write what, why, to_do"
            )
    return {code: RefusalText(**row) for code, row in source.data.items()}


@cache
def refusals() -> Mapping[str, RefusalText]:
    """Return the sentences of the program's rules folder."""
    return load_refusals(path=rules_path() / "procedures" / "refusals.yaml")


def refusal_text(*, refused: Refused) -> RefusalText:
    """Put a refusal into words, its facts filled in; the rule that stops the act ends the reason.

    Raises KeyError: the code has no sentence (a test keeps this from happening)
    """
    text = refusals()[refused.code]
    why = filled(text.why, refused.facts)
    if refused.rule:
        why = f"{why} (căn cứ: {refused.rule})"
    return RefusalText(what=filled(text.what, refused.facts), why=why, to_do=filled(text.to_do, refused.facts))


def filled(template: str, facts: Mapping[str, str]) -> str:
    """Fill named places; facts are never read as templates themselves."""
    return "".join(
        literal + (facts.get(name, "…") if name else "") for literal, name, _, _ in Formatter().parse(template)
    )
