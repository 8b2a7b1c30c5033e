"""Work to be done later, committed with the act that asks for it: one line over Procrastinate."""

from __future__ import annotations

from datetime import datetime

from procrastinate.contrib.django import app


def later(task: str, *, run_at: datetime | None = None, lock: str | None = None, **arguments: int | str) -> None:
    """Queue a task by its dotted name (for example "tiepdan.cases.jobs.send_notice").

    arguments: ids and plain strings; never personal data, since they stay readable in the queue.
    Raises: procrastinate's TaskNotFound at once for a wrong name.
    Cost: one query, in the current transaction.
    """
    extra = {} if run_at is None else {"schedule_at": run_at}
    app.configure_task(task, allow_unknown=False, lock=lock, **extra).defer(**arguments)
