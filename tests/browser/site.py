"""A running installation for tests that come from outside: started by the same command as a newcomer's."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = re.compile(r"mật khẩu[^:]*:\s*(\S+)", re.IGNORECASE)


def free_port() -> int:
    """Return a port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Site:
    """A `tiepdan run` of its own, with its address and what it printed."""

    home: Path
    port: int
    command: list[str]
    cwd: Path = ROOT
    told: dict[str, str] = field(default_factory=dict)  # more for its environment
    process: subprocess.Popen[str] | None = None
    printed: list[str] = field(default_factory=list)
    listener: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    def start(self, seconds: float = 180) -> None:
        """Start it and wait for its own word that it runs."""
        told = {
            name: value for name, value in os.environ.items() if not name.startswith(("TIEPDAN_", "DJANGO_", "COV_"))
        }
        told |= {"TIEPDAN_HOME": str(self.home), "TIEPDAN_PORT": str(self.port), "PYTHONUNBUFFERED": "1"}
        told |= {"TIEPDAN_LOOKUP_PER_MINUTE": "10000", "TIEPDAN_SUBMIT_PER_HOUR": "100000"}
        told |= {"TIEPDAN_API_PER_MINUTE": "1000000", **self.told}
        self.process = subprocess.Popen(
            self.command, cwd=self.cwd, env=told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True,
        )  # fmt: skip
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any("đang chạy" in line for line in self.printed):
                time.sleep(0.3)  # the accounts follow the address
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.stop()
        raise AssertionError("the program did not start:\n" + "".join(self.printed) + self.log("web"))

    def stop(self) -> int:
        """Interrupt it as Ctrl-C does and return its exit status; kill what does not end."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(40)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise
        finally:
            if self.listener is not None:
                self.listener.join(5)
            if self.process.stdout is not None:
                self.process.stdout.close()

    def log(self, name: str) -> str:
        """Return the end of one of its logs."""
        path = self.home / "logs" / f"{name}.log"
        return path.read_text(encoding="utf-8", errors="replace")[-3000:] if path.exists() else ""

    def processes(self) -> list[str]:
        """List command lines of living processes that belong to this installation."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                environment = (folder / "environ").read_bytes()
                line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if line and (str(self.home) in line or f"TIEPDAN_HOME={self.home}".encode() in environment.split(b"\0")):
                found.append(line)
        return found

    def _listen(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed.append(line)


def demo_site(home: Path, *, submissions: int = 200) -> Site:
    """Return a demo installation, small and always the same, not yet started."""
    command = [sys.executable, "-m", "tiepdan.ops.cli", "run", f"--submissions={submissions}", "--seed=7"]
    return Site(home=home, port=free_port(), command=command)
