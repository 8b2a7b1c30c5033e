"""Reading an uploaded plan: long for a scan, so that each step is a transaction of its own and its progress is seen."""

from __future__ import annotations

import logging
from datetime import date

from procrastinate.contrib.django import app

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.plans import actions
from tiepdan.plans.access import plan_bytes
from tiepdan.plans.actions.reports import open_reports, tell_late
from tiepdan.plans.fields import places_of
from tiepdan.plans.models import Plan, PlanDocument
from tiepdan.plans.reading.doubts import with_doubts
from tiepdan.plans.reading.files import UnreadableFile, read_bytes
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.rules import MOST_CHARACTERS, PlanStatus, Stage
from tiepdan.plans.rules.tasks import PlanState
from tiepdan.plans.sniffing import reason_of

_log = logging.getLogger(__name__)


@app.task(name="tiepdan.plans.jobs.read_plan")
def read_plan(*, plan_id: int, agency_id: int) -> None:
    """Read one plan document. Whatever happens, it ends as read or as failed with a reason."""
    actor = service_actor(agency=Agency.objects.get(pk=agency_id))
    with serving(actor):
        plan = PlanDocument.objects.select_related("file").filter(pk=plan_id, status=PlanStatus.READING).first()
        data = plan_bytes(plan=plan) if plan is not None else b""
    if plan is None:
        return
    try:
        _read(plan=plan, data=data, actor=actor)
    except UnreadableFile as error:
        _fail(plan_id, error.problem.value, reason_of(error, name=plan.name), actor)
    except Exception:
        _log.exception("plan %s could not be read", plan_id)
        _fail(plan_id, "unexpected", "chương trình gặp lỗi khi đọc; nhật ký của tiến trình nền ghi chi tiết.", actor)
        raise


@app.periodic(cron="5 0 * * *")
@app.task(name="tiepdan.plans.jobs.open_due_reports", queueing_lock="open_due_reports", pass_context=False)
def open_due_reports(timestamp: int) -> None:  # noqa: ARG001 # the queue passes it
    """Make the reports whose days begin today, plan by plan; the queue calls it once a day."""
    today = clock.today()
    for agency in Agency.objects.in_force(on=today):
        open_due_reports_at(agency=agency, today=today)


def open_due_reports_at(*, agency: Agency, today: date) -> int:
    """Make the reports of the plans that one agency coordinates, and tell which are late. Returns how many were made."""
    actor = service_actor(agency=agency)
    with serving(actor):
        plans = list(Plan.objects.filter(agency_path=agency.path, status=PlanState.ISSUED))
        made = sum(open_reports(plan=plan, until=today, by=actor, at=clock.now()) for plan in plans)
        for plan in plans:
            tell_late(plan=plan, by=actor, at=clock.now())
        return made


def _read(*, plan: PlanDocument, data: bytes, actor: Actor) -> None:
    from tiepdan.plans.reading.assemble import read_plan as understand  # its patterns take long to compile
    from tiepdan.plans.reading.passages import passages

    def tell(stage: Stage, done: int = 0, total: int = 0) -> None:
        with serving(actor):
            actions.tell_progress(plan_id=plan.pk, stage=stage, done=done, total=total, at=clock.now())

    scan = plan.format == "scan"
    tell(Stage.SCANNING if scan else Stage.OPENING, 0, (plan.pages or 1) if scan else 0)
    source = read_bytes(data=data, name=plan.name, progress=lambda done, total: tell(Stage.SCANNING, done, total))
    if len(source.text) > MOST_CHARACTERS:
        _fail(plan.pk, "too_long", f"văn bản dài hơn {MOST_CHARACTERS:,} ký tự.".replace(",", "."), actor)
        return
    tell(Stage.UNDERSTANDING)
    text = _storable(source.text)
    reading = with_doubts(understand(text), source.doubts)
    whole = reading_json(reading)
    rows = [(passage.path, passage.spans, passage.confidence) for passage in passages(reading)]
    with serving(actor):
        actions.store_reading(
            plan_id=plan.pk, text=text, reading=whole, places=places_of(whole, rows), format=source.format,
            pages=source.pages, by=actor, at=clock.now(),
        )  # fmt: skip


def _fail(plan_id: int, why_code: str, why: str, actor: Actor) -> None:
    with serving(actor):
        actions.fail_reading(plan_id=plan_id, why_code=why_code, why=why, by=actor, at=clock.now())


def _storable(text: str) -> str:
    """Replace, one for one, the characters that the database cannot hold: no span may move."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if char == "\x00" or "\ud800" <= char <= "\udfff" else char for char in text
    )
