"""Work on submissions done later."""

from __future__ import annotations

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock, queue
from tiepdan.submissions import actions

_SKETCH_JOB = "tiepdan.duplicates.jobs.sketch_submission"


@app.task(name="tiepdan.submissions.jobs.read_text", retry=3)
def read_text(*, attachment_id: int, agency_id: int) -> None:
    """Read the text layer of an attachment; a job never reads a sealed matter."""
    actor = service_actor(agency=Agency.objects.get(pk=agency_id))
    with serving(actor):
        attachment = actions.read_text(attachment_id=attachment_id, by=actor, at=clock.now())
        if attachment is not None and attachment.text:
            # What was read may repeat something: the repeat check lies above this package and is asked by name.
            queue.later(_SKETCH_JOB, submission_id=attachment.submission_id, agency_id=agency_id)
