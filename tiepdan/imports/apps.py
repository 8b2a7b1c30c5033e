"""Django's name for this package."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Imports."""

    name = "tiepdan.imports"
