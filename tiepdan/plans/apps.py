"""Django's name for this package."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Plans."""

    name = "tiepdan.plans"
