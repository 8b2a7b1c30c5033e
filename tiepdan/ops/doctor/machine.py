"""The machine examined: the data folder, disk, key and its copy, back-ups, rules, fonts, reading of scans."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.seal import SealBroken, read_ring, ring_file
from tiepdan.ops.backup.command import last_backup
from tiepdan.ops.doctor.finding import Finding, bad, good, warning
from tiepdan.ops.environment import Installation

LOW_BYTES: Final = 5 << 30
LOW_SHARE: Final = 0.1
BACKUP_DAYS: Final = 2


def examine_machine(installation: Installation, at: datetime) -> Iterator[Finding]:
    """Examine what lies outside the database."""
    yield from _folder(installation)
    yield _disk(installation.home.root)
    yield from _key(installation)
    yield _backup(installation, at)
    yield _rules()
    yield _fonts()
    yield _scans()


def _folder(installation: Installation) -> Iterator[Finding]:
    home = installation.home
    open_ones = [
        path.name
        for path in (home.keys, home.files, home.secrets_file)
        if path.exists() and path.stat().st_mode & 0o077
    ]
    if open_ones:
        yield bad(
            "private_files", f"người khác trên máy đọc được: {', '.join(open_ones)}", "chmod -R go= trên các mục này"
        )
    else:
        yield good("private_files", f"{home.root} chỉ chủ tài khoản đọc được khóa và tệp")
    if not os.access(home.files, os.W_OK):
        yield bad("files_writable", f"không ghi được vào {home.files}", "sửa chủ sở hữu thư mục")


def _disk(root: Path) -> Finding:
    usage = shutil.disk_usage(root)
    told = f"còn {usage.free / (1 << 30):.0f} GiB trên {usage.total / (1 << 30):.0f} GiB"
    if usage.free < LOW_BYTES or usage.free < usage.total * LOW_SHARE:
        return warning("disk", told, "giải phóng đĩa hoặc thêm đĩa: đầy đĩa thì đơn không được nhận")
    return good("disk", told)


def _key(installation: Installation) -> Iterator[Finding]:
    home = installation.home
    path = ring_file(home)
    if not path.exists():
        yield bad(
            "key", f"không có khóa niêm phong ở {path}", "đặt bản sao khóa vào đó; khóa mới không mở được dữ liệu cũ"
        )
        return
    try:
        ring = read_ring(path)
    except SealBroken as error:
        yield bad("key", str(error), "thay bằng bản sao khóa còn tốt")
        return
    yield good("key", f"khóa {ring.current}, {len(ring.keys)} khóa mở được dữ liệu")
    mark = home.root / "key-backed-up"
    if os.environ.get("TIEPDAN_KEY_FILE"):
        yield good("key_backed_up", "khóa do nơi khác giữ (TIEPDAN_KEY_FILE)")
    elif not mark.exists() or mark.read_text(encoding="utf-8").split()[0] != ring.current:
        yield bad(
            "key_backed_up", "khóa hiện tại chưa được sao lưu",
            "tiepdan key backup TỆP, cất ngoài máy: mất khóa là mất mọi danh tính đã niêm phong",
        )  # fmt: skip
    else:
        yield good("key_backed_up", "khóa hiện tại đã được sao lưu")


def _backup(installation: Installation, at: datetime) -> Finding:
    last = last_backup(installation.home)
    if last is None:
        return warning("backup", "chưa sao lưu lần nào", "tiepdan backup THƯ_MỤC, hoặc đặt TIEPDAN_BACKUP_DIR")
    taken, where = last
    told = f"bản cuối {taken:%d/%m/%Y %H:%M} ở {where}"
    if at - taken > timedelta(days=BACKUP_DAYS):
        return bad("backup", told, "kiểm tra lịch sao lưu (logs/backup.log)")
    return good("backup", told)


def _rules() -> Finding:
    from tiepdan.ops.rulebook import faults

    try:
        found = faults()
    except TiepdanError as error:
        found = (str(error),)
    if found:
        return bad("rules", f"{len(found)} lỗi: {found[0]}", "tiepdan rules check nói rõ từng lỗi")
    return good("rules", "quy tắc hợp lệ")


def _fonts() -> Finding:
    from tiepdan.documents.rendering.pdf import serif_family

    family = serif_family()
    if family.startswith("Liberation"):
        return good("fonts", f"văn bản PDF dùng {family}")
    return warning(
        "fonts",
        f"văn bản PDF dùng {family}",
        "cài phông Liberation (Debian: fonts-liberation) cho giống Times New Roman",
    )


def _scans() -> Finding:
    program = shutil.which("tesseract")
    if program is None:
        return warning("ocr", "không có Tesseract: bản chụp không đọc được", "cài tesseract-ocr và tesseract-ocr-vie")
    listed = subprocess.run([program, "--list-langs"], check=False, capture_output=True, text=True).stdout.split()
    if "vie" not in listed:
        return warning("ocr", "Tesseract thiếu tiếng Việt", "cài tesseract-ocr-vie")
    return good("ocr", "đọc được bản chụp tiếng Việt")


def guarded(name: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Turn an error of one examination into a finding, so that the others still run."""
    try:
        yield from look()
    except (TiepdanError, OSError) as error:
        yield bad(name, str(error).strip().splitlines()[-1], "sửa lỗi này rồi khám lại")
