"""Bytes of attachments and papers on disk: written once, whole or not at all, named by content or, when sealed, at random."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import write_private
from tiepdan.infra.seal import KeyRing


class FileMissing(TiepdanError):
    """A stored file is not where the database says; restore it from a back-up."""


@dataclass(frozen=True, slots=True)
class FileStore:
    """Files below one folder, spread over two levels of subfolders."""

    root: Path
    ring: KeyRing

    def put(self, data: bytes) -> str:
        """Store bytes under their SHA-256, once; returns the key."""
        key = hashlib.sha256(data).hexdigest()
        path = self._path(key)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(path=path, data=data)
        return key

    def put_sealed(self, data: bytes) -> str:
        """Store bytes encrypted under a random name: equal files stay unlinkable, no plain hash is kept."""
        key = f"sealed-{secrets.token_hex(32)}"
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_private(path=path, data=self.ring.close(plain=data, bound_to=key))
        return key

    def get(self, key: str) -> bytes:
        """Return stored bytes, opened if sealed. Raises FileMissing, SealBroken."""
        try:
            data = self._path(key).read_bytes()
        except FileNotFoundError as error:
            raise FileMissing(key) from error
        return self.ring.open(envelope=data, bound_to=key) if key.startswith("sealed-") else data

    def remove(self, key: str) -> None:
        """Delete stored bytes; absent ones are fine, the wish is fulfilled."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not key.replace("sealed-", "", 1).isalnum():
            raise FileMissing(key)
        tail = key[-4:]
        return self.root / tail[:2] / tail[2:] / key
