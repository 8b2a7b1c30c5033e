"""Pytest plugin: one PostgreSQL for the whole run, started before Django reads its settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "tiepdan_template"
_ENDINGS: list[Callable[[], None]] = []


def _start_database() -> None:
    """Start PostgreSQL once, in the controlling process; workers inherit its addresses through the environment."""
    from tiepdan.infra.embedded import EmbeddedPostgres, stop
    from tiepdan.infra.home import Home
    from tiepdan.infra.roles import prepare_database
    from tiepdan.infra.seal import make_ring
    from tiepdan.ops.environment import digest_of_migrations
    from tiepdan.ops.snapshot import load_snapshot

    folder = Path(tempfile.mkdtemp(prefix="tiepdan-test-"))
    os.environ["TIEPDAN_HOME"] = str(folder)
    os.environ.setdefault("TIEPDAN_SECRET_KEY", "only-for-tests")
    os.environ["TIEPDAN_DEMO"] = "0"
    outside = os.environ.get("TIEPDAN_TEST_ADMIN_URL")  # another server, such as Debian's PostgreSQL 15
    home = Home(folder)
    home.prepare()
    make_ring(home)
    process = None
    if outside:
        admin = outside
    else:
        server = EmbeddedPostgres(home)
        process = server.start()
        admin = server.admin_url()
    prepare_database(admin_url=admin, database=TEMPLATE, owner_password="owner", app_password="app")
    os.environ["TIEPDAN_TEST_ADMIN"] = admin
    os.environ["TIEPDAN_DATABASE_URL"] = address_of(admin, TEMPLATE, "tiepdan_owner", "owner")
    if not load_snapshot(address=os.environ["TIEPDAN_DATABASE_URL"], digest=digest_of_migrations()):
        migrated = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "migrate", "-v", "0"],
            check=False, cwd=ROOT, capture_output=True, text=True, env=os.environ,
        )  # fmt: skip
        if migrated.returncode:
            raise pytest.UsageError(migrated.stderr)

    def end() -> None:
        if process is not None:
            stop(process)
        else:
            with psycopg.connect(admin, autocommit=True) as connection:
                for name in _databases(connection):
                    connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        shutil.rmtree(folder, ignore_errors=True)

    _ENDINGS.append(end)


def _databases(connection: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'tiepdan_t%%'").fetchall()
    return [str(row[0]) for row in rows]


def address_of(admin: str, database: str, user: str, password: str) -> str:
    options = psycopg.conninfo.conninfo_to_dict(admin)
    query = {key: str(options[key]) for key in ("host", "port") if options.get(key)}
    return f"postgresql://{user}:{password}@/{database}?{urlencode(query)}"


def pytest_unconfigure() -> None:
    """Stop what was started."""
    for end in _ENDINGS:
        end()


# Done at import, because pytest-django reads the settings before any hook of ours could run.
if os.environ.get("TIEPDAN_TEST_NO_DATABASE") == "1":  # `make quick`
    os.environ.setdefault("TIEPDAN_SECRET_KEY", "only-for-tests")
    os.environ.setdefault("TIEPDAN_DATABASE_URL", "postgresql://none@/none")
elif "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit the addresses
    _start_database()
