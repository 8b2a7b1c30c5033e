"""A text reduced to the smallest hashes of its word groups: found again after retyping, reordering or small edits.

The words are folded (no case, no diacritics), so typing without diacritics gives the same sketch. Groups of words do not
know where they stand, so sentences in another order give nearly the same one. Of the hashes the smallest are kept: the
same choice in every text, so two sketches can be compared below their common threshold, whatever the lengths.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import xxhash

from tiepdan.duplicates.rules.boilerplate import PHRASES
from tiepdan.infra.folding import fold

GROUP_WORDS: Final = 4  # syllables in a group: three meet by chance in the language of land and decisions
SKETCH_SIZE: Final = 64  # hashes kept: one part in eight of a text four pages long
PROBE_SIZE: Final = 24  # of them, the smallest are looked up in the index
INDEXED: Final = 12  # of a stored sketch, the smallest stand in the index
MIN_WORDS: Final = 6  # shorter texts say too little to be compared
MIN_GROUPS: Final = 3  # what is left without set phrases must still say something
MIN_SHARED: Final = 3  # common hashes below which likeness is chance
ALIKE: Final = 0.4  # share of the shorter text found in the other, from which a repeat is shown
_HALF: Final = 32
_SHIFT: Final = 2**31  # PostgreSQL's integer is signed; subtracting keeps the order
# Written out and abbreviated are the same words.
_LONG_FORMS: Final = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "cccd": "can cuoc cong dan",
    "cmnd": "chung minh nhan dan",
    "gcnqsdd": "giay chung nhan quyen su dung dat",
    "gcnqsd": "giay chung nhan quyen su dung",
    "qsdd": "quyen su dung dat",
    "ttcp": "thanh tra chinh phu",
}
_WORD: Final = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class TextSketch:
    """What of a text is stored."""

    hashes: tuple[int, ...]  # int32, ascending, at most SKETCH_SIZE
    size: int  # different word groups of the whole text

    @property
    def probe(self) -> tuple[int, ...]:
        """The hashes that are looked up."""
        return self.hashes[:PROBE_SIZE]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, estimated below the common threshold of their sketches."""

    shared: int  # hashes in both
    mine: int  # hashes of the one
    theirs: int  # hashes of the other

    @property
    def of_mine(self) -> float:
        """Share of the one that is in the other, 0..1."""
        return self.shared / self.mine if self.mine else 0.0

    @property
    def of_theirs(self) -> float:
        """Share of the other that is in the one, 0..1."""
        return self.shared / self.theirs if self.theirs else 0.0

    @property
    def score(self) -> float:
        """The larger of the two shares: a text inside a longer one is a repeat too."""
        return max(self.of_mine, self.of_theirs)

    @property
    def is_repeat(self) -> bool:
        """Tell whether it is to be shown."""
        few = min(self.mine, self.theirs)
        return self.shared >= min(MIN_SHARED, max(few, 1)) and self.score >= ALIKE


def sketch_text(*, text: str, seed: int = 0) -> TextSketch | None:
    """Return the sketch of a text, or None when it says too little after its set phrases are left out.

    seed: 64 bits, the same for all texts that are to be compared; secret, so that a stolen table cannot be asked for phrases
    """
    words = _words(text)
    if len(words) < MIN_WORDS:
        return None
    groups = _telling_groups(words)
    if len(groups) < MIN_GROUPS:
        return None
    hashes = sorted({(xxhash.xxh64_intdigest(group.encode(), seed) >> _HALF) - _SHIFT for group in groups})
    return TextSketch(hashes=tuple(hashes[:SKETCH_SIZE]), size=len(hashes))


def likeness(*, mine: TextSketch, theirs: TextSketch) -> Likeness:
    """Compare two sketches below the smaller of their last hashes (a sketch that holds all hashes has no last).

    Example:
        >>> one = TextSketch(hashes=(1, 2, 3, 4), size=4)
        >>> likeness(mine=one, theirs=one).score
        1.0
    """
    ends = [sketch.hashes[-1] for sketch in (mine, theirs) if sketch.size > len(sketch.hashes)]
    top = min(ends) if ends else _SHIFT
    left = {value for value in mine.hashes if value <= top}
    right = {value for value in theirs.hashes if value <= top}
    return Likeness(shared=len(left & right), mine=len(left), theirs=len(right))


def hash_number(*, number: str, seed: int = 0) -> int | None:
    """Return the hash of a contested decision's number ("12/QĐ-UBND"), or None when it holds no digit."""
    folded = fold(number)
    if not any(char.isdigit() for char in folded):
        return None
    return (xxhash.xxh64_intdigest(f"number {folded}".encode(), seed) >> _HALF) - _SHIFT


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text as shown: shared with the other or not."""

    text: str
    shared: bool


def shared_passages(*, mine: str, theirs: str, longest: int = 600) -> tuple[Passage, ...]:
    """Return the other text cut into what this one also says and what it does not, with its own spelling.

    longest: characters returned; the part shown begins shortly before the first shared words
    """
    known = _groups_of(fold(mine).split()) - set_phrases()
    spans = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(theirs)]
    spans = [span for span in spans if span[2]]
    marks = [False] * len(spans)
    for at in range(len(spans) - GROUP_WORDS + 1):
        group = " ".join(span[2] for span in spans[at : at + GROUP_WORDS])
        if group in known:
            marks[at : at + GROUP_WORDS] = [True] * GROUP_WORDS
    if True not in marks:
        return ()
    first = max(marks.index(True) - 8, 0)
    begin = spans[first][0]
    return _pieces(theirs, begin, min(len(theirs), begin + longest), spans[first:], marks[first:])


def _pieces(
    text: str, begin: int, end: int, spans: list[tuple[int, int, str]], marks: list[bool]
) -> tuple[Passage, ...]:
    pieces: list[Passage] = []
    if begin > 0:
        pieces.append(Passage(text="… ", shared=False))
    cursor, shared = begin, marks[0]
    for (start, _stop, _word), mark in zip(spans, marks, strict=True):
        if start >= end:
            break
        if mark is not shared:
            pieces.append(Passage(text=text[cursor:start], shared=shared))
            cursor, shared = start, mark
    pieces.append(Passage(text=text[cursor:end], shared=shared))
    if end < len(text):
        pieces.append(Passage(text=" …", shared=False))
    return tuple(piece for piece in pieces if piece.text)


@lru_cache(maxsize=1)
def set_phrases() -> frozenset[str]:
    """Word groups of the set phrases."""
    found: set[str] = set()
    for phrase in PHRASES:
        found |= _groups_of(_words(phrase))
    return frozenset(found)


def _words(text: str) -> list[str]:
    return " ".join(_LONG_FORMS.get(word, word) for word in fold(text).split()).split()


def _telling_groups(words: list[str]) -> set[str]:
    """Groups with at least one word that stands in no set phrase: two phrases one after the other say nothing either."""
    known = set_phrases()
    groups = [" ".join(words[at : at + GROUP_WORDS]) for at in range(len(words) - GROUP_WORDS + 1)]
    covered = [False] * len(words)
    for at, group in enumerate(groups):
        if group in known:
            covered[at : at + GROUP_WORDS] = [True] * GROUP_WORDS
    return {group for at, group in enumerate(groups) if not all(covered[at : at + GROUP_WORDS])}


def _groups_of(words: list[str]) -> set[str]:
    return {" ".join(words[at : at + GROUP_WORDS]) for at in range(len(words) - GROUP_WORDS + 1)}
