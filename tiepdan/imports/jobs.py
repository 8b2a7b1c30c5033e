"""Bringing an old book in: one transaction, told how far it is from beside it."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import acting, actor_of
from tiepdan.accounts.models import Post
from tiepdan.imports.actions import ImportStopped, bring_in, give_up
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused

_log = logging.getLogger(__name__)


@app.task(name="tiepdan.imports.jobs.bring_in_book", pass_context=False)
def bring_in_book(run_id: int, post_id: int) -> None:
    """Bring a book in as the officer who asked for it. Whatever happens, the import ends as done or as it was."""
    actor = actor_of(post=Post.objects.select_related("user", "agency").get(pk=post_id))
    try:
        with acting(actor):
            bring_in(run_id=run_id, by=actor, at=clock.now())
    except ImportStopped as stopped:
        with acting(actor):
            give_up(run_id=run_id, by=actor, at=clock.now(), problems=stopped.problems)
    except Exception as error:
        if isinstance(error, ActionRefused) and error.code == "import_not_running":
            _log.info("import %s is over: a job may come twice", run_id)  # the queue delivers at least once
            return
        _log.exception("import %s failed", run_id)
        with acting(actor):
            give_up(run_id=run_id, by=actor, at=clock.now())
        raise
