"""Where the same content already is: with the texts beside each other where one may read, else the lawful minimum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.db import connection

from tiepdan.duplicates.rules.sketch import (
    Likeness,
    Passage,
    TextSketch,
    hash_number,
    shared_passages,
    sketch_text,
)
from tiepdan.infra.home import Home
from tiepdan.infra.seal import load_ring
from tiepdan.submissions.models import Submission

_FIND: Final = (
    "SELECT submission_id, readable, code, agency_name, received_on, status, kind, shared, mine, theirs, same_author,"
    " same_decision, letter_number, letter_symbol, letter_on FROM tiepdan.find_repeats(%s, %s, %s, %s, %s, %s)"
)
_ASKED: Final = 4  # rows asked of the database for one shown: some turn out not alike enough


@dataclass(frozen=True, slots=True)
class Repeat:
    """One earlier submission with the same content."""

    submission_id: int
    readable: bool  # the asker may open it
    code: str  # empty when not readable
    agency_name: str
    received_on: date
    status: str  # a SubmissionStatus
    kind: str  # a MatterKind
    likeness: float  # 0..1
    same_author: bool  # same identity number on both papers
    same_decision: bool  # same contested decision
    letter: str  # "12/HD-UBND" of the guidance or forwarding; empty when there is none
    letter_on: date | None
    passages: tuple[Passage, ...]  # what the readable one says, the shared part marked; empty when not readable

    @property
    def percent(self) -> int:
        """Likeness for the screen."""
        return round(self.likeness * 100)


def find_repeats(
    *,
    text: str,
    demands: str = "",
    attacked_number: str = "",
    number_hashes: Sequence[bytes] = (),
    skip_submission: int | None = None,
    limit: int = 5,
) -> list[Repeat]:
    """List earlier submissions with the same content, the most alike first.

    number_hashes: keyed hashes of the identity numbers on this paper; they only mark rows found by their text or by
    the contested decision, they never find any
    Cost: 2 queries; grows with how many papers share a phrase with this one (at most 3,000 are compared).
    """
    mine = sketch_text(text=f"{text}\n{demands}", seed=sketch_seed())
    attacked = hash_number(number=attacked_number, seed=sketch_seed())
    if mine is None and attacked is None:
        return []
    hashes, size = (list(mine.hashes), mine.size) if mine else ([], 0)
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [hashes, size, attacked, list(number_hashes), skip_submission, limit * _ASKED])
        rows = cursor.fetchall()
    found = [repeat for row in rows if (repeat := _repeat(row)) is not None][:limit]
    return _with_passages(found, text=f"{text}\n{demands}")


def repeats_of(*, submission_id: int, limit: int = 5) -> list[Repeat]:
    """List what is like a stored submission that the asker may read. Cost: 4 queries."""
    submission = Submission.objects.filter(pk=submission_id).first()
    if submission is None:
        return []
    stored = submission.parties.exclude(number_hash=None).values_list("number_hash", flat=True)
    hashes = [bytes(value) for value in stored if value is not None]
    return find_repeats(
        text=submission.content,
        demands=submission.demands,
        attacked_number=submission.attacked_number,
        number_hashes=hashes,
        skip_submission=submission.pk,
        limit=limit,
    )


def sketch_of(*, text: str) -> TextSketch | None:
    """Return the sketch of a text under this installation's secret seed."""
    return sketch_text(text=text, seed=sketch_seed())


@lru_cache(maxsize=4)
def _seed_of(home: Home) -> int:
    return int.from_bytes(load_ring(home).keyed_hash(text="seed", purpose="sketch")[:8], "big")


def sketch_seed() -> int:
    """Return the secret that all sketches of this installation share."""
    return _seed_of(settings.HOME)


def _repeat(row: tuple[object, ...]) -> Repeat | None:
    (
        submission_id, readable, code, agency_name, received_on, status, kind, shared, mine, theirs, same_author,
        same_decision, letter_number, letter_symbol, letter_on,
    ) = row  # fmt: skip
    counted = Likeness(shared=_number(shared), mine=_number(mine), theirs=_number(theirs))
    # The same decision contested again by the same person, or in partly the same words, is a repeat however reworded.
    again = bool(same_decision) and (bool(same_author) or counted.shared > 1)
    if not counted.is_repeat and not again:
        return None
    letter = f"{letter_number}/{letter_symbol}" if letter_symbol else str(letter_number)
    return Repeat(
        submission_id=_number(submission_id),
        readable=bool(readable),
        code=str(code or ""),
        agency_name=str(agency_name),
        received_on=received_on if isinstance(received_on, date) else date.min,
        status=str(status),
        kind=str(kind),
        likeness=counted.score,
        same_author=bool(same_author),
        same_decision=bool(same_decision),
        letter=letter if letter_number is not None else "",
        letter_on=letter_on if isinstance(letter_on, date) else None,
        passages=(),
    )


def _with_passages(found: list[Repeat], *, text: str) -> list[Repeat]:
    texts = {
        pk: f"{content}\n{demands}"
        for pk, content, demands in Submission.objects.filter(
            pk__in=[repeat.submission_id for repeat in found if repeat.readable]
        ).values_list("pk", "content", "demands")
    }
    return [
        replace(repeat, passages=shared_passages(mine=text, theirs=texts[repeat.submission_id]))
        if repeat.submission_id in texts
        else repeat
        for repeat in found
    ]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
