"""Counts cross agencies, matters do not: the database's function refuses everybody else and every wider range."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction

from tests.desk.test_work_pages import line
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.rules import subtree_end
from tiepdan.infra import clock
from tiepdan.matters.models import Participation
from tiepdan.matters.rules import Capacity
from tiepdan.reports import queries

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def counts(by: Actor, low: str, high: str | None = None) -> list[tuple[object, ...]]:
    with acting(by), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.board(%s, %s, %s, %s, 5)", [low, high or subtree_end(low), TODAY, TODAY])
        return list(cursor.fetchall())


def refused(call: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            call()
    except ProgrammingError as error:
        return isinstance(error.__cause__, psycopg.errors.InsufficientPrivilege)
    return False


def test_a_superior_gets_numbers_and_no_matter() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của phường", due_in=-2, people=6)
    line(cast.outsider_clerk, title="Đơn của xã", due_in=3)
    with acting(cast.province_head):
        rows = {row.name: row for row in queries.board_below(by=cast.province_head, today=TODAY)}
        assert not Participation.objects.exists()
    own = rows[cast.commune.name]
    assert (own.open, own.late, own.soon, own.large) == (1, 1, 0, 1)
    assert rows[cast.neighbour.name].soon == 1
    assert queries.total(list(rows.values())).open == 2


def test_an_inspectorate_counts_what_lies_below_the_body_it_serves() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của phường", due_in=-2)
    with acting(cast.overseer):
        assert [row.name for row in queries.board_below(by=cast.overseer, today=TODAY)] == [cast.commune.name]
        assert len(queries.late_lines(by=cast.overseer, today=TODAY)) == 1
    with acting(cast.outsider):
        assert queries.late_lines(by=cast.outsider, today=TODAY) == []


def ranges(cast: Cast) -> list[tuple[str, str | None]]:
    path = cast.commune.path
    return [(cast.province.path, None), (cast.neighbour.path, None), ("/", "0"), (path, "~"), ("", "~")]


def test_a_head_counts_the_own_agency_and_nothing_wider() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của phường")
    assert len(counts(cast.head, cast.commune.path)) == 1
    for low, high in ranges(cast):
        assert refused(lambda low=low, high=high: counts(cast.head, low, high)), (low, high)  # type: ignore[misc]


@pytest.mark.parametrize("who", ["clerk", "processor", "handler", "records", "administrator", "coordinator"])
def test_other_roles_count_nothing(who: str) -> None:
    cast = make_cast()
    assert refused(lambda: counts(getattr(cast, who), cast.commune.path))


def test_open_lines_are_counted_for_the_administrator_of_the_agency_alone() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của phường")
    line(cast.clerk, title="Đã xong", closed_on=TODAY)
    with acting(cast.administrator):
        assert queries.open_lines(agency_id=cast.commune.pk) == 1
        assert refused(lambda: queries.open_lines(agency_id=cast.neighbour.pk))
    with acting(cast.head):
        assert refused(lambda: queries.open_lines(agency_id=cast.commune.pk))


def test_work_is_bounded_and_without_overlap() -> None:
    cast = make_cast()
    for days in (-3, -1, 0, 0, 1, 2, 30):
        line(cast.clerk, title=f"Đơn {days}", due_in=days)
    with acting(cast.head):
        work = queries.my_work(by=cast.head, today=TODAY, soon_until=TODAY.replace(year=TODAY.year + 1))
    groups = [work.late, work.today, work.waiting, work.soon, work.new]
    found = [line.line.pk for group in groups for line in group.lines]
    assert len(found) == len(set(found)) == 7
    assert [group.count for group in groups] == [2, 2, 0, 3, 0]


def test_without_anybody_acting_nothing_is_counted() -> None:
    with connection.cursor() as cursor:
        assert refused(lambda: cursor.execute("SELECT * FROM tiepdan.board('/', '0', %s, %s, 5)", [TODAY, TODAY]))


def test_the_office_is_counted_by_handler_for_who_leads_it_alone() -> None:
    cast = make_cast()
    line(cast.clerk, title="Trễ", due_in=-2, people=6, handler=cast.handler, assigner=cast.head)
    line(cast.clerk, title="Sắp đến", due_in=1, handler=cast.handler, assigner=cast.head)
    line(cast.clerk, title="Chưa giao", due_in=20)
    line(cast.clerk, title="Đã xong", closed_on=TODAY)
    line(cast.clerk, title="Đã chuyển", capacity=Capacity.PASSED_ON)
    line(cast.outsider_clerk, title="Của xã khác")
    with acting(cast.deputy):
        rows, late = queries.office_board(by=cast.deputy, today=TODAY, limit=5)
    assert [(row.id, row.open, row.soon, row.late, row.large) for row in rows] == [
        (cast.handler.user_id, 2, 1, 1, 1), (None, 1, 0, 0, 0)
    ]  # fmt: skip
    assert [one.line.title for one in late] == ["Trễ"]
    for who in (cast.clerk, cast.handler, cast.overseer, cast.administrator, cast.coordinator):
        with acting(who):
            assert refused(lambda who=who: queries.office_board(by=who, today=TODAY, limit=5))  # type: ignore[misc]
    with connection.cursor() as cursor:
        assert refused(lambda: cursor.execute("SELECT * FROM tiepdan.board_of_handlers(%s, %s, 5)", [TODAY, TODAY]))
