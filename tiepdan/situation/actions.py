"""Acts on daily reports: a window is opened, a day is counted, notes are written, the report goes up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.infra import queue
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.situation.counting import figures_of
from tiepdan.situation.models import Expected, ReportSeries, SituationReport
from tiepdan.situation.queries import standing
from tiepdan.situation.rules import added_up, may_ask, may_keep, may_make, may_open, may_send

_DAILY: Final = "tiepdan.situation.jobs.report_day"
_COUNT: Final = "tiepdan.situation.jobs.count_day"


@transaction.atomic
def open_series(
    *, title: str, starts_on: date, during_from: date, during_to: date, ends_on: date, send_at: time,
    receiver_id: int | None, earlier_id: int | None, by: Actor, at: datetime, under_id: int | None = None,
) -> ReportSeries:  # fmt: skip
    """Open a window; each of its days is counted and sent at the hour by a job.

    under_id: the window of the superior that asked; the reports go there
    Raises ActionRefused: situation_role_not_allowed, situation_days_wrong, situation_not_asked, situation_already_open.
    """
    allow(may_keep(role=by.role))
    if under_id is not None:
        asked = Expected.objects.select_related("series").filter(series_id=under_id, agency_id=by.agency_id).first()
        if asked is None:
            raise ActionRefused(Refused("situation_not_asked"))
        if ReportSeries.objects.filter(under_id=under_id, agency_id=by.agency_id).exists():
            raise ActionRefused(Refused("situation_already_open"))
        receiver_id = asked.series.agency_id
    allow(may_open(starts_on=starts_on, during_from=during_from, during_to=during_to, ends_on=ends_on))
    series = ReportSeries.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, title=tidy(title), starts_on=starts_on,
        during_from=during_from, during_to=during_to, ends_on=ends_on, send_at=send_at, receiver_id=receiver_id,
        earlier=ReportSeries.objects.filter(pk=earlier_id, agency_id=by.agency_id).first() if earlier_id else None,
        under_id=under_id, created_by_id=by.user_id, created_at=at,
    )  # fmt: skip
    record(act="situation.opened", by=by, at=at, subject=f"situation:{series.pk}", after={"title": series.title})
    for n in range((ends_on - starts_on).days + 1):
        on = starts_on + timedelta(days=n)
        when = datetime.combine(on, send_at, tzinfo=VIETNAM)
        if when > at:
            queue.later(_DAILY, run_at=when, series_id=series.pk, agency_id=series.agency_id, on=on.isoformat())
    return series


@transaction.atomic
def ask_agencies(*, series_id: int, agency_ids: Sequence[int], by: Actor, at: datetime) -> list[Expected]:
    """Ask agencies to report every day of a window of the own agency; each is told and opens its own by one press.

    Raises ActionRefused: situation_role_not_allowed, situation_unknown, situation_not_yours, situation_nobody_asked.
    """
    allow(may_keep(role=by.role))
    series = _series(series_id)
    known = set(series.expected.values_list("agency_id", flat=True)) | {series.agency_id}
    new = list(Agency.objects.in_force(on=at.date()).filter(pk__in=set(agency_ids) - known).order_by("pk"))
    allow(may_ask(own=series.agency_id == by.agency_id, agencies=len(new)))
    made = Expected.objects.bulk_create(
        Expected(series=series, series_path=series.agency_path, agency=one, agency_path=one.path, asked_at=at)
        for one in new
    )
    record(
        act="situation.asked", by=by, at=at, subject=f"situation:{series.pk}",
        after={"agencies": [one.name for one in new]},
    )  # fmt: skip
    for one in new:
        for role in (Role.COORDINATOR, Role.HEAD):
            notify(agency_id=one.pk, kind="situation_asked", at=at, code=series.code, role=role)
    return made


@transaction.atomic
def urge_missing(*, series_id: int, on: date, by: Actor, at: datetime) -> list[Agency]:
    """Urge every agency asked that has not sent its report of a day.

    Raises ActionRefused: situation_role_not_allowed, situation_unknown, situation_not_yours, situation_day_outside,
        situation_nobody_missing.
    """
    allow(may_keep(role=by.role))
    series = _series(series_id)
    if series.agency_id != by.agency_id:
        raise ActionRefused(Refused("situation_not_yours"))
    if not series.starts_on <= on <= series.ends_on or on > at.astimezone(VIETNAM).date():
        raise ActionRefused(Refused("situation_day_outside"))
    late = [one.agency for one in standing(series=series, on=on) if one.report is None]
    if not late:
        raise ActionRefused(Refused("situation_nobody_missing"))
    record(
        act="situation.urged", by=by, at=at, subject=f"situation:{series.pk}",
        after={"on": on, "agencies": [one.name for one in late]},
    )  # fmt: skip
    for one in late:
        for role in (Role.COORDINATOR, Role.HEAD):
            notify(agency_id=one.pk, kind="situation_urged", at=at, code=series.code, role=role)
    return late


@transaction.atomic
def ask_count(*, series_id: int, on: date, by: Actor, at: datetime) -> None:
    """Have a day counted now. A job counts, because it sees the whole office whatever the post of who asks.

    Raises ActionRefused: situation_role_not_allowed, situation_unknown, situation_day_outside, situation_sent.
    """
    allow(may_keep(role=by.role))
    series = _series(series_id)
    _may_make(series, on=on, at=at)
    queue.later(_COUNT, series_id=series.pk, agency_id=series.agency_id, on=on.isoformat())


@transaction.atomic
def make_report(*, series_id: int, on: date, by: Actor, at: datetime) -> SituationReport:
    """Count a day, and add what the agencies asked have sent. Raises ActionRefused: situation_unknown, situation_day_outside,
    situation_sent.
    """
    series = _series(series_id)
    _may_make(series, on=on, at=at)
    figures = figures_of(path=series.agency_path, on=on)
    lines = standing(series=series, on=on)
    told = [one.figures for one in lines if one.report is not None]
    report, _ = SituationReport.objects.update_or_create(
        series=series, on=on,
        defaults={
            "agency_path": series.agency_path, "figures": figures, "made_at": at, "received": len(told),
            "total": added_up([figures, *told]) if lines else {},
            "missing": [one.agency.name for one in lines if one.report is None],
            "receiver_path": series.receiver.path if series.receiver else "",
        },
    )  # fmt: skip
    record(
        act="situation.made", by=by, at=at, subject=f"situation:{series.pk}",
        after={"on": on, **report.figures, "received": report.received, "missing": report.missing},
    )  # fmt: skip
    return report


@transaction.atomic
def write_notes(*, series_id: int, on: date, notes: str, by: Actor, at: datetime) -> SituationReport:
    """Write what the figures do not say. Raises ActionRefused: situation_role_not_allowed, situation_unknown, situation_sent."""
    allow(may_keep(role=by.role))
    report = _report(series_id, on)
    if report.sent_at is not None:
        raise ActionRefused(Refused("situation_sent"))
    report.notes = notes.strip()
    report.save(update_fields=["notes"])
    record(act="situation.noted", by=by, at=at, subject=f"situation:{series_id}", after={"on": on})
    return report


@transaction.atomic
def send_report(*, series_id: int, on: date, by: Actor, at: datetime) -> SituationReport:
    """Send a day's report up; its figures stand from then on.

    Raises ActionRefused: situation_role_not_allowed, situation_unknown, situation_sent, situation_no_receiver.
    """
    allow(may_keep(role=by.role))
    report = _report(series_id, on)
    series = report.series
    allow(may_send(sent=report.sent_at is not None, receiver=series.receiver_id is not None))
    report.sent_at, report.sent_by = at, by.name
    report.save(update_fields=["sent_at", "sent_by"])
    record(act="situation.sent", by=by, at=at, subject=f"situation:{series.pk}", after={"on": on})
    if series.receiver_id is not None:
        for role in (Role.COORDINATOR, Role.HEAD):
            notify(agency_id=series.receiver_id, kind="situation_received", at=at, code=series.code, role=role)
    return report


def _series(series_id: int) -> ReportSeries:
    series = ReportSeries.objects.select_related("receiver").filter(pk=series_id).first()
    if series is None:
        raise ActionRefused(Refused("situation_unknown"))
    return series


def _report(series_id: int, on: date) -> SituationReport:
    report = (
        SituationReport.objects.select_for_update(of=("self",))
        .select_related("series")
        .filter(series_id=series_id, on=on)
        .first()
    )
    if report is None:
        raise ActionRefused(Refused("situation_unknown"))
    return report


def _may_make(series: ReportSeries, *, on: date, at: datetime) -> None:
    sent = SituationReport.objects.filter(series=series, on=on, sent_at__isnull=False).exists()
    today = at.astimezone(VIETNAM).date()
    allow(may_make(on=on, starts_on=series.starts_on, ends_on=series.ends_on, today=today, sent=sent))
