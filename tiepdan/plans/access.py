"""Fetching what a user names. What the database does not show is absent."""

from __future__ import annotations

from typing import TypeVar

from tiepdan.documents.access import files
from tiepdan.matters.access import NotFound
from tiepdan.plans.models import (
    Booking,
    EnforcementFlag,
    EventWindow,
    Evidence,
    Obstacle,
    Plan,
    PlanBody,
    PlanDocument,
    PlanDraft,
    RegisterEntry,
    Report,
    ReviewCampaign,
    ReviewedCase,
    Task,
    TaskAgency,
    TaskUrging,
)

T = TypeVar("T")


def plan_for(*, code: str) -> PlanDocument:
    """Return a plan document of the acting agency. Raises NotFound. Cost: 1 query."""
    plan = (
        PlanDocument.objects.select_related("file", "uploaded_by", "confirmed_by", "progress").filter(code=code).first()
    )
    if plan is None:
        raise NotFound(code)
    return plan


def plan_bytes(*, plan: PlanDocument) -> bytes:
    """Return the file as it was uploaded. Raises NotFound when it was not kept, FileMissing."""
    if plan.file is None:
        raise NotFound(plan.code)
    return files().get(plan.file.key)


def followed_plan_for(*, code: str) -> Plan:
    """Return a plan that is followed, as its coordinator or an agency named in it. Raises NotFound. Cost: 1 query."""
    plan = Plan.objects.select_related("agency", "window", "implements").filter(code=code).first()
    if plan is None:
        raise NotFound(code)
    return plan


def task_for(*, task_id: int) -> Task:
    """Return a task. Raises NotFound. Cost: 1 query."""
    task = (
        Task.objects.select_related("plan", "plan__agency", "plan__window", "parent", "assignee")
        .filter(pk=task_id)
        .first()
    )
    if task is None:
        raise NotFound(str(task_id))
    return task


def line_for(*, line_id: int) -> TaskAgency:
    """Return an agency's line at a task. Raises NotFound. Cost: 1 query."""
    line = TaskAgency.objects.select_related("task", "plan", "agency").filter(pk=line_id).first()
    if line is None:
        raise NotFound(str(line_id))
    return line


def body_for(*, body_id: int) -> PlanBody:
    """Return a body named by a plan coordinated here. Raises NotFound."""
    return _one(PlanBody.objects.select_related("plan").filter(pk=body_id).first(), body_id)


def obstacle_for(*, obstacle_id: int) -> Obstacle:
    """Return a difficulty told, passed on or answered here. Raises NotFound."""
    rows = Obstacle.objects.select_related("line__task", "line__agency", "line__plan", "via", "to")
    return _one(rows.filter(pk=obstacle_id).first(), obstacle_id)


def urging_for(*, urging_id: int) -> TaskUrging:
    """Return an urging sent or received here. Raises NotFound."""
    return _one(TaskUrging.objects.select_related("line__task", "from_agency").filter(pk=urging_id).first(), urging_id)


def report_for(*, code: str) -> Report:
    """Return a report due, sent, passed on or received here. Raises NotFound."""
    rows = Report.objects.select_related("duty__to", "duty__via", "plan__window", "agency", "sent_by")
    return _one(rows.filter(code=code).first(), code)


def window_for(*, code: str) -> EventWindow:
    """Return an event window. Raises NotFound."""
    return _one(EventWindow.objects.select_related("agency").filter(code=code).first(), code)


def entry_for(*, entry_id: int) -> RegisterEntry:
    """Return an entry of a register. Raises NotFound."""
    return _one(RegisterEntry.objects.select_related("agency", "task__plan").filter(pk=entry_id).first(), entry_id)


def booking_for(*, booking_id: int) -> Booking:
    """Return a booking of the own agency. Raises NotFound."""
    return _one(Booking.objects.select_related("bookable").filter(pk=booking_id).first(), booking_id)


def campaign_for(*, code: str) -> ReviewCampaign:
    """Return a review. Raises NotFound."""
    return _one(ReviewCampaign.objects.select_related("agency", "window").filter(code=code).first(), code)


def reviewed_for(*, reviewed_id: int) -> ReviewedCase:
    """Return a case of a review. Raises NotFound."""
    return _one(ReviewedCase.objects.select_related("campaign", "case").filter(pk=reviewed_id).first(), reviewed_id)


def flag_for(*, flag_id: int) -> EnforcementFlag:
    """Return a flagged enforcement. Raises NotFound."""
    return _one(EnforcementFlag.objects.select_related("case", "window").filter(pk=flag_id).first(), flag_id)


def draft_for(*, code: str) -> PlanDraft:
    """Return a plan being written here. Raises NotFound."""
    return _one(PlanDraft.objects.select_related("agency", "document").filter(code=code).first(), code)


def evidence_bytes(*, evidence_id: int) -> tuple[bytes, str, str]:
    """Return file, media type and name of a piece of evidence. Raises NotFound."""
    row = _one(Evidence.objects.select_related("file").filter(pk=evidence_id, file__isnull=False).first(), evidence_id)
    if row.file is None:
        raise NotFound(str(evidence_id))
    return files().get(row.file.key), row.file.media_type, row.name


def _one(found: T | None, named: object) -> T:
    if found is None:
        raise NotFound(str(named))
    return found
