"""Sentences that domains write with values in them: records and papers keep the Vietnamese, screens may say them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with named holes, and what fills them: words, or sentences again.

    Example:
        >>> str(Sentence("Số {number} đã có.", {"number": "7"}))
        'Số 7 đã có.'
    """

    text: str
    values: Mapping[str, str | Sentence] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.by(str)

    def by(self, said: Callable[[str], str]) -> str:
        """Write it as `said` says the text, and the values that it knows."""
        text = said(self.text)
        return text.format(**{name: _by(said, value) for name, value in self.values.items()}) if self.values else text


def in_row(parts: Iterable[str | Sentence], *, between: str = ", ") -> Sentence:
    """Put parts in a row, each said by itself.

    Example:
        >>> str(in_row(["một", "hai"]))
        'một, hai'
    """
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(between.join(f"{{{name}}}" for name in values), values)


def _by(said: Callable[[str], str], value: str | Sentence) -> str:
    return value.by(said) if isinstance(value, Sentence) else said(value)
