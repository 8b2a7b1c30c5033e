"""The tables of this release as one script, so that a new database need not go through every step since the first release.

The steps (migrations) stay the truth: the script is what they made, is used only while it carries their very digest, and
a test compares both ways. An existing database always goes step by step.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import psycopg

from tiepdan.infra.embedded import EmbeddedPostgres, binaries, stop
from tiepdan.infra.home import Home
from tiepdan.infra.roles import WITHOUT_DEFAULTS, prepare_database
from tiepdan.infra.rowlevel import OWNER

SCRIPT: Final = Path(__file__).with_name("tables.sql")
_MARK: Final = "-- steps: "
# Servers before 17 do not know the first; the schema of functions is made with the roles; the rest is noise of the tool.
_LEFT_OUT: Final = ("SET transaction_timeout", "CREATE SCHEMA tiepdan;", "-- Dumped ", "\\restrict", "\\unrestrict")


def snapshot_digest() -> str:
    """Digest of the steps that the script stands for; empty when there is no script."""
    if not SCRIPT.exists():
        return ""
    with SCRIPT.open(encoding="utf-8") as lines:
        return next(lines, "").removeprefix(_MARK).strip()


def load_snapshot(*, address: str, digest: str) -> bool:
    """Make the tables of an empty database at once; tells whether it did. False: not empty, or the script is of other steps.

    Cost: about a second.
    """
    if snapshot_digest() != digest:
        return False
    with psycopg.connect(address) as owner:
        row = owner.execute("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')").fetchone()
    if row is None or row[0]:
        return False
    done = subprocess.run(
        [str(binaries() / "psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--no-password", "-v",
         "ON_ERROR_STOP=1", "--output=/dev/null", f"--file={SCRIPT}", "--dbname", address],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode == 0  # a server that refuses the script goes step by step


def write_snapshot(*, digest: str) -> bool:
    """Write the script anew from the steps, in a server of its own; tells whether it was stale."""
    if snapshot_digest() == digest:
        return False
    with tempfile.TemporaryDirectory(prefix="tiepdan-steps-") as folder:
        home = Home(Path(folder).resolve())
        home.prepare()
        server = EmbeddedPostgres(home)
        process = server.start()
        try:
            prepare_database(
                admin_url=server.admin_url(),
                database="tiepdan",
                owner_password="owner",  # noqa: S106 # gone with the folder
                app_password="app",  # noqa: S106 # gone with the folder
            )
            address = server.url(user=OWNER, password="owner", database="tiepdan")  # noqa: S106 # the same
            _go_step_by_step(address)
            SCRIPT.write_text(f"{_MARK}{digest}\n{_dumped(address)}", encoding="utf-8")
        finally:
            stop(process)
    return True


def _go_step_by_step(address: str) -> None:
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--verbosity", "0"], check=True,
        env={**os.environ, "TIEPDAN_DATABASE_URL": address, "TIEPDAN_SECRET_KEY": "only-for-steps",
             "DJANGO_SETTINGS_MODULE": "tiepdan.settings"},
    )  # fmt: skip


def _dumped(address: str) -> str:
    made = subprocess.run(
        [str(binaries() / "pg_dump"), "--no-password", "--no-comments", f"--dbname={address}"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    kept = [line for line in made.splitlines() if not line.startswith(_LEFT_OUT)]
    return WITHOUT_DEFAULTS + "\n".join(kept) + "\n"
