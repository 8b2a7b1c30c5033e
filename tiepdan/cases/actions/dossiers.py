"""The dossier of a case: what the submission's has, with the evidence gathered during verification."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from tiepdan.accounts.rules import Actor
from tiepdan.cases.models import Evidence
from tiepdan.deadlines.explanation import explain
from tiepdan.deadlines.storage import from_json
from tiepdan.documents.access import files
from tiepdan.documents.rendering.binding import Part, lines_pdf
from tiepdan.infra.clock import VIETNAM
from tiepdan.matters.models import Clock
from tiepdan.submissions.actions import Dossier, make_dossier
from tiepdan.submissions.actions.dossiers import NO_FILE, left_out
from tiepdan.submissions.models import Submission

_EVIDENCE: Final = "Tài liệu, chứng cứ"


def make_case_dossier(*, code: str, purpose: str, packed: bool, redacted: bool, by: Actor, at: datetime) -> Dossier:
    """Bind a matter with the evidence of its case; the making is recorded by `make_dossier`.

    Raises ActionRefused: those of `make_dossier`.
    Cost: 1 query besides those of `make_dossier`; seconds for hundreds of pages.
    """
    return make_dossier(code=code, purpose=purpose, packed=packed, redacted=redacted, by=by, at=at, more=_of_case)


def _of_case(submission: Submission, named: bool) -> list[tuple[datetime, Part]]:
    return [*_limits(submission), *_evidence(submission, named)]


def _limits(submission: Submission) -> list[tuple[datetime, Part]]:
    """Every limit with its counting, so that who reads the file later sees why that day was the last; it names nobody."""
    clocks = Clock.objects.filter(matter_id=submission.matter_id).order_by("due_on", "pk")
    counted = [(clock, from_json(data=clock.explanation)) for clock in clocks]
    if not counted:
        return []
    groups = [
        (f"{told[0]} ({clock.get_status_display()})", told[1:])
        for clock, one in counted
        if (told := explain(deadline=one))
    ]
    when = max(clock.due_on for clock, _ in counted)
    sheet = lines_pdf(title="Thời hạn và cách tính", groups=groups)
    return [(datetime.combine(when, time(23, 59), tzinfo=VIETNAM), Part("Thời hạn và cách tính", None, sheet))]


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
