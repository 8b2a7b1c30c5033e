"""A new database made at once equals one that went through every step; a script of other steps is not used."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.ops.homes import ROOT, plain, rights_of
from tiepdan.infra.embedded import EmbeddedPostgres, stop
from tiepdan.infra.home import Home
from tiepdan.infra.roles import prepare_database
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.environment import digest_of_migrations
from tiepdan.ops.snapshot import load_snapshot, snapshot_digest


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    home = Home((tmp_path_factory.mktemp("steps") / "var").resolve())
    home.prepare()
    found = EmbeddedPostgres(home)
    process = found.start()
    yield found
    stop(process)


def empty(server: EmbeddedPostgres, name: str) -> str:
    """Make an empty database; returns the owner's address."""
    prepare_database(admin_url=server.admin_url(), database=name, owner_password="owner", app_password="app")
    return server.url(user=OWNER, password="owner", database=name)


def columns_of(address: str) -> list[tuple[object, ...]]:
    """Columns, defaults, constraints and indexes, in an order of their own."""
    with psycopg.connect(address) as connection:
        return [
            *connection.execute(
                "SELECT table_name, column_name, data_type, character_maximum_length, collation_name, is_nullable, column_default,"
                " is_identity FROM information_schema.columns WHERE table_schema IN ('public', 'tiepdan') ORDER BY 1, 2"
            ).fetchall(),
            *connection.execute(
                "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2"
            ).fetchall(),
            *connection.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
            ).fetchall(),
        ]


def test_the_script_is_of_these_steps() -> None:
    assert snapshot_digest() == digest_of_migrations(), "a step was added: run `make fix`"


@pytest.mark.slow
def test_made_at_once_equals_step_by_step(server: EmbeddedPostgres) -> None:
    at_once, by_steps = empty(server, "at_once"), empty(server, "by_steps")
    assert load_snapshot(address=at_once, digest=digest_of_migrations())
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "migrate", "-v", "0"], cwd=ROOT, check=False, capture_output=True, text=True,
        env={"TIEPDAN_DATABASE_URL": by_steps, "TIEPDAN_SECRET_KEY": "x", "TIEPDAN_HOME": str(Path(server.home.root)),
             "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert plain(columns_of(at_once)) == plain(columns_of(by_steps))
    assert plain(rights_of(at_once)) == plain(rights_of(by_steps))
    for table in ("audit_head", "django_content_type", "auth_permission"):
        with psycopg.connect(at_once) as one, psycopg.connect(by_steps) as other:
            query = f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t".encode()
            assert one.execute(query).fetchone() == other.execute(query).fetchone(), table


def test_a_script_of_other_steps_and_a_filled_database_are_left_alone(server: EmbeddedPostgres) -> None:
    address = empty(server, "left_alone")
    assert not load_snapshot(address=address, digest="of other steps")
    with psycopg.connect(address) as owner:
        owner.execute("CREATE TABLE kept (id int)")
    assert not load_snapshot(address=address, digest=digest_of_migrations())
    with psycopg.connect(address) as owner:
        assert owner.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (1,)
