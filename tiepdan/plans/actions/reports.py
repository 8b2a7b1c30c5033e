"""Acts on reports: duties, the reports that come due, written, sent "qua …", received, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.plans.models import Plan, Report, ReportDuty
from tiepdan.plans.queries.figures import FIGURES, Asked, added, figures
from tiepdan.plans.queries.registry import agencies_by_id
from tiepdan.plans.rules.report_periods import (
    SECTIONS,
    ReportPeriod,
    ReportState,
    Rhythm,
    may_save,
    may_take,
    spans,
)
from tiepdan.plans.rules.tasks import ANSWERERS, WORKERS, PlanState, may_coordinate


@transaction.atomic
def add_report_duty(
    *,
    code: str,
    title: str,
    rhythm: Rhythm,
    agencies: Sequence[int],
    to: Agency,
    via: Agency | None,
    by: Actor,
    at: datetime,
) -> ReportDuty:
    """Lay a duty to report on agencies of a plan. Raises ActionRefused: plan_role_not_allowed, report_days_missing …"""
    plan = Plan.objects.filter(code=code).first()
    if plan is None:
        raise ActionRefused(Refused("plan_absent"))
    allow(may_coordinate(by=by, coordinator_path=plan.agency_path))
    once = rhythm.period in {ReportPeriod.ONCE, ReportPeriod.FINAL}
    if (once and rhythm.day is None and rhythm.ends_on is None) or (
        rhythm.ends_on and rhythm.ends_on < rhythm.starts_on
    ):
        raise ActionRefused(Refused("report_days_missing"))
    duty = store_duty(plan=plan, title=title, rhythm=rhythm, agencies=agencies, to=to, via=via)
    record(
        act="report.ordered", by=by, at=at, subject=f"followed_plan:{plan.pk}",
        after={"title": title, "period": rhythm.period, "agencies": len(duty.agencies), "to": to.name},
    )  # fmt: skip
    return duty


def store_duty(
    *,
    plan: Plan,
    title: str,
    rhythm: Rhythm,
    agencies: Sequence[int],
    to: Agency,
    via: Agency | None,
    printed: str = "",
) -> ReportDuty:
    """Store a duty to report; part of an act."""
    between = via if via is not None and via.pk != to.pk else None
    return ReportDuty.objects.create(
        plan=plan, agency_path=plan.agency_path, title=title[:300], period=rhythm.period, at_time=rhythm.at_time,
        weekday=rhythm.weekday, month_day=rhythm.month_day, month=rhythm.month, day=rhythm.day, starts_on=rhythm.starts_on,
        ends_on=rhythm.ends_on, agencies=list(dict.fromkeys(agencies)), to=to, to_path=to.path, via=between,
        via_path=between.path if between else "", printed=printed[:300],
    )  # fmt: skip


@transaction.atomic
def end_report_duty(*, duty_id: int, by: Actor, at: datetime) -> ReportDuty:
    """End a duty: no further report comes due. Raises ActionRefused: plan_role_not_allowed, plan_not_coordinated_here."""
    duty = ReportDuty.objects.select_for_update(of=("self",)).get(pk=duty_id)
    allow(may_coordinate(by=by, coordinator_path=duty.agency_path))
    duty.ended_at = at
    duty.save(update_fields=["ended_at"])
    record(act="report.order_ended", by=by, at=at, subject=f"report_duty:{duty.pk}")
    return duty


@transaction.atomic
def open_reports(*, plan: Plan, until: date, by: Actor, at: datetime) -> int:
    """Make the reports whose days have begun, once each; the agencies find them as due. Returns how many.

    Done by the coordinator's office or the daily job for it. Cost: 2 queries and one row per new report
    """
    if plan.status != PlanState.ISSUED or by.agency_path != plan.agency_path:
        return 0
    made = 0
    for duty in plan.report_duties.filter(ended_at=None).select_related("to"):
        wanted = spans(rhythm=rhythm_of(duty), until=until)
        known = set(Report.objects.filter(duty=duty).values_list("agency_id", "starts_on"))
        agencies = agencies_by_id(duty.agencies)
        for span in wanted:
            for pk in duty.agencies:
                if pk not in agencies or (pk, span.starts_on) in known:
                    continue
                agency = agencies[pk]
                # Who gathers the reports does not send its own through itself.
                via_path = duty.via_path if duty.via_path != agency.path else ""
                Report.objects.create(
                    duty=duty, plan=plan, code=new_code(), agency=agency, agency_path=agency.path,
                    coordinator_path=plan.agency_path, via_path=via_path, to_path=duty.to_path, starts_on=span.starts_on,
                    ends_on=span.ends_on, due_at=span.due_at, status=ReportState.DUE,
                )  # fmt: skip
                made += 1
    if made:
        record(act="report.opened", by=by, at=at, subject=f"followed_plan:{plan.pk}", after={"count": made})
    return made


@transaction.atomic
def tell_late(*, plan: Plan, by: Actor, at: datetime) -> int:
    """Tell the agencies whose report is late, and the coordinator, once for each report. Returns how many.

    Done by the daily job for the coordinator's office. Cost: 1 query and three notices per late report
    """
    if plan.status != PlanState.ISSUED or by.agency_path != plan.agency_path:
        return 0
    rows = Report.objects.select_for_update(of=("self",)).filter(
        plan=plan, status__in=[ReportState.DUE, ReportState.RETURNED], due_at__lt=at, told_late_at=None
    )
    late = list(rows)
    for report in late:
        _tell(report.agency_path, "plan_report_late", report, at=at)
        if report.agency_path != plan.agency_path:
            notify(agency_id=plan.agency_id, kind="plan_report_late", at=at, code=report.code, role=Role.COORDINATOR)
    if late:
        Report.objects.filter(pk__in=[report.pk for report in late]).update(told_late_at=at)
        record(
            act="report.late_told", by=by, at=at, subject=f"followed_plan:{plan.pk}",
            after={"reports": [report.code for report in late]},
        )  # fmt: skip
    return len(late)


def rhythm_of(duty: ReportDuty) -> Rhythm:
    """Return when a duty's reports are due."""
    return Rhythm(
        period=ReportPeriod(duty.period), starts_on=duty.starts_on, ends_on=duty.ends_on, at_time=duty.at_time,
        weekday=duty.weekday, month_day=duty.month_day, month=duty.month, day=duty.day,
    )  # fmt: skip


