"""A back-up is whole, holds no key, and a restored copy equals the original, on either PostgreSQL."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ops.homes import OLDEST, RING, command, installation, owner_address, plain, restored, rights_of, rows_of
from tests.second_postgres import system_server
from tiepdan.infra.embedded import stop
from tiepdan.infra.roles import prepare_database
from tiepdan.ops.backup.manifest import BackupDamaged, check, find_backup, listed_files, pool_of, pooled
from tiepdan.ops.backup.retention import Retention
from tiepdan.ops.environment import DATABASE, digest_of_migrations
from tiepdan.ops.snapshot import load_snapshot

MONDAY = datetime(2026, 7, 6, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An installation with data of every kind, its database running; and a back-up of it in `place`."""
    home = tmp_path_factory.mktemp("original") / "var"
    restored(home)
    server = installation(home).server
    process = server.start()
    yield home
    stop(process)


@pytest.fixture(scope="module")
def place(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    taken = command("backup", str(folder), "--json", home=original)
    assert taken.returncode == 0, taken.stderr
    assert Path(json.loads(taken.stdout)["folder"]).parent == folder
    return folder


def test_a_restored_copy_equals_the_original(original: Path, place: Path, tmp_path: Path) -> None:
    home = tmp_path / "var"
    restored(home, place=place)
    process = installation(home).server.start()
    try:
        first, second = owner_address(original), owner_address(home)
        assert rows_of(first) == rows_of(second)
        assert plain(rights_of(first)) == plain(rights_of(second))
        assert sum(count for count, _ in rows_of(second).values()) > 2000
    finally:
        stop(process)
    assert _files(original) == _files(home)
    assert command("audit", "verify", home=home).returncode == 0


def test_a_restored_copy_grants_what_a_new_database_grants(original: Path) -> None:
    server = installation(original).server
    prepare_database(admin_url=server.admin_url(), database="fresh", owner_password="owner", app_password="app")
    secret = installation(original).home.secret
    fresh = server.url(user="tiepdan_owner", password="owner", database="fresh")
    try:
        assert load_snapshot(address=fresh, digest=digest_of_migrations())
        assert plain(rights_of(fresh)) == plain(
            rights_of(server.url(user="tiepdan_owner", password="owner", database=DATABASE))
        )
    finally:  # the roles are the server's: give them back their own passwords
        prepare_database(
            admin_url=server.admin_url(), database="fresh", owner_password=secret("database_owner"),
            app_password=secret("database_app"),
        )  # fmt: skip


def test_a_restored_copy_equals_the_original_on_the_systems_own_server(
    original: Path, place: Path, tmp_path: Path
) -> None:
    with system_server() as found:
        if found is None:
            if os.environ.get("TIEPDAN_SECOND_POSTGRES_REQUIRED"):
                pytest.fail("PostgreSQL of the system is required here")
            pytest.skip("no PostgreSQL of the system")
        _, admin = found
        prepare_database(admin_url=admin, database="tiepdan", owner_password="owner", app_password="app")
        folder = dict(psycopg.conninfo.conninfo_to_dict(admin))["host"]
        told = {
            "TIEPDAN_DATABASE_URL": f"postgresql://tiepdan_app:app@/tiepdan?host={folder}",
            "TIEPDAN_OWNER_DATABASE_URL": f"postgresql://tiepdan_owner:owner@/tiepdan?host={folder}",
        }
        home = tmp_path / "var"
        restored(home, place=place, told=told)
        owner = told["TIEPDAN_OWNER_DATABASE_URL"]
        assert rows_of(owner_address(original)) == rows_of(owner)
        again = command("restore", str(place), home=tmp_path / "other", **told)
        assert again.returncode == 1
        assert "đã có bảng" in again.stderr
        # and back: what an old server holds moves to the embedded one
        copies = tmp_path / "copies"
        assert command("backup", str(copies), home=home, **told).returncode == 0
        check(find_backup(copies))


def test_no_back_up_holds_a_key_or_a_password(original: Path, place: Path) -> None:
    secrets = json.loads((original / "secrets.json").read_text(encoding="utf-8")).values()
    ring = json.loads((original / "keys" / "ring.json").read_text(encoding="utf-8"))
    wanted = [*secrets, ring["hashing"], *ring["keys"].values()]
    for path in place.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not any(word.encode() in held for word in wanted), path
            assert path.name not in {"ring.json", "secrets.json"}


def test_a_changed_or_missing_file_is_named_and_nothing_is_written(place: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copies"
    shutil.copytree(place, copy)
    backup = find_backup(copy)
    stored = next(iter(listed_files(backup)))
    path = pooled(pool_of(backup), stored.key)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(BackupDamaged, match=stored.key):
        check(backup)
    path.unlink()
    done = command("restore", str(copy), home=tmp_path / "var")
    assert done.returncode == 1
    assert "thiếu tệp" in done.stderr
    assert not (tmp_path / "var" / "demo").exists()
    dump = backup / "database.dump"
    dump.write_bytes(dump.read_bytes()[:-100])
    assert command("restore", str(copy), "--check", home=tmp_path / "var").returncode == 1


def test_a_used_home_a_foreign_key_and_a_place_inside_are_refused(original: Path, place: Path, tmp_path: Path) -> None:
    done = command("restore", str(place), home=original)
    assert done.returncode == 1
    assert "đã có dữ liệu" in done.stderr
    ring = json.loads((OLDEST / RING).read_text(encoding="utf-8"))
    ring["keys"] = {"00000000": next(iter(ring["keys"].values()))}
    foreign = tmp_path / "ring.json"
    foreign.write_text(json.dumps(ring), encoding="utf-8")
    done = command("restore", str(place), "--key", str(foreign), home=tmp_path / "var")
    assert done.returncode == 1
    assert "không có khóa" in done.stderr
    assert command("backup", str(original / "copies"), home=original).returncode == 1
    assert command("restore", str(tmp_path / "nothing"), home=tmp_path / "var").returncode == 1


def test_old_back_ups_go_and_shared_files_stay(original: Path, tmp_path: Path) -> None:
    place = tmp_path / "copies"
    for _ in range(2):
        assert command("backup", str(place), home=original).returncode == 0
    taken = command("backup", str(place), "--keep-days", "1", "--json", home=original)
    assert len(json.loads(taken.stdout)["removed"]) == 2
    check(find_backup(place))


@given(
    hours=st.lists(st.integers(min_value=0, max_value=24 * 500), min_size=1, max_size=80, unique=True),
    days=st.integers(0, 10), weeks=st.integers(0, 6), months=st.integers(0, 14),
)  # fmt: skip
def test_retention_keeps_the_newest_and_no_more_than_promised(
    hours: list[int], days: int, weeks: int, months: int
) -> None:
    taken = {MONDAY + timedelta(hours=hour) for hour in hours}
    kept = Retention(days=days, weeks=weeks, months=months).kept(taken)
    assert max(taken) in kept
    assert kept <= taken
    assert len(kept) <= 1 + days + weeks + months
    assert Retention(days=days, weeks=weeks, months=months).kept(kept) == kept, "letting go twice changes nothing"


def test_retention_keeps_the_last_of_each_day_week_and_month() -> None:
    taken = [MONDAY - timedelta(days=day) for day in range(400)]
    kept = Retention(days=3, weeks=2, months=2).kept(taken)
    assert {at.date().isoformat() for at in kept} == {"2026-07-06", "2026-07-05", "2026-07-04", "2026-06-30"}


def _files(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "files").rglob("*") if path.is_file()}
