"""When an office receives: the announced calendar, to be read and printed by everybody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from tiepdan.agencies.models import Agency
from tiepdan.agenda.queries import public_hours, public_sessions
from tiepdan.infra import clock
from tiepdan.portal.queries import agencies_ended, provinces, receiving_agencies
from tiepdan.portal.views.agencies import for_agency
from tiepdan.portal.views.appointments import DAY_NAMES
from tiepdan.ui.words import said

AHEAD: Final = timedelta(days=92)
BACK: Final = timedelta(days=31)


@require_GET
def calendar_agencies(request: HttpRequest) -> HttpResponse:
    """Choose the agency whose calendar is to be read."""
    today = clock.today()
    words, province = request.GET.get("q", "").strip(), request.GET.get("tinh", "")
    found = receiving_agencies(words=words, province=province, on=today) if words or province else []
    context = {"agencies": found, "words": words, "province": province, "provinces": provinces(on=today)}
    context["ended"] = agencies_ended(words=words, on=today)
    return render(request, "portal/calendar_agencies.html", context)


@require_GET
@for_agency
def calendar_page(request: HttpRequest, agency: Agency) -> HttpResponse:
    """The announced sessions of an agency: to come, and those of the month past."""
    today = clock.today()
    rows = public_sessions(agency_id=agency.pk, from_on=_back(today), to_on=today + AHEAD)
    context = {
        "agency": agency, "today": today,
        "hours": [(said(DAY_NAMES[day]), *rest) for day, *rest in public_hours(agency_id=agency.pk, on=today)],
        "ahead": [one for one in rows if one.on >= today], "past": [one for one in rows if one.on < today],
    }  # fmt: skip
    return render(request, "portal/calendar.html", context)


def _back(today: date) -> date:
    return today - BACK


urlpatterns = [
    path("lich-tiep/", calendar_agencies, name="calendar_agencies"),
    path("lich-tiep/<str:agency>/", calendar_page, name="calendar"),
]
