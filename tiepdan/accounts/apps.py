"""Django's name for this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "tiepdan.accounts"
