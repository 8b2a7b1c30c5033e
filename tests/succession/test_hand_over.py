"""The end of a district: open matters are found at the successors, history stays, nobody gains what they must not see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tests import factories
from tests.routing.build import answers
from tests.submissions.build import denunciation, received
from tests.succession.build import AT, SPRING, accused, approved, brought, make_reform, prepared
from tiepdan.accounts.acting import NoPost, acting, actor_of
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Succession
from tiepdan.agencies.queries import look_up
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.audit.models import Entry
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import assign, exclude
from tiepdan.matters.models import Assignment, Clock, Handover, Matter, Move, Notice, Participation
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.submissions.actions import ask_opening, screen
from tiepdan.submissions.intake import Screening
from tiepdan.submissions.models import Opening, Submission
from tiepdan.submissions.queries import search
from tiepdan.succession.actions import (
    Part,
    approve_handover,
    carry_out_handover,
    place_matters,
    prepare_handover,
    withdraw_handover,
)
from tiepdan.succession.jobs import hand_over_due
from tiepdan.succession.queries import Figures, figures, former_lines, planned_moves
from tiepdan.succession.rules import Template

pytestmark = pytest.mark.django_db
EAST_STORY = "Khiếu nại việc thu hồi ao cá ở phường Hoa Sen để làm bãi xe."
WEST_STORY = "Khiếu nại việc cấp sai thửa đất ruộng ở xã Hoa Súng."
BOTH_STORY = "Khiếu nại tuyến mương chung của phường Hoa Sen và xã Hoa Súng."


def codes(actor: Actor) -> set[str]:
    """Codes of the open lines that somebody's agency has."""
    with acting(actor):
        lines = Participation.objects.filter(agency_id=actor.agency_id, closed_on__isnull=True)
        return set(lines.values_list("code", flat=True))


def refusal(act: object, **values: object) -> str:
    """The code with which an act is refused."""
    with pytest.raises(ActionRefused) as caught:
        act(**values)  # type: ignore[operator]
    return caught.value.code


def test_open_matters_are_found_at_the_communes_and_at_the_province() -> None:
    reform = make_reform()
    east, west, both = brought(reform, EAST_STORY), brought(reform, WEST_STORY), brought(reform, BOTH_STORY)
    plain = brought(reform, "Khiếu nại việc tính sai tiền hỗ trợ di dời.")
    accusing = accused(reform, "Ông Chủ tịch xã nhận tiền khi cấp phép.")
    with acting(reform.clerk):
        screen(
            submission_id=accusing.pk, by=reform.clerk, at=SPRING,
            finding=Screening(
                kind=MatterKind.DENUNCIATION, answers=answers(MatterKind.DENUNCIATION), against_code="commune_chair",
                respondent_agency_id=reform.cast.neighbour.pk,
            ),
        )  # fmt: skip
    done = approved(reform, prepared(reform))
    assert done.moved == {reform.cast.commune.pk: 2, reform.cast.neighbour.pk: 1, reform.cast.province.pk: 2}
    assert codes(reform.cast.clerk) == {east.code, plain.code}
    assert codes(reform.cast.outsider_clerk) == {west.code}
    assert codes(reform.cast.province_head) == {both.code, accusing.code}
    with acting(reform.cast.clerk):
        moved = Submission.objects.get(pk=east.pk)
        assert moved.agency_id == reform.cast.commune.pk
        assert moved.received_on == SPRING.date()
        assert Matter.objects.get(pk=east.matter_id).agency_id == reform.cast.commune.pk
        clocks = Clock.objects.filter(matter_id=east.matter_id, status="open")
        assert clocks.exists()
        assert {clock.agency_path for clock in clocks} == {reform.cast.commune.path}
        line = Participation.objects.get(matter_id=east.matter_id, agency_id=reform.cast.commune.pk)
        assert line.due_on == min(clock.rolled_due_on for clock in clocks)
        entry = Entry.objects.get(matter_id=east.matter_id, act="matter.handed_over")
        assert reform.district.name in entry.before
        assert entry.actor_name == reform.head.name
    with acting(reform.cast.overseer):  # history: the old line stays, closed on the day
        old = Participation.objects.get(matter_id=east.matter_id, agency_id=reform.district.pk)
        assert (old.closed_on, old.capacity, old.register_number) == (date(2025, 7, 1), "passed_on", 1)
    with pytest.raises(NoPost), acting(reform.head):
        pass
    assert Succession.objects.filter(predecessor=reform.district).count() == 3


