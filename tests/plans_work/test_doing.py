"""Acts on tasks, reports, reviews, enforcement: done, refused, tried from outside, in the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests import factories
from tests.factories import moment
from tests.plans_desk.build import as_docx
from tests.plans_work.simulated import simulated
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.plans.actions import bookings, campaigns, issued, registers, reports, tasks, windows
from tiepdan.plans.actions.campaigns import Measure
from tiepdan.plans.actions.tasks import Proof
from tiepdan.plans.jobs import open_due_reports_at
from tiepdan.plans.models import Evidence, Report, Task, TaskAgency
from tiepdan.plans.rules.registers import RegisterKind
from tiepdan.plans.rules.tasks import AgencyState, EvidenceKind
from tiepdan.plans.rules.windows import EventKind

pytestmark = pytest.mark.django_db
AT = moment("2026-03-06")


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def test_a_task_is_accepted_or_objected_to_and_the_coordinator_answers() -> None:
    run = simulated(accept=False)
    finance = run.realm.agencies["Sở Tài chính"]
    who = run.realm.coordinator(finance)
    first, second = run.lines(finance)
    assert (
        refused(who, lambda: tasks.tell_progress(line_id=first.pk, percent=1, text="x", by=who, at=AT))
        == "task_not_accepted"
    )
    with acting(who):
        tasks.accept_task(line_id=first.pk, by=who, at=AT)
    assert refused(who, lambda: tasks.accept_task(line_id=first.pk, by=who, at=AT)) == "task_answered"
    assert refused(who, lambda: tasks.object_to_task(line_id=second.pk, reason=" ", by=who, at=AT)) == "reason_missing"
    with acting(who):
        tasks.object_to_task(line_id=second.pk, reason="Không thuộc chức năng", by=who, at=AT)
    clerk = factories.post(Role.RECORDS_CLERK, finance)
    assert refused(clerk, lambda: tasks.accept_task(line_id=second.pk, by=clerk, at=AT)) == "plan_role_not_allowed"
    by = run.coordinator
    with acting(by):
        tasks.answer_objection(line_id=second.pk, release=True, answer="Đồng ý", by=by, at=AT)
    assert (
        refused(by, lambda: tasks.answer_objection(line_id=second.pk, release=True, answer="x", by=by, at=AT))
        == "objection_absent"
    )
    with acting(who):
        assert TaskAgency.objects.get(pk=second.pk).status == AgencyState.RELEASED
    stranger = run.realm.coordinator(run.realm.agencies["Sở Tư pháp"])
    with acting(stranger), pytest.raises(TaskAgency.DoesNotExist):
        tasks.accept_task(line_id=first.pk, by=stranger, at=AT)
    with acting(run.realm.head(finance)):
        acts = set(
            Entry.objects.filter(subject__in=[f"task_line:{first.pk}", f"task_line:{second.pk}"]).values_list(
                "act", flat=True
            )
        )
    assert {"task.accepted", "task.objected"} <= acts


def test_progress_carries_its_proof_and_what_comes_again_moves_on() -> None:
    run = simulated()
    commune = run.realm.agencies["UBND xã An Hòa"]
    who = run.realm.coordinator(commune)
    weekly = next(line for line in run.lines(commune) if line.task.recurring == "weekly")
    proofs = [
        Proof(kind=EvidenceKind.FILE, name="bao-cao.docx", data=as_docx("Báo cáo tuần")),
        Proof(kind=EvidenceKind.NUMBER, name="Lượt tiếp", amount=Decimal(4)),
        Proof(kind=EvidenceKind.RECEPTION, name="Lượt tiếp", link="AB12-CD34-EF"),
    ]
    with acting(who):
        tasks.tell_progress(
            line_id=weekly.pk, percent=30, text="Tuần đầu.", value=Decimal(4), proofs=proofs, by=who, at=AT
        )
        moved = TaskAgency.objects.get(pk=weekly.pk)
        assert (moved.due_on, moved.percent, moved.value) == (date(2026, 3, 13), 30, Decimal(4))
    for proof in (
        Proof(kind=EvidenceKind.FILE, name="a.exe", data=b"MZ\x90"), Proof(kind=EvidenceKind.NUMBER, name="x"),
        Proof(kind=EvidenceKind.CASE, name="x"),
    ):  # fmt: skip
        code = refused(
            who,
            lambda proof=proof: tasks.tell_progress(
                line_id=weekly.pk, percent=5, text="x", proofs=[proof], by=who, at=AT
            ),  # type: ignore[misc]
        )
        assert code in {"file_type_not_allowed", "evidence_wrong"}
    assert (
        refused(who, lambda: tasks.tell_progress(line_id=weekly.pk, percent=101, text="x", by=who, at=AT))
        == "progress_wrong"
    )
    assert (
        refused(who, lambda: tasks.tell_progress(line_id=weekly.pk, percent=1, text=" ", by=who, at=AT))
        == "progress_text_missing"
    )
    with acting(run.coordinator):
        assert Evidence.objects.filter(progress__line=weekly).count() == 3
    with acting(run.realm.coordinator(run.realm.agencies["UBND xã Bình Minh"])):
        assert not Evidence.objects.exists()


def test_parts_urgings_and_difficulties_stay_with_their_agencies() -> None:
    run = simulated()
    commune, by = run.realm.agencies["UBND xã An Hòa"], run.coordinator
    who, line = run.realm.coordinator(commune), run.lines(commune)[0]
    officer = factories.post(Role.RECEPTION_OFFICER, commune)
    with acting(who):
        part = tasks.add_part(
            line_id=line.pk, text="Lập lịch trực", assignee_id=officer.user_id, due_on=None, by=who, at=AT
        )
        tasks.finish_part(task_id=part.pk, by=who, at=AT)
    assert refused(who, lambda: tasks.finish_part(task_id=part.pk, by=who, at=AT)) == "task_done"
    outside = factories.post(Role.HANDLER, run.realm.province)
    assert refused(
        who, lambda: tasks.add_part(line_id=line.pk, text="x", assignee_id=outside.user_id, due_on=None, by=who, at=AT)
    ) == "not_at_agency"  # fmt: skip
    with acting(run.realm.coordinator(run.realm.agencies["UBND xã Bình Minh"])):
        assert not Task.objects.filter(pk=part.pk).exists()
    with acting(by):
        urging = tasks.urge_agency(line_id=line.pk, text="Khẩn trương", answer_by=date(2026, 3, 9), by=by, at=AT)
    assert (
        refused(who, lambda: tasks.urge_agency(line_id=line.pk, text="x", answer_by=None, by=who, at=AT))
        == "plan_role_not_allowed"
    )
    with acting(who):
        tasks.answer_urging(urging_id=urging.pk, answer="Đã rõ", by=who, at=AT)
    assert (
        refused(who, lambda: tasks.answer_urging(urging_id=urging.pk, answer="x", by=who, at=AT)) == "urging_answered"
    )
    province = run.realm.coordinator(run.realm.province)
    with acting(who):
        told = tasks.tell_obstacle(
            line_id=line.pk, text="Thiếu phòng", proposal="", via=run.agency, to=run.realm.province, by=who, at=AT
        )
    assert refused(who, lambda: tasks.pass_obstacle(obstacle_id=told.pk, note="", by=who, at=AT)) == "obstacle_not_here"
    assert (
        refused(province, lambda: tasks.answer_obstacle(obstacle_id=told.pk, answer="x", by=province, at=AT))
        == "obstacle_not_here"
    )
    with acting(by):
        tasks.pass_obstacle(obstacle_id=told.pk, note="Đồng ý", by=by, at=AT)
    with acting(province):
        tasks.answer_obstacle(obstacle_id=told.pk, answer="Dùng hội trường", by=province, at=AT)
    assert (
        refused(province, lambda: tasks.answer_obstacle(obstacle_id=told.pk, answer="x", by=province, at=AT))
        == "obstacle_answered"
    )


def test_reports_go_through_come_back_and_are_put_together() -> None:
    run = simulated()
    first, second = run.realm.agencies["UBND xã An Hòa"], run.realm.agencies["UBND xã Bình Minh"]
    at = moment("2026-03-06", 10)
    made = {}

    def sending(code: str, who: Actor) -> Callable[[], object]:
        return lambda: reports.send_report(code=code, by=who, at=at)

    for agency, count in ((first, 3), (second, 4)):
        who = run.realm.head(agency)
        with acting(who):
            report = Report.objects.get(agency=agency, duty__period="weekly", starts_on=date(2026, 3, 5))
        assert refused(who, sending(report.code, who)) == "report_empty"
        with acting(who):
            reports.save_report(
                code=report.code,
                texts={"results": f"Đã tiếp {count} lượt."},
                figures_given={"receptions": count},
                by=who,
                at=at,
            )
            reports.send_report(code=report.code, by=who, at=at)
        made[agency.pk] = report.code
        assert refused(who, sending(report.code, who)) == "report_sent"
    by = run.coordinator
    with acting(by):
        reports.return_report(code=made[first.pk], reason="Thiếu số đơn", by=by, at=at)
    assert refused(by, lambda: reports.take_report(code=made[first.pk], by=by, at=at)) == "report_not_sent"
    who = run.realm.head(first)
    with acting(who):
        reports.save_report(
            code=made[first.pk], texts={"results": "Đã bổ sung."}, figures_given={"receptions": 5}, by=who, at=at
        )
        reports.send_report(code=made[first.pk], by=who, at=at)
    with acting(by):
        for code in made.values():
            reports.take_report(code=code, by=by, at=at)
        own = Report.objects.filter(agency=run.agency, duty__period="yearly").first()
        assert own is not None
        whole = reports.consolidate(code=own.code, by=by, at=at)
        assert whole.figures["told"]["receptions"] == 9
        assert "UBND xã Bình Minh: Đã tiếp 4 lượt." in whole.texts["results"]
        assert set(whole.consolidated) == set(made.values())
    with acting(run.realm.coordinator(second)):
        assert not Report.objects.filter(agency=first).exists()
    assert refused(who, lambda: reports.consolidate(code=made[first.pk], by=who, at=at)) == "report_sent"


def test_the_daily_job_opens_each_report_once() -> None:
    run = simulated()
    later = date(2026, 4, 6)
    opened = open_due_reports_at(agency=run.agency, today=later)
    assert opened > 0
    assert open_due_reports_at(agency=run.agency, today=later) == 0
    with acting(run.coordinator):
        daily = Report.objects.filter(plan=run.plan, duty__period="daily", agency=run.agency).order_by("starts_on")
        assert [row.starts_on for row in daily] == [date(2026, 4, 5), date(2026, 4, 6)]


def test_registers_keep_their_days_and_fields() -> None:
    office = factories.agency("UBND phường Hoa Sen")
    by, day = factories.post(Role.RECORDS_CLERK, office), date(2026, 3, 1)
    with acting(by):
        entry = registers.enter(
            kind=RegisterKind.RECOMMENDATION, title="Khắc phục chậm trả lời", happened_on=day, due_on=date(2026, 3, 20),
            details={"source": "HĐND phường"}, by=by, at=AT,
        )  # fmt: skip
        registers.enter(
            kind=RegisterKind.RECOMMENDATION, title=entry.title, happened_on=day, concluded_on=date(2026, 3, 5), entry_id=entry.pk,
            details={"source": "HĐND phường", "answer": "Đã khắc phục"}, by=by, at=AT,
        )  # fmt: skip

    def wrong(**more: object) -> str:
        given = {
            "kind": RegisterKind.TRAINING,
            "title": "Lớp",
            "happened_on": day,
            "details": {"classes": 1, "people": 9},
        } | more
        return refused(by, lambda: registers.enter(**given, by=by, at=AT))  # type: ignore[arg-type]

    assert wrong(title=" ") == "register_text_missing"
    assert wrong(happened_on=AT.date() + timedelta(days=1)) == "register_days_wrong"
    assert wrong(details={"classes": 1}) == "register_field_missing"
    assert wrong(task_id=987) == "task_not_yours"
    other = factories.post(Role.RECORDS_CLERK, factories.agency("UBND xã Hoa Súng"))
    with acting(other), pytest.raises(type(entry).DoesNotExist):
        registers.void_entry(entry_id=entry.pk, reason="x", by=other, at=AT)
    with acting(by):
        assert registers.void_entry(entry_id=entry.pk, reason="Nhập nhầm", by=by, at=AT).void_reason == "Nhập nhầm"


def test_the_database_refuses_two_bookings_at_once() -> None:
    office = factories.agency("UBND phường Hoa Sen")
    by, start = factories.post(Role.RECEPTION_OFFICER, office), moment("2026-03-09")
    hour = timedelta(hours=1)
    with acting(by):
        car = bookings.add_bookable(kind="vehicle", name="Xe 7 chỗ", note="", by=by, at=AT)
        first = bookings.book(
            bookable_id=car.pk, starts_at=start, ends_at=start + hour, purpose="Đưa đoàn", task_id=None, by=by, at=AT
        )

    def clash() -> object:
        return bookings.book(
            bookable_id=car.pk,
            starts_at=start + hour / 2,
            ends_at=start + 2 * hour,
            purpose="Việc khác",
            task_id=None,
            by=by,
            at=AT,
        )

    assert refused(by, clash) == "booked_already"
    assert (
        refused(by, lambda: bookings.add_bookable(kind="vehicle", name="Xe 7 chỗ", note="", by=by, at=AT))
        == "bookable_known"
    )
    with acting(by):
        bookings.cancel_booking(booking_id=first.pk, by=by, at=AT)
        clash()
    stranger = factories.post(Role.RECEPTION_OFFICER, factories.agency("UBND xã Hoa Súng"))
    assert refused(stranger, lambda: bookings.book(bookable_id=car.pk, starts_at=start, ends_at=start + hour, purpose="x", task_id=None, by=stranger, at=AT)) == "bookable_absent"  # fmt: skip  # noqa: E501


def test_windows_keep_their_order_and_a_review_needs_measures() -> None:
    office = factories.agency("UBND phường Hoa Sen")
    by, head = factories.post(Role.COORDINATOR, office), factories.post(Role.HEAD, office)

    def window(**more: object) -> object:
        days = {
            "prepares_on": date(2026, 3, 1),
            "starts_on": date(2026, 4, 1),
            "ends_on": date(2026, 4, 5),
            "follows_until": date(2026, 4, 9),
        }
        return windows.set_window(**({"name": "Bầu cử", "kind": EventKind.ELECTION, "by": by, "at": AT} | days | more))  # type: ignore[arg-type]

    assert refused(by, lambda: window(ends_on=date(2026, 3, 31))) == "window_days_wrong"
    assert refused(by, lambda: window(name=" ")) == "window_name_missing"
    with acting(by):
        window()
    assert refused(by, lambda: campaigns.start_review(
        name="Đợt 1", measures=[Measure.LARGE], window_id=None, task_id=None, ends_on=None, by=by, at=AT
    )) == "plan_role_not_allowed"  # fmt: skip
    assert refused(head, lambda: campaigns.start_review(
        name="Đợt 1", measures=[], window_id=None, task_id=None, ends_on=None, by=head, at=AT
    )) == "review_measures_missing"  # fmt: skip
    with acting(head):
        campaign = campaigns.start_review(
            name="Đợt 1", measures=list(Measure), window_id=None, task_id=None, ends_on=None, by=head, at=AT
        )
        campaigns.close_review(code=campaign.code, by=head, at=AT)
    assert refused(head, lambda: campaigns.choose_again(code=campaign.code, by=head, at=AT)) == "review_closed"


def test_a_closed_plan_takes_nothing_more() -> None:
    run = simulated()
    by, line = run.coordinator, run.lines(run.agency)[0]
    assert (
        refused(by, lambda: issued.close_plan(code=run.plan.code, evaluation=" ", lessons="", by=by, at=AT))
        == "evaluation_missing"
    )
    with acting(by):
        issued.close_plan(code=run.plan.code, evaluation="Tốt", lessons="", by=by, at=AT)
    assert (
        refused(by, lambda: tasks.tell_progress(line_id=line.pk, percent=1, text="x", by=by, at=AT))
        == "plan_not_running"
    )
    assert (
        refused(by, lambda: issued.close_plan(code=run.plan.code, evaluation="x", lessons="", by=by, at=AT))
        == "plan_not_running"
    )
