"""Fetching an import named by a user: the own office's, nothing else exists."""

from __future__ import annotations

from tiepdan.imports.models import ImportRun
from tiepdan.matters.access import NotFound


def run_for(*, run_id: int, lock: bool = False) -> ImportRun:
    """Return an import of the acting office. Raises NotFound."""
    found = ImportRun.objects.filter(pk=run_id)
    if lock:
        found = found.select_for_update(of=("self",))
    run = found.select_related("made_by", "agency").first()
    if run is None:
        raise NotFound(str(run_id))
    return run
