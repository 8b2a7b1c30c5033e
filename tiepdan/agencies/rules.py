"""Kinds and levels of agencies, and how their paths are written. Plain values, no tables."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

_SEGMENT: Final = 6
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


class AgencyKind(StrEnum):
    """What sort of body it is; competence, forms and reports depend on it."""

    COMMUNE_COMMITTEE = "commune_committee"  # UBND xã, phường, đặc khu
    COMMUNE_BODY = "commune_body"  # cơ quan chuyên môn, tổ chức hành chính khác thuộc UBND cấp xã
    DISTRICT_COMMITTEE = "district_committee"  # UBND cấp huyện, until 30/06/2025
    DISTRICT_BODY = "district_body"  # phòng, ban thuộc UBND cấp huyện, until 30/06/2025
    PROVINCIAL_COMMITTEE = "provincial_committee"  # UBND tỉnh, thành phố
    DEPARTMENT = "department"  # sở, cơ quan chuyên môn, tổ chức hành chính khác thuộc UBND cấp tỉnh
    DEPARTMENT_BODY = "department_body"  # chi cục and the like
    RECEPTION_BOARD = "reception_board"  # Ban Tiếp công dân
    INSPECTORATE = "inspectorate"  # Thanh tra
    POLICE = "police"  # Công an
    ARMY = "army"  # Quân đội
    BORDER_GUARD = "border_guard"  # Bộ đội Biên phòng
    PARTY_BODY = "party_body"  # cấp ủy, cơ quan của Đảng
    ELECTED_BODY = "elected_body"  # HĐND, Đoàn ĐBQH
    FRONT_OR_UNION = "front_or_union"  # MTTQ và các đoàn thể
    COURT = "court"  # Tòa án
    PROCURACY = "procuracy"  # Viện kiểm sát
    STATE_AUDIT = "state_audit"  # Kiểm toán nhà nước
    MINISTRY = "ministry"  # bộ, cơ quan ngang bộ
    MINISTRY_BODY = "ministry_body"  # cơ quan thuộc bộ
    GOVERNMENT = "government"  # Chính phủ, Văn phòng Chính phủ
    PUBLIC_SERVICE_UNIT = "public_service_unit"  # đơn vị sự nghiệp công lập
    STATE_ENTERPRISE = "state_enterprise"  # doanh nghiệp nhà nước
    PRESS = "press"  # cơ quan báo chí
    TASK_FORCE = "task_force"  # Tổ công tác


class AgencyLevel(StrEnum):
    """Level of government."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"  # until 30/06/2025
    COMMUNE = "commune"


class LocalCode(StrEnum):
    """What a locality may set for itself; each value is dated."""

    REMOTE_AREA = "remote_area"  # vùng sâu, vùng xa đi lại khó khăn: yes, no
    CULTURE_DAY = "culture_day"  # 24/11 is a day off: yes, no (DC-8)
    STRADDLING_COMPETENCE = "straddling_competence"  # TR-4: acceptance, receipt
    STRADDLING_LIMITS = "straddling_limits"  # TR-4: receipt, acceptance
    EFFECT_ROLLS = "effect_rolls"  # KN-13, KN-14, KL-7: a last waiting day that is a day off moves: yes, no
    COLLECTIVE_COMMITTEE = "collective_committee"  # who settles for a committee as a body: chair, ask (a person says)
    CASE_RECORD_YEARS = "case_record_years"  # how long its list of records keeps the record of a closed case
    DAY_OFF = "day_off"  # a day off of the locality: the day
    WORKING_DAY = "working_day"  # a weekend day worked in exchange: the day


