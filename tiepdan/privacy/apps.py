"""Django's name for this package."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Privacy."""

    name = "tiepdan.privacy"
