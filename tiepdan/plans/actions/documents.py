"""Acts on plan documents: uploaded, read, corrected, confirmed, reopened, discarded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.documents.actions import drop_file, store_file
from tiepdan.infra import queue
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.plans.corrections import (
    Change,
    Corrected,
    Correction,
    corrected,
    may_stand,
    required,
    same,
    unsure_units,
)
from tiepdan.plans.fields import Json, Place, ValueKind, field_paths, parse, unit_kind, value_at
from tiepdan.plans.models import PlanDocument, ReadingProgress
from tiepdan.plans.rules import (
    PlanStatus,
    Stage,
    is_passing,
    may_confirm,
    may_correct,
    may_discard,
    may_read_again,
    may_reopen,
    may_upload,
)
from tiepdan.plans.sniffing import sniff

_JOB = "tiepdan.plans.jobs.read_plan"
_MOST_CORRECTIONS = 5000


@transaction.atomic
def upload_plan(*, data: bytes, name: str, by: Actor, at: datetime) -> PlanDocument:
    """Store a file that a plan can be read from, and queue its reading. What cannot be read is not stored.

    Raises ActionRefused: plan_role_not_allowed, plan_file_empty, plan_file_too_large, plan_file_wrong_type,
        plan_file_damaged, plan_file_encrypted, plan_file_no_text.
    """
    allow(may_upload(by=by))
    clean = _clean_name(name)
    found = sniff(data=data, name=clean, limit_bytes=settings.ATTACHMENT_MAX_BYTES)
    if isinstance(found, Refused):
        raise ActionRefused(found)
    stored = store_file(data=data, media_type=found.media_type, sealed=False, pages=found.pages)
    plan = PlanDocument.objects.create(
        code=new_code(),
        agency_id=by.agency_id,
        agency_path=by.agency_path,
        name=clean,
        file=stored,
        format=found.format,
        pages=found.pages,
        status=PlanStatus.READING,
        summary={"title": clean},
        uploaded_by_id=by.user_id,
        uploaded_at=at,
    )
    record(
        act="plan.uploaded", by=by, at=at, subject=_subject(plan),
        after={"name": clean, "format": found.format, "size_bytes": len(data)},
    )  # fmt: skip
    _queue(plan, at=at)
    return plan


@transaction.atomic
def read_again(*, code: str, by: Actor, at: datetime) -> PlanDocument:
    """Queue a reading that failed or fell silent once more.

    Raises ActionRefused: plan_role_not_allowed, plan_file_not_kept, plan_being_read, plan_already_read.
    """
    plan = _locked(code)
    told = ReadingProgress.objects.filter(plan=plan).values_list("told_at", flat=True).first() or plan.uploaded_at
    allow(may_read_again(status=PlanStatus(plan.status), has_file=plan.file_id is not None, told_at=told, at=at, by=by))
    plan.status, plan.failure_code, plan.failure_text = PlanStatus.READING, "", ""
    plan.save(update_fields=["status", "failure_code", "failure_text"])
    record(act="plan.queued_again", by=by, at=at, subject=_subject(plan))
    _queue(plan, at=at)
    return plan


def tell_progress(*, plan_id: int, stage: Stage, done: int, total: int, at: datetime) -> None:
    """Note how far the job has come; no act, so no audit entry. Cost: 1 query."""
    ReadingProgress.objects.filter(plan_id=plan_id).update(stage=stage, done=done, total=total, told_at=at)


@transaction.atomic
def store_reading(
    *, plan_id: int, text: str, reading: Json, places: Mapping[str, Place], format: str, pages: int | None,  # noqa: A002
    by: Actor, at: datetime,
) -> PlanDocument | None:  # fmt: skip
    """Keep what was read. Returns None when the document was discarded meanwhile or is not waiting."""
    plan = PlanDocument.objects.select_for_update().filter(pk=plan_id, status=PlanStatus.READING).first()
    if plan is None:
        return None
    plan.text, plan.reading, plan.format, plan.pages = text, reading, format, pages
    plan.places = {path: [list(map(list, place.spans)), place.confidence] for path, place in places.items()}
    plan.corrections, plan.read_at, plan.status = [], at, PlanStatus.READ
    plan.summary = _summary(corrected(reading, ()), places)
    plan.save()
    record(
        act="plan.read", by=by, at=at, subject=_subject(plan),
        after={"characters": len(text), "tasks": plan.summary["tasks"], "unsure": plan.summary["unsure"]},
    )  # fmt: skip
    return plan


@transaction.atomic
def fail_reading(*, plan_id: int, why_code: str, why: str, by: Actor, at: datetime) -> PlanDocument | None:
    """Keep why a file could not be read; nothing that was half read is kept.

    The file itself goes when nothing can be read from it at any other time (a picture without letters).
    """
    plan = PlanDocument.objects.select_for_update().filter(pk=plan_id, status=PlanStatus.READING).first()
    if plan is None:
        return None
    plan.status, plan.failure_code, plan.failure_text = PlanStatus.FAILED, why_code[:20], why[:500]
    plan.text, plan.reading, plan.places = "", None, {}
    gone = None if is_passing(why_code=why_code) else plan.file_id
    if gone is not None:
        plan.file = None
    plan.save()
    if gone is not None:
        drop_file(file_id=gone)
    record(
        act="plan.reading_failed", by=by, at=at, subject=_subject(plan),
        after={"why": why_code, "file_kept": gone is None},
    )  # fmt: skip
    return plan


@transaction.atomic
def correct_reading(*, code: str, unit: str, typed: Mapping[str, str], by: Actor, at: datetime) -> PlanDocument:
    """Correct the fields of one unit as typed; a unit left as it is counts as checked. What was read stays.

    typed: path of a field → what was typed; fields not named stay
    Raises ActionRefused: plan_role_not_allowed, plan_not_read, plan_confirmed, plan_place_unknown, plan_value_wrong,
        plan_value_too_long, plan_value_missing, plan_too_many_corrections.
    """
    plan, now = _open(code, by=by)
    paths = dict(field_paths(unit))
    if not may_stand(now.reading, unit) or not set(typed) <= set(paths):
        raise ActionRefused(Refused("plan_place_unknown"))
    made = []
    for path, text in typed.items():
        value = parse(paths[path], text)
        if isinstance(value, Refused):
            raise ActionRefused(value)
        if value is None and required(unit, path):
            raise ActionRefused(Refused("plan_value_missing"))
        before = value_at(now.reading, path)
        if not same(path, before, value):
            made.append(Correction(Change.SET, path, value, before, by.name, at.isoformat()))
    if not made:
        made = [Correction(Change.CHECK, unit, by=by.name, at=at.isoformat())]
    return _keep(plan, made, by=by, at=at)


@transaction.atomic
def mark_reading(*, code: str, unit: str, change: Change, by: Actor, at: datetime) -> PlanDocument:
    """Say of a unit that it is right (CHECK), that there is no such thing (REMOVE), or take back what was said (RESTORE).

    Raises ActionRefused: plan_role_not_allowed, plan_not_read, plan_confirmed, plan_place_unknown,
        plan_too_many_corrections.
    """
    plan, now = _open(code, by=by)
    kind = unit_kind(unit)
    if kind is None or not may_stand(now.reading, unit) or (change is Change.REMOVE and not kind.removable):
        raise ActionRefused(Refused("plan_place_unknown"))
    return _keep(plan, [Correction(change, unit, by=by.name, at=at.isoformat())], by=by, at=at)


@transaction.atomic
def add_task(*, code: str, assignment: int, text: str, by: Actor, at: datetime) -> PlanDocument:
    """Add a task that was not seen, to the assignment of this number.

    Raises ActionRefused: as correct_reading.
    """
    plan, now = _open(code, by=by)
    path = f"assignments.{assignment}.tasks"
    if not isinstance(value_at(now.reading, path), list):
        raise ActionRefused(Refused("plan_place_unknown"))
    words = parse(ValueKind.LONG, text)
    if isinstance(words, Refused):
        raise ActionRefused(words)
    if not words:
        raise ActionRefused(Refused("plan_value_missing"))
    return _keep(plan, [Correction(Change.ADD, path, words, None, by.name, at.isoformat())], by=by, at=at)


@transaction.atomic
def confirm_reading(*, code: str, by: Actor, at: datetime) -> PlanDocument:
    """Confirm the reading, with its corrections, as what the plan says.

    Raises ActionRefused: plan_role_not_allowed, plan_confirmed, plan_not_read, not_a_plan.
    """
    plan = _locked(code)
    is_plan = bool((plan.reading or {}).get("is_plan"))
    allow(may_confirm(status=PlanStatus(plan.status), is_plan=is_plan, by=by))
    plan.status, plan.confirmed_by_id, plan.confirmed_at = PlanStatus.CONFIRMED, by.user_id, at
    plan.save(update_fields=["status", "confirmed_by", "confirmed_at"])
    record(
        act="plan.confirmed", by=by, at=at, subject=_subject(plan),
        after={"unsure": plan.summary.get("unsure", 0), "corrections": len(plan.corrections)},
    )  # fmt: skip
    return plan


@transaction.atomic
def reopen_reading(*, code: str, by: Actor, at: datetime) -> PlanDocument:
    """Take a confirmation back, so that the reading can be corrected again.

    Raises ActionRefused: plan_role_not_allowed, plan_not_confirmed.
    """
    plan = _locked(code)
    allow(may_reopen(status=PlanStatus(plan.status), by=by))
    plan.status, plan.confirmed_by, plan.confirmed_at = PlanStatus.READ, None, None
    plan.save(update_fields=["status", "confirmed_by", "confirmed_at"])
    record(act="plan.reopened", by=by, at=at, subject=_subject(plan))
    return plan


@transaction.atomic
def discard_plan(*, code: str, by: Actor, at: datetime) -> None:
    """Take out a document uploaded in error, its file and its reading; the audit entry stays.

    Raises ActionRefused: plan_role_not_allowed, plan_confirmed.
    """
    plan = _locked(code)
    allow(may_discard(status=PlanStatus(plan.status), by=by))
    file_id = plan.file_id
    record(act="plan.discarded", by=by, at=at, subject=_subject(plan), before={"code": plan.code, "name": plan.name})
    plan.delete()
    if file_id is not None:
        drop_file(file_id=file_id)


def _locked(code: str) -> PlanDocument:
    plan = PlanDocument.objects.select_for_update().filter(code=code).first()
    if plan is None:
        raise ActionRefused(Refused("plan_absent"))
    return plan


def _open(code: str, *, by: Actor) -> tuple[PlanDocument, Corrected]:
    """Lock a plan whose reading may be corrected."""
    plan = _locked(code)
    allow(may_correct(status=PlanStatus(plan.status), by=by))
    return plan, plan.as_corrected()


def _keep(plan: PlanDocument, made: list[Correction], *, by: Actor, at: datetime) -> PlanDocument:
    if len(plan.corrections) + len(made) > _MOST_CORRECTIONS:
        raise ActionRefused(Refused("plan_too_many_corrections"))
    plan.corrections = [*plan.corrections, *(one.to_json() for one in made)]
    now = plan.as_corrected()
    plan.summary = _summary(now, plan.located())
    plan.save(update_fields=["corrections", "summary"])
    for one in made:
        record(
            act="plan.corrected", by=by, at=at, subject=_subject(plan), before={one.path: one.before},
            after={"change": one.change.value, one.path: one.value},
        )  # fmt: skip
    return plan


def _summary(now: Corrected, places: Mapping[str, Place]) -> Json:
    document: dict[str, Any] = now.reading["document"]
    tasks = {
        f"assignments.{i}.tasks.{k}"
        for i, row in enumerate(now.reading["assignments"])
        for k in range(len(row["tasks"]))
    }
    return {
        "title": document.get("title") or "", "number": document.get("number") or "", "kind": document.get("kind") or "",
        "issuer": document.get("issuer") or "", "is_plan": bool(now.reading.get("is_plan")),
        "tasks": len(tasks - set(now.removed)), "unsure": len(unsure_units(now, places)),
    }  # fmt: skip


def _queue(plan: PlanDocument, *, at: datetime) -> None:
    ReadingProgress.objects.update_or_create(
        plan=plan, defaults={"stage": Stage.QUEUED, "done": 0, "total": 0, "told_at": at}
    )
    queue.later(_JOB, lock=f"plan-{plan.pk}", plan_id=plan.pk, agency_id=plan.agency_id)


def _subject(plan: PlanDocument) -> str:
    return f"plan:{plan.pk}"


def _clean_name(name: str) -> str:
    """Keep the last part of a path, without letters a file name cannot hold."""
    last = PurePath(tidy(name).replace("\\", "/")).name
    kept = "".join(char for char in last if char not in '<>:"|?*').strip(". ")
    return kept[-200:] or "ke-hoach"
