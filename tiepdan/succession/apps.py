"""Django's name for this package."""

from django.apps import AppConfig


class SuccessionConfig(AppConfig):
    """Succession."""

    name = "tiepdan.succession"
