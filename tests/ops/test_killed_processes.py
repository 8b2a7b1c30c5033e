"""Web, worker and PostgreSQL are killed at random during a thousand intakes: nothing is lost, nothing is there twice."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tests.browser.site import ROOT, Site, free_port
from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.environment import Installation

pytestmark = pytest.mark.slow
INTAKES = 1000
OFFICERS = 4
PATIENCE_SECONDS = 90


@dataclass
class Killer:
    """Sends SIGKILL to one of the three kinds of process, again and again."""

    home: Path
    answered: list[tuple[str, int]]  # codes and numbers so far; grows while the intakes go on
    killed: dict[str, int] = field(default_factory=dict)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Kill until told to stop; every round strikes all kinds, in a random order that is the same in every run."""
        chance = random.Random(20260701)
        while not self.stop.is_set():
            round_of_kinds = ["web", "web", "worker", "database"]
            chance.shuffle(round_of_kinds)
            for kind in round_of_kinds:
                self.let_some_pass(chance.uniform(2.0, 4.0))
                while not self.stop.is_set() and not self.strike(kind):
                    self.stop.wait(0.05)  # it is just being started again

    def let_some_pass(self, seconds: float) -> None:
        """Wait for the time, or for enough intakes: a quick machine must not finish before all kinds were struck."""
        enough, until = len(self.answered) + INTAKES // 15, time.monotonic() + seconds
        while len(self.answered) < enough and time.monotonic() < until and not self.stop.wait(0.05):
            pass

    def strike(self, kind: str) -> bool:
        """Kill the leading process of one kind; False when there was none."""
        for pid in self.pids(kind)[:1]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            self.killed[kind] = self.killed.get(kind, 0) + 1
            return True
        return False

    def pids(self, kind: str) -> list[int]:
        """Return the leading processes of this installation of one kind, oldest first."""
        mark = {
            "web": b"granian",
            "worker": b"procrastinate",
            "database": str(self.home / "database" / "cluster").encode(),
        }
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                line, environment = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
            except OSError:
                continue
            ours = kind == "database" or f"TIEPDAN_HOME={self.home}".encode() in environment.split(b"\0")
            if mark[kind] in line and ours:
                found.append(int(folder.name))
        return sorted(found)


def intake(port: int, token: str, number: int) -> tuple[str, int]:
    """Send one intake until it is answered; returns its code and register number."""
    body = json.dumps(
        {"kind": "complaint", "content": f"Tôi khiếu nại quyết định thu hồi đất số {number}/QĐ-UBND của phường.",
         "source": "post", "parties": [{"name": f"Người Thử {number}", "role": "complainant"}]}
    )  # fmt: skip
    headers = {
        "Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": f"intake-{number:06}",
    }  # fmt: skip
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            # The answer is closed as well: it keeps the socket when the server dies between head and body.
            connection.request("POST", "/api/v1/submissions", body=body.encode(), headers=headers)
            with connection.getresponse() as answer:
                told = answer.read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
            continue
        finally:
            connection.close()
        if answer.status in {200, 201}:
            found = json.loads(told)
            return str(found["code"]), int(found["register_number"])
        assert answer.status >= 500, told
        time.sleep(0.1)
    raise AssertionError(f"intake {number} was not answered")


def test_a_thousand_intakes_survive_killed_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TIEPDAN_")]:
        monkeypatch.delenv(name)  # the settings of the tests are not those of the installation
    home = tmp_path / "var"
    command = [sys.executable, "-m", "tiepdan.ops.cli"]
    told = {name: value for name, value in os.environ.items() if not name.startswith(("TIEPDAN_", "DJANGO_"))}
    made = subprocess.run(
        [*command, "init"],
        cwd=ROOT,
        env={**told, "TIEPDAN_HOME": str(home)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    site = Site(home=home, port=free_port(), command=[*command, "serve"])
    site.start()
    installation = Installation(home=Home(home.resolve()), demo=False, port=site.port)
    told_us = subprocess.run(
        [sys.executable, "-m", "tests.ops.installation"], cwd=ROOT, env={**told, **installation.environment()},
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert told_us.returncode == 0, told_us.stderr
    token = json.loads(told_us.stdout)["token"]

    answers: list[tuple[str, int]] = []
    killer = Killer(home, answers)
    thread = threading.Thread(target=killer.run)
    thread.start()
    try:
        with ThreadPoolExecutor(OFFICERS) as officers:
            for answer in officers.map(lambda number: intake(site.port, token, number), range(INTAKES)):
                answers.append(answer)
    finally:
        killer.stop.set()
        thread.join()
    assert set(killer.killed) == {"web", "worker", "database"}, killer.killed
    print(f"killed: {killer.killed}")

    deadline = time.monotonic() + 30
    while not installation.server.answers() and time.monotonic() < deadline:
        time.sleep(0.1)
    with psycopg.connect(installation.address(OWNER)) as owner:
        stored: dict[str, int] = dict(
            owner.execute("SELECT code, count(*) FROM submissions_submission GROUP BY code").fetchall()
        )
        numbers = [
            row[0] for row in owner.execute("SELECT number FROM documents_registernumber ORDER BY number").fetchall()
        ]
        entries = owner.execute("SELECT count(*) FROM audit_entry WHERE act = 'submission.received'").fetchone()
        lines = owner.execute("SELECT count(*) FROM matters_participation").fetchone()
    assert {code for code, _ in answers} == set(stored), "every answered code is stored, and nothing else"
    assert set(stored.values()) == {1}
    assert len(stored) == INTAKES
    assert numbers == list(range(1, INTAKES + 1)), "the register has no gap and no number twice"
    assert sorted(number for _, number in answers) == numbers
    assert entries == (INTAKES,)
    assert lines == (INTAKES,)
    verified = subprocess.run(
        [*command, "audit", "verify", "--json"], cwd=ROOT, env={**told, "TIEPDAN_HOME": str(home)}, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert verified.returncode == 0, verified.stdout
    assert site.stop() == 0
    deadline = time.monotonic() + 15
    while site.processes() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert site.processes() == []
