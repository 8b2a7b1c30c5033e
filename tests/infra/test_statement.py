"""A query put together once answers as the query itself would, whatever the order of its numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, QuerySet, Value
from django.test.utils import CaptureQueriesContext

from tests.people import make_cast
from tiepdan.accounts.models import Post, User
from tiepdan.infra.statement import Objects, Statement, ask, tell, together


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


@pytest.mark.django_db
def test_it_gives_the_objects_of_the_query_with_what_is_joined() -> None:
    office = make_cast().commune
    ones = [
        Post.objects.create(user=User.objects.create(username=f"nguoi.{at}", name=f"Tô Văn {at}"), agency=office,
                            role=role, title="", starts_on=date(2026, 1, at + 1))
        for at, role in enumerate(["handler", "head", "handler"])
    ]  # fmt: skip

    def asked(*, role: str, agency: int) -> QuerySet[Post]:
        found = Post.objects.filter(agency_id=agency, role=role, user__username__startswith="nguoi.")
        return found.select_related("user", "agency__parent").order_by("-starts_on", "pk")

    posts = Objects(asked)
    for role in ("handler", "head", "clerk", "' OR 1=1"):
        found = posts.all(agency=office.pk, role=role)
        assert found == list(asked(role=role, agency=office.pk)) == posts.all(role=role, agency=office.pk)
        assert posts.first(agency=office.pk, role=role) == (found[0] if found else None)
    with CaptureQueriesContext(connection) as queries:
        first = posts.all(agency=office.pk, role="handler")[0]
        assert (first.pk, first.user.name, first.agency.name) == (ones[2].pk, "Tô Văn 2", office.name)
        assert first.agency.parent == office.parent
        assert first.starts_on == date(2026, 1, 3)
        assert not first._state.adding
    assert len(queries) == 1


@pytest.mark.django_db
def test_a_value_that_does_not_stand_in_the_statement_as_it_is_is_refused() -> None:
    moved = Objects(lambda *, post: Post.objects.filter(pk__gt=post - 1))
    with pytest.raises(TypeError, match="post"):
        moved.all(post=7)
    begins = Statement(lambda *, name: User.objects.filter(username__startswith=name).values_list("pk"))
    with pytest.raises(TypeError, match="name"):
        begins.rows(name="nguoi")


@pytest.mark.django_db
def test_another_kind_of_value_than_at_first_is_refused() -> None:
    posts: Objects[Post] = Objects(lambda *, post: Post.objects.filter(pk=post))
    assert posts.all(post=0) == []
    with pytest.raises(TypeError, match="post"):
        posts.all(post="0")


@pytest.mark.django_db
def test_what_is_told_together_is_one_statement_in_its_order_and_what_is_asked_is_answered() -> None:
    with CaptureQueriesContext(connection) as queries:
        with together():
            tell("set_config", ["tiepdan.tried", "first", True])
            tell("set_config", ["tiepdan.tried", "second", True])
            assert ask("current_setting", ["tiepdan.tried", True]) in {None, ""}
        assert ask("current_setting", ["tiepdan.tried", True]) == "second"
    assert len(queries) == 3
    with together():
        pass
    with pytest.raises(RuntimeError), together(), together():
        pass


@pytest.mark.django_db
def test_what_was_told_is_not_sent_when_its_block_fails() -> None:
    def fails() -> None:
        with together():
            tell("set_config", ["tiepdan.tried", "third", True])
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert ask("current_setting", ["tiepdan.tried", True]) != "third"
    tell("set_config", ["tiepdan.tried", "fourth", True])
    assert ask("current_setting", ["tiepdan.tried", True]) == "fourth"
