"""Sessions as Django keeps them in the database, read by a statement that is put together once: every request asks it."""

from __future__ import annotations

from typing import Final

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.utils import timezone

from tiepdan.infra.statement import Objects

_BY_KEY: Final = Objects(lambda *, key: Session.objects.filter(session_key=key))


class SessionStore(DatabaseSessions):  # of Django's name, which is part of what a session is signed with
    """Reads a session as Django does."""

    def _get_session_from_db(self) -> Session | None:
        found = _BY_KEY.first(key=self.session_key) if self.session_key else None
        if found is None or found.expire_date <= timezone.now():
            self._session_key = None
            return None
        return found
