"""The only place that reads the clock. Doors and jobs call it; everything below is told the time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return the present instant, in Vietnam's time zone."""
    return datetime.now(tz=VIETNAM)


def today() -> date:
    """Return the present day in Vietnam."""
    return now().date()


def moment_of(seconds: float) -> datetime:
    """Return the instant of a Unix time, in Vietnam's time zone."""
    return datetime.fromtimestamp(seconds, tz=VIETNAM)
