"""What the processes of one installation are told through their environment, and the database they share."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tiepdan.infra.embedded import EmbeddedPostgres
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home
from tiepdan.infra.roles import prepare_database
from tiepdan.infra.rowlevel import APP, OWNER

DATABASE = "tiepdan"
PACKAGE = Path(__file__).resolve().parent.parent


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

    def prepare(self) -> None:
        """Make roles and database (embedded only) and bring the tables up to date. The database must be running."""
        if not self.outside:
            prepare_database(
                admin_url=self.server.admin_url(),
                database=DATABASE,
                owner_password=self.home.secret("database_owner"),
                app_password=self.home.secret("database_app"),
            )
        self.migrate()

    def migrate(self) -> None:
        """Apply migrations as the owner, unless this very set was applied to this data folder before."""
        digest = _digest_of_migrations()
        mark = self.home.root / "migrated"
        if not self.outside and mark.exists() and mark.read_text(encoding="utf-8") == digest:
            return
        done = subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
            env=self.environment(role=OWNER), check=False, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SetupFailed(f"Không cập nhật được cấu trúc dữ liệu: {done.stderr.strip()[-1500:]}")
        mark.write_text(digest, encoding="utf-8")


def _digest_of_migrations() -> str:
    from importlib.metadata import version

    found = sorted(PACKAGE.glob("*/migrations/*.py"))
    total = sha256("|".join(version(name) for name in ("django", "django-allauth", "procrastinate")).encode())
    for path in found:
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()
