"""Rows as JSON: what the database reads back is what was in hand; what has no place in a row is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import F

from tiepdan.infra.rows import as_json, columns_of
from tiepdan.submissions.models import Submission


def test_days_instants_figures_and_bytes_are_said_as_the_database_reads_them() -> None:
    told = json.loads(
        as_json(
            {
                "day": date(2026, 7, 14),
                "at": datetime(2026, 7, 14, 2, tzinfo=UTC),
                "sum": Decimal("1.50"),
                "key": b"\x00\xff",
            }
        )
    )
    assert told == {"day": "2026-07-14", "at": "2026-07-14 02:00:00+00:00", "sum": "1.50", "key": "\\x00ff"}


@pytest.mark.parametrize("value", [memoryview(b"x"), {1, 2}, F("code"), object(), float("nan")])
def test_what_has_no_place_in_a_row_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        as_json({"column": value})


@pytest.mark.django_db
def test_a_row_comes_back_as_it_was() -> None:
    row = Submission(
        code="VV-1", pin_hash=b"\x00\xff'", received_on=date(2026, 7, 14), content='Ao "làng"\n\\x00', eligibility={"a": "yes"},
        created_at=datetime(2026, 7, 14, 2, 3, 4, 5, tzinfo=UTC), all_signed=False, people=3,
    )  # fmt: skip
    columns = columns_of(row, without=frozenset({"id", "matter_id"}))
    assert {"id", "matter_id"}.isdisjoint(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pin_hash, received_on, content, created_at, all_signed, people, closed_on, eligibility->>'a'"
            " FROM jsonb_populate_record(NULL::submissions_submission, %s::jsonb)",
            [as_json(columns)],
        )
        found = cursor.fetchone()
    assert found is not None
    assert (bytes(found[0]), *found[1:]) == (
        row.pin_hash, row.received_on, row.content, row.created_at, False, 3, None, "yes"
    )  # fmt: skip
