"""Search words of a matter. Of a denunciation only its code and what was released can be found."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from tiepdan.infra.folding import fold
from tiepdan.submissions.models import Attachment, AttachmentRole, Party, Submission

_LONGEST = 200_000  # characters; a tsvector holds at most one megabyte


def index_submission(*, submission: Submission, sealed: bool) -> None:
    """Write the search words of a submission's matter again. Part of an act. Cost: 2 queries, or 3."""
    attachments = Attachment.objects.filter(submission=submission).exclude(text="")
    if sealed:
        found = attachments.filter(role=AttachmentRole.REDACTED, sealed=False).values_list("text", flat=True)
        pieces = [submission.code.replace("-", ""), *found]
    else:
        names = Party.objects.filter(submission=submission).values_list("name", flat=True)
        texts = attachments.values_list("text", flat=True)
        pieces = _open_words(submission, names, texts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.index_words(%s, %s)", [submission.matter_id, _folded(pieces)])


def words_of(*, submission: Submission, sealed: bool, names: Iterable[str]) -> str:
    """Return the search words of a submission that comes in, which has no files yet."""
    return _folded([submission.code.replace("-", "")] if sealed else _open_words(submission, names, ()))


def _open_words(submission: Submission, names: Iterable[str], texts: Iterable[str]) -> list[str]:
    return [
        submission.code.replace("-", ""), *names, submission.respondent_name, submission.attacked_number,
        submission.forwarding_number, submission.summary, submission.content, submission.demands, *texts,
    ]  # fmt: skip


def _folded(pieces: Iterable[str]) -> str:
    return fold(" \n".join(pieces))[:_LONGEST]
