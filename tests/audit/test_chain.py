"""The record cannot be changed unnoticed, whoever holds the database."""

from __future__ import annotations

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.factories import moment, open_matter
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.audit.chain import Report, seal_heads, verify
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.infra.home import Home
from tiepdan.infra.seal import load_ring
from tiepdan.matters.rules import MatterKind

Owner = psycopg.Connection[tuple[object, ...]]
AT = moment("2026-07-14")


def write_entries(cast: Cast, count: int) -> None:
    """Write entries in separate transactions."""
    for number in range(count):
        with acting(cast.clerk):
            record(act="agency.changed", by=cast.clerk, at=AT, subject=f"agency:{number}", after={"tên": "Đổi"})


def check(owner: Owner) -> Report:
    """Verify as an operator does."""
    home = Home.from_environment()
    with psycopg.connect(owner.info.dsn, password="owner") as fresh:
        return verify(connection=fresh, ring=load_ring(home), home=home)


def tamper(owner: Owner, statement: str) -> None:
    """Change the record as somebody who holds the tables could, with the triggers switched off."""
    owner.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    owner.execute(statement)
    owner.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")


@pytest.fixture
def written(transactional_db: None, owner_connection: Owner) -> Owner:
    """A record of a few entries, whole."""
    (Home.from_environment().keys / "audit-seals.jsonl").unlink(missing_ok=True)
    write_entries(make_cast(), 5)
    assert check(owner_connection).faults == []
    return owner_connection


@pytest.mark.parametrize(
    ("deed", "statement", "word"),
    [
        ("changed", "UPDATE audit_entry SET reason = 'khác' WHERE seq = 3", "bị sửa"),
        ("removed", "DELETE FROM audit_entry WHERE seq = 3", "mất hoặc chèn"),
        (
            "inserted",
            "INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', e.id + 1000, 'seq', 6))).*"
            " FROM audit_entry e WHERE seq = 5",
            "không nối",
        ),
        ("cut", "DELETE FROM audit_entry WHERE seq > 3", "đuôi bị cắt"),
    ],
)
def test_tampering_is_found(written: Owner, deed: str, statement: str, word: str) -> None:
    tamper(written, statement)
    assert any(word in fault for fault in check(written).faults), deed


def test_a_tail_cut_together_with_its_head_is_found_by_the_seal(written: Owner) -> None:
    home = Home.from_environment()
    with psycopg.connect(written.info.dsn, password="owner") as fresh:
        assert seal_heads(connection=fresh, ring=load_ring(home), home=home, at=AT) == 1
    tamper(written, "DELETE FROM audit_entry WHERE seq > 3")
    written.execute(
        "UPDATE audit_head h SET seq = 3, hash = e.hash FROM audit_entry e WHERE e.seq = 3 AND e.lane = h.lane"
    )
    assert any("niêm phong" in fault for fault in check(written).faults)


def test_a_deleted_seal_is_found_by_the_file_outside(written: Owner) -> None:
    home = Home.from_environment()
    with psycopg.connect(written.info.dsn, password="owner") as fresh:
        seal_heads(connection=fresh, ring=load_ring(home), home=home, at=AT)
    written.execute("DELETE FROM audit_seal")
    assert any("bị xóa" in fault for fault in check(written).faults)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"]
)
def test_the_application_cannot_change_the_record(statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied|append-only"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_change_without_an_entry_is_not_committed() -> None:
    cast = make_cast()
    with pytest.raises(IntegrityError, match="without an audit entry"), acting(cast.clerk):
        open_matter(
            agency_id=cast.commune.pk, kind=MatterKind.COMPLAINT, sealed=False, code=new_code(), title="Đơn",
            received_on=AT.date(), people=1, field_code="", at=AT,
        )  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.enter(%s, %s)", [cast.head.user_id, cast.head.post_id])
        cursor.execute("SELECT count(*) FROM matters_participation")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_entries_of_an_earlier_server_do_not_stand_for_one_of_this_transaction(written: Owner) -> None:
    # As after a restore: old entries carry the numbers that the coming transactions of a new server will get.
    tamper(written, "UPDATE audit_entry SET recorded_at = now() - interval '1 day'")
    tamper(
        written,
        "INSERT INTO audit_entry (at, recorded_at, act, actor_id, actor_name, actor_role, actor_unit, agency_path, subject, before,"
        " after, reason, rule, xact, lane, seq, prev_hash, hash) SELECT at, recorded_at, act, actor_id, actor_name, actor_role,"
        " actor_unit, agency_path, subject, before, after, reason, rule, pg_current_xact_id()::text::bigint + n, lane, 1000 + n,"
        " prev_hash, hash FROM (SELECT * FROM audit_entry LIMIT 1) e, generate_series(1, 300) n",
    )
    test_a_change_without_an_entry_is_not_committed()
