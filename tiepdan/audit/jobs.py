"""The daily seal of the chain heads."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app

from tiepdan.audit.chain import seal_heads
from tiepdan.infra import clock
from tiepdan.infra.seal import load_ring


@app.periodic(cron="15 0 * * *")
@app.task(name="tiepdan.audit.jobs.seal_chain_heads", queueing_lock="seal_chain_heads", pass_context=False)
def seal_chain_heads(timestamp: int) -> None:  # noqa: ARG001 # given to every periodic task
    """Sign the heads with the key outside the database."""
    connection.ensure_connection()
    seal_heads(connection=connection.connection, ring=load_ring(settings.HOME), home=settings.HOME, at=clock.now())
