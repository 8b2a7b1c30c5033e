"""Kinds, capacities and duties around a matter. Plain values."""

from __future__ import annotations

from enum import StrEnum


class MatterKind(StrEnum):
    """What is brought, by content and never by title."""

    COMPLAINT = "complaint"  # khiếu nại
    DENUNCIATION = "denunciation"  # tố cáo
    PETITION_FEEDBACK = "petition_feedback"  # kiến nghị, phản ánh
    UNCLASSIFIED = "unclassified"  # not yet judged


class Capacity(StrEnum):
    """As what an agency takes part in a matter."""

    RECEIVED = "received"  # has it, not yet decided
    SETTLING = "settling"  # responsible for the answer
    PASSED_ON = "passed_on"  # guided, forwarded or returned it
    ASSISTING = "assisting"  # asked for information or verification
    URGING = "urging"  # superior or inspectorate that follows it


class Duty(StrEnum):
    """As what a person is assigned to a matter."""

    PROCESSING = "processing"  # xử lý đơn
    HANDLER = "handler"  # thụ lý, tham mưu
    VERIFIER = "verifier"  # xác minh
    LEADER = "leader"  # lãnh đạo phụ trách


class ClockStatus(StrEnum):
    """State of a running limit."""

    OPEN = "open"
    PAUSED = "paused"  # by a suspension
    MET = "met"  # done in time or late: compare closed_on with rolled_due_on
    CANCELLED = "cancelled"  # no longer owed (withdrawn, voided, terminated)
