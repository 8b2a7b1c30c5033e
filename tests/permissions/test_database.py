"""The database, table by table, as everybody: what it shows, changes and adds is what the oracle says, no more, no less."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.permissions.degrees import DEGREES, MATTERS, TABLES
from tests.permissions.probe import Probe, asked_database
from tests.permissions.world import World

# A policy that forbids nothing by itself: an entry may be added by whoever acts, its truth is the trigger's matter.
OPEN_BY_ITSELF = {("audit_entry", "add")}


@pytest.fixture(scope="module")
def probe(world: World) -> Iterator[Probe]:
    """The filled database."""
    with asked_database(world) as asked:
        yield asked


def test_the_oracle_speaks_of_everybody_and_every_matter(world: World) -> None:
    named = {name for people in MATTERS.values() for name in people}
    assert named <= set(world.people)
    assert set(MATTERS) == set(world.matters)
    assert {degree for people in MATTERS.values() for degree in people.values()} == set(DEGREES) - {"none"}


def test_every_protected_table_of_matters_is_in_the_oracle(probe: Probe) -> None:
    rows = probe.connection.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relrowsecurity AND c.relnamespace = 'public'::regnamespace"
        " AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('matter_id', 'reception_id'))"
    ).fetchall()
    assert {row[0] for row in rows} | {"matters_matter"} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_answers_everybody_as_the_oracle_says(probe: Probe, table: str) -> None:
    assert probe.reader_sees(table)
    wrong = {}
    for who in probe.world.people.values():
        expected, found = probe.expected(table, who), probe.answers(table, who)
        if expected != found:
            wrong[who.name] = {act: (expected[act], found[act]) for act in found if expected[act] != found[act]}
    assert not wrong


@pytest.mark.parametrize("table", TABLES)
def test_without_one_of_its_policies_a_table_answers_otherwise(probe: Probe, table: str) -> None:
    policies = probe.connection.execute(
        "SELECT policyname, qual, with_check FROM pg_policies WHERE tablename = %s ORDER BY policyname", (table,)
    ).fetchall()
    assert "reader" in {row[0] for row in policies}
    for name, qual, check in policies:
        with probe.undone():
            probe.connection.execute(f'DROP POLICY "{name}" ON {table}'.encode())
            assert probe.differs(table), f"{table}.{name} may be dropped unnoticed"
        if name == "reader" or (table, name) in OPEN_BY_ITSELF:
            continue
        with probe.undone():
            using = " USING (true)" if qual is not None else ""
            checking = " WITH CHECK (true)" if check is not None else ""
            probe.connection.execute(f'ALTER POLICY "{name}" ON {table}{using}{checking}'.encode())
            assert probe.differs(table), f"{table}.{name} may be loosened unnoticed"


@pytest.mark.parametrize("table", TABLES)
def test_without_row_level_security_a_table_answers_otherwise(probe: Probe, table: str) -> None:
    with probe.undone():
        probe.connection.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY".encode())
        assert probe.differs(table)
