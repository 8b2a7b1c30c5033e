# ruff: noqa: SLF001 # what Django tells about a model stands in _meta
"""Told stories read back from the database: all rows of a group of matters that refer to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import psycopg
from django.apps import apps
from django.db import models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.audit.models import Entry
from tiepdan.documents.models import Paper, Register, RegisterNumber
from tiepdan.duplicates.models import Sketch
from tiepdan.imports.models import ImportItem
from tiepdan.matters.models import Matter
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import Attachment, SearchText, Submission

Connection = psycopg.Connection[tuple[str | None, ...]]
Cells = dict[str, str | None]

USER_COLUMNS: Final = frozenset({"created_by", "actor_id", "added_by"})
COMPUTED: Final = (SearchText, Sketch, Entry)  # made again for every retelling, not copied
_FILES: Final = (Attachment,)  # stories with files are told once: a file belongs to one matter


@dataclass
class Table:
    """A table whose rows hang on a matter."""

    model: type[models.Model]
    columns: list[str]
    json: frozenset[str]
    bytes: frozenset[str]
    refers: dict[str, str]  # column → table of the row it refers to; users and agencies as "user" and "agency"

    @property
    def name(self) -> str:
        """Its name in the database."""
        return self.model._meta.db_table


@dataclass
class Story:
    """Rows of matters that belong together."""

    matters: list[str]
    rows: dict[str, list[Cells]] = field(default_factory=lambda: defaultdict(list))

    @property
    def submissions(self) -> list[Cells]:
        """Its submissions, the first told first."""
        return self.rows[Submission._meta.db_table]

    @property
    def begins(self) -> str:
        """The day it begins."""
        return min(str(row["received_on"]) for row in self.submissions)


def tables() -> list[Table]:
    """List the tables to be retold: the matter, whatever has a matter, and whatever hangs on a row that has one."""
    found: dict[type[models.Model], Table] = {}
    ours = [model for model in apps.get_models() if model.__module__.startswith("tiepdan.") and model not in COMPUTED]
    grown = True
    while grown:
        grown = False
        for model in ours:
            if model not in found and (model is Matter or any(target in found for target in _anchors(model))):
                found[model] = _table(model)
                grown = True
    known = {table.name for table in found.values()}
    for table in found.values():
        table.refers = {
            column: target for column, target in table.refers.items() if target in known | {"user", "agency"}
        }
    return [table for table in found.values() if table.model is not Register]


def _anchors(model: type[models.Model]) -> list[type[models.Model]]:
    """What a row of a model belongs to: its matter, else the reception it was noted at."""
    targets = [f.related_model for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey)]
    if Matter in targets:
        return [Matter]
    # What was noted at a head's session stays with that session: a retold reception is none of its visits.
    return [Reception] if any(f.attname == "reception_id" for f in model._meta.concrete_fields) else []


def _table(model: type[models.Model]) -> Table:
    fields = [one for one in model._meta.concrete_fields if not one.generated]  # the database fills those itself
    refers = {}
    for one in fields:
        if isinstance(one, models.ForeignKey):
            target = one.related_model
            refers[one.column] = {User: "user", Agency: "agency"}.get(target, target._meta.db_table)
        elif one.column in USER_COLUMNS:
            refers[one.column] = "user"
    return Table(
        model=model,
        columns=[str(one.column) for one in fields],
        json=frozenset(str(one.column) for one in fields if isinstance(one, models.JSONField)),
        bytes=frozenset(str(one.column) for one in fields if isinstance(one, models.BinaryField)),
        refers=refers,
    )


def read_stories(owner: Connection, found: list[Table]) -> list[Story]:
    """Read every story that may be retold: at least one submission, no files, none of an old book (a line, no text).

    Nor one whose record was destroyed (nothing is left to tell), nor one with the draft of an act, which is sealed to its paper.
    """
    rows = {table.name: _rows(owner, table) for table in found}
    home = _homes(found, rows)
    group = _groups(found, rows, home)
    once = {group[str(row["matter_id"])] for model in _FILES for row in rows.get(model._meta.db_table, [])}
    once |= {group[str(row["matter_id"])] for row in _from_old_books(owner, rows[Submission._meta.db_table])}
    once |= {group[str(row["matter_id"])] for row in rows[Submission._meta.db_table] if row["destroyed_on"]}
    once |= {
        group[str(row["matter_id"])] for row in rows[Paper._meta.db_table] if row["act_typed"] and row["matter_id"]
    }
    stories: dict[str, Story] = {}
    for table in found:
        for row in rows[table.name]:
            matter = home.get((table.name, str(row["id"])))
            if matter is None or group[matter] in once:
                continue
            story = stories.setdefault(group[matter], Story(matters=[]))
            story.rows[table.name].append(row)
            if table.model is Matter:
                story.matters.append(matter)
    for row in _entries(owner):
        key = group.get(str(row["matter_id"]))
        if key in stories:
            stories[key].rows[Entry._meta.db_table].append(row)
    return sorted((story for story in stories.values() if story.submissions), key=lambda story: story.begins)


def _from_old_books(owner: Connection, submissions: list[Cells]) -> list[Cells]:
    brought = {str(subject) for (subject,) in owner.execute(f'SELECT subject FROM "{ImportItem._meta.db_table}"')}  # noqa: S608 # our own name
    return [row for row in submissions if f"submission:{row['id']}" in brought]


def _rows(owner: Connection, table: Table) -> list[Cells]:
    chosen = ", ".join(f'"{column}"::text' for column in table.columns)
    cursor = owner.execute(f'SELECT {chosen} FROM "{table.name}" ORDER BY id')  # noqa: S608 # our own names
    return [dict(zip(table.columns, row, strict=True)) for row in cursor]


def _entries(owner: Connection) -> Iterator[Cells]:
    columns = [
        "at", "act", "actor_id", "actor_name", "actor_role", "actor_unit", "agency_path", "matter_id", "subject", "before",
        "after", "reason", "rule",
    ]  # fmt: skip
    chosen = ", ".join(f'"{column}"::text' for column in columns)
    cursor = owner.execute(
        f"SELECT {chosen}, extract(epoch FROM at)::numeric(20, 6)::text FROM audit_entry"  # noqa: S608 # our own names
        " WHERE matter_id IS NOT NULL ORDER BY id"
    )
    for row in cursor:
        yield dict(zip([*columns, "epoch"], row, strict=True))


def _homes(found: list[Table], rows: dict[str, list[Cells]]) -> dict[tuple[str, str], str]:
    """Which matter every row belongs to."""
    home: dict[tuple[str, str], str] = {}
    receptions = Reception._meta.db_table
    for table in sorted(found, key=lambda table: table.name != receptions):
        for row in rows[table.name]:
            if table.model is Matter:
                matter = row["id"]
            elif "matter_id" in row:
                matter = row["matter_id"]
            else:
                matter = home.get((receptions, str(row["reception_id"])))
            if matter is not None:
                home[table.name, str(row["id"])] = matter
    return home


def _groups(
    found: list[Table], rows: dict[str, list[Cells]], home: dict[tuple[str, str], str]
) -> dict[str, str]:  # fmt: skip
    """Which group every matter belongs to: rows that refer to each other keep together."""
    above: dict[str, str] = {}

    def root(matter: str) -> str:
        above.setdefault(matter, matter)
        while above[matter] != matter:
            matter = above[matter]
        return matter

    for table in found:
        for row in rows[table.name]:
            own = home.get((table.name, str(row["id"])))
            if own is None:
                continue
            mine = root(own)
            for column, target in table.refers.items():
                other = home.get((target, str(row.get(column))))
                if other is not None:
                    theirs = root(other)
                    if theirs != mine:
                        above[theirs] = mine
    return {matter: root(matter) for matter in above}


__all__ = ["Cells", "Connection", "RegisterNumber", "Story", "Table", "read_stories", "tables"]
