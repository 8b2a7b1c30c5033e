"""When a case may be received online, and what must have happened before each step. Plain values and functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from tiepdan.deadlines.counting import count
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file
from tiepdan.deadlines.rulebook import rule_in_force
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.submissions.rules import may_represent

CITIZEN: Final = "citizen"
SIGNED_WAYS: Final = ("signed", "fingerprinted", "digital")


class SessionState(StrEnum):
    """Where an online session is."""

    DECIDED = "decided"  # points are being set up
    ANNOUNCED = "announced"  # citizen and member points were told
    OPEN = "open"  # being held
    ENDED = "ended"
    BROKEN_OFF = "broken_off"  # the line was lost and not restored: a new session is set
    CANCELLED = "cancelled"  # with its reason; also when moved to another day


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for receiving online."""

    code: str
    article: str
    title: str
    denunciation: bool


@dataclass(frozen=True, slots=True)
class OnlineBook:
    """What the decree says of online reception."""

    starts_on: date
    source: str
    grounds: Mapping[str, Ground]
    conditions: Mapping[str, str]
    roles: Mapping[str, str]
    central_roles: frozenset[str]
    conduct: tuple[str, ...]


def load_online(*, path: Path) -> OnlineBook:
    """Read the rules. Raises RuleFileError: does not fit the schema."""
    source = read_rule_file(path=path)
    check_schema(rule_file=source, schema_path=path.parent / "schemas" / "online.schema.json")
    raw = source.data
    return OnlineBook(
        starts_on=date.fromisoformat(str(raw["starts_on"])),
        source=raw["source"],
        grounds={
            row["code"]: Ground(row["code"], row["article"], row["title"], bool(row.get("denunciation", False)))
            for row in raw["grounds"]
        },
        conditions={row["code"]: row["title"] for row in raw["conditions"]},
        roles={row["code"]: row["title"] for row in raw["roles"]},
        central_roles=frozenset(row["code"] for row in raw["roles"] if row.get("central")),
        conduct=tuple(raw["conduct"]),
    )


@cache
def online_book() -> OnlineBook:
    """Return the rules of this installation."""
    return load_online(path=rules_path() / "online.yaml")


def announce_by(*, held_on: date) -> date:
    """Return the last day to notify the citizen and the points. Rule: LI-2"""
    return count(rule_id="LI-2", start=held_on).rolled_due


def try_by(*, held_on: date) -> date:
    """Return the last day of a successful trial connection. Rule: LI-3"""
    return count(rule_id="LI-3", start=held_on).rolled_due


def connect_by(*, starts_at: datetime) -> datetime:
    """Return the instant until which every point is connected. Rule: LI-4"""
    hours = rule_in_force("LI-4", on=starts_at.date()).lengths[0]
    return starts_at - timedelta(hours=hours)


def may_decide(
    *,
    ground: str,
    denunciation: bool,
    complex_case: bool,
    protection_asked: bool,
    secrecy_kept: bool,
    conditions: Collection[str],
    held_on: date,
    today: date,
) -> Verdict:
    """Say whether a case may be received online on a day.

    Refused: online_not_in_force, online_ground_unknown, online_denunciation_ground, online_denunciation_protected,
        online_denunciation_secrecy, online_conditions_missing, online_too_soon.
    Rule: ON-5 to ON-16, BV-14, LI-2
    """
    book = online_book()
    if held_on < book.starts_on:
        return Refused("online_not_in_force", rule="ON-1")
    found = book.grounds.get(ground)
    if found is None:
        return Refused("online_ground_unknown", rule="ON-13")
    if denunciation:
        if not found.denunciation or not complex_case:
            return Refused("online_denunciation_ground", rule="BV-14")
        if protection_asked:
            return Refused("online_denunciation_protected", rule="BV-14")
        if not secrecy_kept:
            return Refused("online_denunciation_secrecy", rule="BV-14")
    elif found.denunciation:
        return Refused("online_ground_unknown", rule="ON-15")
    missing = [title for code, title in book.conditions.items() if code not in conditions]
    if missing:
        return Refused("online_conditions_missing", rule="ON-5", facts={"missing": "; ".join(missing)})
    if announce_by(held_on=held_on) < today:
        return Refused("online_too_soon", rule="LI-2", facts={"day": f"{announce_by(held_on=held_on):%d/%m/%Y}"})
    return ALLOWED


