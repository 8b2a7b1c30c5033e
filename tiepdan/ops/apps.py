"""Django's name for this package."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    """Ops."""

    name = "tiepdan.ops"
