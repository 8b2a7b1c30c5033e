"""Lists in each of their orders, page by page: nothing twice, nothing left out, whatever is in the key."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import open_matter
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.matters.actions import assign, set_line
from tiepdan.matters.models import Participation
from tiepdan.matters.queries import ListOrder, Sorting
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.submissions.queries import ListFilter, list_lines

pytestmark = pytest.mark.django_db
TITLES = [
    "Đường vào thôn",
    "Dãy nhà số 2",
    "Ân xá",
    "An ninh",
    "Ăn chặn",
    "Bà con thôn Bá",
    "Bá tánh",
    "Yên vị",
    "Ô nhiễm",
]
BY_LETTER = [
    "An ninh",
    "Ăn chặn",
    "Ân xá",
    "Bà con thôn Bá",
    "Bá tánh",
    "Dãy nhà số 2",
    "Đường vào thôn",
    "Ô nhiễm",
    "Yên vị",
]


def lines(cast: Cast) -> None:
    """Nine lines at the commune, some due, some handled; one elsewhere."""
    now = clock.now()
    people = [cast.handler, cast.second_handler, cast.processor, None]
    for place, title in enumerate(TITLES):
        with acting(cast.clerk):
            matter = open_matter(
                agency_id=cast.commune.pk, kind=MatterKind.COMPLAINT, sealed=False, code=new_code(), title=title,
                received_on=date(2026, 7, 1) + timedelta(days=place // 2), people=1, field_code="", at=now,
            )  # fmt: skip
            record(act="submission.received", by=cast.clerk, at=now, subject="submission:1", matter_id=matter)
            due = date(2026, 8, 1) - timedelta(days=place // 3) if place % 3 else None
            set_line(matter_id=matter, agency_id=cast.commune.pk, due_on=due)
        handler = people[place % 4]
        if handler is not None:
            with acting(cast.head):
                assign(
                    matter_id=matter, user_id=handler.user_id, agency_id=cast.commune.pk, duty=Duty.HANDLER, by=cast.head,
                    at=now,
                )  # fmt: skip
    with acting(cast.outsider_clerk):
        matter = open_matter(
            agency_id=cast.neighbour.pk, kind=MatterKind.COMPLAINT, sealed=False, code=new_code(), title="Của xã khác",
            received_on=date(2026, 7, 2), people=1, field_code="", at=now,
        )  # fmt: skip
        record(act="submission.received", by=cast.outsider_clerk, at=now, subject="submission:1", matter_id=matter)


def paged(by: Actor, sorting: Sorting, limit: int) -> list[Participation]:
    """Everything, two pages' keys at a time."""
    found: list[Participation] = []
    after = ""
    while True:
        page = list_lines(by=by, chosen=ListFilter(), on=date(2026, 7, 20), after=after, limit=limit, sorting=sorting)
        found += page.lines
        after = page.next_key
        if not after:
            return found


def test_titles_follow_the_vietnamese_alphabet_both_ways() -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.processor):
        assert [row.title for row in paged(cast.processor, Sorting(ListOrder.TITLE, False), 2)] == BY_LETTER
        assert [row.title for row in paged(cast.processor, Sorting(ListOrder.TITLE, True), 2)] == BY_LETTER[::-1]


def test_a_changed_title_moves_to_its_place() -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.clerk):
        line = Participation.objects.get(title="Yên vị")
        set_line(matter_id=line.matter_id, agency_id=cast.commune.pk, title="Ai cũng biết")
        record(
            act="submission.screened", by=cast.clerk, at=clock.now(), subject="submission:1", matter_id=line.matter_id
        )
        found = paged(cast.clerk, Sorting(ListOrder.TITLE, False), 4)
    assert found[0].title == "Ai cũng biết"


def test_lines_without_a_limit_stand_after_those_that_press() -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.processor):
        found = paged(cast.processor, Sorting(ListOrder.LIMIT, False), 2)
    dues = [row.due_on for row in found]
    known = [day for day in dues if day is not None]
    assert len(found) == 9
    assert known == sorted(known)
    assert dues[len(known) :] == [None] * 3


def test_handlers_are_sorted_by_given_name_and_the_newest_line_of_each_comes_first() -> None:
    cast = make_cast()  # Đỗ Thị Lý, Ngô Văn Minh, Phạm Văn Xử
    lines(cast)
    with acting(cast.processor):
        for limit in (1, 2, 4, 50):
            found = paged(cast.processor, Sorting(ListOrder.HANDLER, False), limit)
            names = [row.handler.name if row.handler else "" for row in found]
            assert names == ["Đỗ Thị Lý"] * 3 + ["Ngô Văn Minh"] * 2 + ["Phạm Văn Xử"] * 2 + [""] * 2, limit
            days = [row.received_on for row in found[:3]]
            assert days == sorted(days, reverse=True)
        back = paged(cast.processor, Sorting(ListOrder.HANDLER, True), 2)
    assert [row.handler.name if row.handler else "" for row in back][:2] == ["Phạm Văn Xử"] * 2


@pytest.mark.parametrize("order", list(ListOrder))
@pytest.mark.parametrize(
    "key", ["x", "W10", "WzEsMl0", "WyIiLDk5OTk5OTk5OTk5OTk5OTk5OTk5XQ", "%00", "á" * 300, "bnVsbA"]
)
def test_what_is_no_key_shows_the_first_page(order: ListOrder, key: str) -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.processor):
        page = list_lines(
            by=cast.processor,
            chosen=ListFilter(),
            on=date(2026, 7, 20),
            after=key,
            limit=3,
            sorting=Sorting(order, False),
        )
    assert len(page.lines) == 3


@pytest.mark.parametrize("order", list(ListOrder))
def test_the_outsider_sees_none_of_them_and_no_order_asks_more_as_the_list_grows(order: ListOrder) -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.outsider):
        found = paged(cast.outsider, Sorting(order, False), 5)
    assert [row.title for row in found] == ["Của xã khác"]
    with acting(cast.processor), CaptureQueriesContext(connection) as asked:
        list_lines(by=cast.processor, chosen=ListFilter(), on=date(2026, 7, 20), limit=5, sorting=Sorting(order, False))
    read = [one for one in asked if "set_config" not in one["sql"]]  # how it is to be read touches no table
    assert len(read) <= (4 if order is ListOrder.HANDLER else 1)
    assert len(asked) <= len(read) + 2


def test_a_deep_page_by_title_is_read_from_the_index() -> None:
    cast = make_cast()
    lines(cast)
    with acting(cast.processor):
        first = list_lines(
            by=cast.processor,
            chosen=ListFilter(),
            on=date(2026, 7, 20),
            limit=2,
            sorting=Sorting(ListOrder.TITLE, False),
        )
        with connection.cursor() as cursor, CaptureQueriesContext(connection) as asked:
            list_lines(
                by=cast.processor, chosen=ListFilter(), on=date(2026, 7, 20), limit=2, after=first.next_key,
                sorting=Sorting(ListOrder.TITLE, False),
            )  # fmt: skip
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"
            )
            page = next(one["sql"] for one in asked if "ORDER BY" in one["sql"])
            cursor.execute(f"EXPLAIN {page}")
            plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "line_by_title" in plan
    assert "ROW(" in plan.partition("Index Cond")[2].partition("\n")[0], plan  # begins at the key, not at the first row
