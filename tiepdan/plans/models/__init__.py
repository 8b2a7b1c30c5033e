"""Tables of plans."""

from __future__ import annotations

from tiepdan.plans.models.bookings import Bookable, Booking
from tiepdan.plans.models.campaigns import EnforcementFlag, ReviewCampaign, ReviewedCase
from tiepdan.plans.models.documents import PlanDocument, ReadingProgress
from tiepdan.plans.models.drafts import PlanDraft
from tiepdan.plans.models.issued import EventWindow, Plan, PlanBody, PlanVersion
from tiepdan.plans.models.registers import RegisterEntry
from tiepdan.plans.models.reports import Report, ReportDuty
from tiepdan.plans.models.tasks import Evidence, Obstacle, Progress, Task, TaskAgency, TaskDeadline, TaskUrging

__all__ = [
    "Bookable",
    "Booking",
    "EnforcementFlag",
    "EventWindow",
    "Evidence",
    "Obstacle",
    "Plan",
    "PlanBody",
    "PlanDocument",
    "PlanDraft",
    "PlanVersion",
    "Progress",
    "ReadingProgress",
    "RegisterEntry",
    "Report",
    "ReportDuty",
    "ReviewCampaign",
    "ReviewedCase",
    "Task",
    "TaskAgency",
    "TaskDeadline",
    "TaskUrging",
]
