"""The command as an operator meets it: one line when used wrongly, one document when asked for JSON."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def tiepdan(*arguments: str, home: Path | None = None, **told: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, without the test's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TIEPDAN_", "DJANGO_"))}
    if home is not None:
        environment["TIEPDAN_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "tiepdan.ops.cli", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**environment, **told}, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["run", "--fast"],
        ["run", "--as-of", "yesterday"],
        ["practice", "--fast"],
        ["init", "now"],
        ["serve", "--workers", "many"],
        ["serve", "--only", "both"],
        ["demo", "--part", "none"],
        ["doctor", "now"],
        ["backup"],
        ["backup", "place", "--daily-at", "25:99"],
        ["restore"],
        ["confirm-post"],
        ["confirm-post", "an", "binh"],
        ["key"],
        ["key", "backup"],
        ["audit"],
        ["audit", "hope"],
        ["deadline"],
        ["deadline", "KN-99", "--start", "2026-07-14"],
        ["deadline", "KN-5", "--start", "yesterday"],
        ["deadline", "KL-4", "--start", "2026-07-14", "--remote"],
        ["competence", "--kind", "complaint", "--against", "moon", "--stage", "first", "--on", "2026-07-14"],
        ["competence"],
        ["rules"],
        ["rules", "fly"],
        ["rules", "show"],
        ["rules", "show", "KN-99"],
        ["rules", "try"],
        ["plan"],
        ["plan", "parse"],
        ["bench"],
        ["bench", "fly"],
        ["bench", "deadlines", "--count", "many"],
    ],
)
def test_wrong_use_exits_2_with_one_line(arguments: list[str]) -> None:
    done = tiepdan(*arguments)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["deadline", "KN-5", "--start", "2026-07-14", "--json"], {"rule", "version", "due", "rolled_due", "steps"}),
        (
            ["competence", "--kind", "complaint", "--against", "commune_chair", "--stage", "second", "--on", "2026-07-14",
             "--json"],
            {"settler", "article", "period", "confidence"},
        ),
        (["rules", "list", "--json"], set()),
        (["rules", "show", "KN-5", "--json"], set()),
        (["rules", "check", "--json"], set()),
        (["bench", "deadlines", "--count", "100", "--json"], set()),
        (["plan", "parse", "rules/examples/plans/ward.txt", "--json"], set()),
    ],
)  # fmt: skip
def test_json_is_one_document_and_nothing_else(arguments: list[str], keys: set[str]) -> None:
    done = tiepdan(*arguments)
    assert done.returncode == 0, done.stderr
    assert keys <= set(json.loads(done.stdout))


def test_the_worked_example_of_the_law_page() -> None:
    done = tiepdan("deadline", "KN-3", "--start", "2026-07-03", "--json")
    assert json.loads(done.stdout)["rolled_due"] == "2026-07-14"


@pytest.mark.parametrize(
    "arguments",
    [["audit", "verify", "--json"], ["audit", "seal", "--json"], ["confirm-post", "ai", "--json"], ["doctor", "--json"],
     ["backup", "copies", "--json"]],
)  # fmt: skip
def test_a_mistyped_folder_is_said_and_left_empty(arguments: list[str], tmp_path: Path) -> None:
    done = tiepdan(*arguments, home=tmp_path / "var")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "chưa phải một cài đặt" in done.stderr
    assert not (tmp_path / "var" / "database").exists()


def test_serve_wants_init_first(tmp_path: Path) -> None:
    done = tiepdan("serve", home=tmp_path / "var")
    assert done.returncode == 1
    assert "tiepdan init" in done.stderr


def test_a_busy_port_that_was_asked_for_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = tiepdan("run", home=tmp_path / "var", TIEPDAN_PORT=port)
    assert done.returncode == 1
    assert f"Cổng {port} đang bận" in done.stderr


def test_a_port_that_is_no_port_is_named(tmp_path: Path) -> None:
    done = tiepdan("run", home=tmp_path / "var", TIEPDAN_PORT="eighty")
    assert done.returncode == 1
    assert "TIEPDAN_PORT" in done.stderr


def test_the_demo_stays_out_of_a_real_installation(tmp_path: Path) -> None:
    home = tmp_path / "var"
    home.mkdir()
    (home / "production").write_text("1", encoding="utf-8")
    for command in (["run"], ["demo"]):
        done = tiepdan(*command, home=home)
        assert done.returncode == 1
        assert "cài đặt thật" in done.stderr
    assert not (home / "database").exists()


def test_the_key_is_not_kept_beside_the_data(tmp_path: Path) -> None:
    from tiepdan.infra.home import Home
    from tiepdan.infra.seal import make_ring

    home = Home(tmp_path / "var")
    assert tiepdan("key", "backup", str(tmp_path / "none.json"), home=home.root).returncode == 1
    make_ring(home)
    assert tiepdan("key", "backup", str(home.root / "copy.json"), home=home.root).returncode == 1
    outside = tmp_path / "usb" / "copy.json"
    assert tiepdan("key", "backup", str(outside), home=home.root).returncode == 0
    assert outside.read_bytes() == (home.keys / "ring.json").read_bytes()
    assert outside.stat().st_mode & 0o077 == 0
    again = tiepdan("key", "backup", str(outside), home=home.root)
    assert again.returncode == 1
    assert "không bị ghi đè" in again.stderr
    before = (home.keys / "ring.json").read_text(encoding="utf-8")
    assert tiepdan("key", "rotate", home=home.root).returncode == 0
    after = json.loads((home.keys / "ring.json").read_text(encoding="utf-8"))
    assert len(after["keys"]) == 2
    assert after["current"] != json.loads(before)["current"]
