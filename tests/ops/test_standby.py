"""A primary with a synchronous standby: the primary is killed under load, the standby promoted, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.browser.site import ROOT, Site, free_port
from tests.ops.test_killed_processes import intake
from tiepdan.infra.embedded import EmbeddedPostgres, stop
from tiepdan.infra.home import Home
from tiepdan.infra.roles import prepare_database
from tiepdan.ops.environment import DATABASE

pytestmark = pytest.mark.slow
INTAKES = 240
OFFICERS = 4


def server(folder: Path, name: str) -> EmbeddedPostgres:
    """A server in a folder of its own."""
    home = Home((folder / name).resolve())
    home.prepare()
    return EmbeddedPostgres(home)


def test_nothing_is_lost_when_the_primary_dies_under_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TIEPDAN_")]:
        monkeypatch.delenv(name)
    primary, standby = server(tmp_path, "primary"), server(tmp_path, "standby")
    first = primary.start()
    prepare_database(admin_url=primary.admin_url(), database=DATABASE, owner_password="owner", app_password="app")
    standby.make_standby(of=primary)
    second = standby.start()
    with psycopg.connect(primary.admin_url(), autocommit=True) as admin:
        admin.execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        admin.execute("SELECT pg_reload_conf()")
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if admin.execute("SELECT sync_state FROM pg_stat_replication").fetchall() == [("sync",)]:
                break
            time.sleep(0.1)
        else:
            pytest.fail("the standby does not follow")

    both = f"{primary.sockets},{standby.sockets}"
    told = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")} | {
        "TIEPDAN_DATABASE_URL": f"postgresql://tiepdan_app:app@/{DATABASE}?host={both}&target_session_attrs=read-write",
        "TIEPDAN_OWNER_DATABASE_URL": f"postgresql://tiepdan_owner:owner@/{DATABASE}?host={both}&target_session_attrs=read-write",
    }
    site = Site(
        home=tmp_path / "var", port=free_port(), command=[sys.executable, "-m", "tiepdan.ops.cli", "serve"], told=told
    )
    command = [sys.executable, "-m", "tiepdan.ops.cli"]
    made = subprocess.run(
        [*command, "init"],
        cwd=ROOT,
        env={**told, "TIEPDAN_HOME": str(site.home)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    site.start()
    try:
        token = _token(site, told)
        with ThreadPoolExecutor(OFFICERS) as officers:
            work = [officers.submit(intake, site.port, token, number) for number in range(INTAKES)]
            while sum(one.done() for one in work) < INTAKES // 4:
                time.sleep(0.05)
            os.killpg(first.pid, signal.SIGKILL)
            answered_before = sum(one.done() for one in work)
            with psycopg.connect(standby.admin_url(), autocommit=True) as admin:
                admin.execute("SELECT pg_promote(true, 60)")
            answers = [one.result() for one in work]
        print(f"killed after {answered_before} of {INTAKES} answers")
        assert answered_before < INTAKES
        with psycopg.connect(standby.url(user="tiepdan_owner", password="owner", database=DATABASE)) as owner:
            stored = [row[0] for row in owner.execute("SELECT code FROM submissions_submission").fetchall()]
            numbers = [
                row[0] for row in owner.execute("SELECT number FROM documents_registernumber ORDER BY 1").fetchall()
            ]
        assert sorted(stored) == sorted(code for code, _ in answers), "every answered code is there, once"
        assert numbers == list(range(1, INTAKES + 1))
        verified = subprocess.run(
            [*command, "audit", "verify", "--json"], cwd=ROOT, env={**told, "TIEPDAN_HOME": str(site.home)}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert verified.returncode == 0, verified.stdout + verified.stderr
    finally:
        site.stop()
        stop(first)
        stop(second)


def test_a_standby_keeps_the_rights_of_every_row(tmp_path: Path) -> None:
    from tests.ops.homes import installation, restored

    restored(tmp_path / "var")
    primary = installation(tmp_path / "var").server
    standby = server(tmp_path, "standby")
    first = primary.start()
    second = None
    try:
        standby.make_standby(of=primary)
        second = standby.start()
        password = installation(tmp_path / "var").home.secret("database_app")
        address = standby.url(user="tiepdan_app", password=password, database=DATABASE)
        with psycopg.connect(address) as nobody:
            assert nobody.execute("SELECT count(*) FROM submissions_submission").fetchone() == (0,)
        admin = standby.admin_url(database=DATABASE)
        with psycopg.connect(admin) as superuser:
            total = superuser.execute("SELECT count(*) FROM submissions_submission").fetchone()
            head = superuser.execute(
                "SELECT user_id, id FROM accounts_post WHERE role = 'head' ORDER BY id LIMIT 1"
            ).fetchone()
        assert total is not None
        assert total[0] > 0
        assert head is not None
        with psycopg.connect(address) as officer:
            officer.execute("SELECT tiepdan.enter(%s, %s)", head)
            seen = officer.execute("SELECT count(*) FROM submissions_submission").fetchone()
            assert seen is not None
            assert seen[0] < total[0]
            with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
                officer.execute("UPDATE submissions_submission SET content = ''")
    finally:
        if second is not None:
            stop(second)
        stop(first)


def _token(site: Site, told: dict[str, str]) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "tests.ops.installation"], cwd=ROOT, check=False, capture_output=True, text=True,
        env={**told, "TIEPDAN_HOME": str(site.home), "TIEPDAN_SECRET_KEY": "x", "DJANGO_SETTINGS_MODULE": "tiepdan.settings"},
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    return str(json.loads(made.stdout)["token"])
