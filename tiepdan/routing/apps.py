"""Django's name for this package."""

from django.apps import AppConfig


class RoutingConfig(AppConfig):
    """Routing."""

    name = "tiepdan.routing"
