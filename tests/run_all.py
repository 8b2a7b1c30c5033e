"""Everything `make test` runs, in the order in which a failure is cheapest to find. Prints what took how long."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent
NO_DATABASE = {"TIEPDAN_SECRET_KEY": "only-for-checks", "TIEPDAN_DATABASE_URL": "postgresql://none@/none"}

STEPS: list[tuple[str, list[str], dict[str, str]]] = [
    ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."], {}),
    ("lint", [str(BIN / "ruff"), "check", "--quiet", "."], {}),
    ("imports", [str(BIN / "lint-imports"), "--no-cache"], {}),
    ("types", [PYTHON, "-m", "mypy", "tiepdan", "tests", "manage.py"], NO_DATABASE),
    (
        "migrations",
        [PYTHON, "-W", "ignore", "manage.py", "makemigrations", "--check", "--dry-run", "--verbosity", "1"],
        NO_DATABASE,
    ),
    ("rules", [PYTHON, "-m", "tiepdan.ops.cli", "rules", "check"], {}),
    (
        "tests",
        [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "-m", "not browser and not slow and not long"],
        {},
    ),
    (  # in the order written: they share one running demo, which each of them changes
        "browser journeys",
        [PYTHON, "-m", "pytest", "-q", "-p", "no:randomly", "-m", "browser and not slow and not long"],
        {},
    ),
    ("slow journeys", [PYTHON, "-m", "pytest", "-q", "-m", "slow and not long"], {}),
    ("second PostgreSQL", [PYTHON, "tests/second_postgres.py"], {}),
]


def main() -> int:
    """Run every step; stop at the first that fails."""
    if shutil.which("chromium") is None and not os.environ.get("TIEPDAN_BROWSER_REQUIRED"):
        print("Chú ý: không có Chromium, các hành trình trên trình duyệt sẽ bị bỏ qua (apt-get install chromium).")
    began = time.monotonic()
    only = sys.argv[1:]
    for name, command, extra in STEPS:
        if only and name not in only:
            continue
        start = time.monotonic()
        print(f"── {name}", flush=True)
        done = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **extra})
        print(f"   {name}: {time.monotonic() - start:.0f} s", flush=True)
        if done.returncode:
            print(f"make test: {name} không đạt.", file=sys.stderr)
            return 1
    print(f"make test: đạt, {time.monotonic() - began:.0f} s.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
