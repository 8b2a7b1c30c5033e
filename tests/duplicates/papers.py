"""Submissions for the tests of repeats and routing."""

from __future__ import annotations

from tests.factories import moment, open_matter
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.duplicates.actions import sketch
from tiepdan.infra.codes import new_code
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Submission

AT = moment("2026-07-14")


def receive(
    by: Actor, content: str, *, kind: MatterKind = MatterKind.COMPLAINT, day: str = "2026-07-14", **columns: object
) -> Submission:
    """Store a submission at the actor's agency, with its sketch."""
    code, at, sealed = new_code(), moment(day), kind is MatterKind.DENUNCIATION
    with acting(by):
        matter_id = open_matter(
            agency_id=by.agency_id, kind=kind, sealed=sealed, code=code, title="Đơn tố cáo" if sealed else content[:60],
            received_on=at.date(), people=1, field_code="", at=at,
        )  # fmt: skip
        values: dict[str, object] = {
            "matter_id": matter_id, "code": code, "agency_id": by.agency_id, "status": "received", "kind": kind,
            "source": "post", "received_on": at.date(), "first_received_on": at.date(), "summary": content[:100],
            "content": content, "signing": "signed", "created_by": by.user_id, "created_at": at,
        }  # fmt: skip
        submission = Submission.objects.create(**{**values, **columns})
        record(act="submission.received", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=matter_id)
        sketch(submission.pk)
    return submission
