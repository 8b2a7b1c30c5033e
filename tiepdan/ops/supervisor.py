"""Starting the database, the web server and the worker together, keeping them alive, and stopping all of them."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from tiepdan.infra.embedded import die_with_parent, stop
from tiepdan.infra.errors import TiepdanError
from tiepdan.ops.environment import Installation, SetupFailed

_STOP_SECONDS = 12
_RESTART_AFTER = 0.5
_TICK = 0.2


@dataclass
class Child:
    """A process we keep alive: ended children are started again, with their whole group cleared first."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    once: bool = False  # a task that ends by itself and is not started again
    process: subprocess.Popen[bytes] | None = None
    ends: int = 0

    def run(self) -> None:
        """Start it."""
        self.process = self.start()

    def revive(self) -> bool:
        """Start it again if it ended; tells whether it had. A failed start is tried again at the next call."""
        if self.once or (self.process is not None and self.process.poll() is None):
            return False
        if self.process is not None:
            _signal_group(self.process.pid, signal.SIGKILL)
            self.ends += 1
            self.process = None
            time.sleep(_RESTART_AFTER)
        try:
            self.run()
        except TiepdanError:  # a killed database leaves processes that take a moment to go
            time.sleep(_RESTART_AFTER)
            return False
        return True


@dataclass
class Supervisor:
    """One running installation."""

    installation: Installation
    host: str = "127.0.0.1"
    workers: int = 2
    threads: int = 2
    say: Callable[[str], None] = print
    children: list[Child] = field(default_factory=list)
    stopping: bool = False

    def start_database(self) -> None:
        """Start the embedded PostgreSQL and prepare it; with an outside one only prepare."""
        if not self.installation.outside:
            database = Child("PostgreSQL", self.installation.server.start)
            database.run()
            self.children.append(database)
        self.installation.prepare()

    def start_program(self, only: str = "") -> None:
        """Start web and worker, or one of them on a machine that has one task. The worker waits until web answers."""
        if only != "worker":
            self.keep("web", self._web_command(), environment=self._web_environment())
            self.wait_until_answering()
        if only != "web" and not self.stopping:
            self.keep("worker", self._worker_command())

    def keep(self, name: str, command: list[str], *, environment: dict[str, str] | None = None) -> None:
        """Start a program of ours and keep it alive."""
        child = Child(name, self._starter(name, command, environment))
        child.run()
        self.children.append(child)

    def add_background(self, name: str, command: list[str]) -> None:
        """Start a task that runs beside the program and ends by itself, or with it."""
        child = Child(name, self._starter(name, command), once=True)
        child.run()
        self.children.append(child)

    def wait_until_answering(self, seconds: float = 60) -> None:
        """Wait for 200 at /. Raises SetupFailed with the end of the web log."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not self.stopping:
            if any(child.process is None or child.process.poll() is not None for child in self.children):
                break
            try:
                with urlopen(f"http://{self.host}:{self.installation.port}/", timeout=10) as answer:
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.1)
        if not self.stopping:
            tail = self._log("web").read_text(encoding="utf-8", errors="replace")[-1500:]
            raise SetupFailed(f"Máy chủ web không trả lời; xem {self._log('web')}:\n{tail}")

    def watch(self) -> None:
        """Keep the children alive until a signal asks to stop."""
        while not self.stopping:
            for child in self.children:
                if not self.stopping and child.revive():
                    self.say(f"{child.name} đã dừng bất thường và được khởi động lại (lần {child.ends}).")
            time.sleep(_TICK)

    def stop(self) -> None:
        """Stop web and worker together, then the database; nothing of ours stays behind."""
        self.stopping = True
        database = [child for child in self.children if child.name == "PostgreSQL"]
        others = [child for child in self.children if child.name != "PostgreSQL" and child.process is not None]
        for child in others:
            _signal_group(_pid(child), signal.SIGINT)
        deadline = time.monotonic() + _STOP_SECONDS
        for child in others:
            with suppress(subprocess.TimeoutExpired):
                if child.process is not None:
                    child.process.wait(max(0.1, deadline - time.monotonic()))
            _signal_group(_pid(child), signal.SIGKILL)
        for child in database:
            if child.process is not None:
                stop(child.process)

    @contextmanager
    def until_signal(self) -> Iterator[None]:
        """Turn Ctrl-C and an order to end into a clean stop; a second one changes nothing."""

        def ask(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 # the signature of handlers
            self.stopping = True

        before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            yield
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _starter(
        self, name: str, command: list[str], environment: dict[str, str] | None = None
    ) -> Callable[[], subprocess.Popen[bytes]]:
        def start() -> subprocess.Popen[bytes]:
            with self._log(name).open("ab") as log:
                return subprocess.Popen(  # our own programs
                    command, env=environment or self.installation.environment(), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                    start_new_session=True, preexec_fn=die_with_parent,
                )  # fmt: skip

        return start

    def _log(self, name: str) -> Path:
        return self.installation.home.logs / f"{name}.log"

    def _web_environment(self) -> dict[str, str]:
        """The web processes add up their figures in a folder; it starts empty, since those of earlier ones are over."""
        figures = self.installation.home.root / "metrics"
        shutil.rmtree(figures, ignore_errors=True)
        figures.mkdir(mode=0o700)
        return {**self.installation.environment(), "PROMETHEUS_MULTIPROC_DIR": str(figures)}

    def _web_command(self) -> list[str]:
        return [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", self.host,
            "--port", str(self.installation.port), "--workers", str(self.workers), "--blocking-threads",
            str(self.threads), "--blocking-threads-idle-timeout", "600", "--no-ws", "--respawn-failed-workers",
            "--workers-kill-timeout", "3", "tiepdan.wsgi:application",
        ]  # fmt: skip

    def _worker_command(self) -> list[str]:
        return [
            sys.executable, "-m", "django", "procrastinate", "--verbosity", "0", "worker", "--concurrency", "2",
            "--shutdown-graceful-timeout", "5",
        ]  # fmt: skip


@contextmanager
def sole_use(installation: Installation) -> Iterator[None]:
    """Hold the data folder for one program. Raises SetupFailed when another one has it."""
    installation.home.prepare()
    lock: IO[str] = (installation.home.root / "lock").open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise SetupFailed(
            f"Thư mục dữ liệu {installation.home.root} đang được chương trình khác dùng:"
            " dừng chương trình đó hoặc đặt TIEPDAN_HOME khác."
        ) from error
    try:
        yield
    finally:
        lock.close()


def free_port(*, host: str, wanted: int, insist: bool) -> int:
    """Return the wanted port, or the next free one; when insisted on, a busy port raises SetupFailed."""
    for port in range(wanted, wanted + (1 if insist else 50)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    if insist:
        raise SetupFailed(f"Cổng {wanted} đang bận: chọn cổng khác bằng TIEPDAN_PORT hoặc --port (bản luyện tập).")
    raise SetupFailed(f"Không có cổng trống từ {wanted} đến {wanted + 49}: chọn cổng bằng TIEPDAN_PORT.")


def _pid(child: Child) -> int:
    return child.process.pid if child.process is not None else 0


def _signal_group(pid: int, number: int) -> None:
    if pid <= 0:
        return
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        return
