"""Sources, states, roles of parties and the eligibility checklist. Plain values and pure functions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from tiepdan.deadlines.groups import least_representatives, most_representatives, several_from
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.matters.rules import MatterKind


class Source(StrEnum):
    """How a submission came in (TT 05/2021 Đ.5)."""

    DESK = "desk"  # at the reception place
    POST = "post"  # by post
    BOX = "box"  # suggestion box
    ONLINE = "online"  # the citizens' portal
    FORWARDED = "forwarded"  # sent on by a body, with its letter
    LEADER = "leader"  # a leader of Party or State
    DEPUTY = "deputy"  # a deputy or an elected body
    FRONT = "front"  # Fatherland Front and members
    PRESS = "press"  # press
    SYSTEM = "system"  # another system, through the API


class SubmissionStatus(StrEnum):
    """Where a submission stands at the agency that holds it (reception-reporting §2.6)."""

    RECEIVED = "received"  # has its code, nobody has judged it
    SCREENED = "screened"  # eligibility and kind judged
    PROPOSED = "proposed"  # proposal with the head
    ACCEPTED = "accepted"  # became a case
    REFUSED = "refused"  # not accepted, with a ground
    GUIDED = "guided"  # guided to the competent body
    FORWARDED = "forwarded"  # sent on, the other body has not yet taken it
    RETURNED = "returned"  # returned to the sending body
    FILED = "filed"  # lưu đơn
    WITHDRAWN = "withdrawn"  # by the citizen
    SPLIT = "split"  # several contents: continued in its parts
    VOIDED = "voided"  # entered in error


OPEN_STATUSES = frozenset(
    {SubmissionStatus.RECEIVED, SubmissionStatus.SCREENED, SubmissionStatus.PROPOSED, SubmissionStatus.FORWARDED}
)


class PartyRole(StrEnum):
    """As what somebody stands in a submission."""

    COMPLAINANT = "complainant"
    DENOUNCER = "denouncer"
    PETITIONER = "petitioner"
    REPRESENTATIVE = "representative"  # of a group
    AUTHORISED = "authorised"  # by power of attorney
    LAWYER = "lawyer"
    LEGAL_AID = "legal_aid"
    CONCERNED = "concerned"  # person with related rights


class IdentityKind(StrEnum):
    """Papers whose number is stated (NĐ 154/2026 Đ.12)."""

    CAN_CUOC = "can_cuoc"
    GIAY_CHUNG_NHAN_CAN_CUOC = "giay_chung_nhan_can_cuoc"
    SO_DINH_DANH_CA_NHAN = "so_dinh_danh_ca_nhan"
    HO_CHIEU = "ho_chieu"
    GIAY_TO_KHAC = "giay_to_khac"


class Signing(StrEnum):
    """How the author stands behind the text."""

    SIGNED = "signed"
    FINGERPRINTED = "fingerprinted"
    DIGITAL = "digital"
    MISSING = "missing"  # chưa có chữ ký


OUTSIDE_SOURCES = frozenset({Source.FORWARDED, Source.LEADER, Source.DEPUTY, Source.FRONT, Source.PRESS})


def may_receive(
    *,
    source: Source,
    content: str,
    people: int,
    representatives: int,
    named_parties: int,
    anonymous: bool,
    forwarder_named: bool,
    received_on: date,
    today: date,
) -> Verdict:
    """Say whether what was brought can be stored. Only what makes a record meaningless is refused here.

    A group without representatives is stored and marked incomplete, never turned away: nothing submitted is lost.
    Rule: SO-2, NH-2
    """
    if not content.strip():
        return Refused("content_missing", rule="SO-2")
    if received_on > today:
        return Refused("received_in_future")
    if source is Source.FORWARDED and not forwarder_named:
        return Refused("forwarder_missing")
    if not anonymous and not named_parties:
        return Refused("sender_missing", rule="ND-1")
    if people < 1:
        return Refused("people_missing")
    if representatives > people:
        return Refused("representatives_too_many", rule="LI-13")
    return may_represent(people=people, representatives=representatives, on=received_on) if representatives else ALLOWED


def may_represent(*, people: int, representatives: int, on: date | None = None) -> Verdict:
    """Say whether a group has a lawful number of representatives.

    on: default: by the law in force last
    Rule: LI-13, NH-2
    """
    if representatives < least_representatives(people=people, on=on):
        return Refused("representatives_missing", rule="NH-1")
    if people < several_from(on=on):
        return ALLOWED
    most = most_representatives(people=people, on=on)
    if representatives > most:
        return Refused("representatives_too_many", rule="LI-13", facts={"people": str(people), "most": str(most)})
    return ALLOWED


def clocks_at_receipt(*, kind: MatterKind, source: Source) -> tuple[tuple[str, ...], ...]:
    """Return the limits that start on receipt; of each group the first in force that day applies.

    An unsigned paper or an incomplete group starts them too: no law stops the clock (complaints §7, trap 14).
    Rule: KD-9, LI-6, KN-3, TC-1, TC-4
    """
    groups: list[tuple[str, ...]] = [("LI-5",)]
    if source is Source.DESK:
        groups.append(("KN-19",))
    groups += _LIMITS_OF_KIND[kind]
    if kind is MatterKind.DENUNCIATION and source in OUTSIDE_SOURCES:
        groups.append(("TC-4",))
    return tuple(groups)


_PROCESSING: Final = ("reports §2.4/7",)
_LIMITS_OF_KIND: Final[dict[MatterKind, list[tuple[str, ...]]]] = {
    MatterKind.COMPLAINT: [("KN-3b", "KN-3a")],
    MatterKind.DENUNCIATION: [("TC-1",)],
    MatterKind.PETITION_FEEDBACK: [_PROCESSING],
    MatterKind.UNCLASSIFIED: [_PROCESSING],
}
SENDER_ROLES: Final[dict[MatterKind, PartyRole]] = {
    MatterKind.COMPLAINT: PartyRole.COMPLAINANT,
    MatterKind.DENUNCIATION: PartyRole.DENOUNCER,
    MatterKind.PETITION_FEEDBACK: PartyRole.PETITIONER,
    MatterKind.UNCLASSIFIED: PartyRole.PETITIONER,
}
SENDERS: Final = frozenset({*SENDER_ROLES.values(), PartyRole.REPRESENTATIVE})
# All that lists may say of a sealed matter; one sealed as a denunciation stays sealed whatever it is found to be later.
NEUTRAL_TITLES: Final[dict[MatterKind, str]] = {
    MatterKind.COMPLAINT: "Đơn khiếu nại",
    MatterKind.DENUNCIATION: "Đơn tố cáo",
    MatterKind.PETITION_FEEDBACK: "Đơn kiến nghị, phản ánh",
    MatterKind.UNCLASSIFIED: "Đơn",
}
BEFORE_PROCESSING: Final = frozenset({SubmissionStatus.RECEIVED, SubmissionStatus.SCREENED})
UNANSWERED: Final = BEFORE_PROCESSING | {SubmissionStatus.PROPOSED}
_CARD_DIGITS: Final = 12
_PASSPORT: Final = (6, 12)  # letters and digits, of any country
UNPROCESSED_FROM_DAYS: Final = (30, 40, 45)  # shown, red, escalated (KD-9: 45; the two earlier ones are a house choice)


def may_change(*, status: SubmissionStatus, states: frozenset[SubmissionStatus]) -> Verdict:
    """Say whether a submission still stands where an act may change it."""
    if status in states:
        return ALLOWED
    return Refused("submission_processed", facts={"status": status.value})


def unprocessed_stage(*, received_on: date, on: date) -> int:
    """Return the days of KD-9 reached by an unprocessed submission: 0, 30, 40 or 45."""
    age = (on - received_on).days
    return max((days for days in UNPROCESSED_FROM_DAYS if age >= days), default=0)


def is_odd_number(*, kind: str, number: str) -> bool:
    """Tell whether a number does not look like one of its kind of paper: worth a second look, no reason to refuse.

    Example:
        >>> is_odd_number(kind="can_cuoc", number="001088012345"), is_odd_number(kind="can_cuoc", number="12345")
        (False, True)
    """
    bare = "".join(number.split())
    if not bare or kind == IdentityKind.GIAY_TO_KHAC:
        return False
    if kind == IdentityKind.HO_CHIEU:
        return not (bare.isalnum() and _PASSPORT[0] <= len(bare) <= _PASSPORT[1])
    return not (bare.isdecimal() and len(bare) == _CARD_DIGITS)
