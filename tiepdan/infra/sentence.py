"""Sentences that domains write with values in them: records and papers keep the Vietnamese, screens may say them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with named holes, and what fills them.

    Example:
        >>> str(Sentence("Số {number} đã có.", {"number": "7"}))
        'Số 7 đã có.'
    """

    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.by(str)

    def by(self, said: Callable[[str], str]) -> str:
        """Write it as `said` says the text, and the values that it knows."""
        text = said(self.text)
        return text.format(**{name: said(value) for name, value in self.values.items()}) if self.values else text
