"""Asking the database about work that is no matter: whose row it is, who it is about, and what the oracle says to that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg

from tests.permissions.degrees import WORK, people_of
from tests.permissions.probe import ACTS, APP, TRY, Probe
from tests.permissions.world import Person, World

# Rows that the oracle tells apart by more than the agency of the row itself.
_LEAD = "SELECT a.agency_path FROM plans_taskagency a WHERE a.task_id = {0} ORDER BY a.id LIMIT 1"
KEYS: Final = {
    "plans_task": f"({_LEAD.format('t.id')})",
    "plans_taskdeadline": f"({_LEAD.format('t.task_id')})",
    "situation_reportseries": "t.title",
}
_ON_SHIFT = (
    "ARRAY(SELECT m.user_id FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id WHERE d.roster_id = t.roster_id"
    ' AND d."on" = t."on" AND d.shift = t.shift{0})'
)
_MEMBER = "ARRAY(SELECT m.user_id FROM rosters_member m WHERE m.id = t.member_id)"
ABOUT: Final = {  # users meant by a word of the oracle, as SQL on the row
    "rosters_wish": {"self": _MEMBER},
    "rosters_dutyshift": {"self": _MEMBER, "leader": _ON_SHIFT.format(" AND d.leads")},
    "rosters_swap": {
        "self": "ARRAY(SELECT m.user_id FROM rosters_member m WHERE m.id = t.other_id"
        " OR m.id = (SELECT d.member_id FROM rosters_dutyshift d WHERE d.id = t.duty_id))"
    },
    "rosters_handover": {"shift": _ON_SHIFT.format("")},
    "rosters_calendarfeed": {"self": "ARRAY[t.user_id]"},
    "matters_savedfilter": {"self": "ARRAY[t.user_id]"},
}
# Rows of tables that no act of this world fills, of the commune unless said otherwise; columns left out are invented by type.
AT_COMMUNE: Final = (
    "agenda_receptionsession", "agenda_sessionmove", "agenda_sessionvisit", "agenda_followup", "agenda_receptionhours",
    "agenda_appointment", "agenda_queueticket", "imports_importrun", "imports_importitem", "plans_plandraft", "plans_progress",
    "plans_evidence", "documents_formtemplate", "documents_trustedcertificate", "documents_personalletter", "matters_handover",
    "matters_handoverpart",
)  # fmt: skip
ONLY_REFERENCES: Final = {"agenda_sessionvisit": "visit_id"}
SERIAL: Final = 700_000  # of all invented rows, so that they find each other


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A stored row, what the oracle calls it, and who it is about."""

    id: int
    key: str
    about: dict[str, frozenset[str]]
    data: dict[str, Any]