def test_old_numbers_and_old_names_find_what_came_over() -> None:
    reform = make_reform()
    first, second = brought(reform, EAST_STORY), brought(reform, WEST_STORY)
    approved(reform, prepared(reform))
    with acting(reform.cast.clerk):
        assert [line.code for line in search(query="1/2025", by=reform.cast.clerk)] == [first.code]
        assert search(query="2/2025", by=reform.cast.clerk) == []  # went to the neighbour
        assert [line.code for line in search(query="huyện đầm sen", by=reform.cast.clerk)] == [first.code]
        assert [line.code for line in search(query=first.code, by=reform.cast.clerk)] == [first.code]
        rows = former_lines(
            agency_id=reform.district.pk, book="incoming", from_on=date(2025, 1, 1), until_on=date(2025, 6, 30)
        )
        assert [(row.number, row.code) for row in rows] == [(1, first.code), (2, "")]
    with acting(reform.cast.outsider_clerk):
        assert [line.code for line in search(query="2", by=reform.cast.outsider_clerk)] == [second.code]
    found = look_up(text="huyen dam sen", on=AT.date())
    assert {one.pk for one in found} == {reform.cast.commune.pk, reform.cast.neighbour.pk, reform.cast.province.pk}
    assert {getattr(one, "former_name", "") for one in found} == {reform.district.name}


def test_the_sum_goes_on_across_the_day() -> None:
    reform = make_reform()
    brought(reform, EAST_STORY)
    brought(reform, WEST_STORY)
    approved(reform, prepared(reform))
    days = [
        (date(2025, 1, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), date(2025, 12, 31)),
        (date(2025, 1, 1), date(2026, 7, 14)),
    ]
    before: list[Figures] = []
    after: list[Figures] = []
    whole: list[Figures] = []
    with acting(reform.cast.clerk):
        for agency_id in (reform.district.pk, reform.cast.commune.pk):
            for (start, end), rows in zip(days, (before, after, whole), strict=True):
                rows += figures(agency_id=agency_id, from_on=start, until_on=end)
    assert [(row.received, row.handed_over, row.taken_over, row.open_after) for row in before] == [
        (2, 0, 0, 2),
        (0, 0, 0, 0),
    ]
    assert [(row.received, row.handed_over, row.taken_over, row.open_after) for row in after] == [
        (0, 2, 0, 0),
        (0, 0, 1, 1),
    ]
    assert sum(row.received for row in whole) == 2
    for row in (*before, *after, *whole):
        assert row.open_before + row.received + row.taken_over == row.handed_over + row.finished + row.open_after
    with acting(reform.cast.clerk), pytest.raises(ProgrammingError, match="counts are for"), transaction.atomic():
        figures(agency_id=reform.cast.department.pk, from_on=AT.date(), until_on=AT.date())


def test_who_is_posted_at_the_successor_goes_on_and_the_others_are_released() -> None:
    reform = make_reform()
    going = User.objects.get(pk=reform.handler.user_id)
    staying = factories.post(Role.PROCESSING_OFFICER, reform.district, name="Người Ở Lại")
    Post.objects.create(user=going, agency=reform.cast.commune, role=Role.HANDLER, starts_on=date(2025, 7, 1))
    matter = brought(reform, EAST_STORY)
    with acting(reform.head):
        case = cases.accept_submission(
            submission_id=matter.pk, leader_id=reform.head.user_id, handler_id=reform.handler.user_id, by=reform.head,
            at=SPRING + timedelta(days=3), intent=Intent(),
        )  # fmt: skip
        assign(matter_id=matter.matter_id, user_id=staying.user_id, agency_id=reform.district.pk, duty=Duty.VERIFIER,
               by=reform.head, at=SPRING + timedelta(days=3))  # fmt: skip
    approved(reform, prepared(reform))
    with acting(reform.cast.head):
        moved = Case.objects.get(pk=case.pk)
        assert (moved.agency_id, moved.handler_id, moved.leader_id) == (reform.cast.commune.pk, going.pk, None)
        open_ones = Assignment.objects.filter(matter_id=matter.matter_id, ends_at__isnull=True)
        assert {(one.user_id, one.agency_id) for one in open_ones} == {(going.pk, reform.cast.commune.pk)}
        assert (
            Participation.objects.get(matter_id=matter.matter_id, agency_id=reform.cast.commune.pk).handler_id
            == going.pk
        )
        assert Notice.objects.filter(kind="handover_done").exists()


