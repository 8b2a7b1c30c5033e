"""Addresses of all doors."""

from __future__ import annotations

from django.urls import include, path

from tiepdan.desk.views import calendar, guide
from tiepdan.desk.views.admin import start

urlpatterns = [
    *guide.urlpatterns,  # first: the officers' guide stands beside the citizens'
    path("", include("tiepdan.portal.urls")),
    path("bat-dau/", start, name="start"),
    *calendar.urlpatterns,
    path("ban-lam-viec/", include("tiepdan.desk.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("", include("tiepdan.ops.watching")),
    path("api/v1/", include("tiepdan.api.urls")),
]

handler400 = "tiepdan.desk.views.errors.bad_request"
handler404 = "tiepdan.desk.views.errors.not_found"
handler500 = "tiepdan.desk.views.errors.server_error"
