"""A page of a list costs the same in a large office: it is read along an index, whatever the planner expects."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from tests.people import Cast, make_cast
from tests.submissions.build import AT, complaint, received
from tiepdan.accounts.acting import acting
from tiepdan.cases.queries import CaseFilter, list_cases
from tiepdan.documents.queries import list_office_papers
from tiepdan.matters.queries import ListOrder, Sorting
from tiepdan.reception.queries import list_receptions
from tiepdan.reports.queries import inbox, my_work
from tiepdan.submissions.queries import ListFilter, list_lines

pytestmark = pytest.mark.django_db


def plan_of(chosen: ListFilter, sorting: Sorting) -> str:
    """How the database reads the lines of a page, and that what follows is planned as before."""
    cast = make_cast()
    received(cast.clerk, complaint())
    plans: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "ORDER BY" in sql and '"matters_participation"' in sql:
            with connection.cursor().cursor as raw:
                raw.execute("SHOW enable_bitmapscan")  # the few lines of a test tempt nobody to collect them
                assert raw.fetchone() == ("off",)
                raw.execute(f"EXPLAIN {sql}", params)
                plans.append("\n".join(row[0] for row in raw.fetchall()))
        return execute(sql, params, many, context)

    with acting(cast.processor), connection.cursor() as cursor:
        # A large office cannot be built here, so the planner is told what it would cost: reading all its rows.
        cursor.execute("SET LOCAL enable_seqscan = off")
        with connection.execute_wrapper(note):
            list_lines(by=cast.processor, chosen=chosen, on=AT.date() + timedelta(days=1), sorting=sorting)
        cursor.execute("SHOW enable_bitmapscan")
        assert cursor.fetchone() == ("on",)
    return plans[0]


@pytest.mark.parametrize("chosen", [ListFilter(), ListFilter(state="received"), ListFilter(kind="complaint")])
@pytest.mark.parametrize("order", [ListOrder.DATE, ListOrder.TITLE, ListOrder.LIMIT])
@pytest.mark.parametrize("down", [True, False])
def test_no_list_collects_all_lines_of_an_office(chosen: ListFilter, order: ListOrder, down: bool) -> None:
    plan = plan_of(chosen, Sorting(order, down))
    assert "Bitmap" not in plan
    assert re.search(r"Index Scan (Backward )?using line_by_", plan)


def plans_of(table: str, read: Callable[[Cast], object]) -> list[str]:
    """How the database reads every page of a table that is read in an order while some function runs."""
    cast = make_cast()
    plans: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "ORDER BY" in sql and f'FROM "{table}"' in sql:
            with connection.cursor().cursor as raw:
                raw.execute(f"EXPLAIN {sql}", params)
                plans.append("\n".join(row[0] for row in raw.fetchall()))
        return execute(sql, params, many, context)

    with acting(cast.processor), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        with connection.execute_wrapper(note):
            read(cast)
    return plans


@pytest.mark.parametrize(
    "table, read",
    [
        ("reception_reception", lambda cast: list_receptions(by=cast.processor)),
        ("documents_paper", lambda cast: list_office_papers(agency_id=cast.commune.pk)),
        ("documents_paper", lambda cast: list_office_papers(agency_id=cast.commune.pk, status="approved")),
        ("matters_notice", lambda cast: inbox(by=cast.processor, waiting=True, limit=51)),
        ("matters_participation",
         lambda cast: my_work(by=cast.processor, today=AT.date(), soon_until=AT.date())),
        ("matters_participation",
         lambda cast: list_lines(by=cast.processor, chosen=ListFilter(state="screened", open_only=True), on=AT.date(),
                                 sorting=Sorting(ListOrder.LIMIT, down=False))),
        ("matters_participation",
         lambda cast: list_cases(by=cast.processor, chosen=CaseFilter(), on=AT.date())),
    ],
)  # fmt: skip
def test_no_page_of_a_large_office_is_collected_and_sorted(table: str, read: Callable[[Cast], object]) -> None:
    plans = plans_of(table, read)
    assert plans
    for plan in plans:
        assert "Bitmap" not in plan
        assert not re.search(r"(?<!Incremental )\bSort\b  ", plan)
        # Which of the fitting indexes is taken depends on what the database last counted.
        assert re.search(rf"Index (Only )?Scan (Backward )?using \w+ on {table}", plan), plan


def test_lines_are_the_same_and_in_the_same_order() -> None:
    cast = make_cast()
    codes = [received(cast.clerk, complaint(received_on=date(2026, 7, day))).submission.code for day in (3, 1, 2)]
    with acting(cast.processor):
        page = list_lines(by=cast.processor, chosen=ListFilter(), on=AT.date())
    assert [line.code for line in page.lines] == [codes[0], codes[2], codes[1]]
