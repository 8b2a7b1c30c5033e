"""Numbers of registers: no gap, none twice, none lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from django.db import connection, connections

from tests.factories import moment
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.documents import actions
from tiepdan.documents.models import Book, RegisterNumber
from tiepdan.infra.errors import ActionRefused

AT = moment("2026-07-14")


def take(by: Actor, **changes: object) -> int:
    values: dict[str, object] = {
        "agency_id": by.agency_id, "agency_path": by.agency_path, "book": Book.OUTGOING, "document_type": "TB",
        "year": 2026, "subject": "paper:1", "on": AT.date(),
    }  # fmt: skip
    number = actions.take_number(**{**values, **changes})  # type: ignore[arg-type] # a test's shorthand
    record(act="paper.issued", by=by, at=AT, subject="paper:1")
    return number


@pytest.mark.django_db
def test_each_series_counts_for_itself() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        assert [take(cast.clerk), take(cast.clerk), take(cast.clerk, document_type="QĐ")] == [1, 2, 1]
        assert take(cast.clerk, year=2027) == 1
        assert take(cast.clerk, book=Book.INCOMING) == 1
    with acting(cast.outsider):
        assert take(cast.outsider) == 1


@pytest.mark.django_db
def test_a_failed_act_gives_its_number_back() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        take(cast.clerk)
    with pytest.raises(InterruptedError):
        _take_and_fail(cast.clerk)
    with acting(cast.clerk):
        assert take(cast.clerk) == 2


def _take_and_fail(by: Actor) -> None:
    with acting(by):
        take(by)
        raise InterruptedError


@pytest.mark.django_db
def test_nobody_takes_numbers_for_another_agency() -> None:
    cast = make_cast()
    with pytest.raises(Exception, match="row-level security"), acting(cast.outsider):
        take(cast.clerk)


@pytest.mark.django_db
def test_a_cancelled_number_stays_with_its_reason() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        take(cast.clerk)
        actions.cancel_number(
            book=Book.OUTGOING, document_type="TB", year=2026, number=1, reason="Đóng dấu nhầm", by=cast.clerk, at=AT
        )
        assert take(cast.clerk) == 2
        kept = RegisterNumber.objects.get(number=1)
        entry = Entry.objects.get(act="number.cancelled") if cast.clerk.role == "head" else None
    assert (kept.cancelled_on, kept.cancel_reason) == (date(2026, 7, 14), "Đóng dấu nhầm")
    assert entry is None
    with acting(cast.head):
        assert Entry.objects.get(act="number.cancelled").reason == "Đóng dấu nhầm"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "number, reason, code", [(1, " ", "reason_missing"), (9, "Nhầm", "number_unknown"), (1, "Nhầm", "number_cancelled")]
)
def test_what_cannot_be_cancelled(number: int, reason: str, code: str) -> None:
    cast = make_cast()
    with acting(cast.clerk):
        take(cast.clerk)
        if code == "number_cancelled":
            _cancel(cast.clerk, 1, "Nhầm")
        with pytest.raises(ActionRefused) as refused:
            _cancel(cast.clerk, number, reason)
    assert refused.value.code == code


@pytest.mark.django_db
def test_an_outsider_cancels_nothing() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        take(cast.clerk)
    with acting(cast.outsider), pytest.raises(ActionRefused) as refused:
        _cancel(cast.outsider, 1, "Nhầm")
    assert refused.value.code == "number_unknown"


def _cancel(by: Actor, number: int, reason: str) -> None:
    actions.cancel_number(book=Book.OUTGOING, document_type="TB", year=2026, number=number, reason=reason, by=by, at=AT)


@pytest.fixture
def committed_cast(transactional_db: None, owner_connection: psycopg.Connection[tuple[object, ...]]) -> Iterator[Cast]:
    """The cast, committed, for threads with connections of their own."""
    yield make_cast()
    connection.close()


def test_officers_at_the_same_time_leave_no_gap(committed_cast: Cast) -> None:
    officers = [committed_cast.clerk, committed_cast.processor, committed_cast.head, committed_cast.records]
    taken: list[int] = []
    failed: list[BaseException] = []

    def work(by: Actor, spoil: int) -> None:
        try:
            for turn in range(12):
                try:
                    with acting(by):
                        number = take(by)
                        if turn % 4 == spoil:
                            raise InterruptedError
                    taken.append(number)
                except InterruptedError:
                    continue
        except BaseException as error:  # shown by the test, not swallowed
            failed.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=work, args=(by, place % 4)) for place, by in enumerate(officers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert sorted(taken) == list(range(1, 37))
