"""run, serve, init, demo: bringing an installation up."""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from tiepdan.infra.clock import today
from tiepdan.infra.embedded import IN_HASTE, stop
from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.supervisor import Supervisor, free_port, sole_use

_DEMO_MARK = "demo"
_OLDER_MARK = "demo-older"
_FILLING_MARK = "demo-filling"  # there while constraints are off: what it leaves when killed is no database to use
_PLAN = "demo-plan"  # with what the demo was begun: an interrupted one is told on with the same
_BULK_FROM = 10_000  # submissions from which the rest is filled in bulk
PRACTICE_FOLDER = "practice"
_PRACTICE_PORT = 8010
_PRACTICE_SUBMISSIONS = 400  # enough to practise on, and the machine is quiet soon
_PRACTICE_KEEPS = {
    "TIEPDAN_LOG_LEVEL", "TIEPDAN_ATTACHMENT_MAX_MB", "TIEPDAN_LOOKUP_PER_MINUTE", "TIEPDAN_SUBMIT_PER_HOUR", "TIEPDAN_API_PER_MINUTE",
    "TIEPDAN_RULES", "TIEPDAN_SEAL_SECOND_APPROVAL", "TIEPDAN_POSTS_CONFIRMED",
}  # fmt: skip
_AT_ONCE = 72  # built before the first answer, each rare story once; the others follow while people look round


def run(arguments: list[str]) -> int:
    """The demo profile: everything on this machine, loopback only, invented data."""
    return run_demo(_demo_options("run").parse_args(arguments))


def _demo_options(command: str, *, submissions: int = 2400) -> OneLineParser:
    parser = OneLineParser(prog=f"tiepdan {command}", description="Chạy bản dùng thử.")
    parser.add_argument("--submissions", type=int, default=submissions, help="số đơn trong dữ liệu mẫu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--as-of", type=date.fromisoformat, default=None, help="ngày của dữ liệu mẫu (mặc định hôm nay)"
    )
    return parser


def run_demo(options: argparse.Namespace) -> int:
    """Bring the demo up in the data folder the environment names, and keep it up until a signal."""
    home = Home.from_environment()
    if (home.root / "production").exists():
        raise SetupFailed(
            f"{home.root} là cài đặt thật: `tiepdan run` không dựng dữ liệu mẫu ở đó. Đặt TIEPDAN_HOME khác."
        )
    refuse_half_filled(home)
    port = free_port(host="127.0.0.1", wanted=_port(8000), insist="TIEPDAN_PORT" in os.environ)
    installation = Installation(home=home, demo=True, port=port)
    supervisor = Supervisor(installation, say=_say)
    with sole_use(installation), supervisor.until_signal():
        _say("Khởi động cơ sở dữ liệu …")
        supervisor.start_database()
        fresh = not (home.root / _DEMO_MARK).exists()
        plan = _demo_plan(installation, options)
        if not supervisor.stopping and fresh:
            _say("Dựng dữ liệu mẫu (một lần) …")
            part = "recent" if plan.rest else "whole"
            demo_in_child(installation, plan.at_once, plan.seed, plan.as_of, part=part)
        if not supervisor.stopping:
            supervisor.start_program()
        if not supervisor.stopping:
            _say(f"\nTiếp Dân đang chạy: http://localhost:{port}/   (dừng: Ctrl-C)\n")
            _say((home.root / _DEMO_MARK).read_text(encoding="utf-8"))
            if not (home.root / _OLDER_MARK).exists():
                _say(
                    f"Đang dựng tiếp {plan.rest} đơn của các năm trước ở phía sau; dùng được ngay từ bây giờ."
                    if fresh
                    else "Các năm trước của dữ liệu mẫu dựng dở ở lần trước; đang dựng nối tiếp ở phía sau."
                )
                supervisor.add_background("demo", _demo_command(plan.rest, plan.seed, plan.as_of, "older"))
            supervisor.watch()
        _say("Đang dừng …")
    return 0


