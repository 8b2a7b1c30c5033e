"""Django's name for this package."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Pages."""

    name = "tiepdan.pages"
