"""Telling many stories at once in the order of time, each step in a transaction of whoever acts."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from django.db import connection

from tiepdan.accounts.acting import acting, at_portal
from tiepdan.accounts.rules import Actor
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.errors import ActionRefused

_FIRST_HOUR: Final = 8
_MINUTES_A_DAY: Final = 8 * 60


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on the story goes on at this instant, by this actor."""

    at: datetime
    by: Actor | None  # None: a citizen at the portal


Story = Generator[Turn, None, None]


@dataclass(slots=True)
class _Told:
    """A story and how far it is told."""

    number: int
    tale: Story
    turns: int = 0


class Memory(Protocol):
    """What knows which turns were told before an interruption."""

    def knows(self, *, story: int, turn: int) -> bool:
        """Tell whether a turn was told."""

    def again(self, *, story: int, turn: int) -> AbstractContextManager[None]:
        """Run it again without acting."""

    def telling(self, *, story: int, turn: int) -> AbstractContextManager[None]:
        """Tell it and keep it."""


class Timetable:
    """Stories waiting for their next turn. A turn after the last day never comes: the matter stays where it is."""

    def __init__(self, *, until: date, memory: Memory) -> None:
        self.until = until
        self.memory = memory
        self.turns = 0
        self.refused: Counter[str] = Counter()  # stories that the law stopped, by code
        self._waiting: list[tuple[date, int, datetime, int, Turn, _Told]] = []
        self._serial = itertools.count()

    def begin(self, story: Story, *, number: int) -> None:
        """Let a story name its first turn."""
        self._wait(_Told(number, story), next(story, None))

    def run(self, *, told: Callable[[date], None]) -> None:
        """Tell everything. `told` is called after each turn with its day."""
        while self._waiting:
            *_, turn, story = heapq.heappop(self._waiting)
            try:
                following = self._tell(turn, story)
            except ActionRefused as error:
                self.refused[error.code] += 1
                continue
            self.turns += 1
            story.turns += 1
            told(turn.at.date())
            self._wait(story, following)

    def _tell(self, turn: Turn, story: _Told) -> Turn | None:
        where = {"story": story.number, "turn": story.turns}
        if self.memory.knows(**where):
            with self.memory.again(**where):
                return next(story.tale, None)
        with _entered(turn), self.memory.telling(**where):
            return next(story.tale, None)

    def _wait(self, story: _Told, turn: Turn | None) -> None:
        if turn is None or turn.at.date() > self.until:
            story.tale.close()
            return
        # Days in order, within a day agency by agency: numbers of a book then rise with the days.
        agency = turn.by.agency_id if turn.by else 0
        heapq.heappush(self._waiting, (turn.at.date(), agency, turn.at, next(self._serial), turn, story))


def moment(day: date, minute: int) -> datetime:
    """Return an instant of a working day; minute: counted from eight o'clock, wrapped into eight hours."""
    since = timedelta(minutes=minute % _MINUTES_A_DAY)
    return datetime.combine(day, time(_FIRST_HOUR), tzinfo=VIETNAM) + since


@contextmanager
def written_soon() -> Iterator[None]:
    """Let commits of this connection return before the disk has them; the last statement makes all of them safe."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")


@contextmanager
def _entered(turn: Turn) -> Iterator[None]:
    if turn.by is None:
        with at_portal(matter_id=0):
            yield
    else:
        with acting(turn.by):
            yield
