"""Taking a back-up of a running or stopped installation, and letting old ones go."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import psycopg

from tiepdan.infra.embedded import binaries
from tiepdan.infra.home import write_private
from tiepdan.infra.rowlevel import OWNER
from tiepdan.infra.seal import load_ring
from tiepdan.ops.backup.manifest import (
    DUMP,
    FILE_LIST,
    MANIFEST,
    POOL,
    PREFIX,
    SEALS,
    Manifest,
    StoredFile,
    backups_in,
    digest,
    listed_files,
    pooled,
    read_manifest,
)
from tiepdan.ops.backup.retention import Retention
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.release import release


def take_backup(*, installation: Installation, place: Path, at: datetime) -> Path:
    """Copy database and files to a new folder in `place`; returns the folder.

    The database is copied as of one instant; files are added afterwards, since what the database names was stored before.
    The manifest is written last: a folder without it is an interrupted attempt and is never restored.
    Raises SetupFailed: the place lies in the data folder, or PostgreSQL refused
    """
    home = installation.home
    if place.resolve().is_relative_to(home.root):
        raise SetupFailed("Bản sao lưu phải nằm ngoài thư mục dữ liệu: mất thư mục đó sẽ mất cả bản sao.")
    folder = place / f"{PREFIX}{at:%Y%m%d-%H%M%S}-{at.microsecond // 1000:03}"
    if folder.exists():
        raise SetupFailed(f"{folder} đã có: làm lại.")
    folder.mkdir(parents=True, mode=0o700)
    with psycopg.connect(installation.address(OWNER)) as connection:
        server = str(connection.execute("SHOW server_version").fetchone()[0])  # type: ignore[index] # one row
    _dump(installation.address(OWNER), folder / DUMP)
    stored = _copy_files(home.files, place / POOL)
    (folder / FILE_LIST).write_text("".join(file.line() for file in stored), encoding="utf-8")
    seals = home.keys / SEALS
    if seals.exists():
        shutil.copyfile(seals, folder / SEALS)
    manifest = Manifest(
        taken_at=at.isoformat(timespec="milliseconds"),
        program=release(),
        profile="production" if (home.root / "production").exists() else "demo",
        server=server,
        database_sha256=digest(folder / DUMP),
        database_bytes=(folder / DUMP).stat().st_size,
        files=len(stored),
        files_bytes=sum(file.size for file in stored),
        file_list_sha256=digest(folder / FILE_LIST),
        seals_sha256=digest(folder / SEALS) if seals.exists() else "",
        key_id=load_ring(home).current,
    )
    write_private(path=folder / MANIFEST, data=manifest.text().encode())
    return folder


def let_go(*, place: Path, retention: Retention) -> list[Path]:
    """Remove back-ups that the retention does not keep, and stored files that no kept back-up names; returns the removed."""
    taken = {datetime.fromisoformat(read_manifest(folder).taken_at): folder for folder in backups_in(place)}
    stays = retention.kept(taken)
    gone = [folder for at, folder in sorted(taken.items()) if at not in stays]
    for folder in gone:
        (folder / MANIFEST).unlink()  # first: from now on it is no back-up
        shutil.rmtree(folder)
    if gone:
        needed = {file.key for folder in backups_in(place) for file in listed_files(folder)}
        for path in (place / POOL).rglob("*"):
            if path.is_file() and path.name not in needed:
                path.unlink()
    return gone


def _dump(address: str, target: Path) -> None:
    done = subprocess.run(
        [str(binaries() / "pg_dump"), "--format=custom", "--no-password", f"--file={target}", f"--dbname={address}"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SetupFailed(f"PostgreSQL không xuất được dữ liệu: {_without_secrets(done.stderr)}")
    target.chmod(0o600)


def _copy_files(source: Path, pool: Path) -> list[StoredFile]:
    """Copy what the pool lacks. A file that disappears meanwhile was destroyed by a decision, and stays out."""
    found = []
    for path in sorted(source.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        target = pooled(pool, path.name)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            half = target.with_name(f".{target.name}")
            try:
                shutil.copyfile(path, half)
            except FileNotFoundError:
                continue
            half.chmod(0o600)
            with half.open("rb") as copied:
                os.fsync(copied.fileno())
            half.replace(target)
        found.append(StoredFile(digest(target), target.stat().st_size, path.name))
    return found


def _without_secrets(text: str) -> str:
    return " ".join(line for line in text.strip().splitlines() if "postgresql://" not in line)[-600:]
