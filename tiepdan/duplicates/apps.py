"""Django's name for this package."""

from django.apps import AppConfig


class DuplicatesConfig(AppConfig):
    """Duplicates."""

    name = "tiepdan.duplicates"
