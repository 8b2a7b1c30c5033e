"""The answer of a rule to "may this be done?": it explains itself, so that page, act and API say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from tiepdan.infra.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Allowed:
    """The rule lets the act through."""

    rule: str = ""  # rule id in rules/, when one grants it

    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """The rule stops the act, and says which rule and why."""

    code: str  # stable, public: listed in docs/refusals.md
    rule: str = ""  # rule id in rules/, empty for a rule of the house
    facts: dict[str, str] = field(default_factory=dict)  # values that the sentence on screen needs
    sentence: Sentence | None = None  # when the rule brings its own

    def __bool__(self) -> Literal[False]:
        return False


Verdict = Allowed | Refused

ALLOWED: Final = Allowed()
