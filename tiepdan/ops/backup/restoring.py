"""Bringing a back-up up in an empty installation: checked whole before anything is written."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

import psycopg

from tiepdan.infra.embedded import binaries
from tiepdan.infra.home import write_private
from tiepdan.infra.roles import WITHOUT_DEFAULTS, prepare_database
from tiepdan.infra.rowlevel import OWNER
from tiepdan.infra.seal import KeyRing, read_ring, ring_file
from tiepdan.ops.backup.manifest import DUMP, SEALS, Manifest, check, listed_files, pool_of, pooled
from tiepdan.ops.environment import DATABASE, Installation, SetupFailed

_KNOWN_SINCE_17 = b"SET transaction_timeout"  # written by newer tools, refused by servers before 17


def refuse_used(installation: Installation) -> None:
    """Raise SetupFailed unless the data folder and the database hold nothing yet."""
    home = installation.home
    for name in ("production", "demo", "migrated"):
        if (home.root / name).exists():
            raise SetupFailed(f"{home.root} đã có dữ liệu: khôi phục vào một thư mục trống (TIEPDAN_HOME).")
    if any(home.files.rglob("*")):
        raise SetupFailed(f"{home.files} đã có tệp: khôi phục vào một thư mục trống (TIEPDAN_HOME).")


def restore_backup(*, installation: Installation, backup: Path, key: Path | None) -> Manifest:
    """Restore into an empty installation whose database server runs; returns what was restored.

    key: a copy of the key ring made by `tiepdan key backup`; without it sealed data stays unreadable until it is put in place
    Raises BackupDamaged (nothing is written), SetupFailed
    """
    refuse_used(installation)
    manifest = check(backup)
    ring = _right_ring(key, manifest) if key else None
    if not installation.outside:
        prepare_database(
            admin_url=installation.server.admin_url(),
            database=DATABASE,
            owner_password=installation.home.secret("database_owner"),
            app_password=installation.home.secret("database_app"),
        )
    _refuse_filled_database(installation)
    if ring and key:
        installation.home.prepare()
        write_private(path=ring_file(installation.home), data=key.read_bytes())
    _load(backup / DUMP, installation.address(OWNER))
    _copy_back(backup, installation.home.files)
    if (backup / SEALS).exists():
        shutil.copyfile(backup / SEALS, installation.home.keys / SEALS)
    (installation.home.root / manifest.profile).write_text(
        f"Khôi phục từ bản sao lưu {manifest.taken_at}.\n", encoding="utf-8"
    )
    if manifest.profile == "demo":
        (installation.home.root / "demo-older").write_text("1", encoding="utf-8")
    return manifest


def _right_ring(key: Path, manifest: Manifest) -> KeyRing:
    if not key.exists():
        raise SetupFailed(f"Không thấy tệp khóa {key}.")
    ring = read_ring(key)
    if manifest.key_id not in ring.keys:
        raise SetupFailed(f"{key} không có khóa {manifest.key_id} mà bản sao lưu này cần: dùng bản sao khóa mới hơn.")
    return ring


def _refuse_filled_database(installation: Installation) -> None:
    with psycopg.connect(installation.address(OWNER)) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if row and row[0]:
        raise SetupFailed("Cơ sở dữ liệu đích đã có bảng: khôi phục vào một cơ sở dữ liệu trống.")


def _load(dump: Path, address: str) -> None:
    """Load the copy in one transaction: all of it, or nothing."""
    with tempfile.NamedTemporaryFile("w", suffix=".list", encoding="utf-8") as wanted:
        listing = subprocess.run(
            [str(binaries() / "pg_restore"), "--list", str(dump)], check=True, capture_output=True, text=True
        ).stdout
        # The schema of functions is made with the roles, before; its grants are part of the copy.
        wanted.writelines(f"{line}\n" for line in listing.splitlines() if " SCHEMA - tiepdan " not in line)
        wanted.flush()
        unpack = subprocess.Popen(
            [str(binaries() / "pg_restore"), f"--use-list={wanted.name}", "--file=-", str(dump)], stdout=subprocess.PIPE
        )
        load = subprocess.Popen(
            [str(binaries() / "psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--no-password", "-v",
             "ON_ERROR_STOP=1", "--output=/dev/null", "--dbname", address],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _pass_on(unpack.stdout, load.stdin)
        except BrokenPipeError:  # psql stopped; its own words follow
            unpack.kill()
        _, said = load.communicate()
        unpacked = unpack.wait()
    if load.returncode or unpacked not in {0, -9}:
        raise SetupFailed(f"Không khôi phục được cơ sở dữ liệu: {said.decode(errors='replace').strip()[-800:]}")


def _pass_on(source: IO[bytes] | None, target: IO[bytes] | None) -> None:
    if source is None or target is None:
        return
    target.write(WITHOUT_DEFAULTS.encode())  # the copy grants them again at its end
    for line in source:
        if line.startswith(_KNOWN_SINCE_17):
            continue
        target.write(line)
        if line.startswith(b"COPY "):
            break
    shutil.copyfileobj(source, target)
    target.flush()


def _copy_back(backup: Path, files: Path) -> None:
    for stored in listed_files(backup):
        target = pooled(files, stored.key)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(pooled(pool_of(backup), stored.key), target)
        target.chmod(0o600)
