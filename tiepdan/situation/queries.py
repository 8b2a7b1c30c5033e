"""Reads that fill the pages of daily reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.infra.codes import parse_code
from tiepdan.infra.collation import order_key
from tiepdan.matters.access import NotFound
from tiepdan.situation.models import Expected, ReportSeries, SituationReport
from tiepdan.situation.rules import Compared, Phase, compared, phase_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an agency asked is with the report of a day."""

    agency: Agency
    answer: ReportSeries | None  # the window it opened
    report: SituationReport | None  # what it sent

    @property
    def figures(self) -> dict[str, int]:
        """Its figures, with those of agencies that it asked itself."""
        return whole(self.report)


def series_for(*, code: str) -> ReportSeries:
    """Return a window of the own agency, or one whose reports came here. Raises NotFound."""
    found = (
        ReportSeries.objects.select_related("agency", "receiver", "earlier").filter(code=parse_code(code) or "").first()
    )
    if found is None:
        raise NotFound(code)
    return found


def all_series(*, by: Actor) -> list[ReportSeries]:
    """Windows of the own agency and those below that it oversees, newest first; answers stand inside what asked. Cost: 1 query."""
    found = ReportSeries.objects.select_related("agency").order_by("-starts_on", "-pk")
    others = Q(under__isnull=True) & ~Q(expected__agency_id=by.agency_id)
    return list(found.filter(Q(agency_id=by.agency_id) | others)[:100])


def whole(report: SituationReport | None) -> dict[str, int]:
    """What a report says of all: with the agencies asked when there are any."""
    return {} if report is None else (report.total or report.figures)


def asked_here(*, by: Actor) -> list[ReportSeries]:
    """Windows for which the own agency was asked to report and has opened none yet. Cost: 1 query."""
    asked = Expected.objects.filter(agency_id=by.agency_id).values("series_id")
    opened = ReportSeries.objects.filter(agency_id=by.agency_id, under__isnull=False).values("under_id")
    found = ReportSeries.objects.filter(pk__in=asked).exclude(pk__in=opened)
    return list(found.select_related("agency").order_by("-starts_on", "-pk")[:100])


def standing(*, series: ReportSeries, on: date) -> list[Standing]:
    """Each agency asked with what it sent for a day; who has sent nothing first. Cost: 3 queries."""
    asked = sorted(series.expected.select_related("agency"), key=lambda row: order_key(row.agency.name))
    if not asked:
        return []
    answers = {one.agency_id: one for one in ReportSeries.objects.filter(under=series)}
    sent = SituationReport.objects.filter(series__under=series, on=on, sent_at__isnull=False)
    reports = {one.series_id: one for one in sent}
    lines = []
    for one in asked:
        answer = answers.get(one.agency_id)
        lines.append(Standing(one.agency, answer, reports.get(answer.pk) if answer else None))
    return sorted(lines, key=lambda line: line.report is not None)


def day_report(*, series: ReportSeries, on: date) -> tuple[SituationReport | None, list[Compared], Phase]:
    """The report of a day beside the day before and the same day of the last event. Cost: up to 3 queries."""
    reports = SituationReport.objects.filter(series=series)
    report = reports.filter(on=on).first()
    before = reports.filter(on=on - timedelta(days=1)).first()
    last = None
    if series.earlier is not None:
        same = series.earlier.during_from + (on - series.during_from)
        last = SituationReport.objects.filter(series=series.earlier, on=same).first()
    rows = compared(
        now=whole(report), day_before=whole(before) if before else None, last_event=whole(last) if last else None
    )
    return report, rows, phase_of(on=on, during_from=series.during_from, during_to=series.during_to)
