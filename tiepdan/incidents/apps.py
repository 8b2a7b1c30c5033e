"""Django's needs."""

from __future__ import annotations

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Incidents."""

    name = "tiepdan.incidents"
