"""Django's name for this package."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents."""

    name = "tiepdan.documents"
