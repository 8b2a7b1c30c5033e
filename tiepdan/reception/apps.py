"""Django's name for this package."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    """Reception."""

    name = "tiepdan.reception"
