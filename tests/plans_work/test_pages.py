"""Every page of plans at work: opened by who works there, full and empty, refused in place, absent for outsiders."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import client_of
from tests.plans_work.simulated import Simulated, event_window, simulated
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Role
from tiepdan.agencies.rules import AgencyKind
from tiepdan.plans.actions import reports
from tiepdan.plans.models import Bookable, Obstacle, PlanDraft, Report
from tiepdan.plans.rules.report_periods import ReportPeriod, Rhythm

pytestmark = pytest.mark.django_db
EMPTY = (
    "task_list", "followed_list", "follow", "report_list", "plan_registers_all", "booking_list", "bookable_new", "booking_new",
    "window_list", "window_new", "draft_list",
)  # fmt: skip


def doors(run: Simulated) -> list[str]:
    """Addresses of everything that names something of the plan."""
    code = run.plan.code
    line = run.lines(run.agency)[0]
    with acting(run.coordinator):
        body = run.plan.bodies.first()
        assert body is not None
        report = Report.objects.filter(plan=run.plan).first()
    found = [
        reverse(f"desk:{name}", args=[code])
        for name in ("followed_detail", "followed_bodies", "followed_place", "followed_versions", "followed_coverage",
                     "followed_close", "plan_reports", "plan_duty")
    ]  # fmt: skip
    found += [
        reverse(f"desk:{name}", args=[line.task_id])
        for name in ("task_detail", "followed_task", "followed_deadline", "followed_drop")
    ]
    found += [
        reverse(f"desk:{name}", args=[line.pk])
        for name in ("task_progress", "task_part", "task_obstacle", "task_object")
    ]
    found += [reverse("desk:followed_body", args=[body.pk]), reverse("desk:plan_final", args=[code, "docx"])]
    if report is not None:
        found += [
            reverse("desk:plan_report", args=[report.code]),
            reverse("desk:report_file", args=[report.code, "pdf"]),
        ]
    return found


def test_empty_pages_open_and_say_what_to_do() -> None:
    office = factories.agency("UBND tỉnh Hồng Sơn", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    client = client_of(factories.post(Role.COORDINATOR, office))
    for name in EMPTY:
        answer = client.get(reverse(f"desk:{name}"))
        assert answer.status_code == 200, name
    head = client_of(factories.post(Role.HEAD, office))
    for name in ("review_list", "review_new", "flag_new"):
        assert head.get(reverse(f"desk:{name}")).status_code == 200, name


def test_full_pages_open_for_the_coordinator_and_are_absent_for_an_outsider() -> None:
    run = simulated()
    away = factories.agency("UBND tỉnh Biển Xanh", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    stranger = client_of(factories.post(Role.HEAD, away))
    client = client_of(run.coordinator)
    for address in doors(run):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert stranger.get(address).status_code == 404, address
    page = client.get(reverse("desk:followed_detail", args=[run.plan.code])).content.decode()
    assert "Sở Tài chính" in page
    assert run.plan.title in page


def here(answer: Any) -> list[str]:
    """Places of the navigation that are shown as the current one."""
    return [link.label for link in answer.wsgi_request.frame.nav if link.current]


def test_the_navigation_shows_where_one_is_and_the_review_only_to_who_reviews() -> None:
    office = factories.agency("UBND tỉnh Hồng Sơn", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    coordinator, head = (
        client_of(factories.post(Role.COORDINATOR, office)),
        client_of(factories.post(Role.HEAD, office)),
    )
    places = {
        "followed_list": "Nhiệm vụ", "report_list": "Nhiệm vụ", "plan_registers_all": "Nhiệm vụ", "booking_list": "Nhiệm vụ",
        "window_list": "Nhiệm vụ", "task_list": "Nhiệm vụ", "draft_list": "Kế hoạch", "plan_list": "Kế hoạch",
        "work_mine": "Việc của tôi",
    }  # fmt: skip
    for name, place in places.items():
        answer = coordinator.get(reverse(f"desk:{name}"))
        assert here(answer) == [place], name
    review = reverse("desk:review_list")
    assert review not in coordinator.get(reverse("desk:task_list")).content.decode()
    assert review in head.get(reverse("desk:task_list")).content.decode()
    answer = head.get(review)
    assert here(answer) == ["Nhiệm vụ"]


def test_followed_plans_and_own_reports_are_those_of_the_chosen_event() -> None:
    run = simulated()
    other = event_window(
        by=run.coordinator, starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 5), at=run.at, name="Đại hội"
    )
    named = next(agency for agency in run.agencies() if agency.pk != run.agency.pk)
    for who in (run.coordinator, run.realm.coordinator(named)):
        client = client_of(who)
        for page in ("followed_list", "task_list"):
            address = reverse(f"desk:{page}")

            def rows(code: str, address: str = address, client: Client = client) -> list[object]:
                context = client.get(address, {"su-kien": code}).context
                return [*context["rows"], *context.get("reports", [])]

            assert rows(""), (who.name, page)
            assert rows(run.window.code) == rows(""), (who.name, page)
            assert (
                not rows(other.code) if who == run.coordinator else rows(other.code) == rows("")
            )  # not in sight there
    page_text = client_of(run.coordinator).get(reverse("desk:followed_list"), {"su-kien": other.code}).content.decode()
    assert "Không có kế hoạch nào của sự kiện này" in page_text


def test_a_named_agency_opens_its_tasks_and_not_the_coordinators_pages() -> None:
    run = simulated()
    finance = run.realm.agencies["Sở Tài chính"]
    client = client_of(run.realm.coordinator(finance))
    line = run.lines(finance)[0]
    assert client.get(reverse("desk:task_detail", args=[line.task_id])).status_code == 200
    assert client.get(reverse("desk:followed_detail", args=[run.plan.code])).status_code == 200
    assert client.get(reverse("desk:followed_bodies", args=[run.plan.code])).status_code == 404
    assert client.get(reverse("desk:followed_task", args=[line.task_id])).status_code == 404
    other = run.lines(run.realm.agencies["Công an tỉnh"])[1]
    assert client.get(reverse("desk:task_detail", args=[other.task_id])).status_code == 404
    told = client.post(
        reverse("desk:task_progress", args=[line.pk]),
        {"percent": "50", "text": "Đã trình", "amount_name": "Dự toán (triệu đồng)", "amount": "120"},
        follow=True,
    )
    assert "Dự toán (triệu đồng) 120" in told.content.decode()
    wrong = client.post(reverse("desk:task_progress", args=[line.pk]), {"percent": "150", "text": ""})
    assert wrong.status_code == 422
    refused = client.post(reverse("desk:task_object", args=[line.pk]), {"text": "Không thuộc chức năng"})
    assert refused.status_code == 409
    assert "đã trả lời" in refused.content.decode()


def test_a_difficulty_goes_through_the_inspectorate_and_its_answer_is_shown_at_the_task() -> None:
    run = simulated()
    commune = run.realm.agencies["UBND xã An Hòa"]
    client = client_of(run.realm.coordinator(commune))
    line = run.lines(commune)[0]
    page = client.get(reverse("desk:task_obstacle", args=[line.pk])).content.decode()
    assert "Thanh tra tỉnh" in page
    client.post(
        reverse("desk:task_obstacle", args=[line.pk]),
        {"text": "Thiếu phòng tiếp", "to": run.realm.province.pk, "to_text": run.realm.province.name, "via": run.agency.pk,
         "via_text": run.agency.name},
    )  # fmt: skip
    middle = client_of(run.coordinator)
    assert "Thiếu phòng tiếp" in middle.get(reverse("desk:task_list")).content.decode()
    with acting(run.coordinator):
        obstacle = Obstacle.objects.get(line=line)
    middle.post(reverse("desk:obstacle_pass", args=[obstacle.pk]), {"text": "Đề nghị bố trí tạm"})
    top = client_of(run.realm.coordinator(run.realm.province))
    top.post(reverse("desk:obstacle_answer", args=[obstacle.pk]), {"text": "Đồng ý dùng hội trường"})
    seen = client.get(reverse("desk:task_detail", args=[line.task_id])).content.decode()
    assert "Đề nghị bố trí tạm" in seen
    assert "Đồng ý dùng hội trường" in seen


def test_a_report_is_prefilled_sent_and_received_on_screen() -> None:
    run = simulated()
    commune = run.realm.agencies["UBND xã An Hòa"]
    head = run.realm.head(commune)
    client = client_of(head)
    with acting(head):
        report = Report.objects.filter(agency=commune, status="due").order_by("due_at").first()
    assert report is not None
    address = reverse("desk:plan_report", args=[report.code])
    assert "Lượt tiếp công dân" in client.get(address).content.decode()
    empty = client.post(address, {"send": "1"})
    assert empty.status_code == 409
    client.post(address, {"send": "1", "results": "Đã tiếp 3 lượt.", "so-receptions": "3"})
    goal = client_of(run.coordinator)
    shown = goal.get(reverse("desk:report_list")).content.decode()
    assert "UBND xã An Hòa" in shown
    goal.post(reverse("desk:report_take", args=[report.code]))
    with acting(head):
        report.refresh_from_db()
    assert report.status == "received"
    after = goal.get(reverse("desk:report_list"))
    assert report.pk in {row.pk for row in after.context["taken"]}
    assert report.pk not in {row.pk for row in after.context["incoming"]}
    assert client.get(reverse("desk:report_file", args=[report.code, "docx"])).status_code == 200


def test_a_report_through_the_inspectorate_is_passed_on_then_received_and_stays_to_be_read_at_both() -> None:
    run = simulated()
    commune, province = run.realm.agencies["UBND xã An Hòa"], run.realm.province
    with acting(run.coordinator):
        reports.add_report_duty(
            code=run.plan.code, title="Báo cáo nhanh", agencies=[commune.pk], to=province, via=run.agency, by=run.coordinator, at=run.at,
            rhythm=Rhythm(period=ReportPeriod.DAILY, starts_on=run.at.date(), ends_on=run.at.date()),
        )  # fmt: skip
        reports.open_reports(plan=run.plan, until=run.at.date(), by=run.coordinator, at=run.at)
    sender = run.realm.coordinator(commune)
    with acting(sender):
        report = Report.objects.get(agency=commune, duty__title="Báo cáo nhanh")
    client_of(sender).post(reverse("desk:plan_report", args=[report.code]), {"send": "1", "results": "Bình thường."})
    said = {}
    for who in (run.coordinator, run.realm.head(province)):
        client = client_of(who)
        assert report.code in {row.code for row in client.get(reverse("desk:report_list")).context["incoming"]}
        said[who.agency_name] = client.post(
            reverse("desk:report_take", args=[report.code]), follow=True
        ).content.decode()
        assert report.code in {row.code for row in client.get(reverse("desk:report_list")).context["taken"]}
    assert "Đã chuyển tiếp báo cáo." in said[run.agency.name]
    assert "Đã nhận báo cáo." in said[province.name]
    other = client_of(run.realm.coordinator(run.realm.agencies["UBND xã Bình Minh"]))
    assert not other.get(reverse("desk:report_list")).context["taken"]


def test_a_plan_is_written_and_shown_as_its_print() -> None:
    office = factories.agency("UBND tỉnh Hồng Sơn", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    by = factories.post(Role.HEAD, office)
    client = client_of(by)
    client.post(reverse("desk:draft_begin"), {"template": "event"})
    with acting(by):
        draft = PlanDraft.objects.get()
    assert client.get(reverse("desk:draft_edit", args=[draft.code])).status_code == 200
    pdf = client.get(reverse("desk:draft_file", args=[draft.code, "pdf"]))
    assert pdf.content.startswith(b"%PDF")
    stopped = client.post(
        reverse("desk:draft_edit", args=[draft.code]),
        {
            "title": "Tiếp công dân phục vụ kỳ họp",
            "signer_title": "Chủ tịch",
            "tasks": "# Thanh tra tỉnh\nRà soát vụ việc.",
            "sign": "1",
        },
    )
    assert stopped.status_code == 409
    assert "còn thiếu" in stopped.content.decode()
    stranger = client_of(factories.post(Role.HEAD, factories.agency("UBND tỉnh Biển Xanh")))
    assert stranger.get(reverse("desk:draft_edit", args=[draft.code])).status_code == 404


def test_a_room_is_not_booked_twice() -> None:
    office = factories.agency("UBND phường Hoa Sen")
    client = client_of(factories.post(Role.RECEPTION_OFFICER, office))
    client.post(reverse("desk:bookable_new"), {"kind": "room", "name": "Phòng tiếp số 1"})
    with acting(factories.post(Role.HEAD, office)):
        room = Bookable.objects.get()
    first = {
        "bookable": room.pk,
        "starts_at": "2026-04-05T08:00",
        "ends_at": "2026-04-05T10:00",
        "purpose": "Tiếp đoàn",
    }
    assert client.post(reverse("desk:booking_new"), first).status_code == 302
    clash = client.post(reverse("desk:booking_new"), {**first, "starts_at": "2026-04-05T09:59"})
    assert clash.status_code == 409
    assert "đã có người đặt" in clash.content.decode()
    after = {**first, "starts_at": "2026-04-05T10:00", "ends_at": "2026-04-05T11:00"}
    assert client.post(reverse("desk:booking_new"), after).status_code == 302


def test_a_register_counts_into_form_06() -> None:
    office = factories.agency("UBND phường Hoa Sen")
    client = client_of(factories.post(Role.RECORDS_CLERK, office))
    day = date.today().replace(day=1).isoformat()  # noqa: DTZ011 # the page shows this year
    posted = client.post(
        reverse("desk:plan_entry_new", args=["training"]),
        {"title": "Lớp kỹ năng tiếp công dân", "happened_on": day, "ct-classes": "2", "ct-people": "64", "task": ""},
        follow=True,
    )
    page = posted.content.decode()
    assert "Lớp kỹ năng tiếp công dân" in page
    assert '<td class="number">64</td>' in page
    assert (
        client.post(reverse("desk:plan_entry_new", args=["training"]), {"title": "x", "happened_on": day}).status_code
        == 422
    )
