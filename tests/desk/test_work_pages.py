"""The first page answers what must be done now; boards and inbox show nothing that is not one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import open_matter
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.deadlines.norms import norm
from tiepdan.desk.views.work import LATE_SHOWN
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.matters import actions
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.reports import queries

pytestmark = pytest.mark.django_db


def line(by: Actor, *, title: str, due_in: int | None = None, handler: Actor | None = None, assigner: Actor | None = None,
         **columns: str | int | date | None) -> str:  # fmt: skip
    """Open a matter at the actor's agency, due in so many days; returns its code."""
    now, code = clock.now(), new_code()
    with acting(by):
        matter_id = open_matter(
            agency_id=by.agency_id, kind=MatterKind.COMPLAINT, sealed=False, code=code, title=title,
            received_on=now.date(), people=1, field_code="", at=now,
        )  # fmt: skip
        record(act="submission.received", by=by, at=now, subject="submission:1", matter_id=matter_id)
        if due_in is not None:
            day = now.date() + timedelta(days=due_in)
            actions.start_clock(
                matter_id=matter_id, agency_id=by.agency_id, agency_path=by.agency_path, rule_id="KN-5",
                rule_version=now.date(), starts_on=now.date(), due_on=day, rolled_due_on=day,
                explanation={"title_vi": "Giải quyết lần đầu", "source": "LKN Đ.28"},
            )  # fmt: skip
        if columns:
            actions.set_line(matter_id=matter_id, agency_id=by.agency_id, **columns)
    if handler:
        leader = assigner or by
        with acting(leader):
            actions.assign(
                matter_id=matter_id,
                user_id=handler.user_id,
                agency_id=by.agency_id,
                duty=Duty.HANDLER,
                by=leader,
                at=now,
            )
    return code


