"""A query put together once answers as the query itself would, whatever the order of its numbers."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import F, QuerySet, Value

from tiepdan.accounts.models import User
from tiepdan.infra.statement import Statement


def _users(*, least: int, most: int) -> QuerySet[Any, Any]:
    found = User.objects.filter(pk__gte=least, pk__lte=most).annotate(kind=Value("user"), key=F("pk"))
    return found.order_by("pk").values_list("kind", "key", "username")


@pytest.mark.django_db
def test_it_gives_the_rows_of_the_query_for_other_numbers() -> None:
    keys = [User.objects.create(username=f"nguoi.{at}", name="Tô Văn Mẫu").pk for at in range(4)]
    statement = Statement(_users)
    for least, most in ((keys[0], keys[3]), (keys[1], keys[2]), (keys[3], keys[0])):
        expected = list(_users(least=least, most=most))
        assert statement.rows(least=least, most=most) == expected
        assert statement.rows(most=most, least=least) == expected
    assert [row[1] for row in statement.rows(least=keys[1], most=keys[2])] == keys[1:3]
