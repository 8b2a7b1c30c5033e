"""tiepdan bench http: an installation of its own, measured from outside as an officer, a system and a citizen meet it."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tiepdan.infra.home import Home
from tiepdan.ops.bench.burst import burst_and_recovery
from tiepdan.ops.bench.known import Known, get_to_know
from tiepdan.ops.bench.load import measure
from tiepdan.ops.bench.operations import OPERATIONS, Operation
from tiepdan.ops.bench.pages import pages_timed, slowest_explained, throttle_bites
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.supervisor import Supervisor, free_port, sole_use

_LIMITS: Final = ("TIEPDAN_LOOKUP_PER_MINUTE", "TIEPDAN_SUBMIT_PER_HOUR", "TIEPDAN_API_PER_MINUTE")
_RAISED: Final = "10000000"


def main(arguments: list[str]) -> int:
    """Measure; prints a table, or one JSON document."""
    parser = OneLineParser(prog="tiepdan bench http", description="Đo từ bên ngoài.")
    parser.add_argument("--submissions", type=int, default=2400)
    parser.add_argument("--home", type=Path, default=None, help="dùng lại một thư mục dữ liệu dùng thử")
    parser.add_argument("--clients", default="1,4")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--only", default="", help="chỉ các phép đo này, cách nhau bằng dấu phẩy")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    clients = [int(part) for part in options.clients.split(",")]
    named = options.only.split(",") if options.only else [*OPERATIONS, "burst", "pages", "throttle"]
    if options.home is not None:
        report = _measured(Home(options.home.resolve()), options.submissions, clients, options.seconds, named)
    else:
        with tempfile.TemporaryDirectory(prefix="tiepdan-bench-") as folder:
            report = _measured(Home(Path(folder)), options.submissions, clients, options.seconds, named)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        _print(report)
    return 0


def _measured(home: Home, submissions: int, clients: list[int], seconds: float, named: list[str]) -> dict[str, Any]:
    port = free_port(host="127.0.0.1", wanted=8600, insist=False)
    os.environ |= {"TIEPDAN_HOME": str(home.root), "TIEPDAN_SERVER_TIMING": "1"}
    installation = Installation(home=home, demo=True, port=port)
    report: dict[str, Any] = {}
    with _running(installation, submissions, raised=True) as known:
        report |= {
            "submissions": _count(installation),
            "machine": _machine(),
            "settings": _settings(installation),
            "operations": {
                name: _operation(name, known, port, clients, seconds) for name in named if name in OPERATIONS
            },
        }
        if "burst" in named:
            report["burst"] = burst_and_recovery(port=port, known=known, seconds=seconds)
            _tell(f"burst: {report['burst']}")
        if "pages" in named:
            report |= pages_timed(port=port, known=known)
            report["slowest"] = slowest_explained(port=port, known=known)
            _tell(f"slowest: {report['slowest']}")
    if "throttle" in named:  # the second run: with the limit as it comes
        with _running(installation, submissions, raised=False) as known:
            report["throttle"] = throttle_bites(port=port, known=known)
    return report


@contextmanager
def _running(installation: Installation, submissions: int, *, raised: bool) -> Iterator[Known]:
    """Have the program running, with the limits of look-up, sending and API raised by their settings or as they come."""
    for name in _LIMITS:
        os.environ.pop(name, None)
        if raised:
            os.environ[name] = _RAISED
    supervisor = Supervisor(installation, workers=2, threads=2, say=_tell)
    with sole_use(installation), supervisor.until_signal():
        supervisor.start_database()
        if not (installation.home.root / "demo").exists():
            from tiepdan.ops.serving import demo_in_child

            demo_in_child(installation, submissions, 1, None, out=sys.stderr)  # stdout is for the answer alone
        supervisor.start_program()
        yield get_to_know(told=_prepared(installation), port=installation.port, with_forms=raised)


def _prepared(installation: Installation) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tiepdan.ops.bench.prepare"], env=installation.environment(), check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SetupFailed(done.stderr[-1500:])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _operation(name: str, known: Known, port: int, clients: list[int], seconds: float) -> dict[str, Any]:
    rows = {
        str(number): measure(
            port=port,
            script=Operation(name, known),
            clients=number,
            seconds=seconds,
            warm=3 if name == "lifecycle" else 20,
        ).row()
        for number in clients
    }
    _tell(f"{name}: {rows}")
    return rows


def _machine() -> dict[str, Any]:
    """The machine, with a yardstick taken in this run: ten million additions by the interpreter, in milliseconds."""
    begun = time.process_time()
    sum(range(10_000_000))
    return {
        "processor": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version(),
        "yardstick_ms": round((time.process_time() - begun) * 1000), "load": os.getloadavg()[0],
    }  # fmt: skip


def _settings(installation: Installation) -> dict[str, Any]:
    """What the database itself says it runs with, as the application's role."""
    import psycopg

    from tiepdan.infra.rowlevel import APP

    names = ("fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "server_version")
    with psycopg.connect(installation.address(APP)) as app:
        told = {name: str((app.execute(f"SHOW {name}").fetchone() or ("",))[0]) for name in names}  # ours
        bypasses = app.execute(
            "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    role, master, bypass = bypasses or ("", True, True)
    raised = dict.fromkeys(_LIMITS, _RAISED)
    return {
        **told,
        "role": role,
        "superuser": master,
        "bypasses_rls": bypass,
        "debug": False,
        "web": "granian 2×2",
        **raised,
    }


def _count(installation: Installation) -> int:
    import psycopg

    from tiepdan.infra.rowlevel import OWNER

    with psycopg.connect(installation.address(OWNER)) as owner:
        row = owner.execute("SELECT count(*) FROM submissions_submission").fetchone()
    return int(row[0]) if row else 0


def _print(report: dict[str, Any]) -> None:
    print(f"{report['submissions']} đơn · {report['machine']} · {report['settings']}")
    for name, rows in report["operations"].items():
        for clients, row in rows.items():
            print(
                f"  {name:<20} {clients} máy khách: p50 {row['p50_ms']:>7} ms  p95 {row['p95_ms']:>7} ms"
                f"  {row['rate']:>7}/s  lỗi {row['failures']}"
            )
    for name in ("burst", "html_p95_ms", "queries", "slowest", "throttle"):
        if name in report:
            print(f"  {name}: {json.dumps(report[name], ensure_ascii=False)}")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
