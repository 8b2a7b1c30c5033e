"""Addresses of the desk, gathered from its modules."""

from __future__ import annotations

from tiepdan.desk.views import (
    admin,
    api_clients,
    cases,
    patterns,
    plans,
    processing,
    receptions,
    registers,
    signatures,
    submissions,
    work,
)

app_name = "desk"
urlpatterns = [
    *work.urlpatterns,
    *receptions.urlpatterns,
    *submissions.urlpatterns,
    *signatures.urlpatterns,
    *processing.urlpatterns,
    *cases.urlpatterns,
    *registers.urlpatterns,
    *plans.urlpatterns,
    *admin.urlpatterns,
    *api_clients.urlpatterns,
    *patterns.urlpatterns,
]
