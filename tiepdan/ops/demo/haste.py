"""What makes three years pass in half a minute: nothing is drawn before it is opened, and memory is swept seldom."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from unittest.mock import patch

from tiepdan.documents.models import Paper

_SWEEP_AFTER: Final = 100_000  # new objects; Django's queries leave few cycles behind


class _NotYetDrawn:
    """Stands in for a paper put together: drawing costs twenty milliseconds, and most papers are never opened."""

    def pdf(self) -> bytes:
        """Draw nothing."""
        return b""


@contextmanager
def drawn_when_opened() -> Iterator[None]:
    """Issue papers without their file; the door draws such a paper from its values when somebody opens it."""

    def put_together(*, paper: Paper, with_identity: bool) -> _NotYetDrawn:  # noqa: ARG001 # the signature stood in for
        return _NotYetDrawn()

    def store_file(*, data: bytes, media_type: str, sealed: bool) -> None:  # noqa: ARG001 # as above
        return None

    with patch.multiple("tiepdan.documents.actions.papers", put_together=put_together, store_file=store_file):
        yield


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Look for unreachable cycles less often while the demo is built."""
    kept = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SWEEP_AFTER, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*kept)
        gc.unfreeze()
