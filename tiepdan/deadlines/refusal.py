"""What the rules of time and competence refuse, as stable codes with a Vietnamese sentence."""

from __future__ import annotations

from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused


class RuleRefused(ActionRefused):
    """A question the rulebook does not answer: unknown rule, not in force that day, variant the law does not have."""

    def __init__(self, *, code: str, text: str, rule: str = "", facts: dict[str, str] | None = None) -> None:
        super().__init__(Refused(code=code, rule=rule, facts={**(facts or {}), "text": text}))
        self.text = text  # Vietnamese, for the user: what happened, why, what to do

    def __str__(self) -> str:
        return self.text
