"""Envelopes for personal data: AES-GCM under a key ring that lies outside the database.

A stolen dump, replica or back-up shows ciphertext. Each envelope names its key, so the ring can be rotated while old
envelopes still open, and is bound to the row it belongs to, so it cannot be moved to another row.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home, write_private

_NONCE_BYTES: Final = 12
_KEY_BYTES: Final = 32
_VERSION: Final = b"\x01"
_ID_BYTES: Final = 4


class SealBroken(TiepdanError):
    """An envelope cannot be opened: its key is absent, or it was changed or moved."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Keys by id; the newest closes, all open. The hashing key never rotates: stored hashes must stay comparable."""

    keys: dict[str, bytes]
    current: str
    hashing: bytes

    def close(self, *, plain: bytes, bound_to: str) -> bytes:
        """Return an envelope of the bytes, tied to `bound_to` (for example "party:12")."""
        nonce = os.urandom(_NONCE_BYTES)
        head = _VERSION + bytes.fromhex(self.current)
        return head + nonce + AESGCM(self.keys[self.current]).encrypt(nonce, plain, head + bound_to.encode())

    def open(self, *, envelope: bytes, bound_to: str) -> bytes:
        """Return the bytes in an envelope. Raises SealBroken."""
        head, nonce, body = envelope[:5], envelope[5 : 5 + _NONCE_BYTES], envelope[5 + _NONCE_BYTES :]
        key = self.keys.get(head[1:].hex())
        if head[:1] != _VERSION or key is None:
            raise SealBroken("Không có khóa để mở dữ liệu niêm phong này.")
        try:
            return AESGCM(key).decrypt(nonce, body, head + bound_to.encode())
        except InvalidTag as error:
            raise SealBroken("Dữ liệu niêm phong đã bị thay đổi hoặc chuyển chỗ.") from error

    def keyed_hash(self, *, text: str, purpose: str) -> bytes:
        """Return 16 bytes that compare equal for equal texts of one purpose, and tell nothing without the key."""
        return hmac.new(self.hashing, f"{purpose}\x00{text}".encode(), hashlib.sha256).digest()[:16]

    def signature(self, *, text: str) -> str:
        """Return a hexadecimal MAC over a text, for sealing the heads of the audit chains."""
        return hmac.new(self.hashing, b"audit-head\x00" + text.encode(), hashlib.sha256).hexdigest()


def ring_file(home: Home) -> Path:
    """Where the ring of an installation lies: in its data folder, or where TIEPDAN_KEY_FILE says, such as a mounted secret."""
    named = os.environ.get("TIEPDAN_KEY_FILE")
    return Path(named) if named else home.keys / "ring.json"


def make_ring(home: Home) -> None:
    """Make the ring of a new installation. Raises SealBroken when there is one, or when another place gives the ring."""
    path = ring_file(home)
    if path.exists() or os.environ.get("TIEPDAN_KEY_FILE"):
        raise SealBroken(f"Khóa niêm phong ở {path} không do chương trình tạo lại.")
    home.prepare()
    _write(path, {}, secrets.token_bytes(_KEY_BYTES))


@lru_cache(maxsize=4)
def load_ring(home: Home) -> KeyRing:
    """Return the ring. Raises SealBroken when it is absent: a new one would open nothing that is sealed already."""
    path = ring_file(home)
    if not path.exists():
        raise SealBroken(f"Không thấy khóa niêm phong ở {path}: đặt bản sao khóa vào đó.")
    return read_ring(path)


def read_ring(path: Path) -> KeyRing:
    """Read a ring from a file. Raises SealBroken when it is none."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        keys = {name: base64.b64decode(value) for name, value in stored["keys"].items()}
        return KeyRing(keys=keys, current=stored["current"], hashing=base64.b64decode(stored["hashing"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SealBroken(f"{path} không phải tệp khóa niêm phong.") from error


def rotate(home: Home) -> str:
    """Add a key that closes from now on; returns its id. Old keys stay for opening.

    Raises SealBroken when another place gives the ring: who keeps it there adds the key.
    """
    if os.environ.get("TIEPDAN_KEY_FILE"):
        raise SealBroken(
            f"Khóa do nơi khác giữ ({ring_file(home)}): chép ra, bỏ TIEPDAN_KEY_FILE, đổi khóa, rồi đưa tệp mới vào nơi giữ."
        )
    ring = load_ring(home)
    _write(ring_file(home), ring.keys, ring.hashing)
    load_ring.cache_clear()
    return load_ring(home).current


def _write(path: Path, keys: dict[str, bytes], hashing: bytes) -> None:
    name = secrets.token_hex(_ID_BYTES)
    kept = {**keys, name: secrets.token_bytes(_KEY_BYTES)}
    data = {
        "current": name,
        "hashing": base64.b64encode(hashing).decode(),
        "keys": {key: base64.b64encode(value).decode() for key, value in kept.items()},
    }
    write_private(path=path, data=json.dumps(data, indent=1).encode())