_SWITCH: Final = ("yes", "no")
LOCAL_VALUES: Final[dict[LocalCode, tuple[str, ...]]] = {  # without an entry the value is a day
    LocalCode.REMOTE_AREA: _SWITCH,
    LocalCode.CULTURE_DAY: _SWITCH,
    LocalCode.STRADDLING_COMPETENCE: ("acceptance", "receipt"),
    LocalCode.STRADDLING_LIMITS: ("receipt", "acceptance"),
    LocalCode.EFFECT_ROLLS: _SWITCH,
    LocalCode.COLLECTIVE_COMMITTEE: ("chair", "ask"),
    LocalCode.CASE_RECORD_YEARS: ("2", "3", "5", "10", "15", "20", "30", "50", "70"),
}
LOCAL_DEFAULTS: Final[dict[LocalCode, str]] = {
    LocalCode.REMOTE_AREA: "no",
    LocalCode.CULTURE_DAY: "no",
    LocalCode.STRADDLING_COMPETENCE: "acceptance",
    LocalCode.STRADDLING_LIMITS: "receipt",
    LocalCode.EFFECT_ROLLS: "yes",
    LocalCode.COLLECTIVE_COMMITTEE: "chair",
    LocalCode.CASE_RECORD_YEARS: "",  # no law page gives a period: until the agency's list is entered nothing is destroyed
}


class SuccessionKind(StrEnum):
    """How one agency followed another."""

    MERGE = "merge"  # sáp nhập, hợp nhất
    SPLIT = "split"  # chia, tách: several successors
    END = "end"  # giải thể: no successor


def may_set_local_rule(*, code: LocalCode, value: str, reason: str) -> Verdict:
    """Whether a value may be set. Refused: local_value_unknown, reason_missing."""
    allowed = LOCAL_VALUES.get(code)
    if allowed is not None and value not in allowed:
        return Refused("local_value_unknown", facts={"values": ", ".join(allowed)})
    if allowed is None and not _is_day(value):
        return Refused("local_value_unknown", facts={"values": "ngày như 2026-09-03"})
    return ALLOWED if reason.strip() else Refused("reason_missing")


def may_succeed(*, kind: SuccessionKind, predecessor_id: int, successor_id: int | None, decision: str) -> Verdict:
    """Whether a succession makes sense. Refused: successor_missing, successor_not_wanted, successor_same, succession_decision_missing."""
    if kind is SuccessionKind.END and successor_id is not None:
        return Refused("successor_not_wanted")
    if kind is not SuccessionKind.END and successor_id is None:
        return Refused("successor_missing")
    if predecessor_id == successor_id:
        return Refused("successor_same")
    return ALLOWED if decision.strip() else Refused("succession_decision_missing")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def child_path(parent_path: str, number: int) -> str:
    """Return the path of an agency: its parent's path and its own number in base 36, six characters and a slash.

    Example:
        >>> child_path("/", 37)
        '/000011/'
    """
    digits = ""
    while number:
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return f"{parent_path}{digits.rjust(_SEGMENT, '0')}/"


def subtree_end(path: str) -> str:
    """Return the first string after every path in the subtree of `path` (the character after `/` is `0`)."""
    return f"{path[:-1]}0"


def child_number(path: str) -> int:
    """Return the number in the last segment of a path.

    Example:
        >>> child_number("/000011/")
        37
    """
    return int(path.rstrip("/").rsplit("/", 1)[1], len(_DIGITS))


def may_keep_registry(*, role: str) -> Verdict:
    """Whether a role changes the registry. Refused: not_administrator."""
    return ALLOWED if role == "administrator" else Refused("not_administrator")


def may_end_agency(
    *, starts_on: date, ended_before: date | None, ends_before: date, own: bool, children: int, open_lines: int
) -> Verdict:
    """Whether an agency may end on a day.

    children: agencies under it in force that day; open_lines: matters it still has open.
    Refused: own_agency, agency_ended, ends_before_start, agency_has_children, agency_has_open_matters.
    """
    if own:
        return Refused("own_agency")
    if ended_before is not None:
        return Refused("agency_ended", facts={"day": f"{ended_before:%d/%m/%Y}"})
    if ends_before <= starts_on:
        return Refused("ends_before_start", facts={"day": f"{starts_on:%d/%m/%Y}"})
    if children:
        return Refused("agency_has_children", facts={"count": str(children)})
    if open_lines:
        return Refused("agency_has_open_matters", facts={"count": str(open_lines)})
    return ALLOWED
