"""Sources, states, roles of parties and the eligibility checklist. Plain values and pure functions."""

from __future__ import annotations

from enum import StrEnum


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
