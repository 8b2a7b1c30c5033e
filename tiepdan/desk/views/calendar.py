"""The personal calendar behind a secret address: no login, one person's published shifts, nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from tiepdan.infra import clock
from tiepdan.rosters.queries import FeedShift, feed
from tiepdan.ui.words import in_vietnamese

if TYPE_CHECKING:
    from icalendar import Event


@require_safe
@in_vietnamese
def duty_calendar(request: HttpRequest, secret: str) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """The shifts of the last month and the coming year as iCalendar."""
    now = clock.now()
    shifts = feed(secret=secret, since=now - timedelta(days=31), until=now + timedelta(days=366))
    if shifts is None:
        raise Http404
    from icalendar import Calendar  # loads slowly, and few ask for it

    calendar = Calendar()
    calendar.add("prodid", "-//Tiep Dan//Lich truc//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Lịch trực")
    for shift in shifts:
        calendar.add_component(_event(shift))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Disposition"] = 'inline; filename="lich-truc.ics"'
    return response


def _event(shift: FeedShift) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"duty-{shift.id}@tiepdan")
    event.add("dtstamp", shift.starts_at)
    event.add("dtstart", shift.starts_at)
    event.add("dtend", shift.ends_at)
    event.add("summary", f"{'Trực điện thoại' if shift.standby else 'Trực'}: {shift.post}, ca {shift.shift}")
    event.add("description", f"{shift.title} – {shift.force}")
    if shift.place:
        event.add("location", shift.place)
    return event


urlpatterns: list[URLPattern] = [path("lich-truc/<str:secret>.ics", duty_calendar, name="duty_calendar")]
