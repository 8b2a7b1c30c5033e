"""The two bases of what callers may catch. Concrete errors live in the module that raises them."""

from __future__ import annotations

from tiepdan.infra.verdict import Refused, Verdict


class TiepdanError(Exception):
    """Base of every error of this program."""


class ActionRefused(TiepdanError):
    """An act that a rule does not let through now; shown to the user with its rule and what to do next."""

    def __init__(self, verdict: Refused) -> None:
        super().__init__(verdict.code)
        self.verdict = verdict

    @property
    def code(self) -> str:
        """Stable public code of the refusal."""
        return self.verdict.code


def allow(verdict: Verdict) -> None:
    """Go on with an act, or raise ActionRefused with what the rule says against it."""
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
