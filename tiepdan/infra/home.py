"""The data folder of one installation: where the database, the files, the secrets and the keys lie."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

_PRIVATE_DIR = 0o700
_PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Home:
    """Paths below TIEPDAN_HOME; nothing is created by asking for a path."""

    root: Path

    @classmethod
    def from_environment(cls) -> Home:
        """TIEPDAN_HOME, by default ./var."""
        return cls(Path(os.environ.get("TIEPDAN_HOME") or "var").expanduser().resolve())

    @property
    def database(self) -> Path:
        """Cluster of the embedded PostgreSQL."""
        return self.root / "database"

    @property
    def files(self) -> Path:
        """Stored attachments and papers."""
        return self.root / "files"

    @property
    def keys(self) -> Path:
        """Key ring of the seal; never part of a back-up of the data."""
        return self.root / "keys"

    @property
    def logs(self) -> Path:
        """Logs of the processes that the program starts."""
        return self.root / "logs"

    @property
    def secrets_file(self) -> Path:
        """Generated passwords of the database roles and the signing key of sessions."""
        return self.root / "secrets.json"

    def prepare(self) -> None:
        """Create the folders, readable by their owner only (the root stays traversable for the database account)."""
        self.root.mkdir(parents=True, exist_ok=True)
        for folder in (self.files, self.keys, self.logs):
            folder.mkdir(mode=_PRIVATE_DIR, exist_ok=True)
        (self.root / "static").mkdir(
            exist_ok=True
        )  # collected files of the look; served from their packages when empty

    def secret(self, name: str) -> str:
        """Return the secret of that name, made at first use."""
        stored = self._secrets()
        if name not in stored:
            self.keep_secret(name, secrets.token_urlsafe(40))
        return self._secrets()[name]

    def keep_secret(self, name: str, value: str) -> None:
        """Remember a secret that was made elsewhere."""
        self.prepare()
        data = {**self._secrets(), name: value}
        write_private(path=self.secrets_file, data=json.dumps(data, indent=1).encode())

    def _secrets(self) -> dict[str, str]:
        if not self.secrets_file.exists():
            return {}
        stored: dict[str, str] = json.loads(self.secrets_file.read_text(encoding="utf-8"))
        return stored


def write_private(*, path: Path, data: bytes) -> None:
    """Replace a file in one step, readable by its owner only; a crash leaves the old or the new one, never half."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)
