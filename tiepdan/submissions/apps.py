"""Django's name for this package."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """Submissions."""

    name = "tiepdan.submissions"
