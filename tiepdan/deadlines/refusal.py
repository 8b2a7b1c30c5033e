"""What the rules of time and competence refuse, as stable codes with a Vietnamese sentence."""

from __future__ import annotations

from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.sentence import Sentence
from tiepdan.infra.verdict import Refused


class RuleRefused(ActionRefused):
    """A question the rulebook does not answer: unknown rule, not in force that day, variant the law does not have."""

    def __init__(self, sentence: Sentence, *, code: str, rule: str = "", facts: dict[str, str] | None = None) -> None:
        super().__init__(
            Refused(code=code, rule=rule, facts={**(facts or {}), "text": str(sentence)}, sentence=sentence)
        )
        self.sentence = (
            sentence  # for the user: what happened, why, what to do; a screen says it in the reader's language
        )

    @property
    def text(self) -> str:
        """The sentence in Vietnamese, as records, commands and the API say it."""
        return str(self.sentence)

    def __str__(self) -> str:
        return self.text
