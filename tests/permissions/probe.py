"""Asking the database as each person, one table at a time: rows seen, changed, added, removed.

One connection of the superuser takes the application's role for each question and undoes everything, so that tables,
policies and rows can be changed between two questions.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg import sql

from tests.permissions.degrees import RULES, TABLES, Row
from tests.permissions.world import Made, Person, World

APP: Final = "tiepdan_app"
READER: Final = "tiepdan_reader"
ACTS: Final = ("see", "change", "add", "remove")
RIGHTS_REST_ON: Final = [
    "sealed", "role", "status", "capacity", "agency_path", "coordinator_path", "series_path", "via_path", "to_path", "code",
]  # fmt: skip
# One function asks about many rows and undoes each answer; what fails for another reason than rights was allowed.
TRY = """
CREATE FUNCTION public.try_all(p_table regclass, p_act text, p_column text, p_rows jsonb[]) RETURNS boolean[]
LANGUAGE plpgsql AS $$
DECLARE
  answer boolean[] := '{}';
  one jsonb;
  touched bigint;
  written text := (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
    WHERE attrelid = p_table AND attnum > 0 AND NOT attisdropped AND attgenerated = '');
BEGIN
  FOREACH one IN ARRAY p_rows LOOP
    BEGIN
      IF p_act = 'add' THEN
        EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)', p_table, written)
          USING one;
      ELSIF p_act = 'change' THEN
        EXECUTE format('UPDATE %s SET %I = %2$I WHERE id = ($1->>''id'')::bigint', p_table, p_column) USING one;
      ELSE
        EXECUTE format('DELETE FROM %s WHERE id = ($1->>''id'')::bigint', p_table) USING one;
      END IF;
      GET DIAGNOSTICS touched = ROW_COUNT;
      RAISE EXCEPTION 'undone' USING ERRCODE = 'T0001', HINT = touched::text;
    EXCEPTION
      WHEN insufficient_privilege THEN answer := answer || false;
      WHEN SQLSTATE 'T0001' THEN answer := answer || (touched > 0);
      WHEN OTHERS THEN answer := answer || true;
    END;
  END LOOP;
  RETURN answer;