def practice(arguments: list[str]) -> int:
    """The practice copy: a demo in a folder and a database of its own, marked on screen and on paper.

    It never sees the real installation: nothing that was set for that one is kept (database, key, port, addresses, mail),
    and the folder is another one.
    """
    parser = _demo_options("practice", submissions=_PRACTICE_SUBMISSIONS)
    parser.add_argument(
        "--port", type=int, default=None, help=f"cổng (mặc định {_PRACTICE_PORT} hoặc cổng trống kế tiếp)"
    )
    parser.add_argument("--fresh", action="store_true", help="bỏ mọi thứ đã tập, dựng lại từ đầu")
    options = parser.parse_args(arguments)
    home = Home(Home.from_environment().root / PRACTICE_FOLDER)
    if (home.root / "production").exists():
        raise SetupFailed(f"{home.root} là cài đặt thật: bản luyện tập không dùng thư mục đó. Đặt TIEPDAN_HOME khác.")
    for name in list(os.environ):
        if name.startswith("TIEPDAN_") and name not in _PRACTICE_KEEPS:
            del os.environ[name]
    insist = options.port is not None
    port = free_port(host="127.0.0.1", wanted=options.port if insist else _PRACTICE_PORT, insist=insist)
    os.environ |= {"TIEPDAN_HOME": str(home.root), "TIEPDAN_PRACTICE": "1", "TIEPDAN_PORT": str(port)}
    if options.fresh and home.root.exists():
        with sole_use(Installation(home=home, demo=True, port=port)):  # not under the feet of people who practise
            shutil.rmtree(home.root)
    _say("BẢN LUYỆN TẬP – dữ liệu bịa, tách hẳn khỏi bản thật.")
    return run_demo(options)


def serve(arguments: list[str]) -> int:
    """A real installation, prepared by `tiepdan init`. Never demo data."""
    parser = OneLineParser(prog="tiepdan serve", description="Chạy một cài đặt thật.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--only", choices=["web", "worker"], default="", help="máy này chỉ làm một việc")
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
            supervisor.start_program(options.only)
            nightly = _nightly_backup()
            if nightly and options.only != "web":
                supervisor.keep("backup", nightly, environment=_backup_environment(installation))
        if options.only == "worker":
            _say("Tiến trình nền đang chạy.")
        elif not supervisor.stopping:
            _say(f"Tiếp Dân đang chạy: http://{options.host}:{port}/")
        supervisor.watch()
    return 0


@dataclass(frozen=True, slots=True)
class _DemoPlan:
    """With what a demo was begun."""

    at_once: int  # submissions told before the first answer
    rest: int  # told behind it
    seed: int
    as_of: date


def _demo_plan(installation: Installation, options: argparse.Namespace) -> _DemoPlan:
    """Return the plan the demo was begun with, or note the one it begins with now."""
    place = installation.home.root / _PLAN
    if place.exists():
        at_once, rest, seed, as_of = place.read_text(encoding="utf-8").split()
        return _DemoPlan(int(at_once), int(rest), int(seed), date.fromisoformat(as_of))
    begun_before = (installation.home.root / _DEMO_MARK).exists()  # by a release that told nothing on
    at_once = min(options.submissions, _AT_ONCE)
    plan = _DemoPlan(
        at_once, 0 if begun_before else options.submissions - at_once, options.seed, options.as_of or today()
    )
    place.write_text(f"{plan.at_once} {plan.rest} {plan.seed} {plan.as_of}\n", encoding="utf-8")
    return plan


def _nightly_backup() -> list[str] | None:
    """The command that backs up every night, when an operator named a place for it."""
    place = os.environ.get("TIEPDAN_BACKUP_DIR", "")
    if not place:
        return None
    days, weeks, months = (os.environ.get("TIEPDAN_BACKUP_KEEP") or "7,5,12").split(",")
    return [
        sys.executable, "-m", "tiepdan.ops.cli", "backup", place, f"--daily-at={os.environ.get('TIEPDAN_BACKUP_AT') or '01:30'}",
        f"--keep-days={days}", f"--keep-weeks={weeks}", f"--keep-months={months}",
    ]  # fmt: skip


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
    parser.add_argument(
        "--agencies", type=int, default=0, help="điền sổ đăng ký cơ quan của cả nước đến số này, ví dụ 20000"
    )
    parser.add_argument(
        "--told",
        type=int,
        default=None,
        help=f"từ {_BULK_FROM} đơn: số đơn kể bằng nghiệp vụ thật, phần còn lại điền hàng loạt",
    )
    parser.add_argument("--running", action="store_true", help="cơ sở dữ liệu đã chạy (dùng nội bộ)")
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if (home.root / "production").exists():
        raise SetupFailed(f"{home.root} là cài đặt thật: không dựng dữ liệu mẫu ở đó.")
    refuse_half_filled(home)
    installation = Installation(home=home, demo=True, port=_port(8000))
    if options.running:
        return _build(installation, options)
    with sole_use(installation), database_running(installation, in_haste=_in_bulk(options)):
        installation.prepare()
        return _build(installation, options)


def _in_bulk(options: argparse.Namespace) -> bool:
    return options.part == "whole" and (options.submissions >= _BULK_FROM or options.told is not None)


