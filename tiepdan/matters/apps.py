"""Django's name for this package."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """Matters."""

    name = "tiepdan.matters"
