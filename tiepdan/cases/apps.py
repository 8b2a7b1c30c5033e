"""Django's name for this package."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases."""

    name = "tiepdan.cases"
