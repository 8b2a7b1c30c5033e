"""tiepdan key backup|rotate: the ring that opens sealed data."""

from __future__ import annotations

from pathlib import Path

from tiepdan.infra.clock import now
from tiepdan.infra.home import Home, write_private
from tiepdan.infra.seal import load_ring, ring_file, rotate
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import SetupFailed


def main(arguments: list[str]) -> int:
    """Copy the ring to a place outside the data, or add a new key."""
    parser = OneLineParser(prog="tiepdan key", description="Khóa niêm phong.")
    actions = parser.add_subparsers(dest="action", required=True, parser_class=OneLineParser)
    backup = actions.add_parser("backup", help="chép khóa ra một tệp ngoài thư mục dữ liệu")
    backup.add_argument("file", type=Path)
    actions.add_parser("rotate", help="thêm khóa mới; khóa cũ vẫn mở được dữ liệu cũ")
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if not ring_file(home).exists():
        raise SetupFailed(f"Không thấy khóa ở {ring_file(home)}: chạy `tiepdan init` hoặc đặt TIEPDAN_HOME.")
    if options.action == "rotate":
        print(f"Khóa mới: {rotate(home)}. Khởi động lại chương trình để dùng, rồi sao lưu lại: tiepdan key backup TỆP")
        return 0
    target: Path = options.file.expanduser().resolve()
    if target.is_relative_to(home.root):
        raise SetupFailed("Bản sao khóa phải nằm ngoài thư mục dữ liệu: mất dữ liệu sẽ mất cả khóa.")
    if target.exists():
        raise SetupFailed(f"{target} đã có: chọn tên khác, bản sao khóa cũ không bị ghi đè.")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_private(path=target, data=ring_file(home).read_bytes())
    (home.root / "key-backed-up").write_text(f"{load_ring(home).current} {now():%Y-%m-%d}", encoding="utf-8")
    print(f"Đã chép khóa vào {target}. Cất ngoài máy này; ai có tệp này mở được danh tính đã niêm phong.")
    return 0
