"""Django's name for this package."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports."""

    name = "tiepdan.reports"
