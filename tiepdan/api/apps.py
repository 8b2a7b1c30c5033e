"""Django's name for this package."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Api."""

    name = "tiepdan.api"
