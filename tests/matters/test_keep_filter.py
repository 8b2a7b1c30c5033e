"""Keeping and dropping the conditions of a list: one's own, never a word that names somebody."""

from __future__ import annotations

import pytest

from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import drop_filter, keep_filter
from tiepdan.matters.models import SavedFilter
from tiepdan.matters.queries import list_saved_filters
from tiepdan.matters.rules import MOST_KEPT, SavedPage

pytestmark = pytest.mark.django_db
PAGE = SavedPage.SUBMISSIONS


def refused(code: str, **changes: str) -> None:
    cast = make_cast()
    values = {"name": "Đơn quá hạn", "query": "late=on", **changes}
    with acting(cast.processor), pytest.raises(ActionRefused) as error:
        keep_filter(page=PAGE, by=cast.processor, at=clock.now(), **values)
    assert error.value.verdict.code == code


def test_a_filter_is_kept_for_the_person_listed_in_order_and_recorded() -> None:
    cast = make_cast()
    with acting(cast.processor):
        for name in ("Đơn quá hạn", "Ăn chặn", "Bồi thường"):
            keep_filter(page=PAGE, name=name, query="kind=complaint&sap=don", by=cast.processor, at=clock.now())
        assert [row.name for row in list_saved_filters(page=PAGE.value)] == ["Ăn chặn", "Bồi thường", "Đơn quá hạn"]
        assert list_saved_filters(page=SavedPage.CASES.value) == []
    with acting(cast.head):
        assert Entry.objects.filter(act="filter.kept", actor_id=cast.processor.user_id).count() == 3


def test_a_filter_needs_a_name_and_a_condition() -> None:
    refused("filter_name_missing", name="  ")
    refused("filter_empty", query="")


def test_a_word_typed_to_search_is_never_kept() -> None:
    refused("filter_empty", query="late=on&q=Nguyễn Văn A")


def test_a_name_is_used_once_for_a_list() -> None:
    cast = make_cast()
    with acting(cast.processor):
        keep_filter(page=PAGE, name="Quá hạn", query="late=on", by=cast.processor, at=clock.now())
        keep_filter(page=SavedPage.CASES, name="Quá hạn", query="dac_diem=late", by=cast.processor, at=clock.now())
        with pytest.raises(ActionRefused) as error:
            keep_filter(page=PAGE, name="Quá hạn", query="late=on", by=cast.processor, at=clock.now())
    assert error.value.verdict.code == "filter_name_taken"


def test_nobody_keeps_more_than_the_page_can_show() -> None:
    cast = make_cast()
    with acting(cast.processor):
        for place in range(MOST_KEPT):
            keep_filter(page=PAGE, name=f"Lọc {place}", query="late=on", by=cast.processor, at=clock.now())
        with pytest.raises(ActionRefused) as error:
            keep_filter(page=PAGE, name="Thêm", query="late=on", by=cast.processor, at=clock.now())
    assert error.value.verdict.code == "filters_too_many"


def test_a_colleague_sees_no_filter_and_drops_it_as_little_as_one_that_is_not_there() -> None:
    cast = make_cast()
    with acting(cast.processor):
        kept = keep_filter(page=PAGE, name="Quá hạn", query="late=on", by=cast.processor, at=clock.now())
    for other in (cast.head, cast.outsider):
        with acting(other):
            assert list_saved_filters(page=PAGE.value) == []
            for number in (kept.pk, 10**9):
                with pytest.raises(SavedFilter.DoesNotExist):
                    drop_filter(filter_id=number, by=other, at=clock.now())
    with acting(cast.processor):
        drop_filter(filter_id=kept.pk, by=cast.processor, at=clock.now())
        assert list_saved_filters(page=PAGE.value) == []
    with acting(cast.head):
        assert Entry.objects.filter(act="filter.dropped").count() == 1
