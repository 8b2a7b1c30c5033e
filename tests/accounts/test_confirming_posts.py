"""A post given by one person grants nothing before a second one has confirmed it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests import factories
from tests.accounts.test_posts import AT, DAY, acts, confirm, give, new_user, refused
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts import actions
from tiepdan.accounts.access import UnknownAccount
from tiepdan.accounts.acting import NoPost, acting, actor_of, posts_for
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.models import Entry
from tiepdan.infra import clock
from tiepdan.matters.models import Notice

pytestmark = pytest.mark.django_db
REASON = "Không có quyết định điều động"


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def waiting(cast: Cast, role: Role = Role.HANDLER) -> Post:
    """A post that the administrator has just given."""
    made = new_user(cast, cast.administrator, role=role)
    assert made.post is not None
    return Post.objects.select_related("user", "agency").get(pk=made.post.pk)


def turn_down(by: Actor, post: Post, reason: str = REASON) -> Post:
    with acting(by):
        return actions.refuse_post(post_id=post.pk, reason=reason, by=by, at=AT)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_a_waiting_post_lets_nobody_in(cast: Cast, role: Role) -> None:
    post = waiting(cast, role)
    with pytest.raises(NoPost), acting(actor_of(post=post)):
        pass
    assert posts_for(post.user_id, on=DAY) == []


def test_a_coordinator_sees_no_case_and_waits_for_nobody(cast: Cast) -> None:
    assert not waiting(cast, Role.COORDINATOR).waits


def test_the_head_or_another_administrator_confirms(cast: Cast) -> None:
    other = factories.post(Role.ADMINISTRATOR, cast.province)
    confirm(cast.head, waiting(cast))
    second = give(cast, cast.administrator, cast.clerk.user_id)
    confirm(other, second)
    with acting(actor_of(post=Post.objects.select_related("user", "agency").get(pk=second.pk))):
        pass
    with acting(other):  # the record lies with who acted
        entries = list(Entry.objects.filter(act="post.confirmed").values_list("subject", flat=True))
    assert f"post:{second.pk}" in entries


def test_who_gave_it_or_gets_it_or_is_neither_does_not_confirm(cast: Cast) -> None:
    post = waiting(cast)
    assert refused(lambda: confirm(cast.administrator, post)) == "own_gift"
    assert refused(lambda: confirm(cast.clerk, post)) == "not_a_confirmer"
    other = factories.post(Role.ADMINISTRATOR, cast.commune)
    own = give(cast, cast.administrator, other.user_id)
    assert refused(lambda: confirm(other, own)) == "own_post_given"
    for outsider in (factories.post(Role.HEAD, cast.neighbour), factories.post(Role.ADMINISTRATOR, cast.neighbour)):
        with pytest.raises(UnknownAccount):
            confirm(outsider, post)
        with pytest.raises(UnknownAccount):
            confirm(outsider, replace_pk(post))
    confirm(cast.head, post)
    assert refused(lambda: confirm(cast.head, post)) == "post_not_waiting"


def replace_pk(post: Post) -> Post:
    """A post that does not exist."""
    return Post(pk=post.pk + 10**6)


def test_a_second_account_of_ones_own_is_no_second_person(cast: Cast) -> None:
    """An administrator made by an administrator waits, too."""
    twin = waiting(cast, Role.ADMINISTRATOR)
    victim = waiting_for(cast, "tran.hai")
    with pytest.raises(NoPost):
        confirm(actor_of(post=twin), victim)


def waiting_for(cast: Cast, username: str) -> Post:
    made = new_user(cast, cast.administrator, username=username)
    assert made.post is not None
    return made.post


def test_the_database_keeps_it_whatever_the_act_forgets(cast: Cast) -> None:
    post = waiting(cast)
    with acting(cast.administrator):
        for change in ({"waits": False}, {"given_by_id": 0}, {"role": Role.ADMINISTRATOR}):
            with pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
                Post.objects.filter(pk=post.pk).update(**change)
    turn_down(cast.head, post)
    with acting(cast.head), pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
        Post.objects.filter(pk=post.pk).update(waits=False)


def test_refused_or_taken_back_it_never_counts_and_may_be_given_again(cast: Cast) -> None:
    post = waiting(cast)
    assert refused(lambda: turn_down(cast.head, post, " ")) == "reason_missing"
    assert refused(lambda: turn_down(cast.clerk, post)) == "not_a_confirmer"
    turn_down(cast.head, post)
    assert refused(lambda: confirm(cast.head, post)) == "post_not_waiting"
    again = give(cast, cast.administrator, post.user_id, role=Role.HANDLER)
    turn_down(cast.administrator, again, "Giao nhầm người")
    assert posts_for(post.user_id, on=DAY) == []
    assert acts(cast.administrator)[-4:] == ["post.added", "post.refused", "post.added", "post.taken_back"]


def test_while_nobody_could_ever_confirm_the_first_posts_count_at_once(cast: Cast) -> None:
    root = factories.agency("Cơ quan mới lập", parent=None)
    first = factories.post(Role.ADMINISTRATOR, root)
    made = new_user(cast, first, agency_id=root.pk, role=Role.HEAD, username="dau.tien")
    assert made.post is not None
    assert not made.post.waits
    assert waits_of(new_user(cast, first, agency_id=root.pk, username="thu.hai"))


def waits_of(made: actions.NewAccount) -> bool:
    return made.post is not None and made.post.waits


def test_whoever_holds_the_server_is_the_last_second_person(cast: Cast) -> None:
    post = waiting(cast)
    assert actions.confirm_at_the_server(username="khong.co", at=AT) == []
    assert [one.pk for one in actions.confirm_at_the_server(username="LE.MOI", at=AT)] == [post.pk]
    with acting(cast.head):
        assert Entry.objects.filter(act="post.confirmed", actor_name="Người vận hành máy chủ").count() == 1


def test_an_office_may_do_without(cast: Cast, settings: LazySettings) -> None:
    settings.POSTS_CONFIRMED = False
    assert not waiting(cast).waits
    with acting(cast.head):
        assert list(Notice.objects.values_list("kind", flat=True)) == ["post_given"]


def test_a_password_given_anew_is_told_to_the_head(cast: Cast) -> None:
    with acting(cast.administrator):
        actions.reset_password(user_id=cast.clerk.user_id, by=cast.administrator, at=clock.now())
    with acting(cast.head):
        assert list(Notice.objects.values_list("kind", flat=True)) == ["password_reset"]


def test_the_page_lists_confirms_and_refuses(cast: Cast) -> None:
    page = reverse("desk:posts_waiting")
    head = client_of(cast.head)
    assert "Không có vị trí nào" in head.get(page).content.decode()
    post, second = waiting(cast), waiting_for(cast, "tran.hai")
    shown = head.get(page).content.decode()
    assert "Lê Thị Mới" in shown
    assert "Xác nhận" in shown
    own = client_of(cast.administrator).get(page).content.decode()
    assert "Bạn đã giao" in own
    assert reverse("desk:post_confirm", args=[post.pk]) not in own
    assert client_of(cast.administrator).post(reverse("desk:post_confirm", args=[post.pk])).status_code == 409
    assert head.post(reverse("desk:post_refuse", args=[second.pk]), {"reason": " "}).status_code == 409
    assert head.post(reverse("desk:post_refuse", args=[second.pk]), {"reason": REASON}).status_code == 302
    assert head.post(reverse("desk:post_confirm", args=[post.pk])).status_code == 302
    assert "Không có vị trí nào" in head.get(page).content.decode()
    person = client_of(cast.administrator).get(reverse("desk:admin_user", args=[second.user_id])).content.decode()
    assert REASON in person


def test_for_others_the_page_and_the_post_do_not_exist(cast: Cast) -> None:
    post = waiting(cast)
    for who in (cast.clerk, cast.handler, cast.coordinator, cast.overseer):
        assert client_of(who).get(reverse("desk:posts_waiting")).status_code == 404
    outsider = client_of(replace(factories.post(Role.HEAD, cast.neighbour)))
    for number in (post.pk, post.pk + 10**6):
        assert outsider.post(reverse("desk:post_confirm", args=[number])).status_code == 404
        assert outsider.post(reverse("desk:post_refuse", args=[number]), {"reason": "x"}).status_code == 404
