"""The connection: asked whether it lives only when its socket says otherwise, or after a silence."""

from __future__ import annotations

import select
import time
from typing import Any, Final

from django.db.backends.postgresql import base, operations

_SILENCE: Final = 5.0  # seconds since the last answer; beyond it a firewall may have forgotten the connection


class DatabaseOperations(operations.DatabaseOperations):
    """Writes statements with our compiler."""

    compiler_module = "tiepdan.infra.postgresql.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection of one thread, kept between requests."""

    ops_class = DatabaseOperations
    health_check_enabled: bool  # Django's own, which its stubs leave out
    health_check_done: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's signature
        super().__init__(*args, **kwargs)
        self._answered_at = float("-inf")

    def close_if_health_check_failed(self) -> None:
        """Close a dead connection before a request uses it.

        A server that stopped has hung up, which the socket tells without a question; only silence needs one.
        """
        if self.connection is None or not self.health_check_enabled or self.health_check_done:
            return
        now = time.monotonic()
        if now - self._answered_at < _SILENCE and not _has_something_to_say(self.connection.fileno()):
            self.health_check_done = True
            return
        super().close_if_health_check_failed()
        self._answered_at = now


def _has_something_to_say(socket: int) -> bool:
    """Tell whether a connection at rest can be read: a farewell, or the end of the line."""
    at_rest = select.poll()
    at_rest.register(socket, select.POLLIN)
    return bool(at_rest.poll(0))
