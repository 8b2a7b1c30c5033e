"""Work that is no matter, table by table, as everybody: what the database shows, changes and adds is what the oracle says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.permissions.degrees import GROUPS, TABLES, WORK, people_of
from tests.permissions.work import Work, make_work
from tests.permissions.work_probe import ABOUT, WorkProbe, asked_about_work
from tests.permissions.world import World

ACTS = {"see", "change", "add", "remove"}
INERT = {
    ("matters_handoverpart", "change")
}  # no column of it is granted: nobody changes a part, whatever the policy says


@pytest.fixture(scope="module")
def work(world: World) -> Work:
    """One of everything, by acts."""
    return make_work(world)


@pytest.fixture(scope="module")
def probe(world: World, work: Work) -> Iterator[WorkProbe]:
    """The filled database."""
    assert work.named
    with asked_about_work(world) as asked:
        yield asked


def test_the_oracle_names_people_who_exist(world: World, work: Work) -> None:
    assert work.named
    words = [words for rows in WORK.values() for acts in rows.values() for words in acts.values()]
    named = people_of(" ".join([*GROUPS, *words]))
    assert named - {"self", "leader", "shift"} <= set(world.people)
    assert {act for rows in WORK.values() for acts in rows.values() for act in acts} == ACTS


def test_every_protected_table_is_in_one_part_of_the_oracle(probe: WorkProbe) -> None:
    rows = probe.connection.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    assert {row[0] for row in rows} == set(TABLES) | set(WORK)
    assert not set(TABLES) & set(WORK)


@pytest.mark.parametrize("table", ABOUT)
def test_who_a_row_is_about_is_somebody_of_the_oracle(probe: WorkProbe, table: str) -> None:
    for word in ABOUT[table]:
        assert any(row.about[word] for row in probe.rows[table]), (table, word)


@pytest.mark.parametrize("table", WORK)
def test_each_table_of_work_answers_everybody_as_the_oracle_says(probe: WorkProbe, table: str) -> None:
    assert probe.reader_sees(table)
    wrong = {}
    for who in probe.world.people.values():
        expected, found = probe.expected(table, who), probe.answers(table, who)
        if expected != found:
            wrong[who.name] = {act: (expected[act], found[act]) for act in found if expected[act] != found[act]}
    assert not wrong


@pytest.mark.parametrize("table", WORK)
def test_without_one_of_its_policies_a_table_of_work_answers_otherwise(probe: WorkProbe, table: str) -> None:
    policies = probe.connection.execute(
        "SELECT policyname, qual, with_check FROM pg_policies WHERE tablename = %s ORDER BY policyname", (table,)
    ).fetchall()
    assert {"reader", "see", "add", "change"} <= {row[0] for row in policies}
    for name, qual, check in policies:
        if (table, name) in INERT:
            assert not probe.columns[table]
            continue
        with probe.undone():
            probe.connection.execute(f'DROP POLICY "{name}" ON {table}'.encode())
            assert probe.differs(table), f"{table}.{name} may be dropped unnoticed"
        if name == "reader":
            continue
        with probe.undone():
            using = " USING (true)" if qual is not None else ""
            checking = " WITH CHECK (true)" if check is not None else ""
            probe.connection.execute(f'ALTER POLICY "{name}" ON {table}{using}{checking}'.encode())
            assert probe.differs(table), f"{table}.{name} may be loosened unnoticed"


@pytest.mark.parametrize("table", WORK)
def test_without_row_level_security_a_table_of_work_answers_otherwise(probe: WorkProbe, table: str) -> None:
    with probe.undone():
        probe.connection.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY".encode())
        assert probe.differs(table)
