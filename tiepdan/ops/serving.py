"""run, serve, init, demo: bringing an installation up."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from tiepdan.infra.clock import today
from tiepdan.infra.embedded import stop
from tiepdan.infra.home import Home
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.supervisor import Supervisor, free_port, sole_use

_DEMO_MARK = "demo"
_OLDER_MARK = "demo-older"
_AT_ONCE = 160  # built before the first answer; the years before follow while people look round


def run(arguments: list[str]) -> int:
    """The demo profile: everything on this machine, loopback only, invented data."""
    parser = OneLineParser(prog="tiepdan run", description="Chạy bản dùng thử.")
    parser.add_argument("--submissions", type=int, default=2400, help="số đơn trong dữ liệu mẫu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--as-of", type=date.fromisoformat, default=None, help="ngày của dữ liệu mẫu (mặc định hôm nay)"
    )
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if (home.root / "production").exists():
        raise SetupFailed(
            f"{home.root} là cài đặt thật: `tiepdan run` không dựng dữ liệu mẫu ở đó. Đặt TIEPDAN_HOME khác."
        )
    port = free_port(host="127.0.0.1", wanted=_port(8000), insist="TIEPDAN_PORT" in os.environ)
    installation = Installation(home=home, demo=True, port=port)
    supervisor = Supervisor(installation, say=_say)
    with sole_use(installation), supervisor.until_signal():
        _say("Khởi động cơ sở dữ liệu …")
        supervisor.start_database()
        fresh = not (home.root / _DEMO_MARK).exists()
        as_of = options.as_of or today()
        at_once = min(options.submissions, _AT_ONCE)
        if not supervisor.stopping and fresh:
            _say("Dựng dữ liệu mẫu (một lần) …")
            part = "whole" if at_once == options.submissions else "recent"
            demo_in_child(installation, at_once, options.seed, as_of, part=part)
        if not supervisor.stopping:
            supervisor.start_program()
            supervisor.wait_until_answering()
        if not supervisor.stopping:
            _say(f"\nTiếp Dân đang chạy: http://localhost:{port}/   (dừng: Ctrl-C)\n")
            _say((home.root / _DEMO_MARK).read_text(encoding="utf-8"))
            if fresh and at_once < options.submissions:
                rest = options.submissions - at_once
                _say(f"Đang dựng tiếp {rest} đơn của các năm trước ở phía sau; dùng được ngay từ bây giờ.")
                supervisor.add_background("demo", _demo_command(rest, options.seed, as_of, "older"))
            elif not (home.root / _OLDER_MARK).exists():
                _say("Các năm trước của dữ liệu mẫu dựng dở ở lần trước; phần đã có được giữ nguyên.")
                supervisor.add_background("demo", _demo_command(0, options.seed, as_of, "older"))
            supervisor.watch()
        _say("Đang dừng …")
    return 0


def serve(arguments: list[str]) -> int:
    """A real installation, prepared by `tiepdan init`. Never demo data."""
    parser = OneLineParser(prog="tiepdan serve", description="Chạy một cài đặt thật.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if (home.root / _DEMO_MARK).exists():
        raise SetupFailed(f"{home.root} chứa dữ liệu mẫu: cài đặt thật cần một thư mục riêng (TIEPDAN_HOME).")
    if not (home.root / "production").exists():
        raise SetupFailed("Chưa chuẩn bị: chạy `tiepdan init` trước.")
    port = free_port(host=options.host, wanted=_port(8000), insist=True)
    installation = Installation(home=home, demo=False, port=port)
    supervisor = Supervisor(installation, host=options.host, workers=options.workers, threads=options.threads, say=_say)
    with sole_use(installation), supervisor.until_signal():
        supervisor.start_database()
        if not supervisor.stopping:
            supervisor.start_program()
            supervisor.wait_until_answering()
        if not supervisor.stopping:
            _say(f"Tiếp Dân đang chạy: http://{options.host}:{port}/")
            supervisor.watch()
    return 0


def init(arguments: list[str]) -> int:
    """Prepare a real installation; prints the one-time code of the first administrator."""
    OneLineParser(prog="tiepdan init", description="Chuẩn bị một cài đặt thật.").parse_args(arguments)
    home = Home.from_environment()
    if (home.root / _DEMO_MARK).exists():
        raise SetupFailed(f"{home.root} chứa dữ liệu mẫu: cài đặt thật cần một thư mục riêng (TIEPDAN_HOME).")
    installation = Installation(home=home, demo=False, port=_port(8000))
    with sole_use(installation), database_running(installation):
        installation.prepare()
        installation.use_in_this_process()
        from tiepdan.accounts.actions import offer_first_administrator
        from tiepdan.infra.clock import now

        code = secrets.token_urlsafe(12)
        offered = offer_first_administrator(code=code, at=now())
        (home.root / "production").write_text("1", encoding="utf-8")
    if offered:
        _say(f"Mã một lần của quản trị viên đầu tiên: {code}\nChạy `tiepdan serve`, mở /bat-dau/ và nhập mã này.")
        _say(f"Sao lưu khóa niêm phong ngay, cất ngoài máy này: tiepdan key backup TỆP   (khóa: {home.keys})")
    else:
        _say("Cài đặt này đã có quản trị viên; không tạo mã mới.")
    return 0


def demo(arguments: list[str]) -> int:
    """Build the demo in a database the demo may use."""
    parser = OneLineParser(prog="tiepdan demo", description="Dựng dữ liệu mẫu.")
    parser.add_argument("--submissions", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as-of", type=date.fromisoformat, default=None)
    parser.add_argument(
        "--part", choices=["whole", "recent", "older"], default="whole", help="toàn bộ, năm nay, các năm trước"
    )
    parser.add_argument("--running", action="store_true", help="cơ sở dữ liệu đã chạy (dùng nội bộ)")
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if (home.root / "production").exists():
        raise SetupFailed(f"{home.root} là cài đặt thật: không dựng dữ liệu mẫu ở đó.")
    installation = Installation(home=home, demo=True, port=_port(8000))
    if options.running:
        return _build(installation, options.submissions, options.seed, options.as_of, options.part)
    with sole_use(installation), database_running(installation):
        installation.prepare()
        return _build(installation, options.submissions, options.seed, options.as_of, options.part)


def _build(installation: Installation, submissions: int, seed: int, as_of: date | None, part: str) -> int:
    installation.use_in_this_process()
    from tiepdan.ops.demo.build import Part, build_demo, refuse_foreign

    if part == Part.OLDER:
        os.nice(15)  # people are already looking round
    else:
        refuse_foreign()
    accounts = build_demo(seed=seed, as_of=as_of or today(), submissions=submissions, progress=_say, part=Part(part))
    for code, times in accounts.refused.most_common():
        _say(f"  luật dừng {times} câu chuyện: {code}")
    if part != Part.RECENT:
        (installation.home.root / _OLDER_MARK).write_text("1", encoding="utf-8")
    (installation.home.root / _DEMO_MARK).write_text(str(accounts), encoding="utf-8")
    return 0


def demo_in_child(
    installation: Installation, submissions: int, seed: int, as_of: date | None, *, part: str = "whole"
) -> None:
    """Build in a process of its own: its memory goes with it, and Ctrl-C reaches it."""
    command = _demo_command(submissions, seed, as_of, part)
    done = subprocess.run(command, env=_child_environment(installation), check=False)
    if done.returncode:
        raise SetupFailed("Dựng dữ liệu mẫu không xong; xóa thư mục dữ liệu rồi chạy lại.")


def _demo_command(submissions: int, seed: int, as_of: date | None, part: str) -> list[str]:
    return [
        sys.executable, "-m", "tiepdan.ops.cli", "demo", "--running", f"--submissions={submissions}", f"--seed={seed}",
        f"--part={part}", *([f"--as-of={as_of}"] if as_of else []),
    ]  # fmt: skip


def _child_environment(installation: Installation) -> dict[str, str]:
    told = installation.environment()
    if not installation.outside:
        told.pop("TIEPDAN_DATABASE_URL")  # the child finds the embedded server itself
    return told


@contextmanager
def database_running(installation: Installation) -> Iterator[None]:
    """Have the database running for a while: the outside one is; the embedded one is started unless the program runs."""
    if installation.outside or installation.server.answers():
        yield
        return
    process = installation.server.start()
    try:
        yield
    finally:
        stop(process)


def _port(default: int) -> int:
    text = os.environ.get("TIEPDAN_PORT", str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SetupFailed(f"TIEPDAN_PORT={text!r} không phải số cổng.")
    return int(text)


def _say(line: str) -> None:
    print(line, flush=True)
