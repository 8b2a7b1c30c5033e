"""Django's name for this package."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Audit."""

    name = "tiepdan.audit"
