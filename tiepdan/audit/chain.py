"""Checking the chain from outside the database: every link is hashed again here, not by the database that is checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

import psycopg

from tiepdan.infra.home import Home
from tiepdan.infra.seal import KeyRing

LANES: Final = 64
_UNIT: Final = "\x1f"
_BATCH: Final = 5000
_READ: Final = (
    "SELECT lane, seq, extract(epoch FROM at)::numeric(20, 6)::text, extract(epoch FROM recorded_at)::numeric(20, 6)::text, act,"
    " actor_id, actor_name, actor_role, actor_unit, agency_path, coalesce(matter_id, 0), subject, before, after, reason,"
    " rule, xact, prev_hash, hash, id FROM audit_entry ORDER BY lane, seq"
)

Connection = psycopg.Connection[tuple[object, ...]]
Row = tuple[object, ...]


@dataclass
class Report:
    """What a check found; faults are sentences naming lane and place."""

    entries: int = 0
    faults: list[str] = field(default_factory=list)


def verify(*, connection: Connection, ring: KeyRing, home: Home) -> Report:
    """Check all lanes and seals.

    Finds a changed, removed or inserted entry, a cut tail of a lane (by its head or by a seal), a forged seal.
    Cost: reads the whole record once, in batches.
    """
    report = Report()
    reached = _check_links(connection, report)
    for lane, seq, last in connection.execute("SELECT lane, seq, hash FROM audit_head ORDER BY lane").fetchall():
        number, link = reached.get(int(str(lane)), (0, first_hash(int(str(lane)))))
        if number != seq or link != last:
            report.faults.append(f"làn {lane}: chuỗi dừng ở {number}, đầu chuỗi ghi {seq} (đuôi bị cắt hoặc bị sửa)")
    _check_seals(connection, ring, home, reached, report)
    return report


def seal_heads(*, connection: Connection, ring: KeyRing, home: Home, at: datetime) -> int:
    """Sign the head of every used lane with the key outside the database; kept in the database and in a file."""
    heads = connection.execute("SELECT lane, seq, hash FROM audit_head WHERE seq > 0 ORDER BY lane").fetchall()
    lines = []
    for lane, seq, last in heads:
        signature = ring.signature(text=_seal_text(lane, seq, bytes(last)))  # type: ignore[call-overload] # bytea
        connection.execute(
            "INSERT INTO audit_seal (sealed_at, lane, seq, hash, signature) VALUES (%s, %s, %s, %s, %s)",
            [at, lane, seq, last, signature],
        )
        lines.append(
            json.dumps({"lane": lane, "seq": seq, "hash": bytes(last).hex(), "signature": signature})  # type: ignore[call-overload]
        )
    connection.commit()
    with _seal_file(home).open("a", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)
    return len(heads)


def first_hash(lane: int) -> bytes:
    """Return the hash every lane starts from."""
    return hashlib.sha256(f"tiepdan {lane}".encode()).digest()


def _check_links(connection: Connection, report: Report) -> dict[int, tuple[int, bytes]]:
    reached: dict[int, tuple[int, bytes]] = {}
    for row in _rows(connection):
        lane, seq = int(str(row[0])), int(str(row[1]))
        number, link = reached.get(lane, (0, first_hash(lane)))
        stored_prev, stored = bytes(row[17]), bytes(row[18])  # type: ignore[call-overload] # bytea
        report.entries += 1
        if seq != number + 1:
            report.faults.append(f"làn {lane}: sau số {number} là số {seq} (mất hoặc chèn bút toán)")
        elif stored_prev != link:
            report.faults.append(f"làn {lane} số {seq}: không nối với số {number}")
        content = _UNIT.join(str(value) for value in row[1:17])
        if hashlib.sha256(stored_prev + content.encode()).digest() != stored:
            report.faults.append(f"làn {lane} số {seq} (bút toán {row[19]}): nội dung đã bị sửa")
        reached[lane] = (seq, stored)
    return reached


def _rows(connection: Connection) -> Iterator[Row]:
    with connection.cursor(name="audit_check") as cursor:
        cursor.itersize = _BATCH
        cursor.execute(_READ)
        yield from cursor


def _check_seals(
    connection: Connection, ring: KeyRing, home: Home, reached: dict[int, tuple[int, bytes]], report: Report
) -> None:
    seals = [
        (int(str(lane)), int(str(seq)), bytes(last).hex(), str(signature))  # type: ignore[call-overload] # bytea
        for lane, seq, last, signature in connection.execute(
            "SELECT lane, seq, hash, signature FROM audit_seal ORDER BY id"
        ).fetchall()
    ]
    known = set(seals)
    if _seal_file(home).exists():
        for line in _seal_file(home).read_text(encoding="utf-8").splitlines():
            kept = json.loads(line)
            seal = (kept["lane"], kept["seq"], kept["hash"], kept["signature"])
            if seal not in known:
                report.faults.append(
                    f"làn {kept['lane']} số {kept['seq']}: dấu niêm phong đã bị xóa khỏi cơ sở dữ liệu"
                )
                seals.append(seal)
    for lane, seq, digest, signature in seals:
        if ring.signature(text=_seal_text(lane, seq, bytes.fromhex(digest))) != signature:
            report.faults.append(f"làn {lane} số {seq}: dấu niêm phong giả")
            continue
        found = connection.execute("SELECT hash FROM audit_entry WHERE lane = %s AND seq = %s", [lane, seq]).fetchone()
        if found is None or bytes(found[0]).hex() != digest:  # type: ignore[call-overload] # bytea
            end = reached.get(lane, (0, b""))[0]
            report.faults.append(f"làn {lane}: đã niêm phong đến số {seq} nhưng chuỗi chỉ còn đến {end} hoặc bị thay")


def _seal_text(lane: object, seq: object, digest: bytes) -> str:
    return f"{lane}:{seq}:{digest.hex()}"


def _seal_file(home: Home) -> Path:
    return home.keys / "audit-seals.jsonl"