END $$;
"""


@dataclass
class Probe:
    """The database with every table filled for every matter, inside one transaction that is never committed."""

    world: World
    connection: psycopg.Connection[Any]
    rows: dict[str, list[Any]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)  # one that can be changed, by table

    def answers(self, table: str, who: Person) -> dict[str, object]:
        """What a table answers to somebody, act by act: ids, and what a statement that reads nothing would touch."""
        found: dict[str, set[int]] = {act: set() for act in ACTS}
        blind: list[object] = []
        rows = self.rows[table]
        for matter_id, asked in self._entries(who, rows):
            with self._as(APP, who.enter.replace("%s", str(matter_id))):
                seen = {int(one[0]) for one in self._all(f"SELECT id FROM {table}")}
                found["see"] |= {row.id for row in asked if row.id in seen}
                for act in ("change", "add", "remove"):
                    found[act] |= self._tried(table, act, asked)
                blind.append(self._blind(table))
        return {**found, "blind": sum(blind) if all(isinstance(one, int) for one in blind) else "refused"}  # type: ignore[arg-type]

    def expected(self, table: str, who: Person) -> dict[str, object]:
        """What the oracle says it should answer."""
        rules = TABLES[table]
        found: dict[str, set[int]] = {
            act: {row.id for row in self.rows[table] if RULES[rules.get(act, "nobody")](who, row)} for act in ACTS
        }
        seen = found["see"] if self.columns[table] else set()
        whole = seen == found["change"]
        return {**found, "blind": len(seen) if whole else "refused"}

    def reader_sees(self, table: str) -> bool:
        """Tell whether the role behind the functions still reaches the table."""
        with self._as(READER, "tiepdan.leave()"):
            return len(self._all(f"SELECT id FROM {table}")) >= len(self.rows[table])

    def differs(self, table: str) -> str:
        """Name the first person whom the table answers otherwise than the oracle says; empty when it holds."""
        if not self.reader_sees(table):
            return "reader"
        for who in self.world.people.values():
            if self.answers(table, who) != self.expected(table, who):
                return who.name
        return ""

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Undo what happens inside."""
        self.connection.execute("SAVEPOINT here")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK TO SAVEPOINT here")
            self.connection.execute("RELEASE SAVEPOINT here")

    def fill(self) -> None:
        """Copy rows into the matters for which a table has none, then read every row."""
        self.connection.execute("SET LOCAL session_replication_role = replica")
        for place, table in enumerate(sorted(TABLES, key=lambda name: (name != "documents_paper", name))):
            if "matter_id" not in self._columns_of(table):
                continue
            self._fill(table, 900_000 + place * 1000)
        self.connection.execute("SET LOCAL session_replication_role = origin")
        # The oracle asks the policies. The guard of openings forbids more, whatever they say, and has tests of its own.
        self.connection.execute("ALTER TABLE submissions_opening DISABLE TRIGGER guard_opening")
        for table in TABLES:
            self.rows[table] = self._read(table)
            self.columns[table] = self._changeable(table)
        self.connection.execute(TRY)

    def _entries(self, who: Person, rows: list[Row]) -> list[tuple[int, list[Row]]]:
        if not who.is_citizen:
            return [(0, rows)]
        return [
            (made.matter_id, [row for row in rows if row.matter == key]) for key, made in self.world.matters.items()
        ]

    @contextmanager
    def _as(self, role: str, enter: str) -> Iterator[None]:
        with self.undone():
            self.connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(role)))
            self.connection.execute(f"SELECT {enter}".encode())
            yield

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows; a refusal is no row."""
        try:
            with self.undone():
                return self.connection.execute(statement.encode(), values or None).fetchall()
        except psycopg.errors.InsufficientPrivilege:
            return []

    def _tried(self, table: str, act: str, rows: list[Row]) -> set[int]:
        if not rows or (act == "change" and not self.columns[table]):
            return set()
        given = [json.dumps(row.data | {"id": row.id + 5_000_000} if act == "add" else {"id": row.id}) for row in rows]
        statement = "SELECT public.try_all(%s::regclass, %s, %s, %s::jsonb[])"
        answer = self.connection.execute(statement, (table, act, self.columns[table], given)).fetchone()
        assert answer is not None
        return {row.id for row, allowed in zip(rows, answer[0], strict=True) if allowed}

    def _blind(self, table: str) -> int | str:
        """Change a column of all rows to one value, without reading any."""
        column = self.columns[table]
        if not column:
            return 0
        try:
            with self.undone():
                return self.connection.execute(
                    f"UPDATE {table} SET {column} = {self._constant(table, column)}".encode()
                ).rowcount
        except psycopg.errors.InsufficientPrivilege:
            return "refused"

    def _fill(self, table: str, serial: int) -> None:
        unique = {
            str(one[0])
            for one in self._all(
                "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
                " WHERE i.indrelid = %s::regclass AND i.indisunique AND i.indpred IS NULL",
                table,
            )
        } - {"id", "matter_id"}
        model = self._all(f"SELECT to_jsonb(t) FROM {table} t WHERE matter_id IS NOT NULL ORDER BY id LIMIT 1")
        model = model or [(self._invented(table),)]
        for made in self.world.matters.values():
            if self._all(f"SELECT 1 FROM {table} WHERE matter_id = %s LIMIT 1", made.matter_id):
                continue
            serial += 1
            copy = dict(model[0][0]) | {"id": serial, "matter_id": made.matter_id}
            for column in unique & set(copy):
                copy[column] = f"X{serial}" if isinstance(copy[column], str) else (copy[column] and -serial)
            copy |= self._relatives(table, copy, made, unique)
            self._insert(table, copy)

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        """Add a row as given, but for what the database computes itself."""
        computed = self._all(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attgenerated <> ''", table
        )
        written = ", ".join(f'"{name}"' for name in self._columns_of(table) - {str(one[0]) for one in computed})
        self.connection.execute(
            f"INSERT INTO {table} ({written}) SELECT {written} FROM jsonb_populate_record(NULL::{table}, %s::jsonb)".encode(),
            (json.dumps(row),),
        )

    def _relatives(self, table: str, copy: dict[str, Any], made: Made, unique: set[str]) -> dict[str, Any]:
        """Point a copied row to the paper and the submission of its own matter; what it is copied from gives no rights there."""
        found: dict[str, Any] = {"case_id": -int(copy["id"])} if "case_id" in copy else {}
        if copy.get("agency_path") == "x":  # invented: the row is of the agency that has the matter
            line = "SELECT agency_path FROM matters_participation WHERE matter_id = %s ORDER BY id LIMIT 1"
            found["agency_path"] = self._all(line, made.matter_id)[0][0]
        if "submission_id" in copy and "submission_id" not in unique:
            found["submission_id"] = made.submission_id
        if table == "matters_assignment":
            found["ends_at"] = copy["starts_at"]
        if table == "submissions_opening":
            found |= {"status": "asked", "ends_at": None}
        if copy.get("paper_id") is not None:
            found["paper_id"] = self._all("SELECT min(id) FROM documents_paper WHERE matter_id = %s", made.matter_id)[
                0
            ][0]
        return found

    def _invented(self, table: str) -> dict[str, Any]:
        """A row for a table that no act of this world fills: every column that must be there, by its type."""
        by_type = {
            "boolean": False, "date": "2026-07-14", "timestamp with time zone": "2026-07-14T09:00:00Z", "jsonb": {},
            "character varying": "x", "text": "x", "ARRAY": [], "bytea": "\\x00", "tsvector": "x",
        }  # fmt: skip
        columns = self._all(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name = %s AND is_nullable = 'NO'",
            table,
        )
        return {str(name): by_type.get(str(kind), 1) for name, kind in columns}

    def _read(self, table: str) -> list[Row]:
        columns = self._columns_of(table)
        matter = "id" if table == "matters_matter" else "matter_id"
        statement = f"SELECT to_jsonb(t) FROM {table} t WHERE {matter} = ANY (%s) ORDER BY id"
        if matter not in columns:
            statement = (
                f"SELECT to_jsonb(t) || jsonb_build_object('matter_id', r.matter_id) FROM {table} t"
                " JOIN reception_reception r ON r.id = t.reception_id WHERE r.matter_id = ANY (%s) ORDER BY t.id"
            )
        keys = {made.matter_id: key for key, made in self.world.matters.items()}
        found = []
        for (data,) in self._all(statement, list(keys)):
            found.append(
                Row(
                    id=data["id"], matter=keys[data[matter]], agency_path=data.get("agency_path") or self._path(data),
                    user_id=data.get("user_id"), role=data.get("role") or "", capacity=data.get("capacity") or "",
                    data={name: value for name, value in data.items() if name in columns},
                )
            )  # fmt: skip
        assert found, f"no row of {table} to ask about"
        return found

    def _path(self, data: dict[str, Any]) -> str:
        rows = self._all("SELECT path FROM agencies_agency WHERE id = %s", data.get("agency_id") or 0)
        return str(rows[0][0]) if rows else ""

    def _columns_of(self, table: str) -> set[str]:
        found = self._all(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
            table,
        )
        return {str(one[0]) for one in found}

    def _changeable(self, table: str) -> str:
        """Return a column that the application may change and on which no policy or key rests; empty when there is none."""
        kinds = (
            "bool",
            "text",
            "varchar",
            "int4",
            "int2",
            "date",
            "timestamptz",
            "jsonb",
            "bytea",
            "_int4",
            "tsvector",
        )
        rows = self._all(
            "SELECT a.attname FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = %s::regclass"
            " AND a.attnum > 0 AND NOT a.attisdropped AND y.typname = ANY (%s) AND a.attname <> ALL (%s)"
            f" AND has_column_privilege('{APP}', a.attrelid, a.attnum, 'UPDATE') ORDER BY a.attnum",
            table, list(kinds), RIGHTS_REST_ON,
        )  # fmt: skip
        for (name,) in rows:
            try:
                with self.undone():
                    self.connection.execute(f"UPDATE {table} SET {name} = {self._constant(table, name)}".encode())
                    return str(name)
            except psycopg.Error:
                continue
        return ""

    def _constant(self, table: str, column: str) -> str:
        rows = self._all(
            "SELECT y.typname, a.attnotnull FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid"
            " WHERE a.attrelid = %s::regclass AND a.attname = %s",
            table, column,
        )  # fmt: skip
        kind, needed = rows[0]
        if not needed:
            return "NULL"
        values = {
            "bool": "false",
            "date": "'2026-07-14'",
            "timestamptz": "now()",
            "jsonb": "'{}'",
            "bytea": "'x'",
            "_int4": "'{}'",
        }
        return values.get(str(kind), "'1'" if kind != "tsvector" else "'x'")


@contextmanager
def asked_database(world: World) -> Iterator[Probe]:
    """Open the connection, fill the tables, undo everything at the end."""
    from django.conf import settings

    admin = os.environ["TIEPDAN_TEST_ADMIN"]
    with psycopg.connect(admin, dbname=str(settings.DATABASES["default"]["NAME"])) as connection:
        probe = Probe(world, connection)
        probe.fill()
        yield probe
        connection.rollback()
