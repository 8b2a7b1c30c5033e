"""What an office leaves behind: an incident goes on at the successor, the calendar, duty and pages close; merged and ended as split."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from tests.people import client_of
from tests.reception.build import entered, visit
from tests.succession.build import AT, Reform, approved, brought, make_reform, prepared
from tiepdan.accounts.acting import NoPost, acting, service_actor, serving
from tiepdan.agencies.models import Agency, Succession
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.agenda import actions as agenda
from tiepdan.agenda.actions import SessionPlan
from tiepdan.agenda.models import FollowUp, ReceptionHours, ReceptionSession
from tiepdan.agenda.queries import open_follow_ups
from tiepdan.agenda.rules import FollowUpKind
from tiepdan.audit.models import Entry
from tiepdan.incidents import actions as incidents
from tiepdan.incidents.models import Incident, LogLine
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Participation
from tiepdan.pages import actions as pages
from tiepdan.pages.actions import PageText
from tiepdan.pages.models import PortalPage
from tiepdan.pages.queries import public_page
from tiepdan.pages.rules import PageKind
from tiepdan.reception.models import Reception
from tiepdan.reception.rules import Outcome
from tiepdan.rosters import actions as rosters
from tiepdan.rosters.models import TaskForce
from tiepdan.submissions.queries import search
from tiepdan.succession.actions import Part

pytestmark = pytest.mark.django_db
SOON = AT.date() + timedelta(days=20)


def incident(reform: Reform, *, over: bool = False) -> Incident:
    """People came to the district; over: they went home and it was closed."""
    with acting(reform.clerk):
        made = incidents.report_incident(
            office_id=None, place="Trụ sở huyện", situation="", began_at=AT - timedelta(hours=2), people=9, about="Đường liên xã",
            demands="", received_by=reform.clerk.name, urgent=False, leader_id=None, request_key=None, by=reform.clerk, at=AT,
        )  # fmt: skip
    if over:
        with acting(reform.clerk):
            incidents.end_incident(incident_id=made.pk, ended_at=AT, by=reform.clerk, at=AT)
        with acting(reform.head):
            incidents.close_incident(incident_id=made.pk, lessons="Mời vào phòng sớm hơn.", by=reform.head, at=AT)
    return made


def session(reform: Reform, on: date) -> ReceptionSession:
    """The chairman of the district receives on a day."""
    plan = SessionPlan(
        chair="head", chair_name="Lại Chủ Tịch", chair_title="Chủ tịch", kind="periodic", on=on, starts_at=time(8),
        ends_at=time(11), place="Trụ sở huyện",
    )  # fmt: skip
    with acting(reform.clerk):
        made = agenda.plan_session(plan=plan, by=reform.clerk, at=AT)
        return agenda.announce_session(session_id=made.pk, by=reform.clerk, at=AT)


def test_an_open_incident_goes_on_at_the_main_successor_and_a_closed_one_stays() -> None:
    reform = make_reform()
    going, over = incident(reform), incident(reform, over=True)
    approved(reform, prepared(reform))
    with acting(reform.cast.clerk):
        there = Incident.objects.get(pk=going.pk)
        assert (there.agency_id, there.office_id) == (reform.cast.commune.pk, None)
        assert LogLine.objects.filter(
            incident=there, text__contains="kết thúc hoạt động", written_by="Bàn giao"
        ).exists()
        incidents.end_incident(
            incident_id=going.pk, ended_at=AT + timedelta(hours=1), by=reform.cast.clerk, at=AT + timedelta(hours=1)
        )
        assert not Incident.objects.filter(pk=over.pk).exists()
    with acting(reform.cast.outsider_clerk):
        assert not Incident.objects.filter(pk=going.pk).exists()


def test_nobody_is_received_on_duty_or_told_of_there_any_more() -> None:
    reform = make_reform()
    coming = session(reform, SOON)
    with acting(reform.clerk):
        hours = agenda.set_hours(
            weekday=1,
            starts_at=time(8),
            ends_at=time(11),
            place="Huyện",
            starts_on=date(2026, 1, 2),
            by=reform.clerk,
            at=AT,
        )
    with acting(reform.head):
        force = rosters.set_up_force(
            name="Tổ công tác huyện", starts_on=AT.date(), ends_on=SOON, bases=["Kế hoạch"], duties=["Trực"],
            signer_authority="", signer_title="Chủ tịch", signer_name="Lại", by=reform.head, at=AT,
        )  # fmt: skip
    page, going, superior = published(reform), incident(reform), reform.cast.province_head
    approved(reform, prepared(reform), by=superior)
    assert public_page(code=page.code) is None
    with serving(service_actor(agency=reform.district)):  # nobody else looks into an office that has ended
        cancelled = ReceptionSession.objects.get(pk=coming.pk)
        assert (cancelled.status, reform.cast.commune.name in cancelled.cancel_reason) == ("cancelled", True)
        assert TaskForce.objects.get(pk=force.pk).ended_on == AT.date()
        assert ReceptionHours.objects.get(pk=hours.pk).ends_before == AT.date()
    subjects = [f"session:{coming.pk}", f"task_force:{force.pk}", f"page:{page.pk}", f"incident:{going.pk}"]
    with acting(superior):
        acts = set(Entry.objects.filter(subject__in=subjects, at=AT).values_list("act", flat=True))
    assert acts == {"session.cancelled", "task_force.ended", "page.withdrawn", "incident.handed_over"}


@pytest.mark.parametrize("kind", [SuccessionKind.MERGE, SuccessionKind.END])
def test_a_merged_and_an_ended_agency_hand_over_as_one_that_is_split(kind: SuccessionKind) -> None:
    reform = make_reform()
    first, second = brought(reform, "Khiếu nại việc thu hồi ao cá."), brought(reform, "Khiếu nại việc đo đất.")
    going = incident(reform)
    handover = prepared(
        reform, template=None, kind=kind, parts=[Part(reform.cast.neighbour.pk, main=True)], effect_on=AT.date()
    )
    done = approved(reform, handover)
    assert done.moved == {reform.cast.neighbour.pk: 2}
    assert Agency.objects.get(pk=reform.district.pk).ends_before == AT.date()
    row = Succession.objects.get(predecessor=reform.district)
    assert (row.kind, row.successor_id, row.on) == (SuccessionKind.MERGE, reform.cast.neighbour.pk, AT.date())
    with acting(reform.cast.outsider_clerk):
        found = search(query="huyện đầm sen", by=reform.cast.outsider_clerk)
        assert {line.code for line in found} == {first.code, second.code}
        assert [line.code for line in search(query="1/2025", by=reform.cast.outsider_clerk)] == [first.code]
        assert Incident.objects.get(pk=going.pk).agency_id == reform.cast.neighbour.pk
    with acting(reform.cast.clerk):
        assert not Participation.objects.filter(code=first.code).exists()
    with pytest.raises(NoPost), acting(reform.head):
        pass


def test_the_function_closes_no_office_that_is_not_being_handed_over() -> None:
    reform = make_reform()
    handover = prepared(reform)
    for actor in (reform.head, reform.administrator, reform.taker):
        with (
            acting(actor), connection.cursor() as cursor,
            pytest.raises(ProgrammingError, match="not a handover being done"), transaction.atomic(),
        ):  # fmt: skip
            cursor.execute("SELECT * FROM tiepdan.close_office(%s, %s, %s)", [handover.pk, AT, AT.date()])


def published(reform: Reform) -> PortalPage:
    """A page of the district that everybody reads."""
    told = PageText(kind=PageKind.RECEPTION, title="Nơi tiếp công dân", text="Trụ sở huyện.")
    with acting(reform.clerk):
        page = pages.write_page(content=told, by=reform.clerk, at=AT)
        pages.submit_page(page_id=page.pk, by=reform.clerk, at=AT)
    with acting(reform.head):
        return pages.publish_page(page_id=page.pk, by=reform.head, at=AT)


def test_what_a_session_left_to_do_goes_on_at_the_successor() -> None:
    reform = make_reform()
    held = session(reform, AT.date() + timedelta(days=7))
    later = AT + timedelta(days=7)
    line = entered(
        reform.clerk,
        visit(content="Đề nghị nạo vét mương.", outcome=Outcome.EXPLAIN, items=(), outcome_note="Sẽ xem"),
        at=later,
    ).reception
    with acting(reform.clerk):
        agenda.link_visit(session_id=held.pk, reception_id=line.pk, by=reform.clerk, at=later)
        agenda.hold_session(session_id=held.pk, note_taker="", opinion="", by=reform.clerk, at=later)
        going, done = (
            agenda.add_follow_up(
                session_id=held.pk, reception_id=line.pk, kind=FollowUpKind.REPLY, content=words, body="Phòng A",
                contact="Bà B", due_on=SOON, by=reform.clerk, at=later,
            )
            for words in ("Trả lời về mương", "Đo lại mương")
        )  # fmt: skip
        agenda.complete_follow_up(
            follow_up_id=done.pk, done_on=later.date(), result="Đã đo", result_sent_on=None, by=reform.clerk, at=later
        )
    approved(reform, prepared(reform), by=reform.cast.province_head)
    heir = reform.cast.clerk
    with acting(heir):
        assert FollowUp.objects.get(pk=going.pk).agency_path == reform.cast.commune.path
        assert FollowUp.objects.get(pk=done.pk).agency_path == reform.district.path  # what was done stays
        assert ReceptionSession.objects.get(pk=held.pk).agency_id == reform.district.pk  # and so does the session
        assert [one.pk for one in open_follow_ups(agency=reform.cast.commune)] == [going.pk]
    page = client_of(heir).get(reverse("desk:agenda_session", args=[held.code])).content.decode()
    assert "Trả lời về mương" in page
    assert page.count("Ghi kết quả</button>") == 1
    typed = {
        f"v{going.pk}-done_on": later.date().isoformat(),
        f"v{going.pk}-result": "Đã trả lời",
        f"v{going.pk}-result_sent_on": "",
    }
    answer = client_of(heir).post(reverse("desk:agenda_done", args=[held.code, going.pk]), typed)
    assert answer.status_code == 302
    with acting(heir):
        assert FollowUp.objects.get(pk=going.pk).result == "Đã trả lời"
        with pytest.raises(ActionRefused) as caught:
            agenda.hold_session(session_id=held.pk, note_taker="", opinion="", by=heir, at=later)
        assert caught.value.code == "agenda_unknown"  # nothing else of the session is theirs
    with acting(reform.cast.province_head):
        assert Entry.objects.filter(act="follow_up.handed_over", subject=f"follow_up:{going.pk}").exists()
    for other in (reform.cast.outsider_clerk, reform.cast.department_head):
        with acting(other):
            assert not FollowUp.objects.filter(pk=going.pk).exists()
            assert not ReceptionSession.objects.filter(pk=held.pk).exists()
            assert not Reception.objects.filter(pk=line.pk).exists()
