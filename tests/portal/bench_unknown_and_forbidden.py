"""Measure whether a wrong PIN and an unknown code, a foreign and an absent matter, take the same time.

`python -m pytest tests/portal/bench_unknown_and_forbidden.py -s`. Not part of the tests.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pytest
from django.test import Client
from pytest_django import Settings

from tests.people import client_of, make_cast
from tests.portal.web import send
from tiepdan.infra.codes import new_code

CODES, TRIES = 40, 8  # a code is locked after ten wrong PINs


@pytest.mark.django_db
def test_bench_unknown_and_forbidden(client: Client, settings: Settings) -> None:
    """Print the medians of both doors in milliseconds, and their ratio."""
    settings.LOOKUP_PER_MINUTE = settings.SUBMIT_PER_HOUR = 10**6
    cast = make_cast()
    stored = [send(client, cast.commune, request_key=f"{number:040}").code for number in range(CODES)]
    absent = [new_code() for _ in stored]
    outsider = client_of(cast.outsider)
    _tell("portal", stored, absent, lambda code: client.post("/tra-cuu/", {"ma": code, "pin": "x1"}).status_code)
    _tell("desk", stored, absent, lambda code: outsider.get(f"/ban-lam-viec/don/{code}/").status_code)


def _tell(door: str, stored: list[str], absent: list[str], ask: Callable[[str], int]) -> None:
    took: dict[str, list[float]] = {"stored": [], "absent": []}
    for attempt in range(TRIES):
        for pair in zip(stored, absent, strict=True):
            for name, code in zip(took, pair, strict=True):
                begun = time.perf_counter()
                assert ask(code) == 404
                if attempt:  # the first round warms both
                    took[name].append((time.perf_counter() - begun) * 1000)
    known, unknown = median(took["stored"]), median(took["absent"])
    print(
        f"\n{door}: stored {known:.2f} ms, absent {unknown:.2f} ms, ratio {max(known, unknown) / min(known, unknown):.3f}"
    )
