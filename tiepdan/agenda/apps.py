"""Django's needs."""

from __future__ import annotations

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Sessions and appointments."""

    name = "tiepdan.agenda"
