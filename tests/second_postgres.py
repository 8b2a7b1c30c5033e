"""Run the database tests once more on the system's own PostgreSQL (15–18), started in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "superuser"
PACKAGES = [
    "tests/matters",
    "tests/audit",
    "tests/submissions",
    "tests/routing",
    "tests/cases",
    "tests/reception",
    "tests/permissions",
]


@contextmanager
def system_server() -> Iterator[tuple[str, str] | None]:
    """Start the system's PostgreSQL in a folder of its own; gives its version and the superuser's address, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    if not found:
        yield None
        return
    binaries = found[0].parent
    folder = Path(tempfile.mkdtemp(prefix="tiepdan-second-"))
    folder.chmod(0o755)
    data = folder / "data"
    account = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    as_account = (
        ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"] if account else []
    )
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    password = folder / "password"
    password.write_text(PASSWORD, encoding="utf-8")
    password.chmod(0o644)
    subprocess.run(
        [*as_account, str(binaries / "initdb"), "-D", str(data), "-U", "postgres", f"--pwfile={password}", "-A", "scram-sha-256",
         "-E", "UTF8", "--locale=C.UTF-8"],
        check=True, stdout=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    server = subprocess.Popen(
        [*as_account, str(binaries / "postgres"), "-D", str(data), "-c", "listen_addresses=", "-c", "jit=off",
         "-c", f"unix_socket_directories={folder}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    try:
        for _ in range(200):
            if subprocess.run([str(binaries / "pg_isready"), "-q", "-h", str(folder)], check=False).returncode == 0:
                break
            time.sleep(0.1)
        yield binaries.parent.name, f"host={folder} user=postgres password={PASSWORD} dbname=postgres"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Skip visibly where there is none, unless it is required."""
    root = Path(__file__).resolve().parent.parent
    with system_server() as found:
        if found is None:
            print("Bỏ qua: không có PostgreSQL của hệ thống (apt-get install postgresql).")
            return 1 if os.environ.get("TIEPDAN_SECOND_POSTGRES_REQUIRED") else 0
        version, admin = found
        print(f"PostgreSQL {version}")
        wanted = [name for name in PACKAGES if (root / name).exists()]
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "-m", "not browser and not slow",
             "--ignore=tests/cases/rules", *wanted],
            cwd=root, check=False, env={**os.environ, "TIEPDAN_TEST_ADMIN_URL": admin},
        ).returncode  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
