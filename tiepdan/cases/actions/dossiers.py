"""The dossier of a case: what the submission's has, with the evidence gathered during verification."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from tiepdan.accounts.rules import Actor
from tiepdan.cases.models import Evidence
from tiepdan.documents.access import files
from tiepdan.documents.rendering.binding import Part
from tiepdan.infra.clock import VIETNAM
from tiepdan.submissions.actions import Dossier, make_dossier
from tiepdan.submissions.actions.dossiers import NO_FILE, left_out
from tiepdan.submissions.models import Submission

_EVIDENCE: Final = "Tài liệu, chứng cứ"


def make_case_dossier(*, code: str, purpose: str, packed: bool, redacted: bool, by: Actor, at: datetime) -> Dossier:
    """Bind a matter with the evidence of its case; the making is recorded by `make_dossier`.

    Raises ActionRefused: those of `make_dossier`.
    Cost: 1 query besides those of `make_dossier`; seconds for hundreds of pages.
    """
    return make_dossier(code=code, purpose=purpose, packed=packed, redacted=redacted, by=by, at=at, more=_evidence)


def _evidence(submission: Submission, named: bool) -> list[tuple[datetime, Part]]:
    """Every piece has its line; redacted, neither its title nor its file shows: either may name who gave it."""
    shut = not named
    found = []
    for one in Evidence.objects.select_related("file").filter(matter_id=submission.matter_id).order_by("pk"):
        when = datetime.combine(one.supplied_on, time(23, 59), tzinfo=VIETNAM)
        title = _EVIDENCE if shut else f"{_EVIDENCE}: {one.title}"
        data = b"" if shut or one.file is None else files().get(one.file.key)
        note = left_out(submission) if shut else "" if one.file else NO_FILE
        media_type = one.file.media_type if one.file is not None else "application/pdf"
        found.append((when, Part(title, one.supplied_on, data, media_type, note)))
    return found
