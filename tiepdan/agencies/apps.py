"""Django's name for this package."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Registry of agencies."""

    name = "tiepdan.agencies"
