"""What a new text of a plan changes: tasks that stay, are reworded, come new, or are gone. Progress follows the task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from tiepdan.infra.folding import fold

_SAME: Final = 97  # of 100: only punctuation differs
_REWORDED: Final = 62


@dataclass(frozen=True, slots=True)
class Told:
    """A task as one text tells it."""

    key: int  # id of the task followed, or its place in the new text
    text: str
    section: str
    lead: str
    deadline: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A task in both texts, and what of it differs."""

    old: int
    new: int
    differs: tuple[str, ...]  # text, lead, deadline


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two texts."""

    pairs: tuple[Pair, ...]
    added: tuple[int, ...]
    gone: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the texts say the same."""
        return not (self.added or self.gone or any(pair.differs for pair in self.pairs))

    def to_json(self) -> dict[str, Any]:
        """Return it as stored."""
        return asdict(self)


def from_json(data: dict[str, Any]) -> Changes:
    """Return the changes stored with a version."""
    pairs = tuple(Pair(row["old"], row["new"], tuple(row["differs"])) for row in data.get("pairs", ()))
    return Changes(pairs, tuple(data.get("added", ())), tuple(data.get("gone", ())))


def compared(*, old: Sequence[Told], new: Sequence[Told]) -> Changes:
    """Pair the tasks of two texts: the most alike first, each once; what is left is new or gone."""
    words = [_words(one) for one in new]
    # A matrix of numbers; numpy is no name of ours.
    scores: Any = process.cdist([_words(one) for one in old], words, scorer=fuzz.ratio) if old and new else ()
    ranked = sorted(
        (-(float(scores[i][k]) + (4 if old[i].section == new[k].section else 0)), i, k)
        for i in range(len(old))
        for k in range(len(new))
        if scores[i][k] >= _REWORDED
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, k in ranked:
        if i not in pairs and k not in taken:
            pairs[i] = k
            taken.add(k)
    return Changes(
        tuple(Pair(old[i].key, new[k].key, _differs(old[i], new[k])) for i, k in sorted(pairs.items())),
        tuple(one.key for k, one in enumerate(new) if k not in taken),
        tuple(one.key for i, one in enumerate(old) if i not in pairs),
    )


def _differs(old: Told, new: Told) -> tuple[str, ...]:
    same = fuzz.ratio(_words(old), _words(new)) >= _SAME
    names = [] if same else ["text"]
    if fold(old.lead) != fold(new.lead):
        names.append("lead")
    if old.deadline != new.deadline:
        names.append("deadline")
    return tuple(names)


def _words(one: Told) -> str:
    return fold(one.text)