def test_an_opening_is_not_handed_over_and_the_kept_out_stay_out() -> None:
    reform = make_reform()
    going = User.objects.get(pk=reform.handler.user_id)
    held = Post.objects.create(user=going, agency=reform.cast.commune, role=Role.HANDLER, starts_on=date(2025, 7, 1))
    sealed = accused(reform, "Ông Phạm Văn Bê nhận tiền khi cấp phép ở phường Hoa Sen.")
    kept_out = accused(reform, "Bà Chủ tịch nhận quà ở phường Hoa Sen khi duyệt dự án.")
    now = clock.now()
    with acting(reform.head):
        assign(matter_id=sealed.matter_id, user_id=going.pk, agency_id=reform.district.pk, duty=Duty.HANDLER,
               by=reform.head, at=now)  # fmt: skip
        exclude(
            matter_id=kept_out.matter_id,
            agency_path=reform.cast.commune.path,
            reason="denounced",
            by=reform.head,
            at=now,
        )
    with acting(reform.handler):
        ask_opening(matter_id=sealed.matter_id, reason="Gửi thông báo thụ lý", by=reform.handler, at=now)
    approved(reform, prepared(reform))
    there = actor_of(post=Post.objects.select_related("user", "agency").get(pk=held.pk))
    with acting(there):
        assert Participation.objects.filter(matter_id=sealed.matter_id, agency_id=reform.cast.commune.pk).exists()
        assert not Opening.objects.filter(matter_id=sealed.matter_id, ends_at__gt=now).exists()
    assert kept_out.code not in codes(reform.cast.head)
    with acting(reform.cast.province_head):
        move = Move.objects.get(matter_id=kept_out.matter_id)
        assert (move.to_agency_id, move.why) == (reform.cast.province.pk, "kept_out")


def test_who_was_kept_out_with_the_old_agency_is_kept_out_with_the_new_one() -> None:
    reform = make_reform()
    matter = received(reform.cast.province_processor, denunciation(), at=SPRING).submission
    with acting(reform.cast.province_head):
        exclude(matter_id=matter.matter_id, agency_path=reform.district.path, reason="denounced", by=reform.cast.province_head,
                at=SPRING)  # fmt: skip
    approved(reform, prepared(reform))
    with acting(reform.cast.province_head):
        paths = set(Matter.objects.get(pk=matter.matter_id).exclusions.values_list("agency_path", flat=True))
    assert paths == {reform.district.path, reform.cast.commune.path, reform.cast.neighbour.path}


def test_the_head_chooses_another_place_for_one_matter() -> None:
    reform = make_reform()
    east = brought(reform, EAST_STORY)
    handover = prepared(reform)
    with acting(reform.head):
        assert [(one.choice.agency_id, one.choice.why) for one in planned_moves(handover=handover, by=reform.head)] == [
            (reform.cast.commune.pk, "place")
        ]
        place_matters(handover_id=handover.pk, chosen={east.matter_id: reform.cast.neighbour.pk}, by=reform.head, at=AT)
        here = {"handover_id": handover.pk, "by": reform.head, "at": AT}
        assert refusal(place_matters, chosen={east.matter_id: reform.cast.neighbour.pk}, **here) == "nothing_changed"
        assert refusal(place_matters, chosen={east.matter_id: reform.cast.department.pk}, **here) == "successor_unknown"
        assert Entry.objects.filter(act="handover.placed", matter_id=east.matter_id).exists()
    approved(reform, handover)
    assert codes(reform.cast.outsider_clerk) == {east.code}


def test_a_handover_before_its_day_waits_for_the_day() -> None:
    reform = make_reform()
    matter = brought(reform, EAST_STORY)
    handover = prepared(reform, template=None, effect_on=date(2026, 8, 1))
    done = approved(reform, handover)
    assert done.moved == {}
    with acting(reform.head):
        late: dict[str, Any] = {"handover_id": handover.pk, "by": reform.head}
        assert refusal(carry_out_handover, at=AT, **late) == "handover_early"
        assert carry_out_handover(at=factories.moment("2026-08-01", 0), **late).moved == {reform.cast.commune.pk: 1}
    assert codes(reform.cast.clerk) == {matter.code}


