"""The words officers read for the codes of the domains."""

from __future__ import annotations

from dataclasses import dataclass

from tiepdan.infra.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefusalText:
    """A refusal as shown: what, why by which rule, what to do."""

    code: str
    text: str
    rule: str


def refusal_text(verdict: Refused) -> RefusalText:
    """Return the sentence for a refusal."""
    from tiepdan.desk.refusals import SENTENCES

    sentence = SENTENCES.get(verdict.code, verdict.code)
    return RefusalText(code=verdict.code, text=sentence.format_map(_Facts(verdict.facts)), rule=verdict.rule)


class _Facts(dict[str, str]):
    """Leaves a placeholder without fact readable instead of failing on screen."""

    def __missing__(self, key: str) -> str:
        return "…"
