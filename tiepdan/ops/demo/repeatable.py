"""Codes and PINs that come out the same for the same seed. Only for invented matters: they protect nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random

from tiepdan.infra import codes


class Codes:
    """Stands in for the module `secrets` in tiepdan.infra.codes; every turn of a story draws from a chance of its own."""

    def __init__(self, *, seed: int) -> None:
        self.seed = seed
        self.chance = Random(seed)  # noqa: S311 # the same again

    def choice(self, among: Sequence[str]) -> str:
        """Draw one."""
        return self.chance.choice(among)

    def randbelow(self, end: int) -> int:
        """Draw a number."""
        return self.chance.randrange(end)


@contextmanager
def repeatable_codes(*, drawn: Codes) -> Iterator[None]:
    """Draw public codes and PINs from `drawn` while the demo is built."""
    names = vars(codes)
    kept = names["secrets"]
    names["secrets"] = drawn  # the two functions that the module uses
    try:
        yield
    finally:
        names["secrets"] = kept
