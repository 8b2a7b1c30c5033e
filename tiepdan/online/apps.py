"""Django's needs."""

from __future__ import annotations

from django.apps import AppConfig


class OnlineConfig(AppConfig):
    """Online reception."""

    name = "tiepdan.online"
