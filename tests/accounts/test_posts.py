"""Accounts and posts: who may give them, what is refused, what the record keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.hashers import check_password
from django.db import DatabaseError, transaction

from tests import factories
from tests.factories import moment
from tests.people import Cast, make_cast
from tiepdan.accounts import actions
from tiepdan.accounts.access import UnknownAccount
from tiepdan.accounts.acting import NoPost, acting, posts_for
from tiepdan.accounts.models import FirstAdministratorCode, Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.actions import NewAgency
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.audit.models import Entry
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Notice

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
DAY = AT.date()


def acts(by: Actor) -> list[str]:
    """Acts on record at the actor's agency, as its administrator or head reads them."""
    with acting(by):
        return list(Entry.objects.order_by("id").values_list("act", flat=True))


def new_user(cast: Cast, by: Actor, **values: object) -> actions.NewAccount:
    given: dict[str, object] = {
        "username": "le.moi", "name": "Lê Thị Mới", "agency_id": cast.commune.pk, "role": Role.HANDLER,
        "title": "Chuyên viên", "starts_on": DAY, "by": by, "at": AT,
    }  # fmt: skip
    with acting(by):
        return actions.add_user(**{**given, **values})  # type: ignore[arg-type]


def confirm(by: Actor, post: Post) -> Post:
    with acting(by):
        return actions.confirm_post(post_id=post.pk, by=by, at=AT)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as caught:
        call()
    return caught.value.code


def test_a_new_user_has_a_post_and_a_password_used_once() -> None:
    cast = make_cast()
    made = new_user(cast, cast.administrator)
    user = User.objects.get(username="le.moi")
    assert user.must_change_password
    assert check_password(made.password, user.password)
    assert made.post is not None
    assert made.post.waits
    assert posts_for(user.pk, on=DAY) == []
    confirm(cast.head, made.post)
    assert [post.role for post in posts_for(user.pk, on=DAY)] == [Role.HANDLER]
    assert acts(cast.administrator) == ["user.added", "post.added", "post.confirmed"]


def test_the_record_holds_no_password() -> None:
    cast = make_cast()
    made = new_user(cast, cast.administrator)
    with acting(cast.administrator):
        texts = [f"{entry.before}{entry.after}{entry.reason}" for entry in Entry.objects.all()]
    assert not any(made.password in text for text in texts)


@pytest.mark.parametrize("who", ["head", "clerk", "coordinator", "overseer", "records"])
def test_only_administrators_make_users(who: str) -> None:
    cast = make_cast()
    assert refused(lambda: new_user(cast, getattr(cast, who))) == "not_administrator"
    assert not User.objects.filter(username="le.moi").exists()


def test_other_agencies_are_out_of_scope_and_those_below_are_not() -> None:
    cast = make_cast()
    assert refused(lambda: new_user(cast, cast.administrator, agency_id=cast.neighbour.pk)) == "agency_out_of_scope"
    assert refused(lambda: new_user(cast, cast.administrator, agency_id=cast.province.pk)) == "agency_out_of_scope"
    above = factories.post(Role.ADMINISTRATOR, cast.province)
    assert new_user(cast, above).post is not None


def test_a_login_name_is_taken_whatever_its_case() -> None:
    cast = make_cast()
    new_user(cast, cast.administrator)
    assert refused(lambda: new_user(cast, cast.administrator, username="LE.MOI")) == "username_taken"


def test_nobody_is_posted_to_an_agency_that_has_ended() -> None:
    cast = make_cast()
    ended = factories.agency("Trạm cũ", parent=cast.commune, ends_before=date(2026, 1, 1))
    assert refused(lambda: new_user(cast, cast.administrator, agency_id=ended.pk)) == "agency_ended"


def give(cast: Cast, by: Actor, user_id: int, **values: object) -> Post:
    given: dict[str, object] = {
        "user_id": user_id, "agency_id": cast.commune.pk, "role": Role.RECORDS_CLERK, "title": "", "starts_on": DAY,
        "by": by, "at": AT,
    }  # fmt: skip
    with acting(by):
        return actions.add_post(**{**given, **values})  # type: ignore[arg-type]


