"""Which of several successors takes a matter, and when a handover may be prepared, approved and done. Plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict


class Template(StrEnum):
    """A set of rules for a known reform; without one, place decides."""

    DISTRICT_END = "district_end"  # the end of districts on 01/07/2025


DISTRICT_END_ON: Final = date(2025, 7, 1)  # Luật 72/2025/QH15
PENDING_RULE: Final = "complaints §5.3/pending_at_district"


class Placed(StrEnum):
    """Why a matter goes to this successor."""

    MAIN = "main"  # nothing says otherwise
    PLACE = "place"  # it concerns this successor, or names its place
    SEVERAL = "several"  # several places: the province
    COMPETENCE = "competence"  # the decision table names the province's chairman
    BY_HAND = "by_hand"  # the head chose
    KEPT_OUT = "kept_out"  # the successor is kept out of it: the agency above


@dataclass(frozen=True, slots=True)
class Successor:
    """One that follows."""

    agency_id: int
    place: str  # folded name without the words of its kind: "hoa sen"
    is_province: bool
    main: bool


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """What of an open matter bears on where it goes."""

    kind: str
    second: bool  # a second settlement: of what a body below decided first
    settler_is_province: bool  # by the decision table in force on the day of effect
    respondent_id: int | None  # the agency complained about, or what followed it
    words: str  # folded text of the submission, as far as the head reads it


@dataclass(frozen=True, slots=True)
class Choice:
    """Where it goes, and why."""

    agency_id: int
    why: Placed


def place_matter(*, matter: OpenMatter, successors: Sequence[Successor], template: Template | None) -> Choice:
    """Return the successor for an open matter.

    successors: exactly one is main
    Rule: complaints §5.3, §5.7 (competence of the period from 01/07/2025), Luật 72/2025/QH15 Đ.54(8)
    """
    main = next(one for one in successors if one.main)
    province = next((one for one in successors if one.is_province), None)
    concerned = {
        one.agency_id
        for one in successors
        if not one.is_province and (one.agency_id == matter.respondent_id or _names(matter.words, one.place))
    }
    if template is Template.DISTRICT_END and province is not None:
        if matter.second or matter.settler_is_province:
            return Choice(province.agency_id, Placed.COMPETENCE)
        if len(concerned) > 1:
            return Choice(province.agency_id, Placed.SEVERAL)
    if len(concerned) == 1:
        return Choice(next(iter(concerned)), Placed.PLACE)
    return Choice(main.agency_id, Placed.MAIN)


def place_of(folded_name: str) -> str:
    """Return the words of a name by which people call the place.

    Example:
        >>> place_of("ubnd phuong hoa sen")
        'phuong hoa sen'
    """
    words = folded_name.split()
    start = next((at for at, word in enumerate(words) if word in {"xa", "phuong", "thi", "dac", "tinh", "thanh"}), None)
    return " ".join(words[start:] if start is not None else words)


def _names(text: str, place: str) -> bool:
    return bool(place) and f" {place} " in f" {text} "


def may_prepare(
    *, ended: bool, waiting: bool, decision: str, successors: Sequence[int], predecessor_id: int, template: Template | None,
    predecessor_is_district: bool, effect_on: date, children: int,
) -> Verdict:  # fmt: skip
    """Whether a handover may be prepared.

    Refused: agency_ended, handover_waits, successor_missing, successor_same, successor_twice, succession_decision_missing,
    template_wrong_kind, template_wrong_day, agency_has_children
    """
    if ended:
        return Refused("agency_ended")
    if waiting:
        return Refused("handover_waits")
    if not successors:
        return Refused("successor_missing")
    if predecessor_id in successors:
        return Refused("successor_same")
    if len(set(successors)) != len(successors):
        return Refused("successor_twice")
    if not decision.strip():
        return Refused("succession_decision_missing")
    if template is Template.DISTRICT_END and not predecessor_is_district:
        return Refused("template_wrong_kind")
    if template is Template.DISTRICT_END and effect_on != DISTRICT_END_ON:
        return Refused("template_wrong_day", facts={"day": f"{DISTRICT_END_ON:%d/%m/%Y}"})
    if children:
        return Refused("agency_has_children", facts={"count": str(children)})
    return ALLOWED


def may_approve(*, state: str, prepared_by: int, user_id: int, role: str) -> Verdict:
    """Whether a handover may be approved; `role` counts at the agency or above it only.

    Refused: handover_not_waiting, handover_own, handover_needs_head.
    """
    if state != "prepared":
        return Refused("handover_not_waiting")
    if role != "head":
        return Refused("handover_needs_head")
    return Refused("handover_own") if prepared_by == user_id else ALLOWED


def may_withdraw(*, state: str, reason: str) -> Verdict:
    """Whether a handover may be taken back. Refused: handover_not_waiting, reason_missing."""
    if state not in {"prepared", "approved"}:
        return Refused("handover_not_waiting")
    return ALLOWED if reason.strip() else Refused("reason_missing")