@dataclass
class WorkProbe(Probe):
    """The database with a row in every table of work."""

    given: dict[str, list[WorkRow]] = field(default_factory=dict)

    def expected(self, table: str, who: Person) -> dict[str, object]:
        """What the oracle says the table should answer."""
        found = {act: {row.id for row in self.rows[table] if may(table, row, act, who.name)} for act in ACTS}
        seen = found["see"] if self.columns[table] else set()
        return {
            **found,
            "blind": len(seen) if seen == found["change"] else "refused",
            "swept": len(found["remove"]),
        }

    def answers(self, table: str, who: Person) -> dict[str, object]:
        """What it answers, and how many rows a removal that reads none would take."""
        found = super().answers(table, who)
        with self._as(APP, who.enter.replace("%s", "0")):
            try:
                with self.undone():
                    swept = self.connection.execute(f"DELETE FROM {table}".encode()).rowcount
            except psycopg.errors.InsufficientPrivilege:
                swept = 0
        return {**found, "swept": swept}

    def fill(self) -> None:
        """Invent what no act made, then read every row."""
        self.connection.execute("SET LOCAL session_replication_role = replica")
        for table in AT_COMMUNE:
            assert not self._all(f"SELECT 1 FROM {table} LIMIT 1"), f"{table} is filled by an act: need not be invented"
            self._invent(table)
        self.connection.execute("SET LOCAL session_replication_role = origin")
        # The oracle asks the policies. The guard of handovers forbids more, whatever they say, and has tests of its own.
        self.connection.execute("ALTER TABLE matters_handover DISABLE TRIGGER guard_handover")
        names = {path: key for key, path in places(self.world).items()}
        for table in WORK:
            self.rows[table] = self._work_rows(table, names)
            self.columns[table] = self._changeable(table)
        self.connection.execute(TRY)

    def _entries(self, who: Person, rows: list[Any]) -> list[tuple[int, list[Any]]]:
        """A citizen enters with the own matter; work is not opened by it."""
        return [(next(iter(self.world.matters.values())).matter_id if who.name == "citizen" else 0, rows)]

    def _invent(self, table: str) -> None:
        cast, visit = self.world.cast, self.world.matters["complaint_received"]
        reception = self._all("SELECT id FROM reception_reception WHERE code = %s", visit.reception_code)[0][0]
        path = {
            "agency_path": cast.commune.path,
            "coordinator_path": cast.province.path,
            "successor_path": cast.neighbour.path,
            "visit_id": reception,
            "agency_id": cast.commune.pk,
        }
        row = self._invented(table) | {"id": SERIAL}
        row |= {name: SERIAL for name in ("session_id", "handover_id") if name in row}
        row |= {name: value for name, value in path.items() if name in row}
        times = [name for name, kind in self._types(table).items() if kind.startswith("time without")]
        row |= {name: "09:00" if name == "ends_at" else "08:00" for name in times}
        self._insert(table, row)

    def _changeable(self, table: str) -> str:
        """Return a column as for matters; where there are only references, one of them, changed to itself."""
        return super()._changeable(table) or ONLY_REFERENCES.get(table, "")

    def _constant(self, table: str, column: str) -> str:
        return column if ONLY_REFERENCES.get(table) == column else super()._constant(table, column)

    def _types(self, table: str) -> dict[str, str]:
        asked = "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
        return {str(name): str(kind) for name, kind in self._all(asked, table)}

    def _work_rows(self, table: str, names: dict[str, str]) -> list[WorkRow]:
        key = KEYS.get(table) or ("t.agency_path" if "agency_path" in self._columns_of(table) else "'any'")
        words = ABOUT.get(table, {})
        about = ", ".join(f"'{word}', to_jsonb({users})" for word, users in words.items())
        people = {who.user_id: who.name for who in self.world.people.values() if who.actor is not None}
        found = []
        for identity, data, called, users in self._all(
            f"SELECT t.id, to_jsonb(t), {key}, jsonb_build_object({about}) FROM {table} t ORDER BY t.id"
        ):
            meant = {word: frozenset(people[one] for one in some) for word, some in users.items()}
            found.append(WorkRow(identity, names.get(called, called), meant, data))
        assert {row.key for row in found} == set(WORK[table]), f"{table}: {[row.key for row in found]}"
        return found


def places(world: World) -> dict[str, str]:
    """Paths of the agencies that the oracle names."""
    return {
        name: getattr(world.cast, name).path
        for name in ("province", "inspectorate", "department", "commune", "neighbour")
    }


def may(table: str, row: WorkRow, act: str, name: str) -> bool:
    """Tell what the oracle says."""
    words = WORK[table][row.key].get(act, "")
    named = people_of(" ".join(word for word in words.split() if word not in row.about))
    return name in named or any(name in people for word, people in row.about.items() if word in words.split())


@contextmanager
def asked_about_work(world: World) -> Iterator[WorkProbe]:
    """Open the connection, fill the tables, undo everything at the end."""
    from django.conf import settings

    admin = os.environ["TIEPDAN_TEST_ADMIN"]
    with psycopg.connect(admin, dbname=str(settings.DATABASES["default"]["NAME"])) as connection:
        probe = WorkProbe(world, connection)
        probe.fill()
        yield probe
        connection.rollback()
