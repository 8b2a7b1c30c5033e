"""Telling the body that forwarded something how it was handled, and noting what the other body told."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import close_clocks, notify
from tiepdan.routing.models import Transfer, TransferAct
from tiepdan.routing.rules.routes import ANSWERS_TO_FORWARDERS
from tiepdan.submissions.actions import refuse_naming
from tiepdan.submissions.actions.screening import locked
from tiepdan.submissions.rules import OUTSIDE_SOURCES, Source


@transaction.atomic
def record_forward_reply(*, transfer_id: int, reply: str, replied_on: date, by: Actor, at: datetime) -> None:
    """Note at the sending agency what the other body answered on paper.

    Works on a denunciation too, whose content this agency no longer reads; the reply must then name nobody.
    Raises ActionRefused: reply_missing, received_in_future, not_sent_from_here (absent, foreign, answered).
    """
    if not reply.strip():
        raise ActionRefused(Refused("reply_missing"))
    if replied_on > at.date():
        raise ActionRefused(Refused("received_in_future"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.record_reply(%s, %s, %s)", [transfer_id, tidy(reply), replied_on])
        row = cursor.fetchone()
        matter_id = int(row[0]) if row and row[0] else 0
        if not matter_id:
            raise ActionRefused(Refused("not_sent_from_here"))
    record(act="transfer.answered", by=by, at=at, subject=f"transfer:{transfer_id}", matter_id=matter_id)


@transaction.atomic
def report_result_to_forwarder(*, submission_id: int, result: str, by: Actor, at: datetime) -> None:
    """Report from the agency that holds a submission to the one that forwarded it: the limits of the answer are met.

    Raises ActionRefused: reply_missing, submission_unknown, text_reveals_denouncer, no_forwarder, already_answered.
    Rule: KN-20, TC-4
    """
    if not result.strip():
        raise ActionRefused(Refused("reply_missing", rule="KN-20"))
    submission = locked(submission_id)
    refuse_naming(matter=submission.matter, by=by, at=at, texts=[result])
    came = (
        Transfer.objects.select_for_update()
        .filter(matter_id=submission.matter_id, act=TransferAct.FORWARD, to_agency_id=by.agency_id)
        .order_by("-pk")
        .first()
    )
    if came is None and Source(submission.source) not in OUTSIDE_SOURCES:
        raise ActionRefused(Refused("no_forwarder", rule="KN-20"))
    closed = close_clocks(
        matter_id=submission.matter_id, agency_id=by.agency_id, on=at.date(), rule_ids=ANSWERS_TO_FORWARDERS
    )
    if (came is not None and came.replied_on is not None and not closed) or (came is None and not closed):
        raise ActionRefused(Refused("already_answered", rule="KN-20"))
    if came is not None:
        came.replied_on, came.reply = at.date(), tidy(result)
        came.save(update_fields=["replied_on", "reply"])
        notify(
            agency_id=came.from_agency_id,
            kind="forward_replied",
            at=at,
            code=submission.code,
            role=Role.PROCESSING_OFFICER,
        )
    record(
        act="submission.reported_to_forwarder", by=by, at=at, subject=f"submission:{submission.pk}",
        matter_id=submission.matter_id, rule="KN-20",
    )  # fmt: skip
