"""What the processes of one installation are told through their environment, and the database they share."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import psycopg

from tiepdan.infra.embedded import EmbeddedPostgres
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home
from tiepdan.infra.roles import prepare_database
from tiepdan.infra.rowlevel import APP, OWNER
from tiepdan.infra.seal import make_ring, ring_file
from tiepdan.ops.snapshot import load_snapshot

DATABASE = "tiepdan"
PACKAGE = Path(__file__).resolve().parent.parent


_TABLES_ELSEWHERE = (
    "Cơ sở dữ liệu chưa được nâng cấp cho bản này: chạy `tiepdan init` trên máy có TIEPDAN_OWNER_DATABASE_URL trước."
)


class SetupFailed(TiepdanError):
    """Preparing the installation failed; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Installation:
    """One data folder with its database: embedded, or outside when TIEPDAN_DATABASE_URL is set."""

    home: Home
    demo: bool
    port: int

    @property
    def outside(self) -> bool:
        """Whether the database is not ours to start."""
        return bool(os.environ.get("TIEPDAN_DATABASE_URL"))

    @property
    def server(self) -> EmbeddedPostgres:
        """The embedded server."""
        return EmbeddedPostgres(self.home)

    def address(self, role: str) -> str:
        """Connection address of the owner or of the application's role."""
        if self.outside:
            name = "TIEPDAN_OWNER_DATABASE_URL" if role == OWNER else "TIEPDAN_DATABASE_URL"
            found = os.environ.get(name)
            if not found:
                raise SetupFailed(f"Thiếu {name}: địa chỉ PostgreSQL của vai trò {role} (docs/operations/install.md).")
            return found
        secret = self.home.secret("database_owner" if role == OWNER else "database_app")
        return self.server.url(user=role, password=secret, database=DATABASE)

    def environment(self, *, role: str = APP) -> dict[str, str]:
        """Environment of a child process; what the operator set stays."""
        address = f"http://localhost:{self.port}"
        told = {
            "TIEPDAN_HOME": str(self.home.root),
            "TIEPDAN_SECRET_KEY": os.environ.get("TIEPDAN_SECRET_KEY") or self.home.secret("session_key"),
            "TIEPDAN_DATABASE_URL": self.address(role),
            "TIEPDAN_DEMO": "1" if self.demo else "0",
            "TIEPDAN_PORT": str(self.port),
            "TIEPDAN_PUBLIC_ADDRESS": os.environ.get("TIEPDAN_PUBLIC_ADDRESS", address),
            "DJANGO_SETTINGS_MODULE": "tiepdan.settings",
            "PYTHONUNBUFFERED": "1",
        }
        kept = {name: value for name, value in os.environ.items() if name != "TIEPDAN_OWNER_DATABASE_URL"}
        source = str(PACKAGE.parent)
        path = os.pathsep.join([source, *filter(None, [os.environ.get("PYTHONPATH")])])
        return {**kept, **told, "PYTHONPATH": path}

    def use_in_this_process(self) -> None:
        """Let Django in this process work as the application's role."""
        os.environ.update(self.environment())
        import django

        django.setup()

    def prepare_key(self) -> None:
        """Make the key of a new installation. Raises SetupFailed when one that has data lost its key."""
        path = ring_file(self.home)
        if path.exists():
            return
        used = any((self.home.root / mark).exists() for mark in ("production", "demo"))
        if used or os.environ.get("TIEPDAN_KEY_FILE"):
            raise SetupFailed(
                f"Không thấy khóa niêm phong ở {path}. Đặt bản sao khóa (tiepdan key backup) vào đó rồi chạy lại;"
                " khóa mới không mở được dữ liệu đã niêm phong nên chương trình không tự tạo."
            )
        make_ring(self.home)

    def prepare(self) -> None:
        """Make key, roles and database (embedded only), bring the tables up to date. The database must be running."""
        self.prepare_key()
        if not self.outside:
            prepare_database(
                admin_url=self.server.admin_url(),
                database=DATABASE,
                owner_password=self.home.secret("database_owner"),
                app_password=self.home.secret("database_app"),
            )
        self.migrate()
        self.tell_seal_setting()

    def tell_seal_setting(self) -> None:
        """Write into the database, as its owner, whether a second person approves openings of sealed identities."""
        wanted = os.environ.get("TIEPDAN_SEAL_SECOND_APPROVAL", "0") == "1"
        with psycopg.connect(self.address(OWNER)) as connection:
            connection.execute(
                "UPDATE tiepdan.seal_setting SET second_approval = %s WHERE second_approval <> %s", [wanted, wanted]
            )

    def migrate(self) -> None:
        """Apply migrations as the owner, unless this very set was applied to this data folder before."""
        if self.outside and not os.environ.get("TIEPDAN_OWNER_DATABASE_URL"):
            self._refuse_old_tables()
            return
        digest = digest_of_migrations()
        mark = self.home.root / "migrated"
        if not self.outside and mark.exists() and mark.read_text(encoding="utf-8") == digest:
            return
        if load_snapshot(address=self.address(OWNER), digest=digest):
            mark.write_text(digest, encoding="utf-8")
            return
        done = subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
            env=self.environment(role=OWNER), check=False, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SetupFailed(f"Không cập nhật được cấu trúc dữ liệu: {done.stderr.strip()[-1500:]}")
        mark.write_text(digest, encoding="utf-8")

    def _refuse_old_tables(self) -> None:
        """One of many machines, which may not change tables: they must have been brought up to date elsewhere."""
        with psycopg.connect(self.address(APP)) as connection:
            try:
                lacking = missing_migrations(connection)
            except psycopg.errors.UndefinedTable as error:
                raise SetupFailed(_TABLES_ELSEWHERE) from error
        if lacking:
            raise SetupFailed(_TABLES_ELSEWHERE)


def missing_migrations(connection: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    """Steps of this program that a database has not gone through, in the order of their names. Cost: 1 query."""
    rows = connection.execute("SELECT app || '.' || name FROM django_migrations").fetchall()
    return migrations_not_in({str(row[0]) for row in rows})


def migrations_not_in(done: set[str]) -> list[str]:
    """Steps of this program that are not among those done ("app.name")."""
    return [name for name in _own_migrations() if name not in done]


@cache
def _own_migrations() -> tuple[str, ...]:
    return tuple(f"{path.parent.parent.name}.{path.stem}" for path in sorted(PACKAGE.glob("*/migrations/[0-9]*.py")))


def digest_of_migrations() -> str:
    """Digest of every step and of the libraries that bring steps of their own."""
    from importlib.metadata import version

    found = sorted(PACKAGE.glob("*/migrations/*.py"))
    total = sha256("|".join(version(name) for name in ("django", "django-allauth", "procrastinate")).encode())
    for path in found:
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()
