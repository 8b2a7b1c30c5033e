"""Incidents: every act done, refused, tried from outside, in the record; the pages on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.incidents import actions
from tiepdan.incidents.access import incident_for
from tiepdan.incidents.actions import Called
from tiepdan.incidents.models import Incident, LogLine
from tiepdan.incidents.rules import LineKind, Transport
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Notice
from tiepdan.rosters.queries import serving_now

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14", 10)
PAGES = "/ban-lam-viec/tinh-huong/"


def report(by: Actor, **more: Any) -> Incident:
    values: dict[str, Any] = {
        "office_id": None, "place": "Trụ sở phường", "situation": "Đoàn đông người", "began_at": AT, "people": 20, "about": "đất đai",
        "demands": "Gặp lãnh đạo", "received_by": "Lê Thị Tiếp", "urgent": True, "leader_id": None, "request_key": None,
    }  # fmt: skip
    with acting(by):
        return actions.report_incident(**{**values, **more}, by=by, at=AT)


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def acts_of(cast: Cast, made: Incident) -> list[str]:
    with acting(cast.head):
        return list(Entry.objects.filter(subject=f"incident:{made.pk}").order_by("pk").values_list("act", flat=True))


def test_from_urgent_notice_to_lessons() -> None:
    cast = make_cast()
    clerk, head = cast.clerk, cast.head
    made = report(clerk)
    key, later = made.pk, AT + timedelta(hours=2)
    with acting(head):
        assert Notice.objects.filter(kind="incident_urgent", role="head", code=made.code).exists()
        actions.acknowledge_urgent(incident_id=key, by=head, at=AT)
    assert refused(head, lambda: actions.acknowledge_urgent(incident_id=key, by=head, at=AT)) == "incident_acknowledged"
    with acting(clerk):
        actions.write_line(incident_id=key, kind=LineKind.COUNT, text="", people=35, by=clerk, at=later)
        calls = actions.call_out(
            incident_id=key, called=[Called("Đỗ Thị Lý", user_id=cast.handler.user_id)], by=clerk, at=AT
        )
    with acting(cast.handler):  # sees the incident because she was called
        assert incident_for(code=made.code).most_people == 35
        actions.answer_call(call_id=calls[0].pk, came=True, by=cast.handler, at=later)
    agreed: dict[str, Any] = {
        "incident_id": key,
        "agreed": "Đối thoại",
        "dialogue_on": later.date(),
        "answer_by": None,
        "transport": Transport.ACCEPTED,
    }
    too_many = ["x"] * 6
    assert (
        refused(clerk, lambda: actions.note_agreement(**agreed, spokespersons=too_many, by=clerk, at=later))
        == "incident_spokespersons"
    )
    passed: dict[str, Any] = {**agreed, "dialogue_on": AT.date() - timedelta(days=1)}
    assert (
        refused(clerk, lambda: actions.note_agreement(**passed, spokespersons=[], by=clerk, at=later))
        == "incident_day_passed"
    )
    close: dict[str, Any] = {"incident_id": key, "lessons": "Báo sớm hơn", "by": head, "at": later}
    assert refused(head, lambda: actions.close_incident(**close)) == "incident_not_ended"
    with acting(clerk):
        actions.note_agreement(**agreed, spokespersons=["Người Đại Diện"], by=clerk, at=later)
        actions.end_incident(incident_id=key, ended_at=later, by=clerk, at=later)
    assert refused(clerk, lambda: actions.close_incident(**{**close, "by": clerk})) == "head_closes_incident"
    assert refused(head, lambda: actions.close_incident(**{**close, "lessons": " "})) == "incident_lessons_missing"
    with acting(head):
        actions.close_incident(**close)
    line: dict[str, Any] = {
        "incident_id": key,
        "kind": LineKind.NOTE,
        "text": "x",
        "people": None,
        "by": clerk,
        "at": later,
    }
    assert refused(clerk, lambda: actions.write_line(**line)) == "incident_closed"
    assert acts_of(cast, made) == [
        "incident.reported", "incident.acknowledged", "incident.logged", "incident.called_out", "incident.call_answered",
        "incident.agreed", "incident.ended", "incident.closed",
    ]  # fmt: skip


def test_the_home_agency_is_told_answers_and_sees_the_end() -> None:
    cast = make_cast()
    clerk, away = cast.clerk, cast.outsider
    made = report(clerk)
    with acting(away), pytest.raises(NotFound):
        incident_for(code=made.code)
    assert (
        refused(away, lambda: actions.answer_home(incident_id=made.pk, answer="x", by=away, at=AT))
        == "incident_not_told"
    )
    here: dict[str, Any] = {"incident_id": made.pk, "agency_id": clerk.agency_id, "by": clerk, "at": AT}
    assert refused(clerk, lambda: actions.tell_home(**here)) == "incident_home_self"
    with acting(clerk):
        actions.tell_home(incident_id=made.pk, agency_id=away.agency_id, by=clerk, at=AT)
    with acting(away):
        assert Notice.objects.filter(kind="incident_home", code=made.code).exists()
        actions.answer_home(incident_id=made.pk, answer="Phó Chủ tịch xã đến lúc 11 giờ", by=away, at=AT)
    line: dict[str, Any] = {
        "incident_id": made.pk,
        "kind": LineKind.NOTE,
        "text": "x",
        "people": None,
        "by": away,
        "at": AT,
    }
    assert refused(away, lambda: actions.write_line(**line)) == "incident_unknown"
    with acting(clerk):
        assert Notice.objects.filter(kind="incident_home_answered", user_id=clerk.user_id).exists()
        actions.end_incident(incident_id=made.pk, ended_at=AT, by=clerk, at=AT)
    with acting(away):
        assert Notice.objects.filter(kind="incident_ended", code=made.code).exists()
        assert incident_for(code=made.code).ended_at == AT
    assert "incident.home_told" in acts_of(cast, made)
    with acting(away):  # the answer stands in the record of who gave it
        assert Entry.objects.filter(subject=f"incident:{made.pk}", act="incident.home_answered").exists()


@pytest.mark.parametrize(
    "values, code",
    [
        ({"people": 0}, "incident_people_wrong"),
        ({"place": " "}, "incident_place_missing"),
        ({"began_at": AT + timedelta(hours=1)}, "incident_in_future"),
        ({"office_id": 987654321}, "incident_office_unknown"),
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any], code: str) -> None:
    cast = make_cast()
    with pytest.raises(ActionRefused) as stopped:
        report(cast.clerk, **values)
    assert stopped.value.code == code


def test_only_matters_of_the_own_agency_are_linked() -> None:
    cast = make_cast()
    made = report(cast.clerk)
    link: dict[str, Any] = {"incident_id": made.pk, "code": "0000-0000-00", "by": cast.clerk, "at": AT}
    assert refused(cast.clerk, lambda: actions.link_matter(**link)) == "incident_matter_unknown"


def test_the_response_sheet_and_the_pages() -> None:
    cast = make_cast()
    client = client_of(cast.clerk)
    assert "Không có tình huống nào" in client.get(PAGES).content.decode()
    made = client.post(f"{PAGES}dia-diem/moi/", {"name": "Trụ sở tiếp công dân", "room": "P.102"})
    sheet = made.headers["Location"]
    client.post(
        sheet, {"name": "Đoàn đông người", "steps": "Mời vào phòng", "people": "Trần Văn Trưởng, Chủ tịch, 0900000001"}
    )
    assert "Trần Văn Trưởng" in client.get(sheet).content.decode()
    assert client.post(f"{PAGES}moi/", {"people": ""}).status_code == 422
    answer = client.post(f"{PAGES}moi/", {"people": "12", "place": "Sân trụ sở", "began_at": "00:00", "urgent": "on"})
    assert answer.status_code == 302
    page = answer.headers["Location"]
    shown = client.get(page).content.decode()
    assert "Tin khẩn chưa có người nhận" in shown
    assert client.post(f"{page}dien-bien/", {"kind": "count", "people": "30"}).status_code == 302
    assert client.post(f"{page}goi/", {"people": ""}).status_code == 409
    assert client.post(f"{page}goi/", {"people": "Ngô Văn Minh, chuyên viên, 0900000002"}).status_code == 302
    assert "Ngô Văn Minh" in client.get(page).content.decode()
    assert (
        client_of(cast.outsider).get(page).status_code
        == client_of(cast.outsider).get(f"{PAGES}0000-0000-00/").status_code
        == 404
    )
    assert client_of(cast.outsider).get(sheet).status_code == 404


def test_the_quick_form_sent_twice_is_stored_once() -> None:
    cast = make_cast()
    client = client_of(cast.clerk)
    key = client.get(f"{PAGES}moi/").content.decode().split('name="request_key" value="')[1].split('"')[0]
    typed = {"people": "12", "place": "Sân", "began_at": "00:00", "request_key": key}
    first, second = (client.post(f"{PAGES}moi/", typed).headers["Location"] for _ in range(2))
    assert first == second
    elsewhere = client_of(cast.outsider_clerk).post(f"{PAGES}moi/", typed)  # the same key of somebody else is another
    assert elsewhere.status_code == 302
    assert elsewhere.headers["Location"] != first
    with acting(cast.clerk):
        assert Incident.objects.count() == 1
    with acting(cast.head):
        assert Entry.objects.filter(act="incident.reported").count() == 1


def test_counts_over_time_may_be_noted_late() -> None:
    cast = make_cast()
    clerk = cast.clerk
    made, later = report(clerk), AT + timedelta(hours=2)
    line: dict[str, Any] = {"incident_id": made.pk, "kind": LineKind.COUNT, "text": "", "by": clerk, "at": later}
    with acting(clerk):
        actions.write_line(**line, people=30)
        actions.write_line(**line, people=45, happened_at=AT + timedelta(hours=1))
        found = Incident.objects.get(pk=made.pk)
        assert (found.people, found.most_people) == (30, 45)
        assert list(found.lines.order_by("at").values_list("people", flat=True)) == [20, 45, 30]
    for wrong in (AT - timedelta(minutes=1), later + timedelta(minutes=1)):
        assert refused(clerk, lambda then=wrong: actions.write_line(**line, people=1, happened_at=then)) == (  # type: ignore[misc]
            "incident_line_time"
        )
    assert refused(clerk, lambda: actions.write_line(**line, people=None)) == "incident_people_wrong"
    words: dict[str, Any] = {**line, "kind": LineKind.NOTE}
    assert refused(clerk, lambda: actions.write_line(**words, people=None)) == "incident_text_missing"


def test_the_home_agency_says_that_it_saw_the_end() -> None:
    cast = make_cast()
    clerk, away = cast.clerk, cast.outsider
    made = report(clerk)
    seen: dict[str, Any] = {"incident_id": made.pk, "by": away, "at": AT}
    assert refused(away, lambda: actions.see_end(**seen)) == "incident_not_told"
    with acting(clerk):
        actions.tell_home(incident_id=made.pk, agency_id=away.agency_id, by=clerk, at=AT)
    told: dict[str, Any] = {"incident_id": made.pk, "agency_id": away.agency_id, "by": clerk, "at": AT}
    assert refused(clerk, lambda: actions.tell_home(**told)) == "incident_home_told"
    assert refused(away, lambda: actions.see_end(**seen)) == "incident_not_ended"
    assert refused(away, lambda: actions.answer_home(**seen, answer=" ")) == "incident_answer_missing"
    page = f"{PAGES}{made.code}/"
    client = client_of(away)
    assert "Ai đến, khi nào" in client.get(page).content.decode()
    with acting(clerk):
        actions.end_incident(incident_id=made.pk, ended_at=AT, by=clerk, at=AT)
    assert client.post(f"{page}da-xem/").status_code == 302
    assert "Đã xem kết thúc" in client.get(page).content.decode()
    assert refused(away, lambda: actions.see_end(**seen)) == "incident_end_seen"
    with acting(away):
        assert Entry.objects.filter(subject=f"incident:{made.pk}", act="incident.end_seen").exists()


def test_refusals_at_the_place() -> None:
    cast = make_cast()
    clerk, handler = cast.clerk, cast.handler
    made = report(clerk, urgent=False)
    at: dict[str, Any] = {"incident_id": made.pk, "at": AT}
    quick: dict[str, Any] = {
        "office_id": None, "place": "Sân", "situation": "", "began_at": AT, "people": 5, "about": "", "demands": "", "received_by": "",
        "urgent": False, "leader_id": None, "request_key": None, "at": AT,
    }  # fmt: skip
    office: dict[str, Any] = {"name": "Trụ sở", "address": "", "room": "", "phone": "", "at": AT}
    with acting(clerk):
        place = actions.open_office(**office, by=clerk)
        call = actions.call_out(**at, called=[Called("Ngô Văn Minh")], by=clerk)[0]
    sheet: dict[str, Any] = {"office_id": place.pk, "name": "x", "steps": "", "room": "", "contacts": [], "at": AT}
    table: list[tuple[str, Actor, Callable[..., object], dict[str, Any]]] = [
        ("incident_role_not_allowed", handler, actions.report_incident, quick),
        ("incident_matter_unknown", clerk, actions.report_incident, {**quick, "matter_code": "0000-0000-00"}),
        ("incident_role_not_allowed", handler, actions.open_office, office),
        ("incident_office_taken", clerk, actions.open_office, office),
        ("incident_role_not_allowed", handler, actions.set_situation, sheet),
        ("incident_office_unknown", cast.outsider, actions.set_situation, sheet),
        ("incident_not_leader", cast.head, actions.acknowledge_urgent, at),
        ("incident_nobody_to_call", clerk, actions.call_out, {**at, "called": [Called(" ")]}),
        ("incident_unknown", cast.outsider, actions.call_out, {**at, "called": [Called("x")]}),
        ("incident_not_called", cast.outsider, actions.answer_call, {"call_id": call.pk, "came": True, "at": AT}),
        ("incident_unknown", cast.outsider, actions.end_incident, {**at, "ended_at": AT}),
        ("incident_end_wrong", clerk, actions.end_incident, {**at, "ended_at": AT - timedelta(hours=1)}),
        ("incident_unknown", cast.outsider, actions.close_incident, {**at, "lessons": "x"}),
        ("incident_unknown", cast.outsider, actions.link_matter, {**at, "code": "x"}),
    ]
    for code, who, act, values in table:
        assert refused(who, lambda act=act, values=values, who=who: act(**values, by=who)) == code, act  # type: ignore[misc]
    with acting(clerk):
        actions.end_incident(**at, ended_at=AT, by=clerk)
    assert refused(clerk, lambda: actions.end_incident(**at, ended_at=AT, by=clerk)) == "incident_ended"
    with acting(cast.head):
        actions.close_incident(**at, lessons="x", by=cast.head)
    assert refused(cast.head, lambda: actions.close_incident(**at, lessons="x", by=cast.head)) == "incident_closed"
    assert refused(clerk, lambda: actions.answer_call(call_id=call.pk, came=True, by=clerk, at=AT)) == "incident_closed"
    with acting(clerk):
        assert Incident.objects.count() == 1  # nothing of what was refused is left


def test_oversight_reads_the_log_and_writes_nothing_into_it() -> None:
    cast = make_cast()
    made = report(cast.clerk)
    words: dict[str, Any] = {"incident_id": made.pk, "kind": LineKind.NOTE, "text": "Ghi hộ", "people": None, "at": AT}
    assert refused(cast.overseer, lambda: actions.write_line(**words, by=cast.overseer)) == "incident_role_not_allowed"
    line: dict[str, Any] = {"at": AT, "kind": LineKind.NOTE, "text": "x", "written_by": "x", "written_at": AT}
    with acting(cast.overseer):
        assert LogLine.objects.filter(incident=made).count() == 1
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            LogLine.objects.create(incident=made, **line)
    with acting(cast.head):
        assert LogLine.objects.filter(incident=made).count() == 1


def test_the_whole_task_force_is_called_out() -> None:
    from tests.rosters.build import force

    cast = make_cast()
    force(cast)
    with acting(cast.clerk):
        made = actions.report_incident(
            office_id=None, place="Sân", situation="", began_at=AT, people=30, about="", demands="", received_by="", urgent=False,
            leader_id=None, request_key=None, by=cast.clerk, at=AT,
        )  # fmt: skip
        assert serving_now(by=cast.clerk, on=date(2049, 8, 2)) == []
        people = serving_now(by=cast.clerk, on=date(2049, 8, 3))
        called = [Called(one.name, one.title, one.phone, one.user_id) for one in people]
        actions.call_out(incident_id=made.pk, called=called, by=cast.clerk, at=AT)
    assert len(called) == 6
    with acting(cast.second_handler):
        assert Notice.objects.filter(kind="incident_called", user_id=cast.second_handler.user_id).exists()
    with acting(cast.outsider):
        assert serving_now(by=cast.outsider, on=date(2049, 8, 3)) == []
