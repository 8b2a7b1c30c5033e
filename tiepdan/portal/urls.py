"""Addresses of the portal."""

from __future__ import annotations

from tiepdan.portal.views import appointments, calendar, follow, information, pages, submit

app_name = "portal"
urlpatterns = [
    *information.urlpatterns,
    *submit.urlpatterns,
    *follow.urlpatterns,
    *calendar.urlpatterns,
    *appointments.urlpatterns,
    *pages.urlpatterns,
]
