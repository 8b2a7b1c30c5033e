"""The daily report: counted by the job, compared, sent up, seen by the receiver and nobody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection

from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.audit.models import Entry
from tiepdan.incidents.actions import report_incident
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Notice
from tiepdan.situation import actions, jobs
from tiepdan.situation.models import ReportSeries, SituationReport
from tiepdan.situation.queries import day_report, series_for, standing
from tiepdan.situation.rules import Figure, compared

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 14)
AT = moment("2026-07-14", 16)
PAGES = "/ban-lam-viec/tinh-hinh/"


def opened(cast: Cast) -> ReportSeries:
    by = cast.coordinator
    with acting(by):
        return actions.open_series(
            title="Kỳ họp", starts_on=date(2026, 7, 10), during_from=date(2026, 7, 13), during_to=date(2026, 7, 16),
            ends_on=date(2026, 7, 20), send_at=time(17), receiver_id=cast.province.pk, earlier_id=None, by=by, at=AT,
        )  # fmt: skip


def count(cast: Cast, series: ReportSeries) -> None:
    with acting(cast.clerk):
        report_incident(
            office_id=None, place="Sân", situation="", began_at=AT, people=12, about="", demands="", received_by="", urgent=False,
            leader_id=None, request_key=None, by=cast.clerk, at=AT,
        )  # fmt: skip
    system = service_actor(agency=Agency.objects.get(pk=series.agency_id))
    with serving(system):
        actions.make_report(series_id=series.pk, on=ON, by=system, at=AT)


def test_a_day_is_counted_compared_and_sent_up() -> None:
    cast = make_cast()
    series, by = opened(cast), cast.coordinator
    count(cast, series)
    with acting(cast.province_head), pytest.raises(NotFound):
        series_for(code=series.code)
    with acting(by):
        _, rows, phase = day_report(series=series, on=ON)
        shown = {row.figure: row.now for row in rows}
        assert (shown[Figure.INCIDENTS], shown[Figure.MOST_PRESENT], phase) == (1, 12, "during")
        actions.write_notes(series_id=series.pk, on=ON, notes="Ổn định", by=by, at=AT)
        actions.send_report(series_id=series.pk, on=ON, by=by, at=AT)
    with acting(cast.province_head):
        assert SituationReport.objects.get().notes == "Ổn định"
        assert Notice.objects.filter(kind="situation_received", role="head").exists()
    with acting(cast.outsider):
        assert not SituationReport.objects.exists()
    with acting(by), pytest.raises(ActionRefused) as stopped:
        actions.send_report(series_id=series.pk, on=ON, by=by, at=AT)
    assert stopped.value.code == "situation_sent"
    with acting(by), pytest.raises(ActionRefused) as stopped:
        actions.ask_count(series_id=series.pk, on=date(2026, 8, 1), by=by, at=AT)
    assert stopped.value.code == "situation_day_outside"
    with acting(cast.head):
        acts = list(Entry.objects.filter(subject=f"situation:{series.pk}").order_by("pk").values_list("act", flat=True))
    assert acts == ["situation.opened", "situation.made", "situation.noted", "situation.sent"]


def test_each_day_is_queued_for_its_hour_and_the_job_counts_and_sends_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    series, by = opened(cast), cast.coordinator
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'on', scheduled_at, args FROM procrastinate_jobs WHERE task_name = 'tiepdan.situation.jobs.report_day'"
            " ORDER BY scheduled_at"
        )
        queued = {
            row[0]: (row[1], json.loads(row[2]) if isinstance(row[2], str) else row[2]) for row in cursor.fetchall()
        }
    # opened at 16:00 on the 14th: that day and the six after it, not the days gone by
    assert list(queued) == [f"2026-07-{day}" for day in range(14, 21)]
    hour, values = queued[ON.isoformat()]
    assert hour == moment("2026-07-14", 17)
    monkeypatch.setattr(clock, "now", lambda: hour)
    jobs.report_day(**values)
    with acting(cast.province_head):
        told = SituationReport.objects.get(series=series, on=ON)
        assert told.sent_at == hour
        assert Notice.objects.filter(kind="situation_received", role="head").count() == 1
    monkeypatch.setattr(clock, "now", lambda: hour + timedelta(minutes=5))
    jobs.report_day(**values)  # the queue may call twice
    with acting(cast.province_head):
        assert SituationReport.objects.get(series=series, on=ON).sent_at == hour
        assert Notice.objects.filter(kind="situation_received", role="head").count() == 1
    with acting(cast.head):
        sent = list(Entry.objects.filter(act="situation.sent", subject=f"situation:{series.pk}"))
    assert [(entry.actor_id, entry.at) for entry in sent] == [(0, hour)]
    # what was sent by hand before the hour stands; without a receiver a day is counted and goes nowhere
    next_day, later = ON + timedelta(days=1), moment("2026-07-15", 16)
    system = service_actor(agency=Agency.objects.get(pk=series.agency_id))
    with serving(system):
        actions.make_report(series_id=series.pk, on=next_day, by=system, at=later)
    with acting(by):
        actions.send_report(series_id=series.pk, on=next_day, by=by, at=later)
        alone = actions.open_series(
            title="Lễ hội", starts_on=next_day, during_from=next_day, during_to=next_day, ends_on=next_day, send_at=time(17),
            receiver_id=None, earlier_id=None, by=by, at=later,
        )  # fmt: skip
    monkeypatch.setattr(clock, "now", lambda: moment("2026-07-15", 17))
    jobs.report_day(series_id=series.pk, agency_id=series.agency_id, on=next_day.isoformat())
    jobs.report_day(series_id=alone.pk, agency_id=alone.agency_id, on=next_day.isoformat())
    with acting(by):
        assert SituationReport.objects.get(series=series, on=next_day).sent_at == later
        assert SituationReport.objects.get(series=alone, on=next_day).figures


def test_a_day_without_a_report_is_not_zero() -> None:
    rows = compared(now={"receptions": 3}, day_before={"receptions": 1}, last_event=None)
    assert (rows[0].now, rows[0].day_before, rows[0].last_event, rows[0].change) == (3, 1, None, 2)


def test_pages_and_prints() -> None:
    cast = make_cast()
    client = client_of(cast.coordinator)
    assert "Chưa có đợt báo cáo nào" in client.get(PAGES).content.decode()
    series = opened(cast)
    day = f"{PAGES}{series.code}/{ON}/"
    assert "Chưa có số liệu" in client.get(day).content.decode()
    count(cast, series)
    assert "Tình huống phát sinh" in client.get(day).content.decode()
    assert "Sân" in client.get(f"{day}so-lieu/incidents/").content.decode()
    assert client.get(f"{day}bao-cao.pdf").content.startswith(b"%PDF")
    assert client.get(f"{day}bao-cao.docx").content.startswith(b"PK")
    assert client.post(f"{PAGES}moi/", {"title": ""}).status_code == 422
    assert client_of(cast.outsider).get(day).status_code == 404


def asked(cast: Cast) -> tuple[ReportSeries, ReportSeries]:
    """The province asks two communes; one opens its window."""
    boss, by = cast.province_head, cast.coordinator
    with acting(boss):
        whole = actions.open_series(
            title="Đại hội", starts_on=date(2026, 7, 10), during_from=date(2026, 7, 13), during_to=date(2026, 7, 16),
            ends_on=date(2026, 7, 20), send_at=time(17, 30), receiver_id=None, earlier_id=None, by=boss, at=AT,
        )  # fmt: skip
        actions.ask_agencies(series_id=whole.pk, agency_ids=[by.agency_id, cast.outsider.agency_id], by=boss, at=AT)
    with acting(by):
        assert Notice.objects.filter(kind="situation_asked", code=whole.code, role="coordinator").exists()
        own = actions.open_series(
            title=whole.title, starts_on=whole.starts_on, during_from=whole.during_from, during_to=whole.during_to,
            ends_on=whole.ends_on, send_at=time(17), receiver_id=None, earlier_id=None, under_id=whole.pk, by=by, at=AT,
        )  # fmt: skip
    return whole, own


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def made_at(series: ReportSeries) -> SituationReport:
    system = service_actor(agency=Agency.objects.get(pk=series.agency_id))
    with serving(system):
        return actions.make_report(series_id=series.pk, on=ON, by=system, at=AT)


def test_reports_of_agencies_asked_are_added_up_and_the_missing_are_named() -> None:
    cast = make_cast()
    boss, by = cast.province_head, cast.coordinator
    whole, own = asked(cast)
    count(cast, own)
    with acting(boss):
        assert [line.report for line in standing(series=whole, on=ON)] == [None, None]
    with acting(by):
        actions.send_report(series_id=own.pk, on=ON, by=by, at=AT)
    report = made_at(whole)
    with acting(boss):
        lines = standing(series=whole, on=ON)
        assert [line.report is None for line in lines] == [True, False]
        assert report.total["incidents"] == report.figures["incidents"] + 1
        assert report.total["most_present"] == 12
        assert (report.received, report.missing) == (1, [lines[0].agency.name])
        late = actions.urge_missing(series_id=whole.pk, on=ON, by=boss, at=AT)
    assert [one.pk for one in late] == [cast.outsider.agency_id]
    with acting(cast.outsider):
        assert not SituationReport.objects.exists()
        assert not ReportSeries.objects.filter(agency_id=by.agency_id).exists()
    with acting(boss):
        acts = list(Entry.objects.filter(subject=f"situation:{whole.pk}").order_by("pk").values_list("act", flat=True))
    assert acts == ["situation.opened", "situation.asked", "situation.made", "situation.urged"]


def test_refusals_of_asking_and_sending() -> None:
    cast = make_cast()
    boss, by, clerk = cast.province_head, cast.coordinator, cast.clerk
    whole, own = asked(cast)
    days: dict[str, Any] = {
        "title": "x", "starts_on": ON, "during_from": ON, "during_to": ON, "ends_on": ON, "send_at": time(17),
        "receiver_id": None, "earlier_id": None, "at": AT,
    }  # fmt: skip
    turned = {**days, "starts_on": date(2026, 7, 20)}
    ask: dict[str, Any] = {"series_id": whole.pk, "agency_ids": [by.agency_id], "at": AT}
    urge: dict[str, Any] = {"series_id": whole.pk, "on": ON, "at": AT}
    note: dict[str, Any] = {"series_id": own.pk, "on": ON, "notes": "x", "at": AT}
    send: dict[str, Any] = {"series_id": own.pk, "on": ON, "at": AT}
    table: list[tuple[str, Actor, Callable[..., object], dict[str, Any]]] = [
        ("situation_role_not_allowed", clerk, actions.open_series, days),
        ("situation_days_wrong", by, actions.open_series, turned),
        ("situation_not_asked", boss, actions.open_series, {**days, "under_id": whole.pk}),
        ("situation_already_open", by, actions.open_series, {**days, "under_id": whole.pk}),
        ("situation_nobody_asked", boss, actions.ask_agencies, ask),
        ("situation_not_yours", by, actions.ask_agencies, ask),
        ("situation_role_not_allowed", clerk, actions.ask_agencies, ask),
        ("situation_not_yours", by, actions.urge_missing, urge),
        ("situation_day_outside", boss, actions.urge_missing, {**urge, "on": date(2026, 7, 19)}),
        ("situation_unknown", cast.outsider_clerk, actions.ask_count, {"series_id": own.pk, "on": ON, "at": AT}),
        ("situation_unknown", by, actions.write_notes, note),
        ("situation_unknown", by, actions.send_report, send),
        ("situation_role_not_allowed", clerk, actions.write_notes, note),
        ("situation_role_not_allowed", clerk, actions.send_report, send),
    ]
    for code, who, act, values in table:
        expected = "situation_role_not_allowed" if code == "situation_unknown" and who is cast.outsider_clerk else code
        assert refused(who, lambda act=act, values=values, who=who: act(**values, by=who)) == expected, act  # type: ignore[misc]
    series = opened(cast)
    with acting(by):
        alone = actions.open_series(**days, by=by)
    made_at(alone)
    with acting(by):
        assert (
            refused(by, lambda: actions.send_report(series_id=alone.pk, on=ON, by=by, at=AT)) == "situation_no_receiver"
        )
    count(cast, series)
    with acting(by):
        actions.send_report(series_id=series.pk, on=ON, by=by, at=AT)
    sent: dict[str, Any] = {"series_id": series.pk, "on": ON, "by": by, "at": AT}
    assert refused(by, lambda: actions.write_notes(**sent, notes="x")) == "situation_sent"
    assert refused(by, lambda: actions.ask_count(**sent)) == "situation_sent"
    with acting(cast.outsider):  # sees nothing of a window that it was not asked for
        with pytest.raises(NotFound):
            series_for(code=series.code)
        assert series_for(code=whole.code).title == "Đại hội"


def test_the_pages_of_asking_and_being_asked() -> None:
    cast = make_cast()
    boss = client_of(cast.province_head)
    with acting(cast.province_head):
        whole = actions.open_series(
            title="Đại hội", starts_on=clock.today(), during_from=clock.today(), during_to=clock.today(),
            ends_on=clock.today(), send_at=time(17, 30), receiver_id=None, earlier_id=None, by=cast.province_head,
            at=clock.now(),
        )  # fmt: skip
    page = f"{PAGES}{whole.code}/"
    assert client_of(cast.coordinator).get(f"{page}duoc-yeu-cau/").status_code == 404
    assert boss.post(f"{page}yeu-cau/", {"other_text": ""}).status_code == 409
    assert boss.post(f"{page}yeu-cau/", {"groups": ["communes"]}).status_code == 302
    asked_page = client_of(cast.coordinator).get(page, follow=True)
    assert "Mở đợt báo cáo" in asked_page.content.decode()
    assert "Được yêu cầu, chưa mở" in client_of(cast.coordinator).get(PAGES).content.decode()
    opened_page = client_of(cast.coordinator).post(f"{page}duoc-yeu-cau/", {"send_at": "17:00"}, follow=True)
    assert "Đã mở đợt" in opened_page.content.decode()
    made_at_day = clock.today()
    system = service_actor(agency=Agency.objects.get(pk=whole.agency_id))
    with serving(system):
        actions.make_report(series_id=whole.pk, on=made_at_day, by=system, at=clock.now())
    day = f"{page}{made_at_day}/"
    shown = boss.get(day).content.decode()
    assert "Chưa gửi" in shown
    assert boss.post(f"{day}don-doc/").status_code == 302
    assert boss.get(f"{day}bao-cao.docx").content.startswith(b"PK")
