"""What a back-up says of itself, and the check that it still is what it said. No database, no settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from tiepdan.infra.errors import TiepdanError

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
DUMP: Final = "database.dump"
FILE_LIST: Final = "files.txt"
SEALS: Final = "audit-seals.jsonl"
POOL: Final = "files"  # beside the back-ups of one place: stored files never change, so each is copied once
PREFIX: Final = "tiepdan-"
_CHUNK: Final = 1 << 20


class BackupDamaged(TiepdanError):
    """A back-up is incomplete or differs from its manifest; the text names the file."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One back-up."""

    taken_at: str  # ISO instant with offset
    program: str  # version of the program that took it
    profile: str  # production | demo
    server: str  # version of PostgreSQL
    database_sha256: str
    database_bytes: int
    files: int
    files_bytes: int
    file_list_sha256: str
    seals_sha256: str  # of the signed heads of the record; empty when nothing was sealed yet
    key_id: str  # of the ring that is needed to read sealed data; never the key itself
    format: int = FORMAT

    def text(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One line of the file list."""

    sha256: str
    size: int
    key: str

    def line(self) -> str:
        """Return the line."""
        return f"{self.sha256} {self.size} {self.key}\n"


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of one back-up. Raises BackupDamaged."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        found = Manifest(**told)
    except (OSError, ValueError, TypeError) as error:
        raise BackupDamaged(f"{path}: không có hoặc không đọc được bản kê; đây không phải một bản sao lưu.") from error
    if found.format != FORMAT:
        raise BackupDamaged(f"{path}: bản kê dạng {found.format}, chương trình này đọc dạng {FORMAT}.")
    return found


def listed_files(folder: Path) -> Iterator[StoredFile]:
    """Read the list of stored files of one back-up."""
    with (folder / FILE_LIST).open(encoding="utf-8") as lines:
        for line in lines:
            sha256, size, key = line.rstrip("\n").split(" ", 2)
            yield StoredFile(sha256, int(size), key)


def find_backup(place: Path) -> Path:
    """Return the back-up meant: the folder itself, or the newest one in it. Raises BackupDamaged when there is none."""
    if (place / MANIFEST).exists():
        return place
    found = backups_in(place)
    if not found:
        raise BackupDamaged(f"{place}: không có bản sao lưu nào ở đây.")
    return found[-1]


def backups_in(place: Path) -> list[Path]:
    """Finished back-ups in a place, oldest first (their names sort by time)."""
    return sorted(path.parent for path in place.glob(f"{PREFIX}*/{MANIFEST}"))


def pool_of(backup: Path) -> Path:
    """Where the stored files of a back-up lie: beside it, shared by all back-ups of the place."""
    return backup.parent / POOL


def pooled(pool: Path, key: str) -> Path:
    """Path of one stored file in the pool, spread as the store spreads it."""
    return pool / key[-4:-2] / key[-2:] / key


def check(backup: Path) -> Manifest:
    """Compare every file of a back-up with its manifest.

    Raises BackupDamaged: names the first file that is missing or changed
    Cost: reads everything once
    """
    manifest = read_manifest(backup)
    _same(backup / DUMP, manifest.database_sha256)
    _same(backup / FILE_LIST, manifest.file_list_sha256)
    if manifest.seals_sha256:
        _same(backup / SEALS, manifest.seals_sha256)
    for stored in listed_files(backup):
        _same(pooled(pool_of(backup), stored.key), stored.sha256)
    return manifest


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total.update(chunk)
    return total.hexdigest()


def _same(path: Path, wanted: str) -> None:
    if not path.exists():
        raise BackupDamaged(f"{path}: thiếu tệp này; bản sao lưu không dùng được.")
    if digest(path) != wanted:
        raise BackupDamaged(f"{path}: nội dung khác bản kê; bản sao lưu đã hỏng hoặc bị sửa.")
