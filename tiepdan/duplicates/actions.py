"""Acts of the repeat check: storing a sketch, and an officer's finding that two submissions are the same or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.duplicates.models import Link
from tiepdan.duplicates.queries import sketch_of, sketch_seed
from tiepdan.duplicates.rules.sketch import Likeness, hash_number
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.statement import tell
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import mark_same
from tiepdan.matters.models import Matter
from tiepdan.submissions.models import Submission


def sketch(submission_id: int, *, just_stored: Submission | None = None) -> bool:
    """Store what the repeat check knows of a submission; part of the act that stored or changed its text.

    A denunciation is sketched too, under the secret seed: only who reads it ever finds it. Texts of its files are not.
    just_stored: the submission in hand when its act has just stored it, without files
    Returns: whether there was enough text
    Cost: 3 queries, 1 for what was just stored.
    """
    submission = just_stored or Submission.objects.get(pk=submission_id)
    texts = [submission.content, submission.demands]
    if just_stored is None:
        texts += submission.attachments.filter(sealed=False).exclude(text="").values_list("text", flat=True)
    made = sketch_of(text="\n".join(texts))
    attacked = hash_number(number=submission.attacked_number, seed=sketch_seed())
    hashes = list(made.hashes) if made else ([] if attacked is not None else None)
    tell("tiepdan.put_sketch", [submission_id, hashes, made.size if made else 0, attacked])
    return hashes is not None


@transaction.atomic
def link_repeat(
    *,
    submission_id: int,
    same: bool,
    by: Actor,
    at: datetime,
    earlier_id: int | None = None,
    earlier_code: str = "",
) -> Link:
    """Note that a submission has, or has not, the same content as an earlier one; the same content is one matter's line.

    earlier_id or earlier_code: the earlier one; one that the officer may not read is named by its id as shown in the
    repeats, and must be like this one
    Raises ActionRefused: submission_absent, earlier_absent (absent, not alike and sealed look the same), same_submission,
    already_linked, sealed_stays_alone (only one of the two is sealed),
    same_circle (the earlier one is itself marked as a repeat of this one).
    """
    submission = Submission.objects.select_for_update().filter(pk=submission_id).first()
    if submission is None:
        raise ActionRefused(Refused("submission_absent"))
    if earlier_code:
        earlier_id = Submission.objects.filter(code=earlier_code).values_list("pk", flat=True).first()
    if earlier_id == submission.pk:
        raise ActionRefused(Refused("same_submission"))
    found = _compare(submission.pk, earlier_id or 0)
    if found is None or earlier_id is None:
        raise ActionRefused(Refused("earlier_absent"))
    sealed = Submission.objects.filter(
        pk=earlier_id, matter__sealed=True
    ).exists()  # a sealed one is seen by who reads it
    if sealed != submission.matter.sealed:  # a line from an open matter would lead to the denouncer
        raise ActionRefused(Refused("sealed_stays_alone", rule="BV-1"))
    if same and found.root_matter == submission.matter_id:
        raise ActionRefused(Refused("same_circle"))
    if Link.objects.filter(submission=submission, earlier_id=earlier_id).exists():
        raise ActionRefused(Refused("already_linked"))
    link = Link.objects.create(
        matter_id=submission.matter_id, submission=submission, earlier_id=earlier_id, same=same,
        likeness=found.likeness.score, found_by_id=by.user_id, found_at=at,
    )  # fmt: skip
    before = Matter.objects.values_list("same_as_id", flat=True).get(pk=submission.matter_id)
    if same:
        mark_same(matter_id=submission.matter_id, earlier_id=found.root_matter)
    record(
        act="submission.linked" if same else "submission.told_apart", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, before={"same_as": before},
        after={"earlier": earlier_id, "likeness": round(link.likeness, 2)}, rule="reports §2.3",
    )  # fmt: skip
    return link


@dataclass(frozen=True, slots=True)
class _Compared:
    root_matter: int  # first matter of the earlier content
    likeness: Likeness


def _compare(submission_id: int, earlier_id: int) -> _Compared | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT root_matter, shared, mine, theirs FROM tiepdan.compare_sketches(%s, %s)",
            [submission_id, earlier_id],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    return _Compared(int(row[0]), Likeness(shared=row[1], mine=row[2], theirs=row[3]))