def test_one_more_post_is_given_once() -> None:
    cast = make_cast()
    given = give(cast, cast.administrator, cast.clerk.user_id)
    assert refused(lambda: give(cast, cast.administrator, cast.clerk.user_id)) == "post_held"
    confirm(cast.head, given)
    assert {post.role for post in posts_for(cast.clerk.user_id, on=DAY)} == {Role.RECEPTION_OFFICER, Role.RECORDS_CLERK}
    assert acts(cast.administrator) == ["post.added", "post.confirmed"]
    assert refused(lambda: give(cast, cast.administrator, cast.clerk.user_id)) == "post_held"


def test_people_elsewhere_do_not_exist_for_an_administrator() -> None:
    cast = make_cast()
    with pytest.raises(UnknownAccount):
        give(cast, cast.administrator, cast.outsider.user_id)
    with pytest.raises(UnknownAccount):
        give(cast, cast.administrator, 10**9)


def end(cast: Cast, by: Actor, post_id: int, ends_before: date) -> Post:
    with acting(by):
        return actions.end_post(post_id=post_id, ends_before=ends_before, by=by, at=AT)


def test_an_ended_post_gives_no_rights() -> None:
    cast = make_cast()
    end(cast, cast.administrator, cast.clerk.post_id, clock.today())
    with pytest.raises(NoPost), acting(cast.clerk):
        pass
    assert acts(cast.administrator) == ["post.ended"]


def test_ending_a_post_is_refused_when_own_ended_or_before_its_start() -> None:
    cast = make_cast()
    assert refused(lambda: end(cast, cast.administrator, cast.administrator.post_id, DAY)) == "own_post"
    assert refused(lambda: end(cast, cast.administrator, cast.clerk.post_id, date(2020, 1, 1))) == "ends_before_start"
    end(cast, cast.administrator, cast.clerk.post_id, DAY)
    assert refused(lambda: end(cast, cast.administrator, cast.clerk.post_id, DAY)) == "post_already_ended"
    assert refused(lambda: end(cast, cast.head, cast.processor.post_id, DAY)) == "not_administrator"
    with pytest.raises(UnknownAccount):
        end(cast, cast.administrator, cast.outsider.post_id, DAY)


def test_a_password_is_reset_and_then_replaced_by_ones_own() -> None:
    cast = make_cast()
    with acting(cast.administrator):
        made = actions.reset_password(user_id=cast.clerk.user_id, by=cast.administrator, at=AT)
    user = User.objects.get(pk=cast.clerk.user_id)
    assert user.must_change_password
    assert check_password(made.password, user.password)
    actions.keep_own_password(user=user, password="mat-khau-rieng-cua-toi", at=AT)
    kept = User.objects.get(pk=user.pk)
    assert not kept.must_change_password
    assert check_password("mat-khau-rieng-cua-toi", kept.password)
    with acting(cast.head):
        assert refused(
            lambda: actions.reset_password(user_id=cast.clerk.user_id, by=cast.head, at=AT)
        ) == "not_administrator"  # fmt: skip


def close(cast: Cast, by: Actor, user_id: int) -> User:
    with acting(by):
        return actions.close_account(user_id=user_id, reason="Chuyển công tác", by=by, at=AT)


def test_an_administrator_does_not_rule_over_who_moved_on() -> None:
    """A password given by the former agency would open what the person sees at the new one."""
    cast = make_cast()
    Post.objects.create(
        user_id=cast.clerk.user_id, agency=cast.neighbour, role=Role.HEAD, title="Chủ tịch", starts_on=date(2020, 1, 1)
    )
    with acting(cast.administrator):
        for rule in (actions.reset_password, actions.close_account):
            more = {"reason": "Chuyển công tác"} if rule is actions.close_account else {}
            with pytest.raises(ActionRefused) as caught:
                rule(user_id=cast.clerk.user_id, by=cast.administrator, at=AT, **more)
            assert caught.value.code == "account_elsewhere"
    Post.objects.filter(user_id=cast.clerk.user_id, agency=cast.neighbour).update(ends_before=DAY)
    with acting(cast.administrator):
        actions.reset_password(user_id=cast.clerk.user_id, by=cast.administrator, at=AT)


