# ruff: noqa: SLF001 # what Django tells about a model stands in _meta
"""Telling on after an interruption: what the acts of a turn gave back is kept with the turn, in its transaction.

A story is a generator; its place cannot be stored. So it is run again from its beginning, and the acts it has already done
give back what they gave then, without touching the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields, is_dataclass
from functools import wraps
from random import Random
from types import ModuleType, SimpleNamespace
from typing import Any, Final
from unittest.mock import patch

from django.apps import apps
from django.db import models

from tiepdan.ops.demo import coming, found, keeping, parts, rarities, receiving, settling
from tiepdan.ops.demo.repeatable import Codes
from tiepdan.ops.models import ToldTurn

_STORIES: Final = (coming, settling, rarities, parts, receiving, keeping)
_KEPT: Final = (
    "matter_id",
    "submission_id",
    "code",
    "created_by",
    "against_code",
)  # what stories ask of what came back
_BEGUN: Final = -1


class Memory:
    """The turns of one part of the demo that were told before, and the one that is being told."""

    def __init__(self, *, part: str, codes: Codes) -> None:
        self.part = part
        self._codes = codes
        self._known: dict[int, list[Any]] = defaultdict(list)
        for row in ToldTurn.objects.filter(part=part, story__gte=0).order_by("story", "turn"):
            self._known[row.story].append(row.came)
        self._given: Iterator[Any] | None = None  # while a turn is run again
        self._made: list[Any] | None = None  # while a turn is told
        self._depth = 0

    @property
    def turns(self) -> int:
        """How many turns are known."""
        return sum(map(len, self._known.values()))

    def knows(self, *, story: int, turn: int) -> bool:
        """Tell whether a turn was told before."""
        return turn < len(self._known[story])

    @contextmanager
    def again(self, *, story: int, turn: int) -> Iterator[None]:
        """Run a turn again: acts give back what they gave then."""
        self._given = iter(self._known[story][turn])
        try:
            yield
        finally:
            self._given = None

    @contextmanager
    def telling(self, *, story: int, turn: int) -> Iterator[None]:
        """Tell a turn and keep what its acts give back. Belongs into the transaction of the turn."""
        self._codes.chance = Random(f"{self.part} {story} {turn} {self._codes.seed}")  # noqa: S311 # the same again
        self._made = []
        try:
            yield
            ToldTurn.objects.create(part=self.part, story=story, turn=turn, came=self._made)
        finally:
            self._made = None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Put itself between the stories and their acts."""
        with ExitStack() as stack:
            for module in _STORIES:
                for name, held in vars(module).copy().items():
                    if _is_act(held):
                        stack.enter_context(patch.object(module, name, self._asked(held)))
                    elif isinstance(held, ModuleType) and (held is found or held.__name__.endswith(".actions")):
                        stack.enter_context(patch.object(module, name, _Asked(held, self)))
            yield

    def _asked(self, act: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(act)
        def asked(**values: Any) -> Any:  # acts take keywords only
            if self._given is not None:
                return _unfolded(next(self._given))
            self._depth += 1
            try:
                back = act(**values)
            finally:
                self._depth -= 1
            if self._made is not None and self._depth == 0:
                self._made.append(_folded(back))
            return back

        return asked


def has_begun(*, part: str) -> bool:
    """Tell whether a part was begun and is not finished."""
    return ToldTurn.objects.filter(part=part, story=_BEGUN).exists()


def begin(*, part: str, plan: Sequence[object]) -> None:
    """Note that a part begins. plan: seed, day and number of stories."""
    ToldTurn.objects.create(part=part, story=_BEGUN, turn=0, came=[str(one) for one in plan])


def begun_with(*, part: str) -> list[str]:
    """Return the plan with which a part was begun."""
    return list(ToldTurn.objects.get(part=part, story=_BEGUN).came)


def forget(*, part: str) -> None:
    """Drop what was kept: the part is told."""
    ToldTurn.objects.filter(part=part).delete()


class _Asked:
    """Stands in for a module of acts."""

    def __init__(self, module: ModuleType, memory: Memory) -> None:
        self._module = module
        self._memory = memory

    def __getattr__(self, name: str) -> Any:
        return self._memory._asked(getattr(self._module, name))


def _is_act(held: object) -> bool:
    place = getattr(held, "__module__", "") or ""
    return callable(held) and not isinstance(held, type) and (".actions" in place or place.endswith(".channels"))


def _folded(back: object) -> Any:
    if isinstance(back, models.Model):
        kept = {name: getattr(back, name) for name in _KEPT if name in {f.attname for f in back._meta.concrete_fields}}
        return {"model": back._meta.label, "pk": back.pk, **kept}
    if is_dataclass(back) and not isinstance(back, type):
        return {"parts": {one.name: _folded(getattr(back, one.name)) for one in fields(back)}}
    if isinstance(back, list | tuple):
        return [_folded(one) for one in back]
    return back if isinstance(back, int) else None  # no words: they may be secret


def _unfolded(kept: Any) -> Any:
    if isinstance(kept, list):
        return [_unfolded(one) for one in kept]
    if isinstance(kept, dict) and "parts" in kept:
        return SimpleNamespace(**{name: _unfolded(one) for name, one in kept["parts"].items()})
    if isinstance(kept, dict):
        told = dict(kept)
        return apps.get_model(told.pop("model"))(**told)
    return kept
