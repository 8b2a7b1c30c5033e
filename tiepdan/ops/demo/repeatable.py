"""Codes and PINs that come out the same for the same seed. Only for invented matters: they protect nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from tiepdan.infra import codes


class _Chosen:
    """Stands in for the module `secrets` in tiepdan.infra.codes."""

    def __init__(self, chance: Random) -> None:
        self.choice = chance.choice
        self.randbelow = chance.randrange


@contextmanager
def repeatable_codes(*, chance: Random) -> Iterator[None]:
    """Draw public codes and PINs from `chance` while the demo is built."""
    names = vars(codes)
    kept = names["secrets"]
    names["secrets"] = _Chosen(chance)  # the two functions that the module uses
    try:
        yield
    finally:
        names["secrets"] = kept