def test_a_closed_account_acts_no_more() -> None:
    cast = make_cast()
    close(cast, cast.administrator, cast.clerk.user_id)
    with pytest.raises(NoPost), acting(cast.clerk):
        pass
    assert refused(lambda: close(cast, cast.administrator, cast.clerk.user_id)) == "account_closed"
    assert refused(lambda: close(cast, cast.administrator, cast.administrator.user_id)) == "own_account"
    assert refused(lambda: close(cast, cast.head, cast.processor.user_id)) == "not_administrator"
    assert refused(lambda: give(cast, cast.administrator, cast.clerk.user_id)) == "account_closed"
    with pytest.raises(UnknownAccount):
        close(cast, cast.administrator, cast.outsider.user_id)
    assert acts(cast.administrator) == ["user.closed"]


TOP = NewAgency(
    code="X1", name="UBND tỉnh Sen Vàng", short_name="UBND tỉnh", kind=AgencyKind.PROVINCIAL_COMMITTEE,
    level=AgencyLevel.PROVINCE, starts_on=clock.today(),
)  # fmt: skip


def claim(code: str, *, password: str = "mot-mat-khau-dai", username: str = "quan.tri") -> Post:
    return actions.claim_first_administrator(
        code=code, username=username, password=password, name="Hồ Quản Trị", agency=TOP, at=clock.now()
    )


def test_the_first_administrator_comes_in_once_with_the_code() -> None:
    assert actions.offer_first_administrator(code="ma-mot-lan-1", at=clock.now())
    assert refused(lambda: claim("ma-khac")) == "first_code_wrong"
    post = claim("ma-mot-lan-1")
    assert post.role == Role.ADMINISTRATOR
    assert Agency.objects.get().name == TOP.name
    assert FirstAdministratorCode.objects.filter(used_at__isnull=True).count() == 0
    assert refused(lambda: claim("ma-mot-lan-1", username="khac")) == "administrator_exists"
    assert not actions.offer_first_administrator(code="ma-mot-lan-2", at=clock.now())


def test_a_newer_code_makes_the_older_one_lapse_and_codes_are_hashed() -> None:
    actions.offer_first_administrator(code="ma-cu", at=clock.now())
    actions.offer_first_administrator(code="ma-moi", at=clock.now())
    assert refused(lambda: claim("ma-cu")) == "first_code_wrong"
    assert not FirstAdministratorCode.objects.filter(code_hash__contains="ma-moi").exists()
    assert refused(lambda: claim("ma-moi", password="1234567890")) == "password_weak"
    claim("ma-moi")


def test_an_administrator_whose_post_ended_leaves_room_for_a_new_first_one() -> None:
    cast = make_cast()
    Post.objects.filter(role=Role.ADMINISTRATOR).update(ends_before=clock.today() - timedelta(days=1))
    assert actions.offer_first_administrator(code="ma", at=clock.now())
    assert claim("ma").agency_id == cast.province.pk


def test_nobody_gives_themselves_a_post_and_the_head_is_told_of_others() -> None:
    cast = make_cast()
    given: dict[str, object] = {
        "user_id": cast.administrator.user_id, "agency_id": cast.commune.pk, "role": Role.HANDLER, "title": "",
        "starts_on": DAY, "by": cast.administrator, "at": AT,
    }  # fmt: skip
    with acting(cast.administrator):
        assert refused(lambda: actions.add_post(**given)) == "own_post_given"  # type: ignore[arg-type]
        with pytest.raises(DatabaseError, match="themselves"), transaction.atomic():
            Post.objects.create(
                user_id=cast.administrator.user_id, agency=cast.commune, role=Role.HEAD, starts_on=clock.today()
            )
        with pytest.raises(DatabaseError, match="themselves"), transaction.atomic():
            Post.objects.filter(user_id=cast.administrator.user_id).update(role=Role.HEAD)
        actions.add_post(**{**given, "user_id": cast.clerk.user_id})  # type: ignore[arg-type]
    with acting(cast.head):
        assert list(Notice.objects.values_list("kind", flat=True)) == ["post_waits"]
    new_user(cast, cast.administrator, role=Role.COORDINATOR)  # sees no case: nobody is told
    with acting(cast.head):
        assert Notice.objects.count() == 1