def _build(installation: Installation, options: argparse.Namespace) -> int:
    seed, part, as_of = options.seed, options.part, options.as_of
    in_bulk = _in_bulk(options)
    owner = installation.address(OWNER) if in_bulk else ""
    installation.use_in_this_process()
    from tiepdan.ops.demo.build import Part, build_demo, refuse_foreign
    from tiepdan.ops.demo.bulk import TOLD

    submissions = min(options.told or TOLD, options.submissions) if in_bulk else options.submissions

    if part == Part.OLDER:
        os.nice(15)  # people are already looking round
    else:
        refuse_foreign()
    accounts = build_demo(seed=seed, as_of=as_of or today(), submissions=submissions, progress=_say, part=Part(part))
    for code, times in accounts.refused.most_common():
        _say(f"  luật dừng {times} câu chuyện: {code}")
    if options.agencies:
        from tiepdan.ops.demo.registry import fill_registry

        _say(f"  … {fill_registry(total=options.agencies, seed=seed)} cơ quan trong sổ đăng ký")
    if in_bulk:
        _fill(installation, owner, options.submissions, seed)
    if part != Part.RECENT:
        (installation.home.root / _OLDER_MARK).write_text("1", encoding="utf-8")
    (installation.home.root / _DEMO_MARK).write_text(str(accounts), encoding="utf-8")
    return 0


def _fill(installation: Installation, owner: str, wanted: int, seed: int) -> None:
    """Retell what was told until the database holds as many submissions as wanted."""
    from tiepdan.duplicates.queries import sketch_seed
    from tiepdan.infra.seal import load_ring
    from tiepdan.ops.demo.bulk import fill

    record = installation.home.root / "demo-repeats.tsv"
    filling = installation.home.root / _FILLING_MARK
    filling.write_text("1", encoding="utf-8")
    done = fill(
        address=owner, seed=seed, submissions=wanted, ring=load_ring(installation.home),
        sketch_seed=sketch_seed(), record=record, say=_say,
    )  # fmt: skip
    filling.unlink()
    _say(
        f"  {done.submissions} đơn điền hàng loạt, {done.rows} dòng, {done.seconds:.0f} giây;"
        f" {done.repeats} đơn lặp nội dung ghi ở {record}"
    )


def demo_in_child(
    installation: Installation,
    submissions: int,
    seed: int,
    as_of: date | None,
    *,
    part: str = "whole",
    out: TextIO | None = None,
) -> None:
    """Build in a process of its own: its memory goes with it, and Ctrl-C reaches it. Its progress goes to `out`, else to ours."""
    command = _demo_command(submissions, seed, as_of, part)
    done = subprocess.run(command, env=_child_environment(installation), check=False, stdout=out)
    if done.returncode:
        raise SetupFailed("Dựng dữ liệu mẫu không xong; chạy lại để dựng nối tiếp.")


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


def _backup_environment(installation: Installation) -> dict[str, str]:
    """Backing up reads everything, so this child alone is told the owner's address."""
    owner = os.environ.get("TIEPDAN_OWNER_DATABASE_URL")
    return {**_child_environment(installation), **({"TIEPDAN_OWNER_DATABASE_URL": owner} if owner else {})}


def refuse_absent(installation: Installation) -> None:
    """Refuse to look for an installation where none is: a mistyped folder must not become a new, empty one.

    Raises SetupFailed.
    """
    home = installation.home.root
    if not installation.outside and not (home / "database").exists():
        raise SetupFailed(f"{home} chưa phải một cài đặt: chạy `tiepdan init` hoặc đặt TIEPDAN_HOME.")


def refuse_half_filled(home: Home) -> None:
    """Refuse a folder whose bulk filling was interrupted: its constraints and indexes are off. Raises SetupFailed."""
    if (home.root / _FILLING_MARK).exists():
        raise SetupFailed(f"Lần điền hàng loạt ở {home.root} bị dừng giữa chừng: xóa thư mục ấy rồi dựng lại.")


@contextmanager
def database_running(installation: Installation, *, in_haste: bool = False) -> Iterator[None]:
    """Have the database running for a while: the outside one is; the embedded one is started unless the program runs.

    in_haste: for filling a new database only; a machine that fails meanwhile leaves nothing to use.
    """
    if installation.outside or installation.server.answers():
        yield
        return
    process = installation.server.start(settings=IN_HASTE if in_haste else {})
    try:
        yield
    finally:
        stop(process)
        if in_haste:
            os.sync()


def _port(default: int) -> int:
    text = os.environ.get("TIEPDAN_PORT", str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SetupFailed(f"TIEPDAN_PORT={text!r} không phải số cổng.")
    return int(text)


def _say(line: str) -> None:
    print(line, flush=True)
