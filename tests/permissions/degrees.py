"""Reading the oracle: who holds which degree, and which rows of a table that opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tests.permissions.world import SEALED, Person

DEGREES: Final = ("none", "line", "content", "identity")
ORACLE: Final[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("oracle.yaml").read_text(encoding="utf-8"))
MATTERS: Final[dict[str, dict[str, str]]] = ORACLE["matters"]
TABLES: Final[dict[str, dict[str, str]]] = ORACLE["tables"]
WORK: Final[dict[str, dict[str, dict[str, str]]]] = ORACLE["work"]
GROUPS: Final[dict[str, str]] = ORACLE["groups"]


def people_of(words: str) -> frozenset[str]:
    """Names behind the words of the oracle about work: groups opened, what is taken out left out."""
    found: set[str] = set()
    for word in words.split():
        name = word.removeprefix("-")
        some = people_of(GROUPS[name]) if name in GROUPS else frozenset({name})
        found = found - some if word.startswith("-") else found | some
    return frozenset(found)


def degree(person: str, matter: str) -> str:
    """How much somebody may see of a matter."""
    return MATTERS[matter].get(person, "none")


def at_least(person: str, matter: str, wanted: str) -> bool:
    """Tell whether somebody holds a degree or more."""
    return DEGREES.index(degree(person, matter)) >= DEGREES.index(wanted)


@dataclass(frozen=True, slots=True)
class Row:
    """What of a stored row bears on rights."""

    id: int
    matter: str
    agency_path: str
    user_id: int | None
    role: str
    capacity: str
    data: dict[str, Any]


Rule = Callable[[Person, Row], bool]


def _content(who: Person, row: Row) -> bool:
    return at_least(who.name, row.matter, "content")


def _line(who: Person, row: Row) -> bool:
    return at_least(who.name, row.matter, "line")


def _in_scope(who: Person, row: Row) -> bool:
    return who.scope[0] <= row.agency_path < who.scope[1]


def _own(who: Person, row: Row) -> bool:
    return who.path == row.agency_path


def _work(who: Person, row: Row) -> bool:
    return _content(who, row) and who.role != "oversight"


def _issued_or_own(who: Person, row: Row) -> bool:
    return row.data["status"] not in {"draft", "submitted", "reviewed", "approved"} or _own(who, row)


def _own_line(who: Person, row: Row) -> bool:
    return _line(who, row) and (who.is_citizen or _in_scope(who, row))


def _own_act(who: Person, row: Row) -> bool:
    works = row.capacity == "passed_on" or _content(who, row)
    return _own_line(who, row) and who.role != "oversight" and works


def _assigned_only(who: Person) -> bool:
    return who.role == "handler"


def _line_rows(who: Person, row: Row) -> bool:
    return _content(who, row) or (_line(who, row) and _in_scope(who, row))


def _opening(who: Person, row: Row) -> bool:
    return _content(who, row) and (row.user_id == who.user_id or who.role == "head")


def _addressed(who: Person, row: Row) -> bool:
    to_role = row.user_id is None and row.agency_path == who.path and row.role == who.role
    return row.user_id == who.user_id or to_role


RULES: Final[dict[str, Rule]] = {
    "content": _content,
    "work": _work,
    "line": _line_rows,
    "own_book": lambda who, row: _work(who, row) or (_line(who, row) and _own(who, row)),
    "papers": lambda who, row: _content(who, row) and _issued_or_own(who, row),
    "own_papers": lambda who, row: _work(who, row) and _issued_or_own(who, row),
    "own_line": _own_line,
    "own_act": _own_act,
    "own_work": lambda who, row: _own_line(who, row) and _work(who, row),
    "any_line": _line,
    "numbers": lambda who, row: _content(who, row) or (_line_rows(who, row) and not _assigned_only(who)),
    "own_numbers": lambda who, row: _work(who, row) or (_line(who, row) and _own(who, row) and not _assigned_only(who)),
    "identity": lambda who, row: at_least(who.name, row.matter, "identity"),
    "no_citizen": lambda who, row: _content(who, row) and not who.is_citizen,
    "no_citizen_work": lambda who, row: _work(who, row) and not who.is_citizen,
    "own_content": lambda who, row: _content(who, row) and not who.is_citizen and _own(who, row),
    "own_point": lambda who, row: (
        _content(who, row) or (_line(who, row) and _own(who, row) and not _assigned_only(who))
    ),
    "opening": _opening,
    "asking": lambda who, row: _content(who, row) and row.user_id == who.user_id,
    "inbox": lambda who, row: _addressed(who, row) and _line(who, row),
    "visitors": lambda who, row: (
        at_least(who.name, row.matter, "identity") if row.matter in SEALED else _line_rows(who, row)
    ),
    "anybody": lambda who, row: True,
    "nobody": lambda who, row: False,
}
