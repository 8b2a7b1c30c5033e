"""Django's name for this package."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Ui."""

    name = "tiepdan.ui"