def page(actor: Actor, name: str, query: str = "") -> str:
    answer = client_of(actor).get(reverse(name) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_work_is_grouped_by_how_it_presses_and_says_why() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn đã trễ", due_in=-3)
    line(cast.clerk, title="Đơn hôm nay", due_in=0)
    line(cast.clerk, title="Đơn chờ duyệt", due_in=30, state="proposed")
    line(cast.clerk, title="Đơn mới", due_in=30)
    shown = page(cast.head, "desk:work_mine")
    order = ["Đơn đã trễ", "Đơn hôm nay", "Đơn chờ duyệt", "Đơn mới"]
    assert sorted(order, key=shown.index) == order
    assert "Giải quyết lần đầu (LKN Đ.28)" in shown
    assert "quá hạn" in shown


def test_a_handler_sees_only_what_was_assigned() -> None:
    cast = make_cast()
    line(cast.clerk, title="Việc được giao", due_in=0, handler=cast.handler, assigner=cast.head)
    line(cast.clerk, title="Việc người khác", due_in=0)
    shown = page(cast.handler, "desk:work_mine")
    assert "Việc được giao" in shown
    assert "Việc người khác" not in shown


@pytest.mark.parametrize("who", ["outsider", "outsider_clerk", "administrator", "coordinator", "second_handler"])
def test_work_of_others_is_not_there(who: str) -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của phường", due_in=-1)
    assert "Đơn của phường" not in page(getattr(cast, who), "desk:work_mine")


def test_the_first_page_needs_few_queries(django_assert_max_num_queries: object) -> None:
    cast = make_cast()
    for days in range(-5, 8):
        line(cast.clerk, title=f"Đơn {days}", due_in=days)
    client = client_of(cast.head)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get(reverse("desk:work_mine"))
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get(reverse("desk:work_board"))
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get(reverse("desk:work_inbox"))


def test_without_login_the_login_page_is_offered() -> None:
    answer = Client().get(reverse("desk:work_mine"))
    assert answer.status_code == 302
    assert answer.url.startswith("/tai-khoan/login/")  # type: ignore[attr-defined]


def test_without_a_post_the_page_says_so() -> None:
    client = Client()
    client.force_login(User.objects.create(username="khong-vi-tri", name="Người Không Vị Trí"))
    answer = client.get(reverse("desk:work_mine"))
    assert answer.status_code == 403
    assert "Chưa có vị trí công tác" in answer.content.decode()


def board_numbers(actor: Actor) -> str:
    return page(actor, "desk:work_board")


def test_the_board_counts_by_handler_and_below() -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn trễ của phường", due_in=-3, handler=cast.handler, assigner=cast.head, people=7)
    line(cast.clerk, title="Đơn chưa giao", due_in=20)
    own = board_numbers(cast.head)
    assert cast.handler.name in own
    assert "Chưa phân công" in own
    assert "Đơn trễ của phường" in own
    above = board_numbers(cast.province_head)
    assert cast.commune.name in above
    assert "Đơn trễ của phường" not in above
    assert "Đơn trễ của phường" in board_numbers(cast.overseer)


# LI-13: from how many people it is a group is said by the rules, on screen and in what is counted.
def test_the_board_counts_groups_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    line(cast.clerk, title="Đơn của bảy người", people=7)
    line(cast.clerk, title="Đơn của mười người", people=10)
    assert "Từ 5 người trở lên" in board_numbers(cast.head)
    law = norm("LI-13")
    from_eight = replace(law, values=tuple(replace(value, from_people=8) for value in law.values))
    for large, changed in ((2, law), (1, from_eight)):
        monkeypatch.setattr("tiepdan.deadlines.groups.norm", lambda _, changed=changed: changed)
        with acting(cast.head):
            assert queries.board_below(by=cast.head, today=clock.today())[0].large == large
            assert queries.office_board(by=cast.head, today=clock.today(), limit=1)[0][0].large == large
    assert "Từ 8 người trở lên" in board_numbers(cast.head)


@pytest.mark.parametrize("who", ["clerk", "processor", "handler", "records", "administrator", "coordinator"])
def test_the_board_is_for_leaders_and_oversight(who: str) -> None:
    cast = make_cast()
    answer = client_of(getattr(cast, who)).get(reverse("desk:work_board"))
    assert answer.status_code == 404


def notice_for(cast: Cast) -> None:
    with acting(cast.clerk):
        actions.notify(agency_id=cast.commune.pk, kind="proposal_waiting", at=clock.now(), user_id=cast.head.user_id)


def test_the_inbox_shows_what_is_mine_until_it_is_acknowledged() -> None:
    cast = make_cast()
    notice_for(cast)
    assert "Có đề xuất chờ phê duyệt" in page(cast.head, "desk:work_inbox")
    assert "Có đề xuất chờ phê duyệt" not in page(cast.deputy, "desk:work_inbox")
    client = client_of(cast.head)
    with acting(cast.head):
        from tiepdan.matters.models import Notice

        notice_id = Notice.objects.get().pk
    address = reverse("desk:work_inbox_acknowledge", args=[notice_id])
    assert client_of(cast.outsider).post(address).status_code == 404
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert "Có đề xuất chờ phê duyệt" not in page(cast.head, "desk:work_inbox")
    assert "Có đề xuất chờ phê duyệt" in page(cast.head, "desk:work_inbox", "?loc=tat-ca")


def test_the_inbox_holds_ones_own_lines_and_those_of_the_role_newest_first_and_counts_both() -> None:
    cast = make_cast()
    sent = (
        {"user_id": cast.head.user_id},
        {"role": cast.head.role},
        {"user_id": cast.head.user_id},
        {"role": cast.clerk.role},
    )
    with acting(cast.clerk):
        for whom in sent:
            actions.notify(agency_id=cast.commune.pk, kind="proposal_waiting", at=clock.now(), **whom)
    with acting(cast.head):
        found = queries.inbox(by=cast.head, waiting=True, limit=10)
        assert [one.user_id for one in found] == [cast.head.user_id, None, cast.head.user_id]
        assert [one.pk for one in found] == sorted((one.pk for one in found), reverse=True)
        assert [one.pk for one in queries.inbox(by=cast.head, waiting=True, before=found[0].pk, limit=1)] == [
            found[1].pk
        ]
        assert queries.unread_count(by=cast.head, limit=100) == 3
        assert queries.unread_count(by=cast.head, limit=2) == 2
    with acting(cast.deputy):
        assert queries.unread_count(by=cast.deputy, limit=100) == 0
        assert queries.inbox(by=cast.deputy, waiting=False, limit=10) == []


def test_a_person_with_two_posts_acts_from_the_chosen_one() -> None:
    from tests import factories
    from tiepdan.accounts.rules import Role

    cast = make_cast()
    user = User.objects.get(pk=cast.head.user_id)
    second = factories.post(Role.OVERSIGHT, cast.inspectorate, user=user)
    client = client_of(cast.head)
    assert cast.commune.name in client.get(reverse("desk:work_mine")).content.decode()
    assert client.post(reverse("desk:post_choose"), {"post": second.post_id}).status_code == 302
    assert "Thanh tra, theo dõi" in client.get(reverse("desk:work_mine")).content.decode()
    assert client.post(reverse("desk:post_choose"), {"post": cast.outsider.post_id}).status_code == 404
    assert client.post(reverse("desk:post_choose"), {"post": "x"}).status_code == 404


def test_theme_and_language_are_remembered_and_lead_nowhere_else() -> None:
    client = Client()
    answer = client.post(reverse("desk:theme_set"), {"theme": "dark", "next": "https://example.org/"})
    assert answer.url == "/"  # type: ignore[attr-defined]
    assert answer.cookies["theme"].value == "dark"
    assert "theme" not in client.post(reverse("desk:theme_set"), {"theme": '"><script>'}).cookies
    answer = client.post(reverse("desk:language_set"), {"language": "en", "next": "/ban-lam-viec/"})
    assert answer.url == "/ban-lam-viec/"  # type: ignore[attr-defined]
    assert client.cookies["django_language"].value == "en"


def sealed_line(by: Actor) -> str:
    """A denunciation brought by somebody else, which this office sees only as a line."""
    now, code = clock.now(), new_code()
    with acting(by):
        matter_id = open_matter(
            agency_id=by.agency_id, kind=MatterKind.DENUNCIATION, sealed=True, code=code, title="Đơn tố cáo",
            received_on=now.date(), people=1, field_code="", at=now,
        )  # fmt: skip
        record(act="submission.received", by=by, at=now, subject="submission:1", matter_id=matter_id)
    return code


def test_a_sealed_line_says_that_it_waits_for_somebody_to_be_assigned() -> None:
    cast = make_cast()
    code = sealed_line(cast.clerk)
    opened = reverse("desk:processing_page", args=[code])
    queue = client_of(cast.processor).get(reverse("desk:processing_queue")).content.decode()
    assert code in queue
    assert "Chờ phân công" in queue
    assert opened not in queue
    mine = client_of(cast.processor).get(reverse("desk:work_mine")).content.decode()
    assert "Chờ phân công" in mine
    assert opened not in mine
    assert opened in client_of(cast.head).get(reverse("desk:processing_queue")).content.decode()


def test_the_board_shows_the_latest_lines_and_counts_the_rest() -> None:
    cast = make_cast()
    for number in range(LATE_SHOWN + 2):
        line(cast.clerk, title=f"Việc {number}", due_in=-1 - number)
    text = client_of(cast.head).get(reverse("desk:work_board")).content.decode()
    assert text.count('class="tasks"') == 1
    assert sum(f"Việc {number}<" in text for number in range(LATE_SHOWN + 2)) == LATE_SHOWN
    assert f"Xem cả {LATE_SHOWN + 2} việc quá hạn" in text
    listed = client_of(cast.head).get(reverse("desk:submission_list"), {"late": "on"}).content.decode()
    assert all(f"Việc {number}<" in listed for number in range(LATE_SHOWN + 2))
