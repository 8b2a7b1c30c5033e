"""Django's needs."""

from __future__ import annotations

from django.apps import AppConfig


class SituationConfig(AppConfig):
    """Situation reports."""

    name = "tiepdan.situation"
