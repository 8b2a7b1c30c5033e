"""Installations of their own for tests of running: restored from the data of an earlier release, compared row by row."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.environment import DATABASE, Installation

ROOT = Path(__file__).resolve().parent.parent.parent
RELEASES = Path(__file__).resolve().parent / "releases"
RING = "ring-of-invented-data.json"
OLDEST = RELEASES / "0.1.0"


def command(*arguments: str, home: Path, **told: str) -> subprocess.CompletedProcess[str]:
    """Run `tiepdan` as an operator would, without the settings of the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TIEPDAN_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "tiepdan.ops.cli", *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=300, env={**environment, "TIEPDAN_HOME": str(home), **told},
    )  # fmt: skip


def restored(
    home: Path, *, place: Path = OLDEST, key: Path = OLDEST / RING, told: dict[str, str] | None = None
) -> None:
    """Restore a back-up into an empty home."""
    done = command("restore", str(place), "--key", str(key), home=home, **(told or {}))
    assert done.returncode == 0, done.stdout + done.stderr


def installation(home: Path) -> Installation:
    """The installation in a home."""
    return Installation(home=Home(home.resolve()), demo=True, port=8000)


def rows_of(address: str) -> dict[str, tuple[int, str]]:
    """Count and hash of all rows of every table, in an order of their own contents."""
    found = {}
    with psycopg.connect(address) as connection:
        names = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public', 'tiepdan')"
        ).fetchall()
        for (name,) in names:
            row = connection.execute(
                sql.SQL(
                    "SELECT count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM {} t"
                ).format(sql.SQL(name))
            ).fetchone()
            assert row is not None
            found[name] = (int(row[0]), str(row[1]))
    return found


def rights_of(address: str) -> list[tuple[object, ...]]:
    """Owners, policies, grants and triggers: what a copy must not lose."""
    with psycopg.connect(address) as connection:
        return [
            *connection.execute(
                "SELECT relname, relrowsecurity, pg_get_userbyid(relowner), relacl::text FROM pg_class c"
                " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN ('public', 'tiepdan') AND relkind IN ('r', 'S')"
                " ORDER BY relname"
            ).fetchall(),
            *connection.execute(
                "SELECT tablename, policyname, cmd, roles::text, qual, with_check FROM pg_policies ORDER BY 1, 2"
            ).fetchall(),
            *connection.execute(
                "SELECT p.oid::regprocedure::text, pg_get_userbyid(proowner), prosecdef, proacl::text, md5(prosrc) FROM pg_proc p"
                " JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'tiepdan' ORDER BY 1"
            ).fetchall(),
            *connection.execute(
                "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
                " ORDER BY 1, 2"
            ).fetchall(),
        ]


def plain(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Without casts and brackets, which PostgreSQL writes another way once a condition was read back from a script."""
    return [
        tuple(
            re.sub(r"[()\s]|::(text|character varying)(\[\])?", "", one) if isinstance(one, str) else one for one in row
        )
        for row in rows
    ]


def owner_address(home: Path) -> str:
    """Address of the owner of an embedded database."""
    found = installation(home)  # asked directly: the tests' own database stands in the environment
    return found.server.url(user=OWNER, password=found.home.secret("database_owner"), database=DATABASE)
