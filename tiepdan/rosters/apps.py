"""Django's needs."""

from __future__ import annotations

from django.apps import AppConfig


class RostersConfig(AppConfig):
    """Task forces and rosters."""

    name = "tiepdan.rosters"
