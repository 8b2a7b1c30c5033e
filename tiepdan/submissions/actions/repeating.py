"""Whether a request sent again says what the first one said."""

from __future__ import annotations

import dataclasses
import json

from tiepdan.submissions.actions.parties import ring
from tiepdan.submissions.intake import Intake


def request_digest(*said: Intake | None, beside: object = None) -> str:
    """Return a keyed digest of what a request said; it tells nothing of a sealed text without the key.

    beside: another frozen value that the request carried
    Only what was given counts, so that a field which is added later leaves the digests of before as they are.
    """
    given = [_given(one) for one in (*said, beside)]
    text = json.dumps(given, ensure_ascii=False, sort_keys=True, default=str)
    return ring().keyed_hash(text=text, purpose="request").hex()


def is_same_request(*, stored: str, now: str) -> bool:
    """Compare two digests. A row without one is of before they were kept: there the key alone decides."""
    return stored in {"", now}


def _given(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_given(one) for one in value]
    if not dataclasses.is_dataclass(value):
        return value
    return {
        one.name: _given(getattr(value, one.name))
        for one in dataclasses.fields(value)
        if getattr(value, one.name) != one.default
    }
