"""What an examination says: one line per thing looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing stands."""

    GOOD = "good"
    WARNING = "warning"  # works; something should be done
    BAD = "bad"  # data or rights are in danger, or the program does not work


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str  # stable, for monitoring
    state: State
    told: str  # what was seen
    remedy: str = ""  # what to do; empty when good


def good(name: str, told: str) -> Finding:
    """A thing as it should be."""
    return Finding(name, State.GOOD, told)


def warning(name: str, told: str, remedy: str) -> Finding:
    """A thing that works and wants attention."""
    return Finding(name, State.WARNING, told, remedy)


def bad(name: str, told: str, remedy: str) -> Finding:
    """A thing that endangers data, rights or work."""
    return Finding(name, State.BAD, told, remedy)