def test_the_night_of_the_day_does_it_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    reform = make_reform()
    matter = brought(reform, EAST_STORY)
    approved(reform, prepared(reform, template=None, effect_on=date(2026, 8, 1)))
    monkeypatch.setattr(clock, "now", lambda: factories.moment("2026-07-31", 23))
    hand_over_due(0)
    assert codes(reform.cast.clerk) == set()
    monkeypatch.setattr(clock, "now", lambda: factories.moment("2026-08-01", 0))
    hand_over_due(0)
    assert codes(reform.cast.clerk) == {matter.code}


def test_a_superior_approves_without_seeing_a_matter() -> None:
    reform = make_reform()
    matter = brought(reform, WEST_STORY)
    handover = prepared(reform)
    with acting(reform.cast.province_head):
        assert planned_moves(handover=handover, by=reform.cast.province_head) == []
    assert approved(reform, handover, by=reform.cast.province_head).moved == {reform.cast.commune.pk: 1}
    assert codes(reform.cast.clerk) == {matter.code}


def test_each_refusal_and_the_outsider() -> None:
    reform = make_reform()
    cast = reform.cast
    handover = prepared(reform)
    assert refusal(prepared, reform=reform) == "handover_waits"
    with acting(reform.head):
        assert (
            refusal(
                prepare_handover, kind=SuccessionKind.SPLIT, parts=[Part(cast.commune.pk)], effect_on=date(2026, 8, 1),
                decision="x", predecessor_id=reform.district.pk, by=reform.head, at=AT,
            )
            == "not_administrator"
        )  # fmt: skip
    with acting(cast.department_head), pytest.raises(NotFound):
        withdraw_handover(handover_id=handover.pk, reason="Sai", by=cast.department_head, at=AT)
    with acting(cast.clerk):  # works at a successor: sees it
        mine = {"handover_id": handover.pk, "by": cast.clerk, "at": AT}
        assert refusal(withdraw_handover, reason="Sai", **mine) == "wrong_role"
        assert refusal(approve_handover, **mine) == "handover_needs_head"
    with acting(cast.outsider):  # head of a successor: approves nothing
        assert refusal(approve_handover, handover_id=handover.pk, by=cast.outsider, at=AT) == "handover_needs_head"
    with acting(reform.head):
        here: dict[str, Any] = {"handover_id": handover.pk, "by": reform.head, "at": AT}
        assert refusal(withdraw_handover, reason=" ", **here) == "reason_missing"
        assert refusal(carry_out_handover, **here) == "handover_not_approved"
        assert withdraw_handover(reason="Lập sai ngày", **here).state == "withdrawn"
        assert refusal(withdraw_handover, reason="Lập sai ngày", **here) == "handover_not_waiting"
    again = prepared(reform)
    approved(reform, again)
    with acting(cast.province_head):
        assert refusal(approve_handover, handover_id=again.pk, by=cast.province_head, at=AT) == "handover_not_waiting"


@pytest.mark.parametrize("who", ["administrator", "taker", "head"])
def test_the_database_lets_nobody_sign_for_two(who: str) -> None:
    reform = make_reform()
    handover = prepared(reform)
    actor: Actor = getattr(reform, who)
    statement = "UPDATE matters_handover SET state = 'approved', approved_by_id = %s WHERE id = %s"
    with acting(actor), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError) as caught, transaction.atomic():
            cursor.execute(statement, [reform.administrator.user_id, handover.pk])
        assert isinstance(caught.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_the_function_moves_nothing_that_was_not_approved() -> None:
    reform = make_reform()
    handover = prepared(reform)
    with (
        acting(reform.head), connection.cursor() as cursor, pytest.raises(ProgrammingError, match="not a handover"),
        transaction.atomic(),
    ):  # fmt: skip
        cursor.execute("SELECT * FROM tiepdan.succeed(%s, %s, %s)", [handover.pk, AT, AT.date()])


def test_the_template_belongs_to_districts_and_to_one_day() -> None:
    reform = make_reform()
    assert refusal(prepared, reform=reform, effect_on=date(2025, 7, 2)) == "template_wrong_day"
    assert (
        refusal(prepared, reform=reform, predecessor_id=reform.cast.department.pk, template=Template.DISTRICT_END)
        == "template_wrong_kind"
    )
    assert Handover.objects.count() == 0
