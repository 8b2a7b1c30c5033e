"""Work done later around a matter: the mail that says there is something to read, and nothing of what it is."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from procrastinate.contrib.django import app

from tiepdan.accounts.models import User


@app.task(name="tiepdan.matters.jobs.mail_notice", pass_context=False)
def mail_notice(user_id: int, code: str) -> None:
    """Send the code and the link of the inbox to a person who left an address."""
    address = User.objects.filter(pk=user_id, is_active=True).values_list("email", flat=True).first()
    if not address:
        return
    link = f"{settings.PUBLIC_ADDRESS}/ban-lam-viec/hop-tin/"
    send_mail(subject=f"Tiếp Dân: {code}", message=f"{code}\n{link}\n", from_email=None, recipient_list=[address])
