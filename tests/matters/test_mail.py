"""Mail is optional and carries only a code and a link."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from pytest_django import Settings

from tests.factories import moment
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.matters.actions import notify
from tiepdan.matters.jobs import mail_notice

pytestmark = pytest.mark.django_db
CODE = "7KXW-94CM-RA"


def queued() -> int:
    """Count the mails waiting to be sent."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'tiepdan.matters.jobs.mail_notice'")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@pytest.mark.parametrize("host, expected", [("", 0), ("smtp.example.vn", 1)])
def test_a_mail_is_queued_only_where_a_server_is_named(settings: Settings, host: str, expected: int) -> None:
    settings.EMAIL_HOST = host
    cast = make_cast()
    with acting(cast.clerk):
        notify(
            agency_id=cast.commune.pk, kind="assigned", at=moment("2026-07-14"), code=CODE, user_id=cast.handler.user_id
        )
    assert queued() == expected


def test_the_mail_says_the_code_and_the_link_and_nothing_else(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cast = make_cast()
    mail_notice(user_id=cast.handler.user_id, code=CODE)
    assert mail.outbox == [], "no address, no mail"
    User.objects.filter(pk=cast.handler.user_id).update(email="thuly@example.vn")
    mail_notice(user_id=cast.handler.user_id, code=CODE)
    sent = mail.outbox[0]
    assert sent.to == ["thuly@example.vn"]
    assert sent.body == f"{CODE}\n{settings.PUBLIC_ADDRESS}/ban-lam-viec/hop-tin/\n"
    assert sent.subject == f"Tiếp Dân: {CODE}"
