"""Django's name for this package."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Portal."""

    name = "tiepdan.portal"
