"""One builder per noun. Builders write straight to the tables that have no rights; everything else is made by acts."""

from __future__ import annotations

import itertools
from datetime import date, datetime

from django.db import connection

from tiepdan.accounts.acting import actor_of
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, child_path
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.folding import fold
from tiepdan.matters.rules import MatterKind

_numbers = itertools.count(1)


def moment(day: str, hour: int = 9) -> datetime:
    """Return an instant in Vietnam: moment("2026-07-14")."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), tzinfo=VIETNAM).replace(hour=hour)


def agency(
    name: str = "UBND phường Hoa Sen",
    *,
    kind: AgencyKind = AgencyKind.COMMUNE_COMMITTEE,
    level: AgencyLevel = AgencyLevel.COMMUNE,
    parent: Agency | None = None,
    **columns: object,
) -> Agency:
    """Make an agency under a parent."""
    serial = next(_numbers)
    values: dict[str, object] = {
        "code": f"X{serial}", "name": name, "short_name": name, "folded_name": fold(name), "kind": kind, "level": level,
        "parent": parent, "path": child_path(parent.path if parent else "/", serial), "starts_on": date(2020, 1, 1),
        "symbol": "UBND", "head_title": "Chủ tịch",
    }  # fmt: skip
    return Agency.objects.create(**{**values, **columns})


def post(role: Role, at: Agency, *, name: str = "", user: User | None = None) -> Actor:
    """Make a person with a post, and return them as actor."""
    serial = next(_numbers)
    person = user or User.objects.create(username=f"nguoi{serial}", name=name or f"Người Thử {serial}")
    since = min(at.starts_on, date(2020, 1, 1))  # older windows are run by people of their day
    held = Post.objects.create(user=person, agency=at, role=role, starts_on=since, title="")
    return actor_of(post=held)


def open_matter(
    *, agency_id: int, kind: MatterKind, sealed: bool, code: str, title: str, received_on: date, people: int, field_code: str,
    at: datetime,
) -> int:  # fmt: skip
    """Open a matter that no submission belongs to, with its first line; returns its id."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tiepdan.open_matter(%s, %s, %s, %s, %s, %s, %s, %s, %s, NULL, NULL)",
            [agency_id, kind.value, sealed, code, title, received_on, people, field_code, at],
        )
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])
