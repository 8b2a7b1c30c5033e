"""Later work of the repeat check."""

from __future__ import annotations

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.duplicates.actions import sketch


@app.task(name="tiepdan.duplicates.jobs.sketch_submission")
def sketch_submission(*, submission_id: int, agency_id: int) -> None:
    """Sketch again, for example after the text of a file was read."""
    with serving(service_actor(agency=Agency.objects.get(pk=agency_id))):
        sketch(submission_id)
