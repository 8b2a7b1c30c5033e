"""The examination names what endangers data, rights or work, and says what to do. Each fault is made for real."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.ops.homes import ROOT, command, installation, owner_address, restored
from tiepdan.infra.embedded import stop
from tiepdan.ops.environment import DATABASE


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An installation whose database runs."""
    folder = tmp_path_factory.mktemp("examined") / "var"
    restored(folder)
    process = installation(folder).server.start()
    yield folder
    stop(process)


def states(home: Path, **told: str) -> dict[str, str]:
    """Examine, and return the state of each thing."""
    done = command("doctor", "--json", home=home, **told)
    found = json.loads(done.stdout)["findings"]
    assert (done.returncode == 1) == any(finding["state"] == "bad" for finding in found), done.stderr
    assert all(bool(finding["remedy"]) == (finding["state"] != "good") for finding in found)
    return {finding["name"]: finding["state"] for finding in found}


def test_a_fresh_copy_lacks_a_worker_and_copies(home: Path) -> None:
    found = states(home)
    assert {name for name, state in found.items() if state == "bad"} == {"key_backed_up", "worker"}
    assert {"database_version", "role_rights", "row_level_security", "tables_up_to_date", "rules", "key"} <= {
        name for name, state in found.items() if state == "good"
    }


def test_a_table_without_its_protection_is_found(home: Path) -> None:
    with psycopg.connect(owner_address(home), autocommit=True) as owner:
        owner.execute("ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY")
        try:
            done = command("doctor", home=home)
            assert done.returncode == 1
            assert "không có bảo vệ theo dòng: cases_case" in done.stdout
        finally:
            owner.execute("ALTER TABLE cases_case ENABLE ROW LEVEL SECURITY")
        owner.execute("CREATE TABLE forgotten (matter_id bigint)")
        try:
            assert states(home)["row_level_security"] == "bad"
        finally:
            owner.execute("DROP TABLE forgotten")
    assert states(home)["row_level_security"] == "good"


@pytest.mark.parametrize("right", ["SUPERUSER", "BYPASSRLS", "CREATEROLE"])
def test_a_role_with_too_many_rights_is_found(home: Path, right: str) -> None:
    admin = installation(home).server.admin_url(database=DATABASE)
    with psycopg.connect(admin, autocommit=True) as superuser:
        superuser.execute(f"ALTER ROLE tiepdan_app {right}".encode())
        try:
            assert states(home)["role_rights"] == "bad"
        finally:
            superuser.execute(f"ALTER ROLE tiepdan_app NO{right}".encode())


def test_a_role_that_owns_a_table_is_found(home: Path) -> None:
    admin = installation(home).server.admin_url(database=DATABASE)
    with psycopg.connect(admin, autocommit=True) as superuser:
        superuser.execute("CREATE TABLE stray (id int)")
        superuser.execute("ALTER TABLE stray OWNER TO tiepdan_app")
        try:
            assert states(home)["role_rights"] == "bad"
        finally:
            superuser.execute("DROP TABLE stray")


def test_a_forgotten_upgrade_is_found(home: Path) -> None:
    with psycopg.connect(owner_address(home), autocommit=True) as owner:
        row = owner.execute("SELECT id, app, name, applied FROM django_migrations WHERE app = 'portal'").fetchone()
        owner.execute("DELETE FROM django_migrations WHERE app = 'portal'")
        try:
            assert states(home)["tables_up_to_date"] == "bad"
        finally:
            owner.execute("INSERT INTO django_migrations (id, app, name, applied) VALUES (%s, %s, %s, %s)", row)


def test_a_lost_or_broken_key_is_found(home: Path) -> None:
    ring = home / "keys" / "ring.json"
    kept = ring.read_bytes()
    try:
        ring.unlink()
        assert states(home)["key"] == "bad"
        assert not ring.exists(), "examining makes no new key, which could not open the old envelopes"
        ring.write_text("{}", encoding="utf-8")
        ring.chmod(0o600)
        assert states(home)["key"] == "bad"
    finally:
        ring.write_bytes(kept)
        ring.chmod(0o600)
    assert states(home)["key"] == "good"


def test_copies_of_key_and_data_are_seen(home: Path, tmp_path: Path) -> None:
    assert command("key", "backup", str(tmp_path / "ring.json"), home=home).returncode == 0
    assert command("backup", str(tmp_path / "copies"), home=home).returncode == 0
    found = states(home)
    assert found["key_backed_up"] == "good"
    assert found["backup"] == "good"
    assert command("key", "rotate", home=home).returncode == 0
    assert states(home)["key_backed_up"] == "bad", "the copy lacks the new key"


def test_readable_secrets_are_found(home: Path) -> None:
    (home / "keys").chmod(0o755)
    try:
        assert states(home)["private_files"] == "bad"
    finally:
        (home / "keys").chmod(0o700)


def test_faulty_rules_are_found(home: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    path = rules / "deadlines" / "complaint.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("unit: calendar_day", "unit: moon", 1), encoding="utf-8")
    assert states(home, TIEPDAN_RULES=str(rules))["rules"] == "bad"


def test_a_folder_that_is_no_installation_is_told_so(tmp_path: Path) -> None:
    done = command("doctor", home=tmp_path / "var")
    assert done.returncode == 1
    assert "tiepdan init" in done.stderr
