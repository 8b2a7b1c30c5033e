"""What stands beside the procedure on a case's page: notes, urgings, the chain travelled; read in one question."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from django.db import connection, models

from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.cases.models import Case, Note, Urging
from tiepdan.documents.models import Paper
from tiepdan.routing.models import Transfer

M = TypeVar("M", bound=models.Model)

# Rows as the database shows them to who asks; row-level security holds inside each part.
_BESIDE: Final = """
SELECT 'note', n.id, to_jsonb(n), jsonb_build_object('by', jsonb_build_object('id', u.id, 'name', u.name))
  FROM cases_note n JOIN accounts_user u ON u.id = n.by_id WHERE n.case_id = %(case)s
UNION ALL
SELECT 'urging', x.id, to_jsonb(x), jsonb_build_object('from_agency', to_jsonb(f), 'to_agency', to_jsonb(t))
  FROM cases_urging x JOIN agencies_agency f ON f.id = x.from_agency_id JOIN agencies_agency t ON t.id = x.to_agency_id
 WHERE x.matter_id = %(matter)s
UNION ALL
SELECT 'transfer', x.id, to_jsonb(x), jsonb_build_object('from_agency', to_jsonb(f), 'to_agency', to_jsonb(t),
       'paper', CASE WHEN p.id IS NOT NULL THEN to_jsonb(p) - 'sealed_values' END)
  FROM routing_transfer x JOIN agencies_agency f ON f.id = x.from_agency_id
  LEFT JOIN agencies_agency t ON t.id = x.to_agency_id LEFT JOIN documents_paper p ON p.id = x.paper_id
 WHERE x.matter_id = %(matter)s
ORDER BY 2
"""
_RELATED: Final[dict[str, type[models.Model]]] = {
    "by": User, "from_agency": Agency, "to_agency": Agency, "paper": Paper,
}  # fmt: skip


@dataclass(slots=True)
class Beside:
    """Notes and urgings newest first, the chain oldest first."""

    notes: list[Note] = field(default_factory=list)
    urgings: list[Urging] = field(default_factory=list)
    chain: list[Transfer] = field(default_factory=list)


def read_beside(*, case: Case) -> Beside:
    """Read what stands beside the procedure. Cost: 1 query."""
    found = Beside()
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, {"case": case.pk, "matter": case.matter_id})
        rows = cursor.fetchall()
    for kind, _, columns, related in rows:
        if kind == "note":
            found.notes.insert(0, _made(Note, _read(columns), _read(related)))
        elif kind == "urging":
            found.urgings.insert(0, _made(Urging, _read(columns), _read(related)))
        else:
            found.chain.append(_made(Transfer, _read(columns), _read(related)))
    return found


def _read(value: Any) -> dict[str, Any]:
    """Return a JSON value of a hand-written statement, which Django leaves as text."""
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found


def _made(model: type[M], columns: dict[str, Any], related: dict[str, Any]) -> M:
    made = _row(model, columns)
    for name, held in related.items():
        setattr(made, name, _row(_RELATED[name], held) if held else None)
    return made


def _row(model: type[M], columns: dict[str, Any]) -> M:
    """Return a stored row as the model; columns that were not read stay unread."""
    fields = [one for one in model._meta.concrete_fields if one.column in columns]  # noqa: SLF001 # Django's own list
    values = [_value(one, columns[str(one.column)]) for one in fields]
    return model.from_db("default", [one.attname for one in fields], values)


def _value(one: models.Field[Any, Any], value: Any) -> Any:
    return value if value is None or isinstance(one, models.JSONField) else one.to_python(value)
