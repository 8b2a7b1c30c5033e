"""tiepdan backup PLACE, tiepdan restore PLACE."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tiepdan.infra.clock import now
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home
from tiepdan.ops.backup.manifest import check, find_backup, read_manifest
from tiepdan.ops.backup.restoring import refuse_used, restore_backup
from tiepdan.ops.backup.retention import Retention
from tiepdan.ops.backup.taking import let_go, take_backup
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation
from tiepdan.ops.serving import database_running, refuse_absent
from tiepdan.ops.supervisor import sole_use

_LAST: Final = "last-backup"  # in the data folder: when and where; read by doctor and by the figures
_AGAIN_AFTER: Final = timedelta(minutes=15)


def backup(arguments: list[str]) -> int:
    """Take a back-up now, or every day at an hour."""
    parser = OneLineParser(prog="tiepdan backup", description="Sao lưu cơ sở dữ liệu và tệp, không bao giờ sao khóa.")
    parser.add_argument("place", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--keep-days", type=int, default=None, help="giữ bản cuối của bao nhiêu ngày")
    parser.add_argument("--keep-weeks", type=int, default=0)
    parser.add_argument("--keep-months", type=int, default=0)
    parser.add_argument("--daily-at", type=_hour, default=None, metavar="HH:MM", help="chạy mãi, mỗi ngày một lần")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    place: Path = options.place.expanduser().resolve()
    retention = (
        None
        if options.keep_days is None
        else Retention(days=options.keep_days, weeks=options.keep_weeks, months=options.keep_months)
    )
    installation = Installation(home=Home.from_environment(), demo=False, port=8000)
    refuse_absent(installation)
    if options.daily_at is not None:
        _every_day(installation, place, retention, options.daily_at)
        return 0
    folder, gone = _once(installation, place, retention)
    if options.json:
        told = asdict(read_manifest(folder))
        print(json.dumps({"folder": str(folder), "removed": [str(path) for path in gone], **told}, ensure_ascii=False))
        return 0
    manifest = read_manifest(folder)
    size = f"{manifest.database_bytes:,}".replace(",", ".")
    print(f"Đã sao lưu vào {folder}: {size} byte dữ liệu, {manifest.files} tệp.")
    for path in gone:
        print(f"  đã bỏ bản cũ {path.name}")
    print("Khóa niêm phong không nằm trong bản sao này: tiepdan key backup TỆP, cất ở nơi khác.")
    return 0


def restore(arguments: list[str]) -> int:
    """Restore into an empty installation, after checking every file of the back-up."""
    parser = OneLineParser(prog="tiepdan restore", description="Khôi phục một bản sao lưu vào một cài đặt trống.")
    parser.add_argument(
        "place", type=Path, metavar="THƯ_MỤC", help="một bản sao lưu, hoặc nơi chứa chúng (bản mới nhất)"
    )
    parser.add_argument("--key", type=Path, default=None, metavar="TỆP", help="bản sao khóa: tiepdan key backup")
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra bản sao lưu, không khôi phục")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    folder = find_backup(options.place.expanduser().resolve())
    if options.check:
        manifest = check(folder)
        print(
            json.dumps({"folder": str(folder), **asdict(manifest)}, ensure_ascii=False)
            if options.json
            else f"{folder}: nguyên vẹn, {manifest.files} tệp, lấy lúc {manifest.taken_at}."
        )
        return 0
    installation = Installation(home=Home.from_environment(), demo=False, port=8000)
    refuse_used(installation)
    with sole_use(installation), database_running(installation):
        manifest = restore_backup(installation=installation, backup=folder, key=options.key)
        installation.migrate()  # a back-up of an earlier release is brought up to date
    if options.json:
        print(json.dumps({"folder": str(folder), **asdict(manifest)}, ensure_ascii=False))
        return 0
    print(f"Đã khôi phục {folder.name} (lấy lúc {manifest.taken_at}, bản {manifest.program}).")
    if options.key is None:
        print(
            f"Chưa có khóa {manifest.key_id}: chép bản sao khóa vào {installation.home.keys / 'ring.json'} trước khi chạy."
        )
    return 0


def last_backup(home: Home) -> tuple[datetime, str] | None:
    """Return when and where the last back-up of an installation was taken."""
    path = home.root / _LAST
    if not path.exists():
        return None
    at, _, where = path.read_text(encoding="utf-8").strip().partition(" ")
    return datetime.fromisoformat(at), where


def _once(installation: Installation, place: Path, retention: Retention | None) -> tuple[Path, list[Path]]:
    at = now()
    with database_running(installation):
        folder = take_backup(installation=installation, place=place, at=at)
    (installation.home.root / _LAST).write_text(f"{at.isoformat(timespec='seconds')} {place}", encoding="utf-8")
    return folder, let_go(place=place, retention=retention) if retention else []


def _every_day(installation: Installation, place: Path, retention: Retention | None, minutes: int) -> None:
    """Wait for the hour of each day; a failed attempt is said in the log and tried again."""
    due = _next(now(), minutes)
    while True:
        time.sleep(max(1.0, min(60.0, (due - now()).total_seconds())))
        if now() < due:
            continue
        try:
            folder, _ = _once(installation, place, retention)
        except (TiepdanError, OSError) as error:  # a full disk today must not end the back-ups of tomorrow
            print(f"{now():%Y-%m-%d %H:%M} sao lưu không xong: {error}", flush=True)
            due = now() + _AGAIN_AFTER
            continue
        print(f"{now():%Y-%m-%d %H:%M} đã sao lưu vào {folder}", flush=True)
        due = _next(now(), minutes)


def _next(after: datetime, minutes: int) -> datetime:
    due = after.replace(hour=minutes // 60, minute=minutes % 60, second=0, microsecond=0)
    return due if due > after else due + timedelta(days=1)


def _hour(text: str) -> int:
    hours, _, minutes = text.partition(":")
    value = int(hours) * 60 + int(minutes or 0)
    if not 0 <= value < 24 * 60:
        raise ValueError(text)
    return value