@transaction.atomic
def save_report(
    *, code: str, texts: Mapping[str, str], figures_given: Mapping[str, int], by: Actor, at: datetime
) -> Report:
    """Keep a report as written so far. Figures may be put right by hand; what was counted stays beside them.

    Raises ActionRefused: report_not_yours, report_sent, plan_role_not_allowed.
    """
    report = _locked(code)
    _may_write(report, by)
    counted = report.figures.get("counted") or counted_for(report=report, today=at.date())
    report.texts = {name: texts.get(name, "").strip() for name in SECTIONS}
    report.figures = {
        "counted": counted,
        "told": {name: int(figures_given[name]) for name in FIGURES if name in figures_given},
    }
    report.saved_at = at
    report.save(update_fields=["texts", "figures", "saved_at"])
    record(act="report.saved", by=by, at=at, subject=f"plan_report:{report.pk}")
    return report


def counted_for(*, report: Report, today: date) -> dict[str, int]:
    """Count the figures of a report's days from the live tables, as the asking post sees them."""
    return figures(
        asked=Asked(report.agency_id, report.agency_path, report.starts_on, report.ends_on, report.plan_id), today=today
    )


@transaction.atomic
def send_report(*, code: str, by: Actor, at: datetime) -> Report:
    """Send a saved report up: to the body it goes through, or straight to its goal.

    Raises ActionRefused: report_not_yours, report_sent, plan_role_not_allowed, report_empty.
    """
    report = _locked(code)
    _may_write(report, by)
    if not by.is_one_of(*ANSWERERS, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    if report.saved_at is None or not any(report.texts.values()):
        raise ActionRefused(Refused("report_empty"))
    report.status, report.sent_at, report.sent_by_id = ReportState.SENT, at, by.user_id
    report.return_reason = ""
    report.save(update_fields=["status", "sent_at", "sent_by", "return_reason"])
    record(
        act="report.sent", by=by, at=at, subject=f"plan_report:{report.pk}",
        after={"through": report.via_path, "to": report.to_path, "late": at > report.due_at},
    )  # fmt: skip
    _tell(report.via_path or report.to_path, "plan_report", report, at=at)
    return report


@transaction.atomic
def take_report(*, code: str, by: Actor, at: datetime) -> Report:
    """Pass a report on (who stands between) or receive it (its goal).

    Raises ActionRefused: plan_role_not_allowed, report_not_sent, report_not_here.
    """
    report = _here(code, by)
    if report.status == ReportState.SENT and report.via_path:
        report.status, report.passed_at = ReportState.PASSED, at
        _tell(report.to_path, "plan_report", report, at=at)
        act = "report.passed"
    else:
        report.status, report.received_at = ReportState.RECEIVED, at
        act = "report.received"
    report.save(update_fields=["status", "passed_at", "received_at"])
    record(act=act, by=by, at=at, subject=f"plan_report:{report.pk}")
    return report


@transaction.atomic
def return_report(*, code: str, reason: str, by: Actor, at: datetime) -> Report:
    """Give a report back with what is missing. Raises ActionRefused: as take_report, reason_missing."""
    report = _here(code, by)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    report.status, report.return_reason = ReportState.RETURNED, reason.strip()
    report.sent_at = report.passed_at = None
    report.save(update_fields=["status", "return_reason", "sent_at", "passed_at"])
    record(act="report.returned", by=by, at=at, subject=f"plan_report:{report.pk}", reason=reason)
    _tell(report.agency_path, "plan_report_returned", report, at=at)
    return report


@transaction.atomic
def consolidate(*, code: str, by: Actor, at: datetime) -> Report:
    """Put the reports of the same days that came in here together in one's own: figures added, texts one after the other.

    Raises ActionRefused: report_not_yours, report_sent, plan_role_not_allowed, nothing_to_consolidate.
    """
    report = _locked(code)
    _may_write(report, by)
    parts = [row for row in parts_for(report=report, path=by.agency_path) if row.status not in {"due", "returned"}]
    if not parts:
        raise ActionRefused(Refused("nothing_to_consolidate"))
    own = counted_for(report=report, today=at.date())
    report.figures = {"counted": own, "told": added([own, *(told(row) for row in parts)])}
    kept = {name: report.texts.get(name, "") for name in SECTIONS}
    report.texts = {
        name: "\n".join(line for line in (kept[name].partition("\n— ")[0], *_quoted(parts, name)) if line)
        for name in SECTIONS
    }
    report.consolidated = [row.code for row in parts]
    report.saved_at = at
    report.save(update_fields=["figures", "texts", "consolidated", "saved_at"])
    record(act="report.consolidated", by=by, at=at, subject=f"plan_report:{report.pk}", after={"parts": len(parts)})
    return report


def parts_for(*, report: Report, path: str) -> list[Report]:
    """List the reports of the same plan that come to or through this agency and end within the report's days."""
    rows = Report.objects.filter(plan_id=report.plan_id, ends_on__range=(report.starts_on, report.ends_on))
    rows = rows.exclude(agency_path=path).select_related("agency").order_by("agency_path", "starts_on")
    return [row for row in rows if path in {row.via_path, row.to_path}]


def told(report: Report) -> dict[str, int]:
    """Return the figures a report tells: those counted, as put right by hand."""
    return {**report.figures.get("counted", {}), **report.figures.get("told", {})}


def _quoted(parts: Sequence[Report], name: str) -> list[str]:
    return [f"— {row.agency.name}: {row.texts[name]}" for row in parts if row.texts.get(name)]


def _may_write(report: Report, by: Actor) -> None:
    allow(may_save(state=ReportState(report.status), own=report.agency_path == by.agency_path))
    if not by.is_one_of(*WORKERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))


def _here(code: str, by: Actor) -> Report:
    report = _locked(code)
    if not by.is_one_of(*ANSWERERS, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    allow(
        may_take(
            state=ReportState(report.status), path=by.agency_path, via_path=report.via_path, to_path=report.to_path
        )
    )
    return report


def _locked(code: str) -> Report:
    return Report.objects.select_for_update(of=("self",)).select_related("plan", "agency", "duty").get(code=code)


def _tell(path: str, kind: str, report: Report, *, at: datetime) -> None:
    agency = Agency.objects.filter(path=path).first()
    if agency is None:
        return
    for role in (Role.COORDINATOR, Role.HEAD):
        notify(agency_id=agency.pk, kind=kind, at=at, code=report.code, role=role)


__all__ = [
    "add_report_duty", "consolidate", "end_report_duty", "open_reports", "return_report", "save_report", "send_report",
    "take_report", "tell_late",
]  # fmt: skip
