"""Browsers of officers, and the clock on the wall of the office."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from tests.factories import moment
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.infra import clock

DESK = "/ban-lam-viec"


@dataclass
class Office:
    """Officers at their desks. A journey takes weeks: the doors read this wall clock instead of the machine's."""

    patch: pytest.MonkeyPatch
    _clients: dict[int, Client] = field(default_factory=dict)

    def on(self, day: str, hour: int = 9) -> None:
        """Turn the calendar to a day."""
        at = moment(day, hour)
        self.patch.setattr(clock, "now", lambda: at)

    def browser(self, actor: Actor) -> Client:
        """Return the browser of somebody, logged in."""
        if actor.user_id not in self._clients:
            client = Client()
            client.force_login(User.objects.get(pk=actor.user_id))
            self._clients[actor.user_id] = client
        return self._clients[actor.user_id]

    def see(self, actor: Actor, path: str, *, status: int = 200) -> str:
        """Open a page."""
        response = self.browser(actor).get(f"{DESK}/{path}")
        assert response.status_code == status, (path, response.status_code)
        return response.content.decode()

    def send(self, actor: Actor, path: str, data: dict[str, Any], *, status: int = 302) -> str:
        """Send a form; what went wrong is in the message."""
        response = self.browser(actor).post(f"{DESK}/{path}", data)
        text = response.content.decode()
        assert response.status_code == status, (path, response.status_code, _told(text))
        return text


def _told(text: str) -> str:
    """Return what a page says about errors."""
    start = text.find('role="alert"')
    return text[start : start + 700] if start >= 0 else text[:300]