def may_announce(*, state: str, members: int, held_on: date, today: date) -> Verdict:
    """Say whether citizen and points may be told now.

    Refused: online_step_wrong, online_points_missing, online_notice_late.
    Rule: ON-23, LI-2
    """
    if state != SessionState.DECIDED:
        return Refused("online_step_wrong", rule="ON-23")
    if members < 1:
        return Refused("online_points_missing", rule="ON-23")
    last = announce_by(held_on=held_on)
    if today > last:
        return Refused("online_notice_late", rule="LI-2", facts={"day": f"{last:%d/%m/%Y}"})
    return ALLOWED


@dataclass(frozen=True, slots=True)
class PointFacts:
    """What is known of a point when the session is to open."""

    name: str
    central: bool
    tested_on: date | None
    connected_at: datetime | None
    roles: frozenset[str]


def deviations(*, points: Collection[PointFacts], starts_at: datetime) -> tuple[str, ...]:
    """Name what happened later than the decree wants: trials after their last day, points connected within the hour.

    Rule: LI-3, LI-4
    """
    last, until = try_by(held_on=starts_at.date()), connect_by(starts_at=starts_at)
    late = [f"{one.name}: kết nối thử sau {last:%d/%m/%Y}" for one in points if one.tested_on and one.tested_on > last]
    late += [
        f"{one.name}: kết nối sau {until:%H:%M}" for one in points if one.connected_at and one.connected_at > until
    ]
    return tuple(late)


def may_open(
    *,
    state: str,
    points: Collection[PointFacts],
    starts_at: datetime,
    now: datetime,
    recording: bool,
    people: int,
    representatives: int,
    reason: str,
) -> Verdict:
    """Say whether the session may open: everybody sees and hears each other, who must sit there sits there.

    recording: sound and picture are being recorded; reason: why something happened late
    Refused: online_step_wrong, online_other_day, online_trial_missing, online_not_connected, online_central_incomplete,
        online_citizen_absent, representatives_missing, representatives_too_many, online_not_recorded, online_late_reason.
    Rule: ON-19, ON-22, ON-24, ON-25, ON-27
    """
    if state != SessionState.ANNOUNCED:
        return Refused("online_step_wrong", rule="ON-23")
    if now.date() != starts_at.date():
        return Refused("online_other_day", rule="ON-23", facts={"day": f"{starts_at:%d/%m/%Y}"})
    untested = [one.name for one in points if one.tested_on is None]
    if untested:
        return Refused("online_trial_missing", rule="LI-3", facts={"points": "; ".join(untested)})
    apart = [one.name for one in points if one.connected_at is None]
    if apart:
        return Refused("online_not_connected", rule="LI-4", facts={"points": "; ".join(apart)})
    book = online_book()
    central = next((one.roles for one in points if one.central), frozenset())
    missing = [book.roles[role] for role in sorted(book.central_roles - central)]
    if missing:
        return Refused("online_central_incomplete", rule="ON-19", facts={"roles": "; ".join(missing)})
    if not any(CITIZEN in one.roles for one in points):
        return Refused("online_citizen_absent", rule="ON-21")
    verdict = may_represent(people=people, representatives=representatives)
    if not verdict:
        return verdict
    if not recording:
        return Refused("online_not_recorded", rule="ON-27")
    late = deviations(points=points, starts_at=starts_at)
    if late and not reason.strip():
        return Refused("online_late_reason", rule="LI-4", facts={"late": "; ".join(late)})
    return ALLOWED


def may_end(
    *,
    state: str,
    line_lost: bool,
    recording_ref: str,
    recording_place: str,
    read_back: bool,
    signing: str,
    refusal: str,
) -> Verdict:
    """Say whether the session may end with its minutes.

    line_lost: a point is still cut off; refusal: why the citizen did not sign
    Refused: online_step_wrong, online_line_lost, online_recording_missing, online_not_read_back, online_unsigned.
    Rule: ON-27, ON-28, TN-3
    """
    if state != SessionState.OPEN:
        return Refused("online_step_wrong", rule="ON-27")
    if line_lost:
        return Refused("online_line_lost")
    if not (recording_ref.strip() and recording_place.strip()):
        return Refused("online_recording_missing", rule="ON-27")
    if not read_back:
        return Refused("online_not_read_back", rule="TN-3")
    if signing not in SIGNED_WAYS and not refusal.strip():
        return Refused("online_unsigned", rule="TN-3")
    return ALLOWED
