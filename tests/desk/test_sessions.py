"""Sessions are read as Django reads them: a key that ran out or never was gives an empty session with a new key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.people import client_of, make_cast
from tiepdan.desk.sessions import SessionStore

pytestmark = pytest.mark.django_db


def test_what_one_writes_the_other_reads() -> None:
    for writes, reads in ((SessionStore, DatabaseSessions), (DatabaseSessions, SessionStore)):
        kept = writes()
        kept["bài"] = "ơ"
        kept.save()
        assert reads(kept.session_key)["bài"] == "ơ"


def test_a_session_that_ran_out_is_gone() -> None:
    client = client_of(make_cast().clerk)
    assert client.get("/ban-lam-viec/").status_code == 200

    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert client.get("/ban-lam-viec/").status_code == 302


@pytest.mark.parametrize("key", [None, "", "x" * 32, "' OR 1=1 --", "x" * 4000])
def test_a_key_that_never_was_gives_nothing(key: str | None) -> None:
    ours, theirs = SessionStore(key), DatabaseSessions(key)

    assert dict(ours.items()) == dict(theirs.items()) == {}
    assert ours.session_key is theirs.session_key is None
