"""Kinds, capacities and duties around a matter. Plain values."""

from __future__ import annotations

from enum import StrEnum
from typing import Final
from urllib.parse import parse_qsl

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict


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


class SavedPage(StrEnum):
    """A list whose conditions an officer may keep."""

    SUBMISSIONS = "don"
    CASES = "vu-viec"


# What may stand in a kept address: conditions and the order. Never a word typed, which could name a person.
KEPT: Final = {
    SavedPage.SUBMISSIONS: frozenset({"state", "kind", "field", "late", "sap"}),
    SavedPage.CASES: frozenset({"loai", "trang_thai", "nguoi", "dac_diem", "sap"}),
}
MOST_KEPT: Final = 20  # of one person, for one list


def may_keep_filter(*, page: SavedPage, query: str, name: str, names: frozenset[str]) -> Verdict:
    """Say whether a filter may be kept beside those with other names."""
    chosen = dict(parse_qsl(query))
    if not name:
        return Refused("filter_name_missing")
    if not chosen or set(chosen) - KEPT[page]:
        return Refused("filter_empty")
    if name in names:
        return Refused("filter_name_taken")
    if len(names) >= MOST_KEPT:
        return Refused("filters_too_many", facts={"most": str(MOST_KEPT)})
    return ALLOWED
