"""Work done later around a matter: the mail that says there is something to read, and nothing of what it is."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.accounts.models import User
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.matters.clocks import recount_open


@app.task(name="tiepdan.matters.jobs.mail_notice", pass_context=False)
def mail_notice(user_id: int, code: str) -> None:
    """Send the code and the link of the inbox to a person who left an address."""
    address = User.objects.filter(pk=user_id, is_active=True).values_list("email", flat=True).first()
    if not address:
        return
    link = f"{settings.PUBLIC_ADDRESS}/ban-lam-viec/hop-tin/"
    send_mail(subject=f"Tiếp Dân: {code}", message=f"{code}\n{link}\n", from_email=None, recipient_list=[address])


@app.periodic(cron="45 3 * * *")
@app.task(name="tiepdan.matters.jobs.recount_all", queueing_lock="recount_all", pass_context=False)
def recount_all(timestamp: int) -> None:  # noqa: ARG001 # the queue passes it
    """Once a night: a corrected year file moves what it concerns; nothing else changes."""
    recount_below(path="/")


@app.task(name="tiepdan.matters.jobs.recount_below", pass_context=False)
def recount_below(path: str) -> None:
    """Count the open limits again of an agency and those below it: their calendar has changed."""
    for agency in Agency.objects.below(path=path):
        with serving(service_actor(agency=agency)) as actor:
            recount_open(agency_id=agency.pk, by=actor, at=clock.now())
