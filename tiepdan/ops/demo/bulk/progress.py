"""A bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Lock
from typing import Final

_WIDTH: Final = 30
_EVERY: Final = 0.5  # seconds between two drawings
_LINE_EVERY: Final = 15.0  # seconds between two lines where there is no terminal


class Bar:
    """How far something is, how fast it goes and when it ends."""

    def __init__(self, total: int, unit: str, say: Callable[[str], None]) -> None:
        self.total, self.unit, self.say = max(total, 1), unit, say
        self.done = 0
        self.started = self.shown = time.monotonic()
        self.lock = Lock()
        self.terminal = sys.stderr.isatty()

    def add(self, count: int) -> None:
        """Note that so many more are done."""
        with self.lock:
            self.done += count
            now = time.monotonic()
            if now - self.shown >= (_EVERY if self.terminal else _LINE_EVERY):
                self.shown = now
                self._show()

    def end(self) -> None:
        """Show the end."""
        self._show()
        if self.terminal:
            print(file=sys.stderr)

    def _show(self) -> None:
        spent = max(time.monotonic() - self.started, 0.001)
        share = min(self.done / self.total, 1.0)
        left = (self.total - self.done) / (self.done / spent) if self.done else 0
        filled = round(share * _WIDTH)
        done, total = (f"{number:,}".replace(",", ".") for number in (self.done, self.total))
        text = (
            f"[{'█' * filled}{'·' * (_WIDTH - filled)}] {share:4.0%}  {done}/{total} {self.unit},"
            f" {self.done / spent:,.0f}/giây, còn {int(left) // 60}:{int(left) % 60:02d}"
        )
        if self.terminal:
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
        else:
            self.say(f"  {text}")
