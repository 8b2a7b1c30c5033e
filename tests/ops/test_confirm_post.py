"""tiepdan confirm-post: whoever holds the server confirms a post where nobody else is left who could; the record says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.ops.homes import command, installation, owner_address, restored
from tiepdan.infra.embedded import stop
from tiepdan.ops.environment import DATABASE


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An installation of invented data, its database running."""
    place = tmp_path_factory.mktemp("posts") / "var"
    restored(place)
    process = installation(place).server.start()
    yield place
    stop(process)


def test_a_waiting_post_is_confirmed_once_and_on_record(home: Path) -> None:
    username = _let_one_wait(home)
    told = command("confirm-post", username.upper(), "--json", home=home)
    assert told.returncode == 0, told.stderr
    said = json.loads(told.stdout)
    assert len(said["confirmed"]) == 1
    with psycopg.connect(owner_address(home)) as connection:
        waiting = connection.execute("SELECT count(*) FROM accounts_post WHERE waits").fetchone()
        entry = connection.execute(
            "SELECT actor_name, after FROM audit_entry WHERE act = 'post.confirmed' ORDER BY id DESC LIMIT 1"
        ).fetchone()
    assert waiting == (0,)
    assert entry is not None
    assert entry[0] == "Người vận hành máy chủ"
    assert username in entry[1]
    again = command("confirm-post", username, home=home)
    assert (again.returncode, again.stdout) == (1, "")
    assert "không có vị trí nào đang chờ xác nhận" in again.stderr
    assert command("audit", "verify", home=home).returncode == 0


def test_an_unknown_account_gets_one_document_and_exit_1(home: Path) -> None:
    told = command("confirm-post", "khong.co.ai", "--json", home=home)
    assert told.returncode == 1
    assert json.loads(told.stdout) == {"username": "khong.co.ai", "confirmed": []}
    assert command("confirm-post", "khong.co.ai", home=home).stdout == ""


def _let_one_wait(home: Path) -> str:
    """Make one post wait, as an administrator's grant would; returns the user's name."""
    with psycopg.connect(installation(home).server.admin_url(), dbname=DATABASE) as connection:
        connection.execute("SET session_replication_role = replica")  # preparing the scene is no act
        row = connection.execute(
            "UPDATE accounts_post SET waits = true WHERE id = (SELECT min(id) FROM accounts_post WHERE NOT waits) RETURNING user_id"
        ).fetchone()
        assert row is not None
        named = connection.execute("SELECT username FROM accounts_user WHERE id = %s", row).fetchone()
    assert named is not None
    return str(named[0])
