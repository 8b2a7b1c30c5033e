"""An officer leaves: the open work goes to others in one act, and each matter says why it stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cases.build import ACCEPTED, RECEIVED, accepted, submission
from tests.journeys.officers import Office
from tests.people import Cast, make_cast
from tests.submissions.build import denunciation
from tiepdan.accounts.acting import NoPost, acting, actor_of
from tiepdan.accounts.actions import delegate_headship, end_delegation
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import assign, exclude
from tiepdan.matters.models import Assignment, Matter, Participation
from tiepdan.matters.rules import Duty
from tiepdan.submissions.actions import ask_opening
from tiepdan.submissions.models import SealedIdentity
from tiepdan.succession.actions import hand_over_work
from tiepdan.succession.queries import lines_of_person

pytestmark = pytest.mark.django_db
AT = ACCEPTED + timedelta(days=5)


def hand(
    cast: Cast, to: dict[int, int], *, by: Actor | None = None, reason: str = "Nghỉ hưu từ 01/08/2026"
) -> list[str]:
    """Hand over as the head; the code of each refusal, empty where it went."""
    actor = by or cast.head
    with acting(actor):
        done = hand_over_work(from_id=cast.handler.user_id, to=to, reason=reason, by=actor, at=AT)
    return [one.refused.code if one.refused is not None else "" for one in done]


def test_every_duty_goes_with_its_matter_and_the_case_follows() -> None:
    cast = make_cast()
    case = accepted(cast)
    assert hand(cast, {case.matter_id: cast.second_handler.user_id}) == [""]
    with acting(cast.second_handler):
        assert Case.objects.get(pk=case.pk).handler_id == cast.second_handler.user_id
    with acting(cast.handler):
        assert not Matter.objects.filter(pk=case.matter_id).exists()
    with acting(cast.head):
        assert Participation.objects.get(matter_id=case.matter_id).handler_id == cast.second_handler.user_id
        acts = set(Entry.objects.filter(matter_id=case.matter_id).values_list("act", flat=True))
        assert {"matter.assigned", "matter.released"} <= acts
        told = Entry.objects.get(act="work.handed_over")
        assert told.reason == "Nghỉ hưu từ 01/08/2026"
        assert lines_of_person(user_id=cast.handler.user_id, by=cast.head) == []


def test_conflict_of_interest_keeps_a_matter_where_it_is_and_the_others_go() -> None:
    cast = make_cast()
    open_case, sealed = accepted(cast), accepted(cast, denunciation())
    with acting(cast.head):
        exclude(
            matter_id=sealed.matter_id, user_id=cast.second_handler.user_id, reason="denounced", by=cast.head, at=AT
        )
    to = dict.fromkeys((open_case.matter_id, sealed.matter_id), cast.second_handler.user_id)
    assert hand(cast, to) == ["", "conflict_of_interest"]
    with acting(cast.handler):
        assert Case.objects.get(pk=sealed.pk).handler_id == cast.handler.user_id


def test_an_opening_is_not_handed_over() -> None:
    cast = make_cast()
    now = clock.now()
    made = submission(cast, denunciation(), at=now - timedelta(days=4))
    with acting(cast.head):
        cases.accept_submission(
            submission_id=made.pk, leader_id=cast.deputy.user_id, handler_id=cast.handler.user_id, by=cast.head, at=now,
            intent=Intent(facts={"identity_checked": True, "is_competent": True}),
        )  # fmt: skip
    with acting(cast.handler):
        ask_opening(matter_id=made.matter_id, reason="Gửi thông báo thụ lý", by=cast.handler, at=now)
        assert SealedIdentity.objects.filter(matter_id=made.matter_id).exists()
    with acting(cast.head):
        hand_over_work(
            from_id=cast.handler.user_id, to={made.matter_id: cast.second_handler.user_id}, reason="Chuyển công tác",
            by=cast.head, at=now,
        )  # fmt: skip
    for name in (cast.handler, cast.second_handler):
        with acting(name):
            assert not SealedIdentity.objects.filter(matter_id=made.matter_id).exists()


def test_each_refusal_and_the_outsider() -> None:
    cast = make_cast()
    case = accepted(cast)
    one = {case.matter_id: cast.second_handler.user_id}

    def code(to: dict[int, int], **changes: object) -> str:
        with pytest.raises(ActionRefused) as caught:
            hand(cast, to, **changes)  # type: ignore[arg-type]
        return caught.value.code

    assert code(one, by=cast.clerk) == "only_leaders_assign"
    assert code(one, reason=" ") == "reason_missing"
    assert code({}) == "nobody_chosen"
    assert code({case.matter_id: cast.handler.user_id}) == "same_person"
    assert hand(cast, {case.matter_id: cast.outsider_clerk.user_id}) == ["not_at_agency"]
    assert hand(cast, one, by=cast.outsider) == []  # nothing of it exists there
    with acting(cast.head):
        assign(matter_id=case.matter_id, user_id=cast.handler.user_id, agency_id=cast.commune.pk, duty=Duty.LEADER,
               by=cast.head, at=AT)  # fmt: skip
    assert hand(cast, one) == ["leader_must_lead"]
    with acting(cast.head):  # whole or not at all
        held = Assignment.objects.filter(
            matter_id=case.matter_id, user_id=cast.second_handler.user_id, ends_at__isnull=True
        )
        assert not held.exists()


def delegated(
    cast: Cast, *, by: Actor | None = None, first: int = 0, days: int = 10, paper: str = "15/QĐ-UBND"
) -> Post:
    """The deputy acts for the head from a day on."""
    actor, start = by or cast.head, clock.today() + timedelta(days=first)
    with acting(actor):
        return delegate_headship(
            deputy_id=cast.deputy.user_id, starts_on=start, ends_before=start + timedelta(days=days), paper=paper, by=actor,
            at=clock.now(),
        )  # fmt: skip


def test_a_deputy_acts_for_the_head_within_dates_on_papers_and_on_the_record() -> None:
    cast = make_cast()
    made = submission(cast, at=clock.now() - timedelta(days=2))
    post = delegated(cast)
    acting_head = actor_of(post=Post.objects.select_related("user", "agency").get(pk=post.pk))
    with acting(acting_head):
        case = cases.accept_submission(
            submission_id=made.pk, leader_id=cast.deputy.user_id, handler_id=cast.handler.user_id, by=acting_head,
            at=clock.now(), intent=Intent(),
        )  # fmt: skip
        entry = Entry.objects.filter(matter_id=case.matter_id, act__startswith="case.").latest("pk")
        assert entry.actor_name == f"{cast.deputy.name} (được ủy quyền, thay {cast.head.name})"
        from tiepdan.documents.models import Paper

        signed = Paper.objects.filter(matter_id=case.matter_id, status="issued").exclude(signer_title="").first()
        if signed is not None:
            assert signed.signer_title.startswith("KT. ")
    with acting(cast.head):
        assert end_delegation(post_id=post.pk, by=cast.head, at=clock.now()).ends_before == clock.today()
    with pytest.raises(NoPost), acting(acting_head):
        pass


def test_each_refusal_of_a_delegation() -> None:
    cast = make_cast()

    def code(**changes: object) -> str:
        with pytest.raises(ActionRefused) as caught:
            delegated(cast, **changes)  # type: ignore[arg-type]
        return caught.value.code

    assert code(by=cast.deputy) == "only_head_delegates"
    assert code(first=-1) == "delegation_in_past"
    assert code(days=0) == "ends_before_start"
    assert code(days=400) == "delegation_too_long"
    assert code(paper=" ") == "delegation_paper_missing"
    assert code(by=cast.outsider) == "only_deputy_acts"
    post = delegated(cast)
    assert code(first=3) == "delegation_overlaps"
    acting_head = actor_of(post=Post.objects.select_related("user", "agency").get(pk=post.pk))
    assert code(by=acting_head) == "delegation_not_further"
    with acting(cast.head):
        end_delegation(post_id=post.pk, by=cast.head, at=clock.now())
        with pytest.raises(ActionRefused, match="post_already_ended"):
            end_delegation(post_id=post.pk, by=cast.head, at=clock.now())


def test_an_officer_leaves_and_the_deputy_acts_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    office = Office(monkeypatch)
    case = accepted(cast, at=clock.now())
    assert RECEIVED.date() < clock.today()
    page = "ban-giao-viec/"
    assert cast.handler.name in office.see(cast.head, page)
    shown = office.see(cast.head, f"{page}?nguoi={cast.handler.user_id}")
    assert case.code in shown
    assert "Lượt mở danh tính người tố cáo không chuyển" in shown
    person = {"nguoi": str(cast.handler.user_id), "viec": str(case.matter_id)}
    office.send(cast.head, page, person, status=422)  # nobody chosen, no reason
    told = office.send(
        cast.head, page, {**person, "to": str(cast.second_handler.user_id), "reason": "Nghỉ hưu"}, status=200
    )
    assert "Đã chuyển" in told
    assert cast.second_handler.name in told
    assert case.code in office.see(cast.second_handler, "")
    office.see(cast.clerk, page, status=404)

    today = clock.today().isoformat()
    form = {"deputy": str(cast.deputy.user_id), "starts_on": today, "until_on": today, "paper": "15/QĐ-UBND"}
    office.send(cast.head, "uy-quyen/", form)
    assert "Đang thay" in office.see(cast.head, "uy-quyen/")
    with acting(cast.head):
        post = Post.objects.get(delegated_by=cast.head.user_id)
    office.send(cast.deputy, "vi-tri/", {"post": str(post.pk)})
    assert f"thay {cast.head.name}" in office.see(cast.deputy, "bang-dieu-hanh/")
    office.see(cast.deputy, "uy-quyen/")  # sees as head does, and delegates no further
    office.see(cast.clerk, "uy-quyen/", status=404)


def test_somebody_with_posts_in_two_agencies_switches_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from tiepdan.accounts.models import User
    from tiepdan.accounts.rules import Role

    cast = make_cast()
    office = Office(monkeypatch)
    here = submission(cast, at=clock.now())
    second = Post.objects.create(
        user=User.objects.get(pk=cast.outsider_clerk.user_id), agency=cast.commune, role=Role.RECEPTION_OFFICER,
        starts_on=date(2024, 1, 1),
    )  # fmt: skip
    office.see(cast.outsider_clerk, f"don/{here.code}/", status=404)
    assert cast.commune.name in office.see(cast.outsider_clerk, "")
    office.send(cast.outsider_clerk, "vi-tri/", {"post": str(second.pk)})
    office.see(cast.outsider_clerk, f"don/{here.code}/")
    assert cast.commune.name in office.see(cast.outsider_clerk, "don/")
